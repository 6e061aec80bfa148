"""What Home opens with: for coordinators how far the quarter is and what needs them, for those who
only read its state, the last summary and what needs attention."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.blocks import kit, learning
from bot.blocks.editing import ADD as ADD_ACTION
from bot.blocks.kit import Block
from bot.blocks.messages import ASK, CONFIRM, EDIT, TURN_DOWN
from bot.blocks.missing import nudge
from bot.blocks.newcomers import OPEN as NEWCOMERS
from bot.blocks.own_settings import OPEN as SETTINGS
from bot.blocks.people import ADD
from bot.blocks.sign_off import PREVIEW
from bot.core.progress import Progress, Standing, count, excerpt, show_date
from bot.core.status import Labels
from bot.core.years import in_year
from bot.quarterly.home_facts import HomeFacts, HomeReturn
from bot.quarterly.missing import Missing, Reach
from bot.quarterly.wording import headline

NO_CHANNEL = (
    "*No channel yet*\nThe quarterly summary and notices of change are posted nowhere. Invite me "
    "to the partnership's channel and type `/csp channel here` in it, or choose it in [Settings]."
)
SHOWN = 5
"""Actions that need attention, and agencies nobody can report for, that are listed."""


def coordinator(facts: HomeFacts) -> Iterator[Block]:
    """Days to the close, how much is reported, who can be asked, and what needs a coordinator."""
    if not facts.has_channel:
        yield kit.section(NO_CHANNEL)
    for opened in facts.returns:
        yield from _quarter(opened)
    yield from _fix(facts.unowned, facts.progress)
    for member in facts.proposals:
        agencies = " ".join(member.agencies)
        value = json.dumps([member.user, member.team, agencies])
        called = " and ".join(map(facts.progress.plan.called, member.agencies))
        yield kit.section(f"<@{member.user}> says they lead actions for {kit.escape(called)}.")
        yield kit.actions(
            kit.button("Confirm", CONFIRM, value, style="primary"),
            kit.button("Turn down", TURN_DOWN, value),
        )
    yield kit.actions(
        kit.button("Add a member", ADD),
        kit.button("From the channel's members", NEWCOMERS),
        kit.button("Add an action", ADD_ACTION),
        kit.button("Settings", SETTINGS),
    )
    if facts.unplaced:
        yield kit.section("*Questions I could not place* (without who asked)")
        yield from learning.unplaced(facts.unplaced)
    yield kit.divider()


def _quarter(opened: HomeReturn) -> Iterator[Block]:
    yield kit.section(_state(opened))
    waits = len(opened.awaiting)
    label = opened.quarter.label
    buttons = [
        *([kit.button("See who is missing", f"{ASK}:missing", f"missing {label}")] * bool(waits)),
        *([nudge(opened.quarter, opened.people)] * bool(opened.people)),
        kit.button("Preview the summary", PREVIEW, label, described=f"Preview of {label}"),
    ]
    yield kit.actions(*buttons, block_id=f"quarter:{label}")


def _state(opened: HomeReturn) -> str:
    """How much is reported, and how long there is for the rest."""
    reported = f"{opened.reported} of {count(opened.actions, 'action')} reported so far"
    return f"{kit.bold(str(opened.quarter))}: {reported}; returns {closes(opened)}."


def closes(opened: HomeReturn) -> str:
    """When the returns of a quarter close, and how long that is."""
    left = f", in {count(opened.working_days, 'working day')}" if opened.working_days else ", today"
    return f"close on {show_date(opened.closes)}{left}"


def _fix(unowned: tuple[Missing, ...], progress: Progress) -> Iterator[Block]:
    """Agencies with nobody who can report, each with [Add somebody]; and what has no owner."""
    nobody = [line for line in unowned if line.reach is Reach.NOBODY]
    ownerless = [line for line in unowned if line.reach is Reach.NO_OWNER]
    if nobody:
        actions = sum(len(line.refs) for line in nobody)
        yield kit.section(f"*Nobody can report on {count(actions, 'action')}*")
    for line in nobody[:SHOWN]:
        described = f"Add somebody for {line.lead}"
        add = kit.button("Add somebody", f"{ADD}:{line.agency}", line.agency, described=described)
        refs = kit.oneline(", ".join(line.refs), 500)
        note = f"\n{kit.oneline(line.note, 200)}" if line.note else ""
        yield kit.section(f"{kit.bold(line.lead)} {len(line.refs)}: {refs}{note}", add)
    if len(nobody) > SHOWN:
        yield kit.context(f"… and {len(nobody) - SHOWN} more: [See who is missing].")
    if ownerless:
        yield from _without_owner([ref for line in ownerless for ref in line.refs], progress)


def _without_owner(refs: list[str], progress: Progress) -> Iterator[Block]:
    """Actions that name no lead of their own, each with the form that gives it one."""
    yield kit.section("*No owner in the plan*")
    for ref in refs[:SHOWN]:
        address = in_year(ref, progress.plan.year)
        edit = kit.button("Name a lead", f"{EDIT}:{ref}", address, described=f"Edit {ref}")
        text = kit.oneline(excerpt(progress.plan.action(ref).text, 90))
        yield kit.section(f"{kit.bold(ref)} {text}", edit)
    if refs[SHOWN:]:
        yield kit.context(kit.oneline(f"… and {', '.join(refs[SHOWN:])}: `/csp edit` and one."))


def reader(facts: HomeFacts, labels: Labels) -> Iterator[Block]:
    """The state of the quarter, the last summary, and what needs attention."""
    for opened in facts.returns:
        yield kit.section(_state(opened))
    if facts.last is not None:
        quarter = facts.last.quarter
        show = kit.button("Show", f"{ASK}:last", f"summary {quarter}", described="Show the summary")
        words = kit.oneline(headline(facts.last, labels), 600)
        yield kit.section(f"{kit.bold(f'Summary of {quarter}')}\n{words}.", show)
    yield from _attention(facts, labels)
    yield kit.divider()


def _attention(facts: HomeFacts, labels: Labels) -> Iterator[Block]:
    listed = list(facts.attention)
    if not listed:
        yield kit.section("*Needs attention*\nNothing is off track or overdue.")
        return
    lines = [_line(standing, facts, labels) for standing in listed[:SHOWN]]
    yield kit.section("\n".join(["*Needs attention*", *lines]))
    left = len(listed) - SHOWN
    more = f" ({left} more)" if left > 0 else ""
    yield kit.actions(
        kit.button(f"What is off track?{more}", f"{ASK}:off_track", "what is off track"),
        kit.button("What is overdue?", f"{ASK}:overdue", "what is overdue"),
    )


def _line(standing: Standing, facts: HomeFacts, labels: Labels) -> str:
    action = standing.action
    overdue = ", overdue" if standing.is_overdue(facts.today) else ""
    status = labels.of(standing.status)
    text = f"{excerpt(action.text, 90)} ({status.word.lower()}{overdue})"
    return f"{status.mark} {kit.bold(action.ref)} {kit.oneline(text)}"
