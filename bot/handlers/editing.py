"""`/csp edit REF` and `/csp add`: a coordinator changes, closes or adds an action in a form."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.blocks import editing as drawing
from bot.blocks import forms, messages
from bot.core.errors import Invalid, Unlikely
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import late
from bot.services.context import Context


class Editing:
    """The conversation about changing an action."""

    def __init__(self, context: Context, router: Router, home: Home) -> None:
        self._context = context
        self._home = home
        router.add(
            [
                Verb(
                    ("edit",),
                    "/csp edit REF",
                    "change an action (wording, lead, partners, date, measure, target, who sees "
                    "it) or close it, with a reason",
                    self.edit,
                    coordinators=True,
                    wish=Wish.CHANGE,
                ),
                Verb(
                    ("add",),
                    "/csp add [YYYY-YY]",
                    "add an action to the plan",
                    self.add,
                    coordinators=True,
                    wish=Wish.CHANGE,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Edit], to [Add an action] and to their forms."""
        bolt.action(re.compile(f"^{messages.EDIT}(:|$)"))(pressed(self.open_form))
        bolt.action(drawing.ADD)(pressed(self.open_add))
        bolt.view(drawing.FORM)(self.submit)
        bolt.view(drawing.ADD_FORM)(self.submit_new)

    def edit(self, ask: Ask) -> Reply | None:
        """Open the form of an action, or offer the button that can."""
        if not ask.text:
            raise Invalid("ref", "Which action is to be changed?", "`/csp edit REF`")
        edit = late.editing.to_edit(self._context, ask.caller, ask.text)
        if not ask.trigger_id:
            return Reply.of(drawing.one_tap_away(edit.ref))
        view = drawing.form(edit, self._context.of(ask.caller).labels)
        ask.client.views_open(trigger_id=ask.trigger_id, view=view)
        return None

    def add(self, ask: Ask) -> Reply | None:
        """Open the form of a new action, or offer the button that can."""
        edit, priorities = late.editing.to_add(self._context, ask.caller, ask.text)
        if not ask.trigger_id:
            return Reply.of(drawing.add_one_tap_away(edit.ref))
        view = drawing.add_form(edit, priorities)
        ask.client.views_open(trigger_id=ask.trigger_id, view=view)
        return None

    def open_form(self, press: Press) -> None:
        """[Edit]."""
        edit = late.editing.to_edit(self._context, press.caller, press.value)
        press.open(drawing.form(edit, self._context.of(press.caller).labels))

    def open_add(self, press: Press) -> None:
        """[Add an action]."""
        edit, priorities = late.editing.to_add(self._context, press.caller, press.value)
        press.open(drawing.add_form(edit, priorities))

    def submit(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form was sent: saved, then said; or asked back."""
        caller, edit = context["caller"], drawing.read_edit(view)
        try:
            edited = late.editing.save_edit(self._context, caller, edit)
        except Unlikely as asked:
            typed = forms.typed_in(view)
            labels = self._context.of(caller).labels
            again = drawing.form(edit, labels, asked, typed)
            ack(response_action="update", view=again)
            return
        ack(response_action="update", view=forms.said_view("Saved", drawing.saved(edited)))
        self._home.refresh(caller, client)

    def submit_new(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form of a new action was sent: saved, then said; or asked back."""
        caller, edit = context["caller"], drawing.read_edit(view)
        try:
            edited = late.editing.add_action(self._context, caller, edit)
        except Unlikely as asked:
            _, priorities = late.editing.to_add(self._context, caller, edit.ref)
            again = drawing.add_form(edit, priorities, asked, forms.typed_in(view))
            ack(response_action="update", view=again)
            return
        shown = forms.said_view("Saved", drawing.saved(edited, new=True))
        ack(response_action="update", view=shown)
        self._home.refresh(caller, client)
