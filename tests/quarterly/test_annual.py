"""The year's report: where what is unfinished went, and what a running year does not say yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.plan import OFFICIAL_SENSITIVE, Measure
from bot.core.progress import Progress
from bot.core.status import Labels, Status
from bot.quarterly.annual import annual_report, as_text
from bot.quarterly.summary import summarise
from tests.factories import Q2, a_plan, a_reading, an_action, an_update, at

PLAN = a_plan(
    an_action(
        "ASB1", text="Hold the tasking meeting", measures=(Measure("ASB1/1", "Held", target=9),)
    ),
    an_action("ASB2", text="Clear graffiti"),
    an_action("DA1", text="Fund the service", marking=OFFICIAL_SENSITIVE),
)
NEXT = replace(
    a_plan(
        an_action("SAF1", text="Hold  the Tasking Meeting"),
        an_action("SAF2", text="Fund the service"),
        an_action("SAF3", text="Something else", previous_ref="ASB2"),
    ),
    year="2019-20",
)


def _report(*, frozen: bool) -> str:
    told = an_update(
        "ASB1",
        status=Status.AT_RISK,
        quarter=Q2,
        at=at("2018-09-05"),
        readings=(a_reading(3, "ASB1/1", Q2),),
    )
    summary = summarise(Progress(PLAN, (told,)), Q2, date(2018, 10, 10), None)
    return as_text(annual_report([summary], NEXT, Labels(), frozen=frozen))


def test_what_goes_on_is_told_by_its_reference_of_last_year_or_by_the_same_words() -> None:
    text = _report(frozen=True)
    assert "At risk, goes on in 2019-20, 1 action: ASB1 as SAF1" in text
    assert "No update received, goes on in 2019-20, 1 action: ASB2 as SAF3" in text
    assert "not in the 2019-20 plan, 1 action: DA1" in text  # its words are not shown either way


def test_while_the_year_runs_a_target_is_not_reached_yet() -> None:
    assert "ASB1: Held, Q2 3, target 9, not reached yet" in _report(frozen=False)
    assert "ASB1: Held, Q2 3, target 9, not reached\n" in _report(frozen=True)
