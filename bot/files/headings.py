"""Headings as plans have them -> fields, and the row that holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.files.sheet import Row, Sheet

LOOK_IN = 40
"""Rows in which a heading row is looked for."""

# In this order: the first that fits wins ("Target date" is a date before it is a target).
_FIELDS: tuple[tuple[str, str], ...] = (
    ("quarter_rag", r"^q(?:uarter)? ?([1-4])\b.*\b(?:b?rag|status|rating)"),
    ("quarter_text", r"^q(?:uarter)? ?([1-4])\b"),
    ("quarter_rag", r"(?:b?rag|status|rating).*\bq(?:uarter)? ?([1-4])\b"),
    ("quarter_text", r"(?:progress|update|comment|narrative).*\bq(?:uarter)? ?([1-4])\b"),
    ("new_due", r"^(?:new|revised|amended) (?:due |target |completion )?(?:date|timescale)"),
    ("alt_ref", r"^(?:previous|old|last year'?s|former|alt(?:ernative)?) (?:ref|no|number|action)"),
    ("ref", r"^(?:(?:action|plan|unique|our)? ?(?:ref(?:erence)?(?: (?:no|number|code))?|id|code)|"
            r"(?:action|item|line)? ?(?:no|number|nr)|#)$"),
    ("quarter", r"^(?:quarter|qtr|period|reporting (?:period|quarter))$"),
    ("intent", r"^(?:intent|why (?:it|this) (?:matters|is)|rationale)"),
    ("description", r"^what (?:we|are we|will we|you|is|needs|must|they|has)|^what$|"
                    r"^how (?:we|will we) (?:will )?do(?: it)?|^(?:key |main |specific |agreed |"
                    r"planned |proposed )?actions?(?: required| to be taken| needed| description|"
                    r" we will take| and milestones?| or task| detail)?$|^activit|^task|^project|"
                    r"^deliverable|^description|^intervention|^initiative|^we will$|^commitment"),
    ("timescale", r"^(?:by )?when|time ?scale|time ?frame|time ?line|deadline|\bdue\b|target date|"
                  r"completion|^(?:end|finish|milestone) date|complete by|^to be done by"),
    ("date", r"^(?:date|date of update|updated|update date|reported)(?: on)?$"),
    ("partners", r"partner|support(?:ing|ed)?\b|^with\b|working with|others? involved|contribut|"
                 r"who else|assisted by|other agenc|delivery agenc"),
    ("lead", r"lead|responsib|owner|^who\b|accountab|by whom|^agency/?officer|^organisation$|"
             r"delivered by|^named officer"),
    ("agency", r"^(?:agency|agencies|organisation|reporting agency|your agency)$"),
    ("resources", r"resource|funding|budget|^cost|finance"),
    ("source", r"data source|^source"),
    ("baseline_target", r"base ?line.*target|target.*base ?line"),
    ("baseline", r"base ?line|starting point|where (?:we are|are we) now|last year'?s? figure|"
                 r"^20\d\d[-/]\d\d (?:actual|outturn)|^current (?:position|figure|level)"),
    ("reading", r"^(?:reading|actual|figure|result|value|latest figure|number|number this quarter|"
                r"actual this quarter|performance to date|outturn|measure value|data)$"),
    ("target", r"^targets?\b|target$|target \d|^goal|^aiming for|^aspiration|^ambition|"
               r"where (?:do |will )?we (?:want|need|aim) to (?:be|get)|"
               r"^desired (?:position|level)"),
    ("measure", r"measure|how (?:we|will we|you|do we) (?:will )?(?:know|measure)|kpi|indicator|"
                r"success|what (?:will )?good look|evidence of|^output"),
    ("outcome", r"^(?:intended |expected |desired )?outcomes?\b|impact|difference"),
    ("status", r"^(?:current |overall |latest |delivery |action |progress )?(?:b?rag|status|rating)"
               r"(?: rating| status|\b.*)?$|^traffic light|^on track"),
    ("reason", r"^reason"),
    ("corrective_action", r"corrective|remedial|^what will be done"),
    ("progress", r"progress|update|comment|narrative|^notes?$|position statement|achieved|"
                 r"what (?:has|have)|remarks|^milestones?"),
    ("priority", r"priorit|^theme|^strand|work ?stream|^objective|^strategic|^outcome area|^aim\b|"
                 r"^area of (?:work|focus)|^category|^section|^topic"),
    ("name", r"^(?:name|agency name|full name|organisation name)$"),
    ("aliases", r"alias|also known|other names|known as|abbreviation"),
    ("responsible", r"statutory"),
)  # fmt: skip
_COMPILED = tuple((field, re.compile(pattern)) for field, pattern in _FIELDS)
_KEY = {"description", "ref"}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: the field, the quarter it is for (0: none), its heading."""

    index: int
    field: str
    quarter: int
    heading: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row (or two): where the rows below begin, and what each column holds."""

    first: int
    last: int
    columns: tuple[Column, ...]

    def index(self, field: str, quarter: int = 0) -> int:
        """The column of a field, -1 when there is none."""
        for column in self.columns:
            if column.field == field and column.quarter == quarter:
                return column.index
        return -1

    @property
    def fields(self) -> set[str]:
        """The fields there are columns for."""
        return {column.field for column in self.columns}

    @property
    def quarters(self) -> tuple[int, ...]:
        """The quarters there are columns for."""
        return tuple(sorted({column.quarter for column in self.columns if column.quarter}))


def field_of(text: str) -> tuple[str, int]:
    """The field a heading names and its quarter: ("", 0) for none."""
    plain = re.sub(r"[^a-z0-9#/'\- ]+", " ", text.lower().replace("’", "'"))
    plain = " ".join(plain.split())
    if not plain or len(plain) > 90:
        return "", 0
    for field, pattern in _COMPILED:
        match = pattern.search(plain)
        if match:
            return field, int(match[1]) if field.startswith("quarter_") else 0
    return "", 0


def find_heading(sheet: Sheet) -> Heading | None:
    """The heading of the sheet's table: the first row that names most fields, or None."""
    best: tuple[int, Heading] | None = None
    for index, row in enumerate(sheet.rows[:LOOK_IN]):
        heading = _read(sheet, index, row)
        score = len(heading.fields)
        if _is_heading(heading, row) and (best is None or score > best[0]):
            best = (score, heading)
    return best[1] if best else None


