"""Agreeing a quarter's summary: comments, agencies' word, approval; and issuing it again."""

from __future__ import annotations

import shlex
from typing import Any

from slack_bolt import Ack, App, BoltContext

from bot.blocks import forms, messages
from bot.blocks import sign_off as drawn
from bot.core.access import Caller
from bot.core.carried import form_memory, parts
from bot.core.errors import HeldByGuard, Invalid
from bot.handlers.press import Press, pressed
from bot.handlers.quarters import quarter_of
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import reissues, sign_off, summaries
from bot.services.context import Context


class SignOff:
    """The steps between the close of returns and the post, and the correction after it."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        router.add(
            [
                Verb(
                    ("correct",),
                    "/csp correct [Q2 [YYYY-YY]]",
                    "issue a posted summary again after its figures were corrected",
                    self.correct,
                    coordinators=True,
                    wish=Wish.QUARTER,
                ),
                Verb(
                    ("attest",),
                    '/csp attest "AGENCY" by e-mail, 9 July',
                    "confirm the lines of a partner who is not in Slack, and how they gave word",
                    self.attest_for,
                    coordinators=True,
                    wish=Wish.QUARTER,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to the buttons of drafts, lines and corrections, and to the form of comments."""
        bolt.action(drawn.COMMENT)(pressed(self.comment))
        bolt.view(drawn.COMMENT)(self.commented)
        bolt.action(drawn.APPROVE)(pressed(self.approve))
        bolt.action(drawn.ATTEST)(pressed(self.attest))
        bolt.action(drawn.CORRECT)(pressed(self.reissue))

    def comment(self, press: Press) -> None:
        """[Comment]: the form, filled with what was commented before."""
        caller = press.caller
        quarter = quarter_of(self._context, caller, press.value)
        summary = summaries.preview(self._context, caller, quarter).summary
        given = sign_off.comments(self._context, caller, quarter)
        press.open(drawn.comment_form(summary, given))

    def commented(self, ack: Ack, view: dict[str, Any], context: BoltContext) -> None:
        """The form came back: saved, or shown again with what the guard holds."""
        caller = context["caller"]
        quarter = quarter_of(self._context, caller, form_memory(view, "quarter")["quarter"])
        texts = drawn.comments_in(view)
        try:
            sign_off.comment(self._context, caller, quarter, texts)
        except HeldByGuard as held:
            summary = summaries.preview(self._context, caller, quarter).summary
            ack(response_action="update", view=drawn.comment_form(summary, texts, held))
            return
        _, blocks = messages.notice(f"The comments stand in the draft of {quarter}.")
        ack(response_action="update", view=forms.said_view("Saved", blocks))

    def approve(self, press: Press) -> None:
        """[Approve]: frozen, and in the outbox for its time."""
        caller = press.caller
        quarter = quarter_of(self._context, caller, press.value)
        at = sign_off.approve(self._context, caller, quarter)
        when = self._context.timetable.show(at)
        text = (
            f"Approved. The summary of {quarter} is frozen and posted {when}. What is reported for "
            "this quarter from now on stands beside the next summary."
        )
        press.settle("Approved", messages.notice(text))

    def attest(self, press: Press) -> None:
        """[Our 6 lines are right]."""
        label, agency, *_ = parts(press.value, 2)
        quarter = quarter_of(self._context, press.caller, label)
        named = sign_off.attest(self._context, press.caller, quarter, agency)
        text = f"Thank you: the lines of {named.short} for {quarter} are confirmed."
        press.instead(messages.notice(text))

    def attest_for(self, ask: Ask) -> Reply:
        """A coordinator passes on an agency's word, and says how it came."""
        agency, source = _agency_and_source(ask.text)
        quarter = sign_off.being_agreed(self._context, ask.caller)
        named = sign_off.attest(self._context, ask.caller, quarter, agency, source)
        return Reply.of(
            messages.notice(f"The lines of {named.short} for {quarter} are confirmed ({source}).")
        )

    def correct(self, ask: Ask) -> Reply:
        """What changed since a summary was posted, and the button that issues it again."""
        return self._changes(ask.caller, ask.text)

    def reissue(self, press: Press) -> None:
        """[Issue it again]."""
        quarter = quarter_of(self._context, press.caller, press.value)
        reissues.reissue(self._context, press.caller, quarter)
        text = f"The corrected summary of {quarter} is on its way to the partnership channel."
        press.instead(messages.notice(text))

    def _changes(self, caller: Caller, text: str) -> Reply:
        quarter = (
            quarter_of(self._context, caller, text)
            if text.strip()
            else sign_off.last_posted(self._context, caller)
        )
        changes = reissues.changed(self._context, caller, quarter)
        return Reply.of(drawn.corrections(quarter, changes, self._context.of(caller).labels))


def _agency_and_source(text: str) -> tuple[str, str]:
    """The agency (in quotation marks when it has several words) and how its word was given."""
    plain = text.translate(str.maketrans("“”", '""')).replace("'", "’")
    try:
        words = shlex.split(plain)
    except ValueError:
        words = []
    if len(words) < 2:
        raise Invalid(
            "agency",
            "I need the agency and how it gave its word.",
            'Type for example `/csp attest "AGENCY" by e-mail, 9 July`.',
        )
    return words[0], " ".join(words[1:])
