"""The words on a picture of changes, in the language of its organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class ChangeWords(NamedTuple):
    """Patterns for `str.format` and plain words.

    `label` holds the words on cards; `legend` what the signs mean; `counts` how many there are of each action.
    """

    heading: str
    label: Mapping[str, str]
    legend: Mapping[str, str]
    counts: Mapping[str, str]
    chains: str
    between: str
    nobody: str
    partly: str


CHINESE: Final = ChangeWords(
    heading="{} 组织变更图",
    label={
        "added": "新增",
        "removed": "撤销",
        "moved": "调自 {}",
        "top": "现无上级",
        "unit": "{} → {}",
        "ghost": "调往 {}",
        "renamed": "原名 {}",
        "changed": "变更 {} 项",
        "reached": "上级链变化",
    },
    legend={
        "added": "新增岗位",
        "removed": "撤销岗位（原位置）",
        "moved": "调动岗位（新位置）",
        "ghost": "调动岗位的原位置",
        "renamed": "改名",
        "changed": "其他变更",
        "reached": "指挥链随之变化",
    },
    counts={
        "added": "新增 {}",
        "removed": "撤销 {}",
        "moved": "调动 {}",
        "renamed": "改名 {}",
        "changed": "变更 {}",
    },
    chains="指挥链变化 {}",
    between="，",
    nobody="无上级",
    partly="仅画出有变更的岗位及其上级。",
)
ENGLISH: Final = ChangeWords(
    heading="{} · changes",
    label={
        "added": "added",
        "removed": "removed",
        "moved": "from {}",
        "top": "no superior now",
        "unit": "{} → {}",
        "ghost": "to {}",
        "renamed": "was {}",
        "changed": "{} changed",
        "reached": "chain changed",
    },
    legend={
        "added": "added",
        "removed": "removed (its old place)",
        "moved": "moved (its new place)",
        "ghost": "old place of a moved role",
        "renamed": "renamed",
        "changed": "changed otherwise",
        "reached": "chain of command changed with it",
    },
    counts={
        "added": "{} added",
        "removed": "{} removed",
        "moved": "{} moved",
        "renamed": "{} renamed",
        "changed": "{} changed",
    },
    chains="{} chains of command changed",
    between=", ",
    nobody="no superior",
    partly="Only roles that changed are drawn, and the superiors above them.",
)


def words_of_change(tag: str) -> ChangeWords:
    """The words for a language tag."""
    return CHINESE if tag.startswith("zh") else ENGLISH
