"""The command line: `partnership-bot` = `python -m bot`. Each command is one call into a service.

Exit codes: 0 done (or a preview shown), 2 refused with nothing stored.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.core.access import Caller, Role
from bot.core.errors import Refused

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.core.quarters import Quarter
    from bot.services.context import Context

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
def _opened(today: str = "") -> Iterator[Context]:
    """The context as the settings describe it; `today` (ISO) asks as if it were that day."""
    from bot.app import clock_of, open_context
    from bot.clock import MovableClock
    from bot.config import load_settings

    settings = load_settings()
    clock: Clock = clock_of(settings)
    if today:
        noon = datetime.combine(_day(today), time(12), tzinfo=settings.zone)
        clock = MovableClock(noon, settings.zone)
    context = open_context(settings, clock)
    try:
        yield context
    finally:
        context.store.close()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"'{text}' is no date.", "Write it like 2018-10-10.") from None


def _as(role: str, agency: str, context: Context) -> Caller:
    """A caller of that role and agency (code, name or alias): the host speaks for anybody."""
    from bot.services.members import agencies

    named = [a.code for a in agencies(context, context.home) if agency and a.is_called(agency)]
    if agency and not named:
        raise Refused(f"The plan names no agency '{agency}'.", "Use its code or name.")
    if role not in set(Role):
        raise Refused(f"'{role}' is no role.", "Use coordinator, lead or observer.")
    return Caller(context.home, "command-line", Role(role), tuple(named[:1]))


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
    from bot.disclosure import check as disclosure

    if as_lines:
        _each_line(lambda line: disclosure.as_line(line["id"], line["text"]))
        return
    found = disclosure.as_line("", text or sys.stdin.read())
    if as_json:
        _say(json.dumps(found, ensure_ascii=False))
        return
    for span in found["spans"]:
        _say(f"{span['kind']}: {span['text']}")
    _say(
        "Held: rewrite these parts."
        if found["held"]
        else "I saw nothing to hold; that is no promise. Read it once more."
    )


@cli.command()
def run(
    socket: Annotated[bool, typer.Option("--socket", help="Socket Mode.")] = False,
    http: Annotated[bool, typer.Option("--http", help="Signed HTTP on /slack/events.")] = False,
    port: Annotated[int | None, typer.Option(help="Port of the HTTP server.")] = None,
) -> None:
    """Run the bot: Socket Mode when SLACK_APP_TOKEN is set, else signed HTTP."""
    from bot.run import run_bot

    run_bot(socket=socket, http=http, port=port)


@cli.command(name="import")
def import_file(
    file: Annotated[Path | None, typer.Argument(help="An .xlsx or .csv file.")] = None,
    sample: Annotated[bool, typer.Option("--sample", help="The sample plan.")] = False,
    apply: Apply = False,
    not_personal: Annotated[
        bool,
        typer.Option("--not-personal", help="I confirm: no name in it is a private person's."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Preview or load a plan, a return, a history of updates, or a list of agencies."""
    from bot.cli.importing import read_file, read_sample

    if file is None and not sample:
        raise Refused("Name a file to import.", "Or use --sample for the sample plan.")
    with _opened() as context:
        shown = (
            read_sample(context, apply=apply)
            if file is None
            else read_file(context, file, apply=apply, quiet=as_json, not_personal=not_personal)
        )
    _say(json.dumps(shown.json, ensure_ascii=False) if as_json else shown.text)
    raise typer.Exit(2 if shown.refused else 0)


@cli.command()
def export(
    out: Annotated[Path, typer.Option("--out", help="Where to write it.")] = Path("plan.xlsx"),
) -> None:
    """Write the plan, its history and its record as a workbook."""
    from bot.services.plans import export as exported

    with _opened() as context:
        content = exported(context, context.home)
    out.touch(mode=0o600)
    out.chmod(0o600)
    out.write_bytes(content)
    _say(f"Written to {out}.")


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
        caller = _as(line.get("role") or role, line.get("agency") or agency, context)
        return as_line(str(line.get("id", "")), answer(context, caller, line["text"]))

    with _opened(today) as context:
        if as_lines:
            _each_line(answered)
            return
        found = answered({"id": "", "text": question})
    _say(json.dumps(found, ensure_ascii=False) if as_json else found["answer_text"])


