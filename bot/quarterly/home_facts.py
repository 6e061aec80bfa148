"""The plan at a glance for one person on one day: what Home shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.core.members import Member
from bot.core.progress import Progress, Standing
from bot.core.quarters import Quarter
from bot.quarterly.facts import NotReported


@dataclass(frozen=True, slots=True)
class HomeFacts:
    """`mine`: actions of the person's agencies; `awaiting`: references not reported for `quarter`;
    for coordinators only: `missing` (agency, references not reported), `proposals` (people who
    wait), `unplaced` (number, question) and `ownerless` (agency, references of open actions that
    nobody of the lead agency could report)."""

    progress: Progress
    mine: tuple[Standing, ...]
    awaiting: frozenset[str]
    quarter: Quarter
    closes: date
    today: date
    coordinator: bool
    missing: tuple[NotReported, ...] = ()
    proposals: tuple[Member, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()
    ownerless: tuple[NotReported, ...] = ()
