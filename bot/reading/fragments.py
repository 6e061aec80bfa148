"""Whether a text goes on with the one before: it points back, joins on, or has no subject."""

from __future__ import annotations

from bot.reading.cues import JUDGED
from bot.reading.expression import EVERY, Expression, Of, leaves
from bot.reading.grammar import Sort, single_words
from bot.reading.of_one import asks_amount
from bot.reading.owing import is_owed
from bot.reading.parts import Parts
from bot.reading.safety import says
from bot.reading.spans import Span
from bot.reading.tokens import words
from bot.reading.update_words import AUXILIARIES

_FEW, _LONGEST = 5, 10  # more spans are a question of their own
_JOINING = {Sort.AND, Sort.OR, Sort.NOT, Sort.EXCEPT, Sort.ONLY}
_MORE = {"more", "next", "next page", "show more", "more please"}
_REST = {"else", "elses", "elsewhere", "rest", "other", "others", "remainder", "remaining"}
OF_ALL = {"plan", "overview", "overall", "altogether", "everything"}  # every action again
_ANY = {"everything", "anything", "all", "any", "every", "each"}
_BODIES, _UNFREE = {"agency", "priority"}, {Sort.SOLE, Sort.JOINT, Sort.WANT}
_ONE_THING = frozenset({"it", "its", "on it", "this", "that", "that one", "this one"})
_RANKING = ("most", "fewest", "compare", "better", "worse")
_RETOLD = ("how far off", "left out", "more before", "sender", "their partners", "was before",
           "whose", "earlier update", "how many updates")  # fmt: skip
_ASIDE, _BACK = {Sort.FILLER, Sort.PUNCTUATION}, {"both", "else", "ones"}
_COUNTED = {Sort.NUMBER, Sort.TIMES, Sort.OP}
_INSIDE, _NAMES = {"they", "it", "them", "each"}, (Sort.REF, Sort.MISSING)
_STATES = {"state met", "state missed target", "status", "moves", "overdue", "updated", "no update"}


