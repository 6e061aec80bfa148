"""The committee paper as a document: headings, paragraphs and tables in a council's order.

Made from a quarter's frozen summary, so that every figure in it is the one that was posted. What
draws it (Word, Excel, PDF) is in `files`; all of them draw these same values.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import compress

from bot.core.codec import encode
from bot.core.dataclass import dataclass
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import count, show_date
from bot.core.status import Labels, Status
from bot.quarterly.document import Chapter, Paper, Table
from bot.quarterly.facts import ActionEntry, Figure, Summary, SummaryHead
from bot.quarterly.figure_words import as_of, judged, sentence
from bot.quarterly.sign_off import changed_words
from bot.quarterly.summary import SAID_FIRST
from bot.quarterly.wording import corrections, headline, overdue_on, remarks

SENSITIVE = "Sensitive: reference and status only"
ALWAYS = (*SAID_FIRST, None)
"""Columns of the statuses that stand in every paper, so that each has its colour in every chart."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a council puts at the head of a report. Empty lines are left out."""

    report_of: str = ""
    status: str = "For consideration"
    purpose: str = (
        "To report how the partnership's action plan stood at the end of the quarter, as reported "
        "by the agencies that lead each action."
    )
    recommendation: str = "That members note the report."


def snapshot_id(summary: Summary) -> str:
    """The mark of one snapshot, the same wherever it is shown: "Q2-2018-19-3fa2b1c4"."""
    digest = hashlib.sha256(encode(summary).encode()).hexdigest()[:8]
    return f"{summary.head.quarter.label.replace(' ', '-')}-{digest}"


def committee_paper(
    summary: Summary, labels: Labels, *, frozen: bool, cover: Cover = Cover()
) -> Paper:
    """The paper of one summary. `frozen`: the quarter is closed and its figures stand."""
    head = summary.head
    chapters = (
        _opening(head, labels),
        _standings(summary, labels),
        _well(head, labels),
        _exceptions("Off track", "No action is reported off track.", head.off_track),
        _exceptions("At risk", "No action is reported at risk.", head.at_risk),
        _moved(summary, labels),
        _overdue(head),
        _measures(summary),
        _missing(head),
        _after_close(head, labels),
        *_appendix(summary, labels),
    )
    return Paper(
        title=head.title,
        subtitle=f"Quarterly report, {head.quarter}",
        marking=head.marking,
        snapshot=snapshot_id(summary),
        draft=not frozen,
        cover=_cover(head, cover),
        chapters=tuple(_lean(chapter) for chapter in chapters if chapter is not None),
    )


def _lean(chapter: Chapter) -> Chapter:
    """Without the columns of its table in which nothing stands."""
    table = chapter.table
    if table is None or not table.rows:
        return chapter
    filled = [any(row[n] for row in table.rows) for n in range(len(table.headings))]
    rows = tuple(tuple(compress(row, filled)) for row in table.rows)
    lean = replace(table, headings=tuple(compress(table.headings, filled)), rows=rows)
    return replace(chapter, table=lean)


def _cover(head: SummaryHead, cover: Cover) -> tuple[tuple[str, str], ...]:
    starts, ends = head.quarter.starts, head.quarter.ends
    lines = {
        "Report of": cover.report_of,
        "Status": cover.status,
        "Period": f"{show_date(starts)} to {show_date(ends)}",
        "Figures as at": show_date(head.as_at),
        "Purpose": cover.purpose,
        "Recommendation": cover.recommendation,
    }
    return tuple((name, text) for name, text in lines.items() if text)


def _opening(head: SummaryHead, labels: Labels) -> Chapter:
    note = [ILLUSTRATIVE] if head.illustrative else []
    first = (*corrections(head, labels), *filter(None, [head.comment]))
    figures = (f"{headline(head, labels)}.", *remarks(head, labels))
    return Chapter("Headline", (*first, *figures, *note), key="headline")


def _standings(summary: Summary, labels: Labels) -> Chapter:
    counted = {status for detail in summary.details for status, _ in detail.counts}
    order = [*ALWAYS, *(status for status in Status if status in counted - set(ALWAYS))]
    rows: dict[str, tuple[str, ...]] = {}
    for detail in summary.details:
        counts = dict(detail.counts)
        rows[detail.priority] = (detail.priority, *(str(counts.get(s, 0)) for s in order))
    words = ("Priority", *(labels.of(status).word for status in order))
    table = Table("Actions of each priority by status", words, tuple(rows.values()))
    heading = "Status by priority"
    return Chapter(heading, table=table, key="status_by_priority", chart=_described(table))


def _described(table: Table) -> str:
    """The bar chart of a table of counts in words: "ASB: 5 on track, 1 at risk; ..."."""
    rows = (f"{row[0]}: {', '.join(_counts(table, row))}" for row in table.rows)
    return f"Bar chart. {table.caption}. {'; '.join(rows)}."


def _counts(table: Table, row: tuple[str, ...]) -> Iterator[str]:
    for heading, number in zip(table.headings[1:], row[1:], strict=True):
        if number != "0":
            yield f"{number} {heading.lower()}"


