"""`/csp pack`, `/csp export` and `/csp return`: files for the asker alone, sent by the outbox."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import App

from bot.blocks import messages
from bot.blocks import summaries as drawn
from bot.blocks.notices import PACK
from bot.handlers.press import Press, pressed
from bot.handlers.quarters import quarter_of
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import late
from bot.services.context import Context


class RequestedFiles:
    """Asking for a file."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("pack", "paper"),
                    "/csp pack [Q2 [YYYY-YY]]",
                    "have a quarter's committee paper or a year's report sent to you as files",
                    self.pack,
                    wish=Wish.QUARTER,
                ),
                Verb(
                    ("return",),
                    "/csp return [AGENCY]",
                    "have your agency's return sent to you to fill in; send it back to me filled",
                    self.fill_in,
                    wish=Wish.REPORT,
                ),
                Verb(
                    ("export",),
                    "/csp export",
                    "have the plan and its history sent to you as a workbook",
                    self.export,
                    coordinators=True,
                    wish=Wish.CHANGE,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Committee paper]."""
        bolt.action(PACK)(pressed(self.pack_button))

    def pack(self, ask: Ask) -> Reply:
        """The committee paper of the quarter named, or of the one being collected; of a year named
        its annual report."""
        if ask.text.strip()[:1].isdigit():
            late.requested_files.ask_for_annual(
                self._context, ask.caller, ask.text.strip(), ask.delivery
            )
            text = "The annual report is on its way: look in your direct messages with me."
            return Reply.of(messages.notice(text))
        quarter = quarter_of(self._context, ask.caller, ask.text)
        late.requested_files.ask_for_pack(self._context, ask.caller, quarter, ask.delivery)
        return Reply.of(messages.notice(drawn.on_its_way(quarter)))

    def export(self, ask: Ask) -> Reply:
        """The plan and its history."""
        late.requested_files.ask_for_export(self._context, ask.caller, ask.delivery)
        return Reply.of(
            messages.notice("The workbook is on its way: look in your direct messages with me.")
        )

    def fill_in(self, ask: Ask) -> Reply:
        """A return to fill in, of the agency named or one's own."""
        what = late.requested_files.ask_for_return(
            self._context, ask.caller, ask.text, ask.delivery
        )
        text = f"On its way: {what}. Look in your direct messages with me."
        return replace(Reply.of(messages.notice(text)), private=True)

    def pack_button(self, press: Press) -> None:
        """[Committee paper]: sent to whoever presses it."""
        caller = press.caller
        quarter = quarter_of(self._context, caller, press.value)
        delivery = f"{press.action['action_ts']}"
        late.requested_files.ask_for_pack(self._context, caller, quarter, delivery)
        press.below(messages.notice(drawn.on_its_way(quarter)))
