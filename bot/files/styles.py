"""How a workbook's cells look, so far as it says something: number formats, colours, strokes."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from typing import TypeVar
from xml.etree.ElementTree import Element, fromstring

from bot.core.dataclass import dataclass
from bot.files.sheet import GREY

T = TypeVar("T")
_HUES = (
    ("red", 0, 18),
    ("amber", 18, 66),
    ("green", 66, 170),
    ("blue", 185, 260),
    ("red", 335, 361),
)
"""Ranges of hue in degrees that people use for a status, yellow counted as amber."""


@dataclass(frozen=True, slots=True)
class Style:
    """Of one kind of cell: its number format, and what colour, stroke and weight it has."""

    number_format: str = "General"
    fill: str = ""
    struck: bool = False
    bold: bool = False

    @property
    def is_date(self) -> bool:
        """Whether numbers are shown as dates."""
        from openpyxl.styles.numbers import is_date_format

        return bool(is_date_format(self.number_format))


def colour_name(rgb: str) -> str:
    """Green, amber, red, blue or grey for a colour in six hexadecimal digits; else empty."""
    try:
        red, green, blue = (int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        return ""
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    if strength < 0.1 and 0.4 < light < 0.9:
        return GREY
    if strength < 0.35 or not 0.12 < light < 0.94:
        return ""
    return next((name for name, low, high in _HUES if low <= hue * 360 < high), "")


def read_styles(content: bytes) -> list[Style]:
    """The styles of a workbook by the number its cells name."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    root = fromstring(content)  # noqa: S314 (no entities: `opening` refuses them)
    formats = dict(BUILTIN_FORMATS)
    formats |= {int(e.get("numFmtId", 0)): e.get("formatCode", "") for e in _all(root, "numFmt")}
    fonts = [(_on(e, "strike"), _on(e, "b")) for e in _children(root, "fonts")]
    fills = [_fill(e) for e in _children(root, "fills")]
    return [_style(e, formats, fonts, fills) for e in _children(root, "cellXfs")]


def _style(
    element: Element, formats: dict[int, str], fonts: list[tuple[bool, bool]], fills: list[str]
) -> Style:
    struck, bold = _at(fonts, element.get("fontId"), (False, False))
    return Style(
        formats.get(int(element.get("numFmtId", 0)), "General"),
        _at(fills, element.get("fillId"), ""),
        struck,
        bold,
    )


def _at(values: list[T], index: str | None, other: T) -> T:
    number = int(index or 0)
    return values[number] if number < len(values) else other


def _fill(element: Element) -> str:
    pattern = next(_all(element, "patternFill"), None)
    if pattern is None or pattern.get("patternType") in {None, "none"}:
        return ""
    colour = next(_all(pattern, "fgColor"), None)
    if colour is None:
        return ""
    if colour.get("indexed"):
        from openpyxl.styles.colors import COLOR_INDEX

        index = int(colour.get("indexed", 0))
        return colour_name(COLOR_INDEX[index][2:]) if index < len(COLOR_INDEX) else ""
    return colour_name(colour.get("rgb", "")[-6:])


def _on(element: Element, name: str) -> bool:
    mark = next(_all(element, name), None)
    return mark is not None and mark.get("val", "1") not in {"0", "false"}


def _all(element: Element, name: str) -> Iterator[Element]:
    return element.iterfind(f".//{{*}}{name}")


def _children(root: Element, name: str) -> list[Element]:
    parent = root.find(f"{{*}}{name}")
    return list(parent) if parent is not None else []
