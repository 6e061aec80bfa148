"""What the guard's doors let in: nothing unseen, links read, figures as numbers."""

from __future__ import annotations

import pytest

from bot.core.unseen import is_unseen, without_unseen
from bot.disclosure.check import KnownNames, check
from bot.disclosure.update_guard import safe, small_figure

UNSEEN = "\u202c\u200b\u200e\u2060\ufeff\u00ad\u034f\u3164\ufe0f\U000e0041\U000e0100\x08\u2800"
NOTES = ("Phone 07700 900618 first.", "The van GK17 XOD was parked.", "Spoke to Bogdan Ilie again.")


@pytest.mark.parametrize("sign", UNSEEN)
@pytest.mark.parametrize("text", NOTES)
def test_what_nobody_sees_changes_no_verdict(sign: str, text: str) -> None:
    assert is_unseen(sign)
    kinds = [part.kind for part in check(text)]
    assert kinds
    assert [part.kind for part in check(sign.join(text))] == kinds
    assert without_unseen(sign.join(text)) == text


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
