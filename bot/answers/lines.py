"""The lines answers are made of: one action, measure or update as a fact with its receipts.

Everything shown of an action goes through here, so that a sensitive one shows its reference and
status word and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from datetime import date

from bot.core.access import Caller
from bot.core.dataclass import dataclass
from bot.core.figures import distance, share_of, show_figure
from bot.core.plan import EVERYONE, Action, Measure, Update
from bot.core.progress import (
    Progress,
    Standing,
    count,
    meets,
    show_date,
    show_number,
    show_reading,
    unsaid,
)
from bot.core.quarters import Quarter
from bot.core.status import Labels
from bot.messages.reply import Answer, Line, Mode, Section, Step
from bot.reading.encoding import encoded
from bot.reading.wants import PAGE, Reading

FEW = 6
"""So many actions are shown with their last note; more only with status, lead and date."""
LONGEST_NAME = 40
MILESTONE = "milestone"  # the unit of a measure that is reached or not


@dataclass(frozen=True, slots=True)
class AnswerContext:
    """What an answer depends on besides the question. `sees` False = ref and status word only;
    `receipt`: the link to an update's notice; `before`: last year's plan; `coordinators`: names;
    `closes`: the day a quarter's returns close, where that is known."""

    progress: Progress
    caller: Caller
    today: date
    labels: Labels = field(default_factory=Labels)
    sees: Callable[[Action], bool] = lambda _: True
    receipt: Callable[[Update], str] = lambda _: ""
    before: Progress | None = None
    coordinators: Callable[[], tuple[str, ...]] = tuple
    closes: Callable[[Quarter], date | None] = lambda _: None

    def name(self, code: str) -> str:
        """An agency as it is shown in a line: its name, or its code when the name is long."""
        agency = self.progress.plan.agency(code)
        if agency is None:
            return "all agencies" if code == EVERYONE else code
        return agency.short if len(agency.short) <= LONGEST_NAME else agency.code

    def full_name(self, code: str) -> str:
        """An agency's whole name with its code: "County Police (CP)"."""
        agency = self.progress.plan.agency(code)
        return f"{agency.short} ({code})" if agency else self.name(code)

    def status(self, standing: Standing) -> str:
        """Mark and word of the declared status."""
        return str(self.labels.of(standing.status))


