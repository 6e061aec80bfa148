"""People and the record in Slack: the audit trail of an action, what is held about a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.blocks import kit
from bot.blocks.messages import Drawn
from bot.core.audit import AuditEntry, HeldAbout
from bot.core.members import Member
from bot.core.plan import Agency
from bot.core.progress import count

FORGET = "forget_person"
"""Action id of [Erase this person]; the value is the user id."""
ADD = "member_add"
"""Action id of [Add a member] on Home."""
FORM = "member_form"

Show = Callable[[datetime], str]


def trail(ref: str, lines: Sequence[AuditEntry], show: Show) -> Drawn:
    """The audit trail of an action, newest first."""
    if not lines:
        said = f"Nothing has been done to {ref} yet."
        return said, [kit.section(kit.escape(said))]
    opening = f"Audit trail of {ref}, newest first"
    told = [_line(entry, show) for entry in lines]
    blocks = [kit.section(kit.bold(opening)), *(kit.section(line) for line in told)]
    return kit.cut("\n".join([kit.escape(opening), *told]), kit.MAX_TEXT), kit.fit(blocks)


def _line(entry: AuditEntry, show: Show) -> str:
    nothing = "nothing" if entry.subject.startswith("member:") else "no update"
    moved = f": {entry.before or nothing} → {entry.after}" if entry.after else ""
    whose = f" for {entry.agency}" if entry.agency else ""
    behalf = " (on behalf of that agency)" if entry.on_behalf else ""
    route = f", by {entry.route}" if entry.route else ""
    return f"{show(entry.at)} · {who(entry.actor)} · " + kit.oneline(
        f"{entry.deed}{whose}{behalf}{moved}{route}"
    )


def who(actor: str) -> str:
    """A person as a mention; a file, Slack itself or somebody erased in words."""
    return f"<@{actor}>" if actor[:1] in {"U", "W"} and actor.isalnum() else kit.oneline(actor)


def listed(members: Sequence[Member]) -> Drawn:
    """Everybody known, one line each."""
    opening = f"{count(len(members), 'person', 'people')} in the partnership"
    lines = [f"{who(m.user)}: {kit.oneline(_called(m))}" for m in members]
    blocks = [kit.section(kit.bold(opening)), *(kit.section(line) for line in lines)]
    return kit.cut("\n".join([opening, *lines]), kit.MAX_TEXT), kit.fit(blocks)


def _called(member: Member) -> str:
    asides = [] if member.confirmed else ["waiting to be confirmed"]
    asides += [] if member.active else ["account deactivated"]
    asides += [f"away until {member.away_until:%d %b %Y}"] if member.away_until else []
    return f"{member.called} ({', '.join(asides)})" if asides else member.called


def held_about(found: HeldAbout, show: Show, *, may_erase: bool) -> Drawn:
    """Everything that is held about one person."""
    member = found.member
    lines = [f"What I hold about {who(found.user)}"]
    if member is not None:
        lines.append(
            kit.oneline(f"Name: {member.name or 'none'}. E-mail: {member.email or 'none'}.")
        )
        lines.append(kit.oneline(f"Role: {_called(member)}."))
    else:
        lines.append("No role in the partnership.")
    refs = ", ".join(dict.fromkeys(update.ref for update in found.updates))
    sent = f"{count(len(found.updates), 'update')} sent"
    lines.append(kit.oneline(f"{sent}: {refs}." if refs else f"{sent}."))
    lines.append(f"{count(len(found.messages), 'message')} sent to them by me.")
    lines.append("Unsent forms and the last question asked are deleted within a day or two.")
    lines.append(f"{count(len(found.audit), 'line')} of the audit trail:")
    lines += [_line(entry, show) for entry in found.audit[-40:]]
    blocks = [kit.section(line) for line in lines]
    tail = []
    if may_erase and member is not None:
        erase = kit.button("Erase this person", FORGET, found.user, style="danger")
        tail = [kit.actions(erase, block_id="forget")]
    return kit.cut("\n".join(lines), kit.MAX_TEXT), kit.fit(blocks, tail)


def form(agencies: Sequence[Agency]) -> dict[str, Any]:
    """The form by which a coordinator gives a person a role."""
    roles = [kit.option(role.capitalize(), role) for role in ("lead", "deputy", "observer")]
    roles.append(kit.option("Coordinator", "coordinator"))
    options = [kit.option(agency.name, agency.code) for agency in agencies[:100]]
    elements: dict[str, tuple[str, dict[str, Any]]] = {
        "person": ("Person", {"type": "users_select"}),
        "role": ("Role", {"type": "static_select", "options": roles, "initial_option": roles[0]}),
    }
    blocks: list[dict[str, Any]] = [
        {
            "type": "input",
            "block_id": name,
            "label": kit.plain(label),
            "element": element | {"action_id": name},
        }
        for name, (label, element) in elements.items()
    ]
    if options:
        blocks.append(
            {
                "type": "input",
                "block_id": "agency",
                "label": kit.plain("Agency"),
                "optional": True,
                "hint": kit.plain("Needed for a lead or deputy."),
                "element": {"type": "static_select", "action_id": "agency", "options": options},
            }
        )
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain("Add a member", 24),
        "submit": kit.plain("Save"),
        "close": kit.plain("Cancel"),
        "blocks": blocks,
    }


def read_form(view: dict[str, Any]) -> tuple[str, str, str]:
    """(user, agency code, role) as chosen."""
    values = view["state"]["values"]
    person = values["person"]["person"].get("selected_user") or ""
    role = (values["role"]["role"].get("selected_option") or {}).get("value", "")
    agency = values.get("agency", {}).get("agency", {})
    return person, (agency.get("selected_option") or {}).get("value", ""), role
