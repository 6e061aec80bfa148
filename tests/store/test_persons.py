"""No table holds a person who can neither be shown what it holds nor be erased from it."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, String, Text

from bot.store import erasure
from bot.store.tables import metadata

NOBODY = {
    "audit": "deed agency before after route on_behalf",
    "drafts": "ref payload",
    "install_states": "state",
    "installs": "team enterprise tokens",
    "members": "team role agencies name email",
    "occurrences": "kind period outcome",
    "outbox": "kind state looked_to ts posted_channel last_error",
    "plans": "year document",
    "questions": "text",
    "readings": "update_id measure",
    "reissues": "plan_year",
    "removals": "kind subject ref state texts position left",
    "salt": "value",
    "seen": "key answer",
    "settings": "name",
    "summaries": "plan_year",
    "talks": "place payload",
    "taught": "word target",
    "updates": "id plan_year ref status agency note reason corrective_action evidence source kind "
    "corrects",
    "workspaces": "paused",
}
"""Columns that name no member, go with the row they are in, or hold what people wrote of their
work; a new column belongs here or in `store.erasure`."""


def texts() -> list[Column[str]]:
    """Every column that may hold an id or a name."""
    return [
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, (String, Text)) and column.name != "workspace"
    ]


@pytest.mark.parametrize("column", texts(), ids=str)
def test_each_column_of_words_is_erased_or_holds_nobody(column: Column[str]) -> None:
    erased = (*erasure._OWN, *erasure._NAMED, *erasure._WRITTEN)
    nobody = column.name in NOBODY.get(column.table.name, "").split()
    assert nobody != any(column is other for other in erased)
