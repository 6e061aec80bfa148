"""What somebody decides about a file before it is stored: columns, agencies, changes.

Decisions are ids (`core.shared_files.Decisions`); what they mean is looked up in the file each
time, so nothing of it is kept meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256

from bot.core.access import Caller
from bot.core.errors import NotFound, Refused
from bot.core.plan import Agency
from bot.core.progress import Progress
from bot.disclosure.check import check
from bot.files.change_words import CHANGES, change_words
from bot.files.difference import Change
from bot.files.imported import ColumnRead, Imported
from bot.files.sheet import Ticker
from bot.files.vocabulary import FURTHER, NOT_READ, TICKED, plain_heading
from bot.messages.shared_files import (
    MOST_STEPS,
    TAKEN,
    UNDECIDED,
    AgencyQuestion,
    ColumnChoice,
    Decisions,
    OneChange,
    SharedFile,
)
from bot.services import plans
from bot.services.comparing import CARRIED, EVERYTHING, UNFINISHED
from bot.services.context import Context
from bot.services.known import known_to_a_file
from bot.services.storing import Superseded

FIELDS = {
    "ref": "Reference", "previous_ref": "Reference of last year", "priority": "Priority",
    "objective": "Objective", "description": "Action: what is to be done", "lead": "Lead",
    "partners": "Partners", "timescale": "Due: by when", "start": "Start",
    "resources": "Resources", "measure": "Measure", "outcome": "Outcome",
    "baseline": "Baseline", "target": "Target", "source": "Source of the figures",
    "status": "Status", "progress": "Progress: what has happened", "reading": "Latest figure",
    TICKED: "Status", FURTHER: "Kept beside the action", NOT_READ: "Not read",
}  # fmt: skip
"""The fields a column can be chosen to be read as, in words."""

IsSafe = Callable[[str], bool]
"""Whether a text of the file may be repeated."""


def read_decided(
    context: Context,
    caller: Caller,
    file: SharedFile,
    decisions: Decisions,
    agency: str,
    tick: Ticker | None = None,
) -> Imported:
    """The file as it is read with what was decided so far: columns first, since they say which
    agencies there are. Raises Refused."""
    look = partial(plans.preview, context, caller.workspace, file.content, file.name, tick)
    wishes = plans.Wishes(agency=agency)
    read = look(wishes=wishes)
    headings = _headings(read.mapping, dict(decisions.columns))
    if headings:
        wishes = replace(wishes, headings=headings)
        read = look(wishes=wishes)
        if read.plan is None:
            raise Refused(
                "Read so, the file is no plan: no column says what is to be done.",
                "Press [Columns] again; the preview above still stands.",
            )
    joined = _joined(read, dict(decisions.agencies), texts_safe(context, caller, read))
    return look(wishes=replace(wishes, joined=joined)) if joined else read


def _headings(mapping: Iterable[ColumnRead], chosen: dict[str, str]) -> dict[str, str]:
    ids = ((column.heading, column_id(column.heading)) for column in mapping if column.heading)
    return {heading: chosen[number] for heading, number in ids if number in chosen}


def column_id(heading: str) -> str:
    """The id of a heading, the same wherever it stands."""
    return sha256(plain_heading(heading).encode()).hexdigest()[:8]


def texts_safe(context: Context, caller: Caller, read: Imported) -> IsSafe:
    """Whether the guard would let a text of the file pass."""
    with context.store.reading(caller.workspace) as records:
        try:
            plan = read.plan or records.plans.plan(context.today())
        except NotFound:
            plan = None
        known = known_to_a_file(context, records, plan)
    return lambda text: not check(text, known=known)


def _joined(read: Imported, answers: dict[str, str], is_safe: IsSafe) -> tuple[Agency, ...]:
    """Known agencies with the names that were said to be theirs."""
    joined: dict[str, Agency] = {}
    for agency, others in read.alike:
        known = next((other for other in others if other.code == answers.get(agency.code)), None)
        if known is not None and is_safe(agency.name):
            held = joined.get(known.code, known)
            joined[known.code] = replace(held, aliases=(*held.aliases, agency.name))
    return tuple(joined.values())


def columns_of(read: Imported, is_safe: IsSafe) -> tuple[ColumnChoice, ...]:
    """Each heading once: what it is read as, and what of it may be shown."""
    choices: dict[str, ColumnChoice] = {}
    for column in read.mapping:
        if column.heading and is_safe(column.heading):
            number = column_id(column.heading)
            samples = tuple(filter(is_safe, column.samples))
            shown = ColumnChoice(number, column.heading, _field(column), column.reason, samples)
            choices.setdefault(number, shown)
    return tuple(choices.values())


def _field(column: ColumnRead) -> str:
    name, _, quarter = (column.field or NOT_READ).partition(" (")
    words = FIELDS.get(name, name.replace("_", " ").capitalize())
    return f"{words} ({quarter}" if quarter else words


def question_of(read: Imported, decisions: Decisions, is_safe: IsSafe) -> AgencyQuestion | None:
    """The first question about agencies that is not answered yet."""
    answered = dict(decisions.agencies)
    asked = [(a, others) for a, others in read.alike if is_safe(a.name)]
    waiting = [(a, others) for a, others in asked if a.code not in answered]
    if not waiting:
        return None
    agency, others = waiting[0]
    known = tuple((other.code, other.name) for other in others)
    done = len(answered)
    return AgencyQuestion(agency.code, agency.name, known, done + 1, done + len(waiting))


def walked(read: Imported, held: Progress | None) -> tuple[Change, ...]:
    """The changes that can be gone through, when they are few enough: each of a new version of the
    plan `held` for that year; of another year's plan those that are asked about. In place of the
    sample a file is stored as it is."""
    if held is None:
        listed = tuple(change for change in read.changes if change.asks)
    else:
        listed = () if held.plan.illustrative else read.changes
    return listed if len(listed) <= MOST_STEPS else ()


def unfinished(read: Imported, held: Progress | None) -> int:
    """How many open actions of the year before a new year's plan does not hold."""
    return sum(change.note == UNFINISHED for change in read.changes) if held is None else 0


def changes_id(listed: Iterable[Change]) -> str:
    """Tells one list of changes from another."""
    keys = "\n".join(change.key for change in listed)
    return sha256(keys.encode()).hexdigest()[:8]


def step_of(listed: Sequence[Change], decisions: Decisions) -> OneChange | None:
    """The first change that is undecided; None when each is decided."""
    place = decisions.taken.find(UNDECIDED)
    if place < 0:
        return None
    change = listed[place]
    words = change_words(change)
    return OneChange(place + 1, len(listed), CHANGES[change.kind], words, change.note)


def accepted(
    listed: Sequence[Change], decisions: Decisions, *, everything: bool
) -> frozenset[str] | None:
    """What is accepted of a file: everything, or the changes that were taken one by one, and what
    is not finished where it is taken along; None when nothing of it was decided. Raises Superseded
    when the list is another one by now."""
    names: set[str] = {EVERYTHING} if everything else set()
    if decisions.walking and not everything:
        if decisions.changes != changes_id(listed):
            raise Superseded("The plan or the file has changed meanwhile.", "Nothing was stored.")
        signs = zip(listed, decisions.taken, strict=False)
        names |= {change.key for change, sign in signs if sign == TAKEN}
    names |= {CARRIED} if decisions.carry else set()
    return frozenset(names) if names or decisions.walking else None
