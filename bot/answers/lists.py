"""Answers that list actions: by status, agency, date, or what the plan leaves open."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.lines import (
    LAST,
    Asking,
    action_line,
    counts_words,
    joined,
    listed,
    more_steps,
    past_the_end,
    worst_first,
)
from bot.answers.selection import agencies_of, described, selected
from bot.core.progress import Standing, count
from bot.core.reply import Answer, Line, Mode, Part, Step
from bot.questions.question import Filters, Gap, Question, Role


def matching(question: Question, asking: Asking) -> Answer:
    """The actions the filters leave, or a plain "none" with what there is instead."""
    filters = question.filters
    if filters.mine and not agencies_of(filters, asking):
        return _no_agency()
    if filters.awaiting is not None:
        return _awaiting(question, asking)
    if filters.gap is not None:
        return _gaps(question, asking)
    if agencies_of(filters, asking) and filters.role is Role.EITHER:
        return _both_parts(question, asking)
    found = worst_first(selected(filters, asking))
    if past_the_end(question, len(found)):
        return LAST
    words = described(filters, asking)
    if not found:
        return _none(filters, words, asking)
    title = spoken(f"{count(len(found), 'action')} {_be(len(found))} {words}.")
    parts = [listed("", found, asking, question.page)]
    parts += [*_just_after(filters, asking), *_never_heard_of(filters, asking)]
    return Answer(
        Mode.ANSWER,
        title[:1].upper() + title[1:],
        parts=tuple(parts),
        steps=more_steps(question, len(found)),
        refs=tuple(s.action.ref for s in found),
    )


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _no_agency() -> Answer:
    return Answer(
        Mode.DECLINE,
        "I do not know which agency you act for, so I cannot tell which actions are yours. "
        "Ask your coordinator to add you to an agency.",
        steps=(Step("All overdue actions", "ask", "overdue"),),
    )


def _none(filters: Filters, words: str, asking: Asking) -> Answer:
    part = Filters(
        priorities=filters.priorities,
        agencies=filters.agencies,
        mine=filters.mine,
        role=filters.role,
    )
    wider = selected(part, asking)
    counted = counts_words(wider, asking)
    narrower = filters.priorities or filters.agencies or filters.mine
    whose = described(part, asking)
    line = Line(f"{count(len(wider), 'action')} {_be(len(wider))} {whose}: {counted}.")
    supported = selected(replace(filters, role=Role.PARTNER), asking)
    if not wider and supported and agencies_of(filters, asking):
        wider, line = supported, Line(f"Supports {joined(s.action.ref for s in supported)}.")
    parts = [Part("", (line,))] if wider and narrower else []
    return Answer(
        Mode.ANSWER,
        _none_title(filters, words, asking),
        parts=(*parts, *_just_after(filters, asking)),
    )


def _none_title(filters: Filters, words: str, asking: Asking) -> str:
    """ "No actions are overdue"; without an update, what is meant is said the other way round."""
    if filters.not_complete:
        return f"No open action is {described(replace(filters, not_complete=False), asking)}."
    if filters.statuses != (None,):
        return spoken(f"No actions are {words}.")
    rest = replace(filters, statuses=())
    if not (rest.any or rest.priorities):
        return "Every action has had an update."
    return f"No action without an update is {described(rest, asking)}."


def spoken(title: str) -> str:
    """A title as one says it: "3 actions have a moved due date", not "are with"."""
    title = re.sub(r"\b(are|is) with (?=an? )", lambda m: _HAVE[m.group(1)], title, count=1)
    return re.sub(
        r"\b(are|is) without any update received",
        lambda m: f"{_HAVE[m.group(1)]}had no update",
        title,
    )


_HAVE = {"are": "have ", "is": "has "}


def _just_after(filters: Filters, asking: Asking) -> list[Part]:
    """Due dates a few days beyond the day that was said: "before Christmas" and 31 December."""
    if filters.due is None or filters.due.start is not None or filters.due.end < asking.today:
        return []
    undated = replace(filters, due=None)
    late = selected(replace(undated, overdue=True), asking)
    after = [
        s
        for s in selected(undated, asking)
        if s.due is not None
        and 0 < (s.due - filters.due.end).days <= 10
        and not (s.status is not None and s.status.closed)
    ]
    parts = []
    if after and filters.due.label.startswith("by 24 December"):
        parts.append(listed("Due in the days just after", after, asking))
    if late:
        words = f"Already overdue: {', '.join(s.action.ref for s in late)}."
        parts.append(Part("", (Line(words),)))
    return parts


def _never_heard_of(filters: Filters, asking: Asking) -> list[Part]:
    """Beside the actions never reported on, the lead agencies of which nothing was ever heard."""
    if filters != Filters(statuses=(None,), role=filters.role):
        return []
    heard = {c for s in asking.progress.standings if s.latest for c in s.action.leads}
    silent = dict.fromkeys(
        c for s in asking.progress.standings for c in s.action.leads if c not in {"ALL", *heard}
    )
    names = joined(asking.full_name(code) for code in silent)
    return [Part("", (Line(f"No update at all from {names}."),))] if silent else []


def _both_parts(question: Question, asking: Asking) -> Answer:
    """An agency's actions: what it leads, then what it supports."""
    filters = question.filters
    leads = worst_first(selected(filters, asking, Role.LEAD))
    supports = worst_first(s for s in selected(filters, asking, Role.PARTNER) if s not in leads)
    if past_the_end(question, max(len(leads), len(supports))):
        return LAST
    codes = agencies_of(filters, asking)
    names = joined(asking.full_name(code) for code in codes)
    parts = [
        part
        for heading, found in (("Leads", leads), ("Supports", supports))
        if (part := listed(f"{heading} {len(found)}", found, asking, question.page)).lines
    ]
    narrowed = replace(filters, agencies=(), mine=False)
    extra = f", {described(narrowed, asking)}" if narrowed.any or narrowed.priorities else ""
    if not parts:
        return _none(filters, f"with {names}{extra}", asking)
    return Answer(
        Mode.ANSWER,
        f"{names}: {_share(len(leads), len(supports), len(codes))}{_both(filters)}{extra}.",
        parts=tuple(parts),
        steps=(
            *more_steps(question, max(len(leads), len(supports))),
            Step("Only overdue", "ask", f"overdue actions led by {codes[0]}"),
        ),
        refs=tuple(s.action.ref for s in [*leads, *supports]),
    )


