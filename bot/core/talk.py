"""What is not about the plan's actions: danger, people, greetings, short forms, the outside world."""

from __future__ import annotations

import re

from bot.core import cues
from bot.core.glossary import Entry
from bot.core.lexicon import Found
from bot.core.plan import Plan
from bot.core.question import Intent

_FACTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "approved",
        re.compile(
            r"\b(?:who|when)\b.*\b(?:approved?|agreed|adopted|signed off|passed)\b.*\b(?:plan|strategy|it)\b"
            r"|\bapproved the plan\b|\bwho approves\b"
        ),
    ),
    (
        "considered",
        re.compile(
            r"\b(?:who|which committee)\b.*\b(?:considered|scrutinis\w+|noted|looked at)\b.*\bplan\b"
        ),
    ),
    (
        "funding",
        re.compile(
            r"\b(?:who|how|where|what)\b.*\b(?:funds?|funded|funding|pays?|paid for|money|budget|costs?)\b"
            r".*|\bfunding\b|\bbudget\b"
        ),
    ),
    (
        "strategic assessment",
        re.compile(
            r"\bwhen\b.*\bstrategic assessment\b|\bstrategic assessment\b.*\b(?:when|done|"
            r"date|carried|month)\b|\bwhat is the plan based on\b|\bhow were the priorities\b"
        ),
    ),
    (
        "monitoring",
        re.compile(
            r"\bhow often\b.*\b(?:monitor\w*|report\w*|review\w*|updat\w*|checked)\b|\bhow is (?:the plan|it) "
            r"monitored\b|\bwho monitors\b"
        ),
    ),
    (
        "period",
        re.compile(
            r"\b(?:what|which|when|how long)\b.*\b(?:period|years?|dates?|start|starts|end|ends|run|runs|last|"
            r"cover|covers|finish)\b.*\b(?:plan|strategy)\b|\bwhen (?:does|did|is|will) the (?:plan|strategy) "
            r"(?:start|end|run|finish|expire|over|up)\b|\bhow long (?:does|is) the plan\b"
        ),
    ),
    (
        "quarters",
        re.compile(
            r"\bwhen (?:is|does|do|are) (?:q[1-4]|the quarters?|quarter [1-4])\b(?: (?:start|end|finish|run|"
            r"begin))?|\bwhat (?:are|is) (?:the )?quarters?\b|\bwhich months\b|\bwhat quarter (?:is|are)\b"
        ),
    ),
    (
        "partners",
        re.compile(
            r"\bwho (?:is|are) (?:in|on|part of|members? of) the (?:partnership|csp)\b|\bwhich agencies (?:are )?"
            r"(?:in|on|part of|belong)\b|\b(?:list|all|show|who are)(?: \w+)? (?:the )?(?:agencies|partner "
            r"agencies|members of the partnership|partners)$|\bmembers? of the (?:csp|partnership)\b|\bresponsible "
            r"authorities\b"
        ),
    ),
    (
        "marking",
        re.compile(
            r"\b(?:marking|classification|classified|official sensitive|protective marking|can i share|is (?:it|the "
            r"plan|this) (?:public|confidential|secret))\b"
        ),
    ),
)


def urgent(flat: str, said: str) -> Intent | None:
    """Danger or a report first (999, 101), then anything about identifiable people."""
    if _emergency(said):
        return Intent.EMERGENCY
    return Intent.PERSONAL if _personal(flat, said) else None


def _emergency(said: str) -> bool:
    if cues.REPORT.search(said):
        return True
    about_plan = bool(cues.PLAN_TALK.search(said))
    if cues.NOW.search(said) and cues.DANGER.search(said):
        return not about_plan or bool(re.search(r"\bright now\b|\bhelp\b", said))
    return bool(cues.VICTIM.search(said)) and not about_plan


def _personal(flat: str, said: str) -> bool:
    if cues.PERSONAL.search(said):
        return True
    return bool(_name_in(flat)) and bool(cues.ABOUT_PERSON.search(said))


