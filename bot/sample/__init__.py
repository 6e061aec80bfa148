"""The sample plan. Its priorities, quarters and partners are those of the published Sevenoaks
report for 2018-19 (those of the year after: of its plan for 2019-20); its actions, measures and
people are ILLUSTRATIVE and said to be so wherever they are shown."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import Any

from bot.core.plan import Action, Agency, Direction, Measure, Plan, Priority
from bot.core.progress import show_number

GOOD = {"done": "higher"}
"""A milestone is good when it is reached: more of it is better."""


def sample_plan() -> Plan:
    """The sample plan with its agencies, marked illustrative."""
    return _plan("plan.json")


def next_sample_plan() -> Plan:
    """The plan of the year after: as real in its priorities, as illustrative in its actions."""
    return _plan("next_plan.json")


def _plan(name: str) -> Plan:
    data = json.loads(read(name))
    return Plan(
        title=data["title"],
        year=data["year"],
        starts=date.fromisoformat(data["starts"]),
        ends=date.fromisoformat(data["ends"]),
        partnership=data["partnership"],
        marking=data["marking"],
        priorities=tuple(
            Priority(row["code"], row["name"], row["number"], tuple(row["aliases"]))
            for row in data["priorities"]
        ),
        agencies=tuple(_agency(row) for row in data["agencies"]),
        actions=tuple(_action(row) for row in data["actions"]),
        facts=tuple(data["facts"].items()),
        illustrative=True,
        area=data["area"],
    )


def read(name: str) -> str:
    """The text of a file of this folder (`plan.json`, `members.csv`)."""
    return files("bot.sample").joinpath(name).read_text(encoding="utf-8")


def _agency(row: dict[str, Any]) -> Agency:
    aliases = tuple(row["aliases"])
    return Agency(row["code"], row["name"], aliases, row["responsible_authority"], row["type"])


def _action(row: dict[str, Any]) -> Action:
    return Action(
        ref=row["ref"],
        priority=row["priority"],
        text=row["text"],
        alt_ref=row["alt_ref"],
        leads=tuple(row["leads"]),
        lead_raw=row["lead_raw"],
        partners=tuple(row["partners"]),
        timescale_raw=row["timescale_raw"],
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        due_basis=row["due_basis"],
        measures=(_measure(row["ref"], row["measure"]),),
    )


def _measure(ref: str, row: dict[str, Any]) -> Measure:
    percent = "%" if "percent" in row["unit"] else ""
    target = row["target"]
    return Measure(
        id=f"{ref}/1",
        text=row["text"],
        unit=row["unit"],
        baseline=row["baseline"],
        target=target,
        target_raw="" if target is None else f"{show_number(target)}{percent}",
        direction=Direction(GOOD.get(row["good_direction"], row["good_direction"])),
        kind=row["kind"],
    )
