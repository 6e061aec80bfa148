"""Answers that list actions: by status, agency, date, or what the plan leaves open."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.lines import (
    LAST,
    AnswerContext,
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
from bot.core.reply import Answer, Line, Mode, Section, Step
from bot.questions.question import Filters, Gap, Part, Question


def matching(question: Question, context: AnswerContext) -> Answer:
    """The actions the filters leave, or a plain "none" with what there is instead."""
    filters = question.filters
    if filters.mine and not agencies_of(filters, context):
        return _no_agency()
    if filters.awaiting is not None:
        return _awaiting(question, context)
    if filters.gap is not None:
        return _gaps(question, context)
    if agencies_of(filters, context) and filters.role is Part.EITHER:
        return _both_parts(question, context)
    found = worst_first(selected(filters, context))
    if past_the_end(question, len(found)):
        return LAST
    words = described(filters, context)
    if not found:
        return _none(filters, words, context)
    title = spoken(f"{count(len(found), 'action')} {_be(len(found))} {words}.")
    parts = [listed("", found, context, question.page)]
    parts += [*_just_after(filters, context), *_never_heard_of(filters, context)]
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


def _none(filters: Filters, words: str, context: AnswerContext) -> Answer:
    part = Filters(
        priorities=filters.priorities,
        agencies=filters.agencies,
        mine=filters.mine,
        role=filters.role,
    )
    wider = selected(part, context)
    counted = counts_words(wider, context)
    narrower = filters.priorities or filters.agencies or filters.mine
    whose = described(part, context)
    line = Line(f"{count(len(wider), 'action')} {_be(len(wider))} {whose}: {counted}.")
    supported = selected(replace(filters, role=Part.PARTNER), context)
    if not wider and supported and agencies_of(filters, context):
        wider, line = supported, Line(f"Supports {joined(s.action.ref for s in supported)}.")
    parts = [Section("", (line,))] if wider and narrower else []
    return Answer(
        Mode.ANSWER,
        _none_title(filters, words, context),
        parts=(*parts, *_just_after(filters, context)),
    )


def _none_title(filters: Filters, words: str, context: AnswerContext) -> str:
    """ "No actions are overdue"; without an update, what is meant is said the other way round."""
    if filters.not_complete:
        return f"No open action is {described(replace(filters, not_complete=False), context)}."
    if filters.statuses != (None,):
        return spoken(f"No actions are {words}.")
    rest = replace(filters, statuses=())
    if not (rest.any or rest.priorities):
        return "Every action has had an update."
    return f"No action without an update is {described(rest, context)}."


def spoken(title: str) -> str:
    """A title as one says it: "3 actions have a moved due date", not "are with"."""
    title = re.sub(r"\b(are|is) with (?=an? )", lambda m: _HAVE[m.group(1)], title, count=1)
    return re.sub(
        r"\b(are|is) without any update received",
        lambda m: f"{_HAVE[m.group(1)]}had no update",
        title,
    )


_HAVE = {"are": "have ", "is": "has "}


def _just_after(filters: Filters, context: AnswerContext) -> list[Section]:
    """Due dates a few days beyond the day that was said: "before Christmas" and 31 December."""
    if filters.due is None or filters.due.start is not None or filters.due.end < context.today:
        return []
    undated = replace(filters, due=None)
    late = selected(replace(undated, overdue=True), context)
    after = [
        s
        for s in selected(undated, context)
        if s.due is not None
        and 0 < (s.due - filters.due.end).days <= 10
        and not (s.status is not None and s.status.closed)
    ]
    parts = []
    if after and filters.due.label.startswith("by 24 December"):
        parts.append(listed("Due in the days just after", after, context))
    if late:
        words = f"Already overdue: {', '.join(s.action.ref for s in late)}."
        parts.append(Section("", (Line(words),)))
    return parts


def _never_heard_of(filters: Filters, context: AnswerContext) -> list[Section]:
    """Beside the actions never reported on, the lead agencies of which nothing was ever heard."""
    if filters != Filters(statuses=(None,), role=filters.role):
        return []
    heard = {c for s in context.progress.standings if s.latest for c in s.action.leads}
    silent = dict.fromkeys(
        c for s in context.progress.standings for c in s.action.leads if c not in {"ALL", *heard}
    )
    names = joined(context.full_name(code) for code in silent)
    return [Section("", (Line(f"No update at all from {names}."),))] if silent else []


def _both_parts(question: Question, context: AnswerContext) -> Answer:
    """An agency's actions: what it leads, then what it supports."""
    filters = question.filters
    leads = worst_first(selected(filters, context, Part.LEAD))
    supports = worst_first(s for s in selected(filters, context, Part.PARTNER) if s not in leads)
    if past_the_end(question, max(len(leads), len(supports))):
        return LAST
    codes = agencies_of(filters, context)
    names = joined(context.full_name(code) for code in codes)
    parts = [
        part
        for heading, found in (("Leads", leads), ("Supports", supports))
        if (part := listed(f"{heading} {len(found)}", found, context, question.page)).lines
    ]
    narrowed = replace(filters, agencies=(), mine=False)
    extra = f", {described(narrowed, context)}" if narrowed.any or narrowed.priorities else ""
    if not parts:
        return _none(filters, f"with {names}{extra}", context)
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


