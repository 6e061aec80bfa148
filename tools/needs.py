"""Makes bot/disclosure/data/needs.tsv: what a text must hold for a pattern of the guard to match.

Worked out from the parsed pattern, never by trying it: of the parts that every match goes through
the one that the fewest texts hold. Run after a pattern was changed (a test says so):

    uv run python -m tools.needs
"""

from __future__ import annotations

import re._constants as sre  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import bot.disclosure
from bot.disclosure.patterns import Pattern, mark
from bot.sample import sample_plan

ABOUT = "# What the patterns of the guard need, made by `tools.needs`: digest, then texts, by tabs."
OUT = Path(bot.disclosure.__path__[0]) / "data" / "needs.tsv"
Needs = frozenset[str]
TRIED = 0.04
"""What it costs to look for one text, beside trying a pattern."""
USELESS = 0.7
"""Of a need that so many texts hold nothing is gained."""
WIDEST = 26
"""Signs a set may have to be told one by one."""


def patterns() -> list[Pattern]:
    """Every pattern of the guard."""
    made = []
    for found in iter_modules(bot.disclosure.__path__, "bot.disclosure."):
        for value in vars(import_module(found.name)).values():
            values = value if isinstance(value, tuple) else (value,)
            made += [one for one in values if isinstance(one, Pattern)]
    return list({mark(one.source, one.flags): one for one in made}.values())


def needed(pattern: Pattern) -> list[Needs]:
    """Sets of texts in small letters: whatever it matches in ASCII holds one of each set."""
    return list(_of_row(parser.parse(pattern.source, pattern.flags)))


def _of_row(row: Iterable[tuple[Any, Any]]) -> Iterator[Needs]:
    """Of parts that follow each other: what each needs, letters that stand together as one."""
    letters = ""
    for kind, value in row:
        if kind is sre.LITERAL and 32 <= value < 127:
            letters += chr(value).lower()
            continue
        yield from _of_letters(letters)
        letters = ""
        yield from _of_part(kind, value)
    yield from _of_letters(letters)


def _of_letters(letters: str) -> Iterator[Needs]:
    if letters.strip():
        yield frozenset({letters.rstrip()})


def _of_part(kind: Any, value: Any) -> Iterator[Needs]:
    if kind is sre.IN:
        yield from _of_set(value)
    elif kind is sre.BRANCH:
        yield from _of_choice(value[1])
    elif kind is sre.SUBPATTERN:
        yield from _of_row(value[-1])
    elif kind is sre.ATOMIC_GROUP:
        yield from _of_row(value)
    elif kind in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT} and value[0]:
        yield from _of_row(value[2])
    elif kind is sre.ASSERT and value[0] > 0:  # what stands behind may be outside the part tried
        yield from _of_row(value[1])


def _of_set(parts: list[tuple[Any, Any]]) -> Iterator[Needs]:
    signs: set[int] = set()
    for kind, value in parts:
        if kind is sre.LITERAL:
            signs.add(value)
        elif kind is sre.RANGE:
            signs.update(range(value[0], value[1] + 1))
        elif (kind, value) == (sre.CATEGORY, sre.CATEGORY_DIGIT):
            signs.update(map(ord, "0123456789"))
        else:
            return
    texts = frozenset(chr(sign).lower() for sign in signs)
    if len(texts) <= WIDEST and all(" " <= text <= "~" for text in texts):
        yield texts


def _of_choice(branches: Iterable[Any]) -> Iterator[Needs]:
    best = [_best(list(_of_row(branch))) for branch in branches]
    if all(best):
        texts = {text for needs in best if needs for text in needs}
        yield frozenset(t for t in texts if not any(other in t for other in texts - {t}))


def _best(sets: list[Needs]) -> Needs | None:
    return min(sets, key=lambda needs: (_costs(needs), sorted(needs)), default=None)


def _costs(needs: Needs) -> float:
    return _share(needs) + TRIED * len(needs)


def _share(needs: Needs) -> float:
    """The share of ordinary texts that hold one of them."""
    return sum(any(need in text for need in needs) for text in TEXTS) / len(TEXTS)


def _texts() -> tuple[str, ...]:
    plan = sample_plan()
    return tuple(f"{action.text} {action.partners_raw}".lower() for action in plan.actions)


TEXTS = _texts()


def rows() -> list[str]:
    """The lines of the file: one for each pattern that needs something worth looking for."""
    chosen = {mark(one.source, one.flags): _best(needed(one)) for one in patterns()}
    useful = {of: needs for of, needs in chosen.items() if needs and _share(needs) <= USELESS}
    return ["\t".join([of, *sorted(needs)]) for of, needs in sorted(useful.items())]


def main() -> None:
    """Write the file."""
    made = rows()
    OUT.write_text("\n".join([ABOUT, *made]) + "\n", encoding="utf-8")
    print(f"{len(made)} of {len(patterns())} patterns need something")


if __name__ == "__main__":
    main()
