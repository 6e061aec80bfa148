"""Every setting, from the environment or `.env`; all problems are named at once, in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from bot.areas import known_areas
from bot.core.access import HOME
from bot.core.retention import Retention
from bot.core.sign_off import SignOffRules, SignOffStep
from bot.core.status import Labels, Status
from bot.core.thresholds import Thresholds
from bot.core.timetable import USUAL_REMINDERS, Audience, ReminderRule, is_safe_time

DEFAULT_SLACK_API_URL = "https://slack.com/api/"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class Misconfigured(Exception):
    """The settings cannot be used; the message lists every problem, one a line."""


class Settings(BaseSettings):
    """The bot's settings. Names of variables are those in `.env.example`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    slack_bot_token: SecretStr = SecretStr("")
    slack_app_token: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_client_id: str = ""
    slack_client_secret: SecretStr = SecretStr("")
    installs_key: SecretStr = SecretStr("")
    workspace: str = HOME
    slack_api_url: str = DEFAULT_SLACK_API_URL
    database_url: str = Field(default="", repr=False)
    """May hold a password."""
    data_dir: Path = Path("data")
    partnership_channel: str = ""
    coordinators: Annotated[tuple[str, ...], NoDecode] = ()
    timezone: str = "Europe/London"
    post_time: time = time(9, 0)
    summary_after_days: int = Field(default=10, ge=0, le=60)
    area: str = ""
    sign_off: str = ""
    sign_off_days: int = Field(default=3, ge=1, le=30)
    measure_thresholds: str = "10/30"
    approvers: Annotated[tuple[str, ...], NoDecode] = ()
    bank_holidays: Literal["ENG", "WLS", "SCT", "NIR"] = "ENG"
    reminder_ladder: str = " ".join(map(str, USUAL_REMINDERS))
    status_labels: str = ""
    keep_questions_days: int = Field(default=90, ge=1, le=3650)
    keep_left_days: int = Field(default=365, ge=1, le=3650)
    rehearsal_now: datetime | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    log_level: str = "INFO"
    metrics: bool = False

    @field_validator("coordinators", "approvers", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(re.split(r"[,\s]+", value.strip())) if isinstance(value, str) else value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as unknown:
            raise ValueError(f"'{value}' is no time zone; try Europe/London") from unknown
        return value

    @field_validator("area")
    @classmethod
    def _known_area(cls, value: str) -> str:
        if value and value not in known_areas():
            raise ValueError(f"'{value}' is no area; known: {', '.join(known_areas())}, or empty")
        return value

    @field_validator("post_time")
    @classmethod
    def _not_at_night(cls, value: time) -> time:
        if not is_safe_time(value):
            raise ValueError("00:30-02:30 is not safe when the clocks change; choose e.g. 09:00")
        return value.replace(tzinfo=None)

    @field_validator("status_labels", "reminder_ladder", "sign_off", "measure_thresholds")
    @classmethod
    def _readable(cls, value: str, info: ValidationInfo) -> str:
        _READERS[str(info.field_name)](value)
        return value

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_slash(cls, value: str) -> str:
        if not re.match(r"https?://[^/\s]+", value):
            raise ValueError("not an address; it begins with https://")
        return value.rstrip("/") + "/"

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.upper() not in LEVELS:
            raise ValueError(f"'{value}' is no level; use one of {', '.join(LEVELS)}")
        return value.upper()

    @model_validator(mode="after")
    def _rehearse_only_at_home(self) -> Settings:
        if self.rehearsal_now is not None and not self.slack_is_loopback:
            raise ValueError("REHEARSAL_NOW works only when SLACK_API_URL is on this machine")
        return self

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
        return parse_labels(self.status_labels)

    @property
    def reminder_rules(self) -> tuple[ReminderRule, ...]:
        """Who is reminded of a quarter's close, and how many working days before it."""
        return parse_reminder_rules(self.reminder_ladder)

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
            parse_steps(self.sign_off),
            self.sign_off_days,
            approvers,
            parse_thresholds(self.measure_thresholds),
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


def load_settings(**overrides: Any) -> Settings:
    """Settings from environment, `.env` and `overrides`. Raises Misconfigured."""
    try:
        return Settings(**overrides)
    except ValidationError as problems:
        lines = (
            f"{'.'.join(str(part) for part in problem['loc']).upper() or 'SETTINGS'}: "
            f"{problem['msg'].removeprefix('Value error, ')}"
            for problem in problems.errors(include_input=False, include_url=False)
        )
        raise Misconfigured("\n".join(lines)) from None
    except (SettingsError, OSError, UnicodeDecodeError):
        raise Misconfigured(
            "SETTINGS: .env or a variable cannot be read; write NAME=value lines in UTF-8"
        ) from None


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


_READERS: dict[str, Callable[[str], object]] = {
    "status_labels": parse_labels,
    "reminder_ladder": parse_reminder_rules,
    "sign_off": parse_steps,
    "measure_thresholds": parse_thresholds,
}
"""Settings that are written in a form of their own, and what reads them."""
