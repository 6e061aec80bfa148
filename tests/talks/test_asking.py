"""AnswerContext: by command, mention, message and Home; the same answer at every door."""

from __future__ import annotations

import pytest

from tests.partnership import CHANNEL, Partnership


def test_the_priorities_are_listed_and_never_ranked(any_partnership: Partnership) -> None:
    anne = any_partnership.person("U0CLLR")
    anne.types("/csp")
    said = anne.last()
    assert "in no particular order" in said
    assert said.count("actions") >= 7
    assert "illustrative" in said
    assert anne.sees()[-1]["ephemeral"]


@pytest.mark.parametrize(
    "typed", ["/csp ASB3", "/csp asb 3", "/action asb-03", "/csp 1.3", "/csp action #ASB3"]
)
def test_one_action_in_any_usual_spelling(partnership: Partnership, typed: str) -> None:
    anne = partnership.person("U0CLLR")
    anne.types(typed)
    assert "Deploy re-deployable CCTV" in anne.last()
    assert "30 September 2018" in anne.last()


@pytest.mark.parametrize("typed", ["/priority domestic abuse", "/csp domestik abuse", "/csp DA"])
def test_one_priority_by_name_slip_or_acronym(partnership: Partnership, typed: str) -> None:
    anne = partnership.person("U0CLLR")
    anne.types(typed)
    assert "Domestic Abuse" in anne.last()
    assert "DAVSS" in anne.last()


def test_mine_overdue_and_by_status(partnership: Partnership) -> None:
    grace = partnership.person("U0GRACE")
    grace.types("/csp update DA1 green 38 new clients")
    grace.types("/csp mine")
    assert "DA1" in grace.last()
    assert "ASB3" not in grace.last()
    grace.types("/csp what's green?")
    assert "DA1" in grace.last()
    grace.types("/csp overdue")
    assert "No actions are overdue" in grace.last()


