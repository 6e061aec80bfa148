"""People acting in the stand-in, for tests that read like talk:

helen.types("/csp update ASB3 amber Two reviews are late")
assert "Saved" in helen.last()
helen.clicks("Undo")
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.sandbox.acts import Acts
from bot.sandbox.workspace import Workspace


class Person:
    """One person. Unknown buttons, fields and views fail with what there is instead."""

    def __init__(self, workspace: Workspace, acts: Acts, user: str, channel: str) -> None:
        self._w, self._acts, self.id, self.place = workspace, acts, user, channel
        self.views: list[dict[str, Any]] = []
        self.errors: dict[str, str] = {}
        self._typed: dict[str, dict[str, Any]] = {}
        workspace.listeners.append(self._note_event)

    def _note_event(self, user: str, event: dict[str, Any]) -> None:
        if user != self.id:
            return
        kind = event["type"]
        if kind == "view_opened":
            self.views.append(event["view"])
        elif kind == "view_updated":
            self.views = [v for v in self.views if v["id"] != event["view"]["id"]]
            self.views.append(event["view"])
            known = {b["block_id"] for b in event["view"]["blocks"]}
            typed = self._typed.get(event["view"]["id"], {})
            self._typed[event["view"]["id"]] = {k: v for k, v in typed.items() if k in known}
        elif kind == "view_closed":
            gone = event["view_id"]
            self.views = [v for v in self.views if gone not in {"", v["id"]}]

    def types(self, text: str, *, channel: str = "", thread: str = "") -> None:
        """Type a command or message where one is (or in `channel`)."""
        self._acts.send(self.id, channel or self.place, text, thread)

    def writes_to_the_bot(self, text: str, *, thread: str = "") -> None:
        """A direct message."""
        self._acts.send(self.id, self._w.dm(self.id).id, text, thread)

    def sees(self, channel: str = "") -> list[dict[str, Any]]:
        """The messages this person sees in a channel, oldest first."""
        return self._w.visible(self._w.channel(channel or self.place), self.id)

    def thread(self, ts: str, channel: str = "") -> list[str]:
        """The texts of a thread, its root first."""
        shown = self._w.visible(self._w.channel(channel or self.place), self.id, ts)
        return [message["text"] for message in shown]

    def last(self, channel: str = "") -> str:
        """The text of the last message this person sees."""
        seen = self.sees(channel)
        return str(seen[-1]["text"]) if seen else ""

    def letters(self) -> list[str]:
        """The bot's direct messages to this person."""
        seen = self._w.visible(self._w.dm(self.id), self.id)
        return [message["text"] for message in seen if message["user"] == self._w.bot]

    def opens_home(self) -> dict[str, Any]:
        """Open the Home tab; gives back its view."""
        self._acts.open_home(self.id)
        return self._w.homes[self.id]

    @property
    def view(self) -> dict[str, Any]:
        """The view in front."""
        if not self.views:
            raise AssertionError("no form is open")
        return self.views[-1]

    def reads(self, view: dict[str, Any] | None = None) -> str:
        """Every text of a view, line by line."""
        return "\n".join(_texts((view or self.view)["blocks"]))

    def clicks(
        self, label: str, *, message: dict[str, Any] | None = None, channel: str = ""
    ) -> None:
        """Press a button of the last message that has one of this label."""
        place = channel or self.place
        for shown in [message] if message else reversed(self.sees(place)):
            button = _button(shown.get("blocks") or [], label)
            if button:
                container = {
                    "type": "message",
                    "channel": place if place in self._w.channels else self._w.dm(self.id).id,
                    "message_ts": shown["ts"],
                }
                self._acts.act(self.id, container, button, {})
                return
        raise AssertionError(f"no button '{label}' in {place}: {self.last(place)}")

    def presses(self, label: str, view: dict[str, Any] | None = None, number: int = 0) -> None:
        """Press a button of a view (the one in front, or Home)."""
        shown = view or self.view
        buttons = _buttons(shown["blocks"], label)
        if len(buttons) <= number:
            raise AssertionError(f"no button '{label}' in {_texts(shown['blocks'])}")
        container = {"type": "view", "view_id": shown["id"]}
        self._acts.act(self.id, container, buttons[number], self.values())

    def chooses(self, action: dict[str, Any], view: dict[str, Any]) -> None:
        """Do any other interaction in a view: a select, a date."""
        self._acts.act(self.id, {"type": "view", "view_id": view["id"]}, action, self.values())

    def looks_up(self, typed: str, block_id: str = "action") -> list[str]:
        """What the typeahead of a field offers for what is typed, as values."""
        container = {"type": "view", "view_id": self.view["id"]}
        answer = self._acts.options(self.id, container, block_id, block_id, typed)
        lists = [group["options"] for group in answer.get("option_groups", [])]
        options = [o for options in lists for o in options] or answer.get("options", [])
        return [option["value"] for option in options]

    def picks(self, value: str, block_id: str = "action") -> None:
        """Choose in a typeahead that acts at once."""
        option = {"text": {"type": "plain_text", "text": value}, "value": value}
        chosen = {"type": "external_select", "selected_option": option}
        self._typed_here()[block_id] = chosen
        action = {"block_id": block_id, "action_id": block_id, **chosen}
        self.chooses(action, self.view)

    def fills(self, **fields: str) -> None:
        """Fill fields of the form in front, by block id (":" and "/" as the form has them)."""
        blocks = {b["block_id"]: b for b in self.view["blocks"] if b["type"] == "input"}
        for name, text in fields.items():
            if name not in blocks:
                raise AssertionError(f"no field '{name}', there are {sorted(blocks)}")
            element = blocks[name]["element"]
            typed = self._typed_here()[name] = _value(element, text)
            if blocks[name].get("dispatch_action") and element["type"].endswith("select"):
                action = {"block_id": name, "action_id": element["action_id"], **typed}
                self.chooses(action, self.view)

    def attaches(self, file: dict[str, Any], block_id: str = "file") -> None:
        """Choose an uploaded file in the form in front."""
        self._typed_here()[block_id] = {"type": "file_input", "files": [file]}

    def _typed_here(self) -> dict[str, Any]:
        """What was typed into the form in front; that of a form beneath it stays with that one."""
        return self._typed.setdefault(self.view["id"], {})

    def values(self) -> dict[str, dict[str, Any]]:
        """The state of the form in front: what was typed, else what it was opened with."""
        if not self.views:
            return {}
        state: dict[str, dict[str, Any]] = {}
        for block in self.view["blocks"]:
            if block["type"] == "input":
                element = block["element"]
                typed = self._typed_here().get(block["block_id"]) or _initial(element)
                state[block["block_id"]] = {element["action_id"]: typed}
        return state

    def submits(self) -> dict[str, str]:
        """Send the form in front; gives back its errors by block id."""
        self.errors = self._acts.submit(self.id, self.view["id"], self.values())
        return self.errors

    def closes(self) -> None:
        """Close the form in front without sending it (with what was typed)."""
        values = self.values()
        self._acts.close(self.id, self.views.pop()["id"], values)


