"""The index table of government pages (NOISE A12): `索引号`, `发布机构`, `成文日期`, `文号`; above the document.

Two fields a line, one field a line, or the value on the line below its label. The same words printed as a line of the
document (a document number under the title) are not in a table and stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from cppcc_clean._step import Rule
from cppcc_clean.furniture._fields import keys
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, whole
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-index-table",
        "the index table of an official document",
        "索引号：000014349/2024-00012    主题分类：教育\n关于做好春季工作的通知\n",
        "关于做好春季工作的通知\n",
    ),
)

_GROUPS = frozenset({"index", "meta", "page", "credit"})


def bare_key(row: Row) -> str:
    """The key that is all of this line, with or without its colon; else the empty string."""
    if len(row.raw) > 16:
        return ""
    name = row.line.strip("【】：: *·-●▪>").replace(" ", "")
    key = keys().get(name)
    return name if key is not None and key.group in _GROUPS and len(name) > 1 else ""


def pairs(page: Page) -> Iterator[tuple[Row, Row | None]]:
    """Label lines and the value line under each, from tables whose values stand on their own lines."""
    at = 0
    while at < len(page):
        run: list[tuple[Row, Row | None]] = []
        index = False
        while at < len(page) and (name := bare_key(page.rows[at])):
            label = page.rows[at]
            value = page.rows[at + 1] if at + 1 < len(page) else None
            if value is None or bare_key(value) or value.prose or len(value.raw) > 80:
                value = None
            run.append((label, value))
            index |= keys()[name].group == "index"
            at += 1 if value is None else 2
        if index and sum(value is not None for _, value in run) >= 2:
            yield from run
        if not run:
            at += 1


def _table(page: Page) -> Iterator[tuple[int, Claim]]:
    for label, value in pairs(page):
        yield label.number, Claim("furniture-index-table", Says.STRONG, Place.HEAD)
        if value is not None:
            yield value.number, Claim("furniture-index-table", Says.STRONG, Place.HEAD)


CHECKS = (whole(_table),)
