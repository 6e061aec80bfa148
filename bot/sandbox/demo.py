"""`partnership-bot demo`: the whole bot, the sample plan and its people in a stand-in Slack.

The clock can be moved; every morning on the way is lived through by the same scheduler code as in
real use, so reminders and summaries come when they are due. The sample's own history of updates
plays along, as if the partners reported.
"""

from __future__ import annotations

import csv
import io
import secrets
import shutil
import tempfile
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.app import Bot, build
from bot.clock import MovableClock
from bot.config import load_settings
from bot.core.access import HOME
from bot.core.progress import show_date
from bot.core.quarters import Quarter, working_day_on_or_after
from bot.sample import next_sample_plan, read, sample_plan
from bot.sample.loading import load_next_sample, load_sample, load_sample_people
from bot.sandbox.acts import Acts
from bot.sandbox.card import BANNER, CARD, ELSEWHERE, GUEST, LOADING, OPENS
from bot.sandbox.delivery import Direct
from bot.sandbox.limits import Refusal
from bot.sandbox.page import AT_HOME, Page
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import User, Workspace
from bot.services import plans
from bot.services.people_file import read_people
from bot.services.years import effect
from bot.slack import manifest
from bot.slack.pace import Pace

FIRST_DAY = date(2018, 6, 18)
CHANNEL, CHAT = "CSAFETY", "CGENERAL"
OFFICE_OPENS = time(9, 5)
HISTORIES = ("history.csv", "later_history.csv")
"""The sample's history, and what the demo adds so that its year has four quarters."""


class Demo:
    """The demo, served until closed."""

    def __init__(
        self,
        folder: Path,
        *,
        today: date = FIRST_DAY,
        port: int = 0,
        monotonic: Callable[[], float] = monotonic,
    ) -> None:
        settings = load_settings(None)
        self.clock = MovableClock(_opening(today, settings), settings.zone, running=True)
        self.workspace = Workspace(
            self.clock.now,
            name=sample_plan().partnership,
            token=_secret("xoxb"),
            monotonic=monotonic,
        )
        self._people()
        self._api = WebApi(self.workspace, _secret("xapp"))
        self.slack = SlackServer(self.workspace, self._api)
        waiting = Route("/", lambda _request: HTMLResponse(LOADING, status_code=503))
        self._app = Starlette(routes=[*self.slack.routes(), waiting], middleware=AT_HOME)
        self.served = Served(self._app, port)
        self._api.uploads.base_url = self.served.url
        self.bot = self._bot(folder)
        direct = Direct(self.bot.bolt, monotonic)
        self.acts = Acts(self.workspace, direct, self.served.url)
        self.acts.commands = set(manifest.COMMANDS)
        self.slack.acts = self.acts
        self._moving = threading.Lock()
        self._history = _history()
        self._first_run()
        self.page = Page(
            self.workspace, self.acts, self._api.uploads, self.about, self.move, self.load_next_plan
        )
        self._app.router.routes = [*self.slack.routes(), *self.page.routes()]

    def _bot(self, folder: Path) -> Bot:
        settings = load_settings(
            None,
            slack_bot_token=self.workspace.token,
            slack_signing_secret=_secret("signed"),
            slack_api_url=f"{self.served.url}/api",
            database_url=f"sqlite:///{folder / 'demo.sqlite3'}",
            partnership_channel=CHANNEL,
        )
        return build(settings, clock=self.clock, pace=Pace(0))

    def _people(self) -> None:
        agencies = {agency.code: agency.name for agency in sample_plan().agencies}
        roles = {"lead": "lead officer"}
        for row in (*_people("members.csv"), *_people("guest.csv")):
            guest = row["slack_id"] == GUEST
            title = f"{agencies[row['agency']]} · {roles.get(row['role'], row['role'])}"
            title += ", guest from another workspace" if guest else ""
            name = row["email"].partition("@")[0].replace(".", "_")
            account = User(row["slack_id"], name, row["name"], title, row["email"])
            self.workspace.add_user(
                replace(account, guest=True, team=ELSEWHERE) if guest else account
            )
        self.workspace.add_user(User("U0SAM", "sam", "Sam Newman", "not known to the bot yet"))
        everyone = [*self.workspace.users]
        topic = "The partnership's channel: summaries and changes"
        self.workspace.add_channel(CHANNEL, "community-safety", *everyone, topic=topic)
        self.workspace.add_channel(CHAT, "general", *everyone, topic="Anything else")

    def _first_run(self) -> None:
        """Load the sample once; a kept folder goes on where it was."""
        with self.bot.store.reading(HOME) as records:
            loaded = bool(records.plans.all())
        if not loaded:
            load_sample(self.bot.context, HOME)
            load_sample_people(self.bot.context, HOME)
            self._admit_guest()
            self._play(date.min, self.clock.today())

    def _admit_guest(self) -> None:
        """Make the guest a lead officer, as a coordinator's list would."""
        context = self.bot.context
        read_people(context.store, HOME, read("guest.csv"), context.now(), apply=True)

    def _play(self, after: date, until: date) -> None:
        """The partners' own updates of the sample history, dated after `after` up to `until`."""
        head, rows = self._history
        due = [row for row in rows if after < date.fromisoformat(row[1]) <= until]
        if due:
            text = io.StringIO()
            csv.writer(text).writerows([head, *due])
            content = text.getvalue().encode()
            read_in = plans.preview(self.bot.context, HOME, content, "history.csv")
            plans.apply(self.bot.context, plans.host(self.bot.context), read_in)

    def about(self) -> dict[str, Any]:
        """What the page shows around the workspace."""
        return {
            "clock": self._clock(),
            "banner": BANNER,
            "card": list(CARD),
            "commands": [
                {"command": command, "description": text, "usage_hint": hint}
                for command, (text, hint) in manifest.COMMANDS.items()
            ],
            "shortcuts": [
                {"callback_id": callback, "name": name}
                for callback, (name, _) in manifest.SHORTCUTS.items()
            ],
        }

    def _clock(self) -> dict[str, str]:
        now = self.clock.now().astimezone(self.clock.zone)
        return {
            "now": now.isoformat(timespec="minutes"),
            "label": f"{now:%A} {show_date(now.date())}",
            "quarter": Quarter.of(now.date()).label,
            "zone": str(self.clock.zone),
            "next_working_day": self._target("next_working_day").isoformat(),
            "next_quarter_end": self._target("next_quarter_end").isoformat(),
        }

    def _target(self, to: str) -> date:
        today = self.clock.today()
        if to == "next_working_day":
            holidays = self.bot.context.timetable.holidays
            return working_day_on_or_after(today + timedelta(days=1), holidays)
        if to == "next_quarter_end":
            return Quarter.of(today + timedelta(days=1)).ends
        try:
            return date.fromisoformat(to)
        except ValueError:
            raise Refusal("invalid_arguments", f"not a date: {to}") from None

    def move(self, to: str) -> dict[str, str]:
        """Live through every morning up to a day; forwards only, two years at most."""
        with self._moving:
            target, day = self._target(to), self.clock.today()
            if target <= day:
                raise Refusal("invalid_arguments", "the clock only goes forwards")
            target = min(target, day + timedelta(days=731))
            first, days = day, (target - day).days
            while day < target:
                day += timedelta(days=1)
                self.clock.move_to(self.bot.context.timetable.moment(day))
                self._play(day - timedelta(days=1), day)
                self.bot.tick()
                self._tell_progress(day, (day - first).days / days)
            self.clock.move_to(_opening(day, self.bot.context.timetable))
        self.workspace.tell("*", {"type": "clock", "clock": self._clock()})
        return self._clock()

    def _tell_progress(self, day: date, share: float) -> None:
        """The page shows how far the clock has come."""
        shown = {"label": f"{day:%A} {show_date(day)}", "share": round(share, 3)}
        self.workspace.tell("*", {"type": "moving", **shown})

    def load_next_plan(self) -> dict[str, str]:
        """Load the sample plan of next year, whatever day it is; what that does, in words."""
        with self._moving:
            context, plan = self.bot.context, next_sample_plan()
            with self.bot.store.reading(HOME) as records:
                sentences = effect(records, plan, context.today())
            load_next_sample(context, HOME)
        return {"effect": " ".join(sentences)}

    def close(self) -> None:
        """Stop everything."""
        self.page.stopped = True
        self.bot.close()
        self.served.close()


