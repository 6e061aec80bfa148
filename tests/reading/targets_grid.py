"""What a target is against what a reading is, in the words people have for them: figure x number x
comparison x how it is put. Only the words differ from `numbers_grid`; the truth is its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.core.progress import Standing
from bot.core.status import Status
from tests.reading import numbers_grid as numbers
from tests.reading.conftest import Book
from tests.reading.numbers_grid import Compared, Test, Valued, case

Held = Callable[[Standing], bool]
AIMED = """which ones are meant to hit {}|which were supposed to reach {}|aiming for {}
which actions were supposed to get to {}|actions aiming at {}|which ones should reach {}
which were set {} to aim for|which have {} to aim for|which actions have a goal of {}
what is expected to reach {}|which have to reach {}|which ones were asked to hit {}
which need to get to {}|shooting for {}|which actions were given {} to hit|whose aim is {}
how many were meant to hit {}|which are hoping to reach {}|which actions plan to reach {}
the ones with a target figure of {}|where the goal is {}|which promised {}|their target was {}
actions that have been asked for {}|which were told to reach {}|which ones want {}"""
REACHED = """which got to {}|which have reached {}|which actually reached {}|which stand at {}
which are currently on {}|now at {}|which have managed {}|which have reached {} so far
whose figure so far is {}|whose latest number is {}|how many have got to {}|which came in at {}
which have done {} so far|which actions have counted {} so far|actual figure of {}
which are running at {}|where the figure has got to {}|whose current figure is {}"""
BEGAN = """which started at {}|which began at {}|which started from {}|which started out at {}
starting figure of {}|where the starting point was {}|which were at {} to begin with
which were at {} at the start|which had {} as their baseline|which set off from {}"""
FRAMES = ((numbers.targets, AIMED), (numbers.readings, REACHED), (numbers.baselines, BEGAN))


def figures(book: Book) -> Iterator[Compared]:
    """ "Meant to hit 100", "got to at least 30", "started from under 50"."""
    among: list[tuple[str, Test]] = [
        ("at least 50", lambda v: v >= 50), ("over 100", lambda v: v > 100),
        ("thirty or less", lambda v: v <= 30), ("under 50", lambda v: v < 50),
        ("exactly 100", lambda v: v == 100), ("between 10 and 20", lambda v: 10 <= v <= 20),
        ("zero", lambda v: v == 0), ("100 or more", lambda v: v >= 100), ("50", lambda v: v == 50),
        ("somewhere between 5 and 40", lambda v: 5 <= v <= 40),
        ("no more than twenty", lambda v: v <= 20),
    ]  # fmt: skip
    for valued, frames in FRAMES:
        for at, frame in enumerate(_said(frames)):
            for way, test in (among * 2)[at % len(among) :][:3]:
                yield case(book, frame.format(way), _any(valued, test))


def percentages(book: Book) -> Iterator[Compared]:
    """ "Meant to hit 100 per cent": of the measures in percent."""
    ways: list[tuple[str, Test]] = [
        ("100 per cent", lambda v: v == 100), ("at least 95%", lambda v: v >= 95),
        ("over 80 percent", lambda v: v > 80),
    ]  # fmt: skip
    for of, frames in (("target", AIMED), ("baseline", BEGAN)):
        for at, frame in enumerate(_said(frames)):
            way, test = ways[at % len(ways)]

            def held(s: Standing, of: str = of, test: Test = test) -> bool:
                percents = (m for m in s.action.measures if m.unit == "percent")
                return any(v is not None and test(v) for m in percents for v in [getattr(m, of)])

            yield case(book, frame.format(way), held)


def _said(frames: str) -> list[str]:
    return frames.replace("\n", "|").split("|")


def _any(valued: Valued, test: Test) -> Held:
    return lambda standing: any(map(test, valued(standing)))


BEAT = """beat the number they were set|which beat what they were set
went past the number set for them|exceeded the figure they were aiming for
which actually beat the number they were given
did better than they were asked to|went over the number they were meant to hit|beat their goal
which have overshot the figure set|went past what was asked of them"""
MET = """got to the number they were set|reached the figure they were given|hit their goal
hit the number they were aiming for|reached what they were supposed to reach
managed what they were set|which reached the number set for them"""
MISSED = """fell short of the number they were set|still short of the figure they were given
which have not reached the number they were set|below the number they were aiming for
which have yet to reach the number they were set|which missed the figure they were set
which did not get to what they were set|under what they were supposed to reach"""
NO_AIM = """no figure set to aim for|no number to aim for|nothing set to aim for|no goal set
which have no number to hit|which have nothing to aim for|without a figure to aim at
which have not been given a number to aim for|which were never given a figure to hit"""
AIM = "which have a number to aim for|which were set a figure to hit|which have a figure to reach"


def without_numbers(book: Book) -> Iterator[Compared]:
    """ "Beat the number they were set", "no figure set to aim for"."""
    for said, test in (
        (BEAT, numbers.beside_target(lambda v, t: v > t)),
        (MET, numbers.beside_target(lambda v, t: v >= t)),
        (MISSED, numbers.beside_target(lambda v, t: v < t)),
    ):
        for way in _said(said):
            yield case(book, way, test)
            done = f"finished ones that {way.removeprefix('which ')}"
            if way.split()[0] not in {"still", "under", "below"}:
                yield case(book, done, lambda s: s.status is Status.COMPLETE and test(s))  # noqa: B023
    for way in _said(NO_AIM):
        yield case(book, way, _lacks_target)
    for way in _said(AIM):
        yield case(book, way, lambda s: not _lacks_target(s))


def _lacks_target(standing: Standing) -> bool:
    measures = standing.action.measures
    return not measures or any(m.target is None and not m.target_raw for m in measures)


SHARES = (("a third", 1 / 3), ("two thirds", 2 / 3), ("half", 0.5), ("a quarter", 0.25),
          ("three quarters", 0.75), ("a fifth", 0.2), ("40 per cent", 0.4),
          ("60%", 0.6))  # fmt: skip
BELOW = """under {} of the way to target|less than {} of the way there|below {} of target
not even {} of the way to their target|short of {} of the target
less than {} of what they are aiming for"""
ABOVE = "over {} of the way to target|more than {} of the way there|above {} of target"
REACHES = (
    "at least {} of the way to target|at least {} of the way there|at least {} of their target"
)


def shares(book: Book) -> Iterator[Compared]:
    """ "Under a third of the way to target"."""
    tests: tuple[tuple[str, Callable[[float, float], bool]], ...] = (
        (BELOW, lambda v, x: v < x), (ABOVE, lambda v, x: v > x), (REACHES, lambda v, x: v >= x),
    )  # fmt: skip
    for said, test in tests:
        for way in _said(said):
            for name, share in SHARES:

                def held(s: Standing, share: float = share, test: object = test) -> bool:
                    parts = [v / m.target for m, v in numbers.read(s) if m.target]
                    return any(test(part, share) for part in parts)  # type: ignore[operator]

                yield case(book, way.format(name), held)


GRIDS = (figures, percentages, without_numbers, shares)
