"""`run` starts without the library that reads command lines; what is not plain goes to it."""

from __future__ import annotations

import pytest

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
