"""Counting what a call asks of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event

from bot.store.store import Store


@dataclass
class Asked:
    """The transactions begun, how many of them for writing, and the statements."""

    transactions: int = 0
    writing: int = 0
    statements: list[str] = field(default_factory=list)


@contextmanager
def asked(store: Store) -> Iterator[Asked]:
    """What the block asks of the store's database."""
    seen, engine = Asked(), store._engine

    def begun(connection: Any) -> None:
        seen.transactions += 1
        seen.writing += bool(connection.get_execution_options().get("writing"))

    def executed(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            seen.statements.append(statement)

    ask = store.versions._ask

    def peeked(cursor: Any, workspace: str) -> int:
        seen.transactions += 1
        seen.statements.append("version")
        return ask(cursor, workspace)

    store.versions._ask = peeked  # type: ignore[method-assign]
    event.listen(engine, "begin", begun)
    event.listen(engine, "before_cursor_execute", executed)
    try:
        yield seen
    finally:
        event.remove(engine, "begin", begun)
        event.remove(engine, "before_cursor_execute", executed)
        store.versions._ask = ask  # type: ignore[method-assign]
