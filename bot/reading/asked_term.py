"""Whether a text asks what a short form means: "what does MACE stand for", "MARAC?"."""

from __future__ import annotations

from bot.reading import glossary
from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.spans import Span
from bot.reading.tokens import words


def asked_term(parts: Parts) -> str:
    """The short form whose meaning is asked, or ""."""
    typed = words(parts.text)
    name, rest = glossary.term_in(typed, parts.index.short_forms)
    if not name:
        return ""
    explained = any(s.sort is Sort.WANT and s.value == "meaning" for s in parts.spans)
    beside = [span.sort for span in parts.spans if not _is_aside(span, name)]
    aside = not beside or (beside == [Sort.UNKNOWN] and parts.text.strip().endswith("?"))
    if explained and len(rest) < 8:
        return name
    asked = "=" in parts.text or (rest[:1] in {("what",), ("who",)} and bool(rest))
    several = len(glossary.meanings(name, parts.index.plan)) > 1
    plain = not any(s.sort in {Sort.PRIORITY} for s in parts.spans)
    return name if aside and ((asked and plain) or several) else ""


def _is_aside(span: Span, name: str) -> bool:
    if span.sort in {Sort.FILLER, Sort.PUNCTUATION, Sort.THOSE}:
        return True
    if span.sort is Sort.WANT:
        doing = span.typed.endswith((" on", " about", " for", " around"))
        return span.value in {"list", "card", "meaning", "how", "who"} and not doing
    return bool(set(words(span.typed)) <= set(words(name)) or span.typed in name.lower())
