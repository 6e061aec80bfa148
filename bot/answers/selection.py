"""The actions a question's filters leave, and the filters in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.answers.lines import AnswerContext, joined
from bot.core.plan import Action
from bot.core.progress import Standing, meets, show_date
from bot.core.status import Status
from bot.questions.question import Filters, Gap, Part, ReadingAs
from bot.questions.spans import Span

EVERYONE = "ALL"


def agencies_of(filters: Filters, context: AnswerContext) -> tuple[str, ...]:
    """The agencies filtered for: those named, or the asker's own."""
    own = context.caller.agencies if filters.mine else ()
    if filters.together:
        return tuple(dict.fromkeys((*own, *filters.agencies)))
    return filters.agencies or own


def selected(
    filters: Filters, context: AnswerContext, role: Part | None = None
) -> tuple[Standing, ...]:
    """The standings every filter holds for."""
    found = tuple(s for s in context.progress.standings if _passes(s, filters, context, role))
    return _due_first(found, context) if filters.soonest else found


def _due_first(found: tuple[Standing, ...], context: AnswerContext) -> tuple[Standing, ...]:
    """Of these the open ones whose due date comes next."""
    ahead = [
        (s.due, s)
        for s in found
        if s.due is not None
        and s.due >= context.today
        and not (s.status is not None and s.status.closed)
    ]
    first = min((due for due, _ in ahead), default=None)
    return tuple(s for due, s in ahead if due == first)


def _passes(standing: Standing, f: Filters, context: AnswerContext, role: Part | None) -> bool:
    action, status = standing.action, standing.status
    codes = agencies_of(f, context)
    tests = (
        not f.refs or action.ref in f.refs,
        not f.priorities or action.priority in f.priorities,
        not codes or _has_part(action, codes, role or f.role, f.together),
        not f.excluded or not set(f.excluded) & set(action.leads),
        not f.statuses or status in f.statuses,
        not f.not_complete or status is not Status.COMPLETE,
        not f.reported or standing.latest is not None,
        not f.overdue or standing.is_overdue(context.today),
        not f.in_time or not standing.is_overdue(context.today),
        action.priority not in f.left_out,
        f.awaiting is None
        or (standing.reported_for(f.awaiting) is None and not (status and status.closed)),
        f.due is None or _falls_due(standing, f, context),
        not f.moved or bool(standing.moves),
        f.gap is None or (context.sees(action) and _open_in_plan(action, f.gap)),
        f.told is None or any(u.at.date() in f.told for u in standing.updates),
        f.reading is None or (context.sees(action) and _reads(standing, f.reading)),
        f.reported_for is None or standing.reported_for(f.reported_for) is not None,
        f.silent is None or _silent_since(standing, f.silent),
        not f.measured or any(m.kind == f.measured for m in action.measures),
    )
    return all(tests)


def _silent_since(standing: Standing, day: date) -> bool:
    """No update on or after a day, of an action that is still open."""
    if standing.status is not None and standing.status.closed:
        return False
    return standing.latest is None or standing.latest.at.date() < day


def _reads(standing: Standing, wanted: ReadingAs) -> bool:
    """Whether a measure of the action meets its target, misses it so far, or has no reading."""
    for measure in standing.action.measures:
        read = standing.readings(measure)
        if not read:
            stands = ReadingAs.NONE
        elif measure.target is None:
            continue
        else:
            stands = ReadingAs.MET if meets(measure, read[-1].value) else ReadingAs.MISSED
        if stands is wanted:
            return True
    return False


def _has_part(action: Action, codes: Iterable[str], role: Part, together: bool) -> bool:
    wanted = set(codes)
    leading, supporting = wanted & set(action.leads), wanted & set(action.partners)
    if together and leading | supporting != wanted:
        return False
    leads, supports = (
        (leading == wanted, supporting == wanted)
        if together and role is not Part.EITHER
        else (bool(leading), bool(supporting))
    )
    return {Part.LEAD: leads, Part.PARTNER: supports, Part.EITHER: leads or supports}[role]


