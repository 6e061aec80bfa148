"""`/csp edit REF`: a coordinator changes an action in a form."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.blocks import editing as drawing
from bot.blocks import forms
from bot.core.errors import Invalid
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import editing
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
                    "change an action's wording, lead, partners, date or target, with a reason",
                    self.edit,
                    coordinators=True,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Edit] and to the form."""
        bolt.action(drawing.OPEN)(pressed(self.open_form))
        bolt.view(drawing.FORM)(self.submit)

    def edit(self, ask: Ask) -> Reply | None:
        """Open the form of an action, or offer the button that can."""
        if not ask.text:
            raise Invalid("ref", "Which action is to be changed?", "`/csp edit REF`")
        edit, measured = editing.to_edit(self._context, ask.caller, ask.text)
        if not ask.trigger_id:
            return Reply.of(drawing.one_tap_away(edit.ref))
        ask.client.views_open(trigger_id=ask.trigger_id, view=drawing.form(edit, measured=measured))
        return None

    def open_form(self, press: Press) -> None:
        """[Edit]."""
        edit, measured = editing.to_edit(self._context, press.caller, press.value)
        press.open(drawing.form(edit, measured=measured))

    def submit(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form was sent: saved, then said."""
        edit = drawing.read_edit(view)
        changes = editing.save_edit(self._context, context["caller"], edit)
        ack(
            response_action="update",
            view=forms.said_view("Saved", drawing.saved(edit.ref, changes)),
        )
        self._home.refresh(context["caller"], client)
