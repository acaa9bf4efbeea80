"""What if: a list of changes applied to a copy of organizations, and what that would do. No file is ever changed.

::

    organization: bank            # may be left out where a name fits in one organization only
    changes:
      - move: 客户经理            # to another superior, another unit, or both; `to: []` puts it at the top
        to: 市场总监
        unit: 市场部
      - add: 风险官               # with any key of a role
        reports_to: 行长
      - rename: 客服主管
        to: 客户服务主管
      - set: 客户专员             # any other key of a role
        headcount: 3
      - remove: 审计员            # its reports stay where they point, unless they go to somebody
        reports_to: 行长

Changes are applied in their order, so that a later one may name a role that an earlier one adds. A role is named by its
id, title or alias, in full. What two files say of one line stays in step: a move takes the role out of the old
superior's `supervises`, and puts it into the new one's, where they have such a list.
"""

from __future__ import annotations

from orgchart.proposals.applying import propose
from orgchart.proposals.effects import Effects, effects_of
from orgchart.proposals.reading import Step, read_steps

__all__ = ["Effects", "Step", "effects_of", "propose", "read_steps"]
