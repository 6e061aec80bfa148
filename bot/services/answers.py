"""Answering what a member asks: one reading of the record, the same answer at every door."""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from bot.answers.answer import answer_reading
from bot.answers.lines import AnswerContext
from bot.areas import Area
from bot.core.access import Caller, Permission, Role, require
from bot.core.dataclass import dataclass
from bot.core.errors import Unusable
from bot.core.plan import Plan, Update
from bot.core.progress import Progress
from bot.core.quarters import Quarter
from bot.core.sensitive import hidden_from, masked
from bot.core.years import is_of
from bot.messages.reply import Answer, Mode
from bot.quarterly.facts import AfterClose
from bot.quarterly.sign_off import changed_words
from bot.reading.dated import Asker
from bot.reading.encoding import decoded
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.typed_year import asks_what_is_held, plan_year, year_asked
from bot.reading.wants import Reading
from bot.services import conversations, deliveries, learning
from bot.services.context import Context
from bot.services.owed import with_owed
from bot.services.posted import permalink
from bot.services.reissues import corrections
from bot.services.years import held_words, plan_before, plan_for
from bot.store.store import Records


def answer(
    context: Context, caller: Caller, text: str, *, place: str = "", shared_in: str = ""
) -> Answer:
    """The answer to `text`; `place` (thread, channel or person) is where a follow-up belongs.

    `text` is what was typed, or the encoded reading of a button. `shared_in`: the channel everybody
    reads the answer in; empty when only the caller does. One read transaction; nothing is written.
    Raises NotAllowed for people the partnership does not know, NotFound when no plan is loaded.
    """
    context = context.of(caller)
    require(caller, Permission.READ)
    today = context.today()
    with context.store.reading(caller.workspace, caller.seen) as records:
        # Nothing else is in an answer: not who asks, beyond what they may see and call ours.
        asks = replace(caller, user="", name="", team="")
        key = (text, asks, shared_in, today)
        remembered = records.versioned.find_answer(key)
        if not remembered and (of_years := _about_years(records, text, today)):
            return of_years
        reading, answered = remembered or _answered(
            records, context, caller, _Asked(text, place, shared_in), key
        )
        reader = _reader(records, caller, shared_in)
        shown = with_owed(records, context, caller, reader, text, reading, answered)
    conversations.keep(context, caller, place, reading, answered.refs)
    return shown


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked, where, and the channel everybody reads the answer in."""

    text: str
    place: str
    shared_in: str


def _answered(
    records: Records, context: Context, caller: Caller, asked: _Asked, key: Hashable
) -> tuple[Reading, Answer]:
    """The reading and its answer, made anew; kept under `key` when nothing else could change it."""
    meant, today, text = _plan_meant(records, asked.text, context.today())
    hidden = hidden_from(_reader(records, caller, asked.shared_in), meant.plan)
    masked_key = ("masked", meant.plan.year, hidden)
    progress = records.keep(masked_key, lambda: masked(meant, hidden))
    earlier = conversations.Earlier(records, context, caller, asked.place)
    receipts = _Receipts(records, caller)
    reading = decoded(asked.text)
    if reading is None:
        index = _index(records, progress.plan, hidden, context.area(meant.plan))
        reading = read(text, index, today, _asker(caller), earlier)
    answer_context = AnswerContext(
        progress,
        caller,
        today,
        context.labels,
        sees=lambda action: action.ref not in hidden,
        receipt=receipts.link,
        before=_year_before(records, caller, meant.plan),
        coordinators=lambda: tuple(m.name for m in records.members.coordinators() if m.name),
        closes=context.timetable.closes,
    )
    answered = answer_reading(_known(reading, progress.plan), answer_context)
    answered = _with_corrections(records, context, reading, answered)
    if not (earlier.asked or receipts.awaited):
        records.versioned.keep_answer(key, (reading, answered))
    return reading, answered


def write_behind(context: Context) -> None:
    """What answers leave to be kept, written once they have gone out: no question waits for it, and
    none fails with it. With a database in trouble it is forgotten, as when a process dies."""
    deliveries.answered(context)
    for write in (partial(conversations.write, context), learning.write_noted):
        with suppress(Unusable):
            write()


def _about_years(records: Records, text: str, today: date) -> Answer | None:
    """What is held, when that is asked or when the plan of a year is asked for that is not held;
    None for every other question, for a button's reading, and while nothing is held."""
    year, of_held = year_asked(text, today), asks_what_is_held(text)
    if not (year or of_held) or decoded(text) is not None:
        return None
    held = records.plans.held()
    if held and year and not any(is_of(plan, year) for plan in held):
        return Answer(Mode.DECLINE, f"I hold no {year} plan. {held_words(held)}")
    return Answer(Mode.ANSWER, held_words(held)) if held and of_held else None


