"""The index of a plan, and a text taken apart by it: spans, what they compose to and are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from itertools import pairwise

from bot.areas import Area
from bot.core.dataclass import dataclass
from bot.core.plan import Plan
from bot.disclosure.check import KnownNames
from bot.disclosure.english import ENGLISH
from bot.reading import glossary, safety
from bot.reading.about import About
from bot.reading.bodies import written_short
from bot.reading.calendar import Calendar
from bot.reading.compose import Composer
from bot.reading.concepts import Stems, is_telling
from bot.reading.dated import Asker
from bot.reading.expression import Expression, Of, Refs, quarters_named
from bot.reading.extremes import extremes
from bot.reading.folding import Composed
from bot.reading.grammar import Sort
from bot.reading.in_context import in_context
from bot.reading.letters import of_office
from bot.reading.lexicon import Lexicon
from bot.reading.named_actions import ActionNames
from bot.reading.paid import Money
from bot.reading.plan_texts import Measures, content_of
from bot.reading.scope import introduced, is_of_condition
from bot.reading.spans import Span, spans
from bot.reading.tokens import stem, stems, words
from bot.reading.topics import Topics

NOBODY = Asker()
_OF_FIGURES = (
    "measured", "reads", "gap target", "gap baseline", "gap measure", "state met", "state beaten",
    "state exact", "state missed target", "state past baseline", "state below baseline",
)  # fmt: skip
"""The sides of conditions on figures."""


class Index:
    """Everything that can be recognised in a text about one plan; immutable once built."""

    def __init__(
        self, plan: Plan, taught: Iterable[tuple[str, str]] = (), area: Area | None = None
    ) -> None:
        self.plan = plan
        self.area = area or Area()
        self.lexicon = Lexicon(plan, taught, self.area)
        self.topics = Topics(plan, self.lexicon.taught)
        self.measures = Measures(plan)
        self.pairs = {pair for action in plan.actions for pair in pairwise(words(action.text))}
        self.action_names = ActionNames(plan, self.topics)
        self.money = Money(plan)
        self.timescales = frozenset(quarters_named(a.timescale_raw) for a in plan.actions)
        self.known = _known_names(plan, self.area)
        own = {name for a in plan.agencies for name in (a.name, a.short, *a.aliases)}
        own |= {f"{place} {name}" for place in self.lexicon.places for name in own}
        own |= {name for a in plan.agencies for name in written_short(a.name)}
        texts = (*(action.text for action in plan.actions), *(self.area.names - self.area.nearby))
        self.near = safety.places_of({*own, plan.title, plan.partnership}, texts, self.area)
        self.short_forms = glossary.spellings(plan)

    def tells_with(self, typed: str, read: Stems) -> bool:
        """Whether a word stands in an action that the others are of: "the sheep signs"."""
        held = self.topics.holding(tuple(content_of(read)))
        return any({*stems(typed)} <= {*stems(self.plan.action(ref).text)} for ref in held[:_FEW])

    def calendar(self, today: date) -> Calendar:
        """What dates are read against."""
        return Calendar(today, self.plan.starts, self.plan.ends)


def _known_names(plan: Plan, area: Area) -> KnownNames:
    agencies = {name for a in plan.agencies for name in (a.name, a.short, a.code, *a.aliases)}
    priorities = {name for p in plan.priorities for name in (p.name, p.short, *p.aliases)}
    names = agencies | priorities | area.names | {plan.title, plan.partnership}
    refs = frozenset(ref for action in plan.actions for ref in (action.ref, action.ref.lower()))
    lowered = frozenset(name.lower() for name in names)
    return KnownNames(lowered, refs=refs, year=plan.ends.year)


@dataclass
class Parts:
    """A text taken apart: its spans and, once that is asked, what they compose to and are about."""

    text: str
    spans: tuple[Span, ...]
    index: Index
    today: date
    asker: Asker
    idle: tuple[str, ...] = ()

    def of(self, text: str) -> Parts:
        """Another text of the same person, or a piece of this one, taken apart."""
        return take_apart(text, self.index, self.today, self.asker)

    def has(self, *sorts: Sort) -> bool:
        """Whether a span of one of these sorts was said."""
        return not self.sorts.isdisjoint(sorts)

    def of_sort(self, *sorts: Sort) -> tuple[Span, ...]:
        """The spans of these sorts."""
        return tuple(span for span in self.spans if span.sort in sorts)

    def value(self, sort: Sort) -> str:
        """What the first span of a sort stands for, or ""."""
        return next((span.value for span in self.spans if span.sort is sort), "")

    @cached_property
    def composed(self) -> Composed:
        """What the spans say together."""
        resolve = partial(locate, topics=self.index.topics)
        composer = Composer(self.spans, self.asker, self.today, resolve)
        composer.timescales = self.index.timescales
        return composer.composed()

    @cached_property
    def bearing(self) -> tuple[Span, ...]:
        """The spans that say something."""
        return tuple(span for span in self.spans if span.sort is not Sort.FILLER)

    @cached_property
    def sorts(self) -> frozenset[Sort]:
        """The sorts of all that was said."""
        return frozenset(span.sort for span in self.spans)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The plain words of the text."""
        return words(self.text)

    @cached_property
    def plain(self) -> str:
        """The text in its plain words."""
        return " ".join(self.words)

    @cached_property
    def about(self) -> About:
        """What its words point at."""
        long = [s for s in self.spans if s.sort in {Sort.AGENCY, Sort.DATE} and " " in s.typed]
        aside = long if self.unknown else []  # not "pupils the fire service reached in summer"
        others = (s for s in self.spans if s.sort is not Sort.WANT and s not in aside)
        called, codes = {Sort.PRIORITY, Sort.AGENCY}, self.index.lexicon.shouted  # "on" is no "ON"
        typed = (w for s in others for w in stems(s.typed) if s.sort in called or w not in codes)
        return self.index.topics.about(tuple(typed))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The short forms whose meaning is asked."""
        return glossary.asked_terms(self.text, self.spans, self.index.plan, self.index.short_forms)

    @cached_property
    def wants(self) -> tuple[str, ...]:
        """The wants said; a measure that a condition is of is no want."""
        atoms, spans = self.composed.atoms, self.spans
        taken, sides = {atom.at for atom in atoms}, {atom.side for atom in atoms}
        of_figures = {atom.at for atom in atoms if atom.side.startswith(_OF_FIGURES)}
        free = [place for place in range(len(spans)) if place not in taken]
        named = [p for p in free if spans[p].sort is Sort.WANT or spans[p].value == "measures"]
        compared = bool(sides & {"figure", "measures"})
        aside = {p for p in named if compared or is_of_condition(spans, p, of_figures)}
        wants = ((spans[place].value, place in aside) for place in named)
        return tuple(want for want, beside in wants if not (beside and want == "measures"))

    @cached_property
    def conditions(self) -> int:
        """Conditions on actions, beside what they are about."""
        return sum(atom.side != "about" for atom in self.composed.atoms)

    @cached_property
    def unknown(self) -> tuple[Span, ...]:
        """The words nobody claims."""
        return self.of_sort(Sort.UNKNOWN)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The words that carry meaning and that the reading did not use."""
        knows = self.index.topics.knows
        strange = (s.typed for s in self.unknown if not all(map(knows, stems(s.typed))))
        return tuple(dict.fromkeys((*self.idle, *strange)))

    @property
    def without_names(self) -> str:
        """The text without names of agencies: that of a fire service is no word of danger."""
        text = self.text
        for span in reversed(self.of_sort(Sort.AGENCY)):
            article = text[: span.start].lower().endswith("the ")
            text = f"{text[: span.start]}{'agency' if article else 'they'}{text[span.end :]}"
        return text


