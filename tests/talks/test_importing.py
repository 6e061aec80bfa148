"""Importing: a preview first, then stored whole or not at all; and what members then hear."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.importing import Shown, read_file
from bot.core.access import HOME
from tests.partnership import Partnership

DATA = Path(__file__).parents[1] / "data"


def _read(partnership: Partnership, name: str, *, apply: bool = False) -> Shown:
    return read_file(partnership.bot.context, DATA / name, apply=apply, quiet=True)


def test_a_preview_says_what_was_understood_by_place_and_stores_nothing(
    any_partnership: Partnership,
) -> None:
    shown = _read(any_partnership, "plans/sevenoaks-2018-19.xlsx")
    assert "7 priorities, 53 actions" in shown.text
    assert "row 50" in shown.text
    assert "'TBC' is no date, kept as written" in shown.text
    assert "Nothing stored yet" in shown.text
    with any_partnership.bot.store.reading(HOME) as records:
        assert records.plans.plan(any_partnership.clock.today()).illustrative  # still the sample


def test_an_applied_plan_is_what_members_are_answered_from(any_partnership: Partnership) -> None:
    shown = _read(any_partnership, "plans/sevenoaks-2018-19.csv", apply=True)
    assert shown.text.endswith("Stored.")
    anne = any_partnership.person("U0CLLR")
    anne.types("/csp OCG6")
    assert "illustrative" not in anne.last()
    assert "proceeds-of-crime" in anne.last()


def test_a_history_keeps_its_dates_and_reports_missing_corrective_actions(
    any_partnership: Partnership,
) -> None:
    shown = _read(any_partnership, "history.csv", apply=True)
    assert "46 updates" in shown.text
    assert "OCG4 is off track and has no corrective action" in shown.text
    anne = any_partnership.person("U0CLLR")
    anne.types("/csp OCG4")
    assert "6 September 2018" in anne.last()


@pytest.mark.parametrize("name", ["empty.xlsx", "truncated.xlsx", "no-tables.docx"])
def test_a_broken_file_is_refused_in_plain_words_with_nothing_stored(
    partnership: Partnership, name: str
) -> None:
    with partnership.bot.store.reading(HOME) as records:
        before = records.version
    shown = _read(partnership, f"plans/broken/{name}", apply=True)
    assert shown.refused
    assert "Traceback" not in shown.text
    with partnership.bot.store.reading(HOME) as records:
        assert records.version == before
