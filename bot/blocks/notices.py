"""Every notice of the outbox as a message: `render` takes its kind and frozen JSON.

The top-level text carries the whole substance (screen readers and notifications read only that);
the blocks lay it out within Slack's limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bot.blocks import charts, kit, missing, proposals, reminders, sign_off
from bot.blocks.kit import Block
from bot.blocks.lines import bulleted, packed
from bot.blocks.log import try_again
from bot.blocks.messages import ASK, Drawn, proposal
from bot.core.codec import decode
from bot.core.plan import ILLUSTRATIVE
from bot.core.progress import show_date, unsaid
from bot.core.status import Labels
from bot.messages.notices import ChangeProposed, Message, PostHeld, Proposal, StatusChanged
from bot.messages.reply import Section
from bot.quarterly.facts import SummaryDetail, SummaryHead, SummaryMore
from bot.quarterly.missing import MissingList
from bot.quarterly.reminders import Reminder
from bot.quarterly.sign_off import LinesToConfirm, SummaryDraft, Superseded
from bot.quarterly.thread import detail_parts, detail_text, more_parts, more_text
from bot.quarterly.wording import (
    IN_THREAD,
    exceptions,
    first_words,
    head_text,
    headline,
    marking,
    remarks,
    short_parts,
    title,
)

PACK = "summary_pack"


def render(kind: str, payload: str, labels: Labels) -> Drawn:
    """The (escaped) top-level text and the blocks of a notice. KeyError for an unknown kind."""
    notice_class, draw = KINDS[kind]
    return draw(decode(notice_class, payload), labels)


def drawn(notice: Any, labels: Labels) -> Drawn:
    """The text and the blocks of a notice that is not frozen yet (a preview)."""
    _, draw = KINDS[type(notice).__name__]
    return draw(notice, labels)


def render_late(kind: str, payload: str, labels: Labels, late: str) -> Drawn:
    """The same, opening with the line that says a post is late, when there is one."""
    text, blocks = render(kind, payload, labels)
    if not late:
        return text, blocks
    return kit.cut(f"{late}\n{text}", kit.MAX_TEXT), [*blocks, kit.context(kit.escape(late))]


def _status_changed(notice: StatusChanged, labels: Labels) -> Drawn:
    moved = f"{labels.of(notice.before)} → {labels.of(notice.after)}"
    if notice.withdrawn:
        moved = f"again {labels.of(notice.after)}"
    if notice.sensitive:
        sentences = [f"{notice.ref}: {moved} (sensitive: reference and status only)"]
        source = f"Reported for {notice.quarter}."
    else:
        sentences = [f"{notice.ref} {notice.action}: {moved}", *_details(notice)]
        source = f"Reported by {notice.agency} for {notice.quarter}."
    if notice.withdrawn:
        source = f"An update for {notice.quarter} that stood here was taken back."
    quiet = [source, *([ILLUSTRATIVE] if notice.illustrative else [])]
    lines = [kit.escape(line) for line in sentences]
    blocks = [kit.section(text) for text in packed([kit.bold(sentences[0]), *lines[1:]])]
    blocks.append(kit.context(*map(kit.escape, quiet)))
    return kit.text([*sentences, *quiet]), kit.fit(blocks)


def _details(notice: StatusChanged) -> Iterator[str]:
    date_moved = notice.new_due is not None and notice.new_due != notice.due
    details = {
        "": notice.note,
        "Reason: ": unsaid(notice.reason, notice.note),
        "Corrective action: ": unsaid(notice.corrective_action, notice.note),
        "New due date: ": show_date(notice.new_due) if notice.new_due and date_moved else "",
    }
    yield from (f"{name}{text}" for name, text in details.items() if text)


def _proposal(notice: Proposal, _labels: Labels) -> Drawn:
    called = notice.called or notice.agencies
    return proposal(notice.user, notice.name, notice.agencies, notice.team, called)


def _message(notice: Message, _labels: Labels) -> Drawn:
    return kit.text([notice.text]), [kit.section(kit.escape(notice.text))]


def _post_held(notice: PostHeld, _labels: Labels) -> Drawn:
    again = kit.actions(try_again(notice.key))
    return kit.text([notice.text]), [kit.section(kit.escape(notice.text)), again]


def _summary_head(head: SummaryHead, labels: Labels) -> Drawn:
    """One phone screen: figures, what needs the partnership, good news. The thread has the rest."""
    blocks = [
        kit.context(kit.escape(marking(head))),
        kit.header(title(head)),
        *(kit.section(kit.escape(text)) for text in first_words(head, labels)),
        kit.section(f"*{kit.escape(headline(head, labels))}*"),
        kit.context(*map(kit.escape, remarks(head, labels))),
    ]
    if head.reissue and head.reissue.link:
        blocks.insert(2, kit.section(kit.link(head.reissue.link, "See the summary it replaces")))
    blocks += charts.shares(head)
    blocks += _sections(short_parts(head, labels, *exceptions(head, labels)))
    value = head.quarter.label
    buttons = kit.actions(
        kit.button("Committee paper", PACK, value), kit.button("All actions", ASK, "all actions")
    )
    blocks += [kit.context(IN_THREAD), buttons]
    return kit.text([head_text(head, labels)]), kit.fit(blocks)


def _sections(parts: Iterable[Section]) -> list[Block]:
    return [block for part in parts for block in bulleted(part, kit.MAX_CHARACTERS)]


def _summary_more(more: SummaryMore, labels: Labels) -> Drawn:
    blocks = _sections(more_parts(more, labels))
    tail = [kit.context(kit.escape(marking(more.head)))]
    return kit.text([more_text(more, labels)]), kit.fit(blocks, tail)


def _summary_detail(detail: SummaryDetail, labels: Labels) -> Drawn:
    blocks = _sections(detail_parts(detail, labels))
    tail = [kit.context(kit.escape(marking(detail)))]
    rest = f"More: `/csp priority {kit.oneline(detail.priority, 60)}`"
    return kit.text([detail_text(detail, labels)]), kit.fit(blocks, tail, rest=rest)


KINDS: dict[str, tuple[type[Any], Callable[[Any, Labels], Drawn]]] = {
    "StatusChanged": (StatusChanged, _status_changed),
    "Message": (Message, _message),
    "PostHeld": (PostHeld, _post_held),
    "Proposal": (Proposal, _proposal),
    "ChangeProposed": (ChangeProposed, proposals.change_proposed),
    "SummaryHead": (SummaryHead, _summary_head),
    "SummaryMore": (SummaryMore, _summary_more),
    "SummaryDetail": (SummaryDetail, _summary_detail),
    "Reminder": (Reminder, reminders.reminder),
    "SummaryDraft": (SummaryDraft, sign_off.draft),
    "LinesToConfirm": (LinesToConfirm, sign_off.lines_to_confirm),
    "Superseded": (Superseded, sign_off.superseded),
    "MissingList": (MissingList, missing.missing_list),
}
"""How each kind of notice is drawn; files are drawn by Slack itself."""
