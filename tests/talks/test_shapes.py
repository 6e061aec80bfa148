"""Whatever shape a message of a person has in Slack, it is answered, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.blocks import forms
from bot.core.access import HOME, Caller, Role
from bot.handlers import home
from bot.sandbox.faults import Fault
from bot.sandbox.limits import Refusal
from bot.sandbox.workspace import User
from bot.services import deliveries, members
from tests.partnership import CHANNEL, Partnership

GREEN = "update DA1 green 38 clients"


def says(partnership: Partnership, **event: Any) -> list[str]:
    """The bot's letters to Grace after an event in her direct messages."""
    ts = partnership.workspace.next_ts()
    im = partnership.workspace.dm("U0GRACE").id
    shape = {"type": "message", "channel_type": "im", "user": "U0GRACE", "text": "", "ts": ts}
    partnership.acts.event(shape | {"channel": im, "event_ts": ts} | event)
    return partnership.person("U0GRACE").letters()


def updates(partnership: Partnership) -> int:
    with partnership.bot.store.reading(HOME) as records:
        return len(records.plans.record())


def test_a_message_with_a_file_is_answered_and_the_file_said_to_be_unread(
    partnership: Partnership,
) -> None:
    (said,) = says(partnership, subtype="file_share", text=GREEN, files=[{"id": "F1"}])
    assert "Saved: DA1" in said
    assert "not read the file" in said
    alone = says(partnership, subtype="file_share", files=[{"id": "F1"}])[-1]
    assert "not read the file" in alone
    assert "Type what it says" in alone


@pytest.mark.parametrize("cut", ["\x00", "\ud83d"], ids=["zero", "half"])
def test_signs_no_database_keeps_are_left_out_at_every_door(
    any_partnership: Partnership, cut: str
) -> None:
    grace, note = any_partnership.person("U0GRACE"), f"38 clients{cut} helped"
    grace.writes_to_the_bot(f"update DA1 green {note}")
    assert "38 clients helped" in grace.letters()[-1]
    grace.types(f"/csp update DA1 amber {note}")
    assert "38 clients helped" in grace.last()
    grace.types("/csp update DA1")
    grace.fills(status="on_track", note=note)
    assert grace.submits() == {}
    with any_partnership.bot.store.reading(HOME) as records:
        assert {u.note for u in records.plans.record()} == {"38 clients helped"}


@pytest.mark.parametrize("subtype", ["me_message", "thread_broadcast"])
def test_other_ways_of_writing_are_messages_too(partnership: Partnership, subtype: str) -> None:
    (said,) = says(partnership, subtype=subtype, text=GREEN)
    assert "Saved: DA1" in said


@pytest.mark.parametrize("subtype", ["message_changed", "message_deleted", "bot_message"])
def test_what_nobody_wrote_stays_silent(partnership: Partnership, subtype: str) -> None:
    assert says(partnership, subtype=subtype, text=GREEN) == []


def test_who_edits_a_direct_message_is_told_once_to_send_it_again(
    partnership: Partnership,
) -> None:
    def changed(text: str) -> dict[str, Any]:
        edited = {"user": "U0GRACE", "ts": "9.2"}
        now = {"type": "message", "user": "U0GRACE", "ts": "9.1", "text": text, "edited": edited}
        before = {"type": "message", "user": "U0GRACE", "ts": "9.1", "text": "update DA1 red"}
        return {"subtype": "message_changed", "message": now, "previous_message": before}

    assert says(partnership, user=None, **changed("update DA1 red")) == []  # a link unfolded
    (told,) = says(partnership, user=None, **changed(GREEN))
    assert "send it again" in told
    assert says(partnership, user=None, **changed(GREEN)) == [told]
    assert updates(partnership) == 0


def test_one_message_is_one_update_however_many_events_tell_of_it(
    partnership: Partnership,
) -> None:
    ts = partnership.workspace.next_ts()
    text = f"<@{partnership.workspace.bot}> {GREEN}"
    mention = {"type": "app_mention", "user": "U0GRACE", "ts": ts, "channel": CHANNEL}
    partnership.acts.event(mention | {"text": text})
    edited = {"user": "U0GRACE", "ts": partnership.workspace.next_ts()}
    partnership.acts.event(mention | {"text": text.replace("38", "39"), "edited": edited})
    assert updates(partnership) == 1


def test_a_direct_message_that_mentions_the_bot_is_answered_once(partnership: Partnership) -> None:
    ts = partnership.workspace.next_ts()
    text = f"<@{partnership.workspace.bot}> {GREEN}"
    im = partnership.workspace.dm("U0GRACE").id
    says(partnership, text=text, ts=ts)
    assert len(says(partnership, type="app_mention", text=text, ts=ts, channel=im)) == 1
    assert updates(partnership) == 1


