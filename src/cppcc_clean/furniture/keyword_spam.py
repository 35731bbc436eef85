"""Keyword spam (NOISE S1) above everything: `体育_彩票_app下载_官网`, and machine-made keywords of abstract sites.

Must stay: a headline of four equal clauses (`学思想，强党性，重实践，建新功`), the printed `关键词：…`, names joined by bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._names import is_name
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, spread, whole
from cppcc_clean.furniture._shapes import ABSTRACT
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-keyword-spam",
        "search words joined by bars or commas above the page",
        "工作总结_述职报告_心得体会_发言稿\n观澜县召开春耕会议\n",
        "观澜县召开春耕会议\n",
    ),
    Rule(
        "furniture-machine-keywords",
        "keywords made by a machine above the printed abstract",
        "书屋的运行机制\n图书馆_总分馆_县域_服务效能\n摘要：总分馆制把资源送到乡镇。\n",
        "书屋的运行机制\n摘要：总分馆制把资源送到乡镇。\n",
    ),
)

# Words of any trade that lives on search engines.
_TRADES = (
    "无码|一区|二区|三区|精品|久久|国产|日韩|欧美|中文字幕|成人|在线观看|免费|下载|官网|入口|平台|投注|娱乐|棋牌|彩票|体育|博彩|注册|登录|手机版|最新|大全|网址|直播|开奖|"
    "范文|模板|论文|发稿|代写|公文|课件|资料|在线|视频|电影|小说|排行|网站|百科|文库"
)
_TRADE = pattern(rf"{_TRADES}|(?i:av|app)")
# How many of the parts must be such words: a comma or a blank joins clauses of headlines too.
_LEAST_TRADE = {"_": 0, "|": 2, "，": 2, ",": 2, "；": 4, "、": 3, "-": 3, " ": 3}
_NO_KEYWORDS = pattern("__|[。！？：]")
_LEAST = 4  # NOISE S1: four parts and more
_HEAD, _TAIL = 12, 6
_REACH = 4  # so far below stand the printed keywords
_MANY, _SHORT = 6, 5  # words that a machine cuts a headline into are many and short


_MARKS = "_|，,；、- "


def _parts(line: str) -> tuple[list[str], str]:
    for mark in _MARKS:
        if line.count(mark) >= _LEAST - 1:
            return [part.strip() for part in line.split(mark)], mark
    return [], ""


def _spam(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    for row in rows:
        if _HEAD <= row.number < len(page) - _TAIL or row.long or row.sentence or _NO_KEYWORDS.search(row.line):
            continue
        parts, mark = _parts(row.line)
        full = [part for part in parts if part]
        if len(full) < _LEAST or max(map(len, full)) > 16:
            continue
        if all(is_name(part) for part in full) or _is_table(page, row.number, mark):
            continue
        trade = sum(_TRADE.search(part) is not None for part in full)
        if ((mark == "_" or trade) and _above_abstract(page, row.number)) or _repeats_keywords(page, row.number, full):
            yield row.number, Claim("furniture-machine-keywords", Says.STRONG, Place.HEAD)
        elif row.number >= _HEAD or row.number == len(page) - 1 > 3:
            if trade >= _LEAST and trade * 2 >= len(full):
                yield row.number, Claim("furniture-keyword-spam", Says.STRONG, Place.TAIL)
        elif mark == "_" or (mark == "|" and sum(map(len, full)) >= 3 * len(full)) or trade >= _LEAST_TRADE[mark]:
            yield row.number, Claim("furniture-keyword-spam", Says.STRONG if mark == "_" or trade >= 2 else Says.FAIR, Place.TOP)


def _above_keywords(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The lines above the printed keywords."""
    above = {number for row in rows if _KEYWORDS.match(row.line) for number in range(max(0, row.number - _REACH), row.number)}
    return _spam(page, [page.rows[number] for number in sorted(above)])


_ABSTRACT = pattern(rf"[【\s]*{ABSTRACT}")


def _is_table(page: Page, number: int, mark: str) -> bool:
    """Whether the next line is cut by the same mark: the head of a table."""
    below = page.rows[number + 1] if number + 1 < len(page) and mark in "|_" else None
    return below is not None and below.line.count(mark) >= 2


_KEYWORDS = pattern(r"[【\s]*关\s*键\s*词[】\s]*：?(.*)")


def _repeats_keywords(page: Page, number: int, parts: list[str]) -> bool:
    """Whether the keywords printed below say at least half of the same; of many short words, those and the headline."""
    for row in page.rows[number + 1 : number + 1 + _REACH]:
        if match := _KEYWORDS.match(row.line):
            printed = set(re.split(r"[；，、\s]+", match[1]))
            if sum(part in printed for part in parts) * 2 >= len(parts):
                return True
            said = match[1] + "".join(above.line for above in page.rows[:number] if not above.long)
            return len(parts) >= _MANY and max(map(len, parts)) <= _SHORT and sum(part in said for part in parts) * 4 >= 3 * len(parts)
    return False


def _above_abstract(page: Page, number: int) -> bool:
    """Whether one of the next lines is the printed abstract or the printed keywords."""
    return any(_ABSTRACT.match(row.line) for row in page.rows[number + 1 : number + 4])


CHECKS = (whole(_spam, cues=("_", "av", "app", *_TRADES.split("|"))), whole(_above_keywords, in_prose=True, cues=spread(["关键词"])))
