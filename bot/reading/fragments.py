"""Whether a text goes on with the one before: it points back, joins on, or has no subject."""

from __future__ import annotations

from bot.reading.asked_term import asked_term
from bot.reading.calendar import NUMBERS, ORDINALS
from bot.reading.cues import DONE
from bot.reading.expression import EVERY, Expression, Of, Refs, leaves
from bot.reading.grammar import Sort
from bot.reading.parts import Parts
from bot.reading.safety import says
from bot.reading.spans import Span
from bot.reading.tokens import words

_FEW = 5
_LONGEST = 10
"""More spans than these are a question of their own."""
_JOINING = {Sort.AND, Sort.OR, Sort.NOT, Sort.EXCEPT, Sort.ONLY}
_ABOUT = {("what", "about"), ("how", "about"), ("out", "of")}
_MORE = {"more", "next", "next page", "show more", "more please"}
_OF_SOME = {"which", "any"}
"""What asks for some of a set: "any red?", "which hasn't had an update"."""
_REST = {"rest", "other", "others", "remainder", "remaining"}
"""What is left of the set before."""
_OF_MANY = (Sort.AGENCY, Sort.OWN, Sort.GROUP, Sort.PRIORITY, Sort.NOT)
_EVERYTHING = {"everything", "anything", "all", "any"}
_OF_ALL = {"plan", "overall", "altogether", "everything"}
"""What says that every action is meant again."""
_AROUND_NUMBER = {"the", "number", "option", "one", "and", "please", "about"}
_ENDS = {"first": 1, "top": 1, "last": -1, "bottom": -1}
_AGENCY = frozenset({"it", "they"})
_ONE_THING = frozenset({"it", "its", "this", "that", "that one", "this one"})
_NAMES = (Sort.REF, Sort.MISSING)


