"""What is not about the plan's actions: danger, people, greetings, short forms, the world."""

from __future__ import annotations

import re

from bot.core.plan import Plan
from bot.disclosure.check import KnownNames, check
from bot.questions import cues_outside
from bot.questions import cues_talk as cues
from bot.questions.cues import PLAN_STANDS, lines
from bot.questions.glossary import Term
from bot.questions.lexicon import Found
from bot.questions.question import Intent
from bot.questions.words import normal
from bot.questions.words_common import words_of

_FACTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "approved",
        lines(r"""
        (?:who|when) .*(?:approved?|agreed|adopted|signed off|passed|approves)(?: .*)?(?:plan|\
          strategy|it|this)
        who approves
        (?:is|was|has) (?:the |this |our )?(?:plan|strategy|it) (?:been )?(?:formally )?\
          (?:approved|agreed|signed off|adopted)
        """),
    ),
    (
        "considered",
        lines(r"(?:who|which committee) .*(?:considered|scrutinis\w+|noted|looked at) .*plan"),
    ),
    (
        "funding",
        lines(r"""
        (?:who|how|where|what) .*(?:funds?|funded|funding|pays?|paid for|money come|budget|\
          costs?)(?: .*)?
        funding|budget
        """),
    ),
    (
        "strategic assessment",
        lines(r"""
        when .*strategic assessment|strategic assessment .*(?:when|done|date|carried|month)
        what is the plan based on|how were the priorities (?:\w+)
        """),
    ),
    (
        "monitoring",
        lines(r"""
        how often .*(?:monitor\w*|report\w*|review\w*|updat\w*|checked)
        how is (?:the plan|it) monitored|who monitors
        """),
    ),
    (
        "period",
        lines(r"""
        (?:what|which) (?:period|years?|dates?) .*(?:plan|strategy|it cover|this cover).*
        when (?:does|did|is|will) (?:the|this|our) (?:plan|strategy) (?:start|end|run|finish|\
          expire|over|up)
        how long (?:does|is) the (?:plan|strategy).*
        """),
    ),
    (
        "quarters",
        lines(r"""
        when (?:is|does|do|are) (?:q[1-4]|the quarters?|quarter [1-4])(?: (?:start|end|finish|\
          run|begin))?
        what (?:are|is) (?:the )?quarters?(?: \w+)?$|which months .*|what quarter (?:is|are) .*
        """),
    ),
    (
        "statuses",
        lines(
            r"""
        (?:what (?:does|do|is meant by)|meaning of|define|explain|difference between) \
          (?:an? |the )?{state}(?: mean\w*| stand for| here|$| and {state}).*
        what (?:is|are) (?:the )?(?:difference between .*{state}|rag (?:status|statuses|ratings?))$
        what do(?:es)? (?:the (?:colours|statuses|marks|ratings)|each(?: one| colour| status)?) mean
        who decides (?:what is|if it is|whether it is|on) (?:the )?{state}|{state}(?: vs| versus|\
           or|\
          against) {state}(?!.*\b(?:actions|ones|which|how many)\b)
        (?:what|which things) (?:counts?|qualif\w+|is classed) as (?:an? )?{state}|\
          what makes (?:it|\
          an action|something|one) (?:go )?{state}
        """,
            state=r"(?:red|amber|green|blue|on track|at risk|off track|overdue|not started|"
            r"no update(?: received)?|statuses|colours)",
        ),
    ),
    (
        "next update",
        lines(r"""
        when (?!was|did|were).*(?:next|our|my|the|quarterly) (?:\w+ )?(?:update|report|return|\
          summary|monitoring)s?\
          (?: \w+){0,2}$
        when (?:are|is|do) (?:\w+ ){0,3}(?:updates|returns|reports)(?: \w+){0,2}$
        (?:update|reporting|return) deadline|deadline for (?:updates|returns|reports)
        """),
    ),
    (
        "partners",
        lines(
            r"""
        how many (?:different )?(?:agencies|partners|organisations|members|bodies){more}$
        who (?:else )?(?:is|are) (?:all )?(?:in|on|part of|members? of) the (?:partnership|csp)|\
          members? of the (?:csp|partnership)
        who are the (?:partner )?members$|who is who (?:in|on|at) the (?:partnership|csp)
        which agencies (?:are )?(?:in|on|part of|belong)\b.*|responsible authorities
        ^(?:list|all|show|who are)(?: (?!no\b|without\b|other\b)\w+)? (?:the )?\
          (?:agencies|partners|partner agencies)$
        """,
            more=r"(?: (?:are|there|in|on|of|the|this|our|partnership|csp|plan|agencies|partners|"
            r"organisations|or|and|do|we|have|altogether|signed up|to|it|involved|named))*",
        ),
    ),
    (
        "marking",
        lines(r"""
        marking|classification|classified|official sensitive|protective marking|can i share .*
        is (?:it|the plan|this(?: plan)?) (?:public|confidential|secret)
        """),
    ),
)
_OF_THE_BOT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "join",
        lines(r"""
        (?:add|make|register|assign|sign) me (?:up )?(?:as|to|for)|who (?:is|are) (?:the|our) \
          co ?ordinators?
        how (?:do|can) (?:i|we) (?:join|get access|change (?:my|our) agency|add (?:a|an|some)\w*)
        """),
    ),
    (
        "correct",
        lines(r"""
        (?:delete|remove|withdraw|undo|correct|edit|take back) (?:my|our|the|that|this|an?) \
          (?:last )?(?:update|report|note|entry)
        """),
    ),
    (
        "summary",
        lines(r"(?:show|post|send|see|get|give)(?: me| us)? (?:the |a )?(?:quarterly )?summary$"),
    ),
    (
        "privacy",
        lines(r"""
        (?:do|what do) you (?:store|keep|record|log|save)|who (?:can|will) see (?:what|my|this)
        can (?!not )(?:my|our|the|a|any)? ?(?!not )\w+ see (?:this|what|my)
        """),
    ),
)
"""What is asked of the bot rather than of the plan."""
_ALWAYS_KNOWN = frozenset({"period", "quarters", "statuses", "next update", "partners", "marking"})


