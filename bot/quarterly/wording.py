"""The quarterly summary in a councillor's words: one wording for channel, screen reader and CLI.

Statuses are always a word and a mark. What was not reported is said plainly and blames nobody.
Plain text throughout: `blocks` escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import count, show_date
from bot.core.status import Labels, Status
from bot.messages.reply import Line, Section
from bot.quarterly.facts import (
    ActionEntry,
    Change,
    Figure,
    NewDate,
    Summary,
    SummaryDetail,
    SummaryHead,
)
from bot.quarterly.sign_off import changed_words, confirmed_words

FEW = 3
"""Lines of a section of the head: it is read on a phone."""


def as_text(summary: Summary, labels: Labels) -> str:
    """The whole summary in plain text: for the command line and for reading aloud."""
    details = (detail_text(detail, labels) for detail in summary.details)
    return "\n\n".join([head_text(summary.head, labels), *details])


def head_text(head: SummaryHead, labels: Labels) -> str:
    """The head in plain text, with its title, headline and marking."""
    opening = [title(head), *corrections(head, labels), *_comment(head)]
    opening += [headline(head, labels), *remarks(head, labels)]
    opening += [f"Complete or on track by priority: {shares(head)}."] if head.shares else []
    return "\n".join([*opening, *_listed(head_parts(head, labels)), "", marking(head)])


def _comment(head: SummaryHead) -> list[str]:
    return [head.comment] if head.comment else []


def detail_text(detail: SummaryDetail, labels: Labels) -> str:
    """One thread part in plain text, with its marking."""
    return "\n".join([*_listed(detail_parts(detail, labels)), marking(detail)]).strip()


def _listed(parts: Iterable[Section]) -> Iterator[str]:
    for part in parts:
        yield ""
        yield part.heading
        for line in part.lines:
            yield f"- {line.text}"
            yield from (f"  {detail}" for detail in line.detail.splitlines())
        if part.more:
            yield f"  and {part.more} more"


def title(head: SummaryHead) -> str:
    """ "Quarterly summary, Q2 2018-19: July to September 2018"."""
    starts, ends = head.quarter.starts, head.quarter.ends
    again = f" (issue {head.reissue.number}, corrected)" if head.reissue else ""
    return f"Quarterly summary, {head.quarter}{again}: {starts:%B} to {ends:%B %Y}"


def headline(head: SummaryHead, labels: Labels) -> str:
    """ "18 of 53 actions reported. Of those 9 on track, 5 at risk, 1 off track, 3 not started"."""
    actions = count(head.total - head.set_aside, "action")
    reported = sum(number for _, number in head.reported)
    opening = f"{reported} of {actions} reported"
    return f"{opening}. Of those {_by_status(head.reported, labels)}" if reported else opening


def _by_status(counts: Iterable[tuple[Status, int]], labels: Labels) -> str:
    return ", ".join(f"{number} {labels.of(status).word.lower()}" for status, number in counts)


def remarks(head: SummaryHead, labels: Labels) -> tuple[str, ...]:
    """What the headline needs to be read rightly, one sentence each."""
    before = f" ({head.share_before}% last quarter)" if head.share_before is not None else ""
    sentences = [
        f"{head.good} of {count(head.total, 'action')} complete or on track in all, "
        f"{head.share}%{before}."
    ]
    if head.stale:
        stale = _by_status(head.stale, labels)
        sentences.append(f"Not reported this quarter, as last reported: {stale}.")
    if head.set_aside:
        sentences.append(f"{count(head.set_aside, 'action')} deferred or cancelled, not counted.")
    if head.as_at <= head.quarter.ends:
        ends, as_at = show_date(head.quarter.ends), show_date(head.as_at)
        sentences.append(f"As known on {as_at}; the quarter ends on {ends}.")
    if head.first_reports:
        sentences.append(f"{count(head.first_reports, 'action')} reported for the first time.")
    if confirmed := confirmed_words(head):
        sentences.append(confirmed)
    return tuple(sentences)


def corrections(head: SummaryHead, labels: Labels) -> tuple[str, ...]:
    """Of a summary that is issued again: which it replaces, and each thing that changed."""
    if head.reissue is None:
        return ()
    posted = f"This replaces the summary posted on {show_date(head.reissue.posted)}."
    return (posted, *(changed_words(change, labels) for change in head.reissue.changes))


def shares(head: SummaryHead) -> str:
    """The chart in words: "ASB 3 of 8 (2 last quarter), DA 4 of 7 (4 last quarter)"."""
    return ", ".join(
        f"{share.label} {share.good} of {share.total}"
        + ("" if share.good_before is None else f" ({share.good_before} last quarter)")
        for share in head.shares
    )


def marking(post: SummaryHead | SummaryDetail) -> str:
    """The marking line of a post; it also says when the plan is only a sample."""
    line = f"Marking: {post.marking}"
    return f"{line}. {ILLUSTRATIVE}" if post.illustrative else line


def short_parts(head: SummaryHead, labels: Labels) -> tuple[Section, ...]:
    """What the head says on one phone screen: what needs the partnership, good news, silence."""
    silent = sum(len(missing.refs) for missing in head.missing)
    most = sorted(head.missing, key=lambda missing: -len(missing.refs))
    leads = ", ".join(f"{missing.lead} {len(missing.refs)}" for missing in most[:FEW])
    leads += f" and {count(len(most) - FEW, 'other lead')}" if most[FEW:] else ""
    parts = (
        Section("Needs the partnership", tuple(_needs(head, labels))),
        Section("Good news", tuple(Line(_named(e, labels), e.ref) for e in head.went_well[:FEW])),
        Section("Not reported", (Line(f"{count(silent, 'action')}: {leads}."),) if silent else ()),
    )
    return tuple(part for part in parts if part.lines)


def _needs(head: SummaryHead, labels: Labels) -> Iterator[Line]:
    """At most three exceptions, the worst first, with what is asked and who answers by when."""
    for entry in (*head.off_track, *head.at_risk)[:FEW]:
        asked = entry.corrective_action or (entry.reason or entry.note)
        texts = filter(None, (entry.comment, asked, _answers(entry, head.as_at)))
        yield Line(_named(entry, labels), entry.ref, "\n".join(texts))
    if more := max(0, len(head.off_track) + len(head.at_risk) - FEW):
        yield Line(f"And {more} more off track or at risk: see the thread.")


def _answers(entry: ActionEntry, today: date) -> str:
    """Who answers by when: only a day the plan or an update names, and that is still to come."""
    if entry.due is None or entry.due <= today or entry.when != show_date(entry.due):
        return ""
    return f"To answer by {entry.when}: {entry.lead}."


def head_parts(head: SummaryHead, labels: Labels) -> tuple[Section, ...]:
    """The sections of the quarter in full, each a heading with its lines; empty ones left out."""
    parts = (
        Section("What went well", _well(head, labels), head.more_went_well),
        Section("Off track and at risk", _exceptions(head, labels)),
        Section("What changed since last quarter", _movements(head, labels)),
        Section(f"Overdue on {show_date(overdue_on(head))}", tuple(_overdue(head.overdue))),
        Section(f"No update received for {head.quarter}, by lead agency", _missing(head)),
        Section("Measures against target", tuple(map(_figure, head.figures))),
        Section(
            f"{head.quarter.previous}, after it was closed",
            tuple(Line(changed_words(change, labels)) for change in head.after_close),
        ),
        Section(f"Due next quarter ({head.quarter.next})", tuple(map(_coming, head.next_due))),
    )
    return tuple(part for part in parts if part.lines)


def overdue_on(head: SummaryHead) -> date:
    """The day "overdue" is judged on: the quarter's last, or today in a quarter still running."""
    return min(head.as_at, head.quarter.ends)