def joined(names: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    items = list(names)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def hidden(standing: Standing, context: AnswerContext) -> Line:
    """All that is shown of a sensitive action to someone without a need to know."""
    return Line(
        f"{standing.action.ref}: {context.status(standing)}",
        ref=standing.action.ref,
        detail="Sensitive: ask its lead agency or your coordinator.",
    )


def lead_names(action: Action, context: AnswerContext) -> str:
    """Who leads, in words that admit a blank or "All" in the plan; of a sensitive action, to those
    who may not see it, that this is not shown."""
    if not context.sees(action):
        return "not shown"
    if not action.leads:
        return "no lead named in the plan"
    if action.leads == (EVERYONE,):
        return "all agencies (no single owner)"
    return joined(context.name(code) for code in action.leads)


def due_words(standing: Standing, context: AnswerContext) -> str:
    """The due date now, with what is computed from it."""
    due = standing.due
    if due is None:
        return f"no due date ('{standing.action.timescale_raw or 'none given'}')"
    if standing.is_overdue(context.today):
        words = f"overdue by {count((context.today - due).days, 'day')}, due {show_date(due)}"
    else:
        words = f"due {show_date(due)}"
    before = standing.moves[0].before if standing.moves else None
    if before is not None:
        return f"{words}, moved from {show_date(before)}"
    assumed = standing.action.due_is_assumed and not standing.moves
    return f"{words}, taken from '{standing.action.timescale_raw}'" if assumed else words


def fresh_words(standing: Standing, context: AnswerContext) -> str:
    """When it was last reported, never as a status."""
    latest = standing.latest
    if latest is None:
        return "no update received"
    day = latest.at.date()
    days = (context.today - day).days
    if days <= 92:
        return f"updated {show_date(day)}"
    return f"no update since {show_date(day)} ({days} days)"


def standing_words(standing: Standing, context: AnswerContext) -> str:
    """ "On track · due 31 March 2019 · updated 4 September 2018"."""
    facts = (context.status(standing), due_words(standing, context), fresh_words(standing, context))
    return " · ".join(facts if standing.latest else facts[:2]) + "."


def action_line(standing: Standing, context: AnswerContext) -> Line:
    """One action in a list: reference, status, text; lead, due date and freshness below."""
    action = standing.action
    if not context.sees(action):
        return hidden(standing, context)
    facts = [lead_names(action, context), due_words(standing, context)]
    if standing.latest is not None:
        facts.append(fresh_words(standing, context))
    return Line(
        f"{action.ref}: {context.status(standing)}: {action.text}",
        ref=action.ref,
        detail=" · ".join(facts),
    )


def note_line(standing: Standing, context: AnswerContext) -> Line:
    """One action with its last note, for cards: who said what, when."""
    line = action_line(standing, context)
    latest = standing.latest
    if latest is None or not context.sees(standing.action):
        return line
    fresh = fresh_words(standing, context)
    facts = line.detail.removesuffix(f" · {fresh}")
    if standing.action.leads == (latest.agency,) and fresh.startswith("updated"):
        # Whose note it is stands before, and its day is said once.
        detail = f"{facts}. {fresh[0].upper()}{fresh[1:]}: {_note_words(latest)}"
    else:
        detail = f"{line.detail}. {report_words(latest, context)}"
    return Line(line.text, line.ref, detail, context.receipt(latest))


def report_words(update: Update, context: AnswerContext, *, dated: bool = True) -> str:
    """ "The police, 18 September 2018: 'A plan is due for refresh.'" with reason and remedy."""
    day = f", {show_date(update.at.date())}" if dated else ""
    return f"{context.name(update.agency)}{day}: {_note_words(update)}"


def _note_words(update: Update) -> str:
    words = [f"'{update.note}'"]
    if reason := unsaid(update.reason, update.note):
        words.append(f"Reason: {reason}")
    if remedy := unsaid(update.corrective_action, update.note):
        words.append(f"Corrective action: {remedy}")
    return " ".join(words)


def update_line(standing: Standing, update: Update, context: AnswerContext) -> Line:
    """One entry of an action's record."""
    label = context.labels.of(update.status)
    extra = []
    if update.readings:
        measure = standing.action.measures[0] if standing.action.measures else None
        value = show_figure(measure, update.readings[0]) if measure else show_number(update.reading)
        extra.append(f"figure {value}")
    if update.new_due is not None:
        extra.append(f"due date moved to {show_date(update.new_due)}")
    when = f"{show_date(update.at.date())} (Q{update.quarter.number})"
    ref, detail = standing.action.ref, report_words(update, context, dated=False)
    detail = " · ".join([detail, *extra])
    return Line(f"{when}: {ref} {label}", ref, detail, context.receipt(update))


def measure_line(standing: Standing, measure: Measure, context: AnswerContext) -> Line:
    """A measure with its last value, target and baseline; never a judgement of cause."""
    action = standing.action
    if not context.sees(action):
        return hidden(standing, context)
    facts = [_target_words(measure)]
    facts.append(
        f"baseline {show_reading(measure, measure.baseline)}"
        if measure.baseline is not None
        else (measure.baseline_raw and f"baseline '{measure.baseline_raw}'") or "no baseline"
    )
    if not measure.comparable:
        facts.append("not comparable with earlier periods")
    return Line(
        f"{action.ref}: {measure.text}: {reading_words(standing, measure)}",
        ref=action.ref,
        detail=" · ".join(facts),
    )


def _target_words(measure: Measure) -> str:
    if measure.target is None:
        return (
            f"target '{measure.target_raw}'" if measure.target_raw else "no target: monitored only"
        )
    if measure.unit == MILESTONE:
        return "a milestone: reached or not"
    good = {"higher": "higher is better", "lower": "lower is better", "monitor": "monitored only"}
    return f"target {_figure(measure, measure.target)} ({good[measure.direction]})"


def _figure(measure: Measure, value: float) -> str:
    """A figure as it is read aloud: a change with its sign."""
    if "change" not in measure.unit:
        return show_reading(measure, value)
    return f"{'+' if value > 0 else ''}{show_number(value)}%"


def reading_words(standing: Standing, measure: Measure) -> str:
    """ "130 of a target of 200 (65%, 70 to go), reported 13 September 2018 for Q2 2018-19"."""
    readings = standing.readings(measure)
    if not readings:
        return "not reported as reached yet" if measure.unit == MILESTONE else "no reading yet"
    last = readings[-1]
    value = str(share_of(last) or _figure(measure, last.value))
    if "change" in measure.unit and last.value:
        value += " (up)" if last.value > 0 else " (down)"
    if measure.target is None:
        against = value
    elif measure.unit == "count" and measure.target > 0:
        share = [f"{100 * last.value / measure.target:.0f}%", distance(measure, last.value)]
        figures = ", ".join(filter(None, share))
        against = f"{value} of a target of {show_reading(measure, measure.target)} ({figures})"
    else:
        verdict = "meets" if meets(measure, last.value) else "does not meet"
        target = _figure(measure, measure.target)
        far = distance(measure, last.value)
        against = f"{value}, which {verdict} the target of {target} so far{far and f' ({far})'}"
    dates = [u.at.date() for u in standing.updates if last in u.readings]
    when = f", reported {show_date(dates[-1])}" if dates else ""
    return f"{against}{when} for {last.period.label}"


def listed(
    heading: str, standings: Iterable[Standing], context: AnswerContext, page: int = 1
) -> Section:
    """A part with one page of actions; what follows is named by reference, so nothing is lost."""
    items = list(standings)
    shown, rest = one_page(items, page)
    line = note_line if len(items) <= FEW else action_line
    if page > 1 and not heading:
        first = (page - 1) * PAGE + 1
        heading = f"{first} to {first + len(shown) - 1} of {len(items)}"
    return Section(heading, (*(line(standing, context) for standing in shown), *rest))


def one_page(items: Sequence[Standing], page: int) -> tuple[Sequence[Standing], tuple[Line, ...]]:
    """One page of actions, and the line that names what follows it."""
    start = (page - 1) * PAGE
    shown, rest = items[start : start + PAGE], items[start + PAGE :]
    if not rest:
        return shown, ()
    names = ", ".join(standing.action.ref for standing in rest[:60])
    return shown, (Line(f"And {len(rest)} more: {names}"),)


LAST = Answer(Mode.ANSWER, "That was the last of them.", bare=True)


def past_the_end(reading: Reading, number: int) -> bool:
    """Whether "more" was said after the last page."""
    return reading.page > 1 and (reading.page - 1) * PAGE >= number


def ask(label: str, reading: Reading) -> Step:
    """A button that asks a question: it holds the reading, never words."""
    return Step(label, "ask", encoded(reading))


def more_steps(reading: Reading, number: int) -> tuple[Step, ...]:
    """[More], while there is more than this page of `number` items."""
    if number <= PAGE * reading.page:
        return ()
    return (ask("More", replace(reading, page=reading.page + 1)),)
