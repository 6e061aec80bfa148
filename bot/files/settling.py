"""A heading judged again by what stands under it: each field once, and no column left out.

Words alone mislead: a "Commitment" merged down over several rows is a level and no action, a
"Target" of dates is a deadline, quarters that hold ticks are a schedule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.files.evidence import Evidence, evidence
from bot.files.headings import AS_CHOSEN, Choices, Column, Heading
from bot.files.reached import reached
from bot.files.sheet import Row
from bot.files.vocabulary import FURTHER, PERIODS, TICKED, chosen, is_from_record
from bot.files.written_days import later_month

Seen = dict[int, Evidence]
_MANY = {"", FURTHER, "schedule", TICKED}
"""Fields of which a table may have several columns."""
_BODY = re.compile(r"agenc|organi|partner|body|service|team", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(?:ref(?:erence)?|no|number|id|code)\W*$|^item\W*$", re.IGNORECASE)
_LOGGED = re.compile(r"\b(?:added|logged|raised|created|entered|opened|agreed|approved)\b", re.I)
"""A day on which something was written down, and no work done."""
_DATED = {"", "date", "quarter", "original_due"}
_HOW = re.compile(r"how\b", re.IGNORECASE)
_OBJECTIVE = re.compile(r"(?:key |main |specific )?(?:objective|aim)s?\b", re.IGNORECASE)


def settled(heading: Heading, rows: Sequence[Row], choices: Choices) -> Heading:
    """The heading judged again by what stands under it: each field once, nothing left out."""
    seen = {column.index: evidence(rows, column.index) for column in heading.columns}
    columns = [_judged(column, seen[column.index], choices) for column in heading.columns]
    firm = {column.index: column for column in columns if column.reason == AS_CHOSEN}
    for settle in _SETTLE:
        columns = settle(columns, seen)
    columns = [firm.get(column.index, column) for column in columns]
    columns = [_or_further(column, seen[column.index]) for column in _once(columns, seen)]
    return replace(heading, columns=tuple(columns))


def _judged(column: Column, evidence: Evidence, choices: Choices) -> Column:
    """A column whose cells contradict its heading: dates under "Target", sentences under "RAG"."""
    if chosen(column.heading, choices) is not None or evidence.filled == 0:
        return column
    if column.field in {"target", "measure"} and evidence.dates >= 0.6:
        return replace(column, field="timescale", reason="it holds dates")
    if column.field == "status" and evidence.statuses < 0.3 and evidence.length > 25:
        return replace(column, field="progress", reason="it holds texts")
    if column.field == "priority" and evidence.grades == 1:
        return replace(column, field=FURTHER, reason="it says how urgent each is")
    stated = evidence.statuses >= 0.6 and evidence.length < 14
    lettered = evidence.letters >= 0.9 > evidence.marks and evidence.texts >= 2
    if column.field == "quarter_text" and (stated or lettered):
        return replace(column, field="quarter_rag?", reason="it holds statuses")
    if column.field == "quarter_text" and evidence.stated >= 0.6:
        return replace(column, field="quarter_rag?", reason="its texts begin with a status")
    return column


def _scheduled(columns: list[Column], seen: Seen) -> list[Column]:
    """Periods under which stands nothing but ticks are when the work is done."""
    periods = [c for c in columns if c.field in PERIODS]
    marked = [c for c in periods if seen[c.index].filled]
    if len(periods) < 2 or not marked or any(seen[c.index].marks < 0.9 for c in marked):
        return columns
    field = FURTHER if any(c.field == "timescale" for c in columns) else "schedule"
    reason = "its ticks say when the work is done"
    return [
        replace(c, field=field, quarter=0, reason=reason) if c in periods else c for c in columns
    ]


def _grouped(columns: list[Column], seen: Seen) -> list[Column]:
    """Of two columns of actions the one whose texts reach over several rows is a level."""
    acting = [c for c in columns if c.field == "description"]
    if len(acting) < 2:
        return columns
    most = max(seen[c.index].texts for c in acting)
    how = [c for c in acting if _HOW.match(c.heading)]
    for column in acting:
        if seen[column.index].texts <= 0.8 * most or (how and column not in how):
            columns = _with(columns, column, "objective", "the level above the actions")
    return columns


def _measured(columns: list[Column], seen: Seen) -> list[Column]:
    """Descriptions beside figures, with nobody to do it and no date, are measures."""
    fields = {c.field for c in columns}
    figures = [
        c for c in columns
        if c.field in {"baseline", "target", "quarter_text", "year_figure"}
        and seen[c.index].figures >= 0.5
    ]  # fmt: skip
    numbers = (c for c in columns if c.field == "measure" and seen[c.index].refs >= 0.6)
    number = next(numbers, None)
    fields -= {"measure"} if number else set()
    if len(figures) < 2 or fields & {"lead", "timescale", "measure", "status", "schedule"}:
        return columns
    called = next((c for c in columns if c.field == "description"), None)
    columns = _with(columns, number if called else None, "ref", "it holds references")
    return _with(columns, called, "measure", "it stands beside figures and nobody leads it")


def _aimed(columns: list[Column], seen: Seen) -> list[Column]:
    """What has figures to start from and to reach, and no name of its own, is a measure."""
    fields = {column.field for column in columns}
    if not {"baseline", "target"} <= fields or fields & {"measure", "description"}:
        return columns
    likely = (c for c in columns if not c.field and seen[c.index].figures < 0.5)
    return _with(columns, next(likely, None), "measure", "it stands beside figures")


def _based(columns: list[Column], seen: Seen) -> list[Column]:
    """Beside measures the last of several years is where things stood before the plan."""
    fields = {c.field for c in columns}
    years = [c for c in columns if c.field == "year_figure" and seen[c.index].filled]
    if "measure" not in fields or "baseline" in fields or not years:
        return columns
    last = max(years, key=lambda c: c.heading)
    return _with(columns, last, "baseline", "the last year before the plan")


def _acting(columns: list[Column], seen: Seen) -> list[Column]:
    """Where no column is called an action, the texts beside a lead or a date are what is done."""
    fields = {column.field for column in columns}
    if "description" in fields or not fields & {"lead", "timescale"} or "name" in fields:
        return columns
    likely = [
        column
        for column in columns
        if column.field in {"", "objective", "priority", "outcome", "progress", "corrective_action"}
        and seen[column.index].sentences
    ]
    called = [c for c in likely if c.field == "corrective_action" or _OBJECTIVE.match(c.heading)]
    best = max(called or likely, key=lambda c: seen[c.index].length, default=None)
    return _with(columns, best, "description", "it holds what is to be done")


def _dated(columns: list[Column], seen: Seen) -> list[Column]:
    if any(column.field == "timescale" for column in columns):
        return columns
    likely = [c for c in columns if c.field in _DATED and seen[c.index].dates >= 0.6]
    history = any(column.field == "date" for column in columns) and not _is_plan(columns)
    likely.sort(key=lambda column: column.field == "original_due")
    best = None if history else next(iter(likely), None)
    return _with(columns, best, "timescale", "it holds dates")


def _is_plan(columns: list[Column]) -> bool:
    return any(column.field == "description" for column in columns)


def _led(columns: list[Column], seen: Seen) -> list[Column]:
    fields = {column.field for column in columns}
    persons = next((c for c in columns if c.field == "lead" and seen[c.index].persons >= 0.5), None)
    bodies = next((c for c in columns if c.field == "agency" and seen[c.index].filled), None)
    if persons and bodies and _is_plan(columns):
        columns = _with(columns, bodies, "lead", "the body beside the officer")
        return _with(columns, persons, FURTHER, "the officer of the lead agency")
    if "lead" in fields or not _is_plan(columns):
        return columns
    likely = [
        c for c in columns if c.field in {"", "agency", "name"} and seen[c.index].bodies >= 0.6
    ]
    return _with(columns, next(iter(likely), None), "lead", "it holds names of bodies")


def _stated(columns: list[Column], seen: Seen) -> list[Column]:
    """A column of statuses; a quarter's column of statuses only where it is not a text."""
    plain = any(column.field == "status" for column in columns)
    columns = [
        replace(c, field="quarter_text" if plain else "quarter_rag")
        if c.field == "quarter_rag?"
        else c
        for c in columns
    ]
    if plain or any(c.field == "quarter_rag" for c in columns):
        return columns
    likely = [c for c in columns if c.field in {"", "progress"} and _states(seen[c.index])]
    if likely:
        return _with(columns, likely[0], "status", "it holds statuses")
    begun = [c for c in columns if c.field in {"", "progress"} and seen[c.index].stated >= 0.6]
    return _with(columns, next(iter(begun), None), "status", "its texts begin with a status")


