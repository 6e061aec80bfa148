"""The bot as a process of its own, against the stand-in: the same conversation over Socket Mode
and over signed HTTP."""

from __future__ import annotations

import os
import queue
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.sandbox.acts import Acts
from bot.sandbox.delivery import Delivery, SignedHttp, SocketMode
from bot.sandbox.faults import Fault
from bot.sandbox.person import Person
from bot.sandbox.server import Served, SlackServer
from bot.sandbox.verbs import WebApi
from bot.sandbox.workspace import User, Workspace
from bot.slack import manifest
from tests.factories import at

pytestmark = pytest.mark.slow

SECRET = "test-signing-secret"
CHANNEL = "CSAFETY"
PATIENCE = 60.0
ENDS_WITHIN = 5.0
"""Seconds a host gives a process that it has told to stop."""
MANY = 200


class Running:
    """A stand-in Slack, and `python -m bot run` beside it."""

    def __init__(self, folder: Path, mode: str) -> None:
        self.workspace = Workspace(lambda: at("2018-05-14"), monotonic=lambda: 0.0)
        for user, name in {"U0KELLY": "kelly", "U0HELEN": "helen"}.items():
            self.workspace.add_user(User(user, name, name.title()))
        self.workspace.add_channel(CHANNEL, "community-safety", *self.workspace.users)
        api = WebApi(self.workspace)
        self.slack = SlackServer(self.workspace, api)
        self.slack.socket = SocketMode(wait=PATIENCE)
        self.served = Served(Starlette(routes=self.slack.routes()))
        api.socket_url = self.served.url.replace("http://", "ws://") + "/socket"
        self.port = _free_port()
        self.database = folder / "run.sqlite3"
        self.environment = self._environment(mode)
        self._loaded()
        self.process = self._started(mode)
        self.http = SignedHttp(f"http://127.0.0.1:{self.port}/slack/events", SECRET, wait=PATIENCE)
        delivery: Delivery = self.slack.socket if mode == "socket" else self.http
        self.acts = Acts(self.workspace, delivery, self.served.url)
        self.acts.commands = set(manifest.COMMANDS)
        self.slack.acts = self.acts

    def _environment(self, mode: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        app_token = {"SLACK_APP_TOKEN": "xapp-sandbox"} if mode == "socket" else {}
        return (
            kept
            | app_token
            | {
                "DATABASE_URL": f"sqlite:///{self.database}",
                "SLACK_BOT_TOKEN": self.workspace.token,
                "SLACK_SIGNING_SECRET": SECRET,
                "SLACK_API_URL": f"{self.served.url}/api/",
                "PARTNERSHIP_CHANNEL": CHANNEL,
                "COORDINATORS": "U0KELLY",
                "REHEARSAL_NOW": "2018-05-14T10:00",
            }
        )

    def _bot(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "bot", *words]

    def _loaded(self) -> None:
        command = self._bot("import", "--sample", "--apply")
        subprocess.run(command, env=self.environment, check=True, capture_output=True)

    def _started(self, mode: str) -> subprocess.Popen[bytes]:
        command = self._bot("run", f"--{mode}", "--port", str(self.port))
        process = subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE)
        if mode == "socket":
            assert self.slack.socket.connected.wait(PATIENCE)
        _answering(self.port, process)
        return process

    def person(self, user: str) -> Person:
        """Somebody in the partnership's channel."""
        return Person(self.workspace, self.acts, user, CHANNEL)

    def notice(self) -> str:
        """The first thing the bot says to the whole channel, once it comes."""
        happened = threading.Event()
        self.workspace.listeners.append(lambda _user, _event: happened.set())
        while not (said := self._said()) and happened.wait(PATIENCE):
            happened.clear()
        return said[0] if said else ""

    def _said(self) -> list[str]:
        shown = self.workspace.visible(self.workspace.channel(CHANNEL), "U0KELLY")
        return [m["text"] for m in shown if m["user"] == "U0BOT" and not m["ephemeral"]]

    def reports(self, who: int, confirmed: queue.SimpleQueue[str]) -> None:
        """Send updates as Slack does, and put down the notes of those the bot has confirmed."""
        for number in range(MANY):
            note = f"Batch {who} and lot {number} are up"
            payload = {
                "command": "/csp",
                "text": f"update ASB{who + 1} amber {note}",
                "team_id": "T0DEMO",
                "user_id": "U0KELLY",
                "channel_id": CHANNEL,
                "trigger_id": f"{who}.{number}",
            }
            if "Saved" in str(self.acts._delivery.send("command", payload).body):
                confirmed.put(note)

    def stored_notes(self) -> set[str]:
        """The notes of all updates in the database."""
        with closing(sqlite3.connect(self.database)) as connection:
            return {str(note) for (note,) in connection.execute("SELECT note FROM updates")}

    def waits_for_what_is_written_behind(self) -> None:
        """Return once the last question is in the database."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with closing(sqlite3.connect(self.database)) as connection:
                if connection.execute("SELECT count(*) FROM talks").fetchone()[0]:
                    return
            time.sleep(0.02)  # another process works; there is nothing of ours to wait on
        raise AssertionError("nothing was written behind the answer")

    def is_killed_and_started_again(self, mode: str) -> None:
        """End the bot as the host does when it is out of memory, and start another."""
        self.process.kill()
        self.process.wait(60)
        if self.process.stderr:
            self.process.stderr.close()
        self.process = self._started(mode)

    def close(self) -> None:
        """End both."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(60)
        if self.process.stderr:
            self.process.stderr.close()
        self.served.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answering(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return once `/healthz` says ready; the process must not have ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60) as answer:
                assert answer.status == 200
                return
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"the bot did not get ready: {process.returncode}")


