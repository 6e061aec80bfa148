"""The form of `/csp settings`: what a coordinator may set, as it holds now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from bot.blocks import kit
from bot.blocks.confirming import input_block
from bot.blocks.fields import select, text
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn, notice
from bot.core.carried import form_memory
from bot.core.own_settings import OwnSettings
from bot.core.sign_off import SignOffStep
from bot.core.status import Status
from bot.core.timetable import Audience, ReminderRule

FORM = "own_settings_form"
OPEN = "own_settings"
"""Callback id of the form; action id of [Settings]."""
WORD = "word:"
"""Block ids of the words for statuses begin so."""
_STEPS = {
    SignOffStep.DRAFT: "Coordinators get a draft when returns close",
    SignOffStep.ATTEST: "Lead agencies confirm their lines",
    SignOffStep.APPROVE: "Nothing is posted before it is approved",
}
_AUDIENCES = {
    Audience.LEADS: "Lead officers are reminded",
    Audience.AGENCY: "Everybody of the lead agency is reminded",
    Audience.COORDINATORS: "Coordinators get the list of what is missing",
}


def form(
    now: OwnSettings, host: OwnSettings, channel: str, areas: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """Every setting as it holds now. `areas`: (name, title) of each there is."""
    blocks = [
        kit.context(
            "What you set here wins over what the host has set; what is the same follows the host. "
            "It is in force at once, and who set it stands in the audit trail."
        ),
        _channel(channel),
        _time(now.post_time or "09:00"),
        _number("summary_after_days", "The summary is due: days after a quarter's end",
                now.summary_after_days, "The first working day from then on."),
        *_reminders(now, host),
        *(_word(status, word) for status, word in now.words or ()),
        _area(now.area or "", areas),
        *_sign_off(now),
        *_thresholds(now),
        _report_of(now.report_of or ""),
    ]  # fmt: skip
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain("Settings", 24),
        "submit": kit.plain("Save", 24),
        "close": kit.plain("Cancel", 24),
        "private_metadata": json.dumps({"channel": channel}),
        "blocks": blocks,
    }


def one_tap_away() -> Drawn:
    """Where no form can be opened at once: the button that can."""
    return notice("The form is one tap away.", ("Settings", OPEN, "settings"))


def read(view: dict[str, Any]) -> tuple[dict[str, str], str]:
    """What was typed, field -> text; and the channel, when another one was chosen."""
    typed, channel = {}, ""
    for block, elements in view["state"]["values"].items():
        for element in elements.values():
            option = element.get("selected_option") or {}
            several = [o["value"] for o in element.get("selected_options") or ()]
            value = element.get("value") or element.get("selected_time") or option.get("value")
            typed[block] = str(value or " ".join(several))
            channel = str(element.get("selected_conversation") or channel)
    before = form_memory(view).get("channel", "")
    return typed, "" if channel == before else channel


def saved(changes: Sequence[str], channel: str = "", remark: str = "") -> list[Block]:
    """What was changed. `channel`: the id of one that was chosen."""
    lines = [f"channel: <#{channel}>"] if channel else []
    lines += [kit.oneline(change, 900) for change in changes]
    lines = lines or ["Nothing was changed."]
    shown = [kit.section(line) for line in lines]
    return [*shown, *([kit.context(kit.escape(remark))] if remark else [])]


def _channel(channel: str) -> Block:
    select: Block = {
        "type": "conversations_select",
        "action_id": "channel",
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    select |= {"initial_conversation": channel} if channel else {}
    return input_block("channel", "Channel of the summary and notices", select, optional=True)


def _time(at: str) -> Block:
    picker = {"type": "timepicker", "action_id": "post_time", "initial_time": at}
    return input_block("post_time", "Time of posts", picker)


def _number(name: str, label: str, value: int | None, hint: str = "") -> Block:
    return text(name, label, {name: str(value)}, 3, hint=hint)


def _reminders(now: OwnSettings, host: OwnSettings) -> list[Block]:
    """On or off, and the days; while they are off, those of the host."""
    choices = {"on": "On", "off": "Off: nobody is reminded"}
    state = select("reminders", "Reminders", choices, "on" if now.reminders else "off")
    rules = now.reminders or host.reminders or ()
    return [state, *(_days(rules, audience, label) for audience, label in _AUDIENCES.items())]


def _days(rules: Iterable[ReminderRule], audience: Audience, label: str) -> Block:
    hint = "Working days before returns close, for example 14, 5. Empty: not at all."
    days = ", ".join(str(rule.days) for rule in rules if rule.audience is audience)
    return text(audience, label, {audience: days}, 40, optional=True, hint=hint)


def _word(status: Status, word: str) -> Block:
    name = f"{WORD}{status}"
    label = f"Word for “{status.value.replace('_', ' ')}”"
    return text(name, label, {name: word}, 30, optional=True)


def _area(area: str, areas: Sequence[tuple[str, str]]) -> Block:
    choices = {"none": "As the plan names it, or none"} | dict(areas)
    return select("area", "Area: names of places and bodies", choices, area or "none")


def _sign_off(now: OwnSettings) -> list[Block]:
    options = [kit.option(label, step) for step, label in _STEPS.items()]
    chosen = [option for option in options if option["value"] in (now.sign_off or ())]
    boxes: Block = {"type": "checkboxes", "action_id": "sign_off", "options": options}
    boxes |= {"initial_options": chosen} if chosen else {}
    hint = "None of them: the summary is posted by itself on its day."
    return [
        input_block("sign_off", "Sign-off of the summary", boxes, optional=True, hint=hint),
        _number("sign_off_days", "Working days for the sign-off", now.sign_off_days),
    ]


def _thresholds(now: OwnSettings) -> list[Block]:
    lines = now.thresholds
    on_course = round(lines.on_course * 100) if lines else 10
    behind = round(lines.behind * 100) if lines else 30
    return [
        _number("on_course", "A measure is on course down to: per cents short", on_course),
        _number("behind", "and behind from: per cents short", behind),
    ]


def _report_of(office: str) -> Block:
    hint = "An office, for example Chief Officer, Communities. It heads every committee paper."
    label = "Committee papers are a report of"
    return text("report_of", label, {"report_of": office}, 120, optional=True, hint=hint)
