"""Who is who, in Slack: assigning, proposing, confirming; accounts that end."""

from __future__ import annotations

import json
import re
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk import WebClient

from bot.blocks import home, messages, people
from bot.core.access import Role
from bot.core.errors import Invalid
from bot.core.members import ROLE_WORDS, Member
from bot.handlers.caller import who_is
from bot.handlers.home import Home
from bot.handlers.router import Ask, Reply, Router, Verb
from bot.services import members
from bot.services.context import Context

_WHO = re.compile(r"^<@([A-Z0-9]+)(?:\|([^>]*))?>\s*(.*)$", re.DOTALL)

_NO_ROLE = frozenset({"none", "no role", "remove", "removed"})


class Members:
    """People join, are confirmed and leave."""

    def __init__(self, context: Context, router: Router, home_tab: Home) -> None:
        self._context = context
        self._home = home_tab
        router.add(
            [
                Verb(
                    ("member",),
                    "/csp member @name AGENCY lead",
                    "give a person an agency and a role: lead, deputy, observer, coordinator; none",
                    self.assign,
                    coordinators=True,
                ),
                Verb(
                    ("members",),
                    "/csp members",
                    "everybody I know, with agency and role",
                    self.listed,
                    coordinators=True,
                ),
                Verb(
                    ("join",),
                    "/csp join AGENCY",
                    "say which agency you are from; a coordinator confirms",
                    self.join,
                ),
                Verb(
                    ("domain",),
                    "/csp domain agency.example = AGENCY",
                    "propose newcomers with such an e-mail address for that agency",
                    self.domain,
                    coordinators=True,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to proposals, decisions and account changes."""
        bolt.action(re.compile(f"^{home.PROPOSE}(:|$)"))(self.propose)
        bolt.action(messages.CONFIRM)(self.confirm)
        bolt.action(messages.TURN_DOWN)(self.turn_down)
        bolt.event("user_change")(self.account_changed)

    def assign(self, ask: Ask) -> Reply:
        """`member @name AGENCY [ROLE]`."""
        match = _WHO.match(ask.text)
        if match is None:
            raise Invalid(
                "member",
                "I did not find a person in that.",
                "Type `/csp member @name AGENCY lead`, choosing the name from Slack's list.",
            )
        user, name, rest = match.groups()
        if rest.strip().lower() in _NO_ROLE:
            members.remove(self._context, ask.caller, user)
            return Reply.of(messages.assigned(user, "no member of the partnership any more"))
        agency, role = _agency_and_role(rest)
        member = members.assign(self._context, ask.caller, user, agency, role, name or "")
        described = members.in_words(self._context, ask.caller.workspace, member)
        return Reply.of(messages.assigned(user, described))

    def listed(self, ask: Ask) -> Reply:
        """`members`."""
        return Reply.of(people.listed(members.listed(self._context, ask.caller)))

    def join(self, ask: Ask) -> Reply:
        """`join [AGENCY]`: a proposal, told to the coordinators. Without an agency, the one the
        person's e-mail domain is mapped to."""
        agency = ask.text
        if not agency:
            _, email = who_is(ask.client, ask.caller.user)
            likely = members.likely_agency(self._context, ask.caller.workspace, email)
            if likely is None:
                raise Invalid("agency", "Which agency are you from?", "`/csp join AGENCY`")
            agency = likely.code
        proposed = self._propose(ask, agency)
        role = members.in_words(self._context, ask.caller.workspace, proposed)
        text = f"Thank you. A coordinator has been asked to confirm you as {role}."
        return Reply.of(messages.notice(text))

    def domain(self, ask: Ask) -> Reply:
        """`domain example.org = AGENCY`."""
        domain, _, agency = ask.text.partition("=")
        mapped = members.map_domain(self._context, ask.caller, domain, agency.strip())
        text = f"Newcomers from {domain.strip()} will be proposed for {mapped.name}."
        return Reply.of(messages.notice(f"{text} You confirm each of them."))

    def propose(
        self,
        ack: Ack,
        action: dict[str, Any],
        body: dict[str, Any],
        context: BoltContext,
        client: WebClient,
    ) -> None:
        """The select on a newcomer's Home."""
        ask = Ask(context["caller"], "", client, "home", trigger_id=body.get("trigger_id", ""))
        chosen = action.get("selected_option") or action
        self._propose(ask, chosen["value"])
        client.views_publish(user_id=ask.caller.user, view=home.waiting())
        ack()

    def confirm(
        self,
        ack: Ack,
        action: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
        body: dict[str, Any],
    ) -> None:
        """[Confirm] under a proposal."""
        self._decide(action, context, respond, body, confirm=True)
        ack()
        self._redraw(context, client, body)

    def turn_down(
        self,
        ack: Ack,
        action: dict[str, Any],
        context: BoltContext,
        client: WebClient,
        respond: Respond,
        body: dict[str, Any],
    ) -> None:
        """[Turn down] under a proposal."""
        self._decide(action, context, respond, body, confirm=False)
        ack()
        self._redraw(context, client, body)

    def account_changed(self, event: dict[str, Any], context: BoltContext) -> None:
        """An account was deactivated or brought back: rights follow."""
        user = event["user"]
        members.deactivated(
            self._context, context["workspace"], user["id"], active=not user.get("deleted", False)
        )

    def _propose(self, ask: Ask, agency: str) -> Member:
        name, email = who_is(ask.client, ask.caller.user)
        return members.propose(self._context, ask.caller, agency, name, email)

    def _decide(
        self,
        action: dict[str, Any],
        context: BoltContext,
        respond: Respond,
        body: dict[str, Any],
        *,
        confirm: bool,
    ) -> None:
        user, _team, agencies = (*json.loads(action["value"]), "")[:3]
        member = members.decide(self._context, context["caller"], user, agencies, confirm=confirm)
        text, blocks = messages.decided(member.user, " ".join(member.agencies), confirmed=confirm)
        if not body.get("view"):
            respond(text=text, blocks=blocks, replace_original=True)

    def _redraw(self, context: BoltContext, client: WebClient, body: dict[str, Any]) -> None:
        """A proposal that was decided on Home is gone from it."""
        if body.get("view"):
            self._home.refresh(context["caller"], client)


def _agency_and_role(text: str) -> tuple[str, str]:
    """ "Fire Service lead" -> ("Fire Service", "lead"); without a role, a lead."""
    words = text.split()
    if words and words[-1].lower() in ROLE_WORDS:
        return " ".join(words[:-1]), words[-1].lower()
    return " ".join(words), Role.LEAD
