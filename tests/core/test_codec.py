"""What is frozen as JSON comes back as it was, also what an earlier version has written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from bot.core.codec import decode, encode
from bot.core.status import Status
from bot.messages.notices import Message


@dataclass(frozen=True, slots=True)
class Kept:
    """One of each kind of value; `inner` is of its own class."""

    name: str
    day: date | None = None
    status: Status | None = None
    figures: tuple[float, ...] = ()
    pair: tuple[str, int] = ("", 0)
    inner: tuple[Kept, ...] = ()


WHOLE = Kept("a", date(2018, 5, 14), Status.AT_RISK, (1.0, 2.5), ("b", 2), (Kept("c"),))


def test_a_value_comes_back_as_it_was() -> None:
    assert decode(Kept, encode(WHOLE)) == WHOLE


def test_its_json_is_short_and_in_order() -> None:
    assert encode(Message("Grüße")) == '{"text":"Grüße"}'
    assert encode(Kept("a")).startswith('{"day":null,"figures":[],"inner":[]')


def test_unknown_keys_are_ignored_and_missing_ones_take_defaults() -> None:
    assert decode(Kept, '{"name": "a", "gone": 1}') == Kept("a")


def test_a_message_with_buttons_of_an_earlier_version_is_still_read() -> None:
    old = '{"buttons":[["Try again","delivery_try_again","k"]],"text":"A post is held"}'
    assert decode(Message, old) == Message("A post is held")


def test_what_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        decode(Kept, '{"name": "a", "pair": ["b"]}')
