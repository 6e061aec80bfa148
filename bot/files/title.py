"""What the lines above a plan's table say: title, partnership, year, marking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.core.dataclass import dataclass
from bot.core.quarters import Quarter
from bot.files.plan_days import MONTH, Days, days_written, without_days

_YEAR = re.compile(
    rf"\b(20\d\d)\s*(?:[-/–]|to)\s*((?:20)?\d\d)\b(?!(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b|[./]\d)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\d/.-])(\d\d)\s*[-/–]\s*(\d\d)(?![\d/.-])")
_SINGLE = re.compile(r"\b(20\d\d)\b")
_TO = re.compile(r"(?<!\s)\s*+(?:[-–—]|to)\s*+", re.IGNORECASE)
_MARKING = re.compile(r"\b(OFFICIAL(?:[\s:-]+SENSITIVE)?)\b")
_DASH = re.compile(r"(?<=\s)[–—-]\s++|[|:]\s++")
_WHOSE = re.compile(
    r"partnership\b|\bpartneriaeth\b|\bcsp\b|\b(?:community safety|safer [\w ]{2,40}) board\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"^.*?\b(?i:partnership|csp)\b(?:(?: (?i:of|for|against|on|in|and|to|the)\b)+(?: [A-Z]\w+\b)+)*"
)
"""A partnership's name with what it is for: "Partnership Against Crime"."""
_NAMED = re.compile(r"(?i)(?:\w\W+(?:partnership|csp|board)\b|\b(?:partnership|partneriaeth)\W+\w)")
"""A partnership's name says more than that it is one."""
_PLAN = re.compile(r"plan\b|strategy|programme|\bcynllun\b", re.IGNORECASE)
_PLAN_YEAR = re.compile(r"^plan(?:ning)? (?:year|period)\b", re.IGNORECASE)
_NTH = re.compile(r"\byear ([1-5])\b", re.IGNORECASE)
_BRACKET = re.compile(r"(?<!\s)\s*+\([^()]*\b20\d\d\b[^()]*+\)\s*+$")
_REPORT = re.compile(r"\breports?\b", re.IGNORECASE)
_SMALL = {"and", "for", "the", "with"}
HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """`assumed_year`: no year was written, so the present one is taken. The year is named after
    the one most of its first twelve months lie in."""

    title: str
    partnership: str
    starts: date
    ends: date
    marking: str
    assumed_year: bool

    @property
    def year(self) -> str:
        """ "2018-19"."""
        return Quarter.of(min(self.ends, self.starts + HALF_A_YEAR)).financial_year


def read_title(
    lines: Iterable[str], file_name: str, today: date, sheets: Iterable[str] = ()
) -> TitleFacts:
    """What the lines (or else the file's name) say. Years run April to March, unless a
    plan writes its own first and last day; of a plan of several years the one that the name of
    its sheet says."""
    texts = [" ".join(line.split()) for line in lines if line.strip()]
    starts, ends, assumed = _period([*texts, file_name.replace("_", " ")], today)
    starts, ends = _one_of(starts, ends, sheets)
    return TitleFacts(
        title=_title(texts, file_name),
        partnership=_partnership(texts),
        starts=starts,
        ends=ends,
        marking=next(
            (re.sub(r"[\s:-]+", "-", m[1]) for t in texts if (m := _MARKING.search(t))), ""
        ),
        assumed_year=assumed,
    )


def _period(lines: list[str], today: date) -> tuple[date, date, bool]:
    *year, assumed = _year(lines, today)
    days = next(filter(None, map(_own_days, lines)), None)
    if days and (assumed or _shared(days, (year[0], year[1])) >= HALF_A_YEAR):
        return *days, False
    return year[0], year[1], assumed


def _one_of(starts: date, ends: date, sheets: Iterable[str]) -> Days:
    """The one year of several that a sheet is named after, else all of them."""
    for years in map(years_written, sheets):
        one = years is not None and years[1] == years[0] + 1
        if years and one and ends.year - starts.year > 1 and starts.year <= years[0] < ends.year:
            return date(years[0], 4, 1), date(years[1], 3, 31)
    return starts, ends


def _own_days(line: str) -> Days | None:
    """The days a line writes that is about the plan or holds nothing else."""
    alone = not re.search(r"[a-z]{3}", without_days(line).replace("Period", ""), re.IGNORECASE)
    return days_written(line) if alone or _PLAN.search(line) else None


def _shared(one: Days, other: Days) -> timedelta:
    return min(one[1], other[1]) - max(one[0], other[0])


