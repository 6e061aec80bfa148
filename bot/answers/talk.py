"""Answers in words: help, greetings, short forms, facts of the plan, and every kind "no"."""

from __future__ import annotations

from bot.answers.lines import AnswerContext, joined
from bot.core.progress import show_date
from bot.core.quarters import Quarter, quarters_between
from bot.core.reply import Answer, Choice, Line, Mode, Section, Step
from bot.core.status import Status
from bot.questions.cues import lines as cue_lines
from bot.questions.glossary import ENTRIES, Term
from bot.questions.question import Question
from bot.questions.words import normal

_TRY = (
    Step("Priorities", "ask", "what are our priorities"),
    Step("What is overdue?", "ask", "overdue"),
)
_HELD = "I hold only the action plan and the updates agencies send to it"


def help_(_question: Question, context: AnswerContext) -> Answer:
    """What can be asked, in examples, and what is held about people."""
    ref = context.progress.plan.actions[0].ref if context.progress.plan.actions else "ASB1"
    lines = (
        "an action: its reference, or 'who leads on needles'",
        "a priority: 'domestic abuse', or everyday words such as 'stolen bikes'",
        "lists: 'my actions', 'overdue', 'red police actions due before Christmas'",
        "figures: 'how many are green', 'target for home safety visits'",
        "the record: 'what changed since Q1', 'when did it go amber and why'",
        f"to report progress: /csp update {ref}",
    )
    return Answer(
        Mode.ANSWER,
        "You can ask me about the action plan in your own words. For example:",
        parts=(Section("", tuple(Line(line) for line in lines)),),
        steps=_TRY,
        footnote="I hold the plan, officers' work identity, statuses and totals; never anything "
        "about victims, suspects or residents. In an emergency ring 999.",
    )


def how_to_update(question: Question, _asking: AnswerContext) -> Answer:
    """How progress is reported: nothing is changed by context."""
    ref = next(iter(question.filters.refs), "REF")
    return Answer(
        Mode.ANSWER,
        "To report progress, type /csp update, then the reference, the status and a short note. "
        "/csp update alone opens the form. Only the lead agency or a coordinator can update.",
        steps=(Step("Update", "update", ref),) if ref != "REF" else (),
    )


def greeting(_question: Question, _asking: AnswerContext) -> Answer:
    """Hello, with two things to try."""
    return Answer(
        Mode.ANSWER, "Hello. Ask me about any action, priority or agency in the plan.", steps=_TRY
    )


def thanks(_question: Question, _asking: AnswerContext) -> Answer:
    """You're welcome."""
    return Answer(Mode.ANSWER, "Happy to help. Ask me any time.")


def emergency(question: Question, context: AnswerContext) -> Answer:
    """999 and 101 before anything else, and who listens; the bot handles no case."""
    police = "Kent Police" if context.progress.plan.agency("KP") else "the police"
    lines = [
        "If you cannot speak on a 999 call from a mobile, press 55 when asked.",
        "I am a bot about the action plan: nobody reads this as a report, and I do not pass it on.",
    ]
    if _DESPAIR.search(normal(question.text)):
        lines.insert(
            0,
            "You can talk to somebody now: Samaritans on 116 123, day and night, free; or NHS 111, "
            "the mental health option.",
        )
    return Answer(
        Mode.ANSWER,
        "If anyone is in danger or a crime is happening now, ring 999. "
        f"If it is not an emergency, report it to {police} on 101.",
        parts=(Section("", tuple(Line(line) for line in lines)),),
        bare=True,
    )


_DESPAIR = cue_lines(r"""
(?:kill|hurt|harm|hang|cut) (?:myself|himself|herself|themselves)|(?:want|wants|going) to die
suicidal|suicide|end (?:it all|my life|his life|her life|it)|jump
""")


def personal(_question: Question, _asking: AnswerContext) -> Answer:
    """Nothing about identifiable people, and where to take it instead."""
    return Answer(
        Mode.REFUSE,
        "I cannot help with that: I hold no personal information about anyone, and it should not "
        "be asked or posted here. Please speak to the Community Safety Unit directly.",
    )


def outside(question: Question, context: AnswerContext) -> Answer:
    """One kind sentence, and the nearest thing the plan does hold."""
    near = [context.progress.standing(ref).action for ref in question.filters.refs[:2]]
    near = [action for action in near if context.sees(action)]
    parts: tuple[Section, ...] = ()
    if near:
        lines = tuple(Line(f"{a.ref}: {a.text}", ref=a.ref) for a in near)
        parts = (Section("The nearest the plan holds", lines),)
    return Answer(
        Mode.DECLINE,
        f"Sorry, I cannot answer that. {_HELD}: no crime figures, other areas, meetings or news.",
        parts=parts,
        steps=_TRY,
        refs=tuple(action.ref for action in near),
    )


