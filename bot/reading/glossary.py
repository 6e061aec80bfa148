"""The field's short forms spelt out: data, and the names the plan itself gives its agencies; and
whether a text asks what one of them means ("what does MACE stand for", "MARAC?")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.core.plan import Plan
from bot.reading.grammar import Sort
from bot.reading.safety import says
from bot.reading.spans import Span
from bot.reading.tokens import data_lines, stems, words

_PARTED = re.compile(r"[,.;:!?\n]+|\s-\s")
_SHORT = re.compile(r"\(([A-Z]{2,8})\)")


@lru_cache(maxsize=1)
def _terms() -> dict[str, tuple[list[str], tuple[str, ...]]]:
    """The short forms of the data file, with their spellings and what each stands for."""
    rows = [line.partition(" = ") for line in data_lines("glossary.txt")]
    spelt = [(names.split(" | "), meant) for names, _, meant in reversed(rows)]
    return {names[0]: (names, tuple(meant.split(" ;; "))) for names, meant in spelt}


def meanings(name: str, plan: Plan) -> tuple[str, ...]:
    """What a short form stands for, in the field and in this plan."""
    known = _terms()[name][1] if name in _terms() else ()
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
    begun = [word.start() for word in re.finditer(r"\b(?!(?:and|of|the)\b)[A-Za-z]+", text)]
    places = begun[-len(name) :]
    initials = "".join(text[place] for place in places).upper()
    return text[places[0] :].strip() if initials == name.upper() else ""


def _texts(plan: Plan) -> Iterator[str]:
    """The texts that may write a short form out."""
    yield from (priority.name for priority in plan.priorities)
    yield from (action.text for action in plan.actions)


def spellings(plan: Plan) -> dict[tuple[str, ...], str]:
    """Every spelling of a short form, of the field and of the plan's agencies."""
    short = {name for text in _texts(plan) for name in _SHORT.findall(text)}
    codes = {words(name): name for name in short if _written_out(name, plan)}
    own = (a.code for a in plan.agencies if not says("told apart", a.code.lower()))  # "VS"
    codes |= {words(code): code for code in own}
    known = reversed(_terms().items())
    return {words(way): name for name, (ways, _) in known for way in ways} | codes


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
    if not first:
        return ()
    second, rest = term_in(rest, spelt)
    of_plan = {agency.code for agency in plan.agencies} | {p.code for p in plan.priorities}
    apart = says("told apart", plain := " ".join(words(text))) and not {first, second} <= of_plan
    versus = re.search(r"(\S+) (?:vs|versus) (?:an? |the )?(\S+)", plain)  # "trained vs target"
    apart = apart and not (versus and {*versus.groups()}.isdisjoint(words(first)))
    if second not in {"", first} and apart and sum(word not in _LAST for word in rest) < _FEW:
        return first, second
    return (first,) if _is_asked(first, text, spans, plan, spelt) else ()


_FEW = 8
_TELLERS = frozenset({"i", "we"})  # "by which I mean the CCG"


def _is_asked(
    name: str, text: str, spans: Sequence[Span], plan: Plan, spelt: dict[tuple[str, ...], str]
) -> bool:
    """Whether a text asks what a short form in it means, and nothing else of it."""
    meaning = _meaning(spans)
    rest = term_in(words(text), spelt)[1]
    if any(s.value in _OTHER_WANTS for s in spans):
        return False
    clauses = [words(clause) for clause in _PARTED.split(text)]
    if meaning is not None:
        near = [c for c in clauses if term_in(c, spelt)[0] or {*words(meaning.typed)} <= {*c}]
        if sum(len(term_in(clause, spelt)[1]) for clause in near) < _FEW:
            return True
    beside = {span.sort for span in spans if not _is_aside(span, name)}
    beside |= {Sort.NOUN for span in spans if span.value == "measures" and "the" in rest}
    more = sum(s.sort is Sort.UNKNOWN and not _is_aside(s, name) for s in spans) > 1
    alone = "?" in text and any(term_in(clause, spelt) == (name, ()) for clause in clauses)
    alone = alone and not more  # "one stop shop - sessions held so far?"
    ending = tuple(word for word in rest if word not in _LAST)[-2:]
    ends = alone or ending in _ASKED  # "IOM - what is that then"
    if not beside <= (_COURTESY if ends else frozenset()):
        return False
    named = any(s.sort is Sort.PRIORITY or (alone and s.sort is Sort.AGENCY) for s in spans)
    asks = rest[:2] in _ASKED and rest[-1] not in _IN  # not "kenward - what are they on"
    asked = (ends or "=" in text or asks) and not named
    return asked or len(meanings(name, plan)) > 1


def _meaning(spans: Sequence[Span]) -> Span | None:
    """The words that ask for a meaning."""
    asking = (s for b, s in pairwise((None, *spans)) if not (b and b.typed in _TELLERS))
    return next((s for s in asking if s and s.sort is Sort.WANT and s.value == "meaning"), None)


def strange_term(text: str, spans: Sequence[Span], knows: Callable[[str], bool]) -> str:
    """The short form whose meaning a text asks and that neither the field nor the plan knows
    ("what does QTM stand for", "QTM?"), as typed; `knows` of a stem of the plan; else ""."""
    strange = [s for s in spans if s.sort in {Sort.UNKNOWN, Sort.FILLER} and s.typed[0].isalpha()]
    short = [text[s.start : s.end] for s in strange if _is_short(text[s.start : s.end])]
    single = text.upper() != text or (len(words(text)) == 1 and "?" in text)
    name = short[0] if len(short) == 1 and single else ""
    if not name or any(map(knows, stems(name))):
        return ""
    beside = {s.sort for s in spans if not _is_aside(s, name.lower())}
    rest = tuple(word for word in words(text) if word != name.lower())
    asked = _meaning(spans) or "?" in text or rest[:2] in _ASKED
    return name if asked and beside <= _COURTESY else ""


def _is_short(typed: str) -> bool:
    return typed.isupper() and _SHORTEST <= len(typed) <= _LONGEST


_SHORTEST, _LONGEST = 2, 6
_ASKED = {("what", "is"), ("what", "are"), ("who", "is"), ("who", "are"), ("what", "does"),
          ("is", "what"), ("are", "what")}  # fmt: skip
_IN = frozenset({"at", "doing", "in", "on"})
_LAST = frozenset(["a", "an", "the", "that", "it", "this", "then", "please", "again", "exactly"])
_COURTESY = frozenset({Sort.UNKNOWN, Sort.OWN, Sort.AND})
"""What may stand around it: "forgive me, but what is IOM", "IOM - sorry, what is that?"."""
_OTHER_WANTS = frozenset({"when", "count", "partners", "history", "latest", "changes"})


def _is_aside(span: Span, name: str) -> bool:
    if span.sort in {Sort.FILLER, Sort.PUNCTUATION, Sort.THOSE} or span.typed == "that":
        return True
    typed = {*words(span.typed)}
    if typed and typed <= {*words(name)}:
        return True
    if span.sort is Sort.WANT:
        return span.value == "meaning" or typed <= _ASKING_WORDS
    return span.sort is not Sort.REF and span.typed in name.lower()


_ASKING_WORDS = frozenset(
    ["tell", "me", "what", "which", "who", "is", "are", "was", "does", "do", "a", "an", "the"]
)
