"""Structured log lines, one JSON object each, with a request id and no text that people wrote."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog

QUIET = ("slack_bolt", "slack_sdk", "apscheduler", "uvicorn", "alembic", "websockets")
"""Libraries whose debug lines would print payloads: never below WARNING."""


def configure(level: str = "INFO") -> None:
    """Send every log line to standard error as JSON, from `level` up."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer = structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[*shared, structlog.processors.format_exc_info, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processor=renderer, foreign_pre_chain=shared)
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
