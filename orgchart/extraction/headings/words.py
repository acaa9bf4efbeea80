"""What all headings are made of: words such as 岗位职责, numbers and marks before a name, and what the name is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.labels import NUMBERING
from orgchart.extraction.resolving import DOCUMENT_WORDS, title_of
from orgchart.extraction.titles import ROLE, UNIT, kind_in_field, kind_of, names_in

if TYPE_CHECKING:
    from orgchart.extraction.labels import Labels

LONGEST_LINE = 48
LONGEST_TITLE = 16
FEW = 4
NUMBER = "[一二三四五六七八九十百\\d]{1,3}"
WHAT = (
    "(?:(?:岗位|职位|职务|工作|主要|核心|具体|基本|日常|安全生产|安全|质量|消防|管理|部门|个人)*(?:职责|责任制|责任|说明书|阐明书|说明|描述|规范|任务清单|工作标准)"
    "(?:[及和与]?(?:范围|任务|说明书|说明|描述|规范|权限|任职资格|任职要求|任职条件|考核标准|工作标准|工作流程|绩效测评标准))*"
    "|JD|(?:日常)?工作内容|(?<=的)日常工作|绩效测评标准|绩效考核标准|Job Description|Job description|job description)"
)
PIECE = rf"(?:(?:【|\[)?第{NUMBER}篇(?:】|\])?|(?:【|\[)?(?:篇|范文|范本|模板|样本|例){NUMBER}(?!篇|\d| ?篇)(?:】|\])?)"
AFTER = (
    r"(?:\s*(?:管理)?(?:通用|精选|优质|优秀|最新|实用|范本|范文|范例|模板|样本|样板|文档|大全|汇总|合集|表格?|格式|细则|制度|规定|要求))*"
    r"(?:\s*[(（]?(?:精选|通用|优秀|模板|最新|共|实用|推荐)*\s*\d{1,2}\s*篇[)）]?)?"
    r"(?:(?:都|主要|具体)?(?:是什么|有哪些|包括哪些|包括什么|是哪些|有什么)\s*[?？]?)?"
)
LINE = re.compile(
    rf"(?P<front>{PIECE}\s*[:：、.]?\s*)?(?P<name>[^\n,，。;；?？!！]{{0,28}}?)(?:的|之|—|-)?(?P<what>{WHAT})"
    rf"(?P<after>{AFTER})\s*(?:[(（【\[](?P<ordinal>{NUMBER})[)）】\]]|(?P<back>{PIECE})|(?P<number>{NUMBER}))?"
    r"(?:[(（][^()（）\n]{1,16}[)）])?\s*(?:\.(?:docx?|pdf|txt|wps|xlsx?))?\s*[:：]?\s*(?:[】\]》〗」])?\s*"
)
ORNAMENT = re.compile(
    "[\u203b\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff《〖「\u3012\u3013\ue000-\uf8ff\ufe0f]+ *(?=[^\u2500-\u27bf ])"
)
# Numbers that are no figures: Ⅱ, IV., B), 第三章.
LETTERED = rf"(?:[A-Za-z][.、)）](?![A-Za-z])|[IVX]{{1,4}}[.、 ]|[Ⅰ-Ⅻ][.、 ]?|第{NUMBER}[章节条款][、:：.]?)"
LETTERED_BEFORE = re.compile(rf"{LETTERED}\s*")
FRONT = (
    r"[ \t]*(?:[|【\[《〖「#*\u203b\u2190-\u21ff\u2500-\u27bf]+[ \t]*)?(?:[-–•·][ \t]?)?"
    rf"(?:(?:\d{{1,2}}(?:\.\d{{1,2}})+[.、]?|\d{{1,2}}[、.．)]|\d{{1,2}}(?=[ \t])|{LETTERED})[ \t]*)?(?:\*\*)?"
)
BEHIND = r"(?:[(（][^()（）\n]{1,40}[)）])?(?:\*\*)?"  # a remark behind a title, and the end of bold type
APART = re.compile(r"[ _|·•]|[-—–]{1,4}")
PLAIN_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})* +(?=[一-鿿])")
NUMBERS = (NUMBERING, PLAIN_NUMBER, LETTERED_BEFORE)
INLINE = re.compile(
    r"(?:的)?(?:岗位|工作|主要|具体|安全生产|安全)*(?:职责(?:[及和与](?:工作)?(?:权限|权利|要求|标准|内容)|标准|规范|范围|细则)?|说明书)"
    r"[.．]?\s*(?P<colon>[:：]|(?:主要)?(?:如下|有以下|包括以下)[^\n,。:]{0,6}[:。])?\s*"
    r"(?=(?P<item>\d{1,2}\s*[、.．)）]|[(（][一1]|[一1]、|(?:岗位|职位|职务)名称\s*[:：]|职责(?:范围|概述|描述)"
    r"|(?<=[:： ])[一-鿿]{2,8} ?[一1][、.．])|\n|$|(?P<text>[一-鿿]))"
)
VERB_FIRST = re.compile(
    "梳理|明确|作为|做为|担任|按照|依据|依照|根据|结合|构建|建立|编制|制[定订]|完善|加强|关于|浅谈|浅析|如何|论|对(?!外)|做好|履行|执行(?!董事|总监|经理|主任|院长|校长|官)"
)
SEVERAL = re.compile("职责|说明书|组织架构|岗位设置")
INSIDE = re.compile(
    r"^(?:(?:梳理|关于|编写|撰写|浅谈|浅析|如何|怎样|做好|当好|加强|优化|简述|论|谈|本|该|各|其).*|.*(?:(?<!校)对|向|在|受(?!权|理)|和|与|及|或|按|根据|明确|制定|建立|完善|落实|履行|承担|遵守|规定|了解|熟悉|修订|分解|下属|员工|自己|自身|相应|有关).*)$"
)
YEAR = re.compile(r"(?:19|20)\d{2}年?(?:最新)?\s*")
PRAISE = re.compile("(?:关于|最新|优秀|优质|精选|通用|实用)(?:版|的)?")  # what a collection says of its pieces
PLACE = re.compile(r"[一-鿿]{0,4}[xX×*]{2,4}(?:省|市|县|区|有限公司|公司|集团)?")


class Heading(NamedTuple):
    """A heading: where it stands, what its name is and means, and whether it begins a piece of a collection.

    `kind` is role, unit, or empty where it names neither. `ordinal` numbers further descriptions of one title. `again`
    is true where the text behind it begins with the same heading, as where a document was put behind another.
    """

    start: int
    end: int
    kind: str
    name_start: int
    name_end: int
    piece: bool = False
    ordinal: bool = False
    line: bool = True
    alone: bool = False
    again: bool = False


def kind_in_heading(name: str) -> str:
    """Whether a heading's name is one role or a unit."""
    plain = title_of(name) if name.strip() else ""
    if not plain or len(plain) > LONGEST_TITLE + 8 or SEVERAL.search(plain) or _names_several(name):
        return ""
    if VERB_FIRST.match(plain) or (INSIDE.match(plain) and kind_of(plain) != ROLE):
        return ""
    kind = kind_in_field(plain)
    if kind == ROLE and "/" not in plain and len([one for one in names_in(plain) if one.kind == ROLE]) > 1:
        return ""
    return kind if kind in (ROLE, UNIT) else ""


