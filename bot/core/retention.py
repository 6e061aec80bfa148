"""How long what the bot need not remember is kept."""

from __future__ import annotations

from datetime import timedelta

from bot.core.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Retention:
    """Ages after which things are deleted. The plan, its updates and the audit trail stay."""

    questions: timedelta = timedelta(days=90)
    """Questions that could not be placed."""
    left: timedelta = timedelta(days=365)
    """People whose account was switched off or whose role was taken: then they are erased."""
    proposals: timedelta = timedelta(days=30)
    """Newcomers nobody confirmed, or who were turned down: then they are erased."""
    changes: timedelta = timedelta(days=90)
    """Changes of an action that a lead proposed; the audit trail keeps what came of them."""
    receipts: timedelta = timedelta(hours=24)
    """What Slack has delivered: it repeats nothing older."""
    drafts: timedelta = timedelta(hours=24)
    """What was typed into a form and not sent."""
    talks: timedelta = timedelta(minutes=15)
    """What somebody asked last: so long "and the police?" or a typed number refers to it."""
