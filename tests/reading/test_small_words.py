"""Small words that carry neither a subject nor a condition change nothing, wherever they stand."""

from __future__ import annotations

from itertools import product

import pytest

from bot.core.plan import Priority
from bot.reading.expression import Of, leaves
from bot.reading.parts import Index
from bot.reading.reader import read
from tests.factories import a_plan, an_action
from tests.reading.conftest import TODAY, Book

PREPOSITIONS = (
    "about", "amid", "among", "amongst", "around", "concerning", "from", "inside", "of", "on", "re",
    "regarding", "towards", "under", "via", "within",
)  # fmt: skip
ADVERBS = (
    "actually", "allegedly", "apparently", "basically", "certainly", "clearly", "currently",
    "definitely", "fairly", "honestly", "hopefully", "just", "literally", "mainly", "obviously",
    "officially", "overall", "possibly", "presently", "pretty", "probably", "quite", "rather",
    "really", "sadly", "simply", "specifically", "supposedly", "surely", "technically",
)  # fmt: skip
ASKED_IN = ("what is red {} {}", "how many actions {} {} are overdue", "anything amber {} {}")
ASKED = (
    "what is {} red",
    "{} how many actions are overdue",
    "which actions are {} due in november",
    "what is overdue {}",
)


@pytest.mark.parametrize("asked", ASKED_IN)
def test_every_preposition_before_a_priority_says_the_same(asked: str, book: Book) -> None:
    names = [priority.name for priority in book.progress.plan.priorities]
    for name, small in product(names[:2], PREPOSITIONS):
        plain = read(asked.format("in", name), book.index, book.today)
        reading = read(asked.format(small, name), book.index, book.today)
        assert (reading.want, reading.over, reading.notes) == (plain.want, plain.over, ()), small


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("adverb", ADVERBS)
def test_an_adverb_changes_nothing(asked: str, adverb: str, book: Book) -> None:
    plain = read(asked.format(""), book.index, book.today)
    reading = read(asked.format(adverb), book.index, book.today)
    assert (reading.want, reading.over) == (plain.want, plain.over)


def test_what_is_typed_short_for_another_word_is_nobodys_initials() -> None:
    """ "bc" is typed for "because": a priority called Business Crime is not every reason given."""
    priorities = (Priority("P1", "Retail and Business Crime"), Priority("P2", "Drugs"))
    actions = [an_action(f"P{n}1", priority=f"P{n}") for n in (1, 2)]
    index = Index(a_plan(*actions, priorities=priorities))
    reading = read("which are red because they are late", index, TODAY)
    assert Of("P1") not in [*leaves(reading.over)]