def test_a_mention_is_answered_in_its_thread_also_inside_one(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("<@U0BOT> who leads on SAF6?")
    root = anne.sees()[-1]
    assert "Kent Police" in anne.thread(root["ts"])[-1]
    anne.types("<@U0BOT> ASB3", thread=root["ts"])
    assert "CCTV" in anne.thread(root["ts"])[-1]


def test_a_direct_message_needs_no_mention(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.writes_to_the_bot("ASB3")
    assert "CCTV" in anne.letters()[-1]


def test_when_unsure_it_asks_back_with_buttons_that_answer(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp update on the training one")
    message = anne.sees()[-1]
    labels = [e["text"]["text"] for b in message["blocks"] for e in b.get("elements", [])
              if e["type"] == "button"]  # fmt: skip
    assert 2 <= len(labels) <= 6
    anne.clicks(labels[0], message=message)
    assert labels[0].partition(":")[0] in anne.last()


def test_what_the_plan_does_not_hold_is_said_plainly(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp what is the weather in Dartford tomorrow")
    assert "plan" in anne.last()
    assert "ASB" not in anne.last()


def test_a_private_answer_can_be_shared_with_the_channel(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp ASB3")
    anne.clicks("Share in channel")
    shared = anne.sees()[-1]
    assert not shared["ephemeral"]
    assert "CCTV" in shared["text"]


def test_home_takes_a_question(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    home = anne.opens_home()
    question = {
        "block_id": "home_question",
        "action_id": "home_question",
        "type": "plain_text_input",
        "value": "ASB3",
    }
    anne.chooses(question, home)
    assert "CCTV" in anne.reads()


def test_who_co_ordinates_is_answered_with_their_names(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    for asked in ("who is the coordinator?", "who co-ordinates the plan", "who runs this bot"):
        helen.types(f"/csp {asked}")
        assert helen.last().startswith("Kelly Marsh co-ordinates the plan."), asked


def test_how_a_date_is_changed_names_the_way_to_ask_for_it(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    for asked in ("how do I change the date of ASB3", "can we move the deadline of ASB3?"):
        helen.types(f"/csp {asked}")
        assert "/csp propose" in helen.last(), asked
    helen.types("/csp please move the due date of ASB3 to 30 April")
    assert helen.last().startswith("Nothing was saved.")
    assert "/csp propose ASB3" in helen.last()


def test_what_points_at_nothing_is_asked_about(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp when is it due?")
    assert helen.last().startswith("Which action do you mean by 'it'?")


def test_history_alone_asks_of_which_action(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types("/csp history")
    assert "Which action is it about?" in kelly.last()
    assert "/csp history REF" in kelly.last()


def test_an_event_delivered_twice_is_answered_once(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    channel = partnership.workspace.dm("U0CLLR")
    event = {
        "type": "message",
        "channel_type": "im",
        "user": "U0CLLR",
        "text": "ASB3",
        "ts": "1526290000.000100",
        "channel": channel.id,
        "event_ts": "1526290000.000100",
    }
    for _ in range(3):
        partnership.acts.event(event, event_id="Ev-same")
    assert len(anne.letters()) == 1


def test_a_stranger_is_told_kindly_whom_to_ask_and_can_propose_their_agency(
    partnership: Partnership,
) -> None:
    sam, kelly = partnership.person("U0SAM"), partnership.person("U0KELLY")
    sam.types("/csp ASB3")
    assert "I do not know you yet" in sam.last()
    assert "coordinator" in sam.last()
    assert "CCTV" not in sam.last()

    sam.types("/csp join Kent Police")
    assert "A coordinator has been asked" in sam.last()
    sam.types("/csp update OCG1 green Trying early")
    assert "I do not know you yet" in sam.last()
    partnership.bot.tick()
    kelly.clicks("Confirm", channel="D0KELLY")
    partnership.bot.tick()
    assert "confirmed" in sam.letters()[-1]
    sam.types("/csp update OCG1 green Plans in place")
    assert "Saved: OCG1" in sam.last()


def test_a_coordinator_gives_somebody_an_agency_in_one_line(partnership: Partnership) -> None:
    kelly, sam = partnership.person("U0KELLY"), partnership.person("U0SAM")
    kelly.types("/csp member @sam Kent Police lead")
    assert "lead for Kent Police" in kelly.last()
    sam.types("/csp mine")
    assert "OCG1" in sam.last()
    sam.types("/csp member @sam Kent Police coordinator")
    assert "Only a coordinator can do that" in sam.last()


def test_by_mention_a_coordinator_can_do_the_same(partnership: Partnership) -> None:
    kelly, sam = partnership.person("U0KELLY"), partnership.person("U0SAM")
    kelly.types("<@U0BOT> member <@U0SAM> Kent Police lead")
    sam.types("/csp mine")
    assert "OCG1" in sam.last()


def test_mentions_and_links_people_type_stay_inert(partnership: Partnership) -> None:
    helen = partnership.person("U0HELEN")
    helen.types("/csp update ASB3 green <!channel> see <https://evil.example|Council>")
    partnership.bot.tick()
    assert "<!channel>" not in partnership.channel()[-1]
    assert "<https://evil" not in str(helen.sees()[-1]["blocks"])


def test_help_lists_what_can_be_typed_and_coordinators_see_more(partnership: Partnership) -> None:
    helen, kelly = partnership.person("U0HELEN"), partnership.person("U0KELLY")
    helen.types("/csp help")
    kelly.types("/csp help")
    own = [m["text"] for m in helen.sees() if m["ephemeral"]][-1]
    assert "/csp update" in own
    assert "/csp log" not in own
    assert "/csp log" in kelly.last()
    headings = [line for line in own.splitlines() if not line.startswith("`")][1:-1]
    assert headings[:2] == ["Ask about the plan", "Report progress"]
    assert "Teach me your words" not in headings
    helen.clicks("What is overdue?")
    assert "overdue" in helen.last()


def test_help_offers_nobody_what_they_may_not_do(partnership: Partnership) -> None:
    anne, sam = partnership.person("U0CLLR"), partnership.person("U0SAM")
    anne.types("/csp help")
    assert "/csp summary" in anne.last()
    for refused in ("Report progress", "/csp update", "/csp undo", "/csp propose", "/csp join"):
        assert refused not in anne.last(), refused
    assert "open_form" not in str(anne.sees()[-1]["blocks"])
    sam.types("/csp help")
    assert "I do not know you yet" in sam.last()
    assert sam.last().splitlines()[1] == "Join the partnership"  # first what is of use now
    assert "/csp join AGENCY" in sam.last()
    assert "/csp summary" not in sam.last()
    assert "overdue" not in str(sam.sees()[-1]["blocks"])


def test_help_shows_commands_as_they_are_typed_where_it_is_asked_for(
    partnership: Partnership,
) -> None:
    helen = partnership.person("U0HELEN")
    helen.writes_to_the_bot("help")
    assert "`update REF STATUS what has happened`" in helen.letters()[-1]
    helen.types("/csp help")
    assert "`/csp update REF STATUS what has happened`" in helen.last()


def test_an_answer_links_to_the_notice_that_said_so(partnership: Partnership) -> None:
    helen, councillor = partnership.person("U0HELEN"), partnership.person("U0CLLR")
    helen.types("/csp update ASB3 amber A camera is broken")
    councillor.types("/csp ASB3")
    assert "archives" not in str(councillor.sees()[-1])  # not posted yet: no receipt
    partnership.bot.tick()
    notice = next(m for m in councillor.sees() if "Reported by" in m["text"])
    for question in ("ASB3", "history of ASB3", "what is at risk"):
        councillor.types(f"/csp {question}")
        shown = str(councillor.sees()[-1])
        assert f"/archives/{CHANNEL}/p{notice['ts'].replace('.', '')}|source>" in shown, question


def test_more_is_said_in_words_until_the_last(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp all actions")
    first = anne.last()
    pages = []
    for _ in range(6):
        anne.types("/csp more")
        pages.append(anne.last())
    assert len({first, *pages}) == 7
    assert pages[-1] == "That was the last of them."


def test_in_despair_it_names_who_listens_and_offers_no_buttons(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp I want to kill myself")
    assert "Samaritans on 116 123" in anne.last()
    assert "999" in anne.last()
    assert [b["type"] for b in anne.sees()[-1]["blocks"]] == ["section", "section"]
