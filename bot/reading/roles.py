"""Agencies and their parts: which role belongs to which agency, and whose "we" and "ours" are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.reading.conditions import Conditions
from bot.reading.expression import Involves, Lacks, Leads, Partners
from bot.reading.folding import Atom
from bot.reading.grammar import Sort, columns
from bot.reading.in_context import AROUND, BODIES
from bot.reading.spans import Span
from bot.reading.tree import Expression, Not, all_of, any_of, leaves, mapped

_CONNECTING = {
    Sort.OR, Sort.AND, Sort.NOR, Sort.NOT, Sort.EXCEPT, Sort.NEITHER, Sort.ONLY, Sort.AGENCY,
    Sort.BY, Sort.OWN, Sort.TOGETHER, Sort.FILLER, Sort.ROLE, Sort.SOLE,
}  # fmt: skip
_GOING_ON = frozenset({Sort.NOT, Sort.EXCEPT, Sort.AND, Sort.OR, Sort.PUNCTUATION})
_SAID_OF = frozenset({Sort.FILLER, Sort.THOSE, Sort.NOUN, Sort.ONLY, Sort.WANT})
"""What may stand before a further role of an agency: "leave out any they only help with"."""
PARTS = (Leads, Partners, Involves)
ROLES: dict[str, Callable[[str], Expression]] = {
    "lead": Leads, "partner": Partners, "either": Involves, "": Leads,
}  # fmt: skip
_BARE = {Sort.AND, Sort.WANT, Sort.FILLER, Sort.PUNCTUATION}
_POSSESSIVE = frozenset({"our", "of", "ours", "ourselves", "my", "mine", "us"})
_APART = frozenset({Sort.NOT, Sort.EXCEPT, Sort.ONLY, Sort.NEITHER, Sort.NOR})
_HOLDING = {"am", "did", "do", "doing", "got", "have", "must", "need", "should", "still", "to"}
_HELD = frozenset({Sort.ROLE, Sort.STATE, Sort.DUE, Sort.STATUS, Sort.GAP, Sort.ONLY, Sort.NOT})
_ASKED = frozenset({"what", "which", "anything", "is", "are", "how"})
_AROUND = (Sort.NOT, Sort.EXCEPT, Sort.NEITHER, Sort.ONLY, Sort.SOLE, Sort.BY)
_OWNED, _TOWARDS = frozenset({"mine", "ours"}), frozenset({"by", "of"})
_OWNING = _OWNED | {"my", "our"}
_RELATIVE = frozenset({"that", "which", "who", "with"})
_EXTREMES = frozenset({"most", "fewest"})
_SOUGHT = _EXTREMES | frozenset({"who", "partners", "count"})


class Roles(Conditions):
    """The conditions that are about an agency's part."""

    def _not_behind(self, place: int) -> int | None:
        """The place of a NOT behind an agency: before its role, or last ("the council isn't")."""
        rest = [i for i in range(place + 1, len(self._spans)) if self._meant(i)][:2]
        sorts = [self._spans[i].sort for i in rest]
        ends = sorts[1:] in ([], [Sort.PUNCTUATION], [Sort.AND])
        beside = self._before(place).sort in {Sort.AND, Sort.PUNCTUATION}
        denied = sorts[:1] in ([Sort.NOT], [Sort.NEITHER])
        if not denied or not (sorts[1:] == [Sort.ROLE] or (ends and beside)):
            return None
        self._used.add(rest[0])
        return rest[0]

    def _again(self, place: int, span: Span, before: Sequence[Atom | Span]) -> Atom | None:
        """ "help with but don't run", "no lead or target": a further role of the agency named, a
        further thing that is lacking."""
        linked = [s.sort for s in self._spans[:place] if s.sort not in _SAID_OF]
        behind = linked[-1] if linked else Sort.FILLER
        last = next((item for item in reversed(before) if isinstance(item, Atom)), None)
        asked = self._before(place).sort is Sort.WANT  # "and who leads", "which measures"
        if last is None or behind not in _GOING_ON or asked:
            return None
        named = columns() if last.side.startswith("gap") else {}
        longer = " ".join(s.typed for s in self._spans[place - 1 : place + 1])
        ways = {way: column for column, names in named.items() for way in names}
        what = ways.get(longer) or ways.get(span.typed, "")
        if what and behind is not Sort.NOT and span.sort is not Sort.FILLER:
            return Atom(Lacks(what), f"gap {what}", place)
        if span.sort is not Sort.ROLE or behind is Sort.PUNCTUATION or self._bound(place):
            return None
        codes = [x.agency for x in leaves(last.expression) if isinstance(x, PARTS)]
        made = [ROLES[span.value](code) for code in codes]
        return Atom(any_of(*made), span.value, place) if made else None

    def _bound(self, place: int) -> bool:
        """Whether a role has an agency of its own right behind it."""
        after = self._next(place, *_AROUND)
        return after is not None and after.sort in {Sort.AGENCY, Sort.OWN}

    def _others(self, place: int) -> Atom | None:
        """ "That somebody else leads": not we; of who helps beside it says nothing."""
        if self._role(place) != "lead" or any(s.sort is Sort.AGENCY for s in self._spans):
            return None
        codes = self._asker.agencies
        self.result.nobody = self.result.nobody or not codes
        return Atom(Not(any_of(*map(Leads, codes))), "lead", place) if codes else None

    def _agency(self, place: int, span: Span) -> Atom | None:
        if span.value == "others":
            return self._others(place)
        role = self._role(place) or "either" * self._is_without(place)
        after = self._next(place, Sort.NUMBER)
        of_all = after and after.sort is Sort.NOUN and after.value not in {"action", "update"}
        if span.sort is Sort.OWN and of_all and span.typed not in {"we", "i"}:
            return None  # "our priorities" are the partnership's
        behind = self._spans[place + 1 : place + 2]
        noise = any(s.sort is Sort.FILLER and s.values and s.typed != "last" for s in behind)
        if noise and span.typed in {"my", "our"}:
            return None  # "for my chief exec": somebody's, but no action
        codes = span.values if span.sort is Sort.AGENCY else self._mine(place, role)
        if span.typed.startswith("our ") and {*codes} & {*self._asker.agencies}:
            codes = self._asker.agencies  # "our council", of two
        if not codes:
            return None
        leaf = ROLES[role]
        near = (self._before(place), self._next(place))
        one = sum(s.sort in BODIES for s in self._spans) == 1
        each = one and any(s and s.sort is Sort.TOGETHER for s in near)
        made = (all_of if each else any_of)(*(leaf(code) for code in codes))  # "both districts"
        sends = near[1] and near[1].value == "latest"  # "when did we last send anything in"
        joined = not one and any(s and s.sort in {Sort.AND, Sort.OR} for s in near)
        we = span.typed.split()[0] in {"we", "were"} and not (sends or joined)
        loose = role or ("we" if we else "loose")
        if self._is_set_of(place):
            return Atom(any_of(*map(Leads, codes)), "own", place, "own")
        return Atom(made, role or "lead", place, loose)

    def _is_without(self, place: int) -> bool:
        """ "Without fire or us", "neither police nor us": not on them, where no part is named."""
        parts = any(s.sort is Sort.ROLE or s.typed in _OWNED for s in self._spans)
        without = (s.sort is Sort.NEITHER or s.typed == "without" for s in self._spans[:place])
        return not parts and any(without)

    def _is_set_of(self, place: int) -> bool:
        """Whether "our actions" are what another agency plays a part in: "which of ours are the
        police on too", "council jobs that fire are in on"; not "ours and the police's"."""
        others = [i for i, s in enumerate(self._spans) if s.sort in BODIES and i > place]
        things = any(s.value == "action" for s in self._spans[place + 1 : place + 2])
        related = things and any(s.typed in _RELATIVE for s in self._spans[place + 2 : place + 3])
        if not (self._spans[place].owns or self._owns(place) or related) or len(others) != 1:
            return False
        between = self._spans[place + 1 : others[0]]
        return not any(s.sort in _GOING_ON and s.typed.split()[0] not in _RELATIVE for s in between)

    def _owns(self, place: int) -> bool:
        """Whether an agency's own is spoken of ("our actions", "ours"): what it leads."""
        return self._spans[place].typed.split()[0] in _OWNING

    def _mine(self, place: int, role: str) -> tuple[str, ...]:
        pronoun = self._spans[place].typed.split()[0]
        mine = pronoun in {"my", "mine"} or bool(role) or self._is_asked_of(place)
        ours = pronoun in _POSSESSIVE or (pronoun in {"we", "were"} and self._asker.leads)
        if not mine and ours and not self._asker.leads and not self._sets_apart(place):
            self.result.everybody = pronoun in _POSSESSIVE
            return ()
        if not (mine or ours):
            return ()
        self.result.nobody = self.result.nobody or not self._asker.agencies
        return self._asker.agencies

    def _sets_apart(self, place: int) -> bool:
        """Whether "ours" is set against what is others' ("just ours", "which of those are ours"):
        of the whole partnership it would say nothing."""
        beside = {span.sort for span in self._spans[max(place - 2, 0) : place]}
        of_those = any(span.sort is Sort.THOSE for span in self._spans[:place])
        bare = {s.sort for i, s in enumerate(self._spans) if i != place} <= _BARE  # "any of ours?"
        pointed = (of_those or bare) and self._spans[place].typed in {"ours", "mine"}
        return pointed or bool(_APART & beside)

    def _is_asked_of(self, place: int) -> bool:
        """Whether "i" or "me" says whose actions are meant: "what do I have due", "outstanding for
        me"; not "who do I point them to", "can you list ... for me"."""
        pronoun, behind = self._spans[place].typed, self._spans[place + 1 : place + 2]
        before = " ".join(span.typed for span in self._spans[:place]).split()
        if pronoun == "i":
            held = all(s.sort in _HELD or s.typed.split()[0] in _HOLDING for s in behind)
            return held and not _HOLDING.isdisjoint(before[-1:]) and "who" not in before
        return pronoun == "me" and before[-1:] == ["for"] and before[0] in _ASKED

    def _role(self, place: int) -> str:
        """The role right after the agency ("fire as partner"), else the nearest one before it, else
        what is told of those named ("police, fire: what does each of them lead")."""
        after = self._next(place, Sort.NOT, Sort.ONLY)
        roles = {Sort.SOLE, Sort.ROLE}
        if after and after.sort in roles and after.value and not self._is_towards(after):
            return after.value
        if self._spans[place].typed in _OWNED:
            return ""
        free = (s for i, s in enumerate(self._spans[:place]) if i not in self._used)
        back = takewhile(lambda s: not self._is_taken(s), reversed([*free]))
        before = _joined_role(back)
        behind = _joined_role(s for s in self._spans[place + 1 :] if not self._is_towards(s))
        spoken = (s for s in self._spans if s.sort is Sort.ROLE)
        parts = [s.value for s in spoken if s.value == "either" or not self._is_taken(s)]
        sought = any(s.sort is Sort.WANT and s.value in _SOUGHT for s in self._spans)
        alone = len(parts) == 1 and not sought  # "lead or partner, what has probation got"
        of_those = any(s.sort is Sort.THOSE for s in map(self._before, self._places_of(Sort.ROLE)))
        partner = "partner" in self._spans[place].typed and self._before(place).sort is Sort.NOT
        other = parts[0] if alone and (of_those or parts[0] != "lead") else "partner" * partner
        return before or behind or other

    def _places_of(self, sort: Sort) -> list[int]:
        return [place for place, span in enumerate(self._spans) if span.sort is sort]

    def _is_taken(self, role: Span) -> bool:
        """Whether a role has an agency right before it: "police as partner, neither fire ..."."""
        earlier = reversed(self._spans[: self._spans.index(role)])
        back = (s for s in earlier if s.sort not in AROUND)
        return role.sort is Sort.ROLE and next(back, role).sort in BODIES

    def _is_towards(self, role: Span) -> bool:
        """Whether a role is of an agency behind it: "led by", not "what they are in charge of"."""
        towards = role.sort is Sort.ROLE and role.typed.split()[-1] in _TOWARDS
        return towards and self._bound(self._spans.index(role))

    def _settled(self, items: list[Atom | Span]) -> list[Atom | Span]:
        """Agencies without a role: what they have any part in, but what they lead beside more."""
        joint = any(s.sort is Sort.JOINT for s in self._spans)
        own = not joint and any(isinstance(a, Atom) and a.loose == "own" for a in items)
        unbound = {"loose", "we", "own"} if own else {"loose", "we"}
        others = [a for a in items if isinstance(a, Atom) and a.loose not in unbound]
        named = any(isinstance(a, Atom) and a.agency and a.loose != "we" for a in items)
        beside = [a for a in others if a.side != "about"]
        together = any(s.sort is Sort.TOGETHER for s in self._spans)
        counted = any(s.value in _EXTREMES for s in self._spans)  # "where do we have most as lead"
        roles = [s.typed for s in self._spans if s.sort is Sort.ROLE]
        parted = any(counted or typed.startswith("as ") for typed in roles)  # "as lead agency"
        due = any(s.sort is Sort.DUE or s.typed.startswith("due ") for s in self._spans)
        parted = parted or (due and any(s.sort is Sort.ORDER for s in self._spans))  # "we ... next"
        parted = parted or bool(self.result.dates)  # "what do we need to get sorted before June"
        if (named or not (beside or parted)) and not (together or joint):
            items = [i for i in items if not (isinstance(i, Atom) and i.loose == "we")]
        negated = any(s.sort in {Sort.NOT, Sort.EXCEPT, Sort.NEITHER} for s in self._spans)
        spoken = (x for a in others for x in leaves(a.expression))
        parts = {x.agency for x in spoken if isinstance(x, PARTS)}
        if not negated:  # "probation (nps or the crc) on it": named again, with its part
            items = [item for item in items if not _is_said_again(item, parts)]
        led = any(s.sort is Sort.ROLE and s.value == "lead" for s in self._spans)
        dated = others or self.result.dates  # "ours in December": due then
        if ((dated or negated) and not (together or own)) or (together and led):
            return items  # "anything they lead together"
        alone = sum(s.sort in BODIES for s in self._spans) == 1  # not "ours and the police's"
        return [
            replace(item, expression=mapped(item.expression, _involving), side="either")
            if isinstance(item, Atom)
            and item.loose in ({"loose", "we"} if together else {"loose"})
            and not (alone and self._owns(item.at))
            else item
            for item in items
        ]


def _is_said_again(item: Atom | Span, codes: set[str]) -> bool:
    """Whether it is an agency without a role that is named with one as well."""
    loose = [*leaves(item.expression)] if isinstance(item, Atom) and item.loose == "loose" else []
    return bool(loose) and all(isinstance(x, PARTS) and x.agency in codes for x in loose)


def _involving(leaf: Expression) -> Expression:
    return Involves(leaf.agency) if isinstance(leaf, Leads) else leaf


def _joined_role(spans: Iterable[Span]) -> str:
    """The first role that nothing parts from the head of some spans, or ""."""
    joined = takewhile(lambda s: s.sort in _CONNECTING or s.typed == ",", spans)
    return next((span.value for span in joined if span.sort is Sort.ROLE), "")
