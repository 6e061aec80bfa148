"""What is sent while a quarter is agreed, and what came after its close: plain facts, frozen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.core.dataclass import dataclass
from bot.core.plan import EVERYONE
from bot.core.progress import Progress, count
from bot.core.quarters import Quarter
from bot.core.sign_off import SignOff
from bot.core.status import Labels
from bot.quarterly.facts import ActionEntry, AfterClose, Figure, NotReported, Summary, SummaryHead


@dataclass(frozen=True, slots=True)
class SummaryDraft:
    """To those who agree a summary: the draft stands. `posts`: when it goes out, in words;
    `headline` and what is missing as the draft says them; `waits`: its time has come and nobody has
    approved it."""

    quarter: Quarter
    posts: str
    headline: str
    missing: tuple[NotReported, ...]
    unconfirmed: tuple[str, ...] = ()
    approve: bool = False
    waits: bool = False
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class LinesToConfirm:
    """To an agency's officers: its lines in the draft. `agency` is its code, `name` its name."""

    quarter: Quarter
    agency: str
    name: str
    entries: tuple[ActionEntry, ...]
    posts: str
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Superseded:
    """In the thread of a summary that was issued again: where the new one stands."""

    quarter: Quarter
    issue: int
    link: str
    changes: tuple[AfterClose, ...]


def after_close(frozen: Summary, now: Summary) -> tuple[AfterClose, ...]:
    """What a quarter's record says now and its frozen summary did not: late and corrected."""
    return (*_statuses(frozen, now), *_figures(frozen, now))


def _statuses(frozen: Summary, now: Summary) -> Iterator[AfterClose]:
    before = {entry.ref: entry for detail in frozen.details for entry in detail.entries}
    for entry in (entry for detail in now.details for entry in detail.entries):
        earlier = before.get(entry.ref)
        if earlier is None or not _reported(entry):
            continue
        if not _reported(earlier):
            yield AfterClose(entry.ref, after=entry.status)
        elif earlier.status is not entry.status:
            yield AfterClose(entry.ref, before=earlier.status, after=entry.status)


def _reported(entry: ActionEntry) -> bool:
    return entry.status is not None and entry.carried is None


def _figures(frozen: Summary, now: Summary) -> Iterator[AfterClose]:
    quarter = now.head.quarter
    before = {f.measure: f for f in _of(frozen, quarter)}
    for figure in _of(now, quarter):
        earlier = before.get(figure.measure)
        if earlier is None or earlier.value != figure.value:
            value = earlier.value if earlier else ""
            yield AfterClose(
                figure.measure, value_before=value, value=figure.value, called=figure.text
            )


def _of(summary: Summary, quarter: Quarter) -> Iterator[Figure]:
    for detail in summary.details:
        yield from (figure for figure in detail.figures if figure.period == quarter)


def changed_words(change: AfterClose, labels: Labels) -> str:
    """ "DA1 (New clients) corrected after close: 31, was 38"; "ASB3 received after close: 🟢 On
    track"."""
    name = change.about.partition("/")[0] + (f" ({change.called})" if change.called else "")
    after = change.value or str(labels.of(change.after))
    before = change.value_before or (str(labels.of(change.before)) if change.before else "")
    if not before:
        return f"{name} received after close: {after}"
    return f"{name} corrected after close: {after}, was {before}"


def missing_words(missing: Iterable[NotReported]) -> str:
    """ "12 actions are not reported: Fire 4, Probation 8", the most first; empty if none."""
    most = sorted(missing, key=lambda line: -len(line.refs))
    number = sum(len(line.refs) for line in most)
    if not number:
        return ""
    leads = ", ".join(f"{line.lead} {len(line.refs)}" for line in most)
    return f"{count(number, 'action is', 'actions are')} not reported: {leads}"


def attested(head: SummaryHead, progress: Progress, sign_off: SignOff) -> SummaryHead:
    """With the lead agencies that gave their word, and those that did not."""
    given = {attestation.agency for attestation in sign_off.attested}
    leads = dict.fromkeys(code for s in progress.standings for code in s.action.leads)
    leads.pop(EVERYONE, None)
    return replace(
        head,
        confirmed=tuple(progress.plan.called(code) for code in leads if code in given),
        unconfirmed=tuple(progress.plan.called(code) for code in leads if code not in given),
    )


def confirmed_words(head: SummaryHead) -> str:
    """How many lead agencies confirmed their lines; empty where they are not asked to."""
    agencies = len(head.confirmed) + len(head.unconfirmed)
    if not agencies:
        return ""
    of = count(agencies, "lead agency", "lead agencies")
    return f"Lines confirmed by {len(head.confirmed)} of {of}."
