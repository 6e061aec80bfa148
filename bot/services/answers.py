"""Answering what a member asks: one reading, no change. The same answer at every door."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from bot.core.access import Caller, Deed, may
from bot.core.answer_lines import Asking
from bot.core.answers import answer_question
from bot.core.lexicon import Lexicon
from bot.core.plan import OFFICIAL_SENSITIVE, Action, Plan
from bot.core.question import Context, Intent, Question
from bot.core.questions import understand
from bot.core.replies import Answer
from bot.services.desk import Desk
from bot.store.store import Books

CONTINUES_FOR = timedelta(minutes=15)
"""How long "and the police?" or a typed number still refers to the question before it."""
_MOST_TALKS = 500


def answer(desk: Desk, caller: Caller, text: str, *, place: str = "") -> Answer:
    """The answer to `text`; `place` (thread, channel or person) is where a follow-up belongs.

    Raises NotAllowed for people the partnership does not know, NotFound when no plan is loaded.
    """
    may(caller, Deed.READ)
    now = desk.now()
    with desk.store.reading(caller.workspace) as books:
        progress = books.plans.progress()
        lexicon = _lexicons.of(books, progress.plan)
    key = (caller.workspace, caller.user, place)
    before = _talks.recall(key, now)
    question = understand(text, lexicon, desk.today(), before)
    _talks.keep(key, question, now)
    asking = Asking(
        progress,
        caller,
        desk.today(),
        desk.labels,
        sees=lambda action: _sees(caller, progress.plan, action),
    )
    return answer_question(question, asking)


def _sees(caller: Caller, plan: Plan, action: Action) -> bool:
    """A sensitive action is shown in full to coordinators and to the agencies that lead it."""
    marks = {action.marking, plan.priority(action.priority).marking}
    if OFFICIAL_SENSITIVE not in marks or caller.is_coordinator:
        return True
    return bool(set(caller.agencies) & set(action.leads))


@dataclass(frozen=True, slots=True)
class _Kept:
    version: int
    plan: Plan
    taught: tuple[tuple[str, str], ...]
    lexicon: Lexicon


class _Lexicons:
    """One index a workspace, built again only when its plan or its taught words change."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._lock = Lock()

    def of(self, books: Books, plan: Plan) -> Lexicon:
        """The lexicon of the current plan."""
        version, taught = books.plans.version(), tuple(books.taught.all())
        with self._lock:
            kept = self._kept.get(books.workspace)
            if (
                kept is not None
                and kept.taught == taught
                and (kept.version == version or kept.plan == plan)
            ):
                return kept.lexicon
            lexicon = Lexicon(plan, taught)
            self._kept[books.workspace] = _Kept(version, plan, taught, lexicon)
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
