"""Answers from the record: one action's history, and what changed between quarters."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.leads import show_action
from bot.answers.lines import AnswerContext, ask, hidden, joined, measure_line, update_line
from bot.answers.moves import moves_between, readings_between, towards
from bot.answers.selection import behind, none_of, refs_in, selected, sentence, subject
from bot.core.plan import Update
from bot.core.progress import Progress, Standing, count, show_date
from bot.core.quarters import Quarter
from bot.messages.reply import Answer, Line, Mode, Section, Step
from bot.reading.expression import Expression, Reported, Updated, all_of, conjuncts
from bot.reading.wants import Kind, Reading, Want

_LATEST, _FEW = 5, 3
_MOST = 12


def history(reading: Reading, context: AnswerContext) -> Answer:
    """Everything said of the actions meant, newest first; or in a quarter, or what came first."""
    standings = selected(reading.over, context)[:_LATEST]
    if not standings:
        return Answer(Mode.ANSWER, none_of(reading.over, context))
    parts = tuple(Section("", tuple(_record(s, reading.want, context))) for s in standings)
    title = f"History of {joined(s.action.ref for s in standings)}"
    first = standings[0]
    if len(standings) == 1 and context.sees(first.action):
        title = f"{first.action.ref}: {first.action.text}: now {context.status(first)}"
        of = "the first of " * (reading.want.order == "first" and len(first.updates) > 1)
        title += f", {of}{count(len(first.updates), 'update')}"
    return Answer(
        Mode.ANSWER,
        title,
        parts,
        steps=(show_action(first.action.ref),),
        refs=tuple(s.action.ref for s in standings),
    )


def _record(standing: Standing, want: Want, context: AnswerContext) -> list[Line]:
    if not context.sees(standing.action):
        return [hidden(standing, context)]
    updates = [u for u in standing.updates if _asked_of(u, want)]
    if not updates:
        line = f"{standing.action.ref}: no update received{_when(want)}."
        return [Line(line, ref=standing.action.ref)]
    if want.order == "first":
        return [update_line(standing, updates[0], context)]
    lines = [update_line(standing, u, context) for u in reversed(updates)]
    if standing.moves:
        moved = standing.moves[0]
        before = show_date(moved.before) if moved.before else "no date"
        lines.append(Line(f"The due date was {before}; it is now {_due(standing)}."))
    elif not want.quarters:
        lines.append(Line(f"The due date has not moved: {_due(standing)}."))
    if not want.quarters and any(update.readings for update in updates):
        lines += [measure_line(standing, m, context) for m in standing.action.measures]
    return lines


def _asked_of(update: Update, want: Want) -> bool:
    """Whether an update is of the quarters or days asked about."""
    if want.days is not None:
        return update.at.date() in want.days
    return not want.quarters or update.quarter in want.quarters


def _when(want: Want) -> str:
    if want.days is not None:
        return f" {want.days}"
    return f" for {joined(str(q) for q in want.quarters)}" if want.quarters else ""


def _due(standing: Standing) -> str:
    return show_date(standing.due) if standing.due else "none"


def latest(reading: Reading, context: AnswerContext) -> Answer:
    """The last things reported, newest first: everybody's, an agency's, or the asker's own."""
    reading = _at_its_time(reading)
    meant = selected(reading.over, context)
    reported = [s for s in meant if s.latest is not None and context.sees(s.action)]
    if reading.want.order == "first":
        return _first(reading, reported, context)
    if reading.want.quarters or reading.want.days:
        return _reported_in(reading, reported, context)
    reported.sort(key=lambda s: s.updates[-1].at, reverse=True)
    if not reported:
        refs = tuple(s.action.ref for s in meant[:_LATEST])
        few = 0 < len(meant) <= _FEW
        of = joined(refs) if few else subject(reading.over, context)
        return Answer(Mode.ANSWER, f"No update received yet{of and f' for {of}'}.", refs=refs)
    of = subject(reading.over, context)
    most = reading.want.limit or _LATEST
    if most == 1:  # the last of all: all that came on its day
        most = sum(s.updates[-1].at.date() == reported[0].updates[-1].at.date() for s in reported)
    lines = [update_line(s, s.updates[-1], context) for s in reported[:most]]
    silent = tuple(s.action.ref for s in meant if s.latest is None) if len(meant) <= _FEW else ()
    if silent and not reading.want.limit:
        lines.append(Line(f"No update received yet: {joined(silent)}."))
    return Answer(
        Mode.ANSWER,
        f"The latest updates{of and f' of {of}'}",
        parts=(Section("", tuple(lines)),),
        steps=(ask("What changed?", Reading(Want(Kind.CHANGES))),),
        refs=(*(s.action.ref for s in reported[:most]), *silent),
    )


def _at_its_time(reading: Reading) -> Reading:
    """What was sent in at a time is all that came then, not the last few of the actions it was on:
    the condition becomes the time that is asked about."""
    parts = conjuncts(reading.over)
    days = [part.days for part in parts if isinstance(part, Updated)]
    quarters = tuple(part.quarter for part in parts if isinstance(part, Reported))
    if len(days) + len(quarters) != 1 or reading.want.order:
        return reading
    over = all_of(*(part for part in parts if not isinstance(part, Updated | Reported)))
    want = replace(reading.want, days=days[0] if days else None, quarters=quarters)
    return replace(reading, want=want, over=over)


