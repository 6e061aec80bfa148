"""Finds calls to Slack made while a transaction of the store is open in the same thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from slack_sdk.web.base_client import BaseClient

from bot.store.store import Store

OPENING = ("reading", "writing", "installing", "installed")
"""What opens a transaction of a store."""


def watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Watch every store and every Web API client from now on; fills up with what was called."""
    calls: list[str] = []
    here = threading.local()
    for name in OPENING:
        monkeypatch.setattr(Store, name, _counted(getattr(Store, name), here))
    call = BaseClient.api_call

    def api_call(client: BaseClient, api_method: str, **arguments: Any) -> Any:
        if getattr(here, "open", 0):
            calls.append(api_method)
        return call(client, api_method, **arguments)

    monkeypatch.setattr(BaseClient, "api_call", api_call)
    return calls


def _counted(
    opening: Callable[..., AbstractContextManager[Any]], here: threading.local
) -> Callable[..., AbstractContextManager[Any]]:
    @contextmanager
    def opened(store: Store, *arguments: str) -> Iterator[Any]:
        with opening(store, *arguments) as records:
            here.open = getattr(here, "open", 0) + 1
            try:
                yield records
            finally:
                here.open -= 1

    return opened
