"""The head of a summary in few words: a message's top-level text, which screen readers read.

Slack takes 4,000 characters of it, so each section is one paragraph of references and facts; the
exceptions keep their reason and corrective action.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.progress import count, excerpt, show_date
from bot.core.status import Label, Labels, Status
from bot.quarterly.facts import ActionEntry, SummaryHead
from bot.quarterly.sign_off import changed_words
from bot.quarterly.wording import corrections, headline, marking, overdue_on, remarks, shares, title

SHORT = 80


def spoken(head: SummaryHead, labels: Labels) -> str:
    """Title, headline and every section in short, with the marking."""
    sections = {
        "Went well": _well(head, labels),
        "": _exceptions(head, labels),
        "Changed since last quarter": "; ".join(
            f"{c.ref} {labels.of(c.before)} → {labels.of(c.after)}" for c in head.changes
        ),
        "Dates moved": "; ".join(f"{m.ref} to {show_date(m.after)}" for m in head.new_dates),
        f"Overdue on {show_date(overdue_on(head))}": "; ".join(_dated(e) for e in head.overdue),
        "No update received": "; ".join(
            f"{m.lead} {len(m.refs)} ({', '.join(m.refs)})" for m in head.missing
        ),
        "Complete or on track by priority": shares(head),
        "Measures": _measures(head),
        f"{head.quarter.previous}, after it was closed": "; ".join(
            changed_words(change, labels) for change in head.after_close
        ),
        "Due next quarter": "; ".join(f"{e.ref} {e.when}" for e in head.next_due),
    }
    sentences = (f"{name}: {text}." if name else text for name, text in sections.items() if text)
    opening = " ".join([f"{headline(head, labels)}.", *remarks(head, labels)])
    first = [title(head), *corrections(head, labels), *filter(None, [head.comment])]
    return "\n".join([*first, opening, *sentences, marking(head)])


def _well(head: SummaryHead, labels: Labels) -> str:
    done = [e.ref for e in head.went_well if e.status is Status.COMPLETE]
    others = [e.ref for e in head.went_well if e.status is not Status.COMPLETE]
    groups = [_group(labels.of(Status.COMPLETE), done), _group(labels.of(Status.ON_TRACK), others)]
    more = [f"and {head.more_went_well} more"] if head.more_went_well else []
    return "; ".join([*filter(None, groups), *more])


def _group(label: Label, refs: Iterable[str]) -> str:
    listed = ", ".join(refs)
    return f"{label} {listed}" if listed else ""


def _exceptions(head: SummaryHead, labels: Labels) -> str:
    lines = [*map(_off_track, head.off_track), *map(_short, head.at_risk)]
    statuses = [labels.of(entry.status) for entry in (*head.off_track, *head.at_risk)]
    exceptions = [f"{status}: {line}" for status, line in zip(statuses, lines, strict=True)]
    return "\n".join(exceptions) or "Nothing is reported off track or at risk."


def _off_track(entry: ActionEntry) -> str:
    if entry.sensitive:
        return _short(entry)
    texts = {
        "reason": entry.reason,
        "update": "" if entry.reason else entry.note,
        "corrective action": entry.corrective_action or "none given",
        "comment": entry.comment,
    }
    details = "; ".join(f"{name}: {excerpt(text, 120)}" for name, text in texts.items() if text)
    return f"{_short(entry)} ({details})"


def _short(entry: ActionEntry) -> str:
    return f"{entry.ref} {excerpt(entry.action, SHORT)}".strip()


def _dated(entry: ActionEntry) -> str:
    return f"{entry.ref} (due {show_date(entry.due)})" if entry.due else entry.ref


def _measures(head: SummaryHead) -> str:
    judged = [figure for figure in head.figures if figure.met is not None]
    well = sum(figure.well for figure in judged)
    if not judged:
        return ""
    measures = count(len(judged), "measure")
    return f"{well} of {measures} with a figure this quarter on course or at target"