def _dates(standing: Standing, span: Span, context: AnswerContext) -> tuple[date, ...]:
    """The due date now; of a time gone by also the date the plan gave at first."""
    days = [standing.due]
    if span.end < context.today:
        days.append(standing.action.due)
    return tuple(day for day in days if day is not None)


def _falls_due(standing: Standing, f: Filters, context: AnswerContext) -> bool:
    if f.due is None or not any(day in f.due for day in _dates(standing, f.due, context)):
        return False
    to_come = f.due.start is None and f.due.end >= context.today
    if to_come and standing.due is not None and standing.due < context.today:
        return False
    closed = standing.status is not None and standing.status.closed
    return not closed or Status.COMPLETE in f.statuses


def _open_in_plan(action: Action, gap: Gap) -> bool:
    measures = action.measures
    return {
        Gap.NO_LEAD: not action.leads or action.leads == (EVERYONE,),
        Gap.ALL_LEAD: action.leads == (EVERYONE,),
        Gap.NO_PARTNERS: not action.partners,
        Gap.NO_DATE: action.due is None,
        Gap.NO_TARGET: any(m.target is None and not m.target_raw for m in measures),
        Gap.NO_BASELINE: any(m.baseline is None and not m.baseline_raw for m in measures),
        Gap.ONGOING: "ongoing" in action.timescale_raw.lower(),
        Gap.NO_MEASURE: not measures,
        Gap.JOINT_LEAD: len(action.leads) > 1,
    }[gap]


def described(filters: Filters, context: AnswerContext) -> str:
    """The filters in words, to follow "3 actions are": "at risk in Safeguarding"."""
    words = [*_state_words(filters, context), *_whose_words(filters, context)]
    return ", ".join(words) if words else "in the plan"


def _state_words(filters: Filters, context: AnswerContext) -> Iterator[str]:
    """Status, dates, updates and measures."""
    if filters.statuses:
        yield joined((_status_word(s, context) for s in filters.statuses), "or")
    if filters.not_complete:
        yield "not complete"
    if filters.reported:
        yield "reported on so far"
    if filters.overdue:
        yield "overdue (due date passed and not complete)"
    if filters.in_time:
        yield "not overdue"
    if filters.moved:
        yield "with a moved due date"
    if filters.due is not None:
        yield f"due {filters.due.label}"
    if filters.soonest:
        yield "due next"
    if filters.told is not None:
        yield f"updated {filters.told.label}"
    if filters.reported_for is not None:
        yield f"reported on for {filters.reported_for}"
    if filters.silent is not None:
        yield f"without any update received since {show_date(filters.silent)}"
    if filters.reading is not None:
        yield _READ_AS[filters.reading]
    if filters.measured:
        yield f"measured by {_article(filters.measured)}"


def _whose_words(filters: Filters, context: AnswerContext) -> Iterator[str]:
    """Agencies, the quarter looked back at, priorities."""
    codes = agencies_of(filters, context)
    if codes:
        part = {Part.LEAD: "led by", Part.PARTNER: "supported by", Part.EITHER: "with"}
        last = "and" if filters.together else "or"
        yield f"{part[filters.role]} {joined((context.full_name(c) for c in codes), last)}"
    if filters.excluded:
        yield f"not led by {joined((context.full_name(c) for c in filters.excluded), 'or')}"
    if filters.as_at is not None:
        yield f"as known at the end of {filters.as_at}"
    if filters.priorities:
        names = (context.progress.plan.priority(c).short for c in filters.priorities)
        yield f"in {joined(names)}"
    if filters.left_out:
        names = (context.progress.plan.priority(c).short for c in filters.left_out)
        yield f"outside {joined(names)}"


_READ_AS = {
    ReadingAs.MET: "already meeting the year's target",
    ReadingAs.MISSED: "short of the year's target so far",
    ReadingAs.NONE: "without a reading yet",
}


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _status_word(status: Status | None, context: AnswerContext) -> str:
    """The label with the colour people say beside it."""
    colour = {Status.OFF_TRACK: "red", Status.AT_RISK: "amber", Status.ON_TRACK: "green"}
    if status is None:
        return "without any update received"
    word = context.labels.of(status).word.lower()
    return f"{word} ({colour[status]})" if status in colour else word
