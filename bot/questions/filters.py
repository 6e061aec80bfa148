"""Which actions a question narrows down to: status, date, agency, gap. Normalised text in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.core.progress import show_date
from bot.core.quarters import Quarter
from bot.core.status import Status
from bot.questions import cues, cues_counts, cues_measures, cues_record
from bot.questions.cues import lines
from bot.questions.lexicon import Found
from bot.questions.question import Filters, Gap, Part, ReadingAs
from bot.questions.spans import Span, span_in
from bot.questions.spans_past import past_span, silent_since
from bot.questions.subjects import LIKELY

FEW_WORDS = 4
"""From as many content words beside its name a message is not about an agency as a whole."""
_WITHOUT = (
    r"(?:no|without(?: a| an| any)?|missing(?: a| an| their)?|lack\w*(?: a| an)?|zero|"
    r"(?:do|does|did|have|has) not (?:have |got |had )*(?:a |an |any )?|not got (?:a |an |any )?|\
      not been (?:given|set) (?:a |an |any )?|"
    r"(?:every|each|all)(?: the| of the)? (?:actions?|measures?|one) (?:have|has|got) (?:an? )?)"
)
_GAPS: tuple[tuple[re.Pattern[str], Gap], ...] = (
    (
        lines(r"""
        (?:more than one|two|several|multiple|joint|shared) (?:lead\w*|lead agenc\w+|owners?)
        (?:led|owned|run) (?:jointly|by (?:more than one|two|several|multiple|both)(?: \w+)?)
        joint(?:ly)? (?:led|owned|leads?)|leads? (?:is|are) shared
        """),
        Gap.JOINT_LEAD,
    ),
    (
        lines(r"""
        all (?:as|is|for|in) (?:the |its |a )?(?:leads?|owner)
        all agencies (?:as|leads?|listed|down)|everyone (?:is )?(?:the )?lead
        lead(?:s|ing)? (?:is |are |as |of |just |only |simply |says )*(?:all|everyone|everybody)
        (?:led|owned|lead) by (?:all|everyone|everybody)
        all (?:under|as|in|against) (?:the )?(?:leads?|owners?)(?: column)?
        """),
        Gap.ALL_LEAD,
    ),
    (
        lines(
            r"""
        {without} ?(?:named |agreed |clear |single )?(?:leads?|owners?|lead agenc\w+|\
          lead officer|one in charge)
        (?:nobody|no one|noone|no agency) (?:is )?(?:leads?|leading|owns?|responsible|in charge|\
          wants)
        missing (?:from|in) the (?:lead|owner)\w*|unowned|leaderless|ownerless|orphan\w*|\
          lead (?:is )?(?:blank|empty|missing)|(?:blank|\
          empty) (?:leads?|owners?)
        (?:blanks?|gaps?|empty cells?) (?:in|for|under) (?:the )?(?:lead|owner)\w*
        not (?:led|owned) by any\w*|(?:led|owned|run) by (?:nobody|no one|noone|none)
        """,
            without=_WITHOUT,
        ),
        Gap.NO_LEAD,
    ),
    (
        lines(
            r"""
        {without} ?(?:named |listed |other )?(?:partners?|support(?:ing)? agenc\w+)
        (?:nobody|no one|no partner|no other agency) (?:else )?(?:supports?|helps?)
        """,
            without=_WITHOUT,
        ),
        Gap.NO_PARTNERS,
    ),
    (
        lines(
            r"""
        {without} ?(?:due |end |finish |completion |target |clear |firm )?(?:dates?|deadlines?|\
          timescales?)
        {without} ?(?:timeframes?|end dates?)|undated|tbc|to be confirmed
        """,
            without=_WITHOUT,
        ),
        Gap.NO_DATE,
    ),
    (
        lines(
            r"""
        {without} ?(?:numeric |number |numerical |set |agreed |clear )?(?:targets?|goals?)|\
          untargeted|(?:can|could) (?:not|never) (?:be )?measured?|not measurable|unmeasur\w+|\
          {without} ?(?:number|figure) to (?:hit|reach|aim for|get to)
        monitor(?:ed|ing)? only|(?:just|only) monitored
        """,
            without=_WITHOUT,
        ),
        Gap.NO_TARGET,
    ),
    (
        lines(r"{without} ?(?:starting|base) (?:points?|figures?)|baselines?", without=_WITHOUT),
        Gap.NO_BASELINE,
    ),
    (
        lines(r"""
        (?:ongoing|open ended|on going|rolling) .*(?:timescales?|dates?|actions?|deadlines?|ones)
        (?:which|what|any|how many|actions) .*(?:ongoing|open ended)
        (?:says?|saying|said|listed as|down as|marked|put|just) (?:as )?ongoing
        ^(?:anything|what is|which are|any|are any)(?: \w+)? (?:open ended|ongoing)$
        """),
        Gap.ONGOING,
    ),
    (
        lines(r"{without} ?(?:success )?(?:measures?|indicators?|kpis?)", without=_WITHOUT),
        Gap.NO_MEASURE,
    ),
)


def read_filters(said: str, found: Found, quarters: tuple[Quarter, ...], today: date) -> Filters:
    """Every filter named in the text; priorities only those named outright."""
    gap = next((gap for pattern, gap in _GAPS if pattern.search(said)), None)
    reading = _reading(said)
    elsewhere = bool(cues.NOT_IN.search(said)) and not found.agency_codes
    in_time = cues.NOT_OVERDUE.search(said) is not None
    filters = Filters(
        priorities=() if elsewhere else found.priorities,
        left_out=found.priorities if elsewhere else (),
        in_time=in_time,
        mine=cues.MINE.search(said) is not None,
        ours=cues.OURS.search(said) is not None and cues.OWN_PART.search(said) is None,
        gap=gap,
        overdue=not (gap or reading or in_time) and cues.OVERDUE.search(said) is not None,
        moved=cues_record.MOVED.search(said) is not None,
        due=_due(said, today) if gap is None and _asks_when_due(said) else None,
        soonest=cues_record.NEXT_DUE.search(said) is not None,
        measured=_measured(said),
        reading=reading,
    )
    if filters.soonest or cues.DID.search(said):
        filters = replace(filters, due=None)
    filters = replace(filters, told=_told(filters, said, today))
    if gap is None:
        filters = _with_updates(filters, said, quarters, today)
        filters = _with_statuses(filters, said, found)
    filters = _with_agencies(filters, said, found)
    return _looking_back(_one_date_rule(filters), said, quarters, today)


def _asks_when_due(said: str) -> bool:
    """ "how did it look at the end of Q1" ends nothing."""
    return cues.DUE.search(_AT_THE_END.sub(" ", said)) is not None


_AT_THE_END = re.compile(
    r"\b(?:look(?:ed)?(?: like)?|st(?:and|ood)|was|were|be|been|than) at the end of\b"
)


def _looking_back(
    filters: Filters, said: str, quarters: tuple[Quarter, ...], today: date
) -> Filters:
    """ "which were red in Q1": the status at the end of that quarter, not the one of today."""
    past = [quarter for quarter in quarters if quarter < Quarter.of(today)]
    states = filters.statuses and filters.statuses != (None,)
    if len(past) != 1 or len(quarters) != 1 or not states or cues.STILL_TO_COME.search(said):
        return filters
    return replace(filters, as_at=past[0], due=None)


def _due(said: str, today: date) -> Span | None:
    """The days something falls due: to come, or gone by ("due in the past month")."""
    back = re.search(
        r"\b(?:past|last|previous) (?:\w+ )?(?:days?|weeks?|months?|fortnight)\b", said
    )
    past = past_span(said, today) if back else None
    if past is not None and past.start is not None:
        return replace(past, label=f"between {show_date(past.start)} and today")
    return span_in(said, today)


def _measured(said: str) -> str:
    """ "outcomes rather than outputs": the kind of measure asked for, named first."""
    match = cues_measures.MEASURE_KIND.search(said)
    return match.group(1) or match.group(2) if match else ""


def _reading(said: str) -> ReadingAs | None:
    """ "which targets have we hit": how the last reading stands to its target."""
    if cues_measures.NO_READING.search(said):
        return ReadingAs.NONE
    if cues_measures.TARGETS_MISSED.search(said):
        return ReadingAs.MISSED
    return ReadingAs.MET if cues_measures.TARGETS_MET.search(said) else None


_FINISHED = re.compile(r"\b(?:completed|finished|closed)\b")
"""What was finished on a day was reported so on that day."""


def _told(filters: Filters, said: str, today: date) -> Span | None:
    """The days an update came in: "updates since 27 September", "what came in last week"."""
    came_in = cues_record.CAME_IN.search(said) or _FINISHED.search(said)
    if filters.due is not None or filters.overdue or not came_in:
        return None
    span = past_span(said, today)
    return span if span is not None and (span.start is None or span.start <= today) else None


def _one_date_rule(filters: Filters) -> Filters:
    """ "should have been done by end of Sept" is a due date, not "overdue" as well."""
    if filters.overdue and filters.due is not None and filters.due.start is None:
        return replace(filters, overdue=False)
    return filters


def _with_updates(
    filters: Filters, said: str, quarters: tuple[Quarter, ...], today: date
) -> Filters:
    """ "not updated for Q2" is about a quarter; "no update at all" about ever."""
    then = quarters and not filters.due and cues.NONE_THEN.search(said)
    if then or cues.NO_UPDATE.search(said):
        silent = silent_since(said, quarters, today)
        if silent is not None:
            return replace(filters, silent=silent, told=None, due=None)
        to_come = filters.due is not None and filters.due.end >= today
        if to_come and all(quarter.ends >= today for quarter in quarters):
            return replace(filters, statuses=(None,))
        if quarters:
            return replace(filters, awaiting=quarters[0], due=None)
        if cues.WHO_OWES.search(said) and not cues.AT_ALL.search(said):
            return replace(filters, awaiting=Quarter.of(today).previous)
        return replace(filters, statuses=(None,))
    if quarters and cues.REPORTED_FOR.search(said) and not cues_record.CHANGES.search(said):
        return replace(filters, reported_for=quarters[0], told=None, due=None)
    many = cues.PLURAL.search(said) or cues_counts.COUNT.search(said)
    if cues.HAS_UPDATE.search(said) and many:
        return replace(filters, reported=True)
    return filters


def _with_statuses(filters: Filters, said: str, found: Found) -> Filters:
    if filters.awaiting is not None or filters.statuses or filters.reading is not None:
        return filters
    statuses = _statuses(said, found)
    not_complete = cues.NOT_COMPLETE.search(said) is not None
    if not_complete or cues.DUTY.search(said):
        statuses = tuple(status for status in statuses if status is not Status.COMPLETE)
    return replace(filters, statuses=statuses, not_complete=not_complete)


def _statuses(said: str, found: Found) -> tuple[Status | None, ...]:
    """The statuses named; weak words ("trouble") only in a plural question without a topic."""
    named: list[Status | None] = []
    for pattern, meant in cues.STATUS:
        if pattern.search(said):
            named += [status for status in meant if status not in named]
    if Status.ON_TRACK in named and re.search(r"\bnot (?:on track|on schedule|green)\b", said):
        named = [Status.OFF_TRACK, Status.AT_RISK]
    topical = found.strong_concepts or (found.top >= LIKELY and not found.priorities)
    asked = cues.PLURAL.search(said) and (not found.top or cues.ASKED.search(said))
    sure = cues.RATING.search(said) or (asked and not topical)
    return tuple(named) if sure else ()


def _with_agencies(filters: Filters, said: str, found: Found) -> Filters:
    if filters.mine and cues.SUPPORTS.search(said):
        filters = replace(filters, role=_role(said, narrowed=True))
    if not found.agency_codes or not _role_named(said, filters, found):
        return filters
    if len(found.mentions) == 2 and re.search(r"\bbut not\b", said):
        named, left_out = found.mentions
        role = _role(said, narrowed=True)
        return replace(filters, agencies=named, excluded=left_out, role=role)
    if cues.NOT_BY.search(said):
        return replace(filters, excluded=found.agency_codes)
    narrowed = replace(filters, mine=False).any
    several = len(found.agency_codes) + filters.mine > 1
    role = Part.LEAD if filters.gap is Gap.NO_PARTNERS else _role(said, narrowed)
    return replace(
        filters,
        agencies=found.agency_codes,
        role=role,
        together=several and cues.TOGETHER.search(said) is not None,
    )


def _role_named(said: str, filters: Filters, found: Found) -> bool:
    """An agency counts when its part is asked for; beside a topic only with "actions", "leads"."""
    if (
        cues_record.LATEST.search(said)
        or cues.AGENCY_STRICT.search(said)
        or replace(filters, mine=False).any
        or found.named
        or (found.priorities and cues.DOING.search(said))
    ):
        return True
    if found.strong_concepts or found.top >= LIKELY:
        return False
    few = len(found.beside_names) < FEW_WORDS
    return few and (cues.AGENCY_ASKED.search(said) is not None or len(found.words) <= 4)


def _role(said: str, narrowed: bool) -> Part:
    """What it leads, supports, or both; beside another filter ("red police actions") its leads."""
    leads, supports = cues.LEADS.search(said), cues.SUPPORTS.search(said)
    if re.search(r"\b(?:involved|signed up|take part)\b", said) and not leads:
        return Part.EITHER
    if supports and not leads:
        return Part.PARTNER
    if leads and supports:
        return Part.EITHER
    return Part.LEAD if leads or narrowed else Part.EITHER
