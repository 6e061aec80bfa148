"""Bank holidays by nation, asked of the `holidays` library only when a date has to be judged."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


class BankHolidays:
    """A container of dates: `day in BankHolidays("ENG")`. Nations: ENG, WLS, SCT, NIR."""

    def __init__(self, nation: str) -> None:
        self._nation = nation

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _of_year(self._nation, day.year)


@lru_cache(maxsize=64)
def _of_year(nation: str, year: int) -> frozenset[date]:
    import holidays  # heavy: not at start-up

    return frozenset(holidays.country_holidays("GB", subdiv=nation, years=year))
