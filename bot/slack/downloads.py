"""Fetching a file somebody shared with the bot: what Slack says of it, then its bytes.

docs.slack.dev, files.info and "Working with files": `url_private_download` is read with the bot's
token. The token goes to Slack's own hosts only and follows no redirect: whoever may not read a file
is sent on to a sign-in page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.core.errors import Refused
from bot.messages.shared_files import MAX_BYTES, SharedFile

TIMEOUT_SECONDS = 20
_HOST = re.compile(r"[a-z0-9.-]+")
_HOSTS = ("slack.com", "slack-files.com", "slack-gov.com")
_GONE = {"file_not_found", "file_deleted"}
NO_SCOPE = (
    "I may not read files in this workspace yet.",
    "Whoever hosts me adds the optional scope `files:read` (`partnership-bot manifest` prints it) "
    "and installs the app again; until then `partnership-bot import FILE` reads the same files.",
)
AGAIN = "Send it again in a moment."


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing: what is answered with a redirect is an error."""


def fetch(client: WebClient, file_id: str) -> SharedFile:
    """A file by its id. Raises Refused: no scope, deleted, too large, kept elsewhere, no answer."""
    info = _info(client, file_id)
    name = str(info.get("name") or info.get("title") or "The file")
    if info.get("mode") in {"tombstone", "hidden_by_limit"}:
        raise _gone()
    if int(info.get("size") or 0) > MAX_BYTES:
        raise _too_large(name)
    url = str(info.get("url_private_download") or info.get("url_private") or "")
    if info.get("is_external") or not _is_slacks(url, client.base_url):
        raise Refused(f"{name} is kept outside Slack.", "Attach the file itself and send it again.")
    content = _content(client, url, name)
    if info.get("size") and len(content) != int(info["size"]):
        raise _torn(name)
    return SharedFile(file_id, name, str(info.get("user") or ""), content)


def _info(client: WebClient, file_id: str) -> Mapping[str, Any]:
    try:
        info: Mapping[str, Any] = client.files_info(file=file_id)["file"]
    except SlackApiError as refusal:
        error = str(refusal.response.get("error") or "")
        if error == "missing_scope":
            raise Refused(*NO_SCOPE) from None
        if error in _GONE:
            raise _gone() from None
        # What is no word of Slack's is a page of some host in between.
        reason = f" ({error})" if error.replace("_", "").isalnum() else ""
        raise Refused(f"Slack did not give me the file{reason}.", AGAIN) from None
    except (OSError, HTTPException, ValueError):
        raise Refused("Slack did not answer when I asked for the file.", AGAIN) from None
    return info


def _content(client: WebClient, url: str, name: str) -> bytes:
    request = Request(url, headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310
    try:
        with build_opener(_NoRedirect).open(request, timeout=TIMEOUT_SECONDS) as answer:
            content: bytes = answer.read(MAX_BYTES + 1)
            kind = answer.headers.get_content_type()
    except HTTPError as refusal:
        refusal.close()
        if refusal.code in {302, 403}:
            raise Refused(*NO_SCOPE) from None
        if refusal.code in {404, 410}:
            raise _gone() from None
        raise Refused(f"Slack did not give me {name} ({refusal.code}).", AGAIN) from None
    except (OSError, HTTPException):
        raise _torn(name) from None
    if len(content) > MAX_BYTES:
        raise _too_large(name)
    if kind == "text/html" and content.lstrip()[:14].lower() == b"<!doctype html":
        raise Refused(*NO_SCOPE)
    return content


def _is_slacks(url: str, base_url: str) -> bool:
    """Whether the token may go to an address: Slack's own, or the Web API's (a stand-in's)."""
    address, api = urlsplit(url), urlsplit(base_url)
    if (address.scheme, address.netloc) == (api.scheme, api.netloc):
        return True
    # The host alone: no name before an "@", which others read as the host.
    host = address.netloc.lower().removesuffix(":443")
    return address.scheme == "https" and any(
        host == known or (host.endswith(f".{known}") and _HOST.fullmatch(host)) for known in _HOSTS
    )


def _gone() -> Refused:
    return Refused("That file is no longer in Slack.", "Send it again.")


def _torn(name: str) -> Refused:
    """Half a file may still be readable, and would pass for a shorter plan."""
    return Refused(f"{name} did not arrive whole from Slack.", AGAIN)


def _too_large(name: str) -> Refused:
    return Refused(
        f"{name} is larger than {MAX_BYTES // 1_000_000} MB.", "Keep only the plan's own sheets."
    )
