"""Watermarks (NOISE A17): the site's own sentence at the end of every paragraph, or on lines between them.

Must stay: an author's refrain. What repeats must also speak of a site.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, Cut, tail, whole
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-watermark",
        "a site's own words at the end of every paragraph or on lines between paragraphs",
        "小院里来了新邻居。【观山文库整理】\n大家一起议事。【观山文库整理】\n电梯装好了。【观山文库整理】\n",
        "小院里来了新邻居。\n大家一起议事。\n电梯装好了。\n",
    ),
)

_LEAST = 3  # twice may be chance
_SHARE = 0.4  # of the paragraphs: "every paragraph", with some lost
_LONGEST = 60
_SAMPLE = 4  # what ends alike ends alike in its last characters: a cheap first look
_SITE = pattern(
    r"[wW]{3}|https?|\.(?:com|cn|net|org|cc)|公众号|微信|文库|范文|文秘|文摘|论坛|小说网|整理|收集|首发|转载|版权|来源[：于]|更多[^。]{0,12}(?:关注|访问|请|尽在|搜索)|请?关注[^。]{0,10}号|访问|原创|发布|本站|本网|网站|[\u4e00-\u9fff]网[】）]|QQ|APP|App"
)
# The beginnings of what names a site.
_SITES = "www http .com .cn .net .org .cc 公众号 微信 文库 范文 文秘 文摘 论坛 小说网 整理 收集 首发 转载 版权 来源 更多 关注 访问 原创 发布 本站 本网 网站 网】 网） QQ APP"
_FINAL = pattern(r"[。！？…；!?;][”’」』\"]?")


def _pieces(row: Row) -> Iterator[int]:
    """Where the last piece of a paragraph may begin: its last bracket, its last sentence, what follows the last stop."""
    raw = row.raw
    closing = {"】": "【", "）": "（", "]": "[", ")": "(", "》": "《", "」": "「"}.get(raw[-1])
    if closing:
        at = raw.rfind(closing)
        if 0 < len(raw) - at <= _LONGEST and at > 0:
            yield at
            return
    stops = [match.end() for match in _FINAL.finditer(raw, max(0, len(raw) - _LONGEST))]
    if stops and stops[-1] == len(raw):
        stops.pop()
    if stops and stops[-1] > 0:
        yield stops[-1]


def _tails(page: Page, rows: Sequence[Row]) -> Iterator[Cut]:
    if len(rows) < _LEAST:
        return
    ends: dict[str, list[tuple[int, int]]] = {}
    common = Counter(row.raw[-_SAMPLE:] for row in rows)
    for row in rows:
        if common[row.raw[-_SAMPLE:]] < _LEAST:
            continue
        for at in _pieces(row):
            ends.setdefault(row.raw[at:].strip(), []).append((row.number, at))
    paragraphs = sum(len(raw) >= 20 for raw in page.raws)
    for piece, places in ends.items():
        if len(places) >= _LEAST and len(places) >= _SHARE * paragraphs and len(piece) >= 4 and _SITE.search(piece):
            for number, at in places:
                yield Cut(number, at, len(page.rows[number].raw), "furniture-watermark")


def _lines(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    if len(rows) < _LEAST or not page.repeats:
        return
    short = Counter(row.raw for row in rows if 6 <= len(row.raw) <= _LONGEST)
    marks = {raw for raw, times in short.items() if times >= _LEAST and _SITE.search(raw)}
    if marks:
        for row in rows:
            if row.raw in marks and _OWN.search(row.line):
                yield row.number, Claim("furniture-watermark", Says.CERTAIN, Place.ANYWHERE, sentence=True)


# On a line of its own the name of a site is asked for: `来源：自筹` may stand three times in a table.
_OWN = pattern(r"[wW]{3}\.|https?|\.(?:com|cn|net)|公众号|文库|范文网|文秘|文摘|小说网|首发|转载|版权|本站|本网|更多[^。]{0,10}(?:关注|访问|请)")

_COMPILED = r"【[^【】]{2,12}(?:网|文库|范文|论坛)(?:整理|收集|搜集|首发|独家){1,2}(?:发布|提供)?】"

CHECKS = (tail("furniture-watermark", "整理】 收集】 首发】 提供】 发布】", _COMPILED), whole(_tails, in_prose=True, cues=_SITES), whole(_lines, in_prose=True, cues=_SITES))
