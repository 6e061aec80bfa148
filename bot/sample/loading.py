"""Loading the sample: the plan, and for a demo the people who act in it."""

from __future__ import annotations

from bot.core.plan import Plan
from bot.sample import next_sample_plan, read, sample_plan
from bot.services.context import Context
from bot.services.people_file import PeopleFile, read_people
from bot.services.years import save_version


def load_sample(context: Context, workspace: str) -> Plan:
    """Store the sample plan (illustrative)."""
    return _load(context, workspace, sample_plan())


def load_next_sample(context: Context, workspace: str) -> Plan:
    """Store the sample plan of the year after, as a partnership does in February."""
    return _load(context, workspace, next_sample_plan())


def _load(context: Context, workspace: str, plan: Plan) -> Plan:
    with context.store.writing(workspace) as records:
        save_version(records, plan, context.now(), context.today())
        records.audit.note(context.now(), "file", "import", f"plan:{plan.year}", after="sample")
    return plan


def load_sample_people(context: Context, workspace: str) -> PeopleFile:
    """Make the demo's people members of the workspace."""
    content = read("members.csv")
    return read_people(context.store, workspace, content, context.now(), apply=True)
