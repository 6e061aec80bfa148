"""What is looked at first: danger, people asked after, and what is said beside the plan.

Cheap to be too careful: where a message may tell of danger, 999 is said beside its answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from bot.areas import Area
from bot.disclosure.check import KnownNames, identified
from bot.disclosure.english import ENGLISH
from bot.disclosure.lists import listed
from bot.disclosure.patterns import Pattern
from bot.reading.grammar import Sort, single_words
from bot.reading.spans import Span
from bot.reading.tokens import data_lines, typed_words, word_sets, words
from bot.reading.update_words import ASKING
from bot.reading.wants import Kind, Want

_TITLED = re.compile(r"\b(?:(?i:mr|mrs|ms)\.? (?i:[a-z])|(?:Miss|Master) [A-Z])")
_OF_PEOPLE = {
    "name", "nickname", "dob", "phone", "address", "vehicle", "ni_number", "nhs_number",
    "crime_ref", "email", "document",
}  # fmt: skip
"""What the disclosure guard finds that makes a question one about a person."""
_CLASS = re.compile(r"\{[a-z]+\}")
_SMALL = word_sets("small_talk.txt")
_FEW, _MOSTLY = 4, 0.7
_TELLING, _AT_HEAD = 3, 2
"""Words that tell something; and that may stand before the one it tells of: "a young lad"."""


def of_words(*lines: str) -> str:
    """Lines of the patterns, each matched as whole words."""
    return rf"(?<!\w)(?:{'|'.join(lines)})(?!\w)"


def pattern_lines() -> Iterator[tuple[str, str]]:
    """Every line of the patterns with the name it stands under, classes of words written out."""
    classes: dict[str, str] = {}
    name = ""
    for line in data_lines("patterns.txt"):
        if "} = " in line:
            key, _, ways = line.partition(" = ")
            classes[key] = ways
        elif line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
        else:
            yield name, _CLASS.sub(lambda key: classes[key.group()], line)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Pattern]:
    """Name -> one pattern of whole words, of all lines under that name."""
    sections: dict[str, list[str]] = {}
    for name, line in pattern_lines():
        sections.setdefault(name, []).append(line)
    return {name: Pattern(of_words(*lines)) for name, lines in sections.items()}


def match_of(name: str, plain: str) -> re.Match[str] | None:
    """Where a folded text says what is under [name] in `data/patterns.txt`."""
    return _patterns()[name].search(plain)


def says(name: str, plain: str) -> bool:
    """Whether a folded text says what is under [name] in `data/patterns.txt`."""
    return match_of(name, plain) is not None


def beside(
    text: str, known: KnownNames, area: Area, own: Iterable[str], *, facts: bool
) -> Want | None:
    """The want of a message that is about danger, people, the bot or the world; else None.

    `facts`: the plan holds sentences about itself. `known` are names that are no person's,
    `own` those of the partnership that hold a place nearby.
    """
    plain = " ".join(words(text))
    if emergency(plain):
        return Want(Kind.EMERGENCY, term="despair" if says("despair", plain) else "")
    if personal(text, plain, known):
        return Want(Kind.PERSONAL)
    talk = small_talk(text, plain)
    if talk is not None:
        return Want(talk)
    elsewhere = plain
    for name in own:
        elsewhere = elsewhere.replace(name, "-")
    return _of_the_bot(plain, facts=facts) or _outside(elsewhere, area)


def places_of(names: Iterable[str], texts: Iterable[str], area: Area) -> tuple[str, ...]:
    """What makes a place the partnership's own: its names that hold the name of a place nearby,
    longest first, and the places of the land that its names or the plan's `texts` hold."""
    plain = {tuple(words(name)) for name in names}
    every = [*plain, *map(words, texts)]
    runs = {*chain(*every), *(" ".join(pair) for text in every for pair in pairwise(text))}
    held = (" ".join(n) for n in plain if any(f" {p} " in f" {' '.join(n)} " for p in area.nearby))
    return (*sorted(held, key=len, reverse=True), *runs & _PLACES - area.nearby)


_PLACES = listed("uk_places")


def _of_the_bot(plain: str, *, facts: bool) -> Want | None:
    if says("how_to_update", plain):
        ordered = _ASKING_HOW.isdisjoint(plain.split()[:_FEW])
        return Want(Kind.HOW_TO_UPDATE, term="order" * ordered)
    for name, pattern in _patterns().items():
        sort, _, term = name.partition(" ")
        if (sort == "bot" or (facts and sort == "fact")) and pattern.search(plain):
            return Want(Kind.FACT, term=term)
    return Want(Kind.MANAGE) if says("manage", plain) else None


_ASKING_HOW = frozenset({"how", "i", "we", "where"})
"""Words of one who will do it, unlike "can you set ASB3 to green"."""


_ABOUT = r"\b(?:in|for|at|of|does|did|do|is|are|about|by|than|has|have|with) (?:the )?"
"""What stands before a place that is asked about, unlike one somebody comes from."""
_ANY_WORD = r"(?:\w+ )?"


_ASKED_ABOUT = re.compile(
    r"\b(?:does|do|did|is|are|has|have|than|(?:on|happening|doing|done) in|compared (?:with|to))"
    r" (?=((\w+)(?: \w+)?))"
)
"""What stands before a place whose doings are asked about, or with which this one is compared."""


def _outside(plain: str, area: Area) -> Want | None:
    named = [name for name in area.nearby if name in plain]
    before = {name: _ABOUT + _ANY_WORD * (name not in ENGLISH) for name in named}  # "plans deal"
    there = {name: re.search(rf"{before[name]}{re.escape(name)}\b ?", plain) for name in named}
    people = _patterns()["from there"]  # "by London gangs"
    near = [name for name, at in there.items() if at and not people.match(plain[at.end() :])]
    away = any(_PLACES.intersection(typed) for typed in _ASKED_ABOUT.findall(plain))
    outside = near or away or says("elsewhere", plain) or says("outside", plain)
    return Want(Kind.OUTSIDE, term=min(near, default="")) if outside else None


