"""One line that may report progress: its reference, the status at its place, and the note."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.core.status import Status
from bot.core.years import in_year
from bot.disclosure.patterns import Pattern
from bot.reading.status_place import (
    BECAUSE,
    EDGED,
    StatusPlace,
    is_alternative,
    speaks_of_status,
    status_at,
    status_before,
)
from bot.reading.taken_back import takes_back
from bot.reading.tokens import TypedText
from bot.reading.typed_update import (
    NEW_DATE,
    Doubt,
    Reference,
    TypedUpdate,
    doubted,
    note_in,
    references,
    sets_day,
    with_reason,
)
from bot.reading.typed_year import take_when
from bot.reading.update_words import (
    ASKING,
    AUXILIARIES,
    BETWEEN,
    COURTESY,
    INTERROGATIVE,
    STANDING,
    Front,
    asks_after,
    is_courteous,
    is_opening,
    is_strong,
    part,
    repeats,
    strange,
    tells,
    words_of,
)

_PARTED = re.compile(r"[.!?:,;]{1,3}\s{1,8}|\s-{1,3}\s{1,8}|\n")
"""What parts a clause from the one before."""
_MEANT = Pattern(  # "I need to do my ASB3 update", with the reference as @
    r"\b(?:to (?:do|make|send|give|write|finish)|add|enter|file|submit|log|record) [\w ]{0,20}"
    r"(?:(?:update|report) (?:for|on|about) @|@ (?:update|report)\b)"
)
MARKED = re.compile(r"(?:\)|[^\S\n]){0,8}[,;:.!|=\n-]")
_TIME = re.compile(
    r"(?:in|at|on|from|last|this|next|since|during|by|between|before|after|as (?:at|of)|for|q\d)\b"
)
_LED = re.compile(
    rf"\((?!\W{{0,6}}{EDGED})[^()\n]{{1,80}}\)|'(?:s|re)\b|[^\w:]|:(?![\w+-]+:)"
    rf"|(?<!\w)(?:{'|'.join(sorted(part('linking')))}|from\s{{1,8}}{EDGED}\s{{1,8}}to"
    rf"|was\s{{1,8}}{EDGED}[\s,;-]{{1,8}}(?:(?:but|and|is|it is|its|it's)\s{{1,8}}){{0,2}}now)\b"
)
_LEADING = re.compile(r"(?:[\s),;:|=>-]|\.\s)*")
_AND = re.compile(r"\s{0,8}(?:,|&|\+|/|\band\b|\bor\b)\s{0,8}(?:and\s{1,8})?")
_NAME = re.compile(r"\s{0,3}\([^()\n]{1,80}\)")
_GLUED = re.compile(r"-\d")
_LONG_DASHES = frozenset("\u2014\u2015")  # nobody types them for a minus
_LED_BY = re.compile(r"(?:\b(?:to|as|status|rating)\b|[:=>|])[^\w]*$")
_BREAK = re.compile(
    r"\)*(?:\s+(?:please|pls)\b)?(?:[^\S\n]*|\s*(?!-[^\n]{0,300}\n\s*-))(?:[,;!?|=\u2022\u2026]+|\.+(?!\d)|:(?![\w+-]+:)|-{1,8}(?=\s|$)"
    r"|-{1,8}(?=[^\W\d])|[-=]{0,8}>(?=\s)|/(?=\s))?\s*(?:(?:notes?|comments?|updates?|progress)\s{0,8}[:=-]\s*)?"
)
_CLAUSE = re.compile(r"[^.;!?]*")
_FEW = 5  # words after a status: a question without its mark has fewer


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
        head, note = self._head(ref.start if ref else self._start)
        aside = self._seen[self._start : head]
        front = Front.of(self._seen[head : ref.start if ref else self._end])
        front = replace(front, verb=front.verb or "update" * self._above)
        if ref is None:
            return self._without_ref(front)
        update, place = self._after(ref, front)
        supposed = self._supposes(ref, front, place)
        if not supposed and self._is_question(ref, front, place):
            return None
        if not place.at_place and (turned := self._status_first(ref)):
            return turned
        if not (supposed or self._tells(ref, front, update, place)):
            return None
        if update.doubt is Doubt.NOTE and note and not is_opening(aside):
            update = replace(update, note=note, doubt=Doubt.WORDING)
        odd = front.odd or not is_opening(aside) or self._is_vague(front, update, place)
        return doubted(update, odd=odd or speaks_of_status(front.text, 0, len(front.text)))

    def _head(self, end: int) -> tuple[int, str]:
        """Where a place's clause begins, what is told before it: "All up - ASB3 green"."""
        ends = [self._start, *(m.end() for m in _PARTED.finditer(self._seen, self._start, end))]
        telling = [(a, b) for a, b in pairwise(ends) if not is_courteous(self._seen[a:b])]
        if not telling:
            return self._start, ""
        return ends[-1], self._text.cut(telling[0][0], telling[-1][1]).rstrip(" .,:;-")

    def _is_question(self, ref: Reference, front: Front, place: StatusPlace) -> bool:
        """Whether it asks: by the words in front, by "?", by "or", or by few words that ask."""
        if front.asks and not self._is_asked_for(ref, front, place):
            return True
        if front.verb:
            return False
        follows = self._seen[ref.end : self._end]
        words = words_of(re.split(r"[.!\n]", self._seen[place.end : self._end])[0])
        if asks_after(follows) or is_alternative(self._seen, place.start, self._end):
            return True
        while words and words[-1] in COURTESY:
            words.pop()
        ends = INTERROGATIVE & {*words[:1], *words[-1:]}
        few = len(words) < _FEW and bool(ends or AUXILIARIES & {*words[:1]})
        return few if place.at_place else place.elsewhere and bool(ends)

    def _supposes(self, ref: Reference, front: Front, place: StatusPlace) -> bool:
        """ "If the kits arrive ACQ3 can go green": what would hold then, which asks nothing."""
        words = [word for word in words_of(front.text) if word not in COURTESY]
        follows = self._seen[ref.end : self._end]
        asks = "?" in follows or INTERROGATIVE & {*words[1:], *words_of(follows)}
        supposed = len(words) > 1 and words[0] in part("supposing") and not asks
        return supposed and words[1] not in AUXILIARIES and (place.at_place or place.elsewhere)

    def _is_asked_for(self, ref: Reference, front: Front, place: StatusPlace) -> bool:
        """ "Can you close ASB3: all done": a request, where it does not end in "?"."""
        deed = status_before(front.text, 0, len(front.text), BETWEEN)
        words = {*words_of(front.text[: deed.start] if deed else front.text)}
        note = self._seen[ref.end if deed else place.end : self._end]
        bare = not front.verb and words <= part("asking_first") | COURTESY
        news = "?" not in note and not {*words_of(note)} <= COURTESY
        return bare and news and (deed or place.status) is not None

    def _tells(self, ref: Reference, front: Front, update: TypedUpdate, place: StatusPlace) -> bool:
        """Whether it reports at all: by a status at its place, by its verb, or as a statement."""
        follows = self._seen[ref.end : self._end]
        meant = _MEANT.search(f"{front.text}@{follows}") or update.doubt is Doubt.DATE
        meant = meant or repeats(words_of(f"{front.text} {follows}"), of_one=True)
        if meant or place.at_place or (place.elsewhere and not (front.is_noun or front.odd)):
            return True
        if not front.verb:
            return tells(follows) and not front.odd
        if front.is_noun or not is_strong(front.verb):
            return place.elsewhere and not front.is_noun
        note = update.note.lower()
        return not (part("about") & {*front.between} and (is_courteous(note) or _TIME.match(note)))

    def _is_vague(self, front: Front, update: TypedUpdate, place: StatusPlace) -> bool:
        """Whether what is a report by its form may be meant in another way."""
        if front.verb:
            return front.requests and self._seen[: self._end].rstrip().endswith("?")
        words = words_of(update.note.lower())
        marked = MARKED.match(self._seen, place.end, self._end)
        timed = words and not (marked or update.reason) and _TIME.match(" ".join(words))
        alone = len(words) == 1 and not any(map(str.isdigit, words[0]))
        asked = INTERROGATIVE | AUXILIARIES if marked else ASKING  # ": last one signed" tells
        asking = bool(asked & {*words[:1]}) or "?" in update.note
        return alone or asking or bool(timed) or front.requests

    def _after(self, ref: Reference, front: Front) -> tuple[TypedUpdate, StatusPlace]:
        """What follows a reference: when, status, note; and the place of the status."""
        update, at = self._named(ref)
        place = self._place(at, polite=front.requests)
        if place.status is not None:
            return self._noted(replace(update, status=place.status), ref, place), place
        at = place.end if place.guess else at
        note = self._cut(self._behind(_LEADING, at), at)
        note = "" if is_courteous(note.lower()) else note
        moved = sets_day(self._seen, at, self._end, verb=bool(front.verb))
        doubt = Doubt.DATE if moved else Doubt.STATUS
        return replace(update, status=place.guess, note=note, doubt=doubt), place

    def _named(self, ref: Reference) -> tuple[TypedUpdate, int]:
        """The update of a reference, with the year and quarter behind it, and where they end; in
        doubt where further references are joined to it ("ASB3 and ASB4")."""
        at, doubt = ref.end, Doubt.CLEAR
        while (joint := _AND.match(self._seen, at, self._end)) is not None:
            other = next(references(self._seen, joint.end(), self._end, self._known), None)
            if other is None or other.start != joint.end():
                break
            at, doubt = other.end, Doubt.TWO
        year, quarter, rest = take_when(self._seen[self._behind(_LEADING, at) : self._end])
        key = in_year(ref.key, year) if year else ref.key
        at = self._end - len(rest) if year or quarter else at
        return TypedUpdate(key, quarter=quarter, doubt=doubt), at

    def _place(self, begins: int, *, polite: bool = False) -> StatusPlace:
        """Where the status stands: after marks and words such as "is now" that lead to it."""
        at: int | None = begins
        while at is not None:
            end, linked = at, _LED_BY.search(self._seen, begins, at) is not None
            place = status_at(self._text, at, self._end, linked=linked, polite=polite)
            if place.at_place:
                return place
            led = self._behind(_LED, at)
            at = led if led > at else None
        elsewhere = speaks_of_status(self._seen, end, self._behind(_CLAUSE, end))
        return StatusPlace(None, end, end, elsewhere=elsewhere)

    def _noted(self, update: TypedUpdate, ref: Reference, place: StatusPlace) -> TypedUpdate:
        """The update with its note, and reason and corrective action of what is off track."""
        at = self._behind(_BREAK, place.end)
        doubt = Doubt.TWO if self._names_another(ref, at) else update.doubt
        if not doubt and NEW_DATE.search(self._seen, at, self._end):
            doubt = Doubt.DATE  # it would be lost in the note
        if _GLUED.match(self._seen, place.end, self._end):
            long = self._text.cut(place.end, place.end + 1) in _LONG_DASHES
            joined = long or "-" in self._seen[ref.end : place.start]
            at, doubt = (at + 1, doubt) if joined else (at, Doubt.WORDING)
        note = self._cut(at, place.end)
        if not doubt and takes_back(TypedText.of(note).seen, update.status):
            note = self._cut(place.start, place.start)
            return replace(update, status=None, note=note, doubt=Doubt.STATUS)
        if not doubt and {*words_of(note.lower())} <= COURTESY | part("hedges"):
            doubt = Doubt.NOTE
        update = replace(update, note=note, doubt=doubt)
        return with_reason(update) if update.status is Status.OFF_TRACK else update

    def _names_another(self, ref: Reference, at: int) -> bool:
        """Whether the note reports on another action too."""
        for other in references(self._seen, at, self._end, self._known):
            before = status_before(self._seen, at, other.start, BETWEEN)
            if other.key != ref.key and (before or self._place(other.end).begins):
                return True
        return False

    def _status_first(self, ref: Reference) -> TypedUpdate | None:
        """ "update amber ASB3 Two reviews are late", "green for ASB3: cameras are up"."""
        place = status_before(self._seen, self._start, ref.start, BETWEEN)
        if place is None:
            return None
        head, _ = self._head(place.start)
        front = Front.of(self._seen[head : place.start])
        update, at = self._named(ref)
        behind = replace(place, start=ref.end, end=self._behind(_NAME, at))
        update = self._noted(replace(update, status=place.status or place.guess), ref, behind)
        doubt = update.doubt if place.status else Doubt.STATUS
        plain = front.verb or self._declares(place, ref, behind.end)
        odd = not plain or self._is_vague(front, update, behind)
        odd = odd or bool({*strange(front.text)} - STANDING)
        odd = odd or not is_opening(self._seen[self._start : head])
        return doubted(replace(update, doubt=doubt), odd=odd)

    def _declares(self, place: StatusPlace, ref: Reference, at: int) -> bool:
        """Whether a status before a reference is declared of it: with nothing else in front, and a
        mark or a reason behind. "Delivered for ASB3" tells of something else."""
        between, after = self._seen[place.end : ref.start], self._seen[at : self._end]
        alone = place.begins or not words_of(between) or MARKED.match(between) is not None
        return alone and (MARKED.match(after) or BECAUSE.match(after)) is not None

    def _without_ref(self, front: Front) -> TypedUpdate | None:
        """A verb of updating and no action: an attempt when a status or a statement follows."""
        rest = front.between
        if front.is_noun or not is_strong(front.verb) or not {*front.before} <= COURTESY:
            return None
        if not rest:  # "I want to update"
            return TypedUpdate("", doubt=Doubt.REF) if front.before[-1:] == ("to",) else None
        at = self._seen.find(front.verb, self._start) + len(front.verb)
        at = max(self._seen.find(rest[0], at), self._start)
        place = status_at(self._text, at, self._end)
        if not (AUXILIARIES & {*rest} or speaks_of_status(self._seen, at, self._end, firm=True)):
            return None
        at = self._behind(_BREAK, place.end) if place.status else at
        return TypedUpdate("", place.status, self._cut(at, place.end), doubt=Doubt.REF)

    def _behind(self, pattern: re.Pattern[str] | Pattern, at: int) -> int:
        """The end of what a pattern matches at a place; the place where it does not."""
        match = pattern.match(self._seen, at, self._end)
        return match.end() if match else at

    def _cut(self, at: int, head: int) -> str:
        return note_in(self._text, self._start, head, at, self._end)
