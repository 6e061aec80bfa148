"""The gate, where nothing may be missing; elsewhere what is missing is skipped, and says so."""

from __future__ import annotations

import importlib.util
import os
from typing import NoReturn

import pytest


def in_the_gate() -> bool:
    """Whether this is the gate (CI=true), which runs the matrices too."""
    return os.environ.get("CI") == "true"


def needs_docxtpl() -> None:
    """Skip loudly, or fail in the gate, where the extra for a council's own Word file is not."""
    if importlib.util.find_spec("docxtpl") is None:
        is_missing("DOCXTPL", "uv sync --all-groups")


def is_missing(what: str, cure: str) -> NoReturn:
    """Skip loudly, or fail in the gate: `what` is not here, `cure` would bring it."""
    text = f"NO {what}: {cure}"
    if in_the_gate():
        pytest.fail(text, pytrace=False)
    pytest.skip(text)
