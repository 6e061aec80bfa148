"""A measure's figure in a councillor's words: one line of where it stands, one of where it goes."""

from __future__ import annotations

from dataclasses import replace

from bot.core.quarters import Quarter
from bot.messages.reply import Line
from bot.quarterly.facts import Figure

LAST = 4
"""The number of a year's last quarter."""


def figure_line(figure: Figure, quarter: Quarter) -> Line:
    """ "OCG4 Submissions: 12 so far this year, behind: 18 short of the 30 expected by the end of
    Q1", as a summary of `quarter` says it, with the forecast and the direction of travel below."""
    figure, ref = as_of(figure, quarter), figure.measure.partition("/")[0]
    stands = ", ".join(filter(None, (_value(figure, quarter), judged(figure))))
    return Line(f"{ref} {figure.text}: {stands}", detail=going(figure))


def as_of(figure: Figure, quarter: Quarter) -> Figure:
    """The figure as a summary of `quarter` may say it: of an earlier quarter's neither where it is
    going nor how it compares with "last quarter"."""
    return figure if figure.period == quarter else replace(figure, forecast="", travel="")


def judged(figure: Figure) -> str:
    """How a figure stands against its target; it names the target unless the forecast does."""
    if not figure.comparable:
        return "not comparable with earlier periods"
    if not figure.target:
        return "no target"
    if figure.met:
        return "reached" if figure.is_milestone else f"target of {figure.target} met"
    if not figure.judged:
        return f"monitored only, target {figure.target}"
    stands = figure.pace or "not yet at target"
    is_named = figure.forecast or f"target of {figure.target}" in stands or figure.is_milestone
    return stands if is_named else f"{stands}, target {figure.target}"


def going(figure: Figure) -> str:
    """Where a figure is going, in sentences: forecast, direction of travel, baseline."""
    baseline = f"baseline {figure.baseline}" if figure.baseline else ""
    return " ".join(map(sentence, filter(None, (figure.forecast, figure.travel, baseline))))


def sentence(text: str) -> str:
    """ "at this pace ..." -> "At this pace ... ."."""
    return f"{text[:1].upper()}{text[1:]}."


def _value(figure: Figure, quarter: Quarter) -> str:
    """The value with its period; of a milestone that is judged the judgement alone says it."""
    if figure.is_milestone and figure.judged and figure.comparable:
        return "" if figure.period == quarter else f"at the end of {figure.period}"
    return f"{figure.value} {_period(figure, quarter)}".strip()


def _period(figure: Figure, quarter: Quarter) -> str:
    if figure.period != quarter:
        return f"{'by the end of' if figure.is_total else 'for'} {figure.period}"
    if figure.is_total:
        return "over the year" if quarter.number == LAST else "so far this year"
    return "this quarter"
