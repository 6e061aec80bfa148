"""Each person's stack of open modals, and what an app's answer to a sent form does to it.

A modal is open for the one person it was opened for; at most three lie upon each other
(docs.slack.dev, "Modals"). What is not open can be neither sent nor updated.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import AbstractContextManager
from typing import Any, Protocol

from bot.sandbox.limits import Refusal, check_view

View = dict[str, Any]
MOST = 3


class Views(Protocol):
    """What keeps every view and tells people's pages of it: the workspace."""

    views: dict[str, View]

    @property
    def lock(self) -> AbstractContextManager[Any]:
        """Held while several views change together."""
        ...

    def keep_view(self, user: str, view: View, view_id: str = "") -> View:
        """A view as Slack keeps it, with its id and hash."""
        ...

    def tell(self, user: str, event: dict[str, Any]) -> None:
        """Tell one person's page what happened."""
        ...


class Modals:
    """The modals of a workspace. Every refusal is a Refusal with Slack's word for it."""

    def __init__(self, workspace: Views) -> None:
        self._w = workspace
        self._open: dict[str, list[str]] = defaultdict(list)

    def open(self, user: str, view: View) -> View:
        """A first modal; whatever this person had open is closed."""
        if self._open[user]:
            self._closed(user, "")
        return self._laid_on(user, view)

    def push(self, user: str, view: View) -> View:
        """One more modal upon the open one."""
        if not self._open[user]:
            raise Refusal("invalid_trigger_id", "views.push needs an open modal")
        if len(self._open[user]) >= MOST:
            raise Refusal("push_limit_reached")
        return self._laid_on(user, view)

    def _laid_on(self, user: str, view: View) -> View:
        check_view(view, "modal")
        stored = self._w.keep_view(user, view)
        self._open[user].append(stored["id"])
        self._w.tell(user, {"type": "view_opened", "view": stored})
        return stored

    def update(self, view_id: str, view: View, known_hash: str = "") -> View:
        """Draw an open modal (or a Home) anew; `known_hash` guards against a race."""
        before = self._w.views.get(view_id)
        if before is None or not self._is_there(before):
            raise Refusal("not_found")
        check_view(view, before["type"])
        if known_hash and known_hash != before["hash"]:
            raise Refusal("hash_conflict")
        stored = self._w.keep_view(before["owner"], view, view_id)
        self._w.tell(before["owner"], {"type": "view_updated", "view": stored})
        return stored

    def _is_there(self, view: View) -> bool:
        return view["type"] == "home" or view["id"] in self._open[view["owner"]]

    def shown(self, user: str, view_id: str) -> View:
        """The open modal, or Home, of this person. Raises Refusal("not_found") for any other."""
        view = self._w.views.get(view_id)
        if view is None or view["owner"] != user or not self._is_there(view):
            raise Refusal("not_found", "this form is not open any more")
        return view

    def form(self, user: str, view_id: str) -> View:
        """The open modal of this person: what can be sent or closed, as Home cannot."""
        view = self.shown(user, view_id)
        if view["type"] != "modal":
            raise Refusal("not_found", "Home is no form")
        return view

    def close(self, user: str, view_id: str) -> View:
        """Close a modal, and those upon it, without a word to anybody's page."""
        with self._w.lock:
            view = self.form(user, view_id)
            stack = self._open[user]
            del stack[stack.index(view_id) :]
            return view

    def follow(self, user: str, view: View, answer: dict[str, Any]) -> dict[str, str]:
        """Do what an app answered to a sent form. Gives back its errors by block id."""
        action = answer.get("response_action")
        with self._w.lock:
            if action == "errors":
                return _known_errors(view, answer.get("errors"))
            if action == "update":
                self.update(view["id"], answer.get("view") or {})
            elif action == "push":
                self.push(user, answer.get("view") or {})
            else:
                self._closed(user, "" if action == "clear" else view["id"])
        return {}

    def _closed(self, user: str, view_id: str) -> None:
        """Close a modal, or all of them ("")."""
        stack = self._open[user]
        first = view_id or next(iter(stack), "")
        if first in stack:  # else the app has closed it in the meantime
            self.close(user, first)
        self._w.tell(user, {"type": "view_closed", "view_id": view_id})


def _known_errors(view: View, errors: Any) -> dict[str, str]:
    if not isinstance(errors, dict):
        raise Refusal("invalid_arguments", "errors must be an object")
    known = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    unknown = set(errors) - known
    if unknown or not errors:
        raise Refusal("invalid_arguments", f"errors for unknown blocks: {unknown}")
    return dict(errors)
