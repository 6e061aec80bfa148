"""Running the bot for real: over Socket Mode or signed HTTP, until it is told to stop."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

from bot.app import WARM_UP, Bot, build
from bot.config import Misconfigured, Settings, load_settings
from bot.logs import configure
from bot.opening import clock_of, open_context
from bot.services.context import Context
from bot.services.hands import Threads
from bot.slack.reaching import wait_for_slack

END_SECONDS = 1.5
"""With the grace for requests under way (see `slack.http`) less than five seconds."""


def run_bot(
    *,
    socket: bool,
    http: bool,
    port: int | None,
    sample: Callable[[Context, str], object] | None = None,
) -> None:
    """Build the bot and serve; `sample` loads the sample plan, for those who try it first.

    Raises Misconfigured when a needed secret is missing."""
    settings = load_settings(port=port)
    over_socket = socket or (not http and bool(settings.slack_app_token.get_secret_value()))
    _need(settings, over_socket)
    configure(settings.log_level)
    with closing(open_context(settings, clock_of(settings)).store) as store:
        store.examine()
        wait_for_slack(settings, _say, time.sleep)
        _run(build(settings, store=store, hands=Threads(), sample=sample), settings, over_socket)


def _run(bot: Bot, settings: Settings, over_socket: bool) -> None:
    """Warm, start and listen, until the process is asked to end."""
    bot.warm()
    # What was loaded so far stays: the collector need not walk through it again and again.
    gc.freeze()
    gc.enable()
    bot.start()
    try:
        if over_socket:
            _listen(bot, settings)
        else:
            _serve(bot, settings)
    finally:
        _end_in_time()
        bot.close()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201


def _end_in_time() -> None:
    """From now on the process ends by itself soon, whoever is still being waited for. Nothing is
    lost: what was confirmed is committed, and a post under way is looked for at the next start."""
    ending = threading.Timer(END_SECONDS, os._exit, (0,))
    ending.daemon = True
    ending.start()


def _need(settings: Settings, over_socket: bool) -> None:
    if settings.serves_many and over_socket:
        raise Misconfigured(
            "SLACK_APP_TOKEN: one service for several workspaces runs over HTTP; leave it empty"
        )
    many = settings.serves_many
    if many and settings.slack_bot_token.get_secret_value():
        raise Misconfigured(
            "SLACK_BOT_TOKEN: for one workspace leave SLACK_CLIENT_ID empty; "
            "for several, which install it themselves, leave this one empty"
        )
    wanted = (
        (many, "SLACK_CLIENT_SECRET", settings.slack_client_secret),
        (many, "INSTALLS_KEY", settings.installs_key),
        (not many, "SLACK_BOT_TOKEN", settings.slack_bot_token),
        (over_socket, "SLACK_APP_TOKEN", settings.slack_app_token),
        (not over_socket, "SLACK_SIGNING_SECRET", settings.slack_signing_secret),
    )
    missing = [name for needed, name, secret in wanted if needed and not secret.get_secret_value()]
    if missing:
        raise Misconfigured(
            "\n".join(f"{name}: not set (see .env.example; `doctor` explains)" for name in missing)
        )


def _listen(bot: Bot, settings: Settings) -> None:
    from bot.slack.socket_mode import SocketListener

    token = settings.slack_app_token.get_secret_value()
    listener = SocketListener(bot.bolt, token, on_envelope=bot.note_envelope)
    bot.connected = lambda: listener.connected
    asked = threading.Event()

    def end() -> None:
        asked.wait()
        _end_in_time()
        listener.stop()

    # The handler only sets a flag: it interrupts the main thread anywhere, and must start nothing.
    threading.Thread(target=end, daemon=True).start()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _signal, _frame: asked.set())
    health = _health_server(bot, settings)
    try:
        listener.connect()
        listener.listen()
    finally:
        health.should_exit = True


def _health_server(bot: Bot, settings: Settings) -> Any:
    """`/healthz` beside Socket Mode, in a thread of its own."""
    from bot.slack.http import health_only, server

    made = server(health_only(bot.health, _metrics(bot, settings)), settings.host, settings.port)
    threading.Thread(target=made.run, daemon=True).start()
    return made


def _serve(bot: Bot, settings: Settings) -> None:
    from bot.slack.http import build_web, go_through, server
    from bot.slack.request_guard import RequestGuard

    # The server ends at a signal and then raises it again, to whoever listened before: nobody
    # need hear it twice, and being told to stop is no failure.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _signal, _frame: None)
    secret = settings.slack_signing_secret.get_secret_value()
    guard = RequestGuard(secret, bot.bolt.dispatch)
    web = build_web(bot.bolt, guard, bot.health, _metrics(bot, settings))
    if not settings.serves_many:
        go_through(web, secret, WARM_UP)
        bot.last_envelope = None
    server(web, settings.host, settings.port).run()


def _metrics(bot: Bot, settings: Settings) -> Callable[[], bytes] | None:
    return bot.metrics if settings.metrics else None
