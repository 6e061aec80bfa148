"""A quarter closes: reminders on the way, the summary once, and what holds afterwards."""

from __future__ import annotations

from datetime import date

import pytest

from tests.partnership import CHANNEL, Partnership

pytestmark = pytest.mark.slow


def test_the_quarter_is_chased_fairly_and_summarised_once(any_partnership: Partnership) -> None:
    csp = any_partnership
    helen, grace = csp.person("U0HELEN"), csp.person("U0GRACE")
    grace.types("/csp update DA1 green 38 new clients")
    grace.types("/csp update DA6 green Sessions booked")
    csp.live_until(date(2018, 7, 9))
    assert grace.letters() == []  # nothing to do, nothing asked
    assert 1 <= len(helen.letters()) <= 3
    assert "Good morning" in helen.letters()[0]
    assert len(set(helen.letters())) == len(helen.letters())  # each says what matters on its day

    csp.move_to(date(2018, 7, 10), 9)
    summaries = [m for m in csp.workspace.channel(CHANNEL).messages if "Quarterly" in m["text"]]
    (head,) = [m for m in summaries if "thread_ts" not in m]
    assert "Q1 2018-19" in head["text"]
    assert "2 of 53 actions reported" in head["text"]
    assert "OFFICIAL" in head["text"]
    assert "illustrative" in head["text"]
    assert "Late" not in str(head["blocks"])
    replies = [
        m for m in csp.workspace.channel(CHANNEL).messages if m.get("thread_ts") == head["ts"]
    ]
    assert len(replies) == 8  # the quarter in full, then one for each priority

    before = len(csp.workspace.channel(CHANNEL).messages)
    csp.live_until(date(2018, 7, 20))
    assert len(csp.workspace.channel(CHANNEL).messages) == before


def test_a_coordinator_previews_alone_and_posts_early_once(partnership: Partnership) -> None:
    kelly, anne = partnership.person("U0KELLY"), partnership.person("U0CLLR")
    anne.types("/csp summary")
    assert "only visible to you" in anne.last()
    assert "Post now" not in str(anne.sees()[-1]["blocks"])
    kelly.types("/csp summary Q1")
    kelly.clicks("Post now")
    assert "frozen" in kelly.last()
    partnership.bot.tick()
    assert "Quarterly summary, Q1 2018-19" in partnership.channel()[-1]
    kelly.types("/csp summary Q1 2018-19")
    assert "as it was posted" in kelly.last()
    partnership.live_until(date(2018, 7, 12))
    heads = [text for text in partnership.channel() if "Quarterly summary, Q1" in text]
    assert len(heads) == 1


def test_when_the_bot_was_never_invited_the_coordinator_is_told_how_and_it_goes_out_later(
    partnership: Partnership,
) -> None:
    partnership.workspace.channel(CHANNEL).members.remove("U0BOT")
    kelly, helen = partnership.person("U0KELLY"), partnership.person("U0HELEN")
    helen.writes_to_the_bot("update ASB3 green Cameras are up")
    partnership.bot.tick()
    partnership.bot.tick()
    assert any("/invite" in letter for letter in kelly.letters())
    partnership.acts.invite_bot(CHANNEL, "U0KELLY")
    partnership.bot.tick()
    assert any("ASB3" in text for text in partnership.channel())
    kelly.writes_to_the_bot("log")
    assert "change of status" in kelly.letters()[-1]


def test_a_wrong_quarter_is_answered_with_what_to_type(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp summary soon")
    assert "/csp summary Q2" in anne.last()


def test_a_preview_asked_for_in_the_channel_is_for_the_asker_alone(
    partnership: Partnership,
) -> None:
    kelly, councillor = partnership.person("U0KELLY"), partnership.person("U0CLLR")
    kelly.types(f"<@{partnership.workspace.bot}> summary Q1")
    assert "Q1 2018-19" in kelly.last()
    assert not any("actions reported" in m["text"] for m in councillor.sees())


def test_the_list_of_a_new_quarter_says_nothing_of_reminders_for_the_one_before(
    partnership: Partnership,
) -> None:
    csp, kelly = partnership, partnership.person("U0KELLY")
    csp.live_until(date(2018, 7, 9))
    kelly.types("/csp missing")
    assert "Helen Fry, asked 9 July 2018" in kelly.last()
    csp.live_until(date(2018, 7, 12))
    kelly.types("/csp missing")
    assert "Q2 2018-19" in kelly.last()
    assert "Helen Fry" in kelly.last()
    assert ", asked " not in kelly.last()
    kelly.types("/csp missing Q1")
    assert (
        "Q1 2018-19 closed on 10 July 2018. 0 of 53 actions reported, 53 were not." in kelly.last()
    )
    assert "Nudge" not in str(kelly.sees()[-1]["blocks"])


def test_who_leads_one_action_is_not_asked_for_one_of_one(partnership: Partnership) -> None:
    csp, sam = partnership, partnership.person("U0SAM")
    csp.person("U0KELLY").types("/csp member <@U0SAM> West Kent Mediation lead")
    csp.live_until(date(2018, 6, 20))
    letter = sam.letters()[-1]
    assert "No update has been received yet for the one action your agency leads." in letter
    assert "One line is enough." in letter


def test_who_was_asked_stands_in_one_line_for_each_morning(partnership: Partnership) -> None:
    csp, kelly = partnership, partnership.person("U0KELLY")
    csp.live_until(date(2018, 7, 4))
    kelly.types("/csp reminders")
    heading, *mornings = kelly.last().splitlines()
    assert heading == "Who was asked, newest first"
    assert [line.partition(" · ")[0] for line in mornings] == [
        "3 July 2018 09:00",
        "20 June 2018 09:00",
    ]
    assert all("Helen Fry" in line and line.endswith(": asked") for line in mornings)


def test_a_quarter_to_come_has_no_summary_to_post(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp summary Q3")
    assert "Q3 2018-19 has not begun: it begins on 1 October 2018." in kelly.last()
    assert "Post now" not in str(kelly.sees()[-1].get("blocks"))


def test_after_an_early_post_the_next_quarter_is_previewed_though_it_has_not_begun(
    partnership: Partnership,
) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp summary")
    kelly.clicks("Post now")
    kelly.types("/csp summary Q2")
    assert "Quarterly summary, Q2 2018-19" in kelly.last()
