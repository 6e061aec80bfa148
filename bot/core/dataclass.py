"""The dataclasses of the standard library, defined at a tenth of the cost.

The library's decorator compiles up to eight methods for each class as it is defined: for the two
hundred classes of a process that only answers, a seventh of its start and 2 MB. Here `__init__` is
compiled when the first value of a class is made, and the other methods are shared. It takes what
the house uses: `frozen`, `slots` and `eq`, and fields with `default`, `default_factory`, `init`,
`repr` and `compare`. Each class has a docstring: for one without, the library writes its signature,
at the cost of thirty classes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True
    ) -> Any:
        """As `dataclasses.dataclass`, of which type checkers take it to be the same."""

        def define(cls: type) -> type:
            described = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            for name, method in _methods(described, frozen=frozen, eq=eq):
                if name not in cls.__dict__:
                    setattr(described, name, method)
            return described

        return define if cls is None else define(cls)


def _methods(cls: type, *, frozen: bool, eq: bool) -> Iterator[tuple[str, Any]]:
    yield "__init__", _init_at_first_use(cls, frozen=frozen)
    yield "__repr__", _repr
    if eq:
        values = _values(cls)
        yield "__eq__", _eq(values)
        yield "__hash__", _hash(values) if frozen else None
    if frozen:
        yield "__setattr__", _refuse
        yield "__delattr__", _refuse


def _values(cls: Any) -> Callable[[Any], Any]:
    """What values of the class are compared by."""
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    return attrgetter(*names) if names else lambda _value: ()


def _eq(values: Callable[[Any], Any]) -> Callable[[Any, object], Any]:
    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    return __eq__


def _hash(values: Callable[[Any], Any]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


def _repr(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({values})"


def _refuse(self: Any, name: str, *_value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


def _init_at_first_use(cls: Any, *, frozen: bool) -> Callable[..., None]:
    def __init__(self: Any, *args: Any, **named: Any) -> None:  # noqa: N807
        cls.__init__ = _init(cls, frozen=frozen)
        cls.__init__(self, *args, **named)

    return __init__


def _init(cls: Any, *, frozen: bool) -> Callable[..., None]:
    """The method as the standard library writes it."""
    scope: dict[str, Any] = {"_set": object.__setattr__, "_unset": object()}
    parameters, lines = ["self"], []
    for field in dataclasses.fields(cls):
        parameter, value = _taken(field, scope)
        parameters += [parameter] if field.init else []
        if value:
            put = f"_set(self, {field.name!r}, {value})"
            lines.append(put if frozen else f"self.{field.name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(parameters)}):\n {body}", scope)  # noqa: S102 - names of fields
    return cast(Callable[..., None], scope["__init__"])


def _taken(field: dataclasses.Field[Any], scope: dict[str, Any]) -> tuple[str, str]:
    """How a field is written among the parameters, and the value it gets; empty for no value."""
    name = field.name
    if field.default_factory is not dataclasses.MISSING:
        scope[f"_new_{name}"] = field.default_factory
        made = f"_new_{name}()"
        return f"{name}=_unset", f"{made} if {name} is _unset else {name}" if field.init else made
    if field.default is not dataclasses.MISSING:
        scope[f"_default_{name}"] = field.default
        return f"{name}=_default_{name}", name if field.init else f"_default_{name}"
    return name, name if field.init else ""
