"""Every rule about an organization, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rules.coordination import coordinates_with_itself, hub, one_sided, unknown_party
from orgchart.rules.documents import missing_source, unread_text
from orgchart.rules.identity import (
    duplicate_role,
    head_outside_unit,
    more_holders_than_posts,
    promotion_to_nowhere,
    similar_titles,
    title_spelt_two_ways,
    unit_cycle,
    unit_without_head,
    unknown_unit,
)
from orgchart.rules.reporting import (
    ambiguous_name,
    cycle,
    deputies_in_a_circle,
    line_across_units,
    orphan_role,
    person_under_itself,
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
    vacant_superior,
)
from orgchart.rules.review import (
    mass_removal,
    orphaned_by_change,
    rename_without_previously,
    root_replaced,
    span_pushed_over_limit,
)
from orgchart.rules.shape import declared_span, islands, single_report, too_deep, unbranched_chain, wide_span

if TYPE_CHECKING:
    from orgchart.rules._rule import Rule

DOCUMENT_RULES: tuple[Rule, ...] = (
    missing_source,
    unread_text,
)
"""Those that find something only where the documents are at hand."""

REVIEW_RULES: tuple[Rule, ...] = (
    mass_removal,
    orphaned_by_change,
    rename_without_previously,
    span_pushed_over_limit,
    root_replaced,
)
"""Those that find something only where an earlier state is given."""

RULES: tuple[Rule, ...] = (
    *DOCUMENT_RULES,
    duplicate_role,
    title_spelt_two_ways,
    unknown_unit,
    unit_cycle,
    similar_titles,
    unit_without_head,
    head_outside_unit,
    more_holders_than_posts,
    promotion_to_nowhere,
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
    line_across_units,
    vacant_superior,
    deputies_in_a_circle,
    person_under_itself,
    wide_span,
    single_report,
    too_deep,
    declared_span,
    islands,
    unbranched_chain,
    unknown_party,
    one_sided,
    coordinates_with_itself,
    hub,
    *REVIEW_RULES,
)
