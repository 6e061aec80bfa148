"""Feasts of the year and days of the week by name, and the day of the one that is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.progress import show_date
from bot.reading.calendar import Calendar, Period, spanning

FEASTS = {"new year": (1, 1), "halloween": (10, 31), "bonfire night": (11, 5), "easter": (0, 0),
           "fireworks night": (11, 5), "christmas": (12, 25), "boxing day": (12, 26)}  # fmt: skip
"""Month and day; Easter moves."""
_WITHIN = re.compile(r"(?<!\S)(?:in|into) the new year$")
_GONE = re.compile(r"(?<!\S)(?:since|came|sent|received|heard|reported) (?:\S+ )*$")


def easter(year: int) -> date:
    """Easter Sunday. The library is loaded when somebody asks for it."""
    from dateutil.easter import easter as sunday

    return sunday(year)


def feast(on: Calendar, form: re.Match[str]) -> Period:
    """The next time a feast, or its eve, comes; the last one after "since", "what came in"."""
    month, day = FEASTS[form["feast"]]
    years = range(on.today.year - 1, on.today.year + 2)
    feasts = (date(year, month, day) if month else easter(year) for year in years)
    days = [feast - timedelta(days=form["eve"] == "eve") for feast in feasts]
    if _GONE.search(form.string[: form.start()]):
        days = [day for day in days if day <= on.today][-1:]
    nearest = next(day for day in days if day >= on.today or len(days) == 1)
    if _WITHIN.search(form.string[: form.end()]):  # "in the new year": from its first day on
        before = show_date(nearest - timedelta(days=1))
        return Period(nearest, date(nearest.year, 12, 31), f"after {before}", open="after")
    return spanning(nearest, nearest)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BEFORE_DAY = re.compile(r"(?:^| )(?:by|before|until|till|since|from|after|due|due on) $")


def weekday(on: Calendar, form: re.Match[str]) -> Period | None:
    """ "By Friday", "next Monday" (that of next week), "since Tuesday" (the last one); None where
    a day of every week may be meant ("on Friday nights")."""
    before, way = form.string[: form.start()], form["way"]
    if not (way or _BEFORE_DAY.search(before)):
        return None
    ahead = (WEEKDAYS.index(form["weekday"]) - on.today.weekday()) % 7
    if way == "last" or (not way and _GONE.search(before)):
        ahead -= 7
    elif way == "next" and on.today.weekday() + ahead < 7:
        ahead += 7
    day = on.today + timedelta(days=ahead)
    return spanning(day, day)
