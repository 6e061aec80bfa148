"""Which actions a question narrows down to: status, date, agency, gap. Normalised text in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.core import cues
from bot.core.lexicon import Found
from bot.core.quarters import Quarter
from bot.core.question import Filters, Gap, Role
from bot.core.spans import Span, span_in
from bot.core.status import Status
from bot.core.subjects import CLEAR

_WITHOUT = (
    r"(?:no|without(?: (?:a|an|any))?|missing(?: (?:a|an|their))?|lack\w*(?: (?:a|an))?|"
    r"(?:do|does|did|have|has) not (?:have |got |had )*(?:a |an |any )?|not got (?:a |an |any )?|"
    r"have not got (?:a |an |any )?|zero|any without) ?"
)
_GAPS: tuple[tuple[re.Pattern[str], Gap], ...] = (
    (
        re.compile(
            r"\ball (?:as|is|for|in) (?:the |its |a )?(?:lead|owner)\b|\blead(?:s|ing)? (?:is |are |as |of )?all\b|"
            r"\beveryone (?:is )?(?:the )?lead|\b(?:led|owned) by (?:all|everyone|everybody)\b|"
            r"\blead (?:is )?(?:everyone|everybody|all agencies)\b|\ball agencies\b"
        ),
        Gap.ALL_LEAD,
    ),
    (
        re.compile(
            rf"\b{_WITHOUT}(?:named |agreed |clear |single )?(?:leads?|owners?|lead agency|lead agencies|lead officer|"
            r"one in charge)\b|\bnobody (?:is )?(?:leads?|leading|owns?|responsible|in charge|wants)\b|\bno one (?:is )?"
            r"(?:leads?|leading|owns?|responsible|in charge)\b|\b(?:unowned|leaderless|ownerless|orphan\w*)\b|"
            r"\blead (?:is )?(?:blank|empty|missing)\b|\bblank leads?\b|\bnot (?:led|owned) by any\w*\b"
        ),
        Gap.NO_LEAD,
    ),
    (
        re.compile(
            rf"\b{_WITHOUT}(?:named |listed |other )?(?:partners?|support agencies|supporting agenc\w+)\b"
        ),
        Gap.NO_PARTNERS,
    ),
    (
        re.compile(
            rf"\b{_WITHOUT}(?:due |end |finish |completion |target |clear |firm )?(?:dates?|deadlines?|timescales?|"
            r"timeframes?|end dates?)\b|\bundated\b|\btbc\b|\bto be confirmed\b|\bno idea when\b"
        ),
        Gap.NO_DATE,
    ),
    (
        re.compile(
            rf"\b{_WITHOUT}(?:numeric |number |numerical |set |agreed |clear )?(?:targets?|goals?)\b|"
            r"\buntargeted\b|\bmonitor(?:ed|ing)? only\b|\bjust monitored\b|\bonly monitored\b"
        ),
        Gap.NO_TARGET,
    ),
    (
        re.compile(
            rf"\b{_WITHOUT}(?:a )?(?:baselines?|starting (?:points?|figures?)|base figures?)\b|\bbaselines?\b"
        ),
        Gap.NO_BASELINE,
    ),
    (
        re.compile(
            r"\b(?:ongoing|open ended|on going|rolling)\b.*\b(?:timescales?|dates?|actions?|deadlines?|ones)\b|"
            r"\b(?:which|what|any|how many|actions)\b.*\b(?:ongoing|open ended)\b"
        ),
        Gap.ONGOING,
    ),
    (re.compile(rf"\b{_WITHOUT}(?:success )?(?:measures?|indicators?|kpis?)\b"), Gap.NO_MEASURE),
)
_STRONG = re.compile(
    r"\b(?:red|reds|amber|ambers|green|greens|rag|at risk|on track|off track|not started|complete|completed|overdue|"
    r"no update|status)\b"
)
PLURAL = re.compile(
    r"\b(?:actions|which|any|anything|all|list|everything|ones|show|how many|items|what is (?:red|amber|green|off|at "
    r"risk|on track|complete|done|overdue|late|due|not|still|left|outstanding|coming)|what are|leads|every|each|reds|"
    r"ambers|greens|who has|who have|agencies|outstanding|give me)\b"
)


def read_filters(said: str, found: Found, quarters: tuple[Quarter, ...], today: date) -> Filters:
    """Every filter named in the text; priorities only those named outright."""
    gap = next((gap for pattern, gap in _GAPS if pattern.search(said)), None)
    filters = Filters(
        priorities=found.priorities,
        mine=bool(cues.MINE.search(said)),
        gap=gap,
        overdue=bool(cues.OVERDUE.search(said)),
        due=None if gap else _due(said, today),
    )
    filters = _with_updates(filters, said, quarters, today)
    if not filters.gap:
        filters = _with_statuses(filters, said, found)
    filters = _with_agencies(filters, said, found)
    if filters.overdue and filters.due is not None and filters.due.start is None:
        filters = replace(filters, overdue=False)
    return filters


def _due(said: str, today: date) -> Span | None:
    if not cues.DUE.search(said):
        return None
    return span_in(said, today)


def _with_updates(
    filters: Filters, said: str, quarters: tuple[Quarter, ...], today: date
) -> Filters:
    """ "not updated for Q2" is about a quarter; "no update at all" about ever."""
    if filters.gap is None and cues.NO_UPDATE.search(said):
        ever = re.search(
            r"\bat all\b|\bever\b|\bnever\b|\byet\b|\bsince (?:april|the start)\b", said
        )
        who = re.search(r"\bwho\b|\bwhich agenc|\bwhich partners?\b|\bchas|\bowes?\b", said)
        if quarters:
            return replace(filters, awaiting=quarters[0], due=None)
        if who and not ever:
            return replace(filters, awaiting=Quarter.of(today).previous)
        return replace(filters, statuses=(None,))
    if cues.HAS_UPDATE.search(said) and PLURAL.search(said):
        return replace(filters, reported=True)
    return filters


def _with_statuses(filters: Filters, said: str, found: Found) -> Filters:
    statuses: list[Status | None] = list(filters.statuses)
    if filters.awaiting is None and not filters.statuses:
        for pattern, meant in cues.STATUS:
            if pattern.search(said):
                statuses += [status for status in meant if status not in statuses]
    if Status.ON_TRACK in statuses and re.search(
        r"\bnot on (?:track|schedule)\b|\bnot green\b", said
    ):
        statuses = [Status.OFF_TRACK, Status.AT_RISK]
    weak = statuses and not _STRONG.search(said)
    if weak and (found.strong_concepts or not PLURAL.search(said)):
        statuses = []
    not_complete = bool(cues.NOT_COMPLETE.search(said)) and None not in statuses
    if not_complete:
        statuses = [status for status in statuses if status is not Status.COMPLETE]
    if filters.due is not None and statuses == [Status.COMPLETE] and _should(said):
        statuses = []
    return replace(filters, statuses=tuple(statuses), not_complete=not_complete)


def _should(said: str) -> bool:
    """ "should have been finished", "needs to be completed": a duty, not a status."""
    return bool(
        re.search(
            r"\b(?:should|supposed|meant|needs?|need|to|must|due|has) (?:\w+ )?(?:to )?(?:have )?be\w*\b",
            said,
        )
    )


def _with_agencies(filters: Filters, said: str, found: Found) -> Filters:
    codes = found.agency_codes
    if not codes or (not _role_named(said, filters, found)):
        return filters
    return replace(filters, agencies=codes, role=_role(said))


def _role_named(said: str, filters: Filters, found: Found) -> bool:
    """An agency counts when its part is asked for; beside a topic only with "actions" or "leads"."""
    strict = re.search(
        r"\bactions?\b|\bleads?\b|\bled\b|\bowns?\b|\bpartners?\b|\bresponsible\b|\bsupports?\b|"
        r"\bhave to do\b|\bhas to do\b|\bdown to\b|\bdown for\b|\bcompar|\bbetter\b|\bversus\b|\bvs\b",
        said,
    )
    if strict or replace(filters, mine=False).any:
        return True
    if found.strong_concepts or found.top >= CLEAR:
        return False
    return bool(cues.AGENCY_ASKED.search(said)) or len(found.words) <= 4


def _role(said: str) -> Role:
    leads, supports = cues.LEADS.search(said), cues.SUPPORTS.search(said)
    if leads and not supports:
        return Role.LEAD
    if supports and not leads:
        return Role.PARTNER
    return Role.EITHER
