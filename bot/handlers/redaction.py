"""`/csp redact REF`: a coordinator takes words out of the record and out of the bot's messages.

The record first, in one commit; the messages are gone through in the background, however often
Slack asks to wait or the process starts anew (`services.sweeping`).
"""

from __future__ import annotations

from slack_bolt import App

from bot.blocks import redaction as drawn
from bot.core.errors import Invalid
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import members, redaction
from bot.services.context import Context


class Redaction:
    """Choosing an update, and taking its words out everywhere."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("redact",),
                    "/csp redact REF",
                    "take the words of an update out of the record and of my messages",
                    self.choose,
                    coordinators=True,
                    wish=Wish.POSTS,
                )
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Redact] and to the choice when other updates say the same."""
        bolt.action(drawn.REDACT)(pressed(self.redact))
        bolt.action(drawn.REDACT_ONE)(pressed(self.redact_one))
        bolt.action(drawn.REDACT_ALL)(pressed(self.redact_all))

    def choose(self, ask: Ask) -> Reply:
        """The latest updates of an action that hold words."""
        if not ask.text:
            raise Invalid("ref", "Which action?", "Type for example `/csp redact ASB3`.")
        updates = redaction.latest(self._context, ask.caller, ask.text)
        show, names = (
            self._context.timetable.show,
            members.names(self._context, ask.caller.workspace),
        )
        return Reply.of(drawn.to_choose(ask.text.strip().upper(), updates, show, names))

    def redact(self, press: Press) -> None:
        """[Redact]: at once, unless other updates say the same; then it is asked about them."""
        chosen = redaction.to_redact(self._context, press.caller, press.value)
        if chosen.elsewhere:
            show = self._context.timetable.show
            names = members.names(self._context, press.caller.workspace)
            press.instead(drawn.elsewhere(chosen.update, chosen.elsewhere, show, names))
        else:
            self._redact(press, elsewhere=False)

    def redact_one(self, press: Press) -> None:
        """[Only the one I chose]."""
        self._redact(press, elsewhere=False)

    def redact_all(self, press: Press) -> None:
        """[All of them]."""
        self._redact(press, elsewhere=True)

    def _redact(self, press: Press, *, elsewhere: bool) -> None:
        done = redaction.redact(self._context, press.caller, press.value, elsewhere=elsewhere)
        press.instead(drawn.begun(done))
