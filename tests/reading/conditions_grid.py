"""Several conditions at once, typed short as people do, generated: 2-3 kinds of condition x said or
denied x order x how they are joined x what is wanted.

The truth is worked out from each kind's own predicate over the plan and its dated updates, with
nothing the reader uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random

from bot.core.plan import Action, Agency
from bot.core.progress import Standing
from bot.core.status import Status
from tests.reading.conftest import Book
from tests.reading.time_grid import is_open, is_overdue, status_on, turn

Held = Callable[[Standing], bool]


@dataclass(frozen=True)
class Said:
    """A condition in words, as said and as denied; `side`: kinds of one side are not put together;
    `among_open`: only open actions are compared, as what is due or owed is meant of these."""

    side: str
    held: Held
    said: tuple[str, ...]
    denied: tuple[str, ...] = ()
    among_open: bool = False


@dataclass(frozen=True)
class Combined:
    """A text, and the actions it is about (of those compared)."""

    text: str
    refs: frozenset[str]
    among_open: bool = False


def kinds(book: Book) -> list[Said]:
    """The kinds of condition, in the names and days of a plan."""
    return [*_statuses(), *_parts(book), *_of_the_plan(book), *_in_time(book), *_then(book)]


def _statuses() -> Iterator[Said]:
    for word, status in (("red", Status.OFF_TRACK), ("amber", Status.AT_RISK),
                         ("green", Status.ON_TRACK)):  # fmt: skip
        yield Said(
            "status",
            lambda s, status=status: s.status is status,  # type: ignore[misc]
            (word, f"{word} now"),
            (f"not {word}", f"isnt {word}", f"anything but {word}"),
        )
    yield Said(
        "status",
        lambda s: s.status in {Status.OFF_TRACK, Status.AT_RISK},
        ("red or amber", "amber or worse", "either red or amber"),
        ("neither red nor amber", "not red or amber"),
    )


def _parts(book: Book) -> Iterator[Said]:
    own, *others = book.led_by()[:3]
    yield Said(
        "lead",
        lambda s: own.code in s.action.leads,
        ("ours", "ours only", "ones we lead", "led by us"),
        ("not ours", "not led by us", "we dont lead"),
    )
    yield Said(
        "lead joint",
        lambda s: s.action.leads == (own.code,),
        ("led by us alone", "led by us on our own", "led only by us"),
    )
    yield Said(
        "lead partner",
        lambda s: own.code in s.action.partners and own.code not in s.action.leads,
        (
            "we help on but dont lead",
            "we support, not ours to run",
        ),
    )
    for agency in others:
        yield from _part_of(agency)
    first, second = others
    yield Said(
        "lead partner",
        lambda s: first.code in s.action.leads and second.code not in s.action.partners,
        (f"{first.name} leads and {second.name} isnt a partner",
         f"led by {first.name}, {second.name} not a partner"),
    )  # fmt: skip
    yield Said(
        "lead",
        lambda s: not {first.code, second.code} & {*s.action.leads},
        (f"neither {first.name} nor {second.name} leads",
         f"led by neither {first.name} nor {second.name}"),
    )  # fmt: skip
    yield Said(
        "joint",
        lambda s: len(s.action.leads) > 1,
        ("joint", "joint ones"),
        ("no joint", "not joint", "no joint leads", "not jointly led"),
    )


def _part_of(agency: Agency) -> Iterator[Said]:
    name, code = agency.name, agency.code
    yield Said(
        "lead",
        lambda s: code in s.action.leads,
        (f"{name} led", f"led by {name}", f"{name} leading", f"{name} lead"),
        (f"not led by {name}", f"not {name} led", f"led by anyone but {name}"),
    )
    yield Said(
        "partner",
        lambda s: code in s.action.partners,
        (f"{name} as partner", f"{name} a partner", f"{name} supporting", f"{name} helping"),
        (f"{name} not a partner", f"without {name} as partner", f"no {name} as partner"),
    )


def _of_the_plan(book: Book) -> Iterator[Said]:
    plan = book.progress.plan
    for priority in plan.priorities[:3]:
        code, name = priority.code, priority.short
        yield Said(
            "priority",
            lambda s, code=code: s.action.priority == code,  # type: ignore[misc]
            (name, f"in {name}", f"{name} only"),
            (f"not {name}", f"outside {name}", f"not in {name}"),
        )

    def without(what: Callable[[Action], bool]) -> Held:
        return lambda s: what(s.action)

    yield Said(
        "target",
        without(lambda a: any(m.target is None and not m.target_raw for m in a.measures)),
        ("no target", "without a target", "target missing"),
        ("with a target", "has a target"),
    )
    yield Said(
        "partners",
        without(lambda a: not a.partners),
        ("no partners", "without partners"),
        ("with partners", "has partners"),
    )
    yield Said(
        "partners",
        without(lambda a: len(a.partners) > 2),
        ("more than 2 partners", "3 or more partners", "over two partners"),
        ("no more than 2 partners", "not more than 2 partners"),
    )
    yield Said("below", _is_below_half, ("under half of target", "less than half of target",
               "below half its target", "with under half the target"))  # fmt: skip


def _is_below_half(standing: Standing) -> bool:
    shares = (
        (readings[-1].value, m.target)
        for m in standing.action.measures
        if (readings := standing.readings(m)) and m.target
    )
    return any(value / target < 0.5 for value, target in shares)


def _in_time(book: Book) -> Iterator[Said]:
    today, year = book.today, book.progress.plan.starts.year
    yield Said(
        "late",
        lambda s: is_overdue(s, today),
        ("overdue", "past their date", "late", "past its due date"),
        ("not overdue", "not late", "not past the date"),
    )
    yield Said(
        "due open",
        lambda s: is_open(s, today),
        ("still open", "still to finish"),
    )
    yield Said(
        "due open", lambda s: s.status is not Status.COMPLETE, ("not finished", "not done yet")
    )
    yield Said(
        "updated",
        lambda s: bool(s.updates),
        ("with an update", "updated", "heard from"),
        ("no update", "no update yet", "nothing in yet", "never updated", "no word at all",
         "no updates at all", "not a single update"),
    )  # fmt: skip
    for words, first in {
        "since 1 august": date(year, 8, 1),
        "since the start of september": date(year, 9, 1),
    }.items():
        yield Said(
            "updated",
            lambda s, first=first: any(u.at.date() >= first for u in s.updates),  # type: ignore[misc]
            (f"updated {words}", f"heard from {words}", f"reported on {words}"),
            (f"no update {words}", f"nothing {words}", f"nothing in {words}", f"silent {words}",
             f"not updated {words}", f"no word {words}", f"not heard from {words}"),
            among_open=True,
        )  # fmt: skip
    for words, first, last in (
        ("by christmas", date.min, date(year, 12, 25)),
        ("in november", date(year, 11, 1), date(year, 11, 30)),
        ("by the end of december", date.min, date(year, 12, 31)),
        ("in Q4", date(year + 1, 1, 1), date(year + 1, 3, 31)),
    ):
        yield Said(
            "due",
            lambda s, a=first, b=last: (d := s.due) is not None and a <= d <= b,  # type: ignore[misc]
            (f"due {words}", f"finishing {words}", f"has to be done {words}"),
            (f"not due {words}",),
            among_open=True,
        )
    yield Said(
        "due",
        lambda s: s.due is not None and s.due >= date(year + 1, 1, 1),
        ("not due till next year", "not due until the new year", "due next year"),
        among_open=True,
    )
    yield Said(
        "moved",
        lambda s: bool(s.moves),
        ("date moved", "with a moved date", "deadline put back", "slipped", "given more time"),
        ("date not moved", "date never moved", "not slipped"),
    )
    yield Said(
        "first due",
        lambda s: (d := s.action.due) is not None and d <= date(year, 9, 30),
        ("originally due by the end of september", "first due by the end of september",
         "the plan had down for september or earlier"),
    )  # fmt: skip


def _then(book: Book) -> Iterator[Said]:
    starts = book.progress.plan.starts
    june = date(starts.year, 6, 30)
    for word, status in (("red", Status.OFF_TRACK), ("amber", Status.AT_RISK),
                         ("green", Status.ON_TRACK)):  # fmt: skip
        yield Said(
            "status",
            lambda s, status=status: status_on(s, june) is status,  # type: ignore[misc]
            (f"{word} at the end of june", f"was {word} in Q1", f"{word} end of june",
             f"were {word} at the end of Q1"),
            (f"not {word} at the end of june", f"wasnt {word} in Q1"),
        )  # fmt: skip
        yield Said(
            "status",
            lambda s, x=status: status_on(s, june) is x and s.status is not x,  # type: ignore[misc]
            (f"{word} in Q1, not {word} now", f"{word} in Q1 but not now",
             f"{word} at the end of june, not any more"),
        )  # fmt: skip
        yield Said(
            "status",
            lambda s, x=status: any(status_on(s, d) is x for d in _days(starts, book.today)),  # type: ignore[misc]
            (f"{word} at some point", f"ever been {word}", f"has been {word} at some time"),
            (f"never {word}", f"never been {word}", f"not once {word}"),
        )
    yield Said(
        "status",
        lambda s: turn(s, june, book.today) < 0,
        ("worse since june", "got worse since the end of june", "gone backwards since june"),
    )
    yield Said(
        "status",
        lambda s: _turned(s, Status.ON_TRACK, Status.OFF_TRACK),
        ("went from green to red", "gone from green to red", "green to red"),
    )


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _turned(standing: Standing, before: Status, after: Status) -> bool:
    declared = [u.status for u in standing.updates if u.status]
    return (before, after) in pairwise(declared)


FRAMES = ("{}", "anything {}", "which are {}?", "how many {}", "list {}", "{} pls", "show me {}",
          "any {}?", "what is {}")  # fmt: skip
JOINTS = (", ", ", ", " and ", ", and ")


def alone(book: Book) -> Iterator[Combined]:
    """Each kind by itself, said and denied in all its ways; "ours" alone is any part of ours."""
    standings = book.progress.standings
    for kind in kinds(book):
        for denies, ways in ((False, kind.said), (True, kind.denied)):
            refs = frozenset(s.action.ref for s in standings if kind.held(s) is not denies)
            for way in ways:
                if way not in {"ours", "ours only"}:
                    yield Combined(way, refs, kind.among_open)


def is_open_now(book: Book) -> set[str]:
    """The actions that are still open."""
    return {s.action.ref for s in book.progress.standings if is_open(s, book.today)}


def _apart(chosen: tuple[Said, ...]) -> bool:
    sides = [side for kind in chosen for side in kind.side.split()]
    return len(sides) == len({*sides})


def combined(book: Book, number: int, seed: int = 1) -> Iterator[Combined]:
    """So many texts of two or three conditions, drawn at random."""
    random, every = Random(seed), kinds(book)
    standings = book.progress.standings
    pairs = [c for n in (2, 3) for c in combinations(every, n) if _apart(c)]
    for chosen in random.sample(pairs, number):
        order = random.sample(chosen, len(chosen))
        words, held = "", []
        for kind in order:
            denies = bool(kind.denied) and random.random() < 0.4
            way = random.choice(kind.denied if denies else kind.said)
            held.append((kind.held, denies))
            joint = random.choice((*JOINTS, " but ", ", but ") if denies else JOINTS)
            words += f"{joint}{way}" if words else way
        refs = frozenset(
            s.action.ref for s in standings if all(h(s) is not denies for h, denies in held)
        )
        among_open = any(kind.among_open for kind in chosen)
        yield Combined(random.choice(FRAMES).format(words), refs, among_open)
