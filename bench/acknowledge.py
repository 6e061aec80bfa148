"""How fast is a signed `/csp ASB3` answered in the acknowledgement, beside the smallest Bolt app?

Starts three processes side by side: a stand-in Slack, this bot (`run --http`, sample plan loaded)
and `smallest_bolt.py`, a sync Bolt app that acks a constant of the same size. The same signed
requests go to both in turns, at 1, 8 and 32 at once. Prints ratios; trust those, not the
milliseconds of one noisy machine.

    uv run python bench/acknowledge.py [--requests 400] [--rounds 3]
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SECRET = "bench-signing-secret"
_connections = threading.local()


@dataclass
class Served:
    """One server under test: its process, port and how long it took to answer first."""

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


def start(name: str, command: Sequence[str], environment: dict[str, str], port: int) -> Served:
    """Start a server and wait until it accepts a connection."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | environment, stderr=subprocess.DEVNULL)
    while time.perf_counter() - began < 60:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Served(name, process, port, time.perf_counter() - began)
        time.sleep(0.01)
    raise SystemExit(f"{name} did not start")


def signed(text: str, number: int) -> tuple[bytes, dict[str, str]]:
    """One slash command as Slack sends it, signed now."""
    fields = {
        "command": "/csp",
        "text": text,
        "team_id": "T0DEMO",
        "user_id": "U0KELLY",
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


def ask(port: int, request: tuple[bytes, dict[str, str]]) -> tuple[float, int]:
    """Send one request, on a kept-open connection where the server allows it: seconds, bytes."""
    pool: dict[int, http.client.HTTPConnection] = _connections.__dict__.setdefault("pool", {})
    connection = pool.setdefault(port, http.client.HTTPConnection("127.0.0.1", port, timeout=30))
    began = time.perf_counter()
    while True:
        try:
            connection.request("POST", "/slack/events", *request)
            answer = connection.getresponse()
            content = answer.read()
            break
        except ConnectionError:  # a full queue of connections: come again, on the same clock
            connection.close()
    if answer.status != 200:
        raise SystemExit(f"port {port} answered {answer.status}: {content[:200]!r}")
    return time.perf_counter() - began, len(content)


def load(port: int, at_once: int, requests: int) -> tuple[float, float, float]:
    """p50 and p99 in ms, and requests a second, with `at_once` requests under way."""
    prepared = [signed("ASB3", number) for number in range(requests)]
    with ThreadPoolExecutor(at_once) as pool:
        began = time.perf_counter()
        times = sorted(seconds for seconds, _ in pool.map(lambda r: ask(port, r), prepared))
        elapsed = time.perf_counter() - began
    return times[len(times) // 2] * 1e3, times[int(len(times) * 0.99)] * 1e3, requests / elapsed


def bot(data: str, slack: int) -> Served:
    """This bot, with the sample plan and its members, on a free port."""
    port = free_port()
    environment = {
        "SLACK_API_URL": f"http://127.0.0.1:{slack}/api/",
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_SIGNING_SECRET": SECRET,
        "DATABASE_URL": f"sqlite:///{data}/bench.sqlite3",
        "COORDINATORS": "U0KELLY",
    }
    run = [sys.executable, "-m", "bot"]
    subprocess.run(
        [*run, "import", "--sample", "--apply"],
        env=os.environ | environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return start("bot", [*run, "run", "--http", "--port", str(port)], environment, port)


def smallest(size: int, slack: int) -> Served:
    """The smallest sync Bolt app, acking a constant of `size` bytes."""
    port = free_port()
    command = [sys.executable, str(HERE / "smallest_bolt.py"), str(port), str(size), SECRET]
    return start("smallest", command, {"SLACK_API_URL": f"http://127.0.0.1:{slack}/api/"}, port)


def compare(ours: Served, theirs: Served, at_once: int, requests: int, rounds: int) -> None:
    """Print one line of ratios (bot / smallest); rounds alternate so that noise hits both."""
    results = [
        (load(ours.port, at_once, requests), load(theirs.port, at_once, requests))
        for _ in range(rounds)
    ]
    p50, p99, rate = (
        statistics.median(mine[index] / other[index] for mine, other in results)
        for index in range(3)
    )
    mine, other = results[-1]
    print(
        f"{at_once:>3} at once: p50 {p50:.2f}x  p99 {p99:.2f}x  requests/s {rate:.2f}x   "
        f"(p50 {mine[0]:.1f} against {other[0]:.1f} ms, {mine[2]:.0f} against {other[2]:.0f}/s)"
    )


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    slack = free_port()
    servers: list[Served] = []
    with tempfile.TemporaryDirectory() as data:
        try:
            stand_in = [sys.executable, str(HERE / "stand_in.py"), str(slack)]
            servers.append(start("stand-in", stand_in, {}, slack))
            ours = bot(data, slack)
            servers.append(ours)
            _, size = ask(ours.port, signed("ASB3", 0))
            theirs = smallest(size, slack)
            servers.append(theirs)
            for server in (ours, theirs):
                load(server.port, 4, 50)
            print(f"ratios bot / smallest sync Bolt app, answer of {size} bytes")
            for at_once in (1, 8, 32):
                compare(ours, theirs, at_once, options.requests, options.rounds)
            print(
                f"resident memory {ours.memory_mb / theirs.memory_mb:.2f}x "
                f"({ours.memory_mb:.0f} against {theirs.memory_mb:.0f} MB), "
                f"start to ready {ours.ready_seconds / theirs.ready_seconds:.2f}x "
                f"({ours.ready_seconds:.2f} against {theirs.ready_seconds:.2f} s)"
            )
        finally:
            for server in servers:
                server.process.terminate()
                server.process.wait(10)


if __name__ == "__main__":
    main()
