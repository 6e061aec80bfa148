"""Sensitive actions in conversation: reference and status word, by no road anything more."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from bot.core.access import HOME
from bot.core.quarters import Quarter
from bot.sandbox.faults import Fault
from bot.services import members
from bot.services.pack import pack
from tests.partnership import CHANNEL, Partnership

NOTE = "Premises at three sites were visited"


@pytest.fixture
def marked(partnership: Partnership) -> Partnership:
    """ASB3 (led by the district council) is sensitive and has been reported."""
    partnership.person("U0HELEN").types(f"/csp update ASB3 amber {NOTE}")
    partnership.marks("asb3 sensitive")
    return partnership


SECRETS = ("Deploy re-deployable", NOTE, "All sites are done", "eight weeks")


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.lower() in text.lower()]


@pytest.mark.parametrize(
    "question",
    [
        "ASB3",
        "who leads ASB3",
        "when is ASB3 due",
        "history ASB3",
        "what has ASB3 reported",
        "CCTV cameras",
        "re-deployable cameras",
        "what is at risk",
        "antisocial behaviour",
        "actions without a lead",
        "measures of ASB3",
        "what changed since Q4",
        "latest updates",
    ],
)
def test_others_get_reference_and_status_by_no_question_anything_more(
    marked: Partnership, question: str
) -> None:
    councillor = marked.person("U0CLLR")
    councillor.types(f"/csp {question}")
    assert not leaks(councillor.last().replace(question, ""))


def test_it_is_in_no_count_by_agency_or_date_and_in_no_list_of_gaps(marked: Partnership) -> None:
    councillor, kelly = marked.person("U0CLLR"), marked.person("U0KELLY")
    for question in (
        "how many actions does SDC lead",
        "which actions have no lead",
        "actions due by 30 September 2018",
    ):
        councillor.types(f"/csp {question}")
        assert "ASB3" not in councillor.last()
    kelly.types("/csp which actions does SDC lead")
    assert "ASB3" in kelly.last()


def test_its_lead_and_coordinators_see_it_whole_but_not_in_a_shared_channel(
    marked: Partnership,
) -> None:
    helen = marked.person("U0HELEN")
    helen.types("/csp ASB3")
    assert NOTE in helen.last()
    helen.types(f"<@{marked.workspace.bot}> ASB3")
    threads = [m for m in marked.workspace.channel(CHANNEL).messages if m.get("thread_ts")]
    assert not leaks(threads[-1]["text"])
    helen.types("/csp ASB3")
    helen.clicks("Share in channel")
    assert not leaks(marked.channel()[-1])


def test_a_channel_can_be_named_for_them(marked: Partnership) -> None:
    kelly, councillor = marked.person("U0KELLY"), marked.person("U0CLLR")
    marked.workspace.channel(CHANNEL).private = True
    kelly.types("/csp channel private")
    assert "Nothing is changed yet" in kelly.last()
    assert f"all {len(marked.workspace.channel(CHANNEL).members)} people" in kelly.last()
    kelly.clicks("Show them whole here")
    councillor.types(f"<@{marked.workspace.bot}> ASB3")
    assert NOTE in marked.workspace.channel(CHANNEL).messages[-1]["text"]
    kelly.types("/csp channel open")
    councillor.types(f"<@{marked.workspace.bot}> ASB3")
    assert not leaks(marked.workspace.channel(CHANNEL).messages[-1]["text"])


def test_a_public_channel_is_never_named_for_them(marked: Partnership) -> None:
    kelly, councillor = marked.person("U0KELLY"), marked.person("U0CLLR")
    kelly.types("/csp channel private")
    assert "This channel is public" in kelly.last()
    marked.workspace.channel(CHANNEL).private = True
    kelly.types("/csp channel private")
    marked.workspace.channel(CHANNEL).private = False  # while the question stood there
    kelly.clicks("Show them whole here")
    assert "This channel is public" in kelly.last()
    councillor.types(f"<@{marked.workspace.bot}> ASB3")
    assert not leaks(marked.workspace.channel(CHANNEL).messages[-1]["text"])


def test_a_named_channel_that_is_made_public_shows_them_no_longer(marked: Partnership) -> None:
    kelly, councillor = marked.person("U0KELLY"), marked.person("U0CLLR")
    channel = marked.workspace.channel(CHANNEL)
    channel.private = True
    kelly.types("/csp channel private")
    kelly.clicks("Show them whole here")
    marked.slack.faults.plan("conversations.info", Fault.ERROR, "internal_error")
    councillor.types(f"<@{marked.workspace.bot}> ASB3")  # whether it is private nobody can say
    assert not leaks(channel.messages[-1]["text"])
    councillor.types(f"<@{marked.workspace.bot}> ASB3")
    assert NOTE in channel.messages[-1]["text"]

    channel.private = False
    councillor.types(f"<@{marked.workspace.bot}> ASB3")
    assert not leaks(channel.messages[-1]["text"])
    marked.bot.tick()
    assert "made public" in kelly.letters()[-1]
    channel.private = True  # made private again it is not named by itself
    councillor.types(f"<@{marked.workspace.bot}> ASB3")
    assert not leaks(channel.messages[-1]["text"])


def test_notices_summary_and_home_show_reference_and_status_only(marked: Partnership) -> None:
    marked.person("U0HELEN").types("/csp update ASB3 green All sites are done")
    councillor = marked.person("U0CLLR")
    assert not leaks(councillor.reads(councillor.opens_home()))
    marked.live_until(date(2018, 7, 12))
    posted = [m for m in marked.workspace.channel(CHANNEL).messages if m["user"] == "U0BOT"]
    after = [m for m in marked.workspace.channel(CHANNEL).messages if "ASB3:" in m["text"]]
    assert after
    assert not any(leaks(m["text"].partition("ASB3")[2][:200]) for m in posted if m in after[1:])
    assert "Sevenoaks District Council: ASB3" not in str(posted)


def test_a_whole_priority_can_be_marked_and_unmarked(partnership: Partnership) -> None:
    councillor = partnership.person("U0CLLR")
    partnership.marks("Domestic Abuse sensitive")
    councillor.types("/csp DA1")
    assert "Sensitive" in councillor.last()
    partnership.marks("DA official")
    councillor.types("/csp DA1")
    assert "Sensitive" not in councillor.last()
    councillor.types("/csp mark DA sensitive")
    assert "Only a coordinator" in councillor.last()


def test_a_marking_changes_nothing_before_it_is_confirmed(partnership: Partnership) -> None:
    kelly, councillor = partnership.person("U0KELLY"), partnership.person("U0CLLR")
    kelly.types("/csp mark ASB3 sensitive")
    assert "Mark ASB3 OFFICIAL-SENSITIVE?" in kelly.last()
    assert "Nothing is changed yet" in kelly.last()
    councillor.types("/csp ASB3")
    assert "Sensitive" not in councillor.last()
    councillor.types("/csp mark ASB3 sensitive")
    assert "Only a coordinator" in councillor.last()


def test_an_update_of_one_by_mention_is_confirmed_to_its_writer_alone(marked: Partnership) -> None:
    helen, councillor = marked.person("U0HELEN"), marked.person("U0CLLR")
    helen.types(f"<@{marked.workspace.bot}> update ASB3 green All sites are done")
    assert "Saved: ASB3" in helen.last()
    assert not any("Saved: ASB3" in m["text"] for m in councillor.sees())


def test_a_coordinator_sees_who_has_to_report_it(partnership: Partnership) -> None:
    kelly = partnership.person("U0KELLY")
    partnership.marks("ACQ1 sensitive")
    kelly.types("/csp missing")
    line = next(line for line in kelly.last().splitlines() if "ACQ1" in line)
    assert line.startswith("Kent Police:")


@pytest.mark.parametrize(
    "typed", ["update ASB3 green done", "update ASB3", "asb3 complete", "update cctv green done"]
)
def test_a_refusal_to_update_it_names_no_lead(marked: Partnership, typed: str) -> None:
    for user in ("U0CLLR", "U0PRIYA"):
        person = marked.person(user)
        person.types(f"/csp {typed}")
        assert not [word for word in ("SDC", "Sevenoaks District") if word in person.last()]


def test_nothing_of_its_past_is_told_nor_to_be_had_by_a_difference(marked: Partnership) -> None:
    helen, anne = marked.person("U0HELEN"), marked.person("U0CLLR")
    marked.move_to(date(2018, 8, 14))
    helen.types("/csp update ASB3 complete All sites are done")
    for question in (
        "which actions were at risk in Q1",
        "how many ASB actions were at risk in Q1",
        "compare Q1 and Q2 for ASB",
        "what changed since Q1 in ASB",
    ):
        anne.types(f"/csp {question}")
        assert "At risk" not in anne.last(), question


def test_counts_say_that_of_sensitive_actions_only_the_status_is_used(marked: Partnership) -> None:
    helen, anne = marked.person("U0HELEN"), marked.person("U0CLLR")
    for question in ("which SDC actions are at risk", "how many actions does SDC lead"):
        anne.types(f"/csp {question}")
        assert "marked sensitive" in anne.last()
        helen.types(f"/csp {question}")
        assert "marked sensitive" not in helen.last()


@pytest.mark.parametrize("side", ["who leads ASB3", "measures of ASB3", "when is ASB3 due"])
def test_a_side_of_it_is_not_denied_but_kept_back(marked: Partnership, side: str) -> None:
    anne = marked.person("U0CLLR")
    anne.types(f"/csp {side}")
    assert "Sensitive: ask its lead agency or your coordinator." in anne.last()


def test_marking_reaches_frozen_quarters_and_offers_to_take_it_out_of_the_channel(
    partnership: Partnership,
) -> None:
    helen, kelly = partnership.person("U0HELEN"), partnership.person("U0KELLY")
    helen.types(f"/csp update ASB3 amber {NOTE}")
    partnership.live_until(date(2018, 7, 12))
    assert NOTE in posted(partnership)

    partnership.marks("ASB3 sensitive")
    assert "stays in the channel" in kelly.last()
    assert NOTE in posted(partnership)
    anne = partnership.person("U0CLLR")
    anne.types("/csp summary Q1")
    assert not leaks(anne.last())

    kelly.clicks("Take it out of my messages")
    partnership.bot.tick()
    assert not leaks(posted(partnership))
    assert "ASB3" in posted(partnership)


def posted(partnership: Partnership) -> str:
    """What stands in the channel, the bot's messages only."""
    found = partnership.workspace.channel(CHANNEL).messages
    return str([m for m in found if m["user"] == "U0BOT" and "only_for" not in m])


