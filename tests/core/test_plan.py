"""References in any usual spelling, and agencies by any of their names."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.errors import NotFound
from bot.core.plan import Action, Agency, Plan, Priority, ref_key

PLAN = Plan(
    title="Plan",
    year="2018-19",
    starts=date(2018, 4, 1),
    ends=date(2019, 3, 31),
    priorities=(Priority("SAF", "Safeguarding (incl. Prevent, Gangs)"),),
    agencies=(Agency("KFRS", "Kent Fire & Rescue Service", ("fire",)),),
    actions=(
        Action("ASB3", "ASB", "Deploy CCTV", alt_ref="1.3"),
        Action("ACQ4-2", "ACQ", "A row whose reference was used twice"),
    ),
)


@pytest.mark.parametrize(
    "typed", ["ASB3", "asb 3", "asb-03", "ASB_3", "#ASB3", "action asb3", "1.3", "#1.3", "1.03"]
)
def test_a_reference_is_found_in_any_usual_spelling(typed: str) -> None:
    assert PLAN.action(typed).ref == "ASB3"


def test_a_reference_that_is_used_twice_keeps_its_own_name() -> None:
    assert PLAN.action("acq4-2").ref == "ACQ4-2"
    assert PLAN.find("ACQ42") is None


@pytest.mark.parametrize("typed", ["", "hello there", "3", "asb", "1.3.", "?"])
def test_what_has_not_the_shape_of_a_reference_has_no_key(typed: str) -> None:
    assert ref_key(typed) in {"", "1.3"}


def test_an_unknown_reference_says_what_was_understood_and_what_to_type() -> None:
    with pytest.raises(NotFound) as refusal:
        PLAN.action("ASB99")
    assert "ASB99" in refusal.value.message
    assert "ASB3" in refusal.value.next_step


@pytest.mark.parametrize("typed", ["kfrs", "Fire", "kent fire and rescue service"])
def test_an_agency_is_known_by_code_name_and_alias(typed: str) -> None:
    agency = PLAN.agency_named(typed)
    assert agency is not None
    assert agency.code == "KFRS"


def test_the_short_name_of_a_priority_leaves_its_bracket_out() -> None:
    assert PLAN.priority("SAF").short == "Safeguarding"
