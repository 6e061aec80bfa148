"""Facts of the plan and of the bot: from the document, or computed from its period and members."""

from __future__ import annotations

from bot.answers.lines import AnswerContext, ask, joined
from bot.core.plan import Plan
from bot.core.progress import show_date
from bot.core.quarters import Quarter, quarters_between
from bot.core.status import Status
from bot.messages.reply import Answer, Line, Mode, Section, Step
from bot.reading.expression import Closed, Not, Reported, all_of
from bot.reading.wants import Kind, Reading, Want

_NOT_HELD = (
    "The plan I hold does not say. I hold only the action plan and the updates agencies send to it."
)


def fact(reading: Reading, context: AnswerContext) -> Answer:
    """A fact of the plan: from the document, or computed from its period and members."""
    made = {
        "period": _period,
        "quarters": _quarters,
        "next update": _next_update,
        "statuses": _statuses,
        "partners": _members,
        "marking": _marking,
        "coordinators": _coordinators,
        "away": _away,
        "purpose": _purpose,
        "source": _source,
        "contact": _contact,
    }.get(reading.want.term)
    if made is not None:
        return made(context)
    if reading.want.term in _OF_THE_BOT:
        steps = (Step("Show the summary", "ask", "summary"),) * (reading.want.term == "summary")
        return Answer(Mode.ANSWER, _OF_THE_BOT[reading.want.term], steps=steps)
    stems = {"approved": "approv", "considered": "consider", "monitoring": "monitor"}
    wanted = stems.get(reading.want.term, reading.want.term)
    if facts := plan_says(wanted, context.progress.plan):
        return Answer(Mode.ANSWER, " ".join(facts))
    if wanted == "monitor":
        return _next_update(context)
    return Answer(Mode.DECLINE, _NOT_HELD)


def plan_says(wanted: str, plan: Plan) -> list[str]:
    """The sentences of the plan about itself whose heading holds what is wanted."""
    return [
        f"{name.capitalize()}: {value}."
        for name, value in plan.facts
        if wanted in name.lower().replace("_", " ")
    ]


def _period(context: AnswerContext) -> Answer:
    plan = context.progress.plan
    return Answer(
        Mode.ANSWER,
        f"{plan.title} {plan.year} runs from {show_date(plan.starts)} to {show_date(plan.ends)}.",
    )


def _quarters(context: AnswerContext) -> Answer:
    plan = context.progress.plan
    lines = tuple(
        Line(f"{q}: {show_date(q.starts)} to {show_date(q.ends)}")
        for q in quarters_between(plan.starts, plan.ends)
    )
    return Answer(
        Mode.ANSWER,
        f"Today is in {Quarter.of(context.today)}. Quarters follow the financial year:",
        parts=(Section("", lines),),
    )


_OF_THE_BOT = {
    "join": "To act for an agency, type /csp join and its name; a coordinator confirms it. "
    "Coordinators see and assign members with /csp member.",
    "correct": "An update stays in the record. Send another one to put it right; a coordinator can "
    "take its words out with /csp redact and the reference.",
    "summary": "/csp summary shows you the quarter's summary; add a quarter, such as Q2. On its "
    "day it is posted to the partnership's channel by itself.",
    "roles": "The lead agency answers for an action and reports on it each quarter; joint leads "
    "share that. Partners (supporters) help with it and do not report.",
    "nature": "I am a program, no person, and no AI service: I match words to the plan by fixed "
    "rules. I can misread you, so an answer says what it is about, and I understand English "
    "only. What I could not place goes to the coordinators, who can teach me words.",
    "copy": "/csp pack sends you a quarter's committee paper as files. Coordinators have the plan "
    "and its history sent as a workbook with /csp export.",
    "chasing": "Lead officers are reminded before a quarter's returns close. What has not been "
    "reported stands as 'no update received' in the summary; /csp missing shows it to "
    "coordinators.",
    "privacy": "Answers to commands and direct messages are seen by you alone; what is asked in a "
    "channel is answered there. An update is read by every member; the channel hears of changes of "
    "status. I hold the plan, officers' work identity, statuses and totals. "
    "Questions I could not place are kept for the coordinators without your name.",
}