def _secret(prefix: str) -> str:
    """Nothing else on this machine may speak for the bot."""
    return f"{prefix}-{secrets.token_urlsafe(24)}"


def _opening(day: date, place: Any) -> datetime:
    """The morning of a day, where the partnership is: just after what is due has gone out."""
    return datetime.combine(day, OFFICE_OPENS, tzinfo=place.zone).astimezone(UTC)


def _people(file: str) -> list[dict[str, str]]:
    """The rows of one of the sample's lists of people."""
    return list(csv.DictReader(io.StringIO(read(file))))


def _history() -> tuple[list[str], list[list[str]]]:
    """The partners' updates of a whole year: head and rows."""
    files = [[*csv.reader(io.StringIO(read(name)))] for name in HISTORIES]
    return files[0][0], [row for file in files for row in file[1:]]


def run_demo(*, port: int, browser: bool, today: date | None, data: Path | None) -> None:
    """Serve the demo until interrupted; its data go with it unless `data` names a folder."""
    folder = data or Path(tempfile.mkdtemp(prefix="partnership-bot-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    demo = Demo(folder, today=today or FIRST_DAY, port=port)
    if today is None:
        demo.move(OPENS.isoformat())
    demo.bot.schedule.start(seconds=1)
    print(f"The demo is at {demo.served.url} (stop it with Ctrl+C).", flush=True)  # noqa: T201
    if browser:
        webbrowser.open(demo.served.url)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        pass
    finally:
        demo.close()
        if data is None:
            shutil.rmtree(folder, ignore_errors=True)