def take_apart(text: str, index: Index, today: date, asker: Asker) -> Parts:
    """A text's spans, each with what it is beside the others."""
    read_as = spans(text, index.lexicon, index.calendar(today))
    read_as = index.money.in_spans(text, read_as)
    read_as = _named_so(extremes(in_context(index.action_names.in_spans(read_as))), index)
    narrow = tuple(_narrowed(s, index.topics) for s in read_as)
    noise = tuple(_noise(narrow, index))
    read = tuple(word for span in narrow for word in stems(span.typed))
    idle = tuple(s.typed for s in (narrow[p] for p in noise) if not index.tells_with(s.typed, read))
    bearing = tuple(replace(s, sort=Sort.FILLER) if i in noise else s for i, s in enumerate(narrow))
    bearing, codes = introduced(bearing)
    return Parts(text, bearing, index, today, Asker(codes, leads=True) if codes else asker, idle)


def _named_so(read_as: Sequence[Span], index: Index) -> tuple[Span, ...]:
    """ "The adults at risk panel", "joint patrols": a word for how an action stands beside a word
    of its subject, as the plan's text has them together, is of the subject. "The burglary section"
    is the priority in full, whatever few actions speak of it."""
    named = list(read_as)
    for place, (first, last) in enumerate(pairwise(read_as)):
        if (first.sort, last.sort, last.value) == (Sort.PRIORITY, Sort.NOUN, "priority"):
            named[place + 1] = replace(last, sort=Sort.FILLER, values=())
            named = [replace(s, named=s.named or s.values == first.values) for s in named]
        of_body = (first.sort, last.sort) == (Sort.UNKNOWN, Sort.AGENCY)
        if of_body and first.typed in index.lexicon.places:  # "Ashgarth probation"
            named[place] = replace(first, sort=Sort.FILLER, values=())
        if first.sort is Sort.DATE and last.sort is Sort.UNKNOWN and of_office(last.typed):
            named[place + 1] = replace(last, sort=Sort.FILLER, values=())  # "since the June board"
        when = stem(first.typed.split()[-1]) if first.sort is Sort.DATE and first.typed else ""
        called = (first.sort, last.sort) == (Sort.DATE, Sort.UNKNOWN) and index.topics.holds(when)
        if called and index.topics.holding((when, *stems(last.typed))):  # "the Christmas patrols"
            named[place] = replace(first, sort=Sort.UNKNOWN, period=None)
        of_theme = (first.sort, last.sort) == (Sort.UNKNOWN, Sort.PRIORITY)  # "mental health team"
        if {first.sort, last.sort} - _STANDING != {Sort.UNKNOWN} and not of_theme:
            continue
        if (first.typed.split()[-1], last.typed.split()[0]) in index.pairs:
            at = place + (of_theme or last.sort in _STANDING)
            named[at] = replace(read_as[at], sort=Sort.UNKNOWN, named=True)
    return tuple(named)


