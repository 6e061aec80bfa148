"""Loading the sample: the plan, and for a demo the people who act in it."""

from __future__ import annotations

from bot.core.plan import Plan
from bot.sample import read, sample_plan
from bot.services.context import Context
from bot.services.people_file import PeopleFile, read_people


def preview_sample() -> Plan:
    """The sample plan, not stored."""
    return sample_plan()


def load_sample(context: Context, workspace: str) -> Plan:
    """Make the sample plan (illustrative) the workspace's current plan."""
    plan = sample_plan()
    with context.store.writing(workspace) as records:
        records.plans.save(plan, context.now())
        records.audit.note(context.now(), "file", "import", f"plan:{plan.year}", after="sample")
    return plan


def load_sample_people(context: Context, workspace: str) -> PeopleFile:
    """Make the demo's people members of the workspace."""
    content = read("members.csv")
    return read_people(context.store, workspace, content, context.now(), apply=True)
