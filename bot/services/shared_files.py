"""Files people give the bot in Slack: looked at first, stored when they say so.

Between the two nothing of a file is kept: it stays in Slack and is fetched again. So what the
disclosure guard would hold is never stored for a while, and a file deleted meanwhile is gone. What
somebody decides of it travels with the buttons (`services.file_decisions`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from hashlib import sha256

from bot.core.access import Caller, Permission, Role, require
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.progress import Progress, count
from bot.files.difference import Change
from bot.files.imported import Imported
from bot.files.people import is_people
from bot.files.previewing import headline, preview_parts
from bot.files.problems import problems_workbook
from bot.files.sheet import Ticker
from bot.messages.reply import Line, Section
from bot.messages.shared_files import ColumnChoice, Decisions, FilePreview, SharedFile
from bot.services import plans
from bot.services.context import Context
from bot.services.file_decisions import (
    accepted,
    changes_id,
    columns_of,
    question_of,
    read_decided,
    step_of,
    texts_safe,
    unfinished,
    walked,
)
from bot.services.people_file import PeopleFile, read_people
from bot.services.storing import Seen, Superseded, edition_of, may_store

ByEmail = Callable[[str], str | None]
"""A Slack user id by e-mail address."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it was given, with what was decided of it so far."""

    file: SharedFile
    by_email: ByEmail
    decisions: Decisions = field(default_factory=Decisions)
    tick: Ticker | None = None


def may_give(caller: Caller) -> None:
    """Raise NotAllowed for somebody whose files are not looked at: only those of coordinators and
    lead officers are."""
    require(caller, Permission.REPORT)


def preview(context: Context, caller: Caller, given: Given) -> FilePreview:
    """What storing a file would do; nothing is stored. Raises NotAllowed, Refused."""
    file, read = given.file, _read(context, caller, given)
    if isinstance(read, PeopleFile):
        return _of_people(file, read)
    is_safe = texts_safe(context, caller, read)
    held = _held(context, caller, read)
    with context.store.reading(caller.workspace) as records:
        edition = edition_of(records, read.plan.year) if read.plan else 0
    shown = FilePreview(
        file=file.id,
        title=f"{file.name}: {headline(read)}",
        parts=preview_parts(read, is_safe),
        stamp=f"{_digest(file)}.{edition}",
        storable=bool(read.plan or read.updates or read.agencies),
        asks=sum(change.asks for change in read.changes),
        problems=len(read.problems),
        unfinished=unfinished(read, held),
        columns=read.plan is not None,
        question=question_of(read, given.decisions, is_safe),
        remark=_others(context, caller, file, read),
    )
    return _with_steps(shown, walked(read, held), given.decisions)


def _with_steps(shown: FilePreview, listed: Sequence[Change], decisions: Decisions) -> FilePreview:
    """With the changes that can be gone through, and the one that is next."""
    if not listed:
        return replace(shown, decisions=decisions.stopped())
    name = changes_id(listed)
    shown = replace(shown, changes=name, steps=len(listed), decisions=decisions)
    if decisions.walking and decisions.changes != name:
        return replace(shown, decisions=decisions.walk(name, len(listed)))
    return replace(shown, step=step_of(listed, decisions)) if decisions.walking else shown


def _held(context: Context, caller: Caller, read: Imported) -> Progress | None:
    """The plan held for the year of the file's plan."""
    with context.store.reading(caller.workspace) as records:
        return records.plans.of(read.plan.year) if read.plan else None


def columns(context: Context, caller: Caller, given: Given) -> tuple[ColumnChoice, ...]:
    """What each column of a plan is read as, for the form that changes it. Raises NotAllowed,
    Refused."""
    read = _read(context, caller, given)
    if isinstance(read, PeopleFile) or read.plan is None:
        raise Refused("Only the columns of a plan can be read as something else.")
    return columns_of(read, texts_safe(context, caller, read))