def _is_heading(heading: Heading, row: Row) -> bool:
    fields = heading.fields
    filled = sum(1 for text in row.texts if text)
    tells = (
        bool(fields & {"description", "measure", "agency"}) or {"ref"} < fields or {"name"} < fields
    )
    return tells and len(fields) >= 2 and len(heading.columns) * 2 >= filled


def _read(sheet: Sheet, index: int, row: Row) -> Heading:
    """The heading that starts at a row; a second row below it may name what is under a group."""
    groups = _groups(sheet, row)
    below = sheet.rows[index + 1] if index + 1 < len(sheet.rows) else None
    second = below is not None and _is_second(groups, row, below)
    columns = []
    for column in range(max(len(row.cells), len(below.cells) if second and below else 0)):
        own = row.cell(column).text
        under = below.cell(column).text if second and below else ""
        columns += _column(column, groups.get(column, own), own, under)
    return Heading(index, index + (1 if second else 0), tuple(_acting(_once(columns))))


def _groups(sheet: Sheet, row: Row) -> dict[int, str]:
    """Column -> the heading of the merged range that covers it."""
    return {
        column: row.cell(first).text
        for number, first, last in sheet.spans
        if number == row.number
        for column in range(first, last + 1)
    }


def _is_second(groups: dict[int, str], row: Row, below: Row) -> bool:
    if sum(1 for text in row.texts if field_of(text)[0]) < 2:
        return False  # a title above the heading, not the first of its two rows
    named = [i for i, text in enumerate(below.texts) if field_of(text)[0]]
    filled = [i for i, text in enumerate(below.texts) if text]
    new = [i for i in named if i in groups or not row.cell(i).text.strip()]
    # Cells merged downwards repeat the heading above them.
    repeated = [i for i in filled if below.cell(i).text == row.cell(i).text]
    return bool(new) and len(named) + len(repeated) >= len(filled)


def _column(index: int, group: str, own: str, under: str) -> list[Column]:
    text = under if under.strip() and under != own else own or group
    field, quarter = field_of(text)
    above, above_quarter = field_of(group) if group else ("", 0)
    if above.startswith("quarter_") and not quarter:
        kind = "quarter_rag" if field == "status" else "quarter_text"
        kind = "quarter_reading" if field == "reading" else kind
        return [Column(index, kind, above_quarter, f"{group} {text}")]
    return [Column(index, field, quarter, text)] if field else []


def _acting(columns: list[Column]) -> list[Column]:
    """Where no column is called an action, "Objective" beside a reference is what is to be done."""
    fields = {column.field for column in columns}
    if "description" in fields or "ref" not in fields:
        return columns
    return [
        replace(column, field="description") if _OBJECTIVE.match(column.heading) else column
        for column in columns
    ]


_OBJECTIVE = re.compile(r"(?:key |main |specific )?(?:objective|aim)s?\b", re.IGNORECASE)


def _once(columns: list[Column]) -> list[Column]:
    """Each field once: the first column that has it."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for column in columns:
        key = (column.field, column.quarter)
        if key not in seen:
            seen.add(key)
            kept.append(column)
    return kept
