"""Which actions or priorities everyday words are about, and when that is too close to call."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.reply import Choice
from bot.questions import cues_counts, cues_measures
from bot.questions.lexicon import Found, Lexicon
from bot.questions.plan_words import text_of
from bot.questions.question import Filters, Intent, Question
from bot.questions.repair import GRAMMAR
from bot.questions.vocabulary import PEOPLE, PHRASE, PLAIN, TOGETHER
from bot.questions.words import stem, stems
from bot.questions.words_common import STOP

CLEAR = 2.4
"""From here on the words say the theme outright (a plain term weighs 3, two together 2.6)."""
LIKELY = 0.85
"""Below this a priority is not meant, though it may be offered."""
HINTED = 0.9
"""From here on the words of the field themselves point to a priority: a leaning may settle it."""
OFFERED = 0.4
"""Below this nothing was recognised that could be offered."""
LONG = 5
"""Content words from which one telling word among them is thin evidence."""
STANDS_OUT = 1.4
"""How many times the next action's score the best one's must be to be meant alone."""
PINNED = 1.9
"""Score from which an action itself, not only its priority, is meant."""
SOLE = 1.25
"""Score of a word that stands in one action alone."""
NEAR = 0.8
"""Share of the best score up to which others count as equals."""
_VAGUE = re.compile(
    r"\b(?:one|thing|things|stuff|bit|business|item|project|work|scheme)$"
    r"|\bthe [\w ]{2,30} one (?:going|doing|at|on track|ok|please|getting on)(?: ok| now)?$"
)
LIKE = 0.7
"""Share of the best score from which another action may be "the … one" as well."""
LEANS = 2.0
"""Leaning from which priorities are offered though no word of the thesaurus was said."""
SETTLES = 2.0
"""How many times stronger than the next a leaning must be to settle what the words leave open."""
OVERRULES = 0.5
"""How far another leaning must be ahead before a thin sign is doubted."""
FAINT, BARELY = 1.2, 0.3
"""A leaning below `FAINT` bears nothing out: then another one barely ahead is reason to doubt."""
MAX_CHOICES = 5


def pinned(found: Found, most: int = 3) -> tuple[str, ...]:
    """The actions the words point at: the best and its near equals; none when too many are."""
    if not found.actions:
        return ()
    best = next(iter(found.actions.values()))
    if best < PINNED:
        return ()
    near = tuple(ref for ref, score in found.actions.items() if score >= NEAR * best)
    return near if len(near) <= most else ()


def with_target(said: str, lexicon: Lexicon) -> tuple[str, ...]:
    """ "are we on target to hit 500 young people": the actions whose target is that number."""
    if not cues_measures.MEASURE.search(said):
        return ()
    numbers = {float(n) for n in re.findall(r"\b\d{2,6}\b", said)}
    refs = tuple(
        action.ref
        for action in lexicon.plan.actions
        if any(measure.target in numbers for measure in action.measures)
    )
    if len(refs) > 2:
        refs = _sharing(refs, set(stems(said)) - _NUMBERS_WORDS, lexicon) or refs
    return refs if len(refs) <= MAX_CHOICES else ()


_NUMBERS_WORDS = set(stems("number target measure reach hit people year total"))


def _sharing(refs: tuple[str, ...], words: set[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Of these actions those that hold most of the words; none when no word says which."""
    content = {word for word in words if word not in STOP and len(word) > 3}
    scores = {ref: len(content & set(stems(text_of(lexicon.plan.action(ref))))) for ref in refs}
    best = max(scores.values(), default=0)
    return tuple(ref for ref, score in scores.items() if best and score == best)


_HOW_MANY = re.compile(
    r"(?:how many|number of|no of|how much) (?!(?:in|under|within|across) )(.+?)"
    r"(?: (?:have|has|had|did|do|does|were|are|is|was|been|so|"
    r"given|handed|held|run|made|done|got|\w{3,}ed|by|this|since|in|for|at|we|they|to)\b|$)"
)
_AMONG = re.compile(r"of\b")
_STILL_TO_COME = {"left", "remain", "more", "extra"}


_SO_MANY = re.compile(r"(.+?) how many(?: so far| yet| done| now)?$")
"""The thing said first: "kits - how many so far?"."""


_ASKING = frozenset(map(stem, GRAMMAR))
"""Stems that say what is asked; where one of them stands in an action it tells nothing."""


def sole(found: Found) -> tuple[str, ...]:
    """The one action that holds the only telling word said ("the kits"), when nothing else was."""
    named = found.concepts or found.priorities or found.agency_codes
    if named or len(found.content) > 2 or _ASKING.issuperset(found.content):
        return ()
    scores = [*found.actions.items(), ("", 0.0)]
    (ref, best), (_, second) = scores[0], scores[min(1, len(scores) - 1)]
    return (ref,) if best >= SOLE and best >= STANDS_OUT * second else ()


