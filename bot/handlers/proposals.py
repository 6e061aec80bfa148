"""`/csp propose REF`: a lead asks for another date, or says that an action is not theirs; the
coordinators answer with a button, and the lead is told."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import Ack, App, BoltContext

from bot.blocks import forms, messages
from bot.blocks import proposals as drawing
from bot.core.errors import Invalid, Unlikely
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import late
from bot.services.context import Context


class Proposals:
    """The conversation between a lead and the coordinators about one action."""

    def __init__(self, context: Context, router: Router, home: Home) -> None:
        self._context, self._home = context, home
        router.add(
            [
                Verb(
                    ("propose",),
                    "/csp propose REF",
                    "ask for another date for your action, or say that it is not yours",
                    self.propose,
                    wish=Wish.REPORT,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Propose a change], to its form and to the coordinators' answers."""
        bolt.action(re.compile(f"^{messages.PROPOSE}(:|$)"))(pressed(self.open_form))
        bolt.view(drawing.FORM)(self.submit)
        bolt.action(drawing.AGREE)(pressed(self.agree))
        bolt.action(drawing.KEEP)(pressed(self.keep))

    def propose(self, ask: Ask) -> Reply | None:
        """Open the form of an action, or offer the button that can."""
        if not ask.text:
            raise Invalid("ref", "Which action is it about?", "`/csp propose REF`")
        address, action, others = late.proposals.to_propose(self._context, ask.caller, ask.text)
        if not ask.trigger_id:
            return Reply.of(drawing.one_tap_away(address))
        view = drawing.form(address, action, others)
        ask.client.views_open(trigger_id=ask.trigger_id, view=view)
        return None

    def open_form(self, press: Press) -> None:
        """[Propose a change], under an answer or in the form of an update."""
        press.open(
            drawing.form(*late.proposals.to_propose(self._context, press.caller, press.value))
        )

    def submit(self, ack: Ack, view: dict[str, Any], context: BoltContext) -> None:
        """The form was sent: the coordinators are told; or it is asked back."""
        caller, asked_for = context["caller"], drawing.read(view)
        try:
            address = late.proposals.propose(
                self._context,
                caller,
                asked_for.ref,
                due=asked_for.due,
                agency=asked_for.agency,
                why=asked_for.why,
                sure=asked_for.sure,
            )
        except Unlikely as doubted:
            facts = late.proposals.to_propose(self._context, caller, asked_for.ref)
            again = drawing.form(*facts, doubted, forms.typed_in(view))
            ack(response_action="update", view=again)
            return
        text = f"Your coordinators are asked about {address}; I tell you what they decide."
        _, blocks = messages.notice(text)
        ack(response_action="update", view=forms.said_view("Asked", blocks))

    def agree(self, press: Press) -> None:
        """[Agree], [Change lead to ...]."""
        done = late.proposals.agree(self._context, press.caller, press.value)
        changes = "; ".join(done.changes)
        press.instead(messages.notice(f"{done.address}: {changes}. Whoever asked is told."))
        self._home.refresh(press.caller, press.client)

    def keep(self, press: Press) -> None:
        """[Keep]."""
        address = late.proposals.keep(self._context, press.caller, press.value)
        press.instead(messages.notice(f"{address} stays as it is. Whoever asked is told."))
