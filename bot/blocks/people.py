"""People and the record in Slack: the audit trail of an action, what is held about a person."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from bot.blocks import kit
from bot.blocks.messages import Drawn
from bot.core.access import Role
from bot.core.audit import SEVERAL, AuditEntry, HeldAbout, HeldItem, TrailLine
from bot.core.members import Member
from bot.core.plan import Agency
from bot.core.progress import count, show_date
from bot.core.quarters import Quarter
from bot.core.status import Labels, Status

FORGET = "forget_person"
"""Action id of [Erase this person]; the value is the user id."""
ADD = "member_add"
"""Action id of [Add a member] on Home."""
FORM = "member_form"

Show = Callable[[datetime], str]
Names = Callable[[str], str]
"""From the code of an agency to its name."""


def trail(ref: str, lines: Sequence[TrailLine], show: Show, labels: Labels, names: Names) -> Drawn:
    """The audit trail of an action, newest first."""
    if not lines:
        text = f"Nothing has been done to {ref} yet."
        return text, [kit.section(kit.escape(text))]
    opening = f"Audit trail of {ref}, newest first"
    entries = [
        _line(line.entry, show if line.timed else _day_of, labels, names, line.quarter)
        for line in lines
    ]
    blocks = [kit.section(kit.bold(opening)), *(kit.section(line) for line in entries)]
    return kit.cut("\n".join([kit.escape(opening), *entries]), kit.MAX_TEXT), kit.fit(blocks)


def _line(
    entry: AuditEntry, show: Show, labels: Labels, names: Names, quarter: Quarter | None = None
) -> str:
    none = "no update" if entry.after in set(Status) else ""
    values = (_called_status(entry.before, labels) or none, _called_status(entry.after, labels))
    moved = f": {' → '.join(filter(None, values))}" if entry.after else ""
    period = f" for {quarter}" if quarter else ""
    whose = f" by {names(entry.agency)}" if entry.agency else ""
    behalf = " (on behalf of that agency)" if entry.on_behalf else ""
    route = f", by {entry.route}" if entry.route else ""
    return f"{show(entry.at)} · {who(entry.actor)} · " + kit.oneline(
        f"{entry.deed}{period}{whose}{behalf}{moved}{route}"
    )


def _day_of(moment: datetime) -> str:
    """The day alone, of what came without a time."""
    return show_date(moment.date())


def _called_status(value: str, labels: Labels) -> str:
    """A status in the partnership's word for it; anything else as it is."""
    return str(labels.of(Status(value))) if value in set(Status) else value


def who(actor: str) -> str:
    """A person as a mention; a file, Slack itself or somebody erased in words."""
    return f"<@{actor}>" if actor[:1] in {"U", "W"} and actor.isalnum() else kit.oneline(actor)


def listed(members: Sequence[Member], names: Names) -> Drawn:
    """Everybody known, one line each."""
    opening = f"{count(len(members), 'person', 'people')} in the partnership"
    lines = [f"{who(m.user)}: {kit.oneline(_called(m, names))}" for m in members]
    lines = lines or ["My Home tab adds them: [From the channel's members] or [Add a member]."]
    blocks = [kit.section(kit.bold(opening)), *(kit.section(line) for line in lines)]
    return kit.cut("\n".join([opening, *lines]), kit.MAX_TEXT), kit.fit(blocks)


def _called(member: Member, names: Names) -> str:
    asides = [] if member.confirmed else ["waiting to be confirmed"]
    asides += [] if member.active else ["account deactivated"]
    asides += [f"away until {show_date(member.away_until)}"] if member.away_until else []
    described = member.described(names)
    return f"{described} ({', '.join(asides)})" if asides else described


