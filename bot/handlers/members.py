"""Who is who, in Slack: assigning, proposing, confirming; accounts that end."""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import App, BoltContext
from slack_sdk import WebClient

from bot.blocks import home, messages, people
from bot.core.access import Caller, Role
from bot.core.carried import parts
from bot.core.errors import Invalid
from bot.core.members import Member, role_named
from bot.handlers.caller import who_is
from bot.handlers.home import Home
from bot.handlers.press import Press, pressed
from bot.handlers.router import Ask, Reply, Router, Verb, Wish
from bot.services import members
from bot.services.context import Context

_WHO = re.compile(r"^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>\s*(.*)$", re.DOTALL)

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
                    wish=Wish.PEOPLE,
                ),
                Verb(
                    ("members",),
                    "/csp members",
                    "everybody I know, with agency and role",
                    self.listed,
                    coordinators=True,
                    wish=Wish.PEOPLE,
                ),
                Verb(
                    ("join",),
                    "/csp join AGENCY",
                    "say which agency you are from; a coordinator confirms",
                    self.join,
                    wish=Wish.JOIN,
                    strangers=True,
                ),
                Verb(
                    ("domain",),
                    "/csp domain agency.example = AGENCY",
                    "propose newcomers with such an e-mail address for that agency",
                    self.domain,
                    coordinators=True,
                    wish=Wish.PEOPLE,
                ),
            ]
        )

    def register(self, bolt: App) -> None:
        """Listen to proposals, decisions and account changes."""
        bolt.action(re.compile(f"^{home.PROPOSE}(:|$)"))(pressed(self.propose))
        bolt.action(messages.CONFIRM)(pressed(self.confirm))
        bolt.action(messages.TURN_DOWN)(pressed(self.turn_down))
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
        user, rest = match.groups()
        if rest.strip().lower() in _NO_ROLE:
            members.remove(self._context, ask.caller, user)
            return Reply.of(messages.removed(user))
        agency, role = _agency_and_role(rest)
        name, _ = who_is(ask.client, user)
        member = members.assign(self._context, ask.caller, user, agency, role, name)
        described = members.in_words(self._context, ask.caller.workspace, member)
        return Reply.of(messages.assigned(user, described))

    def listed(self, ask: Ask) -> Reply:
        """`members`."""
        return Reply.of(
            people.listed(
                members.listed(self._context, ask.caller),
                members.names(self._context, ask.caller.workspace),
            )
        )

    def join(self, ask: Ask) -> Reply:
        """`join [AGENCY]`: a proposal, told to the coordinators. Without an agency, the one the
        person's e-mail domain is mapped to."""
        agency = ask.text
        if not agency:
            _, email = who_is(ask.client, ask.caller.user)
            likely = members.likely_agency(self._context, ask.caller.workspace, email)
            if likely is None:
                step = "Type `/csp join AGENCY`, or choose it on my Home tab."
                raise Invalid("agency", "Which agency are you from?", step)
            agency = likely.code
        proposed = self._propose(ask.client, ask.caller, agency)
        role = members.in_words(self._context, ask.caller.workspace, proposed)
        text = f"Thank you. A coordinator has been asked to confirm you as {role}."
        return Reply.of(messages.notice(text))

    def domain(self, ask: Ask) -> Reply:
        """`domain example.org = AGENCY`."""
        domain, _, agency = ask.text.partition("=")
        mapped = members.map_domain(self._context, ask.caller, domain, agency.strip())
        text = f"Newcomers from {domain.strip()} will be proposed for {mapped.name}."
        return Reply.of(messages.notice(f"{text} You confirm each of them."))

    def propose(self, press: Press) -> None:
        """The select on a newcomer's Home."""
        self._propose(press.client, press.caller, press.value)
        press.client.views_publish(user_id=press.caller.user, view=home.waiting())

    def confirm(self, press: Press) -> None:
        """[Confirm] under a proposal."""
        self._decide(press, confirm=True)

    def turn_down(self, press: Press) -> None:
        """[Turn down] under a proposal."""
        self._decide(press, confirm=False)

    def account_changed(self, event: dict[str, Any], context: BoltContext) -> None:
        """An account was deactivated or brought back: rights follow."""
        user = event["user"]
        members.deactivated(
            self._context, context["workspace"], user["id"], active=not user.get("deleted", False)
        )

    def _propose(self, client: WebClient, caller: Caller, agency: str) -> Member:
        name, email = who_is(client, caller.user)
        return members.propose(self._context, caller, agency, name, email)

    def _decide(self, press: Press, *, confirm: bool) -> None:
        user, _team, agencies = (*parts(press.value, 2), "")[:3]
        member = members.decide(self._context, press.caller, user, agencies, confirm=confirm)
        if press.view:
            self._home.refresh(press.caller, press.client)  # it is gone from there
        else:
            role = members.in_words(self._context, press.caller.workspace, member)
            press.instead(messages.decided(member.user, role, confirmed=confirm))


def _agency_and_role(text: str) -> tuple[str, str]:
    """ "Fire Service lead" -> ("Fire Service", "lead"); without a role, a lead."""
    words = text.split()
    if words and role_named(words[-1]):
        return " ".join(words[:-1]), words[-1].lower()
    return " ".join(words), Role.LEAD
