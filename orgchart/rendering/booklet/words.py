"""The words of a booklet, in the language of its figure."""

from __future__ import annotations

from typing import Final

from orgchart.record import NamedTuple


class Words(NamedTuple):
    """Patterns for `str.format`, and plain words."""

    to_page: str
    from_page: str
    below: str
    elsewhere: str
    number: str
    overview: str
    more: str
    step: str
    description: str
    contents: str
    pages: str
    units: str
    roles: str
    rest: str


CHINESE: Final = Words(
    to_page="→ 第 {} 页",
    from_page="← 第 {} 页",
    below="共{}",
    elsewhere="{}（见第 {} 页）",
    number="第 {} 页，共 {} 页",
    overview="总览",
    more="{}（续 {}）",
    step=" › ",
    description="第 {} 页，共 {} 页：{} 个岗位。",
    contents="目录",
    pages="各页",
    units="部门",
    roles="{}（{} 个岗位）",
    rest="未写明汇报关系的岗位",
)
ENGLISH: Final = Words(
    to_page="→ page {}",
    from_page="← page {}",
    below="{}",
    elsewhere="{} (see page {})",
    number="page {} of {}",
    overview="overview",
    more="{} (continued {})",
    step=" › ",
    description="Page {} of {}: {} roles.",
    contents="Contents",
    pages="Pages",
    units="Departments",
    roles="{} ({} roles)",
    rest="roles without reporting lines",
)


def words_for(language: str) -> Words:
    """Find the words for the language tag of a figure."""
    return CHINESE if language.lower().startswith("zh") else ENGLISH
