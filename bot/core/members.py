"""People of the partnership as values. Only the work identity is held: Slack id, agency, role."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bot.core.access import Caller, Role
from bot.core.dataclass import dataclass

DEPUTY = "deputy"
"""The word for a lead who stands in for the others."""
ROLE_WORDS = (Role.COORDINATOR.value, Role.LEAD.value, DEPUTY, Role.OBSERVER.value)
"""What a person can be given, as it is typed."""


def role_named(word: str) -> tuple[Role, bool] | None:
    """The role a word names (a lead when there is none) and whether it is a deputy's; or None."""
    wanted = re.sub(r"[\s-]", "", word.lower()) or Role.LEAD  # "Co-ordinator" as well
    if wanted not in ROLE_WORDS:
        return None
    return (Role.LEAD, True) if wanted == DEPUTY else (Role(wanted), False)


@dataclass(frozen=True, slots=True)
class Member:
    """A person, keyed by user id. `confirmed` False = proposed, and treated as unknown.

    `agencies` are agency codes; `active` False once Slack says the account is deactivated;
    `away_until` is the last day of an absence during which no reminder is sent. A `deputy` has the
    rights of a lead, and is only asked for updates when the leads are away or have not answered.
    """

    user: str
    role: Role
    agencies: tuple[str, ...] = ()
    name: str = ""
    email: str = ""
    team: str = ""
    confirmed: bool = True
    active: bool = True
    away_until: date | None = None
    deputy: bool = False

    @property
    def called(self) -> str:
        """What they are, in words: "lead for KP", "deputy for KP", "observer"."""
        return self.described(str)

    def described(self, names: Callable[[str], str]) -> str:
        """The same as it is said to people, each agency by what `names` gives for its code: "lead
        for Fire"."""
        word = "deputy" if self.deputy else self.role.value
        agencies = " and ".join(map(names, self.agencies))
        return f"{word} for {agencies}" if agencies else word

    def as_caller(self, workspace: str) -> Caller:
        """The caller this person is; unknown until confirmed, and when no longer active."""
        known = self.confirmed and self.active
        return Caller(
            workspace=workspace,
            user=self.user,
            role=self.role if known else Role.UNKNOWN,
            agencies=self.agencies if known else (),
            name=self.name,
            team=self.team,
            waits=not self.confirmed,
        )


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account by Slack's directory. `organisation`: of somebody of another workspace
    what is known of theirs, its e-mail domain or else its Slack id; `likely`: the code of the
    agency the domain of their address is mapped to. Empty what is not known."""

    user: str
    name: str
    email: str = ""
    organisation: str = ""
    likely: str = ""


@dataclass(frozen=True, slots=True)
class GivenRole:
    """What a coordinator gives one person of several: an agency's code, and the role as a word;
    `name`: the person's, as Slack's directory has it."""

    user: str
    agency: str
    role: str
    name: str = ""
