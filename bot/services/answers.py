"""Answering what a member asks: one reading, no change. The same answer at every door."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from bot.core.access import Caller, Deed, Role, may
from bot.core.answer_lines import Asking
from bot.core.answers import answer_question
from bot.core.lexicon import Lexicon
from bot.core.outbox import permalink
from bot.core.plan import Plan, Update
from bot.core.question import Context, Intent, Question
from bot.core.questions import understand
from bot.core.replies import Answer
from bot.core.sensitive import hidden_from, masked
from bot.services.desk import Desk
from bot.store.store import Books

PRIVATE = "private_channels"
CONTINUES_FOR = timedelta(minutes=15)
"""How long "and the police?" or a typed number still refers to the question before it."""
_MOST_TALKS = 500


def answer(
    desk: Desk, caller: Caller, text: str, *, place: str = "", shared_in: str = ""
) -> Answer:
    """The answer to `text`; `place` (thread, channel or person) is where a follow-up belongs.

    `shared_in`: the channel everybody reads the answer in; empty when only the caller does.
    Raises NotAllowed for people the partnership does not know, NotFound when no plan is loaded.
    """
    may(caller, Deed.READ)
    now = desk.now()
    with desk.store.reading(caller.workspace) as books:
        whole = books.plans.progress()
        hidden = hidden_from(_reader(books, caller, shared_in), whole.plan)
        progress = masked(whole, hidden)
        lexicon = _lexicons.of(books, progress.plan, hidden)
    key = (caller.workspace, caller.user, place)
    before = _talks.recall(key, now)
    question = understand(text, lexicon, desk.today(), before)
    _talks.keep(key, question, now)
    asking = Asking(
        progress,
        caller,
        desk.today(),
        desk.labels,
        sees=lambda action: action.ref not in hidden,
        receipt=lambda update: _receipt(desk, caller, update),
    )
    return answer_question(question, asking)


def _receipt(desk: Desk, caller: Caller, update: Update) -> str:
    """The link to the notice of an update, when it made one."""
    if not caller.site:
        return ""
    with desk.store.reading(caller.workspace) as books:
        return permalink(caller.site, books.outbox.get(f"update:{update.id}"))


def _reader(books: Books, caller: Caller, shared_in: str) -> Caller | None:
    """Whose right counts: the caller's own; in a channel nobody's, unless it is one of those named
    for sensitive actions, where everybody there may read them."""
    if not shared_in:
        return caller
    return replace(caller, role=Role.COORDINATOR) if shared_in in private(books) else None


def private(books: Books) -> tuple[str, ...]:
    """The channels a coordinator has named for sensitive actions."""
    return tuple(books.settings.get(PRIVATE).split())


@dataclass(frozen=True, slots=True)
class _Kept:
    version: int
    plan: Plan
    taught: tuple[tuple[str, str], ...]
    lexicon: Lexicon


class _Lexicons:
    """One index for each view of a workspace's plan (few: a role's, an agency's), built again only
    when the plan or its taught words change."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, frozenset[str]], _Kept] = {}
        self._lock = Lock()

    def of(self, books: Books, plan: Plan, hidden: frozenset[str]) -> Lexicon:
        """The lexicon of the current plan, in which the words of `hidden` actions are unknown."""
        key = (books.workspace, hidden)
        version, taught = books.plans.version(), tuple(books.taught.all())
        with self._lock:
            kept = self._kept.get(key)
            if (
                kept is not None
                and kept.taught == taught
                and (kept.version == version or kept.plan == plan)
            ):
                return kept.lexicon
            lexicon = Lexicon(plan, taught)
            self._kept[key] = _Kept(version, plan, taught, lexicon)
            return lexicon


class _Talks:
    """The last question of each person in each place, for a quarter of an hour.

    Kept in memory: after a restart, or on another replica, a follow-up is asked in full again.
    """

    def __init__(self) -> None:
        self._last: OrderedDict[tuple[str, str, str], tuple[Question, datetime]] = OrderedDict()
        self._lock = Lock()

    def recall(self, key: tuple[str, str, str], now: datetime) -> Context | None:
        """The context of a follow-up, or None when there is none or it is too long ago."""
        with self._lock:
            kept = self._last.get(key)
        if kept is None or now - kept[1] > CONTINUES_FOR:
            return None
        return Context(kept[0])

    def keep(self, key: tuple[str, str, str], question: Question, now: datetime) -> None:
        """Remember a question that can be continued."""
        if question.intent in {Intent.UNPLACED, Intent.PERSONAL, Intent.EMERGENCY}:
            return
        with self._lock:
            self._last[key] = (question, now)
            self._last.move_to_end(key)
            while len(self._last) > _MOST_TALKS:
                self._last.popitem(last=False)


_lexicons = _Lexicons()
_talks = _Talks()