def _year(lines: list[str], today: date) -> tuple[date, date, bool]:
    years = next(filter(None, map(years_written, lines)), None)
    if years:
        first, last = _narrowed(years, lines)
        return date(first, 4, 1), date(last, 3, 31), False
    singles = (_SINGLE.search(line) for line in lines if not line.endswith("."))
    single = next(filter(None, singles), None)
    if single:
        return date(int(single[1]), 4, 1), date(int(single[1]) + 1, 3, 31), False
    year = Quarter.of(today).year
    return date(year, 4, 1), date(year + 1, 3, 31), True


def _narrowed(years: tuple[int, int], lines: list[str]) -> tuple[int, int]:
    """Of a plan of several years the one that another line above it names: "Year 2 (2026-27)"."""
    if years[1] - years[0] < 2:
        return years
    short = [line for line in lines if len(line) < 100 and not line.endswith(".")]
    numbers = {int(n) for line in short if _PLAN.search(line) for n in _NTH.findall(line)}
    if len(numbers) == 1 and (begins := years[0] + numbers.pop() - 1) < years[1]:
        return begins, begins + 1
    named = filter(None, map(years_written, short))
    within = ((a, b) for a, b in named if b == a + 1 and years[0] <= a and b <= years[1])
    return next(within, years)


def years_written(text: str) -> tuple[int, int] | None:
    """The calendar years in which the period of a line begins and ends: "2026-27", "26/27"."""
    days = days_written(text)
    if days is not None:
        year = Quarter.of(min(days[1], days[0] + HALF_A_YEAR)).year
        return year, max(year + 1, days[1].year)
    spans = list(_spans(text))
    if spans:
        return max(spans, key=lambda span: span[0]) if spans[0][1] == spans[0][0] + 1 else spans[0]
    short = _SHORT.search(text)
    if short and int(short[2]) == int(short[1]) + 1:
        return 2000 + int(short[1]), 2000 + int(short[2])
    return None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Every period a line names by its years, "2018/19 - 2020/21" as one."""
    matches = list(_YEAR.finditer(text))
    for place, match in enumerate(matches):
        before, behind = matches[place - 1] if place else None, matches[place + 1 : place + 2]
        if before and _TO.fullmatch(text, before.end(), match.start()):
            continue
        ends = next((m for m in behind if _TO.fullmatch(text, match.end(), m.start())), match)
        first, last = int(match[1]), int(ends[2]) % 100 + 2000
        yield first, last if last > first else first + 1


def year_written(text: str) -> int | None:
    """The year in which the period of a line begins, or None."""
    years = years_written(text)
    return years[0] if years else None


def names_plan(text: str) -> bool:
    """Whether a line is the title of the plan of one year: "Delivery Plan 2026-27"."""
    years = years_written(text) if _is_title(text) and _PLAN.search(text) else None
    return years is not None and years[1] == years[0] + 1


def names_whose(text: str) -> bool:
    """Whether a line is the name of a partnership and nothing else, written as names are."""
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in _SMALL]
    names = _WHOSE.search(text) is not None and len(words) > 1
    return names and all(word[0].isupper() for word in words)


def _is_title(line: str) -> bool:
    return len(line) < 160 and not line.endswith(".") and not _PLAN_YEAR.match(line)


def _title(lines: list[str], file_name: str) -> str:
    titles = list(filter(_is_title, lines))
    for line in lines:
        if _REPORT.search(line) and not _PLAN.search(line) and years_written(line):
            return line
        if _PLAN.search(line) and line in titles:
            return _own_title(line)
    dated = next(filter(years_written, titles), "")
    if dated and _own_title(dated):
        return _own_title(dated)
    return re.sub(r"\.\w+$", "", file_name).replace("_", " ").strip()


def _own_title(line: str) -> str:
    """A line that is a plan's title without its year and, where it can be told, whose it is."""
    plain = " ".join(without_days(_BRACKET.sub("", line) or line).split()).strip(" ,:–-()")
    title = re.sub(rf"[\s,:–-]*{_YEAR.pattern}$", "", plain).strip()
    pieces = [piece.strip() for piece in _DASH.split(title)]
    planned = _PLAN.search(title)
    own = [p for p in pieces if (not planned or _PLAN.search(p)) and not _only_whose(p)]
    return own[0] if own and len(pieces) > 1 and _WHOSE.search(title) else title


def _only_whose(text: str) -> bool:
    return bool(re.search(r"(?:partnership|\bboard)$|\bcsp$", text.strip(), re.IGNORECASE))


def _partnership(lines: list[str]) -> str:
    for line in lines:
        for piece in _DASH.split(line):
            if _WHOSE.search(piece) and len(piece) < 100 and not piece.endswith("."):
                match = _UP_TO.match(piece)
                name = match[0].strip() if match else piece.strip()
                if _NAMED.search(name):
                    return name
    return ""