def _awaiting(question: Question, context: AnswerContext) -> Answer:
    """Who has not reported for a quarter: by agency, in a neutral tone."""
    quarter = question.filters.awaiting
    found = selected(question.filters, context)
    by_agency: dict[str, list[str]] = {}
    for standing in found:
        for code in standing.action.leads or ("",):
            by_agency.setdefault(code, []).append(standing.action.ref)
    lines = tuple(
        Line(f"{context.name(code) if code else 'No lead named'}: {', '.join(refs)}")
        for code, refs in sorted(by_agency.items(), key=lambda item: -len(item[1]))
    )
    complete = _reporting(found, context)
    rest = replace(question.filters, awaiting=None)
    if complete and not (rest.any or rest.priorities):
        lines = (*lines, Line(f"Nothing outstanding: {joined(complete)}."))
    where = f" {described(rest, context)}" if rest.any or rest.priorities else ""
    total = count(len(selected(rest, context)), "action")
    title = f"No update received for {quarter}: {len(found)} of {total}{where}."
    if not found:
        names = joined(context.full_name(code) for code in agencies_of(question.filters, context))
        whose = f" of {names}" if names else ""
        title = f"Nothing is outstanding for {quarter}: every open action{whose} has an update."
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Section("By lead agency", lines),) if lines else (),
        refs=tuple(s.action.ref for s in found),
    )


def _reporting(outstanding: tuple[Standing, ...], context: AnswerContext) -> list[str]:
    """The lead agencies that owe nothing, by name."""
    owing = {code for s in outstanding for code in s.action.leads}
    leading = dict.fromkeys(
        code for s in context.progress.standings for code in s.action.leads if code != "ALL"
    )
    return [context.name(code) for code in leading if code not in owing]


def _gaps(question: Question, context: AnswerContext) -> Answer:
    """What the plan leaves open; when nothing is left open, or everything is, a sentence."""
    filters = question.filters
    gap = filters.gap
    found = selected(filters, context)
    rest = replace(filters, gap=None)
    base = selected(rest, context)
    noun = "measure" if gap in {Gap.NO_TARGET, Gap.NO_BASELINE} else "action"
    if gap and len(found) == len(base) and len(found) > 5:
        thing = gap.value.removeprefix("no ")
        return Answer(Mode.ANSWER, f"None of the {count(len(base), noun)} has a {thing}.")
    if not found:
        return Answer(Mode.ANSWER, _no_gap(gap, filters, context))
    where = f" {described(rest, context)}" if rest.any or rest.priorities else ""
    verb = "has" if len(found) == 1 else "have"
    words = gap.value if gap else ""
    lines = tuple(_gap_line(s, gap, context) for s in found)
    return Answer(
        Mode.ANSWER,
        f"{count(len(found), 'action')} of {len(base)}{where} {verb} {words}.",
        parts=(Section("", lines),),
        refs=tuple(s.action.ref for s in found),
    )


def _no_gap(gap: Gap | None, filters: Filters, context: AnswerContext) -> str:
    """ "No action in Mental Health is without a target.": said of the part that was looked at."""
    where = described(replace(filters, gap=None), context)
    value = gap.value if gap else "a gap"
    if value.startswith("no "):
        thing = value.removeprefix("no ")
        return f"No action {where} is without {thing if thing.endswith('s') else f'a {thing}'}."
    return f"No action {where} has {value}."


def _gap_line(standing: Standing, gap: Gap | None, context: AnswerContext) -> Line:
    line = action_line(standing, context)
    if gap in {Gap.NO_TARGET, Gap.NO_BASELINE} and context.sees(standing.action):
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


def gaps(_question: Question, context: AnswerContext) -> Answer:
    """What the plan itself leaves open, kind by kind; nothing about progress."""
    lines, refs = [], []
    total = len(context.progress.standings)
    for gap in _LOOKED_FOR:
        found = [s.action.ref for s in selected(Filters(gap=gap), context)]
        if len(found) == total:
            lines.append(Line(f"No action has {gap.value.replace('no ', 'a ')}."))
        elif found:
            lines.append(Line(f"{gap.value[0].upper()}{gap.value[1:]}: {joined(found)}."))
            refs += found
    title = "What the plan itself leaves open" if lines else "The plan leaves nothing open."
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Section("", tuple(lines)),) if lines else (),
        steps=(Step("What is off track?", "ask", "off track"),),
        refs=tuple(dict.fromkeys(refs)),
    )
