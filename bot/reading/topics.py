"""Words that are about something -> the priorities and actions of a plan, and how sure that is.

Retrieval over the plan's own texts (stems and their rarity) and over concepts. `Topics.about` only
scores; `place` decides: one priority with its closest actions, a question back, or nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.core.plan import Action, Plan
from bot.disclosure.english import ENGLISH
from bot.reading import concepts
from bot.reading.about import About, Placed
from bot.reading.concepts import HINT, PHRASE, PLAIN, TOGETHER, Stems, is_telling, leaning, weights
from bot.reading.plan_texts import NAME, Homes, content_of, names_of, ranked, text_of
from bot.reading.tokens import stem, stems, words

MEANS = "~"  # before the name of what an action does, among the words of its text
STRANGE, GENERAL, MEANT = 0.5, 0.75, 0.75
"""Shares of a weight: of a concept in an action of a strange priority, of one as wide as its head,
and of a word that only means what an action says."""
CLEAR, OFFERED, OUTWEIGHS, CERTAIN = 2.4, 0.4, 1.5, 4.0
WORD, PINNED, NEAR, STANDS_OUT = 1.3, 1.9, 1.25, 1.4
NEARLY, FAINTLY, LEAST, LEANS, SETTLES, FEW = 0.8, 0.6, 0.35, 2.0, 2.0, 3
ASKED_AGAIN = 32  # texts whose scores are kept: the same words are asked about several times
MOST, OUTRIGHT, SPOKEN_OF = 5, 0.8, 0.8
"""Actions offered at most; and how far one must speak of a concept that no priority carries."""

_ENDING = re.compile(r"(?<=.{5})(?:ation|ion|ment|ance|ence|er)$")  # of some of a word's family


def _outright(holders: dict[str, float]) -> dict[str, float]:
    return {ref: held for ref, held in holders.items() if held >= OUTRIGHT}


class Topics:
    """The index of one plan's texts; `speaking`: concept -> action -> how far it speaks of it."""

    def __init__(self, plan: Plan, taught: Iterable[tuple[str, str]] = ()) -> None:
        self.plan = plan
        self.about = lru_cache(maxsize=ASKED_AGAIN)(self._about)
        self._name_stems = {p.code: frozenset(stems(p.name)) for p in plan.priorities}
        own = [(code, stems(word), NAME) for word, code in taught if code in self._name_stems]
        self._of = {action.ref: action.priority for action in plan.actions}
        self._named = frozenset().union(*self._name_stems.values())
        self._known = concepts.all_concepts()
        self._names = [(phrase, code, w) for code, phrase, w in (*names_of(plan), *own)]
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, float]]] = defaultdict(list)
        for name in self._names:
            self._by_first[name[0][0] if name[0] else ""].append(name)
        self._homes = Homes(self._names)
        heads = {names[0] for names in self._known.heads.values() if names}
        self._general = {name for name in self._known.concepts if stems(name) in heads}
        self.speaking: dict[str, dict[str, float]] = defaultdict(dict)
        self._postings: dict[str, list[str]] = defaultdict(list)
        self._kin: dict[str, list[str]] = defaultdict(list)
        for action in plan.actions:
            self._read(action)
        self._homes.heed(self.speaking, self._of)
        self._carried = {name: self._carriers(name) for name in self._known.concepts}
        total = len(plan.actions)
        plain = {stem(w) for a in plan.actions for w in words(text_of(a)) if w in ENGLISH}
        self._worth: dict[str, float] = {}
        for word, refs in self._postings.items():
            rarity = math.log((total + 1) / len(refs)) / math.log(total + 1)
            faint = word in plain and not is_telling(word)
            share = MEANT if word[0] == MEANS else FAINTLY if faint else 1.0
            self._worth[word] = rarity * share * WORD

    def _read(self, action: Action) -> None:
        read = stems(text_of(action))
        for word in dict.fromkeys(content_of(read)):
            self._postings[word].append(action.ref)
            self._kin[_ENDING.sub("", word)].append(word)
        for pair in pairwise(read):
            self._kin[stem("".join(pair))] += pair  # "throwlines"
        for name in weights(concepts.all_means().signs(read)):
            self._postings[MEANS + name].append(action.ref)
        for name, weight in weights(self._known.signs(read)).items():
            homes = self._homes.of[name]
            share = 1.0 if action.priority in homes or not homes else STRANGE
            self.speaking[name][action.ref] = share * min(weight, PLAIN) / PLAIN

    def _about(self, text_stems: tuple[str, ...]) -> About:
        """What a text's stems point at."""
        spoken = weights(self._known.signs(text_stems))
        content = tuple(dict.fromkeys(content_of(text_stems)))
        priorities: dict[str, float] = defaultdict(float)
        actions: dict[str, float] = defaultdict(float)
        clear = {name for name, weight in spoken.items() if weight >= TOGETHER} - self._general
        narrow = {head for name in clear for head in self._known.concepts[name]}
        for name, weight in spoken.items():  # "nicked" says little where "shops" says what
            beside = STRANGE if narrow.intersection(self._known.concepts[name]) else 1.0
            share = GENERAL * beside if name in self._general else 1.0
            for code, carried in self._carried[name].items():
                priorities[code] += weight * carried
            outright = self.speaking.get(name, {})
            outright = outright if self._homes.of[name] else _outright(outright)
            for ref, held_by in outright.items():
                actions[ref] += weight * share * held_by / math.sqrt(len(outright))
        called = self._called(text_stems)
        for code, weight in called:
            priorities[code] = max(priorities[code], weight)
        means = (MEANS + name for name, _ in concepts.all_means().signs(text_stems))
        joined = (stem(one + other) for one, other in pairwise(text_stems))  # "camper vans"
        typed = (own for word in (*content, *joined) for own in self._own(word))
        reached = {w: self._postings[w] for w in (*typed, *means) if w in self._postings}
        worth: dict[str, float] = defaultdict(float)
        literal, meant = Counter[str](), Counter[str]()
        for word, by in reached.items():
            (meant if word[0] == MEANS else literal).update(by)
            each = self._worth.get(word, 0.0)
            for ref in by:
                worth[ref] += each
        held = literal | meant if meant else literal
        for ref, number in held.items():
            actions[ref] += worth[ref] if number > 1 else min(worth[ref], STANDS_OUT * WORD)
        best_first = ranked(actions)
        best: dict[str, float] = {}
        for ref, score in best_first.items():
            best.setdefault(self._of[ref], score)
        for code, score in best.items():
            priorities[code] += 0.35 * min(score, 4.0)
        named = tuple(dict.fromkeys(code for code, weight in called if weight == NAME))
        headed = {name: by for name, by in spoken.items() if self._known.concepts[name]}
        of = [self.speaking.get(name, {}) for name in spoken if name not in headed]
        own = frozenset(ref for holders in of for ref in _outright(holders))
        return About(content, headed or spoken, ranked(priorities), best_first, named, held, own)

    def _own(self, word: str) -> Iterable[str]:
        """The plan's words for one: itself, or its family's; or the two that it is written of."""
        return (word,) if word in self._postings else self._kin.get(_ENDING.sub("", word), ())

    def bearing(self, content: tuple[str, ...]) -> str:
        """The one priority whose name holds all of these stems, or begins with them, or ""."""
        held = [code for code, name in self._name_stems.items() if name.issuperset(content)]
        begun = [c for c in held if stems(self.plan.priority(c).name)[: len(content)] == content]
        codes = begun if len(held) > 1 else held
        return codes[0] if content and len(codes) == 1 else ""

    def _called(self, read: tuple[str, ...]) -> list[tuple[str, float]]:
        return [
            (code, weight)
            for place, word in enumerate(read)
            for phrase, code, weight in self._by_first.get(word, ())
            if read[place : place + len(phrase)] == phrase
            and not (word.upper() == code and self._known.is_in_phrase(read, place))
        ]

    def _carriers(self, name: str) -> dict[str, float]:
        """The priorities a concept belongs to; with none of its name, those that speak of it (of
        one as wide as its head: that speak of any of the head's)."""
        head = [code for main in self._known.concepts[name][:1] for code in self._homes.codes[main]]
        speaking = [self._of[ref] for ref in _outright(self.speaking.get(name, {}))]
        wide = head if name in self._general else ()
        return self._homes.of[name] or dict.fromkeys(wide or speaking, SPOKEN_OF)

    def pinned(self, about: About, most: int = 3, least: float = PINNED) -> tuple[str, ...]:
        """The actions the words point at: the best and its near equals; none when too many are."""
        best = max(about.actions.values(), default=0.0)
        near = tuple(ref for ref, score in about.actions.items() if score >= NEARLY * best)
        return near if len(near) <= most and best >= least else ()

    def told_of(self, about: About) -> tuple[str, ...]:
        """The one action of a word that no other holds, and of half of what was said."""
        (ref, best), (_, second) = [*about.actions.items(), ("", 0.0), ("", 0.0)][:2]
        held = about.held[ref]
        carried = all(self._carried[n] for n, by in about.concepts.items() if by >= TOGETHER)
        alone = best >= max(WORD, STANDS_OUT * second) or second == 0 < held == len(about.content)
        return (ref,) if carried and alone and held >= max(1, len(about.content) / 2) else ()

    def closest(self, about: About, code: str) -> tuple[str, ...]:
        """The actions of one priority nearest to the words, best first."""
        inside = [(ref, score) for ref, score in about.actions.items() if self._of[ref] == code]
        floor = max(1.0, 0.55 * inside[0][1]) if inside else 0.0
        near = [ref for ref, score in inside if score >= floor][:3]
        own = [ref for ref, _ in inside if ref in about.subject]
        return tuple(dict.fromkeys((*own, *near)))[:MOST]

    def _alike(self, about: About, refs: tuple[str, ...]) -> tuple[str, ...]:
        """These and the few of other priorities that hold each word, or speak of the one thing."""
        holders = [{*self._postings.get(word, ())} for word in about.content]
        every = set[str]().union(*holders[:1]).intersection(*holders)
        things = [n for n, by in about.concepts.items() if by >= PHRASE and n not in self._general]
        beside = (word for word in about.content if not self._known.is_of_sign(word))
        apart = any({*self._postings.get(w, "-")} <= {*refs} for w in beside)  # "covert cameras"
        if len(things) == 1 and {*stems(things[0])} <= {*about.content} and not apart:
            every |= {r for r, held_by in self.speaking[things[0]].items() if held_by >= STRANGE}
        others = (ref for ref in about.actions if ref in every)
        few = len(every) <= FEW and every & {*refs}
        return tuple(dict.fromkeys((*refs, *others)))[:FEW] if few else refs

    def holding(self, read: Stems) -> tuple[str, ...]:
        """The actions that hold each of these stems any holds; "hate crime" is no other crime."""
        known = [word for word in dict.fromkeys(read) if word in self._postings]
        held_words = Counter(ref for word in known for ref in self._postings[word])
        refs = tuple(ref for ref, number in held_words.items() if number == len(known))
        named = [self._carried[name] for name, by in self._known.signs(read) if by >= PHRASE]
        alike = all({*map(self._of.get, refs)} & {*homes} for homes in named)
        return refs if alike or known == [*read] else ()

    def covers(self, read: Stems) -> bool:
        """Whether each concept said in a phrase is spoken of by some action, or a priority has the
        main head of it: "hate crime" is nothing that a plan for safeguarding need be about."""
        named = (name for name, by in self._known.signs(read) if by >= PHRASE)
        mains = ((name, self._known.concepts[name][:1]) for name in named)
        return all(self.speaking.get(n) or any(map(self._homes.codes.get, m)) for n, m in mains)

    def knows(self, word: str) -> bool:
        """Whether a stem is of a sign of a concept, or `holds`."""
        return word in self._known.words or self.holds(word)

    def holds(self, word: str) -> bool:
        """Whether a stem stands, or is meant, in some action's text or the name of a priority."""
        meant = (MEANS + name for name, _ in concepts.all_means().signs((word,)))
        return word in self._named or any(w in self._postings for w in (*self._own(word), *meant))

    def tells(self, typed: str, read: Stems) -> bool:
        """Whether a word is one of the plan's, or of a sign of some concept in these stems."""
        word, known = stem(typed), self._known
        rest = tuple(other for other in read if other != word) if known.is_of_sign(word) else read
        return self.holds(word) or known.signs(read) != known.signs(rest)

    def place(self, about: About) -> Placed:
        """Where the words belong: a priority, a question back, or nowhere."""
        placed = self._placed(about)
        return replace(placed, refs=self._alike(about, placed.refs))

    def _placed(self, about: About) -> Placed:
        order = [*self._order(about), ("", 0.0), ("", 0.0)]
        (code, best), (_, second) = order[:2]
        own, other = [*about.priorities.values(), 0.0, 0.0][:2]
        alone = self._outstanding(about)
        if spoken := self._most_spoken_of(about):
            return Placed(self._of[spoken[0]], spoken, (code,) * (code != self._of[spoken[0]]))
        telling = {name for name, weight in about.concepts.items() if weight >= TOGETHER}
        outright = telling - self._general or telling
        carried = about.named or all(map(self._carried.get, outright))
        if own < CLEAR and not (alone or carried):
            return Placed()  # "gambling addicts", where no action is about gambling
        home = about.priorities.get(self._of.get(alone, ""), 0.0)
        certain = alone and (own < CLEAR or about.actions[alone] >= CERTAIN)
        clear = own <= OUTWEIGHS * home or about.actions.get(alone, 0.0) >= NEARLY * own
        if certain and not about.named and clear:
            return Placed(self._of[alone], (alone,))  # not "broken into outside the station"
        refs = self.pinned(about, FEW if own >= CLEAR else MOST)
        several = len({self._of[ref] for ref in refs}) > 1
        if several and (own < CLEAR or other >= NEARLY * own):
            return Placed(offered=refs)
        spoken_of = bool(carried) or self._of.get(alone) == code
        ahead = spoken_of and best >= (NEAR if own >= CLEAR else SETTLES) * second
        sure = own >= CLEAR and spoken_of and (about.one_thing or code in about.named)
        if best >= CLEAR and about.priorities.get(code, 0.0) >= OFFERED and (ahead or sure):
            return self._in(about, code)
        one = refs or self.pinned(about, FEW, LEAST)
        between = len(one) > 1 and not about.concepts  # two actions of one word are asked between
        others = [] if between else order[:3]
        codes = [c for c, _ in others if c and c not in map(self._of.get, one)]
        return Placed(offered=(*one, *codes)[: max(len(one), FEW)])

    def _most_spoken_of(self, about: About) -> tuple[str, ...]:
        """The few actions of a concept that is said in several ways, and far more than any other:
        "kids used by gangs to run drugs", whatever each of these words is about alone."""
        (name, most), (_, second) = [*ranked(about.concepts).items(), ("", 0.0), ("", 0.0)][:2]
        far = most > PHRASE and most - second >= HINT / 2 and not about.named
        few = tuple(_outright(self.speaking.get(name, {}))) if far else ()
        best = NEARLY * max(about.actions.values(), default=0.0)
        near = len(few) <= FEW and all(about.actions.get(ref, 0.0) >= best for ref in few)
        return few if near and name not in self._general else ()

    def _in(self, about: About, code: str) -> Placed:
        telling = {name for name, weight in about.concepts.items() if weight >= TOGETHER}
        entire = code in about.named and telling <= self._general
        least = about.priorities.get(code, 0.0) / 3
        others = [c for c, s in about.priorities.items() if c != code and s >= least]
        refs = () if entire else self.closest(about, code)
        return Placed(code, refs, tuple(others[:2]) if about.one_thing else (), entire=entire)

    def _outstanding(self, about: About) -> str:
        """The one action that holds far more of the rare words than any other, or ""."""
        (ref, best), (_, second) = [*about.actions.items(), ("", 0.0), ("", 0.0)][:2]
        return ref if best >= PINNED and best >= STANDS_OUT * second else ""

    def _order(self, about: About) -> list[tuple[str, float]]:
        """The priorities that may be meant: by what was said and by what it leans to."""
        leans: dict[str, float] = defaultdict(float)
        for name, by in leaning(about.content).items():
            for code, share in self._carried[name].items():
                leans[code] = max(leans[code], by * share)
        if not about.priorities and max(leans.values(), default=0.0) < LEANS:
            return []
        scores = {c: about.priorities.get(c, 0.0) + leans[c] for c in {**about.priorities, **leans}}
        return [item for item in ranked(scores).items() if item[1] >= OFFERED]
