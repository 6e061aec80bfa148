"""Tables as public plans have them (`data/structures`), each against what its document says:
every action and field, nothing invented, and no text lost in silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.core.access import HOME
from bot.core.plan import Plan
from bot.core.quarters import Quarter
from bot.files.imported import Imported
from bot.services.answers import answer
from bot.services.context import Context
from bot.services.plans import apply, host, preview
from bot.services.summaries import preview as summary
from tests.factories import at
from tests.files.structures import built, cells

STRUCTURES = Path(__file__).parents[1] / "data" / "structures"
NAMES = sorted(path.name for path in STRUCTURES.glob("*.yaml"))
PLANS = [name for name in NAMES if "plan:" not in (STRUCTURES / name).read_text()]
Check = Callable[[Any], bool]


def _described(name: str) -> dict[str, Any]:
    described: dict[str, Any] = yaml.safe_load((STRUCTURES / name).read_text())
    return described


def _read(context: Context, name: str) -> Imported:
    described = _described(name)
    here = replace(context, now=lambda: at("2026-10-20"))
    if "plan" in described:
        apply(here, host(here), preview(here, HOME, described["plan"].encode(), "plan.csv"))
    document = name.replace(".yaml", f".{described['format']}")
    return preview(here, HOME, built(described), document)


def _plain(text: Any) -> str:
    return " ".join(str(text).split()).lower().strip(" .:")


def _all(values: list[str]) -> list[str]:
    return [_plain(value) for value in values]


def _called(plan: Plan, codes: list[str]) -> list[str]:
    return _all([code if code == "ALL" else plan.called(code) for code in codes])


def _wrong(read: Imported, action: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """The fields of an action that are not what the document says."""
    assert read.plan
    plan = read.plan
    priorities = {priority.key: priority.name for priority in read.priorities}
    updates = [u for u in read.updates if u.ref == action["stored_ref"]]
    leads = _all(
        ["ALL" if code == "ALL" else plan.called(code) for code in action["lead_agencies"]]
    )
    everything = _plain(json.dumps([action, *(u.note for u in updates)], ensure_ascii=False))
    measures = _plain(json.dumps(action["measures"], ensure_ascii=False))
    checks: dict[str, Check] = {
        "ref": lambda v: action["ref"] == str(v),
        "priority": lambda v: _plain(priorities[action["priority"]]) == _plain(v),
        "lead_raw": lambda v: _plain(action["lead_raw"]) == _plain(v),
        "leads": lambda v: leads == _all(v),
        "leads_have": lambda v: all(any(_plain(x) in lead for lead in leads) for x in v),
        "lead_count": lambda v: len(leads) == v,
        "partners": lambda v: _called(plan, action["partner_agencies"]) == _all(v),
        "due": lambda v: str(action["due"]) in map(str, v if isinstance(v, list) else [v]),
        "status": lambda v: (updates[-1].status if updates else None) == v,
        "note": lambda v: _plain(v) in everything,
        "measure": lambda v: _plain(v) in measures,
        "further": lambda v: _plain(v) in everything,
        "updates": lambda v: all(action["updates"][q]["rag"] == v[q] for q in v),
    }  # fmt: skip
    return [n for n, value in wanted.items() if n != "text" and not checks[n](value)]


@pytest.mark.parametrize("name", PLANS)
def test_every_action_and_field_is_read_and_none_invented(context: Context, name: str) -> None:
    read, wanted = _read(context, name), _described(name)["expect"]
    shown = read.as_json()
    texts = _all([action["text"] for action in wanted["actions"]])
    assert _all([action["description"] for action in shown["actions"]]) == texts
    wrong = [
        (theirs["text"], fields)
        for mine, theirs in zip(shown["actions"], wanted["actions"], strict=True)
        if (fields := _wrong(read, mine, theirs))
    ]
    assert wrong == []
    assert _all([priority.name for priority in read.priorities]) == _all(wanted["priorities"])
    assert read.plan
    assert read.plan.year == wanted.get("year", read.plan.year)
    intents = "\n".join(priority.intent for priority in read.priorities)
    assert [text for text in wanted.get("intents", ()) if text not in intents] == []
    codes = {problem.code for problem in read.problems}
    assert set(wanted.get("problems", ())) <= codes


@pytest.mark.parametrize("name", PLANS)
def test_measures_of_the_plan_and_of_priorities_are_read(context: Context, name: str) -> None:
    read, wanted = _read(context, name), _described(name)["expect"]
    names = {priority.key: priority.name for priority in read.priorities}
    shown = {measure["text"]: measure for measure in read.as_json()["measures"]}
    for theirs in (*wanted.get("measures", ()), *wanted.get("priority_measures", ())):
        mine = shown.pop(theirs["text"])
        assert (mine["baseline_raw"], mine["target_raw"]) == (theirs["baseline"], theirs["target"])
        assert names.get(mine["priority"]) == theirs.get("priority")
        assert mine["readings"] == theirs.get("readings", {})
    assert shown == {}


def test_figures_of_the_plans_measures_reach_the_summary_and_the_answers(context: Context) -> None:
    here = replace(context, now=lambda: at("2026-10-20"))
    apply(here, host(here), _read(here, "05-three-levels.yaml"))
    head = summary(here, host(here), Quarter(2026, 2)).summary.head
    shown = {figure.text: (figure.value, figure.target) for figure in head.figures}
    assert shown["Number of exploitation crimes recorded"] == ("26", "110")
    lines = "\n".join(line.text for part in answer(here, host(here), "what are the targets?").parts
                      for line in part.lines)  # fmt: skip
    assert "Hate crimes reported through third-party centres: 9 for Q2 2026-27; target 30" in lines
    card = answer(here, host(here), "show 1.1.1")
    assert "Responsible officer: Safeguarding Manager" in [
        line.text for part in card.parts for line in part.lines
    ]


@pytest.mark.parametrize("name", PLANS)
def test_no_text_is_lost_in_silence(context: Context, name: str) -> None:
    read = _read(context, name)
    shown = _plain(json.dumps(read.as_json(), ensure_ascii=False).replace("\\n", " "))
    shown = shown.replace('\\"', '"')
    left_out = {p.quote for p in read.problems if p.code == "sheet_not_read"}
    title = read.facts["title"]
    lost = [
        text
        for sheet, text in cells(_described(name))
        if sheet not in left_out
        and title not in text
        and text != "Blaenoriaeth / Priority"  # the label of a level beside its name
        and not _named(_plain(text), shown)
    ]  # fmt: skip
    assert lost == []


def _named(text: str, shown: str) -> bool:
    """A text or, of a label ("1. Homes", "Theme B: Trust"), its name; lists and languages apart."""
    pieces = text.replace(" / ", "•").replace(" | ", "•").split("•")
    return all(_stands(piece.strip(), shown) for piece in pieces)


def _stands(text: str, shown: str) -> bool:
    names = (text.partition(mark)[2] for mark in (" - ", " – ", ": ", ". "))
    return text in shown or any(name and name in shown for name in names)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in PLANS])
def test_every_update_of_a_return_and_a_history_is_read(context: Context, name: str) -> None:
    read, wanted = _read(context, name), _described(name)["expect"]
    assert read.kind == wanted["kind"]
    updates = read.as_json()["updates"]
    assert [u["ref"] for u in updates] == [u["ref"] for u in wanted["updates"]]
    for mine, theirs in zip(updates, wanted["updates"], strict=True):
        assert mine["note"].startswith(theirs["note"])
        assert mine["quarter"] == theirs["quarter"]
        assert theirs["status"] in {mine["status"], "any"}
        assert mine["reading"] == theirs.get("reading", mine["reading"])
