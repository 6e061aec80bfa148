"""Use cases that read or make documents, each loaded when it is first asked for: `late.editing`.

They bring the room of files with them, a tenth of a start; no question and no tick needs it.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services import annual as annual
    from bot.services import editing as editing
    from bot.services import file_decisions as file_decisions
    from bot.services import proposals as proposals
    from bot.services import requested_files as requested_files
    from bot.services import shared_files as shared_files
    from bot.services import storing as storing


def __getattr__(name: str) -> ModuleType:
    """The use cases of that name (PEP 562)."""
    return import_module(f"bot.services.{name}")
