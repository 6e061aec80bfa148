"""The fields in which progress is reported, alike in the form for one action and in that for many.

A field's block id is its name; in a form for many actions it ends with the action's reference. What
is required is no optional input: Slack marks the others as "(optional)".
"""

from __future__ import annotations

from bot.blocks import kit
from bot.blocks.confirming import input_block
from bot.blocks.kit import Block
from bot.core.figures import is_share, show_figure
from bot.core.plan import Basis, Measure
from bot.core.progress import Standing, show_date, show_reading
from bot.core.reporting import MAX_REASON
from bot.core.status import Labels, Status
from bot.quarterly.measures import basis_of

READING = "reading:"
IN_THE_WAY = "What is in the way?"
AND_BY_WHEN = "What will you do, and by when?"
Typed = dict[str, str]
"""What a form holds, field -> text: for filling it in again."""


def status(
    labels: Labels, typed: Typed, action_id: str, *, ref: str = "", optional: bool = False
) -> Block:
    """The statuses to choose from; choosing one is told at once, since off track opens fields."""
    options = [kit.option(str(labels.of(status)), status) for status in Status]
    select: Block = {
        "type": "static_select",
        "action_id": action_id,
        "placeholder": kit.plain("Choose a status"),
        "options": options,
    }
    chosen = next((o for o in options if o["value"] == typed.get("status")), None)
    select |= {"initial_option": chosen} if chosen else {}
    label = f"Status of {ref}" if ref else "Status"
    return input_block(_named("status", ref), label, select, dispatch=True, optional=optional)


def text(
    name: str,
    label: str,
    typed: Typed,
    limit: int,
    *,
    ref: str = "",
    optional: bool = False,
    lines: bool = False,
    hint: str = "",
) -> Block:
    """A box for words or a figure, of one line or several."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": name,
        "multiline": lines,
        "max_length": limit,
    }
    if typed.get(name):
        element["initial_value"] = typed[name][:limit]
    return input_block(_named(name, ref), label, element, optional=optional, hint=hint)


def off_track(typed: Typed, *, ref: str = "") -> list[Block]:
    """What an action off track is asked: a red row says what is being done about it."""
    return [
        text("reason", IN_THE_WAY, typed, MAX_REASON, ref=ref),
        text("corrective_action", AND_BY_WHEN, typed, MAX_REASON, ref=ref),
    ]


def is_off_track(typed: Typed) -> bool:
    """Whether that status is chosen."""
    return typed.get("status") == Status.OFF_TRACK


def reading(measure: Measure, standing: Standing, typed: Typed, *, ref: str = "") -> Block:
    """The box for a measure's figure, with its last one and its target beneath."""
    last = standing.readings(measure)[-1:]
    is_total = basis_of(measure) is Basis.RUNNING_TOTAL
    hints = ["12 of 48, or a per cent"] if is_share(measure) else []
    hints += ["All of the year so far, not of this quarter alone"] if is_total else []
    hints += [f"Last: {show_figure(measure, r)} ({r.period})" for r in last]
    target = show_reading(measure, measure.target)
    hints.append(f"Target: {target}" if target else "No target given")
    name, label = f"{READING}{measure.id}", f"Figure: {measure.text}"
    return text(name, label, typed, 40, ref=ref, optional=True, hint=" · ".join(hints))


def about(standing: Standing, labels: Labels) -> list[Block]:
    """The action a form (or a part of it) is about, and how it stands."""
    action, latest = standing.action, standing.latest
    last = f"{labels.of(standing.status)}"
    if latest is not None:
        last += f", reported {show_date(latest.at.date())}"
    due = show_date(standing.due) if standing.due else action.timescale_raw or "no date"
    return [
        kit.section(f"{kit.bold(action.ref)} {kit.oneline(action.text, 600)}"),
        kit.context(kit.oneline(f"Now: {last} · due {due} · lead {' and '.join(action.leads)}")),
    ]


def _named(name: str, ref: str) -> str:
    return f"{name}:{ref}" if ref else name


def select(name: str, label: str, choices: dict[str, str], chosen: str) -> Block:
    """One of `choices` (value -> words), the chosen one or else the first."""
    options = [kit.option(words, value) for value, words in choices.items()]
    first = next((o for o in options if o["value"] == chosen), options[0])
    menu = {
        "type": "static_select",
        "action_id": name,
        "options": options,
        "initial_option": first,
    }
    return input_block(name, label, menu)
