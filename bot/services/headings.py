"""Which field a heading is read as, where whoever imports has said so."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.errors import Refused
from bot.files.vocabulary import FIELDS, NOT_READ, plain_heading


def plain_choices(headings: Mapping[str, str]) -> dict[str, str]:
    """Headings as typed -> fields. Raises Refused for a field there is not."""
    fields = {}
    for heading, name in headings.items():
        field = FIELDS.get(name.strip().lower())
        if field is None:
            known = ", ".join(sorted(set(FIELDS.values()) - {""}))
            raise Refused(f"'{name}' is no field of a plan.", f"Fields: {known}; or {NOT_READ}.")
        fields[plain_heading(heading)] = field
    return fields
