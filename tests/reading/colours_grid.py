"""How colours move over the quarters, generated: from which to which x when x how it is said, each
with its truth by plain loops over the dated updates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise, permutations

from bot.core.progress import Standing
from bot.core.status import Status
from tests.reading.time_grid import LIST, Case, Cases, Times, due_on, is_overdue, status_on

RED, AMBER, GREEN, DONE = (
    Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.COMPLETE
)  # fmt: skip
LADDER = (DONE, GREEN, AMBER, RED)
COLOURS = {RED: "red", AMBER: "amber", GREEN: "green"}
Holds = Callable[[Standing], bool]


def _case(on: Times, text: str, holds: Holds) -> Case:
    return Case(text, LIST, on.of(lambda standing, _day: holds(standing)))


def _ends(on: Times) -> tuple[date, date]:
    return date(on.year, 6, 30), date(on.year, 9, 30)


def straight(on: Times) -> Cases:
    """ "Straight from green to red": one declared right after the other."""
    for was, now in permutations(COLOURS, 2):

        def turned(s: Standing, was: Status = was, now: Status = now) -> bool:
            declared = [update.status for update in s.updates if update.status]
            return (was, now) in pairwise(declared)

        for way in ("straight from {} to {} - which", "which went straight from {} to {}",
                    "jumped straight from {} to {}", "from {} straight to {}",
                    "any that went directly from {} to {}", "went from {} to {} in one go",
                    "which have gone right from {} to {}"):  # fmt: skip
            yield _case(on, way.format(COLOURS[was], COLOURS[now]), turned)


FELL = ("slipped a colour {}", "slipped a colour (or two) {}", "dropped a colour {}",
        "which went down a colour {}", "which lost a colour {}", "whose colour got worse {}",
        "worse colour {}", "fell a colour {}", "which colours slipped {}",
        "whose rating dropped {}", "whose rag fell {}")  # fmt: skip
ROSE = ("went up a colour {}", "gained a colour {}", "climbed a colour {}", "better colour {}",
        "whose colour got better {}", "which moved up a colour {}", "what got better {}",
        "changed for the better {}", "whose rating went up {}")  # fmt: skip
WORSE = ("which have got worse {}", "went backwards {}", "which deteriorated {}",
         "changed for the worse {}")  # fmt: skip


def _step(standing: Standing, first: date, last: date) -> int:
    """1 where the colour rose from one day to another, -1 where it fell, 0 where neither is so."""
    ends = [status_on(standing, day) for day in (first, last)]
    if any(end not in LADDER for end in ends):
        return 0
    was, now = (LADDER.index(end) for end in ends if end)
    return (was > now) - (was < now)


def _slid(standing: Standing, first: date, last: date) -> bool:
    """Whether the colour fell or, where it stayed, the date of what is not done was put back."""
    before, after = due_on(standing, first), due_on(standing, last)
    later = before is not None and after is not None and after > before
    reported = status_on(standing, first) is not None and status_on(standing, last) is not DONE
    step = _step(standing, first, last)
    return step < 0 or (step == 0 and later and reported)


def steps(on: Times) -> Cases:
    """ "Slipped a colour between the end of Q1 and the end of Q2", "worse colour since Q1"."""
    first, last = _ends(on)
    between = ("between the end of q1 and the end of q2", "between Q1 and Q2", "from Q1 to Q2",
               "from the end of Q1 to the end of Q2")  # fmt: skip
    for when, end in (dict.fromkeys(between, last) | {"since Q1": on.today}).items():
        for way in ROSE:
            yield _case(on, way.format(when), lambda s: _step(s, first, end) > 0)  # noqa: B023
        for way in FELL:
            yield _case(on, way.format(when), lambda s: _step(s, first, end) < 0)  # noqa: B023
        for way in WORSE:
            yield _case(on, way.format(when), lambda s: _slid(s, first, end))  # noqa: B023


def then_and_not_now(on: Times) -> Cases:
    """ "Amber then, not amber now - at the end of Q1", "came off red"."""
    first, _ = _ends(on)
    for was, name in COLOURS.items():

        def gone(s: Standing, was: Status = was) -> bool:
            return status_on(s, first) is was and s.status is not was

        for way in ("{0} then, not {0} now - at the end of Q1", "{0} at the end of June, not now",
                    "{0} in Q1 but not any more", "were {0} in Q1, aren't now",
                    "{0} at the end of Q1 and something else now",
                    "used to be {0} at the end of Q1, now not"):  # fmt: skip
            yield _case(on, way.format(name), gone)
        if was is not GREEN:
            text = f"what got better since Q1 - {name} then, not {name} now"
            yield _case(on, text, lambda s: gone(s) and _step(s, first, on.today) > 0)
        stayed = f"has not moved off {name} since the end of Q1"
        yield _case(on, stayed, lambda s: status_on(s, first) is was and _keeps(s, was, first))  # noqa: B023


def _keeps(standing: Standing, status: Status, since: date) -> bool:
    return all(u.status in {None, status} for u in standing.updates if u.at.date() > since)


POOR = ("had a poor first quarter", "had a bad first quarter", "a shaky start in Q1",
        "struggled in Q1", "did badly in Q1", "had a difficult first quarter",
        "had a rough Q1")  # fmt: skip
GOOD = ("had a good first quarter", "had a strong Q1", "did well in Q1", "a good start in Q1")


def quarters(on: Times) -> Cases:
    """ "Had a poor first quarter, amber or red, but are green now"."""
    first, _ = _ends(on)
    for said, then in ((POOR, (RED, AMBER)), (GOOD, (GREEN, DONE))):

        def stood(s: Standing, then: tuple[Status, ...] = then) -> bool:
            return status_on(s, first) in then

        for way in said:
            yield _case(on, f"which {way}", stood)
            yield _case(on, f"{way} but green now", lambda s: stood(s) and s.status is GREEN)
            yield _case(on, f"which {way} but are red now", lambda s: stood(s) and s.status is RED)
        for way in said if said is POOR else ():
            both = f"which actions {way}, amber or red, but are green now?"
            yield _case(on, both, lambda s: stood(s) and s.status is GREEN)


def back_again(on: Times) -> Cases:
    """ "Back to green", "deadline pushed back and still not back to green"."""
    first, _ = _ends(on)
    for way in ("back to green", "which are back to green", "now back to green",
                "returned to green", "what came back to green"):  # fmt: skip

        def back(s: Standing) -> bool:
            declared = [update.status for update in s.updates if update.status]
            return s.status is GREEN and bool({RED, AMBER} & {*declared[:-1]})

        yield _case(on, way, back)
    for way in ("still not back to green", "not back to green yet", "not yet back to green",
                "have not come back to green", "yet to get back to green"):  # fmt: skip
        pushed = f"deadline pushed back and {way}"
        yield _case(on, pushed, lambda s: bool(s.moves) and s.status is not GREEN)
        for was, name in ((RED, "red"), (AMBER, "amber")):
            then = f"were {name} at the end of Q1 and {way}"
            yield _case(on, then, lambda s: status_on(s, first) is was and s.status is not GREEN)  # noqa: B023


PUSHED = ("deadlines that got pushed back", "dates put back", "which had their date moved",
          "date moved")  # fmt: skip


def put_back(on: Times) -> Cases:
    """ "Deadlines that got pushed back and where the new date hasn't gone by yet"."""
    for head in PUSHED:
        for way in ("and where the new date hasnt gone by yet", "and the new date has not passed",
                    "and still within the new date", "and the new deadline hasn't come yet",
                    "but not past the new date", "and the new date is still ahead"):  # fmt: skip
            ahead = f"{head} {way}"
            yield _case(on, ahead, lambda s: bool(s.moves) and not is_overdue(s, on.today))
        for way in ("and the new date has gone as well", "and now past the new date too"):
            late = f"{head} {way}"
            yield _case(on, late, lambda s: bool(s.moves) and is_overdue(s, on.today))


GROUPS = (straight, steps, then_and_not_now, quarters, back_again, put_back)
