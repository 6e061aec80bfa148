"""Questions about what was and what came, generated: (reported or stood) at one time x (not, or
otherwise) at another x the order of the clauses x what joins them, each with its truth by plain
loops over the plan's dated updates."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, permutations

from bot.core.progress import Standing
from bot.core.status import Status
from tests.reading.time_grid import COUNT, LIST, Case, Cases, Held, Times, is_open, status_on

RED, AMBER, GREEN, DONE = (
    Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.COMPLETE
)  # fmt: skip
LADDER = (DONE, GREEN, AMBER, RED)
NAMES = {RED: ("red", "off track"), AMBER: ("amber", "at risk"), GREEN: ("green", "on track")}
JOINTS = (" but ", " then ", " and then ", " and ", ", ", " yet ", " - ", ", but ")


def _is(*statuses: Status) -> Held:
    return lambda standing, day: status_on(standing, day) in statuses


def _got(number: int) -> Held:
    return lambda standing, _day: any(u.quarter.number == number for u in standing.updates)


def _came_after(day: date) -> Held:
    return lambda standing, _day: any(u.at.date() > day for u in standing.updates)


def _ends(on: Times, number: int) -> date:
    return {1: date(on.year, 6, 30), 2: date(on.year, 9, 30)}[number]


QUARTERS = {1: ("Q1", "q1", "the first quarter"), 2: ("Q2", "q2", "the second quarter")}
GAVE = (
    "reported in {}", "heard from in {}", "sent an update in {}", "had an update in {}",
    "updated in {}", "spoke up in {}", "gave an update in {}", "told us something in {}",
    "said something in {}", "got in touch in {}",
)  # fmt: skip
SILENT = (
    "skipped {}", "skipped {} altogether", "missed {}", "nothing in {}", "not in {}",
    "silent in {}", "went quiet in {}", "gone quiet in {}", "said nothing in {}", "nowt in {}",
    "no update in {}", "did not report in {}", "didn't in {}", "nothing at all in {}",
    "missed {} completely", "not a word in {}", "have not reported in {}", "were quiet in {}",
)  # fmt: skip
SINCE = (
    "nothing since", "not heard from since", "no update since", "silent since", "silent ever since",
    "quiet since", "have gone quiet since", "nowt since", "haven't reported since",
    "not a peep since", "said nothing since", "have been quiet since then", "nothing after that",
    "nothing since then", "no word since", "went quiet", "went quiet after that",
    "then went silent",
)  # fmt: skip
HEADS = ("", "which actions ", "which ", "what ", "anything that ")
COUNTS = ("how many ", "how many actions ")


def _headed(clauses: str, place: int) -> tuple[str, str]:
    """The clauses behind one head or another, and how that is answered."""
    if place % 7 == 3:
        return COUNTS[place % 2] + clauses, COUNT
    return HEADS[place % len(HEADS)] + clauses, LIST


def reported_and_then_not(on: Times) -> Cases:
    """ "Reported in Q1 then skipped Q2 altogether", in either order."""
    place = 0
    for first, second in ((1, 2), (2, 1)):
        refs = on.of(_got(first)) - on.of(_got(second))
        for gave in GAVE:
            for silent in SILENT:
                place += 1
                a = gave.format(QUARTERS[first][place % 3])
                b = silent.format(QUARTERS[second][place % 2])
                joint = JOINTS[place % len(JOINTS)] if first == 1 else JOINTS[place % 2 * 3]
                text, kind = _headed(f"{a}{joint}{b}", place)
                yield Case(text, kind, refs)
                if place % 2:
                    yield Case(f"{b} but {a}", LIST, refs)


def reported_and_silent_since(on: Times) -> Cases:
    """ "Spoke up in Q2, not heard from since, still open"."""
    place = 0
    for number in (1, 2):
        ends = _ends(on, number)
        refs = on.of(_got(number)) - on.of(_came_after(ends))
        for gave in GAVE:
            for since in SINCE:
                place += 1
                a = gave.format(QUARTERS[number][place % 3])
                text, kind = _headed(f"{a}{JOINTS[place % len(JOINTS)]}{since}", place)
                if place % 3 == 2:
                    yield Case(f"{text}, still open", kind, refs & on.of(is_open))
                else:
                    yield Case(text, kind, refs)
        month = {1: "june", 2: "september"}[number]
        for gave in GAVE:
            for since in (f"nowt since {month} ended", f"nothing since the end of {month}",
                          f"not heard from since {month}", f"no update since {month}"):  # fmt: skip
                yield Case(f"{gave.format(f'Q{number}')} but {since}", LIST, refs)
        begins = {1: "july", 2: "october"}[
            number
        ]  # the month after the quarter, from its first day
        silent = refs & on.of(is_open)
        for since in (f"nothing since {begins} started", f"silent since {begins} began",
                      f"no update since the start of {begins}",
                      *((f"no update since {begins}",) if number == 2 else ())):  # fmt: skip
            yield Case(f"reported in Q{number}, {since}, still open", LIST, silent)


TURNED_RIGHT = (
    "have come right since", "have since come right", "are fine now", "are all right now",
    "have been put right since", "have sorted themselves out since",
    "are on track or done now",
    "are doing fine now",
)  # fmt: skip
IMPROVED = (
    "have improved since", "have since improved", "got better since", "have got better",
    "are better now", "have picked up since", "have turned the corner since", "came good later",
    "are in a better place now", "have recovered since",
)  # fmt: skip
WORSENED = (
    "have got worse since", "have since got worse", "are worse now", "have deteriorated since",
    "have slipped back since", "went downhill since", "have gone backwards since",
)  # fmt: skip


def _beyond(statuses: tuple[Status, ...], *, better: bool) -> tuple[Status, ...]:
    places = sorted(map(LADDER.index, statuses))
    return LADDER[: places[0]] if better else LADDER[places[-1] + 1 :]


def _above(status: Status) -> tuple[Status, ...]:
    return _beyond((status,), better=True)


def stood_and_stands(on: Times) -> Cases:
    """ "Were amber or red in the first quarter but have come right since"."""
    sets = {"red": (RED,), "amber": (AMBER,), "amber or red": (AMBER, RED),
            "off track": (RED,), "red or amber": (RED, AMBER), "green": (GREEN,)}  # fmt: skip
    whens = {"in the first quarter": 1, "in Q1": 1, "at the end of Q1": 1, "at the end of june": 1}
    place = 0
    for words, was in sets.items():
        for when, number in whens.items():
            then = on.of(_is(*was), _ends(on, number))
            worse = [(WORSENED, _beyond(was, better=False))] if RED not in was else []
            ways: list[tuple[tuple[str, ...], tuple[Status, ...]]] = [*worse]
            if GREEN not in was:
                ways += [(TURNED_RIGHT, (GREEN, DONE)), (IMPROVED, _beyond(was, better=True))]
            for clauses, now in ways:
                refs = then & on.of(_is(*now))
                for clause in clauses:
                    place += 1
                    joint = (" but ", " and ", ", ", " yet ")[place % 4]
                    head = ("which were ", "what was ", "", "actions that were ")[place % 4]
                    yield Case(f"{head}{words} {when}{joint}{clause}", LIST, refs)
            for other in (RED, AMBER, GREEN, DONE):
                if other in was:
                    continue
                name = NAMES.get(other, ("complete", "done"))[place % 2]
                refs = then & on.of(_is(other))
                for text in (
                    f"{words} {when}, now {name}",
                    f"now {name}, {words} {when}",
                    f"{name} now but {words} {when}",
                    f"{name} now, were {words} {when}",
                    f"were {words} {when} then {name} now",
                    f"which are {name} now but were {words} {when}",
                    f"{words} {when} and {name} today",
                    f"which {words} ones from the end of Q1 are {name} now",
                ):
                    yield Case(text, LIST, refs)
            yield Case(f"were {words} {when} and still are", LIST, then & on.of(_is(*was)))


def _declared(standing: Standing) -> list[tuple[Status, date]]:
    return [(u.status, u.at.date()) for u in standing.updates if u.status]


def _turned_to(status: Status, first: date) -> Held:
    """Whether an update from that day on declared a status that the one before it had not."""

    def held(standing: Standing, _day: date) -> bool:
        before: Status | None = None
        for now, day in _declared(standing):
            if now is status and before is not status and day >= first:
                return True
            before = now
        return False

    return held


def turns(on: Times) -> Cases:
    """ "Gone red since 5 September", "moved up from red or amber since the first quarter"."""
    days = {f"5 {name}": date(on.year, month, 5) for name, month in (("july", 7), ("sept", 9))}
    days |= {"the end of june": date(on.year, 6, 30), "q1": date(on.year, 7, 1),
             "the first quarter": date(on.year, 7, 1)}  # fmt: skip
    for status, names in NAMES.items():
        for said, first in days.items():
            new = on.of(_turned_to(status, first))
            for text in (
                f"gone {names[0]} since {said}",
                f"anything gone {names[0]} since {said}",
                f"what has turned {names[0]} since {said}",
                f"which have gone {names[0]} since {said}?",
                f"newly {names[0]} since {said}",
            ):
                yield Case(text, LIST, new)
    for words, was in {"red or amber": (RED, AMBER), "amber": (AMBER,), "red": (RED,)}.items():
        rose = [on.of(_is(x), _ends(on, 1)) & on.of(_is(*_above(x))) for x in was]
        up = frozenset[str]().union(*rose)
        for when in ("since the first quarter", "since Q1", "since the end of june"):
            for text in (
                f"which actions have moved up from {words} to something better {when}?",
                f"moved up from {words} {when}",
                f"which have improved from {words} {when}",
                f"which have got better from {words} to something better {when}",
                f"which have come up from {words} {when}",
            ):
                yield Case(text, LIST, up)
        ways = {
            "green": (GREEN,), "green or finished": (GREEN, DONE), "green or done": (GREEN, DONE),
        }  # fmt: skip
        turned = {to: on.of(_changed(was, now)) for to, now in ways.items()}
        better = [on.of(_changed((x,), _above(x))) for x in was]
        turned["something better"] = frozenset[str]().union(*better)
        for to, once in turned.items():
            for text in (
                f"which actions have improved from {words} to {to}?",
                f"which have gone from {words} to {to}",
                f"which have come up from {words} to {to}",
                f"moved from {words} to {to}",
            ):
                yield Case(text, LIST, once)


def _changed(was: tuple[Status, ...], now: tuple[Status, ...]) -> Held:
    """Whether an update declared one of `now` right after one of `was`."""

    def held(standing: Standing, _day: date) -> bool:
        declared = [status for status, _ in _declared(standing)]
        return any(a in was and b in now for a, b in pairwise(declared))

    return held


def running(on: Times) -> Cases:
    """ "Amber in both Q1 and Q2": so at the end of each."""
    for status, names in NAMES.items():
        both = on.of(_is(status), _ends(on, 1)) & on.of(_is(status), _ends(on, 2))
        for name in names:
            for text in (
                f"{name} in both Q1 and Q2",
                f"{name} in Q1 and Q2 both",
                f"{name} in q1 and again in q2",
                f"{name} at the end of Q1 and at the end of Q2",
            ):
                yield Case(text, LIST, both)


UP = ("climbed back to", "come back to", "crept back up to", "gone back to", "recovered to",
      "improved to", "moved up to")  # fmt: skip
DOWN = ("slipped to", "dropped to", "gone down to", "slid back to", "fallen to", "gone to")


def turned_to_another(on: Times) -> Cases:
    """ "Which amber ones have slipped to red": was so at some time, and is the other now."""
    order = {"red": Status.OFF_TRACK, "amber": Status.AT_RISK, "green": Status.ON_TRACK}
    for (first, was), (second, now) in permutations(order.items(), 2):
        rises = [*order].index(first) < [*order].index(second)
        refs = frozenset(
            s.action.ref
            for s in on.progress.standings
            if s.status is now and any(update.status is was for update in s.updates)
        )
        for verb in UP if rises else DOWN:
            yield Case(f"which {first} ones have {verb} {second}", LIST, refs)
            yield Case(f"anything that was {first} and has since {verb} {second}", LIST, refs)
            yield Case(f"{first} once, {verb} {second} since", LIST, refs)
            yield Case(f"were {first} at one point but have {verb} {second}", LIST, refs)
            yield Case(f"have been {first} and have {verb} {second} now", LIST, refs)
