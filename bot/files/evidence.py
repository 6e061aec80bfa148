"""What stands under a heading: dates, statuses, names of bodies, figures, sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.dataclass import dataclass
from bot.files.bilingual import sides
from bot.files.levels import named_level
from bot.files.names import is_post
from bot.files.rag import is_status_word, status_first
from bot.files.sheet import Cell, Row
from bot.files.totals import counts_others
from bot.files.written_days import MONTH

LOOK_AT = 200
"""Rows that are looked at for a column's kind."""
_DATE = re.compile(
    r"^(?:by |end (?:of )?|before |until |mid[ -])*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|"
    r"20\d\d-\d\d-\d\d|"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH})\b\.?"
    r"[ ,'-]*(?:20)?\d{0,2}|q[1-4]\b.{0,12}|on-?going|(?:spring|summer|autumn|winter)\b.{0,16})$",
    re.IGNORECASE,
)
_REF = re.compile(r"[A-Z]{1,5}[ .-]?\d{1,2}(?:\.\d{1,2}|[a-z])?")
_CODE = re.compile(r"[A-Za-z]{0,5}[ ./-]?\d{1,3}(?:[./-]\d{1,2})*[a-z]?")
_GRADE = re.compile(
    r"(?:very )?(?:high|low)|med(?:ium)?|normal|urgent|important|critical|essential|desirable|"
    r"[hml]|(?:must|should|could) have|(?:high|low|medium) priority",
    re.IGNORECASE,
)
_MARK = re.compile(r"^(?:[xyo•●■✓✔√*]|yes)$", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:council|police|fire|service|trust|nhs|ccg|icb|probation|housing|team|unit|officer|manager|"
    r"partnership|agency|board|charity|all|college|school|csp|csu|forum|group|wardens?)\b|"
    r"(?-i:^[A-Z&/ ]{2,}$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of the cells of one column that hold something: how many, and what share is of which kind."""

    filled: int
    dates: float
    statuses: float
    bodies: float
    figures: float
    length: float
    """The average number of characters."""
    distinct: float
    marks: float = 0.0
    """Ticks and crosses."""
    persons: float = 0.0
    """Officers' names and titles."""
    stated: float = 0.0
    """Texts that begin with a status set off by a mark."""
    refs: float = 0.0
    """References of letters and a number."""
    levels: float = 0.0
    """Levels by their label: "Priority 2: Homes"."""
    codes: float = 0.0
    """References of any kind, figures alone too."""
    grades: float = 0.0
    """How urgent something is: "High", "Medium", "Low"."""

    letters: float = 0.0
    """One or two letters, as a key explains them."""
    grounds: float = 0.0
    """Share of all rows whose empty cell has a ground that may say a status."""

    @property
    def texts(self) -> float:
        """How many different texts there are."""
        return self.distinct * self.filled

    @property
    def sentences(self) -> bool:
        """Whether the column reads as texts of their own, such as actions are."""
        return self.length >= 12 and self.distinct >= 0.7 and self.dates < 0.4


def evidence(rows: Sequence[Row], column: int) -> Evidence:
    """What a column of these rows holds. A row of one text alone is a level or a note, and no
    example of its column, nor is a total."""
    looked = rows[:LOOK_AT]
    looked = [row for row in looked if not row.alone and not counts_others(row)] or looked
    cells = [cell for row in looked if (cell := row.cell(column)).text.strip()]
    count = len(cells) or 1
    empty = [cell for row in looked if not (cell := row.cell(column)).text.strip()]
    texts = [" ".join(cell.text.split()) for cell in cells]
    return Evidence(
        filled=len(cells),
        dates=sum(map(_is_date, cells)) / count,
        statuses=sum(map(is_status_word, texts)) / count,
        bodies=sum(1 for text in texts if len(text) < 60 and _BODY.search(text)) / count,
        figures=sum(
            1 for text in texts if re.match(r"^[<>+~-]?£?\d[\d,.]*%?(?: (?:out )?of \d+)?$", text)
        )
        / count,
        length=sum(map(len, texts)) / count,
        distinct=len(set(texts)) / count,
        marks=sum(map(is_mark, texts)) / count,
        persons=sum(1 for text in texts if len(text) < 60 and is_post(text)) / count,
        stated=sum(1 for text in texts if is_status_word(text) or status_first(text)[0]) / count,
        levels=sum(map(_is_level, texts)) / count,
        refs=sum(1 for text in texts if _REF.fullmatch(text)) / count,
        codes=sum(1 for text in texts if _CODE.fullmatch(text)) / count,
        letters=sum(1 for text in texts if re.fullmatch(r"[A-Za-z]{1,2}", text)) / count,
        grounds=sum(1 for cell in empty if cell.colour) / (len(looked) or 1),
        grades=sum(1 for text in texts if _GRADE.fullmatch(text)) / count,
    )


def is_mark(text: str) -> bool:
    """Whether a text is a tick or a cross."""
    return _MARK.match(text) is not None


def _is_date(cell: Cell) -> bool:
    texts = (cell.text, *sides(cell.text))
    return cell.day is not None or any(_DATE.match(" ".join(text.split())) for text in texts)


def _is_level(text: str) -> bool:
    """Whether a text says by its label that it is a level above all others: "Outcome 1: Trust"."""
    level = named_level(text, numbered=False)
    return level is not None and not level.lower
