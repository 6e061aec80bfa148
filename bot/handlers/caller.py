"""Before every listener: who is asking. Bots and workflows are not asked what they want."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_bolt import BoltContext, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.core.access import Caller
from bot.core.unseen import storable
from bot.services import members
from bot.services.context import Context


def who_is(client: WebClient, user: str) -> tuple[str, str]:
    """A person's name and e-mail address by Slack's directory; empty what it will not say."""
    try:
        known = client.users_info(user=user)["user"]
    except (SlackClientError, OSError):
        return "", ""
    name, email = known.get("real_name"), known.get("profile", {}).get("email")
    return storable(str(name or "")), storable(str(email or ""))


def by_email(client: WebClient) -> Callable[[str], str | None]:
    """A function from an e-mail address to a Slack user id, by Slack's directory."""

    def look(email: str) -> str | None:
        try:
            return str(client.users_lookupByEmail(email=email)["user"]["id"])
        except (SlackClientError, OSError):
            return None

    return look


_FROM_PEOPLE = {"app_home_opened": False, "app_mention": True, "message": True}
"""Events people start; whether each has a time by which it is known."""


def _is_whole(body: dict[str, Any], user: object, team: object) -> bool:
    """Whether a request holds what Slack says of every one of its kind: who sent it, from where,
    and what it is answered by (docs.slack.dev, "Slash commands", "Interaction payloads", "Events").
    Without that nobody could be told anything."""
    event = body.get("event")
    known_by = [body.get("trigger_id")] if "command" in body else []
    if event is not None:
        kind = event.get("type")
        if kind not in _FROM_PEOPLE or event.get("subtype"):
            return all(part is None or isinstance(part, str) for part in (user, team))
        known_by = [event.get("ts")] if _FROM_PEOPLE[kind] else []
    return all(part and isinstance(part, str) for part in (user, team, *known_by))


class Callers:
    """Middleware: puts the Caller into the context, keyed by user id."""

    def __init__(self, context: Context, workspace_of: Callable[[str], str]) -> None:
        self._context = context
        self._workspace_of = workspace_of
        self._sites: dict[str, str] = {}

    def identify(
        self,
        body: dict[str, Any],
        context: BoltContext,
        next: Callable[[], object],  # noqa: A002
    ) -> BoltResponse | None:
        """Let people through, with who they are; acknowledge and drop what bots say."""
        event = body.get("event", {})
        written = event.get("message") or event  # a changed message stands inside its event
        if written.get("bot_id") or event.get("subtype") == "bot_message":
            return BoltResponse(status=200, body="")
        user = context.actor_user_id or context.user_id
        if not _is_whole(body, user, context.team_id):
            return BoltResponse(status=400, body="not a request of Slack's")
        if context.team_id:
            context["workspace"] = self._workspace_of(context.team_id)
        if user and context.team_id:
            foreign = context.actor_team_id not in {None, context.team_id}
            team = str(context.actor_team_id) if foreign else ""
            known = self._caller(context["workspace"], user, team, context.get("came"))
            context["caller"] = replace(known, site=self._site(context.team_id, body))
        next()
        return None

    def _site(self, team: str, body: dict[str, Any]) -> str:
        """The workspace's address, from what commands and interactions tell of it; events tell
        nothing, so it is remembered."""
        workspace = body.get("team")
        domain = body.get("team_domain") or (
            workspace.get("domain") if isinstance(workspace, dict) else ""
        )
        if domain and str(domain).isascii():
            self._sites[team] = f"https://{domain}.slack.com/"
        return self._sites.get(team, "")

    def _caller(self, workspace: str, user: str, team: str, came: float | None) -> Caller:
        return members.identify(
            self._context.store,
            workspace,
            user,
            team,
            self._context.timetable.coordinators,
            came=came,
        )
