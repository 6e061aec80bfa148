"""Who is who: by file and in Slack; proposals count for nothing until they are confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.core.access import HOME, Caller, Role
from bot.core.codec import decode
from bot.core.errors import NotAllowed, NotFound, Refused
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.files.people import is_people
from bot.messages.notices import Proposal
from bot.services import absences, members, people_file
from bot.services.context import Context
from bot.store.store import Store
from tests.factories import a_plan, at

KELLY = Caller(HOME, "U0KELLY", Role.COORDINATOR)
HEADINGS = "slack_id,email,name,agency,role\n"


@pytest.fixture
def context(store: Store) -> Context:
    from bot.config import load_settings

    zone = load_settings(None).zone
    made = Context(store, lambda: at("2018-05-10"), Timetable(zone), Labels())
    with store.writing(HOME) as records:
        records.plans.save(a_plan(), at("2018-04-01"))
    people_file.read_people(
        store, HOME, HEADINGS + "U0KELLY,,Kelly,SDC,coordinator\n", at("2018-04-01"), apply=True
    )
    return made


def test_a_file_is_previewed_by_place_and_stored_whole_or_not_at_all(context: Context) -> None:
    content = HEADINGS + "U1,,Ann,Kent Police,lead\nU2,,Bob,Nobody,lead\nU3,,Cy,SDC,chief\n"
    read = people_file.read_people(context.store, HOME, content, at("2018-05-10"), apply=True)
    assert not read.applied
    assert read.problems == (
        "row 3, agency: the plan names no agency 'Nobody'",
        "row 4, role: 'chief' is none of coordinator, lead, deputy, observer",
    )
    assert {m.user for m in members.everyone(context, HOME)} == {"U0KELLY"}


def test_people_may_be_named_by_their_e_mail_address(context: Context) -> None:
    content = "email,name,agency,role\nann@police.example,Ann,police; SDC,lead\n"
    known = {"ann@police.example": "U1"}
    read = people_file.read_people(
        context.store, HOME, content, at("2018-05-10"), apply=True, by_email=known.get
    )
    assert [(m.user, m.agencies) for m in read.members] == [("U1", ("KP", "SDC"))]


def test_a_file_given_again_wakes_nobody_who_left_or_is_away(context: Context) -> None:
    def given(row: str) -> None:
        people_file.read_people(context.store, HOME, HEADINGS + row, at("2018-05-10"), apply=True)

    given("U0HELEN,,Helen Fry,SDC,lead\n")
    helen = members.identify(context.store, HOME, "U0HELEN")
    absences.away_until(context, helen, date(2018, 6, 1))
    members.deactivated(context, HOME, "U0HELEN", active=False)
    given("U0HELEN,,,Kent Police,lead\n")
    (helen_now,) = (m for m in members.everyone(context, HOME) if m.user == "U0HELEN")
    assert (helen_now.agencies, helen_now.name) == (("KP",), "Helen Fry")
    assert (helen_now.active, helen_now.away_until) == (False, date(2018, 6, 1))


@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("role", ["Co-ordinator", "co ordinator", "COORDINATOR"])
def test_a_list_is_read_as_people_write_it(context: Context, between: str, role: str) -> None:
    rows = [["Slack ID", "E-mail", "Name", "Agency", "Role"], ["U0NEW", "", "", "SDC", role]]
    content = "\n".join(between.join(row) for row in rows)
    assert is_people(content.encode())
    (member,) = people_file.read_people(context.store, HOME, content, at("2018-05-10")).members
    assert (member.user, member.role, member.agencies) == ("U0NEW", Role.COORDINATOR, ("SDC",))


def test_who_is_given_two_roles_is_named_and_nothing_is_stored(context: Context) -> None:
    rows = ("U0NEW,,,SDC,lead", "U0NEW,,,SDC,observer", "U0OLD,,,SDC,lead", "U0OLD,,,SDC,lead")
    content = HEADINGS + "\n".join(rows)
    read = people_file.read_people(context.store, HOME, content, at("2018-05-10"), apply=True)
    assert read.problems == ("slack_id: 'U0NEW' stands twice with different roles",)
    assert not read.applied


@pytest.mark.parametrize(
    "slack_id", ["U" * 300, "U0 HELEN", "<@U0HELEN>", "helen@sdc.example", "@ann", "not-an-id"]
)
def test_what_is_no_slack_id_is_a_problem_of_its_row(context: Context, slack_id: str) -> None:
    content = f"{HEADINGS}{slack_id},,,SDC,lead\n"
    read = people_file.read_people(context.store, HOME, content, at("2018-05-10"), apply=True)
    assert not read.applied
    assert "row 2, slack_id" in read.problems[0]


@pytest.mark.parametrize(
    "name", ["Helen Fry 07700 900123", "helen.fry@sdc.example", "Fry 077\u202c00 900123"]
)
def test_a_number_beside_a_name_is_a_problem_of_its_row(context: Context, name: str) -> None:
    """Names of members pass the guard ever after."""
    content = f"{HEADINGS}U0HELEN,,{name},SDC,lead\n"
    read = people_file.read_people(context.store, HOME, content, at("2018-05-10"), apply=True)
    assert not read.applied
    assert "row 2, name" in read.problems[0]
    assert "900123" not in read.problems[0]


def test_a_file_that_is_no_people_file_is_refused_with_its_columns(context: Context) -> None:
    with pytest.raises(Refused, match="slack_id,email,name,agency,role"):
        people_file.read_people(context.store, HOME, "ref,status\nASB3,green\n", at("2018-05-10"))


def test_a_proposal_gives_no_rights_until_a_coordinator_confirms(context: Context) -> None:
    sam = Caller(HOME, "U0SAM", Role.UNKNOWN)
    members.propose(context, sam, "police")
    assert members.identify(context.store, HOME, "U0SAM").role is Role.UNKNOWN
    with pytest.raises(NotAllowed):
        members.decide(context, replace(sam, role=Role.LEAD), "U0SAM", "KP", confirm=True)
    members.decide(context, KELLY, "U0SAM", "KP", confirm=True)
    caller = members.identify(context.store, HOME, "U0SAM")
    assert (caller.role, caller.agencies) == (Role.LEAD, ("KP",))


def test_of_a_person_one_proposal_is_open_and_it_is_the_latest(context: Context) -> None:
    sam = Caller(HOME, "U0SAM", Role.UNKNOWN)
    for agency in ("police", "SDC", "SDC", "police", "SDC"):
        members.propose(context, sam, agency)
    with context.store.reading(HOME) as records:
        (row,) = records.outbox.recent()
    assert decode(Proposal, row.payload).agencies == "SDC"
    with pytest.raises(Refused, match="from Sevenoaks District Council"):
        members.decide(context, KELLY, "U0SAM", "KP", confirm=True)
    members.decide(context, KELLY, "U0SAM", "SDC", confirm=True)


def test_a_proposal_turned_down_is_gone(context: Context) -> None:
    members.propose(context, Caller(HOME, "U0SAM", Role.UNKNOWN), "police")
    members.decide(context, KELLY, "U0SAM", "KP", confirm=False)
    assert all(member.confirmed for member in members.everyone(context, HOME))
    with pytest.raises(NotFound):
        members.decide(context, KELLY, "U0SAM", "KP", confirm=True)


def test_the_last_coordinator_cannot_be_removed(context: Context) -> None:
    with pytest.raises(Refused, match="without a coordinator"):
        members.assign(context, KELLY, "U0KELLY", "SDC", "lead")
    members.assign(context, KELLY, "U0ANN", "SDC", "coordinator")
    members.assign(context, KELLY, "U0KELLY", "SDC", "lead")


def test_coordinators_by_settings_need_no_row_whatever_team_is_told(context: Context) -> None:
    known = members.identify(context.store, HOME, "U0BOSS", "", ("U0BOSS",))
    assert known.role is Role.COORDINATOR
    foreign = members.identify(context.store, HOME, "U0BOSS", "T0FOREIGN", ("U0BOSS",))
    assert foreign.role is Role.COORDINATOR


def test_a_deactivated_account_loses_its_rights_and_gets_them_back(context: Context) -> None:
    members.assign(context, KELLY, "U1", "police", "lead")
    members.deactivated(context, HOME, "U1", active=False)
    assert members.identify(context.store, HOME, "U1").role is Role.UNKNOWN
    members.deactivated(context, HOME, "U1", active=True)
    assert members.identify(context.store, HOME, "U1").role is Role.LEAD


@pytest.mark.parametrize(("agency", "role"), [("Road Safety", "lead"), ("police", "boss")])
def test_an_unknown_agency_or_role_is_answered_with_those_known(
    context: Context, agency: str, role: str
) -> None:
    with pytest.raises(Refused) as refusal:
        members.assign(context, KELLY, "U1", agency, role)
    assert "Kent Police" in str(refusal.value) or "observer" in str(refusal.value)
