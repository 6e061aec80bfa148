"""One thing the doctor looks at; a look that fails is itself what was found."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.dataclass import dataclass
from bot.core.errors import Unusable
from bot.store.faults import explained


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and when it is not well, what to do about it."""

    name: str
    well: bool
    detail: str
    remedy: str = ""

    def __str__(self) -> str:
        mark = "ok  " if self.well else "MEND"
        return f"{mark}  {self.name}: {self.detail}" + (f"\n      {self.remedy}" * (not self.well))


def looked(name: str, look: Callable[[], Check]) -> Check:
    """A check that reads the database; when that fails, this is what it found."""
    try:
        return look()
    except Exception as fault:  # any driver's error means the same to the reader
        return unusable(name, fault)


def unusable(name: str, fault: Exception) -> Check:
    """The check whose look failed, in plain words."""
    plain = fault if isinstance(fault, Unusable) else explained(fault)
    if plain is None:
        return Check(
            name,
            well=False,
            detail=f"cannot be used ({type(fault).__name__})",
            remedy="Check DATABASE_URL and that its server runs, or that DATA_DIR can be written.",
        )
    return Check(name, well=False, detail=plain.message, remedy=plain.remedy)
