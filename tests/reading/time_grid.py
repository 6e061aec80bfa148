"""Questions about time, generated: every state x every time x every want, and two times compared.

Each case is a text, the kind of answer, and the truth, worked out from the plan's dates and the
dated updates by plain loops, with nothing the reader uses. `words` the answer must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.plan import Update
from bot.core.progress import Progress, Standing
from bot.core.status import Status

Held = Callable[[Standing, date], bool]
LIST, COUNT, BOTH = "list", "count", "both"


@dataclass(frozen=True)
class Case:
    """A question, how it is answered, and the actions it is about (of two times: now and then)."""

    text: str
    kind: str
    refs: frozenset[str]
    then: frozenset[str] = frozenset()
    words: str = ""


@dataclass(frozen=True)
class State:
    """A state of an action, in words, and whether it holds at the end of a day."""

    words: str
    held: Held


def reported(standing: Standing, day: date) -> list[Update]:
    """What had been reported by the end of a day."""
    return [update for update in standing.updates if update.at.date() <= day]


def status_on(standing: Standing, day: date) -> Status | None:
    """The status declared last by the end of a day."""
    declared = [update.status for update in reported(standing, day) if update.status]
    return declared[-1] if declared else None


def due_on(standing: Standing, day: date) -> date | None:
    """The due date as it was known at the end of a day."""
    moved = [update.new_due for update in reported(standing, day) if update.new_due]
    return moved[-1] if moved else standing.action.due


def _is(status: Status | None) -> Held:
    return lambda standing, day: status_on(standing, day) is status


def is_open(standing: Standing, day: date) -> bool:
    """Neither complete nor put off at the end of a day."""
    status = status_on(standing, day)
    return status is None or not status.closed


def is_overdue(standing: Standing, day: date) -> bool:
    """Open at the end of a day on which its date had passed."""
    due = due_on(standing, day)
    return is_open(standing, day) and due is not None and due < day


STATES = (
    State("red", _is(Status.OFF_TRACK)),
    State("off track", _is(Status.OFF_TRACK)),
    State("amber", _is(Status.AT_RISK)),
    State("at risk", _is(Status.AT_RISK)),
    State("green", _is(Status.ON_TRACK)),
    State("not started", _is(Status.NOT_STARTED)),
    State("overdue", is_overdue),
    State("past their due date", is_overdue),
    State("without any update", lambda s, day: not reported(s, day)),
    State("still open", is_open),
)
SHORT = tuple(s for s in STATES if s.words in {"red", "amber", "green", "overdue"})


def ever(held: Held, first: date, last: date) -> Held:
    """Whether it held at the end of any day of these."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return lambda standing, _day: any(held(standing, day) for day in days)


@dataclass(frozen=True)
class Times:
    """A plan's record, the day it is, and its days worth asking about, in words."""

    progress: Progress
    today: date

    @property
    def year(self) -> int:
        """The year the plan starts in."""
        return self.progress.plan.starts.year

    def of(self, held: Held, day: date | None = None) -> frozenset[str]:
        """The actions it holds for at the end of a day, or today."""
        standings = self.progress.standings
        return frozenset(s.action.ref for s in standings if held(s, day or self.today))

    def ends(self) -> dict[str, date]:
        """Past days as they are said, each with the day whose end is meant."""
        june, july = date(self.year, 6, 30), date(self.year, 7, 5)
        return {
            "at the end of June": june,
            "at the end of Q1": june,
            "at the end of the first quarter": june,
            f"as at 30 June {self.year}": june,
            "on 5 July": july,
            "as of 5 July": july,
            f"on 5/7/{self.year % 100}": july,
            "on 31 August": date(self.year, 8, 31),
            "at the close of August": date(self.year, 8, 31),
            "at the end of last month": self.today.replace(day=1) - timedelta(days=1),
        }

    def windows(self) -> dict[str, tuple[date, date]]:
        """Stretches of the past as they are said."""
        return {
            "in Q2": (date(self.year, 7, 1), date(self.year, 9, 30)),
            "in July": (date(self.year, 7, 1), date(self.year, 7, 31)),
            "between 1 July and 31 August": (date(self.year, 7, 1), date(self.year, 8, 31)),
            "since the start of September": (date(self.year, 9, 1), self.today),
        }


