"""What a plan's own texts and names give to topics, what its priorities and agencies are called
by; and where concepts belong among its priorities: by the priorities' names, and where these say
nothing, by what their actions speak of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter

from bot.core.plan import Action, Plan
from bot.reading.concepts import Stems, all_concepts
from bot.reading.grammar import SLIP_FROM, Entry, Sort, grammar_words
from bot.reading.tokens import Token, data_words, stem, stems, words

NAME, ALIAS, ORDINARY = 4.0, 3.5, 2.0
"""Weights: of a priority's own name, of an alias, of an alias that is an ordinary word too."""
SECOND_HEAD, FAR, SPOKEN = 0.55, 0.6, 0.4
"""Shares of a concept's weight: for a further head; for a priority named like it none of whose
actions speak of it; and from which an action of any priority speaks of it outright."""
_PREPOSED = r"\b(?:from|of|on|in|against|for|to)\s"
Names = dict[tuple[str, ...], dict[Sort, dict[str, bool]]]


@cache
def _of_grammar() -> frozenset[str]:
    """The stems that carry no subject: of filler and of the grammar's longer words, but for the
    things idioms are made of ("kicked into the long grass")."""
    names = ("filler.txt", "idiom_things.txt")
    filler, things = (set(map(stem, data_words(name))) for name in names)
    return frozenset(filler | set(map(stem, grammar_words())) - things)


def ranked(scores: dict[str, float]) -> dict[str, float]:
    return dict(sorted(scores.items(), key=itemgetter(1), reverse=True))


