"""A plan's first and last day are those its document writes, else those of its financial year."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.quarters import Quarter
from bot.files.periods import quarter_in
from bot.files.title import read_title
from bot.services import plans
from bot.services.context import Context

TODAY = date(2018, 10, 5)
ROWS = "Ref,Priority,Action,Lead,Timescale,Q1 RAG\nA1,Safety,Hold talks,Police,Ongoing,Green\n"


@pytest.mark.parametrize(
    ("lines", "starts", "ends", "year"),
    [
        (["Action plan 1 May 2019 to 30 April 2020"], "2019-05-01", "2020-04-30", "2019-20"),
        (["Action plan", "Calendar year 2019"], "2019-01-01", "2019-12-31", "2019-20"),
        (["Action plan", "January to December 2019"], "2019-01-01", "2019-12-31", "2019-20"),
        (["Delivery plan: May 2019 – April 2020"], "2019-05-01", "2020-04-30", "2019-20"),
        (["Action plan (01/10/2019 - 30/09/2020)"], "2019-10-01", "2020-09-30", "2019-20"),
        (["Plan 2019/20", "Period: 1st July 2019 until 30th June 2020"],
         "2019-07-01", "2020-06-30", "2019-20"),
        (["Strategy April 2019 to March 2022"], "2019-04-01", "2022-03-31", "2019-20"),
        (["Action plan 2019-20"], "2019-04-01", "2020-03-31", "2019-20"),
        (["Action plan 2019-20", "Progress July to September 2019"],
         "2019-04-01", "2020-03-31", "2019-20"),
        (["Plan 2019-20", "Plan based on the assessment October 2017 to September 2018"],
         "2019-04-01", "2020-03-31", "2019-20"),
        (["Action plan 31 June 2019 to 30 June 2020 (2019-20)"],
         "2019-04-01", "2020-03-31", "2019-20"),
    ],
)  # fmt: skip
def test_the_days_a_document_writes_are_its_plans(
    lines: list[str], starts: str, ends: str, year: str
) -> None:
    read = read_title(lines, "plan.xlsx", TODAY)
    assert (read.starts.isoformat(), read.ends.isoformat(), read.year) == (starts, ends, year)
    assert not read.assumed_year


def test_a_written_time_is_no_part_of_the_title() -> None:
    read = read_title(["Safer Town Action Plan, 1 May 2019 to 30 April 2020"], "plan.xlsx", TODAY)
    assert read.title == "Safer Town Action Plan"


def test_the_quarters_of_a_calendar_year_lie_within_it(context: Context) -> None:
    content = f"Action plan January to December 2019\n\n{ROWS}".encode()
    read = plans.preview(context, context.home, content, "plan.csv")
    assert read.plan is not None
    assert (read.plan.starts, read.plan.ends) == (date(2019, 1, 1), date(2019, 12, 31))
    assert quarter_in("Return for Q1", read.plan) == Quarter(2019, 1)
    assert quarter_in("Return for Q4", read.plan) == Quarter(2018, 4)
    assert [update.quarter for update in read.updates] == [Quarter(2019, 1)]
    plans.apply(context, plans.host(context), read)
    with context.store.reading(context.home) as records:
        assert [plan.ends for plan in records.plans.held()] == [date(2019, 12, 31)]
