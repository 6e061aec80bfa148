"""What of a year's plan goes on in the next one's: actions and priorities, surely or perhaps, and
what was not finished and is not in it.

Surely: the same wording, the reference of last year the document gives, or the same reference with
a text that is alike. Perhaps: texts alike under other references; somebody is asked. Priorities
follow from their actions, several from several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import replace

from bot.core.dataclass import dataclass
from bot.core.plan import Action, Plan, Priority
from bot.core.progress import Progress
from bot.files.alike import Index
from bot.files.difference import ALIKE, Change, Pairs, likeness, plain
from bot.files.merging import free_ref

Pair = tuple[Action, Action]
"""Last year's action and this year's."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which actions go on, and those of last year that are open and in no way in the new plan."""

    sure: tuple[Pair, ...]
    perhaps: tuple[Pair, ...]
    unfinished: tuple[Action, ...]


def lineage(before: Progress, pairs: Pairs) -> Lineage:
    """What goes on of last year's plan. A reference used for other work carries nothing on."""
    left = {action.ref: action for action in (*pairs.gone, *(one for one, _ in pairs.reused))}
    index = Index({ref: plain(action.text) for ref, action in left.items()})
    perhaps: list[Pair] = []
    for other in (*pairs.added, *(other for _, other in pairs.reused)):
        ref = index.likest(plain(other.text), likeness, ALIKE)
        if ref is not None:
            index.take(ref)
            perhaps.append((left.pop(ref), other))
    unfinished = (action for action in left.values() if _is_open(before, action))
    return Lineage((*pairs.same, *pairs.renumbered), tuple(perhaps), tuple(unfinished))


def _is_open(before: Progress, action: Action) -> bool:
    status = before.standing(action.ref).status
    return status is None or not status.closed


def lineage_changes(before: Plan, after: Plan, line: Lineage) -> Iterator[Change]:
    """What is asked about actions, and which priorities go on in which where it is not one in one
    of the same name."""
    for one, other in line.perhaps:
        note = f"if so, it is last year's {one.ref} and its history goes on"
        yield Change("continues", other.ref, one.text, other.text, True, note)
    flows = _flows(before, after, line.sure)
    for priority in after.priorities:
        sources = [code for code, into in flows if into == priority.code]
        names = [before.priority(code).name for code in sources]
        onward = {into for code, into in flows if code in sources}
        if [plain(name) for name in names] != [plain(priority.name)] or len(onward) > 1:
            came = "; ".join(names) or None
            yield Change("priorities", priority.code, came, priority.name)
    for priority in before.priorities:
        if not any(code == priority.code for code, _ in flows):
            yield Change("priorities", priority.code, priority.name, None)


def _flows(before: Plan, after: Plan, sure: tuple[Pair, ...]) -> dict[tuple[str, str], int]:
    """(code of last year, code of this year) -> how many actions went that way, the most first."""
    counted = Counter((one.priority, other.priority) for one, other in sure)
    named = {plain(p.name): p.code for p in before.priorities}
    for priority in after.priorities:
        code = named.get(plain(priority.name))
        if code is not None and (code, priority.code) not in counted:
            counted[code, priority.code] = 0
    order = {priority.code: number for number, priority in enumerate(before.priorities)}
    return dict(sorted(counted.items(), key=lambda item: (-item[1], order[item[0][0]])))


def carried_on(
    plan: Plan, before: Progress, line: Lineage, taken: Container[str], *, carry: bool
) -> Plan:
    """The new plan with last year's references of what goes on. `taken`: references of actions
    that were said to go on; `carry`: what is unfinished is added, as new actions."""
    pairs = (*line.sure, *(pair for pair in line.perhaps if pair[1].ref in taken))
    former = {other.ref: one.ref for one, other in pairs}
    actions = tuple(
        replace(a, previous_ref=a.previous_ref or former.get(a.ref, "")) for a in plan.actions
    )
    plan = replace(plan, actions=actions)
    known = {action.previous_ref for action in actions}
    for action in line.unfinished if carry else ():
        if action.ref not in known:
            plan = _added(plan, before, action, _flows(before.plan, plan, line.sure))
    return plan


def _added(plan: Plan, before: Progress, action: Action, flows: dict[tuple[str, str], int]) -> Plan:
    """The plan with an unfinished action of last year's, under a free reference. A date that has
    passed by then stands beside it: when it is to be done now nobody has said."""
    into = next((new for old, new in flows if old == action.priority), "")
    priority, plan = (into, plan) if into else _with_priority(plan, before.plan, action.priority)
    taken = {a.ref for a in plan.actions}
    fresh = free_ref(replace(action, alt_ref="", formerly=()), taken)
    measures = tuple(
        replace(m, id=f"{fresh.ref}/{n}", known=()) for n, m in enumerate(action.measures, 1)
    )
    due = before.standing(action.ref).due
    if due is not None and due < plan.starts:
        was = action.timescale_raw or due.isoformat()
        beside = (*action.further, (f"By when in {before.plan.year}", was))
        fresh = replace(fresh, due=None, due_basis="none", timescale_raw="", further=beside)
    fresh = replace(fresh, priority=priority, previous_ref=action.ref, measures=measures)
    named = {*action.leads, *action.partners} - {agency.code for agency in plan.agencies}
    agencies = (a for a in before.plan.agencies if a.code in named)
    return replace(plan, actions=(*plan.actions, fresh), agencies=(*plan.agencies, *agencies))


def _with_priority(plan: Plan, before: Plan, code: str) -> tuple[str, Plan]:
    """A priority of last year's that has no successor, added under a free code."""
    held = before.priority(code)
    codes = {priority.code for priority in plan.priorities}
    number = len(codes) + 1
    while code in codes:
        code, number = f"P{number}", number + 1
    numbers = {priority.number for priority in plan.priorities}
    rank = next(n for n in range(1, len(numbers) + 2) if n not in numbers)
    added = Priority(code, held.name, rank, held.aliases, held.intent, marking=held.marking)
    return code, replace(plan, priorities=(*plan.priorities, added))
