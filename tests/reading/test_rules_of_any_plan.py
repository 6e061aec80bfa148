"""Rules of composing, on two plans of different kinds: sentences made from what each plan holds,
the truth worked out from the expression each must mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations, product

import pytest

from bot.core.quarters import Quarter
from bot.reading.expression import (
    AsAt,
    Closed,
    Counts,
    Days,
    Due,
    Expression,
    Involves,
    Leads,
    Not,
    Of,
    Overdue,
    Overran,
    Partners,
    Reported,
    Stands,
    all_of,
    any_of,
)
from bot.reading.reader import read
from bot.reading.wants import Kind
from tests.reading.conftest import Book

STATUSES = {"red": "off_track", "amber": "at_risk", "green": "on_track"}

SHORT = {"District Council": "dc", "County Council": "cc", "Constabulary": "police",
         "Fire & Rescue Service": "frs", "Housing Association": "HA"}  # fmt: skip


Cases = Iterator[tuple[str, Expression]]


def parts_of_agencies(book: Book) -> Cases:
    """Lead, partner, either, neither, alone."""
    for agency in book.led_by():
        name, lead, either = agency.name, Leads(agency.code), Involves(agency.code)
        alone = all_of(lead, Counts("leads", "=", 1))
        yield f"actions {name} are in, as lead or partner", either
        yield f"which actions have nothing to do with {name}", Not(either)
        yield f"actions led only by {name}", alone
        yield f"actions led by {name} on its own", alone
        yield f"which are led by {name} but not jointly led", alone
        yield f"{name} as partner but not the lead", all_of(Partners(agency.code), Not(lead))
        yield f"{name} actions (led or supporting) with no update", all_of(either, Stands(""))
        yield f"which are neither led nor supported by {name}", Not(either)
        for kind, short in SHORT.items():
            if name.endswith(kind):
                yield f"what does {name.removesuffix(kind)}{short} lead", lead
        for word, status in STATUSES.items():
            stands = Stands(status)
            yield f"lead or partner, what has {name} got that is {word}", all_of(either, stands)
            yield (f"apart from the {word} ones, where does {name} come in",
                   all_of(either, Not(stands)))  # fmt: skip
            yield f"{word} actions with {name} in them", all_of(either, stands)


def each_its_part(book: Book) -> Cases:
    """Two agencies, each with a part of its own, in whatever order."""
    for first, second in permutations(book.led_by(), 2):
        both = all_of(Leads(first.code), Partners(second.code))
        yield f"{first.name} leads, {second.name} a partner", both
        yield f"{second.name} supporting and {first.name} in the lead", both
        yield f"{first.name} as lead, {second.name} a supporter", both
        yield f"actions that {first.name} lead and {second.name} help with", both
        yield (
            f"actions naming {first.name} or {second.name}",
            any_of(Involves(first.code), Involves(second.code)),
        )


def added(book: Book) -> Cases:
    """A kind of action said behind is beside the one before, not a condition on it."""
    for agency, (word, status) in product(book.led_by(), STATUSES.items()):
        means = all_of(Leads(agency.code), any_of(Stands(status), Overdue()))
        yield f"{word} ones led by {agency.name}. Overdue ones too", means
        yield f"{word} and led by {agency.name}, the overdue ones as well", means
        yield (f"are the {word} ones led by {agency.name} overdue too?",
               all_of(Leads(agency.code), Stands(status), Overdue()))  # fmt: skip


def times(book: Book) -> Cases:
    """How it stood then and stands now; each quarter."""
    first, second = Quarter.of(book.progress.plan.starts), Quarter.of(book.today).previous
    every = [first] if first == second else [first, second]
    for (before, was), (after, then) in permutations(STATUSES.items(), 2):
        stood = AsAt(Stands(was), first.ends)
        yield f"{before} at the end of Q1 but not now", all_of(stood, Not(Stands(was)))
        yield (f"which actions were {before} at the end of Q1 but {after} at the end of Q2",
               all_of(stood, AsAt(Stands(then), second.ends)))  # fmt: skip
        for text in (f"which began the year {before} and are {after} now",
                     f"which were {before} at the start of the year but are {after} now",
                     f"what started the year {before} and has since gone {after}",
                     f"actions that finished Q1 {before} but are {after} today",
                     f"what went into Q2 {before} and is {after} now"):  # fmt: skip
            yield text, all_of(stood, Stands(then))
        yield (f"{before} or {after} at the end of Q1",
               any_of(stood, AsAt(Stands(then), first.ends)))  # fmt: skip
    yield "actions that reported in both quarters", all_of(*map(Reported, every))
    ladder = ["complete", *reversed(STATUSES.values())]
    for word, was in STATUSES.items():
        stood, at = AsAt(Stands(was), first.ends), ladder.index(was)
        for way, beyond in (("better", ladder[:at]), ("worse", ladder[at + 1 :])):
            for turned in (f"have got {way} since", f"are {way} now", *_TURNED[way]):
                yield (f"which were {word} in Q1 and {turned}",
                       all_of(stood, any_of(*map(Stands, beyond))))  # fmt: skip


_TURNED = {
    "better": ("have improved since", "have picked up since"),
    "worse": ("have dropped since", "have gone downhill", "slipped since"),
}


def sections(book: Book) -> Cases:
    """A priority called a section of the plan is all of it, whatever few actions have its word."""
    for priority, (word, status) in product(book.progress.plan.priorities, STATUSES.items()):
        means = all_of(Of(priority.code), Stands(status))
        for name in (priority.short, priority.code):
            yield f"in the {name} section which are {word}", means
            yield f"what is {word} under the {name} heading", means
            yield f"{name} theme: which ones are {word}", means


def falling_due(book: Book) -> Cases:
    """What is late already has to be done by any day to come, too."""
    last, heard = Quarter.of(book.today).ends, Not(Stands(""))
    due = all_of(Due(Days(None, last)), Not(Closed()))
    yield f"what has to be done by {last:%d %B}", due
    yield f"due by {last:%d %B} and never reported on", all_of(due, Not(heard))
    for agency in book.led_by():
        yield (f"{agency.name} actions we need to have wrapped up by {last:%d %B}",
               all_of(due, Leads(agency.code)))  # fmt: skip


def of_a_day(book: Book) -> Cases:
    """ "The December ones" are due then."""
    for day in sorted({s.due for s in book.progress.standings if s.due and s.due > book.today}):
        due = all_of(Due(Days(day, day)), Not(Closed()))
        name = f"{day.day} {day:%B}"
        yield f"the {name} ones", due
        yield f"which {name} actions have no update", all_of(due, Stands(""))
        for word, status in STATUSES.items():
            yield f"{word}, without the {name} ones", all_of(Stands(status), Not(due))
            yield (
                f"not {word} and not one of the {name} ones",
                all_of(Not(Stands(status)), Not(Due(Days(day, day))), Not(Closed())),
            )


def of_those_told_before(book: Book) -> Cases:
    """What is told first of a message is the set that "those" of its question are of."""
    for agency, (word, status) in product(book.led_by(), STATUSES.items()):
        of_theirs = all_of(Leads(agency.code), Stands(status))
        yield f"{agency.name} lead a lot, are any of those {word}", of_theirs
        yield f"{agency.name} lead loads, which of those are {word}", of_theirs
        yield (f"{agency.name} are a partner on plenty, any of those {word}",
               all_of(Partners(agency.code), Stands(status)))  # fmt: skip


def they(book: Book) -> Cases:
    """ "They" are the body that the message first tells of."""
    told = (
        "seeing {} tomorrow. ", "about to ring {}, ", "need to email {}. ", "lunch with {} - ",
        "speaking to {} later, ", "got {} coming in, ",
    )  # fmt: skip
    for agency, before in product(book.led_by(), told):
        lead, head = Leads(agency.code), before.format(agency.name)
        yield f"{head}what do they lead", lead
        yield f"{head}which ones are they a partner on", Partners(agency.code)
        yield f"{head}are they late on anything", all_of(lead, Overdue())
        yield f"{head}which of theirs are red", all_of(lead, Stands("off_track"))
        yield f"{head}what is amber with them in the lead", all_of(lead, Stands("at_risk"))


def exceptions(book: Book) -> Cases:
    """What an exception holds, and where it ends."""
    late, done, heard = Overdue(), Stands("complete"), Not(Stands(""))
    yield "all actions, not counting anything overdue or finished", Not(any_of(late, done))
    yield "everything except the overdue and the complete ones", Not(any_of(late, done))
    for agency, (word, status) in product(book.led_by(), STATUSES.items()):
        lead = Leads(agency.code)
        yield (f"{word} actions other than the ones {agency.name} leads",
               all_of(Stands(status), Not(lead)))  # fmt: skip
        yield (f"actions other than the ones {agency.name} leads that have reported",
               all_of(Not(lead), heard))  # fmt: skip
        yield (f"{word} and overdue actions {agency.name} does not lead",
               all_of(Stands(status), late, Not(lead)))  # fmt: skip


def beside_each_other(book: Book) -> Cases:
    """Things named beside each other are both meant, whatever stands between; adjectives are of
    one."""
    late, silent, joint = Overdue(), Stands(""), Counts("leads", ">", 1)
    for word, status in STATUSES.items():
        stands = Stands(status)
        for text in (f"the {word} ones and the overdue ones", f"{word}s and the overdue ones",
                     f"everything {word} plus everything overdue", f"{word}s plus overdue",
                     f"all the {word}s together with everything late",
                     f"one list of what is {word} and anything late", f"{word}s plus anything late",
                     f"{word} actions and overdue actions", f"{word}s along with those overdue",
                     f"anything {word}, and anything that is late"):  # fmt: skip
            yield text, any_of(stands, late)
        yield f"{word} ones as well as those with no update", any_of(stands, silent)
        yield f"{word} actions and actions with no update", any_of(stands, silent)
        yield f"everything but the {word} ones and what is overdue", Not(any_of(stands, late))
        yield f"all except those {word} and those with no update", Not(any_of(stands, silent))
        yield f"{word} and overdue ones", all_of(stands, late)
        yield f"which are {word} and any of them overdue", all_of(stands, late)
        yield f"which {word} actions are overdue and are joint ones", all_of(stands, late, joint)
        for first, second in permutations(book.led_by(), 2):
            one, other = all_of(Leads(first.code), stands), all_of(Leads(second.code), late)
            yield f"{word} {first.name} ones and overdue {second.name} ones", any_of(one, other)
            yield (f"{first.name} actions that are {word} and {second.name} actions that are late",
                   any_of(one, other))  # fmt: skip
            yield (f"{word} and led by {first.name}, {second.name}",
                   all_of(stands, any_of(Leads(first.code), Leads(second.code))))  # fmt: skip


def said_again(book: Book) -> Cases:
    """Whose role one has is no condition; what is named again with its part has that part; "not A,
    just B" is B's."""
    for agency in book.led_by():
        name, joint = agency.name, Counts("leads", ">", 1)
        yield f"New to the {agency.code} role. Which are {name} a partner on", Partners(agency.code)
        yield f"{name} work: which of it is {name} a partner on", Partners(agency.code)
        yield f"what does {name} share a lead on", all_of(joint, Leads(agency.code))
        yield (f"{name} led, no partner agency sharing the lead",
               all_of(Leads(agency.code), Counts("leads", "=", 1)))  # fmt: skip
    for first, second in permutations(book.led_by(), 2):
        yield (
            f"reds. not {first.name}, just {second.name}",
            all_of(Stands("off_track"), Leads(second.code), Not(Leads(first.code))),
        )
        yield (
            f"reds, dont include those led by {first.name}",
            all_of(Stands("off_track"), Not(Leads(first.code))),
        )


