"""The status of a typed update: a whole phrase at the place of the status, or none.

"green Cameras are up" is on track. "delivered 30 of 60 sessions", "amber to green", "green waste
was cleared" and "a camera is broken" begin like a status and are sentences; "delayed" is a word of
another scheme, which may be at risk or off track here: of these nothing is taken, it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Set

from bot.core.dataclass import dataclass
from bot.core.status import BY_WORD, Status
from bot.disclosure.english import EVERYDAY
from bot.disclosure.patterns import Pattern
from bot.reading.grammar import Sort, all_words, phrase_at
from bot.reading.tokens import TypedText, tokens, within
from bot.reading.update_words import COMPOUNDS, OTHER_SCHEMES, part

_OWN_WORDS = frozenset({"complete", "done"})
_BY_DECISION = frozenset({"deferred", "cancelled", "canceled"})
_NO_SIGN = frozenset({"a", "risk"})
"""Words that begin any sentence: no sign of a report."""


def _pattern(word: str) -> str:
    return r"[\s_-]*".join(re.escape(part) for part in re.split(r"[\s_]", word))


_WORDS = "|".join(_pattern(word) for word in sorted(BY_WORD, key=len, reverse=True))
EDGED = rf"(?:(?<!\w)(?:{_WORDS})(?!\w))"
"""The pattern of a word for a status."""
_STATUS = re.compile(EDGED)
_WORD = re.compile(r"[^\W\d_]+(?!\w)")
_TWO_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,30}[\s_-]{1,3}[^\W\d_]{1,30}(?!\w)")
_NEXT = re.compile(r"\s{1,8}([^\W\d_]+)")
_ANY_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_WORD_OR_STATUS = re.compile(rf"{EDGED}|[^\W_]+(?:'[^\W_]+)*")
_END = r"[\s)]{0,12}(?:$|[\n,;:.!|=(>/…]|-{1,8}(?:\s|$)|\s-)"
_ENDS = re.compile(_END)
_CLOSED = re.compile(r"\s{0,8}\)")
_ASKED = re.compile(r"[\s)]{0,12}\?")
_BY_NOW = re.compile(
    rf"\s(?:now|currently|today|at present|at the moment|as of (?:now|today))\b(?={_END})"
)
_HEDGED = re.compile(r"(?:\s(?:a bit|a little|slightly|so far|now|yet|again|overall)\b){1,3}")
_LONGEST = 60
"""Letters of a status in other words."""
_SHORT, _LONG = 4, 8
"""A word of so many letters is too like others; one of so many may have two slips."""
BECAUSE = re.compile(r"\s{1,8}(?:because|due|until|till|pending|since|as|following|after)\b")
_OPEN = re.compile(
    rf"\s{{1,8}}(?:{'|'.join(sorted(part('supposing')))}|soon|by|or|to|apart|except|excepting|bar"
    r"|barring|other than|subject to|depend(?:ent|ing|s)|(?:as|so) long as|on (?:the )?condition)\b"
    r"|[\s-]?ish\b"
)
"""A condition, a limit or an exception right after a status: it does not hold as it stands."""
_BESIDE = Pattern(rf"\s{{0,8}}(?:[(/-]\s{{0,8}}|(?:or|and)\s)?({EDGED})")
_ALTERNATIVE = Pattern(rf"{EDGED}\s{{1,8}}or\b(?:\s{{1,8}}{EDGED})?")
_FIGURE = re.compile(r"\s{1,8}\d")
_GOES_ON = re.compile(
    r"\s{1,8}(?:\d|(?:an?|the|of|with|in|on|for|up|some|most|half|only|about|nearly|our|their|its|"
    r"my|this|that|these|those|one|two|three|four|five|six|seven|eight|nine|ten|both|several)\b)"
)


@dataclass(frozen=True, slots=True)
class StatusPlace:
    """What stands at the place of the status, from `start` to `end`. `status`: a whole phrase;
    `begins`: it begins like one; `guess`: a status slightly misspelt; `elsewhere`: none stands
    here, and the sentence speaks of one."""

    status: Status | None
    end: int
    start: int = 0
    begins: bool = False
    guess: Status | None = None
    elsewhere: bool = False

    @property
    def at_place(self) -> bool:
        """Whether anything like a status stands here."""
        return self.begins or self.guess is not None


def status_at(
    text: TypedText, at: int, end: int, *, linked: bool = False, polite: bool = False
) -> StatusPlace:
    """The status at place `at` of a text read up to `end`; `linked`: "to", "as" or a colon led
    to it; `polite`: it was asked for ("can you set ASB3 to green?"), so that "?" ends it."""
    match = _STATUS.match(text.seen, at, end)
    if match is None:
        meant, ends = _guess(text.seen, at, end)
        if meant:
            guess: Status | None = BY_WORD[meant]
            sure = _is_sure(meant, text.seen[at:ends]) and bool(_ENDS.match(text.seen, ends, end))
        else:
            guess, ends = _in_words(text.seen, at, end)
            sure = guess is Status.NOT_STARTED  # a fact, whose words leave no doubt
        return StatusPlace(guess if sure else None, ends, at, begins=sure, guess=guess)
    status, word = _named(match.group()), plain_word(match.group())
    last = _said_twice(word, text, match.end(), end)
    by_now = _BY_NOW.match(text.seen, last, end)
    last = by_now.end() if by_now else last
    if not _is_whole(word, text, last, end, linked=linked, polite=polite):
        return StatusPlace(None, match.end(), at, begins=word not in _NO_SIGN)
    return StatusPlace(status, last, at, begins=True)


def _said_twice(word: str, text: TypedText, at: int, end: int) -> int:
    """Where the status ends that a word says, with one behind it that says the same ("green (on
    track)"); another that stands there is the note's to say."""
    match = _BESIDE.match(text.seen, at, end)
    if match is None or _named(match[1]) is not _named(word):
        return at
    opened = "(" in match.group()
    letter = match[1].isalpha() and len(match[1]) == 1 and not opened  # "G:0"
    ended = (_CLOSED if opened else _ENDS).match(text.seen, match.end(), end) is not None
    return match.end() if ended and not letter else at


