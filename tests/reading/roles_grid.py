"""Who takes which part, and what falls due when, generated: part x agency x way of saying it x a
second condition, and day x verb x a second condition.

The truth is worked out from the predicate of each way over the plan, with nothing the reader uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.core.plan import Action
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.status import Status
from tests.reading.conditions_grid import Combined
from tests.reading.conftest import Book
from tests.reading.time_grid import is_open

Part = Callable[[Action], bool]
Held = Callable[[Standing], bool]


def parts(book: Book) -> Iterator[Combined]:
    """Every part in all its ways, by itself and beside a second condition."""
    standings, plan = book.progress.standings, book.progress.plan
    largest = max(plan.priorities, key=lambda p: sum(a.priority == p.code for a in plan.actions))
    frames: dict[str, Held] = {
        "actions {}": lambda s: True,
        "everything {}": lambda s: True,
        "red actions {}": lambda s: s.status is Status.OFF_TRACK,
        "anything {} thats green": lambda s: s.status is Status.ON_TRACK,
        "anything {}, not done yet": lambda s: s.status is not Status.COMPLETE,
        f"{largest.short} actions {{}}": lambda s: s.action.priority == largest.code,
    }
    for way, part in (
        *_of_one(book),
        *_with_others(book),
        *_of_two(book),
        *_of_us(book),
        *_SHARED,
    ):
        for frame, held in frames.items():
            refs = frozenset(s.action.ref for s in standings if part(s.action) and held(s))
            yield Combined(frame.format(way), refs)


def _is_on(code: str) -> Part:
    return lambda action: code in (*action.leads, *action.partners)


def _of_one(book: Book) -> Iterator[tuple[str, Part]]:
    name, code = book.led_by()[1].name, book.led_by()[1].code
    yield from _each(
        lambda a: code in a.leads,
        f"{name} leads", f"led by {name}", f"with {name} in the driving seat",
        f"with {name} in the driving seat, shared or not", f"{name} leads, alone or jointly",
        f"where {name} is the lead",
    )  # fmt: skip
    yield from _each(
        lambda a: code in a.partners,
        f"{name} backs up", f"where {name} is a named partner", f"{name} supports",
        f"{name} helps with but doesnt lead", f"where {name} is a partner, not the lead",
    )  # fmt: skip
    yield from _each(
        _is_on(code),
        f"{name} is on", f"{name} is named on", f"{name} is involved in", f"{name} appears on",
        f"{name} has a part in", f"{name} is on, lead or partner", f"{name} features in",
        f"{name} appears on, leading or supporting", f"involving {name}, whoever leads it",
        f"{name} is on, whoever leads", f"{name} leads or supports", f"{name} is mentioned on",
    )  # fmt: skip
    yield from _each(
        lambda a: not _is_on(code)(a),
        f"{name} has no part in", f"{name} has no part in, not lead and not partner",
        f"{name} isnt on", f"{name} isnt on, not as lead and not as partner",
        f"where {name} is neither lead nor partner", f"{name} does not appear on",
        f"{name} is not named on", f"{name} has nothing to do with",
    )  # fmt: skip
    yield from _each(
        lambda a: code not in a.leads,
        f"{name} isnt leading", f"not led by {name}", f"led by someone other than {name}",
    )  # fmt: skip


def _of_two(book: Book) -> Iterator[tuple[str, Part]]:
    one, two = book.led_by()[1:3]
    first, second = one.name, two.name
    yield from _each(
        lambda a: _is_on(one.code)(a) and _is_on(two.code)(a),
        f"{first} and {second} are both on, whoever leads",
        f"on which {first} and {second} both appear, whether leading or supporting",
        f"where {first} and {second} are on the same one", f"{first} and {second} are on together",
    )  # fmt: skip
    yield from _each(
        lambda a: {one.code, two.code} <= {*a.leads},
        f"{first} and {second} share the lead on", f"jointly led by {first} and {second}",
    )  # fmt: skip
    yield from _each(
        lambda a: not (_is_on(one.code)(a) or _is_on(two.code)(a)),
        f"neither {first} nor {second} is on", f"neither {first} nor {second} has a part in",
    )  # fmt: skip
    yield from _each(
        lambda a: one.code in a.leads and two.code in a.partners,
        f"{first} leads and {second} is a partner", f"led by {first}, {second} supporting",
    )  # fmt: skip


def _of_us(book: Book) -> Iterator[tuple[str, Part]]:
    own, other = (agency.code for agency in book.led_by()[:2])
    name = book.led_by()[1].name
    yield from _each(
        lambda a: own in a.partners,
        "we back someone else up", "where we back somebody else", "where we are a named partner",
        "where someone else leads and we support", "we support but dont lead",
    )  # fmt: skip
    yield from _each(
        lambda a: not _is_on(own)(a),
        "we have no part in", "where we are neither lead nor partner", "we are not named on",
    )  # fmt: skip
    yield from _each(
        lambda a: other in a.leads and own in a.partners,
        f"{name} leads and were the partner", f"where {name} leads and we support",
        f"{name} lead and we help with", f"where we back {name} up",
        f"where {name} leads and we are only a partner", f"{name} leads, we just support",
    )  # fmt: skip
    yield from _each(
        lambda a: own in a.leads and other in a.partners,
        f"we lead with {name} as a partner", f"where {name} backs us up",
    )  # fmt: skip
    yield from _each(
        lambda a: _is_on(own)(a) and _is_on(other)(a),
        f"us and {name} are named on the same thing", f"{name} and us are both on, whoever leads",
    )  # fmt: skip


def _each(part: Part, *ways: str) -> Iterator[tuple[str, Part]]:
    return ((way, part) for way in ways)


_SHARED = [
    (way, lambda a: len(a.leads) > 1)
    for way in ("two bodies share the lead on", "where two agencies share the lead", "jointly led",
                "where more than one body leads", "with two lead agencies",
                "with two names in the lead box", "with more than one name in the lead column",
                "with more than one agency down as lead", "with several names under lead",
                "with a lead split between two agencies", "with more than one body named as lead")
]  # fmt: skip
_INCLUDED = (
    "including joint ones", "shared ones as well", "joint ones included", "joint ones too",
    "counting the joint ones", "count the shared ones in", "alone or jointly", "solo or shared",
    "joint or not", "and include the ones they share", "plus the joint ones", "shared or not",
    "with or without others", "all in, shared ones as well",
)  # fmt: skip
_ALONE = (
    "on their own", "alone", "single-handed", "by themselves", "all by themselves", "solo",
    "not counting joint ones", "leaving out the shared ones", "without the joint ones",
    "as the only lead", "but not jointly", "with nobody else",
)  # fmt: skip


def _with_others(book: Book) -> Iterator[tuple[str, Part]]:
    """What an agency leads: whether shared or not, alone, and with another."""
    name, code = book.led_by()[1].name, book.led_by()[1].code
    yield from _each(lambda a: code in a.leads, *(f"{name} leads, {way}" for way in _INCLUDED))
    yield from _each(lambda a: a.leads == (code,), *(f"{name} leads {way}" for way in _ALONE))
    yield from _each(
        lambda a: code in a.leads and len(a.leads) > 1,
        f"{name} leads jointly", f"{name} leads with somebody else", f"{name} leads with others",
    )  # fmt: skip
    yield from _each(lambda a: code in a.leads, f"{name} led or {name} joint")


VERBS = ("due {}", "whats due {}", "anything landing {}", "finishing {}", "what wants doing {}",
         "wants doin {}", "falling due {}", "what needs finishing {}", "ending {}")  # fmt: skip


def due(book: Book) -> Iterator[Combined]:
    """What falls due in each of some days, with every verb, by itself and among what is green."""
    standings = book.progress.standings
    for words, (first, last) in _days(book).items():
        within = [s for s in standings if s.due is not None and first <= s.due <= last]
        green = frozenset(s.action.ref for s in within if s.status is Status.ON_TRACK)
        for verb in VERBS:
            said = verb.format(words)
            yield Combined(said, frozenset(s.action.ref for s in within), among_open=True)
            bare = said.removeprefix("whats ").removeprefix("what ").removeprefix("anything ")
            yield Combined(f"green and {bare}", green, among_open=True)


def _days(book: Book) -> dict[str, tuple[date, date]]:
    """The days that fall due is asked of, in words: the first and the last of them."""
    today, plan = book.today, book.progress.plan
    year, always = plan.starts.year, date.min
    coming = Quarter.of(Quarter.of(today).ends + timedelta(days=1))
    month_on, fortnight_on = (today + timedelta(days=days) for days in (30, 14))
    return {
        "within a month of today": (today, month_on),
        "within a fortnight of today": (today, fortnight_on),
        "less than a month from today": (today, month_on),
        "in feb": (date(year + 1, 2, 1), date(year + 1, 2, 28)),
        "before april": (always, date(year + 1, 3, 31)),
        "before the new year": (always, date(year, 12, 31)),
        "by new year's eve": (always, date(year, 12, 31)),
        "bang on the last day of the plan year": (plan.ends, plan.ends),
        "smack on 31 december": (date(year, 12, 31), date(year, 12, 31)),
        "by bonfire night (5 nov)": (always, date(year, 11, 5)),
        "before bonfire night, 5 november": (always, date(year, 11, 4)),
        "before april fools day": (always, date(year + 1, 3, 31)),
        "in the fortnight up to xmas eve": (date(year, 12, 11), date(year, 12, 24)),
        "in the two weeks before christmas eve": (date(year, 12, 10), date(year, 12, 23)),
        "in the week up to 31 december": (date(year, 12, 25), date(year, 12, 31)),
        "in the fortnight from 1 december": (date(year, 12, 1), date(year, 12, 14)),
        "in the month after bonfire night": (date(year, 11, 6), date(year, 12, 5)),
        "in the new calendar year": (date(year + 1, 1, 1), plan.ends),
        "the other side of christmas": (date(year, 12, 26), plan.ends),
        "in the run up to christmas": (always, date(year, 12, 24)),
        "before the clocks go back": (always, _last_sunday(date(year, 10, 31)) - timedelta(days=1)),
        "by remembrance day": (always, date(year, 11, 11)),
        "in the panto season (december)": (date(year, 12, 1), date(year, 12, 31)),
        "in november (panto season)": (date(year, 11, 1), date(year, 11, 30)),
        "before the tax year ends": (always, plan.ends),
        "in the next quarter": (coming.starts, coming.ends),
        "in the quarter after this one": (coming.starts, coming.ends),
        "this quarter apart from 31 december": (date(year, 10, 1), date(year, 12, 30)),
    }


def _last_sunday(end: date) -> date:
    return end - timedelta(days=end.isoweekday() % 7)


def in_whole(book: Book) -> Iterator[Combined]:
    """Sentences of what is due, late or left out that are said in one way only."""
    standings, today = book.progress.standings, book.today
    dated = [(s, s.due) for s in standings if s.due is not None]
    year = book.progress.plan.starts.year
    by_january = frozenset(s.action.ref for s, day in dated if day <= date(year + 1, 1, 31))
    for text in ("how many still open are due by the end of january, counting the late ones",
                 "open and due by the end of january, including the overdue ones"):  # fmt: skip
        yield Combined(text, by_january, among_open=True)
    first, last = date(year, 10, 1), date(year, 12, 30)
    in_quarter = frozenset(s.action.ref for s, day in dated if first <= day <= last)
    for text in ("this quarters deadlines apart from the 31 december ones, leave out anything done",
                 "this quarter's deadlines bar the 31 december ones"):  # fmt: skip
        yield Combined(text, in_quarter, among_open=True)
    late = [s for s, day in dated if day < today and not (s.status and s.status.closed)]
    for word, status in (("greens", Status.ON_TRACK), ("ambers", Status.AT_RISK)):
        refs = frozenset(s.action.ref for s in late if s.status is status)
        yield Combined(f"any {word} gone past there date", refs)


_FIRST_DUE = (
    "originally due {}", "first due {}", "due {} in the original plan", "initially due {}",
    "that were down to finish {} when the plan was written", "due {} at the outset",
    "with an original deadline {}", "that should originally have been done {}",
    "that the plan first said would finish {}", "set to finish {} to begin with",
    "that were going to be done {} in the first version of the plan",
)  # fmt: skip


def first_due(book: Book) -> Iterator[Combined]:
    """What the plan, as it was written, had down for a time, whatever was moved since."""
    year, name = book.progress.plan.starts.year, book.led_by()[1]
    times = {
        "by 30 september": (date.min, date(year, 9, 30)),
        "for Q3": (date(year, 10, 1), date(year, 12, 31)),
        "on 31 december": (date(year, 12, 31), date(year, 12, 31)),
    }
    for words, (start, end) in times.items():
        firsts = [(s, s.action.due) for s in book.progress.standings if s.action.due]
        down = [s for s, day in firsts if start <= day <= end]
        for way in _FIRST_DUE:
            said = way.format(words)
            yield Combined(f"actions {said}", frozenset(s.action.ref for s in down))
            left = frozenset(s.action.ref for s in down if is_open(s, book.today))
            yield Combined(f"actions {said} and are still open", left)
            theirs = frozenset(s.action.ref for s in down if name.code in s.action.leads)
            yield Combined(f"{name.name} actions {said}", theirs)
        said = f"what did {name.name} originally say it would finish {words} and still hasnt"
        yield Combined(
            said, theirs & frozenset(s.action.ref for s in down if is_open(s, book.today))
        )


def finished_late(book: Book) -> Iterator[Combined]:
    """What was finished only after the date that the plan gave first."""
    late = set[str]()
    for s in book.progress.standings:
        declared = [u.at.date() for u in s.updates if u.status is Status.COMPLETE]
        if s.status is Status.COMPLETE and s.action.due and declared[0] > s.action.due:
            late.add(s.action.ref)
    for text in ("got finished, but later than the plan first said", "done but after the deadline",
                 "finished later than originally planned", "complete, but past the due date",
                 "finished late against the original plan"):  # fmt: skip
        yield Combined(text, frozenset(late))