def how_it_ended(book: Book) -> Cases:
    """What is finished is measured by the date the plan gave first."""
    done = Stands("complete")
    for length, days in (("a month", 30), ("two weeks", 14), ("sixty days", 60)):
        for early, ways in ((False, ("late",)), (True, ("early", "ahead of its deadline"))):
            for way in ways:
                yield f"anything completed {length} or more {way}", Overran(days, early)
                yield f"which were finished at least {length} {way}", Overran(days, early)
                yield f"done more than {length} {way}", Overran(days + 1, early)
        yield f"finished with {length} to spare", Overran(days, early=True)
        yield f"delivered {length} ahead", Overran(days, early=True)
    yield "finished early", Overran(early=True)
    yield "completed before the deadline", Overran(early=True)
    yield "finished on time", all_of(done, Not(Overran()))
    yield (
        "which new dates are still to come",
        all_of(Counts("moves", ">", 0), Due(Days(book.today, None)), Not(Closed())),
    )


CASES = (
    parts_of_agencies,
    each_its_part,
    beside_each_other,
    said_again,
    how_it_ended,
    added,
    times,
    sections,
    falling_due,
    of_a_day,
    of_those_told_before,
    exceptions,
)


@pytest.mark.parametrize("cases", CASES)
def test_every_sentence_is_read_as_it_is_meant(cases: Callable[[Book], Cases], book: Book) -> None:
    wrong = []
    for text, means in cases(book):
        reading = read(text, book.index, book.today)
        answered = reading.want.kind in {Kind.LIST, Kind.BY}
        if not answered or book.truth(reading.over) != book.truth(means):
            wrong.append(f"{text} -> {reading.want.kind} {reading.over}")
    assert not wrong, "\n".join(wrong)


def test_parts_of_one_plan_by_any_way_of_saying_make_it_up(book: Book) -> None:
    everything = book.truth(Not(Closed())) | book.truth(Closed())
    for agency in book.led_by():
        within = read(f"actions involving {agency.name}", book.index, book.today)
        without = read(f"actions not involving {agency.name}", book.index, book.today)
        assert not book.truth(within.over) & book.truth(without.over)
        assert book.truth(within.over) | book.truth(without.over) == everything
