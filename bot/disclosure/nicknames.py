"""Names people go by: street names, epithets with a first name, a household by its family name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.disclosure.bodies import PROPER
from bot.disclosure.company import NEVER, PARTS, acts, joins, led, may_be_name, place_led
from bot.disclosure.habits import HABITS, ON_THE_STREET
from bot.disclosure.lists import any_of, listed
from bot.disclosure.names import FAMILY, GIVEN, STREET_NAMES
from bot.disclosure.patterns import Pattern
from bot.disclosure.quoted_names import quoted_names
from bot.disclosure.street_names import street_names
from bot.disclosure.text import Note, Span
from bot.disclosure.words import TYPES, WORDS, is_word

_PERSONS = any_of(listed("person_words"), PARTS, listed("sole_posts"))
_NAME = (
    r"[\s:,]{1,2}(?P<q>[\"'])?(?P<name>(?:the )?[^\W\d_][\w'-]{1,19}(?: [^\W\d_][\w'-]{1,19}){0,2})"
)
_BY_NAME = Pattern(
    r"\b(?:known(?: [\w']{1,12}){0,7}? as|a\.?k\.?a\.?|"
    r"go(?:es)? by(?= [\"'])|goes by(?: the name)?(?: of)?|going by(?: the name)?(?: of)?|"
    r"(?:know(?:s|n)?|refer(?:s|red)? to) (?:him|her|them) (?:only |just )?as|"
    r"call(?:s|ed|ing)? (?:him|her)(?:self)?|(?:someone|somebody|lad|man|boy|girl|male|dealer|he|"
    r"she)(?: is| was)? named (?:only |just )?as|street names?(?: is| are| of|:)?|nick ?name(?:d|"
    r"s)?(?: is| of|:)?|uses the name(?: of)?|alias(?:es)?(?: used| of)?|"
    r"(?:enforcer|ringleader|look-?out|(?:top|main) (?:man|lad|dealer)|number two|"
    r"second in line)(?: is| was)(?: called)?|tag name(?: is)?|moniker(?: is| of)?|"
    r"answers (?:only )?to|(?:is|just|only|someone|somebody|lad|boy|"
    r"girl|man|one|seller|dealer|runner|youth|male|elder) (?:called|named))" + _NAME,
    re.IGNORECASE,
)
_CALLED_BY_OTHERS = Pattern(
    rf"\b(?:(?:calls?|know|knows|refers? to|dub(?:s|bed)?|nicknamed?)(?= (?:the|this|that|"
    rf"one) (?:[a-z]{{3,9}} )?"
    rf"(?:{_PERSONS})\b)|(?:someone|somebody|who|whom|lad|boy|girl|man|woman|one|kid|youth|"
    rf"dealer|runner|male|"
    r"users|they|people|everyone|everybody|locals|kids|lads|boys|others|youths|neighbours|"
    r"residents)"
    r"(?: (?:that|who|whom))?(?: (?:the|all|our|other|some|[a-z]{3,10}s|they|just|only)){0,3} "
    r"(?:call|know|dub|nickname|refer to)(?:s|d|ed|n)?)"
    rf"(?: (?:him|her|them|this one|that one|(?:the|this|that|one) (?:[a-z]{{3,9}} )?(?:one|"
    rf"leader|boss|"
    rf"{_PERSONS})))?(?: (?:only |just )?as| by the name(?: of)?)?" + _NAME,
    re.IGNORECASE,
)
"""Like "everyone calls the older one Tank", "someone the kids call Papi"."""


_AND_ANOTHER = Pattern(r" (?:and|or) (?P<name>[A-Z][a-z]{2,14})\b")
_EPITHETS = listed("epithets")
_SHORT = 5


_TAG = Pattern(
    r"\b(?:(?:the|his|her|their) tag (?:of |is )?|[Tt]ag (?=[\"'])|"
    r"[Tt]ags? (?:by|from|reading|saying) )[\"']?(?P<name>[A-Z]\w{2,15})\b"
)


_BOUGHT_FROM = Pattern(
    r"\b(?:gets?|got|buys?|bought|scores?|scored|picks? up|supplied|collects?)(?: (?:it|them|"
    r"gear|weed|"
    r"stuff|drugs|vapes|bags|pills|crack|his|her|their|\w{3,9})){0,2} (?:off|from|by|for) "
    r"(?P<name>[A-Z][a-z]{2,14})(?=, (?:who|a|an|the|he|she)\b|\.|$| (?:on|at|in|who) )"
)
_DRUGS = Pattern(
    r"\b(?:off|gear|weed|drugs|vapes|pills|crack|ket|wraps|dealer|deals|debts?|line)\b"
)
_APPOSED = Pattern(
    r"\b(?:one|lad|boy|man|girl|youth|male|dealer|runner|seller|elder|ringleader|leader|"
    r"driver|look-?out), (?P<name>[A-Z][a-z]{2,14}), "
)


_BETWEEN_PERSONS = Pattern(rf"(?: and [A-Z][a-z]{{2,14}})?(?:{ON_THE_STREET}|{HABITS})")


def nicknames(note: Note, passing: frozenset[int]) -> Iterator[Span]:
    """Street names: "goes by Smurf", "Fat Tony", a quoted name after "they call him"."""
    for match in (*_BY_NAME.finditer(note.text), *_CALLED_BY_OTHERS.finditer(note.text)):
        spoken = _spoken_name(note, match)
        if spoken is not None and not _names_a_thing(note, match, spoken.end):
            yield spoken
            other = _AND_ANOTHER.match(note.text, spoken.end)
            if other:
                yield Span("nickname", *other.span("name"))
    yield from street_names(note)
    for match in _TAG.finditer(note.text):
        yield Span("nickname", *match.span("name"))
    yield from quoted_names(note)
    for match in _BOUGHT_FROM.finditer(note.text):
        low = match.group("name").lower()
        known = low in TYPES or low in PROPER or low in NEVER or note.is_place(low)
        if not known and _DRUGS.search(note.text, *note.around(match.start())):
            yield Span("nickname", *match.span("name"))
    for match in _APPOSED.finditer(note.text):
        word = match.group("name").lower()
        if not note.is_place(word) and word not in NEVER and not word.endswith("ly"):
            yield Span("nickname", *match.span("name"))
    for at, word in enumerate(note.words):
        if word.low in STREET_NAMES and at not in passing and _is_in_action(note, at):
            yield Span("nickname", word.start, word.end)
    for at, word in enumerate(note.words[:-1]):
        follower = note.words[at + 1]
        if word.low in _EPITHETS and word.is_capital and follower.gap == " " and at not in passing:
            yield from _epithet(note, at)


_THING = any_of(listed("things_with_titles"), listed("sorts_of_place"))
_OF_A_THING = Pattern(
    rf"\b(?:{_THING})s?,?(?: (?:is|was|are|were|now|also|locally|just|better|that|which|the|"
    rf"formerly|residents|locals|people|youths|kids)){{0,3}} $",
    re.IGNORECASE,
)
_HEAD = Pattern(
    r"\b(?:the|an?|this|that|our|its) (?:[\w'-]{1,15} ){0,2}?(?P<head>[a-z'-]{3,15}),?"
    r"(?: (?:is|was|are|were|now|also|locally|better|just|which|formerly)){0,3} $",
    re.IGNORECASE,
)
"""What it is that has the name: "the cut-through, known ..."."""
_IS_ONE = Pattern(
    r"\b(?:the|their|his|her|our) (?:[\w-]{2,15} )?(?P<head>[a-z-]{3,15})(?: [\w']{1,12}){0,4} "
    r"(?:is|was) $",
    re.IGNORECASE,
)
_DOERS = ("er", "or", "ist", "man", "men", "one", "two", "boy", "girl", "lad", "out", "other")
_A_PERSON = Pattern(rf"\b(?:{_PERSONS})\b", re.IGNORECASE)
_THEN_A_THING = Pattern(rf",? (?:the|this|an?|our) (?:\w{{2,12}} )?(?:{_THING})s?\b", re.IGNORECASE)


def _names_a_thing(note: Note, match: re.Match[str], end: int) -> bool:
    """Like "the scheme, known as Purple Flag" or "Known as the Triangle, the area …"; not like
    "the dealer for the block known as Mama"."""
    before, _ = note.around(match.start())
    if _THEN_A_THING.match(note.text, end):
        return True
    if match.group().lower().startswith("answer"):
        return False
    bare = not match.group("name").lower().startswith("the ")
    if bare and _A_PERSON.search(note.text, before, match.start()):
        return False
    if _OF_A_THING.search(note.text, before, match.start()):
        return True
    named = _HEAD.search(note.text, before, match.start())
    return named is not None and not _is_somebody(named.group("head").lower())


def _is_somebody(noun: str) -> bool:
    """Whether a noun is a person's, by what it is or how it ends ("runner", "fixer", "rioters")."""
    return bool(_A_PERSON.search(noun)) or noun in PARTS or noun.rstrip("s").endswith(_DOERS)