def test_an_answer_under_way_is_not_begun_again_until_its_lease_is_over(
    partnership: Partnership,
) -> None:
    ts = partnership.workspace.next_ts()
    context = partnership.bot.context
    key = f"message:{partnership.workspace.dm('U0GRACE').id}:{ts}"
    assert deliveries.take(context, HOME, key)  # somebody is answering it at this moment
    assert says(partnership, text=GREEN, ts=ts) == []
    partnership.clock.move_to(partnership.clock.now() + timedelta(minutes=1))
    assert len(says(partnership, text=GREEN, ts=ts)) == 1  # whoever it was has died
    assert len(says(partnership, text=GREEN, ts=ts)) == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("see <#C123|patrols>", "see #patrols"),
        ("see <#CSAFETY>", "see #community-safety"),
        ("see <#CSAFETY|> again", "see #community-safety again"),
        ("see <#C0NOBODYS>", "see a channel"),
        ("told <!subteam^S123|@leads>", "told @leads"),
        ("and <!here>", "and @here"),
        ("by <!date^1526295600^{date}|14 May 2018>", "by 14 May 2018"),
        ("on <https://example.org/a|the site>", "on the site"),
    ],
)
def test_references_are_kept_as_a_reader_sees_them(
    partnership: Partnership, typed: str, kept: str
) -> None:
    says(partnership, text=f"update DA1 green The work goes on, {typed}")
    with partnership.bot.store.reading(HOME) as records:
        (update,) = records.plans.record()
    assert update.note == f"The work goes on, {kept}"


@pytest.mark.parametrize(
    ("mention", "name"),
    [("<@U0PRIYA>", "Insp. Priya Nair"), ("<@U0PRIYA|priya>", "Insp. Priya Nair"),
     ("<@U0STRANGER>", "a colleague"), ("<@U0STRANGER|tom.b>", "a colleague")],
)  # fmt: skip
def test_people_are_named_in_notes_and_no_id_is_kept(
    partnership: Partnership, mention: str, name: str
) -> None:
    """So that nobody who is erased later on stands in the record by their id."""
    says(partnership, text=f"update DA1 green Agreed with {mention} last week")
    partnership.person("U0GRACE").types(f"/csp update DA1 amber Agreed with {mention} today")
    with partnership.bot.store.reading(HOME) as records:
        notes = [update.note for update in records.plans.record()]
    assert notes == [f"Agreed with {name} last week", f"Agreed with {name} today"]


@pytest.mark.parametrize("typed", ["Help!", "help.", "HELP"])
def test_a_call_for_help_finds_it(partnership: Partnership, typed: str) -> None:
    assert "in your own words" in says(partnership, text=typed)[-1]


@pytest.mark.parametrize(
    "typed",
    ["undo that", "please ignore that", "Undo", "sorry, that was wrong", "oops, my mistake"],
)
def test_who_says_it_was_wrong_finds_undo(partnership: Partnership, typed: str) -> None:
    grace = partnership.person("U0GRACE")
    place = partnership.workspace.dm("U0GRACE").id
    says(partnership, text=GREEN)
    assert "Your last update: DA1" in says(partnership, text=typed)[-1]
    grace.clicks("Undo", channel=place)
    with partnership.bot.store.reading(HOME) as records:
        progress = records.plans.progress(partnership.clock.today())
    assert progress.standing("DA1").status is None


def test_a_confirmed_partner_of_another_workspace_can_use_buttons_and_forms(
    partnership: Partnership,
) -> None:
    """Only events in shared channels tell a person's team: nobody is another person without it."""
    partnership.workspace.add_user(User("U0ALEX", "alex", "Alex Doe", team="T0OTHER"))
    partnership.workspace.channel(CHANNEL).members.add("U0ALEX")
    context = partnership.bot.context
    stranger = Caller(HOME, "U0ALEX", Role.UNKNOWN, team="T0OTHER")
    members.propose(context, stranger, "DAVSS")
    kelly = members.identify(context.store, HOME, "U0KELLY")
    members.decide(context, kelly, "U0ALEX", "DAVSS", confirm=True)
    for team in ("T0OTHER", "E0GRID", ""):
        assert members.identify(context.store, HOME, "U0ALEX", team).role is Role.LEAD

    alex = partnership.person("U0ALEX")
    alex.writes_to_the_bot("update DA1")
    alex.clicks("Open the form for DA1", channel=partnership.workspace.dm("U0ALEX").id)
    alex.fills(status="on_track", note="38 clients")
    assert alex.submits() == {}
    assert "Saved: DA1" in alex.reads()


def test_a_saved_form_is_acknowledged_before_home_is_drawn(
    partnership: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[], None]] = []
    drawn: list[str] = []
    view = home.Home(partnership.bot.context, waiting.append)
    client = WebClient()
    monkeypatch.setattr(client, "views_publish", lambda **told: drawn.append(told["user_id"]))
    kelly = members.identify(partnership.bot.store, HOME, "U0KELLY")
    view.refresh(kelly, client)
    assert drawn == []
    for task in waiting:
        task()
    assert drawn == ["U0KELLY"]


