"""`/csp redact REF`: a coordinator takes words out of the record and out of the bot's messages.

Messages first, the record after: should the process die in between, the words are still known and
the button can be pressed again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.blocks import redaction as drawn
from bot.core.errors import Invalid
from bot.core.redaction import Swept
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import redaction
from bot.services.context import Context

Sweeping = Callable[[WebClient, str, tuple[str, ...], datetime], Swept]
"""Takes texts out of the messages of a bot (its user id) from a moment on."""


class Redaction:
    """Choosing an update, and taking its words out everywhere."""

    def __init__(self, context: Context, router: Router, sweep: Sweeping) -> None:
        self._context = context
        self._sweep = sweep
        router.add(
            [
                Verb(
                    ("redact",),
                    "/csp redact REF",
                    "take the words of an update out of the record and of my messages",
                    self.choose,
                    coordinators=True,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Redact]."""
        bolt.action(drawn.REDACT)(self.redact)

    def choose(self, ask: Ask) -> Reply:
        """The latest updates of an action that hold words."""
        if not ask.text:
            raise Invalid("ref", "Which action?", "Type for example `/csp redact ASB3`.")
        found = redaction.latest(self._context, ask.caller, ask.text)
        return Reply.of(drawn.to_choose(ask.text.strip().upper(), found))

    def redact(
        self,
        ack: Ack,
        action: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        """[Redact]: the bot's messages that repeat the words, then the record."""
        caller = context["caller"]
        update = redaction.to_redact(self._context, caller, action["value"])
        bot, words = str(context.bot_user_id), redaction.words(update)
        swept = self._sweep(client, bot, words, redaction.since(update))
        redaction.redact(self._context, caller, update.id)
        text, blocks = drawn.done(update.ref, swept.changed, swept.left)
        respond(text=text, blocks=blocks, replace_original=True)
        ack()
