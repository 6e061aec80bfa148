"""The sheets of the bot's own workbook and their headings: what is written is what is read back."""

from __future__ import annotations

from bot.files.vocabulary import FROM_RECORD

PLAN, PRIORITIES, AGENCIES, HISTORY, UNDERSTOOD = (
    "Action plan", "Priorities", "Agencies", "History", "Understood",
)  # fmt: skip
TAUGHT, AUDIT = "Taught words", "Audit trail"
WHOLE_PLAN = "The whole plan"
"""Stands for a priority's name beside measures that belong to none."""
PLAN_FIELDS = {
    "Ref": "ref",
    "Last year's ref": "previous_ref",
    "Priority": "priority",
    "Action": "description",
    "Lead agency": "lead",
    "Partners": "partners",
    "Timescale": "timescale",
    "Resources": "resources",
    "Success measure": "measure",
    "Baseline": "baseline",
    "Target": "target",
    "Data source": "source",
    "Status": "status",
    f"Due date {FROM_RECORD}": "",
    f"Last update {FROM_RECORD}": "",
    f"Last comment {FROM_RECORD}": "",
    f"Other references {FROM_RECORD}": "",
    f"Marking {FROM_RECORD}": "",
}
"""Headings of the plan's sheet -> fields; empty: it repeats what stands elsewhere."""
PLAN_HEADINGS = tuple(PLAN_FIELDS)
PRIORITY_HEADINGS = tuple(
    f"{name} {FROM_RECORD}"
    for name in (
        "Code",
        "Priority",
        "Number",
        "Other names",
        "Marking",
        "Intent",
        "Measure",
        "Baseline",
        "Target",
        "Data source",
        "Readings",
    )
)
AGENCY_HEADINGS = tuple(
    f"{name} {FROM_RECORD}" for name in ("Code", "Agency", "Other names", "Responsible authority")
)
HISTORY_HEADINGS = (
    "Ref", "Date", "Quarter", "Agency", "Status", "Update", "Reading", "New due date", "Reason",
    "Corrective action", "Source", "Kind", "Corrects", "Evidence", "All readings", "Time (UTC)",
    "Id",
)  # fmt: skip
UNDERSTOOD_HEADINGS = tuple(
    f"{name} {FROM_RECORD}" for name in ("Of", "Which", "What", "By the words", "Held as")
)
AUDIT_HEADINGS = (
    "When (UTC)", "Who", "Deed", "Subject", "Agency", "Before", "After", "Route", "On behalf of",
)  # fmt: skip
