"""The page that shows a folder of pictures."""

from __future__ import annotations

from html.parser import HTMLParser

from orgchart.rendering.writers.index import Entry, index_page


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.words += data


def read(*entries: Entry, language: str = "zh") -> Reader:
    reader = Reader()
    reader.feed(index_page(entries, language=language))
    return reader


def test_each_picture_is_shown_and_linked() -> None:
    page = read(Entry("a.svg", "a", "甲公司", 25), Entry("b.svg", "b", "乙公司", 3))
    assert page.links == ["a.svg", "a.svg", "b.svg", "b.svg"]
    for words in ("甲公司", "25 个岗位", "2 个组织，28 个岗位"):
        assert words in page.words


def test_nothing_runs_and_nothing_comes_from_outside() -> None:
    page = read(Entry("a.svg", "a", "甲公司", 25), language="en")
    assert not {"script", "iframe", "object", "link"} & set(page.tags)
    assert "http:" not in index_page([])
    assert "25 roles" in page.words


def test_the_page_speaks_the_language_of_most_names() -> None:
    assert 'lang="en"' in index_page([Entry("a.svg", "a", "Acme", 2)])
    assert 'lang="zh-CN"' in index_page([Entry("a.svg", "a", "甲公司", 2)])


def test_hostile_names_stay_words() -> None:
    page = read(Entry('a"b c.svg', "<i>", "<script>x</script>\ud800", 1))
    assert "script" not in page.tags
    assert page.links[0] == "a%22b%20c.svg"
    assert "<script>x</script>" in page.words
