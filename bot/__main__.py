"""The command line: `partnership-bot` = `python -m bot`. Each command is one call into a service.

Exit codes: 0 done (or a preview shown), 2 refused with nothing stored.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.core.errors import Refused

if TYPE_CHECKING:
    from bot.config import Settings
    from bot.store.store import Store

cli = typer.Typer(
    name="partnership-bot",
    help="The Slack bot a Community Safety Partnership runs its yearly action plan with.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Read and write JSON lines.")]
Apply = Annotated[bool, typer.Option("--apply", help="Store it; without this, only a preview.")]
Today = Annotated[str, typer.Option("--today", help="Ask as if today were this date (ISO).")]


def main() -> None:
    """Entry point: refusals and bad settings become one plain message and exit code 2."""
    from bot.config import Misconfigured

    try:
        cli()
    except (Refused, Misconfigured) as refusal:
        typer.echo(str(refusal), err=True)
        raise SystemExit(2) from None


@contextmanager
def _opened() -> Iterator[tuple[Settings, Store]]:
    from bot.config import load_settings
    from bot.store.store import Store

    settings = load_settings()
    store = Store(settings.database)
    try:
        yield settings, store
    finally:
        store.close()


def _say(text: str) -> None:
    typer.echo(text)


def _each_line(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    for line in sys.stdin:
        if line.strip():
            _say(json.dumps(answer(json.loads(line)), ensure_ascii=False))


@cli.command()
def check_note(
    text: Annotated[str, typer.Argument(help="The note to check.")] = "",
    as_json: AsJson = False,
    as_lines: AsLines = False,
) -> None:
    """Show what the disclosure guard would hold in a note."""
    from bot.core import disclosure

    if as_lines:
        _each_line(lambda line: disclosure.as_line(line["id"], line["text"]))
        return
    found = disclosure.as_line("", text or sys.stdin.read())
    if as_json:
        _say(json.dumps(found, ensure_ascii=False))
        return
    for span in found["spans"]:
        _say(f"{span['kind']}: {span['text']}")
    _say("Held: rewrite these parts." if found["held"] else "Nothing found that must be held.")


@cli.command(name="import")
def import_file(
    file: Annotated[Path | None, typer.Argument(help="An .xlsx or .csv file.")] = None,
    sample: Annotated[bool, typer.Option("--sample", help="The sample plan.")] = False,
    apply: Apply = False,
    as_json: AsJson = False,
) -> None:
    """Preview or load a plan, an agency's return, a history of updates or a list of agencies."""
    from bot.cli_import import run_import

    raise typer.Exit(run_import(file, sample=sample, apply=apply, as_json=as_json, say=_say))


@cli.command()
def manifest() -> None:
    """Print the Slack app manifest: create the app from it, and update it after an upgrade."""
    from bot.manifest import as_json

    _say(as_json())


@cli.command()
def doctor() -> None:
    """Say what is missing before the bot can work, and how to mend it. Exit 1 when anything is."""
    from slack_sdk import WebClient

    from bot.doctor import examine

    with _opened() as (settings, store):
        client = WebClient(
            settings.slack_bot_token.get_secret_value(), base_url=settings.slack_api_url, timeout=10
        )
        checks = list(examine(settings, store, client))
    for check in checks:
        _say(str(check))
    raise typer.Exit(0 if all(check.well for check in checks) else 1)


@cli.command()
def migrate() -> None:
    """Bring the database's schema up to date (the bot does this by itself at its first run)."""
    with _opened():
        _say("The schema is current.")


@cli.command()
def backup(file: Annotated[Path, typer.Argument(help="Where to write the copy.")]) -> None:
    """Write a consistent copy of the database, while the bot runs."""
    with _opened() as (_, store):
        store.backup(file)
    _say(f"Copied to {file}.")


if __name__ == "__main__":
    main()
