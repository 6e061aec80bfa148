"""Which quarter somebody means by what they typed after a command."""

from __future__ import annotations

from bot.core.access import Caller
from bot.core.errors import Invalid
from bot.core.quarters import Quarter
from bot.services.collecting import open_quarter, quarter_named
from bot.services.context import Context


def quarter_of(context: Context, caller: Caller, text: str) -> Quarter:
    """The quarter typed; without one, the quarter being collected. Raises Invalid."""
    if not text.strip():
        return open_quarter(context, caller.workspace)
    quarter = quarter_named(context, caller.workspace, text)
    if quarter is None:
        raise Invalid(
            "quarter",
            f"I read '{text}' as the quarter and it is none.",
            "Type for example `/csp summary Q2`, or with its year: `/csp summary Q2 YYYY-YY`.",
        )
    return quarter
