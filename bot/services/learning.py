"""The bot learns from coordinators: questions it could not place, and the words that place them."""

from __future__ import annotations

import re
from collections import deque

from bot.core.access import Caller, Permission, require
from bot.core.errors import HeldByGuard, Invalid, NotFound
from bot.core.plan import Plan
from bot.disclosure.check import check, listed_name
from bot.services.context import Context

LONGEST_WORD = 60
LONGEST_QUESTION = 200
_TEACHING = re.compile(r"^[\"'“”‘’]?(?P<word>[^\"“”=]+?)[\"'“”‘’]? ?= ?(?P<target>.+)$")


_noted: deque[tuple[Context, Caller, str]] = deque()


def note_unplaced(context: Context, caller: Caller, question: str) -> None:
    """Note a question that could not be placed; `write_noted` keeps it once its answer is out."""
    _noted.append((context, caller, question))


def write_noted() -> None:
    """Keep the questions noted."""
    while _noted:
        keep_unplaced(*_noted.popleft())


def keep_unplaced(context: Context, caller: Caller, question: str) -> bool:
    """Keep a question that could not be placed, without who asked; False when it is not kept.

    What the disclosure guard would hold is never stored, nor is the same question twice. Raises
    NotAllowed.
    """
    require(caller, Permission.READ)
    text = " ".join(question.split())[:LONGEST_QUESTION]
    if not text or check(text):
        return False
    with context.store.writing(caller.workspace) as records:
        if text.lower() in {known.lower() for _, known, _ in records.unplaced_questions.open(100)}:
            return False
        records.unplaced_questions.keep(text, context.now())
        return True


def settle(context: Context, caller: Caller, number: int) -> None:
    """A coordinator has dealt with a question."""
    require(caller, Permission.COORDINATE)
    with context.store.writing(caller.workspace) as records:
        records.unplaced_questions.settle(number)
        records.audit.note(context.now(), caller.user, "dismiss", f"question:{number}")


def parse_teaching(text: str) -> tuple[str, str]:
    """Read `"needles" = Substance Misuse`. Raises Invalid with what to type."""
    match = _TEACHING.match(" ".join(text.split()))
    if match is None:
        raise Invalid(
            "word",
            "I did not find a word and its meaning in that.",
            'Type for example `/csp teach "needles" = Substance Misuse`.',
        )
    return match["word"].strip(), match["target"].strip().strip("\"'“”‘’")


def teach(context: Context, caller: Caller, word: str, target: str, question: int = 0) -> str:
    """Teach that a word means a priority, an agency or an action; it works at once. Returns what it
    means.

    `question`: the number of the question this settles.
    Raises NotAllowed, Invalid, HeldByGuard, NotFound.
    """
    require(caller, Permission.COORDINATE)
    plain = " ".join(word.lower().split())
    if not 2 <= len(plain) <= LONGEST_WORD:
        raise Invalid("word", f"A word to teach has 2 to {LONGEST_WORD} letters.", "Shorten it.")
    shaped = re.search(r"[^\W\d_]{2}", plain) and not re.search(r"[<>@#!]|://|www\.", plain)
    if not shaped:
        raise Invalid("word", "That is no word somebody would write.", "Teach a word or two.")
    if findings := check(plain) or listed_name(plain):
        raise HeldByGuard({"word": f"{findings[0].why} {findings[0].advice}"}, findings)
    now = context.now()
    with context.store.writing(caller.workspace) as records:
        code, meaning = _meant(records.plans.plan(context.today()), target)
        records.taught_words.teach(plain, code, caller.user, now)
        records.audit.note(now, caller.user, "teach", f"word:{plain}", after=code, route="slack")
        if question:
            records.unplaced_questions.settle(question)
    return meaning


def unteach(context: Context, caller: Caller, word: str) -> str:
    """Forget a taught word; it works at once. Returns the word. Raises NotAllowed, NotFound."""
    require(caller, Permission.COORDINATE)
    plain = " ".join(word.lower().strip("\"'“”‘’ ").split())
    with context.store.writing(caller.workspace) as records:
        target = dict(records.taught_words.all()).get(plain)
        if target is None:
            raise NotFound(f"I was not taught '{plain}'.", "Type `/csp teach` for the list.")
        records.taught_words.forget(plain)
        records.audit.note(
            context.now(), caller.user, "unteach", f"word:{plain}", before=target, route="slack"
        )
    return plain


def taught(context: Context, caller: Caller) -> tuple[tuple[str, str], ...]:
    """(word, code) of everything taught. Raises NotAllowed."""
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        return records.taught_words.all()


def meanings(context: Context, caller: Caller) -> tuple[tuple[str, str], ...]:
    """(code, name) of what a word can be taught to mean: the plan's priorities.

    Raises NotAllowed.
    """
    require(caller, Permission.COORDINATE)
    with context.store.reading(caller.workspace) as records:
        plan = records.plans.plan(context.today())
    return tuple((priority.code, priority.short) for priority in plan.priorities)


def _meant(plan: Plan, target: str) -> tuple[str, str]:
    """The code and name of a priority or an agency (by code, name or alias), or of an action (by
    reference)."""
    priority = plan.priority_named(target)
    if priority is not None:
        return priority.code, priority.short
    agency = plan.agency_named(target)
    if agency is not None:
        return agency.code, agency.name
    action = plan.find(target)
    if action is None:
        known = ", ".join(priority.short for priority in plan.priorities)
        raise NotFound(
            f"I looked for '{target}' and the plan has no priority, action or agency of that name.",
            f"Its priorities are: {known}.",
        )
    return action.ref, f"{action.ref} {action.text}"
