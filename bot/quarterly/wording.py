"""The head of a quarterly summary in a councillor's words: one wording for all who read it.

Statuses are always a word and a mark. What was not reported is said plainly and blames nobody.
Plain text throughout: `blocks` escapes it. What stands in the thread below is in `thread`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import count, excerpt, show_date
from bot.core.status import Labels, Status
from bot.messages.reply import Line, Section
from bot.quarterly.facts import ActionEntry, SummaryDetail, SummaryHead
from bot.quarterly.sign_off import changed_words, confirmed_words

FEW = 3
"""Lines of a section of the head: it is read on a phone."""
SHORT, BRIEF, ASKED = 56, 36, 100
"""Characters of an action, of one that is only named beside others, and of what is said of it in
the head; the thread has all of it."""
WORDED, NAMED = 8, 20
"""Actions that are named with their words, where more are named by reference; and so many by
reference, where more are only counted."""
ROOM = 3_700
"""Characters of a post's text, escaped: Slack takes 4,000, and a late post says so besides."""
IN_THREAD = "The thread of this post has the rest, by priority."


def head_text(head: SummaryHead, labels: Labels) -> str:
    """All that the head says, in plain text."""
    return _text(head, labels, *exceptions(head, labels))


def _text(head: SummaryHead, labels: Labels, few: int, worded: int) -> str:
    lines = [title(head), marking(head), *first_words(head, labels), headline(head, labels)]
    lines += [*remarks(head, labels), *charted(head)]
    return "\n".join([*lines, *listed(short_parts(head, labels, few, worded)), "", IN_THREAD])


def exceptions(head: SummaryHead, labels: Labels) -> tuple[int, int]:
    """How many exceptions the head has room for (three, or fewer where much is said of them), and
    how many more it names with their words."""
    sizes = ((FEW, WORDED), *((few, 0) for few in range(FEW, 0, -1)))
    fits = (size for size in sizes if len(escape(_text(head, labels, *size))) <= ROOM)
    return next(fits, sizes[-1])


def listed(parts: Iterable[Section]) -> Iterator[str]:
    """Sections as lines of plain text."""
    for part in parts:
        yield ""
        yield part.heading
        for line in part.lines:
            yield f"- {line.text}"
            yield from (f"  {detail}" for detail in line.detail.splitlines())


def title(head: SummaryHead) -> str:
    """ "Quarterly summary, Q2 2018-19: July to September 2018"."""
    starts, ends = head.quarter.starts, head.quarter.ends
    again = f" (issue {head.reissue.number}, corrected)" if head.reissue else ""
    return f"Quarterly summary, {head.quarter}{again}: {starts:%B} to {ends:%B %Y}"


def first_words(head: SummaryHead, labels: Labels) -> tuple[str, ...]:
    """What was corrected, and the coordinator's comment: each a paragraph."""
    corrected = corrections(head, labels)
    more = f"And {len(corrected) - NAMED} more." if len(corrected) > NAMED else ""
    paragraph = "\n".join(filter(None, (*corrected[:NAMED], more)))
    return tuple(filter(None, (paragraph, head.comment)))


def corrections(head: SummaryHead, labels: Labels) -> tuple[str, ...]:
    """Of a summary that is issued again: which it replaces, and each thing that changed."""
    if head.reissue is None:
        return ()
    posted = f"This replaces the summary posted on {show_date(head.reissue.posted)}."
    return (posted, *(changed_words(change, labels) for change in head.reissue.changes))


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
    return tuple(filter(None, (*_standings(head, labels), _measures(head), *_reports(head))))


def _standings(head: SummaryHead, labels: Labels) -> Iterator[str]:
    before = f" ({head.share_before}% last quarter)" if head.share_before is not None else ""
    actions = count(head.total, "action is", "actions are")
    yield f"In all, {head.good} of {actions} complete or on track: {head.share}%{before}."
    earlier = [(status, number) for status, number in head.stale if status is Status.COMPLETE]
    for _, number in earlier:
        were = "was" if number == 1 else "were"
        yield f"{number} of them {were} completed in an earlier quarter."
    stale = [(status, number) for status, number in head.stale if status is not Status.COMPLETE]
    if number := sum(number for _, number in stale):
        actions = count(number, "action stands", "actions stand")
        yield f"{actions} as last reported in an earlier quarter: {_by_status(stale, labels)}."
    if head.set_aside:
        set_aside = count(head.set_aside, "action is", "actions are")
        yield f"{set_aside} deferred or cancelled and not counted as reported."


def _measures(head: SummaryHead) -> str:
    judged = [figure for figure in head.figures if figure.judged]
    measures = count(len(judged), "measure")
    well = sum(figure.well for figure in judged)
    stand = "is" if well == 1 else "are"
    if not judged:
        return ""
    return f"{well} of {measures} with a figure this quarter {stand} on course or at target."


def _reports(head: SummaryHead) -> Iterator[str]:
    if head.as_at <= head.quarter.ends:
        ends, as_at = show_date(head.quarter.ends), show_date(head.as_at)
        yield f"As known on {as_at}; the quarter ends on {ends}."
    if head.first_reports and head.share_before is not None:
        actions = count(head.first_reports, "action was", "actions were")
        yield f"{actions} reported for the first time."
    yield confirmed_words(head)


