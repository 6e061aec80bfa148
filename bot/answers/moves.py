"""What moved between two times: a status or a due date, with who said so."""

from __future__ import annotations

from collections.abc import Callable, Container

from bot.answers.lines import AnswerContext, hidden, report_words
from bot.core.plan import Direction
from bot.core.progress import Progress, Standing, show_date, show_reading
from bot.core.status import Status
from bot.messages.reply import Line

Turn = Callable[[Standing, Standing], bool]


def moves_between(
    first: Progress,
    last: Progress,
    chosen: Callable[[Standing], bool],
    context: AnswerContext,
    turn: Turn | None = None,
) -> list[Line]:
    """Status and date changes from what was known at one time to what was at another; with `turn`
    only those it holds for."""
    before = {s.action.ref: s for s in first.standings}
    lines = []
    for now in last.standings:
        then = before[now.action.ref]
        if not chosen(now) or (then.status is now.status and then.due == now.due):
            continue
        if turn is not None and not turn(then, now):
            continue
        lines.append(_move_line(then, now, context))
    return lines


_HEIGHT = {
    Status.OFF_TRACK: 0,
    Status.AT_RISK: 1,
    Status.ON_TRACK: 3,
    Status.COMPLETE: 4,
}


def towards(way: int, *, of_status: bool = False) -> Turn | None:
    """Only changes for the better (1) or the worse (-1), of a status alone or of a date as well; 0:
    all. A first report is neither."""

    return (lambda then, now: _turn(then, now, of_status=of_status) == way) if way else None


def _turn(then: Standing, now: Standing, *, of_status: bool) -> int:
    """1 when the status rose, -1 when it fell or the date of what was reported on and is not done
    slipped, 0 when neither can be said; `of_status`: whatever its date."""
    before, after = (
        _HEIGHT.get(then.status or Status.DEFERRED),
        _HEIGHT.get(now.status or Status.DEFERRED),
    )
    if before is not None and after is not None and before != after:
        return 1 if after > before else -1
    later = then.due is not None and now.due is not None and now.due > then.due
    reported = then.status is not None and now.status is not Status.COMPLETE
    return -1 if later and reported and not of_status else 0


def readings_between(
    first: Progress, last: Progress, refs: Container[str], context: AnswerContext, way: int
) -> list[Line]:
    """The last readings that were better (1) or worse (-1) at the second time than at the first."""
    before, lines = {s.action.ref: s for s in first.standings}, []
    for now in (s for s in last.standings if s.action.ref in refs):
        for measure in now.action.measures:
            ends = [s.readings(measure)[-1:] for s in (before[now.action.ref], now)]
            old, new = (end[0].value if end else 0.0 for end in ends)
            good = {Direction.HIGHER: 1, Direction.LOWER: -1}.get(measure.direction, 0)
            if all(ends) and (new - old) * good * (way or new - old) > 0:
                ref, seen = now.action.ref, context.sees(now.action)
                turned = f"{show_reading(measure, old)} → {show_reading(measure, new)}"
                line = Line(f"{ref}: {measure.text}: {turned}", ref=ref)
                lines.append(line if seen else hidden(now, context))
    return lines


def _move_line(then: Standing, now: Standing, context: AnswerContext) -> Line:
    if not context.sees(now.action):
        return hidden(now, context)
    words = f"{now.action.ref}: {context.status(then)} → {context.status(now)}"
    if then.due != now.due:
        words += f"; due date moved from {show_date(then.due) if then.due else 'none'} to "
        words += show_date(now.due) if now.due else "none"
    latest = now.latest
    return Line(words, ref=now.action.ref, detail=report_words(latest, context) if latest else "")
