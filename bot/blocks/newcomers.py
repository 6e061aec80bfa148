"""The form in which several members of the channel are given their agency and role at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.blocks import fields, forms, kit
from bot.blocks.kit import Block
from bot.core.carried import OLD_FORM, parts
from bot.core.members import ROLE_WORDS, Account, GivenRole
from bot.core.plan import Agency
from bot.core.progress import count

OPEN = "newcomers_open"
"""[From the channel's members], and [The next people]: the value is the user id they come after."""
FORM = "newcomers_form"
TITLE = "Members of the channel"
EMAIL_SCOPE = "users:read.email"
LEAVE, NO_AGENCY = "leave", "-"
_MOST_AGENCIES = 99
"""A select takes 100 options, of which one is no agency."""


def looking() -> forms.View:
    """What is shown while Slack is asked who is there."""
    return forms.said_view(TITLE, [kit.section("Looking who is in the channel …")])


def form(
    accounts: Sequence[Account], agencies: Sequence[Agency], after: str, *, sees_emails: bool
) -> forms.View:
    """Each person with an agency and a role to choose; nobody gets one unless it is chosen.
    `after`: the user id behind which there are more; `sees_emails`: whether Slack says addresses.
    """
    if not accounts:
        return forms.said_view(TITLE, [_nobody(), *_next(after)])
    blocks = [kit.section("Choose a role for the people you know. The others get none for now.")]
    blocks.append(kit.context(_of_domains(sees_emails=sees_emails)))
    for account in accounts:
        blocks += _person(account, agencies)
    if after:
        blocks.append(kit.context("There are more people: they come after [Save]."))
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": json.dumps([after, {one.user: one.name for one in accounts}]),
        "title": kit.plain(TITLE, 24),
        "submit": kit.plain("Save"),
        "close": kit.plain("Cancel"),
        "blocks": blocks,
    }


def _nobody() -> Block:
    return kit.section("Nobody here is without a role. Apps and closed accounts are left out.")


def _of_domains(*, sees_emails: bool) -> str:
    if not sees_emails:
        return (
            "I cannot propose an agency by e-mail domain: add the scope "
            f"`{EMAIL_SCOPE}` to the app and install it again."
        )
    return (
        "I propose an agency where its e-mail domain is known: "
        "`/csp domain agency.example = AGENCY`."
    )


def _person(account: Account, agencies: Sequence[Agency]) -> Iterator[Block]:
    name = account.name or account.user
    whose = f" · from another organisation: {account.organisation}" if account.organisation else ""
    yield kit.section(f"<@{account.user}>{kit.oneline(whose, 300)}")
    named = {agency.code: agency.name for agency in agencies[:_MOST_AGENCIES]}
    choices = {NO_AGENCY: "No agency"} | named
    yield fields.select(
        f"agency:{account.user}", f"Agency of {name}", choices, account.likely or NO_AGENCY
    )
    roles = {LEAVE: "Leave for now"} | {word: word.capitalize() for word in ROLE_WORDS}
    yield fields.select(f"role:{account.user}", f"Role of {name}", roles, LEAVE)


def read_form(view: dict[str, Any]) -> tuple[list[GivenRole], str]:
    """The roles that were chosen, and the user id behind which there are more people."""
    chosen = {
        block: (next(iter(elements.values())).get("selected_option") or {}).get("value", "")
        for block, elements in view["state"]["values"].items()
    }
    after, names = parts(view["private_metadata"], 2, OLD_FORM)[:2]
    given = []
    for block, role in chosen.items():
        kind, _, user = block.partition(":")
        if kind == "role" and role not in {LEAVE, ""}:
            agency = chosen.get(f"agency:{user}", "")
            agency = "" if agency == NO_AGENCY else agency
            given.append(GivenRole(user, agency, role, names.get(user, "")))
    return given, str(after)


def saved(described: Sequence[tuple[str, str]], after: str) -> forms.View:
    """Who was given which role (user id, what they are), and the way to the next people."""
    lines = [f"<@{user}>: {kit.oneline(words)}" for user, words in described]
    opening = f"{count(len(lines), 'role')} given." if lines else "Nobody was given a role."
    blocks = [kit.section("\n".join([f"*{opening}*", *lines])), *_next(after)]
    return forms.said_view("Saved", blocks)


def _next(after: str) -> list[Block]:
    return [kit.actions(kit.button("The next people", OPEN, after))] if after else []
