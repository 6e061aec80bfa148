"""A coordinator says which actions and priorities are sensitive."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import partial

from bot.core.access import Caller, Permission, require
from bot.core.dataclass import dataclass
from bot.core.errors import Invalid, Refused
from bot.core.outgoing import Outgoing, PostState
from bot.core.plan import OFFICIAL, OFFICIAL_SENSITIVE, Plan
from bot.core.sensitive import sensitive
from bot.messages.removals import RemovalKind
from bot.reading.typed_year import split_year
from bot.services.context import Context
from bot.services.masking import mask_frozen
from bot.services.redaction import QUOTED_WITHIN, words
from bot.services.years import plan_for
from bot.store.store import Records

_MARKS = {
    "sensitive": OFFICIAL_SENSITIVE,
    "official-sensitive": OFFICIAL_SENSITIVE,
    "official sensitive": OFFICIAL_SENSITIVE,
    "official": OFFICIAL,
    "not sensitive": OFFICIAL,
}
_WORDS = "|".join(sorted(_MARKS, key=len, reverse=True))
_MARKING = re.compile(rf"^(?P<name>.+?) ?(?:=|\bas\b)? ?(?P<mark>{_WORDS})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """What was marked, and as what. `posted`: it is now sensitive, and messages in Slack show it
    as it was before."""

    name: str
    marking: str
    posted: bool = False


@dataclass(frozen=True, slots=True)
class ToMark:
    """A marking that waits for a coordinator's word. `wish`: what `mark` takes."""

    name: str
    marking: str
    wish: str


def to_mark(context: Context, caller: Caller, text: str) -> ToMark:
    """What marking "DA1 sensitive" would mark, and as what; nothing is changed yet.

    Raises NotAllowed, Invalid (not understood), NotFound.
    """
    require(caller, Permission.COORDINATE)
    name, marking = _understood(text)
    with context.store.reading(caller.workspace) as records:
        plan, code = _named(records, context.today(), name)
    return ToMark(code, marking, f"{code} in {plan.year} {marking.lower()}")


def mark(context: Context, caller: Caller, wish: str) -> Marked:
    """Mark an action or a priority: "DA1 sensitive". What is frozen or waits to be posted follows
    at once; what stands in Slack stays until `take_out`.

    Raises NotAllowed, Invalid (not understood), NotFound.
    """
    require(caller, Permission.COORDINATE)
    name, marking = _understood(wish)
    with context.store.writing(caller.workspace) as records:
        plan, name = _named(records, context.today(), name)
        posted = mark_in(records, caller, plan, name, marking, context.now())
    return Marked(name, marking, posted)


def _understood(text: str) -> tuple[str, str]:
    """What is named, and its marking. Raises Invalid."""
    match = _MARKING.match(" ".join(text.split()))
    if match is None:
        raise Invalid(
            "marking",
            "I did not find an action or a priority and its marking in that.",
            "Type for example `/csp mark DA1 sensitive` or `/csp mark Domestic Abuse official`.",
        )
    return match["name"], _MARKS[match["mark"].lower()]


def mark_in(
    records: Records, caller: Caller, plan: Plan, name: str, marking: str, now: datetime,
    why: str = "",
) -> bool:  # fmt: skip
    """Mark an action or a priority in the transaction it is called in. Whether it is sensitive now
    and messages in Slack show it as it was before."""
    records.plans.mark(plan, name, marking, now)
    records.audit.note(
        now, caller.user, "mark", name, before=_marking_now(plan, name),
        after=f"{marking} ({why})" if why else marking, route="slack",
    )  # fmt: skip
    if marking == OFFICIAL:
        return False
    refs = _refs(plan, name)
    number = records.removals.open(RemovalKind.MARKING, name, now, ref=name, by=caller.user)
    records.summaries.rewrite(lambda snapshot: mask_frozen(snapshot, refs))
    posted = False

    def waiting(row: Outgoing) -> str:
        nonlocal posted
        masked = mask_frozen(row.payload, refs)
        posted = posted or (row.state is PostState.SENT and masked != row.payload)
        return row.payload if row.state is PostState.SENT else masked

    records.outbox.rewrite(waiting)
    records.removals.done(number)
    return posted


def take_out(context: Context, caller: Caller, name: str) -> None:
    """Take what is sensitive now out of what the bot has posted before: the posts are drawn anew,
    the answers lose the words. Raises NotAllowed, NotFound, Refused (not marked)."""
    require(caller, Permission.COORDINATE)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        plan, name = _named(records, context.today(), name)
        refs = _refs(plan, name) & sensitive(plan)
        if not refs:
            raise Refused(f"{name} is not marked sensitive.", f"`/csp mark {name} sensitive`")
        for ref in sorted(refs):
            updates = [u for u in records.plans.record(plan.year) if u.ref == ref]
            texts = (plan.action(ref).text, *(text for update in updates for text in words(update)))
            number = records.removals.open(
                RemovalKind.MARKING,
                ref,
                now,
                ref=ref,
                by=caller.user,
                texts=texts,
                since=min((u.at for u in updates), default=now) - QUOTED_WITHIN,
            )
            only = frozenset({ref})
            rows = records.outbox.rewrite(partial(_masked_payload, only))
            records.removals.to_sweep(number, rows)
        records.audit.note(now, caller.user, "take out", name, route="slack")


def _masked_payload(refs: frozenset[str], row: Outgoing) -> str:
    return mask_frozen(row.payload, refs)


def _refs(plan: Plan, name: str) -> frozenset[str]:
    """The references a marking of `name` is about: an action's, or those of a priority."""
    return frozenset(a.ref for a in plan.actions if name in {a.ref, a.priority})


def _marking_now(plan: Plan, name: str) -> str:
    codes = {p.code: p.marking for p in plan.priorities} | {a.ref: a.marking for a in plan.actions}
    return codes[name] or OFFICIAL


def _named(records: Records, today: date, text: str) -> tuple[Plan, str]:
    """The plan meant, with the code of its priority (by code, name or alias) or the reference of
    its action; "DA1 in 2018-19" names another year's."""
    name, year = split_year(text)
    plan = plan_for(records, today, year).plan
    priority = plan.priority_named(name)
    return plan, priority.code if priority else plan.action(name).ref