def _states(seen: Evidence) -> bool:
    """Whether cells hold statuses: words, letters of a key, or grounds alone."""
    return seen.statuses >= 0.6 or seen.letters >= 0.9 or seen.grounds >= 0.6


def _coded(columns: list[Column], seen: Seen) -> list[Column]:
    """A column of actions that holds nothing but references, each once, is one of references."""
    if any(c.field == "ref" for c in columns):
        return columns
    acting = (c for c in columns if c.field == "description" and seen[c.index].filled)
    coded = (c for c in acting if seen[c.index].codes >= 0.9 <= seen[c.index].distinct)
    return _with(columns, next(coded, None), "ref", "it holds references")


def _referred(columns: list[Column], seen: Seen) -> list[Column]:
    """Where no column is called a reference, one of letters and numbers, each once, is; of figures
    alone where its heading says that it numbers something ("Objective ref")."""
    if any(c.field == "ref" for c in columns) or not _is_plan(columns):
        return columns
    likely = [
        c for c in columns
        if c.field in {"", "objective", "priority", "outcome"} and seen[c.index].distinct >= 0.9
        and (seen[c.index].refs if not _NUMBERS.search(c.heading) else seen[c.index].codes) >= 0.6
    ]  # fmt: skip
    return _with(columns, next(iter(likely), None), "ref", "it holds references")


