"""Modals and Home: triggers, the stack of three, owners, and what follows from a sent form."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.acts import Refused
from bot.sandbox.delivery import Acked
from bot.sandbox.limits import Refusal
from tests.sandbox.conftest import HELEN, SAM, Slack, home, modal, options, plain, section


def push(slack: Slack, user: str = HELEN) -> str:
    trigger = slack.workspace.trigger(user)
    return slack.refusal(slack.client.views_push, trigger_id=trigger, view=modal())


def is_open(slack: Slack, view: dict[str, Any], user: str = HELEN) -> bool:
    try:
        slack.workspace.modals.form(user, view["id"])
    except Refusal:
        return False
    return True


def test_a_trigger_is_good_once(slack: Slack) -> None:
    trigger = slack.workspace.trigger(HELEN)
    opens = slack.client.views_open
    assert slack.refusal(opens, trigger_id=trigger, view=modal()) == ""
    assert slack.refusal(opens, trigger_id=trigger, view=modal()) == "exchanged_trigger_id"


@pytest.mark.parametrize(("seconds", "error"), [(3.0, ""), (3.1, "expired_trigger_id")])
def test_a_trigger_is_good_for_three_seconds(slack: Slack, seconds: float, error: str) -> None:
    trigger = slack.workspace.trigger(HELEN)
    slack.seconds = seconds
    assert slack.refusal(slack.client.views_open, trigger_id=trigger, view=modal()) == error


def test_a_forged_trigger_is_invalid(slack: Slack) -> None:
    error = slack.refusal(slack.client.views_open, trigger_id="1.0", view=modal())
    assert error == "invalid_trigger_id"


def test_a_refused_view_leaves_its_trigger_good(slack: Slack) -> None:
    trigger, opens = slack.workspace.trigger(HELEN), slack.client.views_open
    bad = modal(title=plain("x" * 25))
    assert slack.refusal(opens, trigger_id=trigger, view=bad) == "invalid_arguments"
    assert slack.refusal(opens, trigger_id=trigger, view=modal()) == ""


def test_views_are_three_deep(slack: Slack) -> None:
    slack.opened()
    assert [push(slack) for _ in range(3)] == ["", "", "push_limit_reached"]


def test_nothing_is_pushed_without_an_open_modal(slack: Slack) -> None:
    slack.opened(SAM)
    assert push(slack, HELEN) == "invalid_trigger_id"


def test_opening_another_modal_closes_the_first(slack: Slack) -> None:
    first, second = slack.opened(), slack.opened()
    assert [is_open(slack, view) for view in (first, second)] == [False, True]


def test_closing_a_modal_closes_those_upon_it(slack: Slack) -> None:
    first = slack.opened()
    push(slack)
    slack.acts.close(HELEN, first["id"], {})
    assert push(slack) == "invalid_trigger_id"


@pytest.mark.parametrize("does", ["submit", "close"])
def test_only_the_owner_sends_or_closes_a_form(slack: Slack, does: str) -> None:
    view = slack.opened(HELEN)
    with pytest.raises(Refusal, match="not_found"):
        getattr(slack.acts, does)(SAM, view["id"], {})
    assert is_open(slack, view)
    assert slack.app.got == []


@pytest.mark.parametrize("does", ["submit", "close"])
def test_a_closed_form_is_neither_sent_nor_closed_again(slack: Slack, does: str) -> None:
    view = slack.opened()
    slack.acts.close(HELEN, view["id"], {})
    with pytest.raises(Refusal, match="not_found"):
        getattr(slack.acts, does)(HELEN, view["id"], {})


@pytest.mark.parametrize("does", ["submit", "close"])
def test_home_is_no_form(slack: Slack, does: str) -> None:
    view = slack.client.views_publish(user_id=HELEN, view=home(section()))["view"]
    with pytest.raises(Refusal, match="not_found"):
        getattr(slack.acts, does)(HELEN, view["id"], {})


def test_home_keeps_its_id_when_it_is_drawn_anew(slack: Slack) -> None:
    drawn = [slack.client.views_publish(user_id=HELEN, view=home())["view"] for _ in range(2)]
    assert drawn[0]["id"] == drawn[1]["id"]
    assert drawn[0]["hash"] != drawn[1]["hash"]


def test_closing_tells_the_app_only_when_it_asked(slack: Slack) -> None:
    slack.acts.close(HELEN, slack.opened()["id"], {})
    assert slack.app.got == []
    typed = {"note": {"note": {"type": "plain_text_input", "value": "Half a"}}}
    slack.acts.close(HELEN, slack.opened(notify_on_close=True)["id"], typed)
    (closed,) = slack.app.got
    assert (closed["type"], closed["view"]["state"]["values"]) == ("view_closed", typed)


def test_an_update_with_an_old_hash_conflicts(slack: Slack) -> None:
    view, update = slack.opened(), slack.client.views_update
    fresh = {"view_id": view["id"], "hash": view["hash"], "view": modal()}
    assert slack.refusal(update, **fresh) == ""
    assert slack.refusal(update, **fresh) == "hash_conflict"


def test_what_is_closed_cannot_be_updated(slack: Slack) -> None:
    view = slack.opened()
    slack.acts.close(HELEN, view["id"], {})
    update = slack.client.views_update
    assert slack.refusal(update, view_id=view["id"], view=modal()) == "not_found"


@pytest.mark.parametrize(
    ("answer", "open_after"),
    [
        ("", [True, False]),
        ({"response_action": "clear"}, [False, False]),
        ({"response_action": "update", "view": modal(callback_id="next")}, [True, True]),
    ],
)
def test_a_sent_form_does_what_the_app_answers(
    slack: Slack, answer: object, open_after: list[bool]
) -> None:
    below = slack.opened()
    above = slack.workspace.modals.push(HELEN, modal())
    slack.app.answer = Acked(200, answer)
    assert slack.acts.submit(HELEN, above["id"], {}) == {}
    assert [is_open(slack, view) for view in (below, above)] == open_after


def test_a_form_with_errors_stays_open(slack: Slack) -> None:
    view = slack.opened()
    slack.app.answer = Acked(200, {"response_action": "errors", "errors": {"note": "Say more"}})
    assert slack.acts.submit(HELEN, view["id"], {}) == {"note": "Say more"}
    assert is_open(slack, view)


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "update"},
        {"response_action": "push", "view": "x"},
        {"response_action": "update", "view": home()},
        {"response_action": "errors"},
        {"response_action": "errors", "errors": {}},
        {"response_action": "errors", "errors": ["note"]},
        {"response_action": "errors", "errors": {"nowhere": "x"}},
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(slack: Slack, answer: dict[str, Any]) -> None:
    view = slack.opened()
    slack.app.answer = Acked(200, answer)
    with pytest.raises(Refusal, match="invalid_arguments"):
        slack.acts.submit(HELEN, view["id"], {})
    assert is_open(slack, view)


def test_a_form_is_still_sent_when_the_app_opens_another_meanwhile(slack: Slack) -> None:
    view = slack.opened()
    slack.app.on = lambda payload: slack.workspace.modals.open(HELEN, modal())
    assert slack.acts.submit(HELEN, view["id"], {}) == {}


def test_a_form_stays_when_the_app_does_not_answer(slack: Slack) -> None:
    view = slack.opened()
    slack.app.answer = Acked(504)
    with pytest.raises(Refused, match="trouble connecting"):
        slack.acts.submit(HELEN, view["id"], {})
    assert is_open(slack, view)


def look_up(slack: Slack, answer: Acked) -> dict[str, Any]:
    place = {"type": "view", "view_id": slack.opened()["id"]}
    slack.app.answer = answer
    return slack.acts.options(HELEN, place, "note", "note", "as")


def test_a_typeahead_offers_what_the_app_answers(slack: Slack) -> None:
    assert look_up(slack, Acked(200, {"options": options(2)})) == {"options": options(2)}
    assert look_up(slack, Acked(200)) == {"options": []}


@pytest.mark.parametrize(
    "answer",
    [
        {"options": options(101)},
        {"options": [None]},
        {"options": [{"text": plain("x" * 76), "value": "v"}]},
        {"option_groups": [{"label": plain("x" * 76), "options": options(1)}]},
        {"option_groups": [{}]},
    ],
)
def test_a_typeahead_is_held_to_the_limits_of_options(slack: Slack, answer: dict[str, Any]) -> None:
    with pytest.raises(Refusal, match="invalid_options"):
        look_up(slack, Acked(200, answer))


def test_a_typeahead_without_an_answer_is_no_empty_list(slack: Slack) -> None:
    with pytest.raises(Refused, match="could not be loaded"):
        look_up(slack, Acked(504))
