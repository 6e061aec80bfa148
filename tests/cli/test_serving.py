"""`run` starts without the library that reads command lines; what is not plain goes to it."""

from __future__ import annotations

from typing import Any

import pytest

from bot import run
from bot.cli.serving import RunOptions, run_options


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("run", RunOptions()),
        ("run --socket", RunOptions(socket=True)),
        ("run --http --port 8080", RunOptions(http=True, port=8080)),
        ("run --port 0 --http", RunOptions(http=True, port=0)),
        ("run --port", None),
        ("run --port many", None),
        ("run --port=8080", None),
        ("run --help", None),
        ("run here", None),
        ("ask run", None),
        ("", None),
    ],
)
def test_the_options_of_run(typed: str, options: RunOptions | None) -> None:
    assert run_options(typed.split()) == options


def test_nobody_is_listened_to_before_everything_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """So `/healthz` cannot say ready, and no first request waits for it."""
    order: list[str] = []

    class Watched:
        def __getattr__(self, name: str) -> Any:
            return lambda: order.append(name)

    monkeypatch.setattr(run, "_serve", lambda *_: order.append("serve"))
    monkeypatch.setattr(run, "_end_in_time", lambda: None)
    bot: Any = Watched()
    settings: Any = None
    run._run(bot, settings, over_socket=False)
    assert order == ["warm", "start", "serve", "close"]
