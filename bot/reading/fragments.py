"""Whether a text goes on with the one before: it points back, joins on, or has no subject."""

from __future__ import annotations

import re

from bot.reading.cues import DONE, JUDGED
from bot.reading.expression import EVERY, Expression, Of, Refs
from bot.reading.grammar import Sort, single_words
from bot.reading.owing import is_owed
from bot.reading.parts import Parts
from bot.reading.safety import says
from bot.reading.spans import Span
from bot.reading.tokens import words
from bot.reading.update_words import AUXILIARIES

_FEW = 5
_LONGEST = 10  # more spans are a question of their own
_JOINING = {Sort.AND, Sort.OR, Sort.NOT, Sort.EXCEPT, Sort.ONLY}
_ABOUT = re.compile(r"(?:\b\w{1,20} )?(?:what about|how about|out of)\b")
_OF_THOSE = re.compile(r"\bof (?:them|those|these)\b|^(?:and |so )?how many(?: are)? left$")
_MORE = {"more", "next", "next page", "show more", "more please"}
_REST = {"rest", "other", "others", "remainder", "remaining"}  # of the set before
_OF_ALL = {"plan", "overview", "overall", "altogether", "everything"}  # every action again
_ANY = {"everything", "anything", "all", "any", "every", "each"}
_OF_MANY = (Sort.AGENCY, Sort.OWN, Sort.GROUP, Sort.PRIORITY, Sort.NOT)
_ONE_THING = frozenset({"it", "its", "this", "that", "that one", "this one"})
_INSIDE = frozenset({"they", "it", "them"})  # "when did they last report"
_NAMES = (Sort.REF, Sort.MISSING)
_TELLING = frozenset(
    {"state met", "state missed target", "status", "moves", "overdue", "updated", "no update"}
)


