"""The words around a typed update: verbs of updating, courtesies, what makes a question.

They stand in `data/update_words.txt`, by the part they play; all are small words of the language.
"""

from __future__ import annotations

import re
from calendar import month_abbr
from functools import cache
from itertools import dropwhile, pairwise, product

from bot.core.dataclass import dataclass
from bot.reading.grammar import Sort, single_words
from bot.reading.tokens import tokens, within, word_sets

_PARTS = word_sets("update_words.txt")
_PARTS["courtesy"] |= word_sets("small_talk.txt")["greetings"]


@cache
def part(*names: str) -> frozenset[str]:
    """The words that play any of these parts."""
    return frozenset().union(*map(_PARTS.__getitem__, names))


AUXILIARIES, INTERROGATIVE, VERBS = part("auxiliaries"), part("interrogative"), part("verbs")
BETWEEN, COURTESY = part("between"), part("courtesy")
OTHER_SCHEMES = frozenset(word.replace("_", " ") for word in part("other_schemes"))
ASKING = part("interrogative", "auxiliaries", "asking")
STANDING = part("courtesy", "standing")
OF_ALL = part("courtesy", "hedges", "between", "standing", "ours", "fine", "again", "holding")
"""The words of a report of all one's actions."""
COMPOUNDS = {name.split()[1]: nouns for name, nouns in _PARTS.items() if name[:9] == "compound "}

_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z]\))\s")
_ADDRESS = re.compile(r"(?<![\w-])@?[\w-]{0,40}bot\b|/?\bcsp\b|/(?:action|priority)\b")
_GREETED = re.compile(r"^\W{0,8}(?:hi|hello|hey|dear)(?: [^\W\d_]{1,20}){1,2}\s?[,!\n]")
_LABEL = re.compile(r"[\s*_`,-]{0,8}(?:update|progress|notes?|comments?)\s{0,8}[:=-]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|@\S+")


def words_of(text: str) -> list[str]:
    """The words before a reference, without the bot's name, bullets and numbering."""
    plain = _ADDRESS.sub(" ", _NUMBERED.sub(" ", _GREETED.sub(" ", text))) + " "
    plain = re.sub(r"\bup[ -]date", "update", plain.replace("'re ", " are "))
    return [word.replace("'", "") for word in _WORD.findall(plain)]


def bare_words(text: str) -> list[str]:
    """The words of a text as questions are read: without contractions and marks."""
    return [token.word for token in tokens(text) if token.word.isalnum()]


def is_slip(word: str) -> bool:
    """Whether a word is "update" or "report" with a slip of the finger or two."""
    most = 2 if word.startswith("up") and len(word) > 4 else 1
    begins = len(word) > 3 and word[0] in "upr"
    return begins and any(within(word, verb, most) for verb in part("strong"))


def verb_in(text: str) -> int | None:
    """The number, among the words of a text, of the first verb of updating."""
    return next((n for n, w in enumerate(words_of(text)) if w in VERBS or is_slip(w)), None)


def is_strong(verb: str) -> bool:
    """Whether a verb reports progress even where no status follows: "update", also misspelt."""
    return verb in part("strong") or (verb not in VERBS and is_slip(verb))


def asks(text: str, *, verb: bool) -> bool:
    """Whether what stands in front makes a question: "is", "wondering who", "have we"."""
    words = words_of(re.split(r"[.,;:!\n]|\s-", text.rstrip())[-1])
    at = next((at for at, word in enumerate(words) if word not in COURTESY), len(words))
    stating = words[at - 1 : at + 1] == ["to", "do"] or words[at - 1 : at] in (["i"], ["we"])
    subjects = part("inverted") | {""}
    inverted = any(a in AUXILIARIES and b in subjects for a, b in pairwise([*words, ""]))
    if ((ASKING & {*words[at : at + 1]} or inverted) and not stating) or part("asked") & {*words}:
        return True
    return bool(words) and words[0] in part("asking_first") and not verb


@cache
def _asked_for() -> frozenset[str]:
    """What is asked of an action in one word: "partners", "history"."""
    return single_words(Sort.WANT).difference(part("telling"))


def asks_after(follows: str) -> bool:
    """Whether what follows a reference is a question: "?", and after it no statement."""
    asked, mark, after = follows.partition("\n")[0].partition("?")
    words, typed = words_of(after), {*words_of(asked)}
    supposes = "i" in typed and not part("supposed").isdisjoint(typed)  # "should be ok I think?"
    asks = bool(ASKING & {*typed, *words})
    return bool(mark) and not supposes and (asks or {*words} <= COURTESY)


