"""What the guard's patterns need is true of them: leaving out what cannot match changes nothing."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from bot.core.plan import Plan
from bot.disclosure import patterns
from bot.disclosure.check import Finding, check
from bot.disclosure.patterns import Needed, Pattern
from bot.sample import sample_plan
from tools import needs, parts

EXAMPLES = json.loads((Path(__file__).parent / "disclosure_examples.json").read_text("utf-8"))
TEXTS = [str(example["text"]) for example in EXAMPLES]
PIECES = sorted({piece for text in TEXTS for piece in text.split()})
FEW = 15
"""Patterns that may have changed since `tools.needs` ran: they are tried on every text."""
STALE = "many patterns were changed: run `uv run python -m tools.needs`"


def _whatever_it_holds(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    """What the guard finds when every pattern is tried."""
    with monkeypatch.context() as patch:
        patch.setattr(patterns, "_seen", lambda text: (text, 0))
        return check(text) + check(text, delicate=True)


def _words_of(plan: Plan) -> list[str]:
    return [text for action in plan.actions for text in (action.text, action.timescale_raw)]


def test_the_guard_finds_the_same_when_every_pattern_is_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shouted, small = map(str.upper, TEXTS[::5]), map(str.lower, TEXTS[1::5])
    for text in (*TEXTS, *_words_of(sample_plan()), *shouted, *small):
        tried = check(text) + check(text, delicate=True)
        assert tried == _whatever_it_holds(text, monkeypatch), text


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25))
def test_so_it_does_in_any_row_of_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        every = _whatever_it_holds(text, patch)
    assert check(text) + check(text, delicate=True) == every


def test_what_a_pattern_needs_is_worked_out_from_it() -> None:
    written = dict(patterns.lines())
    for one in needs.PATTERNS:
        assert one.compiled
        needed = written.get(patterns.mark(one.source, one.flags), Needed())
        assert set(needed.rows) <= {needs.row_of(texts) for texts in parts.needed(one)}, one.source
        assert needed.figures <= parts.least(one, parts.FIGURES), one.source
        assert needed.capitals <= parts.least(one, parts.CAPITALS), one.source
    useful = {row.partition("\t")[0] for row in needs.rows()}
    assert len(useful - set(written)) <= FEW, STALE


@pytest.mark.parametrize(
    ("texts", "row"),
    [
        ({"he is back"}, (" back",)),
        ({" lane", "lanes of"}, (" lane", "lanes ")),
        ({"born 7", "born 29"}, ("born ",)),
        ({"trafficking"}, ("trafficki",)),
        ({"7th", "12th"}, ("0th",)),
    ],
)
def test_of_each_text_a_piece_of_a_word_is_looked_for(
    texts: set[str], row: tuple[str, ...]
) -> None:
    assert needs.row_of(frozenset(texts)) == row


def test_no_letter_passes_for_a_plain_one_in_a_text_in_which_patterns_are_passed_over() -> None:
    plain = re.compile("[a-z0-9]", re.I)
    passing = re.compile(r"\d")
    for sign in map(chr, range(128, sys.maxunicode + 1)):
        if plain.match(sign) or passing.match(sign) or len(sign.lower()) > 1:
            assert patterns._seen(sign) == (sign.lower(), 0), hex(ord(sign))


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        (r"\bborn (?:on|in)\b", [{"born on", "born in"}]),
        (r"(?:flat|house)s? \w", [{"flat", "house"}]),
        (r"no? \d{1,2}th", [{f"n {n}" for n in range(10)} | {f"no {n}" for n in range(10)}]),
        (r"(?:flat|\w+) no", [{" no"}]),
        (r"x?[ab]{2,3}(?=c)(?!d)", [{"a", "b"}, {"c"}]),
        (r"(?<=he )rings|(?<=she )phones", [{"rings", "phones"}]),
        (r"(?<=flat )\d+", [set("0123456789")]),
        (r"[^a]+.*", []),
    ],
)
def test_parts_that_every_match_goes_through(source: str, needed: list[set[str]]) -> None:
    worked_out = parts.needed(Pattern(source))
    assert all(one in worked_out for one in needed)
    assert bool(worked_out) == bool(needed)


@pytest.mark.parametrize(
    ("source", "figures", "capitals"),
    [
        (r"[A-HJ-PR-Y]{2}\d{2}[ -]?[A-Z]{3}", 2, 5),
        (r"(?i:[A-Z]{2}\d|[a-z]\d\d)", 1, 0),
        (r"(?:[A-Z]\d{2}|\d{3}X) ?\d?[A-Za-z]", 2, 1),
        (r"(?=\d{4})(?<!\d)[^\d]\w7", 1, 0),
    ],
)
def test_figures_and_capitals_that_every_match_has(
    source: str, figures: int, capitals: int
) -> None:
    one = Pattern(source)
    assert parts.least(one, parts.FIGURES) == figures
    assert parts.least(one, parts.CAPITALS) == capitals
    assert parts.least(Pattern(source, re.I), parts.CAPITALS) == 0


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(st.data())
def test_whatever_matches_holds_what_is_needed(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(needs.PATTERNS))
    texts = st.from_regex(one.compiled, alphabet=st.characters(codec="ascii"))
    try:
        text = data.draw(texts)
    except (InvalidArgument, NotImplementedError):  # Hypothesis makes nothing of this pattern
        reject()
    assert one.search(text)
