"""What is left out or taken in behind a question, who else leads, what was never reported and how
often it was, generated: base x way of saying it x condition.

The truth is worked out from the predicate of each way over the plan, with nothing the reader uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.core.progress import Standing
from bot.core.status import Status
from tests.reading.conditions_grid import Combined
from tests.reading.conftest import Book

Held = Callable[[Standing], bool]
LEFT_OUT = (
    "{} ones left out", "leaving out the {} ones", "leaving the {} ones out", "{} ones excluded",
    "{} ones aside", "with the {} ones taken out", "the {} ones not included", "minus {} ones",
    "not the {} ones", "{} ones apart", "{} ones don't count", "but leave {} ones out",
    "{} ones removed", "never mind the {} ones", "bar the {} ones", "ignoring the {} ones",
)  # fmt: skip
TAKEN_IN = (
    "{} ones too", "{} ones included", "including {} ones", "{} ones as well", "counting {} ones",
    "and include the {} ones", "{} ones counted in", "whether {} or not", "{} or not",
)  # fmt: skip
NEVER = (
    "with nothing ever heard", "where not one update has ever come in", "without a single update",
    "never a word", "with not a word from anyone", "where nobody has said a thing",
    "not once updated", "without so much as one update", "never reported on",
)  # fmt: skip
OTHERS_LEAD = (
    "someone else leads", "somebody else leads", "another agency leads", "others lead",
    "other people lead", "somebody other than us leads", "others are in charge of",
)  # fmt: skip
WHOEVER_LEADS = (
    "whoever leads", "whichever of them leads", "no matter who leads", "lead or not",
    "it does not matter which one leads", "regardless of who leads", "whichever is in the lead",
)  # fmt: skip
OWNERLESS = (
    "need someone to own them", "are still waiting for somebody to own them",
    "need an agency to lead them", "no agency has picked up", "nobody leads",
)  # fmt: skip
OFTEN = {
    "exactly twice": lambda n: n == 2, "only once": lambda n: n == 1, "twice": lambda n: n == 2,
    "more than once": lambda n: n > 1, "2+ times": lambda n: n > 1,
    "at least twice": lambda n: n > 1, "thrice": lambda n: n == 3,
}  # fmt: skip


def said_behind(book: Book) -> Iterator[Combined]:
    """Every case, with the references that are right."""
    for text, held in (*_left_out(book), *_taken_in(book), *_roles(book), *_reported(book)):
        refs = frozenset(s.action.ref for s in book.progress.standings if held(s))
        yield Combined(text, refs)


def _conditions(book: Book) -> dict[str, Held]:
    return {
        "red": lambda s: s.status is Status.OFF_TRACK,
        "amber": lambda s: s.status is Status.AT_RISK,
        "finished": lambda s: s.status is Status.COMPLETE,
        "late": lambda s: s.is_overdue(book.today),
        "joint": lambda s: len(s.action.leads) > 1,
    }


def _bases(book: Book) -> dict[str, Held]:
    own, other = book.led_by()[:2]
    largest = max(
        book.progress.plan.priorities,
        key=lambda p: sum(a.priority == p.code for a in book.progress.plan.actions),
    )
    return {
        "what have we got": lambda s: own.code in s.action.leads,
        f"what does {other.name} lead": lambda s: other.code in s.action.leads,
        f"{largest.name} actions": lambda s: s.action.priority == largest.code,
    }


def _left_out(book: Book) -> Iterator[tuple[str, Held]]:
    for base, held in _bases(book).items():
        for word, condition in _conditions(book).items():
            for way in LEFT_OUT:
                yield f"{base}, {way.format(word)}", _but(held, condition)


def _taken_in(book: Book) -> Iterator[tuple[str, Held]]:
    for base, held in _bases(book).items():
        for word in ("late", "finished"):
            for way in TAKEN_IN:
                yield f"{base}, {way.format(word)}", held


def _roles(book: Book) -> Iterator[tuple[str, Held]]:
    own, other, third = (agency.code for agency in book.led_by()[:3])
    names = {agency.code: agency.name for agency in book.led_by()}
    for way in OTHERS_LEAD:
        yield f"actions that {way}", lambda s: own not in s.action.leads
        yield (
            f"red actions that {way}",
            lambda s: own not in s.action.leads and s.status is Status.OFF_TRACK,
        )
        yield (
            f"where {way} and we support",
            lambda s: own not in s.action.leads and own in s.action.partners,
        )
    for way in WHOEVER_LEADS:
        yield f"which involve {names[other]}, {way}", lambda s: _is_on(s, other)
        yield (
            f"where are {names[other]} and {names[third]} both on it, {way}",
            lambda s: _is_on(s, other) and _is_on(s, third),
        )
    for way in OWNERLESS:
        yield f"which actions {way}", lambda s: not s.action.leads
    yield (
        f"which of {names[other]}'s do we support",
        lambda s: other in s.action.leads and own in s.action.partners,
    )


def _reported(book: Book) -> Iterator[tuple[str, Held]]:
    own = book.led_by()[0].code
    for way in NEVER:
        yield f"actions {way}", lambda s: s.latest is None
        yield f"ours {way}", lambda s: s.latest is None and own in s.action.leads
    for way, so_often in OFTEN.items():
        held = _as_often(so_often)
        yield f"which actions have been updated {way}", held
        yield f"have we updated any of ours {way}", _and_led(held, own)


def _is_on(standing: Standing, code: str) -> bool:
    return code in (*standing.action.leads, *standing.action.partners)


def _as_often(held: Callable[[int], bool]) -> Held:
    return lambda s: held(sum(update.reports for update in s.updates))


def _and_led(held: Held, code: str) -> Held:
    return lambda s: held(s) and code in s.action.leads


def _but(held: Held, condition: Held) -> Held:
    return lambda s: held(s) and not condition(s)
