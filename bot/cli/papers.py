"""What the command line writes of the plan as a document: summary, committee paper, workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.terminal import Today, caller_of, opened, say
from bot.core.access import Role
from bot.core.errors import Refused

if TYPE_CHECKING:
    from bot.core.quarters import Quarter
    from bot.services.context import Context


def export(
    out: Annotated[Path, typer.Option("--out", help="Where to write it.")] = Path("plan.xlsx"),
    year: Annotated[str, typer.Option(help='Of an earlier year, as "YYYY-YY".')] = "",
) -> None:
    """Write the plan, its history and its record as a workbook."""
    from bot.services.plans import export as exported

    with opened() as context:
        content = exported(context, context.home, year.strip())
    out.touch(mode=0o600)
    out.chmod(0o600)
    out.write_bytes(content)
    say(f"Written to {out}.")


def summary(
    quarter: Annotated[str, typer.Option(help='As "Q2 YYYY-YY".')] = "",
    today: Today = "",
    out: Annotated[Path | None, typer.Option(help="A folder to write it into.")] = None,
) -> None:
    """Preview the quarterly summary as text."""
    from bot.quarterly.thread import as_text
    from bot.services.summaries import preview

    with opened(today) as context:
        chosen = _quarter(context, quarter)
        shown = preview(context, caller_of(Role.COORDINATOR, "", context), chosen)
        text = as_text(shown.summary, context.of_workspace(context.home).labels)
    say(text)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"summary-{chosen.label.replace(' ', '-')}.txt").write_text(text, encoding="utf-8")


def pack(
    quarter: Annotated[str, typer.Option(help='As "Q2 YYYY-YY".')] = "",
    today: Today = "",
    out: Annotated[Path, typer.Option(help="A folder to write it into.")] = Path("pack"),
    year: Annotated[str, typer.Option(help="The annual report of a year instead.")] = "",
) -> None:
    """Write the committee paper of a quarter: Word, Excel and, with the extra, PDF."""
    from bot.services.annual import annual_files
    from bot.services.pack import pack as made

    with opened(today) as context:
        caller = caller_of(Role.COORDINATOR, "", context)
        if year:
            files = annual_files(context, caller, year)
        else:
            files = made(context, caller, _quarter(context, quarter))
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
        say(f"Written to {out / name}.")


def _quarter(context: Context, text: str) -> Quarter:
    """The quarter that was named, or the one returns are collected for."""
    from bot.services.collecting import open_quarter, quarter_named

    wanted = quarter_named(context, context.home, text)
    if text and wanted is None:
        raise Refused(f"'{text}' is no quarter.", 'Write it as "Q2 YYYY-YY".')
    return wanted or open_quarter(context, context.home)
