"""What bodies are called everywhere, whatever a plan writes: by their kind, and written short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from bot.core.plan import Agency
from bot.reading.grammar import every_way
from bot.reading.tokens import data_lines, stem, words

Kinds = tuple[tuple[str, ...], ...]


@cache
def kinds_of_body() -> tuple[tuple[tuple[str, ...], Kinds], ...]:
    """What kinds of body are called, and the words a name of that kind has, the best kind first."""
    rows = (line.split(" = ") for line in data_lines("bodies.txt"))
    return tuple(
        (every_way(calls), tuple(tuple(name.split()) for name in names.split(" | ")))
        for calls, names in rows
    )


def of_kind(kinds: Kinds, agencies: Iterable[Agency]) -> tuple[str, ...]:
    """The codes of the agencies of the first kind that there are any of."""
    for kind in kinds:
        wanted = {stem(word) for word in kind if word[0] != "!"}
        barred = {stem(word[1:]) for word in kind if word[0] == "!"}
        codes = [
            agency.code
            for agency in agencies
            if agency.kind.startswith(kind[0].partition("kind:")[2] or "!")
            or (agency.responsible and kind == ("is:responsible",))
            or (wanted <= (name := set(map(stem, words(agency.short)))) and not barred & name)
        ]
        if codes:
            return tuple(codes)
    return ()


def written_short(name: str) -> Iterator[str]:
    """A body's name with its kind written short: "Ashgarth DC", "Ashgarth Fire"; and with what it
    joins the other way about: "parish and town councils"."""
    plain = " ".join(words(name.partition(" (")[0].replace("-", " ")))
    kind = next((kind for kind in _short_kinds() if plain.endswith(f" {kind}")), "")
    yield from (f"{plain.removesuffix(kind)}{short}" for short in _short_kinds().get(kind, ()))
    first, *rest = plain.split()
    if rest[:1] == ["and"] and len(rest) > 2:
        yield " ".join((rest[1], "and", first, *rest[2:]))


@cache
def _short_kinds() -> dict[str, list[str]]:
    rows = (line.split(" = ") for line in data_lines("kinds_of_body.txt"))
    return {kind: shorts.split(" | ") for shorts, kinds in rows for kind in kinds.split(" | ")}