def held_about(
    about: HeldAbout, show: Show, labels: Labels, names: Names, *, may_erase: bool
) -> Drawn:
    """Everything that is held about one person."""
    lines = [f"What I hold about {who(about.user)}", *_identity(about.member, names)]
    refs = ", ".join(dict.fromkeys(update.ref for update in about.updates))
    sent = f"{count(len(about.updates), 'update')} sent"
    lines.append(kit.oneline(f"{sent}: {refs}." if refs else f"{sent}."))
    lines.append(f"I have written {count(len(about.messages), 'direct message')}.")
    lines += _items(about.items, labels)
    lines.append(f"{count(len(about.audit), 'line')} of the audit trail:")
    lines += [_line(entry, show, labels, names) for entry in about.audit[-40:]]
    blocks = [kit.section(line) for line in lines]
    tail = [kit.actions(_erase(about.user), block_id="forget")] if may_erase else []
    return kit.cut("\n".join(lines), kit.MAX_TEXT), kit.fit(blocks, tail)


def _items(items: Sequence[HeldItem], labels: Labels) -> Iterator[str]:
    """What is kept beside the record, in words; of reminders how many, and the days they span."""
    days = sorted(item.about for item in items if item.kind == "reminder")
    if days:
        spanned = " to ".join(dict.fromkeys(map(_day, (days[0], days[-1]))))
        yield f"Asked for updates {count(len(days), 'time')}: {kit.oneline(spanned)}."
    for item in items:
        if item.kind == "last question":
            yield f"The last question {_place(item.about)}, as I understood it, to go on from."
        elif item.kind == "draft":
            about = "several actions" if item.about.startswith(SEVERAL) else item.about
            typed = _typed(item.content, labels)
            yield kit.oneline(f"Typed for {about} and not sent: {typed}", 300)
        elif item.kind != "reminder":
            text = f"{item.kind.capitalize()}: {item.about}: {item.content}"
            yield kit.oneline(text.removesuffix(": "), 300)


def _day(iso: str) -> str:
    try:
        return show_date(date.fromisoformat(iso))
    except ValueError:  # something of another period, such as a quarter
        return iso


def _place(channel: str) -> str:
    return f"in <#{channel}>" if channel[:1] in {"C", "G"} else "in a direct message"


def _typed(draft: str, labels: Labels) -> str:
    """What was typed, field by field; of several actions each under its reference."""
    try:
        typed = json.loads(draft)
    except ValueError:
        return draft
    if isinstance(typed, dict):
        return _fields(typed, labels)
    if not isinstance(typed, list):
        return draft
    rows = (row for row in typed if isinstance(row, dict))
    return "; ".join(f"{row.get('ref')} ({_fields(row, labels)})" for row in rows)


def _fields(typed: dict[str, Any], labels: Labels) -> str:
    return "; ".join(
        f"{name.replace('_', ' ')}: {_called_status(str(text), labels)}"
        for name, text in typed.items()
        if text and name not in {"ref", "source"}
    )


def _identity(member: Member | None, names: Names) -> list[str]:
    if member is None:
        return ["No role in the partnership."]
    role = "none any more" if member.role is Role.UNKNOWN else _called(member, names)
    return [
        kit.oneline(f"Name: {member.name or 'none'}. E-mail: {member.email or 'none'}."),
        kit.oneline(f"Role: {role}."),
    ]


def _erase(user: str) -> kit.Block:
    dialog = kit.confirm(
        "Erase this person?",
        "Their Slack id, name and address leave everything I hold, and they lose their role. What "
        "they did stays on record as done by a former member. Nobody can bring this back.",
        "Erase",
    )
    return kit.button("Erase this person", FORGET, user, style="danger", confirm=dialog)


def form(agencies: Sequence[Agency], chosen: str = "") -> dict[str, Any]:
    """The form by which a coordinator gives a person a role; `chosen`: an agency's code."""
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
    agency = next((option for option in options if option["value"] == chosen), None)
    initial = {"initial_option": agency} if agency else {}
    if options:
        blocks.append(
            {
                "type": "input",
                "block_id": "agency",
                "label": kit.plain("Agency"),
                "optional": True,
                "hint": kit.plain("Needed for a lead or deputy."),
                "element": {
                    "type": "static_select",
                    "action_id": "agency",
                    "options": options,
                    **initial,
                },
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
