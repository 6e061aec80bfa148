"""Other layouts of plans, returns and lists: read as they are, whatever their headings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.core.access import HOME
from bot.core.plan import Agency
from bot.files.names import Agencies
from bot.sample.loading import load_sample
from bot.services.context import Context
from bot.services.plans import apply, host, preview
from tests.files.conftest import workbook


def _read(context: Context, content: bytes, name: str = "plan.xlsx") -> dict[str, Any]:
    return preview(context, HOME, content, name).as_json()


def _named(found: dict[str, Any], codes: list[str]) -> list[str]:
    names = {agency["code"]: agency["name"] for agency in found["agencies"]}
    return [names.get(code, code) for code in codes]


def _codes(found: dict[str, Any]) -> set[tuple[str, str | None]]:
    return {(p["code"], p["ref"]) for p in found["problems"]}


def test_other_words_for_every_heading_and_dotted_references(context: Context) -> None:
    rows = [
        ["No", "Strategic Priority", "What we will do", "Who", "Supporting", "By when",
         "How we will know", "Baseline", "Target", "RAG", "Progress to date"],
        ["1.1", "Road Safety", "Run speed-watch", "Kent Police", "KCC; Parish councils",
         "31/03/2020", "Sessions run", 12, 20, "Green", "Going well"],
        ["2.1", "Doorstep Crime", "No cold calling zones", "KCC Trading Standards", "", "asap",
         "Zones", "3", "5 (up from 3)", "R", "Slow"],
    ]  # fmt: skip
    found = _read(context, workbook(("Plan", rows)))
    first, second = found["actions"]
    assert (first["ref"], first["description"], first["due"]) == (
        "1.1",
        "Run speed-watch",
        "2020-03-31",
    )
    assert _named(found, first["lead_agencies"]) == ["Kent Police"]
    assert _named(found, first["partner_agencies"]) == ["KCC", "Parish councils"]
    assert first["measures"][0]["baseline"] == 12
    assert (first["rag"], second["rag"]) == ("green", "red")
    assert second["measures"][0]["target"] == 5
    assert [p["name"] for p in found["priorities"]] == ["Road Safety", "Doorstep Crime"]
    assert {("unparseable_date", "2.1"), ("no_plan_year", None)} <= _codes(found)
    assert found["plan"]["year"] == "2019-20"  # the year its dates lie in, and said to be assumed


def test_a_priority_in_a_merged_cell_holds_for_all_its_rows(context: Context) -> None:
    rows = [
        ["Safer Borough Partnership Action Plan 2019/20"],
        ["Priority", "Action", "Lead Officer/Agency", "Timescale", "Success measure", "Status"],
        ["Domestic abuse", "Fund posts", "DAVSS", "March 2020", "Two posts", "On track"],
        [None, "Train staff", "Police and Schools", "by September", "40 staff", "Not started"],
    ]
    found = _read(context, workbook(("Plan", rows), merged=["A3:A4"]))
    assert [a["priority"] for a in found["actions"]] == ["P1", "P1"]
    assert found["plan"]["partnership"] == "Safer Borough Partnership"
    assert _named(found, found["actions"][1]["lead_agencies"]) == ["Police", "Schools"]
    assert found["actions"][1]["due"] == "2019-09-30"
    assert [a["ref"] for a in found["actions"]] == [None, None]


def test_a_priority_in_a_row_of_its_own_and_updates_without_a_rag_column(context: Context) -> None:
    rows = [
        ["Community Safety Plan 2021-22"],
        [],
        ["Ref", "Action", "Lead", "Due date", "KPI", "Target", "Update Q1", "Update Q2"],
        ["Priority 1 - Anti-social behaviour"],
        ["A1", "Install CCTV", "SDC", datetime(2021, 9, 30), "Cameras", "6", "Two up", ""],  # noqa: DTZ001
        ["Priority 2 - Burglary"],
        ["B1", "Property marking", "KP", "30 June 2021", "Kits", "200", "", "Amber"],
        ["Total", 2],
    ]
    found = _read(context, workbook(("Plan", rows)))
    first, second = found["actions"]
    assert [p["name"] for p in found["priorities"]] == ["Anti-social behaviour", "Burglary"]
    assert (first["due"], first["due_basis"]) == ("2021-09-30", "exact")
    assert first["updates"]["Q1"]["comment"] == "Two up"
    assert first["updates"]["Q2"] is None
    assert second["updates"]["Q2"]["rag"] == "amber"


def test_a_sheet_a_priority_with_only_its_name_to_tell(context: Context) -> None:
    def rows(word: str) -> list[list[str]]:
        heading = ["Action", "Responsible agency", "When", "Outcome", "Measure of success"]
        return [["Action plan 2022-23"], heading, [word, "Kent Police", "Dec 2022", "Safer", "10"]]

    content = workbook(("Domestic Abuse", rows("Train")), ("Hate Crime", rows("Report")))
    found = _read(context, content)
    assert [p["name"] for p in found["priorities"]] == ["Domestic Abuse", "Hate Crime"]
    assert found["plan"]["year"] == "2022-23"
    assert found["actions"][0]["measures"][0]["text"] == "10"


def test_further_measures_in_rows_of_their_own_and_both_figures_in_one_cell(
    context: Context,
) -> None:
    rows = [
        ["Ref", "Priority", "Action", "Lead", "Timescale", "Indicator", "Baseline and target"],
        ["X1", "Burglary", "Visit victims", "KP", "Q4", "Visits made", "100 -> 150"],
        [None, None, None, None, None, "Victims satisfied", "80% to 90%"],
        ["X2", "Burglary", "Mark bikes", "SDC", "end of Q2", "Bikes marked", "0 / 300"],
    ]
    found = _read(context, workbook(("Plan", rows)))
    first, second = found["actions"]
    figures = [(m["baseline"], m["target"], m["unit"]) for m in first["measures"]]
    assert figures == [(100, 150, "count"), (80, 90, "percent")]
    assert second["measures"][0]["target"] == 300


HEADINGS = ["Ref", "Action", "Lead", "Due"]
ROW = ["A1", "“Hot” spots – all", "KP", "30/09/2019"]


@pytest.mark.parametrize(
    ("separator", "encoding"), [(";", "cp1252"), ("\t", "utf-16"), (",", "utf-8-sig")]
)
def test_text_files_in_any_encoding_and_with_any_separator(
    context: Context, separator: str, encoding: str
) -> None:
    content = "\r\n".join(separator.join(cells) for cells in (HEADINGS, ROW)).encode(encoding)
    found = _read(context, content, "plan.csv")
    (action,) = found["actions"]
    assert action["description"] == "“Hot” spots – all"
    assert _named(found, action["lead_agencies"]) == ["KP"]
    assert action["due"] == "2019-09-30"


def test_an_agencys_return_takes_only_its_own_rows_and_says_what_is_missing(
    context: Context,
) -> None:
    load_sample(context, HOME)
    rows = [
        ["Kent Police quarterly return, Q2 2018-19"],
        ["Ref", "Action", "Lead", "Status", "Progress this quarter", "Figure", "Revised date"],
        ["OCG1", "Plans", "KP", "Green", "All reviewed", 100, None],
        ["ASB3", "CCTV", "SDC", "A", "Not ours", None, None],
        ["ZZ9", "?", "KP", "R", "Unknown", None, None],
        ["ACQ1", "Visits", "KP", "purple", "Visits made", "lots", None],
        ["OCG2", "Days", "KP", "G", "Two held", 2, "end Nov 2018"],
    ]
    imported = preview(context, HOME, workbook(("Return", rows)), "return.xlsx")
    found = imported.as_json()
    assert found["kind"] == "return"
    assert [u["ref"] for u in found["updates"]] == ["OCG1", "ACQ1", "OCG2"]
    assert {u["quarter"] for u in found["updates"]} == {"Q2 2018-19"}
    assert found["updates"][2]["new_due"] == "2018-11-30"
    assert len(found["actions"]) == 5  # every row as written, those left out too
    wanted = {
        ("other_agency", "ASB3"),
        ("unknown_ref", "ZZ9"),
        ("unknown_status", "ACQ1"),
        ("reading_not_numeric", "ACQ1"),
        ("led_action_missing", "DA4"),
    }
    assert wanted <= _codes(found)
    assert apply(context, host(context), imported).applied
    with context.store.reading(HOME) as records:
        assert records.plans.progress(context.today()).standing("OCG1").status == "on_track"


def test_a_list_of_agencies_adds_aliases_and_new_members(context: Context) -> None:
    load_sample(context, HOME)
    rows = [
        ["Code", "Agency", "Also known as", "Responsible authority"],
        ["KP", "Kent Police", "police; the old bill", "Yes"],
        ["NEW", "Newton Trust", "newton", "No"],
    ]
    imported = preview(context, HOME, workbook(("Agencies", rows)), "agencies.xlsx")
    assert imported.kind == "agencies"
    apply(context, host(context), imported)
    with context.store.reading(HOME) as records:
        plan = records.plans.plan(context.today())
    newton = plan.agency("NEW")
    assert newton is not None
    assert (newton.name, newton.responsible) == ("Newton Trust", False)
    assert plan.agency_named("the old bill") == plan.agency("KP")


def test_text_that_would_be_a_formula_or_a_mention_is_kept_and_reported(context: Context) -> None:
    rows = [
        ["Community Safety Plan 2018-19"],
        ["Ref", "Action", "Lead", "Due", "Comment"],
        ["A1", '=HYPERLINK("https://evil.example","Go")', "KP", "Q2", "<!channel> look"],
    ]
    found = _read(context, workbook(("Plan", rows)))
    assert found["actions"][0]["description"].startswith("=HYPERLINK")
    assert {("formula_cell", "A1"), ("slack_markup", "A1")} <= _codes(found)


def test_where_no_column_is_called_an_action_the_objective_is_what_is_to_be_done(
    context: Context,
) -> None:
    rows = [
        ["Safer Swale 2022-23 action plan - Q3 update"],
        ["Ref", "Objective", "Lead Officer / Agency", "Target date", "Success criteria", "Status"],
        ["PRIORITY 1: Serious violence"],
        ["SV1", "Knife arches at stations", "Kent Police", "Dec-22", "4 operations", "Amber"],
    ]
    found = _read(context, workbook(("Sheet1", rows)))
    assert found["kind"] == "plan"
    (action,) = found["actions"]
    assert (action["description"], action["due"]) == ("Knife arches at stations", "2022-12-31")
    assert [p["name"] for p in found["priorities"]] == ["Serious violence"]
    assert [(u["quarter"], u["status"]) for u in found["updates"]] == [("Q3 2022-23", "at_risk")]


def test_a_numbered_priority_may_be_an_acronym_and_the_target_a_wish(context: Context) -> None:
    rows = [
        ["Delivery Plan 2023/24"],
        ["Priority", "Action No.", "What we will do", "Who", "When", "Measure of success",
         "Where are we now", "Where do we want to be"],
        ["2. ASB", "2a", "Patrol hotspots", "Kent Police", "By Sept 2023", "Visits", "40", "48"],
    ]  # fmt: skip
    found = _read(context, workbook(("Plan", rows)))
    assert [(p["number"], p["name"]) for p in found["priorities"]] == [(2, "ASB")]
    (measure,) = found["actions"][0]["measures"]
    assert (measure["baseline"], measure["target"]) == (40, 48)


def test_a_known_name_that_holds_and_is_one_name_at_the_end_of_a_list_too() -> None:
    board = Agency("ICB", "NHS Here and There Integrated Care Board")
    agencies = Agencies((Agency("HP", "Here Police"), board))
    assert agencies.read(f"Here Police, {board.name}").codes == ("HP", "ICB")
    assert agencies.read("Here Police, Here Council and Fire Service").codes[0] == "HP"
    assert len(agencies.new) == 2