def _labelled(columns: list[Column], seen: Seen) -> list[Column]:
    """A column of texts labelled as levels ("Outcome 1: ...") is the level, whatever its name."""
    if any(column.field == "priority" for column in columns):
        return columns
    likely = (
        c for c in columns
        if c.field in {"", "outcome", "objective", "description"} and seen[c.index].levels >= 0.6
    )  # fmt: skip
    return _with(columns, next(likely, None), "priority", "its texts are labelled as levels")


def _levelled(columns: list[Column], seen: Seen) -> list[Column]:
    """Where a table has measures beside outcomes, the outcome is the level above the actions, if it
    reaches over several of them, or else a column of its own."""
    fields = {column.field for column in columns}
    outcome = next((c for c in columns if c.field == "outcome"), None)
    acts = next((seen[c.index].texts for c in columns if c.field == "description"), 0.0)
    if outcome and {"measure", "description"} <= fields and not fields & {"priority", "objective"}:
        reaches = seen[outcome.index].distinct < 1 and seen[outcome.index].texts <= 0.8 * acts
        if reaches:
            return _with(columns, outcome, "objective", "the level above the actions")
    if "outcome" in fields and "measure" in fields:
        reason = "kept beside the action"
        return [
            replace(c, field=FURTHER, reason=reason) if c.field == "outcome" else c for c in columns
        ]
    return columns


def _with(columns: list[Column], best: Column | None, field: str, reason: str) -> list[Column]:
    if best is None:
        return columns
    return [replace(c, field=field, reason=reason) if c is best else c for c in columns]


def _once(columns: list[Column], seen: Seen) -> list[Column]:
    """Each field once: the column that names it best has it, the others are kept beside it."""
    best: dict[tuple[str, int], Column] = {}
    for column in columns:
        key = (column.field, column.quarter)
        first = best.get(key)
        if first is None or _better(column, first, seen):
            best[key] = column
    return [
        column
        if best[column.field, column.quarter] is column or column.field in _MANY
        else replace(column, field=FURTHER, quarter=0, reason=f"a second column of {column.field}")
        for column in columns
    ]


def _better(column: Column, first: Column, seen: Seen) -> bool:
    """A body before a person as the lead; a column chosen before one guessed; a later status."""
    if column.field == "lead":
        mine, other = seen[column.index], seen[first.index]
        return _calls_body(column) > _calls_body(first) or mine.persons + 0.3 < other.persons
    if column.field == "progress":
        return seen[column.index].figures < 0.6 <= seen[first.index].figures
    if column.field == "status" and AS_CHOSEN not in {column.reason, first.reason}:
        most = seen[column.index].filled * 2 >= seen[first.index].filled
        return most and later_month(column.heading, first.heading)
    return column.reason == AS_CHOSEN and first.reason != AS_CHOSEN


def _calls_body(column: Column) -> bool:
    return bool(_BODY.search(column.heading)) and "officer" not in column.heading.lower()


def _or_further(column: Column, evidence: Evidence) -> Column:
    """What no field of the plan is meant by is kept beside the action, if it holds anything."""
    if is_from_record(column.heading) or column.reason == AS_CHOSEN or column.field == FURTHER:
        return column
    if column.field and column.field not in {"quarter_target", "year_figure", "month"}:
        return column
    reason = "no field of the plan; kept beside the action" if evidence.filled else "it is empty"
    return replace(column, field=FURTHER if evidence.filled else "", quarter=0, reason=reason)


_SETTLE: tuple[Callable[[list[Column], Seen], list[Column]], ...] = (
    _coded, _labelled, _scheduled, _measured, _aimed, _based, _grouped, _acting, _referred, _dated,
    _led, _stated, _levelled, reached,
)  # fmt: skip