def _well(head: SummaryHead, labels: Labels) -> Chapter:
    if not head.went_well:
        nothing = "No action was reported complete or on track this quarter."
        return Chapter("What went well", (nothing,), key="what_went_well")
    shown = count(len(head.went_well), "action")
    more = (f"{shown} of {len(head.went_well) + head.more_went_well}; the appendix has all.",)
    return Chapter(
        "What went well",
        more if head.more_went_well else (),
        Table(
            "Actions complete or on track",
            ("Reference", "Action", "Lead", "Status", "Update"),
            tuple((*_named(e), labels.of(e.status).word, e.note) for e in head.went_well),
        ),
        key="what_went_well",
    )


def _exceptions(heading: str, none: str, entries: tuple[ActionEntry, ...]) -> Chapter:
    key = heading.lower().replace(" ", "_")
    if not entries:
        return Chapter(heading, (none,), key=key)
    rows = tuple((*_named(e), _in_the_way(e), _corrective(e)) for e in entries)
    headings = ("Reference", "Action", "Lead", "What is in the way", "Corrective action")
    return Chapter(heading, table=Table(f"Actions {heading.lower()}", headings, rows), key=key)


def _in_the_way(entry: ActionEntry) -> str:
    return " ".join(filter(None, (entry.reason or entry.note, entry.comment)))


def _corrective(entry: ActionEntry) -> str:
    """What is done about it; an update in free text may say so without a field for it."""
    is_asked = entry.status is Status.OFF_TRACK and not entry.sensitive
    return entry.corrective_action or ("Not given separately" if is_asked else "")


def _named(entry: ActionEntry) -> tuple[str, str, str]:
    if entry.sensitive:
        return entry.ref, SENSITIVE, ""
    return entry.ref, entry.action, entry.lead


def _moved(summary: Summary, labels: Labels) -> Chapter | None:
    head = summary.head
    actions = {e.ref: e.action for detail in summary.details for e in detail.entries}
    rows = [
        (c.ref, c.action, f"{labels.of(c.before).word} to {labels.of(c.after).word}", "")
        for c in head.changes
    ]
    rows += [
        (m.ref, actions.get(m.ref, ""), f"Due date moved to {show_date(m.after)}", m.reason)
        for m in head.new_dates
    ]
    if not rows:
        return None
    table = Table(
        "Changes since last quarter", ("Reference", "Action", "Change", "Reason"), tuple(rows)
    )
    return Chapter("What changed since last quarter", table=table, key="changed")


def _overdue(head: SummaryHead) -> Chapter | None:
    if not head.overdue:
        return None
    rows = tuple((*_named(e), show_date(e.due) if e.due else "") for e in head.overdue)
    table = Table("Actions overdue", ("Reference", "Action", "Lead", "Was due"), rows)
    return Chapter(f"Overdue on {show_date(overdue_on(head))}", table=table, key="overdue")


def _measures(summary: Summary) -> Chapter | None:
    figures = [figure for detail in summary.details for figure in detail.figures]
    if not figures:
        return None
    headings = (
        "Measure",
        "What is measured",
        "Latest figure",
        "Period",
        "Target",
        "How it stands",
        "Direction of travel",
    )
    rows = tuple(_measure(as_of(figure, summary.head.quarter)) for figure in figures)
    table = Table("Success measures", headings, rows)
    return Chapter("Success measures", table=table, key="measures")


def _measure(figure: Figure) -> tuple[str, ...]:
    target = figure.target or "No target"
    stands = sentence(judged(figure)) + (f" {sentence(figure.forecast)}" if figure.forecast else "")
    columns = (figure.measure, figure.text, figure.value, figure.period.label, target, stands)
    return (*columns, figure.travel[:1].upper() + figure.travel[1:])


def _missing(head: SummaryHead) -> Chapter:
    heading = f"No update received for {head.quarter}"
    if not head.missing:
        return Chapter(heading, ("Every action was reported on.",), key="no_update")
    rows = tuple((m.lead, str(len(m.refs)), ", ".join(m.refs)) for m in head.missing)
    table = Table("Actions not reported on", ("Lead agency", "Actions", "References"), rows)
    return Chapter(heading, table=table, key="no_update")


def _after_close(head: SummaryHead, labels: Labels) -> Chapter | None:
    if not head.after_close:
        return None
    lines = tuple(changed_words(change, labels) for change in head.after_close)
    return Chapter(f"{head.quarter.previous}, after it was closed", lines, key="after_close")


def _appendix(summary: Summary, labels: Labels) -> Iterable[Chapter]:
    yield Chapter("Appendix: all actions", key="appendix")
    entries: dict[str, list[ActionEntry]] = {}
    for detail in summary.details:
        entries.setdefault(detail.priority, []).extend(detail.entries)
    headings = ("Reference", "Action", "Lead", "Status", "Due", "Latest update")
    for priority, listed in entries.items():
        rows = tuple((*_named(e), labels.of(e.status).word, e.when, _latest(e)) for e in listed)
        table = Table(f"Actions: {priority}", headings, rows)
        yield Chapter(priority, table=table, level=2, key="appendix")


def _latest(entry: ActionEntry) -> str:
    if entry.carried is None:
        return entry.note
    return f"{entry.note} (last reported for {entry.carried})".strip()
