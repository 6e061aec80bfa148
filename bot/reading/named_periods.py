"""Periods as they are named: "the last week of September", "Q2 2018-19", "Easter", "six weeks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.quarters import Quarter
from bot.reading.calendar import (
    AFTER,
    AHEAD,
    BACK,
    BEFORE,
    BY,
    FEASTS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SINCE,
    UNITS,
    WITHIN,
    Calendar,
    Period,
    Read,
    later,
    month_end,
    spanning,
)
from bot.reading.slices import slice_of
from bot.reading.tokens import Kind, Token


class NamedPeriods:
    """Reads a period at a place of the tokens; each method says how many tokens it used."""

    def __init__(self, tokens: Sequence[Token], calendar: Calendar) -> None:
        self._words = [token.word for token in tokens]
        self._tokens = tokens
        self._on = calendar

    def word(self, place: int) -> str:
        return self._words[place] if 0 <= place < len(self._words) else ""

    def _skip(self, place: int) -> int:
        while self.word(place) in {"the", "of"} and self.word(place + 1):
            place += 1
        return place

    def _core(self, place: int) -> Read:
        """A period as named, without a direction."""
        for read in (
            self._end_of, self._part_of, self._written_date, self._quarter, self._plan_year,
            self._calendar_year, self._near, self._rolling, self._feast, self._season, self._month,
        ):  # fmt: skip
            period = read(place)
            if period is not None:
                return period
        return None

    def _end_of(self, place: int) -> Read:
        """ "end of September", "end q3", "the close of the year"."""
        word = self.word(place)
        if word not in {"end", "close", "start", "beginning"}:
            return None
        start = self._skip(place + 1)
        core = self._core(start) or self._year_end(start)
        if core is None:
            return None
        day = core[0].end if word in {"end", "close"} else core[0].start
        quarter = core[0].quarter
        return replace(spanning(day, day), quarter=quarter), start + core[1] - place

    def _year_end(self, place: int) -> Read:
        words = (self.word(place), self.word(place + 1))
        if words == ("financial", "year") or words[0] in {"year", "plan"}:
            used = 2 if words[1] == "year" else 1
            return spanning(self._on.starts, self._on.ends), used
        return None

    def _part_of(self, place: int) -> Read:
        """ "the last week of September", "first half of October", "early November", "mid May"."""
        word, unit = self.word(place), self.word(place + 1)
        if word in {"early", "mid", "late"}:
            month = self._month(self._skip(place + 1)) or self._month(
                place + 2 if unit == "-" else place + 1
            )
            if month is None:
                return None
            start, end = month[0].start, month[0].end
            cut = {"early": (0, 9), "mid": (10, 19), "late": (20, 31)}[word]
            first = start + timedelta(days=cut[0])
            last = min(end, start + timedelta(days=cut[1]))
            return spanning(first, last), self._skip(place + 1) - place + month[1]
        if unit not in {"week", "half", "weeks", "fortnight"} or self.word(place + 2) not in {
            "of", "in"
        }:  # fmt: skip
            return None
        at = self._skip(place + 3)
        core = self._core(at)
        if core is None or word not in {*ORDINALS, "last"}:
            return None
        return slice_of(core[0], word, unit), at + core[1] - place

    def _written_date(self, place: int) -> Read:
        """ "12 May", "May 12th", "12 May 2018", "30/9", "2018-09-30"."""
        numbers = [self._figure(place + step) for step in (0, 2, 4)]
        marks = {self.word(place + 1)}
        if numbers[0] and numbers[1] and marks & {"/", "-"}:
            return self._in_figures(place, numbers)
        step = 1 if self._figure(place) and 1 <= self._figure(place) <= 31 else 0
        of = step + (step and self.word(place + step) == "of")
        month = MONTHS.get(self.word(place + of))
        if month is None:
            return None
        day = self._figure(place) if step else self._figure(place + 1)
        if not 1 <= day <= 31:
            return None
        used = of + 1 + (not step)
        year = self._year(place + used)
        return self._day(day, month, year, used + bool(year))

    def _in_figures(self, place: int, numbers: list[int]) -> Read:
        first, second, third = numbers
        both = self.word(place + 3) in {"/", "-"} and third > 0
        if first > 1900 and both:
            return self._day(third, second, first, 5)
        if self.word(place + 1) == "-" or not 1 <= second <= 12 or not 1 <= first <= 31:
            return None
        year = third + 2000 * (third < 100) if both else 0
        return self._day(first, second, year, 5 if both else 3)

    def _day(self, day: int, month: int, year: int, used: int) -> Read:
        if not 1 <= month <= 12:
            return None
        first = self._on.month(month, year)
        if day > month_end(first).day:
            return None
        return spanning(first.replace(day=day), first.replace(day=day)), used

    def _figure(self, place: int) -> int:
        if not 0 <= place < len(self._tokens) or self._tokens[place].kind is not Kind.NUMBER:
            return 0
        word = self._words[place]
        return int(word) if word.isdigit() and len(word) < 5 else 0

    def _year(self, place: int) -> int:
        year = self._figure(place)
        return year if 1990 <= year <= 2100 else 0

    def _quarter(self, place: int) -> Read:
        """ "Q2", "quarter two", "the second quarter", "last quarter", "Q2 2018-19"."""
        word, after = self.word(place), self.word(place + 1)
        if word in {"both", "each", "every"} and after in {"quarter", "quarters"}:
            ended = min(Quarter.of(self._on.today).previous.ends, self._on.ends)
            return replace(spanning(self._on.starts, ended), each=True), 2
        number, used = 0, 2
        if len(word) == 2 and word[0] == "q" and word[1] in "1234":
            number, used = int(word[1]), 1
        elif word in {"q", "quarter", "qtr", "quater"}:
            number = self._figure(place + 1) or NUMBERS.get(after, 0)
        elif after in {"quarter", "qtr", "quarters"} and word in ORDINALS:
            number = ORDINALS[word]
        elif after in {"quarter", "qtr"}:
            return self._near_quarter(word)
        if not 1 <= number <= 4:
            return None
        year = self._plan_year(place + used) or self._plan_year(self._skip(place + used))
        started = year[0].start.year if year else 0
        extra = (self._skip(place + used) - place - used + year[1]) if year else 0
        return self._of_quarter(self._on.quarter(number, started), used + extra)

    def _near_quarter(self, word: str) -> Read:
        this = Quarter.of(self._on.today)
        named = {"this": this, "current": this, "next": this.next, "coming": this.next}
        named |= dict.fromkeys(BACK, this.previous)
        return self._of_quarter(named[word], 2) if word in named else None

    def _of_quarter(self, quarter: Quarter, used: int) -> Read:
        label = f"Q{quarter.number} {quarter.financial_year}"
        return Period(quarter.starts, quarter.ends, label, quarter), used

    def _plan_year(self, place: int) -> Read:
        """ "2018-19", "18/19", "2018/2019": a year from April."""
        first, second = self._figure(place), self._figure(place + 2)
        if self.word(place + 1) not in {"-", "/"} or not first:
            return None
        if second % 100 != (first + 1) % 100 or not (first > 1990 or 10 <= first < 50):
            return None
        year = first % 100 + 2000
        return spanning(date(year, 4, 1), date(year + 1, 3, 31), f"{year}-{second % 100:02d}"), 3

    def _calendar_year(self, place: int) -> Read:
        year = self._year(place)
        return (spanning(date(year, 1, 1), date(year, 12, 31), str(year)), 1) if year else None

    def _near(self, place: int) -> Read:
        """ "today", "yesterday", "this week", "last month", "next year"."""
        word, unit = self.word(place), self.word(place + 1)
        step = {"today": 0, "tomorrow": 1, "yesterday": -1}.get(word)
        if step is not None:
            day = self._on.today + timedelta(days=step)
            return spanning(day, day), 1
        way = 0 if word in {"this", "current"} else 1 if word in AHEAD else -1
        if word not in {"this", "current", *AHEAD, *BACK}:
            return None
        today = self._on.today
        if unit == "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * way)
            return spanning(monday, monday + timedelta(days=6)), 2
        if unit == "month":
            first = later(today.replace(day=1), way)
            return spanning(first, month_end(first), f"{first:%B %Y}"), 2
        if unit in MONTHS:
            first = self._on.month(MONTHS[unit])
            return spanning(first, month_end(first), f"{first:%B %Y}"), 2
        return None

    def _length(self, place: int) -> tuple[int, int, str] | None:
        """A length of time in days: "six weeks", "the next 30 days", "a month"."""
        at = place + (self.word(place) in {"the"})
        at += self.word(at) in {*AHEAD, *BACK}
        number = self._figure(at) or NUMBERS.get(self.word(at), 0)
        at += bool(number)
        at += self.word(at) == "of"
        unit = self.word(at).rstrip("s")
        if self.word(at + 1) == "of" and unit in {"week", "fortnight"}:
            return None
        plural = self.word(at) != unit
        if (
            unit not in UNITS
            or (plural and not number and self.word(place) == "the")
            or not (number or self.word(place) in {*AHEAD, *BACK, "the"})
        ):
            return None
        count = number or 1
        words = f"{count} {unit}{'s' * (count > 1)}"
        return count * UNITS[unit], at + 1 - place, words

    def _rolling(self, place: int) -> Read:
        """ "the next six weeks", "last 30 days"; a mere length is a period of that `length`."""
        read = self._length(place)
        if read is None:
            return None
        days, used, words = read
        today, beside = self._on.today, {self.word(place), self.word(place + 1)}
        if self.word(place + used) == "ago":
            day = today - timedelta(days=days)
            return spanning(day, day), used + 1
        if beside & AHEAD:
            return Period(today, today + timedelta(days=days), f"in the next {words}"), used
        if beside & BACK:
            return Period(today - timedelta(days=days), today, f"in the last {words}"), used
        start = today - timedelta(days=days)
        return Period(start, today, f"for {words}", length=days), used

    def _feast(self, place: int) -> Read:
        word, after = self.word(place), self.word(place + 1)
        if (word, after) in {("year", "end"), ("financial", "year"), ("plan", "year")}:
            return spanning(self._on.ends, self._on.ends), 2
        two = f"{word} {after}"
        name = two if two in FEASTS else word
        if name not in FEASTS:
            return None
        day = self._on.coming(FEASTS[name])
        return spanning(day, day), 2 if name == two else 1

    def _season(self, place: int) -> Read:
        word, term = self.word(place), self.word(place + 1) == "term"
        if word not in SEASONS:
            return None
        first = self._on.month(SEASONS[word])
        end = month_end(later(first, 2 + (term and word == "autumn")))
        return spanning(first, end, f"{first:%B} to {end:%B %Y}"), 1 + term

    def _month(self, place: int) -> Read:
        month = MONTHS.get(self.word(place))
        if month is None or (self.word(place) in {"may", "march"} and not self._is_month(place)):
            return None
        year = self._year(place + 1)
        first = self._on.month(month, year)
        return spanning(first, month_end(first), f"{first:%B %Y}"), 1 + bool(year)

    def _is_month(self, place: int) -> bool:
        """ "may" and "march" are months beside a word of time or another month."""
        before, after = self.word(place - 1), self.word(place + 1)
        near = BEFORE | BY | AFTER | SINCE | WITHIN | {"of", "early", "mid", "late", "last"}
        joined = {"and", "or", "to"}
        other = (before in joined and self.word(place - 2) in MONTHS) or (
            after in joined and self.word(place + 2) in MONTHS
        )
        return before in near - {"this"} or before in {"next", "between", "due"} or other
