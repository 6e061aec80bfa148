"""What an answer of Slack means for a row to be posted: later, uncertain, held or dead.

What was certainly not accepted may be tried again; what nobody can know is uncertain.
"""

from __future__ import annotations

import socket
from datetime import timedelta
from urllib.error import URLError

from slack_sdk.web import SlackResponse

from bot.core.outgoing import PostResult, PostState

SOON = timedelta(seconds=30)
SHUT_OUT = {
    "invalid_auth",
    "not_authed",
    "token_revoked",
    "token_expired",
    "account_inactive",
    "org_login_required",
}
NOT_TAKEN = {"ratelimited", "rate_limited", "message_limit_exceeded", "request_timeout"}
"""Refusals that will pass: the request was not carried out."""
UNKNOWABLE = {"internal_error", "fatal_error", "service_unavailable"}
"""Slack's own words for these: some part of the operation may have succeeded."""
NEVER = {
    "msg_too_long",
    "no_text",
    "invalid_arguments",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "metadata_too_large",
}
CUT_OFF = "http_200"
"""A 200 whose body is no JSON: the request was read, the answer got lost on the way."""


def outcome(answer: SlackResponse) -> PostResult:
    """What an answer that is no "ok" means for the row."""
    error = error_of(answer)
    if answer.status_code == 429 or error in NOT_TAKEN:
        return PostResult(PostState.PENDING, error="ratelimited", wait=_retry_after(answer))
    if answer.status_code >= 500 or error in {*UNKNOWABLE, CUT_OFF}:
        return PostResult(PostState.UNCERTAIN, error=error)
    if error in SHUT_OUT:
        return PostResult(PostState.PENDING, error=error, wait=SOON, shut_out=True)
    if error in NEVER:
        return PostResult(PostState.DEAD, error=error)
    return PostResult(PostState.HELD, error=error)


def error_of(answer: SlackResponse) -> str:
    """Slack's word for it. Of an answer that is no JSON (a proxy's page), only the status."""
    data = answer.data if isinstance(answer.data, dict) else {}
    error = str(data.get("error", ""))
    return error if error.replace("_", "").isalnum() else f"http_{answer.status_code}"


def _retry_after(answer: SlackResponse) -> timedelta:
    headers = {str(name).lower(): value for name, value in dict(answer.headers).items()}
    header = headers.get("retry-after", "")
    seconds = str(header[0] if isinstance(header, list) else header)
    return timedelta(seconds=int(seconds)) if seconds.isdigit() else SOON


def unanswered(broken: Exception) -> PostResult:
    """No answer: certainly not accepted only when no connection was made at all."""
    reason = broken.reason if isinstance(broken, URLError) else broken
    error = type(reason).__name__
    if isinstance(reason, (ConnectionRefusedError, socket.gaierror)):
        return PostResult(PostState.PENDING, error=error, wait=SOON)
    return PostResult(PostState.UNCERTAIN, error=error)
