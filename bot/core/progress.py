"""Where the plan stands: declared status beside computed concerns, each with its reason.

Four things are kept apart: the delivery status the agency declares, concerns computed from dates
and figures, the result of a measure, and freshness (was anything reported for the quarter).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.errors import NotFound
from bot.core.plan import Action, Direction, Measure, Plan, Reading, Update, UpdateKind
from bot.core.quarters import Quarter
from bot.core.status import Status

EXCERPT = 400
"""Characters of one text somebody wrote, where it is quoted."""
SILENT_AFTER_DAYS = 92
"""An action with no update for longer than a quarter is called silent."""


class ConcernKind(StrEnum):
    """What can be computed about an action whatever its lead declares."""

    OVERDUE = "overdue"
    SILENT = "silent"
    OFF_TARGET = "off_target"


@dataclass(frozen=True, slots=True)
class Concern:
    """One computed concern and the sentence that explains it."""

    kind: ConcernKind
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A due date that was moved: from, to, and the update that did it."""

    before: date | None
    after: date
    update: Update


@dataclass(frozen=True, slots=True)
class Standing:
    """One action and its updates in effect, oldest first."""

    action: Action
    updates: tuple[Update, ...] = ()

    @property
    def latest(self) -> Update | None:
        """The last report in effect, or None: no update received. A date that was only moved is
        none."""
        return next((u for u in reversed(self.updates) if u.reports), None)

    @property
    def status(self) -> Status | None:
        """The declared status, or None: no update received (neither amber nor red)."""
        return next((u.status for u in reversed(self.updates) if u.status is not None), None)

    @property
    def due(self) -> date | None:
        """The due date now: the last moved date, else the plan's."""
        return next(
            (u.new_due for u in reversed(self.updates) if u.new_due is not None), self.action.due
        )

    @property
    def moves(self) -> tuple[Moved, ...]:
        """Every change of the due date, oldest first."""
        moves: list[Moved] = []
        due = self.action.due
        for update in self.updates:
            if update.new_due is not None and update.new_due != due:
                moves.append(Moved(due, update.new_due, update))
                due = update.new_due
        return tuple(moves)

    def reported_for(self, quarter: Quarter) -> Update | None:
        """The last report given for `quarter`, or None; a date an import moved is no report."""
        return next((u for u in reversed(self.updates) if u.quarter == quarter and u.reports), None)

    def awaits(self, quarter: Quarter) -> bool:
        """Open, and nothing reported for the quarter yet."""
        closed = self.status is not None and self.status.closed
        return not closed and self.reported_for(quarter) is None

    def up_to(self, quarter: Quarter) -> Standing:
        """The standing as reported up to and including `quarter`."""
        return Standing(self.action, tuple(u for u in self.updates if u.quarter <= quarter))

    def as_at(self, day: date) -> Standing:
        """The standing as it was known at the end of a day."""
        return Standing(self.action, tuple(u for u in self.updates if u.at.date() <= day))

    def readings(self, measure: Measure) -> tuple[Reading, ...]:
        """Readings of one of the action's measures, oldest first."""
        return tuple(r for u in self.updates for r in u.readings if r.measure == measure.id)

    def concerns(self, today: date) -> tuple[Concern, ...]:
        """What the dates and figures say on `today`."""
        concerns = (self._overdue(today), self._silent(today), *self._off_target())
        return tuple(concern for concern in concerns if concern is not None)

    def is_overdue(self, today: date) -> bool:
        """Due date passed and neither complete nor closed by a decision."""
        open_still = self.status is None or not self.status.closed
        return open_still and self.due is not None and self.due < today

    def _overdue(self, today: date) -> Concern | None:
        if not self.is_overdue(today) or self.due is None:
            return None
        days = (today - self.due).days
        return Concern(ConcernKind.OVERDUE, f"overdue by {count(days, 'day')}")

    def _silent(self, today: date) -> Concern | None:
        if self.latest is None or (self.status is not None and self.status.closed):
            return None
        days = (today - self.latest.at.date()).days
        if days <= SILENT_AFTER_DAYS:
            return None
        since = show_date(self.latest.at.date())
        return Concern(ConcernKind.SILENT, f"no update since {since} ({count(days, 'day')})")

    def _off_target(self) -> tuple[Concern | None, ...]:
        finished = self.status is Status.COMPLETE
        return tuple(
            Concern(
                ConcernKind.OFF_TARGET,
                f"finished at {show_number(last.value)} against a target of "
                f"{show_number(measure.target)}",
            )
            for measure in self.action.measures
            for last in self.readings(measure)[-1:]
            if finished and measure.target is not None and not meets(measure, last.value)
        )


