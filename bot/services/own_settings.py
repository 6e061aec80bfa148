"""The settings a coordinator understands, set in Slack: checked, on record, in force at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import time

from bot.areas import known_areas, load_area
from bot.core.access import Caller, Permission, require
from bot.core.dataclass import dataclass
from bot.core.errors import Invalid
from bot.core.own_settings import OwnSettings, of_host, timetable_with
from bot.core.sign_off import SignOffStep
from bot.core.status import Status
from bot.core.thresholds import Thresholds
from bot.core.timetable import Audience, ReminderRule, is_safe_time
from bot.disclosure.check import check
from bot.services.context import Context
from bot.services.reminders import skip_past

NAMES = {
    "post_time": "time of posts", "summary_after_days": "day of the summary",
    "reminders": "reminders", "words": "words for statuses", "area": "area",
    "sign_off": "sign-off", "sign_off_days": "days for sign-off", "thresholds": "measures",
    "report_of": "papers are a report of",
}  # fmt: skip
WORD = "word:"
"""Fields of the form that hold the word for a status begin so."""
LONGEST_WORD = 30
NO_AREA = "none"
"""What stands for no area in the form."""


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """What holds now and what the host's settings say; the channel; areas by name and title."""

    now: OwnSettings
    host: OwnSettings
    channel: str
    areas: tuple[tuple[str, str], ...]


