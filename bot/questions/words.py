"""Words as people type them, made comparable: tokens, stems, small repairs of phone typing.

Knows nothing of plans. Pure and bounded: a text is read up to `MAX_CHARACTERS`, so that no
message, however long, can hold up an answer.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.questions.words_common import words_of

MAX_CHARACTERS = 600
MAX_TOKENS = 90

_MARKUP = re.compile(r"<[@#!][^>\s]*>|<https?:[^>|]*\|?([^>]*)>|https?://\S+")
_BOT = re.compile(r"^\s*@\S+\s*|^\s*/(?:csp|priority|action)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9][a-z0-9&]*(?:'[a-z]+)?|%|=")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-"})

_TYPED: dict[str, str] = {
    line.split("=")[0].strip(): line.split("=")[1].strip()
    for line in """
    whats = what is; what's = what is; wots = what is; wot = what; wat = what; wht = what
    whos = who is; who's = who is; whens = when is; when's = when is
    wheres = where is; where's = where is; hows = how is; how's = how is; whys = why is
    whove = who have; who've = who have; shouldve = should have; should've = should have
    hasnt = has not; hasn't = has not; havent = have not; haven't = have not; hadnt = had not
    isnt = is not; isn't = is not; arent = are not; aren't = are not; aint = is not
    dont = do not; don't = do not; doesnt = does not; doesn't = does not; didnt = did not
    didn't = did not; wont = will not; won't = will not; cant = can not; can't = can not
    cannot = can not; wasnt = was not; wasn't = was not; werent = were not
    weren't = were not; couldnt = could not; couldn't = could not; wouldnt = would not
    wouldn't = would not; shouldnt = should not; shouldn't = should not
    mustnt = must not; mustn't = must not; neednt = need not; needn't = need not
    weve = we have; we've = we have
    youve = you have; ive = i have; i've = i have; im = i am; i'm = i am; id = i would
    its = it is; it's = it is; thats = that is; that's = that is; theres = there is
    there's = there is; theyre = they are; they're = they are; were's = where is
    pls = please; plz = please; ppl = people; rn = right now; u = you; ur = your; r = are
    anyfin = anything; anythin = anything; anyfing = anything; nuffin = nothing; sumfin = something
    somethin = something; nothin = nothing; tmrw = tomorrow; tomoz = tomorrow; wk = week
    yr = year; yrs = years; qtr = quarter; gonna = going to; wanna = want to; gotta = got to
    n = and; cos = because; coz = because; bc = because
    shd = should; cld = could; abt = about; bout = about; agst = against; info = information
    sept = september; xmas = christmas; chrimbo = christmas; % = percent
    latests = latest; updats = updates; updat = update; hav = have; doin = doing; goin = going
    bein = being; dis = this; dat = that; dem = them; dey = they; wiv = with; bruv = mate
    yp = young people; nt = not; missuse = misuse; misues = misuse; stil = still; agencys = agencies
    nxt = next; lst = last; mth = month; mnth = month; mths = months; wks = weeks; b4 = before
    wen = when; hw = how; tmr = tomorrow; 2moro = tomorrow; evry = every; summat = something
    antisocial = anti social; kidz = kids; ne1 = anyone; sum1 = someone; thx = thanks
    cops = police; coppers = police; feds = police; thier = their; teh = the
    """.replace("\n", ";").split(";")
    if "=" in line
}


_KEEP = words_of(
    """
    news series species crisis basis analysis always this is was has his its us plus bus gas thus
    yes process address stress access loss glass grass ass boss class cross dress less business
    wellness illness witness stoned stuffed hammered sectioned homeless harass cannabis
    """
)


def clean(text: str) -> str:
    """The text as the reader takes it: markup, the bot's own name and odd quotes gone, bounded."""
    flat = unicodedata.normalize("NFKC", text[: MAX_CHARACTERS * 4]).translate(_QUOTES)
    flat = _MARKUP.sub(lambda m: f" {m.group(1) or ''} ", flat)
    flat = _BOT.sub(" ", flat)
    return " ".join(flat.split())[:MAX_CHARACTERS]


def normal(text: str) -> str:
    """Lower case, contractions written out, small phone spellings repaired: for the grammar."""
    return " ".join(tokens(text))


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in order, lower case, repaired; at most `MAX_TOKENS`."""
    found: list[str] = []
    for match in _WORD.finditer(clean(text).lower().replace("-", " ").replace("/", " ")):
        word = match.group()
        typed = _TYPED.get(word)
        if typed is None and word.endswith("'s"):
            typed = word[:-2]
        found.extend((typed or word.replace("'", "")).split())
    return tuple(found[:MAX_TOKENS])


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A light stem: plural, -ing, -ed, -ly and dropped g fold together ("smokin", "smoked").

    Not a linguist's stem: it only has to treat the question and the plan alike.
    """
    if len(word) <= 3 or word in _KEEP or any(letter.isdigit() for letter in word):
        return word
    base = _singular(word)
    for ending in ("ings", "ing", "edly", "ed", "ly"):
        if base.endswith(ending) and len(base) - len(ending) >= 3:
            return _trim(base[: -len(ending)])
    if base.endswith("in") and len(base) >= 6 and base[-3] not in "aeiou":
        return _trim(base[:-2])
    return _trim(base) if len(base) > 4 else base


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _trim(base: str) -> str:
    """ "robb" -> "rob", "abuse" -> "abus", "burgl" stays, "bully" -> "bulli"."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "sl":
        base = base[:-1]
    if len(base) > 3 and base.endswith("e"):
        return base[:-1]
    return base[:-1] + "i" if len(base) > 3 and base.endswith("y") else base


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order, stop words included."""
    return tuple(stem(token) for token in tokens(text))
