"""The index of ways of saying: grammar and filler from data files, names from the plan.

    lexicon = Lexicon(plan, taught, area)     built once for a version of the plan
    lexicon.at(tokens, place) -> Entry | None  the longest way of saying that begins there

An `Entry` has a `sort`, a `value`, and the number of tokens it takes. Whatever is said of a
partnership comes from its plan, its area and the words it taught.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from bot.areas import Area
from bot.core.plan import EVERYONE, Plan, ref_key, ref_name
from bot.disclosure.english import ENGLISH, EVERYDAY
from bot.reading.bodies import kinds_of_body, of_kind, written_short
from bot.reading.concepts import all_concepts, is_common
from bot.reading.grammar import (
    SLIP_FROM,
    Entry,
    Sort,
    all_words,
    grammar_words,
    phrase_at,
    single_words,
    words_after,
    words_by_letters,
)
from bot.reading.named_periods import FIRST_WORDS, calendar_words
from bot.reading.plan_texts import (
    Called,
    Names,
    add_name,
    groups,
    initials_of,
    neighbours,
    parts_of,
    words_of,
)
from bot.reading.slips import SURE_FROM, apart, by_ear, nearest, sound
from bot.reading.tokens import Kind, Token, stem, typed_words, within, words


class Lexicon:
    """Everything that can be recognised in a text about `plan`; immutable once built."""

    def __init__(
        self, plan: Plan, taught: Iterable[tuple[str, str]] = (), area: Area | None = None
    ) -> None:
        self.plan = plan
        self.taught = tuple(taught)
        names_of = filter(None, (name for a in plan.actions for name in (a.ref, a.alt_ref)))
        self.references = frozenset(map(ref_name, names_of))
        self.groups = groups(plan)
        keys = filter(str.isalnum, map(ref_key, self.references))
        self.prefixes = frozenset(re.sub(r"\d.*", "", key).lower() for key in keys)
        self.shouted = {
            name.lower()
            for agency in plan.agencies
            for name in (agency.code, *agency.aliases)
            if name.isupper()
            and _english(name)
            and name.lower() not in {also.lower() for also in agency.aliases if also != name}
        }
        self.shouted |= {p.code.lower() for p in plan.priorities} & all_words()  # "ON", not "on"
        names: Names = defaultdict(lambda: defaultdict(dict))
        self._add_agencies(names, area or Area())
        self._add_priorities(names)
        for word, target in self.taught:
            self._add_taught(names, word, target)
        self._called = Called(names)
        self._exact = self._single_words(area or Area())
        self._known: dict[str, list[str]] = defaultdict(list)
        called = " ".join(name for calls, _ in kinds_of_body() for name in calls)
        of_bodies = {word for word in called.split() if len(word) > 4}
        for known in sorted(grammar_words() | words_of(plan) | calendar_words() | of_bodies):
            self._known[known[0]].append(known)
        self._pairs = neighbours(plan)
        self._name_words = frozenset(word for stemmed in names for word in stemmed)
        firsts = (words(agency.name)[0] for agency in plan.agencies)
        self.places = {word for word in firsts if word not in ENGLISH}  # "Ashgarth Police"

    def _add_agencies(self, names: Names, area: Area) -> None:
        for agency in self.plan.agencies:
            full = {agency.name, agency.short, agency.name.partition(" (")[0]}
            also = {*agency.aliases, *area.agency_names.get(agency.code, ())}
            for name in full | also:
                add_name(names, name, Sort.AGENCY, agency.code, named=name in full)
            if agency.code != EVERYONE:
                add_name(names, agency.code, Sort.AGENCY, agency.code, named=True)
        self._several: dict[tuple[str, ...], tuple[str, ...]] = {}
        own = {stemmed for stemmed, sorts in names.items() if Sort.AGENCY in sorts}
        for agency in self.plan.agencies:
            for name in written_short(agency.name):
                add_name(names, name, Sort.AGENCY, agency.code, named=True, unless=own)
        for calls, kinds in kinds_of_body():
            codes = of_kind(kinds, self.plan.agencies)
            for name in calls:
                if len(codes) > 1 and name.endswith("s"):
                    self._several[tuple(words(name))] = codes
                for code in codes:
                    add_name(names, name, Sort.AGENCY, code, unless=own)

    def _single_words(self, area: Area) -> frozenset[str]:
        """Names of one word, as they are written: "fires" is not the fire service."""
        written = {word for names, _ in kinds_of_body() for word in names}
        written |= {word.removeprefix("the ") for word, _ in self.taught}
        for agency in self.plan.agencies:
            written |= {agency.code, agency.name, agency.short, *agency.aliases}
            written |= set(area.agency_names.get(agency.code, ()))
        plain = {" ".join(words(name)) for name in written}
        return frozenset(name for name in plain if " " not in name.removeprefix("the "))

    def _add_priorities(self, names: Names) -> None:
        for priority in self.plan.priorities:
            for name in {priority.code, priority.name, priority.short, *parts_of(priority.short)}:
                add_name(names, name, Sort.PRIORITY, priority.code, named=True)
            for name in initials_of(priority.short):
                word = name in EVERYDAY or name in all_words() or name in ENGLISH
                if not (word or names.get((stem(name),))):  # an agency's code is nothing else
                    add_name(names, name, Sort.PRIORITY, priority.code, named=True)
            for alias in priority.aliases:
                begins = priority.name.lower().startswith(alias.lower())
                add_name(names, alias, Sort.PRIORITY, priority.code, named=begins)

    def _add_taught(self, names: Names, word: str, target: str) -> None:
        if action := self.plan.find(target):
            add_name(names, word, Sort.TAUGHT, action.ref)
        elif agency := self.plan.agency(target):
            add_name(names, word, Sort.AGENCY, agency.code)
        elif any(priority.code == target for priority in self.plan.priorities):
            add_name(names, word, Sort.PRIORITY, target)

    def at(self, tokens: Sequence[Token], place: int) -> Entry | None:
        """The longest way of saying that begins at `place`; of equal length a name comes first."""
        phrase = phrase_at(tokens[n].word for n in range(place, len(tokens)))
        name = self._name_at(tokens, place)
        if phrase is None or name is None:
            return phrase or name
        return name if name.length >= phrase.length else phrase

    def _name_at(self, tokens: Sequence[Token], place: int) -> Entry | None:
        token = tokens[place]
        if token.word in self.groups:
            return self.groups[token.word]
        for used in (3, 2, 1):
            run = tuple(t.word for t in tokens[place : place + used])
            if several := self._several.get(run):
                return Entry(Sort.AGENCY, several, len(run))
        plain = token.word in self.shouted and not token.capital
        common = plain and not self._has_article(tokens, place)
        for entry, used in self._called.at(tokens, place):
            place_name = entry.sort is Sort.AGENCY and _is_place(tokens, place) and not token.owns
            read = tuple(stem(t.word) for t in tokens) if token.word.upper() in entry.values else ()
            subject = not token.capital and all_concepts().is_in_phrase(read, place)
            alone = common or place_name or subject
            if used == 1 and alone and not _calls_for_name(tokens, place):
                continue
            long = entry.length > 1 or entry.sort is not Sort.AGENCY
            single = token.word.removesuffix("s") if token.word not in ENGLISH else ""
            exact = not self._exact.isdisjoint({token.word, single})  # "the CCGs"
            if long or exact or self._has_article(tokens, place):
                return entry if used == entry.length else replace(entry, length=used)
        return None

    def _has_article(self, tokens: Sequence[Token], place: int) -> bool:
        """ "The Met": a name that is written with an article is one beside it."""
        beside = place > 0 and tokens[place - 1].word in {"the", "us"}
        named = f"the {tokens[place].word}" in self._exact
        return named and (beside or _calls_for_name(tokens, place) or _does(tokens, place))

    def knows(self, word: str) -> bool:
        """Whether a word is of the grammar, a date or a name as it is written (not "kenwards")."""
        owned = word.endswith("s") and word[:-1] in self._exact and word not in ENGLISH
        plain = word in all_words() or word in FIRST_WORDS
        return plain or (stem(word) in self._name_words and not owned)

    def mended(self, word: str) -> str:
        """The word of the grammar or of a name that `word` is a slip of ("cccs": CCC), or ""."""
        if word.endswith("s") and word[:-1] in self._exact and word not in ENGLISH:
            return word[:-1]
        if len(word) == SLIP_FROM - 1 and word not in ENGLISH and word.isalpha():
            status = sorted(w for w in single_words(Sort.STATUS) if w[0] == word[0])
            longer = [w for w in self._known.get(word[0], ()) if len(w) > len(word)]
            if is_common(word):  # "wher", but no "ward"
                longer = [w for w in longer if stem(w) == word and w != f"{word}s"]
            return by_ear().get(word) or nearest(word, [*status, *longer])
        if len(word) < SLIP_FROM or word in ENGLISH or not word.isalpha():
            near = by_ear().get(word) or by_ear().get(sound(word), "") * (word not in ENGLISH)
            return near if len(word) > 2 and (word in by_ear() or within(near, word, 1)) else ""
        sounding = by_ear().get(sound(word), "") * (len(sound(word)) >= SLIP_FROM - 1)
        near = sounding * within(sounding, word, 2) or nearest(word, self._known.get(word[0], ()))
        another = len(near) == len(word) and sorted(near) != sorted(word)
        denying = any(near in single_words(s) for s in (Sort.NOT, Sort.EXCEPT, Sort.NEITHER))
        dated = len(near) < SURE_FROM and near in calendar_words()  # "marsh" is no "march"
        return "" if another and (denying or dated) else near  # "larking" is not "lacking"

    def _turned(self, word: str) -> str:
        """The short word two of whose letters change places in this ("lsit", "ccvt"), or ""."""
        short = words_by_letters().get("".join(sorted(word)), ())
        alike = (w for w in (*short, *self._known.get(word[:1], ())) if sorted(w) == sorted(word))
        strange = word.isalpha() and not is_common(word)
        return "" if not strange else next((w for w in alike if within(w, word, 1)), "")

    def written_out(self, word: str, after: str) -> str:
        """The word of a name that `word` is the beginning of ("dom abuse"), or ""."""
        if len(word) < 3 or word in ENGLISH:
            return ""
        firsts = (w for w, later in self._pairs.items() if after in later and w.startswith(word))
        return next(firsts, "")

    def mended_beside(self, word: str, before: str) -> str:
        """The word that `word` is a slip of because `before` begins a name with it or, of a word
        nobody knows, a way of saying ("on trak"); else ""."""
        known = word in ENGLISH or self.knows(word)
        if not known and (turned := self._turned(word)):
            return turned
        is_it = (before, word) in self._several or (known and before in all_words())  # "the count"
        named = set[str]() if is_it else self._pairs.get(before, set())
        strange = before and len(word) > 2 and word.isalpha() and not known
        near = sorted(named | words_after(before)) if strange else named if len(word) > 3 else ()
        near = [w for w in near if w != word and w[0] == word[0]]
        short = [w for w in near if strange and w in named and re.fullmatch(".*".join(word), w)]
        slipped = sorted((w for w in near if within(w, word, 1)), key=partial(apart, word))
        return "".join(slipped[:1] or short[:1])  # "stds"

    def priority_marked(self, number: int, letter: str) -> str:
        """The code of the priority with that letter, or that number in the document, or ""."""
        refs = {a.ref.rstrip("0123456789").lower(): a.priority for a in self.plan.actions}
        numbered = (p.code for p in self.plan.priorities if p.number == number)
        return refs.get(letter) or next(numbered, "")

    def reference(self, text: str) -> str:
        """The reference of an action in any usual spelling, or ""."""
        action = self.plan.find(text)
        return action.ref if action else ""


_AT = frozenset({"in", "across", "around", "within", "outside", "near", "at", "over"})  # a place


def _english(code: str) -> bool:
    """Whether an agency's code is also a word, one as it is typed (HW), or one letter (R)."""
    word = code.lower()
    typed = len(code) < 2 or word in EVERYDAY or (len(code) < 3 and word in typed_words())
    return typed or word in all_words() or code.upper() == EVERYONE


