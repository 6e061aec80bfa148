"""The bot learns: unplaced questions, words taught, answers that were not meant."""

from __future__ import annotations

import pytest

from bot.core.access import HOME
from tests.partnership import Partnership

ODD = "/csp who deals with wibblers"


def test_a_word_taught_in_one_line_works_at_once(any_partnership: Partnership) -> None:
    kelly, anne = any_partnership.person("U0KELLY"), any_partnership.person("U0CLLR")
    anne.types(ODD)
    assert "Substance Misuse" not in anne.last()
    kelly.types('/csp teach "wibblers" = Substance Misuse')
    assert "Learnt" in kelly.last()
    anne.types(ODD)
    assert "Substance Misuse" in anne.last() or "SUB" in anne.last()
    with any_partnership.bot.store.reading(HOME) as records:
        (line,) = records.audit.about("word:wibblers")
    assert line.after == "SUB"


def test_unplaced_questions_wait_on_the_coordinators_home_without_who_asked(
    partnership: Partnership,
) -> None:
    anne, kelly = partnership.person("U0CLLR"), partnership.person("U0KELLY")
    anne.types(ODD)
    home = kelly.opens_home()
    assert "who deals with wibblers" in kelly.reads(home)
    assert "U0CLLR" not in str(home["blocks"])
    kelly.presses("This means…", home)
    kelly.fills(word="wibblers", target="SUB")
    assert kelly.submits() == {}
    assert "Learnt" in kelly.reads()
    assert "who deals with wibblers" not in kelly.reads(partnership.workspace.homes["U0KELLY"])


def test_an_answer_that_was_not_meant_is_kept_for_the_coordinators(
    partnership: Partnership,
) -> None:
    anne, kelly = partnership.person("U0CLLR"), partnership.person("U0KELLY")
    anne.types("/csp domestic abuse")
    anne.clicks("That's not what I meant")
    assert "coordinators will see the question" in anne.last()
    assert "domestic abuse" in kelly.reads(kelly.opens_home())


def test_a_question_with_somebodys_details_is_never_kept(partnership: Partnership) -> None:
    anne = partnership.person("U0CLLR")
    anne.types("/csp wibblers call 07700 900123 about it")
    with partnership.bot.store.reading(HOME) as records:
        assert records.unplaced_questions.open() == ()


def test_only_coordinators_teach_and_only_what_the_plan_holds(partnership: Partnership) -> None:
    anne, kelly = partnership.person("U0CLLR"), partnership.person("U0KELLY")
    anne.types("/csp teach needles = Substance Misuse")
    assert "Only a coordinator" in anne.last()
    kelly.types("/csp teach needles = Road Safety")
    assert "Its priorities are" in kelly.last()
    kelly.types("/csp teach needles")
    assert 'teach "needles" = Substance Misuse' in kelly.last()


def test_a_word_can_mean_an_agency(partnership: Partnership) -> None:
    kelly, anne = partnership.person("U0KELLY"), partnership.person("U0CLLR")
    kelly.types('/csp teach "the bluebottles" = Kent Police')
    assert "means Kent Police" in kelly.last()
    anne.types("/csp actions for the bluebottles")
    assert "Kent Police (KP): leads 13 actions" in anne.last()


def test_a_taught_word_can_be_unlearnt(partnership: Partnership) -> None:
    kelly, anne = partnership.person("U0KELLY"), partnership.person("U0CLLR")
    kelly.types('/csp teach "wibblers" = Substance Misuse')
    kelly.types("/csp teach")
    assert "'wibblers' means SUB" in kelly.last()
    kelly.types("/csp unteach wibblers")
    anne.types("/csp wibblers")
    assert "Substance Misuse" not in anne.last()
    kelly.types("/csp unteach wibblers")
    assert "I was not taught 'wibblers'" in kelly.last()


@pytest.mark.parametrize("word", ["<!channel>", "<@U0SAM>", "11", "a1"])
def test_what_nobody_would_write_is_not_learnt(partnership: Partnership, word: str) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types(f"/csp teach {word} = Substance Misuse")
    assert "no word somebody would write" in kelly.last()


@pytest.mark.parametrize("word", ["hartnell", "okafor lads", "https://a.example/dean-hartnell"])
def test_no_family_name_and_no_link_is_taught_in_whatever_letters(
    partnership: Partnership, word: str
) -> None:
    kelly = partnership.person("U0KELLY")
    kelly.types(f'/csp teach "{word}" = Substance Misuse')
    assert "Learnt" not in kelly.last()
    with partnership.bot.store.reading(HOME) as records:
        assert records.taught_words.all() == ()
