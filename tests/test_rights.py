"""Every role at every door: made from what is registered, so that a new one without a row fails.

Payloads are forged as an attacker would: any id, any value, whatever the person could really see.
Who lacks the right is told who has it, and nothing in the database changes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from bot.app import register
from bot.blocks import (
    agency_form,
    channels,
    editing,
    file_columns,
    file_form,
    forms,
    home,
    learning,
    log,
    messages,
    missing,
    newcomers,
    notices,
    own_settings,
    people,
    proposals,
    redaction,
    reminders,
    shared_files,
    sign_off,
    summaries,
    typed_updates,
)
from bot.core.access import HOME, RULES
from bot.core.plan import Update
from bot.sandbox.workspace import User
from bot.services.context import Context
from bot.services.members import deactivated
from bot.store import tables
from tests.partnership import CHANNEL, Partnership


class Who(StrEnum):
    """Somebody at the door."""

    COORDINATOR = "U0KELLY"
    OWN_LEAD = "U0HELEN"
    OTHER_LEAD = "U0PRIYA"
    OBSERVER = "U0CLLR"
    UNKNOWN = "U0SAM"
    FOREIGN = "U0FOREIGN"
    LEFT = "U0GRACE"


KNOWN = {Who.COORDINATOR, Who.OWN_LEAD, Who.OTHER_LEAD, Who.OBSERVER}
EVERYBODY = set(Who)
LEADS = {Who.COORDINATOR, Who.OWN_LEAD}
REPORTERS = LEADS | {Who.OTHER_LEAD}
COORDINATORS = {Who.COORDINATOR}
REASONS = (
    *(rule.reason for rule in RULES.values()),
    "Only the person who sent an update",
    "I hold no updates of yours",
    "or a coordinator can confirm its lines",
)

VERBS: dict[str, tuple[set[Who], str]] = {
    "": (KNOWN, "what is overdue"),
    "help": (EVERYBODY, ""),
    "undo": (KNOWN, ""),
    "priority": (KNOWN, "Substance Misuse"),
    "action": (KNOWN, "ASB3"),
    "update": (LEADS, "ASB3 green Two cameras are up"),
    "summary": (KNOWN, "Q1"),
    "annual": (KNOWN, "2018-19"),
    "pack": (KNOWN, "Q1"),
    "return": (LEADS, "Sevenoaks District Council"),
    "edit": (COORDINATORS, "ASB3"),
    "add": (COORDINATORS, ""),
    "propose": (LEADS, "ASB3"),
    "settings": (COORDINATORS, ""),
    "export": (COORDINATORS, ""),
    "missing": (COORDINATORS, "Q1"),
    "log": (COORDINATORS, ""),
    "reminders": (COORDINATORS, ""),
    "channel": (COORDINATORS, "here"),
    "mark": (COORDINATORS, "ASB2 sensitive"),
    "correct": (COORDINATORS, "Q1"),
    "attest": (COORDINATORS, '"Kent Police" by e-mail'),
    "member": (COORDINATORS, "<@U0SAM> Kent Police lead"),
    "domain": (COORDINATORS, "kent.example = Kent Police"),
    "members": (COORDINATORS, ""),
    "join": (EVERYBODY, "Kent Police"),
    "teach": (COORDINATORS, '"needles" = Substance Misuse'),
    "unteach": (COORDINATORS, "needles"),
    "redact": (COORDINATORS, "ASB3"),
    "history": (KNOWN, "ASB3"),
    "person": (EVERYBODY, ""),
}
"""First word of a command -> who may, and what they type after it."""


@dataclass(frozen=True)
class Press:
    """A forged interaction: who may, and its payload (value or view state)."""

    who: set[Who]
    value: str = ""
    select: str = ""
    state: tuple[tuple[str, Any], ...] = ()


def _text(value: str) -> dict[str, Any]:
    return {"type": "plain_text_input", "value": value}


def _option(value: str) -> dict[str, Any]:
    return {"type": "static_select", "selected_option": {"value": value}}


REPORT = (("status", _option("on_track")), ("note", _text("Two cameras are up")))
MANY = (("status:ASB3", _option("on_track")), ("note:ASB3", _text("Two cameras are up")))
ONE_FORM = '["Q1 2018-19", ""]'
LISTS = {agency_form.REPEAT: ["Q1 2018-19", ["ASB3"]], newcomers.FORM: ["", {}]}
"""What forms hold that keep a list instead."""
METADATA = {
    "ref": "ASB3",
    "question": 0,
    "quarter": "Q1 2018-19",
    "year": "2018-19",
    "agency": "SDC",
    "after": "ASB3",
    "refs": '["ASB3"]',
    "value": '["F0", "x.0"]',
}
"""What forms are about, as the bot would have written it."""
PRESSES: dict[str, Press] = {
    f"action:{messages.ASK}": Press(KNOWN, "what is overdue"),
    f"action:{home.QUESTION}": Press(KNOWN, "what is overdue"),
    f"action:{messages.SHARE}": Press(KNOWN, "what is overdue"),
    f"action:{messages.NOT_MEANT}": Press(KNOWN, "where are the needles"),
    f"action:{messages.OPEN_FORM}": Press(LEADS, "ASB3"),
    f"action:{reminders.UPDATE}": Press(LEADS, "ASB3"),
    f"action:{forms.ACTION}": Press(LEADS, state=((forms.ACTION, _option("ASB3")),)),
    f"action:{forms.STATUS}": Press(LEADS, state=(("status", _option("off_track")),)),
    f"action:{messages.UNDO}": Press(LEADS, "UPDATE"),
    f"action:{typed_updates.SAVE_ALL}": Press({Who.OWN_LEAD}, "SEVERAL"),
    f"action:{reminders.SAME_AS_LAST}": Press(LEADS, "ASB3"),
    f"action:{reminders.NOT_MINE}": Press(KNOWN, "ASB3"),
    f"action:{agency_form.OPEN}": Press(REPORTERS, ONE_FORM),
    f"action:{agency_form.STATUS}": Press(LEADS, state=(("status:ASB3", _option("on_track")),)),
    f"view:{agency_form.FORM}": Press(LEADS, state=MANY),
    f"view_closed:{agency_form.FORM}": Press(REPORTERS, state=MANY),
    f"action:{agency_form.REPEAT}": Press(REPORTERS, ONE_FORM),
    f"view:{agency_form.REPEAT}": Press(REPORTERS),
    f"action:{reminders.SOMEONE_ELSE}": Press(REPORTERS, "Q1 2018-19"),
    f"view:{reminders.SOMEONE_ELSE}": Press(
        REPORTERS, state=((reminders.PERSON, {"selected_user": "U0SAM"}),)
    ),
    f"action:{messages.AWAY_UNTIL}": Press(KNOWN, "2018-06-01"),
    f"action:{home.PROPOSE}": Press(EVERYBODY, select="KP"),
    f"action:{messages.CONFIRM}": Press(COORDINATORS, '["U0NEW", ""]'),
    f"action:{messages.TURN_DOWN}": Press(COORDINATORS, '["U0NEW", ""]'),
    f"action:{learning.MEANS}": Press(COORDINATORS, '[1, "needles"]'),
    f"action:{learning.DISMISS}": Press(COORDINATORS, "1"),
    f"action:{sign_off.PREVIEW}": Press(KNOWN, "Q1 2018-19"),
    f"action:{notices.PACK}": Press(KNOWN, "Q1 2018-19"),
    f"action:{summaries.POST}": Press(COORDINATORS, "Q1 2018-19"),
    f"action:{sign_off.COMMENT}": Press(COORDINATORS, "Q1 2018-19"),
    f"view:{sign_off.COMMENT}": Press(
        COORDINATORS, state=((sign_off.OPENING, _text("A good start")),)
    ),
    f"action:{sign_off.APPROVE}": Press(COORDINATORS, "Q1 2018-19"),
    f"action:{sign_off.ATTEST}": Press(LEADS, '["Q1 2018-19", "SDC"]'),
    f"action:{sign_off.CORRECT}": Press(COORDINATORS, "Q1 2018-19"),
    f"action:{log.TRY_AGAIN}": Press(COORDINATORS, "update:x"),
    f"action:{log.PRESSED_BEFORE}": Press(COORDINATORS, "update:x"),
    f"action:{missing.NUDGE}": Press(COORDINATORS, "Q1 2018-19"),
    f"action:{people.ADD}": Press(COORDINATORS, "add"),
    f"action:{newcomers.OPEN}": Press(COORDINATORS),
    f"view:{newcomers.FORM}": Press(
        COORDINATORS, state=(("role:U0NEW", _option("lead")), ("agency:U0NEW", _option("KP")))
    ),
    f"action:{people.FORGET}": Press(COORDINATORS, "U0DEV"),
    f"action:{redaction.REDACT}": Press(COORDINATORS, "UPDATE"),
    f"action:{redaction.REDACT_ONE}": Press(COORDINATORS, "UPDATE"),
    f"action:{redaction.REDACT_ALL}": Press(COORDINATORS, "UPDATE"),
    f"action:{channels.PRIVATE}": Press(COORDINATORS, "CSAFETY"),
    f"action:{channels.MARK}": Press(COORDINATORS, "ASB3 in 2018-19 official-sensitive"),
    f"action:{channels.TAKE_OUT}": Press(COORDINATORS, "ASB3"),
    f"action:{shared_files.STORE}": Press(REPORTERS, '["F0", "x.0"]'),
    f"action:{shared_files.STORE_ALL}": Press(REPORTERS, '["F0", "x.0"]'),
    f"action:{shared_files.PROBLEMS}": Press(REPORTERS, '["F0", "x.0"]'),
    f"action:{shared_files.LEAVE}": Press(EVERYBODY, '["F0", "x.0"]'),
    f"action:{shared_files.DECIDE}": Press(REPORTERS, '["F0", "x.0"]'),
    f"action:{shared_files.COLUMNS}": Press(REPORTERS, '["F0", "x.0"]'),
    f"view:{file_columns.FORM}": Press(REPORTERS),
    f"view:{file_form.FORM}": Press(
        COORDINATORS, state=((file_form.FILE, {"files": [{"id": "F0", "name": "x"}]}),)
    ),
    f"action:{home.LOAD_PLAN}": Press(COORDINATORS, "load"),
    f"action:{home.TRY_SAMPLE}": Press(COORDINATORS, "sample"),
    f"action:{messages.EDIT}": Press(COORDINATORS, "ASB3"),
    f"action:{editing.ADD}": Press(COORDINATORS),
    f"view:{editing.ADD_FORM}": Press(COORDINATORS, state=(("text", _text("Something new")),)),
    f"action:{own_settings.OPEN}": Press(COORDINATORS, "settings"),
    f"view:{own_settings.FORM}": Press(COORDINATORS, state=(("post_time", _text("10:00")),)),
    f"action:{messages.PROPOSE}": Press(LEADS, "ASB3"),
    f"view:{proposals.FORM}": Press(LEADS, state=(("timescale", _text("Q4")),)),
    f"action:{proposals.AGREE}": Press(COORDINATORS, "none"),
    f"action:{proposals.KEEP}": Press(COORDINATORS, "none"),
    f"view:{editing.FORM}": Press(COORDINATORS, state=(("text", _text("Another wording")),)),
    f"view:{forms.FORM}": Press(LEADS, state=REPORT),
    f"view_closed:{forms.FORM}": Press(REPORTERS, state=REPORT),
    f"view:{people.FORM}": Press(
        COORDINATORS,
        state=(
            ("person", {"selected_user": "U0SAM"}),
            ("role", _option("coordinator")),
            ("agency", _option("KP")),
        ),
    ),
    f"view:{learning.FORM}": Press(
        COORDINATORS, state=(("word", _text("needles")), ("target", _option("SUB")))
    ),
    f"options:{forms.ACTION}": Press(REPORTERS),
    f"shortcut:{forms.SHORTCUT}": Press(REPORTERS),
}
"""What is registered -> who may. `UPDATE` stands for the id of an update of ASB3."""

IN_FORMS = {forms.ACTION, forms.STATUS, agency_form.STATUS}
"""What is pressed or chosen inside a form."""

EVENTS = {
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "member_joined_channel",
    "message",
    "tokens_revoked",
    "user_change",
}
"""Events: mentions and messages are the routes of the verbs; the others carry no person's wish."""


