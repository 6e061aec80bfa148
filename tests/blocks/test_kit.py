"""Text people wrote stays text, and no message outgrows what Slack takes."""

from __future__ import annotations

import pytest

from bot.blocks import kit
from bot.blocks.messages import answer
from bot.messages.reply import Answer, Mode


@pytest.mark.parametrize(
    "written",
    ["<!channel>", "<@U123>", "<https://evil.example|Council>", "<!subteam^S1>", "&lt;!here&gt;"],
)
def test_nothing_a_person_writes_becomes_a_mention_or_a_link(written: str) -> None:
    for shown in (kit.escape(written), kit.oneline(written), kit.quote(written), kit.bold(written)):
        assert "<" not in shown
    assert kit.escape("&lt;!here&gt;") == "&amp;lt;!here&amp;gt;"


def test_characters_that_turn_writing_around_are_taken_out() -> None:
    assert kit.escape("on\u202etrack\x00") == "ontrack"


@pytest.mark.parametrize("limit", range(6, 40))
def test_a_cut_never_splits_an_entity_or_a_link(limit: int) -> None:
    shown = kit.cut(
        "A & B <https://x.example|the plan> & more & more".replace(" & ", "&amp;"), limit
    )
    assert len(shown) <= limit
    assert shown.count("<") == shown.count(">")
    assert shown.count("&") == shown.count("&amp;")


def test_the_limit_holds_after_escaping() -> None:
    block = kit.section(kit.escape("&" * 3_000))
    assert len(block["text"]["text"]) <= 3_000


def test_a_link_is_made_only_of_a_web_address() -> None:
    assert kit.link("https://a.example/x", "seen") == "<https://a.example/x|seen>"
    assert kit.link("javascript:alert(1)", "seen") == "seen"
    assert kit.link("https://a.example|<!channel>", "seen") == "seen"


def test_a_message_keeps_its_ending_and_says_when_something_is_left_out() -> None:
    many = [kit.section(f"line {number}") for number in range(80)]
    shown = kit.fit(many, [kit.context("OFFICIAL")], rest="More in `/csp`.")
    assert len(shown) == kit.MAX_BLOCKS
    assert shown[-1] == kit.context("OFFICIAL")
    assert shown[-2] == kit.context("More in `/csp`.")


def test_a_message_stays_within_the_characters_slack_takes() -> None:
    long = [kit.section("x" * 2_900) for _ in range(8)]
    shown = kit.fit(long, rest="More in `/csp`.")
    assert kit.characters(shown) <= kit.MAX_CHARACTERS
    assert len(shown) == 4


def test_what_fits_is_left_alone() -> None:
    few = [kit.header("Hello"), kit.context("a", "b"), kit.divider()]
    assert kit.fit(few, rest="never shown") == few


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("see <http://kent.police.uk|kent.police.uk>", "see kent.police.uk"),
        ("<https://x.example/a?b=1&amp;c=2>", "https://x.example/a?b=1&c=2"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("call <tel:+447700900123|07700 900123>", "call 07700 900123"),
        ("<@U123|sam> &lt;3", "<@U123|sam> <3"),
    ],
)
def test_what_slack_made_a_link_of_is_read_as_it_was_typed(sent: str, typed: str) -> None:
    assert kit.unescape(sent) == typed


def test_a_long_title_of_an_answer_is_shown_whole() -> None:
    """Agencies named in it must not end in three dots."""
    names = ", ".join(f"Agency number {n} of the partnership" for n in range(20))
    _, blocks = answer(Answer(Mode.ANSWER, f"20 of 20 lead agencies: {names}."))
    assert names in blocks[0]["text"]["text"]
