"""On a megabyte of newspaper prose the furniture step removes not one line of an article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from scripts.build_bigrams import news

from cppcc_clean.furniture._judge import judge
from tests.strategies import GOOD_TEXTS

# What the paper's own archive left in its text: an empty label for each picture, the editor of a page.
_LEFTOVERS = ("图片：", "责任编辑：")

# Lines that make a text; a newspaper's articles are as long.
_LINES = 12
_BYTES = 3_000_000


def _articles() -> Iterator[str]:
    lines = [line for line in news() if "\ufffd" not in line and not line.startswith(_LEFTOVERS)]
    size = 0
    for start in range(0, len(lines), _LINES):
        if size > _BYTES:
            return
        text = "\n".join(lines[start : start + _LINES]) + "\n"
        size += len(text.encode())
        yield text


def _removed(text: str) -> list[str]:
    found = judge(text)
    return [row.raw for row, gone in zip(found.page.rows, found.gone, strict=True) if gone]


def test_news() -> None:
    assert [line for text in _articles() for line in _removed(text)] == []


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_our_own_texts(name: str) -> None:
    assert _removed(GOOD_TEXTS[name]) == []
