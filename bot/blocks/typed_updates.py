"""Several updates typed in one message: shown together with one button, then said one by one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.blocks import kit
from bot.blocks.kit import Block
from bot.blocks.messages import OPEN_FORM, UNDO, Drawn
from bot.core.dataclass import dataclass
from bot.core.progress import count

SAVE_ALL = "save_all_updates"
"""Action id of [Save all]; its value is the key the updates are kept under."""


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One update: what it says (or became), its note, and why it cannot be saved as it stands.
    `ref` opens its form; `update_id` takes it back."""

    heading: str
    note: str = ""
    problem: str = ""
    ref: str = ""
    update_id: str = ""


def proposed(lines: Sequence[UpdateLine], key: str) -> Drawn:
    """What was understood of several updates, none of them saved yet, with [Save all]."""
    ready = sum(not line.problem for line in lines)
    title = f"Nothing was saved yet: I read {len(lines)} updates."
    label = "Save all" if ready == len(lines) else f"Save {ready} of {len(lines)}"
    tail = []
    if key and ready:
        tail.append(kit.actions(kit.button(label, SAVE_ALL, key, style="primary")))
    return _drawn(title, lines, tail)


def outcome(lines: Sequence[UpdateLine]) -> Drawn:
    """What became of each of several updates."""
    saved = sum(not line.problem for line in lines)
    of_all = f"{saved} of {len(lines)} updates" if saved < len(lines) else count(saved, "update")
    return _drawn(f"Saved {of_all}.", lines, [])


def _drawn(title: str, lines: Sequence[UpdateLine], tail: list[Block]) -> Drawn:
    blocks = [
        kit.section(kit.bold(title)),
        *(_line(number, x) for number, x in enumerate(lines, 1)),
    ]
    text = kit.text([title, *(f"{number}. {_text(x)}" for number, x in enumerate(lines, 1))])
    return text, kit.fit(blocks, tail, rest="… more: send fewer lines at once.")


def _text(line: UpdateLine) -> str:
    return ": ".join(part for part in (line.heading, line.note, line.problem) if part)


def _line(number: int, line: UpdateLine) -> Block:
    heading = kit.bold(f"{number}. {line.heading}")
    parts = [heading, *([kit.quote(line.note)] if line.note else []), *_problem(line)]
    return kit.section("\n".join(parts), _button(number, line))


def _problem(line: UpdateLine) -> list[str]:
    return [kit.oneline(line.problem)] if line.problem else []


def _button(number: int, line: UpdateLine) -> Block | None:
    if line.update_id:
        return kit.button("Undo", UNDO, line.update_id)
    if line.problem and line.ref:
        return kit.button(f"Open the form for {line.ref}", f"{OPEN_FORM}:{number}", line.ref)
    return None