def _first(reading: Reading, reported: list[Standing], context: AnswerContext) -> Answer:
    """The first things reported, oldest first."""
    updates = [(s, u) for s in reported for u in s.updates if _asked_of(u, reading.want)]
    updates.sort(key=lambda pair: pair[1].at)
    shown = updates[: reading.want.limit or _LATEST]
    of = subject(reading.over, context)
    if not shown:
        return Answer(Mode.ANSWER, f"No update received{_when(reading.want)}{of and f' for {of}'}.")
    return Answer(
        Mode.ANSWER,
        f"The first updates{of and f' of {of}'}",
        parts=(Section("", tuple(update_line(s, u, context) for s, u in shown)),),
        refs=tuple(dict.fromkeys(s.action.ref for s, _ in shown)),
    )


def _reported_in(reading: Reading, reported: list[Standing], context: AnswerContext) -> Answer:
    """What was reported for the quarters named, or on the days named, newest first."""
    updates = [(s, u) for s in reported for u in s.updates if _asked_of(u, reading.want)]
    updates.sort(key=lambda pair: pair[1].at, reverse=True)
    of = subject(reading.over, context)
    when = _when(reading.want)
    if not updates:
        none = f"No update received{when}{of and f' from {of}'}."
        named = refs_in(reading.over)
        return Answer(Mode.ANSWER, none, refs=named if len(named) == 1 else ())
    lines = [update_line(s, u, context) for s, u in updates[:_MOST]]
    if len(updates) > _MOST:
        lines.append(Line(f"And {len(updates) - _MOST} earlier ones."))
    return Answer(
        Mode.ANSWER,
        f"What was reported{when}{of and f', of {of}'}: {count(len(updates), 'update')}.",
        parts=(Section("", tuple(lines)),),
        refs=tuple(dict.fromkeys(s.action.ref for s, _ in updates)),
    )


def changes(reading: Reading, context: AnswerContext) -> Answer:
    """What changed between two quarters or two days: status and dates, with who said so."""
    want = reading.want
    meant = {s.action.ref for s in selected(reading.over, context)}
    turn = towards(want.way, of_status=want.noun == "status")
    of_readings = want.noun == "reading"
    compared = {"reading": "last reading", "status": "status"}.get(want.noun, "status or due date")

    def moved(before: Progress, after: Progress) -> list[Line]:
        if of_readings:
            return readings_between(before, after, meant, context, want.way)
        return moves_between(before, after, lambda s: s.action.ref in meant, context, turn)

    before, after, last, over_time = _ends(want, context)
    lines = moved(before, after)
    two_named = want.days or len(want.quarters) > 1
    since = [] if two_named else moved(after, context.progress)
    named = behind(reading.over, context)
    if not lines and not since:
        what = {1: "Nothing got better", -1: "Nothing got worse"}.get(want.way, "Nothing changed")
        kind = "not one reading" if of_readings else "neither a status nor a due date"
        return Answer(Mode.ANSWER, f"{what}{named} {over_time}, {kind}.")
    parts = [Section(f"After {last}", tuple(since))] if since else []
    shown, rest = lines[:10], lines[10:]
    if rest:
        shown.append(Line(f"And {len(rest)} more: {', '.join(line.ref for line in rest)}"))
    parts.append(Section(sentence(over_time), tuple(shown)))
    total = len(lines) + len(since)
    did = {1: "got better", -1: "got worse"}.get(want.way, "changed")
    verb = f"action {did}" if total == 1 else f"actions {did}"
    when = f" {over_time}" if want.days else ""
    return Answer(
        Mode.ANSWER,
        f"{total} {verb}{named}{when} ({compared}).",
        parts=tuple(parts),
        steps=_by_way(reading.over) if rest else (),
        refs=tuple(dict.fromkeys(line.ref for line in [*since, *lines])),
    )


def _ends(want: Want, context: AnswerContext) -> tuple[Progress, Progress, str, str]:
    """What was known at the two times compared, what the second is called, and the time between
    them in words: days where days are named."""
    days, progress = want.days, context.progress
    if days and days.start and days.end:
        known = progress.as_at(days.start), progress.as_at(days.end)
        last = show_date(days.end)
        return *known, last, f"between {show_date(days.start)} and {last}"
    before, after = _between(want, context)
    known = progress.up_to(before), progress.up_to(after)
    return *known, str(after), _over(before, after, context)


def _over(first: Quarter, last: Quarter, context: AnswerContext) -> str:
    """From the end of one quarter to the end of another, as it is said on a day of the second and
    of a plan that began between them."""
    begins = first.ends < context.progress.plan.starts
    if last.ends >= context.today:
        return "since the plan began" if begins else f"since the end of {first}"
    start = "the beginning of the plan" if begins else f"the end of {first}"
    return f"from {start} to the end of {last}"


def _by_way(over: Expression) -> tuple[Step, ...]:
    """A long list of changes is read in halves: for the worse first, then for the better."""
    return tuple(
        ask(label, Reading(Want(Kind.CHANGES, way=way), over))
        for label, way in (("What got worse?", -1), ("What got better?", 1))
    )


def _between(want: Want, context: AnswerContext) -> tuple[Quarter, Quarter]:
    """The two quarters compared: as named; one named means it and the one before it."""
    if len(want.quarters) > 1:
        return min(want.quarters), max(want.quarters)
    current = Quarter.of(context.today)
    last = want.quarters[0] if want.quarters else current.previous
    if last >= current:
        last = current
    if last.number == 1 and want.quarters:
        return last, current.previous if current.previous > last else current
    return last.previous, last
