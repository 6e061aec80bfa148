"""One form for all that an agency has to report: its ids, its builder and its reader.

A page holds ten actions at most: each takes up to eight blocks, and a modal takes 100
(docs.slack.dev, "Modal views"). Every field's block id ends with its action's reference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.blocks import fields, kit
from bot.blocks.confirming import Question, confirmed, remarked, remembered, sure
from bot.blocks.fields import READING, Typed
from bot.blocks.forms import GUIDANCE, View, typed_in
from bot.blocks.kit import Block
from bot.blocks.messages import Drawn, notice
from bot.core.carried import OLD_FORM, form_memory, parts
from bot.core.progress import Standing, count, excerpt, show_date
from bot.core.quarters import Quarter
from bot.core.reporting import MAX_NOTE, ProgressDraft
from bot.core.status import Labels, Status
from bot.core.years import in_year

OPEN = "open_agency_form"
"""Action id of [Report them in one form]; its value is JSON [quarter, agency or empty]."""
FORM = "agency_form"
STATUS = "agency_form_status"
REPEAT = "report_as_last_quarter"
"""Action id of [All as last quarter], and callback id of the list that asks first."""
INTRO = "intro"
FIGURES = 3
"""Figures asked for of one action: a page of ten must keep within 100 blocks."""
_WORDS = ("note", "reason", "corrective_action")


def value(quarter: Quarter, agency: str = "") -> str:
    """The value of the buttons that open the form."""
    return json.dumps([quarter.label, agency])


def open_button(label: str, quarter: Quarter) -> Block:
    """[Report them in one form], for the actions of one's own agencies."""
    return kit.button(label, OPEN, value(quarter), style="primary")


def open_for(agency: str, name: str, quarter: Quarter) -> Block:
    """The same for an agency a coordinator reports for."""
    described = f"Report for them: {name}"
    return kit.button(
        "Report for them", f"{OPEN}:{agency}", value(quarter, agency), described=described
    )


def form(
    rows: Sequence[tuple[Standing, Typed]],
    labels: Labels,
    *,
    about: Mapping[str, str],
    intro: Sequence[str],
    more: int = 0,
    memory: Typed | None = None,
    questions: Sequence[Question] = (),
) -> View:
    """A page: each action with what was typed of it. `about` names quarter, year, agency and the
    last action of the page; `intro` stands above; `memory` is the metadata of the form before."""
    quarter = about["quarter"]
    blocks = [kit.section(kit.escape("\n".join(intro)), block_id=INTRO)]
    inputs: list[Block] = []
    for standing, typed in rows:
        inputs += _row(standing, typed, labels)
    blocks += remarked(inputs, *questions)
    blocks.append(kit.context(GUIDANCE))
    refs = [standing.action.ref for standing, _ in rows]
    metadata = {**about, "refs": json.dumps(refs), **remembered(memory or {}, questions)}
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": kit.plain(f"Report {quarter}", 24),
        "submit": kit.plain("Save, next page" if more else "Save", 24),
        "close": kit.plain("Cancel"),
        "notify_on_close": True,
        "private_metadata": json.dumps(metadata),
        "blocks": blocks,
    }


def _row(standing: Standing, typed: Typed, labels: Labels) -> Iterator[Block]:
    """One action. Without a status it is left for later; with one, what it needs is required."""
    action, begun = standing.action, bool(typed.get("status"))
    yield kit.divider()
    yield fields.status(labels, typed, STATUS, ref=action.ref, optional=True) | _titled(standing)
    yield fields.text(
        "note", "Progress", typed, MAX_NOTE, ref=action.ref, lines=True, optional=not begun
    )
    for measure in action.measures[:FIGURES]:
        yield fields.reading(measure, standing, typed, ref=action.ref)
    if fields.is_off_track(typed):
        yield from fields.off_track(typed, ref=action.ref)


def _titled(standing: Standing) -> Block:
    """The action as the label of its status, so that a screen reader says which it is."""
    action, latest = standing.action, standing.latest
    last = f"Last: {latest.status.value.replace('_', ' ')}" if latest and latest.status else ""
    when = f", {latest.quarter}" if latest and last else ""
    due = show_date(standing.due) if standing.due else action.timescale_raw
    hint = " · ".join(filter(None, [f"{last}{when}", f"due {due}" if due else ""]))
    titled: Block = {"label": kit.plain(f"{action.ref} {excerpt(action.text, 200)}", 250)}
    return titled | ({"hint": kit.plain(hint, 200)} if hint else {})


def shape(view: View) -> list[tuple[str, bool]]:
    """The inputs a form has, and whether each may be left empty: it is drawn anew when they
    differ."""
    return [
        (b["block_id"], b.get("optional", False)) for b in view["blocks"] if b["type"] == "input"
    ]


