"""One row, one call: every answer of a Slack that speaks HTTP on this machine is sorted rightly."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest

from bot.blocks import charts
from bot.core.codec import encode
from bot.core.outgoing import LookupResult, Outgoing, PostState
from bot.core.status import Labels
from bot.messages.notices import Message, Redraw
from bot.services.delivery import RetryPolicy
from bot.slack.pace import Pace
from bot.slack.posting import TIMEOUT_SECONDS, SlackPoster, posting_client
from tests.blocks.test_charts import HEAD
from tests.factories import at

Reply = Callable[["Handler"], None]
ROW = Outgoing(
    key="summary:2018-19:Q1 2018-19:1",
    workspace="T1",
    channel="C1",
    kind="Message",
    payload=encode(Message("Hello <!channel>")),
    due_at=at("2018-07-10", "08:00"),
)


UNTIL = at("2018-07-10", "08:07")
"""The end of the window in which a look is made."""


class Handler(BaseHTTPRequestHandler):
    """Answers each call with the next reply of its server's script."""

    server: ScriptedSlack

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if "json" in self.headers.get("Content-Type", ""):
            asked = json.loads(body)
        else:
            asked = {name: values[0] for name, values in parse_qs(body).items()}
        self.server.calls.append((self.path.rsplit("/", 1)[-1], asked))
        self.server.script.pop(0)(self)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Quiet."""

    def say(self, status: int, body: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())


class ScriptedSlack(ThreadingHTTPServer):
    """A Slack that follows a script and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script: list[Reply] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that is broken on purpose is no error."""


def ok(**data: Any) -> Reply:
    return lambda h: h.say(200, json.dumps({"ok": True, **data}), Content_Type="application/json")


def no(error: str, status: int = 200, **headers: str) -> Reply:
    return lambda h: h.say(status, json.dumps({"ok": False, "error": error}), **headers)


def page(status: int) -> Reply:
    return lambda h: h.say(status, "<html>upstream gone</html>", Content_Type="text/html")


def reset(handler: Handler) -> None:
    """Break the connection after the request was read: Slack may have taken it."""
    linger = struct.pack("ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.connection.close()


@pytest.fixture
def slack() -> Iterator[ScriptedSlack]:
    server = ScriptedSlack()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def poster(slack: ScriptedSlack) -> SlackPoster:
    client = posting_client("xoxb-test", f"http://127.0.0.1:{slack.server_port}/api/")
    return SlackPoster(lambda _workspace: client, lambda _workspace: Labels(), Pace(0))


def test_a_post_carries_its_key_its_text_and_nothing_that_pings(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    slack.script = [ok(ts="1.5", channel="C1")]
    tried = poster.post(ROW, None)
    assert (tried.state, tried.ts, tried.channel) == (PostState.SENT, "1.5", "C1")
    ((method, asked),) = slack.calls
    assert method == "chat.postMessage"
    metadata = asked["metadata"]
    metadata = json.loads(metadata) if isinstance(metadata, str) else metadata
    assert metadata == {"event_type": "partnership_bot", "event_payload": {"key": ROW.key}}
    assert asked["text"] == "Hello &lt;!channel&gt;"
    assert "<!channel>" not in str(asked)


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (no("ratelimited", 429, Retry_After="7"), PostState.PENDING),
        (no("token_revoked"), PostState.PENDING),
        (page(500), PostState.UNCERTAIN),
        (page(503), PostState.UNCERTAIN),
        (no("internal_error"), PostState.UNCERTAIN),
        (no("fatal_error", 500), PostState.UNCERTAIN),
        (page(200), PostState.UNCERTAIN),
        (reset, PostState.UNCERTAIN),
        (no("not_in_channel"), PostState.HELD),
        (no("channel_not_found"), PostState.HELD),
        (no("is_archived"), PostState.HELD),
        (no("missing_scope"), PostState.HELD),
        (no("a_word_nobody_knows_yet"), PostState.HELD),
        (no("msg_too_long"), PostState.DEAD),
    ],
)
def test_every_answer_is_sorted_and_the_call_is_made_once(
    slack: ScriptedSlack, poster: SlackPoster, reply: Reply, state: PostState
) -> None:
    slack.script = [reply, ok(ts="2.0", channel="C1")]
    assert poster.post(ROW, None).state is state
    assert len(slack.calls) == 1


def test_the_wait_slack_asks_for_is_kept(slack: ScriptedSlack, poster: SlackPoster) -> None:
    slack.script = [no("ratelimited", 429, Retry_After="7")]
    assert poster.post(ROW, None).wait == timedelta(seconds=7)


def test_a_revoked_token_shuts_the_whole_workspace_out(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    slack.script = [no("token_revoked"), no("not_in_channel")]
    assert poster.post(ROW, None).shut_out
    assert not poster.post(ROW, None).shut_out


def test_a_host_that_takes_no_connection_certainly_took_no_message() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    client = posting_client("xoxb-test", f"http://127.0.0.1:{port}/api/")
    tried = SlackPoster(lambda _workspace: client, lambda _workspace: Labels(), Pace(0)).post(
        ROW, None
    )
    assert tried.state is PostState.PENDING


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long"])
def test_blocks_slack_refuses_are_left_out_once(
    slack: ScriptedSlack, poster: SlackPoster, error: str
) -> None:
    slack.script = [no(error), ok(ts="3.0", channel="C1")]
    assert poster.post(ROW, None).state is PostState.SENT
    assert "blocks" in slack.calls[0][1]
    assert "blocks" not in slack.calls[1][1]
    slack.script = [no(error), no("invalid_blocks")]
    assert poster.post(ROW, None).state is PostState.HELD


def test_a_workspace_without_charts_gets_everything_else(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    row = replace(ROW, kind="SummaryHead", payload=encode(HEAD))
    slack.script = [no("invalid_blocks"), ok(ts="3.0", channel="C1")]
    assert poster.post(row, None).state is PostState.SENT
    first, second = (call[1] for call in slack.calls)
    assert charts.KIND in str(first["blocks"])
    assert charts.KIND not in str(second["blocks"])
    assert "Committee paper" in str(second["blocks"])
    assert first["metadata"] == second["metadata"]


def test_a_late_post_begins_with_that_and_shows_it(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    slack.script = [ok(ts="1.5", channel="C1")]
    poster.post(ROW, None, "Late: due 1 July 09:00, posted 3 July 10:00.")
    asked = slack.calls[0][1]
    assert asked["text"].startswith("Late: due 1 July 09:00, posted 3 July 10:00.\nHello")
    assert "posted 3 July" in str(asked["blocks"])


def test_a_later_part_goes_under_the_first_where_that_was_posted(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    parent = Outgoing(**_values(ROW) | {"ts": "1.5", "posted_channel": "C9"})
    part = Outgoing(**_values(ROW) | {"key": "part", "part": 2})
    slack.script = [ok(ts="1.6", channel="C9")]
    poster.post(part, parent)
    assert (slack.calls[0][1]["thread_ts"], slack.calls[0][1]["channel"]) == ("1.5", "C9")


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (ok(ts="1.5", channel="C9"), PostState.SENT),
        (no("message_not_found"), PostState.SENT),  # somebody deleted it: nothing to change
        (reset, PostState.UNCERTAIN),
        (no("cant_update_message"), PostState.HELD),
    ],
)
def test_what_changed_is_drawn_anew_in_the_message_that_stands_there(
    slack: ScriptedSlack, poster: SlackPoster, answer: Reply, state: PostState
) -> None:
    stands = replace(ROW, ts="1.5", posted_channel="C9", payload=encode(Message("Corrected")))
    change = replace(ROW, key="change", kind="Redraw", payload=encode(Redraw(ROW.key)), part=2)
    slack.script = [answer]
    assert poster.post(change, stands).state is state
    ((verb, asked),) = slack.calls
    assert (verb, asked["channel"], asked["ts"]) == ("chat.update", "C9", "1.5")
    assert asked["text"] == "Corrected"
    assert ROW.key in str(asked["metadata"])
    assert (
        poster.look(change, stands, ROW.due_at, UNTIL) == LookupResult()
    )  # once more does no harm


def test_without_a_channel_nothing_is_asked_of_slack(poster: SlackPoster) -> None:
    tried = poster.post(Outgoing(**_values(ROW) | {"channel": ""}), None)
    assert (tried.state, tried.error) == (PostState.HELD, "no_channel")


def test_a_notice_that_cannot_be_drawn_is_held_and_its_text_not_logged(
    poster: SlackPoster, caplog: pytest.LogCaptureFixture
) -> None:
    broken = Outgoing(**_values(ROW) | {"payload": '{"text": "Mrs Example'})
    assert poster.post(broken, None).error == "cannot_draw"
    assert "Mrs Example" not in caplog.text


def _message(ts: str, key: str, event_type: str = "partnership_bot") -> dict[str, Any]:
    return {"ts": ts, "metadata": {"event_type": event_type, "event_payload": {"key": key}}}


def test_a_look_finds_the_key_on_any_page_and_nothing_else(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    slack.script = [
        ok(
            messages=[{"ts": "9.0"}, _message("8.0", "other"), _message("7.0", ROW.key, "foreign")],
            response_metadata={"next_cursor": "more"},
        ),
        ok(messages=[_message("6.0", ROW.key), _message("5.0", ROW.key)]),
    ]
    looked = poster.look(ROW, None, at("2018-07-10", "07:55"), UNTIL)
    assert (looked.stamps, looked.channel, looked.error) == (("5.0", "6.0"), "C1", "")
    first, second = slack.calls
    assert first[0] == "conversations.history"
    assert (first[1]["oldest"], first[1]["latest"]) == ("1531209300.000000", "1531210020.000000")
    assert first[1]["include_all_metadata"] in {"1", "true", True}
    assert second[1]["cursor"] == "more"


def test_a_look_for_a_part_reads_the_thread(slack: ScriptedSlack, poster: SlackPoster) -> None:
    parent = Outgoing(**_values(ROW) | {"ts": "1.5", "posted_channel": "C1"})
    part = Outgoing(**_values(ROW) | {"key": "part", "part": 2})
    slack.script = [ok(messages=[_message("1.6", "part")])]
    assert poster.look(part, parent, ROW.due_at, UNTIL).stamps == ("1.6",)
    assert slack.calls[0][0] == "conversations.replies"


def test_a_look_for_a_direct_message_opens_the_conversation(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    row = Outgoing(**_values(ROW) | {"channel": "U1"})
    slack.script = [ok(channel={"id": "D1"}), ok(messages=[])]
    looked = poster.look(row, None, ROW.due_at, UNTIL)
    assert (looked.stamps, looked.channel) == ((), "D1")


@pytest.mark.parametrize(
    ("reply", "mendable"),
    [(no("not_in_channel"), True), (no("missing_scope"), True), (page(503), False), (reset, False)],
)
def test_a_channel_that_cannot_be_read_proves_nothing(
    slack: ScriptedSlack, poster: SlackPoster, reply: Reply, mendable: bool
) -> None:
    slack.script = [reply]
    looked = poster.look(ROW, None, ROW.due_at, UNTIL)
    assert looked.error
    assert looked.stamps == ()
    assert looked.mendable is mendable


def test_a_look_that_is_cut_short_proves_nothing_and_goes_on_where_it_stopped(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    first = ok(
        messages=[{"ts": "1531209999.1"}, {"ts": "1531209990.1"}],
        response_metadata={"next_cursor": "more"},
    )
    slack.script = [first, no("ratelimited", 429, Retry_After="60")]
    looked = poster.look(ROW, None, ROW.due_at, UNTIL)
    assert (looked.error, looked.mendable) == ("ratelimited", False)
    assert (looked.wait, looked.position) == (timedelta(minutes=1), "1531209990.1")

    slack.script = [ok(messages=[_message("1531209980.1", ROW.key)])]
    again = poster.look(replace(ROW, looked_to=looked.position), None, ROW.due_at, UNTIL)
    assert again.stamps == ("1531209980.1",)
    asked = slack.calls[-1][1]
    assert (asked["latest"], asked["oldest"]) == ("1531209990.1", slack.calls[0][1]["oldest"])


def test_a_look_in_a_thread_goes_on_at_newer_messages(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    parent = replace(ROW, ts="1531209000.5", posted_channel="C1")
    part = replace(ROW, key="part", part=2, looked_to="1531209700.1")
    slack.script = [ok(messages=[_message("1531209800.1", "part")])]
    assert poster.look(part, parent, ROW.due_at, UNTIL).stamps == ("1531209800.1",)
    assert slack.calls[0][1]["oldest"] == "1531209700.1"


def test_one_look_ends_however_long_the_channel_is(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    slack.script = [
        ok(messages=[{"ts": f"{9000 - n}.1"}], response_metadata={"next_cursor": "more"})
        for n in range(40)
    ]
    looked = poster.look(ROW, None, ROW.due_at, UNTIL)
    assert (looked.error, looked.position) == ("unfinished", "8976.1")
    assert len(slack.calls) == 25


def test_a_channel_is_said_to_be_out_of_reach_with_slacks_word_for_it(
    slack: ScriptedSlack, poster: SlackPoster
) -> None:
    slack.script = [
        ok(channel={"is_member": True}),
        ok(channel={"is_member": False}),
        ok(channel={"is_member": True, "is_archived": True}),
        no("channel_not_found"),
        page(503),
    ]
    said = [poster.reach("T1", "C1") for _ in slack.script.copy()]
    assert said == ["", "not_in_channel", "is_archived", "channel_not_found", ""]
    assert poster.reach("T1", "") == "no_channel"


def test_one_message_a_second_and_channel() -> None:
    slept: list[float] = []
    moment = 100.0

    def sleep(seconds: float) -> None:
        nonlocal moment
        slept.append(seconds)
        moment += seconds

    pace = Pace(1.0, now=lambda: moment, sleep=sleep)
    for channel in ("C1", "C1", "C2", "C1"):
        pace.wait("T1", channel)
    assert slept == [1.0, 1.0]
    assert pace.busy() == {("T1", "C1")}
    assert pace.rest()
    assert not pace.busy()
    assert not pace.rest()


def test_a_call_ends_within_half_of_the_lease() -> None:
    assert RetryPolicy().lease.total_seconds() > 2 * TIMEOUT_SECONDS


def _values(row: Outgoing) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}