Cases = Iterator[Case]


def as_at(on: Times) -> Cases:
    """How things stood at the end of a past day: listed, counted, by whom."""
    for state in STATES:
        for when, day in on.ends().items():
            refs, words = on.of(state.held, day), state.words
            for text in (
                f"which actions were {words} {when}?",
                f"what was {words} {when}",
                f"{when} which actions were {words}?",
                f"show me everything that was {words} {when}",
                f"actions {words} {when}",
            ):
                yield Case(text, LIST, refs)
            for text in (
                f"how many actions were {words} {when}?",
                f"{when}, how many actions were {words}?",
                f"number of actions {words} {when}",
                f"what percentage of actions were {words} {when}?",
            ):
                yield Case(text, COUNT, refs)
            yield Case(f"who led the actions that were {words} {when}?", LIST, refs)
            yield Case(f"which agencies led actions that were {words} {when}?", LIST, refs)
            yield Case(f"actions {words} {when} by priority", LIST, refs)


def at_any_time(on: Times) -> Cases:
    """At some time or never, ever or in a window."""
    starts = on.progress.plan.starts
    for state in SHORT:
        words, once = state.words, on.of(ever(state.held, starts, on.today))
        never = on.of(lambda _s, _d: True) - once
        now = on.of(state.held)
        for text in (
            f"which actions have ever been {words}?",
            f"what has been {words} at some point?",
            f"which were {words} at any time",
            f"actions that were {words} at one point or another",
        ):
            yield Case(text, LIST, once)
        yield Case(f"how many actions have ever been {words}?", COUNT, once)
        for text in (
            f"which actions have never been {words}?",
            f"what has not been {words} at any point",
            f"actions that were at no time {words}",
        ):
            yield Case(text, LIST, never)
        yield Case(f"how many have never been {words}?", COUNT, never)
        for text in (
            f"which were {words} at some point but arent now",
            f"which were {words} at some point but not now?",
            f"what has been {words} but is not any more",
            f"actions that were once {words} and no longer are",
            f"which used to be {words} but aren't any longer",
            f"have any been {words} at some point but have since come out of {words}",
        ):
            yield Case(text, LIST, once - now)
        for other in SHORT:
            if other is not state and "overdue" not in {state.words, other.words}:
                since = (once - now) & on.of(other.held)
                yield Case(f"ones that were {words} and have since gone {other.words}", LIST, since)
                yield Case(f"were {words} and have dropped to {other.words} since", LIST, since)
        for when, (first, last) in on.windows().items():
            held = on.of(ever(state.held, first, last))
            yield Case(f"which were {words} at some point {when}?", LIST, held)
            yield Case(f"what was {words} at any time {when}", LIST, held)
            yield Case(f"how many were {words} at any point {when}?", COUNT, held)
            if when == "in Q2":
                days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
                lasting = on.of(lambda s, _, h=state.held, d=days: all(h(s, x) for x in d))  # type: ignore[misc]
                yield Case(f"which were {words} throughout Q2?", LIST, lasting)


def then_and_now(on: Times) -> Cases:
    """Still so, no longer so, something else since."""
    for state in SHORT:
        for when, day in on.ends().items():
            then, now, words = on.of(state.held, day), on.of(state.held), state.words
            for text in (
                f"which were {words} {when} and still are?",
                f"which actions {words} {when} are still {words}?",
                f"what was {words} {when} and is still {words} now",
            ):
                yield Case(text, LIST, then & now)
            for text in (
                f"which were {words} {when} but are not now?",
                f"which were {words} {when} but no longer are",
                f"what was {words} {when} but isn't {words} any more",
            ):
                yield Case(text, LIST, then - now)
            for text in (
                f"which are {words} now but were not {when}?",
                f"what is {words} today that wasn't {when}",
            ):
                yield Case(text, LIST, now - then)
            for other in SHORT:
                if other is not state:
                    both = then & on.of(other.held)
                    yield Case(f"which were {words} {when} and are {other.words} now?", LIST, both)
                    yield Case(f"{words} {when} but now {other.words}", LIST, both)