class Recorder:
    """Stands in for Bolt's App and writes down what is registered."""

    def __init__(self) -> None:
        self.found: dict[str, set[str]] = defaultdict(set)

    def __getattr__(self, kind: str) -> Any:
        def listen(what: Any) -> Any:
            name = what.pattern[1:].removesuffix("(:|$)") if hasattr(what, "pattern") else what
            self.found[kind].add(str(name))
            return lambda listener: listener

        return listen


class Doors(Partnership):
    """A partnership at whose doors anybody may knock, with any payload."""

    memory = ""
    """What a forged form remembers, where it is not what a form of this version would."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"sqlite:///{folder / 'rights.sqlite3'}", date(2018, 5, 14), folder)
        foreign = User(Who.FOREIGN, "foreign", "Foreign Person", team="T0ELSEWHERE")
        self.workspace.add_user(foreign)
        self.workspace.channel(CHANNEL).members.add(Who.FOREIGN)
        deactivated(self.bot.context, HOME, Who.LEFT, active=False)
        self.person(Who.OWN_LEAD).types("/csp update ASB3 amber Sites are being chosen")
        self.update = self._record()[-1].id
        typed = self.says(Who.OWN_LEAD, "update ASB3 green Two are up\nASB4 amber Late", "message")
        self.several = re.findall("several:[0-9a-f]+", typed)[-1]

    def _record(self) -> tuple[Update, ...]:
        with self.bot.store.reading(HOME) as records:
            return records.plans.record()

    def state(self) -> str:
        """Everything that rights protect."""
        passing = {"seen", "alembic_version"}
        found = []
        with self.bot.store.reading(HOME) as records:
            for table in tables.metadata.sorted_tables:
                if table.name not in passing:
                    rows = records.connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')
                    found.append(str(rows.all()))
        return "\n".join(found)

    def says(self, who: Who, text: str, route: str) -> str:
        """Type a line at one of the doors; what comes back."""
        with Listening(self) as heard:
            if route == "command":
                payload = {
                    "command": "/csp",
                    "text": text,
                    "user_id": who,
                    "team_id": self._team(who),
                    "channel_id": CHANNEL,
                    "trigger_id": self.workspace.trigger(who),
                    "response_url": f"{self.url}/respond/none",
                }
                heard.acked = self.acts._delivery.send("command", payload)
            elif route == "mention":
                self.person(who).types(f"<@{self.workspace.bot}> {text}")
            else:
                self.person(who).writes_to_the_bot(text)
        return heard.text

    def presses(self, who: Who, door: str) -> str:
        """Send a forged interaction; what comes back."""
        kind, _, name = door.partition(":")
        press = PRESSES[door]
        value = press.value.replace("UPDATE", self.update).replace("SEVERAL", self.several)
        state = {field: {field: element} for field, element in press.state}
        payload = self.acts._interaction(_TYPES[kind], who)
        payload["team"]["id"] = self.workspace.team
        if kind == "action":
            action: dict[str, Any] = {
                "type": "button",
                "action_id": name,
                "block_id": "b",
                "value": value,
            }
            if press.select or name == messages.AWAY_UNTIL:
                action |= {"selected_option": {"value": press.select}, "selected_date": value}
            payload |= {"actions": [action | {"action_ts": "1.1", "block_id": "b"}]}
        if kind in {"view", "view_closed"} or name in IN_FORMS:
            view = self._view(who, name, state)
            payload |= {"view": view, "action_id": name, "block_id": name, "value": "asb"}
            payload |= {"container": {"type": "view", "view_id": view["id"]}}
        elif kind == "shortcut":
            self.person(Who.OWN_LEAD).types("The second camera went up")
            message = self.workspace.channel(CHANNEL).messages[-1]
            payload |= {"callback_id": name, "message": message, "message_ts": message["ts"]}
        if "view" not in payload:
            payload |= {"channel": {"id": CHANNEL, "name": "x"}}
            payload |= {"response_url": f"{self.url}/respond/none"}
            payload |= {"container": {"type": "message", "channel_id": CHANNEL}}
        with Listening(self) as heard:
            heard.acked = self.acts._delivery.send("interaction", payload)
        return heard.text

    def _team(self, who: Who) -> str:
        return self.workspace.user(who).team

    def _view(self, who: Who, name: str, state: dict[str, Any]) -> dict[str, Any]:
        """A form that is really open before the person, whether or not they could have got it."""
        blocks = [
            {
                "type": "input",
                "block_id": field,
                "label": {"type": "plain_text", "text": field},
                "element": {"type": "plain_text_input", "action_id": field},
            }
            for field in state or {"ref": {}}
        ]
        shown = self.bot.bolt.client.views_open(
            trigger_id=self.workspace.trigger(who),
            view={
                "type": "modal",
                "callback_id": name,
                "title": {"type": "plain_text", "text": "Forged"},
                "submit": {"type": "plain_text", "text": "Send"},
                "private_metadata": self.memory or json.dumps(LISTS.get(name, METADATA)),
                "blocks": blocks,
            },
        )["view"]
        return {**shown, "state": {"values": state}}


_TYPES = {
    "action": "block_actions",
    "view": "view_submission",
    "view_closed": "view_closed",
    "options": "block_suggestion",
    "shortcut": "message_action",
}


class Listening:
    """Everything that is said, posted, opened or acknowledged while somebody acts."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._found: list[str] = []
        self.acked: Any = None

    def __enter__(self) -> Listening:
        self._doors.workspace.listeners.append(self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        self._doors.workspace.listeners.remove(self._hear)

    def _hear(self, user: str, event: dict[str, Any]) -> None:
        self._found.append(json.dumps(event, default=str, ensure_ascii=False))

    @property
    def text(self) -> str:
        acked = json.dumps(self.acked.body, ensure_ascii=False) if self.acked else ""
        return "\n".join([*self._found, acked])


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    made = Doors(tmp_path_factory.mktemp("rights"))
    yield made
    made.close()


def refused(text: str) -> bool:
    return any(reason in text for reason in REASONS)


def _pairs(table: dict[str, Any], who_of: Any, *, may: bool) -> list[tuple[str, Who]]:
    return [(door, who) for door in table for who in Who if (who in who_of(table[door])) is may]


DENIED_VERBS = _pairs(VERBS, lambda row: row[0], may=False)
DENIED_PRESSES = _pairs(PRESSES, lambda row: row.who, may=False)


def test_every_registered_verb_and_interaction_has_its_row() -> None:
    recorder = Recorder()
    register(recorder, Context(None, None, None, None))  # type: ignore[arg-type]
    found = recorder.found
    registered = {
        f"{kind}:{name}"
        for kind in ("action", "view", "view_closed", "options", "shortcut")
        for name in found[kind]
    }
    assert registered == set(PRESSES)
    assert found["event"] == EVENTS
    assert found["command"] == {"/csp", "/priority", "/action"}


def test_every_verb_of_the_grammar_has_its_row(doors: Doors) -> None:
    router = register(Recorder(), doors.bot.context)  # type: ignore[arg-type]
    assert {verb.names[0] for verb in router.verbs} | {""} == set(VERBS)
    for verb in router.verbs:
        assert verb.coordinators == (VERBS[verb.names[0]][0] == COORDINATORS), verb.names


@pytest.mark.parametrize(
    "route", ["command", *(pytest.param(r, marks=pytest.mark.slow) for r in ("mention", "message"))]
)
@pytest.mark.parametrize(("verb", "who"), DENIED_VERBS)
def test_who_may_not_is_told_why_and_nothing_changes(
    doors: Doors, verb: str, who: Who, route: str
) -> None:
    before = doors.state()
    said = doors.says(who, f"{verb} {VERBS[verb][1]}".strip(), route)
    assert refused(said), said
    assert doors.state() == before


@pytest.mark.parametrize(("door", "who"), DENIED_PRESSES)
def test_a_forged_interaction_changes_nothing(doors: Doors, door: str, who: Who) -> None:
    before = doors.state()
    said = doors.presses(who, door)
    silent = door.startswith(("view_closed", "options"))
    assert refused(said) or silent, said
    if silent:
        assert "ASB" not in said
    assert doors.state() == before


@pytest.mark.parametrize("who", list(Who))
@pytest.mark.slow
def test_who_may_is_not_refused_at_any_door(tmp_path: Path, who: Who) -> None:
    doors = Doors(tmp_path)
    try:
        for verb, (allowed, text) in VERBS.items():
            for route in ("command", "mention", "message"):
                if who in allowed and not (verb == "join" and who in KNOWN):
                    said = doors.says(who, f"{verb} {text}".strip(), route)
                    assert not refused(said), (verb, route, said)
                    assert "Something went wrong" not in said, (verb, route, said)
        for door, press in PRESSES.items():
            if who in press.who:
                said = doors.presses(who, door)
                assert not refused(said), (door, said)
                assert "Something went wrong" not in said, (door, said)
    finally:
        doors.close()


@pytest.mark.parametrize("memory", ["{}", "[]", "null", "7", '"x"', '{"other": 1}', "no JSON"])
@pytest.mark.slow
def test_a_form_of_another_version_is_no_fault(tmp_path: Path, memory: str) -> None:
    doors = Doors(tmp_path)
    doors.memory = memory
    try:
        for door in PRESSES:
            if door.startswith("view") or door.partition(":")[2] in IN_FORMS:
                said = doors.presses(Who.COORDINATOR, door)
                assert "Something went wrong" not in said, (door, said)
    finally:
        doors.close()


@pytest.mark.slow
def test_a_sensitive_action_is_closed_to_others_at_every_door_that_answers(
    tmp_path: Path,
) -> None:
    doors = Doors(tmp_path)
    try:
        doors.marks("ASB3 sensitive")
        secrets = re.compile("re-deployable CCTV|Sites are being chosen")
        for who in (Who.OTHER_LEAD, Who.OBSERVER):
            for verb in ("", "action", "priority", "summary", "history"):
                text = {"": "ASB3", "priority": "ASB"}.get(verb, VERBS[verb][1])
                for route in ("command", "mention", "message"):
                    said = doors.says(who, f"{verb} {text}".strip(), route)
                    assert not secrets.search(said), (who, verb, route)
            for door in (messages.ASK, home.QUESTION, messages.SHARE, sign_off.PREVIEW):
                assert not secrets.search(doors.presses(who, f"action:{door}"))
            assert not secrets.search(doors.presses(who, f"options:{forms.ACTION}"))
            home_view = doors.person(who).opens_home()
            assert not secrets.search(json.dumps(home_view, ensure_ascii=False))
    finally:
        doors.close()
