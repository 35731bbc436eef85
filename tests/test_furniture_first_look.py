"""Looking at everything comes to the same end: where the first look sees nothing that may begin, and at every paragraph."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from benchmarks.furniture_quality import load
from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_clean.furniture import _judge, disclaimer
from cppcc_clean.furniture import _weights as weights
from cppcc_clean.furniture._first_look import Look, _reaches
from cppcc_clean.furniture._fold import fold
from cppcc_clean.furniture._page import Page
from cppcc_clean.furniture._signs import Signs
from cppcc_clean.furniture._weights import Says
from cppcc_clean.furniture._wordings import any_wording
from tests.strategies import GOOD_TEXTS, PAGE_TEXTS, any_text, realistic

HERE = Path(__file__).parent
FURNITURE_PAGES = ["\n".join(load(path).lines) for path in sorted((HERE / "furniture_pages").glob("*/*.page"))]


def strings(value: Any) -> Iterator[str]:
    """Every text in a case file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


CASES = {path.stem: list(strings(tomllib.loads(path.read_text(encoding="utf-8")))) for path in sorted(HERE.glob("cases/**/*.toml"))}
PAGES = [path.read_text(encoding="utf-8", errors="replace") for path in sorted((HERE / "pages").rglob("*")) if path.is_file()]
assert CASES, "no case file: refusing to test nothing"
assert PAGES, "no page: refusing to test nothing"
assert FURNITURE_PAGES, "no page: refusing to test nothing"

# Lines of pages among lines of articles: most of them show nothing, some are furniture.
LINES = sorted({line for text in (*PAGE_TEXTS, *GOOD_TEXTS.values()) for line in text.split("\n") if line})


def told(text: str) -> tuple[object, ...]:
    """All that a judgement tells."""
    judgement = _judge.judge(text)
    return judgement.edits, judgement.readings, judgement.lines


def assert_same(text: str) -> None:
    looked = told(text)
    with (
        patch.object(Signs, "of", lambda _, __, starts: [-1] * len(starts)),
        patch.object(Look, "may_begin", lambda *_: True),
        patch.object(Page, "unclosed", property(lambda page: page.rows)),
    ):
        assert told(text) == looked


def test_whole_pages() -> None:
    for text in (*PAGE_TEXTS, *GOOD_TEXTS.values(), *PAGES, *FURNITURE_PAGES):
        assert_same(text)


def test_articles_of_pages() -> None:
    """Good prose with little around it: the pages with all cleaned away, and each with the last line that left."""
    for text in FURNITURE_PAGES:
        judgement = _judge.judge(text)
        kept = [row.raw for row, gone in zip(judgement.page.rows, judgement.gone, strict=True) if not gone]
        left = [row.raw for row, gone in zip(judgement.page.rows, judgement.gone, strict=True) if gone]
        assert_same("\n".join(kept))
        assert_same("\n".join([*kept, *left[-1:]]))


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str) -> None:
    for text in CASES[name]:
        assert_same(text)


@given(st.lists(st.sampled_from(LINES), max_size=16).map("\n".join))
def test_lines_of_pages_in_any_order(text: str) -> None:
    assert_same(text)


@given(st.one_of(realistic(), any_text()))
def test_any_text(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("wording", [*disclaimer._DISCLAIMERS, *disclaimer._COMPILERS])
@given(st.data())
@settings(max_examples=30)
def test_no_sure_wording_is_without_a_sign(wording: str, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(wording, fullmatch=True, alphabet=st.characters(codec="gbk")))
    assert Signs([disclaimer.SURE_SIGNS]).of(fold(line + "\n\n")[1], [0]) == [1]


def test_a_hint_alone_is_too_weak_to_be_the_first() -> None:
    assert not _reaches(False, Says.FAIR, weights.NEAR_EDGE, False)
    assert _reaches(False, Says.STRONG, weights.NEAR_EDGE, False)


PIECES = st.text("来源：编辑ab 1。", min_size=1, max_size=5)


@given(st.lists(st.lists(PIECES, max_size=4), min_size=1, max_size=64), st.lists(st.text("来源：编辑ABab 1。", min_size=1, max_size=8), max_size=4))
def test_no_sign_is_missed(questions: list[list[str]], lines: list[str]) -> None:
    text = "\n".join(lines)
    starts = [len("\n".join([*lines[:number], ""])) for number in range(len(lines))]
    for line, signs in zip(lines, Signs(questions).of(fold(text + "\n\n")[1], starts), strict=True):
        for bit, pieces in enumerate(questions):
            asked = any(piece in line for piece in pieces)
            assert signs >> bit & 1 or not asked


def test_signs_stand_in_capitals_and_in_digits_of_any_script() -> None:
    ten = [str(digit) for digit in range(10)]
    assert Signs([["qq群"], ten, [f"第{digit}" for digit in ten]]).of(fold("QQ群\n第\u0663\n无\n\n")[1], [0, 4, 7]) == [0b1, 0b110, 0]


@pytest.mark.parametrize(
    ("wordings", "text"),
    [(["(?:版权|著作权)归"], "著作权归"), (["(?:本|该)?站"], "站"), (["(?:a|b(?:c|d))+e"], "bdae"), (["版?权|所有"], "权"), ([r"[(|)]x"], "|x")],
)  # fmt: skip
def test_wordings_are_found_as_each_would_be(wordings: list[str], text: str) -> None:
    assert any_wording(wordings).search(f"某{text}某")
    assert not any_wording(wordings).search("某某")
