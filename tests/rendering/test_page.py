"""The page around a picture: what it holds, and that nothing on it can do harm. Behaviour is in test_chromium_page."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from orgchart.graph import OrgGraph
from orgchart.model import Coordination, Duties, Holder, Org, Role, Unit
from orgchart.rendering import render, render_page
from orgchart.rendering.compose import sheets
from orgchart.rendering.compose.initials import initials_of
from orgchart.rendering.facts import Bond, Facts, Sheet
from orgchart.rendering.writers import page_words
from orgchart.rendering.writers.html import write_page
from tests.rendering.test_svg import HOSTILE

PAGE = Path(__file__).parents[2] / "orgchart" / "rendering" / "writers" / "page"


class Reader(HTMLParser):
    """What a browser finds: elements with their attributes, and the words in each kind of element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self.open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.open = tag
        self.words.setdefault(tag, []).append("")

    def handle_data(self, data: str) -> None:
        if self.open:
            self.words[self.open][-1] += data

    def handle_endtag(self, _tag: str) -> None:
        self.open = ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def role(title: str, above: str = "", **fields: Any) -> Role:
    given = {"id": title, "title": title, "reports_to": (above,) if above else (), **fields}
    return Role(**given)


def with_(party: str, **fields: Any) -> Coordination:
    return Coordination(party=party, **fields)


COMPANY = Org(
    id="x",
    name="某公司",
    units=(Unit(name="总部"), Unit(name="销售部", aliases=("营销部",), part_of="总部")),
    roles=(
        role("总经理", unit=("总部",), holders=(Holder(name="陈志远"), Holder(name="林晓", acting=True))),
        role(
            "销售经理",
            "总经理",
            unit=("营销部",),
            aliases=("营销经理",),
            headcount=2,
            responsibilities=("签约", Duties(group="报告", period="每周", items=("销售周报", "回款"))),
            qualifications={"education": "大专", "skills": ["谈判", "英语"]},
            coordinates_with=(with_("会计", about="回款"), with_("客户", scope="external", about="回访")),
        ),
        role("会计", "总经理", holders=(), dotted_line_to=("销售经理",)),
    ),
)


def page_of(org: Org = COMPANY) -> str:
    return render_page(OrgGraph(org))


