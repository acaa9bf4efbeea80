"""The sheet of a role: everything its file says, as labels and phrases in the organization's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from orgchart.model import Duties, Holder, Role
    from orgchart.rendering.compose.words import Words
    from orgchart.rendering.facts import Items

_CHINESE: Final = {
    "aliases": "别名",
    "headcount": "编制",
    "grade": "职级",
    "code": "编码",
    "territory": "负责区域",
    "concurrently": "兼任",
    "deputy": "代理人",
    "purpose": "岗位目的",
    "responsibilities": "职责",
    "authority": "权限",
    "kpi": "考核指标",
    "reporting_duties": "汇报事项",
    "approvals": "审批",
    "escalates_to": "上报",
    "promotion_to": "晋升方向",
    "rotation_to": "轮岗方向",
    "qualifications": "任职资格",
    "effective": "生效日期",
    "previously": "曾用名",
    "note": "备注",
    "source": "出处",
    "described": "说明",
    "mentioned": "仅被提及，未见说明",
    "acting": "{}（代理）",
    "since": "{}（{} 起）",
    "vacant": "空缺",
    "people": "{} 人",
    "join": "，",
    "names": "、",
    "chain": " → ",
    "period": "{}：",
}
_ENGLISH: Final = {
    "aliases": "Also called",
    "headcount": "Headcount",
    "grade": "Grade",
    "code": "Code",
    "territory": "Territory",
    "concurrently": "Concurrently",
    "deputy": "Deputy",
    "purpose": "Purpose",
    "responsibilities": "Responsibilities",
    "authority": "Authority",
    "kpi": "KPI",
    "reporting_duties": "Reports due",
    "approvals": "Approvals",
    "escalates_to": "Escalates to",
    "promotion_to": "Promotion to",
    "rotation_to": "Rotation to",
    "qualifications": "Qualifications",
    "effective": "Effective",
    "previously": "Previously",
    "note": "Note",
    "source": "Source",
    "described": "Described",
    "mentioned": "only mentioned by others",
    "acting": "{} (acting)",
    "since": "{} (since {})",
    "vacant": "vacant",
    "people": "{}",
    "join": ", ",
    "names": ", ",
    "chain": " → ",
    "period": "{}:",
}
_LISTS: Final = ("responsibilities", "authority", "kpi")
_QUALIFICATIONS: Final = {
    "education": "学历",
    "major": "专业",
    "experience": "经验",
    "age": "年龄",
    "skills": "技能",
    "training": "培训",
    "certificates": "证书",
    "personality": "性格",
    "knowledge": "知识",
    "hours": "工时",
    "conditions": "工作条件",
    "gender": "性别",
    "health": "身体条件",
    "language": "语言",
    "languages": "语言",
    "ability": "能力",
    "abilities": "能力",
    "sex": "性别",
    "resources": "资源",
    "appearance": "形象",
    "tools": "工具",
    "potential": "潜质",
    "conduct": "品行",
    "attitude": "态度",
}


def said_by(words: Words) -> Mapping[str, str]:
    """Find the labels for the language of the words."""
    return _CHINESE if words.tag.startswith("zh") else _ENGLISH


def holders_of(role: Role, labels: Mapping[str, str]) -> str:
    """Name everybody who holds a role; empty where the file is silent."""
    if role.holders is None:
        return ""
    return labels["names"].join(_holder(holder, labels) for holder in role.holders) or labels["vacant"]


def _holder(holder: Holder, labels: Mapping[str, str]) -> str:
    name = clean(holder.name)
    if holder.acting:
        name = labels["acting"].format(name)
    return labels["since"].format(name, clean(holder.since)) if holder.since else name


def facts_about(role: Role, labels: Mapping[str, str]) -> Iterator[tuple[str, str | Items]]:
    """Give the facts of a role that are no relations, in the order in which a reader asks for them."""
    for key, value in _facts(role, labels):
        if value:
            yield labels[key], value


def _facts(role: Role, labels: Mapping[str, str]) -> Iterator[tuple[str, str | Items]]:
    names, join, chain = labels["names"], labels["join"], labels["chain"]
    yield "described", "" if role.described else labels["mentioned"]
    yield "aliases", names.join(map(clean, role.aliases))
    yield "headcount", labels["people"].format(role.headcount) if role.headcount is not None else ""
    for key in ("grade", "code", "territory"):
        yield key, clean(getattr(role, key) or "")
    yield "concurrently", names.join(map(clean, role.concurrently))
    yield "deputy", tuple(_joined(join, deputy.role, deputy.when) for deputy in role.deputy)
    yield "purpose", clean(role.purpose or "")
    for key in _LISTS:
        yield key, tuple(_duties(getattr(role, key), labels))
    yield "reporting_duties", tuple(_joined(join, duty.every, duty.what, duty.to) for duty in role.reporting_duties)
    yield "approvals", tuple(_joined(join, item.what, chain.join(item.by)) for item in role.approvals)
    yield "escalates_to", tuple(_joined(join, item.role, item.when) for item in role.escalates_to)
    yield "qualifications", tuple(_qualifications(role.qualifications, labels))
    yield "promotion_to", names.join(map(clean, role.promotion_to))
    yield "rotation_to", names.join(map(clean, role.rotation_to))
    yield "previously", names.join(map(clean, role.previously))
    yield "effective", clean(role.effective or "")
    yield "note", clean(role.note or "")
    yield "source", tuple(map(clean, role.source))


def _joined(join: str, *parts: str | None) -> str:
    return join.join(cleaned for part in parts if part and (cleaned := clean(part)))


def _duties(duties: Iterable[str | Duties], labels: Mapping[str, str]) -> Iterator[str | tuple[str, tuple[str, ...]]]:
    for duty in duties:
        if isinstance(duty, str):
            yield clean(duty)
        else:
            heading = _joined(" · ", duty.group, duty.period)
            yield labels["period"].format(heading), tuple(map(clean, duty.items))


def _qualifications(
    found: Mapping[str, object], labels: Mapping[str, str]
) -> Iterator[str | tuple[str, tuple[str, ...]]]:
    translated = _QUALIFICATIONS if labels is _CHINESE else {}
    for key, value in found.items():
        heading = labels["period"].format(translated.get(key) or clean(key).replace("_", " "))
        phrases = value if isinstance(value, (list, tuple)) else (value,)
        yield heading, tuple(clean(str(phrase)) for phrase in phrases)
