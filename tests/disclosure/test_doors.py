"""What the guard's doors let in: nothing unseen, links read, figures as numbers."""

from __future__ import annotations

import pytest

from bot.core.unseen import is_unseen, without_unseen
from bot.disclosure.check import KnownNames, check
from bot.disclosure.update_guard import safe, small_figure

UNSEEN = "\u202c\u200b\u200e\u2060\ufeff\u00ad\u034f\u3164\ufe0f\U000e0041\U000e0100\x08\u2800"
APART = (
    "The NHS number is 943 476 5919.",
    "Her NI number is QQ 12 34 56 C.",
    "A visit at 14 Mill Lane, Swanley last week.",
    "He was born 12 March 1999.",
    "Mail dean dot hartnell at example dot com for it.",
)
NUMBERS_APART = (
    "The NHS number is 943|476|5919.",
    "Her NI number is QQ|12|34|56|C.",
    "The postcode is TN13|1AB for it.",
    "He was born 12|March|1999.",
    "The card was 4929|1234|5678|9015 then.",
)
NOTES = ("Phone 07700 900618 first.", "The van GK17 XOD was parked.", "Spoke to Bogdan Ilie again.")


@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize("text", NOTES)
def test_what_nobody_sees_changes_no_verdict(sign: str, text: str) -> None:
    assert is_unseen(sign)
    kinds = [part.kind for part in check(text)]
    assert kinds
    assert [part.kind for part in check(sign.join(text))] == kinds
    assert without_unseen(sign.join(text)) == text


MARKS_OVER = "\u0591\u0483\u064b\u093c\u1dc4\u20d7\ufe20\u0e48"
"""Marks of other scripts: laid over a figure or a plain letter they are hardly seen."""


@pytest.mark.parametrize("sign", MARKS_OVER)
@pytest.mark.parametrize("text", NOTES)
def test_marks_of_another_script_hide_nothing(sign: str, text: str) -> None:
    assert [part.kind for part in check(sign.join(text))] == [part.kind for part in check(text)]


@pytest.mark.parametrize("gap", ["  ", "\t", " \t ", "\u00a0\u00a0", "\u2003 "])
@pytest.mark.parametrize("text", [*NOTES, *APART])
def test_however_wide_a_gap_is_it_changes_no_verdict(gap: str, text: str) -> None:
    spaced = text.replace(" ", gap)
    parts = check(spaced)
    assert parts
    assert [part.kind for part in parts] == [part.kind for part in check(text)]
    assert all(spaced[part.start : part.end] == part.text for part in parts)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", " \n", "\u2028"])
@pytest.mark.parametrize("text", NUMBERS_APART)
def test_a_number_that_a_lines_end_takes_apart_is_held(line_end: str, text: str) -> None:
    at = [place for place, sign in enumerate(text) if sign == "|"]
    for place in at:
        broken = text[:place].replace("|", " ") + line_end + text[place + 1 :].replace("|", " ")
        (part,) = check(broken)
        assert broken[part.start : part.end] == part.text
        assert [part.kind] == [one.kind for one in check(text.replace("|", " "))]


def test_lines_about_nobody_pass() -> None:
    assert check("Stalls held: 14\nHigh Street: 3\nLeaflets: 4111\nVisits: 1112\nCalls 101") == ()


@pytest.mark.parametrize("text", ["07*700* 900618", "0770_0900_618", "~07700~ `900618`"])
def test_marks_of_bold_and_italics_hide_no_number(text: str) -> None:
    assert [part.kind for part in check(f"Ring {text} first.")] == ["phone"]


@pytest.mark.parametrize(
    "text", ["2", "2.0", "+2", "\u00a32", "2%", " 3 % ", "2\u200b", "\uff12", "\u0662"]
)
def test_a_small_figure_is_held_however_it_is_written(text: str) -> None:
    assert small_figure(text)


@pytest.mark.parametrize("text", ["0", "5", "12", "2,000", "", "two dozen"])
def test_other_figures_pass(text: str) -> None:
    assert not small_figure(text)


@pytest.mark.parametrize("typed", ["2", "\u00a33", "two", "2 or so", "07700900618"])
def test_no_draft_keeps_a_small_figure_or_what_is_none(typed: str) -> None:
    assert safe({"reading:DA1/1": typed}, KnownNames(), delicate=True) == {}
    assert safe({"reading:DA1/1": "38"}, KnownNames(), delicate=True) != {}


LINKS = {
    "https://news.example/2018/Callum-Draper-jailed": "name",
    "www.news.example/2018/callum-draper-jailed": "name",
    "https://news.example/2018/dean-hartnell-in-court": "name",
    "www.news.example/blogs/zebedee_quillfeather": "name",
    "https://news.example/?q=callum+draper+jailed": "name",
    "https://news.example/story#Callum_Draper": "name",
    "https://maps.example/place/14+Mill%20Lane,+Swanley": "address",
    "https://maps.example/place/TN13%201AB": "postcode",
    "https://call.example/?to=0770%E2%80%AC0%20900618": "phone",
    "ht\u200btps://call.example/07700-900618": "phone",
}


@pytest.mark.parametrize(("link", "kind"), LINKS.items())
def test_a_link_is_read_by_its_words_and_pointed_at_as_typed(link: str, kind: str) -> None:
    text = f"See {link} for more."
    assert kind in [part.kind for part in check(text)]
    for part in check(text):
        assert text[part.start : part.end] == part.text
        assert part.text in link


@pytest.mark.parametrize(
    "link",
    [
        "https://acme.slack.com/archives/C012AB3CD/p1526295600000200",
        "https://www.gov.uk/government/publications/domestic-abuse-statutory-guidance",
        "https://council.example/info/20069/community_safety",
        "https://council.example/documents?CId=134&MId=4871",
        "https://council.example/mgUserInfo.aspx?UID=123",
        "https://council.example/councillors/jane-smith",
        "https://council.example/news/grace-period-for-permits",
        "https://council.example/parks/victoria-park-opens",
        "either/or, and the CSU/KP",
    ],
)
def test_a_link_to_a_page_about_nobody_passes(link: str) -> None:
    assert check(f"See {link} for more.") == ()
