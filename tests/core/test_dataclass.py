"""Our dataclasses behave as those of the standard library do."""

from __future__ import annotations

import dataclasses
from dataclasses import FrozenInstanceError, field, fields, replace
from pathlib import Path
from typing import Any

import pytest

from bot.core.dataclass import dataclass

BOT = Path(__file__).parents[2] / "bot"


class Plain:
    """Fields of all kinds the house uses."""

    ref: str
    words: list[str] = field(default_factory=list)
    secret: str = field(default="s", repr=False)
    seen: int | None = field(default=None, compare=False)
    made: int = field(default=3, init=False)


class Worked(Plain):
    """One that works something out when it is made, and shows itself its own way."""

    def __post_init__(self) -> None:
        self.words.append(self.ref)

    def __repr__(self) -> str:
        return "mine"


def _both(kind: type, **how: bool) -> tuple[Any, Any]:
    members = {
        name: value
        for base in reversed(kind.__mro__[:-1])
        for name, value in vars(base).items()
        if name not in {"__dict__", "__weakref__"}
    }
    ours, theirs = (type(kind.__name__, (), dict(members)) for _ in range(2))
    return dataclass(**how)(ours), dataclasses.dataclass(**how)(theirs)


@pytest.mark.parametrize("slots", [True, False])
@pytest.mark.parametrize("frozen", [True, False])
@pytest.mark.parametrize("kind", [Plain, Worked])
def test_values_are_made_shown_compared_and_replaced_alike(
    kind: type, frozen: bool, slots: bool
) -> None:
    for made in _both(kind, frozen=frozen, slots=slots):
        one = made("A1", seen=1)
        assert one == made("A1", [], seen=2)
        assert one != made("A2")
        assert one != "A1"
        assert (one.words, one.secret, one.made) == (["A1"] if kind is Worked else [], "s", 3)
        assert repr(one).partition("Plain")[2] == (
            "(ref='A1', words=[], seen=1, made=3)" if kind is Plain else ""
        )
        assert replace(one, ref="A2", words=[]).ref == "A2"
        assert [each.name for each in fields(made)] == ["ref", "words", "secret", "seen", "made"]
        assert hasattr(one, "__dict__") is not slots
        with pytest.raises(TypeError):
            made()
        with pytest.raises(TypeError):
            made("A1", other=1)


def test_a_frozen_value_cannot_be_changed_and_may_be_a_key() -> None:
    @dataclass(frozen=True, slots=True)
    class Place:
        name: str
        seen: int = field(default=0, compare=False)

    assert {Place("a"): 1}[Place("a", seen=2)] == 1
    with pytest.raises(FrozenInstanceError):
        Place("a").name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Place("a").name


def test_a_value_that_may_be_changed_is_no_key() -> None:
    @dataclass(slots=True)
    class Tally:
        count: int = 0

    with pytest.raises(TypeError, match="unhashable"):
        hash(Tally())


def test_without_eq_each_value_is_only_itself() -> None:
    @dataclass(frozen=True, slots=True, eq=False)
    class Portrait:
        name: str

    one = Portrait("a")
    assert one != Portrait("a")
    assert len({one, Portrait("a")}) == 2


def test_one_without_fields_equals_every_other() -> None:
    @dataclass(frozen=True, slots=True)
    class Nothing:
        pass

    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_the_bot_defines_its_dataclasses_so() -> None:
    """All but the one that is also put in order."""
    standard = [
        path.relative_to(BOT).as_posix()
        for path in BOT.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("from dataclasses import") and "dataclass" in line.split("import")[1]
    ]
    assert standard == ["core/quarters.py"]
