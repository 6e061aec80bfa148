"""An expression in words: the inverse of reading, so that what is said can be typed back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from bot.core.plan import Plan
from bot.core.progress import show_date
from bot.reading.expression import (
    All,
    AnyOf,
    Became,
    Closed,
    Counts,
    Days,
    Due,
    Expression,
    Figure,
    Involves,
    Lacks,
    Late,
    Leads,
    Measured,
    Not,
    Of,
    Overdue,
    Overran,
    Partners,
    Reads,
    Refs,
    Reported,
    Stands,
    Updated,
    conjuncts,
)  # fmt: skip

_STATUS = {
    "": "without any update",
    "off_track": "off track (red)",
    "at_risk": "at risk (amber)",
    "on_track": "on track (green)",
}
_ROLES = {Leads: "led by", Partners: "supported by", Involves: "involving"}
_LACKS = {
    "lead": "with no lead",
    "own lead": "led by all",
    "partners": "with no partners",
    "date": "with no due date",
    "end": "ongoing timescale",
    "target": "with no target",
    "baseline": "with no baseline",
    "measure": "with no measure",
}
_OPS = {">": "more than", "<": "fewer than", ">=": "at least", "<=": "at most", "=": "exactly"}
_READS = {"met": "meeting its target", "missed": "short of its target", "none": "without a reading"}
_SHARES = {0.5: "half of its target", 0.25: "a quarter of its target"}
_LEADING = ("by ", "since ", "after ", "within ", "in ", "before ", "for ")


def described(expression: Expression, plan: Plan) -> str:
    """The expression in words, to stand before or after "actions"; "" for every action."""
    parts = sorted(conjuncts(expression), key=_is_exception)
    phrases = []
    for kind, group in groupby(parts, key=_role_of):
        together = list(group)
        if kind is not None and len(together) > 1:
            phrases.append(_together(together, plan))
        else:
            phrases += [_phrase(part, plan) for part in together]
    return ", ".join(filter(None, phrases))


def _role_of(part: Expression) -> type | None:
    return type(part) if type(part) in _ROLES else None


def _is_exception(part: Expression) -> bool:
    return isinstance(part, Not) and isinstance(part.part, All)


def _together(parts: Iterable[Expression], plan: Plan) -> str:
    """ "led by both the police and the council"."""
    roles = list(parts)
    names = " and ".join(_agency(part, plan) for part in roles)
    return f"{_ROLES[type(roles[0])]} both {names}"


def _agency(leaf: object, plan: Plan) -> str:
    code = getattr(leaf, "agency", "")
    agency = plan.agency(code)
    return f"{agency.short} ({code})" if agency and agency.short != code else code


def _phrase(part: Expression, plan: Plan) -> str:
    if isinstance(part, Not):
        return _not(part.part, plan)
    if isinstance(part, AnyOf):
        return _or([_phrase(p, plan) for p in part.parts])
    if isinstance(part, All):
        return " and ".join(_phrase(p, plan) for p in part.parts)
    return _leaf(part, plan)


def _or(ways: list[str]) -> str:
    """ "led by fire or police": what all begin with is said once."""
    for opening in (*_ROLES.values(), "in", "due in", "due"):
        if all(way.startswith(f"{opening} ") for way in ways):
            rest = [way.removeprefix(f"{opening} ") for way in ways]
            return f"{opening} {' or '.join(rest)}"
    return " or ".join(ways)


def _not(part: Expression, plan: Plan) -> str:
    if isinstance(part, All):
        return f"except those {' and '.join(_phrase(p, plan) for p in part.parts)}"
    if isinstance(part, Closed):
        return "still open"
    if part == Stands(""):
        return "with an update"
    if isinstance(part, Reported):
        return f"with no update in {_quarter(part)}"
    if isinstance(part, Updated):
        return f"with no update {_when(part.days)}"
    return f"not {_phrase(part, plan)}"


def _quarter(leaf: Reported) -> str:
    return f"Q{leaf.quarter.number} {leaf.quarter.financial_year}"


def _when(days: Days) -> str:
    label = days.label
    return label if label.startswith(_LEADING) or not label else f"in {label}"


def _leaf(leaf: Expression, plan: Plan) -> str:
    if isinstance(leaf, Leads | Partners | Involves):
        return f"{_ROLES[type(leaf)]} {_agency(leaf, plan)}"
    if isinstance(leaf, Of):
        return f"in {plan.priority(leaf.priority).short}"
    if isinstance(leaf, Refs):
        return " or ".join(leaf.refs)
    if isinstance(leaf, Stands | Became):
        return _status(leaf)
    if isinstance(leaf, Due):
        return f"due {_when(leaf.days)}"
    if isinstance(leaf, Overdue):
        return f"overdue by more than {leaf.days} days" if leaf.days else "overdue"
    if isinstance(leaf, Reported):
        return f"reported on in {_quarter(leaf)}"
    if isinstance(leaf, Updated):
        return f"updated {_when(leaf.days)}"
    if isinstance(leaf, Counts):
        return _number(leaf)
    if isinstance(leaf, Measured):
        return f"measured by {'a' if leaf.kind[0] not in 'aeiou' else 'an'} {leaf.kind}"
    if isinstance(leaf, Reads):
        share = _SHARES.get(leaf.share, "its target")
        return _READS.get(leaf.how) or f"{leaf.how} {share}"
    if isinstance(leaf, Figure):
        return f"with a {leaf.of} of {_OPS[leaf.op]} {leaf.number:g}"
    return _LACKS[leaf.what] if isinstance(leaf, Lacks) else _plain(leaf)


def _plain(leaf: Expression) -> str:
    plain = {Closed: "no longer open", Late: "with a late update", Overran: "finished late"}
    return plain.get(type(leaf), "")


def _status(leaf: Stands | Became) -> str:
    word = _STATUS.get(leaf.status, leaf.status.replace("_", " "))
    if isinstance(leaf, Became):
        before = _STATUS.get(leaf.before, leaf.before.replace("_", " "))
        origin = f"from {before} to " if leaf.before else ""
        return f"turned {origin}{word} {_when(leaf.days)}".strip()
    return f"{word} at the end of {show_date(leaf.at)}" if leaf.at else word


def _number(leaf: Counts) -> str:
    if leaf.field == "moves":
        return "with a moved due date" if leaf.number == 0 else "moved more than once"
    if leaf.field == "leads" and leaf.op == "=" and leaf.number == 1:
        return "with just one lead"
    if leaf.field == "leads" and leaf.op == ">" and leaf.number == 1:
        return "jointly led"
    noun = leaf.field if leaf.number != 1 else leaf.field.removesuffix("s")
    when = f" {_when(leaf.days)}" if leaf.days else ""
    return f"with {_OPS[leaf.op]} {leaf.number} {noun}{when}"
