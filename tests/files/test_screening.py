"""What the guard holds of a document is left out of what is stored; the row is kept."""

from __future__ import annotations

import pytest

from bot.core.access import HOME
from bot.core.plan import Plan
from bot.files.imported import Imported
from bot.sample.loading import load_sample
from bot.services.context import Context
from bot.services.plans import apply, host, preview
from tests.files.conftest import workbook

HISTORY = """date,ref,agency,status,note,reading
2018-05-14,ASB1,Sevenoaks District Council,On track,Call the aunt on 07700 900123,
2018-05-15,ASB2,Sevenoaks District Council,On track,Met Dean Hartnell about the damage,
2018-05-16,ASB3,Sevenoaks District Council,On track,Two sites chosen,
"""


def notes(context: Context) -> list[str]:
    with context.store.reading(HOME) as records:
        return [update.note for update in records.plans.record()]


def test_held_texts_are_reported_by_row_and_left_out_and_the_rest_is_kept(context: Context) -> None:
    load_sample(context, HOME)
    read = preview(context, HOME, HISTORY.encode(), "history.csv")
    told = [str(p) for p in read.problems if p.code == "personal_data"]
    assert [line[:5] for line in told] == ["row 2", "row 3"]
    assert "900123" not in " ".join(told)
    apply(context, host(context), read)
    assert notes(context) == ["[held back]", "[held back]", "Two sites chosen"]


def test_a_row_of_which_only_a_held_text_could_be_read_reports_nothing(context: Context) -> None:
    load_sample(context, HOME)
    rows = HISTORY.replace("ASB1,Sevenoaks District Council,On track", "ASB1,SDC,Fine by us")
    read = preview(context, HOME, rows.encode(), "history.csv")
    assert {"unknown_status", "personal_data"} <= {problem.code for problem in read.problems}
    apply(context, host(context), read)
    assert notes(context) == ["[held back]", "Two sites chosen"]


def test_who_imports_may_confirm_names_but_no_identifiers(context: Context) -> None:
    load_sample(context, HOME)
    read = preview(context, HOME, HISTORY.encode(), "history.csv", not_personal=True)
    apply(context, host(context), read)
    assert notes(context) == [
        "[held back]",
        "Met Dean Hartnell about the damage",
        "Two sites chosen",
    ]
    with context.store.reading(HOME) as records:
        assert "confirm not personal" in {line.deed for line in records.audit.all()}


def test_a_plan_is_stored_without_the_texts_that_are_held(context: Context) -> None:
    plan = (
        "Ref,Priority,Action,Lead agency,By when\n"
        "A1,Burglary,Visit Mrs Edith Parrish at 14 Oak Road,Kent Police,June 2018\n"
        "A2,Burglary,Leaflets to every home,Kent Police,June 2018\n"
    )
    read = preview(context, HOME, plan.encode(), "plan.csv")
    apply(context, host(context), read)
    with context.store.reading(HOME) as records:
        texts = {action.ref: action.text for action in records.plans.plan(context.today()).actions}
    assert texts == {"A1": "[held back]", "A2": "Leaflets to every home"}


def test_a_file_imported_again_says_nothing_twice(context: Context) -> None:
    load_sample(context, HOME)
    for _ in range(2):
        apply(context, host(context), preview(context, HOME, HISTORY.encode(), "history.csv"))
    assert len(notes(context)) == 3


FREE = ["Ref", "Priority", "Action", "Resources", "Measure", "Risks"]
HELD = "ring 07700 900123"
HEADINGS = (
    "Ref,Last year ref,Priority,Action,Lead agency,Partners,By when,Resources,Measure,Baseline,"
    "Target,Data source,Risks"
)
SOUND = dict(
    zip(
        HEADINGS.split(","),
        ["A1", "B1", "Burglary", "Leaflets to every home", "Kent Police", "Trading Standards",
         "June 2018", "None", "Leaflets given", "10", "20", "Police", "Few volunteers"],
        strict=True,
    )
)  # fmt: skip


@pytest.mark.parametrize("heading", SOUND)
@pytest.mark.parametrize("not_personal", [False, True])
def test_a_number_to_ring_is_stored_from_no_column(
    context: Context, heading: str, not_personal: bool
) -> None:
    row = SOUND | {heading: HELD}
    content = f"{HEADINGS}\n{','.join(row.values())}\n"
    read = preview(context, HOME, content.encode(), "plan.csv", not_personal=not_personal)
    assert [p.code for p in read.problems if p.code == "personal_data"], heading
    assert "900123" not in str(apply_and_read(context, read)), heading


@pytest.mark.parametrize("heading", FREE)
def test_nobodys_name_is_stored_from_a_free_text(context: Context, heading: str) -> None:
    row = SOUND | {heading: "Visit Mrs Edith Parrish"}
    read = preview(context, HOME, f"{HEADINGS}\n{','.join(row.values())}\n".encode(), "plan.csv")
    assert "Parrish" not in str(apply_and_read(context, read))


def test_a_heading_an_intent_and_a_list_of_agencies_are_looked_through_too(
    context: Context,
) -> None:
    sheet = [
        ["Community safety plan 2018-19"],
        ["Priority 1: Burglary"],
        ["To keep every home safe, for help 07700 900123"],
        ["Ref", "Action", "Lead", "By when", "Risks told to 07700 900124"],
        ["A1", "Leaflets to every home", "Kent Police", "June 2018", "None"],
    ]
    read = preview(context, HOME, workbook(("Plan", sheet)), "plan.xlsx")
    stored = str(apply_and_read(context, read))
    assert "Leaflets to every home" in stored
    assert "90012" not in stored
    listed = preview(
        context, HOME, b"code,name,aliases\nKP,Kent Police,07700 900125\n", "agencies.csv"
    )
    assert "90012" not in str(listed.agencies)


def apply_and_read(context: Context, read: Imported) -> Plan:
    apply(context, host(context), read)
    with context.store.reading(HOME) as records:
        return records.plans.plan(context.today())
