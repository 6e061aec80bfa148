"""Reminders: their buttons, who has not reported, and who was asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from bot.blocks import forms, messages
from bot.blocks import log as log_drawn
from bot.blocks import missing as missing_drawn
from bot.blocks import reminders as drawn
from bot.core.access import Role
from bot.core.carried import carried
from bot.core.members import Member
from bot.handlers.caller import who_is
from bot.handlers.log import shown
from bot.handlers.press import Press, pressed
from bot.handlers.quarters import quarter_of
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import absences, post_log, reminders
from bot.services.context import Context


class Reminders:
    """What leads answer to a reminder without reporting, and what coordinators see of it."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("missing",),
                    "/csp missing [Q2]",
                    "who has not reported",
                    self.missing,
                    coordinators=True,
                    wish=Wish.CHASE,
                ),
                Verb(
                    ("reminders", "chase"),
                    "/csp reminders",
                    "who was asked for updates, when, and who was not and why",
                    self.asked,
                    coordinators=True,
                    wish=Wish.CHASE,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to a reminder's buttons and to [Nudge them]."""
        bolt.action(messages.AWAY_UNTIL)(pressed(self.away))
        bolt.action(drawn.SOMEONE_ELSE)(pressed(self.someone_else))
        bolt.view(drawn.SOMEONE_ELSE)(self.hand_over)
        bolt.action(drawn.NOT_MINE)(pressed(self.not_mine))
        bolt.action(missing_drawn.NUDGE)(pressed(self.nudge))

    def missing(self, ask: Ask) -> Reply:
        """Who has not reported, by who can be asked."""
        unreported = reminders.missing(
            self._context, ask.caller, quarter_of(self._context, ask.caller, ask.text)
        )
        labels = self._context.of(ask.caller).labels
        return Reply.of(missing_drawn.missing_list(unreported, labels))

    def asked(self, ask: Ask) -> Reply:
        """Who was asked and who was not, newest first, to read or print."""
        lines = post_log.reminders(self._context, ask.caller)
        asked = shown(lines, self._context)
        return Reply.of(log_drawn.entries([("Who was asked, newest first", asked)]))

    def away(self, press: Press) -> None:
        """[I'm away until…] under a reminder."""
        until = carried(press.value, date.fromisoformat)
        deputies = absences.away_until(self._context, press.caller, until)
        press.below(drawn.away(until, deputies))

    def someone_else(self, press: Press) -> None:
        """[Someone else does this]: who, and of what."""
        caller = press.caller
        quarter = quarter_of(self._context, caller, press.value)
        actions = [s.action for s in absences.theirs(self._context, caller, quarter)]
        view = drawn.someone_else(quarter, [(a.ref, a.text) for a in actions])
        press.open(view)

    def hand_over(
        self, ack: Ack, view: dict[str, Any], context: BoltContext, client: WebClient
    ) -> None:
        """The form came back: the coordinators are told, and a new person is proposed to them."""
        caller = context["caller"]
        label, user, refs = drawn.someone_else_sent(view)
        quarter = quarter_of(self._context, caller, label)
        name, email = who_is(client, user) if user else ("", "")
        person = Member(user, Role.LEAD, (), name, email)
        given = absences.hand_over(self._context, caller, quarter, person, refs)
        blocks = drawn.handed_over(given, name or "somebody else")
        ack(response_action="update", view=forms.said_view("Thank you", blocks))

    def not_mine(self, press: Press) -> None:
        """[Not mine] under a reminder."""
        ref = absences.not_mine(self._context, press.caller, press.value)
        press.below(messages.notice(f"Thank you: you will not be asked about {ref} again."))

    def nudge(self, press: Press) -> None:
        """[Nudge 6]: everybody with something to report is asked, by the same fair rules."""
        quarter = quarter_of(self._context, press.caller, press.value)
        asked = reminders.nudge(self._context, press.caller, quarter)
        drawing = missing_drawn.nudged([(a.name, a.sent, a.reason) for a in asked])
        press.answer("Asked", drawing)
