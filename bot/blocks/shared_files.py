"""A file somebody gave: that it is being read, what it would do, what became of it; and what they
decide of it before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.lines import bulleted, packed
from bot.blocks.messages import Drawn, notice
from bot.core.carried import carried, parts
from bot.core.codec import decode, encode
from bot.core.progress import count
from bot.messages.reply import Section
from bot.messages.shared_files import LEFT, TAKEN, AgencyQuestion, Decisions, FilePreview, OneChange

STORE, STORE_ALL = "file_store", "file_store_all"
PROBLEMS, LEAVE = "file_problems", "file_leave"
COLUMNS, DECIDE = "file_columns", "file_decide"
"""Action ids of the buttons under a preview; the value is JSON [file id, stamp of the preview, what
was decided of the file]. [DECIDE] buttons hold what is decided once they are pressed."""
FILES_NOT_READ = (
    "I have not read the file: I read plans, returns and lists (.xlsx, .docx, .csv, .xls, .ods), "
    "in a direct message."
)
INSTEAD_OF_FILES = "Type what it says, for example `update REF green what has happened`."
PART_CHARACTERS = 1_600
NOTHING_YET = "Nothing is stored yet."
REST = "… more: [All problems] sends them as a file."


def read_value(value: str) -> tuple[str, str, Decisions]:
    """What a button holds: the file, the stamp of its preview, what was decided. Raises Refused
    where another version drew it."""
    file, stamp, *decided = parts(value, 2)
    if not decided:
        return file, stamp, Decisions()
    return file, stamp, carried(json.dumps(decided[0]), partial(decode, Decisions))


def _value(shown: FilePreview, decisions: Decisions | None = None) -> str:
    decided = json.loads(encode(decisions or shown.decisions))
    return json.dumps([shown.file, shown.stamp, decided], separators=(",", ":"))


def reading(name: str, done: int = 0, total: int = 0) -> Drawn:
    """A file is being read: `done` parts of it are, of `total` where that is known (else equal)."""
    so_far = f" {100 * done // total} %" if done < total else f" {done:,} rows" if done else ""
    return notice(f"Reading {name} …{so_far}")


def preview(shown: FilePreview) -> Drawn:
    """What a file would do, with what can be done about it; or the change that is next."""
    if shown.decisions.walking:
        return _change(shown, shown.step) if shown.step else _decided(shown)
    asked = list(_question(shown, shown.question)) if shown.question else []
    quiet = [shown.remark] if shown.remark else []
    quiet += [_carried(shown)] if shown.unfinished else []
    tail = [*asked, kit.context(*map(kit.escape, [*quiet, NOTHING_YET]))]
    tail.append(kit.actions(*_buttons(shown)))
    words = [_asked(shown.question)] if shown.question else []
    text = _text(shown, *words, *quiet, NOTHING_YET)
    return text, kit.fit(_blocks(shown), tail, rest=REST)


def stored(shown: FilePreview) -> Drawn:
    """What was stored of a file."""
    return _text(shown), kit.fit(_blocks(shown))


def left(name: str = "The file") -> Drawn:
    """A file was left."""
    return notice(f"{name} was left: nothing was stored.")


def _buttons(shown: FilePreview) -> list[Block]:
    value = _value(shown)
    buttons = []
    if shown.storable:
        label = f"Store without the {shown.asks} asked about" if shown.asks else "Store"
        buttons.append(kit.button(label, STORE, value, style="" if shown.asks else "primary"))
    if shown.storable and shown.asks:
        buttons.append(kit.button("Store all", STORE_ALL, value))
    if shown.steps:
        walk = _value(shown, shown.decisions.walk(shown.changes, shown.steps))
        buttons.append(kit.button("One by one", f"{DECIDE}:walk", walk))
    if shown.unfinished:
        on = not shown.decisions.carry
        label = f"{'Take along' if on else 'Leave out'} the {shown.unfinished} unfinished"
        carried = _value(shown, replace(shown.decisions, carry=on))
        buttons.append(kit.button(label, f"{DECIDE}:carry", carried))
    if shown.columns:
        buttons.append(kit.button("Columns", COLUMNS, value))
    if shown.problems:
        buttons.append(kit.button("All problems", PROBLEMS, value))
    return [*buttons, kit.button("Leave it", LEAVE, value)]


def _carried(shown: FilePreview) -> str:
    number = count(shown.unfinished, "action")
    if shown.decisions.carry:
        return f"{number} of the year before, not finished, will be taken along into this plan."
    return f"{number} of the year before, not finished, will not be in this plan."


def _asked(question: AgencyQuestion) -> str:
    names = " or ".join(name for _, name in question.known)
    place = f" ({question.number} of {question.total})" if question.total > 1 else ""
    return f"'{question.name}': is this {names}?{place}"


def _question(shown: FilePreview, question: AgencyQuestion) -> Iterator[Block]:
    """Whether an agency is a known one; the name is kept as that agency's with [Store] only."""

    def answer(label: str, known: str, number: int) -> Block:
        value = _value(shown, shown.decisions.answered(question.code, known))
        return kit.button(label, f"{DECIDE}:agency{number}", value)

    alone = len(question.known) == 1
    yield kit.section(kit.escape(_asked(question)))
    yield kit.actions(
        *(
            answer("Yes, the same" if alone else f"It is {name}", code, number)
            for number, (code, name) in enumerate(question.known)
        ),
        answer("No, another", "", len(question.known)),
    )