def emergency(said: str) -> bool:
    """Danger, or something to report: 999 and 101 come first."""
    if cues.REPORT.search(said):
        return True
    about_plan = cues.PLAN_TALK.search(said) is not None
    if cues.NOW.search(said) and cues.DANGER.search(said):
        return not about_plan or ("right now" in said and cues.TOLD.match(said) is not None)
    return cues.VICTIM.search(said) is not None and not about_plan


def alarming(said: str) -> bool:
    """Whether it may be about danger after all: the answer then names 999 as well."""
    return cues.DANGER.search(said) is not None and cues.PLAN_TALK.search(said) is None


def personal(flat: str, said: str, known: KnownNames) -> bool:
    """Whether identifiable people are asked about; `known` are the names that are no person's."""
    if cues.PERSONAL.search(said) or cues.TITLED.search(flat):
        return True
    found = check(_uncapped(flat), known=known)
    told = {finding.kind for finding in found} & _OF_PEOPLE
    if told == {"name"}:
        whole = any(len(finding.text.split()) > 1 for finding in found)
        asked = whole or cues.ABOUT_PERSON.search(said)
        return bool(asked) and not cues.OF_WORK.search(said)
    return bool(told)


_OF_PEOPLE = words_of(
    "name nickname dob phone address vehicle ni_number nhs_number crime_ref email document"
)
"""What the disclosure guard finds that makes a question one about a person."""
_FEW, _MOSTLY = 4, 0.7


