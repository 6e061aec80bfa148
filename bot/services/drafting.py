"""Before an update is sent: what may be chosen, what the form shows, what was typed and kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.access import Caller, Deed, can, may
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.reporting import reporting_quarter
from bot.core.sensitive import as_seen
from bot.core.typeahead import awaits, rank
from bot.disclosure.update_guard import known_in, safe
from bot.services.collecting import open_quarters
from bot.services.desk import Desk


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


def choices(desk: Desk, caller: Caller, typed: str) -> Choices:
    """The caller's choices in the typeahead."""
    with desk.store.reading(caller.workspace) as books:
        progress = books.plans.progress()
        quarter = open_quarters(books, desk.timetable, desk.today())[0]
    mine = [s for s in progress.standings if can(caller, Deed.REPORT, s.action)]
    ranked = rank(mine, typed, quarter)
    waiting = tuple(s for s in ranked if awaits(s, quarter))
    return Choices(waiting, tuple(s for s in ranked if s not in waiting))


def may_report_something(caller: Caller) -> None:
    """Raise NotAllowed when the caller's role can report nothing at all."""
    may(caller, Deed.REPORT)


def quarters(desk: Desk, caller: Caller) -> tuple[Quarter, ...]:
    """The quarters an update may count for today."""
    with desk.store.reading(caller.workspace) as books:
        return open_quarters(books, desk.timetable, desk.today())


def form_facts(desk: Desk, caller: Caller, ref: str) -> FormFacts:
    """What the form for one action needs. Raises NotFound, NotAllowed."""
    with desk.store.reading(caller.workspace) as books:
        progress = books.plans.progress()
        collected = open_quarters(books, desk.timetable, desk.today())
    standing = progress.standing(ref)
    plan = progress.plan
    may(caller, Deed.REPORT, as_seen(caller, plan, standing.action), plan.called)
    first = reporting_quarter(standing, collected)
    both = {first: None} | dict.fromkeys(collected)
    return FormFacts(standing, tuple(both), progress.plan.illustrative)


def keep_draft(desk: Desk, caller: Caller, ref: str, typed: Mapping[str, str]) -> None:
    """Keep what was typed into a form that was closed or failed, for a day; never a field the
    disclosure guard would hold, and nothing for somebody who may report nothing."""
    if not can(caller, Deed.REPORT):
        return
    with desk.store.writing(caller.workspace) as books:
        kept = safe(typed, known_in(books.plans.plan()))
        if any(kept.get(name) for name in ("note", "reason", "corrective_action")):
            books.drafts.keep(caller.user, ref, json.dumps(kept), desk.now())


def kept_draft(desk: Desk, caller: Caller, ref: str) -> dict[str, str]:
    """What the person typed and did not send; empty when there is nothing."""
    with desk.store.reading(caller.workspace) as books:
        kept: dict[str, str] = json.loads(books.drafts.find(caller.user, ref) or "{}")
        return kept
