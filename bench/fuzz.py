"""Throw broken requests at the bot, and look that it neither breaks nor obeys.

Payloads of every interaction people can start are recorded from the stand-in, then changed by
Hypothesis (fields dropped, retyped, swapped, made enormous) and sent, signed, in the name of people
without a right to change anything; and bodies of any bytes, signed and not. No answer is a 5xx or
shows a traceback, and the record does not change. Exit 1 otherwise.

    uv run python bench/fuzz.py [--cases 50000]
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import logging
import sys
import tempfile
import time
import urllib.parse
from collections import Counter
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.core.access import HOME
from bot.sandbox.delivery import Acked, Delivery
from bot.slack.request_guard import RequestGuard
from bot.store import tables
from tests.partnership import CHANNEL
from tests.test_rights import PRESSES, Doors, Who

POWERLESS = ("U0CLLR", "U0SAM", "U0GONE", "")
"""An observer, a stranger, nobody Slack knows, and no user at all."""
PROTECTED = (
    tables.plans,
    tables.updates,
    tables.readings,
    tables.taught_words,
    tables.summaries,
)
_LETTERS = {"ChangeProposed", "FileRequest", "Message", "Proposal"}
Payload = dict[str, Any]


class Recording:
    """A delivery that writes down what is delivered."""

    def __init__(self, inner: Delivery) -> None:
        self._inner = inner
        self.seen: list[tuple[str, Payload]] = []

    def send(self, kind: str, payload: Payload) -> Acked:
        """Write it down and pass it on."""
        self.seen.append((kind, deepcopy(payload)))
        return self._inner.send(kind, payload)


class Target:
    """The bot behind its request_guard, with real payloads to change."""

    def __init__(self, folder: Path) -> None:
        self.partnership = Doors(folder)
        self.secret = self.partnership.settings.slack_signing_secret.get_secret_value()
        self.request_guard = RequestGuard(self.secret, self.partnership.bot.bolt.dispatch)
        self.payloads = self._recorded()
        self.before = self.state()
        self.answers: Counter[int] = Counter()
        self.faults = 0
        self.number = 0

    def _recorded(self) -> list[tuple[str, Payload]]:
        """Payloads of whole conversations, and one of every interaction that is registered."""
        acts = self.partnership.acts
        recording = acts._delivery = Recording(acts._delivery)
        kelly, helen = (self.partnership.person(u) for u in ("U0KELLY", "U0HELEN"))
        for text in ("ASB3", "update ASB3 green All is well", "mine", "help", "log", "summary"):
            kelly.types(f"/csp {text}")
        for button in ("Show history", "Share in channel", "That's not what I meant"):
            kelly.types("/csp ASB3")
            kelly.clicks(button)
        helen.types("/csp update ASB3")
        helen.fills(status="on_track", note="All is well")
        helen.submits()
        helen.types("/csp update")
        helen.looks_up("asb")
        helen.picks("ASB6")
        helen.closes()
        helen.types(f"<@{self.partnership.workspace.bot}> what is overdue")
        helen.writes_to_the_bot("what is overdue")
        helen.types("Cameras are up")
        message = self.partnership.workspace.channel(CHANNEL).messages[-1]
        acts.shortcut("U0HELEN", "save_as_update", CHANNEL, message["ts"])
        home = kelly.opens_home()
        kelly.presses("Add a member", home)
        kelly.fills(person="U0SAM", role="observer")
        kelly.submits()
        kelly.types("/csp redact ASB3")
        kelly.types('/csp teach "needles" = Substance Misuse')
        self.partnership.live_until(date(2018, 6, 27))
        letters = self.partnership.workspace.dm("U0HELEN").id
        helen.clicks("Report them in one form", channel=letters)
        helen.closes()
        kelly.types("/csp summary")
        kelly.clicks("Post now")
        for door in PRESSES:
            self.partnership.presses(Who.OBSERVER, door)
        return recording.seen

    def state(self) -> str:
        """What nobody without a right may change."""
        with self.partnership.bot.store.reading(HOME) as records:
            rows = [str(r) for t in PROTECTED for r in records.connection.execute(select(t))]
            people = [str((m.user, m.role)) for m in records.members.all() if m.confirmed]
            # What is proposed is told to coordinators, a file goes to its asker alone.
            posts = [r.key for r in records.outbox.recent(5000) if r.kind not in _LETTERS]
        return "\n".join([*rows, *sorted(people), *sorted(posts)])

    def send(self, body: bytes, kind: str, *, sign: bool = True) -> None:
        """One request; raises AssertionError when the answer is wrong."""
        stamp = str(int(time.time()))
        base = b"v0:" + stamp.encode() + b":" + body
        digest = hmac.new(self.secret.encode(), base, hashlib.sha256).hexdigest()
        headers = {
            "content-type": [kind],
            "x-slack-request-timestamp": [stamp],
            "x-slack-signature": [f"v0={digest}" if sign else "v0=0"],
        }
        answer = self.request_guard.enter(body, headers)
        self.answers[answer.status] += 1
        self.faults += "Something went wrong" in str(answer.body)
        assert answer.status < 500, answer.status
        assert "Traceback" not in str(answer.body)
        assert sign or answer.status == 401

    def close(self) -> None:
        """Stop everything."""
        self.partnership.close()


def body_of(kind: str, payload: Payload, number: int) -> tuple[bytes, str]:
    """A payload as Slack sends it; `number` makes each one's bytes its own."""
    if kind == "event":
        return json.dumps(payload | {"event_time": number}).encode(), "application/json"
    if kind == "command":
        fields = {k: v if isinstance(v, str) else json.dumps(v) for k, v in payload.items()}
        return urllib.parse.urlencode(fields | {"n": number}).encode(), _FORM
    form = {"payload": json.dumps(payload), "n": number}
    return urllib.parse.urlencode(form).encode(), _FORM