class Fragment:
    """A text as what may go on with the reading before."""

    __slots__ = ("_typed", "of_those", "parts", "spans", "text")

    def __init__(self, parts: Parts) -> None:
        self.parts, self.spans = parts, parts.spans
        self._typed = parts.words
        self.text = parts.plain
        self.of_those = says("of those", self.text)

    @property
    def may_follow(self) -> bool:
        """Whether what was before has to be known to read it."""
        tells = self.wants("history") and bool(self.parts.unknown)  # "why are two reviews late"
        if any(says(name, self.text) for name in _RETOLD):
            return True
        ranks = len(self.spans) <= _FEW and self.wants(*_RANKING)
        every = self._typed[:1] == ("all",) and "?" in self.parts.text  # "all hit target?"
        asks = every or self.is_polar or tells or not _BACK.isdisjoint(self._typed)
        return self.goes_on or self.is_amount or self.turns or ranks or asks or self.seeks

    @property
    def seeks(self) -> bool:
        """ "Anything amber then": some of a state, of nobody and of nothing named."""
        asks = {"any", "anything"} & {*self._typed[:3]} and len(self.spans) <= _FEW
        return bool(asks) and self.says_state

    @property
    def says_state(self) -> bool:
        """Whether all its conditions are of a state, of nobody and of nothing named."""
        placed = any(a.agency or a.side == "about" for a in self.parts.composed.atoms)
        return self.parts.conditions > 0 and not placed and "actions" not in self._typed

    @property
    def goes_on(self) -> bool:
        """Whether it may be about what was before."""
        if not 0 < len(self.spans) <= _LONGEST + 5 * self.of_those:
            return False
        asks = self.parts.has(Sort.WANT, Sort.ROLE, Sort.DUE, Sort.NOW, Sort.GROUP)
        short = (asks and self.is_subjectless) or self._is_short
        linked = self.points or self.joins or self.adds
        measured = self.wants("measures") and not self.parts.has(Sort.DATE)  # "against target"
        linked = linked or (short and self.wants("compare") <= measured)
        when = self.wants("when", "history") and not self.parts.has(Sort.AGENCY)
        return (linked or (when and self.only_tells)) and not self._is_complete

    @property
    def _is_complete(self) -> bool:
        """Whether it is a question of its own: about every action, a short form, two conditions."""
        anew = self._begins.typed.endswith("back to") and self.parts.conditions > 0
        aside = self.is_name or self.points or self.wants("measures")  # "the target"
        meant = self.parts.terms and not aside
        if anew or meant or says("last year", self.text):
            return True
        every = OF_ALL if self.joins else OF_ALL | {"coming", "upcoming"}
        of_all = bool(every & {*self._typed}) and self.parts.has(Sort.WANT)
        sides = {atom.side for atom in self.parts.composed.atoms}
        subject = sides > {"about"} and self.parts.has(Sort.WANT)
        if self.points or (self.joins and not (of_all or subject)):
            return False
        led = self.counts_of_body
        return of_all or led or len(sides) > 1 or self.parts.has(*_NAMES)

    @property
    def counts_of_body(self) -> bool:
        """ "How many do the police lead": actions, by the part that some body plays."""
        part = self.parts.has(Sort.ROLE) and self.parts.has(Sort.AGENCY, Sort.OWN)
        return part and self.wants("count") and not self.is_amount

    @property
    def points(self) -> bool:
        """Whether it points back ("those", "it", "that are also ours") and names no action."""
        names = self.parts.has(*_NAMES) or len(self.parts.unknown) > 2
        return not names and (self.of_those or self.it is not None)

    @property
    def it(self) -> Span | None:
        """The word that points back; none where it is about a subject of the text's own."""
        sides = {atom.at: atom.side for atom in self.parts.composed.atoms}
        own = parted = False
        for place, span in enumerate(self.spans):
            inside = span.sort is Sort.WANT and not _INSIDE.isdisjoint(span.typed.split())
            inside = inside or self._is_each(place)
            that = span.sort is Sort.AND and span.typed[:4] == "that"
            if inside or span.sort is Sort.THOSE or that:
                after = [s.sort for s in self.spans[place + 1 :] if s.sort not in _ASIDE]
                goes_on = that and after[:1] not in ([], [Sort.AND])  # not "which is that?"
                return None if parted or (goes_on and self._has_subject(place)) else span
            own = own or place in sides or span.value == "latest" or span.sort is Sort.ORDER
            parted = parted or (own and span.sort in {Sort.PUNCTUATION, Sort.AND})
            parted = parted or (span is self._begins and sides.get(place) == "about")
        return None

    def _is_each(self, place: int) -> bool:
        """Whether "each" is each of those before, not each of some thing said with it."""
        after = [s.sort for s in self.spans[place + 1 :] if s.sort is not Sort.FILLER]
        things = {Sort.AGENCY, Sort.DATE, Sort.GROUP, Sort.NOUN, Sort.PRIORITY, Sort.UNKNOWN}
        return self.spans[place].typed == "each" and after[:1] not in [[x] for x in things]

    def _has_subject(self, place: int) -> bool:
        """Whether something stands before a place that "that" may be said of ("actions that")."""
        atoms = self.parts.has(Sort.ORDER) or any(a.at < place for a in self.parts.composed.atoms)
        nouns = (s.sort is Sort.NOUN or s.value == "measures" for s in self.spans[:place])
        return atoms or any(nouns) or any(_ANY & {*words(s.typed)} for s in self.spans[:place])

    @property
    def joins(self) -> bool:
        """Whether it joins on: "and ...", "ok what about ...", "not the ...", "amber?"."""
        name = self.is_name or self._only is Sort.PRIORITY
        name = name and (self.text[:3] in {"in ", "for"} or self.parts.text.rstrip()[-1] == "?")
        joined = self.begins_joined and not (self.has_noun and self.parts.has(Sort.WANT))
        return name or joined or says("what about", self.text)

    @property
    def is_name(self) -> bool:
        """Whether it only names a status, whose or a time: "amber", "csu?", "q1"."""
        names = {Sort.STATUS, Sort.AGENCY, Sort.OWN, Sort.SOLE, Sort.JOINT, Sort.DATE}
        return self._only in names

    @property
    def _only(self) -> Sort | None:
        bearing = [s.sort for s in self.parts.bearing if s.sort is not Sort.PUNCTUATION]
        return bearing[0] if len(bearing) == 1 else None

    @property
    def begins_joined(self) -> bool:
        """Whether its first word joins it to what was before."""
        joins = self._begins.sort in _JOINING or is_owed(self.parts)  # "so who do I nudge?"
        heads = [s for s in self.spans if s.sort not in _ASIDE]
        joins = joins or (len(heads) == 2 and heads[0].typed == "now")  # "now the police"
        return joins or self._begins.typed.startswith(("same", "the same", "just"))

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
        return self.restores or (self._also and not self.begins_with("which")) or self._puts_in

    @property
    def _also(self) -> bool:
        return any(s.typed in {"too", "as well", "also"} for s in self.spans)

    @property
    def _puts_in(self) -> bool:
        """ "Add the ambers", "would you include the ambers in that"."""
        included = any(span.values == ("include",) for span in self.spans[:_FEW])
        return included or self._begins.typed.startswith(("add", "plus", "put", "throw"))

    @property
    def narrows(self) -> bool:
        """Whether what it says chooses among the actions before."""
        last = (s.typed.split()[-1:] for s in self.spans[1:] if s.sort not in _COUNTED)
        any_of = "any" in self._typed[:3] and self.parts.has(Sort.AGENCY, Sort.OWN)
        if self._puts_in:
            return False
        any_of = any_of or (self._also and self.begins_with("which"))  # "which are on it too"
        return self.of_those or (not self.joins and (self.points or any_of or ["one"] in last))

    @property
    def of_others(self) -> bool:
        """Whether it speaks of others than those before: "the other four", "the rest"."""
        own = {s.typed for s in self.parts.of_sort(Sort.OWN) if " " in s.typed}  # "somebody else"
        typed = (s.typed for s in self.spans if s.sort not in _UNFREE and s.typed not in own)
        free = {word for run in typed for word in words(run)}
        return bool(_REST & free) and not self.parts.has(Sort.REF, Sort.EXCEPT)

    @property
    def turns(self) -> bool:
        """Whether it asks for the next page, or of the rest and of no more."""
        rest = any(_REST & {*words(s.typed)} for s in self.parts.of_sort(Sort.THOSE))
        few = self.of_others and (rest or len(self._typed) <= _FEW)
        nouns = {s.value for s in self.parts.of_sort(Sort.NOUN, Sort.GROUP)} - _BODIES
        bare = not (self.parts.composed.atoms or self.parts.unknown or nouns)
        return (few and (bare or self.wants("when", "history"))) or self.text in _MORE

    @property
    def restores(self) -> bool:
        """ "Put them back", "actually leave the police ones in"."""
        moved = any(span.value == "moved" for span in self.spans)  # "has the date been put back"
        timed = moved or self.parts.has(Sort.DATE)  # "what was it back in q1"
        return not timed and ("back" in self._typed or says("put back", self.text))

    @property
    def is_amount(self) -> bool:
        """ "how many done?", "out of?": of one action a number is asked, not how many actions."""
        short = len(self.spans) <= _LONGEST and not self.has_noun and self.wants("count")
        bare = self.text.removeprefix("and ").startswith(("out of", "by how m"))
        return asks_amount(self.parts) if short else bare

    @property
    def _is_short(self) -> bool:
        """ "amber?", "which hasn't had an update": a condition in a few words, of nothing named."""
        asks = {s.typed.split()[0] for s in self.spans if s.sort is Sort.WANT}
        chooses = bool(asks) or bool({"one", "ones"} & {*self._typed[1:]})
        complete = not asks <= {"which", "any", "how", "what"}
        command = len(self._typed) == 1 and not ("?" in self.parts.text or self.is_name)
        named = self.parts.has(Sort.PRIORITY) and not chooses
        if command or self.has_noun or complete or named or self.parts.has(*_NAMES):
            return False
        limits = self.parts.has(Sort.OP, Sort.ORDER, Sort.DATE, Sort.NOT, Sort.TIMES)
        few = not self.parts.unknown or len(self._typed) <= 3
        return few and (limits or bool(self.parts.composed.atoms))

    @property
    def has_noun(self) -> bool:
        """Whether it has a noun of its own ("updates received"); "ones" only stands for one."""
        nouns = {s.typed for s in self.spans if s.sort is Sort.NOUN} - {"ones", "stuff"}
        pairs = zip((*self.spans[:1], *self.spans), self.spans, strict=False)  # not "did we report"
        stated = (s for b, s in pairs if s.sort is Sort.STATE and b.sort is not Sort.OWN)
        states = (s.typed.split()[0] for s in stated)
        wants = (s for s in self.spans[:1] if s.sort is Sort.WANT and s.value != "latest")
        typed = (*states, *(want.typed.split()[-1] for want in wants))
        return bool(nouns) or not single_words(Sort.NOUN).isdisjoint(typed)

    @property
    def is_subjectless(self) -> bool:
        """Whether it names nothing that it could be about, nor sets a condition."""
        return not (self.parts.composed.atoms or self.parts.unknown or self.has_noun)

    @property
    def only_tells(self) -> bool:
        """Whether its conditions only tell of what was before: "when is the new date"."""
        bare = bool(self.parts.composed.atoms) and not (self.parts.unknown or self.has_noun)
        return bare and all(a.side in _STATES or a.loose for a in self.parts.composed.atoms)

    @property
    def is_polar(self) -> bool:
        """Whether it asks for a yes or a no, or what we did, of nothing that "any" names."""
        free = {w for s in self.spans if s.sort is not Sort.STATE for w in words(s.typed)}
        asks = self.begins_with(*AUXILIARIES, "will", "can") or "what did we" in self.text
        return asks and _ANY.isdisjoint(free)

    def begins_with(self, *typed: str) -> bool:
        """Whether one of these is its first word, behind "and"."""
        return self.text.removeprefix("and ").partition(" ")[0] in typed

    @property
    def says_it(self) -> bool:
        """Whether it points at one thing: "it", "that one"."""
        return self.points and self.it is not None and self.it.typed in _ONE_THING

    @property
    def placed(self) -> Expression:
        """What it says, by its conditions, by what is asked for or what its words are about."""
        if self.wants("worst") is not self.wants("best"):
            return JUDGED[self.wants("best")]
        over, unknown = self.parts.composed.over, self.parts.unknown
        by_word = over == EVERY or isinstance(over, Of)
        placed = self.parts.index.topics.place(self.parts.about) if unknown and by_word else None
        return Of(placed.priority) if placed and placed.priority and over == EVERY else over

    @property
    def named_refs(self) -> tuple[str, ...]:
        """The actions that its words are about."""
        return tuple(ref for leaf in leaves(self.placed) for ref in getattr(leaf, "refs", ()))

    def wants(self, *names: str) -> bool:
        """Whether one of these words of wanting was said."""
        return any(s.sort is Sort.WANT and s.value in names for s in self.spans)
