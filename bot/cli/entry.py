"""Where `partnership-bot` begins. `run` goes straight to the bot; every other command is read by
`cli.main`, and so is `run` when its options are not plain."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bot.cli.serving import run_options, serve
from bot.core.errors import Refused


def main() -> None:
    """Entry point: what is refused becomes one plain message and exit code 2, a fault of the host
    (settings, folder, file, database, Slack) one with its remedy and exit code 1."""
    try:
        _run(sys.argv[1:])
    except Refused as refusal:
        _end(str(refusal), 2)
    except Exception as fault:
        from bot.cli.faults import said_plainly

        line = said_plainly(fault)
        if not line:
            raise
        _end(line, 1)


def _run(words: Sequence[str]) -> None:
    options = run_options(words)
    if options is not None:
        serve(options)
        return
    from bot.cli.main import cli

    cli()


def _end(line: str, code: int) -> None:
    sys.stderr.write(f"{line}\n")
    raise SystemExit(code) from None
