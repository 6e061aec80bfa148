"""The quarterly summary: anybody known may preview it, coordinators post it."""

from __future__ import annotations

from dataclasses import replace

from slack_bolt import App

from bot.blocks import messages
from bot.blocks import summaries as drawn
from bot.blocks.sign_off import PREVIEW
from bot.core.access import Caller
from bot.core.quarters import Quarter
from bot.handlers.press import Press, pressed
from bot.handlers.quarters import quarter_of
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import late, summaries
from bot.services.context import Context


class Summaries:
    """Preview and post."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("summary",),
                    "/csp summary [Q2 [YYYY-YY]]",
                    "preview a quarter's summary, for you alone",
                    self.summary,
                    wish=Wish.QUARTER,
                ),
                Verb(
                    ("annual",),
                    "/csp annual [YYYY-YY]",
                    "a year's four quarters side by side, its measures and what is left",
                    self.annual,
                    wish=Wish.QUARTER,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to [Preview the summary] and [Post now]."""
        bolt.action(PREVIEW)(pressed(self.preview_button))
        bolt.action(drawn.POST)(pressed(self.post))

    def summary(self, ask: Ask) -> Reply:
        """Preview a quarter; without one, the quarter being collected."""
        reply = self._preview(ask.caller, quarter_of(self._context, ask.caller, ask.text))
        return replace(reply, private=True)

    def annual(self, ask: Ask) -> Reply:
        """The annual report; without a year, that of the plan people mean today."""
        paper = late.annual.annual(self._context, ask.caller, ask.text.strip())
        return replace(Reply.of(drawn.annual(paper)), private=True)

    def preview_button(self, press: Press) -> None:
        """[Preview the summary] on Home."""
        quarter = quarter_of(self._context, press.caller, press.value)
        press.answer("Preview", self._preview(press.caller, quarter).drawn)

    def post(self, press: Press) -> None:
        """[Post now]: frozen and put into the outbox, once."""
        quarter = quarter_of(self._context, press.caller, press.value)
        summaries.post_now(self._context, press.caller, quarter)
        text = f"The summary of {quarter} is frozen and on its way to the partnership channel."
        press.settle("Posted", messages.notice(text))

    def _preview(self, caller: Caller, quarter: Quarter) -> Reply:
        shown = summaries.preview(self._context, caller, quarter)
        return Reply.of(
            drawn.preview(
                shown.summary,
                self._context.of(caller).labels,
                frozen=shown.frozen,
                may_post=shown.may_post,
                may_approve=shown.may_approve,
            )
        )
