"""Where a message holds two questions: "whats overdue, and who leads them"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.safety import is_small, says
from bot.reading.spans import Span
from bot.reading.tokens import words
from bot.reading.update_words import INTERROGATIVE

_ENDS = re.compile(
    r"(?<![.?!;\n])[.?!;\n]++(?:\s++|$)|(?<!\s)\s++[-\u2013\u2014]++\s++|,\s++(?=in\s)"
)
_OF_ASKER = re.compile(
    r"(?:^|(?<![\s,])[\s,]++)(?:as|because|cos|since|so(?: that)?|before|while|for)"
    r" (?:i|we|my)\b.*$"
    r"|^(?:i|we) (?:can ?not|can'?t|could ?n[o']t|do not|don'?t) (?:find|see|spot)\b.*$"
    r"|(?<![\s,])[\s,]++(?:the )?last (?:i|we) (?:heard|saw|knew)\b.*$"
    r"|(?:^|(?<![\s,])[\s,]++)in (?:an?|the)?\s{0,3}(?:mtg|meeting)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = re.compile(
    r"(?:hi|hiya|hello|hey|(?:good )?(?:morning|afternoon|evening)|please|apologies"
    r"|(?:sorry|hate) to (?:bother|trouble|chase|ask)(?: you)?(?: again)?"
    r"|(?:a )?(?:quick|daft|silly|simple) (?:q|one|question|query)"
    r"|(?:could|can|would|will) (?:you|u|someone|anyone) (?:please )?tell (?:me|us)"
    r"(?=:| who| what| which| when| how| if| whether| where| why)"
    r"|i (?:would like|want|need|wanted) to (?:know|check|ask|find out)"
    r"|(?:i'?m|i am|we are) in (?:an? )?\w{4,9} in \w{1,7} min(?:ute)?s?)\b"
    r"(?: there| all| bot| team)?[\s,.:;!\-\u2013]*(?:but |if |whether )?",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"(?:(?:no|nope|sorry|oops|oh|ah|wait)[\s,.!-]{1,3}){0,3}(?:i|we) mean(?:t)?\b"
    r"(?! to (?!say|ask|type|put)| wh|,? how)(?: to (?:say|ask|type|put))?[\s,:]{0,3}"
    r"|no(?:pe)?(?:\s?[,.]| (?:sorry|wait|actually)\b,?| (?=(?:the \w+ one|that|not)\b))\s{0,3}",
    re.IGNORECASE,
)
""" "No I meant red": the same again of another."""
_CLOSING = re.compile(
    r"(?<=[\w?!.,;])(?<!and)[ ,;.!-]{1,3}(?:many thanks|thanks|thank you|thx|ta|cheers|asap"
    r"|as soon as possible|urgently|xx?"
    r"|(?:both |all |to go |needed |wanted )?(?:for|before|ahead of|in|on) (?:my|our|the|this|a"
    r"|tomorrow'?s|today'?s) (?:(?!first|next|last)\w{3,14} )?(?:report|papers?|briefing|meeting"
    r"|minutes|boss|manager|presentation|speech|board|cabinet|committee|remarks|page|slides?|agenda"
    r"|newsletter|bulletin"
    r"|intro|introduction|chief exec|handout|pack|email|website)|pls|plz|please)[.!]{0,3}$"
    r"|(?<=\w)[\s,]{1,3}(?:is|are|was|were|has|have|does|do|did)n'?t (?:it|they|we|that)\s?\??$"
    r"|,\s?(?:the )?(?:board|committee|cabinet|meeting|chair|boss|councillor) (?:is|meets|wants"
    r"|needs|asked|has asked)\b[^,?]{0,60}$"
    r"|(?<=\?)\s{0,3}(?:i|we) (?:should|would|need|want|have|am|are|will)\b[^?]{0,200}$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"([^.!?,;\n]{1,60})([.!,;]{1,3}\s+|\n+)(?=\S)")
_ANSWERS = {("ok",), ("okay",), ("right",), ("great",), ("thanks",), ("yes",), ("lovely",)}
_BETWEEN = frozenset({"and", "also", "plus", "?", ";", ".", "\n"})
_ASKING = frozenset({"who", "partners", "when", "count", "history"})
_QUESTION = ("what", "how", "which")
_CONDITIONS = (Sort.REF, Sort.STATUS, Sort.AGENCY, Sort.PRIORITY, Sort.DATE, Sort.ROLE)
_JUDGING = frozenset({"better", "worse", "best", "worst", "most", "fewest", "compare"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "did", "do", "does", "have", "has"})


def asked_in(text: str) -> str:
    """What is asked, without the courtesies and errands around it ("sorry to bother you but",
    "for my report"); a text of nothing else as it is."""
    bare = text.replace("\u2019", "'").strip()
    corrected = _CORRECTED.match(bare)
    bare = f"and {bare[corrected.end() :]}" if corrected else bare
    while bare and (opening := _OPENING.match(bare) or _answered(bare)):
        bare = bare[opening.end() :]
    while closing := _CLOSING.search(bare):
        bare = bare[: closing.start()]
    return bare or text


def _answered(text: str) -> re.Match[str] | None:
    """ "Ok done that. Which ...": what answers the message before, in front of the question."""
    first = _FIRST.match(text)
    typed = words(first[1]) if first else ()
    if first is None or not is_small(typed) or INTERROGATIVE & {*typed}:
        return None
    return first if "," not in first[2] or typed[:1] in _ANSWERS else None


def halved(parts: Parts) -> tuple[str, ...]:
    """The two questions of a message, each as text; none when it holds one."""
    for place, span in enumerate(parts.spans):
        if _divides(parts.spans, place):
            return parts.text[: span.start], parts.text[span.end :]
    return ()


def clauses(text: str) -> tuple[str, ...]:
    """The sentences of a message, without what is said of the asker beside them ("as I shall be
    asked about it", "before my meeting", "- I am in a hurry")."""
    pieces = (_OF_ASKER.sub("", piece).strip(" ,-") for piece in _ENDS.split(text))
    return tuple(piece for piece in pieces if piece)


def asks(parts: Parts) -> bool:
    """Whether the second half wants something of its own, or points at the first."""
    asked = bool(_ASKING & {*parts.wants}) or parts.has(Sort.THOSE, Sort.ORDER)
    return asked or parts.composed.unclaimed_not


def is_remark(parts: Parts) -> bool:
    """ "That's a shame", "I'll chase them": said of the answer before, and no question."""
    asks_for = parts.has(*_CONDITIONS) or not _JUDGING.issuperset(parts.wants)
    asks_for = asks_for or "?" in parts.text or bool(parts.about.concepts)
    return not asks_for and says("remark", parts.plain)


def _divides(spans: Sequence[Span], place: int) -> bool:
    """Whether a second question begins behind a span: "and who leads it", "? when is it due"."""
    before = next((s for s in spans[:place] if s.sort is not Sort.FILLER), None)
    if spans[place].typed not in _BETWEEN or before is None or spans[place].sort is Sort.FILLER:
        return False
    if before.sort is Sort.UNKNOWN and not before.named:
        return False  # a story that ends in a question is one question
    rest = [s for s in spans[place + 1 :] if s.sort is not Sort.FILLER][:3]
    if not rest:
        return False
    joins = spans[place].sort is Sort.AND
    relative = joins and rest[0].typed.startswith("which")
    beside = {s.sort for s in rest[1:]} <= {Sort.STATUS, Sort.STATE}
    if joins and beside and any(s.sort is Sort.EXCEPT for s in spans[:place]):
        return False  # "except what is overdue and what is finished"
    named = any(s.sort in {Sort.NOUN, Sort.THOSE} for s in rest[1:])
    named = named or rest[1].sort is Sort.NOT if rest[1:] else named  # "and which aren't?"
    wants = rest[0].sort is Sort.WANT and (
        rest[0].value in _ASKING
        or (rest[0].typed.startswith(_QUESTION) and (named or not relative))
    )
    verb = spans[place + 1].sort is Sort.FILLER and spans[place + 1].typed in _AUXILIARIES
    return wants or (verb and any(s.sort is Sort.THOSE for s in rest))
