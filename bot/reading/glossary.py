"""The field's short forms spelt out: data, and the names the plan itself gives its agencies; and
whether a text asks what one of them means ("what does MACE stand for", "MARAC?")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.core.dataclass import dataclass
from bot.core.plan import Plan
from bot.reading.grammar import Sort
from bot.reading.spans import Span
from bot.reading.tokens import data_lines, words

_TELLING = re.compile(r"\b(?!(?:and|of|the)\b)[A-Za-z]+")
_PARTED = re.compile(r"[,.;:!?\n]|\s-\s")
_SHORT = re.compile(r"\(([A-Z]{2,8})\)")


@dataclass(frozen=True, slots=True)
class Term:
    """One short form and what it stands for; several meanings are a clash."""

    name: str
    spellings: tuple[tuple[str, ...], ...]
    meanings: tuple[str, ...]


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """The short forms of the data file."""
    by_name: dict[str, Term] = {}
    for line in data_lines("glossary.txt"):
        names, _, meanings = line.partition(" = ")
        spelt = [name.strip() for name in names.split(" | ")]
        term = Term(spelt[0], tuple(words(name) for name in spelt), tuple(meanings.split(" ;; ")))
        by_name.setdefault(term.name, term)
    return tuple(by_name.values())


def meanings(name: str, plan: Plan) -> tuple[str, ...]:
    """What a short form stands for, in the field and in this plan."""
    known = next((term.meanings for term in terms() if term.name == name), ())
    agency = plan.agency(name)
    own = agency.name if agency else _written_out(name, plan)
    spelt = own.split(" (")[0].lower()
    if not own or any(spelt in m.lower() or m.lower() in spelt for m in known):
        return known
    return (f"{own}, an agency of this plan" if agency else own, *known)


def _written_out(name: str, plan: Plan) -> str:
    """What the plan writes out before a short form: "Multi-Agency Child Exploitation (MACE)"."""
    short = f"({name})"
    text = next((text.partition(short)[0] for text in _texts(plan) if short in text), "")
    places = [word.start() for word in re.finditer(r"\b(?!(?:and|of|the)\b)[A-Za-z]+", text)][
        -len(name) :
    ]
    return text[places[0] :].strip() if _initials(text, places) == name.upper() else ""


def _texts(plan: Plan) -> Iterator[str]:
    """The texts that may write a short form out."""
    yield from (priority.name for priority in plan.priorities)
    yield from (action.text for action in plan.actions)


def _initials(text: str, places: list[int]) -> str:
    return "".join(text[place].upper() for place in places)


def spellings(plan: Plan) -> dict[tuple[str, ...], str]:
    """Every spelling of a short form, of the field and of the plan's agencies."""
    short = {name for text in _texts(plan) for name in _SHORT.findall(text)}
    codes = {words(name): name for name in short if _written_out(name, plan)}
    own = (a.code for a in plan.agencies if not _APART.fullmatch(a.code.lower()))  # "VS"
    codes |= {words(code): code for code in own}
    return {spelling: term.name for term in terms() for spelling in term.spellings} | codes


def term_in(
    typed: tuple[str, ...], spelt: dict[tuple[str, ...], str]
) -> tuple[str, tuple[str, ...]]:
    """The longest short form said, and the words beside it; ("", said) when there is none."""
    for length in range(4, 0, -1):
        for place in range(len(typed) - length + 1):
            name = spelt.get(typed[place : place + length])
            if name:
                return name, (*typed[:place], *typed[place + length :])
    return "", typed


def asked_terms(
    text: str, spans: Sequence[Span], plan: Plan, spelt: dict[tuple[str, ...], str]
) -> tuple[str, ...]:
    """The short form whose meaning a text asks, or two that it wants told apart ("CSU vs CSP - is
    it the same thing?"); `spelt` as `spellings` gives it."""
    first, rest = term_in(words(text), spelt)
    second, rest = term_in(rest, spelt)
    of_plan = {agency.code for agency in plan.agencies} | {p.code for p in plan.priorities}
    apart = _APART.search(" ".join(words(text))) and not {first, second} <= of_plan
    if second and second != first and apart and len(rest) < _FEW:
        return first, second
    return tuple(filter(None, (_asked_term(text, spans, plan, spelt),)))


_FEW = 8
_TELLERS = frozenset({"i", "we"})  # "by which I mean the CCG"
_APART = re.compile(
    r"\b(?:differences?|different|differs?|same|which is which|vs|versus|confus(?:e|ed|ing)"
    r"|mix(?:ed|ing)? up)\b"
)


def _asked_term(
    text: str, spans: Sequence[Span], plan: Plan, spelt: dict[tuple[str, ...], str]
) -> str:
    name, rest = term_in(words(text), spelt)
    if not name:
        return ""
    asking = (s for b, s in pairwise((None, *spans)) if not (b and b.typed in _TELLERS))
    meaning = next((s for s in asking if s and s.sort is Sort.WANT and s.value == "meaning"), None)
    if meaning is not None:
        parted = [words(clause) for clause in _PARTED.split(text)]
        near = [c for c in parted if term_in(c, spelt)[0] or {*words(meaning.typed)} <= {*c}]
        if sum(len(term_in(clause, spelt)[1]) for clause in near) < _FEW:
            return name
    beside = [span.sort for span in spans if not _is_aside(span, name)]
    ends = tuple(word for word in rest if word not in _LAST)[-2:] in _ASKED
    aside = set(beside) <= _COURTESY if ends else beside == [Sort.UNKNOWN] and text[-1:] == "?"
    if beside and not aside:
        return ""
    asked = "=" in text or rest[:2] in _ASKED or ends
    plain = not any(s.sort is Sort.PRIORITY for s in spans)
    return name if (asked and plain) or len(meanings(name, plan)) > 1 else ""


_ASKED = {("what", "is"), ("what", "are"), ("who", "is"), ("who", "are"), ("what", "does")}
_ASKED |= {("is", "what"), ("are", "what")}
_LAST = frozenset(["a", "an", "the", "that", "it", "this", "then", "please", "again", "exactly"])
_COURTESY = frozenset({Sort.UNKNOWN, Sort.OWN, Sort.AND})
"""What may stand around it: "forgive me, but what is IOM", "IOM - sorry, what is that?"."""


def _is_aside(span: Span, name: str) -> bool:
    if span.sort in {Sort.FILLER, Sort.PUNCTUATION, Sort.THOSE} or span.typed == "that":
        return True
    if span.sort is Sort.WANT:
        doing = span.typed.endswith(("doing", " on", " about", " for", " around"))
        return span.value in {"list", "card", "meaning", "how", "who"} and not doing
    return bool(set(words(span.typed)) <= set(words(name)) or span.typed in name.lower())
