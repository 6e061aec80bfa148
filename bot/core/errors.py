"""The family of expected refusals: what a person is told when a request cannot be met.

    Refused
    ├── NotFound      nothing of that name in the plan
    ├── NotAllowed    the caller's role or agency does not permit it; the reason says who can
    ├── BadTemplate   a council's own Word template cannot be filled
    ├── Invalid       a field (or several) of what was typed cannot be accepted
    ├── Unlikely      it may be right and seldom is: the writer is asked
    └── HeldByGuard   the disclosure guard holds the text; the findings say which part

Anything else that is raised is a fault: it is logged with a reference number which the person
is told too. Wording lives where the refusal is raised; how it looks in Slack is for `blocks`.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def where(fault: BaseException) -> str:
    """The places a fault went through, innermost last, for the log: no words of the fault and no
    values, since either may quote what people wrote or a secret."""
    places = traceback.extract_tb(fault.__traceback__)
    return " > ".join(f"{Path(p.filename).name}:{p.lineno} {p.name}" for p in places[-8:])


class Refused(Exception):
    """An expected refusal. `message` is one plain sentence; `next_step` says what to do next."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        between = "\n" if "\n" in self.message else " "
        return f"{self.message}{between}{self.next_step}".strip()


class Unusable(Exception):
    """The host's trouble: a database, folder or Slack that cannot be used. One plain line with what
    to do about it; never a part of a secret."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.remedy = remedy


class NotFound(Refused):
    """The plan holds nothing of that name."""


class NotAllowed(Refused):
    """The caller may not do this; the next_step names who can."""


class BadTemplate(Refused):
    """A council's own Word template cannot be filled; the message says why."""


class Invalid(Refused):
    """Fields that cannot be accepted. `field` is the name of the first, the draft's attribute; the
    refusals of `others` come with it, so that all can be mended at once."""

    def __init__(
        self, field: str, message: str, next_step: str = "", others: Sequence[Invalid] = ()
    ) -> None:
        super().__init__(message, next_step)
        self.field = field
        self.others = tuple(others)


class Unlikely(Refused):
    """What was typed may be right and seldom is: the writer is asked. `fields`: field -> the
    question; `marks` are what the writer confirms by saying that it is right."""

    def __init__(self, fields: Mapping[str, str], marks: Sequence[str]) -> None:
        super().__init__(
            "I have not saved this yet. " + " ".join(fields.values()),
            "Say so in the form, or correct it.",
        )
        self.fields = dict(fields)
        self.marks = tuple(marks)


class HeldByGuard(Refused):
    """The disclosure guard holds texts. `fields`: field -> which part, why, how to say it safely;
    `findings` point at the parts; `fingerprints`: those of parts the writer may confirm. Never
    carries more of the text than the findings do."""

    def __init__(
        self, fields: Mapping[str, str], findings: Sequence[Any], fingerprints: Sequence[str] = ()
    ) -> None:
        super().__init__(
            " ".join(["I have not saved this.", *fields.values()]).replace(" \n", "\n"),
            "Write it without that part and send it again.",
        )
        self.fields = dict(fields)
        self.findings = tuple(findings)
        self.fingerprints = tuple(fingerprints)

    @property
    def confirmable(self) -> bool:
        """Whether the writer may confirm that nothing of it is personal."""
        return all(finding.confirmable for finding in self.findings)
