"""Every rule about an organization, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rules.coordination import coordinates_with_itself, one_sided, unknown_party
from orgchart.rules.identity import duplicate_role, title_spelt_two_ways, unit_cycle, unknown_unit
from orgchart.rules.reporting import (
    ambiguous_name,
    cycle,
    orphan_role,
    reports_to_itself,
    several_roots,
    several_superiors,
    skip_level,
    solid_and_dotted,
    superior_disagrees,
    superior_omits,
    undescribed_superior,
    unknown_subordinate,
    unknown_superior,
)
from orgchart.rules.shape import single_report, too_deep, wide_span

if TYPE_CHECKING:
    from orgchart.rules._rule import Rule

RULES: tuple[Rule, ...] = (
    duplicate_role,
    title_spelt_two_ways,
    unknown_unit,
    unit_cycle,
    cycle,
    reports_to_itself,
    unknown_superior,
    orphan_role,
    several_roots,
    several_superiors,
    superior_disagrees,
    superior_omits,
    solid_and_dotted,
    skip_level,
    unknown_subordinate,
    ambiguous_name,
    undescribed_superior,
    wide_span,
    single_report,
    too_deep,
    unknown_party,
    one_sided,
    coordinates_with_itself,
)
