"""The annual report of a closed year: its quarters side by side, its measures, what is left.

Made from the frozen summaries, so that each quarter's figures are those that were posted, and drawn
as a paper (`quarterly.paper`): the same value for Word, Excel, PDF and Slack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bot.core.plan import ILLUSTRATIVE, Action, Plan
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter
from bot.core.status import Labels, Status
from bot.quarterly.document import Chapter, Paper, Table
from bot.quarterly.facts import ActionEntry, Figure, Summary
from bot.quarterly.paper import SENSITIVE, snapshot_id

UNFINISHED = "not_finished"
"""The key of the chapter of what was left."""
ON = " of "
"""Between the reference an action goes on under and the year of that plan."""


def annual_report(
    summaries: Sequence[Summary],
    following: Plan | None,
    labels: Labels,
    *,
    frozen: bool,
    report_of: str = "",
) -> Paper:
    """The report of the quarters given, in order of time and at least one. `following`: next year's
    plan, when it is held; `frozen`: every quarter of the year is closed; `report_of`: an office."""
    head = summaries[-1].head
    year = head.quarter.financial_year
    chapters = (
        _quarters(summaries, labels),
        _measures(summaries, ended=frozen),
        _unfinished(summaries[-1], following, labels),
    )
    starts, ends = summaries[0].head.quarter.starts, head.quarter.ends
    head_lines = {"Report of": report_of} if report_of else {}
    figures = "as posted" if frozen else "as posted; of a quarter not posted, as they stand today"
    cover = {"Period": f"{show_date(starts)} to {show_date(ends)}", "Figures": figures}
    note = {"Note": ILLUSTRATIVE} if head.illustrative else {}
    return Paper(
        title=head.title,
        subtitle=f"Annual report, {year}",
        marking=head.marking,
        snapshot=snapshot_id(summaries[-1]),
        draft=not frozen,
        cover=tuple((head_lines | cover | note).items()),
        chapters=tuple(chapter for chapter in chapters if chapter is not None),
    )


def as_text(paper: Paper) -> str:
    """The report in plain text, a row a line."""
    lines = [f"{paper.title}: {paper.subtitle}", f"Marking: {paper.running_head}"]
    lines += [f"{name}: {text}" for name, text in paper.cover]
    for chapter in paper.chapters:
        lines += ["", chapter.heading, *chapter.paragraphs]
        if chapter.table is not None:
            rows = _grouped if chapter.key == UNFINISHED else _listed
            lines += [f"- {line}" for line in rows(chapter.table)]
    return "\n".join(lines)


def _listed(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = zip(table.headings[1:], row[1:], strict=True)
        yield f"{row[0]}: {', '.join(_cell(heading, cell) for heading, cell in cells if cell)}"


def _cell(heading: str, cell: str) -> str:
    """ "18 reported", "target 150", "not reached yet"; of a text it is clear what it is."""
    if heading == "Reached":
        return {"Yes": "reached", "No": "not reached"}.get(cell, "not reached yet")
    if cell.isdigit() and not heading.startswith(("Q", "Target")):
        return f"{cell} {heading.lower()}"
    return cell if heading == "What is measured" else f"{_in_a_line(heading)} {cell}"


def _in_a_line(heading: str) -> str:
    return heading if heading.startswith("Q") else heading.lower()


def _grouped(table: Table) -> Iterator[str]:
    """What was not finished by its status and by where it went: "At risk, goes on in 2019-20, 1
    action: ASB3 as ASB1"."""
    groups: dict[tuple[str, str], list[str]] = {}
    for ref, *_, status, went in table.rows:
        there, _, year = went.partition(ON)
        where = f"goes on in {year}" if year else f"{went[:1].lower()}{went[1:]}"
        named = f"{ref} as {there}" if year and there != ref else ref
        groups.setdefault((status, where), []).append(named)
    for (status, where), refs in groups.items():
        yield f"{status}, {where}, {count(len(refs), 'action')}: {', '.join(refs)}"


