"""Before an update is sent: what may be chosen, what the form shows, what was typed and kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from bot.core.access import Caller, Permission, allowed, require
from bot.core.dataclass import dataclass
from bot.core.errors import Refused
from bot.core.progress import Standing
from bot.core.quarters import Quarter
from bot.core.sensitive import as_seen
from bot.core.years import in_year
from bot.disclosure.update_guard import is_delicate, safe
from bot.reading.typed_year import split_year
from bot.services.collecting import OpenReturn, by_plan, open_returns, target
from bot.services.context import Context
from bot.services.known import known_names
from bot.services.typeahead import rank
from bot.services.years import plan_for

_NEVER_KEPT = ("asked", "confirmed", "doubted", "sure")
"""What the writer was asked about, and their confirmations: of this one form only."""

_WORTH_KEEPING = ("status", "note", "reason", "corrective_action")


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the update form shows of one action: its standing and the quarters it may count for.

    `address` names it with its year; `twin`: see `collecting.Target`.
    """

    standing: Standing
    quarters: tuple[Quarter, ...]
    address: str
    year: str
    twin: str = ""
    illustrative: bool = False

    @property
    def remark(self) -> str:
        """Which plan's action this is, where another open plan has one of that reference."""
        ref = self.standing.action.ref
        if not self.twin:
            return ""
        other = in_year(ref, self.twin)
        return f"This is {self.address}, for {self.quarters[0]}. There is also {other}."


@dataclass(frozen=True, slots=True)
class Choice:
    """An action to choose, by its address; `quarter`: the return of it that is open, said where
    two plans are open."""

    address: str
    standing: Standing
    quarter: Quarter | None = None

    @property
    def shown(self) -> str:
        """The action in one line."""
        action = self.standing.action
        of_which = f" ({self.quarter})" if self.quarter else ""
        return f"{action.ref}{of_which} {action.text}"


@dataclass(frozen=True, slots=True)
class Choices:
    """The actions a person may update that fit what is typed, those awaiting an update first."""

    awaiting: tuple[Choice, ...]
    others: tuple[Choice, ...]


def choices(context: Context, caller: Caller, typed: str) -> Choices:
    """The caller's choices in the typeahead, of every plan with an open return."""
    context = context.of(caller)
    with context.store.reading(caller.workspace) as records:
        opened = by_plan(open_returns(records, context.timetable, context.today()))
    ranked = [list(_ranked(caller, one, typed, with_quarter=len(opened) > 1)) for one in opened]
    mixed = [pair for best in zip_longest(*ranked) for pair in best if pair is not None]
    return Choices(
        tuple(choice for choice, waits in mixed if waits),
        tuple(choice for choice, waits in mixed if not waits),
    )


def _ranked(
    caller: Caller, opened: OpenReturn, typed: str, *, with_quarter: bool
) -> Iterator[tuple[Choice, bool]]:
    """The caller's choices of one return, best first, each with whether it awaits an update;
    `with_quarter`: the choice says which quarter it is of."""
    progress, quarter = opened.progress, opened.quarter
    mine = [s for s in progress.standings if allowed(caller, Permission.REPORT, s.action)]
    for standing in rank(mine, typed, quarter):
        address = in_year(standing.action.ref, opened.year)
        yield (
            Choice(address, standing, quarter if with_quarter else None),
            standing.awaits(quarter),
        )


def may_report_something(caller: Caller) -> None:
    """Raise NotAllowed when the caller's role can report nothing at all."""
    require(caller, Permission.REPORT)


def may_report(context: Context, caller: Caller, ref: str) -> bool:
    """Whether there is an action of that reference which the caller may report now."""
    try:
        form_facts(context, caller, ref)
    except Refused:
        return False
    return True


def quarters(context: Context, caller: Caller) -> tuple[Quarter, ...]:
    """The quarters an update may count for today."""
    context = context.of(caller)
    with context.store.reading(caller.workspace) as records:
        opened = open_returns(records, context.timetable, context.today())
    return tuple(one.quarter for one in opened)


def form_facts(context: Context, caller: Caller, ref: str) -> FormFacts:
    """What the form for one action ("ASB3", "ASB3 in 2018-19") needs.

    Raises NotFound, NotAllowed, Refused (its plan has no open return).
    """
    context = context.of(caller)
    with context.store.reading(caller.workspace) as records:
        meant = target(records, context.timetable, context.today(), ref)
    standing, plan = meant.standing, meant.progress.plan
    require(caller, Permission.REPORT, as_seen(caller, plan, standing.action), plan.called)
    return FormFacts(
        standing,
        tuple(dict.fromkeys((*meant.quarters, *meant.late))),
        meant.address,
        plan.year,
        meant.twin,
        plan.illustrative,
    )


def keep_draft(context: Context, caller: Caller, ref: str, typed: Mapping[str, str]) -> None:
    """Keep what was typed into a form that was closed or failed, for a day; never a field the
    disclosure guard would hold, and nothing for somebody who may report nothing."""
    if not allowed(caller, Permission.REPORT):
        return
    with context.store.writing(caller.workspace) as records:
        name, year = split_year(ref)
        plan = plan_for(records, context.today(), year).plan
        action = plan.find(name)
        delicate = action is not None and is_delicate(plan, action)
        typed = {name: text for name, text in typed.items() if name not in _NEVER_KEPT}
        draft = safe(typed, known_names(context, records, plan), delicate=delicate)
        if any(draft.get(name) for name in _WORTH_KEEPING):
            records.drafts.keep(caller.user, ref, json.dumps(draft), context.now())


def kept_draft(context: Context, caller: Caller, ref: str) -> dict[str, str]:
    """What the person typed and did not send; empty when there is nothing."""
    with context.store.reading(caller.workspace) as records:
        draft: dict[str, str] = json.loads(records.drafts.find(caller.user, ref) or "{}")
        return draft
