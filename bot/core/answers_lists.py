"""Answers that list actions: by status, agency, date, gap; who leads; when things are due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.answer_lines import (
    Asking,
    action_line,
    counts_words,
    due_words,
    hidden,
    joined,
    lead_names,
    listed,
    said,
    worst_first,
)
from bot.core.plan import Action
from bot.core.progress import Standing, count, show_date
from bot.core.question import Filters, Gap, Question, Role
from bot.core.replies import Answer, Line, Mode, Part, Step
from bot.core.status import Status

EVERYONE = "ALL"


def agencies_of(filters: Filters, asking: Asking) -> tuple[str, ...]:
    """The agencies filtered for: those named, or the asker's own."""
    return filters.agencies or (asking.caller.agencies if filters.mine else ())


def selected(filters: Filters, asking: Asking, role: Role | None = None) -> tuple[Standing, ...]:
    """The standings every filter holds for."""
    return tuple(s for s in asking.progress.standings if _passes(s, filters, asking, role))


def _passes(standing: Standing, f: Filters, asking: Asking, role: Role | None) -> bool:
    action, status = standing.action, standing.status
    codes = agencies_of(f, asking)
    tests = (
        not f.refs or action.ref in f.refs,
        not f.priorities or action.priority in f.priorities,
        not codes or _has_part(action, codes, role or f.role),
        not f.statuses or status in f.statuses,
        not f.not_complete or status is not Status.COMPLETE,
        not f.reported or standing.latest is not None,
        not f.overdue or standing.is_overdue(asking.today),
        f.awaiting is None
        or (standing.reported_for(f.awaiting) is None and not (status and status.closed)),
        f.due is None or _falls_due(standing, f, asking),
        f.gap is None or _open_in_plan(action, f.gap),
    )
    return all(tests)


def _has_part(action: Action, codes: Iterable[str], role: Role) -> bool:
    wanted = set(codes)
    leads, supports = bool(wanted & set(action.leads)), bool(wanted & set(action.partners))
    return {Role.LEAD: leads, Role.PARTNER: supports, Role.EITHER: leads or supports}[role]


def _falls_due(standing: Standing, f: Filters, asking: Asking) -> bool:
    if f.due is None or standing.due is None or standing.due not in f.due:
        return False
    if f.due.start is None and f.due.end >= asking.today and standing.due < asking.today:
        return False
    closed = standing.status is not None and standing.status.closed
    return not closed or Status.COMPLETE in f.statuses


def _open_in_plan(action: Action, gap: Gap) -> bool:
    measures = action.measures
    return {
        Gap.NO_LEAD: not action.leads or action.leads == (EVERYONE,),
        Gap.ALL_LEAD: action.leads == (EVERYONE,),
        Gap.NO_PARTNERS: not action.partners,
        Gap.NO_DATE: action.due is None,
        Gap.NO_TARGET: any(m.target is None and not m.target_raw for m in measures),
        Gap.NO_BASELINE: any(m.baseline is None and not m.baseline_raw for m in measures),
        Gap.ONGOING: "ongoing" in action.timescale_raw.lower(),
        Gap.NO_MEASURE: not measures,
    }[gap]


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
    words = described(filters, asking)
    if not found:
        return _none(filters, words, asking)
    title = f"{count(len(found), 'action')} {_be(len(found))} {words}."
    parts = [listed("", found, asking, question.page)]
    parts += _just_after(filters, asking)
    return Answer(
        Mode.ANSWER,
        title[:1].upper() + title[1:],
        parts=tuple(parts),
        steps=_more_steps(question, found),
        refs=tuple(s.action.ref for s in found),
    )


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _more_steps(question: Question, found: list[Standing]) -> tuple[Step, ...]:
    if len(found) > 10 * question.page:
        text = question.text.rsplit(" page ", 1)[0]
        return (Step("More", "ask", f"{text} page {question.page + 1}"),)
    return ()


def _no_agency() -> Answer:
    return Answer(
        Mode.DECLINE,
        "I do not know which agency you act for, so I cannot tell which actions are yours. "
        "Ask your coordinator to add you to an agency.",
        steps=(Step("All overdue actions", "ask", "overdue"),),
    )


