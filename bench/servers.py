"""Servers under test, each in a process of its own, and signed requests to them."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SECRET = "bench-signing-secret"
PEOPLE = ("U0KELLY", "U0PRIYA", "U0TOM", "U0GRACE", "U0MARIUSZ", "U0HELEN", "U0DEV", "U0CLLR")
"""Who asks, in turns: of one person the bot takes only so many questions. All are the sample's."""
RIVALS = ("development", "threaded", "pooled")
SAMPLE_PEOPLE = HERE.parent / "bot" / "sample" / "members.csv"
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Of ours and of the libraries the byte code is kept, as it is where they are installed: a process
that compiles them afresh at each start takes half a second longer."""
_connections = threading.local()

Request = tuple[bytes, dict[str, str]]


@dataclass(frozen=True)
class Served:
    """One server: its process, port, and how long it took to answer first."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    ready_seconds: float

    @property
    def memory_mb(self) -> float:
        """Resident memory in MB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    name: str, command: Sequence[str], environment: dict[str, str], port: int
) -> Iterator[Served]:
    """A server that accepts connections; it ends with the block."""
    began = time.perf_counter()
    path = f"{HERE.parent}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    process = subprocess.Popen(
        command,
        env=os.environ | COMPILED | {"PYTHONPATH": path} | environment,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(name, port, began)
        yield Served(name, process, port, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(name: str, port: int, began: float) -> None:
    while time.perf_counter() - began < 60:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.005)
    raise SystemExit(f"{name} did not start")


@contextmanager
def stand_in() -> Iterator[Served]:
    """A stand-in for the Web API."""
    port = free_port()
    with started("stand-in", [sys.executable, str(HERE / "stand_in.py"), str(port)], {}, port) as s:
        yield s


def bot_environment(folder: str, slack: int) -> dict[str, str]:
    """The settings of a bot whose database is in `folder`."""
    return {
        "SLACK_API_URL": f"http://127.0.0.1:{slack}/api/",
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_SIGNING_SECRET": SECRET,
        "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
        "COORDINATORS": PEOPLE[0],
    }


def load_sample(environment: dict[str, str]) -> None:
    """Load the sample plan and its people."""
    for words in (("import", "--sample"), ("members", str(SAMPLE_PEOPLE))):
        subprocess.run(
            [sys.executable, "-m", "bot", *words, "--apply"],
            env=os.environ | environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )


@contextmanager
def bot(environment: dict[str, str]) -> Iterator[Served]:
    """This bot on a free port, ready."""
    port = free_port()
    command = [sys.executable, "-m", "bot", "run", "--http", "--port", str(port)]
    with started("bot", command, environment, port) as served:
        yield served


@contextmanager
def rival(way: str, size: int, slack: int) -> Iterator[Served]:
    """The smallest Bolt app, served in one of the ways of `smallest_bolt.py`."""
    port = free_port()
    command = [sys.executable, str(HERE / "smallest_bolt.py"), way, str(port), str(size), SECRET]
    with started(way, command, {"SLACK_API_URL": f"http://127.0.0.1:{slack}/api/"}, port) as served:
        yield served


@contextmanager
def rivals(size: int, slack: int) -> Iterator[dict[str, Served]]:
    """Each of the RIVALS."""
    with ExitStack() as stack:
        yield {way: stack.enter_context(rival(way, size, slack)) for way in RIVALS}


def signed(text: str, number: int = 0) -> Request:
    """One slash command as Slack sends it, signed now."""
    fields = {
        "command": "/csp",
        "text": text,
        "team_id": "T0DEMO",
        "user_id": PEOPLE[number % len(PEOPLE)],
        "channel_id": "CSAFETY",
        "trigger_id": f"{time.time_ns()}.{number}",
        "response_url": "http://127.0.0.1:9/",
    }
    body = urllib.parse.urlencode(fields).encode()
    stamp = str(int(time.time()))
    digest = hmac.new(SECRET.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    return body, {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={digest}",
    }


def ask(port: int, request: Request) -> tuple[float, bytes]:
    """Send one request, on a kept-open connection where the server allows it: seconds, answer."""
    pool: dict[int, http.client.HTTPConnection] = _connections.__dict__.setdefault("pool", {})
    connection = pool.setdefault(port, http.client.HTTPConnection("127.0.0.1", port, timeout=30))
    began = time.perf_counter()
    while True:
        try:
            connection.request("POST", "/slack/events", *request)
            answer = connection.getresponse()
            content = answer.read()
            break
        except (ConnectionError, http.client.BadStatusLine):
            connection.close()  # a full queue of connections: come again, on the same clock
    if answer.status != 200:
        raise SystemExit(f"port {port} answered {answer.status}: {content[:200]!r}")
    return time.perf_counter() - began, content
