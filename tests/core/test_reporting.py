"""What makes an update valid, and where an action stands after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.access import Caller, Permission, Role, allowed, require
from bot.core.codec import decode, encode
from bot.core.errors import Invalid, NotAllowed
from bot.core.figures import parse_reading
from bot.core.plan import Action, Measure, Update
from bot.core.progress import Standing, in_effect
from bot.core.quarters import Quarter
from bot.core.reporting import (
    ProgressDraft,
    accept,
    reporting_quarter,
    withdrawal,
)
from bot.core.status import Status
from bot.messages.notices import StatusChanged

NOON = datetime(2018, 5, 10, 11, 0, tzinfo=UTC)
Q1 = Quarter(2018, 1)
PRIYA = Caller("T1", "U1", Role.LEAD, ("KP",))
CCTV = Standing(
    Action(
        "ASB3",
        "ASB",
        "Deploy CCTV",
        leads=("SDC",),
        due=date(2018, 9, 30),
        measures=(Measure("ASB3/1", "Deployments reviewed", target=6),),
    )
)
GOOD = ProgressDraft("ASB3", Status.ON_TRACK, "First cameras are up.")


def _accept(draft: ProgressDraft, standing: Standing = CCTV) -> Update:
    return accept(standing, draft, by=PRIYA, agency="SDC", at=NOON, quarter=Q1, update_id="u1")


def test_a_good_draft_becomes_an_update_with_its_reading() -> None:
    update = _accept(replace(GOOD, readings=(("ASB3/1", " 2 "),)))
    assert update.status is Status.ON_TRACK
    assert update.reading == 2.0


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(GOOD, status=None), "status"),
        (replace(GOOD, note="  "), "note"),
        (replace(GOOD, status=Status.OFF_TRACK), "reason"),
        (replace(GOOD, status=Status.OFF_TRACK, reason="Broken"), "corrective_action"),
        (replace(GOOD, new_due=date(2018, 10, 31)), "reason"),
        (replace(GOOD, readings=(("ASB3/1", "about six"),)), "reading:ASB3/1"),
        (replace(GOOD, note="x" * 2001), "note"),
    ],
)
def test_a_refusal_names_the_field(draft: ProgressDraft, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        _accept(draft)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("typed", "value"), [("41", 41), ("61 %", 61), ("1,200", 1200), ("-3%", -3), ("£4,200", 4200)]
)
def test_a_figure_is_read_as_people_write_it(typed: str, value: float) -> None:
    assert parse_reading(typed) == value


@pytest.mark.parametrize("typed", ["1,2", "ten", "1-2", "--3", "12 people"])
def test_a_figure_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Invalid):
        parse_reading(typed)


def test_undo_takes_an_update_out_of_effect_and_erases_nothing() -> None:
    first = _accept(GOOD)
    back = withdrawal(first, by=PRIYA, at=NOON + timedelta(minutes=5), update_id="u2")
    assert in_effect([first, back]) == ()
    assert in_effect([first]) == (first,)


def test_a_moved_date_replaces_the_plans_date_and_is_remembered() -> None:
    moved = _accept(replace(GOOD, new_due=date(2018, 10, 31), reason="Camera fault"))
    standing = Standing(CCTV.action, (moved,))
    assert standing.due == date(2018, 10, 31)
    assert [(m.before, m.after) for m in standing.moves] == [
        (date(2018, 9, 30), date(2018, 10, 31))
    ]


def test_only_the_lead_agency_or_a_coordinator_may_report() -> None:
    assert not allowed(PRIYA, Permission.REPORT, CCTV.action)
    assert allowed(replace(PRIYA, agencies=("SDC",)), Permission.REPORT, CCTV.action)
    assert allowed(Caller("T1", "U2", Role.COORDINATOR), Permission.REPORT, CCTV.action)
    with pytest.raises(NotAllowed) as refusal:
        require(PRIYA, Permission.REPORT, CCTV.action)
    assert "SDC" in refusal.value.next_step


def test_while_an_ended_quarter_is_collected_an_update_counts_for_it_first() -> None:
    both = (Q1, Q1.next)
    assert reporting_quarter(CCTV, both) == Q1
    assert reporting_quarter(CCTV, both[1:]) == Q1.next
    reported = Standing(CCTV.action, (_accept(GOOD),))
    assert reporting_quarter(reported, both) == Q1.next
    assert reporting_quarter(reported, (Q1,)) == Q1


def test_overdue_is_computed_from_the_date_and_not_declared() -> None:
    assert CCTV.is_overdue(date(2018, 10, 1))
    assert not CCTV.is_overdue(date(2018, 9, 30))
    done = Standing(CCTV.action, (_accept(replace(GOOD, status=Status.COMPLETE)),))
    assert not done.is_overdue(date(2018, 10, 1))


def test_a_notice_survives_its_json() -> None:
    notice = StatusChanged(
        "ASB3",
        "Deploy CCTV",
        "Anti-Social Behaviour",
        "SDC",
        None,
        Status.AT_RISK,
        Q1,
        "U1",
        new_due=date(2018, 10, 31),
    )
    assert decode(StatusChanged, encode(notice)) == notice