def counted_things(said: str, found: Found, lexicon: Lexicon) -> tuple[str, ...]:
    """ "how many visits has fire done": the actions whose text or measure counts that thing, of
    the agencies named if any are; none when it is actions that are counted."""
    match = _SO_MANY.match(said) or _HOW_MANY.search(said)
    if match is None or cues_counts.COUNTS_ACTIONS.search(match.group(1)):
        return ()
    agencies = found.agency_codes
    things = {stem(word) for word in match.group(1).split() if word not in STOP}
    things -= _STILL_TO_COME
    if _AMONG.match(match.group(1)):
        things -= found.agency_words
    scores = {
        action.ref: len(things & set(stems(text_of(action))))
        for action in lexicon.plan.actions
        if not agencies or set(agencies) & set(action.leads)
    }
    best = max(scores.values(), default=0)
    if not best or (best < len(things) and not agencies):
        return ()
    refs = tuple(ref for ref, score in scores.items() if score == best)
    return refs if len(refs) <= MAX_CHOICES else ()


def closest(found: Found, lexicon: Lexicon, code: str, most: int = 3) -> tuple[str, ...]:
    """The actions of one priority nearest to the words, best first."""
    inside = [
        (ref, score)
        for ref, score in found.actions.items()
        if lexicon.plan.action(ref).priority == code
    ]
    best = inside[0][1] if inside else 0.0
    floor = max(1.0, 0.55 * best)
    return tuple(ref for ref, score in inside if score >= floor)[:most]


def topic(base: Question, said: str, found: Found, lexicon: Lexicon) -> Question:
    """A question in everyday words: its topic, a question back, or NOT_UNDERSTOOD."""
    themes = [(code, score) for code, score in found.themes.items() if score >= LIKELY]
    clear = [item for item in themes if item[1] >= CLEAR]
    if _VAGUE.search(said) and len(found.content) <= 3:
        return _vague(base, found, lexicon, clear)
    if clear:
        return _clear(base, found, lexicon, clear)
    refs = pinned(found, MAX_CHOICES) or (_tied(found) if len(found.content) <= 3 else ())
    theirs = _of_agencies(refs, found, lexicon)
    refs = theirs or refs
    alone = theirs[0] if len(theirs) == 1 else _outstanding(found)
    if alone:
        code = lexicon.plan.action(alone).priority
        about = Filters(refs=(alone,), priorities=(code,))
        return replace(base, intent=Intent.TOPIC, filters=about)
    if len(refs) > 1:
        return _choose_actions(base, refs, lexicon)
    offered = _offered(found)
    if offered and found.themes.get(offered[0][0], 0.0) >= HINTED and _settled(offered):
        return _about(base, found, lexicon, offered[0])
    return _choose_priorities(base, offered, lexicon) if offered else base


def _of_agencies(refs: tuple[str, ...], found: Found, lexicon: Lexicon) -> tuple[str, ...]:
    """Of these actions those one of the agencies named leads; a lone one only by another word."""
    if len(refs) == 1 and not found.beside_names & set(
        stems(text_of(lexicon.plan.action(refs[0])))
    ):
        return ()
    codes = set(found.agency_codes)
    return tuple(ref for ref in refs if codes & set(lexicon.plan.action(ref).leads))


def _outstanding(found: Found) -> str:
    """The one action that holds far more of the rare words than any other, or ""."""
    scores = [*found.actions.items(), ("", 0.0)]
    (ref, best), (_, second) = scores[0], scores[min(1, len(scores) - 1)]
    return ref if best >= PINNED and best >= STANDS_OUT * second else ""


def _settled(ranked: list[tuple[str, float]]) -> bool:
    """Whether the likeliest priority is clear and leaves the next one far behind."""
    if ranked[0][1] < CLEAR:
        return False
    return len(ranked) < 2 or ranked[0][1] >= SETTLES * ranked[1][1]


def _clear(
    base: Question, found: Found, lexicon: Lexicon, clear: list[tuple[str, float]]
) -> Question:
    best = clear[0][1]
    near = [code for code, score in clear[1:] if score >= NEAR * best]
    if near and not _one_thing(found):
        return _choose_priorities(base, _offered(found), lexicon)
    code = clear[0][0]
    if _doubted(found, code):
        return _choose_priorities(base, _offered(found), lexicon)
    return _about(base, found, lexicon, clear[0])