def _uncapped(flat: str) -> str:
    """The message; in small letters when it writes every word with a capital, for then capitals
    tell no names."""
    words = [word for word in flat.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return flat.lower() if len(words) > _FEW and capitals > len(words) * _MOSTLY else flat


def small_talk(flat: str, said: str) -> Intent | None:
    """A greeting, thanks or a call for help and nothing else."""
    if not said:
        return Intent.THANKS if flat and cues.EMOJI_ONLY.fullmatch(flat) else None
    if cues.HELP.search(said):
        return Intent.HELP
    words = set(said.split())
    if not words <= cues.THANKS | cues.GREETINGS | cues.FILL or PLAN_STANDS.search(said):
        return None
    if said in cues.HOW_ARE_YOU:
        return Intent.GREETING
    if words & cues.GREETINGS and not words & {"thanks", "thank", "cheers", "ta", "bye"}:
        return Intent.GREETING
    return Intent.THANKS if words & cues.THANKS or said in cues.NODS else None


_SPELL_OUT = lines(r"""
stands? for|short for|definition|define|acronym|abbreviation|spell out|jargon|meaning|means?|\
  meant by
explain|expand|what on earth|heard of|in english
""")
_ASIDE = frozenset(
    [
        "what",
        "is",
        "a",
        "an",
        "the",
        "are",
        "was",
        "were",
        "please",
        "again",
        "does",
        "do",
        "mean",
        "who",
        "this",
        "here",
        "in",
        "plan",
        "exactly",
        "actually",
        "sorry",
        "so",
        "and",
        "remind",
        "me",
        "that",
        "then",
        "of",
        "=",
        "about",
        "by",
        "explain",
        "define",
        "definition",
        "meaning",
        "means",
        "meant",
    ]
)


_OF_A_CLASH = _ASIDE | words_of("update updates latest news progress how going on any")
"""Beside a short form with two meanings these still leave open which one is meant."""


def glossary_asked(flat: str, said: str, found: Found) -> str:
    """The short form whose meaning is asked, or "" when none is."""
    if not found.entries:
        return ""
    entry = max(found.entries, key=lambda e: len(e.meanings))
    named = found.priorities or found.agency_codes
    clash = len(entry.meanings) > 1
    alone = _alone(said, entry, _OF_A_CLASH if clash and not named else _ASIDE)
    if entry.name in _OF_THE_PLAN:
        return entry.name if alone and _DEFINED.search(said) else ""
    asked = not named or (flat.endswith("?") and not found.agency_codes)
    if alone and (len(entry.meanings) > 1 or asked):
        return entry.name
    if _SPELL_OUT.search(said) or "=" in said:
        return entry.name
    return entry.name if alone and re.match(r"(?:what|who) (?:is|are|was|were)\b", said) else ""


def _alone(said: str, entry: Term, aside: frozenset[str] = _ASIDE) -> bool:
    """Nothing else is said beside the short form."""
    rest = f" {said} "
    for spelling in sorted(entry.spellings, key=len, reverse=True):
        rest = rest.replace(f" {normal(spelling)} ", " ")
    return set(_THING_AFTER.sub(" ", rest).split()) <= aside


_OF_THE_PLAN = frozenset(
    {
        "action plan",
        "baseline",
        "lead agency",
        "milestone",
        "outcome measure",
        "output measure",
        "partner agency",
        "priority",
        "success measure",
        "target",
    }
)
_DEFINED = re.compile(
    r"^what (?:is|are) (?!the\b|our\b|my\b)|\bmean(?:s|t|ing)?\b|\b(?:define|explain|definition)\b"
)
"""Words of the plan itself are spelt out when that is asked; else they are of some action."""
_THING_AFTER = re.compile(
    r"\b(?:sessions?|meetings?|schemes?|services?|orders?|panels?|forms?|process|thing|stuff|\
      term)\b"
)
"""Nouns people put after a short form: "what is a WRAP session"."""


def how_to(said: str) -> bool:
    """Asks how to report progress, or tells the bot to change a status: the answer is the way."""
    return cues.HOW_TO_UPDATE.search(said) is not None


def fact_asked(said: str, plan: Plan) -> str:
    """The fact of the plan that is asked for, or ""."""
    for name, pattern in _OF_THE_BOT:
        if pattern.search(said):
            return name
    for name, pattern in _FACTS:
        if pattern.search(said) and (plan.facts or name in _ALWAYS_KNOWN):
            return name
    return ""


def outside_asked(said: str, plan: Plan) -> bool:
    """Something the plan cannot hold: crime figures, other places, the weather, opinions."""
    elsewhere = cues_outside.ELSEWHERE.search(said)
    own = f"{plan.title} {plan.partnership}".lower()
    if elsewhere and elsewhere.group().split()[-1] not in own:
        return True
    return cues_outside.OUTSIDE.search(cues_outside.VENUE.sub(" ", said)) is not None
