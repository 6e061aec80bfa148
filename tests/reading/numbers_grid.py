"""Figures of an action compared with a number, with its target or with where it began: field x
comparison x number in figures or words x how it is put.

The truth is worked out from the plan and its dated updates, with nothing the reader uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.core.plan import Direction, Measure
from bot.core.progress import Standing
from tests.reading.conftest import Book
from tests.reading.time_grid import is_open, is_overdue

Test = Callable[[float], bool]
Valued = Callable[[Standing], list[float]]
Grid = Callable[[Book], "Iterator[Compared]"]


@dataclass(frozen=True)
class Compared:
    """A text, and the actions it is about; `among_open`: only open actions are compared."""

    text: str
    refs: frozenset[str]
    among_open: bool = False


def _ways(number: float, name: str) -> Iterator[tuple[str, Test]]:
    """The ways of comparing with a number that is said as `name`."""
    ways: tuple[tuple[Test, str], ...] = (
        (lambda v: v > number, "more than {}|over {}|above {}|north of {}|greater than {}"
         "|bigger than {}|higher than {}|in excess of {}|upwards of {}|exceeding {}"),
        (lambda v: v >= number, "at least {}|{} or more|{} or above|{} or over|{} or higher"
         "|{} and up|{} and over|{} plus|no less than {}|a minimum of {}|not less than {}"
         "|{} upwards|not under {}|{} or greater|{} and above|{} or better"),
        (lambda v: v < number, "less than {}|under {}|below {}|lower than {}|smaller than {}"
         "|south of {}"),
        (lambda v: v <= number, "at most {}|up to {}|no more than {}|{} or less|{} or under"
         "|{} or lower|{} and under|{} or below|{} and below|not more than {}|a maximum of {}"
         "|not over {}|no higher than {}"),
        (lambda v: v == number, "exactly {}|precisely {}|bang on {}|{} exactly"),
    )  # fmt: skip
    for test, said in ways:
        for way in said.split("|"):
            yield way.format(name), test


def _ranges(low: float, high: float) -> Iterator[tuple[str, Test]]:
    for way in ("between {} and {}", "from {} to {}", "anywhere from {} to {}", "{} to {}",
                "{}-{}", "somewhere between {} and {}",
                "at least {} but no more than {}"):  # fmt: skip
        yield way.format(f"{low:g}", f"{high:g}"), lambda v: low <= v <= high


def targets(standing: Standing) -> list[float]:
    """The targets that are numbers."""
    return [m.target for m in standing.action.measures if m.target is not None]


def baselines(standing: Standing) -> list[float]:
    """The baselines that are numbers."""
    return [m.baseline for m in standing.action.measures if m.baseline is not None]


def read(standing: Standing) -> list[tuple[Measure, float]]:
    """Its measures that have a reading, with the last."""
    return [(m, r[-1].value) for m in standing.action.measures if (r := standing.readings(m))]


def readings(standing: Standing) -> list[float]:
    """The last reading of each measure that has one."""
    return [value for _, value in read(standing)]


FIGURES: tuple[tuple[Valued, tuple[str, ...]], ...] = (
    (targets, ("targets {}", "which have a target of {}", "targets set at {}",
                "which targets are {}", "whose target is {}", "actions with a target of {}",
                "anything with a target {}", "show me targets of {}")),
    (baselines, ("baseline of {}", "whose baseline is {}", "which actions had a baseline of {}",
                  "baselines {}", "actions with a baseline {}")),
    (readings, ("latest reading of {}", "whose last reading is {}", "latest figure {}",
                 "which actions have a reading of {}", "where the latest figure is {}")),
)  # fmt: skip
NAMED = (("1,000", 1000), ("a thousand", 1000), ("two hundred", 200), ("a dozen", 12),
         ("half a dozen", 6), ("a hundred and fifty", 150), ("a couple of hundred", 200),
         ("twenty", 20), ("fifty", 50), ("1k", 1000), ("five", 5))  # fmt: skip
NONE_AT_ALL = ("zero", "nought", "nil", "0")


def figures(book: Book) -> Iterator[Compared]:
    """Targets, baselines and last readings compared with a number."""
    for valued, frames in FIGURES:
        cases = [*_ways(100, "100"), *_ranges(5, 30)]
        cases += [case for name, number in NAMED for case in [*_ways(number, name)][::9]]
        cases += [(name, lambda v: v == 0) for name in NONE_AT_ALL]
        for at, (way, test) in enumerate(cases):
            for frame in (frames[at % len(frames)], frames[(at + 1) % len(frames)]):
                yield case(book, frame.format(way), lambda s: any(map(test, valued(s))))  # noqa: B023


def case(book: Book, text: str, held: Callable[[Standing], bool], *, among_open: bool = False
          ) -> Compared:  # fmt: skip
    """A text, and the actions that it holds for."""
    refs = frozenset(s.action.ref for s in book.progress.standings if held(s))
    return Compared(text, refs, among_open)


def _good(measure: Measure) -> int:
    return -1 if measure.direction is Direction.LOWER else 1


def _measured(test: Callable[[Measure, float], bool]) -> Callable[[Standing], bool]:
    return lambda s: any(test(m, value) for m, value in read(s))


def beside_target(test: Callable[[float, float], bool]) -> Callable[[Standing], bool]:
    """By the last reading and the target, both with their sign turned where lower is better."""
    return _measured(lambda m, v: m.target is not None and test(v * _good(m), m.target * _good(m)))


def _beside_baseline(test: Callable[[float, float], bool]) -> Callable[[Standing], bool]:
    return _measured(
        lambda m, v: m.baseline is not None and test(v * _good(m), m.baseline * _good(m))
    )


def _near(value: float, target: float) -> bool:
    return target != 0 and abs(value / target - 1) <= 0.1 + 1e-9


RELATIONS: tuple[tuple[Callable[[Standing], bool], str], ...] = (
    (beside_target(lambda v, t: v > t), "beaten their target|which have exceeded their target"
     "|gone past their target|past their target|above target|reading higher than the target"
     "|finished ones that went past their target|which have already beaten the target they were set"
     "|over target|better than target|ones that surpassed their target|reading above its target"
     "|which have bettered their target|went beyond its target|overshot the target"),
    (beside_target(lambda v, t: v >= t), "met or beaten their target|hit their target"
     "|reached their target|at or above target|met the target|which targets have been met"
     "|at or past target|level with target or better"),
    (beside_target(lambda v, t: v == t), "reading exactly at target|exactly on target by figure"
     "|figure bang on its target|latest reading is exactly the target|landed exactly on its target"
     "|reading exactly equal to the target|hit their target exactly"
     "|reading the same as its target"),
    (beside_target(lambda v, t: v < t), "below target|reading short of target|reading under target"
     "|latest figure lower than target|missed its target"),
    (beside_target(_near), "within 10% of target|reading within 10 percent of its target"
     "|within ten percent of their target"),
    (beside_target(lambda v, t: v / t >= 0.5 if t > 0 else v >= t),
     "at least half way to target|got to at least half the target|half way to target or better"),
    (_beside_baseline(lambda v, b: v < b), "worse than baseline|worse than its baseline"
     "|reading below where it began|dropped below baseline|reading lower than the baseline"
     "|latest figure worse than where it started|worse than when it started|below baseline"
     "|has any reading dropped below where it began (worse than baseline)"),
    (_beside_baseline(lambda v, b: v > b), "better than baseline|reading better than where it began"
     "|above baseline|latest reading higher than the baseline|improved on its baseline"),
    (_beside_baseline(lambda v, b: v == b), "still at baseline|reading same as baseline"
     "|no better than baseline and no worse|still at its baseline"),
    (lambda s: any(m.unit == "percent" for m in s.action.measures), "measured in percent"
     "|which have a percentage as their target|targets given as a percentage|percentage targets"
     "|target is a percentage|with a target in percent"),
)  # fmt: skip


def relations(book: Book) -> Iterator[Compared]:
    """Last readings compared with the target, and with where it began; measures in percent."""
    for held, said in RELATIONS:
        for way in said.split("|"):
            done = way.startswith("finished")

            def both(s: Standing, *, done: bool = done) -> bool:
                return held(s) and not (done and is_open(s, book.today))  # noqa: B023

            yield case(book, way, both)


def _moves(standing: Standing) -> list[float]:
    return [len(standing.moves)]


COUNTED: tuple[tuple[Valued, str], ...] = (
    (lambda s: [len(s.action.partners)], "{} partners|with {} partners|which have {} partners"),
    (lambda s: [len({*s.action.leads, *s.action.partners})], "{} agencies involved"
     "|involving {} agencies"),
    (lambda s: [len(s.updates)], "{} updates|with {} updates|which have had {} updates"
     "|reported {} times|updated {} times"),
    (_moves, "date moved {} times|moved {} times"),
)  # fmt: skip


def counts(book: Book) -> Iterator[Compared]:
    """Partners, agencies, updates and moves counted."""
    for valued, frames in COUNTED:
        for number, name in ((2, "2"), (2, "two"), (1, "one"), (3, "three"), (3, "3")):
            for at, (way, test) in enumerate(_ways(number, name)):
                frame = [*frames.split("|")][at % (frames.count("|") + 1)]
                said = frame.format(way)
                if number != 1:
                    yield case(book, said, lambda s: any(map(test, valued(s))))  # noqa: B023


_ODD_OF_TIME = frozenset({"plus", "bang", "exactly", "better", "higher", "lower", "bigger"})


def lengths(book: Book) -> Iterator[Compared]:
    """Days overdue, and days since the last update."""
    today = book.today
    for number, name in ((30, "30 days"), (14, "a fortnight"), (60, "60 days"), (7, "a week")):
        for way, test in _ways(number, name):
            if not _ODD_OF_TIME.isdisjoint(way.split()):
                continue

            def late(s: Standing) -> bool:
                return is_overdue(s, today) and test((today - (s.due or today)).days)  # noqa: B023

            for frame in ("overdue by {}", "{} overdue", "{} late"):
                yield case(book, frame.format(way), late)
    for days in (30, 60, 90):

        def quiet(s: Standing) -> bool:
            last = max((u.at.date() for u in s.updates), default=None)
            return last is None or last < today - timedelta(days=days)  # noqa: B023

        for frame in ("no update for {} days or more", "not updated for at least {} days",
                      "nothing heard for {} days", "no update in {} days"):  # fmt: skip
            yield case(book, frame.format(days), quiet, among_open=True)
