"""Bank holidays by nation.

Those of some decades stand in `bank_holidays.txt`, made from the `holidays` library by
`tools/bank_holidays.py`: the library loads every country of the world for one of them, an eighth of
the bot's memory. It is asked for the years before and after.
"""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache
from importlib.resources import files


class BankHolidays:
    """A container of dates: `day in BankHolidays("ENG")`. Nations: ENG, WLS, SCT, NIR."""

    def __init__(self, nation: str) -> None:
        self._nation = nation

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _of_year(self._nation, day.year)


@lru_cache(maxsize=64)
def _of_year(nation: str, year: int) -> frozenset[date]:
    known = _known().get((nation, str(year)))
    if known is not None:
        return frozenset(date(year, int(day[:2]), int(day[2:])) for day in known)
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv=nation, years=year))


@cache
def _known() -> dict[tuple[str, str], list[str]]:
    """The days ("0330") of each nation and year in the file."""
    lines = (files("bot.services") / "bank_holidays.txt").read_text(encoding="utf-8").splitlines()
    return {(nation, year): days for nation, year, *days in map(str.split, lines)}