def within(part: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    if part and part[0] not in phrase:  # nearly always
        return False
    return any(phrase[at : at + len(part)] == part for at in range(len(phrase) - len(part) + 1))


def names_of(plan: Plan) -> Iterable[tuple[str, tuple[str, ...], float]]:
    for priority in plan.priorities:
        full = stems(priority.name)
        for name in dict.fromkeys((priority.name, priority.short, priority.code)):
            yield priority.code, stems(name), NAME
        for alias in priority.aliases:
            alias_stems = stems(alias)
            begins = full[: len(alias_stems)] == alias_stems
            ordinary = len(alias_stems) == 1 and len(alias) < 8 and not begins
            yield priority.code, alias_stems, NAME if begins else ORDINARY if ordinary else ALIAS


def text_of(action: Action) -> str:
    return " ".join((action.text, *(measure.text for measure in action.measures)))


def content_of(read: Iterable[str]) -> Iterable[str]:
    return (w for w in read if len(w) > 1 and w not in _of_grammar())


def long_stems(text: str) -> tuple[str, ...]:
    """The stems of the longer words; "in" and "within" three weeks are one."""
    return tuple(stem(word) for word in words(text) if len(word) > 3 and word != "within")


class Measures:
    """The measures of a plan's actions, by the words that name them and by their targets."""

    def __init__(self, plan: Plan) -> None:
        rows = [(action.ref, measure) for action in plan.actions for measure in action.measures]
        self.words = {word for _, measure in rows for word in words(measure.text)}
        self._refs = [ref for ref, _ in rows]
        self._named: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._aimed: dict[float | None, list[int]] = defaultdict(list)
        for number, (_, measure) in enumerate(rows):
            self._named[long_stems(measure.text)].append(number)
            self._aimed[measure.target].append(number)
        self._holding: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in self._named:
            for word in name:
                self._holding[word].add(name)

    def asked(self, typed: tuple[str, ...], targets: Iterable[float]) -> tuple[str, ...]:
        """The actions with such a target, or whose measure's words follow each other in `typed`."""
        names = {name for word in typed for name in self._holding.get(word, ())}
        rows = {n for name in names if self._is_said(name, typed) for n in self._named[name]}
        rows.update(n for target in targets for n in self._aimed.get(target, ()))
        return tuple(self._refs[number] for number in sorted(rows))

    def _is_said(self, name: tuple[str, ...], typed: tuple[str, ...]) -> bool:
        """The last word, as in "camera moves made", may be left where no other begins so."""
        shorter = name[:-1]
        if not shorter or not within(shorter, typed):
            return False
        alike = (other for other in self._holding[shorter[0]] if within(shorter, other))
        alone = len(shorter) > 1 and sum(len(self._named[other]) for other in alike) == 1
        return alone or within(name, typed)


class Homes:
    """The priorities of each concept with their shares (`of`), and those of each head (`codes`)."""

    def __init__(self, names: Sequence[tuple[Stems, str, float]]) -> None:
        self._names = names
        self._own = [(name, c, all_concepts().outright(name)) for name, c, w in names if w == NAME]
        self.codes = {head: self._named(head) for head in all_concepts().heads}
        self.of = {concept: self._of_names(concept) for concept in all_concepts().concepts}

    def _named(self, head: str) -> tuple[str, ...]:
        """The priorities that carry the best of a head's names."""
        heads = all_concepts().heads
        others = [other for key, names in heads.items() if key != head for other in names]
        for name in heads[head]:
            longer = [other for other in others if other != name and within(name, other)]
            codes = [
                code
                for phrase, code, _ in self._names
                if within(name, phrase) and not any(within(other, phrase) for other in longer)
            ]  # "violence", but not of "domestic violence"
            if codes:
                return tuple(dict.fromkeys(codes))
        return ()

    def _of_names(self, concept: str) -> dict[str, float]:
        """The priorities a concept belongs to in this plan, with a share: named by it first."""
        known = all_concepts()
        homes = self._outright(concept)
        for head in known.concepts[concept]:
            share = SECOND_HEAD if homes else 1.0
            for code in self.codes.get(head, ()):
                homes.setdefault(code, share)
        return homes or self._outright(concept, within_name=True)

    def _outright(self, concept: str, *, within_name: bool = False) -> dict[str, float]:
        """The priorities whose names are the concept's, or say it."""
        called = stems(concept)
        return {
            code: 1.0
            for name, code, spoken_of in self._own
            if name == called or (within_name and concept in spoken_of)
        }

    def heed(self, holders: Mapping[str, Mapping[str, float]], priorities: dict[str, str]) -> None:
        """Heeds what actions speak of: `holders` concept -> action -> how far, and the priority of
        each action. A concept goes where it is spoken of when no action of its homes does; a head
        that no priority carries to the one most of whose actions speak of its concepts."""
        for concept, homes in self.of.items():
            speak = {priorities[ref] for ref, far in holders[concept].items() if far >= SPOKEN}
            named = homes.keys() & self._outright(concept, within_name=True).keys()
            if homes and speak and not (speak & homes.keys() or named):
                self.of[concept] = {c: FAR * share for c, share in homes.items()}
                self.of[concept] |= dict.fromkeys(speak, 1.0)
        for head in [head for head, codes in self.codes.items() if not codes]:
            own = (name for name, of in all_concepts().concepts.items() if of[:1] == (head,))
            refs = {ref for name in own for ref, far in holders[name].items() if far >= 1}
            self.codes[head] = _most(priorities[ref] for ref in refs)


def _most(codes: Iterable[str]) -> tuple[str, ...]:
    """The code that stands there more often than any other, or none."""
    counted = [*Counter(codes).most_common(2), ("", 0), ("", 0)]
    return (counted[0][0],) if counted[0][1] > counted[1][1] else ()


def parts_of(name: str) -> set[str]:
    """The parts a priority is called by: "Tackling Violence Against Women and Girls" is "violence
    against women" too, "Theft, Fraud and Thriving Town Centres" "theft and fraud", "Rural and
    Heritage Crime" "rural and heritage"."""
    short = re.split(r"\s*\(|\b(?:including|incl)\b", name)[0]
    bare = re.sub(r"^\w+ing\s(?=\w)", "", short)
    pieces = [piece.strip() for piece in re.split(r",|&|\band\b", bare) if piece.strip()]
    long = {piece for piece in pieces if len(words(piece)) > 1}
    head = words(pieces[-1])[-1] if pieces and len(words(pieces[-1])) > 1 else ""
    long |= {f"{piece} {head}" for piece in pieces if head and len(words(piece)) == 1}
    led = {pieces[0]} if bare != short else set()
    tails = {tail for tail in re.split(_PREPOSED, bare)[1:] if len(words(tail)) > 2}
    headless = bare[: -len(head) - 1] if head else ""
    long |= {headless} if re.search(r"\w+(?:,| and| &) \w+$", headless) else set()
    return {short, bare, *long, *led, *tails, " and ".join(pieces[:2])}


def initials_of(name: str) -> set[str]:
    """The initials a priority may be called by: "Anti-Social Behaviour and Towns" is "ASB",
    "Violence Against Women and Girls" also "VAWG", "Rural Anti-Social Behaviour" "rural ASB"."""
    pieces = {name, *parts_of(name)}
    spoken = (words(piece.replace("-", " ")) for piece in pieces)
    firsts = ("".join(w[0] for w in typed if w not in _JOINING) for typed in spoken)
    initials = {i for i in firsts if 1 < len(i) < 6 and words(i) == (i,)}  # "bc": "because"
    plain = [w for w in words(name.replace("-", " ")) if w not in _JOINING]
    tails = ("".join(w[0] for w in plain[at:]) for at in range(1, len(plain) - 1))
    return initials | {f"{' '.join(plain[:at])} {tail}" for at, tail in enumerate(tails, 1)}


_JOINING = frozenset({"and", "for", "in", "of", "on", "the", "to"})


def add_name(
    names: Names,
    text: str,
    sort: Sort,
    value: str,
    *,
    named: bool = False,
    unless: Container[tuple[str, ...]] = (),
) -> None:
    """One more name, `unless` it is somebody's already; an article before it need not be said."""
    stemmed = tuple(stem(word) for word in words(text.replace("-", " ")))
    stemmed = stemmed[1:] if len(stemmed) > 1 and stemmed[0] == "the" else stemmed
    if stemmed and stemmed not in unless:
        held = names[stemmed][sort]
        held[value] = held.get(value, False) or named


class Called:
    """Names by their stems, with what has them: agencies before taught words and priorities."""

    def __init__(self, names: Names) -> None:
        self._entries: dict[tuple[str, ...], Entry] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for stemmed, sorts in names.items():
            sort = next(s for s in (Sort.AGENCY, Sort.TAUGHT, Sort.PRIORITY) if s in sorts)
            held = sorts[sort]
            self._entries[stemmed] = Entry(sort, tuple(held), len(stemmed), any(held.values()))
            lengths[stemmed[0]].add(len(stemmed))
        self._lengths = {first: sorted(of, reverse=True) for first, of in lengths.items()}

    def at(self, tokens: Sequence[Token], place: int) -> Iterator[tuple[Entry, int]]:
        """The names that begin at a place, longest first, and how many tokens each takes, with the
        marks inside it."""
        first = stem(tokens[place].word)
        lengths = self._lengths.get(first)
        if lengths is None:
            return
        run, ends, of_agency = [first], [place + 1], lengths[0]
        for at in range(place + 1, len(tokens)):
            if len(run) >= lengths[0]:
                break
            agency = tokens[at].word == "," and self._entries.get(tuple(run))
            if agency and agency.sort is Sort.AGENCY:
                of_agency = min(of_agency, len(run))  # "KCC, trading standards" are two
            if tokens[at].word not in _INSIDE:
                run.append(stem(tokens[at].word))
                ends.append(at + 1)
        for length in lengths:
            entry = self._entries.get(tuple(run[:length]))
            beyond = length > of_agency and entry is not None and entry.sort is Sort.AGENCY
            if entry is not None and length <= len(run) and not beyond:
                end = ends[length - 1]
                typed = [token.word for token in tokens[place : end + 1]]
                yield entry, end - place + ("(" in typed and typed[-1] == ")")


_INSIDE = frozenset({",", "(", ")", "/", "-"})
"""Marks that a name may hold."""


def _names_of(plan: Plan) -> Iterator[tuple[str, ...]]:
    for priority in plan.priorities:
        yield from map(words, (priority.name, priority.short, *priority.aliases))
    for agency in plan.agencies:
        yield from map(words, (agency.name, agency.short, *agency.aliases))


def words_of(plan: Plan) -> set[str]:
    """The words of the plan's names and of its actions' texts that a slip may be mended to."""
    texts = (*_names_of(plan), *(words(action.text) for action in plan.actions))
    return {word for text in texts for word in text if len(word) >= SLIP_FROM - 1}


def neighbours(plan: Plan) -> dict[str, set[str]]:
    """Word -> the words that follow it in some name of the plan."""
    followers: dict[str, set[str]] = defaultdict(set)
    for name in _names_of(plan):
        for first, second in pairwise(name):
            followers[first].add(second)
    return followers


def groups(plan: Plan) -> dict[str, Entry]:
    """What references begin alike with: "III" of III.1 and III.2, "3.1" of 3.1.1; a whole priority
    where it is one. A letter alone is a word."""
    held: dict[str, list[Action]] = defaultdict(list)
    for action in plan.actions:
        held[re.split(r"[./]", action.ref[::-1], maxsplit=1)[-1][::-1].lower()].append(action)
    begun = {}
    for name, actions in held.items():
        code = actions[0].priority
        every = actions == [action for action in plan.actions if action.priority == code]
        values = (code,) if every else tuple(action.ref for action in actions)
        if (len(name) > 1 and name.isalpha()) or "." in name:
            begun[name] = Entry(Sort.PRIORITY if every else Sort.REF, values, named=True)
    return begun
