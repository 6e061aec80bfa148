"""App Home: first what matters to a person's role, then a question, then the plan at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from bot.blocks import home_roles, kit
from bot.blocks.agency_form import REPEAT, open_button, value
from bot.blocks.kit import Block
from bot.blocks.messages import ASK, OPEN_FORM
from bot.core.plan import ILLUSTRATIVE, Agency, Plan
from bot.core.progress import ConcernKind, Progress, Standing, count, show_date
from bot.core.status import Labels, Status
from bot.core.years import in_year
from bot.quarterly.home_facts import HomeFacts, HomeReturn

PROPOSE = "propose_agency"
"""Action id of the select by which a newcomer proposes their agency."""
LOAD_PLAN, TRY_SAMPLE = "home_load_plan", "home_try_sample"
"""[Load the plan] and [Try it with a sample], while nothing is loaded."""
QUESTION = "home_question"
"""Block and action id of the box that takes a question."""
SHOWN = 12
"""Actions listed on Home; the rest is a question away. Home takes 100 blocks."""


def home(facts: HomeFacts, labels: Labels) -> dict[str, Any]:
    """The Home view of a known person: first what matters to their role."""
    plan = facts.progress.plan
    blocks = [kit.header(f"{plan.title} {plan.year}"), *_head(plan, facts)]
    if facts.coordinator:
        blocks += home_roles.coordinator(facts)
    elif facts.reports:
        blocks += _mine(facts, labels)
    else:
        blocks += home_roles.reader(facts, labels)
    blocks += [_question_box(), kit.divider()]
    blocks += _mine(facts, labels) if facts.coordinator else []
    blocks += [kit.header("The plan at a glance"), *_overview(facts.progress, labels)]
    return {"type": "home", "blocks": kit.fit(blocks, most=kit.MAX_HOME_BLOCKS, budget=40_000)}


def _head(plan: Plan, facts: HomeFacts) -> list[Block]:
    quiet = [f"{plan.partnership} · {plan.marking}".strip(" ·")]
    if facts.reports and not facts.coordinator:  # for others it stands beside the figures
        quiet += [f"Returns for {one.quarter} {home_roles.closes(one)}." for one in facts.returns]
    if plan.ends < facts.today and not facts.following:
        quiet.append(f"The {plan.year} plan ended on {show_date(plan.ends)}; none follows it yet.")
    if facts.following:
        begins = show_date(facts.following.starts)
        quiet.append(f"The {facts.following.year} plan is loaded; it begins on {begins}.")
    quiet += [ILLUSTRATIVE] if plan.illustrative else []
    return [kit.context(*map(kit.escape, quiet))]


def _question_box() -> Block:
    return {
        "type": "input",
        "block_id": QUESTION,
        "dispatch_action": True,
        "label": kit.plain("Ask about the plan"),
        "element": {
            "type": "plain_text_input",
            "action_id": QUESTION,
            "placeholder": kit.plain("What is overdue? How are we doing on domestic abuse? ASB3"),
            "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
        },
    }


def _mine(facts: HomeFacts, labels: Labels) -> Iterator[Block]:
    """What each open return asks of the person; of two plans at the turn of the year the old one
    shows what it still awaits."""
    for opened in facts.returns:
        ended = opened.year != facts.progress.plan.year
        shown = opened.waiting if ended else opened.mine
        if shown:
            title = "My agency's actions"
            yield kit.header(f"{title}, {opened.year} plan" if facts.returns[1:] else title)
            yield from _mine_for(opened, shown, facts.today, labels)
            yield kit.divider()


def _mine_for(
    opened: HomeReturn, shown: Sequence[Standing], today: date, labels: Labels
) -> Iterator[Block]:
    waiting = len(opened.waiting)
    yield kit.section(
        f"{count(waiting, 'action')} {'awaits' if waiting == 1 else 'await'} an update for "
        f"{opened.quarter}."
        if waiting
        else f"All reported for {opened.quarter}. Thank you."
    )
    if waiting > 1:
        yield kit.actions(*_together(opened), block_id=f"together:{opened.quarter}")
    for standing in shown[:SHOWN]:
        yield _mine_row(standing, opened, today, labels)
    if len(shown) > SHOWN:
        more = kit.button("Show all", f"{ASK}:mine:{opened.year}", "my actions")
        yield kit.section(f"… and {len(shown) - SHOWN} more", more)


def _together(opened: HomeReturn) -> Iterator[Block]:
    yield open_button("Report them in one form", opened.quarter)
    if opened.repeatable:
        yield kit.button("All as last quarter", REPEAT, value(opened.quarter))


def _mine_row(standing: Standing, opened: HomeReturn, today: date, labels: Labels) -> Block:
    action, latest = standing.action, standing.latest
    awaits = action.ref in opened.awaiting
    concerns = standing.concerns(today)
    is_silent = any(concern.kind is ConcernKind.SILENT for concern in concerns)
    details = [str(labels.of(standing.status))]  # how long it is silent says when it was reported
    details += [f"reported {show_date(latest.at.date())}"] if latest and not is_silent else []
    details += [concern.reason for concern in concerns]
    if standing.due is not None and not standing.is_overdue(today):
        details.append(f"due {show_date(standing.due)}")
    details += ["awaits an update"] if awaits else []
    first = f"{kit.bold(action.ref)} {kit.oneline(action.text, 200)}"
    text = f"{first}\n{kit.oneline(' · '.join(details))}"
    update = kit.button(
        "Update",
        f"{OPEN_FORM}:home",
        in_year(action.ref, opened.year),
        style="primary" if awaits else "",
        described=f"Update action {action.ref}",
    )
    return kit.section(text, update)


def _overview(progress: Progress, labels: Labels) -> Iterator[Block]:
    """Each priority in bold, marked by the gravest status of its actions."""
    yield kit.context("Priorities in no particular order, each marked by its gravest status")
    for priority in progress.plan.priorities:
        standings = progress.of_priority(priority.code)
        counts = Counter(standing.status for standing in standings)
        gravest = _order(counts)
        shown = [f"{counts[s]} {labels.of(s).word.lower()}" for s in gravest]
        mark = labels.of(next(iter(gravest), None)).mark
        text = f"{mark} {kit.bold(priority.short)}\n{kit.oneline(' · '.join(shown))}"
        ask = kit.button(
            "Show",
            f"{ASK}:{priority.code}",
            f"priority {priority.name}"[:2000],
            described=f"Show {priority.short}",
        )
        yield kit.section(text, ask)


def _order(counts: Counter[Status | None]) -> Iterable[Status | None]:
    first: tuple[Status | None, ...] = (Status.OFF_TRACK, Status.AT_RISK)
    rest = (status for status in (*Status, None) if status not in first)
    return [status for status in (*first, *rest) if counts[status]]


def stranger(agencies: Sequence[Agency], likely: Agency | None = None) -> dict[str, Any]:
    """Home for somebody not (yet) known: whom to ask, and a way to propose one's agency. `likely`:
    the agency their e-mail address speaks for."""
    blocks = [
        kit.header("Welcome"),
        kit.section(
            "I hold the action plan of this Community Safety Partnership. I only know its members, "
            "and I do not know you yet. Choose your agency, and a coordinator will confirm it."
        ),
    ]
    if agencies:
        select: Block = {
            "type": "static_select",
            "action_id": PROPOSE,
            "placeholder": kit.plain("My agency"),
            "options": [kit.option(agency.name, agency.code) for agency in agencies[:100]],
        }
        elements = [select]
        if likely is not None:
            label = f"I am from {likely.name}"
            elements.insert(0, kit.button(label, f"{PROPOSE}:likely", likely.code, style="primary"))
        blocks.append(kit.actions(*elements, block_id=PROPOSE))
    return {"type": "home", "blocks": blocks}


def first_day(*, sample: bool) -> dict[str, Any]:
    """Home of a coordinator while nothing is loaded: three steps, and (`sample`) a try first."""
    load = kit.button("Load the plan", LOAD_PLAN, "load", style="primary")
    blocks = [
        kit.header("Three steps to begin"),
        kit.section("*1. Send me your plan.* As it is: Excel, Word, LibreOffice or CSV.", load),
        kit.section(
            "*2. Check what I read.* I show it by place, with what I could not read. Nothing is "
            "stored before you press [Store]."
        ),
        kit.section(
            "*3. Say where I post, and add people.* When the plan is stored: `/csp channel here` "
            "in the partnership's channel; then [From the channel's members] and [Add a member] "
            "here, a list as a file, or members say which agency they are from and you confirm it."
        ),
    ]
    if sample:
        blocks += [kit.divider(), kit.section("Would you rather look around first?", _sample())]
    return {"type": "home", "blocks": blocks}


def _sample() -> Block:
    return kit.button(
        "Try it with a sample",
        TRY_SAMPLE,
        "sample",
        confirm=kit.confirm(
            "Load the sample plan?",
            "An illustrative plan that says so everywhere. Your own plan is loaded beside it, or "
            "in its place when it is of the same year.",
            "Load it",
            danger=False,
        ),
    )


SEND_PLAN = (
    "Attach your plan to a message here (.xlsx, .docx, .ods, .xls or .csv) and send it. I show you "
    "what I read before anything is stored."
)
SETTING_UP = "Your coordinator is setting this up: there is no plan here yet. Look in again soon."


def waiting() -> dict[str, Any]:
    """Home after a proposal."""
    return unready("Thank you. A coordinator has been asked to confirm your agency.")


def unready(message: str) -> dict[str, Any]:
    """Home while there is no plan to show."""
    return {"type": "home", "blocks": [kit.section(kit.escape(message))]}