def _names_several(name: str) -> bool:
    """Whether a heading lists roles, each with its word for duties: 店长职责收银员职责."""
    return sum(kind_of(part) == ROLE for part in DOCUMENT_WORDS.split(name)) > 1


def last_word(clean: str, start: int, end: int) -> int:
    """Where the name proper begins: behind a year, a place left open, or another heading."""
    for front in (YEAR, PRAISE, PLACE):
        told = front.match(clean, start, end)
        if told and told.end() < end:
            start = told.end()
    for blank in reversed([match.end() for match in APART.finditer(clean, start, end)]):
        if blank < end and kind_in_field(title_of(clean[blank:end])) == ROLE:
            return blank
    return start


def after_numbering(clean: str, start: int, end: int) -> int:
    """Where a line goes on behind ornaments and a number."""
    ornament = ORNAMENT.match(clean, start, end)
    start = ornament.end() if ornament else start
    numbered = next((match for one in NUMBERS if (match := one.match(clean, start, end))), None)
    if numbered is None:
        return start
    at = numbered.end()
    return at + 1 if clean.startswith("、", at) else at


def ends_with_label(labels: Labels, start: int, *, soft: bool = False) -> bool:
    """Whether a field's label stands before a place with nothing but blanks between, so that its value begins here.

    With `soft`, the labels of fields count as well that nothing is made of.
    """
    near = labels.within(max(0, start - 40), start)
    return (
        bool(near)
        and near[-1].field not in (("section",) if soft else ("section", "other"))
        and not labels.text.clean[near[-1].after : start].strip(" :：\n")
    )
