"""What an action is paid from, as its plan writes it: who pays, and the sums named."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SUM = re.compile(r"£\s?(\d[\d,]{0,14}(?:\.\d{1,2})?)\s?(k|m|thousand|million)?(?!\w)", re.I)
_TIMES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}


def sums(text: str) -> Iterator[float]:
    """The sums of money written in a text ("£14,000", "£20k"), in pounds."""
    for figure, unit in _SUM.findall(text):
        yield float(figure.replace(",", "")) * _TIMES.get(unit.lower(), 1.0)


def payers(resources: str) -> Iterator[str]:
    """Who is named in an action's resources: "PCC £4,000; Council £2,000 – to be agreed"."""
    for piece in re.split(r"[;/,+&](?!\d)|\band\b", resources):
        if name := re.split(r"[£–(\d]| - ", piece)[0].strip():
            yield name
