"""The coordinator's conversation: the summary, the ledger, who has not reported, the channel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.blocks import forms, messages, notices
from bot.blocks import plans as drawn
from bot.core.access import Caller
from bot.core.errors import Invalid
from bot.core.quarters import Quarter
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import held, ledger, markings, members, reminders, summaries
from bot.services.collecting import open_quarter
from bot.services.context import Context


class Plans:
    """What coordinators run the quarter with; anybody known may preview the summary."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("summary",),
                    "/csp summary [Q2 2018-19]",
                    "preview a quarter's summary, for you alone",
                    self.summary,
                ),
                Verb(
                    ("missing",),
                    "/csp missing [Q2]",
                    "who has not reported",
                    self.missing,
                    coordinators=True,
                ),
                Verb(
                    ("log",),
                    "/csp log",
                    "what was posted, what waits and why",
                    self.log,
                    coordinators=True,
                ),
                Verb(
                    ("chase",),
                    "/csp chase",
                    "who was asked for updates, when, and who was not and why",
                    self.chase,
                    coordinators=True,
                ),
                Verb(
                    ("channel",),
                    "/csp channel here",
                    "post the summary and notices here; `private` or `open`: may sensitive "
                    "actions be shown whole here",
                    self.channel,
                    coordinators=True,
                ),
                Verb(
                    ("mark",),
                    "/csp mark REF sensitive",
                    "show only reference and status of an action or priority (or `official` again)",
                    self.mark,
                    coordinators=True,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to the buttons under these answers."""
        bolt.action(drawn.PREVIEW)(self.preview_button)
        bolt.action(drawn.POST)(self.post)
        bolt.action(drawn.TRY_AGAIN)(self.try_again)
        bolt.action(notices.NUDGE)(self.nudge)

    def summary(self, ask: Ask) -> Reply:
        """Preview a quarter; without one, the quarter being collected."""
        reply = self._preview(ask.caller, self._quarter(ask.caller, ask.text))
        return replace(reply, private=True)

    def missing(self, ask: Ask) -> Reply:
        """Who has not reported, by agency."""
        found = reminders.missing(self._context, ask.caller, self._quarter(ask.caller, ask.text))
        return Reply.of(drawn.missing(found, self._context.labels))

    def log(self, ask: Ask) -> Reply:
        """The ledger of posts."""
        lines = ledger.ledger(self._context, ask.caller)
        return Reply.of(drawn.ledger(lines_of(lines, self._context)))

    def chase(self, ask: Ask) -> Reply:
        """The log of the chase, to read or print."""
        lines = ledger.chase_log(self._context, ask.caller)
        return Reply.of(drawn.ledger(lines_of(lines, self._context)))

    def channel(self, ask: Ask) -> Reply:
        """`channel here | private | open`, typed in the channel it is about."""
        if not ask.channel or ask.channel.startswith("D"):
            raise Invalid("channel", "Type that in the channel itself.", "`/csp channel here`")
        wanted = ask.text.strip().lower()
        if wanted in {"private", "open"}:
            named = wanted == "private"
            markings.set_private(self._context, ask.caller, ask.channel, named=named)
            return Reply.of(drawn.channel_private(ask.channel, named=named))
        if wanted != "here":
            read = f"I read '{wanted}'." if wanted else "What is this channel to be?"
            raise Invalid("channel", read, "Type `here`, `private` or `open` after it.")
        members.set_channel(self._context, ask.caller, ask.channel)
        return Reply.of(drawn.channel_set(ask.channel))

    def mark(self, ask: Ask) -> Reply:
        """Mark an action or a priority as sensitive, or as official again."""
        name, marking = markings.mark(self._context, ask.caller, ask.text)
        return Reply.of(messages.notice(f"{name} is marked {marking} from now on."))

    def preview_button(
        self,
        ack: Ack,
        action: dict[str, Any],
        body: dict[str, Any],
        context: BoltContext,
        client: WebClient,
    ) -> None:
        """[Preview the summary] on Home."""
        reply = self._preview(context["caller"], self._quarter(context["caller"], action["value"]))
        client.views_open(
            trigger_id=body["trigger_id"], view=forms.said_view("Preview", list(reply.blocks))
        )
        ack()

    def post(
        self,
        ack: Ack,
        action: dict[str, Any],
        body: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
    ) -> None:
        """[Post now]: frozen and put into the outbox, once."""
        quarter = self._quarter(context["caller"], action["value"])
        summaries.post_now(self._context, context["caller"], quarter)
        text, blocks = messages.notice(
            f"The summary of {quarter} is frozen and on its way to the partnership channel."
        )
        if body.get("view"):
            view = forms.said_view("Posted", blocks)
            client.views_update(view_id=body["view"]["id"], view=view)
        else:
            respond(text=text, blocks=blocks, replace_original=True)
        ack()

    def try_again(
        self, ack: Ack, action: dict[str, Any], context: BoltContext, respond: Respond
    ) -> None:
        """[Try again] on a post that was held."""
        held.try_again(self._context, context["caller"], action["value"])
        respond(text="It will be tried again now.", replace_original=False)
        ack()

    def nudge(
        self, ack: Ack, action: dict[str, Any], context: BoltContext, respond: Respond
    ) -> None:
        """[Nudge them]: everybody with something to report is asked, by the same fair rules."""
        asked = reminders.nudge(
            self._context, context["caller"], self._quarter(context["caller"], action["value"])
        )
        text, blocks = drawn.nudged([(a.name, a.sent, a.reason) for a in asked])
        respond(text=text, blocks=blocks, replace_original=False)
        ack()

    def _preview(self, caller: Caller, quarter: Quarter) -> Reply:
        found = summaries.preview(self._context, caller, quarter)
        return Reply.of(
            drawn.preview(
                found.summary, self._context.labels, frozen=found.frozen, may_post=found.may_post
            )
        )

    def _quarter(self, caller: Caller, text: str) -> Quarter:
        if not text.strip():
            return open_quarter(self._context, caller.workspace)
        quarter = Quarter.parse(text, today=self._context.today())
        if quarter is None:
            raise Invalid(
                "quarter",
                f"I read '{text}' as the quarter and it is none.",
                "Type for example `/csp summary Q2` or `/csp summary Q2 2018-19`.",
            )
        return quarter


def lines_of(entries: tuple[ledger.LogLine, ...], context: Context) -> list[tuple[str, str]]:
    """Ledger entries as (text, key of what can be tried again)."""
    return [
        (f"{context.timetable.show(entry.due_at)} · {entry.what}: {entry.outcome}", entry.key)
        for entry in entries
    ]
