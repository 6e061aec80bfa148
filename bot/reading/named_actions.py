"""An action called by its own words: "the taxi marshals", "throw lines job", "late bar exits".

    ActionNames(plan, topics).in_spans(spans) -> spans in which such words are a REF of the action

Words that stand side by side in the text of one action only are its name, whatever else the grammar
has them for: in "are the early help places filled" nobody asks what is early.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.plan import Plan
from bot.reading.concepts import PHRASE, PLAIN, all_concepts
from bot.reading.grammar import Sort
from bot.reading.plan_texts import text_of
from bot.reading.spans import Span
from bot.reading.tokens import data_words, stem, stems, words
from bot.reading.topics import NEARLY, OUTRIGHT, Topics

_JOINING = data_words("joining.txt")
"""Words that names are strung together with, said or not."""
_NONE: frozenset[str] = frozenset()
_BREAKS = frozenset({Sort.PUNCTUATION, Sort.REF, Sort.MISSING})
_JOINS = frozenset({Sort.AND, Sort.OR, Sort.EXCEPT, Sort.NOT, Sort.NEITHER})
_START = Span(Sort.PUNCTUATION)
_ASKS = frozenset({
    Sort.WANT, Sort.STATUS, Sort.STATE, Sort.DUE, Sort.BECAME, Sort.HAS, Sort.ROLE, Sort.GAP,
    Sort.MEASURED, Sort.EVER, Sort.NOW, Sort.ORDER,
})  # fmt: skip
"""What can be asked of an action,"""
_SHOWS = frozenset({"card", "list"})
"""beside being shown it."""
_NAMES = frozenset({Sort.AGENCY, Sort.PRIORITY, Sort.DATE})
_HEADS = frozenset({"our", "that", "the", "their", "this"})
_THINGS = frozenset({"one", "work"})


class ActionNames:
    """The words of a plan's actions, by which these may be called."""

    def __init__(self, plan: Plan, topics: Topics) -> None:
        self._topics = topics
        beside: dict[tuple[str, str], set[str]] = defaultdict(set)
        holding: dict[str, set[str]] = defaultdict(set)
        for action in plan.actions:
            content = _content(words(action.text))
            for pair in pairwise(content):
                beside[pair].add(action.ref)
            for word in _content(words(text_of(action))):
                holding[word].add(action.ref)
        self._beside = {pair: frozenset(refs) for pair, refs in beside.items()}
        self._holding = {word: frozenset(refs) for word, refs in holding.items()}

    def in_spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The spans, with a REF for each run of words that one action alone is called by. Where
        nothing is asked of it, people tell of something in their own words: that is for topics."""
        asks = any(s.sort in _ASKS and s.value not in _SHOWS for s in spans)
        runs = [*self._runs(spans)] if asks else []
        nearest = self._nearest(spans) if runs else set()
        several = any(
            s.sort in _JOINS and s.typed != "with"
            for (_, end, _), (start, _, _) in pairwise(runs)
            for s in spans[end:start]
        )  # "the patrols and the road shows"
        read_as = list(spans)
        for first, last, ref in runs:
            if ref in nearest or several:
                run = spans[first : last + 1]
                typed = " ".join(span.typed for span in run)
                read_as[first] = replace(
                    run[-1], sort=Sort.REF, values=(ref,), start=run[0].start, typed=typed,
                    period=None, named=True,
                )  # fmt: skip
                for place in range(first + 1, last + 1):
                    read_as[place] = _aside(spans[place])
        called = {span.value for span in read_as if span.sort is Sort.REF}
        if not runs or len(called) != 1:
            return tuple(read_as)
        pairs = zip((_START, *read_as), read_as, strict=False)
        return tuple(_aside(s) if self._is_of_it(before, s) else s for before, s in pairs)

    def _nearest(self, spans: Sequence[Span]) -> set[str]:
        """The actions that all words together are about most."""
        typed = (word for s in spans if s.sort is not Sort.WANT for word in stems(s.typed))
        scores = self._topics.about(tuple(typed)).actions
        best = max(scores.values(), default=0.0)
        return {ref for ref, score in scores.items() if score >= NEARLY * best}

    def _is_of_it(self, before: Span, span: Span) -> bool:
        """Whether a word says more of the one action called: "job", "scheme", or what else is known
        of its subject; not what is joined to it."""
        subject = span.sort is Sort.UNKNOWN or (span.sort is Sort.PRIORITY and not span.named)
        known = subject and all(map(self._topics.knows, stems(span.typed)))
        return _is_thing([span]) or (
            known and (before.sort not in _JOINS or before.typed == "with")
        )

    def _runs(self, spans: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
        """The first and last place of each run, and the action."""
        place = 0
        while place < len(spans):
            last, refs = self._run(spans, place)
            headed = not place or spans[place - 1].typed in _HEADS
            if last == place and headed and _is_thing(spans[place + 1 : place + 2]):
                typed = _content(words(spans[place].typed))
                refs = self._holding.get(typed[0], _NONE) if len(typed) == 1 else _NONE
            ref = next(iter(refs)) if len(refs) == 1 else ""
            if ref and self._is_a_name(spans[place : last + 1], ref):
                yield place, last, ref
                place = last
            place += 1

    def _run(self, spans: Sequence[Span], first: int) -> tuple[int, frozenset[str]]:
        """How far the words from a place follow each other in the text of some action, and which
        actions these are; a span is in it as a whole or not at all."""
        refs, last, before = _NONE, first, ""
        for place in range(first, len(spans)):
            typed = _content(words(spans[place].typed))
            if spans[place].sort in _BREAKS or spans[place].value == "action":
                break
            pairs = [*pairwise((before, *typed) if before else typed)]
            held = [self._beside.get(pair, _NONE) for pair in pairs]
            both = frozenset.intersection(*held, *([refs] if refs else [])) if held else refs
            if not (both or not pairs) or not (before or typed):
                break  # a name begins with a word of its own
            if typed:
                refs, last, before = both, place, typed[-1]
        return last, refs

    def _is_a_name(self, run: Sequence[Span], ref: str) -> bool:
        """Whether the words are more than grammar ("close the action"; but "help points" are a
        subject that it speaks of), and no subject of others."""
        content = tuple(word for span in run for word in _content(words(span.typed)))
        subjects = (name for name, by in all_concepts().signs(content) if by >= PHRASE)
        told_of = any(ref in self._topics.speaking[name] for name in subjects)
        sorts = {span.sort for span in run}
        strange = Sort.UNKNOWN in sorts or (told_of and not sorts & _NAMES)
        alone = len(frozenset.intersection(*map(self._holding.__getitem__, content))) == 1
        return strange and (len(content) > 2 or (alone and not self._is_of_others(content, ref)))

    def _is_of_others(self, content: tuple[str, ...], ref: str) -> bool:
        """Whether one word or two are a priority's, or a subject that others speak of, in whatever
        words: "hate crime"."""
        if self._topics.bearing(content):
            return True
        least = PHRASE if len(content) > 1 else PLAIN
        for name in (name for name, by in all_concepts().signs(content) if by >= least):
            speaking = [r for r, far in self._topics.speaking[name].items() if far >= OUTRIGHT]
            if speaking and (ref not in speaking or (stems(name) == content and len(speaking) > 1)):
                return True
        return False


def _is_thing(spans: Sequence[Span]) -> bool:
    """Whether what comes next only says that an action is meant: "the mediation job"."""
    one = [s for s in spans if s.value == "action" and not s.typed.endswith("s")]
    return bool(one) or any(span.typed in _THINGS for span in spans)


def is_joining(word: str) -> bool:
    """Whether a word strings names together and is no part of one."""
    return word in _JOINING


def _content(typed: Sequence[str]) -> tuple[str, ...]:
    return tuple(stem(word) for word in typed if not is_joining(word))


def _aside(span: Span) -> Span:
    return replace(span, sort=Sort.FILLER, values=(), period=None)