_STANDING = frozenset({Sort.STATUS, Sort.STATE, Sort.JOINT})


def _narrowed(span: Span, topics: Topics) -> Span:
    """A word for a priority that only one or two of its actions speak of: it is about these."""
    if span.sort is not Sort.PRIORITY or span.named:
        return span
    typed_stems = stems(span.typed)
    about = topics.about(typed_stems)
    few = 0 < len(topics.holding(typed_stems)) <= _FEW
    (best, *_), others = [*about.actions.values(), 0.0], [*about.actions.values()][_FEW:]
    alone = few and topics.pinned(about, _FEW) and 2 * max(others, default=0.0) < best
    return replace(span, sort=Sort.UNKNOWN, named=True) if alone else span


_FEW = 2
"""Actions that a word alone may stand for."""


def _noise(spans: Sequence[Span], index: Index) -> Iterator[int]:
    """The places of plain words of the language that are about nothing here, passed over and named;
    a word of papers leans to nothing. What is asked about ("about umbrellas"), narrowed to ("core
    budget only") or left open in context ("its services", without a value) is no noise."""
    read = tuple(word for span in spans for word in stems(span.typed))
    counted = any(span.value in {"count", "measures"} for span in spans)  # "how many starts"
    for place, span in enumerate(spans):
        behind = spans[place - 1] if place else span
        asked = behind.typed.endswith(("about", "to do with"))
        narrowed = any(after.sort is Sort.ONLY for after in spans[place + 1 : place + 2])
        office = span.sort is Sort.UNKNOWN and of_office(span.typed)
        plain = span.sort is Sort.UNKNOWN and span.values and (office or span.typed in ENGLISH)
        if plain and not (asked or narrowed):
            telling = index.topics.tells(span.typed, read)
            telling = telling or (counted and span.typed in index.measures.words)
            telling = telling or (is_telling(span.typed) and not office)
            yield from [place] * (not telling)


def locate(run: Sequence[Span], topics: Topics) -> Expression | None:
    """What words beside conditions are about, as a condition; None when some are not placed."""
    typed_stems = tuple(w for span in run for w in stems(span.typed))
    unknown = [w for span in run if span.sort is Sort.UNKNOWN for w in stems(span.typed)]
    content = tuple(dict.fromkeys(content_of(typed_stems)))
    bearing = topics.bearing(content)
    if bearing and unknown:
        return Of(bearing)
    if not all(map(topics.knows, unknown)):
        return None
    typed = " ".join(span.typed for span in run)
    if 0 < len(held := topics.holding(content)) <= 6:
        return Refs(held, typed)
    placed = topics.place(topics.about(typed_stems))
    if placed.refs:
        return Refs(placed.refs, typed)
    return Of(placed.priority) if placed.priority and topics.covers(typed_stems) else None