def counts_compared(on: Times) -> Cases:
    """How many now beside how many then."""
    for state in SHORT:
        for when, day in on.ends().items():
            now, then, words = on.of(state.held), on.of(state.held, day), state.words
            for text in (
                f"do we have more {words} actions now than we had {when}?",
                f"are there fewer {words} actions now than {when}?",
                f"more {words} today than {when}?",
                f"how many more actions are {words} now than {when}?",
                f"how does the number of {words} actions now compare with {when}?",
                f"is the number of {words} actions higher than it was {when}?",
                f"compare the {words} ones now with {when}",
                f"how many actions are {words} now compared with {when}?",
            ):
                yield Case(text, BOTH, now, then)


_HEIGHT = {Status.OFF_TRACK: 0, Status.AT_RISK: 1, Status.ON_TRACK: 2, Status.COMPLETE: 3}


def turn(standing: Standing, first: date, last: date) -> int:
    """1 for the better, -1 for the worse, by status or by a date put off; 0: neither."""
    heights = [_HEIGHT.get(status_on(standing, day)) for day in (first, last)]  # type: ignore[arg-type]
    if None not in heights and heights[0] != heights[1]:
        return 1 if heights[1] > heights[0] else -1  # type: ignore[operator]
    dues = [due_on(standing, day) for day in (first, last)]
    slipped = dues[0] is not None and dues[1] is not None and dues[1] > dues[0]
    reported_on = status_on(standing, first) is not None
    done = status_on(standing, last) is Status.COMPLETE
    return -1 if slipped and reported_on and not done else 0


def moved(standing: Standing, first: date, last: date) -> bool:
    """Whether its date was put elsewhere on these days."""
    return any(u.new_due and first <= u.at.date() <= last for u in standing.updates)


def changed_between(on: Times) -> Cases:
    """What got worse, better, slipped between then and now, or between two days."""
    for when, day in on.ends().items():
        worse = on.of(lambda s, now, day=day: turn(s, day, now) < 0)  # type: ignore[misc]
        better = on.of(lambda s, now, day=day: turn(s, day, now) > 0)  # type: ignore[misc]
        for text in (
            f"which actions are in a worse position today than they were {when}?",
            f"which are doing worse now than {when}?",
            f"what is worse than it was {when}",
        ):
            yield Case(text, LIST, worse)
        for text in (
            f"which actions are in a better position now than {when}?",
            f"what is doing better now than {when}",
        ):
            yield Case(text, LIST, better)
    for when, (first, last) in on.windows().items():
        before = first - timedelta(days=1)
        worse = on.of(lambda s, _, a=before, b=last: turn(s, a, b) < 0)  # type: ignore[misc]
        better = on.of(lambda s, _, a=before, b=last: turn(s, a, b) > 0)  # type: ignore[misc]
        put_off = on.of(lambda s, _, a=first, b=last: moved(s, a, b))  # type: ignore[misc]
        yield Case(f"which actions got worse {when}?", LIST, worse)
        yield Case(f"what has deteriorated {when}", LIST, worse)
        yield Case(f"which improved {when}?", LIST, better)
        yield Case(f"which got better {when}", LIST, better)
        yield Case(f"which had their due date moved {when}?", LIST, put_off)
        yield Case(f"which slipped {when}", LIST, put_off)
        yield Case(f"how many due dates moved {when}?", COUNT, put_off)


