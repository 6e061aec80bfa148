"""The smallest sync Bolt app: acks `/csp` with a constant. The yardsticks of acknowledge.py.

    python bench/smallest_bolt.py development|threaded|pooled|required PORT SIZE SECRET

`development`: Bolt's own `App.start()`, a single-threaded server. `threaded`: the WSGI adapter
under a thread for each connection. `pooled`: Bolt behind the bot's own HTTP edge, its pool of
threads and `process_before_response`, so that what differs is the bot's own work alone. `required`:
the same with the packages loaded that the bot is bound to use and no code of its own behind them:
its start and its memory are the least that the bot's could be.
"""

from __future__ import annotations

import importlib
import os
import socketserver
import sys
from collections.abc import Callable
from wsgiref import simple_server

from slack_bolt import Ack, App
from slack_sdk import WebClient


def app(
    size: int, secret: str, *, before_response: bool = False, client: WebClient | None = None
) -> App:
    """A Bolt app that acks `/csp` with a text of the given size."""
    made = App(
        client=client or WebClient("xoxb-bench", base_url=os.environ["SLACK_API_URL"]),
        signing_secret=secret,
        process_before_response=before_response,
    )

    @made.command("/csp")
    def constant(ack: Ack) -> None:
        ack("x" * size)

    return made


class _Threaded(socketserver.ThreadingMixIn, simple_server.WSGIServer):
    daemon_threads = True
    request_queue_size = 128


class _Quiet(simple_server.WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def development(port: int, size: int, secret: str) -> None:
    """Bolt's development server."""
    app(size, secret).start(port=port, path="/slack/events", http_server_logger_enabled=False)


def threaded(port: int, size: int, secret: str) -> None:
    """A thread for each connection, as small as it gets."""
    from slack_bolt.adapter.wsgi import SlackRequestHandler

    handler = SlackRequestHandler(app(size, secret), path="/slack/events")
    simple_server.make_server("127.0.0.1", port, handler, _Threaded, _Quiet).serve_forever()


def pooled(port: int, size: int, secret: str) -> None:
    """The bot's own edge and pool, with nothing behind them but the constant."""
    from bot.slack.http import build_web, server
    from bot.slack.request_guard import RequestGuard

    bolt = app(size, secret, before_response=True)
    guard = RequestGuard(secret, bolt.dispatch)
    server(build_web(bolt, guard, lambda: {"ready": True}), "127.0.0.1", port).run()


def required(port: int, size: int, secret: str) -> None:
    """`pooled`, with the packages the bot is bound to use."""
    for package in ("apscheduler.schedulers.background", "rapidfuzz.fuzz", "sqlalchemy"):
        importlib.import_module(package)
    pooled(port, size, secret)


WAYS: dict[str, Callable[[int, int, str], None]] = {
    "development": development,
    "threaded": threaded,
    "pooled": pooled,
    "required": required,
}

if __name__ == "__main__":
    WAYS[sys.argv[1]](int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