def speaks_of_status(seen: str, start: int, end: int, *, firm: bool = False) -> bool:
    """Whether a status is spoken of between two places, other than by a letter or "risk"; `firm`:
    by what no sentence holds by chance (a colour, "on track", a mark)."""
    words = {plain_word(match.group()) for match in _STATUS.finditer(seen, start, end)}
    return any(is_firm(word) if firm else word not in _NO_SIGN for word in words)


def is_alternative(seen: str, at: int, end: int) -> bool:
    """Whether it is asked if this status or another holds at a place: "amber or red"."""
    either = _ALTERNATIVE.match(seen, at, end)
    return either is not None and (not seen[either.end() : end].strip() or "?" in seen[at:end])


def status_before(seen: str, start: int, end: int, aside: Set[str]) -> StatusPlace | None:
    """The last status between two places behind which nothing stands but words `aside`, or None:
    "Complete: SAF2", "gren for DA2"."""
    for word in reversed(list(_WORD_OR_STATUS.finditer(seen, start, end))):
        match = _STATUS.match(seen, word.start(), end)
        plain = plain_word(match.group()) if match else ""
        meant, ends = ("", match.end()) if match else _guess(seen, word.start(), end)
        named = (plain or meant) and plain not in part("letters") | _NO_SIGN
        if named and {m.group() for m in _ANY_WORD.finditer(seen, ends, end)} <= aside:
            status = None if plain in OTHER_SCHEMES else _named(plain)
            begins = plain not in part("status_verbs")
            return StatusPlace(status, ends, word.start(), begins, BY_WORD.get(meant))
    return None


def plain_word(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word)


def _named(word: str) -> Status | None:
    return BY_WORD.get(word) or BY_WORD.get(plain_word(word))


