"""One line that may report progress: its reference, the status at its place, and the note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.plan import ref_key
from bot.core.status import Status
from bot.core.years import in_year
from bot.reading.status_place import StatusPlace, firm_status, is_alternative, status_at
from bot.reading.typed_text import TypedText
from bot.reading.typed_update import Doubt, TypedUpdate, doubted, with_reason
from bot.reading.typed_year import take_when
from bot.reading.update_words import (
    ABOUT,
    ASKING,
    ASKING_FIRST,
    BETWEEN,
    COURTESY,
    INTERROGATIVE,
    NOUN_AFTER,
    PEOPLE,
    STRONG,
    VERBS,
    asks,
    is_courteous,
    is_slip,
    verb_in,
    words_of,
)

_MARKED = re.compile(r"\s{0,8}[,;:.!|=-]")
_TIME = re.compile(
    r"(?:in|at|on|from|last|this|next|since|during|by|between|before|after|as|for|q[1-4])\b"
)
_LINK = (
    r"(?:it|is|are|now|down|should|be|to|as|at|the|status|rag|rating|has|have|been|gone|went|goes|turned|moved|"
    r"stays|still|remains|currently|with|progress|update)"
)
_LED = re.compile(rf"'s\b|[^\w:]|:(?![\w+-]+:)|(?<!\w){_LINK}\b|_")
_LEADING = re.compile(r"[\s*_~`'\")\],;:-]*")
_AND = re.compile(r"\s{0,8}(?:,|&|\+|/|\band\b|\bor\b)[\s{0,8}_`]{0,8}(?:and\s{1,8})?")
_GLUED = re.compile(r"-\d")
_LED_BY = re.compile(r"(?:\b(?:to|as|status|rating)\b|[:=>|])[^\w]*$")
_WE = re.compile(r"(?:we|i|we've|i've|our) \w+ \w+")
"""What is told in the first person right after a reference is meant as an update."""
_WISHED = re.compile(r"\bshould\b")
_LINKED = re.compile(r"\b(?:is|now|has|to|as|went|gone|turned|remains|stays)\b")
REFERENCE = re.compile(
    r"(?<![^\W_])(?<![.@£$%])(?:(?P<letters>[a-z]{1,8})(?P<gap>[\s_/.*-]{0,3}|\s?(?:no|number)\.?\s)"
    r"(?P<number>\d{1,4}[a-z]?)|\d{1,3}(?:\.\d{1,4})+[a-z]?)(?![^\W_]|%|\.\d|,\d)"
)
_BREAK = re.compile(
    r"(?P<closing>[*_~`'\")\]]*)(?P<mark>\s*(?:[,;!|=~\u2022]+|\.+(?!\d)|:(?![\w+-]+:)|-{1,8}(?=\s|$)"
    r"|-{1,8}(?=[^\W\d])|/(?=\s))?)\s*(?:(?:notes?|comments?)\s{0,8}[:=-]\s*)?"
)
_FEW = 5
"""A question without its mark has fewer words than this after the status."""
_STATEMENT = re.compile(r"\b(?:is|are|was|were|has|have|had|been|now)\b")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text: its key and its places."""

    key: str
    start: int
    end: int

    def named(self, year: str) -> str:
        """The reference, with the year it was named with."""
        return in_year(self.key, year) if year else self.key


def references(seen: str, start: int, end: int, known: frozenset[str]) -> Iterator[Reference]:
    """The references between two places: those a plan holds, and others that look like them
    (its letters with another number; any, right after a verb of updating)."""
    letters_known = {key.rstrip("0123456789") for key in known} - {""}
    for match in REFERENCE.finditer(seen, start, end):
        letters, number = match["letters"], match["number"]
        key = ref_key(f"{letters}{number}" if letters else match.group())
        glued = letters and not match["gap"]
        if (
            key in known
            or (glued and letters.upper() in letters_known)
            or (glued and (words := words_of(seen[start : match.start()])) and verb_in(words[-1]))
        ):
            yield Reference(key, match.start(), match.end())


