"""Before an update is sent: what may be chosen, what the form shows, what was typed and kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.access import Caller, Permission, allowed, require
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.reporting import reporting_quarter
from bot.core.sensitive import as_seen
from bot.core.typeahead import awaits, rank
from bot.disclosure.update_guard import is_delicate, safe
from bot.services.collecting import open_quarters
from bot.services.context import Context
from bot.services.known import known_names


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the update form shows of one action: its standing and the quarters it may count for."""

    standing: Standing
    quarters: tuple[Quarter, ...]
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """The actions a person may update that fit what is typed, those awaiting an update first."""

    awaiting: tuple[Standing, ...]
    others: tuple[Standing, ...]


def choices(context: Context, caller: Caller, typed: str) -> Choices:
    """The caller's choices in the typeahead."""
    with context.store.reading(caller.workspace) as records:
        progress = records.plans.progress()
        quarter = open_quarters(records, context.timetable, context.today())[0]
    mine = [s for s in progress.standings if allowed(caller, Permission.REPORT, s.action)]
    ranked = rank(mine, typed, quarter)
    waiting = tuple(s for s in ranked if awaits(s, quarter))
    return Choices(waiting, tuple(s for s in ranked if s not in waiting))


def may_report_something(caller: Caller) -> None:
    """Raise NotAllowed when the caller's role can report nothing at all."""
    require(caller, Permission.REPORT)


def quarters(context: Context, caller: Caller) -> tuple[Quarter, ...]:
    """The quarters an update may count for today."""
    with context.store.reading(caller.workspace) as records:
        return open_quarters(records, context.timetable, context.today())


def form_facts(context: Context, caller: Caller, ref: str) -> FormFacts:
    """What the form for one action needs. Raises NotFound, NotAllowed."""
    with context.store.reading(caller.workspace) as records:
        progress = records.plans.progress()
        collected = open_quarters(records, context.timetable, context.today())
    standing = progress.standing(ref)
    plan = progress.plan
    require(caller, Permission.REPORT, as_seen(caller, plan, standing.action), plan.called)
    first = reporting_quarter(standing, collected)
    both = {first: None} | dict.fromkeys(collected)
    return FormFacts(standing, tuple(both), progress.plan.illustrative)


def keep_draft(context: Context, caller: Caller, ref: str, typed: Mapping[str, str]) -> None:
    """Keep what was typed into a form that was closed or failed, for a day; never a field the
    disclosure guard would hold, and nothing for somebody who may report nothing."""
    if not allowed(caller, Permission.REPORT):
        return
    with context.store.writing(caller.workspace) as records:
        plan = records.plans.plan()
        action = plan.action(ref)
        kept = safe(typed, known_names(context, records, plan), delicate=is_delicate(plan, action))
        if any(kept.get(name) for name in ("note", "reason", "corrective_action")):
            records.drafts.keep(caller.user, ref, json.dumps(kept), context.now())


def kept_draft(context: Context, caller: Caller, ref: str) -> dict[str, str]:
    """What the person typed and did not send; empty when there is nothing."""
    with context.store.reading(caller.workspace) as records:
        kept: dict[str, str] = json.loads(records.drafts.find(caller.user, ref) or "{}")
        return kept