def charted(head: SummaryHead) -> tuple[str, ...]:
    """The chart in a sentence: "Complete or on track by priority: ASB 3 of 8 (2 last quarter)."."""
    shares = ", ".join(
        f"{share.label} {share.good} of {share.total}"
        + ("" if share.good_before is None else f" ({share.good_before} last quarter)")
        for share in head.shares
    )
    return (f"Complete or on track by priority: {shares}.",) if shares else ()


def marking(post: SummaryHead | SummaryDetail) -> str:
    """The marking line of a post; it also says when the plan is only a sample."""
    line = f"Marking: {post.marking}"
    return f"{line}. {ILLUSTRATIVE}" if post.illustrative else line


def short_parts(
    head: SummaryHead, labels: Labels, few: int = FEW, worded: int = WORDED
) -> tuple[Section, ...]:
    """What the head says in short: what needs the partnership, good news, silence."""
    news = (Line(_short(entry, labels), entry.ref) for entry in head.went_well[:FEW])
    parts = (
        Section("Needs the partnership", tuple(_needs(head, labels, few, worded))),
        Section("Good news", tuple(news)),
        Section("Not reported", tuple(_silent(head))),
    )
    return tuple(part for part in parts if part.lines)


def _needs(head: SummaryHead, labels: Labels, few: int, worded: int) -> Iterator[Line]:
    """A few exceptions, the worst first, with what is asked and who answers by when."""
    entries = (*head.off_track, *head.at_risk)
    for entry in entries[:few]:
        yield _need(entry, labels, head.made or head.as_at)
    rest = entries[few:]
    for status in dict.fromkeys(entry.status for entry in rest):
        same = [entry for entry in rest if entry.status is status]
        yield Line(_ended(f"Also {labels.of(status)}: {_also(same, worded)}"))
    if not entries:
        yield Line("Nothing is reported off track or at risk.")


def _also(entries: Sequence[ActionEntry], worded: int) -> str:
    """What else there is: the first `worded` by what they are, more by reference, the rest as a
    number."""
    words = ("" if e.sensitive else excerpt(e.action, BRIEF) for e in entries)
    named = [f"{e.ref} {text}".strip() for e, text in zip(entries, words, strict=True)][:worded]
    refs = ", ".join(entry.ref for entry in entries[len(named) : NAMED])
    others = f" and {len(entries) - NAMED} more" if entries[NAMED:] else ""
    return "; ".join(filter(None, (*named, refs))) + others


def _need(entry: ActionEntry, labels: Labels, today: date) -> Line:
    if entry.sensitive:
        return Line(_short(entry, labels), entry.ref)
    texts = (
        excerpt(entry.reason or entry.note, ASKED),
        said_of("Corrective action", excerpt(entry.corrective_action, ASKED)),
        said_of("Comment", entry.comment),
        said_of("Last reported for", entry.carried.label if entry.carried else ""),
        _answers(entry, today),
    )
    return Line(_short(entry, labels), entry.ref, " ".join(map(_ended, filter(None, texts))))


def _ended(text: str) -> str:
    """A sentence with its beginning and end, so that the next can follow in the same line."""
    text = f"{text[:1].upper()}{text[1:]}"
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def said_of(name: str, text: str) -> str:
    """ "Reason: the text", or nothing."""
    return f"{name}: {text}" if text else ""


def _answers(entry: ActionEntry, today: date) -> str:
    """Who answers and by when: only a day that the plan or an update names."""
    who = f"Who answers: {entry.lead}"
    if entry.due is None or entry.when != show_date(entry.due):
        return f"{who}."
    return f"{who}, by {entry.when}." if entry.due > today else f"{who}. It was due {entry.when}."


def named(entry: ActionEntry, labels: Labels) -> str:
    """ "🟠 At risk · ASB3 Deploy CCTV … (District Council)"."""
    short = _short(entry, labels, len(entry.action))
    return short if entry.sensitive else f"{short} ({entry.lead})"


def _short(entry: ActionEntry, labels: Labels, length: int = SHORT) -> str:
    """The same without who leads it, the action cut to `length`."""
    shown = "(sensitive: reference and status only)"
    shown = shown if entry.sensitive else excerpt(entry.action, length)
    return f"{labels.of(entry.status)} · {entry.ref} {shown}"


def _silent(head: SummaryHead) -> Iterator[Line]:
    """Who has not reported, in one line, the most first."""
    most = sorted(head.missing, key=lambda missing: -len(missing.refs))
    leads = "; ".join(f"{missing.lead} {len(missing.refs)}" for missing in most[:FEW])
    leads += f"; and {count(len(most) - FEW, 'other lead')}" if most[FEW:] else ""
    if number := sum(len(missing.refs) for missing in most):
        yield Line(f"{count(number, 'action')}: {leads}.")


def overdue_on(head: SummaryHead) -> date:
    """The day "overdue" is judged on: the quarter's last, or today in a quarter still running."""
    return min(head.as_at, head.quarter.ends)