def described(filters: Filters, asking: Asking) -> str:
    """The filters in words, to follow "3 actions are": "at risk in Safeguarding"."""
    words: list[str] = []
    if filters.statuses:
        words.append(joined((_status_word(s, asking) for s in filters.statuses), "or"))
    if filters.not_complete:
        words.append("not complete")
    if filters.reported:
        words.append("reported on")
    if filters.overdue:
        words.append("overdue (due date passed and not complete)")
    if filters.due is not None:
        words.append(f"due {filters.due.label}")
    codes = agencies_of(filters, asking)
    if codes:
        part = {Role.LEAD: "led by", Role.PARTNER: "supported by", Role.EITHER: "with"}
        words.append(f"{part[filters.role]} {joined((asking.full_name(c) for c in codes), 'or')}")
    if filters.priorities:
        names = (asking.progress.plan.priority(c).short for c in filters.priorities)
        words.append(f"in {joined(names)}")
    return (
        ", ".join(words[:-1]) + (", " if len(words) > 1 else "") + words[-1]
        if words
        else "in the plan"
    )


def _status_word(status: Status | None, asking: Asking) -> str:
    """The label with the colour people say beside it."""
    colour = {Status.OFF_TRACK: "red", Status.AT_RISK: "amber", Status.ON_TRACK: "green"}
    if status is None:
        return "without any update received"
    word = asking.labels.of(status).word.lower()
    return f"{word} ({colour[status]})" if status in colour else word


def _none(filters: Filters, words: str, asking: Asking) -> Answer:
    wider = selected(
        Filters(
            priorities=filters.priorities,
            agencies=filters.agencies,
            mine=filters.mine,
            role=filters.role,
        ),
        asking,
    )
    counted = counts_words(wider, asking)
    line = Line(f"There {_be(len(wider))} {count(len(wider), 'action')} there: {counted}.")
    return Answer(
        Mode.ANSWER,
        f"No actions are {words}.",
        parts=(Part("", (line,)),) if wider else (),
    )


def _just_after(filters: Filters, asking: Asking) -> list[Part]:
    """Due dates a few days beyond the day that was said: "before Christmas" and 31 December."""
    if filters.due is None or filters.due.start is not None or filters.due.end < asking.today:
        return []
    late = [
        s
        for s in selected(
            Filters(overdue=True, priorities=filters.priorities, agencies=filters.agencies), asking
        )
    ]
    after = [
        s
        for s in selected(Filters(priorities=filters.priorities, agencies=filters.agencies), asking)
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


def _both_parts(question: Question, asking: Asking) -> Answer:
    """An agency's actions: what it leads, then what it supports."""
    filters = question.filters
    leads = worst_first(selected(filters, asking, Role.LEAD))
    supports = worst_first(s for s in selected(filters, asking, Role.PARTNER) if s not in leads)
    codes = agencies_of(filters, asking)
    names = joined(asking.full_name(code) for code in codes)
    parts = []
    if leads:
        parts.append(listed(f"Leads {len(leads)}", leads, asking, question.page))
    if supports:
        parts.append(listed(f"Supports {len(supports)}", supports, asking, question.page))
    narrowed = replace(filters, agencies=(), mine=False)
    extra = f", {described(narrowed, asking)}" if narrowed.any or narrowed.priorities else ""
    if not parts:
        return _none(filters, f"with {names}{extra}", asking)
    return Answer(
        Mode.ANSWER,
        f"{names}: leads {count(len(leads), 'action')} and supports {len(supports)} more{extra}.",
        parts=tuple(parts),
        steps=(Step("Only overdue", "ask", f"overdue actions led by {codes[0]}"),),
        refs=tuple(s.action.ref for s in [*leads, *supports]),
    )


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
    total = len(asking.progress.standings)
    title = f"No update received for {quarter}: {len(found)} of {count(total, 'action')}."
    if not found:
        title = f"Nothing is outstanding for {quarter}: every open action has an update."
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Part("By lead agency", lines),) if lines else (),
        refs=tuple(s.action.ref for s in found),
    )