def meets(measure: Measure, value: float) -> bool:
    """Whether `value` meets the target, in the direction of good; monitor-only always does."""
    if measure.target is None or measure.direction is Direction.MONITOR:
        return True
    if measure.direction is Direction.HIGHER:
        return value >= measure.target
    return value <= measure.target


def show_number(value: float | None) -> str:
    """A figure as a person writes it: 1200.0 -> "1,200", 2.50 -> "2.5"."""
    return "" if value is None else f"{value:,.2f}".rstrip("0").rstrip(".")


def show_reading(measure: Measure, value: float | None) -> str:
    """A figure with its unit: "61%", "-3% change", "£1,200", "41"."""
    text = show_number(value)
    if not text or "percent" not in measure.unit:
        return text
    return f"{text}% change" if "change" in measure.unit else f"{text}%"


def show_date(day: date) -> str:
    """A date as GOV.UK writes it: "4 September 2018"."""
    return f"{day.day} {day:%B %Y}"


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 action", "3 actions"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def excerpt(text: str, limit: int = EXCERPT) -> str:
    """`text` on one line, cut at a word's end when it is longer than `limit`."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def unsaid(text: str, note: str) -> str:
    """`text`, or nothing where the note holds it already: nothing is said twice."""
    return "" if text.casefold() in note.casefold() else text


def in_effect(updates: Iterable[Update]) -> tuple[Update, ...]:
    """The reports that no withdrawal has taken back, by the quarter they count for and then by
    time: what comes late for a closed quarter does not stand above what came for the next."""
    entries = sorted(updates, key=lambda u: (u.quarter, u.at))
    withdrawn = {u.corrects for u in entries if u.kind is UpdateKind.WITHDRAWAL}
    return tuple(u for u in entries if u.kind is UpdateKind.REPORT and u.id not in withdrawn)


def _own(action: Action, by_ref: Mapping[str, list[Update]]) -> tuple[Update, ...]:
    """The updates of an action, those given under a reference it bore before too."""
    if not action.formerly:
        return tuple(by_ref.get(action.ref, ()))
    updates = [u for ref in (action.ref, *action.formerly) for u in by_ref.get(ref, ())]
    return tuple(sorted(updates, key=lambda update: (update.quarter, update.at)))


class Progress:
    """A plan together with its updates: what every answer, form and summary is made from."""

    __slots__ = ("_standings", "plan")

    def __init__(self, plan: Plan, updates: Iterable[Update] = ()) -> None:
        self.plan = plan
        by_ref: dict[str, list[Update]] = defaultdict(list)
        for update in in_effect(updates):
            by_ref[update.ref].append(update)
        self._standings: Mapping[str, Standing] = {
            action.ref: Standing(action, _own(action, by_ref)) for action in plan.actions
        }

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every action's standing, in the plan's order."""
        return tuple(self._standings.values())

    def standing(self, text: str) -> Standing:
        """The standing of the action `text` refers to, in any usual spelling. Raises NotFound."""
        return self._standings[self.plan.action(text).ref]

    def of_priority(self, code: str) -> tuple[Standing, ...]:
        """Standings under a priority code. Raises NotFound for an unknown code."""
        self.plan.priority(code)
        return tuple(s for s in self.standings if s.action.priority == code)

    def led_by(self, codes: Iterable[str]) -> tuple[Standing, ...]:
        """Standings whose action any of these agencies leads."""
        wanted = set(codes)
        return tuple(s for s in self.standings if wanted & set(s.action.leads))

    def up_to(self, quarter: Quarter) -> Progress:
        """Everything as reported up to and including `quarter`."""
        return self._only(lambda update: update.quarter <= quarter)

    def as_at(self, day: date) -> Progress:
        """Everything as it was known at the end of a day."""
        return self._only(lambda update: update.at.date() <= day)

    def _only(self, keep: Callable[[Update], bool]) -> Progress:
        updates = [u for s in self.standings for u in s.updates if keep(u)]
        return Progress(self.plan, updates)

    def awaiting(
        self, quarter: Quarter, codes: Iterable[str] | None = None
    ) -> tuple[Standing, ...]:
        """Open actions with no update for `quarter`; with `codes`, only those the agencies lead."""
        standings = self.standings if codes is None else self.led_by(codes)
        return tuple(s for s in standings if s.awaits(quarter))


def only(standings: Iterable[Standing], *statuses: Status | None) -> tuple[Standing, ...]:
    """Those whose declared status is one of `statuses` (None = no update received)."""
    return tuple(s for s in standings if s.status in statuses)


def no_plan() -> NotFound:
    """The refusal when no plan has been imported yet."""
    return NotFound(
        "No action plan has been loaded yet.",
        "A coordinator loads one: [Load the plan] on my Home tab, or its file dropped into a "
        "direct message with me. (For who runs the bot: `partnership-bot import`.)",
    )