def detail_parts(detail: SummaryDetail, labels: Labels) -> tuple[Section, ...]:
    """The sections of a thread part: the priority's actions, then its measures."""
    number = f" ({detail.part} of {detail.n_parts})" if detail.n_parts > 1 else ""
    counts = ", ".join(f"{n} {labels.of(status).word.lower()}" for status, n in detail.counts)
    entries = tuple(_entry(entry, labels) for entry in detail.entries)
    parts = (
        Section(f"{detail.priority}{number}: {counts}", entries),
        Section("Measures", tuple(map(_figure, detail.figures))),
    )
    return tuple(part for part in parts if part.lines)


def _well(head: SummaryHead, labels: Labels) -> tuple[Line, ...]:
    if not head.went_well:
        return (Line("No action was reported complete or on track this quarter."),)
    return tuple(Line(_named(e, labels), e.ref, e.note) for e in head.went_well)


def _exceptions(head: SummaryHead, labels: Labels) -> tuple[Line, ...]:
    red = [_entry(entry, labels, ask_for_correction=True) for entry in head.off_track]
    amber = [_entry(entry, labels) for entry in head.at_risk]
    return (*red, *amber) or (Line("Nothing is reported off track or at risk."),)


def _entry(entry: ActionEntry, labels: Labels, *, ask_for_correction: bool = False) -> Line:
    correction = entry.corrective_action
    if ask_for_correction and not correction and not entry.sensitive:
        correction = "none given"
    texts = {
        "Due": entry.when,
        "Update": entry.note,
        "Reason": entry.reason,
        "Corrective action": correction,
        "Comment": entry.comment,
    }
    details = [f"{name}: {text}" for name, text in texts.items() if text]
    if entry.carried is not None:
        details.append(f"Last reported for {entry.carried}.")
    return Line(_named(entry, labels), entry.ref, "\n".join(details))


