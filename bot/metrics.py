"""Figures for Prometheus at `/metrics`, when METRICS is switched on: states and ages, no texts and
no ids of people. The library is imported with the first scrape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

Health = Callable[[], Mapping[str, Any]]
States = Callable[[], Mapping[str, int]]


def exposition(health: Health, states: States) -> bytes:
    """The figures in Prometheus' text format (version 0.0.4)."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    registry = CollectorRegistry()
    figures = health()
    rows = Gauge("partnership_outbox_rows", "Posts by state", ["state"], registry=registry)
    for state, number in states().items():
        rows.labels(state).set(number)
    for name, (help_text, value) in _ages(figures).items():
        Gauge(f"partnership_{name}", help_text, registry=registry).set(value)
    return generate_latest(registry)


def _ages(figures: Mapping[str, Any]) -> dict[str, tuple[str, float]]:
    return {
        "ready": ("1 when requests can be answered", float(bool(figures.get("ready")))),
        "oldest_waiting_seconds": (
            "How long the oldest post that is due has waited",
            float(figures.get("oldest_waiting_seconds", 0.0)),
        ),
        "last_tick_timestamp_seconds": (
            "When what is due was last looked for",
            _moment(figures.get("last_tick")),
        ),
        "last_envelope_timestamp_seconds": (
            "When Slack last sent anything",
            _moment(figures.get("last_envelope")),
        ),
    }


def _moment(text: str | None) -> float:
    return datetime.fromisoformat(text).timestamp() if text else 0.0
