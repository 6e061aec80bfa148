"""What a member asks, as a value: the result of `questions.understand`, the input of `answers`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.quarters import Quarter
from bot.core.reply import Choice
from bot.core.status import Status
from bot.questions.spans import Span


class Intent(StrEnum):
    """The kind of answer wanted."""

    OVERVIEW = "overview"
    PRIORITY = "priority"
    TOPIC = "topic"
    ACTIONS = "actions"
    LIST = "list"
    COUNT = "count"
    COUNT_BY_AGENCY = "count_by_agency"
    LEADS = "leads"
    DUE = "due"
    MEASURES = "measures"
    HISTORY = "history"
    LATEST = "latest"
    CHANGES = "changes"
    COMPARE = "compare"
    RANK = "rank"
    LAST_YEAR = "last_year"
    GLOSSARY = "glossary"
    PLAN_FACT = "fact"
    NOT_NAMED = "not_named"
    GAPS = "gaps"
    HELP = "help"
    HOW_TO_UPDATE = "how_to_update"
    GREETING = "greeting"
    THANKS = "thanks"
    EMERGENCY = "emergency"
    PERSONAL = "personal"
    OUT_OF_SCOPE = "outside"
    NOT_UNDERSTOOD = "unplaced"
    CHOOSE = "choose"


class Part(StrEnum):
    """The part an agency plays in an action."""

    LEAD = "lead"
    PARTNER = "partner"
    EITHER = "either"


class Gap(StrEnum):
    """What a plan may leave open."""

    NO_LEAD = "no lead"
    ALL_LEAD = "lead 'All'"
    NO_PARTNERS = "no partners"
    NO_DATE = "no due date"
    NO_TARGET = "no target"
    NO_BASELINE = "no baseline"
    ONGOING = "an open-ended timescale"
    NO_MEASURE = "no success measure"
    JOINT_LEAD = "more than one lead"


class Ranked(StrEnum):
    """What is ranked or counted other than actions: the `term` of such a question.

    NONE are the agencies that lead nothing.
    """

    PRIORITIES = "priorities"
    AGENCIES = "agencies"
    UPDATES = "updates"
    NONE = "none"


class ReadingAs(StrEnum):
    """How the last reading of a measure stands to its target."""

    MET = "met"
    MISSED = "not met"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which actions are meant; every filter that is set must hold.

    `statuses` holds None for "no update received"; `awaiting` is a quarter without an update;
    `agencies` with `role`, `together` when each of them must have that part, or `excluded` ones
    that must not lead; `left_out` are priorities; `in_time` are actions not overdue; `mine` stands
    for the asker's own agencies, `ours` when they were put as "our", which a councillor says of the
    whole partnership; `told` are the days an update came in; `measured` is the kind of the success
    measure ("outcome"), `reading` how its last figure stands to its target; `reported_for` is a
    quarter with an update, `silent` the day since when there was none; `soonest` the due date that
    comes first; `as_at` a past quarter at whose end everything is looked at.
    """

    refs: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    role: Part = Part.LEAD
    together: bool = False
    mine: bool = False
    ours: bool = False
    statuses: tuple[Status | None, ...] = ()
    not_complete: bool = False
    reported: bool = False
    overdue: bool = False
    in_time: bool = False
    awaiting: Quarter | None = None
    due: Span | None = None
    moved: bool = False
    gap: Gap | None = None
    told: Span | None = None
    measured: str = ""
    reading: ReadingAs | None = None
    reported_for: Quarter | None = None
    silent: date | None = None
    soonest: bool = False
    as_at: Quarter | None = None

    @property
    def any(self) -> bool:
        """True when something narrower than priorities is asked for."""
        return bool(
            self.agencies
            or self.excluded
            or self.left_out
            or self.mine
            or self.statuses
            or self.not_complete
            or self.reported
            or self.overdue
            or self.in_time
            or self.awaiting
            or self.due
            or self.moved
            or self.gap
            or self.told
            or self.measured
            or self.reading
            or self.reported_for
            or self.silent
            or self.soonest
        )


@dataclass(frozen=True, slots=True)
class Question:
    """One question understood. `choices` only with CHOOSE; `also` a second question of the message.

    `term` is the glossary name, the fact asked for or what could not be placed; `repaired` the
    misspellings mended, as typed and as read; `place` and `missing` are said, not searched; `alarm`
    that it may be about danger; `since` means the first quarter named and all after it.
    """

    intent: Intent
    text: str = ""
    filters: Filters = Filters()
    quarters: tuple[Quarter, ...] = ()
    others: tuple[str, ...] = ()
    term: str = ""
    choices: tuple[Choice, ...] = ()
    repaired: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    place: str = ""
    since: bool = False
    alarm: bool = False
    page: int = 1
    also: Question | None = None


@dataclass(frozen=True, slots=True)
class PreviousQuestion:
    """The question a follow-up refers to: what "and the police?" is about."""

    question: Question
