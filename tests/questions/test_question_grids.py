"""Questions as grids: every usual way of asking, with every action, agency, status and date in it.

A way of asking that works for one action and fails for its neighbour is a rule that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import permutations

import pytest

from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.questions.lexicon import Lexicon
from bot.questions.question import Intent, Question, ReadingAs
from bot.questions.questions import understand
from bot.sample import sample_plan
from tests.questions.conftest import TODAY

pytestmark = pytest.mark.slow

LEXICON = Lexicon(sample_plan())


CALLED = {
    "ASB1": "the tasking meeting",
    "ASB2": "joint patrols",
    "ASB3": "the cctv",
    "ASB4": "the community trigger",
    "ASB5": "fly tipping prosecutions",
    "ASB6": "graffiti removal",
    "ASB7": "the walkabouts",
    "ASB8": "the school holiday activities",
    "ASB9": "neighbour mediation",
    "ASB10": "deliberate fires",
    "OCG1": "the four Ps plans",
    "OCG2": "the days of action",
    "OCG3": "the waste crime ops",
    "OCG4": "partner intelligence",
    "OCG5": "county lines briefings",
    "OCG6": "proceeds of crime",
    "SAF1": "WRAP sessions",
    "SAF2": "the hate conference",
    "SAF3": "internet safety day",
    "SAF4": "taxi driver briefings",
    "SAF5": "the vulnerability panel",
    "SAF6": "the national referral mechanism",
    "SAF7": "labour exploitation visits",
    "SAF8": "home safety visits",
    "SAF9": "early help attendance",
    "SUB1": "street outreach",
    "SUB2": "the drug workshops in schools",
    "SUB3": "referrals to the drug and alcohol service",
    "SUB4": "test purchases",
    "SUB5": "the licensing visits",
    "SUB6": "the needle mapping",
    "SUB7": "alcohol related violence",
    "ACQ1": "burglary advice",
    "ACQ2": "village road shows",
    "ACQ3": "property marking kits",
    "ACQ4": "the car park campaign",
    "ACQ5": "shoplifting",
    "ACQ6": "doorstep crime talks",
    "ACQ7": "speedwatch",
    "ACQ8": "the IOM cohort",
    "MH1": "the mental health referral route",
    "MH2": "mental health first aid",
    "MH3": "support for repeat callers",
    "MH4": "the hoarding checklist",
    "MH5": "suicide prevention",
    "DA1": "the volunteer domestic abuse service",
    "DA2": "the DA one stop shop",
    "DA3": "the sanctuary scheme",
    "DA4": "marac attendance",
    "DA5": "the white ribbon campaign",
    "DA6": "healthy relationship sessions",
    "DA7": "the behaviour change programme",
    "DA8": "domestic homicide reviews",
}
"""What people call the actions of the sample plan."""

SIDES = {
    Intent.LEADS: "who leads on {}; who's in charge of {}; who is responsible for {}; "
    "which agency runs {}; who do I ask about {}; lead for {}?; whose job is {}; "
    "remind me who picked up {}; who would know about {}; Cllr asked about {}. Who leads on it?; "
    "who are the partners for {}; who else is involved in {}; which agencies support {}",
    Intent.DUE: "when is {} due; deadline for {}; what's the due date for {}; "
    "is there an end date for {}; about {}: when is it due",
    Intent.MEASURES: "what's the target for {}; what is the measure for {}; {} numbers?; "
    "how is {} doing against target; latest figure for {}; what are we counting for {}",
    Intent.HISTORY: "when was {} last updated; what was reported on {} in Q1; has {} slipped; "
    "with {}, what was said last; was {} ever red",
    Intent.ACTIONS: "how is {} going; is {} on track; status of {}; is {} finished; "
    "when should {} be finished; where are we with {}; any news on {}; has {} been done yet",
}
_LOOSE = {Intent.ACTIONS, Intent.TOPIC, Intent.DUE}


def read(text: str) -> Question:
    return understand(text, LEXICON, TODAY)


def pairs(names: dict[str, str]) -> Iterable[tuple[tuple[str, str], tuple[str, str]]]:
    return permutations(names.items(), 2)


@pytest.mark.parametrize("side", SIDES)
def test_every_action_is_known_by_what_people_call_it(side: Intent) -> None:
    wanted = _LOOSE if side is Intent.ACTIONS else {side}
    wrong = [
        text
        for ref, called in CALLED.items()
        for frame in SIDES[side].split("; ")
        if ref not in (question := read(text := frame.format(called))).filters.refs
        or question.intent not in wanted
    ]
    assert wrong == []


AGENCIES = {
    "KP": "the police",
    "KFRS": "fire and rescue",
    "WKHA": "West Kent housing",
    "SDC": "the council",
    "KCCTS": "trading standards",
    "DAVSS": "DAVSS",
    "KENWARD": "the kenward trust",
    "KSSCRC": "probation",
    "WKM": "west kent mind",
}
PRIORITIES = {
    "ASB": "anti-social behaviour",
    "DA": "domestic abuse",
    "SUB": "substance misuse",
    "ACQ": "acquisitive crime",
    "MH": "mental health",
    "SAF": "safeguarding",
    "OCG": "organised crime",
}
STATUSES = {
    "red": Status.OFF_TRACK,
    "at risk": Status.AT_RISK,
    "on track": Status.ON_TRACK,
    "finished": Status.COMPLETE,
}
OF_AGENCY = (
    "which {s} actions does {a} lead; what has {a} got that is {s}; list {a} actions {s}; "
    "how many {a} actions are {s}; which of the {s} ones are led by {a}; {s} actions for {a}; "
    "are any of {a}'s actions {s}; {a} - anything {s}?; any {s} from {a}; anything {s} for {a}; "
    "how many of {a}'s are {s}; is {a} {s} on anything"
)
OF_PRIORITY = (
    "which {p} actions are {s}; {s} {p} actions; how many {p} actions are {s}; is anything {s} in "
    "{p}; any {s} actions under {p}?; list {s} actions for {p}; what percentage of {p} actions "
    "are {s}; number of {s} {p} actions; how many in {p} are {s}; how much of {p} is {s}; "
    "within {p} what is {s}"
)
MANY = {Intent.LIST, Intent.COUNT}


def test_every_agency_is_narrowed_down_by_every_status() -> None:
    wrong = [
        text
        for code, agency in AGENCIES.items()
        for said, status in STATUSES.items()
        for frame in OF_AGENCY.split("; ")
        if (question := read(text := frame.format(a=agency, s=said))).intent not in MANY
        or question.filters.statuses != (status,)
        or code not in question.filters.agencies
    ]
    assert wrong == []


def test_every_priority_is_narrowed_down_by_every_status() -> None:
    wrong = [
        text
        for code, name in PRIORITIES.items()
        for said, status in STATUSES.items()
        for frame in OF_PRIORITY.split("; ")
        if (question := read(text := frame.format(p=name, s=said))).intent not in MANY
        or question.filters.statuses != (status,)
        or question.filters.priorities != (code,)
    ]
    assert wrong == []


def test_every_agency_is_narrowed_down_by_every_priority() -> None:
    frames = "which {p} actions does {a} lead; {a} actions in {p}; what are {a} doing about {p}; "
    frames += (
        "how many {p} actions does {a} lead; {p} actions led by {a}; what does {a} lead in {p}"
    )
    wrong = [
        text
        for code, name in PRIORITIES.items()
        for agency, called in AGENCIES.items()
        for frame in frames.split("; ")
        if (question := read(text := frame.format(p=name, a=called))).intent not in MANY
        or question.filters.priorities != (code,)
        or agency not in question.filters.agencies
    ]
    assert wrong == []


DUE = (
    "what's due {}; what have we got due {}; which actions are due {}; what needs finishing {}; "
    "deadlines {}; what has to be done {}; what must be finished {}; police actions due {}; "
    "how many actions are due {}; what falls due {}; list everything due {}; what's coming up {}"
)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("this month", date(2018, 10, 1), date(2018, 10, 31)),
        ("next month", date(2018, 11, 1), date(2018, 11, 30)),
        ("next week", date(2018, 10, 15), date(2018, 10, 21)),
        ("this quarter", date(2018, 10, 1), date(2018, 12, 31)),
        ("next quarter", date(2019, 1, 1), date(2019, 3, 31)),
        ("in december", date(2018, 12, 1), date(2018, 12, 31)),
        ("in the new year", date(2019, 1, 1), date(2019, 3, 31)),
        ("after christmas", date(2018, 12, 25), date(2019, 3, 31)),
        ("before christmas", None, date(2018, 12, 24)),
        ("before april", None, date(2019, 3, 31)),
        ("by the end of 2018", None, date(2018, 12, 31)),
        ("by the end of november", None, date(2018, 11, 30)),
        ("in the next 30 days", date(2018, 10, 10), date(2018, 11, 9)),
    ],
)
def test_every_date_is_read_in_every_question_about_what_is_due(
    said: str, start: date | None, end: date
) -> None:
    wrong = []
    for frame in DUE.split("; "):
        question = read(text := frame.format(said))
        due = question.filters.due
        if due is None or (due.start, due.end) != (start, end) or question.intent not in MANY:
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "are we on track",
        "is everything on target?",
        "is the plan on track",
        "are things going well",
    ],
)
def test_whether_all_goes_well_is_answered_for_the_plan_as_a_whole(text: str) -> None:
    assert read(text).intent is Intent.OVERVIEW


ASKED_OF_AN_AGENCY = {
    Intent.LATEST: "what has {} reported lately; what did {} report in Q2; latest from {}; "
    "what's the last thing {} sent in; show me {}'s updates; when did {} last report; "
    "last update from {}; has {} sent anything in; {} updates for Q2; what was {}'s news in Q1",
    Intent.LIST: "what does {} still owe us; has {} updated everything; is {} late with anything; "
    "what is {} responsible for; what is {} helping with; what's {}'s part in the plan; "
    "what is due from {} before christmas; which of {}'s measures are behind",
    Intent.COUNT: "how many actions does {} lead; how many are led by {}; number of {} actions; "
    "what percentage of actions are led by {}; how many actions is {} a partner on",
}


@pytest.mark.parametrize("intent", ASKED_OF_AN_AGENCY)
def test_every_agency_can_be_asked_about(intent: Intent) -> None:
    wrong = [
        text
        for code, agency in AGENCIES.items()
        for frame in ASKED_OF_AN_AGENCY[intent].split("; ")
        if (question := read(text := frame.format(agency))).intent is not intent
        or code not in question.filters.agencies
    ]
    assert wrong == []


def test_any_two_agencies_can_be_compared() -> None:
    frames = (
        "compare {} and {}; who is doing better, {} or {}; who has more red actions, {} or {}; "
        "{} vs {}; does {} lead more than {}; is {} doing better than {}"
    )
    wrong = [
        text
        for (code, one), (other, two) in pairs(AGENCIES)
        for frame in frames.split("; ")
        if (question := read(text := frame.format(one, two))).intent is not Intent.COMPARE
        or set(question.filters.agencies) < {code, other}
    ]
    assert wrong == []


def test_any_two_priorities_can_be_compared() -> None:
    frames = (
        "compare {} and {}; which is doing better, {} or {}; {} or {} - which is further behind; "
        "how does {} compare to {}; is {} doing better than {}"
    )
    wrong = [
        text
        for (code, one), (other, two) in pairs(PRIORITIES)
        for frame in frames.split("; ")
        if (question := read(text := frame.format(one, two))).intent is not Intent.COMPARE
        or set(question.filters.priorities) != {code, other}
    ]
    assert wrong == []


def test_of_two_agencies_the_second_may_be_left_out() -> None:
    for (code, one), (other, two) in pairs(AGENCIES):
        filters = read(f"actions led by {one} but not {two}").filters
        assert (code in filters.agencies, other in filters.excluded) == (True, True), (one, two)
        assert not set(filters.agencies) & set(filters.excluded)


MISSING = (
    "which {} actions have not reported for q2; what is missing from {} for q2; "
    "what did {} miss in q2; are {} up to date for q2; has {} missed anything in q2; "
    "did {} skip any returns for q2; what do {} still owe for q2"
)


def test_what_an_agency_did_not_report_in_a_quarter_is_never_what_it_did() -> None:
    wrong = [
        text
        for code, agency in AGENCIES.items()
        for frame in MISSING.split("; ")
        if (filters := read(text := frame.format(agency)).filters).awaiting != Quarter(2018, 2)
        or code not in filters.agencies
    ]
    assert wrong == []


STOOD = (
    "which {p} actions were {s} in {q}; {p} {s} in {q}; which were {s} in {p} in {q}; "
    "how many {p} actions were {s} at the end of {q}"
)


def test_a_status_in_a_quarter_gone_by_is_the_one_of_then() -> None:
    wrong = [
        text
        for code, name in PRIORITIES.items()
        for number in (1, 2)
        for said, status in (("red", Status.OFF_TRACK), ("green", Status.ON_TRACK))
        for frame in STOOD.split("; ")
        if (filters := read(text := frame.format(p=name, s=said, q=f"q{number}")).filters).as_at
        != Quarter(2018, number)
        or (filters.priorities, filters.statuses) != ((code,), (status,))
    ]
    assert wrong == []


MEASURED = {
    None: "what are the targets for {}; {} targets; measures under {}; kpis for {}",
    ReadingAs.MET: "which {} targets have been hit; any {} targets met; {} measures at target",
    ReadingAs.MISSED: "which {} targets are we missing; {} measures behind target; "
    "what targets haven't we met in {}",
}


@pytest.mark.parametrize("reading", MEASURED)
def test_the_measures_of_every_priority_can_be_asked_for(reading: ReadingAs | None) -> None:
    wrong = [
        text
        for code, name in PRIORITIES.items()
        for frame in MEASURED[reading].split("; ")
        if (filters := read(text := frame.format(name)).filters).priorities != (code,)
        or filters.reading is not reading
    ]
    assert wrong == []
