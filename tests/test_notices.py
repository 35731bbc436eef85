"""Notices: none on good text, the right kind at the right place elsewhere, and never an error."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from cppcc_clean.notices import KINDS, find_notices
from tests.strategies import GOOD_TEXTS, any_text, damaged, good_chinese

CASES = tomllib.loads((Path(__file__).parent / "cases" / "notices.toml").read_text(encoding="utf-8"))
Entry = dict[str, Any]


def label(entry: Entry) -> str:
    return str(entry["label"])


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_good_text_gets_none(name: str) -> None:
    assert find_notices(GOOD_TEXTS[name]) == []


@given(text=good_chinese())
def test_invented_sentences_get_none(text: str) -> None:
    assert find_notices(text) == []


@pytest.mark.parametrize("entry", CASES["keep"], ids=label)
def test_keep(entry: Entry) -> None:
    assert find_notices(entry["text"]) == []


@pytest.mark.parametrize("entry", CASES["case"], ids=label)
def test_case(entry: Entry) -> None:
    text = entry["text"]
    found = find_notices(text)
    assert sorted({notice.kind for notice in found}) == sorted(entry["kinds"])
    assert [text[notice.start : notice.end] for notice in found] == entry["spots"]


def test_every_kind_has_a_case() -> None:
    assert {kind for entry in CASES["case"] for kind in entry["kinds"]} == set(KINDS)


@given(text=any_text() | damaged())
def test_any_text(text: str) -> None:
    for notice in find_notices(text):
        assert 0 <= notice.start < notice.end <= len(text)
        assert text[notice.start : notice.end] in notice.excerpt
        assert notice.advice


def test_excerpt_stays_in_its_line() -> None:
    [notice] = find_notices("上一行\n制度 and 办法\n下一行")
    assert notice.excerpt == "制度 and 办法"


@pytest.mark.parametrize("fragment", ["X", "XX市", "×", "*", "**市", "要", "要要，", " and ", "20", "年月", "_【官方"])
def test_linear(fragment: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find_notices(text)
        return time.process_time() - start

    text = fragment * (200_000 // len(fragment))
    assert min(seconds(text * 4) / (4 * seconds(text)) for _ in range(4)) < 2
