"""Conditions on the measures of an action: its targets, baselines and readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.core.dataclass import dataclass
from bot.core.plan import Direction, Measure, Plan, Reading
from bot.core.progress import Standing, meets
from bot.reading.over_time import OPS
from bot.reading.tree import Expression

_READS = {
    "met": "meeting its target", "missed": "short of its target", "none": "without a reading",
    "beaten": "beating its target", "exact": "exactly at its target",
    "worse": "worse than its baseline", "better": "better than its baseline",
    "unmoved": "still at its baseline",
}  # fmt: skip
_SHARES = {0.5: "half of its target", 0.25: "a quarter of its target"}
_SHARES |= {0.3333: "a third of its target", 0.6667: "two thirds of its target"}
OF_TARGETS = frozenset({"furthest", "closest"})
"""Orders by how far the last reading is from the target."""


@dataclass(frozen=True, slots=True)
class Reads(Expression):
    """How its last reading stands to the target: met, beaten (better), exact, missed, none; from,
    above or below a part of it, or near: within a part; worse or better than its baseline."""

    of_detail = True
    how: str
    share: float = 1.0

    def holds(self, standing: Standing, _today: date) -> bool:
        measures = standing.action.measures
        return any(self._holds_for(m, standing.readings(m)) for m in measures)

    def _holds_for(self, measure: Measure, readings: Sequence[Reading]) -> bool:
        if not readings or self.how == "none":
            return self.how == "none" and not readings
        value = readings[-1].value
        mark = measure.baseline if self.how in _OF_BASELINE else measure.target
        if mark is None:
            return False
        met, share = meets(measure, value), value / mark if mark else 1.0
        gain = mark - value if measure.direction is Direction.LOWER else value - mark
        ways = {"met": met, "missed": not met, "exact": not gain, "beaten": met and bool(gain)}
        ways |= {"worse": gain < 0, "better": gain > 0, "unmoved": not gain}
        over = 0 if abs(share - self.share) < _CLOSE else share - self.share
        ways |= {"below": over < 0, "from": over >= 0, "above": over > 0}
        ways |= {"near": abs(share - 1) <= self.share + _CLOSE}
        return ways.get(self.how, False)

    def words(self, _plan: Plan) -> str:
        share = _SHARES.get(round(self.share, 4), f"{100 * self.share:g}% of its target")
        how = {"from": "at least", "near": "within"}.get(self.how, self.how)
        return _READS.get(self.how) or f"{how} {share}"


_OF_BASELINE = frozenset({"worse", "better", "unmoved"})
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class Figure(Expression):
    """The target, or the last reading, of one of its measures compared with a number."""

    of_detail = True
    of: str
    op: str
    number: float
    percent: bool = False

    def holds(self, standing: Standing, _today: date) -> bool:
        return any(OPS[self.op][1](value, self.number) for _, value in self.measured(standing))

    def measured(self, standing: Standing) -> list[tuple[Measure, float]]:
        """The targets, baselines or last readings of an action, each with its measure."""
        measures = standing.action.measures
        meant = [m for m in measures if not self.percent or m.unit == "percent"]
        if self.of in {"target", "baseline"}:
            return [(m, v) for m in meant if (v := getattr(m, self.of)) is not None]
        return [(m, last.value) for m in meant for last in standing.readings(m)[-1:]]

    def words(self, _plan: Plan) -> str:
        return f"with a {self.of} of {OPS[self.op][0]} {self.number:g}{'%' * self.percent}"
