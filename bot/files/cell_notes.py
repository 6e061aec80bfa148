"""Notes on the cells of a workbook: they are no part of the plan, and it is said where they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

from bot.files.sheet import Problem

SHOWN = 12
"""Cells that the line of a sheet names."""


def notes_on(archive: ZipFile, part: str, sheet: str) -> Iterator[Problem]:
    """One line for a sheet that has notes (comments, older or threaded): the cells they are on.
    `part`: the sheet's own part of the archive."""
    folder, name = posixpath.split(part)
    cells = [cell for notes in _parts(archive, folder, name) for cell in _cells(archive, notes)]
    if cells:
        more = f" and {len(cells) - SHOWN} more" if len(cells) > SHOWN else ""
        message = f"notes on cells are not read: {', '.join(cells[:SHOWN])}{more}"
        yield Problem("cell_notes", "should", None, {"sheet": sheet}, cells[0], message)


def _parts(archive: ZipFile, folder: str, name: str) -> Iterator[str]:
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.NameToInfo:
        return
    for entry in fromstring(archive.read(relations)):  # noqa: S314
        target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))[1:]
        if entry.get("Type", "").endswith("/comments") and target in archive.NameToInfo:
            yield target


def _cells(archive: ZipFile, part: str) -> Iterator[str]:
    root = fromstring(archive.read(part))  # noqa: S314
    for note in root.iterfind("{*}commentList/{*}comment"):
        yield note.get("ref", "")