def is_firm(word: str) -> bool:
    sentence = OTHER_SCHEMES | _OWN_WORDS | _BY_DECISION | part("status_verbs")
    return word not in sentence and (len(word) > 2 or not word.isalpha())


def _is_whole(word: str, text: TypedText, at: int, end: int, *, linked: bool, polite: bool) -> bool:
    """Whether a status word is all there is at its place, judged by what follows it."""

    def follows(pattern: re.Pattern[str]) -> bool:
        return pattern.match(text.seen, at, end) is not None

    if follows(_ASKED):
        return polite and word not in OTHER_SCHEMES
    if word in OTHER_SCHEMES or follows(_OPEN) or _compounds(word, text, at, end):
        return False
    closed = text.seen[at : at + 1] == " " and not text.typed[text.places[at]].isspace()
    if follows(_ENDS) or (closed and not follows(_GOES_ON)):  # a mark unseen: "*deferred*"
        return True
    if word in part("letters"):
        return False
    if word in part("status_verbs") | _BY_DECISION:
        return follows(BECAUSE)
    if word not in _OWN_WORDS or not follows(_GOES_ON) or text.is_capital(at, end):
        return True  # a capital begins the note's own sentence
    return linked and not follows(_FIGURE)


def _compounds(word: str, text: TypedText, at: int, end: int) -> bool:
    """Whether a colour and the noun after it are one thing: "green waste", "red tape"."""
    following = _NEXT.match(text.seen, at, end)
    nouns = COMPOUNDS.get(word, frozenset())
    noun = following.group(1) if following else ""
    return noun in nouns or noun.removesuffix("s") in nouns


def _in_words(seen: str, at: int, end: int) -> tuple[Status | None, int]:
    """The mildest status that is said in other words at a place, up to a mark ("going well: ...",
    "hasn't started, ..."), and where they end."""
    typed = tokens(seen[at : min(end, at + _LONGEST)])
    ahead = len(typed) > 1 and typed[0].start == typed[1].start  # "hasn't"
    entry = phrase_at(token.word for token in typed[ahead:])
    if entry is None or entry.sort is not Sort.STATUS or not seen[at].isalpha():
        return None, at
    last = at + typed[ahead + entry.length - 1].end
    hedged = _HEDGED.match(seen, last, end)
    ends = hedged.end() if hedged else last
    if not _ENDS.match(seen, ends, end):
        return None, at
    return min(map(Status, entry.values), key=[*Status].index), ends


def _is_sure(meant: str, typed: str) -> bool:
    """Whether a word misspelt can be nothing else: its words are long, and no others of English."""
    slips = {*plain_word(typed).split()} - {*meant.split()}
    english = (len(word) < 3 or word in EVERYDAY or word in all_words() for word in slips)
    return len(meant) > _SHORT and not any(english)


def _guess(seen: str, at: int, end: int) -> tuple[str, int]:
    """The word for a status that a word or two at a place are one slip away from ("ambr", "on
    trak"), or "", and where they end."""
    for pattern, least in ((_TWO_WORDS, 6), (_WORD, 4)):
        match = pattern.match(seen, at, end)
        typed = plain_word(match.group()) if match else ""
        if match is None or len(typed) < least:
            continue
        deed = typed + ("d" if typed + "d" in BY_WORD else "ed")
        if deed in BY_WORD:  # "can you close ASB3"
            return deed, match.end()
        slips = 2 if len(typed) >= _LONG and " " not in typed else 1
        near = [w for w in BY_WORD if w[0] == typed[0] and w not in part("status_verbs")]
        near = [w for w in near if w.count(" ") == typed.count(" ") and within(typed, w, slips)]
        least_odd = min((len({*w} ^ {*typed}) for w in near), default=0)
        meant = {BY_WORD[w]: w for w in sorted(near, key=len) if len({*w} ^ {*typed}) == least_odd}
        if len(meant) == 1:  # "gren" has the letters of "green", not of "grey"
            return meant.popitem()[1], match.end()
    return "", at
