"""Tasks nobody waits for."""

from __future__ import annotations

import logging

import pytest

from bot.services.hands import Afterwards


def test_what_goes_wrong_afterwards_is_logged_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken() -> None:
        raise RuntimeError("07700 900123")

    with caplog.at_level(logging.ERROR):
        Afterwards()(broken).result(timeout=5)
    (line,) = caplog.records
    assert (line.message, line.__dict__["fault"]) == ("afterwards", "RuntimeError")
    assert "07700" not in str(line.__dict__)
