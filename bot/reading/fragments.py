"""Whether a text goes on with the one before: it points back, joins on, or has no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.reading.calendar import NUMBERS, ORDINALS
from bot.reading.grammar import Sort

if TYPE_CHECKING:
    from bot.reading.parts import Parts

_FEW = 5
LONGEST = 10
"""More words than these are a question of their own."""
_JOINING = {Sort.AND, Sort.OR, Sort.NOT, Sort.EXCEPT, Sort.ONLY}
MORE = {"more", "next", "next page", "show more", "more please"}
_OF_SOME = {"which", "any"}
"""What asks for some of a set: "any red?", "which hasn't had an update"."""
_REST = {"rest", "other", "others", "remainder", "remaining"}
"""What is left of the set before."""


def turns(parts: Parts, typed: tuple[str, ...]) -> bool:
    """Whether it asks for the next page, or for the rest and no more."""
    bare = is_of_others(parts, typed) and not parts.composed.atoms and len(typed) <= _FEW
    return bare or " ".join(typed) in MORE


def is_of_others(parts: Parts, typed: tuple[str, ...]) -> bool:
    """Whether it speaks of others than those before: "any others", "the other four", "the rest"."""
    return bool(_REST & {*typed}) and not parts.has(Sort.AGENCY, Sort.REF)


def goes_on(parts: Parts, typed: tuple[str, ...]) -> bool:
    """Whether it may be a fragment: it points back, joins on, or has no subject of its own."""
    if len(typed) > LONGEST or not typed:
        return False
    if points(parts) or joins(parts, typed) or widens(parts, typed):
        return True
    if any(s.sort is Sort.WANT and s.value == "compare" for s in parts.spans):
        return False
    bare = not (parts.composed.atoms or parts.unknown or has_noun(parts))
    return (bare and _only_wants(parts)) or _is_short(parts, typed)


def picked(parts: Parts, typed: tuple[str, ...]) -> tuple[int, ...]:
    """The places chosen in a list, from 1, or from its end as -1: "2", "the second one",
    "the last two"; none when nothing is chosen."""
    if len(typed) > LONGEST:
        return ()
    ordinal = next((s.value for s in parts.spans if s.sort is Sort.ORDINAL), "")
    if ordinal:
        return (int(ordinal),)
    if typed[-2:-1] == ("the",) and typed[-1] in {"last", *ORDINALS}:
        return (-1 if typed[-1] == "last" else ORDINALS[typed[-1]],)
    bare = [w for w in typed if w not in _AROUND_NUMBER]
    if len(bare) == 1 and len(typed) <= 4:
        number = (
            int(bare[0]) if bare[0].isdigit() and len(bare[0]) < 3 else ORDINALS.get(bare[0], 0)
        )
        return (number,) if number else ()
    return _several(parts, typed)


_AROUND_NUMBER = {"the", "number", "option", "one", "and", "please", "about"}
_ENDS = {"first": 1, "top": 1, "last": -1, "bottom": -1}


def _several(parts: Parts, typed: tuple[str, ...]) -> tuple[int, ...]:
    """ "the last two", "the first three": where no time or other thing is counted."""
    if parts.has(Sort.DATE) or has_noun(parts):
        return ()
    for the, end, number in zip(typed, typed[1:], typed[2:], strict=False):
        many = NUMBERS.get(number, int(number) if number.isdigit() else 0)
        if the == "the" and end in _ENDS and 1 < many <= LONGEST:
            places = range(1, many + 1) if _ENDS[end] > 0 else range(-many, 0)
            return tuple(places)
    return ()


def points(parts: Parts) -> bool:
    """Whether it points back: "those", "it", "that are also ours", without a reference."""
    that = any(s.sort is Sort.AND and s.typed.startswith("that") for s in parts.spans)
    return (that or parts.has(Sort.THOSE)) and not parts.has(Sort.REF) and len(parts.unknown) < 3


def joins(parts: Parts, typed: tuple[str, ...]) -> bool:
    """Whether it joins on: "and ...", "what about ...", "not the ..."."""
    about = typed[:2] in {("what", "about"), ("how", "about"), ("out", "of")}
    complete = parts.has(Sort.NOUN) and parts.has(Sort.WANT)
    return about or (begins_joined(parts) and not complete)


def begins_joined(parts: Parts) -> bool:
    """Whether its first word joins it to what was before."""
    first = parts.spans[0]
    return first.sort in _JOINING or first.typed.startswith(("same", "just"))


def widens(parts: Parts, typed: tuple[str, ...]) -> bool:
    """Whether it asks for all of a kind again: "all agencies then"."""
    every = bool({"all", "any", "every", "each"} & {*typed}) and parts.has(Sort.NOUN)
    return every and len(typed) <= _FEW and not parts.composed.atoms


def _only_wants(parts: Parts) -> bool:
    """ "who leads?", "list them", "why?": a want without a subject."""
    return any(
        s.sort in {Sort.WANT, Sort.ROLE, Sort.DUE, Sort.NOW, Sort.GROUP} for s in parts.spans
    )


def _is_short(parts: Parts, typed: tuple[str, ...]) -> bool:
    """ "amber?", "led by us", "which hasn't had an update": a condition in a few words, with
    nothing named that it could be about."""
    nouns = has_noun(parts)
    named = any(s.sort in {Sort.REF, Sort.PRIORITY} for s in parts.spans)
    asks = [s for s in parts.spans if s.sort is Sort.WANT and s.typed.split()[0] not in _OF_SOME]
    complete = bool(asks) and "one" not in typed[1:]
    command = len(typed) == 1 and "?" not in parts.text
    fits = not command and not (nouns or named or complete)
    return fits and (not parts.unknown or len(typed) <= 3) and not _greets(parts)


def has_noun(parts: Parts) -> bool:
    """Whether it has a noun of its own; "ones" only stands for one."""
    return any(s.sort is Sort.NOUN and s.typed not in {"ones", "stuff"} for s in parts.spans)


def _greets(parts: Parts) -> bool:
    return not parts.composed.atoms and not parts.has(Sort.OP, Sort.ORDER, Sort.DATE, Sort.NOT)


def is_amount(parts: Parts) -> bool:
    """ "how many done?": of one action a number is asked, not how many actions."""
    counts = any(s.sort is Sort.WANT and s.value == "count" for s in parts.spans)
    return counts and not has_noun(parts) and not parts.has(Sort.AGENCY, Sort.OWN, Sort.ROLE)