class Line:
    """One attempt: the lines from one reference's line to the next's."""

    def __init__(
        self, text: TypedText, start: int, end: int, known: frozenset[str], verb: bool
    ) -> None:
        self._text, self._seen = text, text.seen
        self._start, self._end, self._known, self._above = start, end, known, verb

    def read(self) -> TypedUpdate | None:
        """The update, with what is in doubt of it; None when it is no attempt."""
        ref = next(references(self._seen, self._start, self._end, self._known), None)
        front = self._seen[self._start : ref.start if ref else self._end]
        verb = verb_in(front)
        if ref is None:
            return self._without_ref(verb) if verb else None
        words = words_of(front)
        before = words[: verb[1]] if verb else words
        between = words[verb[1] + 1 :] if verb else []
        if asks(" ".join(before) if verb else front, verb=bool(verb)) or PEOPLE & {*between}:
            return None
        if verb or self._above:
            return self._reported(ref, verb[0] if verb else "update", before, between)
        return self._stated(ref, before)

    def _reported(
        self, ref: Reference, verb: str, before: list[str], between: list[str]
    ) -> TypedUpdate | None:
        """What follows a verb of updating."""
        update, place = self._after(ref)
        noun = bool(before) and before[-1] in NOUN_AFTER
        if update.status is None and not place.begins:
            turned = self._status_first(ref)
            if turned is not None:
                return turned
            rest = words_of(update.note.lower())
            if noun or (verb not in STRONG and place.guess is None):
                return None
            if ABOUT & {*between} and (
                is_courteous(update.note.lower()) or _TIME.match(" ".join(rest))
            ):
                return None
        odd = [w for w in before if w not in COURTESY] + [w for w in between if w not in BETWEEN]
        asked = ASKING_FIRST & {*before} and self._seen[: self._end].rstrip().endswith("?")
        return doubted(update, odd=bool(odd or asked))

    def _stated(self, ref: Reference, before: list[str]) -> TypedUpdate | None:
        """A reference with a status at the head, without a verb."""
        update, place = self._after(ref)
        sentence = re.split(r"[.!\n]", self._seen[place.end : self._end])[0]
        if is_alternative(self._seen, place.start) or "?" in sentence:
            return None
        if update.status is None and not (place.begins or place.guess):
            if not before and _WE.match(update.note.lower()):
                return update
            return self._status_first(ref) if before else None
        plain = all(word in COURTESY for word in before)
        linked = _LINKED.search(self._seen, ref.end, place.start)
        if not plain and (update.status is None or not linked):
            return None
        note = words_of(update.note.lower())
        if note and len(note) < _FEW and (note[0] in ASKING or note[-1] in INTERROGATIVE):
            return None
        marked = _MARKED.match(self._seen, place.end, self._end)
        asked = note and (note[0] in ASKING or (not marked and _TIME.match(note[0])))
        vague = len(note) == 1 or bool(asked)
        wished = _WISHED.search(self._seen, ref.end, place.start) is not None
        return doubted(update, odd=vague or wished or not plain)

    def _after(self, ref: Reference) -> tuple[TypedUpdate, StatusPlace]:
        """What follows a reference: when, status, note; and the place of the status."""
        at, two = self._others(ref.end)
        year, quarter, at = self._when(at)
        place = self._place(at)
        linked = _LED_BY.search(self._seen, ref.end, place.start) is not None
        place = status_at(self._text, place.start, self._end, linked=linked)
        update = TypedUpdate(ref.named(year), place.status, quarter=quarter)
        if place.status is None:
            note = self._cut(_LEADING.match(self._seen, at, self._end).end(), place.end)  # type: ignore[union-attr]
            return replace(update, status=place.guess, note=note, doubt=Doubt.STATUS), place
        return self._noted(update, ref, place, two=two), place

    def _others(self, at: int) -> tuple[int, bool]:
        """The end of further references joined to the first: "ASB3 and ASB4"."""
        two = False
        while (joint := _AND.match(self._seen, at, self._end)) is not None:
            other = next(references(self._seen, joint.end(), self._end, self._known), None)
            if other is None or other.start != joint.end():
                break
            at, two = other.end, True
        return at, two

    def _when(self, at: int) -> tuple[str, str, int]:
        """Year and quarter that stand after a reference, and where they end."""
        skipped = _LEADING.match(self._seen, at, self._end)
        begins = skipped.end() if skipped else at
        year, quarter, rest = take_when(self._seen[begins : self._end])
        return year, quarter, self._end - len(rest) if year or quarter else at

    def _place(self, at: int) -> StatusPlace:
        """Where the status stands: after marks and words such as "is now" that lead to it."""
        while True:
            place = status_at(self._text, at, self._end)
            if place.begins or place.guess or place.status:
                return place
            led = _LED.match(self._seen, at, self._end)
            if led is None:
                return replace(place, start=at)
            at = led.end()

    def _noted(
        self, update: TypedUpdate, ref: Reference, place: StatusPlace, *, two: bool
    ) -> TypedUpdate:
        """The update with its note, and reason and corrective action of what is off track."""
        begins = _BREAK.match(self._seen, place.end, self._end)
        at = begins.end() if begins else place.end
        doubt = Doubt.TWO if two or self._names_another(ref, at) else Doubt.CLEAR
        if _GLUED.match(self._seen, place.end, self._end):
            joined = "-" in self._seen[ref.end : place.start]
            at, doubt = (at + 1, doubt) if joined else (at, Doubt.WORDING)
        note = self._cut(at, place.end)
        update = replace(update, note=note, doubt=doubt if note else Doubt.NOTE)
        return with_reason(update) if update.status is Status.OFF_TRACK else update

    def _names_another(self, ref: Reference, at: int) -> bool:
        """Whether the note reports on another action too."""
        others = (o for o in references(self._seen, at, self._end, self._known) if o.key != ref.key)
        return any(self._place(other.end).begins for other in others)

    def _status_first(self, ref: Reference) -> TypedUpdate | None:
        """ "update amber ASB3 Two reviews are late", "green for ASB3: cameras are up"."""
        place = firm_status(self._seen, self._start, ref.start)
        if place is None:
            return None
        front = self._seen[self._start : place.start]
        between = words_of(self._seen[place.end : ref.start])
        verb = verb_in(front)
        odd = [w for w in words_of(front) if w not in COURTESY | VERBS | BETWEEN and not is_slip(w)]
        odd += [w for w in between if w not in BETWEEN]
        year, quarter, at = self._when(ref.end)
        update = TypedUpdate(ref.named(year), place.status, quarter=quarter)
        update = self._noted(update, ref, replace(place, start=ref.end, end=at), two=False)
        if not verb and (odd or "?" in self._seen[at : self._end] or not update.note):
            return None
        return doubted(update, odd=bool(odd) or not verb)

    def _without_ref(self, verb: tuple[str, int]) -> TypedUpdate | None:
        """A verb of updating and no action: an attempt when a status or a statement follows."""
        line = self._seen[self._start : self._end]
        words = words_of(line)
        before, rest = words[: verb[1]], words[verb[1] + 1 :]
        courteous = all(word in COURTESY for word in before) and not NOUN_AFTER & {*before[-1:]}
        if verb[0] not in STRONG or not courteous or not rest:
            return None
        if rest[0] in PEOPLE | ABOUT | ASKING or line.rstrip().endswith("?"):
            return None
        status = firm_status(self._seen, self._start, self._end)
        if status is None and not (verb[0] == "update" and _STATEMENT.search(" ".join(rest))):
            return None
        at = self._start + line.find(rest[0], line.find(words[verb[1]]) + len(words[verb[1]]))
        if status is None or status.start != at:
            return TypedUpdate("", note=self._cut(at, at), doubt=Doubt.REF)
        begins = _BREAK.match(self._seen, status.end, self._end)
        note = self._cut(begins.end() if begins else status.end, status.end)
        return TypedUpdate("", status.status, note, doubt=Doubt.REF)

    def _cut(self, at: int, head: int) -> str:
        """The note from a place on, to the letter: only marks that the head opened are closed."""
        note = self._text.cut(at, self._end)
        before = self._seen[self._start : head]
        for mark in '*_~`"':
            if before.count(mark) % 2 and note.endswith(mark) and note.count(mark) % 2:
                note = note.rstrip(mark)
        seen = TypedText.of(note).seen
        for quote in "'\"":
            wrapped = len(note) > 1 and seen[:1] == seen[-1:] == quote and seen.count(quote) == 2
            if wrapped and quote in before:
                note = note[1:-1]
        return note.strip()
