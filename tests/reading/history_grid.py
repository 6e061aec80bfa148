"""Questions about what was and what came, generated: (reported or stood) at one time x (not, or
otherwise) at another x the order of the clauses x what joins them, each with its truth by plain
loops over the plan's dated updates."""

from __future__ import annotations

from datetime import date

from tests.reading.time_grid import COUNT, LIST, Case, Cases, Held, Times, is_open

JOINTS = (" but ", " then ", " and then ", " and ", ", ", " yet ", " - ", ", but ")


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
