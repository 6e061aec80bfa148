"""What the guard's doors let in: nothing unseen, links read, figures as numbers."""

from __future__ import annotations

import re

import pytest

from bot.core.unseen import is_unseen, without_unseen
from bot.disclosure.check import check
from bot.disclosure.update_guard import _as_words, _few

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


@pytest.mark.parametrize("text", ["2", "2.0", "+2", "\u00a32", "2%", " 3 % "])
def test_a_small_figure_is_held_however_it_is_written(text: str) -> None:
    assert _few(text)


@pytest.mark.parametrize("text", ["0", "5", "12", "2,000", "", "two dozen"])
def test_other_figures_pass(text: str) -> None:
    assert not _few(text)


def test_a_link_is_read_by_its_words() -> None:
    link = re.match(r".*", "https://news.example/2018/callum-draper-jailed?at=14+Mill%20Lane#x")
    assert link is not None
    assert "callum draper jailed" in _as_words(link)
    assert "14 Mill Lane" in _as_words(link)
