"""The actions an expression leaves, and the expression parted into where and in what state."""

from __future__ import annotations

from bot.answers.lines import AnswerContext, joined
from bot.core.plan import Plan
from bot.core.progress import Standing, excerpt
from bot.messages.reply import Line
from bot.reading.expression import (
    EVERY,
    All,
    AnyOf,
    AsAt,
    Due,
    Expression,
    Involves,
    Leads,
    Not,
    Of,
    Partners,
    Refs,
    all_of,
    conjuncts,
    described,
    leaves,
    mapped,
)

_WHERE = (Of, Leads, Partners, Involves, Refs)
_TITLE = 50
_MANY = 4  # actions that a title names


def selected(over: Expression, context: AnswerContext) -> tuple[Standing, ...]:
    """The actions the expression holds for; of those not seen whole none by their details."""
    detailed = any(leaf.of_detail for leaf in leaves(over))
    return tuple(
        standing
        for standing in context.progress.standings
        if (context.sees(standing.action) or not detailed) and over.holds(standing, context.today)
    )


def where(over: Expression) -> Expression:
    """The parts that say which part of the plan is meant: priorities, agencies, references."""
    return all_of(*(part for part in conjuncts(over) if _is_where(part)))


def state(over: Expression) -> Expression:
    """The parts that say in what state: everything but `where`."""
    return all_of(*(part for part in conjuncts(over) if not _is_where(part)))


def _is_where(part: Expression) -> bool:
    if isinstance(part, All | AnyOf):
        return all(_is_where(inner) for inner in part.parts)
    if isinstance(part, Not):
        return _is_where(part.part)
    return isinstance(part, _WHERE)


def words(over: Expression, context: AnswerContext) -> str:
    """The expression in words; "" for every action. What is left out is called by its text, what
    words were found for by these, many by their number; what was asked of a time that is not over
    is said of now."""
    plan = context.progress.plan
    now = mapped(over, lambda x: x.part if isinstance(x, AsAt) and x.day == context.today else x)
    parts = conjuncts(now)
    out = {p: refs for p in parts if isinstance(p, Not) and (refs := _named(p.part, plan))}
    beside = [p for p in parts if isinstance(p, Refs)] * (len(parts) > 1)
    by_words = [p for p in beside if p.typed and len(p.refs) > 1]
    many = [p for p in beside if len(p.refs) > _MANY and p not in by_words]
    rest = described(all_of(*(p for p in parts if p not in (*out, *by_words, *many))), plan)
    texts = (excerpt(plan.action(ref).text, _TITLE) for refs in out.values() for ref in refs)
    among = (*(f"of those {len(p.refs)}" for p in many), *(f"about '{p.typed}'" for p in by_words))
    return ", ".join(filter(None, (*among, rest, *(f"without '{text}'" for text in texts))))


def yes_or_no(asked: Expression, standing: Standing, context: AnswerContext) -> tuple[Line, ...]:
    """The answer itself, where it was asked whether something holds of the one action."""
    if asked == EVERY:
        return ()
    asked = asked.part if isinstance(asked, Not) else asked  # "isn't it overdue?"
    ways = asked.parts if isinstance(asked, AnyOf) else (asked,)
    return tuple(
        Line(f"{question[0].upper()}{question[1:]}? {'Yes' if holds else 'No'}.")
        for way in ways
        for question, holds in [(words(way, context), way.holds(standing, context.today))]
    )


def subject(over: Expression, context: AnswerContext) -> str:
    """The actions it holds for, as a noun: "ASB1 and ASB2", "actions led by the police (CP)"; ""
    for every action."""
    refs = refs_in(over) if _is_named(over) else ()
    if refs:
        return joined(refs) if len(refs) <= _MANY else f"those {len(refs)} actions"
    phrase = words(over, context)
    return f"actions {phrase}" if phrase else ""


def _is_named(over: Expression) -> bool:
    """Whether it is nothing but references."""
    ways = over.parts if isinstance(over, AnyOf) else (over,)
    return all(isinstance(way, Refs) for way in ways)


def behind(over: Expression, context: AnswerContext) -> str:
    """What stands behind "actions": " in Mental Health, led by the police (CP)"; " among ASB1 and
    ASB2", " among those" of many; "" for every action."""
    if _is_named(over) and len(refs_in(over)) > _MANY:
        return " among those"
    among = subject(over, context).removeprefix("actions ")
    return f" {'among ' if _is_named(over) else ''}{among}" if among else ""


def _named(part: Expression, plan: Plan) -> tuple[str, ...]:
    """The references of a part that is of nothing else, or of these in their priority."""
    refs, rest = refs_in(part), [x for x in leaves(part) if not isinstance(x, Refs)]
    inside = all(
        isinstance(x, Of) and all(plan.action(ref).priority == x.priority for ref in refs)
        for x in rest
    )
    return refs if inside and all(isinstance(x, Refs | Of) for x in conjuncts(part)) else ()


def none_of(over: Expression, context: AnswerContext) -> str:
    """That nothing is left, as a sentence: "No actions led by the police (CP) are due in July and
    still open."."""
    place = where(over)
    of_state, of_place = (
        joined(words(part, context) for part in conjuncts(side)).replace(" its ", " their ")
        for side in (state(over), place)
    )
    if not (of_state and of_place):
        return f"No actions are {of_state or of_place or 'in the plan'}."
    if refs_in(place) and not _is_named(place):
        return f"No actions are {of_state}, of those {of_place}."
    few = joined(refs_in(place))
    return f"{f'None of {few} is' if few else f'No actions {of_place} are'} {of_state}."


def sentence(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def agencies_in(over: Expression) -> tuple[str, ...]:
    """The agencies an expression names, in order."""
    codes = (leaf.agency for leaf in leaves(over) if isinstance(leaf, Leads | Partners | Involves))
    return tuple(dict.fromkeys(codes))


def priorities_in(over: Expression) -> tuple[str, ...]:
    """The priorities an expression names, in order."""
    codes = (leaf.priority for leaf in leaves(over) if isinstance(leaf, Of))
    return tuple(dict.fromkeys(codes))


def refs_in(over: Expression) -> tuple[str, ...]:
    """The references an expression names, in order."""
    refs = (ref for leaf in leaves(over) if isinstance(leaf, Refs) for ref in leaf.refs)
    return tuple(dict.fromkeys(refs))


def due_days(over: Expression) -> Due | None:
    """The due date asked about, if there is one."""
    return next((leaf for leaf in leaves(over) if isinstance(leaf, Due)), None)
