"""A fault of the host as one plain line with its remedy; never a traceback, never a secret."""

from __future__ import annotations


def said_plainly(fault: BaseException) -> str:
    """The line; empty when the fault is the bot's own, and its traceback is wanted."""
    from slack_sdk.errors import SlackApiError

    from bot.config import Misconfigured
    from bot.core.errors import Unusable
    from bot.core.remedies import meaning, remedy
    from bot.store.faults import explained

    if isinstance(fault, (Misconfigured, Unusable)):
        return str(fault)
    if known := explained(fault):
        return str(known)
    if isinstance(fault, SlackApiError):
        error = str(fault.response.get("error", "no reason given"))
        return f"Slack refused: {meaning(error)}. {remedy(error)}"
    return _of_the_system(fault) if isinstance(fault, OSError) else ""


def _of_the_system(fault: OSError) -> str:
    """A file that cannot be read or written, or a network that cannot be reached."""
    if fault.filename:
        why = fault.strerror or type(fault).__name__
        return f"{fault.filename}: {why}. Name a file in a folder that is there and may be used."
    return (
        f"A server cannot be reached ({type(fault).__name__}). "
        "Check SLACK_API_URL, DATABASE_URL and the network; `partnership-bot doctor` says more."
    )
