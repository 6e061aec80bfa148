"""A chart as Slack draws it: plain dicts, since the SDK has no class for them.

Limits: docs.slack.dev, "Data visualization block": title 50 characters; 6 series; names, labels and
categories 20; 20 points a series; the labels of a series are the categories of the axis.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.blocks.kit import Block
from bot.quarterly.facts import SummaryHead

KIND = "data_visualization"
LABEL, POINTS = 20, 20


def shares(head: SummaryHead) -> list[Block]:
    """Actions complete or on track by priority, this quarter beside last; none without two
    priorities to compare."""
    shown = head.shares[:POINTS]
    labels = [share.label[:LABEL] for share in shown]
    if len(shown) < 2 or len(set(labels)) < len(labels):
        return []
    now = [share.good for share in shown]
    before = [share.good_before for share in shown]
    series = [_series(head.quarter.label, labels, now)]
    if any(number is not None for number in before):
        earlier = [number or 0 for number in before]
        series.append(_series(head.quarter.previous.label, labels, earlier))
    return [
        {
            "type": KIND,
            "title": "Actions complete or on track, by priority",
            "chart": {"type": "bar", "series": series, "axis_config": {"categories": labels}},
        }
    ]


def _series(name: str, labels: Iterable[str], values: Iterable[int]) -> Block:
    points = [{"label": label, "value": value} for label, value in zip(labels, values, strict=True)]
    return {"name": name[:LABEL], "data": points}


def without(blocks: Iterable[Block]) -> list[Block]:
    """The blocks a workspace takes that has no charts."""
    return [block for block in blocks if block["type"] != KIND]
