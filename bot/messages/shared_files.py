"""A file somebody gives the bot in Slack, what it would do, and what they decide of it."""

from __future__ import annotations

from dataclasses import replace

from bot.core.dataclass import dataclass
from bot.messages.reply import Section

MAX_BYTES = 10_000_000
"""Larger files are not fetched, and not opened."""
MOST_STEPS = 500
"""Changes that can be gone through one by one: what was decided of each travels in the buttons."""
TAKEN, LEFT, UNDECIDED = "1", "0", "-"


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file as Slack gives it. `user`: whose it is."""

    id: str
    name: str
    user: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody has decided about a file so far, by ids alone. It travels in the buttons under
    the preview: nothing of a file is kept before it is stored, and tomorrow it is still there.

    `columns`: (id of a heading, the field it is read as); `agencies`: (code of an agency the file
    brings, the code of the one it is; empty: another); `changes`: which list of changes `taken`
    speaks of, one sign each; `walking`: the changes are being gone through one by one; `carry`:
    what last year's plan has left unfinished is taken along.
    """

    columns: tuple[tuple[str, str], ...] = ()
    agencies: tuple[tuple[str, str], ...] = ()
    changes: str = ""
    taken: str = ""
    walking: bool = False
    carry: bool = False

    def answered(self, code: str, known: str) -> Decisions:
        """With the answer to one question about agencies."""
        return replace(self, agencies=(*self.agencies, (code, known)))

    def walk(self, changes: str, number: int) -> Decisions:
        """At the first of `number` changes."""
        return replace(self, changes=changes, taken=UNDECIDED * number, walking=True)

    def stopped(self) -> Decisions:
        """Back at the preview, with every change undecided."""
        return replace(self, changes="", taken="", walking=False)

    def next(self, sign: str) -> Decisions:
        """With the first undecided change taken or left."""
        return replace(self, taken=self.taken.replace(UNDECIDED, sign, 1))

    def rest(self, sign: str) -> Decisions:
        """With every change that is undecided taken or left."""
        return replace(self, taken=self.taken.replace(UNDECIDED, sign))


@dataclass(frozen=True, slots=True)
class AgencyQuestion:
    """Whether an agency a file brings is one that is known. `known`: (code, name) of each it may
    be; `number` of `total` such questions."""

    code: str
    name: str
    known: tuple[tuple[str, str], ...]
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class OneChange:
    """One change to be taken or left: `kind` in words, what it is, what follows from it."""

    number: int
    total: int
    kind: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column of a file: what its heading is read as and why, some of what it holds, and the id
    under which another field is chosen for it."""

    id: str
    heading: str
    read_as: str
    reason: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FilePreview:
    """What storing a file would do (or did). `stamp` tells this content, and the plan it was
    compared with, from later ones; `storable`: there is something to store; `asks`: changes that
    are left out unless they are confirmed; `problems`: how many there are in all; `unfinished`:
    open actions of the year before that it does not hold; `columns`: their
    fields can be chosen; `changes`: the id of the list that can be gone through, and `steps`, how
    many they are; `remark`: who else looks at such a file."""

    file: str
    title: str
    parts: tuple[Section, ...]
    stamp: str = ""
    storable: bool = False
    asks: int = 0
    problems: int = 0
    unfinished: int = 0
    columns: bool = False
    changes: str = ""
    steps: int = 0
    question: AgencyQuestion | None = None
    step: OneChange | None = None
    decisions: Decisions = Decisions()
    remark: str = ""