_PLACES_AND_BODIES = frozenset(
    [
        "west",
        "east",
        "north",
        "south",
        "kent",
        "county",
        "police",
        "fire",
        "rescue",
        "sevenoaks",
        "district",
        "council",
        "community",
        "safety",
        "unit",
        "days",
        "white",
        "ribbon",
        "domestic",
        "abuse",
        "mental",
        "health",
        "early",
        "help",
        "trading",
        "standards",
        "change",
        "grow",
        "live",
        "neighbourhood",
        "watch",
        "clare",
        "crime",
        "moat",
        "homes",
        "trust",
        "kenward",
        "housing",
        "association",
        "day",
        "action",
        "one",
        "stop",
        "shop",
        "prevent",
        "channel",
        "home",
        "office",
        "town",
        "green",
        "new",
        "ash",
        "the",
        "what",
        "who",
        "which",
        "when",
        "where",
        "how",
        "is",
        "are",
        "has",
        "have",
        "can",
        "does",
        "show",
        "give",
        "tell",
        "please",
        "any",
        "all",
        "our",
        "my",
        "substance",
        "misuse",
        "acquisitive",
        "anti",
        "social",
        "behaviour",
        "organised",
        "groups",
        "modern",
        "slavery",
        "human",
        "trafficking",
        "vulnerable",
        "adults",
        "swanley",
        "edenbridge",
        "westerham",
        "otford",
        "hartley",
        "kemsing",
        "national",
        "probation",
        "service",
        "probation",
        "criminal",
        "high",
        "street",
        "business",
        "night",
        "time",
        "economy",
        "care",
        "act",
        "british",
        "transport",
        "christmas",
        "easter",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "why",
        "list",
        "compare",
        "and",
        "for",
        "with",
        "at",
        "on",
        "in",
        "to",
        "from",
        "of",
        "no",
        "not",
        "do",
        "did",
        "was",
        "were",
        "victim",
        "support",
        "look",
        "ahead",
        "cabinet",
    ]
)


def _name_in(flat: str) -> str:
    """A person's name: a title with a word, or two capitalised words that are no place or body."""
    for match in cues.NAMED.finditer(flat):
        name = match.group()
        words = [word.strip("'s.").lower() for word in name.split()]
        titled = words[0] in {"mr", "mrs", "ms", "miss", "master"}
        if titled or not set(words) & _PLACES_AND_BODIES:
            return name
    return ""


def small_talk(flat: str, said: str) -> Intent | None:
    """A greeting, thanks or a call for help and nothing else."""
    if not said:
        return Intent.THANKS if flat and cues.SMALL_TALK_MARK.fullmatch(flat) else None
    if cues.HELP.search(said):
        return Intent.HELP
    words = set(said.split())
    if not words <= cues.THANKS | cues.GREETINGS | cues.SMALL_FILL:
        return None
    if words & cues.GREETINGS and not words & {"thanks", "thank", "cheers", "ta", "bye"}:
        return Intent.GREETING
    return Intent.THANKS if words & cues.THANKS or said in _NODS else None


_NODS = frozenset(
    {"ok", "okay", "yes", "no", "right", "got it", "no problem", "all good", "no worries"}
)


def glossary_asked(said: str, found: Found) -> str:
    """The short form whose meaning is asked, or "" when none is."""
    if not found.entries:
        return ""
    entry = max(found.entries, key=lambda e: len(e.meanings))
    if len(entry.meanings) > 1 and _alone(said, entry):
        return entry.name
    if re.search(
        r"\b(?:stands? for|short for|definition|define|acronym|abbreviation|spell out|jargon)\b|=",
        said,
    ):
        return entry.name
    if re.search(r"\b(?:meaning|means?|explain|expand|what on earth|heard of)\b", said):
        return entry.name
    return (
        entry.name
        if re.search(r"\b(?:what|wot|who)\b.*\b(?:is|are|was|were)\b", said) and _alone(said, entry)
        else ""
    )


def _alone(said: str, entry: Entry) -> bool:
    """Nothing else is said beside the short form."""
    rest = f" {said} "
    for spelling in sorted(entry.spellings, key=len, reverse=True):
        rest = rest.replace(f" {spelling.lower().replace('-', ' ')} ", " ")
    fill = {
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
    }
    return set(rest.split()) <= fill


def fact_asked(said: str, plan: Plan) -> str:
    """The fact of the plan that is asked for, or ""."""
    for name, pattern in _FACTS:
        if pattern.search(said) and (
            plan.facts or name in {"period", "quarters", "partners", "marking"}
        ):
            return name
    return ""


def outside_asked(said: str) -> bool:
    """Something the plan cannot hold: crime figures, other places, the weather, opinions."""
    if cues.ELSEWHERE.search(said):
        return True
    return bool(cues.OUTSIDE.search(said))
