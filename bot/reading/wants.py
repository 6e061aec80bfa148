"""What is wanted of the actions meant: the values, and the table that chooses between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.plan import Plan
from bot.core.quarters import Quarter
from bot.reading.expression import EVERY, Days, Expression, Not, Of, Refs, leaves

ANY = Not(EVERY)
"""What is asked whether there are any: what is wanted itself."""
PAGE = 10
"""Actions on one page of an answer."""


Kind = StrEnum(
    "Kind",
    "OVERVIEW PRIORITY TOPIC ACTIONS LIST COUNT BY RANK LEADS DUE MEASURES HISTORY LATEST "
    "CHANGES COMPARE LAST_YEAR GLOSSARY FACT NOT_NAMED GAPS MONEY HELP HOW_TO_UPDATE MANAGE "
    "GREETING THANKS EMERGENCY PERSONAL OUTSIDE NOT_UNDERSTOOD CHOOSE",
)
"""The kind of answer wanted; `TOLD_OF`: those that tell something of the actions meant."""
TOLD_OF = frozenset({Kind.HISTORY, Kind.DUE, Kind.LEADS, Kind.MEASURES, Kind.LATEST})


@dataclass(frozen=True, slots=True)
class Want:
    """A kind of answer. `group`, `noun`: "agency", "priority", "status", "update", "reading"; a
    `group` "partner" is an agency by what it supports, "action" goes with a number as `noun`;
    `order` "next" or another, of updates "first", `fewest` from its other end; `way` changes for
    the better (1) or worse (-1); `least` and `most` from and to how many a group is listed, `limit`
    how many of an order are wanted, `place` which of it or of a rank; `base` among which actions
    are counted; `than` those of another day to compare with; `term` a name of the glossary, of a
    fact, or what could not be placed; `whether` is asked of the one named, of all, or `ANY`."""

    kind: Kind = Kind.LIST
    group: str = ""
    noun: str = ""
    order: str = ""
    way: int = 0
    fewest: bool = False
    least: int = 0
    most: int = 0
    limit: int = 0
    place: int = 0
    quarters: tuple[Quarter, ...] = ()
    days: Days | None = None
    term: str = ""
    base: Expression = EVERY
    than: Expression = EVERY
    whether: Expression = EVERY


@dataclass(frozen=True, slots=True)
class Reading:
    """A text understood: what is wanted of which actions.

    `offers` are readings to choose from, each with its label; `also` a second question of the
    message. `slips` are misspellings, as typed and as read; `others` further priorities a topic
    touches; `missing` references the plan lacks; `alarm`: it may be about danger; `nobody`: the
    asker's own actions were meant and no agency is known; `notes` sentences to say beside the
    answer; `shown` the actions an answer showed, in order; `behind` the reading of the list that it
    chose from ("the second one", "just the red ones"); `gathered` the sets that were asked for in
    turn, each in the place of the one before ("and domestic abuse?").
    """

    want: Want = Want()
    over: Expression = EVERY
    page: int = 1
    offers: tuple[tuple[str, Reading], ...] = ()
    also: Reading | None = None
    slips: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    alarm: bool = False
    nobody: bool = False
    notes: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    behind: Reading | None = None
    gathered: tuple[Expression, ...] = ()

    @property
    def listed(self) -> tuple[str, ...]:
        """The actions offered, or else shown; of one or none, those of the list behind, or those
        named of which it is the first."""
        offered = [getattr(meant.over, "refs", ()) for _, meant in self.offers]
        if self.want.kind is Kind.CHOOSE and any(offered):
            return tuple(ref for refs in offered for ref in refs)
        if self.want.limit and (named := [*leaves(self.over)]) and len(self.shown) < 2:
            return tuple(ref for leaf in named for ref in getattr(leaf, "refs", ())) or self.shown
        behind = self.behind.shown if self.behind and len(self.shown) < 2 else ()
        return behind or self.shown

    @property
    def known_at(self) -> date | None:
        """The day at whose end the plan is looked at as a whole ("how were we doing in June"): the
        one wanted, of a kind of figures whose conditions name no time."""
        want, ends = self.want, [quarter.ends for quarter in self.want.quarters]
        timed = (getattr(leaf, name, None) for leaf in leaves(self.over) for name in _TIMES)
        if want.kind not in _OF_A_DAY or want.noun == "update" or any(timed) or len(ends) > 1:
            return None
        return ends[0] if ends else want.days.end if want.days else None

    def fits(self, plan: Plan) -> bool:
        """Whether a plan holds every priority and reference that is named."""
        codes = {priority.code for priority in plan.priorities}
        return all(
            (not isinstance(leaf, Of) or leaf.priority in codes)
            and (not isinstance(leaf, Refs) or all(plan.find(ref) for ref in leaf.refs))
            for leaf in leaves(self.over)
        )


_OF_A_DAY = frozenset({Kind.OVERVIEW, Kind.PRIORITY, Kind.COUNT, Kind.BY, Kind.RANK})
_TIMES = ("day", "days", "quarter")


@dataclass(frozen=True, slots=True)
class Cues:
    """What a text's spans say of the want: words of wanting, nouns, and what was composed.

    `one`: it is about actions named or found by their words; `topics`: words beside conditions.
    """

    wants: tuple[str, ...]
    nouns: tuple[str, ...]
    group: str = ""
    order: str = ""
    refs: bool = False
    named: bool = False
    about: bool = False
    conditions: int = 0
    agencies: int = 0
    priorities: int = 0
    quarters: int = 0
    dates: int = 0
    unknown: int = 0
    counted: str = ""
    threshold: bool = False
    field: str = ""

    def says(self, *wants: str) -> bool:
        """Whether one of these words of wanting was said."""
        return bool(set(wants) & set(self.wants))

    @property
    def single(self) -> bool:
        """About actions or priorities themselves rather than a condition on all of them."""
        return (self.refs or self.about or self.named) and not self.conditions


_BODIES, _OF_RECORD = frozenset({"agency", "priority"}), frozenset({"action", "update"})
Row = tuple[Kind, Callable[[Cues], bool]]
TABLE: tuple[Row, ...] = (
    (Kind.GAPS, lambda c: c.says("gaps") and not c.conditions),
    (Kind.MONEY, lambda c: c.says("money") and (c.refs or c.about or c.named)),
    (Kind.RANK, lambda c: bool(c.field)),
    (Kind.RANK, lambda c: c.says("most", "fewest", "best", "worst")
        and bool({*c.nouns} & _BODIES or c.group or c.says("who", "partners"))),
    (Kind.HISTORY, lambda c: c.says("compare") and c.quarters > 1 and c.refs and c.single),
    (Kind.COMPARE, lambda c: c.says("compare") and max(c.agencies, c.priorities, c.quarters) > 1),
    (Kind.COMPARE, lambda c: c.quarters > 1 and c.says("better", "worse")
        and not ("action" in c.nouns or c.says("measures"))),
    (Kind.LEADS, lambda c: c.says("count") and c.refs and c.single and "lead" in c.nouns),
    (Kind.BY, lambda c: bool(c.group) and not (c.counted or c.says("better", "worse"))),
    (Kind.MEASURES, lambda c: bool(c.counted)
        or (c.says("count") and c.about and not (_OF_RECORD & {*c.nouns} or c.conditions))),
    (Kind.BY, lambda c: c.threshold and (c.says("who", "partners") or bool(_BODIES & {*c.nouns}))),
    (Kind.COUNT, lambda c: c.nouns[:1] == ("priority",) and c.conditions > 0
        and not (c.named or c.order)),
    (Kind.COUNT, lambda c: c.says("count") and not (c.single and c.says("measures"))
        and (c.conditions > 0 or not c.says("changes")) and not c.says("better", "worse")),
    (Kind.CHANGES, lambda c: c.says("changes", "worse", "better") and not c.refs),
    (Kind.HISTORY, lambda c: c.says("history", "changes", "worse", "better") and c.single
        and not (c.says("latest") and c.named)),
    (Kind.LATEST, lambda c: c.says("history") and bool(c.quarters or c.dates)
        and not (c.refs or c.about or c.named or c.conditions or c.unknown)),
    (Kind.HISTORY, lambda c: c.order == "first" and c.refs and c.single),
    (Kind.LATEST, lambda c: c.says("latest") and not (c.single and c.says("measures"))),
    (Kind.HISTORY, lambda c: c.single and bool(c.quarters or c.dates) and not c.says("when")),
    (Kind.HISTORY, lambda c: c.single and "update" in c.nouns and not c.says("how", "measures")),
    (Kind.DUE, lambda c: c.says("when") and c.order != "last"
        and (c.single or (not c.conditions and c.refs))),
    (Kind.LEADS, lambda c: c.says("who", "partners")
        and (c.single or (c.about and "lead" in c.nouns))),
    (Kind.MEASURES, lambda c: c.says("measures")),
    (Kind.OVERVIEW, lambda c: (c.says("overview", "how") or "priority" in c.nouns)
        and not (c.conditions or c.refs or c.about or c.named or c.unknown or c.order)),
    (Kind.BY, lambda c: c.says("who") and c.conditions > 0 and not c.refs),
    (Kind.LEADS, lambda c: c.says("partners") and c.conditions > 0),
    (Kind.ACTIONS, lambda c: c.refs and not c.conditions),
    (Kind.PRIORITY, lambda c: c.named and not c.conditions and not (c.refs or c.about or c.order)
        and not (c.says("list") and "action" in c.nouns)),
    (Kind.LATEST, lambda c: c.order == "first" or (c.order == "newest" and "update" in c.nouns)),
    (Kind.LIST, lambda c: bool(c.order) or c.says("best", "worst")),
    (Kind.LIST, lambda c: c.conditions > 0 or c.named or (c.says("list") and "action" in c.nouns)),
)  # fmt: skip
"""One row a want, in the order of how telling its words are."""


def choose(cues: Cues) -> Kind | None:
    """The want that the cues call for; None when nothing says what is wanted."""
    return next((kind for kind, calls in TABLE if calls(cues)), None)
