"""What commands share: their common options, the context they open, and how they say things."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

from bot.core.access import Caller, Role
from bot.core.errors import Refused

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.services.context import Context

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Read and write JSON lines.")]
Apply = Annotated[bool, typer.Option("--apply", help="Store it; without this, only a preview.")]
Today = Annotated[str, typer.Option("--today", help="Ask as if today were this date (ISO).")]


@contextmanager
def opened(today: str = "") -> Iterator[Context]:
    """The context as the settings describe it; `today` (ISO) asks as if it were that day."""
    from bot.clock import MovableClock
    from bot.config import load_settings
    from bot.opening import clock_of, open_context

    settings = load_settings()
    clock: Clock = clock_of(settings)
    if today:
        noon = datetime.combine(day_of(today), time(12), tzinfo=settings.zone)
        clock = MovableClock(noon, settings.zone)
    context = open_context(settings, clock)
    try:
        yield context
    finally:
        context.store.close()


def day_of(text: str) -> date:
    """The date in ISO form; raises Refused."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"'{text}' is no date.", "Write it as YYYY-MM-DD.") from None


def caller_of(role: str, agency: str, context: Context) -> Caller:
    """A caller of that role and agency (code, name or alias): the host speaks for anybody."""
    from bot.services.members import agencies

    named = [a.code for a in agencies(context, context.home) if agency and a.is_called(agency)]
    if agency and not named:
        raise Refused(f"The plan names no agency '{agency}'.", "Use its code or name.")
    if role not in set(Role):
        raise Refused(f"'{role}' is no role.", "Use coordinator, lead or observer.")
    return Caller(context.home, "command-line", Role(role), tuple(named[:1]))


def say(text: str) -> None:
    """Print a line on standard output."""
    typer.echo(text)