class Fragment:
    """A text as what may go on with the reading before."""

    __slots__ = ("parts", "spans", "typed")

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.spans = parts.spans
        self.typed = words(parts.text)

    @property
    def goes_on(self) -> bool:
        """Whether it may be about what was before."""
        if not 0 < len(self.spans) <= _LONGEST or self._is_complete:
            return False
        if self.points or self.joins or self.widens:
            return True
        if self._says(Sort.WANT, "compare"):
            return False
        return (self.is_subjectless and self._only_wants) or self._is_short

    @property
    def _is_complete(self) -> bool:
        """Whether it is a question of its own: about every action, a short form, or with two
        conditions that nothing joins to what was before."""
        if asked_term(self.parts) or says("last year", " ".join(self.typed)):
            return True
        of_all = bool(_OF_ALL & {*self.typed}) and self.parts.has(Sort.WANT)
        if self.points or (self.joins and not of_all):
            return False
        sides = {atom.side for atom in self.parts.composed.atoms}
        return of_all or len(sides) > 1 or self.parts.has(*_NAMES)

    @property
    def points(self) -> bool:
        """Whether it points back ("those", "it", "that are also ours") and names no action; what
        stands behind a subject of its own is about that."""
        if self.parts.has(*_NAMES) or len(self.parts.unknown) > 2:
            return False
        return self.of_those or self.it is not None

    @property
    def it(self) -> Span | None:
        """The word that points back; none where it is about what stands before it in the text."""
        own, parted = False, False
        subjects = {atom.at for atom in self.parts.composed.atoms}
        for place, span in enumerate(self.spans):
            if span.sort is Sort.THOSE or (span.sort is Sort.AND and span.typed[:4] == "that"):
                relative = span.sort is Sort.AND and bool(self._names_before(place))
                return None if parted or relative else span
            own = own or place in subjects or span.sort is Sort.GROUP
            parted = parted or (own and span.sort in {Sort.PUNCTUATION, Sort.AND})
        return None

    def _names_before(self, place: int) -> bool:
        """Whether something stands before a place that "that" may be said of ("actions that")."""
        atoms = any(atom.at < place for atom in self.parts.composed.atoms)
        every = any(_EVERYTHING & {*words(s.typed)} for s in self.spans[:place])
        return atoms or every or any(s.sort is Sort.NOUN for s in self.spans[:place])

    @property
    def of_those(self) -> bool:
        """ "which of them", "of those"."""
        pairs = zip(self.typed, self.typed[1:], strict=False)
        return any(of == "of" and those in {"them", "those", "these"} for of, those in pairs)

    @property
    def joins(self) -> bool:
        """Whether it joins on: "and ...", "ok what about ...", "not the ...", "amber?"."""
        complete = self._has_noun and self.parts.has(Sort.WANT)
        return self._is_about or (self.begins_joined and not complete) or self._is_name

    @property
    def _is_about(self) -> bool:
        return any(self.typed[at : at + 2] in _ABOUT for at in (0, 1))

    @property
    def _is_name(self) -> bool:
        """ "domestic abuse?": one name or status, asked."""
        bearing = [s for s in self.spans if s.sort not in {Sort.FILLER, Sort.PUNCTUATION}]
        asked = self.parts.text.rstrip().endswith("?") and len(bearing) == 1
        return asked and bearing[0].sort in {Sort.PRIORITY, Sort.STATUS, Sort.AGENCY}

    @property
    def begins_joined(self) -> bool:
        """Whether its first word joins it to what was before."""
        first = self._begins
        return first.sort in _JOINING or first.typed.startswith(("same", "just"))

    @property
    def _begins(self) -> Span:
        """Its first word that says anything."""
        aside = {Sort.FILLER, Sort.NOW, Sort.PUNCTUATION}
        plain = (s for s in self.spans if s.sort not in aside or s.typed in {"same", "just"})
        return next(plain, self.spans[0])

    @property
    def narrows(self) -> bool:
        """Whether what it says chooses among the actions before."""
        ones = (s.typed for s in self.spans[1:] if s.sort not in {Sort.NUMBER, Sort.TIMES, Sort.OP})
        one = any(typed.split()[-1:] == ["one"] for typed in ones)
        return self.of_those or (not self.joins and (self.points or one))

    @property
    def of_others(self) -> bool:
        """Whether it speaks of others than those before: "the other four", "the rest"."""
        free = {
            w for s in self.spans if s.sort not in {Sort.SOLE, Sort.WANT} for w in words(s.typed)
        }
        return bool(_REST & free) and not self.parts.has(Sort.AGENCY, Sort.REF)

    @property
    def turns(self) -> bool:
        """Whether it asks for the next page, or for the rest and no more."""
        bare = self.of_others and not self.parts.composed.atoms and len(self.typed) <= _FEW
        return bare or self.asks_for_more

    @property
    def asks_for_more(self) -> bool:
        return " ".join(self.typed) in _MORE

    @property
    def widens(self) -> bool:
        """Whether it asks for all of a kind again: "all agencies then"."""
        every = bool({"all", "any", "every", "each"} & {*self.typed}) and self.parts.has(Sort.NOUN)
        return every and len(self.typed) <= _FEW and not self.parts.composed.atoms

    @property
    def is_amount(self) -> bool:
        """ "how many done?": of one action a number is asked, not how many actions."""
        if len(self.spans) > _LONGEST or not self._says(Sort.WANT, "count") or self._has_noun:
            return False
        atoms = self.parts.composed.atoms
        telling = all(a.side == "about" or a.expression == DONE for a in atoms)
        led = self.role in {"lead", "partner"}
        return telling and not led and not self.parts.has(*_OF_MANY)

    @property
    def picked(self) -> tuple[int, ...]:
        """The places chosen in a list, from 1, or from its end as -1: "2", "the second one",
        "the last two"; none when nothing is chosen."""
        if len(self.spans) > _LONGEST:
            return ()
        ordinal = next((s.value for s in self.spans if s.sort is Sort.ORDINAL), "")
        if ordinal:
            return (int(ordinal),)
        if self.typed[-2:-1] == ("the",) and self.typed[-1] in {"last", *ORDINALS}:
            return (-1 if self.typed[-1] == "last" else ORDINALS[self.typed[-1]],)
        bare = [w for w in self.typed if w not in _AROUND_NUMBER]
        if len(bare) == 1 and len(self.typed) <= 4:
            short = bare[0].isdigit() and len(bare[0]) < 3
            number = int(bare[0]) if short else ORDINALS.get(bare[0], 0)
            return (number,) if number else ()
        return self._several

    @property
    def _several(self) -> tuple[int, ...]:
        """ "the last two", "the first three": where no time or other thing is counted."""
        if self.parts.has(Sort.DATE) or self._has_noun:
            return ()
        for the, end, number in zip(self.typed, self.typed[1:], self.typed[2:], strict=False):
            many = NUMBERS.get(number, int(number) if number.isdigit() else 0)
            if the == "the" and end in _ENDS and 1 < many <= _LONGEST:
                places = range(1, many + 1) if _ENDS[end] > 0 else range(-many, 0)
                return tuple(places)
        return ()

    @property
    def _only_wants(self) -> bool:
        """ "who leads?", "list them", "why?": a want without a subject."""
        return self.parts.has(Sort.WANT, Sort.ROLE, Sort.DUE, Sort.NOW, Sort.GROUP)

    @property
    def _is_short(self) -> bool:
        """ "amber?", "led by us", "which hasn't had an update": a condition in a few words, with
        nothing named that it could be about."""
        asks = [s for s in self.spans if s.sort is Sort.WANT and s.typed.split()[0] not in _OF_SOME]
        complete = bool(asks) and "one" not in self.typed[1:]
        command = len(self.typed) == 1 and "?" not in self.parts.text
        if command or self._has_noun or complete or self.parts.has(*_NAMES, Sort.PRIORITY):
            return False
        says = self.parts.has(Sort.OP, Sort.ORDER, Sort.DATE, Sort.NOT)
        greets = not (self.parts.composed.atoms or says)
        return not greets and (not self.parts.unknown or len(self.typed) <= 3)

    @property
    def _has_noun(self) -> bool:
        """Whether it has a noun of its own; "ones" only stands for one."""
        return any(s.sort is Sort.NOUN and s.typed not in {"ones", "stuff"} for s in self.spans)

    @property
    def is_subjectless(self) -> bool:
        """Whether it names nothing that it could be about, nor sets a condition."""
        return not (self.parts.composed.atoms or self.parts.unknown or self._has_noun)

    @property
    def is_same_agency(self) -> bool:
        """ "and as partner", "in which is it a partner?": the agency before, unless asked who."""
        same = self.parts.has(Sort.ROLE) and not self.parts.composed.atoms
        agency = all(s.typed in _AGENCY for s in self.spans if s.sort is Sort.THOSE)
        return same and agency and not self.wants("who", "partners")

    @property
    def says_it(self) -> bool:
        """Whether it points at one thing: "it", "that one"."""
        return self.points and self.it is not None and self.it.typed in _ONE_THING

    def named(self, ref: str) -> str:
        """The text with a reference in the place of what points back."""
        text, it = self.parts.text, self.it
        return f"{text[: it.start]}{ref}{text[it.end :]}" if it else f"{text.rstrip(' ?')} {ref}"

    @property
    def about(self) -> tuple[str, ...]:
        """The actions its words are about, of the whole plan."""
        said = (x for a in self.parts.composed.atoms for x in leaves(a.expression))
        named = tuple(ref for x in said if isinstance(x, Refs) for ref in x.refs)
        placed = self.placed
        return named or (placed.refs if isinstance(placed, Refs) else ())

    @property
    def placed(self) -> Expression:
        """What its words are about by themselves."""
        placed = self.parts.index.topics.place(self.parts.about)
        if placed.refs:
            return Refs(placed.refs)
        return Of(placed.priority) if placed.priority else EVERY

    @property
    def role(self) -> str:
        return self._value(Sort.ROLE)

    @property
    def order(self) -> str:
        return self._value(Sort.ORDER)

    @property
    def noun(self) -> str:
        return self._value(Sort.NOUN)

    def _value(self, sort: Sort) -> str:
        return next((s.value for s in self.spans if s.sort is sort), "")

    def _says(self, sort: Sort, value: str) -> bool:
        return any(s.sort is sort and s.value == value for s in self.spans)

    def wants(self, *names: str) -> bool:
        """Whether one of these words of wanting was said."""
        return any(s.sort is Sort.WANT and s.value in names for s in self.spans)
