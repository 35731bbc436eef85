"""Diff, terminal and page: what they show, and that any text stays text in them."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given

from cppcc_clean import explain
from cppcc_clean.explained import Explained
from cppcc_clean.report.aligned import change_marks, pairs, paragraphs, rows
from cppcc_clean.report.colours import STEP
from cppcc_clean.report.diff import unified
from cppcc_clean.report.html import html
from cppcc_clean.report.rules import entries
from cppcc_clean.report.terminal import listing, rule_in_full, rule_list, summary
from cppcc_clean.report.visible import split, visible
from cppcc_clean.steps import STEPS
from tests.strategies import any_text, damaged, good_chinese, realistic

PAGE = """首页 > 政协要闻 > 正文
發布時間：2024-05-20 08:30  來源：觀瀾日報  作者：林清河
觀瀾縣政協(xié)召開協(xié)商會,,部署工作。
會議由X市政協(xié)領導主持，完善制度 and 辦法。
上一篇：沒有了
"""
HOSTILE = (
    "<script>alert('政协')</script></style></template></title><img src=x onerror=alert(1)>\n"
    "\u202e政協\u2066\u200b會議\x00\x1b[31m\ud800\uffff&amp;amp;lt;b&gt;\"'`${政}\n]]>--><!-- <plaintext>\n"
)


# Every element the page is made of.
OURS = {
    *("html", "head", "meta", "title", "link", "style", "script", "body", "header", "nav", "main", "footer", "section"),
    *("h1", "h2", "p", "div", "span", "small", "strong", "b", "i", "a", "kbd", "ul", "ol", "li", "dl", "dt", "dd"),
    *(
        "button",
        "input",
        "label",
        "output",
        "details",
        "summary",
        "noscript",
        "template",
        "svg",
        "defs",
        "pattern",
        "rect",
    ),
    *("del", "ins", "mark"),
}


class Tags(HTMLParser):
    """All elements, attributes and text of a page."""

    VOID = frozenset({"meta", "link", "input", "img", "br"})

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        elif tag not in ("rect", "path"):
            raise AssertionError(f"</{tag}> closes {self.open[-3:]}")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["script"], ["style"]):
            self.text += data


# ---------------------------------------------------------------------------------------------------------- aligned


@given(text=any_text() | damaged() | realistic())
def test_rows_hold_both_texts_in_full(text: str) -> None:
    explained = explain(text)
    for found in (pairs(explained), paragraphs(explained)):
        in_pieces = rows(found, change_marks(explained))
        assert "".join(text[piece.start : piece.end] for row in in_pieces for piece in row.source) == text
        assert "".join(explained.text[p.start : p.end] for row in in_pieces for p in row.result) == explained.text
        marked = {mark for row in in_pieces for piece in (*row.source, *row.result) for mark in piece.marks}
        assert marked == {str(number) for number in range(len(explained.changes))}


@given(text=any_text() | damaged() | realistic())
def test_unmarked_pieces_are_the_same_on_both_sides(text: str) -> None:
    explained = explain(text)
    for row in rows(pairs(explained), change_marks(explained)):
        kept = "".join(text[piece.start : piece.end] for piece in row.source if not piece.marks)
        assert kept == "".join(explained.text[piece.start : piece.end] for piece in row.result if not piece.marks)


def test_paragraphs_stand_beside_what_they_became() -> None:
    explained = explain(
        "首页 > 政协要闻 > 正文\n县政协召开会议，部署全年工作，并对委员履职情况作了通报，印发了《提案工\n\n作条例》。\n\n\n县委出席。\n"
    )
    beside = [
        (explained.source[slice(*pair.source)], explained.text[slice(*pair.result)]) for pair in paragraphs(explained)
    ]
    assert [(bool(source.strip()), bool(result.strip())) for source, result in beside] == [
        (True, False), (True, True), (True, True),
    ]  # fmt: skip
    assert beside[1][1].strip().endswith("《提案工作条例》。")


# ------------------------------------------------------------------------------------------------------------- diff


@given(text=good_chinese() | damaged() | realistic())
def test_diff_says_as_much_as_the_change(text: str) -> None:
    explained = explain(text)
    assert applied(text, list(unified(explained, "x"))) == explained.text


def applied(text: str, diff: list[str]) -> str:
    """What a program that knows nothing of us makes of a diff."""
    old, new, at = re.findall(r"[^\n]*\n|[^\n]+", text), [], 0
    for number, line in enumerate(diff[2:], 3):
        if line.startswith("@@"):
            first, count = re.findall(r"-(\d+)(?:,(\d+))?", line)[0]
            begin = int(first) - (count != "0")
            new += old[at:begin]
            at = begin
        elif not line.startswith("\\"):
            body = line[1:] + "\n" * (not diff[number : number + 1] or not diff[number].startswith("\\"))
            if line[0] != "+":
                assert old[at] == body
                at += 1
            if line[0] != "-":
                new.append(body)
    return "".join(new + old[at:])


def test_patch_can_apply_it(tmp_path: Path) -> None:
    for number, text in enumerate((PAGE, PAGE.rstrip(), PAGE * 5, "縣政協", "\n\n縣\n\n\n", "首页 > 新闻 > 正文\n")):
        explained = explain(text)
        source, target = tmp_path / f"{number}.txt", tmp_path / f"{number}.out"
        source.write_text(text, encoding="utf-8", newline="")
        diff = "\n".join(unified(explained, "x")) + "\n"
        command = ["patch", "--silent", "--output", str(target), str(source)]
        try:
            subprocess.run(command, input=diff.encode(), check=True)
        except FileNotFoundError:
            pytest.skip("there is no `patch` here")
        assert target.read_text(encoding="utf-8") == explained.text


def test_colours_by_kind_of_change() -> None:
    shown = "\n".join(unified(explain("縣政協(xié)會議,,部署。\n縣政協(xié)\n"), "x", colour=True))
    for step in ("script", "pinyin", "inserted_marks"):
        assert f"\x1b[{ {'magenta': 35, 'red': 31, 'yellow': 33}[STEP[step]] }m\x1b[4m" in shown


# --------------------------------------------------------------------------------------------------------- terminal


def test_listing_names_rules_metadata_and_warnings() -> None:
    shown = plain(listing(explain(PAGE)))
    assert "pinyin-annotation ×3  " in shown
    assert "(xié) → (nothing) ×3" in shown
    assert "source: 观澜日报" in shown
    assert "stray-and" in shown
    assert "完善制度 and 办法。" in shown


def test_listing_of_good_text_is_short() -> None:
    assert plain(listing(explain("县政协召开会议。"))) == "Survey  simplified, 88% Han"


@given(text=any_text() | damaged())
def test_nothing_reaches_the_terminal_raw(text: str) -> None:
    explained = explain(text)
    for line in (*listing(explained), summary(explained), *unified(explained, "x", colour=True)):
        raw = re.sub(r"\x1b\[[0-9;]*m", "", line)
        assert not any(hidden for _, hidden in split(raw.replace("\x1b", "\x1b\x1b")))


def test_rules_are_listed_with_their_presets() -> None:
    found = list(entries())
    assert {entry.step for entry in found} == {step.name for step in STEPS}
    by_name = {entry.rule.name: entry for entry in found}
    assert by_name["pinyin-annotation"].presets == ("standard", "thorough")
    assert by_name["character-invisible"].presets == ("gentle", "standard", "thorough")
    assert by_name["character-hole"].presets == ("thorough",)
    assert "pinyin-annotation  [standard, thorough]" in plain(rule_list(found))
    assert "before  全國政協(xié)委員" in plain(rule_in_full(by_name["pinyin-annotation"]))


def test_every_rule_is_at_work_in_some_preset() -> None:
    assert [entry.rule.name for entry in entries() if not entry.presets] == []


def plain(lines: Iterable[str]) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(lines))


# ------------------------------------------------------------------------------------------------------------- page


def test_the_page_is_whole_and_alone() -> None:
    page = html([("a.txt", explain(PAGE)), ("b.txt", explain("县政协召开会议。"))])
    tags = Tags(page)
    assert tags.open == []
    assert not re.search(r"(?:src|href)=[\"'](?!#|data:,)", page)
    assert "url(" not in page.replace("url(#", "")
    assert "@import" not in page
    assert [attributes["id"] for tag, attributes in tags.found if tag == "template"] == ["t0", "t1"]


def test_the_page_says_what_was_done() -> None:
    tags = Tags(html([("观澜.txt", explain(PAGE))]))
    for said in (
        "观澜.txt",
        "furniture-breadcrumb",
        "pinyin-annotation",
        "观澜日报",
        "林清河",
        "stray-and",
        "U+",
        "mask · 1",
    ):
        assert said in tags.text or said == "U+"
    folds = [attributes for tag, attributes in tags.found if tag == "details" and attributes.get("class") == "gone"]
    assert len(folds) == 2
    boxes = [
        attributes["value"]
        for tag, attributes in tags.found
        if attributes.get("type") == "checkbox" and "value" in attributes
    ]
    assert set(boxes) == {change.rule for change in explain(PAGE).changes}


def test_every_change_is_marked_and_every_mark_is_explained() -> None:
    explained = explain(PAGE * 3)
    page = html([("a.txt", explained)])
    marked = {int(key[1:]) for keys in re.findall(r'data-k="([^"]+)"', page) for key in keys.split() if key[0] == "c"}
    assert marked == set(range(len(explained.changes)))
    [notes] = [json.loads(data) for data in re.findall(r'<script type="application/json">(.*?)</script>', page)]
    assert len(notes["changes"]) == len(explained.changes)
    assert len(notes["notices"]) == len(explained.warnings)


@pytest.mark.parametrize("text", [HOSTILE, HOSTILE * 3 + PAGE, "\x00", "\ud800", "<", ""], ids=ascii)
def test_hostile_text_is_text(text: str) -> None:
    page = html([(text, explain(text))])
    page.encode("utf-8")
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\uffff]", page
    )
    tags = Tags(page)
    assert tags.open == []
    assert {tag for tag, _ in tags.found} <= OURS
    scripts = [attributes for tag, attributes in tags.found if tag == "script"]
    assert all(attributes == {"type": "application/json"} for attributes in scripts[:-2])


@given(text=any_text() | damaged())
def test_any_text_makes_a_page(text: str) -> None:
    page = html([("x", explain(text))])
    page.encode("utf-8")
    assert Tags(page).open == []


@given(text=any_text())
def test_visible(text: str) -> None:
    assert "".join(piece for piece, _ in split(text)) == text
    visible(text).encode("utf-8")


def test_many_documents_and_many_changes() -> None:
    long = explain(PAGE * 60)
    assert len(long.changes) > 1_000
    start = time.perf_counter()
    page = html([(f"{number}.txt", long) for number in range(5)] + [("x", explain(PAGE))] * 200)
    assert time.perf_counter() - start < 60
    assert page.count("<template ") == 205


def test_a_report_from_a_file_makes_the_same_page() -> None:
    explained = explain(PAGE)
    assert html([("a", Explained.from_dict(json.loads(explained.to_json())))]) == html([("a", explained)])
