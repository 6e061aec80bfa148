"""`run`, without the library that reads command lines: that one takes a tenth of a start."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.core.dataclass import dataclass

if TYPE_CHECKING:
    from bot.services.context import Context


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The options of `run`."""

    socket: bool = False
    http: bool = False
    port: int | None = None


def run_options(words: Sequence[str]) -> RunOptions | None:
    """The options of `run` as typed; None for any other command, for help, and for mistakes."""
    if list(words[:1]) != ["run"]:
        return None
    chosen: dict[str, bool | int] = {}
    rest = iter(words[1:])
    for word in rest:
        if word in {"--socket", "--http"}:
            chosen[word.removeprefix("--")] = True
        elif word == "--port" and (number := next(rest, "")).isdecimal():
            chosen["port"] = int(number)
        else:
            return None
    return RunOptions(**chosen)  # type: ignore[arg-type]


def _load_sample(context: Context, workspace: str) -> object:
    """The sample plan, for those who try it first: loaded with the room of files at that moment."""
    from bot.sample.loading import load_sample

    return load_sample(context, workspace)


def serve(options: RunOptions) -> None:
    """Run the bot until it is told to stop."""
    # All that is loaded from here on stays: to look through it for garbage again and again takes a
    # fifth of the start. `run_bot` collects again once it is ready.
    gc.disable()
    try:
        from bot.run import run_bot

        run_bot(socket=options.socket, http=options.http, port=options.port, sample=_load_sample)
    finally:
        gc.enable()
