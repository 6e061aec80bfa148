"""Numbers and dates as a spreadsheet shows them."""

from __future__ import annotations

from datetime import date

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def shown_number(value: float, style: str = "") -> str:
    """A number in its format, so far as the format means something: percent and pounds."""
    if "%" in style:
        return f"{_short(value * 100)}%"
    return ("£" if "£" in style else "") + _short(value)


def _short(value: float) -> str:
    return f"{round(value, 6):.6f}".rstrip("0").rstrip(".")


def shown_date(value: date, style: str = "") -> str:
    """A date in its format: "Dec-18", "3 May 2018", else 03/05/2018."""
    plain = style.lower().split(";")[0]
    month = MONTHS[value.month - 1]
    if "d" not in plain and "mmm" in plain:
        return f"{month}-{value:%y}" if "yyyy" not in plain else f"{month} {value.year}"
    if "mmmm" in plain:
        return f"{value.day} {value:%B %Y}"
    if "mmm" in plain:
        return f"{value.day} {month} {value.year}"
    return f"{value:%d/%m/%Y}"
