"""Reminders: their buttons, who has not reported, and who was asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond

from bot.blocks import log as log_drawn
from bot.blocks import messages
from bot.blocks import reminders as drawn
from bot.handlers.log import shown
from bot.handlers.quarters import quarter_of
from bot.handlers.router import Ask, Reply, Router, Verb
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
                ),
                Verb(
                    ("reminders", "chase"),
                    "/csp reminders",
                    "who was asked for updates, when, and who was not and why",
                    self.asked,
                    coordinators=True,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to a reminder's buttons and to [Nudge them]."""
        bolt.action(drawn.AWAY_UNTIL)(self.away)
        bolt.action(drawn.NOT_MINE)(self.not_mine)
        bolt.action(drawn.NUDGE)(self.nudge)

    def missing(self, ask: Ask) -> Reply:
        """Who has not reported, by agency."""
        unreported = reminders.missing(
            self._context, ask.caller, quarter_of(self._context, ask.caller, ask.text)
        )
        return Reply.of(drawn.missing_list(unreported, self._context.labels))

    def asked(self, ask: Ask) -> Reply:
        """Who was asked and who was not, newest first, to read or print."""
        lines = post_log.reminders(self._context, ask.caller)
        return Reply.of(log_drawn.entries(shown(lines, self._context)))

    def away(
        self, ack: Ack, action: dict[str, Any], context: BoltContext, respond: Respond
    ) -> None:
        """[I'm away until…] under a reminder."""
        until = date.fromisoformat(action["selected_date"])
        absences.away_until(self._context, context["caller"], until)
        text, blocks = drawn.away(until)
        respond(text=text, blocks=blocks, replace_original=False)
        ack()

    def not_mine(
        self, ack: Ack, action: dict[str, Any], context: BoltContext, respond: Respond
    ) -> None:
        """[Not mine] under a reminder."""
        ref = absences.not_mine(self._context, context["caller"], action["value"])
        text, blocks = messages.notice(f"Thank you: you will not be asked about {ref} again.")
        respond(text=text, blocks=blocks, replace_original=False)
        ack()

    def nudge(
        self, ack: Ack, action: dict[str, Any], context: BoltContext, respond: Respond
    ) -> None:
        """[Nudge them]: everybody with something to report is asked, by the same fair rules."""
        asked = reminders.nudge(
            self._context,
            context["caller"],
            quarter_of(self._context, context["caller"], action["value"]),
        )
        text, blocks = drawn.nudged([(a.name, a.sent, a.reason) for a in asked])
        respond(text=text, blocks=blocks, replace_original=False)
        ack()
