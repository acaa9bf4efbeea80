"""The page in a real browser, operated by keys and mouse as a person does."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest

from orgchart.graph import OrgGraph
from orgchart.model import Coordination, Holder, Org, Role, Unit
from orgchart.rendering import render_page
from orgchart.rendering.writers.raster import has_chinese_font
from tests.rendering.chromium import Chromium, program
from tests.rendering.test_svg import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(program() is None, reason="no Chromium on this machine"),
    pytest.mark.skipif(not has_chinese_font(), reason="no font with Chinese characters is installed"),
    pytest.mark.xdist_group("chromium"),
]
CONTROL = 2


def role(title: str, above: str = "", **fields: Any) -> Role:
    given = {"id": title, "title": title, "reports_to": (above,) if above else (), **fields}
    return Role(**given)


def with_(party: str, about: str, **fields: Any) -> tuple[Coordination, ...]:
    return (Coordination(party=party, about=about, **fields),)


ORG = Org(
    id="x",
    name="某公司",
    units=(Unit(name="销售部"), Unit(name="财务部")),
    roles=(
        role("总经理", holders=(Holder(name="陈志远"),)),
        role("销售总监", "总经理", unit=("销售部",), coordinates_with=with_("财务总监", "回款")),
        role("财务总监", "总经理", unit=("财务部",), aliases=("ＣＦＯ",)),
        role("行政部部长", "总经理"),
        role("华东经理", "销售总监", unit=("销售部",), coordinates_with=with_("客户", "回访", scope="external")),
        role("华南经理", "销售总监", unit=("销售部",)),
        role("专员", "华东经理", unit=("销售部",), purpose="拜访客户"),
        role("会计", "财务总监", unit=("财务部",)),
    ),
)
TITLE = "document.activeElement.querySelector('title').textContent"
IN_FOCUS = "document.querySelector('.me title')?.textContent"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    path = program()
    assert path
    chromium = Chromium(path)
    yield chromium
    chromium.close()


@pytest.fixture
def page(browser: Chromium, tmp_path: Path) -> Iterator[Chromium]:
    """A page of the company; it must stay silent, and ask for nothing."""
    file = tmp_path / "x.html"
    file.write_text(render_page(OrgGraph(ORG)), encoding="utf-8")
    browser.open(file)
    yield browser
    assert browser.logged == []
    assert {url.split("#")[0] for url in browser.requested} == {file.as_uri()}


def titles(page: Chromium, selector: str) -> list[str]:
    found: list[str] = page.ask(f"[...document.querySelectorAll('{selector}')].map(e => e.textContent)")
    return found


def cards(page: Chromium, kind: str) -> set[str]:
    return set(titles(page, f"g.card{kind} > title"))


def start_at(page: Chromium, title: str) -> None:
    """Give a card the keyboard, as Tab would."""
    page.ask(f"document.querySelector('[data-role=\"{title}\"]').focus({{focusVisible: true}})")


def test_tab_walks_the_tree_from_the_top(page: Chromium) -> None:
    start_at(page, "总经理")
    found = [page.ask(TITLE)]
    for _ in range(7):
        page.press("Tab")
        found.append(page.ask(TITLE))
    assert found == ["总经理", "销售总监", "华东经理", "专员", "华南经理", "财务总监", "会计", "行政部部长"]


def test_arrows_move_between_superior_report_and_siblings(page: Chromium) -> None:
    start_at(page, "总经理")
    for key, title in (
        ("ArrowDown", "销售总监"),
        ("ArrowRight", "财务总监"),
        ("ArrowDown", "会计"),
        ("ArrowUp", "财务总监"),
        ("ArrowLeft", "销售总监"),
        ("ArrowLeft", "销售总监"),
        ("ArrowUp", "总经理"),
    ):
        page.press(key)
        assert page.ask(TITLE) == title


def test_enter_focuses_a_role_with_its_chain_reports_and_partners(page: Chromium) -> None:
    start_at(page, "华东经理")
    page.press("Enter")
    assert cards(page, ".me") == {"华东经理"}
    assert cards(page, ".up") == {"销售总监", "总经理"}
    assert cards(page, ".down") == {"专员"}
    assert cards(page, ".mate") == {"客户"}
    assert cards(page, ":not(.on)") == {"财务总监", "行政部部长", "华南经理", "会计"}
    assert page.ask("document.querySelectorAll('.trail path').length") == 2
    assert page.ask("decodeURIComponent(location.hash)") == "#role=华东经理"
    assert titles(page, "#sheet h2") == ["华东经理"]
    assert titles(page, "#sheet .chain li") == ["总经理", "销售总监", "华东经理"]
    assert titles(page, "#sheet .bonds li") == ["2客户回访"]
    assert "汇报链 2 级" in page.ask("document.querySelector('[role=status]').textContent")
    page.press("Enter")
    assert page.ask("document.activeElement.textContent") == "华东经理", "the second time the sheet has the keyboard"
    page.press("Escape")
    assert page.ask("document.querySelector('#sheet').hidden && !document.querySelector('.focused')")
    assert page.ask(TITLE) == "华东经理"


def test_the_trail_goes_from_card_to_card_only(page: Chromium) -> None:
    start_at(page, "会计")
    page.press("Enter")
    ways = page.ask(
        "[...document.querySelectorAll('.trail path')].map(e => e.getBBox()).map(b => [b.y, b.y + b.height])"
    )
    boxes = page.ask(
        "['会计', '财务总监', '总经理'].map(key => document.querySelector(`[data-role=\"${key}\"] rect`).getBBox())"
        ".map(b => [b.y, b.y + b.height])"
    )
    for (upper, lower), below, above in zip(ways, boxes, boxes[1:], strict=False):
        assert above[1] - 1 <= upper
        assert lower <= below[1]


def test_the_picture_fits_beside_the_sheet_until_somebody_zooms(page: Chromium) -> None:
    edges = "['#stage', '#stage svg'].map(e => document.querySelector(e).getBoundingClientRect().right)"
    page.click('[data-role="会计"]')
    stage, picture = page.ask(edges)
    assert picture <= stage < 1280
    page.press("+", modifiers=8)
    scale = page.ask("document.querySelector('#percent').textContent")
    page.press("Escape")
    assert page.ask("document.querySelector('#percent').textContent") == scale
    page.press("0")
    page.call("Emulation.setDeviceMetricsOverride", width=900, height=700, deviceScaleFactor=1, mobile=False)
    page.settle()
    stage, picture = page.ask(edges)
    assert picture <= stage == 900


def test_a_link_opens_the_page_at_a_role(browser: Chromium, tmp_path: Path) -> None:
    file = tmp_path / "x.html"
    file.write_text(render_page(OrgGraph(ORG)), encoding="utf-8")
    browser.open(file, fragment="#role=%E4%BC%9A%E8%AE%A1")
    assert browser.ask(IN_FOCUS) == "会计"
    browser.ask("location.hash = '#party=客户'")
    browser.settle()
    assert browser.ask(IN_FOCUS) == "客户"
    browser.ask("history.back()")
    browser.ask("new Promise(done => setTimeout(done, 100))")
    assert browser.ask(IN_FOCUS) == "会计"
    browser.ask("location.hash = '#role=%E0%A4%A'")
    browser.settle()
    assert browser.ask(IN_FOCUS) is None
    assert browser.logged == []


@pytest.mark.parametrize(
    ("typed", "first", "count"),
    [
        ("会计", "会计", 1),
        (" 財 務 總監", "财务总监", 1),
        ("cfo", "财务总监", 1),
        ("陈志", "总经理", 1),
        ("czy", "总经理", 1),
        ("hdjl", "华东经理", 1),
        ("bz", "行政部部长", 1),
        ("经理", "总经理", 3),
        ("销售部", "销售总监", 4),
        ("查无此人", "", 0),
    ],
)
def test_search_finds_names_units_holders_and_initials(page: Chromium, typed: str, first: str, count: int) -> None:
    page.press("/")
    page.write(typed)
    assert titles(page, "[role=option] b")[:1] == ([first] if first else [])
    assert page.ask("document.querySelectorAll('.hit').length") == count
    said = page.ask("document.querySelector('[role=status]').textContent")
    assert said == (f"找到 {count} 个" if count else "没有找到")
    assert page.ask("document.querySelector('#search').getAttribute('aria-expanded')") == "true"


def test_a_result_is_chosen_with_arrows_and_enter(page: Chromium) -> None:
    page.press("f", modifiers=CONTROL)
    assert page.ask("document.activeElement.id") == "search"
    page.write("华")
    page.press("ArrowDown")
    chosen = "document.getElementById(document.querySelector('#search').getAttribute('aria-activedescendant'))"
    assert page.ask(f"{chosen}.textContent") == "华南经理销售部"
    page.press("Enter")
    assert (page.ask(IN_FOCUS), page.ask(TITLE)) == ("华南经理", "华南经理")
    assert page.ask("document.querySelector('#results').hidden")


def test_a_result_is_chosen_with_the_mouse(page: Chromium) -> None:
    page.click("#search")
    page.write("会计")
    page.click("[role=option]")
    assert page.ask(IN_FOCUS) == "会计"


def show_layers(page: Chromium, count: int) -> None:
    """Choose how many layers are open; 0 is all."""
    page.ask(
        f"(e => {{ e.value = {count}; e.dispatchEvent(new Event('change')); }})(document.querySelector('#layers'))"
    )
    page.settle()


def seen(page: Chromium) -> set[str]:
    return cards(page, ":not(.gone)")


def test_space_closes_a_card_over_everything_below_it(page: Chromium) -> None:
    everything = seen(page)
    start_at(page, "销售总监")
    page.press(" ")
    assert everything - seen(page) == {"华东经理", "华南经理", "专员"}
    assert titles(page, ".pill") == ["+3"]
    lines = "[...document.querySelectorAll('[data-superior]:not(.gone)')].map(e => e.dataset.superior)"
    assert page.ask(lines) == ["总经理", "财务总监"]
    assert page.ask("document.querySelectorAll('.mark[data-role=华东经理]:not(.gone)').length") == 0
    assert page.ask("document.querySelectorAll('path[data-from=华东经理]:not(.gone)').length") == 0
    assert "已收起 3 个" in page.ask("document.activeElement.getAttribute('aria-label')")
    page.press("Tab")
    assert page.ask(TITLE) == "财务总监"
    start_at(page, "销售总监")
    page.press(" ")
    assert seen(page) == everything
    assert page.ask("document.querySelector('.pill')") is None


def test_what_is_closed_leaves_no_hole_and_nothing_collides(page: Chromium) -> None:
    boxes = (
        "[...document.querySelectorAll('g.card:not(.gone)')].map(e => e.querySelector('rect').getBoundingClientRect())"
        ".map(b => [b.left, b.top, b.right, b.bottom])"
    )
    height = page.ask("document.querySelector('#stage svg').viewBox.baseVal.height")
    show_layers(page, 2)
    assert seen(page) == {"总经理", "销售总监", "财务总监", "行政部部长", "客户"}
    assert page.ask("document.querySelector('#stage svg').viewBox.baseVal.height") < height
    found = page.ask(boxes)
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
    frame = page.ask(
        "(b => [b.top, b.bottom])(document.querySelector('rect[data-unit=销售部]').getBoundingClientRect())"
    )
    head = page.ask(
        "(b => [b.top, b.bottom])(document.querySelector('[data-role=销售总监] rect').getBoundingClientRect())"
    )
    assert frame[0] < head[0] < head[1] < frame[1]
    show_layers(page, 0)
    assert page.ask("document.querySelector('#stage svg').viewBox.baseVal.height") == height


def test_opening_everything_again_gives_the_same_picture(page: Chromium) -> None:
    shapes = (
        "[...document.querySelectorAll('#stage svg > :is(path, rect, g, text)')].filter(e => !e.matches('.trail'))"
        ".map(e => [e.getAttribute('d')?.match(/[\\d.]+/g) ?? '', ...['x', 'y', 'width', 'height']"
        ".map(side => Math.round(e.getBoundingClientRect()[side] * 9))].join())"
    )
    before = page.ask(shapes)
    for count in (1, 3, 2, 0):
        show_layers(page, count)
    assert page.ask(shapes) == before


def test_a_hidden_role_is_uncovered_when_it_is_sought(page: Chromium) -> None:
    show_layers(page, 1)
    page.press("/")
    page.write("专员")
    page.press("Enter")
    assert page.ask(IN_FOCUS) == "专员"
    assert {"专员", "华东经理", "销售总监", "总经理"} <= seen(page)
    assert "拜访客户" in page.ask("document.querySelector('#sheet').textContent")


def test_the_mouse_chooses_drags_and_zooms(page: Chromium) -> None:
    page.click('[data-role="财务总监"]')
    assert page.ask(IN_FOCUS) == "财务总监"
    x, y = map(int, page.middle("#stage"))
    moved = "(m => [m.a, m.e, m.f])(new DOMMatrix(document.querySelector('#stage svg').style.transform))"
    before = page.ask(moved)
    page.mouse("mouseMoved", x, y)
    page.mouse("mousePressed", x, y)
    page.mouse("mouseMoved", x + 30, y + 40, buttons=1, button="left")
    page.mouse("mouseMoved", x + 60, y + 80, buttons=1, button="left")
    page.mouse("mouseReleased", x + 60, y + 80)
    page.settle()
    assert page.ask(moved) == pytest.approx([before[0], before[1] + 60, before[2] + 80], abs=0.01)
    assert page.ask(IN_FOCUS) == "财务总监", "a drag is no click"
    page.mouse("mouseWheel", x, y, deltaX=0, deltaY=-200)
    page.settle()
    scale, left, top = page.ask(moved)
    assert scale > before[0]
    stage = page.ask("(b => [b.x, b.y])(document.querySelector('#stage').getBoundingClientRect())")
    for at, origin, old, new in ((x, stage[0], before[1] + 60, left), (y, stage[1], before[2] + 80, top)):
        assert (at - origin - new) / scale == pytest.approx((at - origin - old) / before[0], abs=0.1)
    page.press("1")
    assert page.ask(moved)[0] == pytest.approx(1)
    page.press("+", modifiers=8)
    assert page.ask(moved)[0] == pytest.approx(1.25)
    page.click("#zoom-out")
    assert page.ask(moved)[0] == pytest.approx(1)


def test_two_fingers_zoom(page: Chromium) -> None:
    x, y = page.middle("#stage")
    scale = "new DOMMatrix(document.querySelector('#stage svg').style.transform).a"
    before = page.ask(scale)

    def touch(kind: str, *spread: int) -> None:
        points = [{"x": x + side * far, "y": y, "id": side + 1} for far in spread for side in (-1, 1)]
        page.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)

    for kind, spread in (("touchStart", 50), ("touchMove", 60), ("touchMove", 100)):
        touch(kind, spread)
    touch("touchEnd")
    page.settle()
    assert page.ask(scale) == pytest.approx(before * 2, rel=0.15)


def test_from_left_to_right_a_frame_ends_where_what_is_seen_ends(browser: Chromium, tmp_path: Path) -> None:
    file = tmp_path / "right.html"
    file.write_text(render_page(OrgGraph(ORG), direction="right"), encoding="utf-8")
    browser.open(file)
    width = "document.querySelector('[data-unit=\"销售部\"]').width.baseVal.value"
    card = "document.querySelector('[data-role=\"销售总监\"] rect').width.baseVal.value"
    assert browser.ask(width) > 2 * browser.ask(card)
    start_at(browser, "销售总监")
    browser.press(" ")
    assert browser.ask(card) < browser.ask(width) < 1.5 * browser.ask(card)
    browser.press(" ")
    assert browser.ask(width) > 2 * browser.ask(card)
    assert browser.logged == []


def test_the_handle_under_the_pointer_closes_a_card(page: Chromium) -> None:
    page.mouse("mouseMoved", *page.middle('[data-role="财务总监"]'))
    page.settle()
    page.click(".handle")
    assert "会计" not in seen(page)
    assert page.ask(IN_FOCUS) is None
    page.click(".pill")
    assert "会计" in seen(page)


def test_the_outline_leads_to_roles(page: Chromium) -> None:
    assert page.ask("document.querySelector('#outline').hidden")
    page.click("#outline-button")
    assert page.ask("document.activeElement.textContent") == "总经理"
    assert page.ask("document.querySelector('#outline-button').getAttribute('aria-expanded')") == "true"
    page.press("Tab")
    page.press("Enter")
    assert page.ask(IN_FOCUS) == "销售总监"
    page.press("Escape")
    assert page.ask("document.querySelector('#outline').hidden")


def test_screen_readers_get_a_document_of_named_objects(page: Chromium) -> None:
    assert page.ask("document.querySelector('#stage svg').getAttribute('role')") == "graphics-document document"
    tree = page.call("Accessibility.getFullAXTree")["nodes"]
    names = [node.get("name", {}).get("value", "") for node in tree]
    assert any("会计，财务部，直接上级：财务总监" in name for name in names)
    assert any(node.get("role", {}).get("value") == "combobox" for node in tree)


def test_without_scripts_the_picture_and_the_outline_are_there(page: Chromium, tmp_path: Path) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.loads = 0
        page.call("Page.reload")
        while not page.loads:
            page.ask("1")
        shown = "e => e.checkVisibility() && e.getBoundingClientRect().width > 0"
        assert page.ask(f"[...document.querySelectorAll('g.card, #outline a')].every({shown})")
        assert not page.ask(f"[...document.querySelectorAll('button, input, select, #zoom')].some({shown})")
        scale = "(e => e.getBoundingClientRect().width / e.viewBox.baseVal.width)(document.querySelector('#stage svg'))"
        assert page.ask(scale) == 1
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_print_shows_the_whole_chart_on_one_page_and_no_controls(page: Chromium) -> None:
    page.click('[data-role="财务总监"]')
    page.call("Emulation.setEmulatedMedia", media="print")
    assert page.ask("[...document.body.children].filter(e => e.checkVisibility()).map(e => e.id)") == ["stage"]
    assert page.ask("getComputedStyle(document.querySelector('[data-role=华东经理] text')).fillOpacity") == "1"
    sheets = base64.b64decode(page.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert sheets.count(b"/Type /Page\n") == 1 or sheets.count(b"/Type /Page") - sheets.count(b"/Type /Pages") == 1


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_in_both_modes(browser: Chromium, tmp_path: Path, dark: bool) -> None:
    file = tmp_path / "x.html"
    file.write_text(render_page(OrgGraph(ORG)), encoding="utf-8")
    browser.open(file, dark=dark)
    ink, paper = (
        browser.ask(f"getComputedStyle(document.querySelector('#bar')).{name}") for name in ("color", "backgroundColor")
    )
    lightness = [sum(int(part) for part in colour[4:-1].split(",")) for colour in (ink, paper)]
    assert abs(lightness[0] - lightness[1]) > 500
    assert (lightness[0] > lightness[1]) is dark


def test_on_a_telephone_nothing_sticks_out(browser: Chromium, tmp_path: Path) -> None:
    file = tmp_path / "x.html"
    file.write_text(render_page(OrgGraph(ORG)), encoding="utf-8")
    browser.open(file, width=390, height=800)
    browser.ask("location.hash = '#role=会计'")
    browser.settle()
    for selector in ("#bar", "#search", "#sheet", "#stage", "#outline-button"):
        left, right = browser.ask(
            f"(b => [b.left, b.right])(document.querySelector('{selector}').getBoundingClientRect())"
        )
        assert 0 <= left < right <= 390
    top, bottom = browser.ask("(b => [b.top, b.bottom])(document.querySelector('.me').getBoundingClientRect())")
    assert browser.ask("document.querySelector('#bar').getBoundingClientRect().bottom") <= top
    assert bottom <= browser.ask("document.querySelector('#sheet').getBoundingClientRect().top")


def test_hostile_words_are_shown_as_words_and_nothing_runs(browser: Chromium, tmp_path: Path) -> None:
    roles = [role(words, id=f"{place}{words}") for place, words in enumerate(HOSTILE)]
    top = role("</script><script>document.title='run'</script>", id="<top>", purpose="<img src=x onerror=alert(1)>")
    file = tmp_path / "x.html"
    org = Org(id="x", name="<b>x", roles=(top, *(role(one.title, "<top>", id=one.id) for one in roles)))
    file.write_text(render_page(OrgGraph(org)), encoding="utf-8")
    browser.open(file)
    count = len(HOSTILE) + 1
    assert browser.ask("document.querySelectorAll('g.card[aria-label]').length") == count
    for place in range(count):
        browser.ask(f"location.hash = document.querySelectorAll('#outline a')[{place}].getAttribute('href')")
        browser.settle()
        assert browser.ask("document.querySelectorAll('.me').length") == 1
    assert browser.ask("document.querySelectorAll('#sheet img, #sheet script, #results b b').length") == 0
    assert browser.ask("document.title") != "run"
    assert browser.logged == []


def test_three_thousand_roles_stay_usable(browser: Chromium, tmp_path: Path) -> None:
    roles = [role("总经理", id="0"), *(role("客户经理", str((n - 1) // 6), id=str(n)) for n in range(1, 3000))]
    file = tmp_path / "x.html"
    file.write_text(render_page(OrgGraph(Org(id="x", name="x", roles=tuple(roles)))), encoding="utf-8")
    browser.open(file)
    browser.ask("location.hash = '#role=2999'")
    browser.settle()
    assert browser.ask("document.querySelectorAll('.up').length") == 5
    browser.press("/")
    browser.write("2999")
    assert titles(browser, "[role=option] b") == ["客户经理"]
    browser.press("Enter")
    browser.press(" ")
    assert browser.logged == []
