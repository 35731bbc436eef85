"""The index table of government pages (NOISE A12): `索引号`, `发布机构`, `成文日期`, `文号`; above the document.

Two fields a line, one field a line, or the value on the line below its label. The same words printed as a line of the
document (a document number under the title) are not in a table and stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._fields import Kind, keys, label_of
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, spread, whole
from cppcc_clean.furniture._shapes import DOCUMENT_NUMBER, OFFICIAL_HEADLINE
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-index-table",
        "the index table of an official document",
        "索引号：000014349/2024-00012    主题分类：教育\n关于做好春季工作的通知\n",
        "关于做好春季工作的通知\n",
    ),
)

_GROUPS = frozenset({"index", "meta", "page", "credit", "shop"})


# Two of these make it the index of a document, or the card of one that is sold; `名称`, `来源`, `编号` head the tables of articles too.
_CORE = frozenset(
    ["索引号", "信息索引号", "主题分类", "信息分类", "组配分类", "体裁分类", "发文机关", "发布机构", "发文单位", "制发机关", "成文日期", "发文日期", "生成日期", "发文字号", "文号", "主题词", "公开方式", "公开范围", "公开形式", "有效性", "发布日期", "发布时间", "信息来源", "信息名称", "效力状态", "废止日期", "失效日期", "生效日期", "服务对象", "体裁", "公开时限", "公开类别", "内容概述", "文件编号", "是否有效", "浏览次数", "点击次数", "来源", "上传者", "上传人", "上传时间", "文档编号", "文档格式", "下载积分", "作者单位", "分类号", "学位级别", "导师姓名"]
)
_LEAST = 2


def bare_key(row: Row) -> str:
    """The key that is all of this line, with or without its colon; else the empty string."""
    if len(row.raw) > 16:
        return ""
    name = label_of(row.line)
    key = keys().get(name)
    return name if key is not None and key.group in _GROUPS and len(name) > 1 else ""


# Their values are a few characters, a date, a number: a headline below is none.
_BRIEF = frozenset(
    ["文号", "发文字号", "文件编号", "有效性", "是否有效", "效力状态", "废止日期", "失效日期", "生效日期", "主题词", "公开方式", "公开范围", "公开形式", "公开时限", "公开类别", "体裁"]
)
_TITLES = frozenset({"名称", "标题", "信息名称", "文件名称", "题名", "文章标题", "公文名称", "文件标题"})
_ADDRESSED = pattern(r"[^。]{2,60}：")


def _is_headline(page: Page, row: Row) -> bool:
    """Whether a line is the headline of the document, and so no value of the empty label above it: its number or whom it is sent to stands below."""
    if row.number + 1 == len(page) or not OFFICIAL_HEADLINE.fullmatch(row.line):
        return False
    return any(form.fullmatch(page.rows[row.number + 1].line) for form in (DOCUMENT_NUMBER, _ADDRESSED))


_WORDED = pattern(r"(?!.*[\s、；，/]).*[\u4e00-\u9fff“”《》]{10}.*")


def _is_value(page: Page, name: str, row: Row) -> bool:
    """Whether the line below a label may be its value: below the last, an empty one, the headline may stand."""
    if bare_key(row) or row.prose or len(row.raw) > 80 or not _fits(keys()[name].kind, row):
        return False
    last = row.number + 1 == len(page) or not bare_key(page.rows[row.number + 1])
    return name in _TITLES or not (_is_headline(page, row) or (last and name in _BRIEF and _WORDED.fullmatch(row.line)))


def _fits(kind: Kind, value: Row) -> bool:
    """Whether a line may be the value of such a key: a date, a number; buttons have none."""
    if kind is Kind.DATE:
        return date_at(value.line, 0) is not None
    return kind is not Kind.BUTTONS and (kind is not Kind.NUMBER or value.line[0].isdecimal())


def pairs(page: Page) -> Iterator[tuple[Row, Row | None]]:
    """Label lines and the value line under each, from tables whose values stand on their own lines."""
    at = 0
    while at < len(page):
        run: list[tuple[Row, Row | None]] = []
        index = 0
        while at < len(page) and (name := bare_key(page.rows[at])):
            label = page.rows[at]
            value = page.rows[at + 1] if at + 1 < len(page) else None
            if value is None or not _is_value(page, name, value):
                value = None
            run.append((label, value))
            index += name in _CORE
            at += 1 if value is None else 2
        if index >= _LEAST and sum(value is not None for _, value in run) >= 2:
            yield from run
        if not run:
            at += 1


def _table(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    if sum(bare_key(row) in _CORE for row in rows) < _LEAST:
        return
    for label, value in pairs(page):
        yield label.number, Claim("furniture-index-table", Says.STRONG, Place.HEAD)
        if value is not None:
            yield value.number, Claim("furniture-index-table", Says.STRONG, Place.HEAD)


CHECKS = (whole(_table, cues=spread(_CORE)),)