def about(view: View) -> dict[str, str]:
    """What the form's metadata says it is about."""
    metadata = form_memory(view, "quarter")
    return {name: str(metadata.get(name, "")) for name in ("quarter", "year", "agency", "after")}


def intro_of(view: View) -> list[str]:
    """What stands above the fields."""
    intros = (b["text"]["text"] for b in view["blocks"] if b.get("block_id") == INTRO)
    return [kit.unescape(text) for text in intros]


def refs_in(view: View) -> list[str]:
    """The references of the actions on the page."""
    return [str(ref) for ref in parts(form_memory(view, "refs")["refs"], 0, OLD_FORM)]


def typed_rows(view: View) -> dict[str, Typed]:
    """What was typed, action by action; actions with nothing typed are left out."""
    typed = typed_in(view)
    rows = {ref: dict(_of_row(ref, typed)) for ref in refs_in(view)}
    return {ref: row for ref, row in rows.items() if row}


def _of_row(ref: str, typed: Typed) -> Iterator[tuple[str, str]]:
    end = f":{ref}"
    for block_id, text in typed.items():
        name = block_id.removesuffix(end)
        known = name in {"status", *_WORDS} or name.startswith(READING)
        if block_id.endswith(end) and known and text:
            yield name, text


def drafts(view: View, quarter: Quarter) -> list[ProgressDraft]:
    """The drafts a sent form holds."""
    typed, year = typed_in(view), about(view)["year"]
    return [
        ProgressDraft(
            ref=in_year(ref, year),
            status=Status(row["status"]) if row.get("status") else None,
            note=row.get("note", ""),
            readings=tuple(
                (name.removeprefix(READING), text)
                for name, text in row.items()
                if name.startswith(READING)
            ),
            reason=row.get("reason", ""),
            corrective_action=row.get("corrective_action", ""),
            quarter=quarter,
            source="form",
            confirmed=confirmed(typed),
            sure=sure(typed),
        )
        for ref, row in typed_rows(view).items()
    ]


def errors(view: View, wrong: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is to be mended, under its fields; empty when a field is not there to say it under."""
    there = {block_id for block_id, _ in shape(view)}
    listed = dict(reversed([(field, text) for field, text in wrong]))
    return listed if set(listed) <= there else {}


def to_go(left: int, quarter: Quarter) -> list[Block]:
    """What is still to be reported, under what was saved."""
    return [kit.context(f"{left} to go for {quarter}.")]


def nothing_chosen(view: View) -> dict[str, str]:
    """Sent without a word on the last page."""
    first = next(block_id for block_id, _ in shape(view))
    return {first: "Choose a status for at least one action, or close the form."}


def repeat_form(
    quarter: Quarter, rows: Sequence[Standing], others: Sequence[str], labels: Labels
) -> View:
    """What would be reported as last quarter, to be agreed to."""
    shown = [_as_last(standing, labels) for standing in rows]
    blocks = [
        kit.section(
            kit.escape(
                f"Report {count(len(rows), 'action')} for {quarter} as they stood in "
                f"{quarter.previous}? Each is an update of its own: no change since the last one."
            )
        ),
        *(kit.section(kit.cut(text, kit.MAX_SECTION)) for text in _by_ten(shown)),
    ]
    if others:
        left = f"No status in {quarter.previous}, so to be reported by you: {', '.join(others)}."
        blocks.append(kit.context(kit.oneline(left, 2_000)))
    refs = [standing.action.ref for standing in rows]
    while len(json.dumps(refs)) > 2_900:
        refs.pop()
    return {
        "type": "modal",
        "callback_id": REPEAT,
        "title": kit.plain("As last quarter", 24),
        "submit": kit.plain(f"Report {count(len(refs), 'action')}", 24),
        "close": kit.plain("Cancel"),
        "private_metadata": json.dumps([quarter.label, refs]),
        "blocks": kit.fit(blocks, most=kit.MAX_HOME_BLOCKS, budget=40_000),
    }


def _as_last(standing: Standing, labels: Labels) -> str:
    action = standing.action
    return (
        f"{kit.oneline(str(labels.of(standing.status)))}  {kit.bold(action.ref)} "
        f"{kit.oneline(excerpt(action.text, 120))}"
    )


def _by_ten(lines: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(lines), 10):
        yield "\n".join(lines[start : start + 10])


def repeat_sent(view: View) -> tuple[str, list[str]]:
    """Quarter and references of a list that was agreed to."""
    label, refs = parts(view["private_metadata"], 2, OLD_FORM)[:2]
    return str(label), [str(ref) for ref in refs]


def too_late(quarter: Quarter, agency: str) -> Drawn:
    """Slack takes a form for three seconds after the click; then a button offers it again."""
    text = "That took a moment too long."
    return notice(text, ("Open the form", OPEN, value(quarter, agency)))