def unplaced(_question: Question, _asking: AnswerContext) -> Answer:
    """What could not be placed is said so, with what works."""
    return Answer(
        Mode.DECLINE,
        f"Sorry, I could not match that to the plan. {_HELD}. "
        "Try a reference, a priority, an agency, or other words for it.",
        steps=_TRY,
    )


def choose(question: Question, _asking: AnswerContext) -> Answer:
    """The question back, with at most five buttons and "none of these"."""
    what = f" by '{question.term}'" if question.term else ""
    offered = question.choices[:5]
    asked = f"Which did you mean{what}?" if len(offered) > 1 else "Did you mean this?"
    none = "None of these" if len(offered) > 1 else "No, something else"
    return Answer(Mode.CLARIFY, asked, choices=(*offered, Choice(none, "help")))


def glossary(question: Question, context: AnswerContext) -> Answer:
    """What a short form stands for; when it has two meanings, both."""
    entry = next(e for e in ENTRIES if e.name == question.term)
    if len(entry.meanings) == 1:
        return Answer(
            Mode.ANSWER,
            _spelt_out(entry),
            parts=_in_plan(question, context),
            refs=question.filters.refs,
        )
    lines = tuple(Line(f"{meaning}.") for meaning in entry.meanings)
    return Answer(
        Mode.ANSWER, f"{entry.name} has more than one meaning here:", parts=(Section("", lines),)
    )


def _spelt_out(entry: Term) -> str:
    """ "IOM: integrated offender management", and a whole word only once."""
    meaning = entry.meanings[0]
    said = meaning if meaning.lower().startswith(entry.name.lower()) else f"{entry.name}: {meaning}"
    return f"{said[0].upper()}{said[1:]}."


def _in_plan(question: Question, context: AnswerContext) -> tuple[Section, ...]:
    """The actions the short form is met in."""
    actions = [context.progress.standing(ref).action for ref in question.filters.refs]
    lines = tuple(Line(f"{a.ref}: {a.text}", ref=a.ref) for a in actions if context.sees(a))
    return (Section("In the plan", lines),) if lines else ()


def fact(question: Question, context: AnswerContext) -> Answer:
    """A fact of the plan: from the document, or computed from its period and members."""
    made = {
        "period": _period,
        "quarters": _quarters,
        "next update": _next_update,
        "statuses": _statuses,
        "partners": _members,
        "marking": _marking,
    }.get(question.term)
    if made is not None:
        return made(context)
    if question.term in _OF_THE_BOT:
        return Answer(Mode.ANSWER, _OF_THE_BOT[question.term])
    stems = {"approved": "approv", "considered": "consider", "monitoring": "monitor"}
    wanted = stems.get(question.term, question.term)
    found = [
        f"{name.capitalize()}: {said}."
        for name, said in context.progress.plan.facts
        if wanted in name.lower().replace("_", " ")
    ]
    if found:
        return Answer(Mode.ANSWER, " ".join(found))
    return Answer(Mode.DECLINE, f"The plan I hold does not say. {_HELD}.", steps=_TRY)


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
    "privacy": "Answers to commands and direct messages are seen by you alone; what is asked in a "
    "channel is answered there. I hold the plan, officers' work identity, statuses and totals. "
    "Questions I could not place are kept for the coordinators without your name.",
}


_MEANINGS: tuple[tuple[Status | None, str], ...] = (
    (Status.ON_TRACK, " (green): expected to be done by its due date"),
    (Status.AT_RISK, " (amber): some concern; it may miss its date or its measure"),
    (Status.OFF_TRACK, " (red): will not be done as planned; its lead says what is done about it"),
    (Status.COMPLETE, " (blue): done"),
    (Status.NOT_STARTED, ": work has not begun, as its lead agency says"),
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
    return Answer(
        Mode.ANSWER,
        f"Progress is reported once a quarter. {quarter} ends on {show_date(quarter.ends)}: "
        "updates for it are due by then.",
        steps=(Step("Who has not reported?", "ask", "who has not updated for last quarter"),),
    )


def not_named(question: Question, context: AnswerContext) -> Answer:
    """A body the plan gives no part: said so, with who is in it."""
    number = len(context.progress.plan.agencies)
    return Answer(
        Mode.DECLINE,
        f"The plan does not name {question.term}: it leads and supports no action. "
        f"{number} agencies are named in it.",
        steps=(Step("Who is in the plan?", "ask", "which agencies are in the partnership"),),
    )


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


def _marking(context: AnswerContext) -> Answer:
    plan = context.progress.plan
    return Answer(
        Mode.ANSWER,
        f"The plan is marked {plan.marking}. A sensitive action shows only its reference and "
        "status word to people who do not need more.",
    )
