"""References of any form a plan may use: whatever they look like, an action can be asked about and
reported on by its own. The plan is the sample's, its actions called otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from bot.core.plan import Plan, ref_name
from bot.reading.encoding import decoded, encoded
from bot.reading.expression import Refs, leaves
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.updates import may_report, read_updates
from bot.reading.wants import Kind, Reading
from bot.sample import sample_plan
from tests.reading.conftest import TODAY

LETTERS, ROMAN = "abcdefghijklmnopqrst", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
Form = Callable[[int, int, int, str], str]
"""Number of the priority, place in it, place in the plan, code of the priority -> reference."""
FORMS: dict[str, Form] = {
    "P1A1": lambda p, a, n, c: f"P{p}A{a}",
    "P1-A2": lambda p, a, n, c: f"P{p}-A{a}",
    "PR1 AC2": lambda p, a, n, c: f"PR{p} AC{a}",
    "P1.2": lambda p, a, n, c: f"P{p}.{a}",
    "Obj1-2": lambda p, a, n, c: f"Obj{p}-{a}",
    "AP1.2.3": lambda p, a, n, c: f"AP1.{p}.{a}",
    "1a": lambda p, a, n, c: f"{p}{LETTERS[a - 1]}",
    "1(a)": lambda p, a, n, c: f"{p}({LETTERS[a - 1]})",
    "1.a": lambda p, a, n, c: f"{p}.{LETTERS[a - 1]}",
    "1.1a": lambda p, a, n, c: f"{p}.{a}a",
    "1A2": lambda p, a, n, c: f"{p}A{a}",
    "CS-03": lambda p, a, n, c: f"CS-{n:02}",
    "CSP012": lambda p, a, n, c: f"CSP{n:03}",
    "VAW/2": lambda p, a, n, c: f"{c}/{a}",
    "DA_1": lambda p, a, n, c: f"{c}_{a}",
    "DA.1": lambda p, a, n, c: f"{c}.{a}",
    "DA 1": lambda p, a, n, c: f"{c} {a}",
    "CS/ASB/3": lambda p, a, n, c: f"CS/{c}/{a}",
    "A-1-2": lambda p, a, n, c: f"A-{p}-{a}",
    "7.2": lambda p, a, n, c: f"{p}.{a}",
    "1.2.3": lambda p, a, n, c: f"1.{p}.{a}",
    "iv.2": lambda p, a, n, c: f"{ROMAN[p - 1]}.{a}",
    "2/4": lambda p, a, n, c: f"{p}/{a}",
    "2-4": lambda p, a, n, c: f"{p}-{a}",
    "2018/01": lambda p, a, n, c: f"2018/{n:02}",
    "12": lambda p, a, n, c: f"{n}",
    "Action 7": lambda p, a, n, c: f"Action {n}",
}
SOME = slice(3, None, 9)


@cache
def plan_of(form: str) -> Plan:
    """The sample plan with references of a form."""
    plan, places = sample_plan(), Counter[str]()
    codes = [priority.code for priority in plan.priorities]
    actions = []
    for number, action in enumerate(plan.actions, 1):
        places[action.priority] += 1
        place = codes.index(action.priority) + 1, places[action.priority]
        ref = FORMS[form](*place, number, action.priority)
        actions.append(replace(action, ref=ref, alt_ref=""))
    return replace(plan, actions=tuple(actions))


@cache
def index_of(form: str) -> Index:
    return Index(plan_of(form))


def refs_of(reading: Reading) -> set[str]:
    named = (leaf for leaf in leaves(reading.over) if isinstance(leaf, Refs))
    return {ref for leaf in named for ref in leaf.refs}


UPDATES = (
    "update {} green {}",
    "updtae {} green - {}",
    "{} green - {}",
    "{}: on track, {}",
    "hi, {} is green. {}",
    "please mark {} as green: {}",
    "update action {} green {}",
    "*{}* green – {}",
    "{}\ngreen\n{}",
)
QUESTIONS = (
    ("who leads {}", Kind.LEADS),
    ("when is {} due?", Kind.DUE),
    ("is {} green?", Kind.ACTIONS),
    ("how is {} doing", Kind.ACTIONS),
    ("action {}", Kind.ACTIONS),
    ("targets for {}", Kind.MEASURES),
    ("latest on {}?", Kind.LATEST),
    ("history of {}", Kind.HISTORY),
)


@pytest.mark.parametrize("form", FORMS)
def test_an_update_is_saved_under_its_own_reference(form: str) -> None:
    plan = plan_of(form)
    known = frozenset(ref_name(action.ref) for action in plan.actions)
    assert len(known) == len(plan.actions)
    for action, line in product(plan.actions[SOME], UPDATES):
        for typed in (action.ref, action.ref.lower()):
            text = line.format(typed, "26 sessions held")
            assert may_report(text), text
            (update,) = read_updates(text, known)
            assert (plan.action(update.ref), update.note) == (action, "26 sessions held"), text
            assert not update.doubt, text


@pytest.mark.parametrize("form", FORMS)
def test_a_question_is_about_the_action_of_the_reference(form: str) -> None:
    plan, index = plan_of(form), index_of(form)
    known = frozenset(ref_name(action.ref) for action in plan.actions)
    for action, (question, kind) in product(plan.actions[SOME], QUESTIONS):
        for typed in (action.ref, action.ref.lower()):
            text = question.format(typed)
            reading = read(text, index, TODAY)
            assert (refs_of(reading), reading.want.kind) == ({action.ref}, kind), text
            assert read_updates(text, known) == (), text


@pytest.mark.parametrize("form", FORMS)
def test_the_next_action_is_asked_the_same(form: str) -> None:
    plan, index = plan_of(form), index_of(form)
    first, *others = plan.actions[SOME]
    before = decoded(encoded(read(f"who leads {first.ref}", index, TODAY)))
    assert before is not None
    before = replace(before, shown=(first.ref,))
    for action in others:
        reading = read(f"and {action.ref}?", index, TODAY, before=lambda: before)
        assert (refs_of(reading), reading.want.kind) == ({action.ref}, Kind.LEADS), action.ref