def _about(base: Question, found: Found, lexicon: Lexicon, best: tuple[str, float]) -> Question:
    """The priority the words are about: by its name as a whole, else its closest actions."""
    code = best[0]
    refs = closest(found, lexicon, code)
    named = code in found.named and len(found.stems) <= 8 and not _specific(found)
    return replace(
        base,
        intent=Intent.PRIORITY if named else Intent.TOPIC,
        filters=Filters(refs=() if named else refs, priorities=(code,)),
        others=_others(best, found) if _one_thing(found) else (),
    )


def _doubted(found: Found, code: str) -> bool:
    """A thin sign that other words of the message speak against, or do not bear out."""
    if found.priorities:
        return False
    leaning = dict(found.leaning)
    own = leaning.pop(code, 0.0)
    other = max(leaning.values(), default=0.0)
    if _thin(found) and sum(score >= OFFERED for score in found.themes.values()) > 1:
        return own < SETTLES * other
    strongest = max(found.concepts.values(), default=0.0)
    plain = strongest <= PLAIN
    if strongest > PHRASE or (own >= FAINT and not plain):
        return False
    return other - own >= (BARELY if plain and own < FAINT else OVERRULES)


def _offered(found: Found) -> list[tuple[str, float]]:
    """The priorities that may be meant, likeliest first: what was said and what it leans to."""
    if not found.themes and max(found.leaning.values(), default=0.0) < LEANS:
        return []
    codes = {**found.themes, **found.leaning}
    scores = {code: found.themes.get(code, 0.0) + found.leaning.get(code, 0.0) for code in codes}
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    return [item for item in ranked if item[1] >= OFFERED]


def _others(best: tuple[str, float], found: Found) -> tuple[str, ...]:
    """The further priorities of a concept that spans several (county lines)."""
    return tuple(
        code for code, score in found.themes.items() if code != best[0] and score >= best[1] / 3
    )[:2]


def _thin(found: Found) -> bool:
    """One telling word in a long message: it may be beside the point."""
    strongest = max(found.concepts.values(), default=0.0)
    return not found.priorities and strongest <= PLAIN and len(found.content) >= LONG


def _specific(found: Found) -> bool:
    return bool(found.strong_concepts)


def _one_thing(found: Found) -> bool:
    """Several priorities because one concept spans them (county lines), not because of a tie."""
    return sum(weight >= TOGETHER for weight in found.concepts.values()) == 1


def _tied(found: Found) -> tuple[str, ...]:
    scores = list(found.actions.items())
    if not scores or scores[0][1] < 0.6:
        return ()
    return tuple(ref for ref, score in scores if score >= 0.85 * scores[0][1])[:MAX_CHOICES]


def _vague(
    base: Question, found: Found, lexicon: Lexicon, clear: list[tuple[str, float]]
) -> Question:
    """ "the schools one", "the drugs thing": one action stands out, or the likely ones offered."""
    single = pinned(found, most=1)
    alike = [ref for ref, score in found.actions.items() if score >= LIKE * _best(found)]
    if single and len(alike) > 1:
        return _choose_actions(base, tuple(alike[:MAX_CHOICES]), lexicon)
    if single:
        action = lexicon.plan.action(single[0])
        return replace(
            base,
            intent=Intent.TOPIC,
            filters=Filters(refs=single, priorities=(action.priority,)),
        )
    refs = tuple(found.actions)[:MAX_CHOICES]
    if clear and refs:
        code = clear[0][0]
        inside = [r for r in found.actions if lexicon.plan.action(r).priority == code]
        refs = tuple(inside[:MAX_CHOICES]) or refs
    if refs and found.actions[refs[0]] >= 0.6:
        return _choose_actions(base, refs, lexicon)
    for_whom = lexicon.actions_for(PEOPLE.get(found.words[-2], ())) if len(found.words) > 1 else ()
    if for_whom:
        return _choose_actions(base, for_whom[:MAX_CHOICES], lexicon)
    return _choose_priorities(base, clear, lexicon) if clear else base


def _best(found: Found) -> float:
    return max(found.actions.values(), default=0.0)


def _choose_actions(base: Question, refs: tuple[str, ...], lexicon: Lexicon) -> Question:
    choices = tuple(
        Choice(f"{ref}: {short(lexicon.plan.action(ref).text)}", f"action {ref}") for ref in refs
    )
    return replace(base, intent=Intent.CHOOSE, choices=choices)


def _choose_priorities(
    base: Question, themes: list[tuple[str, float]], lexicon: Lexicon
) -> Question:
    choices = tuple(
        Choice(lexicon.plan.priority(code).short, f"priority {code}") for code, _ in themes[:3]
    )
    return replace(base, intent=Intent.CHOOSE, choices=choices)


def short(text: str, most: int = 60) -> str:
    """The first words of an action, for a button (Slack's labels end at 75 characters)."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
