"""A stand-in for the Web API that answers `ok` to everything: all that start-up needs, and what is
posted then."""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ANSWER = {
    "ok": True,
    "url": "https://bench.example/",
    "team": "Bench",
    "team_id": "T0DEMO",
    "user": "bot",
    "user_id": "U0BOT",
    "bot_id": "B0BOT",
    "channel": {"id": "D0BENCH"},
    "ts": "1525000000.000100",
    "messages": [],
}


class Slack(BaseHTTPRequestHandler):
    """Answers every method alike."""

    def do_POST(self) -> None:
        """`auth.test` and whatever else is asked at start."""
        self.rfile.read(int(self.headers.get("content-length", 0)))
        content = json.dumps(ANSWER).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Slack).serve_forever()