def _gaps(question: Question, asking: Asking) -> Answer:
    """What the plan leaves open; when nothing is left open, or everything is, a sentence."""
    filters = question.filters
    gap = filters.gap
    found = selected(filters, asking)
    base = selected(Filters(priorities=filters.priorities), asking)
    noun = "measure" if gap in {Gap.NO_TARGET, Gap.NO_BASELINE} else "action"
    if gap and len(found) == len(base) and len(found) > 5:
        thing = gap.value.removeprefix("no ")
        return Answer(Mode.ANSWER, f"None of the {count(len(base), noun)} has a {thing}.")
    if not found:
        return Answer(Mode.ANSWER, f"No action in the plan has {gap.value if gap else 'a gap'}.")
    verb = "has" if len(found) == 1 else "have"
    words = gap.value if gap else ""
    lines = tuple(_gap_line(s, gap, asking) for s in found)
    return Answer(
        Mode.ANSWER,
        f"{count(len(found), 'action')} of {len(base)} {verb} {words}.",
        parts=(Part("", lines),),
        refs=tuple(s.action.ref for s in found),
    )


def _gap_line(standing: Standing, gap: Gap | None, asking: Asking) -> Line:
    line = action_line(standing, asking)
    if gap in {Gap.NO_TARGET, Gap.NO_BASELINE} and asking.sees(standing.action):
        measures = "; ".join(m.text for m in standing.action.measures)
        return Line(line.text, line.ref, f"Measure: {measures}. {line.detail}")
    return line


def leads(question: Question, asking: Asking) -> Answer:
    """Who leads the actions meant, and who supports."""
    filters = question.filters
    found = selected(Filters(refs=filters.refs, priorities=filters.priorities), asking)
    lines = tuple(_lead_line(s, asking) for s in found)
    if len(found) == 1:
        action = found[0].action
        title = (
            f"{action.ref} is led by {lead_names(action, asking)}."
            if asking.sees(action)
            else action.ref
        )
    else:
        title = f"Who leads {_subject(filters, asking)}"
    return Answer(
        Mode.ANSWER,
        title,
        parts=(Part("", lines),),
        steps=(Step("Show the action", "ask", f"action {found[0].action.ref}"),) if found else (),
        refs=tuple(s.action.ref for s in found),
    )


def _subject(filters: Filters, asking: Asking) -> str:
    if filters.refs:
        return joined(filters.refs)
    return joined(asking.progress.plan.priority(code).name for code in filters.priorities)


def _lead_line(standing: Standing, asking: Asking) -> Line:
    action = standing.action
    if not asking.sees(action):
        return hidden(standing, asking)
    leading = joined(asking.full_name(c) for c in action.leads if c != EVERYONE)
    partners = joined(asking.name(c) for c in action.partners)
    return Line(
        f"{action.ref}: {action.text}: {leading or lead_names(action, asking)}",
        ref=action.ref,
        detail=f"Supported by {partners}." if partners else "No partners listed.",
    )


def due(question: Question, asking: Asking) -> Answer:
    """When the actions meant are due, and every time the date has moved."""
    found = [asking.progress.standing(ref) for ref in question.filters.refs]
    parts = tuple(Part("", tuple(_due_lines(s, asking))) for s in found)
    first = found[0]
    title = joined(question.filters.refs)
    if len(found) == 1 and asking.sees(first.action):
        title = f"{first.action.ref}: {due_words(first, asking)}."
    return Answer(
        Mode.ANSWER,
        title,
        parts,
        steps=(Step("Show history", "ask", f"history of {first.action.ref}"),),
        refs=question.filters.refs,
    )


def _due_lines(standing: Standing, asking: Asking) -> list[Line]:
    if not asking.sees(standing.action):
        return [hidden(standing, asking)]
    lines = [action_line(standing, asking)]
    written = standing.action.timescale_raw
    if written:
        lines.append(Line(f"The plan says '{written}'."))
    for moved in standing.moves:
        before = show_date(moved.before) if moved.before else "no date"
        lines.append(
            Line(
                f"The date moved from {before} to {show_date(moved.after)}.",
                detail=said(moved.update, asking),
            )
        )
    if not standing.moves:
        lines.append(Line("The date has not moved."))
    return lines