_MEANINGS: tuple[tuple[Status | None, str], ...] = (
    (Status.ON_TRACK, " (green): expected to be done by its due date"),
    (Status.AT_RISK, " (amber): some concern; it may miss its date or its measure"),
    (Status.OFF_TRACK, " (red): will not be done as planned; its lead says what is done about it"),
    (Status.COMPLETE, " (blue): done"),
    (Status.NOT_STARTED, ": work has not begun, as its lead agency says"),
    (Status.DEFERRED, ": put off by decision, so neither late nor failed"),
    (Status.CANCELLED, ": will not be done, by decision"),
    (None, ": its lead agency has not reported yet; neither red nor amber"),
)


def _statuses(context: AnswerContext) -> Answer:
    """The statuses an agency declares, in words, and what is computed beside them."""
    lines = [Line(f"{context.labels.of(status)}{meaning}.") for status, meaning in _MEANINGS]
    lines.append(Line("Overdue is computed: the due date has passed and it is not complete."))
    return Answer(
        Mode.ANSWER,
        "The lead agency declares the status of its action:",
        parts=(Section("", tuple(lines)),),
    )


def _next_update(context: AnswerContext) -> Answer:
    quarter = Quarter.of(context.today)
    begun = ((q, context.closes(q)) for q in (quarter.previous, quarter))
    ahead = (
        f"Returns for {q} close on {show_date(d)}." for q, d in begun if d and d >= context.today
    )
    ends = f"{quarter} ends on {show_date(quarter.ends)}."
    return Answer(
        Mode.ANSWER,
        " ".join(["Progress is reported once a quarter.", ends, *ahead]),
        steps=(ask("Who has not reported?", _not_reported(quarter)),),
    )


def _not_reported(quarter: Quarter) -> Reading:
    """Who has not reported for the quarter before."""
    return Reading(Want(), all_of(Not(Reported(quarter.previous)), Not(Closed())))


def _members(context: AnswerContext) -> Answer:
    agencies = context.progress.plan.agencies
    statutory = joined(a.short for a in agencies if a.responsible)
    others = joined(a.short for a in agencies if not a.responsible)
    return Answer(
        Mode.ANSWER,
        f"{len(agencies)} agencies are named in the plan.",
        parts=(
            Section("Responsible authorities", (Line(f"{statutory}."),) if statutory else ()),
            Section("Other partners", (Line(f"{others}."),) if others else ()),
        ),
    )


def _coordinators(context: AnswerContext) -> Answer:
    names = context.coordinators()
    verb = "co-ordinates" if len(names) == 1 else "co-ordinate"
    who = f"{joined(names)} {verb} the plan." if names else "I hold no name of a coordinator yet."
    return Answer(Mode.ANSWER, f"{who} {_OF_THE_BOT['join']}")


def _contact(context: AnswerContext) -> Answer:
    """Whom to ask: the coordinators, for no numbers or addresses of anybody are held."""
    names = context.coordinators()
    ask_them = f"Ask {joined(names)}, who co-ordinates the plan" if names else "Ask a coordinator"
    return Answer(
        Mode.ANSWER,
        f"I hold no telephone numbers or addresses. {ask_them}. I do know which agency leads what: "
        "name an action or a subject.",
    )


def _purpose(context: AnswerContext) -> Answer:
    plan = context.progress.plan
    return Answer(
        Mode.ANSWER,
        f"The plan says what the partnership does in {plan.year}: {len(plan.actions)} actions "
        f"under {len(plan.priorities)} priorities, who leads each, by when, how it is measured. "
        "By the Crime and Disorder Act 1998 council, police, fire and rescue, health and probation "
        "work together on it as a community safety partnership; its priorities come from the "
        "yearly strategic assessment.",
        steps=(ask("Priorities", Reading(Want(Kind.OVERVIEW))),),
    )


def _source(context: AnswerContext) -> Answer:
    """Where it all comes from, and how new it is."""
    newest = max((u.at.date() for s in context.progress.standings for u in s.updates), default=None)
    latest = f" The newest update is of {show_date(newest)}." if newest else ""
    return Answer(
        Mode.ANSWER,
        "From the partnership's action plan, and from the updates its lead agencies send: their "
        f"own words and figures, each shown with its day. I check no figure.{latest}",
    )


def _away(_context: AnswerContext) -> Answer:
    return Answer(
        Mode.ANSWER,
        "Choose the last day you are away: until after it I send you no reminders, ask your "
        "deputies instead and tell your coordinators.",
        steps=(Step("I'm away until…", "away", ""),),
    )


def _marking(context: AnswerContext) -> Answer:
    plan = context.progress.plan
    return Answer(
        Mode.ANSWER,
        f"The plan is marked {plan.marking}. A sensitive action shows only its reference and "
        "status word to people who do not need more.",
    )