def _named(entry: ActionEntry, labels: Labels) -> str:
    """ "🟠 At risk · ASB3 Deploy CCTV … (District Council)"."""
    start = f"{labels.of(entry.status)} · {entry.ref}"
    if entry.sensitive:
        return f"{start} (sensitive: reference and status only)"
    return f"{start} {entry.action} ({entry.lead})"


def _movements(head: SummaryHead, labels: Labels) -> tuple[Line, ...]:
    changes = (_change(change, labels) for change in head.changes)
    return (*changes, *map(_new_date, head.new_dates))


def _change(change: Change, labels: Labels) -> Line:
    moved = f"{change.ref}: {labels.of(change.before)} → {labels.of(change.after)}"
    return Line(f"{moved} · {change.action}" if change.action else moved, change.ref)


def _new_date(moved: NewDate) -> Line:
    before = f"from {show_date(moved.before)} " if moved.before else ""
    return Line(
        f"{moved.ref}: due date moved {before}to {show_date(moved.after)}",
        moved.ref,
        f"Reason: {moved.reason}" if moved.reason else "",
    )


def _overdue(entries: Iterable[ActionEntry]) -> Iterator[Line]:
    for entry in entries:
        was_due = f"was due {show_date(entry.due)}" if entry.due else "is overdue"
        named = f"{entry.ref} {entry.action} ({entry.lead})" if not entry.sensitive else entry.ref
        yield Line(f"{named} {was_due}", entry.ref)


def _missing(head: SummaryHead) -> tuple[Line, ...]:
    return tuple(Line(f"{m.lead}: {len(m.refs)} ({', '.join(m.refs)})") for m in head.missing)


def _figure(figure: Figure) -> Line:
    reading = f"{figure.measure} {figure.text}: {figure.value} for {figure.period}"
    beside = [
        f"target {figure.target}" if figure.target else "no target",
        *([f"baseline {figure.baseline}"] if figure.baseline else []),
    ]
    going = "; ".join(filter(None, (figure.travel, figure.forecast)))
    return Line(f"{reading} ({', '.join(beside)}){judged(figure)}", detail=going)


def judged(figure: Figure) -> str:
    """How a figure stands against its target: ": target met", ": not yet at target", or nothing."""
    if not figure.comparable:
        return ": not comparable with earlier periods"
    if figure.met is None:
        return ": monitored only" if figure.target else ""
    if figure.pace and not figure.met:
        return f": {figure.pace}"
    return ": target met" if figure.met else ": not yet at target"


def _coming(entry: ActionEntry) -> Line:
    return Line(f"{entry.ref} {entry.action} ({entry.lead}): {entry.when}", entry.ref)