def shown(context: Context, caller: Caller) -> SettingsShown:
    """The settings as they hold now, for the form. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    host = _host(context)
    with context.store.reading(caller.workspace) as records:
        own = records.settings.own()
        channel = records.settings.channel(context.timetable.channel)
    areas = tuple((name, load_area(name).title) for name in known_areas())
    return SettingsShown(own.over(host), host, channel, areas)


def save(context: Context, caller: Caller, typed: Mapping[str, str]) -> tuple[str, ...]:
    """Store what was typed into the form; what was changed, in words. What is as the host has it
    follows the host. Raises NotAllowed, Invalid (every field that cannot be)."""
    require(caller, Permission.COORDINATE)
    host, now = _host(context), context.now()
    with context.store.writing(caller.workspace) as records:
        before = records.settings.own().over(host)
        after = read(typed, before, host)
        changed = [f.name for f in fields(after) if after.value(f.name) != before.value(f.name)]
        if not changed:
            return ()
        records.settings.keep_own(after.apart_from(host))
        for name in changed:
            was, becomes = in_words(before, name), in_words(after, name)
            records.audit.note(
                now, caller.user, "set", f"setting:{name}", before=was, after=becomes, route="slack"
            )
        if {"reminders", "summary_after_days", "post_time"} & set(changed):
            # What is over by the new days is not sent for that.
            skip_past(records, timetable_with(after, context.timetable), now)
    return tuple(f"{NAMES[name]}: {_change(before, after, name)}" for name in changed)


def _host(context: Context) -> OwnSettings:
    return of_host(context.timetable, context.labels, context.area_setting)


def _change(before: OwnSettings, after: OwnSettings, name: str) -> str:
    if name == "words":
        words = dict(after.words or ())
        moved = [f"{was} → {words[s]}" for s, was in before.words or () if words[s] != was]
        return ", ".join(moved)
    return f"{in_words(before, name)} → {in_words(after, name)}"


def read(typed: Mapping[str, str], before: OwnSettings, host: OwnSettings) -> OwnSettings:
    """The settings a form holds; a word that is left empty is the host's. Raises Invalid: the first
    problem with the others."""
    wrong: list[Invalid] = []

    def number(name: str, least: int, most: int) -> int:
        text = typed.get(name, "").strip()
        if text.isdigit() and least <= int(text) <= most:
            return int(text)
        wrong.append(Invalid(name, f"'{text}' is no whole number from {least} to {most}."))
        return least

    own = OwnSettings(
        post_time=_time(typed, wrong),
        summary_after_days=number("summary_after_days", 0, 60),
        reminders=_reminders(typed, before, wrong),
        words=tuple(_words(typed, host, wrong)),
        area=_area(typed, wrong),
        sign_off=tuple(step for step in SignOffStep if step in typed.get("sign_off", "").split()),
        sign_off_days=number("sign_off_days", 1, 30),
        thresholds=Thresholds(number("on_course", 0, 99) / 100, number("behind", 0, 999) / 100),
        report_of=_office(typed, wrong),
    )
    if own.thresholds and own.thresholds.on_course > own.thresholds.behind:
        wrong.append(Invalid("behind", "This is at least as much as the per cents above."))
    for first in wrong[:1]:
        raise Invalid(first.field, first.message, first.next_step, wrong[1:])
    return own


def _time(typed: Mapping[str, str], wrong: list[Invalid]) -> str:
    text = typed.get("post_time", "").strip()
    try:
        at = time.fromisoformat(text)
    except ValueError:
        wrong.append(Invalid("post_time", f"'{text}' is no time.", "For example 09:00."))
        return ""
    if not is_safe_time(at):
        problem = "Between 00:30 and 02:30 a time is skipped or comes twice when clocks change."
        wrong.append(Invalid("post_time", problem, "Choose for example 09:00."))
    return f"{at:%H:%M}"


def _reminders(
    typed: Mapping[str, str], before: OwnSettings, wrong: list[Invalid]
) -> tuple[ReminderRule, ...]:
    """The rules of the days typed for each audience; in the order held where they are the same."""
    if typed.get("reminders") == "off":
        return ()
    rules = []
    for audience in Audience:
        for text in filter(None, re.split(r"[,;\s]+", typed.get(audience, "").strip())):
            if text.isdigit() and 1 <= int(text) <= 40:
                rules.append(ReminderRule(int(text), audience))
            else:
                problem = f"'{text}' is no number of working days from 1 to 40."
                wrong.append(Invalid(audience, problem, "Type for example 14, 5."))
    if not rules and not wrong:
        problem = "Reminders are on, and no day is named."
        wrong.append(Invalid(Audience.LEADS, problem, "Type for example 14, 5, or choose Off."))
    held = before.reminders or ()
    return held if set(held) == set(rules) else tuple(dict.fromkeys(rules))


def _words(
    typed: Mapping[str, str], host: OwnSettings, wrong: list[Invalid]
) -> Iterator[tuple[Status, str]]:
    """A word for each status, each its own."""
    usual, seen = dict(host.words or ()), set()
    for status in Status:
        word = " ".join(typed.get(f"{WORD}{status}", "").split()) or usual[status]
        if len(word) > LONGEST_WORD:
            problem = f"A word for a status has at most {LONGEST_WORD} characters."
            wrong.append(Invalid(f"{WORD}{status}", problem))
        for finding in check(word)[:1]:
            wrong.append(Invalid(f"{WORD}{status}", finding.why, finding.advice))
        if word.lower() in seen:
            problem = f"Two statuses cannot both be called '{word}'."
            wrong.append(Invalid(f"{WORD}{status}", problem))
        seen.add(word.lower())
        yield status, word


def _office(typed: Mapping[str, str], wrong: list[Invalid]) -> str:
    """An office, not who holds it: it stands on every paper."""
    office = " ".join(typed.get("report_of", "").split())
    for finding in check(office)[:1]:
        wrong.append(Invalid("report_of", finding.why, finding.advice))
    return office


def _area(typed: Mapping[str, str], wrong: list[Invalid]) -> str:
    name = typed.get("area", "").removesuffix(NO_AREA)
    if name and name not in known_areas():
        wrong.append(Invalid("area", f"I know no area '{name}'.", "Choose one of the list."))
    return name


def in_words(own: OwnSettings, name: str) -> str:
    """One setting as it is read."""
    if name == "reminders":
        return ", ".join(map(str, own.reminders or ())) or "off"
    if name == "words":
        return ", ".join(f"{status}={word}" for status, word in own.words or ())
    if name == "sign_off":
        return ", ".join(own.sign_off or ()) or "none"
    if name == "thresholds" and own.thresholds:
        lines = own.thresholds
        return f"on course to {lines.on_course:.0%} short, behind from {lines.behind:.0%}"
    if name == "summary_after_days":
        return f"{own.summary_after_days} days after a quarter's end"
    return str(own.value(name) or "none")
