"""What an import would do, in words: columns, rows, changes and problems, the worst first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from bot.core.plan import Action, Plan
from bot.core.progress import count, excerpt, show_date
from bot.files.change_words import CHANGES, change_notes, change_words
from bot.files.difference import Change
from bot.files.imported import ColumnRead, Imported
from bot.files.sheet import Problem, show_place
from bot.files.vocabulary import FURTHER, TICKED
from bot.messages.reply import Line, Section

ROWS, ITEMS = 25, 6
"""Rows and items of a kind shown before "and n more"."""
_SAME = "Perhaps the same agency"
_LEVELS = ("must", "should")
_SHOWN_ABOVE = {"sheet_not_read", "hidden_sheet"}
"""Kinds that the list of columns and sheets has said already."""
_KINDS = {
    "no_lead": "No lead agency", "lead_all": "No single lead", "no_date": "No date",
    "unparseable_date": "No date I can read", "start_only": "Only a beginning, no due date",
    "date_open_ended": "No end; the plan's end is assumed",
    "date_approximate": "No exact day; the end of the time named is assumed",
    "date_without_year": "No year; the plan's is assumed", "date_assumed": "Last day assumed",
    "date_outside_year": "Dates outside the plan's year", "month_first": "Dates month first",
    "unknown_status": "Statuses I do not know", "duplicate_ref": "References used twice",
    "missing_ref": "No reference; one is made up", "ditto": "As above",
    "measure_no_target": "Measures without a target", "target_not_numeric": "Targets in words",
    "measure_no_baseline": "Measures without a baseline", "row_not_read": "Rows not read",
    "column_not_read": "Columns not read", "column_guessed": "Columns read by what they hold",
    "sheet_not_read": "Sheets not read", "hidden_sheet": "Hidden sheets, not read",
    "hidden_column": "Hidden columns, not read", "hidden_row": "Hidden rows, read",
    "struck_through": "Struck through: done or dropped?", "formula_cell": "Formulas",
    "status_by_colour_only": "Status by colour alone", "personal_data": "Held back by the guard",
    "lead_is_department": "Perhaps a part of another agency",
    "lead_is_officer": "Officers as leads: whose are they?",
    "two_indicators_in_cell": "Several measures in a cell",
    "two_actions_in_cell": "Several actions in a cell", "no_plan_year": "No year written",
    "unbalanced_quotes": "Quotation marks that do not match",
    "understood_unread": "Values of the bot's own workbook that cannot be read",
    "unknown_ref": "References the plan does not hold", "other_agency": "Not that agency's action",
    "led_action_missing": "Missing from the return", "text_box": "Text boxes, not read",
    "cell_notes": "Notes on cells, not read", "percent_not_seen": "Per cents that are not seen",
    "tracked_changes": "Tracked changes", "reading_not_stored": "Figures not stored",
    "quarter_outside_plan": "A quarter outside the plan or not begun",
}  # fmt: skip


def preview_words(read: Imported) -> str:
    """The whole preview, as a person reads it."""
    parts = (
        [_headline(read), *read.effect],
        _rows_counted(read),
        _columns(read.mapping),
        _changes(read),
        _rows(read.plan) if read.plan and not read.against else [],
        _new_agencies(read),
        [f"{_SAME}:", *(f"  {line}" for line in read.proposals)] if read.proposals else [],
        _problems(read.problems),
        _left(read),
    )
    return "\n\n".join("\n".join(part) for part in parts if part)


def preview_parts(read: Imported, is_safe: Callable[[str], bool]) -> tuple[Section, ...]:
    """The preview in parts, for Slack: the columns in short, without samples of what they hold.
    `is_safe`: whether a text may be repeated; of others only the place is said."""
    parts = (
        _part("", [*read.effect, *_rows_counted(read), *filter(is_safe, _new_agencies(read))]),
        _part("Columns", _columns_in_short(read.mapping, is_safe)),
        *(_change_part(kind, changes) for kind, changes in _by_kind(read.changes).items()),
        *(_problem_part(code, same, is_safe) for code, same in _grouped(read.problems)),
        _part("", _left(read)[:1]),
    )
    return tuple(part for part in parts if part.lines)


def headline(read: Imported) -> str:
    """What kind of document it is and how much it holds, in one line."""
    return _headline(read)


def kind_words(code: str) -> str:
    """What a kind of problem is called."""
    return _KINDS.get(code, code.replace("_", " ").capitalize())


def safe_message(problem: Problem, is_safe: Callable[[str], bool]) -> str:
    """What a problem says, unless it quotes what may not be repeated."""
    if problem.code == "personal_data" or is_safe(problem.message):
        return problem.message
    return "what stands there is held back by the guard, so it is not repeated here"


def safe_ref(problem: Problem, is_safe: Callable[[str], bool]) -> str:
    """The reference a problem is about, unless what stands in its place may not be repeated."""
    return problem.ref if problem.ref and is_safe(problem.ref) else ""


def _part(heading: str, texts: Iterable[str]) -> Section:
    lines = [Line(text) for text in texts]
    return Section(heading, tuple(lines[:ITEMS]), max(len(lines) - ITEMS, 0))


def _columns_in_short(
    mapping: tuple[ColumnRead, ...], is_safe: Callable[[str], bool]
) -> Iterator[str]:
    columns = [column for column in mapping if column.heading]
    read = [f"{c.heading} = {_field(c)}" for c in columns if c.field and is_safe(c.heading)]
    if read:
        yield f"Read: {'; '.join(read)}"
    for column in columns:
        if not column.field and is_safe(column.heading):
            yield f"Not read: {column.heading} ({column.reason})"
    yield from (f"Sheet '{c.sheet}': {c.reason}" for c in mapping if not c.heading)


def _by_kind(changes: Iterable[Change]) -> dict[str, list[Change]]:
    kinds: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        kinds[change.kind].append(change)
    return kinds


def _change_part(kind: str, changes: list[Change]) -> Section:
    asks = any(change.asks for change in changes)
    first = ", asked about first" if asks else ""
    return _part(f"{CHANGES[kind]} ({len(changes)}{first})", map(change_words, changes))


def _problem_part(code: str, problems: list[Problem], is_safe: Callable[[str], bool]) -> Section:
    lines = (
        f"{safe_ref(problem, is_safe)} {show_place(problem.location)}"
        f"{safe_message(problem, is_safe)}".strip()
        for problem in problems
    )
    return _part(f"{kind_words(code)} ({len(problems)})", lines)


def _headline(read: Imported) -> str:
    if read.plan is not None:
        plan = read.plan
        return (
            f"A plan: {plan.title} {plan.year}: "
            f"{count(len(plan.priorities), 'priority', 'priorities')}, "
            f"{count(len(plan.actions), 'action')}, "
            f"{count(len(plan.agencies), 'agency', 'agencies')}"
        )
    if read.agencies:
        return f"A list of {count(len(read.agencies), 'agency', 'agencies')}"
    return f"A {read.kind}: {count(len(read.updates), 'update')}"


def _rows_counted(read: Imported) -> list[str]:
    kinds = {
        "actions": "action", "continued": "row with more of an action", "measures": "measure",
        "levels": "heading", "not_read": "row not read",
    }  # fmt: skip
    plurals = {"continued": "rows with more of an action", "not_read": "rows not read"}
    numbers = [
        count(number, noun, plurals.get(kind, ""))
        for kind, noun in kinds.items()
        if (number := read.counts.get(kind, 0))
    ]
    return [f"{count(read.counts['rows'], 'row')}: {', '.join(numbers)}"] if numbers else []


def _columns(mapping: tuple[ColumnRead, ...]) -> list[str]:
    lines: list[str] = []
    for sheet in dict.fromkeys(column.sheet for column in mapping):
        columns = [column for column in mapping if column.sheet == sheet and column.heading]
        lines += [f"Columns of the sheet '{sheet}':" if sheet else "Columns:"] if columns else []
        lines += [_column(column) for column in columns]
        lines += [
            f"Sheet '{sheet}': {c.reason}" for c in mapping if c.sheet == sheet and not c.heading
        ]
    return lines


def _column(column: ColumnRead) -> str:
    samples = " · ".join(column.samples)
    read = _field(column) or f"NOT READ ({column.reason})"
    why = f" ({column.reason})" if column.reason.startswith(("it holds", "as you")) else ""
    return f"  {column.place:<2} {column.heading[:34]:<34} -> {read}{why}  {samples}".rstrip()


def _field(column: ColumnRead) -> str | None:
    shown = {FURTHER: "kept beside the action", TICKED: "status"}
    return shown.get(column.field, column.field) if column.field else None


def _changes(read: Imported) -> list[str]:
    if not read.against:
        return []
    if not read.changes:
        return [f"Compared with the {read.against} plan that is held: nothing changes."]
    lines = [f"Compared with the {read.against} plan that is held:"]
    for kind in dict.fromkeys(change.kind for change in read.changes):
        of_kind = [change for change in read.changes if change.kind == kind]
        asks = f"; needs --accept {kind}" if any(change.asks for change in of_kind) else ""
        lines.append(f"  {CHANGES[kind]} ({len(of_kind)}{asks})")
        lines += [f"    ({note})" for note in change_notes(of_kind)]
        lines += _cut([f"    {change_words(change)}" for change in of_kind], "    ")
    return lines


def _rows(plan: Plan) -> list[str]:
    lines = ["As it will be stored:"]
    for priority in plan.priorities:
        lines.append(f"  {priority.code} {priority.name}")
        lines += [_action(plan, a) for a in plan.actions if a.priority == priority.code]
    return lines[: ROWS + 1] + (
        [f"  … and {len(lines) - ROWS - 1} more"] if lines[ROWS + 1 :] else []
    )


def _action(plan: Plan, action: Action) -> str:
    leads = ", ".join(map(plan.called, action.leads)) or "no lead"
    assumed = " (assumed)" if action.due_is_assumed else ""
    due = f"{show_date(action.due)}{assumed}" if action.due else "no date"
    measures = f", {count(len(action.measures), 'measure')}" if action.measures else ""
    return f"    {action.ref}  {excerpt(action.text, 70)}  | {leads} | {due}{measures}"


def _new_agencies(read: Imported) -> list[str]:
    names = [a.name if a.name == a.code else f"{a.name} ({a.code})" for a in read.new_agencies]
    return (
        [f"{count(len(names), 'new agency', 'new agencies')}: {', '.join(names)}"] if names else []
    )


def _problems(problems: Iterable[Problem]) -> list[str]:
    lines = [line for code, same in _grouped(problems) for line in _group(code, same)]
    return ["To look at, the gravest first:", *lines] if lines else []


def _grouped(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    """Grouped by kind, the gravest kinds first, each row named once."""
    groups: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.level in _LEVELS and problem.code not in _SHOWN_ABOVE:
            groups[problem.code].append(problem)
    return [
        (code, groups[code]) for code in sorted(groups, key=lambda code: _gravity(groups[code]))
    ]


def _gravity(problems: list[Problem]) -> tuple[int, int]:
    level = min(_LEVELS.index(problem.level) for problem in problems)
    return level, -len(problems)


def _group(code: str, problems: list[Problem]) -> Iterator[str]:
    mark = "!" if problems[0].level == "must" else "·"
    title = kind_words(code)
    if len(problems) == 1:
        yield f"{mark} {title}: {_problem_line(problems[0])}"
        return
    yield f"{mark} {title} ({len(problems)}):"
    yield from _cut([f"    {_problem_line(problem)}" for problem in problems], "    ")


def _problem_line(problem: Problem) -> str:
    ref = f"{problem.ref}, " if problem.ref else ""
    return f"{ref}{show_place(problem.location)}{problem.message}"


def _cut(lines: list[str], indent: str) -> list[str]:
    more = len(lines) - ITEMS
    return lines[:ITEMS] + ([f"{indent}… and {more} more"] if more > 0 else [])


def _left(read: Imported) -> list[str]:
    """What was not stored since nobody accepted it."""
    if not read.left:
        return []
    kinds = ",".join(dict.fromkeys(change.kind for change in read.left))
    number = count(len(read.left), "change was", "changes were")
    return [
        f"{number} not stored: {kinds}. If that is meant, import again with --accept {kinds}.",
        *(f"  {change.kind} {change_words(change)}" for change in read.left[:ITEMS]),
    ]
