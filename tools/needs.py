"""Makes bot/disclosure/data/needs.tsv: what a text must hold for a pattern to match.

Worked out from the parsed pattern, never by trying it: of the parts that every match goes through
those that the fewest texts hold. Run after a pattern was changed (a test says so):

    uv run python -m tools.needs
"""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import bot.disclosure
import bot.reading
from bot.disclosure.patterns import ANY_FIGURE, APART, LONGEST, Needed, Pattern, mark
from bot.reading import read_as, safety
from tools.ordinary import TEXTS, holding, share
from tools.parts import CAPITALS, FIGURES, HELD, Needs, least, needed

ABOUT = """\
# What the guard's patterns need (`tools.needs`), by tabs: digest, figures, capitals, and rows of
# pieces of words, of each of which a text holds one."""
OUT = Path(bot.disclosure.__path__[0]) / "data" / "needs.tsv"
Row = tuple[str, ...]
"""Needs as they are kept: pieces of words, of which a text holds one."""
ROW_OF_FIGURES: Row = ("0",)
MOST_ROWS = 3
"""Needs of one pattern that are looked for."""
WORTH = 0.01
"""The share of ordinary texts that a need has to rule out to be looked for."""
MOST_CAPITALS = 1
"""So many capitals nearly every text has."""


def _made() -> tuple[Pattern, ...]:
    for room in (bot.disclosure, bot.reading):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            import_module(module.name)
    safety.says("help", "")  # reads its patterns
    read_as.plainer("")  # and so does this
    made = (one for one in gc.get_objects() if isinstance(one, Pattern))
    return tuple({mark(one.source, one.flags): one for one in made}.values())


PATTERNS = _made()
"""Every pattern of the guard and of the reader."""


def row_of(needs: Needs) -> Row:
    """Of each text the piece of a word that the fewest ordinary texts hold, none twice."""
    rare = {min(_pieces_of(text), key=_in_few) for text in needs}
    return tuple(sorted(p for p in rare if not any(other in p for other in rare - {p})))


def _in_few(piece: str) -> tuple[float, int]:
    return share({piece}), -len(piece)


def _pieces_of(text: str) -> list[str]:
    """The words of a text, or as much of each as is looked for, with the spaces beside them."""
    words = text.translate(ANY_FIGURE).split(" ")
    before, after = ["", *" " * (len(words) - 1)], [*" " * (len(words) - 1), ""]
    return [
        (b + word + a)[:LONGEST] for b, word, a in zip(before, words, after, strict=True) if word
    ]


def _rows_of(pattern: Pattern, figures: int) -> tuple[Row, ...]:
    """The needs that, one by one, rule out the most of the texts that are left."""
    left, chosen = frozenset(range(len(TEXTS))), set[Row]()
    rows = {row_of(needs) for needs in needed(pattern)} - ({ROW_OF_FIGURES} if figures else set())
    in_order = sorted(row for row in rows if not any(APART in piece for piece in row))
    while len(chosen) < MOST_ROWS and in_order:
        best = max(in_order, key=lambda row: _gain(left, row))
        if _gain(left, best) <= 0 or best in chosen:
            break
        chosen.add(best)
        left &= holding(frozenset(best))
    return tuple(sorted(chosen))


def _gain(left: frozenset[int], row: Row) -> float:
    """The share of ordinary texts that a row rules out beyond what it is worth."""
    ruled_out = len(left - holding(frozenset(row))) / len(TEXTS)
    return ruled_out - WORTH - HELD * len(row)


def rows() -> list[str]:
    """The lines of the file: one for each pattern that needs something worth looking for."""
    needing = ((one, _needed(one)) for one in PATTERNS)
    return sorted(
        "\t".join([mark(one.source, one.flags), *map(str, n[:2]), *map(APART.join, n.rows)])
        for one, n in needing
        if n != Needed()
    )


def _needed(pattern: Pattern) -> Needed:
    figures, capitals = least(pattern, FIGURES), least(pattern, CAPITALS)
    many = capitals if capitals > MOST_CAPITALS else 0
    return Needed(figures, many, _rows_of(pattern, figures))


def main() -> None:
    """Write the file."""
    made = rows()
    OUT.write_text("\n".join([ABOUT, *made]) + "\n", encoding="utf-8")
    print(f"{len(made)} of {len(PATTERNS)} patterns need something")


if __name__ == "__main__":
    main()
