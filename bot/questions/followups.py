"""What continues a question: "and the police?", "what about Q1?", "who leads it?", "2".

A message continues the one before when it joins on ("and …", "what about …"), points back ("it",
"those") or is too short to stand alone. Then what it says anew takes the place of what was said of
the same side: who, which priority, when, in what state.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.questions import cues
from bot.questions.cues import lines
from bot.questions.facets import facet_of
from bot.questions.question import Filters, Intent, Part, PreviousQuestion, Question
from bot.questions.references import ORDINAL
from bot.questions.words import normal

Read = Callable[[str], Question]
_LONGEST = 8
"""More words than these are a question of their own."""
_BARE = 3
"""Up to so many words a message with a question mark is a fragment: "amber?"."""
_NUMBERED = re.compile(
    r"(?:(?:and|what about|how about|tell me about|show me) )?(?:the )?"
    rf"(?:(?:number |option |priority )?(?P<number>\d{{1,2}})|(?P<ordinal>{'|'.join(ORDINAL)}))"
    r"(?: one| priority| option)?"
)
_JOINS = re.compile(
    r"^(?:and|but|ok|so|also|plus|then|now|only|just|same|what about|how about|or)\b"
    r"(?: (?:and|what about|how about|only|just|for|with))*"
    r"|^(?:for|in|on|by|with)\b(?!.*\b(?:what|which|who|how|when)\b)(?=(?: \w+){1,3}$)"
)
_POINTS = lines(r"""
it|its|them|those|these|they|their|that one|this one
(?:on|of|with|about|leads?|for|is|does|has|was|why is) (?:that|this)|(?:that|this) (?:due|one|going)
""")
_ELLIPTIC = lines(r"""
^(?:which|any|how many)(?: ones?)?(?: of (?:them|those|these))? (?:is|are|have|has|had)
^(?:any|which) (?:red|amber|green|overdue|late|complete)\w*$
^(?:what are|are) the (?:targets?|measures?|figures|numbers|deadlines?|dates?|leads?|partners?)
^who (?:is|are) (?:the |else )*(?:leads?|owner|partners?|involved|responsible|helping|in charge|\
  on it)$
^who (?:else|leads?|helps?|owns?)(?: (?:it|them|those|that|this|else|is involved|helps?|\
  with it))*$|^(?:leads?|partners?|why|history|deadline|\
  target)$
^due when$|^(?:any|the|what is the|what is its) (?:updates?|news|latest|target|deadline|measure|\
  lead)$
^what (?:happened|went wrong|is wrong|is the (?:problem|hold up))(?: in q[1-4])?$|gone wrong$
^why(?: is it| not)?(?: \w+){0,3}$
""")
_MORE = re.compile(
    r"(?:show |see |list )?(?:me )?(?:more|next(?: page)?|the rest|(?:and )?the others)"
)
_AT_LARGE = lines(r"""
actions|(?:the|this|our) plan|overall|everything|everyone|partnership|priorities|agencies
""")
_WHOLE = frozenset(
    {
        Intent.THANKS,
        Intent.GREETING,
        Intent.HELP,
        Intent.HOW_TO_UPDATE,
        Intent.OUT_OF_SCOPE,
        Intent.EMERGENCY,
        Intent.PERSONAL,
        Intent.LAST_YEAR,
        Intent.NOT_NAMED,
    }
)
"""Kinds that never continue another question."""
_TOLD = lines(r"why|updates?|news|latest|history|happened|wrong|slip\w*|problem|hold up")
_SIDES = frozenset({Intent.LEADS, Intent.DUE, Intent.MEASURES, Intent.HISTORY})
_WIDE = frozenset({Intent.PRIORITY, Intent.OVERVIEW})
_OF_MANY = frozenset(
    {Intent.LIST, Intent.COUNT, Intent.CHANGES, Intent.COMPARE, Intent.MEASURES, Intent.LEADS}
)
_AS_IT_STOOD = frozenset(
    {Intent.LIST, Intent.COUNT, Intent.PRIORITY, Intent.OVERVIEW, Intent.TOPIC}
)
_OF_ONE = _SIDES | {Intent.ACTIONS, Intent.TOPIC, Intent.GLOSSARY}


def chosen(flat: str, context: PreviousQuestion | None) -> str:
    """The text, or after a question back or a list of priorities what its number stands for."""
    match = _NUMBERED.fullmatch(normal(flat)) if context else None
    if context is None or match is None:
        return flat
    number = ORDINAL[match["ordinal"]] if match["ordinal"] else int(match["number"])
    before = context.question
    if before.intent is Intent.CHOOSE and before.choices:
        within = 1 <= number <= len(before.choices)
        return before.choices[number - 1].question if within else "help"
    return f"priority {number}" if before.intent is Intent.OVERVIEW else flat


def followed(asked: Question, said: str, before: Question, read: Read) -> Question:
    """`asked` as it is, or as the continuation of the question `before`."""
    if _MORE.fullmatch(said) and before.intent is Intent.LIST:
        return replace(before, text="more", page=before.page + 1)
    if len(said.split()) > _LONGEST or asked.missing or asked.intent in _WHOLE:
        return asked
    joins = _JOINS.match(said)
    if asked.filters.refs and not (joins and asked.intent is Intent.TOPIC):
        return _other_refs(asked, before) if joins and asked.intent is Intent.ACTIONS else asked
    if _leans(asked, said):
        return _of_the_same(asked, said, before)
    short = asked.text.endswith("?") and len(said.split()) <= _BARE
    if not joins and not short:
        return asked
    rest = said[joins.end() :].strip() if joins else said
    part = read(f"actions due {rest}" if before.filters.due else f"{rest} actions")
    if asked.intent is Intent.TOPIC and not part.filters.agencies:
        return _other_refs(asked, before)
    if part.filters.any or part.filters.priorities or part.quarters:
        return _merged(asked, part, before)
    return _of_the_same(asked, said, before) if _side(asked, said) else asked


def _leans(asked: Question, said: str) -> bool:
    """Without a subject of its own: "is it on track", "which are red?"."""
    if asked.filters.priorities or _AT_LARGE.search(said):
        return False
    if asked.filters.agencies and not _POINTS.search(said):
        return False
    if asked.intent is Intent.PLAN_FACT and not said.endswith("partners"):
        return False
    return _POINTS.search(said) is not None or _ELLIPTIC.search(said) is not None


def _side(asked: Question, said: str) -> bool:
    return facet_of(normal(asked.text), asked) is not None or _TOLD.search(said) is not None


def _other_refs(asked: Question, before: Question) -> Question:
    """ "and ASB4?" after "who leads ASB3": the same side of another action."""
    if before.intent not in _SIDES or not before.filters.refs or not asked.filters.refs:
        return asked
    quarters = asked.quarters or before.quarters
    return replace(
        asked, intent=before.intent, filters=Filters(refs=asked.filters.refs), quarters=quarters
    )


def _merged(asked: Question, part: Question, before: Question) -> Question:
    """The question before, in which each side that is said anew takes the old one's place."""
    new, old = part.filters, before.filters
    filters = old
    if new.agencies or new.mine or new.excluded:
        role = old.role if old.agencies or old.mine else Part.LEAD
        filters = replace(
            filters,
            agencies=new.agencies,
            excluded=new.excluded,
            mine=new.mine,
            ours=new.ours,
            role=role,
        )
    if new.priorities:
        filters = replace(filters, priorities=new.priorities)
    if new.due is not None:
        filters = replace(filters, due=new.due)
    if _state(new).any:
        filters = _with_state(filters, new)
    if new.agencies or new.mine or new.excluded or new.priorities or _state(new).any:
        filters = replace(filters, refs=())
    quarters = part.quarters or before.quarters
    if part.quarters and before.intent in _AS_IT_STOOD and not filters.refs:
        filters = _in_quarter(filters, part)
    intent = _intent_of(before, filters, bool(part.quarters), _state(new).any)
    return replace(
        asked, intent=intent, filters=filters, quarters=quarters, choices=(), term=_term(before)
    )


