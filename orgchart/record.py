"""Frozen values that cost nothing to declare.

A `Record` reads like a frozen, keyword-only dataclass, and type checkers treat it as one. It is our own because a
decorator that writes each class's methods anew takes 0.7 ms a class, which every question in a terminal would pay
for; here a class is only its annotations and its defaults.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - handed on

    from typing_extensions import Self, dataclass_transform
else:
    from collections import namedtuple

    class _Tuples(type):
        """Makes a tuple with names out of a class body."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            names = body.get("__annotations__", {})
            defaults = [body[name] for name in names if name in body]
            made = namedtuple(name, names, defaults=defaults, module=body["__module__"])  # noqa: PYI024
            for key, value in body.items():
                if key not in names and key not in _MADE:
                    setattr(made, key, value)
            return made

    _MADE = frozenset({"__module__", "__qualname__", "__annotations__"})

    class NamedTuple(metaclass=_Tuples):
        """What `typing.NamedTuple` is, without the compilation of every annotation: 20 µs a field."""

    def dataclass_transform(**_options: Any) -> Any:
        """Do nothing: the marker is for type checkers."""
        return lambda record: record


EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A frozen value with named fields; a field that was not given has its class's default.

    Fields named in `_uncompared` are bookkeeping: they count neither for equality nor in `repr`.
    """

    _known: ClassVar[frozenset[str]] = frozenset()
    _required: ClassVar[frozenset[str]] = frozenset()
    _uncompared: ClassVar[tuple[str, ...]] = ()

    if not TYPE_CHECKING:

        def __init__(self, **given: Any) -> None:
            if not (self._required <= given.keys() <= self._known):
                wrong = sorted(given.keys() - self._known) or sorted(self._required - given.keys())
                verb = "has no" if given.keys() - self._known else "needs"
                raise TypeError(f"{type(self).__name__} {verb} {', '.join(wrong)}")
            self.__dict__.update(given)

        def __init_subclass__(cls) -> None:
            annotations = cls.__dict__.get("__annotations__", ())  # noqa: RUF063 - inspect takes 5 ms to import
            names = [name for name in annotations if not name.startswith("_")]
            cls._known = cls._known.union(names)
            cls._required = cls._required.union(name for name in names if name not in cls.__dict__)

    @classmethod
    def owning(cls, fields: dict[str, Any]) -> Self:
        """The value of fields that are known to fit; the dictionary is its own from now on, and never changed."""
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", fields)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed: make another with replace()")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be removed")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and type(self) is type(other) and self._values() == other._values()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        given = (name for name in self.__dict__ if name not in self._uncompared)
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in given)})"

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._known if name not in self._uncompared}

    def replace(self, **changes: Any) -> Self:
        """The same value with some fields changed."""
        return type(self)(**{**self.__dict__, **changes})
