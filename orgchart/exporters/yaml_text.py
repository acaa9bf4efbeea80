"""An organization as the YAML that people write: roles a block each, short lists on one line, remarks as comments.

The words are quoted by the YAML library, so that what is written is read again as what it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROOM = 100
ROOM_FOR_EVIDENCE = 200
UNFOLDED = 1 << 30

_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Base):  # type: ignore[misc]  # one of two classes, whichever the library was built with
    """Short lists and mappings of plain values on one line; texts of several lines in quotes."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - asked for each value
        return True


def _represent_list(dumper: Any, values: Sequence[Any]) -> Any:
    node = dumper.represent_sequence("tag:yaml.org,2002:seq", values)
    node.flow_style = _is_short(values, ROOM)
    return node


def _represent_mapping(dumper: Any, values: Mapping[str, Any]) -> Any:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", values.items())
    room = ROOM_FOR_EVIDENCE if "quote" in values else ROOM
    node.flow_style = "title" not in values and "name" not in values and _is_short(values.values(), room, values)
    return node


def _represent_text(dumper: Any, words: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style='"' if "\n" in words else None)


_Dumper.add_representer(list, _represent_list)
_Dumper.add_representer(tuple, _represent_list)
_Dumper.add_representer(dict, _represent_mapping)
_Dumper.add_representer(str, _represent_text)


def _is_short(values: Iterable[Any], room: int, keys: Iterable[str] = ()) -> bool:
    """Whether plain values fit on one line; a wide character takes the room of two."""
    taken = sum(len(key) + 2 for key in keys)
    for value in values:
        if isinstance(value, (list, tuple, dict)):
            return False
        words = str(value)
        taken += len(words) + (0 if words.isascii() else len(words)) + 2
        if taken > room:
            return False
    return True


def as_yaml(
    data: Mapping[str, Any], remarks: Mapping[int, Sequence[str]] | None = None, heading: Sequence[str] = ()
) -> str:
    """One organization, in the shape of its file, as YAML text.

    `heading` are comments above everything, `remarks` those above a role, by its number.
    """
    return "\n".join(_lines(data, remarks or {}, heading)) + "\n"


def _lines(data: Mapping[str, Any], remarks: Mapping[int, Sequence[str]], heading: Sequence[str]) -> Iterator[str]:
    yield from map(_comment, heading)
    lists = ("units", "roles", "ignore")
    above = {key: value for key, value in data.items() if key not in lists}
    yield from _dumped(above)
    for name in lists:
        if not data.get(name):
            continue
        yield ""
        yield f"{name}:"
        for number, item in enumerate(data[name]):
            told = remarks.get(number, ()) if name == "roles" else ()
            if name == "roles" and number:
                yield ""
            yield from (f"  {_comment(remark)}" for remark in told)
            yield from (f"  {line}" for line in _dumped([item]))


def _comment(words: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in words)
    return f"# {printable}".rstrip()


def _dumped(value: Any) -> list[str]:
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=UNFOLDED, default_flow_style=False
    )
    return text.rstrip("\n").split("\n")