def test_its_lead_is_not_told_and_never_called_missing(marked: Partnership) -> None:
    councillor = marked.person("U0CLLR")
    for question in ("antisocial behaviour", "ASB3", "who leads ASB3"):
        councillor.types(f"/csp {question}")
        assert "no lead named in the plan (ASB3)" not in councillor.last()


def test_marking_reaches_what_waits_to_be_posted_and_every_file_made_from_now_on(
    partnership: Partnership,
) -> None:
    helen, anne = partnership.person("U0HELEN"), partnership.person("U0CLLR")
    partnership.live_until(date(2018, 7, 9))
    helen.types(f"/csp update ASB3 amber {NOTE}")
    partnership.move_to(date(2018, 7, 12))  # frozen and posted with the words
    anne.types("/csp pack Q1")  # waits in the outbox
    helen.types(f"/csp update ASB3 green {NOTE} again")  # its notice waits too
    partnership.marks("ASB3 sensitive")
    partnership.bot.tick()
    assert "ASB3" in partnership.channel()[-1]
    assert not leaks(partnership.channel()[-1])
    caller = members.identify(partnership.bot.store, HOME, "U0CLLR")
    files = pack(partnership.bot.context, caller, Quarter(2018, 1))
    (paper,) = (_text_of(files[name]) for name in files if name.endswith(".docx"))
    assert "ASB3" in paper
    assert not leaks(paper)


def _text_of(content: bytes) -> str:
    """Every text of a Word document."""
    document = Document(io.BytesIO(content))
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])
