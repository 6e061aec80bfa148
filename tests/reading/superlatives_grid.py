"""The one action that has most or least of something, or came first or last, and the few at the
head of an order: what is measured x which end x how it is put x a condition.

The truth is worked out from the plan and its dated updates, with nothing the reader uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.plan import Direction
from bot.core.progress import Standing
from bot.core.status import Status
from tests.reading.conftest import Book
from tests.reading.time_grid import is_open, is_overdue

Valued = Callable[[Standing], float | None]
Held = Callable[[Standing], bool]
Cases = Iterator["Extreme"]


@dataclass(frozen=True)
class Extreme:
    """A text, and the actions its answer shows, those that tie together, in the order asked for; of
    one asked for the first alone."""

    text: str
    refs: tuple[frozenset[str], ...]


def _ranked(on: Book, value: Valued, *, most: bool, held: Held) -> tuple[frozenset[str], ...]:
    """The actions that have a value, those of the same together, in their order."""
    values = {s.action.ref: v for s in on.progress.standings if held(s)
              and (v := value(s)) is not None}  # fmt: skip
    steps = sorted({*values.values()}, reverse=most)
    return tuple(frozenset(r for r, v in values.items() if v == step) for step in steps)


def _day(day: date | None) -> float | None:
    return day.toordinal() if day else None


def _said(standing: Standing) -> float | None:
    return _day(max((u.at.date() for u in standing.updates), default=None))


def _first_said(standing: Standing) -> float | None:
    return _day(min((u.at.date() for u in standing.updates), default=None))


def _finished(standing: Standing) -> float | None:
    """The day on which it was first said to be complete, of what is."""
    days = [u.at.date() for u in standing.updates if u.status is Status.COMPLETE]
    return _day(min(days, default=None)) if standing.status is Status.COMPLETE else None


def _once(status: Status) -> Valued:
    """The day on which it took a status last, whether or not it has it still."""

    def day(standing: Standing) -> float | None:
        last, before = None, None
        for update in standing.updates:
            if update.status is status is not before:
                last = update.at.date()
            before = update.status or before
        return _day(last)

    return day


def _turned(status: Status) -> Valued:
    """The day on which what has a status took it last."""
    once = _once(status)
    return lambda standing: once(standing) if standing.status is status else None


def _late(today: date) -> Valued:
    return lambda s: (today - s.due).days if s.due and is_overdue(s, today) else None


def _ahead(today: date) -> Valued:
    """The due date of what is open and not yet due."""
    return lambda s: _day(s.due) if s.due and is_open(s, today) and s.due >= today else None


def _due_of_open(today: date) -> Valued:
    return lambda s: _day(s.due) if is_open(s, today) else None


def _moved_by(standing: Standing) -> float | None:
    first, now = standing.action.due, standing.due
    return (now - first).days if first and now and now != first else None


def _measured(standing: Standing) -> list[tuple[float, float, float | None, float | None, int]]:
    """Of each measure with a reading: target, reading, baseline, the reading before it (None where
    there is none), and the way that is good."""
    return [
        (m.target if m.target is not None else float("nan"), r[-1].value, m.baseline,
         r[-2].value if len(r) > 1 else None, -1 if m.direction is Direction.LOWER else 1)
        for m in standing.action.measures if (r := standing.readings(m))
    ]  # fmt: skip


def _beaten(standing: Standing) -> float | None:
    """The greatest part of the target by which it is beaten."""
    gains = [(v - t) * way / abs(t) for t, v, _, _, way in _measured(standing) if t]
    return max((g for g in gains if g > 0), default=None)


def _missed(standing: Standing) -> float | None:
    """The greatest part of the target that is lacking."""
    gaps = [(t - v) * way / abs(t) for t, v, _, _, way in _measured(standing) if t]
    return max((g for g in gaps if g > 0), default=None)


def _gain(standing: Standing) -> float | None:
    """The greatest gain on where it began, in the way that is good."""
    gains = [(v - b) * way for _, v, b, _, way in _measured(standing) if b is not None]
    return max((g for g in gains if g > 0), default=None)


def _rise(standing: Standing) -> float | None:
    rises = [v - b for _, v, _, b, _ in _measured(standing) if b is not None]
    return max((r for r in rises if r > 0), default=None)


def _fall(standing: Standing) -> float | None:
    falls = [b - v for _, v, _, b, _ in _measured(standing) if b is not None]
    return max((f for f in falls if f > 0), default=None)


def _figure(name: str) -> tuple[Valued, Valued]:
    """The greatest and the least target or baseline of an action."""

    def of(choose: Callable[[list[float]], float]) -> Valued:
        def value(standing: Standing) -> float | None:
            values = [getattr(m, name) for m in standing.action.measures]
            given = [v for v in values if v is not None]
            return choose(given) if given else None

        return value

    return of(max), of(min)


def _read(choose: Callable[[list[float]], float]) -> Valued:
    return lambda s: choose([v for _, v, *_ in _measured(s)]) if _measured(s) else None


COUNTS: tuple[tuple[Valued, str, str], ...] = (
    (lambda s: len(s.updates),
     "has had the most updates|has had more updates than any other|has most updates"
     "|has been updated most often|has been updated the most|gets updated most|has been reported on"
     " most|has been reported on most often|has the highest number of updates|tops the table for"
     " updates|has been updated more than any other"
     "|has been reported on more times than any other|has had more reports than any of the others"
     "|has clocked up the most updates|leads the way for updates", ""),
    (lambda s: len(s.action.partners),
     "has the most partners|has more partners than any other|has the longest list of partners"
     "|has the biggest number of partners|has most supporting agencies|has the most agencies"
     " supporting it|involves the most partners|has the largest number of partners"
     "|has the greatest number of partner agencies|tops the table for partners",
     "has the fewest partners|has the least partners|has fewer partners than any other"
     "|has the smallest number of partners|has the lowest number of partners"),
    (lambda s: len(s.moves) or None,
     "has been moved most often|has had its date moved most often|has had its date changed the most"
     " times|has had its deadline moved the most times|has had the most date changes"
     "|has had more date changes than any other|has had its due date put back most times"
     "|has been put back most often", ""),
)  # fmt: skip


def counts(on: Book) -> Cases:
    """Updates, partners and moves of the date counted."""
    for value, most, least in COUNTS:
        for at, way in enumerate(most.split("|")):
            yield from _asked(on, way, value, at, most=True)
        for at, way in enumerate(filter(None, least.split("|"))):
            yield from _asked(on, way, value, at, most=False)


def _times(today: date) -> tuple[tuple[Valued, bool, str], ...]:
    """A day or a length of time, whether the greatest is meant, and the ways of asking for it."""
    return (
        (_late(today), True,
         "is the most overdue|has been overdue longest|has been overdue the longest|is overdue by"
         " most|is overdue by the most days|is the latest against its deadline|has been late"
         " longest|is furthest past its due date|is overdue by the widest margin|is the longest"
         " overdue|has run over its date by the most|is overdue by more than any other|is the most"
         " days overdue|is worst overdue|is the furthest behind its deadline"),
        (_late(today), False,
         "is the least overdue|is overdue by the fewest days|is overdue by the least|went overdue"
         " most recently|is the most recently overdue|is overdue by the shortest time|was the last"
         " to go overdue|became overdue last"),
        (_ahead(today), False,
         "is due next|is due first|comes up first|comes up next|is the next due|is due soonest"
         "|is next to fall due|has the nearest deadline|has the next deadline|falls due first"
         "|falls due next|is next up|is the next to come due|has the soonest due date|lands first"
         "|has to be done first|has the least time left|has the fewest days left|has the fewest"
         " days to go|is the next thing due|is the first to fall due from here|runs out of time"
         " first|has the closest deadline|needs finishing first|finishes first"),
        (_due_of_open(today), True,
         "is due last|has the latest due date|has the furthest off deadline|is the last to fall due"
         "|falls due last|has the longest to go|has the most time left|has the most days left"
         "|has the longest left to run|comes up last|is the last one due|has the latest deadline"
         "|has the furthest away deadline|has the most days to go"),
        (_moved_by, True,
         "has had its date moved the furthest|has been moved the furthest|has slipped the most"
         "|has slipped furthest|has slipped the furthest|had its deadline put back the longest"
         "|has had its due date pushed back the most|was moved by the most days|has had the biggest"
         " slip|has slipped by most|has slipped by more than any other|has had the longest"
         " extension|has been put back the furthest|has moved furthest from its first date"),
        (_said, False,
         "went quiet the longest ago|has gone longest without an update|has gone the longest"
         " without a word|was updated longest ago|has the oldest last update|has the stalest update"
         "|has been silent longest|has been quiet the longest|was last heard of the longest ago"
         "|has waited longest for an update|has not been updated for the longest|is the stalest"
         "|have we heard nothing about for longest|was least recently updated"
         "|has been longest since its last update|has the most out of date update"),
        (_said, True,
         "was updated most recently|was updated last|has the newest update|has the most recent"
         " update|has the latest update|was the last to be updated|was most recently updated"
         "|has been updated most recently|has the freshest update|was the last to report|had the"
         " last update|was the latest to be reported on"),
        (_first_said, False,
         "was the first to be reported on|was reported on first|had the first update|was the very"
         " first to report|was the first to be updated|was updated first"),
        (_finished, False,
         "was finished first|was the first to be completed|was completed first|was ticked off first"
         "|was the very first ticked off|was the first to finish|got done first|was the first one"
         " done|was the first to be ticked off|was first over the line|was first to complete"
         "|was the earliest to be completed|was done first"),
        (_finished, True,
         "was finished last|was the last to be completed|was completed most recently|was ticked off"
         " most recently|was the latest to be completed|is the most recently completed|was the last"
         " one ticked off|was the last to be ticked off|was most recently finished"),
        (_once(Status.OFF_TRACK), True,
         "went red most recently|was the last to go red|turned red most recently|is the most recent"
         " to go red|turned red last|was the latest to turn red"),
        (_turned(Status.OFF_TRACK), False,
         "has been red longest|has been red the longest|has been off track longest"
         "|has been red for the longest"),
        (_once(Status.OFF_TRACK), False,
         "went red first|was the first to go red|turned red the longest ago"),
    )  # fmt: skip


def times(on: Book) -> Cases:
    """Days and lengths of time: due, overdue, moved, last heard of, finished, turned."""
    for value, most, ways in _times(on.today):
        for at, way in enumerate(ways.split("|")):
            yield from _asked(on, way, value, at, most=most)


FIGURES: tuple[tuple[Valued, bool, str], ...] = (
    (_beaten, True,
     "beat its target by most|beat its target by the most|has beaten its target by the biggest"
     " margin|beat its target by the widest margin|has exceeded its target by the most|went past"
     " its target by most|went furthest past its target|is furthest over its target|is furthest"
     " above target|has overshot its target the most|beat its target most|outdid its target by"
     " more than any other|has done best against its target|most exceeded its target"
     "|smashed its target by the largest margin"),
    (_missed, True,
     "is furthest from its target|is furthest short of its target|is short of its target by most"
     "|is furthest off target|is furthest behind its target|has missed its target by the most"
     "|is missing its target by the widest margin|falls furthest short of its target|has the most"
     " still to do to reach its target|is the furthest below target|is worst against its target"
     "|has the furthest to go to its target|has the biggest gap to its target|is short of its"
     " target by more than any other"),
    (_missed, False,
     "is closest to its target without reaching it|missed its target by the least|is nearest to"
     " hitting its target|is closest to meeting its target|narrowly missed its target by least"
     "|is short of its target by the least|has only just missed its target by the smallest"
     " margin"),
    (_figure("target")[0], True,
     "has the biggest target|has the highest target|has the largest target|has a bigger target than"
     " any other|has the greatest target"),
    (_figure("target")[1], False, "has the smallest target|has the lowest target|has a lower target"
     " than any other"),
    (_figure("baseline")[0], True, "has the highest baseline|had the biggest baseline"),
    (_figure("baseline")[1], False, "has the lowest baseline"),
    (_read(max), True, "has the highest reading|has the biggest latest figure|has the highest"
     " latest reading|has the largest reading"),
    (_read(min), False, "has the lowest reading|has the smallest latest figure|has the lowest last"
     " reading"),
    (_rise, True, "has the biggest rise since its last reading|went up the most since the last"
     " reading|has gone up most since last time|had the biggest jump since its last reading"
     "|rose the most since the reading before"),
    (_fall, True,
     "has fallen the furthest since its last figure|had the biggest drop since its last reading"
     "|has gone down most since last time"),
    (_gain, True,
     "has improved the most on its baseline|has the biggest improvement on its baseline"
     "|is furthest above its baseline|has improved most since its starting point"),
)  # fmt: skip


def figures(on: Book) -> Cases:
    """Targets, how far they are beaten or missed, baselines, readings and what changed."""
    for value, most, ways in FIGURES:
        for at, way in enumerate(ways.split("|")):
            yield from _asked(on, way, value, at, most=most)


HEADS = ("which action {}", "which one {}", "which {}", "the one that {}", "what {}",
         "which of them all {}", "tell me which action {}", "whats the action that {}",
         "which single action {}", "which {}, of the lot")  # fmt: skip


def conditions(on: Book) -> Mapping[str, Held]:
    """Conditions beside an extreme, before it or behind."""
    plan, own = on.progress.plan, on.led_by()[0]
    sizes = {p: sum(a.priority == p.code for a in plan.actions) for p in plan.priorities}
    first, second = sorted(sizes, key=lambda p: -sizes[p])[:2]
    body = on.led_by()[1]
    return {
        "of the ones we lead, {}": lambda s: own.code in s.action.leads,
        "of the reds, {}": lambda s: s.status is Status.OFF_TRACK,
        "of the ambers {}": lambda s: s.status is Status.AT_RISK,
        "of the open ones, {}": lambda s: is_open(s, on.today),
        f"in {first.short}, {{}}": lambda s: s.action.priority == first.code,
        f"{{}} in {second.short}": lambda s: s.action.priority == second.code,
        "of those that have reported, {}": lambda s: bool(s.updates),
        f"of the actions {body.name} leads, {{}}": lambda s: body.code in s.action.leads,
        "of the open ones that have reported, {}": lambda s: (
            is_open(s, on.today) and bool(s.updates)
        ),
        "among the greens, {}": lambda s: s.status is Status.ON_TRACK,
        "out of the ones that arent finished, {}": lambda s: s.status is not Status.COMPLETE,
    }


def _asked(on: Book, way: str, value: Valued, at: int, *, most: bool) -> Cases:
    """An extreme of the whole plan under a head, and beside one condition."""
    head = HEADS[at % len(HEADS)]
    head = head if way.split()[0] != "have" else "which action {}"
    ranks = _ranked(on, value, most=most, held=lambda s: True)
    yield Extreme(head.format(way), ranks[:1])
    beside = [*conditions(on).items()]
    for step in (at, at + 3):
        frame, held = beside[(step * 2 + 1) % len(beside)]
        ranks = _ranked(on, value, most=most, held=held)
        if ranks:
            yield Extreme(frame.format(f"which {way}"), ranks[:1])


def orders(on: Book) -> Cases:
    """Several in an order, as many as are said or all."""
    today = on.today
    late, ahead, said = _late(today), _ahead(today), _said
    measures: tuple[tuple[Valued, bool, str], ...] = (
        (late, True, "the {} most overdue actions|the {} longest overdue|top {} most overdue|the {}"
         " that are furthest past their due date|which {} are the most overdue"
         "|the {} worst overdue"),
        (ahead, False, "the next {} deadlines|the next {} actions due|which {} are due next|the {}"
         " due soonest from now on"),
        (_moved_by, True, "the {} that have slipped the most|the {} moved furthest|the {} actions"
         " moved the furthest|which {} have slipped furthest"),
        (said, False, "the {} that have gone longest without an update|the {} stalest|the {}"
         " actions quiet the longest"),
        (_missed, True, "the {} furthest from their target|the {} actions furthest short of target"
         "|the {} that missed their target by most"),
        (_beaten, True, "the {} that beat their target by the most"),
        (lambda s: len(s.updates), True, "the {} actions with the most updates|top {} for updates"
         "|the {} most updated actions"),
        (lambda s: len(s.action.partners), True, "the {} actions with the most partners"
         "|top {} by number of partners|the top {} for partners"),
    )  # fmt: skip
    for value, most, ways in measures:
        ranks = _ranked(on, value, most=most, held=lambda s: True)
        for at, way in enumerate(ways.split("|")):
            number, name = ((2, "two"), (3, "three"), (3, "3"))[at % 3]
            yield Extreme(way.format(name), _first(ranks, number))
    whole: tuple[tuple[Valued, bool, str], ...] = (
        (late, True, "which are the most overdue, worst first|overdue ones, longest overdue first"
         "|what is overdue, longest first"
         "|everything overdue in order, most overdue first"),
        (ahead, False, "which are due next|which actions are due next"),
        (_moved_by, True, "moved dates, furthest moved first|which have had their date moved,"
         " biggest slip first"),
        (_missed, True, "actions short of target, furthest from target first"),
    )  # fmt: skip
    for value, most, ways in whole:
        ranks = _ranked(on, value, most=most, held=lambda s: True)
        for way in ways.split("|"):
            yield Extreme(way, ranks)


def _first(ranks: tuple[frozenset[str], ...], number: int) -> tuple[frozenset[str], ...]:
    """The ranks up to the one that holds the last of so many."""
    taken: list[frozenset[str]] = []
    for rank in ranks:
        if sum(map(len, taken)) < number:
            taken.append(rank)
    return tuple(taken)