def _change(shown: FilePreview, step: OneChange) -> Drawn:
    """One change, to be taken or left."""
    heading = f"Change {step.number} of {step.total}: {step.kind}"
    lines = [step.text, *([step.note] if step.note else [])]
    now = shown.decisions
    buttons = (
        kit.button("Take it", f"{DECIDE}:take", _value(shown, now.next(TAKEN))),
        kit.button("Leave it as it is", f"{DECIDE}:keep", _value(shown, now.next(LEFT))),
        kit.button("Take the rest", f"{DECIDE}:take_rest", _value(shown, now.rest(TAKEN))),
        kit.button("Leave the rest", f"{DECIDE}:keep_rest", _value(shown, now.rest(LEFT))),
        kit.button("Back", f"{DECIDE}:back", _value(shown, now.stopped())),
    )
    blocks = [
        kit.section(kit.bold(heading)),
        *(kit.section(text) for text in packed(map(kit.oneline, lines))),
        kit.context("Nothing is stored yet; go on whenever you like, also tomorrow."),
        kit.actions(*buttons),
    ]
    return kit.text([heading, *lines, NOTHING_YET]), kit.fit(blocks)


def _decided(shown: FilePreview) -> Drawn:
    """Every change was taken or left."""
    now = shown.decisions
    taken = now.taken.count(TAKEN)
    others = len(now.taken) - taken
    text = f"{count(taken, 'change')} taken, {others} left as it is held now."
    again = now.walk(shown.changes, shown.steps)
    buttons = (
        kit.button(f"Store the {taken}", STORE, _value(shown), style="primary"),
        kit.button("Begin again", f"{DECIDE}:walk", _value(shown, again)),
        kit.button("Back", f"{DECIDE}:back", _value(shown, now.stopped())),
    )
    blocks = [kit.section(kit.bold(text)), kit.context(NOTHING_YET)]
    return kit.text([text, NOTHING_YET]), [*blocks, kit.actions(*buttons)]


def _blocks(shown: FilePreview) -> list[Block]:
    blocks = [kit.section(kit.bold(shown.title))]
    for part in shown.parts:
        blocks += bulleted(part, PART_CHARACTERS) if part.heading else _plain(part)
    return blocks


def _plain(part: Section) -> list[Block]:
    return [kit.section(text) for text in packed(kit.oneline(line.text) for line in part.lines)]


def _text(shown: FilePreview, *closing: str) -> str:
    lines = [shown.title]
    for part in shown.parts:
        lines += [part.heading] if part.heading else []
        lines += [line.text for line in part.lines]
        lines += [f"… and {part.more} more"] if part.more else []
    return kit.text([*lines, *closing])
