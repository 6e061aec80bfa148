"""Home leads with what matters to a role."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.blocks import home as drawn
from bot.core.access import HOME, Caller, Role
from bot.sandbox.person import Person
from bot.services import home
from tests.partnership import Partnership

FIRST = date(2018, 6, 20)


def _labels(view: dict[str, Any]) -> list[str]:
    rows = [e for b in view["blocks"] if b["type"] == "actions" for e in b["elements"]]
    beside = [b["accessory"] for b in view["blocks"] if b.get("accessory")]
    return [e["text"]["text"] for e in [*rows, *beside] if e["type"] == "button"]


def _home(csp: Partnership, user: str) -> tuple[Person, dict[str, Any], str]:
    person = csp.person(user)
    view = person.opens_home()
    return person, view, person.reads(view)


def test_a_coordinator_sees_how_far_the_quarter_is_and_what_needs_them(
    any_partnership: Partnership,
) -> None:
    csp = any_partnership
    csp.person("U0GRACE").types("/csp update DA1 green 38 new clients")
    csp.move_to(FIRST, 12)
    kelly, view, text = _home(csp, "U0KELLY")
    assert "*Q1 2018-19*: 1 of 53 actions reported so far; returns close on 10 July" in text
    assert "10 July 2018, in 14 working days." in text
    assert text.index("returns close") < text.index("The plan at a glance")
    kelly.presses("See who is missing", view)
    assert "Can be asked" in kelly.reads()
    kelly.presses("Report for them")
    assert kelly.view["title"]["text"] == "Report Q1 2018-19"
    kelly.closes()
    kelly.views.clear()
    kelly.presses("Preview the summary", view)
    assert "of 53 actions reported" in kelly.reads()


def test_a_coordinator_nudges_from_home_and_names_somebody_for_an_agency(
    partnership: Partnership,
) -> None:
    partnership.move_to(date(2018, 5, 16), 12)
    kelly, view, text = _home(partnership, "U0KELLY")
    assert "Nobody can report on" in text
    nudge = next(label for label in _labels(view) if label.startswith("Nudge"))
    kelly.presses(nudge, view)
    assert "Asked: " in kelly.reads()
    partnership.bot.tick()
    assert partnership.person("U0HELEN").letters()
    kelly.views.clear()
    kelly.presses("Add somebody", view)
    assert kelly.values()["agency"]["agency"]["selected_option"]["value"]
    kelly.fills(person="U0SAM")
    assert kelly.submits() == {}
    assert "is now lead for" in kelly.reads()
    kelly.views.clear()
    assert "*MH5* Promote suicide-prevention messages" in text
    kelly.presses("Name a lead", view)
    assert "Edit OCG6" in str(kelly.view["title"])


def test_a_councillor_reads_the_state_the_last_summary_and_what_needs_attention(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 red No supplier because it closed, we will choose one in June")
    partnership.live_until(date(2018, 7, 12))
    anne, view, text = _home(partnership, "U0CLLR")
    assert "*Q2 2018-19*: 0 of 53 actions reported so far" in text
    assert "1 of 53 actions reported. Of those 1 off track." in text
    assert "Needs attention" in text
    assert text.index("*ASB3*") < text.index("The plan at a glance")
    assert not {"Update", "Add a member", "Preview the summary"} & set(_labels(view))
    anne.presses("Show", view)
    assert "as it was posted" in anne.reads()


def test_without_a_channel_home_says_how_one_is_chosen(partnership: Partnership) -> None:
    kelly, _, text = _home(partnership, "U0KELLY")
    assert "No channel yet" not in text
    context = partnership.bot.context
    without = replace(context, timetable=replace(context.timetable, channel=""))
    facts = home.facts(without, Caller(HOME, "U0KELLY", Role.COORDINATOR, ("SDC",)))
    text = kelly.reads(drawn.home(facts, context.labels))
    assert "No channel yet" in text
    assert "`/csp channel here`" in text


def test_a_lead_sees_their_own_actions_those_due_soonest_first(partnership: Partnership) -> None:
    helen, view, text = _home(partnership, "U0HELEN")
    assert text.index("My agency's actions") < text.index("Ask about the plan")
    assert "close on 10 July 2018, in " in text
    dues = [line.partition("due ")[2] for line in text.splitlines() if "· due " in line]
    days = [date.fromisoformat(_iso(due)) for due in dues]
    assert days == sorted(days)
    helen.presses("Report them in one form", view)
    assert helen.view["title"]["text"] == "Report Q1 2018-19"


def _iso(due: str) -> str:
    months = "January February March April May June July August September October November December"
    day, month, year = due.partition(" ·")[0].split()
    return f"{year}-{months.split().index(month) + 1:02d}-{int(day):02d}"


def test_each_priority_is_in_bold_with_the_mark_of_its_gravest_status(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 amber Late")
    _, _, text = _home(partnership, "U0CLLR")
    marked = [line for line in text.splitlines() if line[:1] in "🟠▫" and line.endswith("*")]
    assert len(marked) == 7
    assert sum(line.startswith("🟠 *") for line in marked) == 1