def _term(before: Question) -> str:
    return before.term if before.intent in {Intent.COUNT, Intent.RANK} else ""


def _state(filters: Filters) -> Filters:
    """What a question asks of the actions, without who, where and when."""
    return replace(
        filters,
        refs=(),
        priorities=(),
        agencies=(),
        excluded=(),
        mine=False,
        due=None,
        together=False,
    )


def _with_state(filters: Filters, new: Filters) -> Filters:
    return replace(
        _state(new),
        refs=filters.refs,
        priorities=filters.priorities,
        agencies=filters.agencies,
        excluded=filters.excluded,
        role=filters.role,
        together=filters.together,
        mine=filters.mine,
        ours=filters.ours,
        due=filters.due,
    )


def _in_quarter(filters: Filters, part: Question) -> Filters:
    """Another quarter in the place where the question before had one."""
    quarter = part.quarters[0]
    if filters.awaiting is not None:
        return replace(filters, awaiting=quarter)
    if filters.reported_for is not None:
        return replace(filters, reported_for=quarter)
    return replace(filters, as_at=quarter)


def _intent_of(before: Question, filters: Filters, in_quarter: bool, state: bool) -> Intent:
    if filters.refs:
        return Intent.HISTORY if in_quarter else before.intent
    if before.intent in _OF_MANY and not (
        state and before.intent in {Intent.LEADS, Intent.MEASURES}
    ):
        return before.intent
    if before.intent is Intent.OVERVIEW and not (filters.any or filters.priorities):
        return Intent.OVERVIEW
    only_priority = filters.priorities and not filters.any
    return Intent.PRIORITY if only_priority and before.intent in _WIDE | _OF_ONE else Intent.LIST


def _of_the_same(asked: Question, said: str, before: Question) -> Question:
    """A side, or a state, asked of the subject before: "who leads it?", "which are red?"."""
    old = before.filters
    if before.intent in _OF_ONE and old.refs and not _state(old).any:
        return _of_actions(asked, said, old.refs)
    facet = facet_of(normal(asked.text), asked)
    subject = old.priorities or old.any
    if not subject or before.intent is Intent.CHOOSE:
        return asked
    if asked.filters.any and asked.intent in {Intent.LIST, Intent.COUNT, Intent.OVERVIEW}:
        filters = _with_state(old, asked.filters) if _state(asked.filters).any else old
        intent = Intent.COUNT if asked.intent is Intent.COUNT else Intent.LIST
        return replace(asked, intent=intent, filters=replace(filters, refs=()))
    if facet is Intent.LEADS and not old.priorities:
        return replace(asked, intent=Intent.COUNT_BY_AGENCY, filters=old)
    if facet in {Intent.LEADS, Intent.MEASURES}:
        return replace(asked, intent=facet, filters=Filters(priorities=old.priorities))
    return asked


def _of_actions(asked: Question, said: str, refs: tuple[str, ...]) -> Question:
    subject = Filters(refs=refs)
    if asked.quarters or _TOLD.search(said):
        return replace(asked, intent=Intent.HISTORY, filters=subject)
    facet = facet_of(normal(asked.text), asked)
    if cues.PARTNERS_ASKED.search(said) or said in {"partners", "lead", "leads"}:
        facet = Intent.LEADS
    return replace(asked, intent=facet or Intent.ACTIONS, filters=subject, choices=(), term="")