def _quarters(summaries: Sequence[Summary], labels: Labels) -> Chapter:
    counted = {summary.head.quarter: _counts(summary) for summary in summaries}
    shown = [s for s in (*Status, None) if any(counts[s] for counts in counted.values())]
    rows = []
    for summary in summaries:
        head, counts = summary.head, counted[summary.head.quarter]
        reported = sum(number for _, number in head.reported)
        share = f"{head.share}%"
        numbers = (str(counts[status]) for status in shown)
        rows.append((head.quarter.label, str(reported), *numbers, share))
    words = (labels.of(status).word for status in shown)
    headings = ("Quarter", "Reported", *words, "Complete or on track")
    table = Table("The year's quarters side by side", headings, tuple(rows))
    return Chapter("The quarters side by side", table=table, key="quarters")


def _counts(summary: Summary) -> Counter[Status | None]:
    counts: Counter[Status | None] = Counter()
    for detail in summary.details:
        if detail.part == 1:
            counts.update(dict(detail.counts))
    return counts


def _measures(summaries: Sequence[Summary], *, ended: bool) -> Chapter | None:
    values: dict[str, dict[Quarter, str]] = {}
    latest: dict[str, Figure] = {}
    for summary in summaries:
        for figure in (figure for detail in summary.details for figure in detail.figures):
            latest[figure.measure] = figure
            values.setdefault(figure.measure, {})[figure.period] = figure.value
    if not latest:
        return None
    quarters = [summary.head.quarter for summary in summaries]
    unmet = "No" if ended else "Not yet"
    rows = tuple(_measure(f, values[name], quarters, unmet) for name, f in latest.items())
    labels = (f"Q{quarter.number}" for quarter in quarters)
    headings = ("Measure", "What is measured", *labels, "Target", "Reached")
    table = Table("Measures by quarter", headings, rows)
    return Chapter("Measures over the year", table=table, key="measures")


def _measure(
    figure: Figure, values: Mapping[Quarter, str], quarters: Sequence[Quarter], unmet: str
) -> tuple[str, ...]:
    reached = {True: "Yes", False: unmet, None: ""}[figure.met]
    by_quarter = (values.get(quarter, "") for quarter in quarters)
    ref = figure.measure.partition("/")[0]  # of several the text tells which
    return (ref, figure.text, *by_quarter, figure.target or "No target", reached)


def _unfinished(last: Summary, following: Plan | None, labels: Labels) -> Chapter:
    heading = "What was not finished, and where it went"
    entries = [entry for detail in last.details for entry in detail.entries]
    left = [entry for entry in entries if entry.status is not Status.COMPLETE]
    if not left:
        return Chapter(heading, ("Every action was completed.",), key=UNFINISHED)
    rows = tuple(
        (*_named(entry), labels.of(entry.status).word, _went(entry, following)) for entry in left
    )
    headings = ("Reference", "Action", "Lead", "Status", "Where it went")
    table = Table("Actions not finished", headings, rows)
    return Chapter(heading, table=table, key=UNFINISHED)


def _named(entry: ActionEntry) -> tuple[str, str, str]:
    return (entry.ref, SENSITIVE, "") if entry.sensitive else (entry.ref, entry.action, entry.lead)


def _went(entry: ActionEntry, following: Plan | None) -> str:
    if entry.status in {Status.CANCELLED, Status.DEFERRED}:
        return "By decision"
    if following is None:
        return "No plan follows yet"
    ref = next((a.ref for a in following.actions if _goes_on(entry, a)), "")
    return f"{ref}{ON}{following.year}" if ref else f"Not in the {following.year} plan"


def _goes_on(entry: ActionEntry, action: Action) -> bool:
    """Whether next year's action is this one: by the reference it had, or in the same words."""
    if action.previous_ref:
        return action.previous_ref == entry.ref
    return not entry.sensitive and _plain(action.text) == _plain(entry.action)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
