"""Verdicts: whether something goes well, and who does best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.core.status import Status
from bot.reading.expression import Expression, Stands, any_of
from bot.reading.folding import Atom
from bot.reading.grammar import Sort
from bot.reading.wants import Cues

if TYPE_CHECKING:
    from bot.reading.parts import Parts


def is_verdict(parts: Parts, beside: Iterable[Atom]) -> bool:
    """ "Is safeguarding in good shape?": how it stands tells; "are any" asks for those that are."""
    polar = {*parts.words[:1]} & {"is", "are", "does", "do"}
    if not polar or parts.has(Sort.NOUN, Sort.NOT, Sort.AGENCY):
        return False
    verdicts = (parts.spans[atom.at] for atom in beside)
    return all(span.sort is Sort.STATUS for span in verdicts)


def judged(cues: Cues) -> Expression:
    """What speaks for or against a priority or an agency: "which is doing worst"."""
    statuses = _BAD if cues.says("worst") else _GOOD
    return any_of(*(Stands(status.value) for status in statuses))


_BAD = (Status.OFF_TRACK, Status.AT_RISK)
_GOOD = (Status.ON_TRACK, Status.COMPLETE)
