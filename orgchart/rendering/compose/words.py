"""The words on a picture, in the language of its organization."""

from __future__ import annotations

from typing import Final

from orgchart.record import NamedTuple


class Words(NamedTuple):
    """Patterns for `str.format`, and plain words. `tag` is the language of the SVG, `bracket` and `join` its marks."""

    tag: str
    chart: str
    untitled: str
    vacant: str
    acting: str
    several: str
    brief: str
    two: str
    direct: str
    direct_total: str
    people: str
    coordination: str
    dotted: str
    second: str
    loop: str
    about: str
    abouts: str
    relations: str
    reporting: str
    of_kind: tuple[tuple[str, str], ...]
    vacant_card: str
    faint_card: str
    external_card: str
    unit_card: str
    no_unit: str
    no_lines: str
    loop_note: str
    self_note: str
    more_notes: str
    description: str
    tops: str
    names: str
    part: str
    part_description: str
    crumb: str
    hidden: str
    hidden_card: str
    context_card: str
    chain: str
    wide_span: str
    grade: str
    no_grade: str
    layer: str
    no_layer: str
    span: str
    no_span: str
    findings: str
    findings_elsewhere: str
    of_finding: tuple[tuple[str, str], ...]


CHINESE: Final = Words(
    tag="zh-CN",
    chart="{} 组织架构图",
    untitled="未具名岗位",
    vacant="（空缺）",
    acting="{}（代理）",
    several="{0} 等 {1} 人",
    brief="{0} +{1}",
    two="{}、{}",
    direct="直属{}",
    direct_total="直属{}·共{}",
    people="{}人",
    coordination="{} ⇄ {}",
    dotted="{} → {}：虚线汇报",
    second="{} → {}：另一直接上级",
    loop="{} → {}：直接上级（回路）",
    about="{}：{}",
    abouts="；",
    relations="横向协同与其他关系",
    reporting="直接汇报",
    of_kind=(("coordination", "横向协同"), ("dotted", "虚线（矩阵）汇报"), ("second", "另一直接上级")),
    vacant_card="空缺",
    faint_card="仅被提及，未见说明",
    external_card="外部",
    unit_card="部门",
    no_unit="未写明部门",
    no_lines="没有写明汇报关系，各岗位按部门排列。",
    loop_note="汇报回路：{}，在最先写出的岗位处断开。",
    self_note="{} 写为自己的上级，未画线。",
    more_notes="另有 {} 处。",
    description="共 {} 个岗位，{} 条关系。",
    tops="最高一级：{}。",
    names="、",
    part="{} · {}",
    part_description="图中 {} 个岗位（全部 {} 个），{} 条关系。",
    crumb="上级：{}",
    hidden="+{}",
    hidden_card="+N：下面还有 N 个岗位未画出",
    context_card="图外上级",
    chain="{} 的指挥链",
    wide_span="▲：直属超过 {} 人",
    grade="{}",
    no_grade="未写明等级",
    layer="第 {} 层",
    no_layer="层级不明（回路）",
    span="直属 {}",
    no_span="无下级",
    findings="校验发现",
    findings_elsewhere="另有 {} 条不涉及图中岗位。",
    of_finding=(("error", "错误"), ("warning", "警告"), ("note", "提示")),
)
ENGLISH: Final = Words(
    tag="en",
    chart="{} · organization chart",
    untitled="Untitled role",
    vacant="(vacant)",
    acting="{} (acting)",
    several="{0} and {2} others",
    brief="{0} +{1}",
    two="{}, {}",
    direct="{} direct",
    direct_total="{} of {}",
    people="{} posts",
    coordination="{} ⇄ {}",
    dotted="{} → {}: dotted line",
    second="{} → {}: further direct superior",
    loop="{} → {}: direct superior (loop)",
    about="{}: {}",
    abouts="; ",
    relations="Coordination and further relations",
    reporting="direct report (4 of 13: four direct, thirteen below in all)",
    of_kind=(("coordination", "coordination"), ("dotted", "dotted line"), ("second", "further superior")),
    vacant_card="vacant",
    faint_card="only mentioned",
    external_card="outside party",
    unit_card="department",
    no_unit="no department",
    no_lines="No reporting line is written; the roles stand by department.",
    loop_note="Reporting loop: {}, drawn open at the role written first.",
    self_note="{} is written as its own superior; no line is drawn.",
    more_notes="{} more.",
    description="{} roles, {} relations.",
    tops="At the top: {}.",
    names=", ",
    part="{} · {}",
    part_description="{} of {} roles, {} relations.",
    crumb="reports up to: {}",
    hidden="+{}",
    hidden_card="+N: N more roles below, not drawn",
    context_card="superior outside this part",
    chain="chain of command of {}",
    wide_span="▲: more than {} direct reports",
    grade="grade {}",
    no_grade="no grade",
    layer="layer {}",
    no_layer="no layer (loop)",
    span="span {}",
    no_span="no reports",
    findings="Findings of the check",
    findings_elsewhere="{} more on roles that are not drawn.",
    of_finding=(("error", "error"), ("warning", "warning"), ("note", "note")),
)


def words_for(language: str) -> Words:
    """Find the words for `zh` or `en`."""
    return CHINESE if language == "zh" else ENGLISH
