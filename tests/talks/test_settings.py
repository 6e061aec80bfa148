"""A coordinator sets in Slack what a coordinator understands: checked, on record, at once."""

from __future__ import annotations

from datetime import date

from bot.core.access import HOME
from bot.core.own_settings import OwnSettings
from bot.core.quarters import Quarter
from bot.sandbox.person import Person
from tests.partnership import Partnership

KELLY, HELEN, CLLR = "U0KELLY", "U0HELEN", "U0CLLR"


def opens(csp: Partnership) -> Person:
    kelly = csp.person(KELLY)
    kelly.types("/csp settings")
    return kelly


def sets(csp: Partnership, **fields: str) -> Person:
    """Kelly changes settings in the form."""
    kelly = opens(csp)
    kelly.fills(**fields)
    assert kelly.submits() == {}
    return kelly


def own(csp: Partnership) -> OwnSettings:
    with csp.bot.store.reading(HOME) as records:
        return records.settings.own()


def reminders(csp: Partnership) -> int:
    """How often Helen was reminded."""
    return len([text for text in csp.person(HELEN).letters() if "returns for" in text.lower()])


def test_words_for_statuses_hold_at_once_everywhere(any_partnership: Partnership) -> None:
    csp = any_partnership
    kelly = sets(csp, **{"word:on_track": "Going well", "word:off_track": "Stuck"})
    assert "On track → Going well" in kelly.reads()
    csp.person(HELEN).types("/csp update ASB3 green Cameras are up")
    assert "Going well" in csp.person(HELEN).last()
    csp.bot.tick()
    assert any("Going well" in text for text in csp.channel())
    anne = csp.person(CLLR)
    anne.types("/csp ASB3")
    assert "Going well" in anne.last()
    home = csp.person(HELEN).opens_home()
    assert "1 going well" in csp.person(HELEN).reads(home)


def test_who_set_what_is_on_record(any_partnership: Partnership) -> None:
    csp = any_partnership
    sets(csp, post_time="10:30")
    with csp.bot.store.reading(HOME) as records:
        (line,) = records.audit.about("setting:post_time")
    assert (line.actor, line.before, line.after) == (KELLY, "09:00", "10:30")


def test_what_cannot_be_is_said_under_each_field(partnership: Partnership) -> None:
    kelly = opens(partnership)
    kelly.fills(
        post_time="01:15", summary_after_days="many", leads="soon", behind="5", on_course="20",
        **{"word:at_risk": "On track"},
    )  # fmt: skip
    errors = kelly.submits()
    assert set(errors) == {
        "post_time", "summary_after_days", "leads", "behind", "word:at_risk"
    }  # fmt: skip
    assert own(partnership) == OwnSettings()
    kelly.fills(reminders="on", leads="", agency="", coordinators="")
    kelly.fills(post_time="09:00", summary_after_days="10", behind="30", on_course="10")
    kelly.fills(**{"word:at_risk": "At risk"})
    assert "no day is named" in kelly.submits()["leads"]


def test_the_time_and_day_of_the_summary(any_partnership: Partnership) -> None:
    csp = any_partnership
    sets(csp, post_time="11:00", summary_after_days="20", reminders="off")
    csp.live_until(date(2018, 7, 19))
    assert not [text for text in csp.channel() if "Q1 2018-19" in text]
    csp.move_to(date(2018, 7, 20), 10)
    assert not [text for text in csp.channel() if "Q1 2018-19" in text]
    csp.move_to(date(2018, 7, 20), 11)
    assert [text for text in csp.channel() if "Q1 2018-19" in text]


def test_reminders_are_switched_off_and_on_again(any_partnership: Partnership) -> None:
    csp = any_partnership
    sets(csp, reminders="off")
    csp.live_until(date(2018, 7, 4))
    assert reminders(csp) == 0
    sets(csp, reminders="on", leads="20, 2", agency="", coordinators="")
    csp.live_until(date(2018, 7, 5))
    assert reminders(csp) == 0
    csp.live_until(date(2018, 7, 6))
    assert reminders(csp) == 1


def test_sign_off_holds_the_summary_back(any_partnership: Partnership) -> None:
    csp = any_partnership
    sets(csp, sign_off="approve", sign_off_days="2", reminders="off")
    csp.live_until(date(2018, 7, 20))
    assert not [text for text in csp.channel() if "Q1 2018-19" in text]
    kelly = csp.person(KELLY)
    kelly.types("/csp summary Q1")
    kelly.clicks("Approve")
    csp.bot.tick()
    assert [text for text in csp.channel() if "Q1 2018-19" in text]


def test_the_channel_is_chosen_in_the_form(partnership: Partnership) -> None:
    partnership.workspace.add_channel("CBOARD", "csp-board", *partnership.workspace.users)
    partnership.workspace.channel("CBOARD").members.discard(partnership.workspace.bot)
    kelly = sets(partnership, channel="CBOARD")
    assert "/invite @partnership-bot" in kelly.reads()
    with partnership.bot.store.reading(HOME) as records:
        assert records.settings.channel("") == "CBOARD"


def test_what_is_as_the_host_has_it_follows_the_host(partnership: Partnership) -> None:
    sets(partnership, post_time="10:00", summary_after_days="12")
    sets(partnership, post_time="09:00")
    assert own(partnership) == OwnSettings(summary_after_days=12)
    kelly = opens(partnership)
    assert kelly.submits() == {}
    assert "Nothing was changed" in kelly.reads()


def test_the_lines_a_council_draws_for_its_measures(partnership: Partnership) -> None:
    sets(partnership, on_course="0", behind="5")
    context = partnership.bot.context.of_workspace(HOME)
    lines = context.timetable.sign_off.thresholds
    assert (lines.on_course, lines.behind) == (0.0, 0.05)
    assert context.timetable.closes(Quarter(2018, 1)) == date(2018, 7, 10)


def test_in_a_message_the_form_is_one_tap_away(partnership: Partnership) -> None:
    kelly = partnership.person(KELLY)
    kelly.writes_to_the_bot("settings")
    kelly.clicks("Settings", channel=partnership.workspace.dm(KELLY).id)
    assert "Time of posts" in kelly.reads()


def test_channel_alone_says_what_holds_and_what_can_be_typed(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp channel")
    assert "notices of change go to <#CSAFETY>" in kelly.last()
    assert "Sensitive actions are shown whole in no channel." in kelly.last()
    for typed in ("here", "private", "open"):
        assert f"`/csp channel {typed}`" in kelly.last()
    kelly.types("/csp channel over there")
    assert "I read 'over there', which is none of these." in kelly.last()


def test_who_only_reads_and_asks_for_a_return_is_told_whom_to_ask(partnership: Partnership) -> None:
    councillor = partnership.person("U0CLLR")
    councillor.types("/csp return")
    assert "ask your coordinator for the role" in councillor.last()