def _calls_for_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether "led by" or the like is beside a word, and the word has no task of its own there as
    "who" has in "who leads"."""
    after = [token.word for token in tokens[place + 1 : place + 3]]
    if tokens[place].word in all_words() and (after[:1] != ["led"] or after[1:] == ["the"]):
        return False
    near = {t.word for t in (*tokens[max(place - 2, 0) : place], *tokens[place + 1 : place + 2])}
    things = not _BEHIND_NAME.isdisjoint(after[:1])  # "bid ones", "bid only"
    return things or bool(near & {"led", "agency", "lead", "leads", "partner"})


_BEHIND_NAME = frozenset({"actions", "only", "ones"})


def _does(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is followed by what is said of an agency: "met led", "met reds", "by met"."""
    before = tokens[place - 1].word if place else ""
    after = phrase_at(token.word for token in tokens[place + 1 :])
    of_agency = after is not None and after.sort in _SAID_OF_AGENCIES and before not in _BEING
    return tokens[place].owns or before == "by" or of_agency


_SAID_OF_AGENCIES = frozenset({Sort.ROLE, Sort.NOUN, Sort.STATUS, Sort.STATE, Sort.OR, Sort.AND})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "not", "have", "has", "had", "never"})


def _is_place(tokens: Sequence[Token], place: int) -> bool:
    """ "Across the county", "in the park": where something is, and no agency."""
    before = [token.word for token in tokens[max(place - 2, 0) : place]]
    return before[1:] == ["the"] and before[0] in _AT


def is_word(token: Token) -> bool:
    """Whether a token can carry meaning: a word or a number."""
    return token.kind in {Kind.WORD, Kind.NUMBER}
