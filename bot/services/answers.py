"""Answering what a member asks: one reading of the record, the same answer at every door."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import answer_question
from bot.answers.lines import AnswerContext
from bot.core.access import Caller, Permission, Role, require
from bot.core.outgoing import permalink
from bot.core.plan import Plan, Update
from bot.core.reply import Answer
from bot.core.sensitive import hidden_from, masked
from bot.questions.lexicon import Lexicon
from bot.questions.questions import understand
from bot.services import talks
from bot.services.context import Context
from bot.services.years import plan_before, plan_for
from bot.store.store import Records


def answer(
    context: Context, caller: Caller, text: str, *, place: str = "", shared_in: str = ""
) -> Answer:
    """The answer to `text`; `place` (thread, channel or person) is where a follow-up belongs.

    `shared_in`: the channel everybody reads the answer in; empty when only the caller does.
    Raises NotAllowed for people the partnership does not know, NotFound when no plan is loaded.
    """
    require(caller, Permission.READ)
    with context.store.reading(caller.workspace, caller.seen) as records:
        whole = plan_for(records, context.today())
        hidden = hidden_from(_reader(records, caller, shared_in), whole.plan)
        key = ("masked", whole.plan.year, hidden)
        progress = records.keep(key, lambda: masked(whole, hidden))
        lexicon = _lexicon(records, progress.plan, hidden)
        earlier = plan_before(records, whole.plan)
        before = talks.before(records, context, caller, place)
    question = understand(text, lexicon, context.today(), before)
    talks.keep(context, caller, place, question)
    answer_context = AnswerContext(
        progress,
        caller,
        context.today(),
        context.labels,
        sees=lambda action: action.ref not in hidden,
        receipt=lambda update: _receipt(context, caller, update),
        before=masked(earlier, hidden_from(caller, earlier.plan)) if earlier else None,
    )
    return answer_question(question, answer_context)


def _receipt(context: Context, caller: Caller, update: Update) -> str:
    """The link to the notice of an update, when it made one."""
    if not caller.site:
        return ""
    with context.store.reading(caller.workspace) as records:
        return permalink(caller.site, records.outbox.get(f"update:{update.id}"))


def _reader(records: Records, caller: Caller, shared_in: str) -> Caller | None:
    """Whose right counts: the caller's own; in a channel nobody's, unless it is one of those named
    for sensitive actions, where everybody there may read them."""
    if not shared_in:
        return caller
    named = shared_in in records.settings.private_channels()
    return replace(caller, role=Role.COORDINATOR) if named else None


def _lexicon(records: Records, plan: Plan, hidden: frozenset[str]) -> Lexicon:
    """The index of the plan in which the words of `hidden` actions are unknown (few: a role's, an
    agency's), built again only when the plan or its taught words change."""
    taught = records.taught_words.all()
    key = ("lexicon", records.plans.edition(plan.year), hidden, taught)
    return records.keep_for_good(key, lambda: Lexicon(plan, taught))
