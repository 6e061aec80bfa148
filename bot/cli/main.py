"""The command line: `partnership-bot` = `python -m bot`. Each command is one call into a service.

Exit codes: 0 done (or a preview shown), 1 a fault of the host, 2 refused with nothing stored.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.cli import papers
from bot.cli.terminal import Apply, AsJson, AsLines, Today, caller_of, day_of, opened, say
from bot.clock import RealClock
from bot.core.errors import Refused

cli = typer.Typer(
    name="partnership-bot",
    help="The Slack bot a Community Safety Partnership runs its yearly action plan with.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for paper in (papers.summary, papers.pack, papers.export):
    cli.command()(paper)


def _show_version(wanted: bool) -> None:
    """Print the version of what is installed, and end."""
    if wanted:
        from importlib.metadata import version

        say(f"partnership-bot {version('partnership-bot')}")
        raise typer.Exit


@cli.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print it.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """The Slack bot a Community Safety Partnership runs its yearly action plan with."""


def _each_line(answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    for line in sys.stdin:
        if line.strip():
            say(json.dumps(answer(json.loads(line)), ensure_ascii=False))


@cli.command()
def check_note(
    text: Annotated[str, typer.Argument(help="The note to check.")] = "",
    as_json: AsJson = False,
    as_lines: AsLines = False,
) -> None:
    """Show what the disclosure guard would hold in a note."""
    from bot.disclosure import check as disclosure

    year = RealClock(ZoneInfo("UTC")).today().year
    if as_lines:
        _each_line(lambda line: disclosure.as_line(line["id"], line["text"], year))
        return
    result = disclosure.as_line("", text or sys.stdin.read(), year)
    if as_json:
        say(json.dumps(result, ensure_ascii=False))
        return
    for span in result["spans"]:
        say(f"{span['kind']}: {span['text']}")
    say(
        "Held: rewrite these parts."
        if result["held"]
        else "I saw nothing to hold; that is no promise. Read it once more."
    )


@cli.command()
def run(
    socket: Annotated[bool, typer.Option("--socket", help="Socket Mode.")] = False,
    http: Annotated[bool, typer.Option("--http", help="Signed HTTP on /slack/events.")] = False,
    port: Annotated[int | None, typer.Option(help="Port of the HTTP server.")] = None,
) -> None:
    """Run the bot: Socket Mode when SLACK_APP_TOKEN is set, else signed HTTP."""
    from bot.cli.serving import RunOptions, serve

    serve(RunOptions(socket, http, port))


@cli.command(name="import")
def import_file(
    file: Annotated[Path | None, typer.Argument(help="A .xlsx, .docx, .csv, .xls or .ods.")] = None,
    sample: Annotated[bool, typer.Option("--sample", help="The sample plan.")] = False,
    apply: Apply = False,
    not_personal: Annotated[
        bool,
        typer.Option(
            "--not-personal",
            help="I confirm: no name or small count in it is about a private person.",
        ),
    ] = False,
    headings: Annotated[
        list[str] | None, typer.Option("--map", help='"HEADING=field": read a column so.')
    ] = None,
    sheet: Annotated[str, typer.Option(help="Read this sheet only.")] = "",
    against: Annotated[str, typer.Option(help="Compare with the plan of this year.")] = "",
    accept: Annotated[
        str, typer.Option(help="Kinds of change to store, with commas; or: all.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Preview or load a plan, a return, a history of updates, or a list of agencies."""
    from bot.cli.importing import read_file, read_sample, wishes_of

    if file is None and not sample:
        raise Refused("Name a file to import.", "Or use --sample for the sample plan.")
    with opened() as context:
        shown = (
            read_sample(context, apply=apply)
            if file is None
            else read_file(
                context,
                file,
                apply=apply,
                quiet=as_json,
                wishes=wishes_of(headings or [], sheet, against, not_personal=not_personal),
                accept=[kind.strip() for kind in accept.split(",")] if accept else None,
            )
        )
    say(json.dumps(shown.json, ensure_ascii=False) if as_json else shown.text)
    raise typer.Exit(2 if shown.refused else 0)


@cli.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question.")] = "",
    agency: Annotated[str, typer.Option(help="Ask as this agency (name or code).")] = "",
    role: Annotated[str, typer.Option(help="coordinator, lead or observer.")] = "observer",
    today: Today = "",
    as_json: AsJson = False,
    as_lines: AsLines = False,
) -> None:
    """Answer a question about the plan, as members get it."""
    from bot.answers.answer import as_line
    from bot.services.answers import answer

    def answered(line: dict[str, Any]) -> dict[str, Any]:
        caller = caller_of(line.get("role") or role, line.get("agency") or agency, context)
        return as_line(str(line.get("id", "")), answer(context, caller, line["text"]))

    with opened(today) as context:
        if as_lines:
            _each_line(answered)
            return
        shown = answered({"id": "", "text": question})
    say(json.dumps(shown, ensure_ascii=False) if as_json else shown["answer_text"])


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8765,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open one.")] = False,
    today: Annotated[str, typer.Option("--today", help="The demo's first day (ISO).")] = "",
    data: Annotated[Path | None, typer.Option("--data", help="Keep its data here.")] = None,
) -> None:
    """Try the whole bot in a stand-in Slack in the browser: no account, no settings."""
    from bot.sandbox.demo import run_demo

    run_demo(port=port, browser=not no_browser, today=day_of(today) if today else None, data=data)


@cli.command()
def members(
    file: Annotated[Path, typer.Argument(help="Columns slack_id,email,name,agency,role.")],
    apply: Apply = False,
    as_json: AsJson = False,
) -> None:
    """Preview or load who is who."""
    from bot.cli.importing import read_people
    from bot.config import load_settings
    from bot.slack.directory import by_email

    with opened() as context:
        shown = read_people(context, file, apply=apply, by_email=by_email(load_settings()))
    say(json.dumps(shown.json, ensure_ascii=False) if as_json else shown.text)
    raise typer.Exit(2 if shown.refused else 0)


@cli.command()
def manifest(
    url: Annotated[str, typer.Option(help="For HTTP: https://…/slack/events.")] = "",
) -> None:
    """Print the Slack app manifest: create the app from it, and update it after an upgrade."""
    from bot.slack.manifest import as_json

    if url and not (url.startswith("https://") and url.endswith("/slack/events")):
        raise Refused(f"'{url}' is not where Slack can reach it.", "https://…/slack/events")
    say(as_json(url))


@cli.command()
def new_key() -> None:
    """Make a key for INSTALLS_KEY (one service for several workspaces)."""
    from bot.slack.installs import new_key as fresh

    say(fresh())


@cli.command()
def settings() -> None:
    """Print every setting with its explanation: `partnership-bot settings > .env`."""
    from bot.config import explained

    typer.echo(explained(), nl=False)


@cli.command()
def doctor() -> None:
    """Say what is missing before the bot can work, and how to mend it. Exit 1 when anything is."""
    from bot.cli.doctor import diagnose

    checks = []
    for check in diagnose():
        checks.append(check)
        say(str(check))
    raise typer.Exit(0 if all(check.well for check in checks) else 1)


@cli.command()
def migrate() -> None:
    """Bring the database's schema up to date (the bot does this by itself at its first run)."""
    with opened():
        say("The schema is current.")


@cli.command()
def backup(file: Annotated[Path, typer.Argument(help="Where to write the copy.")]) -> None:
    """Write a consistent copy of the database, while the bot runs."""
    with opened() as context:
        context.store.backup(file)
    say(f"Copied to {file}.")
