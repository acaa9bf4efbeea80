"""The words of the page around a picture, in the language of its organization."""

from __future__ import annotations

from typing import Final

CHINESE: Final = {
    "chart": "组织架构图",
    "search": "搜索岗位、人员、部门（支持拼音首字母）",
    "results": "搜索结果",
    "found": "找到 {} 个",
    "nothing": "没有找到",
    "layers": "展开",
    "all_layers": "全部层级",
    "layer": "{} 级",
    "outline": "文字大纲",
    "help": "键盘与操作",
    "zoom_in": "放大",
    "zoom_out": "缩小",
    "fit": "适应窗口",
    "actual": "原始大小",
    "sheet": "岗位资料",
    "close": "关闭",
    "parties": "外部单位与其他部门",
    "role": "岗位",
    "party": "相关方",
    "top": "最高一级",
    "chain": "汇报链",
    "superior": "直接上级",
    "further": "另一直接上级",
    "reports": "直接下级",
    "below": "直属 {}，共 {}",
    "coordination": "横向协同",
    "dotted_up": "虚线上级",
    "dotted_down": "虚线下级",
    "second_down": "另有直接下级",
    "collapse": "收起下级（{}）",
    "expand": "展开下级",
    "hidden": "已收起 {} 个",
    "shown": "已展开",
    "focused": "{}，汇报链 {} 级，直接下级 {}，关系 {}",
    "left": "已取消聚焦",
    "centre": "居中",
    "colon": "：",
    "comma": "，",
    "keys": (
        "/ Ctrl+F|搜索\n↑ ↓|直接上级、第一个直接下级\n← →|同级岗位\nTab|按层级顺序走遍所有岗位\n"
        "Enter|聚焦岗位；再按一次进入资料栏\n"
        "Space|收起或展开下级\nEsc|取消聚焦，离开\n+ −|放大、缩小\n0 1|适应窗口、原始大小\n?|本页说明"
    ),
}
ENGLISH: Final = {
    "chart": "Organization chart",
    "search": "Search roles, people, units",
    "results": "Search results",
    "found": "{} found",
    "nothing": "Nothing found",
    "layers": "Show",
    "all_layers": "all layers",
    "layer": "{} layers",
    "outline": "Outline",
    "help": "Keyboard and mouse",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "fit": "Fit to window",
    "actual": "Actual size",
    "sheet": "About the role",
    "close": "Close",
    "parties": "Outside parties and other units",
    "role": "role",
    "party": "party",
    "top": "at the top",
    "chain": "Chain of command",
    "superior": "reports to",
    "further": "Also reports to",
    "reports": "Direct reports",
    "below": "{} direct, {} in all",
    "coordination": "Coordination",
    "dotted_up": "Dotted line to",
    "dotted_down": "Dotted reports",
    "second_down": "Further direct reports",
    "collapse": "Collapse ({})",
    "expand": "Expand",
    "hidden": "{} hidden",
    "shown": "expanded",
    "focused": "{}, {} levels up to the top, {} direct reports, {} relations",
    "left": "Focus left",
    "centre": "Centre",
    "colon": ": ",
    "comma": ", ",
    "keys": (
        "/ Ctrl+F|search\n↑ ↓|superior, first report\n← →|siblings\nTab|all roles, superiors before reports\n"
        "Enter|focus the role; once more: go to its sheet\nSpace|collapse or expand\n"
        "Esc|leave the focus, then the chart\n"
        "+ −|zoom in, zoom out\n0 1|fit to window, actual size\n?|this page"
    ),
}
