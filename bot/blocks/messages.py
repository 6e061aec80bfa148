"""Answers, confirmations and refusals as messages: a complete plain text and its blocks."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.lines import line, packed
from bot.core.errors import Refused, Unusable
from bot.core.figures import show_figure
from bot.core.plan import ILLUSTRATIVE, Update
from bot.core.progress import Standing, show_date, show_reading, unsaid
from bot.core.status import Labels
from bot.core.years import in_year
from bot.messages.reply import Answer, Choice, Mode, Section, Step

ASK = "ask"
"""Action id of every button that asks a question; its value is the question."""
OPEN_FORM = "open_form"
"""Action id of every [Update] button; its value is the action's reference (or empty)."""
EDIT, PROPOSE = "edit_action", "propose_change"
"""Action ids of [Edit] for coordinators and [Propose a change] for leads; the value is the action's
address."""
UNDO = "undo_update"
SHARE = "share_answer"
AWAY_UNTIL = "reminder_away_until"
"""Action id of [I'm away until…]; the date chosen is the last day."""
NOT_MEANT = "not_meant"
"""[That's not what I meant] under an answer; the value is the question."""
CONFIRM = "member_confirm"
TURN_DOWN = "member_turn_down"
"""A coordinator's answer to a proposal; the value is JSON [user, team, agencies as shown]."""

Drawn = tuple[str, list[Block]]


def answer(given: Answer, *, question: str = "", private: bool = False) -> Drawn:
    """An answer as text and blocks. A `private` one can be shared with the channel."""
    title = kit.bold(given.title, kit.MAX_SECTION - 2)  # nobody named in it is cut off
    blocks = [kit.section(title), *_parts(given.parts)]
    tail: list[Block] = []
    if given.footnote:
        tail.append(kit.context(kit.oneline(given.footnote)))
    if buttons := _buttons(given, question, private):
        tail.append(kit.actions(*buttons, block_id="answer_steps"))
    text = kit.cut(kit.escape(given.text), kit.MAX_TEXT)
    return text, kit.fit(blocks, tail, rest="… more: narrow the question, or ask for one action.")


def _parts(parts: tuple[Section, ...]) -> Iterator[Block]:
    for part in parts:
        lines = [f"*{kit.oneline(part.heading)}*"] if part.heading else []
        lines += [line(shown) for shown in part.lines]
        lines += [f"_… and {part.more} more_"] if part.more else []
        yield from (kit.section(text) for text in packed(lines))


def _buttons(given: Answer, question: str, private: bool) -> list[Block]:
    buttons = [_choice(number, choice) for number, choice in enumerate(given.choices)]
    buttons += [_step(number, step) for number, step in enumerate(given.steps)]
    if given.bare or not question or not (given.parts or given.footnote) or given.choices:
        return buttons
    if private and given.parts:
        buttons.append(kit.button("Share in channel", SHARE, question[:2000]))
    if given.mode is Mode.ANSWER:
        buttons.append(kit.button("That's not what I meant", NOT_MEANT, question[:2000]))
    return buttons


def _choice(number: int, choice: Choice) -> Block:
    # Action ids must differ within a block: the number tells them apart.
    return kit.button(choice.label, f"{ASK}:choice{number}", choice.question[:2000])


def _step(number: int, step: Step) -> Block:
    if step.verb == "update":
        return kit.button(step.label, f"{OPEN_FORM}:{number}", step.value)
    if step.verb == "edit":
        return kit.button(step.label, f"{EDIT}:{number}", step.value)
    if step.verb == "propose":
        return kit.button(step.label, f"{PROPOSE}:{number}", step.value)
    if step.verb == "away":
        return away_picker()
    return kit.button(step.label, f"{ASK}:step{number}", step.value[:2000])


def away_picker() -> Block:
    """[I'm away until…]."""
    placeholder = kit.plain("I'm away until…")
    return {"type": "datepicker", "action_id": AWAY_UNTIL, "placeholder": placeholder}


def with_remark(drawn: Drawn, remark: str) -> Drawn:
    """A message with one more quiet line under it."""
    text, blocks = drawn
    return f"{text}\n{kit.escape(remark)}", [*blocks, kit.context(kit.oneline(remark))]


def shared_by(user: str) -> Block:
    """Who shares an answer with the channel."""
    return kit.context(f"<@{user}> shares an answer:")


def saved(
    before: Standing,
    after: Standing,
    update: Update,
    labels: Labels,
    *,
    illustrative: bool,
    address: str = "",
    twin: str = "",
    following: tuple[str, str, int] | None = None,
    late: bool = False,
) -> Drawn:
    """The confirmation of an update: before -> after, with [Undo]. `late`: the summary of its
    quarter is out. `twin`: the year of another
    open plan that has the same reference; then it is said which was taken, with [Update] for it.
    `following`: the next action to report, its address, and how many there are; then [Next]."""
    lines = _saved_lines(before, after, update, labels)
    lines += [f"{update.quarter} is closed: this stands beside the next summary."] if late else []
    if following:
        lines.append(f"{following[2]} to go for {update.quarter}.")
    other = in_year(update.ref, twin)
    lines += (
        [f"I took {address}, whose return is owed first. There is also {other}."] if twin else []
    )
    blocks = [
        kit.section(f"*{kit.escape(lines[0])}*"),
        kit.section(kit.escape("\n".join(lines[1:]))),
    ]
    if illustrative:
        blocks.append(kit.context(ILLUSTRATIVE))
    blocks.append(
        kit.actions(
            *(_next(*following) if following else ()),
            kit.button("Undo", UNDO, update.id, described=f"Take back the update of {update.ref}"),
            *([kit.button(f"Update {other}", OPEN_FORM, other)] if twin else []),
            block_id="saved",
        )
    )
    return kit.cut(kit.escape("\n".join(lines)), kit.MAX_TEXT), blocks


