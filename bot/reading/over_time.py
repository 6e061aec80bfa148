"""Conditions on how an action stands, what was reported of it and when; each says itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from bot.core.dataclass import dataclass
from bot.core.plan import Plan
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.reading.tree import Days, Expression

_STATUS = {
    "": "without any update", "off_track": "off track (red)", "at_risk": "at risk (amber)",
    "on_track": "on track (green)",
}  # fmt: skip
OPS: dict[str, tuple[str, Callable[[float, float], bool]]] = {
    ">": ("more than", lambda a, b: a > b), "<": ("fewer than", lambda a, b: a < b),
    "=": ("exactly", lambda a, b: a == b), ">=": ("at least", lambda a, b: a >= b),
    "<=": ("at most", lambda a, b: a <= b),
}  # fmt: skip
_COUNTED = {("leads", "=", 1): "with just one lead", ("leads", ">", 1): "jointly led"}


def _status_words(status: str) -> str:
    return _STATUS.get(status, status.replace("_", " "))


@dataclass(frozen=True, slots=True)
class Stands(Expression):
    """The declared status; "" is "no update received"."""

    status: str

    def holds(self, standing: Standing, _today: date) -> bool:
        return (standing.status or "") == self.status

    def words(self, _plan: Plan) -> str:
        return _status_words(self.status)

    def denied(self, _plan: Plan) -> str:
        return "with an update" if self == Stands("") else Expression.denied(self, _plan)


@dataclass(frozen=True, slots=True)
class Closed(Expression):
    """Complete, deferred or cancelled."""

    phrase = "no longer open"
    opposite = "still open"

    def holds(self, standing: Standing, _today: date) -> bool:
        return standing.status is not None and standing.status.closed


@dataclass(frozen=True, slots=True)
class Due(Expression):
    """Open, and the due date now falls in these days; `at_first` the plan's own date counts too."""

    of_detail = True
    phrase = "due {0.days}"
    days: Days
    at_first: bool = False

    def holds(self, standing: Standing, _today: date) -> bool:
        dates = (standing.due, standing.action.due if self.at_first else None)
        return any(day is not None and day in self.days for day in dates)


@dataclass(frozen=True, slots=True)
class Overdue(Expression):
    """Due date passed by more than `days`, and still open."""

    days: int = 0

    def holds(self, standing: Standing, today: date) -> bool:
        due = standing.due
        return due is not None and standing.is_overdue(today) and (today - due).days > self.days

    def words(self, _plan: Plan) -> str:
        return f"overdue by more than {self.days} days" if self.days else "overdue"


@dataclass(frozen=True, slots=True)
class Reported(Expression):
    """An update was given for the quarter."""

    phrase = "reported on in Q{0.quarter.number} {0.quarter.financial_year}"
    opposite = "with no update in Q{0.quarter.number} {0.quarter.financial_year}"
    quarter: Quarter

    def holds(self, standing: Standing, _today: date) -> bool:
        return standing.reported_for(self.quarter) is not None


@dataclass(frozen=True, slots=True)
class Updated(Expression):
    """An update came in on these days."""

    phrase = "updated {0.days}"
    opposite = "with no update {0.days}"
    days: Days

    def holds(self, standing: Standing, _today: date) -> bool:
        return any(update.at.date() in self.days for update in standing.updates)


@dataclass(frozen=True, slots=True)
class UpdatedLast(Expression):
    """The last update came in on these days."""

    phrase = "last updated {0.days}"
    days: Days

    def holds(self, standing: Standing, _today: date) -> bool:
        last = standing.latest
        return last is not None and last.at.date() in self.days


