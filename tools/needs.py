"""Makes bot/disclosure/data/needs.tsv: what a text must hold for a pattern to match.

Worked out from the parsed pattern, never by trying it: of the parts that every match goes through
the one that the fewest texts hold. Run after a pattern was changed (a test says so):

    uv run python -m tools.needs
"""

from __future__ import annotations

import gc
import re
import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import ascii_uppercase, digits
from typing import Any

import bot.disclosure
import bot.reading
from bot.disclosure.patterns import ANYTHING, Needed, Pattern, mark
from bot.reading import safety
from bot.sample import sample_plan

ABOUT = (
    "# What the guard's patterns need (`tools.needs`): digest, figures, capitals, texts, by tabs."
)
OUT = Path(bot.disclosure.__path__[0]) / "data" / "needs.tsv"
Needs = frozenset[str]
TRIED = 0.01
"""What it costs to look for one text, beside trying a pattern of some length."""
SIGNS = 4
"""Signs of a pattern that are tried while one text is looked for, about."""
USELESS = 0.8
"""Of a need that costs so much, beside trying the pattern, nothing is gained."""
MOST_TEXTS = 60
"""Texts that parts may stand for together to be told one by one."""
NOTHING = frozenset({""})
FIGURES, CAPITALS = frozenset(digits), frozenset(ascii_uppercase)
MOST_CAPITALS = 1
"""So many capitals nearly every text has."""
REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}


def _made() -> tuple[Pattern, ...]:
    for room in (bot.disclosure, bot.reading):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            import_module(module.name)
    safety.says("help", "")  # reads its patterns
    made = (one for one in gc.get_objects() if isinstance(one, Pattern))
    return tuple({mark(one.source, one.flags): one for one in made}.values())


PATTERNS = _made()
"""Every pattern of the guard and of the reader."""


def needed(pattern: Pattern) -> list[Needs]:
    """Sets of texts in small letters: whatever it matches in ASCII holds one of each set."""
    return list(_of_row(parser.parse(pattern.source, pattern.flags)))


def _of_row(row: Iterable[tuple[Any, Any]]) -> Iterator[Needs]:
    """Of parts that follow each other: what each needs, and the texts of those that stand
    together and are few."""
    texts = NOTHING
    for kind, value in row:
        yield from _of_part(kind, value)
        yield from _of_texts(_texts_of(kind, value) or NOTHING)
        again = kind in REPEATS and value[0] > 0 and value[1] > 1
        more = _texts_of_row(value[2]) if again else _texts_of(kind, value)
        together = _joined(texts, more)
        if together is None or again:  # of a repeated part the first ends a text, the last begins
            yield from _of_texts(together or texts)
        texts = (more or NOTHING) if together is None or again else together
    yield from _of_texts(texts)


def _joined(before: Needs, after: Needs | None) -> Needs | None:
    """Each of the one followed by each of the other; None when they are many or not known."""
    if after is None or len(before) * len(after) > MOST_TEXTS:
        return None
    return frozenset(first + then for first in before for then in after)


def _of_texts(texts: Needs) -> Iterator[Needs]:
    """The texts without those that hold another; none when one of them is no sign of anything."""
    shown = {text.rstrip() for text in texts}
    if all(shown):
        yield frozenset(t for t in shown if not any(other in t for other in shown - {t}))


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
    best = [_best(list(_of_row(branch))) for branch in branches]
    if all(best):
        yield from _of_texts(frozenset().union(*(needs for needs in best if needs)))


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


def _best(sets: list[Needs]) -> Needs | None:
    return min(sets, key=lambda needs: (_costs(needs), sorted(needs)), default=None)


def _costs(needs: Needs) -> float:
    return _share(needs) + TRIED * len(needs)


@cache
def _share(needs: Needs) -> float:
    """The share of ordinary texts that hold one of them."""
    return sum(any(need in text for need in needs) for text in TEXTS) / len(TEXTS)


def _texts() -> tuple[str, ...]:
    plan = sample_plan()
    return tuple(f"{action.text} {action.partners_raw}.".lower() for action in plan.actions)


TEXTS = _texts()


def rows() -> list[str]:
    """The lines of the file: one for each pattern that needs something worth looking for."""
    needing = ((one, _needed(one)) for one in PATTERNS)
    return sorted(
        "\t".join([mark(one.source, one.flags), str(n.figures), str(n.capitals), *n.texts])
        for one, n in needing
        if n != ANYTHING
    )


def _needed(pattern: Pattern) -> Needed:
    figures, capitals = least(pattern, FIGURES), least(pattern, CAPITALS)
    texts = _best([needs for needs in needed(pattern) if not (figures and needs <= FIGURES)])
    useful = texts and _share(texts) + SIGNS * len(texts) / len(pattern.source) <= USELESS
    many = capitals if capitals > MOST_CAPITALS else 0
    return Needed(figures, many, tuple(sorted(texts)) if texts and useful else ())


def main() -> None:
    """Write the file."""
    made = rows()
    OUT.write_text("\n".join([ABOUT, *made]) + "\n", encoding="utf-8")
    print(f"{len(made)} of {len(PATTERNS)} patterns need something")


if __name__ == "__main__":
    main()
