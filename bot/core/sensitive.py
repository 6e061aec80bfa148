"""Sensitive actions: who sees them whole, and the plan as everybody else may see it.

Everything shown is made from a `masked` progress, so that no answer, count, search or difference
can give away more than reference and status word (Government Security Classifications: need to
know; the marking is set by a coordinator).
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.access import Caller, Role
from bot.core.plan import OFFICIAL, OFFICIAL_SENSITIVE, Action, Plan, Priority, Update
from bot.core.progress import Progress, Standing


def sensitive(plan: Plan) -> frozenset[str]:
    """References of actions marked above OFFICIAL: themselves, by their priority or the plan."""
    return frozenset(action.ref for action in plan.actions if plan.is_sensitive(action))


def hidden_from(caller: Caller | None, plan: Plan) -> frozenset[str]:
    """The sensitive actions `caller` does not see whole: all but coordinators and the agencies that
    lead them. None: whoever reads along in a shared channel."""
    if caller is not None and caller.is_coordinator:
        return frozenset()
    reports = caller is not None and caller.role is Role.LEAD  # councillors only read: never whole
    own = set(caller.agencies) if caller is not None and reports else set()
    return frozenset(ref for ref in sensitive(plan) if not own & set(plan.action(ref).leads))


def as_seen(caller: Caller, plan: Plan, action: Action) -> Action:
    """The action, or of a hidden one no more than a refusal may say."""
    return _bare(action) if action.ref in hidden_from(caller, plan) else action


def masked(progress: Progress, hidden: frozenset[str]) -> Progress:
    """The same plan with nothing but reference, priority and status of the `hidden` actions."""
    if not hidden:
        return progress
    plan = progress.plan
    actions = tuple(_bare(a) if a.ref in hidden else a for a in plan.actions)
    shown = {a.priority for a in plan.actions if a.ref not in hidden}
    priorities = tuple(_without_figures(p, shown) for p in plan.priorities)
    updates = [
        update
        for standing in progress.standings
        for update in (
            _last_status(standing) if standing.action.ref in hidden else standing.updates
        )
    ]
    return Progress(replace(plan, actions=actions, priorities=priorities), updates)


def _bare(action: Action) -> Action:
    return Action(
        action.ref, action.priority, "", alt_ref=action.alt_ref, marking=OFFICIAL_SENSITIVE
    )


def _without_figures(priority: Priority, shown: set[str]) -> Priority:
    """A marked priority of which no action is seen shows no measures either."""
    if priority.marking in {"", OFFICIAL} or priority.code in shown:
        return priority
    return replace(priority, intent="", measures=())


def _last_status(standing: Standing) -> tuple[Update, ...]:
    """The status as it is now, and nothing of how it came about."""
    return tuple(
        Update(u.id, u.ref, u.at, u.quarter, standing.status, agency="", by="")
        for u in standing.updates[-1:]
    )