_FORM = "application/x-www-form-urlencoded"
_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=40),
    st.just("x" * 20_000),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3),
    st.sampled_from(["ASB3", "U0KELLY", "update_form", "<!channel>", "0", "", "[1]", "{}"]),
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, inner in inside:
        found.append((*path, key))
        if isinstance(inner, (dict, list)):
            found += _paths(inner, (*path, key))
    return found


def change(payload: Payload, path: tuple[Any, ...], odd: Any, *, drop: bool) -> None:
    """Drop or replace one field of a payload, in place."""
    holder: Any = payload
    for key in path[:-1]:
        holder = holder[key]
    if drop:
        del holder[path[-1]]
    else:
        holder[path[-1]] = odd


def in_the_name_of(user: str, payload: Payload) -> None:
    """Make somebody without a right the sender."""
    if "user_id" in payload:
        payload["user_id"] = user
    if isinstance(payload.get("user"), dict):
        payload["user"]["id"] = user
    if isinstance(payload.get("user"), str):  # Bolt reads the sender from a bare id too
        payload["user"] = user
    if isinstance(payload.get("event"), dict) and "user" in payload["event"]:
        payload["event"]["user"] = user


@st.composite
def broken_payloads(draw: st.DrawFn, payloads: list[tuple[str, Payload]]) -> tuple[str, Payload]:
    """A recorded payload in a powerless name, with up to three fields changed."""
    kind, original = draw(st.sampled_from(payloads))
    payload = deepcopy(original)
    for _ in range(draw(st.integers(0, 3))):
        if paths := _paths(payload):
            path = draw(st.sampled_from(paths))
            change(payload, path, draw(_ODD), drop=draw(st.booleans()))
    in_the_name_of(draw(st.sampled_from(POWERLESS)), payload)
    return kind, payload


def run(target: Target, cases: int) -> None:
    """So many broken payloads, and a third as many bodies of any bytes. Raises AssertionError."""
    few = settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @few
    @given(broken_payloads(target.payloads))
    def payloads(sent: tuple[str, Payload]) -> None:
        target.number += 1
        target.send(*body_of(*sent, target.number))

    @settings(few, max_examples=max(1, cases // 3))
    @given(st.binary(max_size=400), st.sampled_from([_FORM, "application/json"]), st.booleans())
    def bodies(body: bytes, kind: str, sign: bool) -> None:
        prefix = b"payload=" if kind == _FORM and body[:1] < b"\x80" else b""
        target.send(prefix + body, kind, sign=sign)

    payloads()
    bodies()
    changed = set(target.state().splitlines()) ^ set(target.before.splitlines())
    assert not changed, f"somebody without a right changed the record: {sorted(changed)[:5]}"


def main() -> int:
    """Run, and print what was answered."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cases", type=int, default=50_000)
    cases = asked.parse_args().cases
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        target = Target(Path(folder))
        kinds = Counter(kind for kind, _ in target.payloads)
        print(f"{len(target.payloads)} payloads to change: {dict(kinds)}")
        run(target, cases)
        total = sum(target.answers.values())
        print(f"{total:,} requests; answers by status: {dict(sorted(target.answers.items()))}")
        print(f"'Something went wrong' with a reference: {target.faults:,}")
        print("no 5xx, no traceback, nothing changed without a right")
        target.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
