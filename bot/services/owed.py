"""At the turn of the year: what an agency still owes the plan that ended, beside "my actions"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.answers.lines import AnswerContext
from bot.answers.years import beside_owed
from bot.core.access import Caller
from bot.core.sensitive import hidden_from, masked
from bot.core.years import PlanYear, shown
from bot.messages.reply import Answer
from bot.reading.expression import Expression, Involves, Leads, any_of
from bot.reading.typed_year import plan_year
from bot.reading.wants import Kind, Reading
from bot.services.collecting import by_plan, open_returns
from bot.services.context import Context
from bot.store.store import Records


def with_owed(
    records: Records,
    context: Context,
    caller: Caller,
    reader: Caller | None,
    asked: str,
    reading: Reading,
    answered: Answer,
) -> Answer:
    """The answer to "my actions" with what the return of the plan before still awaits, each under
    its year; any other answer as it is. `reader`: whose right to sensitive actions counts."""
    if not _is_own(reading, caller):
        return answered
    today, held = context.today(), records.plans.held()
    plan = shown(held, today)
    if plan is None or _names_year(asked, held, today):
        return answered
    opened = by_plan(open_returns(records, context.timetable, today))
    before = next((one for one in opened if one.progress.plan.ends < plan.starts), None)
    if before is None:
        return answered
    hidden = hidden_from(reader, before.progress.plan)
    of_before = AnswerContext(
        masked(before.progress, hidden),
        caller,
        today,
        context.labels,
        sees=lambda action: action.ref not in hidden,
    )
    return beside_owed(answered, plan.year, before.quarter, of_before)


def _is_own(reading: Reading, caller: Caller) -> bool:
    """Whether the first page of the caller's own actions was asked for, and nothing narrower."""
    if reading.want.kind is not Kind.LIST or reading.page > 1 or not caller.agencies:
        return False
    nodes: tuple[Callable[[str], Expression], ...] = (Leads, Involves)
    return reading.over in [any_of(*map(node, caller.agencies)) for node in nodes]


def _names_year(asked: str, held: tuple[PlanYear, ...], today: date) -> bool:
    return bool(plan_year(asked, {plan.year for plan in held}, today)[0])
