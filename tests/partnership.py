"""A partnership in the stand-in Slack: the sample plan and its people, on each database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.routing import Mount

from bot.app import build
from bot.clock import MovableClock
from bot.config import Settings, load_settings
from bot.core.access import HOME
from bot.sample.loading import load_sample, load_sample_people
from bot.sandbox.acts import Acts
from bot.sandbox.delivery import Direct
from bot.sandbox.person import Person
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import User, Workspace
from bot.slack import manifest
from bot.slack.pace import Pace

CHANNEL = "CSAFETY"
PEOPLE = {
    "U0KELLY": "Kelly Marsh",
    "U0HELEN": "Helen Fry",
    "U0PRIYA": "Priya Nair",
    "U0GRACE": "Grace Okafor",
    "U0CLLR": "Cllr Wells",
    "U0SAM": "Sam Newman",
}


_NUMBERS = count(1)


class _Web:
    """One web server for all the partnerships of a process: to start and stop one takes longer than
    most conversations."""

    def __init__(self) -> None:
        self.app = Starlette()
        self.served = Served(self.app)


@cache
def _web() -> _Web:
    return _Web()


class Partnership:
    """The bot, its workspace and the people in it; the clock stands at 10:00 of a day."""

    def __init__(
        self, url: str, day: date, folder: Path = Path(), *, empty: bool = False, **chosen: Any
    ) -> None:
        """`chosen`: settings that differ from the defaults; `empty`: no plan and no members."""
        self.folder = folder
        self._chosen = chosen
        settings = load_settings(None)
        self.zone = settings.zone
        self.clock = MovableClock(self._at(day), settings.zone)
        self.workspace = Workspace(self.clock.now, monotonic=self._seconds)
        for user, name in PEOPLE.items():
            self.workspace.add_user(User(user, user[2:].lower(), name))
        self.workspace.add_channel(CHANNEL, "community-safety", *self.workspace.users)
        self.slack = SlackServer(self.workspace, WebApi(self.workspace))
        self._mount = Mount(f"/{next(_NUMBERS)}", routes=self.slack.routes())
        _web().app.routes.append(self._mount)
        self.url = f"{_web().served.url}{self._mount.path}"
        self.slack.api.uploads.base_url = self.url
        self.settings = self._settings(url)
        self.bot = build(self.settings, clock=self.clock, pace=Pace(0), sample=load_sample)
        self.acts = Acts(self.workspace, Direct(self.bot.bolt, self._seconds), self.url)
        self.acts.commands = set(manifest.COMMANDS)
        self.slack.acts = self.acts
        if not empty:
            load_sample(self.bot.context, HOME)
            load_sample_people(self.bot.context, HOME)

    def _seconds(self) -> float:
        """The stand-in waits by the clock of the test, however busy the machine is."""
        return self.clock.now().timestamp()

    def _settings(self, url: str) -> Settings:
        return load_settings(
            None,
            slack_bot_token=self.workspace.token,
            slack_signing_secret="sandbox-signing-secret",
            slack_api_url=f"{self.url}/api",
            database_url=url,
            partnership_channel=CHANNEL,
            **self._chosen,
        )

    def _at(self, day: date, hour: int = 10) -> datetime:
        return datetime.combine(day, time(hour), tzinfo=self.zone).astimezone(UTC)

    def marks(self, what: str) -> None:
        """Kelly marks an action or a priority: "ASB3 sensitive"."""
        kelly = self.person("U0KELLY")
        kelly.types(f"/csp mark {what}")
        kelly.clicks("Mark it")

    def person(self, user: str) -> Person:
        """Somebody, sitting in the partnership's channel."""
        return Person(self.workspace, self.acts, user, CHANNEL)

    def drops(self, user: str, name: str, content: bytes, text: str = "") -> list[str]:
        """Somebody drops a file into their direct message with the bot; the thread beneath it."""
        uploads, im = self.slack.api.uploads, self.workspace.dm(user).id
        message = self.acts.drop(user, uploads, im, name, content, text)
        return self.person(user).thread(message["ts"], im)

    def channel(self) -> list[str]:
        """What the bot has posted in the channel for everybody, roots only."""
        seen = self.workspace.visible(self.workspace.channel(CHANNEL), "U0CLLR")
        return [m["text"] for m in seen if m["user"] == self.workspace.bot and not m["ephemeral"]]

    def move_to(self, day: date, hour: int = 10) -> None:
        """Move the clock to an hour of a day, and let the bot do what is due."""
        self.clock.move_to(self._at(day, hour))
        self.bot.tick()

    def live_until(self, day: date) -> None:
        """Live through every morning up to a day."""
        today = self.clock.today()
        while today < day:
            today = date.fromordinal(today.toordinal() + 1)
            self.move_to(today, 9)

    def close(self) -> None:
        """Stop everything."""
        self.bot.close()
        _web().app.routes.remove(self._mount)
