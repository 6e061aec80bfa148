"""Loading the sample: the plan, and for a demo the people who act in it."""

from __future__ import annotations

from bot.core.plan import Plan
from bot.sample import read, sample_plan
from bot.services.desk import Desk
from bot.services.members import PeopleFile, read_people


def preview_sample() -> Plan:
    """The sample plan, not stored."""
    return sample_plan()


def load_sample(desk: Desk, workspace: str) -> Plan:
    """Make the sample plan (illustrative) the workspace's current plan."""
    plan = sample_plan()
    with desk.store.writing(workspace) as books:
        books.plans.save(plan, desk.now())
        books.audit.note(desk.now(), "file", "import", f"plan:{plan.year}", after="sample")
    return plan


def load_sample_people(desk: Desk, workspace: str) -> PeopleFile:
    """Make the demo's people members of the workspace."""
    content = read("members.csv")
    return read_people(desk.store, workspace, content, desk.now(), apply=True)
