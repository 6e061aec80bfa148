"""An action as a coordinator wants it to be: what the form of `/csp edit` brings back."""

from __future__ import annotations

from dataclasses import dataclass


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
