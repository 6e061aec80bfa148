"""Which want wins, and what is left where no want is cued: for each kind of answer, ways in which
people ask for it."""

from __future__ import annotations

import pytest

from bot.core.status import Status
from bot.reading.expression import EVERY, Expression, Involves, Of, Partners, Refs, Stands, any_of
from bot.reading.wants import Kind, Want
from tests.reading.conftest import Reader

BAD = any_of(Stands(Status.OFF_TRACK.value), Stands(Status.AT_RISK.value))
GOOD = any_of(Stands(Status.ON_TRACK.value), Stands(Status.COMPLETE.value))
RED = Stands(Status.OFF_TRACK.value)

WANTS: dict[tuple[Kind, Expression], tuple[str, ...]] = {
    (Kind.OVERVIEW, EVERY): (
        "brief me", "give me the thirty second version", "catch me up", "where is the plan at",
        "whole plan, one paragraph, for the chief exec", "what is the temperature overall",
        "how healthy is the plan", "give me the gist",
    ),
    (Kind.PRIORITY, Of("DA")): (
        "is domestic abuse done",
        "brief me on domestic abuse, two lines", "what is cooking with domestic abuse",
        "give me the gist of domestic abuse", "domestic abuse in a line or two",
    ),
    (Kind.LIST, BAD): (
        "anything i ought to be fretting about before cabinet", "where are the landmines",
        "which bits are keeping you awake", "what is likely to bite us", "any nasties",
        "what should I be ready to defend", "which will we be grilled on",
    ),
    (Kind.LIST, GOOD): ("any bright spots", "what can we crow about", "what might we celebrate"),
    (Kind.BY, RED): (
        "which agencies have got something red", "who is off track", "who has at least one red",
        "which organisations have reds", "who leads the reds",
    ),
    (Kind.COUNT, Stands(Status.COMPLETE.value)): (
        "half of it done?", "is more than half the plan finished", "what slice of it is complete",
    ),
    (Kind.COUNT, Involves("KP")): ("what chunk of these belongs to the police",),
    (Kind.LEADS, Refs(("DA4",))): (
        "who backs up the police on MARAC", "which outfit runs MARAC",
        "how do I get hold of whoever runs MARAC",
    ),
    (Kind.LIST, Partners("KP")): ("what do the police back up",),
    (Kind.DUE, Refs(("DA4",))): ("how long have we got left on MARAC", "how soon is MARAC"),
    (Kind.HISTORY, Refs(("DA4",))): (
        "story so far with MARAC", "what is slowing MARAC down", "next steps on MARAC",
        "what is the plan to get MARAC back on track", "what was MARAC in quarter one",
        "how did MARAC end up like this", "what were we told about MARAC in June",
        "what is the recovery plan for MARAC", "what happens next with MARAC",
    ),
    (Kind.MEASURES, Refs(("DA4",))): (
        "what does success look like for MARAC", "where did we start from on MARAC",
        "starting point for MARAC", "how much further has MARAC got to go",
    ),
    (Kind.COMPARE, any_of(Of("DA"), Of("MH"))): (
        "how does domestic abuse stack up against mental health",
        "which is in worse shape, domestic abuse or mental health",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "over"),
    [(text, kind, over) for (kind, over), texts in WANTS.items() for text in texts],
)
def test_a_want_is_asked_for(text: str, kind: Kind, over: Expression, asked: Reader) -> None:
    reading = asked(text)
    assert (reading.want.kind, reading.over) == (kind, over)


DEEDS = (
    "change the deadline for {}", "move the date on {} to December", "put a new target in for {}",
    "can you switch the lead on {} to early help", "take {} out of the plan", "drop {}",
    "swap probation and the police over on {}", "hand {} over to the parishes",
    "raise the target on {} to 300", "extend the deadline of {} by a month",
    "could you push {} back a quarter", "please rewrite {}",
)  # fmt: skip
SENT = (
    "email every lead tonight and tell them they are late", "please text the leads who are late",
    "can you ring kent police for me and chase them up", "remind fire",
    "tell everyone the meeting is on friday", "message all the partners about the return",
    "please add dog fouling at the park to the plan as a new action",
    "take ASB3 off the plan for us", "could you put another road show in the plan please",
    "introduce a new action on scooters", "could somebody add scooters to the plan",
    "can we get speeding in the village added to the plan as an action",
)  # fmt: skip
NO_DEEDS = (
    "drop the green ones", "take out the police ones", "set out the targets for asb",
    "put together a list of reds", "give me the lead for ASB3", "split the reds by lead",
    "tell me the lead for DA4", "phone scams, who leads", "move on to acquisitive crime",
    "can we get a list of what was added to the plan",
    "hand car wash in the village, who in the plan looks into it",
    "pull out the ambers for fire", "changes to deadlines", "take me through the asb actions",
)  # fmt: skip


def test_a_deed_is_told_what_exists_for_it(asked: Reader) -> None:
    texts = [deed.format(ref) for deed in DEEDS for ref in ("ASB3", "7.6", "the graffiti action")]
    missed = [text for text in (*texts, *SENT) if asked(text).want.kind is not Kind.MANAGE]
    assert not missed


@pytest.mark.parametrize("order", [
    "can you set SAF2 to complete for me", "please close off DA3", "mark SAF2 as done",
    "tick off ASB3",
])  # fmt: skip
def test_of_an_order_to_set_a_status_it_is_said_that_nothing_was_saved(
    order: str, asked: Reader
) -> None:
    assert asked(order).want == Want(Kind.HOW_TO_UPDATE, term="order")
    assert asked("how do I mark SAF2 as done").want.term == ""


def test_words_of_doing_that_ask_are_no_deed(asked: Reader) -> None:
    assert not [text for text in NO_DEEDS if asked(text).want.kind is Kind.MANAGE]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("latest three updates on safeguarding", 3),
        ("the 2 most recent updates from the police", 2),
        ("get me up to speed on organised crime, got my 1-1 with the chief insp at 2", 0),
    ],
)
def test_as_many_updates_are_wanted_as_are_said_beside_them(
    text: str, limit: int, asked: Reader
) -> None:
    want = asked(text).want
    assert (want.kind, want.limit) == (Kind.LATEST, limit)
