"""The one error handler. Whatever a listener raises is answered where the person is looking.

Refusals say why and what to do next; a form keeps what was typed. Anything else is a fault: logged
with a reference number that the person is told too. Nothing raises past this point, since an
exception after the acknowledgement would lose it.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Sequence
from typing import Any

from slack_bolt import BoltContext, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.blocks import forms, messages
from bot.core.errors import HeldByGuard, Invalid, Refused, Unlikely, Unusable, where
from bot.core.remedies import PASSING
from bot.handlers.press import AWAY, letter
from bot.handlers.router import LATE_TRIGGERS
from bot.services.deliveries import UnderWay

log = logging.getLogger(__name__)
_NO_WORD = "no answer"


class Failures:
    """Answers what went wrong, by the way the request came in."""

    def answer(
        self, error: Exception, body: dict[str, Any], context: BoltContext, client: WebClient
    ) -> BoltResponse:
        """The acknowledgement (or message) that tells the person what happened."""
        if isinstance(error, UnderWay):
            return _come_again()
        kind = _kind(body)
        drawn = in_words(error, kind)
        if kind == "command":
            return _json({"response_type": "ephemeral", "text": drawn[0], "blocks": drawn[1]})
        if kind == "view_submission":
            return _form(error, body["view"], drawn)
        if kind == "block_suggestion":
            return _json({"options": []})
        is_answered = _say(drawn, body, context, client)
        unheard = kind == "event_callback" and _may_pass(error) and not is_answered
        return _come_again() if unheard else BoltResponse(status=200, body="")


def in_words(error: Exception, kind: str) -> messages.Drawn:
    """What a person is told of an error; a fault is logged with the reference they are told."""
    if isinstance(error, Refused):
        return messages.refusal(error)
    if isinstance(error, Unusable):
        log.error("host", extra={"kind": kind, "fault": str(error)})
        return messages.unusable(error)
    if isinstance(error, SlackApiError) and error.response.get("error") in LATE_TRIGGERS:
        return messages.notice("Slack opened nothing, since I took too long. Press it once more.")
    if isinstance(error, AWAY):
        why = _why(error)
        log.error("slack", extra={"kind": kind, "fault": why, "where": where(error)})
        return messages.slack_away(why)
    reference = secrets.token_hex(3).upper()
    log.error(
        "fault",
        extra={
            "reference": reference,
            "kind": kind,
            "fault": type(error).__name__,
            "where": where(error),
        },
    )
    return messages.fault(reference)


def _may_pass(error: Exception) -> bool:
    """Whether Slack may take later what it did not take now: a refusal of its own stays one."""
    refused = isinstance(error, SlackApiError) and error.response.status_code < 429
    return isinstance(error, AWAY) and (not refused or _why(error) in PASSING | {_NO_WORD})


def _why(error: Exception) -> str:
    """Slack's word for a refusal; what is no word of Slack's is a page of some host in between."""
    word = str(error.response.get("error") or "") if isinstance(error, SlackApiError) else ""
    return word if word.replace("_", "").isalnum() else _NO_WORD


def _come_again() -> BoltResponse:
    """Slack delivers an event anew that was not taken, after a minute and after five ("The Events
    API", "Retries")."""
    return BoltResponse(status=503, body="")


def _kind(body: dict[str, Any]) -> str:
    return "command" if "command" in body else str(body.get("type", ""))


def _json(content: dict[str, Any]) -> BoltResponse:
    headers: dict[str, str | Sequence[str]] = {"content-type": "application/json"}
    return BoltResponse(status=200, body=json.dumps(content), headers=headers)


def _form(error: Exception, view: dict[str, Any], drawn: messages.Drawn) -> BoltResponse:
    """Under the right field when the refusal names one; else a view above the form, which stays."""
    if isinstance(error, (Invalid, HeldByGuard, Unlikely)):
        return _json({"response_action": "errors", "errors": forms.field_errors(view, error)})
    return _json({"response_action": "push", "view": forms.said_view("Not saved", drawn[1])})


def _say(
    drawn: messages.Drawn, body: dict[str, Any], context: BoltContext, client: WebClient
) -> bool:
    """Tell the person: in a view when they look at one, else in the conversation they are in, and
    where neither can be, in a direct message. False when none of it can be."""
    for way in (_in_a_view, _in_the_channel):
        try:
            if way(drawn, body, context, client):
                return True
        except (SlackClientError, OSError):
            log.info("said_another_way", extra={"not": way.__name__})
    return bool(context.user_id) and letter(client, str(context.user_id), drawn)


def _in_a_view(
    drawn: messages.Drawn, body: dict[str, Any], _context: BoltContext, client: WebClient
) -> bool:
    if not (body.get("view") and body.get("trigger_id")):
        return False
    show = client.views_push if body["view"]["type"] == "modal" else client.views_open
    show(trigger_id=body["trigger_id"], view=forms.said_view("Please note", drawn[1]))
    return True


def _in_the_channel(
    drawn: messages.Drawn, body: dict[str, Any], context: BoltContext, client: WebClient
) -> bool:
    channel, user = str(context.channel_id or "D"), context.user_id
    if channel.startswith("D") or not user:
        return False
    text, blocks = drawn
    thread = body.get("event", {}).get("thread_ts")
    client.chat_postEphemeral(
        channel=channel, user=user, text=text, blocks=blocks, thread_ts=thread
    )
    return True
