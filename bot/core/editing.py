"""An action as a coordinator wants it to be: what the form of `/csp edit` brings back."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.plan import Action, Plan


@dataclass(frozen=True, slots=True)
class ActionEdit:
    """`ref`: the action with its year; `edition`: of the plan the form was opened with; agencies as
    names with ";" between them; `timescale` as it is written in the plan; `target`: of the first
    measure; `why`: for the audit trail."""

    ref: str
    edition: int
    text: str
    leads: str
    partners: str
    timescale: str
    target: str = ""
    why: str = ""


def as_it_is(plan: Plan, action: Action, address: str, edition: int) -> ActionEdit:
    """What the form shows when it is opened."""
    return ActionEdit(
        ref=address,
        edition=edition,
        text=action.text,
        leads="; ".join(map(plan.called, action.leads)),
        partners="; ".join(map(plan.called, action.partners)),
        timescale=action.timescale_raw or (action.due.isoformat() if action.due else ""),
        target=_target(action),
    )


def _target(action: Action) -> str:
    if not action.measures:
        return ""
    first = action.measures[0]
    return first.target_raw or (f"{first.target:g}" if first.target is not None else "")