@pytest.mark.parametrize("typed", ["undo that", "sorry, that was wrong", "oops wrong one"])
def test_with_nothing_to_take_back_it_is_said(partnership: Partnership, typed: str) -> None:
    assert "no update in the last ten minutes" in says(partnership, text=typed)[-1]


def elsewhere(partnership: Partnership, text: str, user: str = "U0GRACE") -> None:
    """The shortcut on a message in a private channel the bot is no member of."""
    channel = partnership.workspace.add_channel("CELSE", "elsewhere", "U0GRACE", "U0CLLR")
    channel.private = True
    channel.members.discard(partnership.workspace.bot)
    ts = partnership.workspace.post(channel, user, text)["ts"]
    partnership.acts.shortcut(user, forms.SHORTCUT, "CELSE", ts)


def test_the_shortcut_works_where_the_bot_is_no_member(partnership: Partnership) -> None:
    grace = partnership.person("U0GRACE")
    elsewhere(partnership, "38 clients came")
    grace.picks("DA1")
    assert grace.values()["note"]["note"]["value"] == "38 clients came"
    grace.fills(status="on_track")
    assert grace.submits() == {}
    with partnership.bot.store.reading(HOME) as records:
        (update,) = records.plans.record()
    assert (update.note, update.evidence) == ("38 clients came", "")


def test_the_shortcut_reads_the_message_as_an_update(partnership: Partnership) -> None:
    grace = partnership.person("U0GRACE")
    elsewhere(partnership, GREEN)
    assert "DA1" in grace.reads()
    assert grace.values()["note"]["note"]["value"] == "38 clients"
    assert grace.values()["status"]["status"]["selected_option"]["value"] == "on_track"


def test_the_last_resort_of_an_error_message_is_a_letter(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    elsewhere(partnership, "38 clients came", "U0CLLR")
    assert "Only" in anne.letters()[-1]


def test_what_a_failed_answer_to_a_click_leaves_unsaid_comes_as_a_letter(
    partnership: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(key: str, answer: dict[str, Any]) -> None:
        raise Refusal("expired_url")

    grace = partnership.person("U0GRACE")
    grace.types(f"/csp {GREEN}")
    monkeypatch.setattr(partnership.acts.replies, "use", gone)
    grace.clicks("Undo")
    assert "Taken back" in grace.letters()[-1]
    assert "went wrong" not in str(grace.letters())


@pytest.mark.parametrize("door", ["letter", "mention"])
def test_what_is_saved_and_cannot_be_said_is_said_when_slack_brings_it_again(
    partnership: Partnership, door: str
) -> None:
    grace, ts = partnership.person("U0GRACE"), partnership.workspace.next_ts()
    for _ in range(3):
        partnership.slack.faults.plan("chat.postMessage", Fault.RATE_LIMITED, "30")
    partnership.slack.faults.plan("chat.postEphemeral", Fault.RATE_LIMITED, "30")
    text = f"<@{partnership.workspace.bot}> {GREEN}"
    where = {"type": "app_mention", "channel": CHANNEL} if door == "mention" else {}
    assert says(partnership, text=text, ts=ts, **where) == []
    assert updates(partnership) == 1
    partnership.slack.faults.take("chat.postMessage")
    says(partnership, text=text, ts=ts, **where)
    heard = grace.thread(ts)[-1] if door == "mention" else grace.letters()[-1]
    assert "Saved: DA1" in heard
    assert updates(partnership) == 1


def test_what_cannot_be_said_in_a_channel_is_said_in_a_letter(partnership: Partnership) -> None:
    partnership.slack.faults.plan("chat.postMessage", Fault.ERROR, "restricted_action")
    text = f"<@{partnership.workspace.bot}> {GREEN}"
    (letter,) = says(partnership, type="app_mention", text=text, channel=CHANNEL)
    assert "Saved: DA1" in letter


def test_a_refusal_of_slacks_is_never_called_not_saved(partnership: Partnership) -> None:
    grace = partnership.person("U0GRACE")
    partnership.slack.faults.plan("views.open", Fault.RATE_LIMITED, "30")
    grace.types("/csp update DA1")
    assert "(ratelimited)" in grace.last()
    assert "nothing was saved" not in grace.last()


def test_a_trigger_that_died_is_said_where_the_person_is(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp ASB3")
    kelly.opens_home()
    partnership.slack.faults.plan("views.open", Fault.ERROR, "expired_trigger_id")
    partnership.slack.faults.plan("views.open", Fault.ERROR, "expired_trigger_id")
    kelly.presses("Add a member", partnership.workspace.homes["U0KELLY"])
    assert "Press it once more" in kelly.letters()[-1]
    assert "went wrong" not in str(kelly.letters())
