"""Talks generated: what was asked first x how it goes on x a third turn. The truth is computed from
the plan and its updates, and from what the former answer listed, with nothing the reader uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.core.plan import Direction
from bot.core.progress import Standing, meets, show_date
from bot.core.quarters import Quarter
from bot.core.status import Status
from tests.reading.conftest import Book

Held = Callable[[Standing], bool]
Grid = Callable[[Book], "Iterator[Talked]"]


@dataclass(frozen=True)
class Talked:
    """Turns of a talk; the actions the last answer must be about, where they are given, and what it
    must say, each in one of several ways. `or_refs`: the actions in another fair reading."""

    turns: tuple[str, ...]
    refs: frozenset[str] | None = None
    says: tuple[tuple[str, ...], ...] = ()
    or_refs: frozenset[str] | None = None


OPENERS = ("hows {} doing", "who leads {}", "when is {} due", "whats the target for {}")
TARGET = ("how many are we supposed to run|how many are they meant to do|out of what"
          "|what should it be by the end|how many is it meant to be|and the target?")  # fmt: skip
SHORT = ("how many so far|so how many short of target are we|short by how many|how many left to go"
         "|how many more do we need|how far short are they|how far off the target is it"
         "|whats the shortfall")  # fmt: skip
BEATEN = "beaten by how many|by how many did they beat it|how many over target|by how much"
WHO = "who leads|and whos on the hook for that|which action is that and who leads"
WHEN = "when's it due|by when|deadline?|and when is it due"


def of_one(book: Book) -> Iterator[Talked]:
    """After one action: who, when, its target, how far it is from that."""
    for standing in book.progress.standings[::5]:
        ref = standing.action.ref
        for first in (opener.format(ref) for opener in OPENERS):
            yield from _asked(book, (first,), standing, {WHO: _leads(book, standing)})
            if standing.due:
                yield from _asked(book, (first,), standing, {WHEN: (show_date(standing.due),)})
            yield from _figures(book, (first,), standing)


def _figures(book: Book, before: tuple[str, ...], standing: Standing) -> Iterator[Talked]:
    measure = next(iter(standing.action.measures), None)
    if measure is None or not measure.target or measure.unit not in {"count", "percent"}:
        return
    yield from _asked(book, before, standing, {TARGET: (f"{measure.target:,g}",)})
    for last in standing.readings(measure)[-1:]:
        apart = (f"{abs(last.value - measure.target):,g}",)
        if measure.direction is Direction.HIGHER and last.value < measure.target:
            yield from _asked(book, before, standing, {SHORT: apart})
        if measure.direction is Direction.HIGHER and last.value > measure.target:
            yield from _asked(book, before, standing, {BEATEN: apart})


def _asked(
    book: Book, before: tuple[str, ...], standing: Standing, ways: dict[str, tuple[str, ...]]
) -> Iterator[Talked]:
    for phrases, answers in ways.items():
        for way in phrases.split("|"):
            yield Talked((*before, way), frozenset({standing.action.ref}), (answers,))


def _leads(book: Book, standing: Standing) -> tuple[str, ...]:
    agencies = [book.progress.plan.agency(code) for code in standing.action.leads]
    named = [name for a in agencies if a for name in (a.name, a.short, a.code)]
    return tuple(named) or ("no lead", "all agencies")


EVERY: dict[str, Held] = {
    "did they all hit target|have they all met their target|all hit target?"
    "|did every one hit its target": lambda s: any(
        m.target is not None and meets(m, r.value)
        for m in s.action.measures
        for r in s.readings(m)[-1:]
    ),
    "have they all been updated|have all of those been reported on": lambda s: bool(s.updates),
    "have they all got a target|do they all have a target": lambda s: any(
        m.target is not None for m in s.action.measures
    ),
}


def of_every(book: Book) -> Iterator[Talked]:
    """After a list: whether something holds of all of them, yes or no of that list alone."""
    for first, held in _lists(book).items():
        listed = [s for s in book.progress.standings if held(s)]
        for phrases, of in EVERY.items():
            if len(listed) < 2:
                continue
            others = frozenset(s.action.ref for s in listed if not of(s))
            answers = ("No.",) if others else (f"Yes, all {len(listed)}.",)
            for way in phrases.split("|"):
                refs = others or frozenset(s.action.ref for s in listed)
                yield Talked((first, way), refs, (answers,))


def _lists(book: Book) -> dict[str, Held]:
    plan = book.progress.plan
    lists: dict[str, Held] = {
        "which are red": lambda s: s.status is Status.OFF_TRACK,
        "whats amber": lambda s: s.status is Status.AT_RISK,
        "what has been finished": lambda s: s.status is Status.COMPLETE,
        "what do we lead": lambda s: book.led_by()[0].code in s.action.leads,
    }
    for priority in plan.priorities[:2]:
        lists[f"{priority.short} actions"] = lambda s, p=priority: s.action.priority == p.code  # type: ignore[misc]
    return lists


NTH = ("first", "second", "third")


def of_several(book: Book) -> Iterator[Talked]:
    """After a list: one of it by its place, the other one, all of them."""
    for first, held in _lists(book).items():
        listed = frozenset(s.action.ref for s in book.progress.standings if held(s))
        for way in ("who leads them", "when are they due", "whos leading each of them"):
            yield Talked((first, way), listed)
        late = frozenset(
            s.action.ref for s in book.progress.standings if held(s) and s.is_overdue(book.today)
        )
        for way in ("are any of those overdue", "which of those are late"):
            yield Talked((first, way), late)


STATUS = ("whatever the colour|any colour|regardless of status|doesnt matter what colour"
          "|drop the colour|whatever their status|any status|take the status off"
          "|forget the status bit")  # fmt: skip
UNSAID = ("forget the {} bit|drop the {}|not just {}|all of them, not only {}|never mind {}"
          "|leave the {} out of it|scrap the {} part")  # fmt: skip
THEME = "whatever the priority|any priority|in any priority|in all priorities|not just {}"
WHOSE = (
    "whoever leads them|any agency|not just ours|anyones|from any agency|regardless of who leads"
    "|for the whole partnership|for all agencies|all agencies rather than only ours"
)
ALL = ("sorry i meant everything of ours, whatever topic or colour"
       "|everything of ours whatever colour|ok all of ours then whatever the colour"
       "|all ours, whatever the priority or status|no, all of ours, any colour")  # fmt: skip


def taken_back(book: Book) -> Iterator[Talked]:
    """A condition that the words take back is gone, and no other."""
    own, priority = book.led_by()[0].code, book.progress.plan.priorities[0]
    ours = _refs(book, lambda s: own in s.action.leads)
    involved = _refs(book, lambda s: own in (*s.action.leads, *s.action.partners))
    of_theme = _refs(book, lambda s: s.action.priority == priority.code)
    green = _refs(book, lambda s: s.status is Status.ON_TRACK)
    for way in STATUS.split("|"):
        yield Talked(("which of ours are green", way), ours)
        yield Talked((f"red ones in {priority.short}", way), of_theme)
    for way in THEME.format(priority.short).split("|"):
        yield Talked((f"green ones in {priority.short}", way), green)
        yield Talked((f"how many are green in {priority.short}", way), green)
    for way in UNSAID.format(*["green"] * UNSAID.count("{}")).split("|"):
        yield Talked(("which of ours are green", way), ours)
    for way in WHOSE.split("|"):
        yield Talked(("which of ours are green", way), green)
        yield Talked(("how many of ours are green", way), green)
    for way in ALL.split("|"):
        for talk in ((f"red or amber in {priority.short}", "any ours?"),
                     (f"which of ours in {priority.short} are green",)):  # fmt: skip
            yield Talked((*talk, way), ours, or_refs=involved)


BEFORE = "and the one before?|and the one before that|the previous one?|how about the one before"
BOTH = "which actions reported in both|which of those reported in both|which were in both"


def of_quarters(book: Book) -> Iterator[Talked]:
    """After a quarter: the one before, and what is in both."""
    last = Quarter.of(book.today).previous
    earlier = last.previous
    reported, then = (
        frozenset(s.action.ref for s in book.progress.standings if s.reported_for(q))
        for q in (last, earlier)
    )
    updates = [u for s in book.progress.standings for u in s.updates if u.quarter == earlier]
    for way in BEFORE.split("|"):
        yield Talked((f"which actions reported in Q{last.number}", way), then)
        for first in ("how many updates came in last quarter",
                      f"how many updates were there in Q{last.number}"):  # fmt: skip
            yield Talked((first, way), None, ((f"{len(updates)} update", "No update"),))
    for way in BOTH.split("|"):
        for first in ("which actions reported", "how many updates came in"):
            yield Talked(
                (f"{first} in Q{last.number}", "and the one before?", way), reported & then
            )


COLOURS = {
    "red": Status.OFF_TRACK, "amber": Status.AT_RISK, "green": Status.ON_TRACK,
    "finished": Status.COMPLETE,
}  # fmt: skip


def full_questions(book: Book) -> Iterator[Talked]:
    """A question with a subject and a verb of its own is asked of the plan, whatever was before."""
    code = book.led_by()[0].code
    one = book.progress.standings[3].action.ref
    for agency in book.led_by()[1:4]:
        led = _refs(book, lambda s, a=agency: a.code in s.action.leads)  # type: ignore[misc]
        for first in (f"hows {one} doing", "which are red", "whats due in december"):
            yield Talked((first, f"how many does {agency.name} lead"), led)
            yield Talked((first, f"how many do {agency.name} lead"), led)
    for colour, status in COLOURS.items():
        helped = _refs(
            book,
            lambda s, x=status: s.status is x and code in s.action.partners,  # type: ignore[misc]
        )
        led = _refs(book, lambda s, x=status: s.status is x and code in s.action.leads)  # type: ignore[misc]
        for turns in ((f"hows {one} doing",), ("whats gone red", f"who leads {one}")):
            yield Talked((*turns, f"any {colour} ones where we're only helping out?"), helped)
            yield Talked((*turns, f"and any {colour} ones where we're only helping out?"), helped)
            yield Talked((*turns, f"are there any {colour} actions led by us"), led)


ASKED_OF_NONE = ("which ones are {}|which are {} then|phew. anything {} then|and {}?"
                 "|are any of them {}|how many are {}")  # fmt: skip


def after_nothing(book: Book) -> Iterator[Talked]:
    """After an empty answer the state asked next takes the place of that which left nothing."""
    for agency in book.led_by()[:6]:
        led = [s for s in book.progress.standings if agency.code in s.action.leads]
        for colour, status in COLOURS.items():
            if any(s.status is status for s in led) or colour == "finished":
                continue
            first = f"which of the actions led by {agency.name} are {colour}"
            for other, meant in COLOURS.items():
                refs = frozenset(s.action.ref for s in led if s.status is meant)
                for way in ASKED_OF_NONE.split("|"):
                    if other != colour:
                        yield Talked((first, way.format(other)), refs)


NEEDED = ("how many more do we need {}|so how many more do we need {}"
          "|how many more do they have to do {}")  # fmt: skip


def by_a_day(book: Book) -> Iterator[Talked]:
    """How many more are needed by a day is how far the action is from its target."""
    ends = book.progress.plan.ends
    for standing in book.progress.standings:
        for measure in standing.action.measures[:1]:
            last = next(iter(standing.readings(measure)[-1:]), None)
            target, higher = measure.target, measure.direction is Direction.HIGHER
            if not (last and target and higher and last.value < target):
                continue
            says = ((f"{target - last.value:,g}",),)
            for by in (f"by {ends:%B}", "by the end of the year", "to hit it", "by then"):
                for way in NEEDED.split("|"):
                    first = f"hows {standing.action.ref} doing"
                    refs = frozenset({standing.action.ref})
                    yield Talked((first, way.format(by)), refs, says)


FIRST_OF = ("which is due first, {} or {}|which of {} and {} is due first"
            "|is {} or {} due first|which is due sooner, {} or {}")  # fmt: skip


def first_of_two(book: Book) -> Iterator[Talked]:
    """Of two named the first is told alone, and the other one is the other."""
    dated = [s for s in book.progress.standings if s.due and not (s.status and s.status.closed)]
    for one, other in zip(dated[::5], dated[3::5], strict=False):
        if not one.due or not other.due or one.due == other.due:
            continue
        first, last = sorted((one, other), key=lambda s: str(s.due))
        for way in FIRST_OF.split("|"):
            asked = way.format(one.action.ref, other.action.ref)
            yield Talked((asked,), frozenset({first.action.ref}))
            for then in ("and when's the other one", "and the other one?"):
                yield Talked((asked, then), frozenset({last.action.ref}))
            yield Talked((asked, "when is the other one due", "who leads it"),
                         frozenset({last.action.ref}), (_leads(book, last),))  # fmt: skip


def of_sets_in_turn(book: Book) -> Iterator[Talked]:
    """Of sets asked for in turn "the amber ones" and "back to the ambers" are the one so named."""
    own = book.led_by()[0].code
    quarter = Quarter.of(book.today).previous
    named: dict[str, tuple[str, str, Held]] = {
        "red": ("which are red", "and amber?", lambda s: s.status is Status.OFF_TRACK),
        f"Q{quarter.number}": (
            f"which actions reported in Q{quarter.number}",
            f"and Q{quarter.previous.number}?",
            lambda s: bool(s.reported_for(quarter)),
        ),
    }
    for name, (first, then, before) in named.items():
        refs = _refs(book, before)
        ours = frozenset(ref for ref in refs if own in book.progress.plan.action(ref).leads)
        for way in (f"list the {name} ones", f"who leads the {name} ones"):
            yield Talked((first, then, way), refs)
        for way in (
            f"which of the {name} ones do we lead",
            f"back to the {name} ones - do we lead any",
        ):
            yield Talked((first, then, way), ours)


STRETCHED = ("stretch that to {}|extend it to {}|push that out to {}|make it up to {}|and up to {}?"
             "|and if i go up to {}|what if we go to {}|make that {} instead")  # fmt: skip


def stretched(book: Book) -> Iterator[Talked]:
    """A time from one day to another is made longer, or shorter, from its first day on."""
    start = book.today
    for asked, whose in (("whats due", None), ("what do we lead thats due", book.led_by()[0].code)):
        first = f"{asked} between now and {start + timedelta(days=60):%-d %B %Y}"
        for days in (30, 85, 120):
            until = start + timedelta(days=days)
            refs = _refs(
                book,
                lambda s, u=until, w=whose: bool(  # type: ignore[misc]
                    s.due and start <= s.due <= u and not (s.status and s.status.closed)
                    and (w is None or w in s.action.leads)
                ),
            )  # fmt: skip
            for way in STRETCHED.split("|"):
                yield Talked((first, way.format(f"{until:%-d %B %Y}")), refs)


EACH = ("which priority does each come under|what priority is each of them in"
        "|which priorities are they in")  # fmt: skip
NUMBER = ("whats that as a number|so what number is that|just the number|whats the number"
          "|how many is that")  # fmt: skip
NARROWED = ("narrow that down to the ones {} lead on|limit it to those {} lead|just those led by {}"
            "|could you filter that to the ones {} lead")  # fmt: skip
ADDED = ("would you include the ambers in that list|put the ambers in alongside those"
         "|add the amber ones|and the ambers as well")  # fmt: skip


def of_those(book: Book) -> Iterator[Talked]:
    """Of a list: where each belongs, how many, some of it, more, those that still are so."""
    red = _refs(book, lambda s: s.status is Status.OFF_TRACK)
    amber = _refs(book, lambda s: s.status is Status.AT_RISK)
    lead = book.led_by()[1]
    for first in ("which are red", "whats off track", "show me the reds"):
        for way in EACH.split("|"):
            yield Talked((first, way), red)
        for way in NUMBER.split("|") if len(red) > 1 else ():
            yield Talked((first, way), red, ((str(len(red)),),))
        for way in NARROWED.split("|"):
            led = frozenset(r for r in red if lead.code in book.progress.plan.action(r).leads)
            yield Talked((first, way.format(lead.name)), led)
        for way in ADDED.split("|"):
            yield Talked((first, way), red | amber)
    end = Quarter.of(book.today).previous.ends
    then = _refs(book, lambda s: s.as_at(end).status is Status.OFF_TRACK)
    for way in ("which still are", "still red?", "which of them are still red"):
        yield Talked((f"what was red in Q{Quarter.of(end).number}", way), then & red)
    for way in ("were any red in Q{}", "any that were red at the end of Q{}"):
        yield Talked(("which are amber", way.format(Quarter.of(end).number)), then & amber)


def _refs(book: Book, held: Held) -> frozenset[str]:
    return frozenset(s.action.ref for s in book.progress.standings if held(s))
