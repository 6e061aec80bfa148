"""One form for all that an agency has to report: read page by page, saved in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.access import Caller, Permission, require
from bot.core.dataclass import dataclass
from bot.core.errors import Invalid, Refused
from bot.core.progress import Progress, Standing
from bot.core.quarters import Quarter
from bot.core.reporting import ProgressDraft, problems
from bot.core.years import in_year
from bot.quarterly.reminders import repeats
from bot.reading.typed_year import split_year
from bot.services.collecting import open_returns
from bot.services.context import Context
from bot.services.progress import repeated
from bot.services.to_report import still_to_report
from bot.services.typed_updates import Outcome, recorded
from bot.store.store import Records

PAGE = 10
"""Actions on one page: each takes up to eight blocks, and a modal takes 100."""


@dataclass(frozen=True, slots=True)
class Row:
    """An action that awaits an update, its address, and what was typed of it and not sent."""

    standing: Standing
    address: str
    typed: dict[str, str]

    @property
    def ref(self) -> str:
        """Its reference."""
        return self.standing.action.ref


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the actions that await an update for `quarter`. `agency`: the code of the agency a
    coordinator reports for; `more`: how many wait on later pages, `to_go` altogether."""

    quarter: Quarter
    year: str
    closes: date
    agency: str
    names: str
    rows: tuple[Row, ...]
    more: int
    to_go: int
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Repeatable:
    """What may be reported as last quarter: `rows`; `others` had no status then."""

    quarter: Quarter
    rows: tuple[Standing, ...]
    others: tuple[str, ...]


def page(
    context: Context,
    caller: Caller,
    quarter: Quarter,
    agency: str = "",
    *,
    after: str = "",
    refs: Sequence[str] | None = None,
) -> Page:
    """A page of the caller's (or an `agency`'s) actions: those behind `after` in the plan's order,
    or those of `refs` (a page once more, that ends with `after`). Raises NotAllowed, and Refused
    when the return is closed or nothing is to be reported."""
    context = context.of(caller)
    with context.store.reading(caller.workspace) as records:
        progress, waiting = _waiting(records, context, caller, quarter, agency)
        behind = _behind(progress, waiting, after)
        shown = behind[:PAGE] if refs is None else [s for s in waiting if s.action.ref in refs]
        last = after if refs is not None or not shown else shown[-1].action.ref
        rows = tuple(_row(records, caller, progress, standing) for standing in shown)
    plan = progress.plan
    codes = (agency,) if agency else caller.agencies
    return Page(
        quarter=quarter,
        year=plan.year,
        closes=context.timetable.closes(quarter),
        agency=agency,
        names=" and ".join(map(plan.called, codes)),
        rows=rows,
        more=len(_behind(progress, waiting, last)),
        to_go=len(waiting),
        illustrative=plan.illustrative,
    )


def save(
    context: Context,
    caller: Caller,
    quarter: Quarter,
    drafts: Sequence[ProgressDraft],
    delivery: str,
) -> tuple[Outcome, ...]:
    """Save drafts in one transaction, each as an update of its own; what the guard holds or is to
    be asked about stays out, with the refusal. `delivery`: the form, saved once.

    Raises Invalid for every field that is missing or wrong ("note:ASB3"), and saves nothing then;
    NotAllowed, Refused.
    """
    context = context.of(caller)
    require(caller, Permission.REPORT)
    with context.store.writing(caller.workspace) as records:
        progress = _return(records, context, quarter)
        _check(progress, drafts)
        if not records.receipts.first(delivery, context.now()):
            raise Refused("These were saved already.", "Close the form and open it again.")
        return tuple(recorded(records, context, caller, draft) for draft in drafts)


def repeatable(context: Context, caller: Caller, quarter: Quarter) -> Repeatable:
    """What the caller may report as last quarter. Raises NotAllowed, Refused."""
    context = context.of(caller)
    with context.store.reading(caller.workspace) as records:
        _, waiting = _waiting(records, context, caller, quarter)
    rows = tuple(s for s in waiting if repeats(s, quarter))
    if not rows:
        raise Refused(
            f"No action of yours that awaits an update had a status in {quarter.previous}.",
            "Report them in the form.",
        )
    others = tuple(s.action.ref for s in waiting if not repeats(s, quarter))
    return Repeatable(quarter, rows, others)


def repeat(
    context: Context, caller: Caller, quarter: Quarter, refs: Sequence[str]
) -> tuple[Outcome, ...]:
    """Report these actions as last quarter, in one transaction; those reported since they were
    listed are left. Raises NotAllowed, Refused."""
    context = context.of(caller)
    with context.store.writing(caller.workspace) as records:
        progress, waiting = _waiting(records, context, caller, quarter)
        again = [s for s in waiting if s.action.ref in refs and repeats(s, quarter)]
        drafts = [repeated(s, in_year(s.action.ref, progress.plan.year), quarter) for s in again]
        return tuple(recorded(records, context, caller, draft) for draft in drafts)


def _waiting(
    records: Records, context: Context, caller: Caller, quarter: Quarter, agency: str = ""
) -> tuple[Progress, tuple[Standing, ...]]:
    """The plan of an open return and what of it the caller has still to report."""
    require(caller, Permission.REPORT)
    if agency and agency not in caller.agencies:
        require(caller, Permission.COORDINATE)
    progress = _return(records, context, quarter)
    codes = (agency,) if agency else caller.agencies
    waiting = still_to_report(records, progress, quarter, caller, codes)
    if not waiting:
        raise Refused(f"All is reported for {quarter}. Thank you.")
    return progress, waiting


def _return(records: Records, context: Context, quarter: Quarter) -> Progress:
    opened = open_returns(records, context.timetable, context.today())
    for one in opened:
        if one.quarter == quarter:
            return one.progress
    now = " and ".join(str(one.quarter) for one in opened)
    raise Refused(
        f"The returns of {quarter} are closed.",
        f"What you report now counts for {now}: my Home tab has the form." if now else "",
    )


def _behind(progress: Progress, waiting: Sequence[Standing], ref: str) -> list[Standing]:
    """Those that come after an action in the plan's order; all without one."""
    order = [action.ref for action in progress.plan.actions]
    start = order.index(ref) if ref in order else -1
    return [s for s in waiting if order.index(s.action.ref) > start]


def _row(records: Records, caller: Caller, progress: Progress, standing: Standing) -> Row:
    address = in_year(standing.action.ref, progress.plan.year)
    return Row(standing, address, json.loads(records.drafts.find(caller.user, address) or "{}"))


def _check(progress: Progress, drafts: Sequence[ProgressDraft]) -> None:
    """Raise Invalid for all that is missing or wrong in any of them."""
    every = [problem for draft in drafts for problem in _problems(progress, draft)]
    for first in every[:1]:
        raise Invalid(first.field, first.message, first.next_step, every[1:])


def _problems(progress: Progress, draft: ProgressDraft) -> Iterator[Invalid]:
    ref, _ = split_year(draft.ref)
    for problem in problems(progress.standing(ref), draft):
        yield Invalid(f"{problem.field}:{ref}", problem.message, problem.next_step)
