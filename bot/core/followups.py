"""What continues a question: "and the police?", "what about Q1?", a choice typed as a number."""

from __future__ import annotations

from dataclasses import replace

from bot.core import cues
from bot.core.facets import facet_of
from bot.core.question import Context, Filters, Intent, Question
from bot.core.words import normal

_LONGEST = 8
_UNSETTLED = frozenset({Intent.UNPLACED, Intent.CHOOSE})


def chosen(flat: str, context: Context | None) -> str:
    """The text, or after a question back the choice whose number was typed."""
    if context is None or context.question.intent is not Intent.CHOOSE:
        return flat
    choices = context.question.choices
    if flat.isdigit() and 1 <= int(flat) <= len(choices):
        return choices[int(flat) - 1].question
    return flat


def followed(asked: Question, said: str, before: Question) -> Question:
    """ "and the police?", "what about Q1?": the earlier question with what is new put in."""
    if not cues.FOLLOW.search(said) and not _bare(asked, said):
        return asked
    if len(said.split()) > _LONGEST or asked.filters.refs or asked.missing:
        return _with_subject(asked, before)
    new, old = asked.filters, before.filters
    if not (new.any or new.priorities or asked.quarters):
        return _with_subject(asked, before)
    merged = replace(
        old,
        refs=() if new.priorities or new.agencies else old.refs,
        priorities=new.priorities or old.priorities,
        agencies=new.agencies or old.agencies,
        mine=new.mine or (old.mine and not new.agencies),
        statuses=new.statuses or old.statuses,
        due=new.due or old.due,
        overdue=new.overdue or old.overdue,
    )
    intent = before.intent if before.intent in _CONTINUED else asked.intent
    quarters = asked.quarters or before.quarters
    if merged.awaiting and asked.quarters:
        merged = replace(merged, awaiting=asked.quarters[0])
    if intent is Intent.ACTIONS and asked.quarters:
        intent = Intent.HISTORY
    return replace(asked, intent=intent, filters=merged, quarters=quarters, choices=(), term="")


_CONTINUED = frozenset(
    {
        Intent.LIST,
        Intent.COUNT,
        Intent.CHANGES,
        Intent.COMPARE,
        Intent.MEASURES,
        Intent.LEADS,
        Intent.HISTORY,
        Intent.ACTIONS,
        Intent.PRIORITY,
    }
)


def _bare(asked: Question, said: str) -> bool:
    """ "who leads it", "why?", "when is it due": a side of an action and no subject of its own."""
    return len(said.split()) <= 6 and asked.intent in _UNSETTLED


def _with_subject(asked: Question, before: Question) -> Question:
    """A side asked of the subject before: "who leads it?" after a card."""
    facet = facet_of(normal(asked.text), asked)
    subject = before.filters.refs
    if asked.intent not in _UNSETTLED or facet is None or not subject:
        return asked
    return replace(asked, intent=facet, filters=Filters(refs=subject))
