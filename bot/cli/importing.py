"""Importing from the command line: the preview in words, a progress bar for long files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.plan import Plan
from bot.core.progress import count
from bot.files.imported import refused_json
from bot.files.previewing import preview_words
from bot.files.sheet import Ticker
from bot.sample import sample_plan
from bot.sample.loading import load_sample
from bot.services import people_file, plans
from bot.services.context import Context


@dataclass(frozen=True, slots=True)
class Shown:
    """What the command prints, as words and as JSON."""

    text: str
    json: dict[str, Any]
    refused: bool = False


def read_file(
    context: Context,
    file: Path,
    *,
    apply: bool,
    quiet: bool,
    wishes: plans.Wishes | None = None,
    accept: Collection[str] | None = None,
) -> Shown:
    """Preview a file, and store it when `apply`. `accept`: the kinds of change that are stored;
    None: all but those that need a confirmation."""
    content = _content(file)
    try:
        with _bar(quiet) as tick:
            read = plans.preview(context, context.home, content, file.name, tick, wishes=wishes)
        if apply:
            read = plans.apply(context, plans.host(context), read, accept)
    except Refused as refusal:
        return Shown(str(refusal), refused_json(str(refusal)), refused=True)
    return Shown(f"{preview_words(read)}\n\n{_state(read.applied, asked=apply)}", read.as_json())


def wishes_of(
    headings: Iterable[str], sheet: str, against: str, *, not_personal: bool
) -> plans.Wishes:
    """What was asked for on the command line. Raises Refused for a heading without a field."""
    fields = {}
    for entry in headings:
        heading, sign, name = entry.rpartition("=")
        if not sign or not heading.strip():
            raise Refused(f"'{entry}' says no field.", 'Type it as --map "Delivery date=due".')
        fields[heading] = name
    return plans.Wishes(fields, sheet, against.strip(), not_personal)


def read_people(
    context: Context, file: Path, *, apply: bool, by_email: Callable[[str], str | None]
) -> Shown:
    """Preview a file of who is who, and store it when `apply`. Refused with any problem in it."""
    try:
        content = _content(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{file} is no text in UTF-8.", "Save it as CSV (UTF-8).") from None
    read = people_file.read_people(
        context.store,
        context.home,
        content,
        context.now(),
        apply=apply,
        by_email=by_email,
        appointed=context.timetable.coordinators,
    )
    lines = [f"{m.name or m.user}: {m.called}" for m in read.members]
    lines += [f"! {problem}" for problem in read.problems]
    people = [[m.user, m.name, m.role, *m.agencies] for m in read.members]
    as_json = {"members": people, "problems": read.problems, "applied": read.applied}
    text = "\n".join([*lines, _state(read.applied, asked=apply)])
    return Shown(text, as_json, refused=bool(read.problems))


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise Refused(f"{file} cannot be read.", "Check its name and place.") from None


def read_sample(context: Context, *, apply: bool) -> Shown:
    """Preview the sample plan, and load it when `apply`."""
    plan = load_sample(context, context.home) if apply else sample_plan()
    text = f"{plan.title} {plan.year} (illustrative sample): {_counts(plan)}"
    as_json = {"kind": "plan", "plan": {"title": plan.title, "year": plan.year}, "applied": apply}
    return Shown(f"{text}\n{_state(apply, asked=apply)}", as_json)


def _counts(plan: Plan) -> str:
    return (
        f"{count(len(plan.priorities), 'priority', 'priorities')}, "
        f"{count(len(plan.actions), 'action')}, {count(len(plan.agencies), 'agency', 'agencies')}"
    )


def _state(applied: bool, *, asked: bool) -> str:
    """What became of the file. `asked`: it was to be stored, and something in it is in the way."""
    if applied:
        return "Stored."
    if asked:
        return "Nothing was stored: put right what is marked above, and give it again."
    return "Nothing stored yet; add --apply when it is right."


@contextmanager
def _bar(quiet: bool) -> Iterator[Ticker | None]:
    """A progress bar on standard error, when a person looks at it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading")
        yield lambda done, total: progress.update(task, completed=done, total=total)