@cli.command()
def demo(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8765,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open one.")] = False,
    today: Annotated[str, typer.Option("--today", help="The demo's first day (ISO).")] = "",
    data: Annotated[Path | None, typer.Option("--data", help="Keep its data here.")] = None,
) -> None:
    """Try the whole bot in a stand-in Slack in the browser: no account, no settings."""
    from bot.sandbox.demo import run_demo

    run_demo(port=port, browser=not no_browser, today=_day(today) if today else None, data=data)


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

    with _opened() as context:
        shown = read_people(context, file, apply=apply, by_email=by_email(load_settings()))
    _say(json.dumps(shown.json, ensure_ascii=False) if as_json else shown.text)
    raise typer.Exit(2 if shown.refused else 0)


@cli.command()
def summary(
    quarter: Annotated[str, typer.Option(help='For example "Q2 2018-19".')] = "",
    today: Today = "",
    out: Annotated[Path | None, typer.Option(help="A folder to write it into.")] = None,
) -> None:
    """Preview the quarterly summary as text."""
    from bot.quarterly.wording import as_text
    from bot.services.summaries import preview

    with _opened(today) as context:
        chosen = _quarter(context, quarter)
        found = preview(context, _as(Role.COORDINATOR, "", context), chosen)
        text = as_text(found.summary, context.labels)
    _say(text)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"summary-{chosen.label.replace(' ', '-')}.txt").write_text(text, encoding="utf-8")


@cli.command()
def pack(
    quarter: Annotated[str, typer.Option(help='For example "Q2 2018-19".')] = "",
    today: Today = "",
    out: Annotated[Path, typer.Option(help="A folder to write it into.")] = Path("pack"),
) -> None:
    """Write the committee paper of a quarter: Word, Excel and, with the extra, PDF."""
    from bot.services.pack import pack as made

    with _opened(today) as context:
        files = made(context, _as(Role.COORDINATOR, "", context), _quarter(context, quarter))
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
        _say(f"Written to {out / name}.")


def _quarter(context: Context, text: str) -> Quarter:
    """The quarter that was named, or the one returns are collected for."""
    from bot.services.collecting import open_quarter, quarter_named

    wanted = quarter_named(context, context.home, text)
    if text and wanted is None:
        raise Refused(f"'{text}' is no quarter.", 'Write it like "Q2 2018-19".')
    return wanted or open_quarter(context, context.home)


@cli.command()
def manifest(
    url: Annotated[str, typer.Option(help="For HTTP: https://…/slack/events.")] = "",
) -> None:
    """Print the Slack app manifest: create the app from it, and update it after an upgrade."""
    from bot.slack.manifest import as_json

    if url and not (url.startswith("https://") and url.endswith("/slack/events")):
        raise Refused(f"'{url}' is not where Slack can reach it.", "https://…/slack/events")
    _say(as_json(url))


@cli.command()
def new_key() -> None:
    """Make a key for INSTALLS_KEY (one service for several workspaces)."""
    from bot.slack.installs import new_key as fresh

    _say(fresh())


@cli.command()
def doctor() -> None:
    """Say what is missing before the bot can work, and how to mend it. Exit 1 when anything is."""
    from slack_sdk import WebClient

    from bot.cli.doctor import examine, token_of
    from bot.config import load_settings

    settings = load_settings()
    with _opened() as context:
        token = token_of(settings, context.store)
        client = WebClient(token, base_url=settings.slack_api_url, timeout=10)
        checks = list(examine(settings, context.store, client))
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
    with _opened() as context:
        context.store.backup(file)
    _say(f"Copied to {file}.")