def tells(follows: str) -> bool:
    """Whether what follows a reference, with no status, is a statement about it rather than words
    of a question: "nothing to report", "26 sessions held", "update: all fine"."""
    labelled = _LABEL.match(follows)
    words = words_of(follows[labelled.end() if labelled else 0 :].strip().partition("\n")[0])
    if len(words) < 2 or (INTERROGATIVE | _asked_for()) & {*words[:1], *words[-1:]}:
        return False
    # "now at 22 shops", not "at 30 June"
    rest = [*dropwhile(part("linking").__contains__, words), ""]
    things = {w for w in rest if w and not w.isdigit()} - BETWEEN - COURTESY
    counts = rest[0].isdigit() and things and rest[1][:3] not in _MONTHS
    return labelled is not None or words[0] in part("telling") or bool(counts) or happened(words)


_MONTHS = {name.lower() for name in month_abbr if name}


def happened(words: list[str]) -> bool:
    """Whether words say how a thing is: "the cameras are up"."""
    if {*words} & (INTERROGATIVE | _asked_for() | part("pointing")) or ASKING & {*words[:1]}:
        return False
    return any(word.removesuffix("nt") in AUXILIARIES for word in words[1:-1])  # "hasn't"


def events(words: list[str]) -> bool:
    """Whether words alone say what happened: "we lost a van", "all sessions booked"."""
    past = {w for w in words[1:] if w.endswith("ed")} - {"led", "reported", "supported", "updated"}
    return bool(past) or happened(words) or (len(words) > 1 and words[0] in {"i", "we"})


def repeats(words: list[str], *, of_one: bool = False) -> bool:
    """Whether words say no more than that something stands as before: "the usual", "same as last
    time", and `of_one` action "no progress"."""
    same = {("same", "as"), ("as", "before"), ("as", "last"), ("no", "change"), ("nothing", "new")}
    still = part("movement") if of_one else frozenset[str]()
    same |= {*product(("no", "nothing"), still)}
    again = not {"ditto", "something", "unchanged", "usual"}.isdisjoint(words)
    return (again or not same.isdisjoint(pairwise(words))) and {*words} <= OF_ALL | VERBS | still


def strange(text: str) -> list[str]:
    """The words of a text that an update has no place for."""
    plain = COURTESY | BETWEEN | VERBS
    return [word for word in words_of(text) if word not in plain and not is_slip(word)]


def is_courteous(text: str) -> bool:
    words = words_of(text)
    return all(word in COURTESY | VERBS or is_slip(word) for word in words)


def is_opening(text: str) -> bool:
    """Whether what is written before a report says nothing of the action: an apology, thanks, or
    how it came ("Kenward rang with their return")."""
    sentences = filter(None, map(words_of, re.split(r"[.:!?\n]", text)))
    plain, brought = COURTESY | VERBS | part("brought", "bringing"), part("brought")
    for words in sentences:
        sent = {*dropwhile(lambda word: word not in brought, words)} or {*words}
        if words[0] not in part("openers") and not sent <= plain:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Front:
    """The words in front of a reference: the verb of updating, if any, what stands before it and
    what stands between it and the reference."""

    text: str
    verb: str
    before: tuple[str, ...]
    between: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Front:
        """The front of a line, as it is seen."""
        words, verb = words_of(text), verb_in(text)
        if verb is None:
            return cls(text, "", tuple(words), ())
        return cls(text, words[verb], tuple(words[:verb]), tuple(words[verb + 1 :]))

    @property
    def asks(self) -> bool:
        """Whether it makes a question, or asks to be told ("update me on")."""
        text = " ".join(self.before) if self.verb else self.text
        return asks(text, verb=bool(self.verb)) or bool(part("people") & {*self.between})

    @property
    def requests(self) -> bool:
        """Whether it asks for something to be done: "can you", "could we"."""
        return bool(part("asking_first") & {*self.before})

    @property
    def is_noun(self) -> bool:
        """ "an update", "the latest report": no verb."""
        return bool(part("noun_after") & {*self.before[-1:]})

    @property
    def odd(self) -> bool:
        """Whether it holds words that an update has no place for."""
        front = COURTESY if self.verb else COURTESY | part("about") | BETWEEN
        return not (front >= {*self.before} and {*self.between} <= BETWEEN)
