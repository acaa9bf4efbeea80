"""Text to width and lines, from a fixed table: the same on every machine, whatever fonts it has."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ELLIPSIS: Final = "…"
LONGEST: Final = 1000
"""Clusters of a text that are looked at; what follows would be cut anyway."""

_EMOJI: Final = 0x1F000
_REGIONAL: Final = range(0x1F1E6, 0x1F200)
_MODIFIERS: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)
_MEDIAL_JAMO: Final = range(0x1160, 0x1200)
_JOINER: Final = "\u200d"

_BY_WIDTH: Final = {
    33: "'",
    35: " ijl",
    37: "|",
    38: ",.I",
    39: "/\\",
    40: ":;",
    42: "-",
    44: "f",
    46: "!()[]",
    48: "t",
    50: "r",
    53: "*",
    57: "J_",
    58: '"',
    59: "z",
    60: "cs",
    62: "?",
    63: "`",
    64: "L",
    65: "x",
    66: "vy",
    67: "k",
    68: "ae",
    69: "EFTo",
    70: "$0123456789",
    72: "Sbdghnpqu{}",
    73: "YZ",
    74: "CP",
    77: "BR",
    78: "AKVX",
    82: "U",
    83: "DG",
    84: "#+<=>HN^~",
    85: "OQ",
    88: "&",
    93: "w",
    100: "M",
    102: "%@",
    105: "m",
    111: "W",
}
"""Hundredths of an em, as a browser measures: the largest of Noto Sans CJK SC, Liberation Sans, DejaVu Sans, bold."""
_ADVANCES: Final = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_WIDEST: Final = 125
_OTHER_CAPITAL: Final = 85
_OTHER: Final = 72

_NEVER_FIRST: Final = frozenset("，。、；：）】》〉」』”’…！？·—～％,.;:)]}!?%")
_NEVER_LAST: Final = frozenset("（【《〈「『“‘([{")
_SEAM_AFTER: Final = frozenset("的部室处科组厂司院会队区所店办行与及和 /·、，：；）,;:)")
_WORDS: Final = tuple(
    re.findall(
        r"\S+",
        "高级 资深 初级 中级 首席 执行 常务 经理 主管 总监 总裁 主任 主席 组长 班长 队长 "
        "店长 所长 部长 院长 行长 处长 科长 厂长 工程师 设计师 分析师 会计师 技术员 管理员 "
        "销售员 服务员 专员 助理 秘书 代表 顾问 负责人 负责 管理 项目 技术 办公室 大区 "
        "区域 开发 软件 硬件 检验 销售 采购 生产 质量 市场 营销 客户 服务 财务 人力 资源 "
        "行政 信息 运营 运维 品牌 推广 策划 媒介 公关 产品 研发 供应链 物流 仓储 法务 "
        "审计 安全 设备 工艺 培训 招聘 中心 团队 集团 公司 分公司 事业部 渠道 电话 售后 "
        "售前 直接 技能 支持 测试 数据 系统 网络 综合 规划 战略 投资 融资 风险 信贷 大客户 "
        "业务 前台 接待 会员 社群 内容 文案 创意 美术 摄影",
    )
)
_SEAM_BEFORE: Final = frozenset(_WORDS)
_WORD_LENGTHS: Final = tuple(sorted({len(word) for word in _WORDS}))

_UNBALANCED: Final = 0.5
_OVERFLOWS: Final = 50.0
_NO_SEAM: Final = 26.0


class Wrapped(NamedTuple):
    """Text in lines; `cut` says that its end is missing and an ellipsis stands there."""

    lines: tuple[str, ...]
    cut: bool = False


@lru_cache(maxsize=8192)
def advance(character: str) -> int:
    """Width of one character in hundredths of an em: the largest of the bold fonts that a machine may have."""
    known = _ADVANCES.get(character)
    if known is not None:
        return known
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"} or ord(character) in _MEDIAL_JAMO:
        return 0
    width = unicodedata.east_asian_width(character)
    if width in {"W", "F"}:
        return _WIDEST if ord(character) >= _EMOJI and category == "So" else 100
    if width == "A" and not character.isascii():
        return 100
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and base in _ADVANCES:
        return _ADVANCES[base]
    return _OTHER_CAPITAL if category == "Lu" else _OTHER


def text_width(text: str, size: int) -> int:
    """Width of a text in pixels, rounded up, at a font size in pixels."""
    return -(-sum(map(advance, text)) * size // 100)


def clusters(text: str) -> list[str]:
    """Split a text into what a reader takes for one character each: accents, joined emoji and flags stay whole."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for character in text:
        if found and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(cluster: str, character: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    code = ord(character)
    if cluster[-1] == _JOINER or code in _MODIFIERS or code in _TAGS or code in _MEDIAL_JAMO:
        return True
    if code in _REGIONAL:
        return len(cluster) == 1 and ord(cluster) in _REGIONAL
    return unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"}


def fits(text: str, width: int, size: int) -> bool:
    """Whether a text needs no more than a width; a short one is not measured."""
    return len(text) * _WIDEST * size <= width * 100 or text_width(text, size) <= width


def break_title(text: str, width: int, size: int) -> Wrapped:
    """Break a title into at most two balanced lines of `width` pixels, at a word seam where there is one.

    Lines neither begin nor end with the wrong punctuation, and Latin words stay whole where they fit.
    """
    return Wrapped((text,)) if fits(text, width, size) else _broken(text, width, size)


@lru_cache(maxsize=4096)
def _broken(text: str, width: int, size: int) -> Wrapped:
    """Break a title that does not fit."""
    pieces = clusters(text)[:LONGEST]
    ends = [0, *accumulate(sum(map(advance, piece)) for piece in pieces)]
    room = width * 100 // size
    best = _best_split(pieces, ends, room, size)
    first, rest = "".join(pieces[:best]).rstrip(), "".join(pieces[best:]).strip()
    second, cut = cut_to(rest, width, size)
    return Wrapped((first, second), cut)


def _best_split(pieces: Sequence[str], ends: Sequence[int], room: int, size: int) -> int:
    """Find the split of least cost among those whose first line has room; else where the room ends."""
    best, least, last_fit = 0, float("inf"), 1
    for place in range(1, len(pieces)):
        if ends[place] - (advance(" ") if pieces[place - 1] == " " else 0) > room:
            break
        last_fit = place
        if not _may_split(pieces, place):
            continue
        rest = ends[-1] - ends[place]
        cost = abs(ends[place] - rest) * size / 100 * _UNBALANCED
        cost += _OVERFLOWS * (rest > room) + _NO_SEAM * (not _is_seam(pieces, place))
        if cost < least:
            best, least = place, cost
    return best or last_fit


def _may_split(pieces: Sequence[str], place: int) -> bool:
    """Whether a line may end before `place`: not inside a Latin word, not against the rules of punctuation."""
    before, after = pieces[place - 1], pieces[place]
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if before == " " or after == " ":
        return after != " "
    return not (_in_word(before) and _in_word(after))


def _in_word(piece: str) -> bool:
    return piece.isalnum() and (piece.isascii() or max(map(advance, piece)) < advance("中"))


def _is_seam(pieces: Sequence[str], place: int) -> bool:
    """Whether a word ends before `place`."""
    if pieces[place - 1] in _SEAM_AFTER:
        return True
    return any("".join(pieces[place : place + length]) in _SEAM_BEFORE for length in _WORD_LENGTHS)


def cut_to(text: str, width: int, size: int) -> tuple[str, bool]:
    """Cut a text to a width in pixels, with an ellipsis where something is missing."""
    if fits(text, width, size):
        return text, False
    room = width * 100 // size - advance(ELLIPSIS)
    kept: list[str] = []
    for piece in clusters(text[: LONGEST * 8]):
        room -= sum(map(advance, piece))
        if room < 0:
            break
        kept.append(piece)
    return "".join(kept).rstrip() + ELLIPSIS, True


def fill(text: str, width: int, size: int, most: int) -> Wrapped:
    """Fill lines of `width` pixels one after the other, at most `most` of them."""
    pieces = clusters(text)
    lines: list[str] = []
    start = 0
    while start < len(pieces) and len(lines) < most - 1:
        end = _line_end(pieces, start, width * 100 // size)
        lines.append("".join(pieces[start:end]).strip())
        start = end
    if start >= len(pieces):
        return Wrapped(tuple(lines) or ("",))
    last, cut = cut_to("".join(pieces[start:]).strip(), width, size)
    return Wrapped((*lines, last), cut)


def _line_end(pieces: Sequence[str], start: int, room: int) -> int:
    """Find where the line that begins at `start` ends: the last allowed split that has room."""
    best = 0
    for place in range(start, len(pieces)):
        room -= sum(map(advance, pieces[place]))
        if room < 0:
            return best or max(place, start + 1)
        if place + 1 < len(pieces) and _may_split(pieces, place + 1):
            best = place + 1
    return len(pieces)