_CHOSEN = {
    "users_select": "user", "conversations_select": "conversation", "datepicker": "date",
    "timepicker": "time",
}  # fmt: skip
"""Elements whose choice is no option -> what is chosen."""


def _value(element: dict[str, Any], text: str) -> dict[str, Any]:
    kind = element["type"]
    if kind in _CHOSEN:
        return {"type": kind, f"selected_{_CHOSEN[kind]}": text}
    if kind.endswith("select"):
        option = next((o for o in element.get("options", []) if o["value"] == text), None)
        if option is None:
            raise AssertionError(f"no option '{text}'")
        return {"type": kind, "selected_option": option}
    if kind == "checkboxes":
        chosen = [o for o in element["options"] if o["value"] in text.split()]
        return {"type": kind, "selected_options": chosen}
    return {"type": kind, "value": text}


def _initial(element: dict[str, Any]) -> dict[str, Any]:
    kind = element["type"]
    if kind in _CHOSEN:
        chosen = element.get(f"initial_{_CHOSEN[kind]}")
        return {"type": kind, f"selected_{_CHOSEN[kind]}": chosen}
    if kind.endswith("select"):
        return {"type": kind, "selected_option": element.get("initial_option")}
    if kind == "checkboxes":
        return {"type": kind, "selected_options": element.get("initial_options") or []}
    return {"type": kind, "value": element.get("initial_value")}


def _elements(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        elements = list(block.get("elements") or []) if block["type"] == "actions" else []
        elements += [block["accessory"]] if block.get("accessory") else []
        yield from ({**element, "block_id": block["block_id"]} for element in elements)


def _buttons(blocks: list[dict[str, Any]], label: str) -> list[dict[str, Any]]:
    return [
        {name: e[name] for name in ("type", "action_id", "block_id", "value", "text") if name in e}
        for e in _elements(blocks)
        if e["type"] == "button" and e["text"]["text"] == label
    ]


def _button(blocks: list[dict[str, Any]], label: str) -> dict[str, Any] | None:
    return next(iter(_buttons(blocks, label)), None)


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["text"]] if isinstance(value.get("text"), str) else []
        return own + [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return []