@dataclass(frozen=True, slots=True)
class Became(Expression):
    """An update on these days declared a status that it had not before ("" `before`: any)."""

    of_detail = True
    status: str
    days: Days
    before: str = ""

    def holds(self, standing: Standing, _today: date) -> bool:
        return self.last(standing) is not None

    def last(self, standing: Standing) -> datetime | None:
        """When it last turned so on these days."""
        before, last = "", None
        for update in standing.updates:
            now = update.status or before
            turned = now == self.status != before and self.before in {"", before}
            if turned and update.at.date() in self.days:
                last = update.at
            before = now
        return last

    def words(self, _plan: Plan) -> str:
        origin = f"from {_status_words(self.before)} to " if self.before else ""
        return f"turned {origin}{_status_words(self.status)} {self.days}".strip()


@dataclass(frozen=True, slots=True)
class Declared(Expression):
    """An update on these days declared the status, new or as before."""

    of_detail = True
    status: str
    days: Days

    def holds(self, standing: Standing, _today: date) -> bool:
        return any(u.status == self.status and u.at.date() in self.days for u in standing.updates)

    def words(self, _plan: Plan) -> str:
        return f"reported {_status_words(self.status)} {self.days}".strip()


@dataclass(frozen=True, slots=True)
class Late(Expression):
    """An update came in after the end of the quarter it was for."""

    of_detail = True
    phrase = "with a late update"

    def holds(self, standing: Standing, _today: date) -> bool:
        return any(update.at.date() > update.quarter.ends for update in standing.updates)


@dataclass(frozen=True, slots=True)
class Overran(Expression):
    """Complete, and so only after the due date the plan gave first, or `early`, before it: by so
    many `days` or more."""

    of_detail = True
    days: int = 0
    early: bool = False

    def holds(self, standing: Standing, _today: date) -> bool:
        declared = (u.at.date() for u in standing.updates if u.status is Status.COMPLETE)
        finished, first = next(declared, None), standing.action.due
        done = standing.status is Status.COMPLETE
        late = (finished - first).days if done and finished and first else 0
        return (-late if self.early else late) >= max(self.days, 1)

    def words(self, _plan: Plan) -> str:
        by = f" by {self.days} days or more" if self.days else ""
        return f"finished {'early' if self.early else 'late'}{by}"


_PARTS = {n: (n,) for n in ("leads", "partners", "measures")} | {"agencies": ("leads", "partners")}


@dataclass(frozen=True, slots=True)
class Counts(Expression):
    """A number of the action compared: leads, partners, both ("agencies"), measures, moves and
    updates (on `days`), and the "days" it has moved by."""

    of_detail = True
    field: str
    op: str
    number: int
    days: Days | None = None

    def of(self, standing: Standing) -> int:
        """The number of the action that is compared."""
        days = self.days or Days()
        if self.field in _PARTS:
            return sum(len(getattr(standing.action, part)) for part in _PARTS[self.field])
        moved = (move.update for move in standing.moves)
        updates = moved if self.field == "moves" else standing.updates
        given = sum(update.at.date() in days for update in updates)
        return _moved_by(standing) if self.field == "days" else given

    def holds(self, standing: Standing, _today: date) -> bool:
        return OPS[self.op][1](self.of(standing), self.number)

    def words(self, _plan: Plan) -> str:
        when = f" {self.days}" if self.days else ""
        if self.field == "moves":
            times = {1: "once", 2: "twice"}.get(self.number, f"{self.number} times")
            moved = f"moved {OPS[self.op][0]} {times}"
            return f"{moved if self.number else 'with a moved due date'}{when}"
        if self.field == "days":
            return f"moved by {OPS[self.op][0]} {self.number} days"
        spoken = _COUNTED.get((self.field, self.op, self.number))
        if spoken:
            return spoken
        noun = self.field if self.number != 1 else self.field.replace("ies", "y").removesuffix("s")
        return f"with {OPS[self.op][0]} {self.number} {noun}{when}"


def _moved_by(standing: Standing) -> int:
    """The days from the due date the plan gave first to that of now, in months of 30 days."""
    first, due = standing.action.due, standing.due
    if first is None or due is None:
        return 0
    months = 12 * (due.year - first.year) + due.month - first.month
    return 30 * months + min(due.day, 30) - min(first.day, 30)
