"""What every match of a pattern goes through, worked out from the parsed pattern."""

from __future__ import annotations

import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from string import ascii_uppercase, digits
from typing import Any

from bot.disclosure.patterns import Pattern
from tools.ordinary import share

Needs = frozenset[str]
MOST_TEXTS = 150
"""Texts that parts may stand for together to be told one by one."""
HELD = 0.001
"""What it costs to hold one text, beside trying a pattern in every text."""
NOTHING = frozenset({""})
FIGURES, CAPITALS = frozenset(digits), frozenset(ascii_uppercase)
REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}


def needed(pattern: Pattern) -> list[Needs]:
    """Sets of texts in small letters: whatever it matches in ASCII holds one of each set."""
    return list(_of_row(parser.parse(pattern.source, pattern.flags)))


def _of_row(row: Iterable[tuple[Any, Any]]) -> Iterator[Needs]:
    """Of parts that follow each other: what each needs, and the texts of those that stand
    together and are few."""
    texts = NOTHING
    for kind, value in row:
        again = kind in REPEATS and value[0] > 0 and value[1] > 1
        more = _texts_of_row(value[2]) if again else _texts_of(kind, value)
        yield from _of_part(kind, value)
        yield from _of_texts(more or NOTHING)
        together = _joined(texts, more)
        if together is None or again:  # of a repeated part the first ends a text, the last begins
            yield from _of_texts(together or texts)
            texts = _ends_of(kind, value)
        else:
            texts = together
    yield from _of_texts(texts)


def _ends_of(kind: Any, value: Any) -> Needs:
    """Texts with one of which whatever a part matches ends; the empty one: nothing is known."""
    if kind is sre.BRANCH:
        return frozenset().union(*map(_ends_of_row, value[1]))
    if kind is sre.SUBPATTERN:
        return _ends_of_row(value[-1])
    if kind in REPEATS and value[0] > 0:
        return _ends_of_row(value[2])
    return _texts_of(kind, value) or NOTHING


def _ends_of_row(row: Iterable[tuple[Any, Any]]) -> Needs:
    texts = NOTHING
    for kind, value in row:
        together = _joined(texts, _texts_of(kind, value))
        texts = _ends_of(kind, value) if together is None else together
    return texts


def _joined(before: Needs, after: Needs | None) -> Needs | None:
    """Each of the one followed by each of the other; None when they are many or not known."""
    if after is None or len(before) * len(after) > MOST_TEXTS:
        return None
    return frozenset(first + then for first in before for then in after)


def _of_texts(texts: Needs) -> Iterator[Needs]:
    """The texts without those that hold another; none when one of them is no sign of anything."""
    if all(map(str.strip, texts)):
        yield frozenset(t for t in texts if not any(other in t for other in texts - {t}))


def _of_part(kind: Any, value: Any) -> Iterator[Needs]:
    if kind is sre.BRANCH:
        yield from _of_choice(value[1])
    elif kind is sre.SUBPATTERN:
        yield from _of_row(value[-1])
    elif kind is sre.ATOMIC_GROUP:
        yield from _of_row(value)
    elif kind in REPEATS and value[0]:
        yield from _of_row(value[2])
    elif kind is sre.ASSERT and value[0] > 0:  # what stands behind may be outside the part tried
        yield from _of_row(value[1])


def _texts_of(kind: Any, value: Any) -> Needs | None:
    """All that a part matches, in small letters, when that is few texts of ASCII; else None."""
    if kind in {sre.AT, sre.ASSERT, sre.ASSERT_NOT}:
        return NOTHING
    if kind is sre.LITERAL:
        return _in_small(value, value)
    if kind is sre.IN:
        return _all_of(_of_set(*part) for part in value)
    if kind is sre.BRANCH:
        return _all_of(map(_texts_of_row, value[1]))
    if kind is sre.SUBPATTERN:
        return _texts_of_row(value[-1])
    if kind in REPEATS and value[1] == 1:
        return _all_of([NOTHING if value[0] == 0 else frozenset(), _texts_of_row(value[2])])
    return None


def _texts_of_row(row: Iterable[tuple[Any, Any]]) -> Needs | None:
    texts: Needs | None = NOTHING
    for kind, value in row:
        texts = None if texts is None else _joined(texts, _texts_of(kind, value))
    return texts


def _all_of(parts: Iterable[Needs | None]) -> Needs | None:
    every = list(parts)
    return None if None in every else frozenset().union(*filter(None, every))


def _of_set(kind: Any, value: Any) -> Needs | None:
    if kind is sre.LITERAL:
        return _in_small(value, value)
    if kind is sre.RANGE:
        return _in_small(*value)
    return frozenset("0123456789") if value is sre.CATEGORY_DIGIT else None


def _in_small(first: int, last: int) -> Needs | None:
    if first < ord(" ") or last > ord("~"):
        return None
    return frozenset(chr(sign).lower() for sign in range(first, last + 1))


def _of_choice(branches: Iterable[Any]) -> Iterator[Needs]:
    """One need of each branch: the rarest, the rarest without figures, and figures first."""
    sets = [list(_of_row(branch)) for branch in branches]
    if all(sets):
        for first in (_any_first, _words_first, _figures_first):
            yield from _of_texts(frozenset().union(*(min(one, key=first) for one in sets)))


def _any_first(needs: Needs) -> tuple[Any, ...]:
    return share(needs) + HELD * len(needs), sorted(needs)


def _words_first(needs: Needs) -> tuple[Any, ...]:
    return bool(needs & FIGURES), *_any_first(needs)


def _figures_first(needs: Needs) -> tuple[Any, ...]:
    return not needs <= FIGURES, *_any_first(needs)


def least(pattern: Pattern, signs: Needs) -> int:
    """How many of these signs whatever it matches in ASCII has at least."""
    row = parser.parse(pattern.source, pattern.flags)
    return _least(row, signs, bool(row.state.flags & re.I))


def _least(row: Iterable[tuple[Any, Any]], signs: Needs, any_case: bool) -> int:
    return sum(_least_of(kind, value, signs, any_case) for kind, value in row)


def _least_of(kind: Any, value: Any, signs: Needs, any_case: bool) -> int:
    if kind is sre.LITERAL or kind is sre.IN:
        parts: list[tuple[Any, Any]] = [(kind, value)] if kind is sre.LITERAL else value
        sure = signs is FIGURES or not any_case
        return int(sure and all(_is_of(part, signs) for part in parts))
    if kind is sre.BRANCH:
        return min(_least(branch, signs, any_case) for branch in value[1])
    if kind is sre.SUBPATTERN:
        _, added, taken, row = value
        return _least(row, signs, bool((any_case or added & re.I) and not taken & re.I))
    if kind is sre.ATOMIC_GROUP:
        return _least(value, signs, any_case)
    return value[0] * _least(value[2], signs, any_case) if kind in REPEATS else 0


def _is_of(part: tuple[Any, Any], signs: Needs) -> bool:
    """Whether a sign, a range or a class holds none but these."""
    kind, value = part
    if kind is sre.CATEGORY:
        return value is sre.CATEGORY_DIGIT and signs is FIGURES
    ends = {sre.LITERAL: [value], sre.RANGE: value}.get(kind)
    return ends is not None and signs.issuperset(map(chr, ends))