def store(
    context: Context, caller: Caller, given: Given, stamp: str, *, everything: bool
) -> FilePreview:
    """Store a file that was previewed as `stamp`. `everything`: also the changes that ask for a
    confirmation; of changes gone through one by one those that were taken. Gives back what was
    stored, and what was left out. Raises NotAllowed, Refused, Superseded (the file or the plan is
    another one by now)."""
    file = given.file
    digest, _, edition = stamp.partition(".")
    if digest != _digest(file):
        raise Superseded(
            f"{file.name} has changed since I showed what is in it.", "Nothing was stored."
        )
    read = _read(context, caller, given)
    if isinstance(read, PeopleFile):
        return _store_people(context, caller, given)
    listed = walked(read, _held(context, caller, read))
    names = accepted(listed, given.decisions, everything=everything)
    stored = plans.apply(context, caller, read, names, Seen(int(edition), f"file:{file.id}"))
    leave(context, caller, file.id)
    refs = ", ".join(dict.fromkeys(f"{change.ref}" for change in stored.left))
    lines = (Line(f"Left as they were: {refs}. To store these too, send the file again."),)
    parts = (Section("", lines),) if stored.left else ()
    if stored.plan is not None and _without_leads(context, caller):
        parts = (*parts, Section("", (Line(WHO_REPORTS),)))
    return FilePreview(file.id, f"Stored. {file.name}: {headline(stored)}", parts)


WHO_REPORTS = (
    "Next: say who reports for which agency, with [From the channel's members] or [Add a member] "
    "on my Home tab."
)


def _without_leads(context: Context, caller: Caller) -> bool:
    """Whether nobody could report yet."""
    with context.store.reading(caller.workspace) as records:
        return not any(member.role is Role.LEAD for member in records.members.all())


def leave(context: Context, caller: Caller, file_id: str) -> None:
    """Somebody is done with a file: nobody else is told any more that they look at it."""
    with context.store.writing(caller.workspace) as records:
        records.drafts.drop(caller.user, _open_file(file_id))


def problems(context: Context, caller: Caller, given: Given) -> bytes:
    """Every problem of a file, as a workbook. Raises NotAllowed, Refused."""
    read = _read(context, caller, given)
    if isinstance(read, PeopleFile):
        raise Refused("A list of people has no more problems than I showed.")
    return problems_workbook(read.problems, texts_safe(context, caller, read))


def _read(context: Context, caller: Caller, given: Given) -> Imported | PeopleFile:
    may_give(caller)
    file = given.file
    if file.user != caller.user:
        raise Refused("That file is somebody else's.", "Send me a copy of your own.")
    if is_people(file.content):
        require(caller, Permission.COORDINATE)
        return _people(context, caller, given, apply=False)
    agency = "" if caller.is_coordinator else next(iter(caller.agencies), "")
    read = read_decided(context, caller, file, given.decisions, agency, given.tick)
    may_store(caller, read)
    return read


def _others(context: Context, caller: Caller, file: SharedFile, read: Imported) -> str:
    """That somebody else looks at a file for the same plan, in words; and that this one does."""
    if read.plan is None:
        return ""
    now, year = context.now(), read.plan.year
    with context.store.writing(caller.workspace) as records:
        others = records.drafts.of_others(caller.user, _open_file(""), year)
        records.drafts.keep(caller.user, _open_file(file.id), year, now)
        names = {member.user: member.name for member in records.members.all()}
    if not others:
        return ""
    user, since = others[-1]
    return (
        f"{names.get(user) or 'Another coordinator'} has had a file for the {year} plan open since "
        f"{context.timetable.show(since)}. Whoever stores second is shown the difference anew."
    )


def _open_file(file_id: str) -> str:
    """The name of the note that somebody looks at a file."""
    return f"file {file_id}"


def _text(file: SharedFile) -> str:
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{file.name} is no text in UTF-8.", "Save it as CSV (UTF-8).") from None


def _people(context: Context, caller: Caller, given: Given, *, apply: bool) -> PeopleFile:
    return read_people(
        context.store,
        caller.workspace,
        _text(given.file),
        context.now(),
        apply=apply,
        by_email=given.by_email,
        by=caller.user,
        appointed=context.timetable.coordinators,
    )


def _of_people(file: SharedFile, read: PeopleFile) -> FilePreview:
    people = Section("", tuple(Line(f"{m.name or m.user}: {m.called}") for m in read.members))
    wrong = Section("To put right first", tuple(Line(problem) for problem in read.problems))
    return FilePreview(
        file=file.id,
        title=f"{file.name}: a list of {count(len(read.members), 'person', 'people')}",
        parts=tuple(part for part in (people, wrong) if part.lines),
        stamp=f"{_digest(file)}.0",
        storable=bool(read.members) and not read.problems,
    )


def _store_people(context: Context, caller: Caller, given: Given) -> FilePreview:
    read = _people(context, caller, given, apply=True)
    shown = _of_people(given.file, read)
    return replace(shown, title=f"Stored. {shown.title}" if read.applied else shown.title)


def _digest(file: SharedFile) -> str:
    return sha256(file.content).hexdigest()[:16]