def data_of(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def svg_in(text: str) -> str:
    return text[text.index("<svg ") : text.index("</svg>") + len("</svg>")]


def test_the_picture_inside_is_the_one_that_render_draws() -> None:
    assert svg_in(page_of()) == render(OrgGraph(COMPANY)).strip()
    ET.fromstring(svg_in(page_of()))  # noqa: S314 - our own file


def test_everything_is_allowed_by_its_hash_and_nothing_else_is() -> None:
    text = page_of()
    reader = Reader(text)
    policy = next(str(meta["content"]) for meta in reader.all("meta") if meta.get("http-equiv"))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    programs = re.findall(r'<script type="module">(.*?)</script>', text, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert (len(programs), len(styles)) == (1, 2)
    for kind, texts in (("script-src", programs), ("style-src", styles)):
        hashes = [f"'sha256-{b64encode(sha256(item.encode()).digest()).decode()}'" for item in texts]
        assert sorted(rules.pop(kind).split(" ")) == sorted(hashes)
    assert not rules


def test_the_policy_comes_before_what_it_governs() -> None:
    text = page_of()
    assert text.index("Content-Security-Policy") < text.index("<style>") < text.index("<script")


def test_nothing_comes_from_outside_and_no_attribute_runs_or_styles() -> None:
    text = page_of()
    assert not re.findall(r"https?:(?!//www\.w3\.org/2000/svg\")|\burl\(|@import|\beval\b|innerHTML", text)
    for tag, attributes in Reader(text).found:
        assert tag not in {"link", "iframe", "object", "embed", "img", "base", "foreignobject"}
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in {"style", "src", "srcset", "action"}
            assert name not in {"href", "xlink:href"} or str(value).startswith("#")


def test_the_program_is_small() -> None:
    program = re.findall(r'<script type="module">(.*?)</script>', page_of(), re.DOTALL)[0]
    assert len(program.encode()) < 28_000
    assert program.count("\n") > 200, "and a person can read it"


def test_the_sheet_of_a_role_says_what_its_file_says() -> None:
    known = {sheet["key"]: sheet for sheet in data_of(page_of())["sheets"]}
    assert known["总经理"]["holders"] == "陈志远、林晓（代理）"
    assert known["会计"]["holders"] == "空缺"
    assert known["总经理"]["span"] == [2, 2]
    assert "span" not in known["会计"]
    manager = known["销售经理"]
    assert (manager["unit"], manager["above"], manager["superiors"]) == ("总部 › 销售部", 0, [0])
    assert manager["names"] == ["营销经理", "营销部"]
    assert manager["facts"] == [
        ["别名", "营销经理"],
        ["编制", "2 人"],
        ["职责", ["签约", ["报告 · 每周：", ["销售周报", "回款"]]]],
        ["任职资格", [["学历：", ["大专"]], ["技能：", ["谈判", "英语"]]]],
    ]
    assert known["客户"]["party"] is True


def test_relations_name_both_ends_and_what_they_are_about() -> None:
    bonds = data_of(page_of())["bonds"]
    assert [(bond["kind"], bond["ends"], bond["about"]) for bond in bonds] == [
        ("coordination", [1, 2], "回款"),
        ("coordination", [1, 3], "回访"),
        ("dotted", [2, 1], "虚线汇报"),
    ]
    assert [bond["number"] for bond in bonds] == [1, 2, 3]


def test_relations_to_a_framed_department_name_it() -> None:
    org = Org(
        id="x",
        name="某公司",
        units=(Unit(name="客服部"),),
        roles=(
            role("总经理", coordinates_with=(with_("客服部"),)),
            role("经理", "总经理", unit=("客服部",)),
            role("专员", "经理", unit=("客服部",)),
        ),
    )
    assert data_of(page_of(org))["bonds"][0]["ends"] == [0, "客服部"]


def test_initials_and_traditional_characters_are_those_of_the_names() -> None:
    data = data_of(page_of())
    assert data["initials"]["总"] == "z"
    assert data["variants"]["總"] == "总"
    assert "服" not in data["initials"]


def test_initials_follow_the_order_of_the_character_set() -> None:
    found = dict(initials_of(["总经理", "行长 A", "啊座匝压撒然期哦拿妈垃喀击哈噶发蛾搭擦芭", "懿"]))
    assert found["行"] == "xh"
    assert found["长"] == "cz"
    assert "".join(found[letter] for letter in "啊芭擦搭蛾发噶哈击喀垃妈拿哦期然撒压匝座") == "abcdefghjklmnoqrsyzz"
    assert "懿" not in found, "the second plane is in the order of radicals"


def test_the_outline_holds_the_whole_tree_and_the_parties() -> None:
    text = page_of()
    outline = text[text.index('<nav id="outline"') : text.index("</nav>")]
    ET.fromstring(outline + "</nav>")  # noqa: S314 - our own file
    assert [words.strip() for words in Reader(outline).words["a"]] == ["总经理", "销售经理", "会计", "客户"]
    assert outline.count("<ul>") == 3
    assert "#role=%E6%80%BB%E7%BB%8F%E7%90%86" in outline
    assert "陈志远、林晓（代理） · 总部" in outline


def test_a_chain_of_thousands_is_outlined_without_nesting_them_all() -> None:
    known = tuple(Sheet(str(place), str(place), above=place - 1) for place in range(5000))
    text = write_page("<svg></svg>", Facts("x", "", "en", known))
    assert text.count("<ul>") == text.count("</ul>") - 1 == 60
    assert text.count("<li>") == text.count("</li>") == 5000


def test_lists_close_where_the_tree_goes_up_again() -> None:
    above = (-1, 0, 1, 2, 0, -1, 5)
    known = tuple(Sheet(str(place), str(place), above=superior) for place, superior in enumerate(above))
    text = write_page("<svg></svg>", Facts("x", "", "en", known))
    outline = text[text.index('<nav id="outline"') : text.index("</nav>")] + "</nav>"
    tree = ET.fromstring(outline).find("ul")  # noqa: S314 - our own file
    assert tree is not None

    def shape(item: ET.Element) -> Any:
        below = item.find("ul")
        link = item.find("a")
        assert link is not None
        return link.text if below is None else {link.text: [shape(child) for child in below]}

    assert [shape(item) for item in tree] == [{"0": [{"1": [{"2": ["3"]}]}, "4"]}, {"5": ["6"]}]


def test_an_english_organization_has_an_english_page() -> None:
    org = Org(id="x", name="Acme", roles=(role("Head of Sales"), role("Clerk", "Head of Sales", holders=())))
    text = page_of(org)
    assert '<html lang="en">' in text
    assert data_of(text)["words"]["reports"] == "Direct reports"
    assert data_of(text)["sheets"][1]["holders"] == "vacant"
    assert not re.search("[\u4e00-\u9fff]", text.split("<nav")[1].split("</nav>")[0])


def test_both_languages_say_the_same_things() -> None:
    assert page_words.CHINESE.keys() == page_words.ENGLISH.keys()
    assert sheets._CHINESE.keys() == sheets._ENGLISH.keys()
    program = (PAGE / "page.js").read_text(encoding="utf-8")
    used = set(re.findall(r"words\.(\w+)", program))
    assert used <= page_words.ENGLISH.keys()


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_text(words: str) -> None:
    org = Org(
        id="x",
        name=words,
        units=(Unit(name=words),),
        roles=(
            role(words, id=f"{words}</script><b>", unit=(words,), holders=(Holder(name=words),), purpose=words),
            role("乙", f"{words}</script><b>", coordinates_with=(with_(words, scope="external", about=words),)),
        ),
    )
    text = page_of(org)
    text.encode()
    reader = Reader(text)
    tags = [tag for tag, _ in reader.found]
    assert tags.count("script") == 2
    assert tags.count("style") == 2
    assert "b" not in tags
    assert "alert" not in " ".join(name for _, attributes in reader.found for name in attributes)
    assert all(ord(letter) >= 32 or letter == "\n" for letter in text)
    keys = {attributes["data-role"] for attributes in reader.all("g") if "data-role" in attributes}
    assert {sheet["key"] for sheet in data_of(text)["sheets"] if "party" not in sheet} == keys


def test_json_cannot_end_its_element_or_break_its_encoding() -> None:
    nasty = "</script><!--<script>\u2028\ud800&amp;\x9f\x00"
    facts = Facts(nasty, nasty, "zh-CN", (Sheet(nasty, nasty),), (Bond(1, "coordination", (0, nasty)),))
    text = write_page("<svg></svg>", facts)
    text.encode()
    inside = text.split('id="data">')[1].split("</script>")[0]
    assert not set(inside) & set("<>&\u2028\x9f\x00")
    assert data_of(text)["sheets"][0]["title"] == nasty


def test_roles_with_one_id_keep_their_own_facts() -> None:
    org = Org(id="x", name="x", roles=(role("甲", id="a", purpose="一"), role("乙", "a", id="a", purpose="二")))
    known = data_of(page_of(org))["sheets"]
    assert [sheet["facts"][0][1] for sheet in known] == ["一", "二"]


PROGRAM = """
from hashlib import sha256
from tests.rendering.test_page import page_of
print(sha256(page_of().encode()).hexdigest())
"""


def test_the_bytes_do_not_depend_on_hash_seeds() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(found) == 1


def test_thousands_of_roles_take_a_few_bytes_each() -> None:
    roles = (role("总经理", id="0"), *(role("客户经理", str((n - 1) // 7), id=str(n)) for n in range(1, 3000)))
    assert len(page_of(Org(id="x", name="x", roles=roles)).encode()) < 3000 * 800 + 60_000


def test_pictures_do_not_pay_for_the_page() -> None:
    program = "import sys, orgchart.rendering as r; print([n for n in sys.modules if n.endswith(('s.html', '.facts'))])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert found.strip() == "[]"
