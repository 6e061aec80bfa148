"""A plan of another kind of partnership, asked as members ask: other priorities, another county,
other years, references in numbers and codes that are English words. What each answer must hold is
worked out from the files; nothing is typed in as a label."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.config import load_settings
from bot.core.access import Caller, Role
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.messages.reply import Answer, Mode
from bot.services.answers import answer
from bot.services.context import Context
from bot.store.store import Store
from tests.factories import at
from tests.second_plan import (
    AGENCIES,
    HISTORY,
    PLAN,
    TODAY,
    Row,
    agency_codes,
    agency_names,
    load,
    rows,
)

ORDERS = {
    "agencies before": (AGENCIES, PLAN, HISTORY),
    "agencies after": (PLAN, HISTORY, AGENCIES),
    "agencies between": (PLAN, AGENCIES, HISTORY),
}
Rule = Callable[[Row], bool]


def _led(*names: str) -> Rule:
    return lambda row: bool(row.leads & set(names))


def _backed(name: str) -> Rule:
    return lambda row: name in row.partners


def _of(priority: str) -> Rule:
    return lambda row: row.priority == priority


def _stands(*statuses: str) -> Rule:
    return lambda row: row.status in statuses


def _due(first: date, last: date) -> Rule:
    """What is due in a time is what is still open: the answer says so."""
    return lambda row: row.open and row.due is not None and first <= row.due <= last


def _both(*rules: Rule) -> Rule:
    return lambda row: all(rule(row) for rule in rules)


def _either(*rules: Rule) -> Rule:
    return lambda row: any(rule(row) for rule in rules)


def _not(rule: Rule) -> Rule:
    return lambda row: not rule(row)


def _late(row: Row) -> bool:
    return row.overdue


def _moved(row: Row) -> bool:
    return row.moved


def _silent(row: Row) -> bool:
    return not row.reports


_OCTOBER = _due(date(2026, 10, 1), date(2026, 10, 31))
_NOVEMBER = _due(date(2026, 11, 1), date(2026, 11, 30))
_VIOLENCE, _WOMEN = _of("Serious Violence"), _of("Violence Against Women and Girls")
_HATE, _ROADS, _REOFFENDING = _of("Hate Crime"), _of("Road Safety"), _of("Reducing Reoffending")
_POLICE, _COUNCIL = _led("Police"), _led("Borough Council")
_WOMENS, _RESTORE = _led("Women's Outreach"), _led("Restore")

LISTS: list[tuple[str, Rule]] = [
    ("which actions are red", _stands("red")),
    ("what is amber at the moment", _stands("amber")),
    ("which are complete", _stands("complete")),
    ("anything deferred?", _stands("deferred")),
    ("what is overdue", _late),
    ("which hate crime actions are overdue", _both(_HATE, _late)),
    ("what do the police lead on", _POLICE),
    ("what does the fire service lead on", _led("Fire")),
    ("actions led by WHO", _WOMENS),
    ("what does AIM lead on", _led("Adult Interventions Mission")),
    ("actions led by R", _RESTORE),
    ("actions led by HOPE", _led("Harbour Equality")),
    ("what does Restore Ravenshire lead", _RESTORE),
    ("which actions does probation support", _backed("Probation")),
    ("road safety actions not led by the police", _both(_ROADS, _not(_POLICE))),
    ("borough council actions that are overdue", _both(_COUNCIL, _late)),
    ("serious violence actions", _VIOLENCE),
    ("what are we doing on VAWG", _WOMEN),
    ("reoffending actions with no update", _both(_REOFFENDING, _silent)),
    ("what is due in October", _OCTOBER),
    ("what is due in November 2026", _NOVEMBER),
    ("due in October or November", _either(_OCTOBER, _NOVEMBER)),
    ("which dates were moved", _moved),
    ("red or amber", _stands("red", "amber")),
    ("neither red nor amber road safety actions", _both(_ROADS, _not(_stands("red", "amber")))),
    ("green actions of the borough council", _both(_COUNCIL, _stands("green"))),
    ("actions with no update at all", _silent),
    ("led by anyone but the borough council in VAWG", _both(_WOMEN, _not(_COUNCIL))),
    ("county council actions due before Christmas", _both(
        _led("County Council"), _due(date(2026, 1, 1), date(2026, 12, 24)))),
    ("what did we finish in Q2 2026-27", lambda row: any(
        one.status == "complete" for one in row.reported_in("Q2"))),
    ("what was red in Q1", lambda row: bool(
        row.reported_in("Q1") and row.reported_in("Q1")[-1].status == "red")),
    ("youth justice actions that are complete", _both(
        _led("Youth Justice"), _stands("complete"))),
]  # fmt: skip

COUNTS: list[tuple[str, Rule]] = [
    ("how many are red", _stands("red")),
    ("how many actions are overdue", _late),
    ("how many hate crime actions are there", _HATE),
    ("how many road safety actions are complete", _both(_ROADS, _stands("complete"))),
    ("how many does the police lead", _POLICE),
    ("how many have had no update", _silent),
]

TOPICS: list[tuple[str, str]] = [
    ("lads carrying blades in town", "Serious Violence"),
    ("boy racers on the moor road", "Road Safety"),
    ("who deals with stalking", "Violence Against Women and Girls"),
    ("somebody shouted racist abuse at a shopkeeper", "Hate Crime"),
    ("what happens to people coming out of prison", "Reducing Reoffending"),
    ("drink driving", "Road Safety"),
]


@pytest.fixture(scope="module", params=ORDERS)
def context(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Context]:
    """The partnership with its agencies, plan and history, loaded in each order."""
    folder: Path = tmp_path_factory.mktemp("second")
    opened = Store(f"sqlite:///{folder / 'second.sqlite3'}")
    zone = load_settings(None).zone
    made = Context(opened, lambda: at(TODAY.isoformat()), Timetable(zone), Labels())
    load(made, *ORDERS[request.param])
    yield made
    opened.close()


def _ask(context: Context, text: str, *agencies: str) -> Answer:
    role = Role.LEAD if agencies else Role.OBSERVER
    return answer(context, Caller(context.home, "U1", role, agencies), text)


def _refs(rule: Rule) -> set[str]:
    return {row.ref for row in rows() if rule(row)}


@pytest.mark.parametrize(("text", "rule"), LISTS, ids=[text for text, _ in LISTS])
def test_a_list_holds_exactly_the_actions_meant(context: Context, text: str, rule: Rule) -> None:
    assert _refs(rule), "a question about nothing proves nothing"
    answered = _ask(context, text)
    assert answered.mode is Mode.ANSWER
    assert set(answered.refs) == _refs(rule)


@pytest.mark.parametrize(("text", "rule"), COUNTS, ids=[text for text, _ in COUNTS])
def test_a_count_is_the_number_of_them(context: Context, text: str, rule: Rule) -> None:
    assert _ask(context, text).text.startswith(f"{len(_refs(rule))} of ")


@pytest.mark.parametrize(("text", "priority"), TOPICS, ids=[text for text, _ in TOPICS])
def test_everyday_words_go_to_this_plans_own_priority(
    context: Context, text: str, priority: str
) -> None:
    assert set(_ask(context, text).refs) & _refs(_of(priority)) or (
        priority in _ask(context, text).text
    )


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.ref)
def test_every_action_is_known_by_its_reference_and_to_its_leads(
    context: Context, row: Row
) -> None:
    assert row.text in _ask(context, row.ref).text
    with context.store.reading(context.home) as records:
        agencies = records.plans.plan(TODAY).agencies
    for name in row.leads:
        (code,) = (agency.code for agency in agencies if agency.is_called(name))
        assert row.ref in _ask(context, "my actions", code).refs


def test_the_agencies_are_those_of_the_file_and_none_twice(context: Context) -> None:
    with context.store.reading(context.home) as records:
        plan = records.plans.plan(TODAY)
    listed = agency_codes()
    names = {agency.code: agency.name for agency in plan.agencies}
    assert len(plan.agencies) == len(set(listed.values()))
    for name in listed:  # every name, alias and code of the file is one agency's, whichever order
        assert sum(agency.is_called(name) for agency in plan.agencies) == 1, name
    for row in rows():
        action = plan.find(row.ref)
        assert action is not None
        for read, written in ((action.leads, row.leads), (action.partners, row.partners)):
            assert {names[code] for code in read} == {agency_names()[name] for name in written}


def test_codes_that_are_words_are_names_in_capitals_or_beside_a_role(context: Context) -> None:
    assert "off track" in _ask(context, "how many are red").text
    assert "Women's Help Outreach" not in _ask(context, "who leads on 4.1").text
    assert set(_ask(context, "what is due in November 2026").refs) == _refs(_NOVEMBER)
    for text in ("led by WHO", "WHO actions"):
        assert "Women's Help Outreach" in _ask(context, text).text