class Fragment:
    """A text as what may go on with the reading before."""

    __slots__ = ("_typed", "of_those", "parts", "spans", "text")

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.spans = parts.spans
        self._typed = parts.words
        self.text = parts.plain
        self.of_those = _OF_THOSE.search(self.text) is not None

    @property
    def may_follow(self) -> bool:
        """Whether what was before has to be known to read it."""
        asks = self.asks_of_part or (self.only_tells and self.is_polar)
        return self.turns or self.goes_back or self.goes_on or self.is_amount or asks

    @property
    def goes_on(self) -> bool:
        """Whether it may be about what was before."""
        if not 0 < len(self.spans) <= _LONGEST:
            return False
        wants = self.parts.has(Sort.WANT, Sort.ROLE, Sort.DUE, Sort.NOW, Sort.GROUP)
        wants = wants and self.is_subjectless and not self.wants("compare")
        wants = wants or self.adds or (self.only_tells and self.wants("when", "history"))
        short = self._is_short and not self.wants("compare")
        linked = self.points or self.joins or wants or short
        return linked and not self._is_complete

    @property
    def _is_complete(self) -> bool:
        """Whether it is a question of its own: about every action, a short form, two conditions."""
        meant = self.parts.terms and not self.wants("measures")  # "what is the target" of it
        if meant or says("last year", self.text):
            return True
        every = _OF_ALL if self.joins else _OF_ALL | {"coming", "upcoming"}
        of_all = bool(every & {*self._typed}) and self.parts.has(Sort.WANT)
        sides = {atom.side for atom in self.parts.composed.atoms}
        subject = "about" in sides and len(sides) > 1 and self.parts.has(Sort.WANT)
        if self.points or (self.joins and not (of_all or subject)):
            return False
        return of_all or len(sides) > 1 or self.parts.has(*_NAMES)

    @property
    def points(self) -> bool:
        """Whether it points back ("those", "it", "that are also ours") and names no action."""
        names = self.parts.has(*_NAMES) or len(self.parts.unknown) > 2
        return not names and (self.of_those or self.it is not None)

    @property
    def it(self) -> Span | None:
        """The word that points back; none where it is about a subject that the text has itself:
        one it begins with, or one of the clause before ("which are late, and who leads them")."""
        sides = {atom.at: atom.side for atom in self.parts.composed.atoms}
        own = parted = False
        for place, span in enumerate(self.spans):
            inside = span.sort is Sort.WANT and not _INSIDE.isdisjoint(span.typed.split())
            that = span.sort is Sort.AND and span.typed[:4] == "that"
            if (inside and not own) or span.sort is Sort.THOSE or that:
                ends = span is self.spans[-1]  # "how many of ours is that"
                return None if parted or (that and not ends and self._has_subject(place)) else span
            own = own or place in sides or span.sort is Sort.GROUP
            parted = parted or (own and span.sort in {Sort.PUNCTUATION, Sort.AND})
            parted = parted or (span is self._begins and sides.get(place) == "about")
        return None

    def _has_subject(self, place: int) -> bool:
        """Whether something stands before a place that "that" may be said of ("actions that")."""
        atoms = any(atom.at < place for atom in self.parts.composed.atoms)
        nouns = (s.sort is Sort.NOUN or s.value == "measures" for s in self.spans[:place])
        return atoms or any(nouns) or any(_ANY & {*words(s.typed)} for s in self.spans[:place])

    @property
    def joins(self) -> bool:
        """Whether it joins on: "and ...", "ok what about ...", "not the ...", "amber?"."""
        bearing = [s.sort for s in self.spans if s.sort not in {Sort.FILLER, Sort.PUNCTUATION}]
        name = bearing in ([Sort.PRIORITY], [Sort.STATUS], [Sort.AGENCY])
        name = name and (
            self.text.startswith(("in ", "for ")) or self.parts.text.rstrip().endswith("?")
        )
        complete = self.has_noun and self.parts.has(Sort.WANT)
        joined = self.begins_joined and not complete
        joined = joined or self.text.endswith(" instead")
        return name or joined or _ABOUT.match(self.text) is not None

    @property
    def begins_joined(self) -> bool:
        """Whether its first word joins it to what was before."""
        first = self._begins
        like = first.typed.startswith(("same", "the same", "just"))
        joins = first.sort in _JOINING and first.typed[:4] != "that"
        return joins or like or self.chases

    @property
    def chases(self) -> bool:
        """ "So who do I need to nudge?": who is asked, of those before."""
        return self.text.startswith(("so who", "and who", "then who")) and is_owed(self.parts)

    @property
    def _begins(self) -> Span:
        """Its first word that says anything; "only" in "show only"."""
        aside = {Sort.FILLER, Sort.NOW, Sort.PUNCTUATION}
        plain = [s for s in self.spans if s.sort not in aside or s.typed in {"same", "just"}]
        ordered = [s.value for s in plain[:1]] == ["list"] and plain[1:] and plain[1].sort
        return plain[ordered is Sort.ONLY] if plain else self.spans[0]

    @property
    def adds(self) -> bool:
        """ "And the police ones as well": more of what was asked before, not another question."""
        also = {"too", "as well", "also", "back"} & {s.typed for s in self.spans}
        return bool(also) and not (self.points or self.parts.has(Sort.NOT, Sort.EXCEPT))

    @property
    def verdict(self) -> Expression | None:
        """ "Which is the worst?": what speaks for or against some of those before."""
        worst, best = self.wants("worst"), self.wants("best")
        return JUDGED[best] if worst is not best else None

    @property
    def narrows(self) -> bool:
        """Whether what it says chooses among the actions before."""
        ones = (s.typed for s in self.spans[1:] if s.sort not in {Sort.NUMBER, Sort.TIMES, Sort.OP})
        one = any(typed.split()[-1:] == ["one"] for typed in ones)
        return self.of_those or (not self.joins and (self.points or one))

    @property
    def of_others(self) -> bool:
        """Whether it speaks of others than those before: "the other four", "the rest"."""
        free = (s.typed for s in self.spans if s.sort not in {Sort.SOLE, Sort.WANT})
        others = any(_REST & {*words(typed)} for typed in free)
        return others and not self.parts.has(Sort.REF, Sort.EXCEPT)

    @property
    def turns(self) -> bool:
        """Whether it asks for the next page, or for the rest and no more."""
        bare = not self.parts.composed.atoms and len(self._typed) <= _FEW
        return (self.of_others and bare) or self.text in _MORE

    @property
    def goes_back(self) -> bool:
        """ "Back to the list", "show me that list again"."""
        typed = {*self._typed}
        bare = not (self.parts.composed.atoms or self.parts.unknown)
        return bare and "list" in typed and bool(typed & {"back", "again"})

    @property
    def is_amount(self) -> bool:
        """ "how many done?": of one action a number is asked, not how many actions."""
        if len(self.spans) > _LONGEST or not self.wants("count") or self.has_noun:
            return self.text.startswith("out of")
        atoms = self.parts.composed.atoms
        telling = all(a.side in {"about", "state open"} or a.expression == DONE for a in atoms)
        led = self.value(Sort.ROLE) in {"lead", "partner"}
        return telling and not led and not self.parts.has(*_OF_MANY)

    @property
    def _is_short(self) -> bool:
        """ "amber?", "led by us", "which hasn't had an update": a condition in a few words, with
        nothing named that it could be about."""
        asks = (s.typed.split()[0] for s in self.spans if s.sort is Sort.WANT)
        ones = re.search(r"\bthe (?:\w+ ){1,3}ones$", self.text) is not None
        complete = not ({*asks} <= {"which", "any"} or "one" in self._typed[1:] or ones)
        command = len(self._typed) == 1 and "?" not in self.parts.text
        named = self.parts.has(Sort.PRIORITY) and "one" not in self._typed[1:]
        if command or self.has_noun or complete or named or self.parts.has(*_NAMES):
            return False
        limits = self.parts.has(Sort.OP, Sort.ORDER, Sort.DATE, Sort.NOT)
        few = not self.parts.unknown or len(self._typed) <= 3
        return few and (limits or bool(self.parts.composed.atoms))

    @property
    def has_noun(self) -> bool:
        """Whether it has a noun of its own ("updates received"); "ones" only stands for one."""
        nouns = (s.typed for s in self.spans if s.sort is Sort.NOUN)
        states = (s.typed.split()[0] for s in self.spans if s.sort is Sort.STATE)
        wants = (s for s in self.spans[:1] if s.sort is Sort.WANT and s.value != "latest")
        typed = (*states, *(want.typed.split()[-1] for want in wants))
        return not single_words(Sort.NOUN).isdisjoint(typed) or not {*nouns} <= {"ones", "stuff"}

    @property
    def is_subjectless(self) -> bool:
        """Whether it names nothing that it could be about, nor sets a condition."""
        return not (self.parts.composed.atoms or self.parts.unknown or self.has_noun)

    @property
    def only_tells(self) -> bool:
        """Whether its conditions only tell of what was before: "when is the new date"."""
        atoms = self.parts.composed.atoms
        telling = all(atom.side in _TELLING or atom.loose in {"loose", "we"} for atom in atoms)
        return telling and bool(atoms) and not (self.parts.unknown or self.has_noun)

    @property
    def asks_of_several(self) -> bool:
        """Whether it asks which actions there are, so that one before it cannot be meant: "anything
        overdue", "and what do we support"."""
        limited = self.parts.composed.atoms or self.parts.composed.dates
        part = self._is_of_part and self._begins_with("what", "which")
        asked = part or (limited and self._begins_with("any", "anything"))
        asked = asked or (self.parts.has(Sort.STATUS) and self._begins_with("what", "which"))
        return bool(asked) and not self.points

    @property
    def asks_of_plan(self) -> bool:
        """ "How are we doing?": of several actions before it asks nothing."""
        return self.wants("overview") and "we" in self._typed and not (self.points or self.joins)

    @property
    def asks_of_part(self) -> bool:
        """Whether it asks if somebody has a part: "are we the only lead", "do the police help"."""
        bare = not (self.parts.unknown or self.has_noun)
        return self.is_polar and self._is_of_part and bare

    @property
    def is_polar(self) -> bool:
        """Whether it asks for a yes or a no, of nothing that "any" names."""
        return self._begins_with(*AUXILIARIES, "will", "can") and not _ANY & {*self._typed}

    @property
    def _is_of_part(self) -> bool:
        return self.parts.has(Sort.ROLE, Sort.SOLE) and self.parts.has(Sort.AGENCY, Sort.OWN)

    def _begins_with(self, *typed: str) -> bool:
        return self.text.removeprefix("and ").partition(" ")[0] in typed

    @property
    def is_same_agency(self) -> bool:
        """ "and as partner", "in which is it a partner?": the agency before, unless asked who."""
        same = self.parts.has(Sort.ROLE) and not self.parts.composed.atoms
        agency = all(s.typed in {"it", "they"} for s in self.spans if s.sort is Sort.THOSE)
        return same and agency and not self.wants("who", "partners")

    @property
    def says_it(self) -> bool:
        """Whether it points at one thing: "it", "that one"."""
        return self.points and self.it is not None and self.it.typed in _ONE_THING

    def named(self, ref: str) -> str:
        """The text with a reference in the place of what points back."""
        text, it = self.parts.text, self.it
        it = None if it and it.sort is Sort.WANT else it
        return f"{text[: it.start]}{ref}{text[it.end :]}" if it else f"{text.rstrip(' ?')} {ref}"

    @property
    def placed(self) -> Expression:
        """What it says, by its conditions or else by what its words are about."""
        if self.parts.composed.over != EVERY or not self.parts.unknown:
            return self.parts.composed.over
        placed = self.parts.index.topics.place(self.parts.about)
        if placed.refs:
            return Refs(placed.refs)
        return Of(placed.priority) if placed.priority else EVERY

    def value(self, sort: Sort) -> str:
        """What the first span of a sort stands for, or ""."""
        return next((s.value for s in self.spans if s.sort is sort), "")

    def wants(self, *names: str) -> bool:
        """Whether one of these words of wanting was said."""
        return any(s.sort is Sort.WANT and s.value in names for s in self.spans)