def _both(filters: Filters) -> str:
    return " together" if filters.together else ""


def _share(leads: int, supports: int, agencies: int) -> str:
    """ "leads 2 actions and supports 3 more", of one agency or of several."""
    s = "s" if agencies == 1 else ""
    if not supports:
        return f"lead{s} {count(leads, 'action')}"
    if not leads:
        return f"lead{s} no action and support{s} {supports}"
    return f"lead{s} {count(leads, 'action')} and support{s} {supports} more"


def _awaiting(question: Question, asking: Asking) -> Answer:
    """Who has not reported for a quarter: by agency, in a neutral tone."""
    quarter = question.filters.awaiting
    found = selected(question.filters, asking)
    by_agency: dict[str, list[str]] = {}
    for standing in found:
        for code in standing.action.leads or ("",):
            by_agency.setdefault(code, []).append(standing.action.ref)
    lines = tuple(
        Line(f"{asking.name(code) if code else 'No lead named'}: {', '.join(refs)}")
        for code, refs in sorted(by_agency.items(), key=lambda item: -len(item[1]))
    )
    complete = _reporting(found, asking)
    rest = replace(question.filters, awaiting=None)
    if complete and not (rest.any or rest.priorities):
        lines = (*lines, Line(f"Nothing outstanding: {joined(complete)}."))
    where = f" {described(rest, asking)}" if rest.any or rest.priorities else ""
    total = count(len(selected(rest, asking)), "action")
    title = f"No update received for {quarter}: {len(found)} of {total}{where}."
    if not found:
        names = joined(asking.full_name(code) for code in agencies_of(question.filters, asking))
        whose = f" of {names}" if names else ""
        title = f"Nothing is outstanding for {quarter}: every open action{whose} has an update."
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Part("By lead agency", lines),) if lines else (),
        refs=tuple(s.action.ref for s in found),
    )