def emergency(plain: str) -> bool:
    """Danger, or something to report: 999 and 101 come first."""
    if says("report", plain):
        return True
    if says("whom to ring", plain) and (len(plain.split()) <= _FEW or says("danger", plain)):
        return True
    about_plan = says("plan_talk", plain)
    if says("now", plain) and says("danger", plain):
        statement = _patterns()["statement"].match(plain) is not None
        return not about_plan or ("right now" in plain and statement)
    return says("victim", plain) and not about_plan


def is_told(text: str) -> bool:
    """Whether danger is told of as it was or often is, not as it happens."""
    plain = " ".join(words(text))
    return not any(says(name, plain) for name in ("now", "happening", "report"))


def alarming(text: str) -> bool:
    """Whether it may be about danger after all: the answer then names 999 as well.

    That may be a word of danger, or a message that tells what somebody does and asks nothing.
    """
    folded = words(text)
    plain = " ".join(folded)
    dangerous = says("danger", plain) or says("whom to ring", plain) or _tells_of_somebody(folded)
    return dangerous and not says("plan_talk", plain)


def _tells_of_somebody(folded: tuple[str, ...]) -> bool:
    """ "a lad has fallen in", "man on the railings", "a car has hit a cyclist": a statement with a
    person at its head or with one who does or suffers something, unless it is what agencies do."""
    at = next((n for n, word in enumerate(folded) if word in _SMALL["persons"]), len(folded))
    if at == len(folded) or len(folded) < _TELLING or folded[0] in ASKING:
        return False
    if folded[at] in _SMALL["bodies"] and _SMALL["reports"] & {*folded[at + 1 : at + 4]}:
        return False
    return at <= _AT_HEAD or bool(_SMALL["does"] & {*folded})


def personal(text: str, plain: str, known: KnownNames) -> bool:
    """Whether identifiable people are asked about."""
    flat = " ".join(text.split())
    if says("personal", plain) or _TITLED.search(flat):
        return True
    findings = [f for f in identified(_uncapped(flat), known) if not _is_spelling(f.text)]
    kinds = {finding.kind for finding in findings} & _OF_PEOPLE
    if kinds != {"name"}:
        return bool(kinds)
    several = any(len(finding.text.split()) > 1 for finding in findings)
    return (several or says("about_person", plain)) and not says("of_work", plain)


def _is_spelling(name: str) -> bool:
    """ "Arent", "hols": a word as it is typed for others is nobody's name."""
    return not typed_words().keys().isdisjoint(name.lower().split())


def _uncapped(flat: str) -> str:
    """The message; in small letters when it writes every word with a capital, for then capitals
    tell no names."""
    written = [word for word in flat.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in written)
    return flat.lower() if len(written) > _FEW and capitals > len(written) * _MOSTLY else flat


def small_talk(text: str, plain: str) -> Kind | None:
    """A greeting, thanks or a call for help and nothing else."""
    if not plain:
        return Kind.THANKS if text.strip() else None
    if says("help", plain):
        return Kind.HELP
    typed = set(plain.replace("never mind", "okay").split())
    if not is_small(typed) or says("asks in small words", plain):
        return None
    thanked = typed & _SMALL["thanks"]
    if typed & _SMALL["greetings"] and not typed & {"thanks", "thank", "cheers", "ta", "bye"}:
        return Kind.GREETING
    closing = typed <= _SMALL["closing"] and len(typed) > 2
    return Kind.THANKS if thanked or closing or typed <= _SMALL["answers"] else None


def is_small(typed: Iterable[str]) -> bool:
    """Whether words are of small talk, all of them."""
    return {*typed} <= _SMALL["thanks"] | _SMALL["greetings"] | _SMALL["fill"]


@lru_cache(maxsize=1)
def _facts() -> tuple[tuple[str, frozenset[str], list[list[set[str]]]], ...]:
    """The facts with all their words, and the ways each is asked."""
    rows = []
    for head, _, rest in (line.partition(" = ") for line in data_lines("facts.txt")):
        term, _, others = head.partition(" : ")
        ways = [[{*one.split("/")} for one in way.split(" + ")] for way in rest.split(" | ")]
        every = {word.strip("^$") for word in chain.from_iterable(chain(*ways))}
        rows.append((term, frozenset({*every, *others.split()}), ways))
    return tuple(rows)


def of_itself(spans: Sequence[Span]) -> Want | None:
    """The want of a text all of whose words are of one fact; else None."""
    spoken = (span for span in spans if span.sort is not Sort.PUNCTUATION)
    named = (
        s.sort.name
        if s.sort in _BY_NAME or s.typed[-8:] in _TOLD or s.value in _AS_SORT
        else s.typed
        for s in spoken
    )
    typed = [word for name in named for word in name.split()]
    bearing = {*typed} - single_words(Sort.FILLER)
    marked = {*typed, *(f"^{word}" for word in typed[:1]), *(f"{word}$" for word in typed[-1:])}
    for term, every, ways in _facts():
        if bearing <= every and any(all(marked & one for one in way) for way in ways):
            return Want(Kind.HELP) if term == "help" else Want(Kind.FACT, term=term)
    return None


_BY_NAME, _TOLD = {Sort.AGENCY, Sort.STATUS, Sort.DATE, Sort.NUMBER}, {"share of", ""}
_AS_SORT = {"most", "late update"}
