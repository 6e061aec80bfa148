"""Every setting, from the environment or `.env`; all problems are named at once, in plain words."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import Field, field, fields
from datetime import datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot import setting_texts as texts
from bot.core.access import HOME
from bot.core.dataclass import dataclass
from bot.core.retention import Retention
from bot.core.sign_off import SignOffRules
from bot.core.status import Labels
from bot.core.timetable import USUAL_REMINDERS, ReminderRule
from bot.setting_texts import Secret

DEFAULT_SLACK_API_URL = "https://slack.com/api/"
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
ENV_FILE = Path(".env")


class Misconfigured(Exception):
    """The settings cannot be used; the message lists every problem, one a line."""


def _as(read: Callable[[str], object], default: str = "", *, shown: bool = True) -> Any:
    """A setting whose text `read` understands; `default`: its text when nothing is set."""
    return field(default_factory=lambda: read(default), repr=shown, metadata={"read": read})


@dataclass(frozen=True)
class Settings:
    """The bot's settings. Names of variables are those in `.env.example`."""

    slack_bot_token: Secret = _as(Secret)
    slack_app_token: Secret = _as(Secret)
    slack_signing_secret: Secret = _as(Secret)
    slack_client_id: str = _as(str)
    slack_client_secret: Secret = _as(Secret)
    installs_key: Secret = _as(Secret)
    workspace: str = _as(str, HOME)
    slack_api_url: str = _as(texts.address, DEFAULT_SLACK_API_URL)
    database_url: str = _as(str, shown=False)
    """May hold a password."""
    data_dir: Path = _as(Path, "data")
    partnership_channel: str = _as(str)
    coordinators: tuple[str, ...] = _as(texts.user_ids)
    timezone: str = _as(texts.zone, "Europe/London")
    post_time: time = _as(texts.time_of_day, "09:00")
    summary_after_days: int = _as(texts.integer(0, 60), "10")
    area: str = _as(texts.area)
    sign_off: str = _as(texts.checked(texts.parse_steps))
    sign_off_days: int = _as(texts.integer(1, 30), "3")
    measure_thresholds: str = _as(texts.checked(texts.parse_thresholds), "10/30")
    approvers: tuple[str, ...] = _as(texts.user_ids)
    report_of: str = _as(str)
    paper_template: str = _as(str)
    bank_holidays: str = _as(texts.one_of("ENG", "WLS", "SCT", "NIR"), "ENG")
    reminder_ladder: str = _as(
        texts.checked(texts.parse_reminder_rules), " ".join(map(str, USUAL_REMINDERS))
    )
    status_labels: str = _as(texts.checked(texts.parse_labels))
    keep_questions_days: int = _as(texts.integer(1, 3650), "90")
    keep_left_days: int = _as(texts.integer(1, 3650), "365")
    rehearsal_now: datetime | None = _as(texts.moment)
    host: str = _as(str, "127.0.0.1")
    port: int = _as(texts.integer(0, 65535), "3000")
    log_level: str = _as(texts.level, "INFO")
    metrics: bool = _as(texts.yes, "no")

    @property
    def serves_many(self) -> bool:
        """True when workspaces install the app themselves, each with a token of its own."""
        return bool(self.slack_client_id)

    @property
    def zone(self) -> ZoneInfo:
        """The partnership's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def labels(self) -> Labels:
        """The partnership's words for each status."""
        return texts.parse_labels(self.status_labels)

    @property
    def reminder_rules(self) -> tuple[ReminderRule, ...]:
        """Who is reminded of a quarter's close, and how many working days before it."""
        return texts.parse_reminder_rules(self.reminder_ladder)

    @property
    def retention(self) -> Retention:
        """How long things are kept."""
        return Retention(
            questions=timedelta(days=self.keep_questions_days),
            left=timedelta(days=self.keep_left_days),
        )

    @property
    def sign_off_rules(self) -> SignOffRules:
        """How a summary is agreed; people of the settings belong to one partnership only."""
        approvers = () if self.serves_many else self.approvers
        return SignOffRules(
            texts.parse_steps(self.sign_off),
            self.sign_off_days,
            approvers,
            texts.parse_thresholds(self.measure_thresholds),
            " ".join(self.report_of.split()),
        )

    @property
    def slack_is_loopback(self) -> bool:
        """True when the bot talks to a stand-in on this machine."""
        return urlsplit(self.slack_api_url).hostname in LOOPBACK

    @property
    def database(self) -> str:
        """The database URL: the one given, or a SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'partnership.sqlite3'}"


def explained() -> str:
    """Every setting with its default and explanation: the text of `.env.example`."""
    shipped = files("bot") / "env.example"
    if shipped.is_file():
        return shipped.read_text(encoding="utf-8")
    return (Path(__file__).parents[1] / ".env.example").read_text(encoding="utf-8")


NAMES = tuple(one.name for one in fields(Settings))
"""Every setting, by the lower-case name of its variable."""


def load_settings(env_file: Path | None = ENV_FILE, **chosen: Any) -> Settings:
    """Settings from the environment, a file of NAME=value lines (the environment wins) and what is
    `chosen` (wins over both; a text is read like theirs, None is no choice). An empty variable is
    one that is not set. Raises Misconfigured."""
    wanted = {name: value for name, value in chosen.items() if value is not None}
    given = {**_in_file(env_file), **_set_in(os.environ), **wanted}
    values: dict[str, Any] = {}
    problems = []
    for one in fields(Settings):
        if one.name in given:
            try:
                values[one.name] = _read(one, given[one.name])
            except ValueError as problem:
                problems.append(f"{one.name.upper()}: {problem}")
    settings = Settings(**values)
    if settings.rehearsal_now is not None and not settings.slack_is_loopback and not problems:
        problems.append("REHEARSAL_NOW: works only when SLACK_API_URL is on this machine")
    if problems:
        raise Misconfigured("\n".join(problems))
    return settings


def _read(one: Field[Any], value: Any) -> Any:
    return one.metadata["read"](str(value)) if isinstance(value, (str, int)) else value


def _set_in(variables: Mapping[str, str | None]) -> dict[str, str]:
    return {name.lower(): value for name, value in variables.items() if value}


def _in_file(path: Path | None) -> dict[str, str]:
    if path is None or not path.is_file():
        return {}
    from dotenv import dotenv_values

    try:
        return _set_in(dotenv_values(path, encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise Misconfigured(
            "SETTINGS: .env cannot be read; write NAME=value lines in UTF-8"
        ) from None
