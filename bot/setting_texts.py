"""How the text of each setting is read. Every function raises ValueError with what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.areas import known_areas
from bot.core.sign_off import SignOffStep
from bot.core.status import Labels, Status
from bot.core.thresholds import Thresholds
from bot.core.timetable import Audience, ReminderRule, is_safe_time

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_YES, _NO = {"1", "true", "yes", "on", "t", "y"}, {"0", "false", "no", "off", "f", "n", ""}


class Secret:
    """A text that is not shown when what holds it is printed."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        self._text = text

    def get_secret_value(self) -> str:
        """The text itself."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(...)" if self._text else "Secret()"


def integer(least: int, most: int) -> Callable[[str], int]:
    """A whole number within limits."""

    def read(text: str) -> int:
        number = int(text) if re.fullmatch(r"\s*\d{1,9}\s*", text) else -1
        if not least <= number <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return number

    return read


def one_of(*words: str) -> Callable[[str], str]:
    """One of some words, exactly as written."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"must be one of {', '.join(words)}")
        return text

    return read


def checked(parse: Callable[[str], object]) -> Callable[[str], str]:
    """The text as it is, when `parse` can read it."""

    def read(text: str) -> str:
        parse(text)
        return text

    return read


def user_ids(text: str) -> tuple[str, ...]:
    """Slack user ids, separated by commas or spaces. Raises ValueError for what is none: an
    "@name" would be nobody's right for ever, and nothing would say so."""
    ids = tuple(filter(None, re.split(r"[,\s]+", text)))
    for number, written in enumerate(ids, 1):
        if not re.fullmatch(r"[UW][A-Z0-9]+", written):
            raise ValueError(
                f"entry {number} is no Slack user id such as U01AB2CD3EF; in Slack open the "
                "person's profile, then the three dots and 'Copy member ID'"
            )
    return ids


def zone(text: str) -> str:
    """The name of a time zone."""
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError) as unknown:
        raise ValueError(f"'{text}' is no time zone; try Europe/London") from unknown
    return text


def area(text: str) -> str:
    """The name of an area, or empty."""
    if text and text not in known_areas():
        raise ValueError(f"'{text}' is no area; known: {', '.join(known_areas())}, or empty")
    return text


def time_of_day(text: str) -> time:
    """A local time that every day has once."""
    try:
        moment = time.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"'{text}' is no time; write it as 09:00") from None
    if not is_safe_time(moment):
        raise ValueError("00:30-02:30 is not safe when the clocks change; choose e.g. 09:00")
    return moment.replace(tzinfo=None)


def moment(text: str) -> datetime | None:
    """A date and time in ISO form; empty: none."""
    try:
        return datetime.fromisoformat(text.strip()) if text else None
    except ValueError:
        raise ValueError(f"'{text}' is no moment; write it as YYYY-MM-DDTHH:MM") from None


def address(text: str) -> str:
    """An address of the web, with a slash at its end."""
    if not re.match(r"https?://[^/\s]+", text):
        raise ValueError("not an address; it begins with https://")
    return text.rstrip("/") + "/"


def level(text: str) -> str:
    """A level of the log."""
    if text.upper() not in LEVELS:
        raise ValueError(f"'{text}' is no level; use one of {', '.join(LEVELS)}")
    return text.upper()


def yes(text: str) -> bool:
    """Yes or no."""
    if text.lower() not in _YES | _NO:
        raise ValueError("must be yes or no")
    return text.lower() in _YES


def parse_labels(text: str) -> Labels:
    """Read the setting "on_track=Green,at_risk=Amber". Raises ValueError naming a bad part."""
    words: dict[Status, str] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, _, word = part.partition("=")
        if name.strip() not in set(Status) or not word.strip():
            raise ValueError(f"'{part}' is not of the form on_track=Green")
        words[Status(name.strip())] = word.strip()
    return Labels(words)


def parse_steps(text: str) -> frozenset[SignOffStep]:
    """Read "draft attest approve" (or empty). Raises ValueError naming a word that is no step."""
    words = [word for word in re.split(r"[,\s]+", text.strip().lower()) if word]
    for word in words:
        if word not in set(SignOffStep):
            raise ValueError(f"'{word}' is no step; use any of: {', '.join(SignOffStep)}")
    return frozenset(map(SignOffStep, words))


def parse_thresholds(text: str) -> Thresholds:
    """Read "10/30" (per cents): on course down to 10 % short, behind from 30 % short. Raises
    ValueError with what is expected."""
    match = re.fullmatch(r"\s*(\d{1,2})\s*%?\s*/\s*(\d{1,3})\s*%?\s*", text)
    if match is None or int(match[1]) > int(match[2]):
        raise ValueError(f"'{text}' is not two per cents such as 10/30, the smaller one first")
    return Thresholds(int(match[1]) / 100, int(match[2]) / 100)


def parse_reminder_rules(text: str) -> tuple[ReminderRule, ...]:
    """Read "14:leads 5:leads 1:agency 1:coordinators". Raises ValueError naming a bad step."""
    rules = []
    for step in re.split(r"[,\s]+", text.strip()):
        days, _, audience = step.partition(":")
        if not days.isdigit() or audience not in set(Audience) or not 1 <= int(days) <= 40:
            raise ValueError(f"'{step}' is not of the form 5:leads (1-40 working days)")
        rules.append(ReminderRule(int(days), Audience(audience)))
    return tuple(rules)