def updates(on: Times) -> Cases:
    """What was reported in a window, last, or not at all."""
    year = on.year
    for when, (first, last) in on.windows().items():
        got = on.of(lambda s, _, a=first, b=last: any(a <= u.at.date() <= b for u in s.updates))  # type: ignore[misc]
        number = sum(first <= u.at.date() <= last for s in on.progress.standings for u in s.updates)
        if when != "in Q2":
            yield Case(f"which actions were updated {when}?", LIST, got)
            yield Case(f"what had an update {when}", LIST, got)
            yield Case(f"how many actions were updated {when}?", COUNT, got)
            for text in (
                f"how many updates were received {when}?",
                f"number of updates {when}",
                f"how many updates came in {when}?",
                f"how many updates did we get {when}?",
            ):
                yield Case(text, LIST, got, words=f"{number} update")
        newest = on.of(lambda s, _, a=first, b=last: _last_within(s, a, b))  # type: ignore[misc]
        yield Case(f"which were last updated {when}?", LIST, newest)
        yield Case(f"whose last update was {when}?", LIST, newest)
        yield Case(f"how many were last updated {when}?", COUNT, newest)
    for when, day in {"1 August": date(year, 8, 1), "15 July": date(year, 7, 15),
                      "the start of September": date(year, 9, 1)}.items():  # fmt: skip
        old = on.of(lambda s, _, b=day: _last_within(s, date.min, b - timedelta(days=1)))  # type: ignore[misc]
        live = old & on.of(is_open)
        recent = on.of(lambda s, _, b=day: _last_within(s, b, date.max))  # type: ignore[misc]
        silent = on.of(is_open) - recent
        yield Case(f"which open actions have not been updated since before {when}?", LIST, silent)
        unheard = on.of(lambda s, _, b=day: not reported(s, b))  # type: ignore[misc]
        yield Case(f"who had not reported by {when}?", LIST, unheard)
        yield Case(f"which were last updated before {when}?", LIST, old)
        yield Case(f"anything last updated before {when} and still open?", LIST, live)
        yield Case(f"open actions whose latest update was before {when}", LIST, live)
        yield Case(f"which actions were last heard of before {when}", LIST, old)
        yield Case(f"how many were last reported on before {when}?", COUNT, old)


def _last_within(standing: Standing, first: date, last: date) -> bool:
    return bool(standing.updates) and first <= standing.updates[-1].at.date() <= last


def all_the_time(on: Times) -> Cases:
    """Ever since a day, throughout a stretch; after one day and before another."""
    for state in SHORT:
        for when, first in {
            "1 August": date(on.year, 8, 1),
            "the end of June": date(on.year, 6, 30),
        }.items():
            held = state.held
            days = [first + timedelta(days=n) for n in range((on.today - first).days + 1)]
            ever_since = on.of(lambda s, _, h=held, d=days: all(h(s, x) for x in d))  # type: ignore[misc]
            yield Case(f"which have been {state.words} since {when}?", LIST, ever_since)
            yield Case(f"what has been {state.words} ever since {when}", LIST, ever_since)
            yield Case(f"how many have been {state.words} since {when}?", COUNT, ever_since)
            yield Case(f"which have stayed {state.words} since {when}?", LIST, ever_since)
        if state.words != "overdue":
            month = [on.today - timedelta(days=n) for n in range(31)]
            lasting = on.of(lambda s, _, h=state.held, d=month: all(h(s, x) for x in d))  # type: ignore[misc]
            yield Case(f"which have been {state.words} for more than a month?", LIST, lasting)
    low, high = date(on.year, 10, 31), date(on.year, 12, 15)
    due = on.of(lambda s, d: is_open(s, d) and (due_on(s, d) or low) > low and due_on(s, d) < high)  # type: ignore[operator]
    for text in (
        "which actions have their date after 31 October but before 15 December?",
        "what is due after 31 October and before 15 December",
        "due before 15 December but after 31 October",
        "what falls due later than 31 October but before 15 December?",
    ):
        yield Case(text, LIST, due)
    got = on.of(
        lambda s, _: any(
            date(on.year, 7, 15) < u.at.date() < date(on.year, 9, 1) for u in s.updates
        )
    )
    yield Case("which were updated after 15 July but before 1 September?", LIST, got)
    yield Case("what had an update before 1 September but after 15 July", LIST, got)
