"""What stands in the thread below a summary's head: the quarter at a glance, then each priority.

Each action has its own words once, under its priority. Every post is short enough for its text to
hold all that it says: a long one is parted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from html import escape
from typing import TypeVar

from bot.core.progress import show_date, unsaid
from bot.core.status import Labels
from bot.messages.reply import Line, Section
from bot.quarterly.facts import ActionEntry, Summary, SummaryDetail, SummaryHead, SummaryMore
from bot.quarterly.figure_words import figure_line
from bot.quarterly.sign_off import changed_words
from bot.quarterly.wording import ROOM, head_text, listed, marking, named, overdue_on, said_of

T = TypeVar("T", bound=Hashable)
USUAL = Labels()
"""Posts are parted by their length in the usual words for statuses, which no setting changes."""


def posts(summary: Summary) -> tuple[SummaryHead | SummaryMore | SummaryDetail, ...]:
    """Everything that is posted of a summary, the head first."""
    number = len(_glances(summary.head, USUAL))
    glances = (SummaryMore(summary.head, part, number) for part in range(1, number + 1))
    return (summary.head, *glances, *summary.details)


def as_text(summary: Summary, labels: Labels) -> str:
    """The whole summary in plain text: for the command line and for reading aloud."""
    glances = (post for post in posts(summary) if isinstance(post, SummaryMore))
    texts = [head_text(summary.head, labels), *(more_text(more, labels) for more in glances)]
    return "\n\n".join([*texts, *(detail_text(detail, labels) for detail in summary.details)])


def more_text(more: SummaryMore, labels: Labels) -> str:
    """The quarter at a glance in plain text, with its marking."""
    return "\n".join([*listed(more_parts(more, labels)), marking(more.head)]).strip()


def detail_text(detail: SummaryDetail, labels: Labels) -> str:
    """One priority in plain text, with its marking."""
    return "\n".join([*listed(detail_parts(detail, labels)), marking(detail)]).strip()


def more_parts(more: SummaryMore, labels: Labels) -> tuple[Section, ...]:
    """The sections of one part of the glance; the last part holds all that is left."""
    until = None if more.part == more.n_parts else more.part
    pages = _glances(more.head, labels)[more.part - 1 : until]
    return tuple(section for page in pages for section in page)


def _glances(head: SummaryHead, labels: Labels) -> list[list[Section]]:
    """The glance in pages, each with no more text than a post holds."""
    pages: list[list[Section]] = []
    room = 0
    for section in _glance(head, labels):
        for line in section.lines:
            size = len(escape(f"{line.text}\n{line.detail}")) + len(section.heading) + 8
            if size > room:
                pages.append([])
                room = ROOM - len(escape(marking(head)))
            room -= size
            _add(pages[-1], section.heading, line)
    return pages


def _add(page: list[Section], heading: str, line: Line) -> None:
    if page and page[-1].heading == heading:
        page[-1] = replace(page[-1], lines=(*page[-1].lines, line))
    else:
        page.append(Section(heading, (line,)))


def _glance(head: SummaryHead, labels: Labels) -> Iterator[Section]:
    """What is no matter of one priority, each a heading with its lines (perhaps none)."""
    yield Section("Changed since last quarter", tuple(_changes(head, labels)))
    yield Section("Due dates moved", tuple(_moved(head)))
    yield Section(f"Overdue on {show_date(overdue_on(head))}", tuple(map(_overdue, head.overdue)))
    missing = (Line(f"{m.lead}: {len(m.refs)} ({', '.join(m.refs)})") for m in head.missing)
    yield Section(f"No update received for {head.quarter}, by lead agency", tuple(missing))
    late = (Line(changed_words(change, labels)) for change in head.after_close)
    yield Section(f"{head.quarter.previous}, after it was closed", tuple(late))
    coming = _grouped((entry.when, entry.ref) for entry in head.next_due)
    due = (Line(f"{when}: {refs}") for when, refs in coming)
    yield Section(f"Due next quarter ({head.quarter.next})", tuple(due))


def _changes(head: SummaryHead, labels: Labels) -> Iterator[Line]:
    """Which actions went from one status to another: a line for each such way."""
    ways = _grouped(((labels.of(c.before), labels.of(c.after)), c.ref) for c in head.changes)
    yield from (Line(f"{before} → {after}: {refs}") for (before, after), refs in ways)


def _grouped(pairs: Iterable[tuple[T, str]]) -> Iterator[tuple[T, str]]:
    """References by what they have in common, as (that, "ASB3, OCG1")."""
    groups: dict[T, list[str]] = defaultdict(list)
    for key, ref in pairs:
        groups[key].append(ref)
    yield from ((key, ", ".join(refs)) for key, refs in groups.items())


def _moved(head: SummaryHead) -> Iterator[Line]:
    for moved in head.new_dates:
        before = f"from {show_date(moved.before)} " if moved.before else ""
        reason = said_of("Reason", moved.reason)
        yield Line(f"{moved.ref}: {before}to {show_date(moved.after)}", moved.ref, reason)


def _overdue(entry: ActionEntry) -> Line:
    lead = f" ({entry.lead})" if entry.lead else ""
    return Line(f"{entry.ref}{lead}: was due {entry.when}" if entry.when else entry.ref, entry.ref)


def detail_parts(detail: SummaryDetail, labels: Labels) -> tuple[Section, ...]:
    """The sections of a priority: what was reported, what was not, and its measures."""
    number = f" ({detail.part} of {detail.n_parts})" if detail.n_parts > 1 else ""
    counts = ", ".join(f"{n} {labels.of(status).word.lower()}" for status, n in detail.counts)
    fresh = [e for e in detail.entries if e.status is not None and e.carried is None]
    closed = [e for e in detail.entries if e.carried and e.status and e.status.closed]
    silent = [e for e in detail.entries if e not in fresh and e not in closed]
    parts = (
        Section(f"Reported for {detail.quarter}", tuple(_entry(e, labels) for e in fresh)),
        Section("Closed in earlier quarters", tuple(_short(e, labels) for e in closed)),
        Section(f"Not reported for {detail.quarter}", tuple(_short(e, labels) for e in silent)),
        Section("Measures", tuple(figure_line(f, detail.quarter) for f in detail.figures)),
    )
    heading = Section(f"{detail.priority}{number}: {counts}", ())
    return (heading, *(part for part in parts if part.lines))


def _entry(entry: ActionEntry, labels: Labels) -> Line:
    """One action that was reported on, with all that was said of it."""
    dated = entry.due is not None and entry.when == show_date(entry.due)
    overdue = " (overdue)" if entry.is_overdue else ""
    texts = (
        said_of("Last quarter", str(labels.of(entry.before)) if entry.before else ""),
        said_of("Due" if dated else "When", f"{entry.when}{overdue}" if entry.when else ""),
        said_of("Update", entry.note),
        said_of("Reason", unsaid(entry.reason, entry.note)),
        said_of("Corrective action", unsaid(entry.corrective_action, entry.note)),
        said_of("Comment", entry.comment),
    )
    return Line(named(entry, labels), entry.ref, "\n".join(filter(None, texts)))


def _short(entry: ActionEntry, labels: Labels) -> Line:
    """One action without an update this quarter: what it is, and how it was last reported."""
    is_closed = entry.status is not None and entry.status.closed
    when = "Reported for" if is_closed else "Last reported for"
    last = f"{when} {entry.carried}." if entry.carried else ""
    overdue = f"Was due {entry.when}." if entry.is_overdue else ""
    return Line(named(entry, labels), entry.ref, " ".join(filter(None, (last, overdue))))
