"""Files people give the bot in Slack: looked at first, stored when they say so.

Between the two nothing of a file is kept: it stays in Slack and is fetched again. So what the
disclosure guard would hold is never stored for a while, and a file deleted meanwhile is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from bot.core.access import Caller, Permission, require
from bot.core.errors import NotFound, Refused
from bot.core.progress import count
from bot.core.reply import Line, Section
from bot.core.shared_files import FilePreview, SharedFile
from bot.disclosure.check import KnownNames, check
from bot.files.imported import Imported
from bot.files.people import is_people
from bot.files.previewing import headline, preview_parts
from bot.files.problems import problems_workbook
from bot.services import plans
from bot.services.comparing import EVERYTHING, is_accepted
from bot.services.context import Context
from bot.services.known import known_names
from bot.services.people_file import PeopleFile, read_people
from bot.services.storing import Seen, Superseded, edition_of, may_store

ByEmail = Callable[[str], str | None]
"""A Slack user id by e-mail address."""


def may_give(caller: Caller) -> None:
    """Raise NotAllowed for somebody whose files are not looked at: only those of coordinators and
    lead officers are."""
    require(caller, Permission.REPORT)


def preview(context: Context, caller: Caller, file: SharedFile, by_email: ByEmail) -> FilePreview:
    """What storing a file would do; nothing is stored. Raises NotAllowed, Refused."""
    read = _read(context, caller, file, by_email)
    if isinstance(read, PeopleFile):
        return _of_people(file, read)
    with context.store.reading(caller.workspace) as records:
        edition = edition_of(records, read.plan.year) if read.plan else 0
    return FilePreview(
        file=file.id,
        title=f"{file.name}: {headline(read)}",
        parts=preview_parts(read, _is_safe(context, caller, read)),
        stamp=f"{_digest(file)}.{edition}",
        storable=bool(read.plan or read.updates or read.agencies),
        asks=sum(not is_accepted(change, None) for change in read.changes),
        problems=len(read.problems),
    )


def store(
    context: Context,
    caller: Caller,
    file: SharedFile,
    stamp: str,
    by_email: ByEmail,
    *,
    everything: bool,
) -> FilePreview:
    """Store a file that was previewed as `stamp`. `everything`: also the changes that ask for a
    confirmation. Gives back what was stored, and what was left out. Raises NotAllowed, Refused,
    Superseded (the file or the plan is another one by now)."""
    digest, _, edition = stamp.partition(".")
    if digest != _digest(file):
        raise Superseded(
            f"{file.name} has changed since I showed what is in it.", "Nothing was stored."
        )
    read = _read(context, caller, file, by_email)
    if isinstance(read, PeopleFile):
        return _store_people(context, caller, file, by_email)
    seen = Seen(int(edition), f"file:{file.id}")
    stored = plans.apply(context, caller, read, (EVERYTHING,) if everything else None, seen)
    kinds = ", ".join(dict.fromkeys(f"{change.ref}" for change in stored.left))
    lines = (Line(f"Left as they were: {kinds}. To store these too, send the file again."),)
    parts = (Section("", lines),) if stored.left else ()
    return FilePreview(file.id, f"Stored. {file.name}: {headline(stored)}", parts)


def problems(context: Context, caller: Caller, file: SharedFile, by_email: ByEmail) -> bytes:
    """Every problem of a file, as a workbook. Raises NotAllowed, Refused."""
    read = _read(context, caller, file, by_email)
    if isinstance(read, PeopleFile):
        raise Refused("A list of people has no more problems than I showed.")
    return problems_workbook(read.problems, _is_safe(context, caller, read))


def _read(
    context: Context, caller: Caller, file: SharedFile, by_email: ByEmail
) -> Imported | PeopleFile:
    may_give(caller)
    if file.user != caller.user:
        raise Refused("That file is somebody else's.", "Send me a copy of your own.")
    if is_people(file.content):
        require(caller, Permission.COORDINATE)
        return read_people(
            context.store,
            caller.workspace,
            _text(file),
            context.now(),
            by_email=by_email,
            appointed=context.timetable.coordinators,
        )
    agency = "" if caller.is_coordinator else next(iter(caller.agencies), "")
    read = plans.preview(
        context,
        caller.workspace,
        file.content,
        file.name,
        wishes=plans.Wishes(agency=agency),
    )
    may_store(caller, read)
    return read


def _text(file: SharedFile) -> str:
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{file.name} is no text in UTF-8.", "Save it as CSV (UTF-8).") from None


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


def _store_people(
    context: Context, caller: Caller, file: SharedFile, by_email: ByEmail
) -> FilePreview:
    read = read_people(
        context.store,
        caller.workspace,
        _text(file),
        context.now(),
        apply=True,
        by_email=by_email,
        by=caller.user,
        appointed=context.timetable.coordinators,
    )
    shown = _of_people(file, read)
    return replace(shown, title=f"Stored. {shown.title}" if read.applied else shown.title)


def _is_safe(context: Context, caller: Caller, read: Imported) -> Callable[[str], bool]:
    """Whether the guard would let a text pass."""
    with context.store.reading(caller.workspace) as records:
        try:
            plan = read.plan or records.plans.plan(context.today())
        except NotFound:
            plan = None
        # As when it is read: the file's own priorities vouch for no name.
        known = known_names(context, records, replace(plan, priorities=())) if plan else None
    return lambda text: not check(text, known=known or KnownNames())


def _digest(file: SharedFile) -> str:
    return sha256(file.content).hexdigest()[:16]
