"""What is said, span by span: a line of the grammar that is no mere synonym has its sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.reading.grammar import Sort
from bot.reading.parts import Index
from bot.reading.spans import put_right, spans
from bot.reading.tokens import data_lines
from bot.sample import sample_plan
from tests.reading.conftest import TODAY

_SENTENCES = [
    (line.split()[0], line.partition(" ;; ")[2])
    for line in data_lines("grammar.txt")
    if " ;; " in line
]


@pytest.mark.parametrize(("sort", "sentence"), _SENTENCES)
def test_a_line_of_the_grammar_reads_the_sentence_it_is_for(
    sort: str, sentence: str, index: Index
) -> None:
    said = {span.sort.name for span in spans(sentence, index.lexicon, index.calendar(TODAY))}
    assert sort in said
    assert Sort.UNKNOWN.name not in said


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("by the end of december", None, date(2018, 12, 31)),
        ("before christmas", None, date(2018, 12, 24)),
        ("between 12 May and 20 August", date(2018, 5, 12), date(2018, 8, 20)),
        ("in the last week of september", date(2018, 9, 24), date(2018, 9, 30)),
        ("in the next six weeks", date(2018, 10, 10), date(2018, 11, 21)),
        ("in the last 30 days", date(2018, 9, 10), date(2018, 10, 10)),
        ("no later than 30 november", None, date(2018, 11, 30)),
        ("q2 2018-19", date(2018, 7, 1), date(2018, 9, 30)),
        ("the second quarter", date(2018, 7, 1), date(2018, 9, 30)),
        ("since july", date(2018, 7, 1), None),
        ("after q2", date(2018, 10, 1), None),
        ("in march", date(2019, 3, 1), date(2019, 3, 31)),
        ("by easter", None, date(2019, 4, 21)),
        ("by 31/12/2018", None, date(2018, 12, 31)),
    ],
)
def test_a_date_in_words(typed: str, start: date | None, end: date | None, index: Index) -> None:
    found = spans(typed, index.lexicon, index.calendar(TODAY))
    days = [span.period.days for span in found if span.period]
    assert [(d.start, d.end) for d in days] == [(start, end)]


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("asb-03 and ocg 2", ("ASB3", "OCG2")),
        ("ASB 1, 2 and 3", ("ASB1", "ASB2", "ASB3")),
        ("OCG1 to 3", ("OCG1", "OCG2", "OCG3")),
        ("action 6.1", ("MH1",)),
        ("acq08", ("ACQ8",)),
        ("ASB/03 and OCG / 2", ("ASB3", "OCG2")),
    ],
)
def test_references_in_any_usual_spelling(typed: str, refs: tuple[str, ...], index: Index) -> None:
    found = spans(typed, index.lexicon, index.calendar(TODAY))
    assert tuple(ref for s in found if s.sort is Sort.REF for ref in s.values) == refs


def test_a_slip_is_mended_only_where_nothing_else_claims_the_word(index: Index) -> None:
    right, slips = put_right("Ovedue comitments, the coucnil's", index.lexicon)
    assert right == "overdue commitments, the council's"
    assert [read for _, read in slips] == ["overdue", "commitments", "council"]
    for as_typed in ("nicking", "larking", "Which are red?"):
        assert put_right(as_typed, index.lexicon) == (as_typed, ())


def test_a_code_that_is_an_english_word_is_a_name_when_listed_in_small_letters_too() -> None:
    plan = sample_plan()
    listed = replace(plan.agencies[1], code="BEACON", aliases=("Beacon",))
    named = Index(replace(plan, agencies=(listed,)))
    said = spans("what does beacon lead", named.lexicon, named.calendar(TODAY))
    assert [span.values for span in said if span.sort is Sort.AGENCY] == [("BEACON",)]
