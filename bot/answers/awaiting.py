"""Answers about updates that are awaited: who has not reported for a quarter, and which quarters
are open beside it."""

from __future__ import annotations

from bot.answers.lines import AnswerContext, ask, joined
from bot.answers.selection import selected, state, where, words
from bot.core.plan import EVERYONE
from bot.core.progress import Standing, count, show_date
from bot.core.quarters import Quarter
from bot.messages.reply import Answer, Line, Mode, Section, Step
from bot.reading.expression import (
    EVERY,
    Closed,
    Expression,
    Leads,
    Not,
    Reported,
    all_of,
    conjuncts,
)
from bot.reading.wants import Reading, Want

Beside = tuple[tuple[Section, ...], tuple[Step, ...]]
"""What is said beside an answer, and the way there."""


def awaited(over: Expression) -> Quarter | None:
    """The quarter of which no update came, when that is what is asked."""
    if Not(Closed()) not in conjuncts(over):
        return None
    missing = [
        p.part for p in conjuncts(over) if isinstance(p, Not) and isinstance(p.part, Reported)
    ]
    others = [p for p in conjuncts(state(over)) if not isinstance(p, Not)]
    return missing[0].quarter if len(missing) == 1 and not others else None


def awaiting(reading: Reading, context: AnswerContext) -> Answer:
    """Who has not reported for a quarter: by agency, in a neutral tone."""
    quarter, place = awaited(reading.over), where(reading.over)
    matches = selected(reading.over, context)
    by_agency: dict[str, list[str]] = {}
    for standing in matches:
        for code in standing.action.leads or ("",):
            by_agency.setdefault(code, []).append(standing.action.ref)
    lines = tuple(
        Line(f"{context.name(code) if code else 'No lead named'}: {', '.join(refs)}")
        for code, refs in sorted(by_agency.items(), key=lambda item: -len(item[1]))
    )
    if place == EVERY and (reporting := _reporting(matches, context)):
        lines = (*lines, Line(f"Nothing outstanding: {joined(reporting)}."))
    whose = f" {words(place, context)}" if place != EVERY else ""
    base = count(len(selected(place, context)), "action")
    title = f"No update received for {quarter}: {len(matches)} of {base}{whose}."
    if not matches:
        title = f"Nothing is outstanding for {quarter}{whose}: every open action has an update."
    now, steps = _reported_now(quarter, place, context) if quarter else ((), ())
    earlier, to_earlier = _still_open(quarter, place, context) if quarter else ((), ())
    return Answer(
        Mode.ANSWER,
        title,
        parts=(*now, *earlier, *([Section("By lead agency", lines)] if lines else [])),
        steps=(*steps, *to_earlier),
        refs=tuple(s.action.ref for s in matches),
    )


def _reported_now(quarter: Quarter, place: Expression, context: AnswerContext) -> Beside:
    """Of a quarter whose returns have closed: that they have, and what the one that is reported now
    still awaits, with the way there. Nothing while they are open."""
    closed = context.closes(quarter)
    if closed is None or closed >= context.today:
        return (), ()
    now = quarter.next
    while (end := context.closes(now)) is not None and end < context.today:
        now = now.next
    if now.starts > min(context.today, context.progress.plan.ends):
        return (), ()
    awaited_now = all_of(place, Not(Reported(now)), Not(Closed()))
    number = count(len(selected(awaited_now, context)), "action")
    text = f"Its returns closed on {show_date(closed)}. {now} is reported now: {number} to go."
    label = f"Still to report for Q{now.number}"
    return (Section("", (Line(text),)),), (ask(label, Reading(Want(), awaited_now)),)


def _still_open(quarter: Quarter, place: Expression, context: AnswerContext) -> Beside:
    """Of the first quarter of a plan: what the last of the plan before still awaits, while its
    returns are open, with the way there."""
    before, last = context.before, quarter.previous
    closes = context.closes(last)
    if before is None or closes is None or closes < context.today or last.ends > before.plan.ends:
        return (), ()
    asked = all_of(place, Not(Reported(last)), Not(Closed()))
    number = sum(asked.holds(s, context.today) for s in before.standings)
    if not number or not (place == EVERY or isinstance(place, Leads)):
        return (), ()
    of_plan = f"{last}, of the {before.plan.year} plan,"
    until = f"Returns for {of_plan} are open until {show_date(closes)}"
    step = Step(f"Still to report for Q{last.number}", "ask", f"who has not reported for {last}")
    return (Section("", (Line(f"{until}: {count(number, 'action')} to go."),)),), (step,)


def _reporting(outstanding: tuple[Standing, ...], context: AnswerContext) -> list[str]:
    """The lead agencies that owe nothing, by name."""
    owing = {code for s in outstanding for code in s.action.leads}
    leading = dict.fromkeys(
        code for s in context.progress.standings for code in s.action.leads if code != EVERYONE
    )
    return [context.name(code) for code in leading if code not in owing]
