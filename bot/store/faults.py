"""What a fault of the database means to whoever hosts the bot, and what to do about it.

Only words of our own are said: a driver's may quote an address with its password, or what people
wrote.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, text
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    DBAPIError,
    IntegrityError,
    ProgrammingError,
    SQLAlchemyError,
)

from bot.core.errors import Unusable
from bot.store.tables import drafts

DAMAGED = (
    "The database is damaged.",
    "Stop the bot, keep the file, and put the last good backup in its place.",
)
_NO_ADDRESS = (
    "DATABASE_URL is no address of a database the bot can use.",
    "Write sqlite:////folder/file.sqlite3 or postgresql://user:password@host/name, or leave it "
    "empty.",
)
_KINDS: tuple[tuple[str, str, str], ...] = (
    (
        r"database is locked|database table is locked|lock timeout",
        "The database is locked: another program holds it.",
        "End that program (a copy, an editor, a second bot on another schema) and try again.",
    ),
    (
        r"file is not a database|file is encrypted",
        "The file of the database is no database.",
        "Correct DATABASE_URL or DATA_DIR, or put a backup in its place.",
    ),
    (
        r"malformed|corrupt|invalid page|could not read block",
        *DAMAGED,
    ),
    (
        r"readonly|read-only",
        "The database can only be read.",
        "Let the bot's user write to the file and its folder, or name another in DATABASE_URL.",
    ),
    (
        r"disk is full|no space left|disk full",
        "The disk of the database is full.",
        "Make room on it; nothing that was confirmed is lost.",
    ),
    (
        r"unable to open|disk i/o error",
        "The file of the database cannot be opened or read.",
        "Check DATABASE_URL or DATA_DIR, and that the bot's user may write there.",
    ),
    (
        r"password|authentication|no pg_hba|role .* does not exist",
        "The database server does not accept the user or the password.",
        "Correct them in DATABASE_URL.",
    ),
    (
        r'database ".*" does not exist',
        "The server has no database of that name.",
        "Create it, or correct the name in DATABASE_URL.",
    ),
    (
        r"permission denied|must be owner",
        "The database does not let the bot's user do that.",
        "Make the user of DATABASE_URL the owner of its database.",
    ),
    (
        r"invalid (connection option|\w+ value|port number|integer value)",
        *_NO_ADDRESS,
    ),
    (
        r"connect|resolve|translate host|timeout|terminat|closed|starting up|shutting down",
        "The database server cannot be reached.",
        "Check that it runs, and the host and port in DATABASE_URL.",
    ),
)
_OURS = (IntegrityError, ProgrammingError, DataError)
"""A wrong statement, or one that the record's own rules refuse, is no trouble of the host's."""


def no_address() -> Unusable:
    """DATABASE_URL cannot be read, or names another kind of database."""
    return Unusable(*_NO_ADDRESS)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Raise the host's trouble as Unusable; any other fault as it is."""
    try:
        yield
    except DatabaseError as fault:
        known = None if isinstance(fault, _OURS) else explained(fault)
        if known is None:
            raise
        raise known from None


TRIAL = 100_000
"""Characters written for a trial: more than may fit into free pages by chance."""


_NOBODYS = {
    "workspace": "",
    "user": "",
    "ref": "",
    "payload": "." * TRIAL,
    "at": datetime(2000, 1, 1, tzinfo=UTC),
}


def try_writing(connection: Connection) -> None:
    """Write a draft of nobody's, and take it out again."""
    connection.execute(insert(drafts).values(_NOBODYS))
    connection.execute(delete(drafts).where(drafts.c.workspace == ""))


def require_whole(connection: Connection) -> None:
    """Read every page of a SQLite file. Raises Unusable: it is damaged."""
    if connection.dialect.name != "sqlite":
        return
    if connection.execute(text("PRAGMA quick_check(1)")).scalar() != "ok":
        raise Unusable(*DAMAGED)


def explained(fault: BaseException) -> Unusable | None:
    """The fault in plain words, with its remedy; None when it is none of the host's."""
    if isinstance(fault, ArgumentError):
        return no_address()
    if not isinstance(fault, (SQLAlchemyError, sqlite3.Error)):
        return None
    message = str(fault.orig if isinstance(fault, DBAPIError) else fault).lower()
    explanations = (
        Unusable(words, remedy) for pattern, words, remedy in _KINDS if re.search(pattern, message)
    )
    return next(explanations, None)
