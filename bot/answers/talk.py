"""Answers in words: help, greetings, short forms, facts of the plan, and every kind "no"."""

from __future__ import annotations

from bot.answers.lines import AnswerContext, ask
from bot.answers.selection import refs_in
from bot.core.access import Permission, allowed
from bot.messages.reply import Answer, Choice, Line, Mode, Section, Step
from bot.reading.encoding import encoded
from bot.reading.expression import Overdue
from bot.reading.glossary import meanings
from bot.reading.wants import Kind, Reading, Want

_TRY = (
    ask("Priorities", Reading(Want(Kind.OVERVIEW))),
    ask("What is overdue?", Reading(Want(), Overdue())),
)
_HELD = "I hold only the action plan and the updates agencies send to it"


def help_(_reading: Reading, context: AnswerContext) -> Answer:
    """What can be asked, in examples, and what is held about people."""
    ref = context.progress.plan.actions[0].ref if context.progress.plan.actions else "ASB1"
    lines = (
        "an action: its reference, or 'who leads on needles'",
        "a priority: 'domestic abuse', or everyday words such as 'stolen bikes'",
        "lists: 'my actions', 'overdue', 'red police actions due before Christmas'",
        "figures: 'how many are green', 'target for home safety visits'",
        "the record: 'what changed since Q1', 'when did it go amber and why'",
        *([f"to report progress: /csp update {ref}"] if _reports(context) else []),
    )
    return Answer(
        Mode.ANSWER,
        "You can ask me about the action plan in your own words. For example:",
        parts=(Section("", tuple(Line(line) for line in lines)),),
        steps=_TRY,
        footnote="I hold the plan, officers' work identity, statuses and totals; never anything "
        "about victims, suspects or residents. In an emergency ring 999.",
    )


def _reports(context: AnswerContext) -> bool:
    return allowed(context.caller, Permission.REPORT)


def how_to_update(reading: Reading, _asking: AnswerContext) -> Answer:
    """How progress is reported; of an order to set a status, that nothing was saved."""
    ref = next(iter(refs_in(reading.over)), "REF")
    ordered = reading.want.term == "order"
    return Answer(
        Mode.DECLINE if ordered else Mode.ANSWER,
        "Nothing was saved. "
        * ordered
        + "To report progress, type /csp update, then the reference, the status and a short note. "
        "/csp update alone opens the form. Only the lead agency or a coordinator can update.",
        steps=(Step("Update", "update", ref),) if ref != "REF" else (),
    )


def greeting(_reading: Reading, _asking: AnswerContext) -> Answer:
    """Hello, with two things to try."""
    return Answer(
        Mode.ANSWER, "Hello. Ask me about any action, priority or agency in the plan.", steps=_TRY
    )


def thanks(_reading: Reading, _asking: AnswerContext) -> Answer:
    """You're welcome."""
    return Answer(Mode.ANSWER, "Happy to help. Ask me any time.")


def emergency(reading: Reading, context: AnswerContext) -> Answer:
    """999 and 101 before anything else, and who listens; the bot handles no case."""
    police = _police(context)
    lines = [
        "If you cannot speak on a 999 call from a mobile, press 55 when asked.",
        "I am a bot about the action plan: nobody reads this as a report, and I do not pass it on.",
    ]
    if reading.want.term == "despair":
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


def _police(context: AnswerContext) -> str:
    """The police force of the plan by its name, or "the police"."""
    named = (a.short for a in context.progress.plan.agencies if a.is_called("police"))
    return next(named, "the police")


def manage(_reading: Reading, _asking: AnswerContext) -> Answer:
    """What manages the plan is not a question: what exists for it."""
    lines = (
        "A due date or a lead: /csp propose and the reference asks the coordinators; a date also "
        "moves with an update (/csp update and the reference).",
        "Coordinators change an action with /csp edit, or import the plan's document again: every "
        "change is shown first.",
        "Reminders and the quarter's summary go out by themselves on their days; "
        "/csp summary shows one now. Coordinators: [Nudge] under /csp missing writes at once.",
        "Agencies and people: /csp join, and for coordinators /csp member.",
    )
    return Answer(
        Mode.DECLINE,
        "I cannot do that from a question.",
        parts=(Section("What there is for it", tuple(Line(line) for line in lines)),),
        steps=_TRY[:1],
    )