def _plan_meant(records: Records, text: str, today: date) -> tuple[Progress, date, str]:
    """The plan of the year a text names, when it is held, the day it is looked at (within the
    plan's own time) and the text to read in it; else the one people mean today."""
    held = {plan.year for plan in records.plans.held()}
    year, rest = plan_year(text, held, today)
    progress = plan_for(records, today, year)
    plan = progress.plan
    return progress, min(today, plan.ends) if year else today, rest


def _year_before(records: Records, caller: Caller, plan: Plan) -> Progress | None:
    """The plan of the year before as the asker may see it, when it is held."""
    earlier = plan_before(records, plan)
    return masked(earlier, hidden_from(caller, earlier.plan)) if earlier else None


def _asker(caller: Caller) -> Asker:
    """Whose actions "ours" are: a lead officer's "we" is the agency."""
    return Asker(tuple(caller.agencies), caller.role is Role.LEAD)


def _with_corrections(
    records: Records, context: Context, reading: Reading, answered: Answer
) -> Answer:
    """With what reached the quarters asked about after they were closed, of the actions shown."""
    lines = [
        f"{quarter}: {changed_words(change, context.labels)}."
        for quarter in reading.want.quarters
        for change in _corrected(records, context, quarter)
        if change.about.partition("/")[0] in answered.refs
    ]
    return replace(answered, footnote=" ".join(filter(None, [answered.footnote, *lines])))


def _corrected(records: Records, context: Context, quarter: Quarter) -> tuple[AfterClose, ...]:
    return records.keep(("after close", quarter), lambda: corrections(records, context, quarter))


def _known(reading: Reading, plan: Plan) -> Reading:
    """A reading made for another version of the plan names nothing this one lacks."""
    return reading if reading.fits(plan) else Reading()


class _Receipts:
    """Links to the notices of updates. `awaited`: one was not posted yet, and may be any moment."""

    def __init__(self, records: Records, caller: Caller) -> None:
        self._records, self._site = records, caller.site
        self.awaited = False

    def link(self, update: Update) -> str:
        """The link to the notice of an update, when it made one and the workspace is known."""
        if not self._site:
            return ""
        post = self._records.outbox.get(f"update:{update.id}")
        link = permalink(self._site, post)
        self.awaited |= post is not None and not link
        return link


def _reader(records: Records, caller: Caller, shared_in: str) -> Caller | None:
    """Whose right counts: the caller's own; in a channel nobody's, unless it is one of those named
    for sensitive actions, where everybody there may read them."""
    if not shared_in:
        return caller
    named = shared_in in records.settings.private_channels()
    return replace(caller, role=Role.COORDINATOR) if named else None


def _index(records: Records, plan: Plan, hidden: frozenset[str], area: Area) -> Index:
    """The index of the plan in which the words of `hidden` actions are unknown (few: a role's, an
    agency's), built again only when the plan or its taught words change."""
    taught = records.taught_words.all()
    key = ("index", records.plans.edition(plan.year), hidden, taught, area.title)
    return records.keep_for_good(key, lambda: Index(plan, taught, area))
