"""What goes on with an answer means what the same question means in full.

Each row: the turns of a talk, ">" between them, and the question in full. {lead} and {other} are
two agencies that lead, {own} the asker's; {area} and {beside} two priorities; {q} and {before} the
last quarter and the one before it.
"""

from __future__ import annotations

import pytest

from bot.core.quarters import Quarter
from tests.answers.test_talks_of_any_plan import last_of
from tests.reading.conftest import Book

ROWS = """
which are red > could you limit it to the ones {lead} lead = which red actions does {lead} lead
which are red > just the {area} ones > every priority, not just that one = which are red
which red actions does {lead} lead > forget the red bit = which actions does {lead} lead
which red actions does {lead} lead > all of theirs, not just red = which actions does {lead} lead
which of ours are due this quarter > drop the quarter = which do we lead
which of ours are due this quarter > take the date off = which do we lead
which of ours are red > for the whole partnership = which are red
which of ours are red > forget ours, show me every red one = which are red
which are red > which of those are ours > forget the red bit = which do we lead
which actions does {lead} lead > as partner rather than lead = which actions does {lead} support
which actions does {lead} lead > partner instead of lead = which actions does {lead} support
{area} actions > {beside} instead of {area} = {beside} actions
green ones in {area} > now {beside} = green ones in {beside}
which green actions does {lead} lead > now {other} = which green actions does {other} lead
which are green and led by somebody else > and ours = which of ours are green
which actions reported in {q} > {before} = which actions reported in {before}
what did {lead} report in {q} > and {before} = what did {lead} report in {before}
what did {lead} report in {q} > what about the quarter before = what did {lead} report in {before}
which were amber in {q} > and {before} = which were amber in {before}
which were green in {before} > which have gone amber since = green at the end of {before}, amber now
which were green in {before} > which are amber now = green at the end of {before}, amber now
which were red in {q} > still red? = red at the end of {q} and still red
which are amber > were any red in {q} = amber now and red at the end of {q}
which got worse since {before} > and which improved = which improved since {before}
which have had an update > since {q} ended? = which have been updated since {q} ended
which dates have moved > which slipped most = which date has slipped most
{area} actions > and those going to plan = {area} actions that are on track
which actions does {lead} lead > different question - what is red = what is red
which actions does {lead} lead > what is due this quarter = what is due this quarter
which are red > which agencies are partners on them = who are the partners on the red ones
which are red > and the ambers in that list as well please = which are red or amber
which are cancelled > which are due first = which are due first
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_talk_means_the_question_in_full(row: str, book: Book) -> None:
    bodies, priorities = book.led_by(), book.progress.plan.priorities
    quarter = Quarter.of(book.today).previous
    names = {
        "own": bodies[0].name, "lead": bodies[1].name, "other": bodies[2].name,
        "area": priorities[0].short, "beside": priorities[1].short,
        "q": f"Q{quarter.number}", "before": f"Q{quarter.previous.number}",
    }  # fmt: skip
    talk, full = row.format(**names).split(" = ")
    meant, told = last_of(book, (full,)), last_of(book, tuple(talk.split(" > ")))
    assert frozenset(told.refs) == frozenset(meant.refs), f"{talk}: {told.title} / {meant.title}"
