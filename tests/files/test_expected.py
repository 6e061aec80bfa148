"""The documents under `data/plans`, compared field by field with what they must give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.core.access import HOME
from bot.core.errors import NotFound, Refused
from bot.files.imported import Imported
from bot.sample import sample_plan
from bot.services.context import Context
from bot.services.plans import apply, host, preview

pytestmark = pytest.mark.slow

PLANS = Path(__file__).parents[1] / "data" / "plans"
DOCUMENTS = ["sevenoaks-2018-19.xlsx", "sevenoaks-2018-19.csv", "quarterly-return.xlsx",
             "maidstone-style.docx"]  # fmt: skip
BROKEN = ["empty.xlsx", "truncated.xlsx", "no-tables.docx"]
NOT_SCORED = {"timescale_cell", "model_ref", "title_as_written", "name_as_written"}


def _expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PLANS / f"{name}.expected.json").read_text())
    return found


def _plain(value: Any) -> Any:
    """Texts after trimming and collapsing spaces, as the documents' README compares them."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items() if name != "page"}
    return value


def _differences(found: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    names = [n for n in wanted if not n.endswith("_accept") and n not in NOT_SCORED]
    return [
        f"{name}: {found.get(name)!r}, not {wanted[name]!r}"
        for name in names
        if name != "measures"
        and _plain(found.get(name)) != _plain(wanted[name])
        and _plain(found.get(name)) not in map(_plain, wanted.get(f"{name}_accept", []))
    ]


def _titled(plan: dict[str, Any]) -> dict[str, Any]:
    """A title may stand without the partnership and the year, which are fields of their own."""
    short = plan["title"].removeprefix(f"{plan['partnership']}: ").removesuffix(f" {plan['year']}")
    return plan | {"title_accept": [*plan.get("title_accept", []), short]}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_field_is_what_the_document_says(context: Context, name: str) -> None:
    apply(context, host(context), Imported("agencies", agencies=sample_plan().agencies))
    found = preview(context, HOME, (PLANS / name).read_bytes(), name).as_json()
    wanted = _expected(name)
    assert found["kind"] == wanted["kind"]
    assert _differences(found["plan"], _titled(wanted["plan"])) == []
    for mine, theirs in zip(found["priorities"], wanted["priorities"], strict=True):
        told = {name: theirs.get(name) for name in ("key", "number", "name", "location", "intent")}
        assert _differences(mine, told) == []
    for mine, theirs in zip(found["measures"], wanted.get("measures", []), strict=True):
        assert _differences(mine, theirs) == []
    for mine, theirs in zip(found["actions"], wanted["actions"], strict=True):
        assert _differences(mine, theirs) == [], theirs["ref"]
        for measure, expected in zip(mine["measures"], theirs["measures"], strict=True):
            assert _differences(measure, expected) == [], theirs["ref"]


def _place(location: dict[str, Any] | None) -> str:
    return json.dumps({k: v for k, v in (location or {}).items() if k != "cell"}, sort_keys=True)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_problem_is_reported_at_its_place(context: Context, name: str) -> None:
    found = preview(context, HOME, (PLANS / name).read_bytes(), name).problems
    told = {(p.code, p.ref, _place(p.location)) for p in found}
    for problem in _expected(name)["problems"]:
        codes = [problem["code"], *problem.get("accept_codes", [])]
        place = _place(problem["location"])
        assert any((code, problem["ref"], place) in told for code in codes), problem


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_wrong_is_reported_as_serious(context: Context, name: str) -> None:
    found = preview(context, HOME, (PLANS / name).read_bytes(), name).problems
    known = {
        (code, problem["ref"])
        for problem in _expected(name)["problems"]
        for code in (problem["code"], *problem.get("accept_codes", []))
    }
    assert [str(p) for p in found if p.level == "must" and (p.code, p.ref) not in known] == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_in_the_words_asked_for(context: Context, name: str) -> None:
    wanted = _expected(f"broken/{name}")
    with pytest.raises(Refused) as refusal:
        preview(context, HOME, (PLANS / "broken" / name).read_bytes(), name)
    told = str(refusal.value).lower()
    assert any(word.lower() in told for word in wanted["message_must_mention_one_of"])
    assert not [w for w in wanted["message_must_not_contain"] if w.lower() in told]
    with context.store.reading(HOME) as records, pytest.raises(NotFound):
        records.plans.plan(context.today())