def _is_in_action(note: Note, at: int) -> bool:
    """A word like "Ghost" with a capital and a person's deed after it, or led in as a person."""
    word = note.words[at]
    if not word.is_capital or note.flat:
        return False
    return acts(note, at + 1, strictly=word.opens) or (not word.opens and led(note, at))


def _epithet(note: Note, at: int) -> Iterator[Span]:
    words, end = note.words, at + 2
    name = words[at + 1]
    if not name.is_capital or not (
        (name.low in GIVEN and name.low not in WORDS)
        or _is_shortened(note, at)
        or _is_said_to_be(note, at)
        or _is_called(note, at)
    ):
        return
    while (
        end < len(words)
        and words[end].is_capital
        and joins(words[end - 1], words[end])
        and may_be_name(words[end])
    ):
        end += 1
    if end < len(words) and words[end].low in TYPES and words[end].gap == " ":
        return
    yield Span("nickname", words[at].start, words[end - 1].end)


def _is_shortened(note: Note, at: int) -> bool:
    """Like "Tiny Tel": an epithet and a name cut short; not "in Little Bov"."""
    name = note.words[at + 1]
    stranger = not (name.english or name.place or name.is_shouted or name.low in FAMILY)
    return stranger and len(name.low) <= _SHORT and not place_led(note, at)


