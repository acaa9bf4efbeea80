"""Where in which document each role and unit was read: `document:lines`, as the organization file writes it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgchart.extraction.mentions import FoundOrganization

Lines = tuple[int, int]


def with_sources(found: FoundOrganization, document: str) -> FoundOrganization:
    """An organization whose roles and units say where they stand in a document.

    A role that others only mention stands where it is mentioned.
    """
    mentioned: dict[str, list[Lines]] = defaultdict(list)
    for role in found.roles:
        for one in role.evidence:
            if one.line is not None:
                mentioned[one.value].append((one.line, one.end_line or one.line))
    roles = (
        role.replace(
            source=(
                _source(
                    document, role.lines or [place for name in (role.title, *role.aliases) for place in mentioned[name]]
                ),
            )
        )
        for role in found.roles
    )
    units = (unit.replace(source=(_source(document, unit.lines),)) for unit in found.units)
    return found.replace(roles=tuple(roles), units=tuple(units))


def _source(document: str, lines: Iterable[Lines]) -> str:
    ranges = _ranges(lines)
    return f"{document}:{ranges}" if ranges else document


def _ranges(stretches: Iterable[Lines]) -> str:
    joined: list[list[int]] = []
    for first, last in sorted(set(stretches)):
        if joined and first <= joined[-1][1] + 1:
            joined[-1][1] = max(last, joined[-1][1])
        else:
            joined.append([first, last])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in joined)
