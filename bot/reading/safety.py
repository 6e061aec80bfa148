"""What is looked at first: danger, people asked after, and what is said beside the plan.

Cheap to be too careful: where a message may tell of danger, 999 is said beside its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.areas import Area
from bot.disclosure.check import KnownNames, check
from bot.reading.tokens import data_lines, words
from bot.reading.wants import Kind, Want

_TITLED = re.compile(r"\b(?:(?i:mr|mrs|ms)\.? (?i:[a-z])|(?:Miss|Master) [A-Z])")
_OF_PEOPLE = {
    "name", "nickname", "dob", "phone", "address", "vehicle", "ni_number", "nhs_number",
    "crime_ref", "email", "document",
}  # fmt: skip
"""What the disclosure guard finds that makes a question one about a person."""
_FEW, _MOSTLY = 4, 0.7


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """Name -> one pattern of whole words, of all lines under that name."""
    sections: dict[str, list[str]] = {}
    name = ""
    for line in data_lines("patterns.txt"):
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
        else:
            sections.setdefault(name, []).append(line)
    return {
        name: re.compile("|".join(rf"(?<!\w)(?:{line})(?!\w)" for line in lines))
        for name, lines in sections.items()
    }


@lru_cache(maxsize=1)
def _small() -> dict[str, frozenset[str]]:
    rows = (line.partition(" = ") for line in data_lines("small_talk.txt"))
    return {name: frozenset(rest.split()) for name, _, rest in rows}


def says(name: str, said: str) -> bool:
    """Whether a folded text says what is under [name] in `data/patterns.txt`."""
    return _patterns()[name].search(said) is not None


def beside(
    text: str, known: KnownNames, area: Area, own: Iterable[str], *, facts: bool
) -> Want | None:
    """The want of a message that is about danger, people, the bot or the world; else None.

    `facts`: the plan holds sentences about itself. `known` are names that are no person's,
    `own` those of the partnership that hold a place nearby.
    """
    said = " ".join(words(text))
    if emergency(said):
        return Want(Kind.EMERGENCY, term="despair" if says("despair", said) else "")
    if personal(text, said, known):
        return Want(Kind.PERSONAL)
    talk = small_talk(text, said)
    if talk is not None:
        return Want(talk)
    return _of_the_bot(said, facts=facts) or _outside(_without(own, said), area)


def _without(names: Iterable[str], said: str) -> str:
    """The text without the names of the partnership's own bodies."""
    for name in names:
        said = said.replace(name, "-")
    return said


def like_nearby(names: Iterable[str], area: Area) -> tuple[str, ...]:
    """Of the partnership's own names those that hold the name of a place nearby, longest first."""
    near = [f" {place} " for place in area.nearby]
    said = {" ".join(words(name)) for name in names}
    return tuple(
        sorted((n for n in said if any(p in f" {n} " for p in near)), key=len, reverse=True)
    )


def _of_the_bot(said: str, *, facts: bool) -> Want | None:
    if says("how_to_update", said):
        return Want(Kind.HOW_TO_UPDATE)
    for name in _patterns():
        sort, _, term = name.partition(" ")
        if sort in {"bot", "fact"} and says(name, said) and (facts or term in _ALWAYS_KNOWN):
            return Want(Kind.PLAN_FACT, term=term)
    return Want(Kind.MANAGE) if says("manage", said) else None


_ALWAYS_KNOWN = {
    "period", "quarters", "statuses", "partners", "marking", "join", "correct", "summary",
    "privacy", "next update",
}  # fmt: skip


_ABOUT = r"\b(?:in|for|at|of|does|did|do|is|are|about|by|than|has|have|with) (?:the )?(?:\w+ )?"
"""What stands before a place that is asked about, unlike one somebody comes from."""


def _outside(said: str, area: Area) -> Want | None:
    near = [name for name in area.nearby if re.search(rf"{_ABOUT}{re.escape(name)}\\b", said)]
    if near or says("elsewhere", said):
        return Want(Kind.OUTSIDE, term=min(near, default=""))
    if says("outside", _patterns()["venue"].sub(" ", said)):
        return Want(Kind.OUTSIDE)
    return None


def emergency(said: str) -> bool:
    """Danger, or something to report: 999 and 101 come first."""
    if says("report", said):
        return True
    about_plan = says("plan_talk", said)
    if says("now", said) and says("danger", said):
        told = _patterns()["told"].match(said) is not None
        return not about_plan or ("right now" in said and told)
    return says("victim", said) and not about_plan


def alarming(text: str) -> bool:
    """Whether it may be about danger after all: the answer then names 999 as well.

    That may be a word of danger, or a message that tells what somebody does and asks nothing.
    """
    said = " ".join(words(text))
    return (says("danger", said) or says("somebody", said)) and not says("plan_talk", said)


def personal(text: str, said: str, known: KnownNames) -> bool:
    """Whether identifiable people are asked about."""
    flat = " ".join(text.split())
    if says("personal", said) or _TITLED.search(flat):
        return True
    found = check(_uncapped(flat), known=known)
    kinds = {finding.kind for finding in found} & _OF_PEOPLE
    if kinds == {"name"}:
        whole = any(len(finding.text.split()) > 1 for finding in found)
        return (whole or says("about_person", said)) and not says("of_work", said)
    return bool(kinds)


def _uncapped(flat: str) -> str:
    """The message; in small letters when it writes every word with a capital, for then capitals
    tell no names."""
    written = [word for word in flat.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in written)
    return flat.lower() if len(written) > _FEW and capitals > len(written) * _MOSTLY else flat


def small_talk(text: str, said: str) -> Kind | None:
    """A greeting, thanks or a call for help and nothing else."""
    if not said:
        return Kind.THANKS if text.strip() else None
    if says("help", said):
        return Kind.HELP
    small, typed = _small(), set(said.split())
    if not typed <= small["thanks"] | small["greetings"] | small["fill"]:
        return None
    thanked = typed & small["thanks"]
    if typed & small["greetings"] and not typed & {"thanks", "thank", "cheers", "ta", "bye"}:
        return Kind.GREETING
    return Kind.THANKS if thanked or typed <= {"ok", "okay", "yes", "no", "right"} else None
