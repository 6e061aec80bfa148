"""Write `bot/services/bank_holidays.txt`: the bank holidays of the United Kingdom, as the
`holidays` library knows them. A test holds the file to it: run this again after an update.

    uv run python tools/bank_holidays.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from holidays import country_holidays

NATIONS = ("ENG", "WLS", "SCT", "NIR")
YEARS = range(2015, 2046)
FILE = Path(__file__).parents[1] / "bot" / "services" / "bank_holidays.txt"


def lines() -> Iterator[str]:
    """A line for each nation and year: "ENG 2018 0101 0330 ..."."""
    for nation in NATIONS:
        for year in YEARS:
            days = sorted(country_holidays("GB", subdiv=nation, years=year))
            yield " ".join([nation, str(year), *(f"{day:%m%d}" for day in days)])


if __name__ == "__main__":
    FILE.write_text("\n".join(lines()) + "\n", encoding="utf-8")