@pytest.fixture(params=["socket", "http"])
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path, request.param)
    yield made
    made.close()


@pytest.fixture
def over_http(tmp_path: Path) -> Iterator[Running]:
    made = Running(tmp_path, "http")
    yield made
    made.close()


def test_the_same_conversation_passes_over_both(running: Running) -> None:
    kelly = running.person("U0KELLY")
    kelly.types("/csp ASB3")
    assert "Deploy re-deployable CCTV" in kelly.last()

    kelly.types("/csp update ASB3 amber Two reviews are late")
    assert "Saved: ASB3" in kelly.last()
    assert "🟠 At risk" in running.notice()

    kelly.types("/csp update")
    assert "ASB6 in 2018-19" in kelly.looks_up("graffiti")
    kelly.picks("ASB6 in 2018-19")
    kelly.fills(status="off_track", note="No crew")
    assert set(kelly.submits()) == {"reason", "corrective_action"}
    kelly.fills(reason="No crew", corrective_action="One is hired")
    assert kelly.submits() == {}
    assert "Saved: ASB6" in kelly.reads()
    kelly.presses("Undo")
    assert "Taken back: ASB6" in kelly.reads()

    assert "The plan at a glance" in kelly.reads(kelly.opens_home())
    kelly.types("<@U0BOT> who leads on SAF6?")
    assert any("Kent Police" in m["text"] for m in running.workspace.channel(CHANNEL).messages)

    helen = running.person("U0HELEN")
    helen.types("/csp ASB3")
    assert "I do not know you yet" in helen.last()

    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(60) == 0


def test_told_to_stop_it_ends_in_time_and_loses_nothing_it_confirmed(running: Running) -> None:
    """In the middle of many updates, while Slack leaves the post of a notice without an answer."""
    for _ in range(3):
        running.slack.faults.plan("chat.postMessage", Fault.HANG_AFTER)
    confirmed: queue.SimpleQueue[str] = queue.SimpleQueue()
    for who in range(6):
        threading.Thread(target=running.reports, args=(who, confirmed), daemon=True).start()
    notes = [confirmed.get(timeout=PATIENCE)]
    assert running.notice()  # Slack has it, and has not answered
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(ENDS_WITHIN) == 0
    running.slack.faults.release.set()
    while not confirmed.empty():
        notes.append(confirmed.get())
    stored = running.stored_notes()
    assert [note for note in notes if note not in stored] == []
    assert len(notes) < 6 * MANY, "some were still under way"


def test_a_follow_up_after_a_kill_goes_on_with_what_was_asked_or_with_nothing(
    over_http: Running,
) -> None:
    kelly = over_http.person("U0KELLY")
    kelly.types("/csp which actions does the fire service lead")
    assert "ASB10" in kelly.last()
    over_http.waits_for_what_is_written_behind()
    over_http.is_killed_and_started_again("http")
    kelly.types("/csp when are those due?")
    assert "ASB10" in kelly.last()
    assert "SAF6" not in kelly.last()

    over_http.is_killed_and_started_again("http")
    kelly.types("/csp which actions does WKHA lead")
    over_http.is_killed_and_started_again("http")  # most likely before it was written
    kelly.types("/csp which of those have no update?")
    theirs, before = "West Kent Housing" in kelly.last(), "Fire &amp; Rescue" in kelly.last()
    assert theirs or before, "the answer names what it goes on with"


def test_a_wrong_signature_or_an_old_timestamp_is_refused_and_nothing_happens(
    over_http: Running,
) -> None:
    payload = {
        "command": "/csp",
        "text": "update ASB3 green Forged",
        "team_id": "T0DEMO",
        "user_id": "U0KELLY",
        "channel_id": CHANNEL,
        "trigger_id": "1.forged",
    }
    url = f"http://127.0.0.1:{over_http.port}/slack/events"
    assert SignedHttp(url, "another-secret", wait=PATIENCE).send("command", payload).status == 401
    assert over_http.http.send("command", payload, age=600).status == 401
    kelly = over_http.person("U0KELLY")
    kelly.types("/csp ASB3")
    assert "No update received" in kelly.last()


def test_what_is_missing_is_named_all_at_once(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "run", "--http"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "SLACK_BOT_TOKEN" in ended.stderr
    assert "SLACK_SIGNING_SECRET" in ended.stderr
    assert "Traceback" not in ended.stderr
