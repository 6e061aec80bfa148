"""Answers that list actions: by any expression, and what the plan leaves open."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from bot.answers.awaiting import awaited, awaiting
from bot.answers.gaps import gaps_of
from bot.answers.lines import (
    FEW,
    LAST,
    AnswerContext,
    ask,
    joined,
    listed,
    more_steps,
    past_the_end,
)
from bot.answers.order import counts_words, margins, ordered, ordinal, place_of, worst_first
from bot.answers.selection import (
    due_days,
    none_of,
    selected,
    sentence,
    state,
    subject,
    where,
    words,
)
from bot.core.plan import EVERYONE
from bot.core.progress import Standing, count
from bot.messages.reply import Answer, Line, Mode, Section
from bot.reading.expression import (
    EVERY,
    Due,
    Expression,
    Involves,
    Lacks,
    Leads,
    Not,
    Overdue,
    Partners,
    Stands,
    all_of,
    conjuncts,
    negated,
)
from bot.reading.wants import ANY, Reading, Want


def matching(reading: Reading, context: AnswerContext) -> Answer:
    """The actions the expression leaves, the reading said first, or "none" with what there is;
    where it was asked whether something holds of every action, yes or no before those it does not
    hold of, or before all of them; and yes before those there are, where it was asked for any."""
    every = reading.want.whether
    if every in {EVERY, ANY}:
        answer = _matching(reading, context)
        yes = every == ANY and answer.refs and reading.page == 1
        return replace(answer, title=f"Yes. {answer.title}") if yes else answer
    asked = all_of(*(part for part in conjuncts(reading.over) if part != negated(every)))
    number = len(selected(asked, context))
    if selected(reading.over, context) or not number:
        answer = _matching(reading, context)
        return replace(answer, title=f"{'No' if number else 'There are none'}. {answer.title}")
    answer = _matching(replace(reading, over=all_of(asked, every)), context)
    return replace(answer, title=f"Yes, all {number}. {answer.title}")


def _matching(reading: Reading, context: AnswerContext) -> Answer:
    if reading.nobody:
        return _no_agency()
    over = reading.over
    if awaited(over) is not None:
        return awaiting(reading, context)
    if isinstance(state(over), Lacks):
        return gaps_of(reading, context)
    meant = _in_order(reading, context)
    matches = _as_many(meant, reading)
    if past_the_end(reading, len(matches)):
        return LAST
    if not matches:
        return _none_placed(reading, len(meant), context) if meant else _none(over, context)
    involved = _involved(over)
    if involved is not None:
        return _both_parts(reading, involved, matches, context)
    parts = [listed("", matches, context, reading.page)]
    if reading.want.limit and len(matches) <= FEW:
        by = margins((s for s in matches if context.sees(s.action)), reading.want)
        parts += _section([*map(Line, by)])
    supported = _supported(over, context) if isinstance(over, Leads) else ()
    parts += [*_late_already(over, context), *_never_heard_of(over, context), *supported]
    return Answer(
        Mode.ANSWER,
        _first_of(reading, len(matches), len(meant), context),
        parts=tuple(parts),
        steps=more_steps(reading, len(matches)),
        refs=tuple(s.action.ref for s in matches),
    )


def _as_many(meant: list[Standing], reading: Reading) -> list[Standing]:
    """As many as are asked for, of those that have a place in the order; with the last of them all
    that tie with it. Those of the second place are that place alone."""
    limit, nth = reading.want.limit, reading.want.place
    if not (limit and reading.want.order):
        return meant[: limit or len(meant)]
    place = place_of(reading.want, reading.over)
    placed = [standing for standing in meant if place(standing) < math.inf]
    if nth:
        steps = sorted({place(standing) for standing in placed})
        return [s for s in placed if steps[nth - 1 : nth] == [place(s)]]
    return [s for s in placed if place(s) <= place(placed[min(limit, len(placed)) - 1])]


def _none_placed(reading: Reading, meant: int, context: AnswerContext) -> Answer:
    """There are actions, and none has a place in the order, or that place."""
    phrase, _, total = title(reading.over, meant, context).rpartition(": ")
    order = _ORDERED.get((reading.want.order, reading.want.fewest), "")
    return Answer(Mode.ANSWER, f"{phrase}, {order}: none of {total}")


def _first_of(reading: Reading, shown: int, meant: int, context: AnswerContext) -> str:
    """The title of what is shown, with its order, and of how many it is when only some are."""
    phrase, _, total = title(reading.over, meant, context).rpartition(": ")
    named = _ORDERED.get((reading.want.order, reading.want.fewest), "")
    first = ordinal(reading.want.place) if reading.want.place else "first"
    some = f"the {first} {f'{shown} ' if shown > 1 else ''}of " if shown < meant else ""
    return f"{phrase}{named and f', {named}'}: {some}{total}"


_ORDERED = {
    ("soonest", False): "by due date",
    ("next", False): "due next",
    ("last", False): "due last",
    ("overdue", False): "the longest overdue first",
    ("overdue", True): "the least overdue first",
    ("stalest", False): "the longest without an update first",
    ("newest", False): "the latest update first",
    ("furthest", False): "the furthest from its target first",
    ("closest", False): "the closest to its target first",
    ("beaten", False): "the furthest beyond its target first",
    ("beaten", True): "the least beyond its target first",
    ("rise", False): "the greatest rise since the reading before first",
    ("fall", False): "the greatest fall since the reading before first",
    ("gain", False): "the most improved on its baseline first",
    ("slipped", False): "the furthest moved first",
    ("slipped", True): "the least moved first",
    ("turned", False): "the latest to become so first",
    ("turned", True): "the first to become so first",
}
"""An order in words, and from the other end on."""


def title(over: Expression, number: int, context: AnswerContext) -> str:
    """The reading in words and how many: "Led by the police (CP), not at risk: 3 actions."."""
    phrase = subject(over, context).removeprefix("actions ")
    return f"{sentence(phrase) if phrase else 'All actions'}: {count(number, 'action')}."


def _in_order(reading: Reading, context: AnswerContext) -> list[Standing]:
    """Worst first, or in the order asked for; "due next" and "due last" are of one day."""
    matches = selected(reading.over, context)
    order = reading.want.order
    if not order:
        return worst_first(matches)
    if order in {"last", "next"}:
        return _at_end(matches, reading, context.today)
    return ordered(matches, reading.want, reading.over)


def _at_end(matches: tuple[Standing, ...], reading: Reading, today: date) -> list[Standing]:
    """What is open, from the next to come on, or from the last back: by a time, of one day."""
    last = reading.want.order == "last"
    dated = [s for s in matches if s.due and not (s.status and s.status.closed)]
    ahead = [s for s in ordered(dated, reading.want) if last or (s.due and s.due >= today)]
    due = due_days(reading.over)
    if last and due is not None and not reading.want.limit:
        return [s for s in ahead if s.due == ahead[0].due]
    return ahead


def _no_agency() -> Answer:
    return Answer(
        Mode.DECLINE,
        "I do not know which agency you act for, so I cannot tell which actions are yours. "
        "Ask your coordinator to add you to an agency.",
        steps=(ask("All overdue actions", Reading(Want(), Overdue())),),
    )


def _none(over: Expression, context: AnswerContext) -> Answer:
    """None: said so, with how the part of the plan that was looked at stands."""
    place = where(over)
    wider = selected(place, context)
    lines = []
    if wider and place not in {EVERY, over}:
        lines.append(Line(f"{title(place, len(wider), context)} {counts_words(wider, context)}."))
    supported = _supported(over, context) if not wider else ()
    headline = "Every action has had an update." if over == Stands("") else none_of(over, context)
    return Answer(
        Mode.ANSWER,
        headline,
        parts=(*(_section(lines) or supported), *_late_already(over, context)),
    )


def _supported(over: Expression, context: AnswerContext) -> tuple[Section, ...]:
    """How many of the same the agency that leads supports, and how to ask for them."""
    agency = next((p.agency for p in conjuncts(over) if isinstance(p, Leads)), "")
    helping = (Partners(p.agency) if isinstance(p, Leads) else p for p in conjuncts(over))
    number = len(selected(all_of(*helping), context)) if agency else 0
    if not number:
        return ()
    asked = f"ask 'what does {context.full_name(agency)} support'"
    return _section([Line(f"Supports {count(number, 'action')}: {asked}.")])


def _section(lines: list[Line]) -> tuple[Section, ...]:
    """Lines without a heading; nothing where there are none."""
    return (Section("", tuple(lines)),) if lines else ()


def _late_already(over: Expression, context: AnswerContext) -> list[Section]:
    """Beside what falls due by a day to come: how many should have been done before today."""
    due = due_days(over)
    other = [p for p in conjuncts(state(over)) if not isinstance(p, Due | Not)]
    if due is None or due.days.start != context.today or due.days.end is None or other:
        return []
    rest = all_of(*(part for part in conjuncts(over) if not isinstance(part, Due)), Overdue())
    late = selected(rest, context)
    if not late:
        return []
    are = "is" if len(late) == 1 else "are"
    line = f"{count(len(late), 'more action')} {are} overdue already: ask 'what is overdue'."
    return [Section("", (Line(line),))]


def _never_heard_of(over: Expression, context: AnswerContext) -> list[Section]:
    """Beside the actions never reported on, the lead agencies of which nothing was ever heard."""
    if over != Stands(""):
        return []
    reporting = {c for s in context.progress.standings if s.latest for c in s.action.leads}
    silent = dict.fromkeys(
        c
        for s in context.progress.standings
        for c in s.action.leads
        if c not in {EVERYONE, *reporting}
    )
    names = joined(context.full_name(code) for code in silent)
    return [Section("", (Line(f"No update at all from {names}."),))] if silent else []


def _involved(over: Expression) -> Involves | None:
    """The one agency whose part in actions is asked about, as lead or as partner."""
    parts = [part for part in conjuncts(over) if isinstance(part, Involves)]
    return parts[0] if len(parts) == 1 else None


def _both_parts(
    reading: Reading, involved: Involves, matches: list[Standing], context: AnswerContext
) -> Answer:
    """An agency's actions: what it leads, then what it supports."""
    leads = [s for s in matches if involved.agency in s.action.leads]
    supports = [s for s in matches if s not in leads]
    parts = [
        part
        for heading, own in (("Leads", leads), ("Supports", supports))
        if (part := listed(f"{heading} {len(own)}", own, context, reading.page)).lines
    ]
    rest = all_of(*(part for part in conjuncts(reading.over) if part != involved))
    extra = f", {words(rest, context)}" if rest != EVERY else ""
    name = context.full_name(involved.agency)
    return Answer(
        Mode.ANSWER,
        f"{name}: {_share(len(leads), len(supports))}{extra}.",
        parts=(*parts, *_late_already(reading.over, context)),
        steps=(
            *more_steps(reading, max(len(leads), len(supports))),
            ask("Only overdue", Reading(Want(), all_of(Leads(involved.agency), Overdue()))),
        ),
        refs=tuple(s.action.ref for s in [*leads, *supports]),
    )


def _share(leads: int, supports: int) -> str:
    """ "leads 2 actions and supports 3 more"."""
    if not supports:
        return f"leads {count(leads, 'action')}"
    if not leads:
        return f"leads no action and supports {supports}"
    return f"leads {count(leads, 'action')} and supports {supports} more"
