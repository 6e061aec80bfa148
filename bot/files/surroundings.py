"""What stands around a plan's actions: its priorities with their intents and measures, the plan's
own measures, its agencies; how a new version differs in them, and what is stored of it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from bot.core.plan import Action, Agency, Measure, Plan, Priority
from bot.files.difference import Change, figure, plain


def surrounding_changes(before: Plan, after: Plan, *, own: bool) -> Iterator[Change]:
    """What differs around the actions. `own`: the document is a workbook of the bot's own, which
    lists the agencies; of another its agencies are those that were known."""
    codes = codes_of(before, after)
    held = {priority.code: priority for priority in before.priorities}
    for fresh in after.priorities:
        priority = held.get(codes[fresh.code])
        if priority is None:
            continue
        if fresh.intent and plain(fresh.intent) != plain(priority.intent):
            yield Change("intent", priority.code, priority.intent or None, fresh.intent)
        yield from _measures_changed(priority.code, priority.measures, fresh.measures)
    yield from _measures_changed(before.year, before.measures, after.measures)
    for agency in after.agencies if own else ():
        known = before.agency(agency.code)
        if known is not None and known != agency:
            yield Change("agency", agency.code, _listed(known), _listed(agency))


def _measures_changed(
    of: str, held: tuple[Measure, ...], fresh: tuple[Measure, ...]
) -> Iterator[Change]:
    if _differ(held, fresh):
        yield Change("measures", of, _aims(held) or None, _aims(fresh))


def _differ(held: tuple[Measure, ...], fresh: tuple[Measure, ...]) -> bool:
    return bool(fresh) and [_content(m) for m in held] != [_content(m) for m in fresh]


def _content(measure: Measure) -> tuple[str, str, str]:
    baseline = figure(measure.baseline_raw, measure.baseline)
    return plain(measure.text), baseline, figure(measure.target_raw, measure.target)


def _aims(measures: Iterable[Measure]) -> str:
    aims = ((m.text, figure(m.target_raw, m.target) or "no target") for m in measures)
    return "; ".join(f"{text}: {target}" for text, target in aims)


def _listed(agency: Agency) -> str:
    names = ", ".join((agency.name, *agency.aliases))
    return f"{names} (responsible authority)" if agency.responsible else names


def codes_of(before: Plan, after: Plan) -> dict[str, str]:
    """Code of a priority in the document -> its code in the plan: the same name keeps its code."""
    held = {plain(p.name): p.code for p in before.priorities}
    used = set(held.values())
    codes: dict[str, str] = {}
    for priority in after.priorities:
        code = held.get(plain(priority.name), priority.code)
        number = len(used) + 1
        while code in used and plain(priority.name) not in held:
            code, number = f"P{number}", number + 1
        used.add(code)
        codes[priority.code] = code
    return codes


def priorities_of(
    before: Plan,
    after: Plan,
    codes: Mapping[str, str],
    actions: Iterable[Action],
    accepted: Container[tuple[str, str]],
) -> tuple[Priority, ...]:
    needed = {action.priority for action in actions}
    fresh = {codes[p.code]: replace(p, code=codes[p.code]) for p in after.priorities}
    held = {p.code: p for p in before.priorities}
    staying = [
        _priority(p, fresh.get(p.code), accepted)
        for p in before.priorities
        if p.code in {*fresh, *needed}
    ]
    return (*staying, *(p for code, p in fresh.items() if code not in held))


def _priority(
    held: Priority, fresh: Priority | None, accepted: Container[tuple[str, str]]
) -> Priority:
    """A held priority with the document's intent and measures, where it gives any."""
    if fresh is None:
        return held
    measures = measures_of(held.measures, fresh.measures, held.code, held.code, accepted)
    takes = ("intent", held.code) in accepted
    return replace(held, intent=fresh.intent if takes else held.intent, measures=measures)


def measures_of(
    held: tuple[Measure, ...],
    fresh: tuple[Measure, ...],
    stem: str,
    of: str,
    accepted: Container[tuple[str, str]],
) -> tuple[Measure, ...]:
    """The document's measures of a priority or the plan (`of`), where it gives any and what differs
    was accepted: each with the identity of the held one of that wording (new ones begin with
    `stem`), and the readings of both."""
    if not fresh or (_differ(held, fresh) and ("measures", of) not in accepted):
        return held
    texts = {plain(measure.text): measure for measure in held}
    taken = {measure.id for measure in held}
    free = (new for n in count(1) if (new := f"{stem}/{n}") not in taken)
    measures = []
    for measure in fresh:
        twin = texts.get(plain(measure.text))
        ident = twin.id if twin else next(free)
        known = {r.period: r for r in (*(twin.known if twin else ()), *measure.known)}
        ours = tuple(replace(known[p], measure=ident) for p in sorted(known))
        measures.append(replace(measure, id=ident, known=ours))
    return tuple(measures)


def agencies_of(
    before: Plan, after: Plan, accepted: Container[tuple[str, str]]
) -> tuple[Agency, ...]:
    """The held agencies, as the document has them where that was accepted, and its new ones."""
    held = {agency.code for agency in before.agencies}
    fresh = {a.code: a for a in after.agencies if ("agency", a.code) in accepted}
    staying = (fresh.get(agency.code, agency) for agency in before.agencies)
    return (*staying, *(a for a in after.agencies if a.code not in held))
