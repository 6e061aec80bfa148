"""An answer is drawn once and shown to whoever may see the same, and to nobody else: not to others,
not after a change, not on another day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.blocks import messages
from bot.handlers.drawn import DrawnAnswers
from bot.messages.reply import Answer, Mode
from tests.partnership import Partnership


def shown(partnership: Partnership, user: str, question: str) -> tuple[str, str]:
    """The text and the lines of what somebody is answered; asked twice, it is the same."""
    once, twice = (_asked(partnership, user, question) for _ in range(2))
    assert once == twice
    return once


def _asked(partnership: Partnership, user: str, question: str) -> tuple[str, str]:
    person = partnership.person(user)
    person.types(f"/csp {question}")
    message = person.sees()[-1]
    return message["text"], person.reads(message)


def test_the_same_answer_is_drawn_once(
    partnership: Partnership, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = messages.answer

    def counted(given: Answer, **rest: Any) -> messages.Drawn:
        drawn.append(given.title)
        return draw(given, **rest)

    monkeypatch.setattr(messages, "answer", counted)
    for user in ("U0PRIYA", "U0PRIYA", "U0PRIYA"):
        partnership.person(user).types("/csp who leads ASB3")
    assert len(drawn) == 1


def test_who_may_see_more_is_told_more_whoever_asked_first(partnership: Partnership) -> None:
    before = shown(partnership, "U0CLLR", "DA4")
    partnership.marks("DA4 sensitive")
    for _ in range(2):
        hers = shown(partnership, "U0KELLY", "DA4")
        councillors = shown(partnership, "U0CLLR", "DA4")
        assert hers[1] != councillors[1]
        assert "every agency attends" in hers[0]
        assert "every agency attends" not in str(councillors)
    assert before[1] != councillors[1]


def test_what_is_mine_is_not_anybody_elses(partnership: Partnership) -> None:
    hers, theirs = (shown(partnership, user, "which are ours") for user in ("U0PRIYA", "U0GRACE"))
    assert hers[1] != theirs[1]


def test_a_change_is_seen_at_once(partnership: Partnership) -> None:
    before = shown(partnership, "U0CLLR", "ASB3")
    partnership.person("U0HELEN").types("/csp update ASB3 amber Two reviews came late")
    after = shown(partnership, "U0CLLR", "ASB3")
    assert "Two reviews came late" in after[0]
    assert after[1] != before[1]


def test_another_day_has_another_answer(partnership: Partnership) -> None:
    before = shown(partnership, "U0CLLR", "what is overdue")
    partnership.clock.move_to(partnership._at(date(2019, 1, 15)))
    assert shown(partnership, "U0CLLR", "what is overdue")[1] != before[1]


def test_what_is_shared_differs_from_what_is_private() -> None:
    answered, drawn = Answer(Mode.ANSWER, "ASB3 is on track."), DrawnAnswers()
    private = drawn.reply(answered, "ASB3", private=True)
    assert drawn.reply(answered, "ASB3", private=True) is private
    assert drawn.reply(answered, "ASB3", private=False) is not private


def test_an_answer_that_says_the_same_is_another_one_and_few_are_remembered() -> None:
    drawn = DrawnAnswers(most=2)
    one, other, third = (Answer(Mode.ANSWER, "ASB3 is on track.") for _ in range(3))
    first = drawn.reply(one, "ASB3", private=True)
    assert drawn.reply(other, "ASB3", private=True) is not first
    drawn.reply(third, "ASB3", private=True)
    assert drawn.reply(one, "ASB3", private=True) is not first
