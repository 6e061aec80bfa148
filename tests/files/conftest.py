"""A context on an empty database, for reading documents."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from openpyxl import Workbook

from bot.config import load_settings
from bot.core.status import Labels
from bot.core.timetable import Timetable
from bot.services.context import Context
from bot.store.store import Store
from tests.factories import at

Made = Callable[..., bytes]


@pytest.fixture
def context(store: Store) -> Context:
    """No plan yet, on 5 October 2018."""
    zone = load_settings(None).zone
    return Context(store, lambda: at("2018-10-05"), Timetable(zone), Labels())


def workbook(*sheets: tuple[str, Iterable[Any]], merged: Iterable[str] = ()) -> bytes:
    """An .xlsx of these sheets (name, rows); ranges of the first one merged."""
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for place in merged:
        book.worksheets[0].merge_cells(place)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
