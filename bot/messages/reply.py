"""What the bot answers, as plain facts: the same answer in command, mention, message and Home.

No mrkdwn here: texts are plain words, escaped and laid out by `blocks`. `Answer.text` is the whole
answer in words, for screen readers, notifications and the command line.
"""

from __future__ import annotations

from enum import StrEnum

from bot.core.dataclass import dataclass


class Mode(StrEnum):
    """How an answer stands to its question."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    DECLINE = "decline"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact. `ref` names the action (or priority) it is about, which it begins with; `detail` is
    a quieter second line; `link` a permalink to the notice that said it (the receipt); `mark` is
    shown before it, and says nothing that words do not."""

    text: str
    ref: str = ""
    detail: str = ""
    link: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (may be empty) with its lines; `more` lines exist that are not shown."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question back: its label and the question it stands for."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Step:
    """A useful next step. `verb`: "ask" (value = a question), "update", "edit" and "propose"
    (value = a reference), or "away" (a day is chosen)."""

    label: str
    verb: str
    value: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, a question back with at most five `choices`, or a plain "I do not hold that".

    `bare`: nothing to share or to put right, so no buttons (an emergency).
    """

    mode: Mode
    title: str
    parts: tuple[Section, ...] = ()
    choices: tuple[Choice, ...] = ()
    steps: tuple[Step, ...] = ()
    footnote: str = ""
    refs: tuple[str, ...] = ()
    bare: bool = False

    @property
    def text(self) -> str:
        """The whole answer in plain words, line by line."""
        lines = [self.title]
        for part in self.parts:
            lines += [part.heading] if part.heading else []
            for line in part.lines:
                lines += [line.text] + ([line.detail] if line.detail else [])
            lines += [f"… and {part.more} more"] if part.more else []
        lines += [f"{number}. {choice.label}" for number, choice in enumerate(self.choices, 1)]
        lines += [self.footnote] if self.footnote else []
        return "\n".join(line for line in lines if line)
