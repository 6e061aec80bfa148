"""Feasts of the year by name, and the day of the one that is meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.reading.calendar import Calendar, Period, spanning

FEASTS = {"new year": (1, 1), "halloween": (10, 31), "bonfire night": (11, 5), "easter": (0, 0),
           "fireworks night": (11, 5), "christmas": (12, 25), "boxing day": (12, 26)}  # fmt: skip
"""Month and day; Easter moves."""
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
    return spanning(nearest, nearest)
