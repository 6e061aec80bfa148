"""Who may do what, as data with reasons. A refusal always says who can do it instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from enum import StrEnum

from bot.core.dataclass import dataclass
from bot.core.errors import NotAllowed
from bot.core.plan import OFFICIAL_SENSITIVE, Action

HOME = "home"
"""The workspace of a bot that serves one partnership with one token: known before Slack is."""


class Role(StrEnum):
    """What a person is in the partnership. `UNKNOWN` is anyone not (yet) confirmed."""

    COORDINATOR = "coordinator"
    LEAD = "lead"
    OBSERVER = "observer"
    UNKNOWN = "unknown"


class Permission(StrEnum):
    """The things a person can ask of the bot that need a right."""

    READ = "read"
    REPORT = "report"
    COORDINATE = "coordinate"
    APPROVE = "approve"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is asking: keyed by user id, which is unique in all of Slack; `team` is remembered, where
    it is told, and never part of who somebody is. `site` is the address of the Slack workspace they
    ask in ("https://name.slack.com/"), for links; `waits`: they have said which agency they are
    from, and no coordinator has answered; `seen` the version of the records they were found
    in, at which the same request may be answered."""

    workspace: str
    user: str
    role: Role
    agencies: tuple[str, ...] = ()
    name: str = ""
    team: str = ""
    site: str = ""
    waits: bool = False
    seen: int | None = field(default=None, compare=False)

    @property
    def is_coordinator(self) -> bool:
        """True for the community safety manager and whoever shares that role."""
        return self.role is Role.COORDINATOR


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the rights table: who may, and what the others are told."""

    roles: frozenset[Role]
    own_agency: bool
    reason: str
    next_step: str


WAITS = "A coordinator has been asked to confirm you: you hear from me here as soon as they have."
KNOWN = frozenset({Role.COORDINATOR, Role.LEAD, Role.OBSERVER})
RULES: dict[Permission, Rule] = {
    Permission.READ: Rule(
        KNOWN,
        own_agency=False,
        reason="I only know members of the partnership, and I do not know you yet.",
        next_step="Write `join` with your agency to me (`/csp join AGENCY`, or without the "
        "slash in a mention or a direct message), or ask your community safety coordinator.",
    ),
    Permission.REPORT: Rule(
        frozenset({Role.COORDINATOR, Role.LEAD}),
        own_agency=True,
        reason="Only the agency that leads an action, or a coordinator, can update it.",
        next_step="",
    ),
    Permission.COORDINATE: Rule(
        frozenset({Role.COORDINATOR}),
        own_agency=False,
        reason="Only a coordinator can do that.",
        next_step="Ask your community safety coordinator.",
    ),
    Permission.APPROVE: Rule(
        frozenset({Role.COORDINATOR}),
        own_agency=False,
        reason="Only a coordinator or the chair can approve a summary.",
        next_step="Ask your community safety coordinator.",
    ),
}


def require(
    caller: Caller,
    permission: Permission,
    action: Action | None = None,
    names: Callable[[str], str] = str,
) -> None:
    """Return quietly when `caller` may do `permission` (on `action`); else raise NotAllowed.

    `names`: what the agency of a code is called, for the refusal.
    """
    if caller.role is Role.UNKNOWN:
        unknown = RULES[Permission.READ]
        raise NotAllowed(unknown.reason, WAITS if caller.waits else unknown.next_step)
    rule = RULES[permission]
    if caller.role not in rule.roles:
        raise NotAllowed(rule.reason, _remedy(rule, action, names))
    if rule.own_agency and action is not None and not _leads(caller, action):
        raise NotAllowed(rule.reason, _remedy(rule, action, names))


def allowed(caller: Caller, permission: Permission, action: Action | None = None) -> bool:
    """The same as `may`, answered yes or no: for choosing what to show."""
    try:
        require(caller, permission, action)
    except NotAllowed:
        return False
    return True


def _leads(caller: Caller, action: Action) -> bool:
    return caller.is_coordinator or bool(set(caller.agencies) & set(action.leads))


def _remedy(rule: Rule, action: Action | None, names: Callable[[str], str]) -> str:
    if rule.next_step or action is None:
        return rule.next_step or "If your agency leads one, ask your coordinator for the role."
    if action.marking == OFFICIAL_SENSITIVE and not action.leads:
        return f"{action.ref} is marked sensitive. Ask your coordinator."
    led_by = " and ".join(map(names, action.leads)) or "nobody yet: the plan names no lead"
    return f"{action.ref} is led by {led_by}. Ask them or your coordinator."