def _next(ref: str, address: str, to_go: int) -> Iterator[Block]:
    described = f"Next: {ref}, {to_go} to go"
    yield kit.button(
        f"Next: {ref}", f"{OPEN_FORM}:next", address, style="primary", described=described
    )


def to_take_back(update: Update, labels: Labels) -> Drawn:
    """A person's last update, with [Undo]."""
    text = f"Your last update: {update.ref}, {labels.of(update.status)}. {update.note}".strip()
    return notice(text, ("Undo", UNDO, update.id))


def _saved_lines(before: Standing, after: Standing, update: Update, labels: Labels) -> list[str]:
    lines = [f"Saved: {update.ref} for {update.quarter}", _moved(before, after, labels)]
    lines += [update.note] if update.note else []
    for reading in update.readings:
        measure = next((m for m in after.action.measures if m.id == reading.measure), None)
        if measure is not None:
            target = show_reading(measure, measure.target)
            against = f" (target {target})" if target else ""
            lines.append(f"{measure.text}: {show_figure(measure, reading)}{against}")
    reason, remedy = (unsaid(t, update.note) for t in (update.reason, update.corrective_action))
    lines += [f"Reason: {reason}"] if reason else []
    lines += [f"Corrective action: {remedy}"] if remedy else []
    if update.new_due is not None:
        was = show_date(before.due) if before.due else "no date"
        lines.append(f"Due date: {was} → {show_date(update.new_due)}")
    return lines


def _moved(before: Standing, after: Standing, labels: Labels) -> str:
    now = labels.of(after.status)
    if before.status is after.status:
        return f"Status: {now} (unchanged)"
    return f"Status: {labels.of(before.status)} → {now}"


def taken_back(before: Standing, after: Standing, labels: Labels, address: str) -> Drawn:
    """The confirmation of an undo. `address`: the action with its year."""
    ref = after.action.ref
    text = f"Taken back: {ref} is again {labels.of(after.status)} (was {labels.of(before.status)})."
    again = kit.button("Update", OPEN_FORM, address, described=f"Update action {ref}")
    return kit.escape(text), [kit.section(kit.escape(text)), kit.actions(again)]


def refusal(refused: Refused) -> Drawn:
    """What a person is told when something cannot be done: why, and what to do next."""
    lines = [refused.message, *([refused.next_step] if refused.next_step else [])]
    blocks = [kit.section(kit.escape("\n".join(lines)))]
    return kit.escape("\n".join(lines)), blocks


def fault(reference: str) -> Drawn:
    """What a person is told when the bot itself failed."""
    text = (
        f"Something went wrong on my side and nothing was saved (reference {reference}).\n"
        "Please try again; if it happens again, give your coordinator that reference."
    )
    return text, [kit.section(text)]


def slack_away(why: str) -> Drawn:
    """What a person is told when Slack did not take what the bot had to show. `why`: its word."""
    return notice(
        f"Slack did not take what I had to show you ({why}). What you sent may be saved all the "
        "same: look before you send it again, or press it once more in a minute."
    )


def unusable(trouble: Unusable) -> Drawn:
    """What a person is told of the host's trouble: whoever hosts the bot reads the remedy in its
    log and in `doctor`."""
    return notice(
        f"{trouble.message} What you just did is not confirmed: look whether it is there before "
        "you send it again. Everything that was confirmed before is safe."
    )


def notice(text: str, *buttons: tuple[str, str, str]) -> Drawn:
    """A line or two of the bot's own words, with buttons (label, action id, value)."""
    blocks = [kit.section(kit.escape(text))]
    if buttons:
        blocks.append(kit.actions(*(kit.button(*button) for button in buttons)))
    return kit.escape(text), blocks


def proposal(user: str, name: str, agencies: str, team: str, called: str) -> Drawn:
    """To a coordinator: somebody proposes their agency, with [Confirm] and [Turn down]. `agencies`:
    their codes; `called`: their names."""
    value = json.dumps([user, team, agencies])
    who = f"<@{user}>" + (f" ({kit.oneline(name)})" if name else "")
    text = f"{who} says they lead actions for {kit.oneline(called)}. Is that right?"
    buttons = (
        kit.button("Confirm", CONFIRM, value, style="primary"),
        kit.button("Turn down", TURN_DOWN, value),
    )
    return text, [kit.section(text), kit.actions(*buttons)]


def assigned(user: str, role: str) -> Drawn:
    """A person was given a role. `role`: "lead for KP"."""
    text = f"<@{user}> is now {kit.oneline(role)}."
    return text, [kit.section(text)]


def removed(user: str) -> Drawn:
    """A person's role was taken away."""
    text = f"<@{user}> is no longer a member of the partnership. What they did stays on record."
    return text, [kit.section(text)]


def decided(user: str, role: str, *, confirmed: bool) -> Drawn:
    """What a coordinator decided of a proposal. `role`: "lead for the police"."""
    verb = "confirmed" if confirmed else "turned down"
    text = f"<@{user}> was {verb} as {kit.oneline(role)}."
    return text, [kit.section(text)]