def _is_said_to_be(note: Note, at: int) -> bool:
    """Like "the collector on Mondays is Big Den": after somebody and "is", a short word."""
    name, place = note.words[at + 1], note.words[at].start
    one = _IS_ONE.search(note.text, note.around(place)[0], place)
    return one is not None and len(name.low) < _SHORT and _is_somebody(one.group("head").lower())


def _is_called(note: Note, at: int) -> bool:
    """Like "Little Tone and Dutch fell out", "Big Spud owes": an epithet and whatever word, with
    what persons do to one another."""
    words = note.words
    name = words[at + 1]
    if name.low in TYPES or name.low in PROPER or name.place or note.flat:
        return False
    return _BETWEEN_PERSONS.match(note.text, name.end) is not None


_EPITHET_WORDS = 2
"""More plain words than "the Ghost" are a title: "known as the Strategic Assessment"."""


def _spoken_name(note: Note, match: re.Match[str]) -> Span | None:
    """The name after a phrase that gives one: capitals or quotes, or a word that is no English."""
    start, text = match.start("name"), match.group("name")
    pieces = text.split(" ")
    if match.group("q"):
        close = note.text.find(match.group("q"), start, start + 40)
        return Span("nickname", start, close if close > start else match.end("name"))
    taken: list[str] = []
    for piece in pieces:
        low = piece.lower()
        if not (
            piece[0].isupper()
            or (low == "the" and not taken)
            or (len(low) > 2 and (not is_word(low) or (not taken and low in GIVEN)))
        ):
            break
        taken.append(piece)
    last = taken[-1].lower() if taken else "the"
    placed = (last in TYPES or note.is_place(last)) and last not in GIVEN
    if placed or last == "the":
        return None
    if len(taken) > _EPITHET_WORDS and all(is_word(piece.lower()) for piece in taken):
        return None
    if all(piece.isupper() and len(piece) > 1 for piece in taken) and not note.flat:
        return None
    return Span("nickname", start, start + len(" ".join(taken)))