def personal(_reading: Reading, _asking: AnswerContext) -> Answer:
    """Nothing about identifiable people, and where to take it instead."""
    return Answer(
        Mode.REFUSE,
        "I cannot help with that: I hold no personal information about anyone, and it should not "
        "be asked or posted here. Please speak to the Community Safety Unit directly.",
    )


def outside(reading: Reading, context: AnswerContext) -> Answer:
    """One kind sentence, and the nearest thing the plan does hold."""
    near = [context.progress.standing(ref).action for ref in refs_in(reading.over)[:2]]
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


def unplaced(_reading: Reading, _asking: AnswerContext) -> Answer:
    """What could not be placed is said so, with what works."""
    return Answer(
        Mode.DECLINE,
        f"Sorry, I could not match that to the plan. {_HELD}. "
        "Try a reference, a priority, an agency, or other words for it.",
        steps=_TRY,
    )


def choose(reading: Reading, _asking: AnswerContext) -> Answer:
    """The question back, with at most five buttons and "none of these"."""
    what = f" by '{reading.want.term}'" if reading.want.term else ""
    if not reading.offers:
        return Answer(
            Mode.CLARIFY,
            f"Which action do you mean{what}? I hold no question of yours here from the last "
            "minutes: type its reference, or a few words of it.",
            steps=_TRY,
        )
    offered = [Choice(label, encoded(meant)) for label, meant in reading.offers[:5]]
    asked = f"Which did you mean{what}?" if len(offered) > 1 else "Did you mean this?"
    none = "None of these" if len(offered) > 1 else "No, something else"
    last = Choice(none, encoded(Reading(Want(Kind.HELP))))
    return Answer(Mode.CLARIFY, asked, choices=(*offered, last))


def glossary(reading: Reading, context: AnswerContext) -> Answer:
    """What a short form stands for; when it has two meanings, both."""
    name = reading.want.term
    known_meanings = meanings(name, context.progress.plan)
    if not known_meanings:
        return Answer(
            Mode.DECLINE,
            f"I do not know what {name} stands for: neither the plan nor my list of the field's "
            "short forms has it. Please ask whoever used it.",
            steps=_TRY,
        )
    if len(known_meanings) == 1:
        parts = _in_plan(reading, context)
        return Answer(
            Mode.ANSWER, _spelt_out(name, known_meanings[0]), parts, refs=refs_in(reading.over)
        )
    lines = tuple(Line(f"{meaning}.") for meaning in known_meanings)
    return Answer(
        Mode.ANSWER, f"{name} has more than one meaning here:", parts=(Section("", lines),)
    )


def _spelt_out(name: str, meaning: str) -> str:
    """ "IOM: integrated offender management", and a whole word only once."""
    holds_name = meaning.lower().startswith(name.lower())
    text = meaning if holds_name else f"{name}: {meaning}"
    return f"{text[0].upper()}{text[1:]}."


def _in_plan(reading: Reading, context: AnswerContext) -> tuple[Section, ...]:
    """The actions the short form is met in."""
    actions = [context.progress.standing(ref).action for ref in refs_in(reading.over)]
    lines = tuple(Line(f"{a.ref}: {a.text}", ref=a.ref) for a in actions if context.sees(a))
    return (Section("In the plan", lines),) if lines else ()


def not_named(reading: Reading, context: AnswerContext) -> Answer:
    """A body the plan gives no part: said so, with who is in it."""
    number = len(context.progress.plan.agencies)
    return Answer(
        Mode.DECLINE,
        f"The plan does not name {reading.want.term}: it leads and supports no action. "
        f"{number} agencies are named in it.",
        steps=(ask("Who is in the plan?", Reading(Want(Kind.FACT, term="partners"))),),
    )