def _reporting(outstanding: tuple[Standing, ...], asking: Asking) -> list[str]:
    """The lead agencies that owe nothing, by name."""
    owing = {code for s in outstanding for code in s.action.leads}
    leading = dict.fromkeys(
        code for s in asking.progress.standings for code in s.action.leads if code != "ALL"
    )
    return [asking.name(code) for code in leading if code not in owing]


def _gaps(question: Question, asking: Asking) -> Answer:
    """What the plan leaves open; when nothing is left open, or everything is, a sentence."""
    filters = question.filters
    gap = filters.gap
    found = selected(filters, asking)
    rest = replace(filters, gap=None)
    base = selected(rest, asking)
    noun = "measure" if gap in {Gap.NO_TARGET, Gap.NO_BASELINE} else "action"
    if gap and len(found) == len(base) and len(found) > 5:
        thing = gap.value.removeprefix("no ")
        return Answer(Mode.ANSWER, f"None of the {count(len(base), noun)} has a {thing}.")
    if not found:
        return Answer(Mode.ANSWER, _no_gap(gap, filters, asking))
    where = f" {described(rest, asking)}" if rest.any or rest.priorities else ""
    verb = "has" if len(found) == 1 else "have"
    words = gap.value if gap else ""
    lines = tuple(_gap_line(s, gap, asking) for s in found)
    return Answer(
        Mode.ANSWER,
        f"{count(len(found), 'action')} of {len(base)}{where} {verb} {words}.",
        parts=(Part("", lines),),
        refs=tuple(s.action.ref for s in found),
    )


def _no_gap(gap: Gap | None, filters: Filters, asking: Asking) -> str:
    """ "No action in Mental Health is without a target.": said of the part that was looked at."""
    where = described(replace(filters, gap=None), asking)
    value = gap.value if gap else "a gap"
    if value.startswith("no "):
        thing = value.removeprefix("no ")
        return f"No action {where} is without {thing if thing.endswith('s') else f'a {thing}'}."
    return f"No action {where} has {value}."


def _gap_line(standing: Standing, gap: Gap | None, asking: Asking) -> Line:
    line = action_line(standing, asking)
    if gap in {Gap.NO_TARGET, Gap.NO_BASELINE} and asking.sees(standing.action):
        measures = "; ".join(m.text for m in standing.action.measures)
        return Line(line.text, line.ref, f"Measure: {measures}. {line.detail}")
    return line


_LOOKED_FOR = (
    Gap.NO_LEAD,
    Gap.NO_DATE,
    Gap.ONGOING,
    Gap.NO_PARTNERS,
    Gap.NO_MEASURE,
    Gap.NO_TARGET,
    Gap.NO_BASELINE,
)


def gaps(_question: Question, asking: Asking) -> Answer:
    """What the plan itself leaves open, kind by kind; nothing about progress."""
    lines, refs = [], []
    total = len(asking.progress.standings)
    for gap in _LOOKED_FOR:
        found = [s.action.ref for s in selected(Filters(gap=gap), asking)]
        if len(found) == total:
            lines.append(Line(f"No action has {gap.value.replace('no ', 'a ')}."))
        elif found:
            lines.append(Line(f"{gap.value[0].upper()}{gap.value[1:]}: {joined(found)}."))
            refs += found
    title = "What the plan itself leaves open" if lines else "The plan leaves nothing open."
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Part("", tuple(lines)),) if lines else (),
        steps=(Step("What is off track?", "ask", "off track"),),
        refs=tuple(dict.fromkeys(refs)),
    )
