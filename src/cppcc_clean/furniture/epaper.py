"""E-paper controls and layout codes (NOISE A15): `第01版：要闻`, `放大+  缩小-  默认o`, `（下转第四版）`, `②19`.

Must stay: `第四版《望潮年鉴》`, `②号仓正在粉刷`, `上一版的乡土教材`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, tail, whole, words
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import words_of

RULES = (
    Rule(
        "furniture-epaper",
        "an e-paper's page number, navigation and controls",
        "第01版：要闻\n望潮：一江清水绕城来\n",
        "望潮：一江清水绕城来\n",
    ),
    Rule("furniture-page-jump", "the article goes on elsewhere", "治理还将继续。（下转第四版）\n", "治理还将继续。\n"),
    Rule("furniture-layout-code", "a newspaper's layout code behind the last stop", "粮站还是粮站。②19\n", "粮站还是粮站。\n"),
)

_PAGE = r"第?\s?[A-Z]?\d{1,3}\s?版|第[零〇一二三四五六七八九十]{1,3}版"

_SECTION = pattern(rf"(?:{_PAGE})\s?[：\-|—·\s]\s?[\u4e00-\u9fff·/、]{{1,12}}")


def _sections(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """`第01版：要闻` once above the article; several of them are the article's own account of a paper."""
    found = [row.number for row in rows if len(row.raw) <= 24 and "版" in row.raw and _SECTION.fullmatch(row.line)]
    padded = [at for at in found if re.search(r"第\s?(?:0\d|[A-Z]\d)", page.rows[at].line)]
    if len(found) > 1 and len(padded) == len(found):
        for at in found:
            yield at, Claim("furniture-epaper", Says.STRONG, Place.HEAD)
    if len(found) == 1:
        digits = page.rows[found[0]].line.lstrip("第 A")[:1].isdecimal()
        yield found[0], Claim("furniture-epaper", Says.STRONG if digits else Says.WEAK, Place.HEAD)


def _headlines(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The headlines of the page of the paper below their label, down to the next line with a date or a control: the headline stands once more below."""
    for row in rows:
        if row.line != "标题导航":
            continue
        listed = list(itertools.takewhile(lambda other: not other.prose and not other.chain.dates and not any(map(words_of, other.line.split())), page.rows[row.number + 1 : row.number + _MOST_LISTED]))
        below = {other.line for other in page.rows[row.number + 1 + len(listed) :]}
        for member in listed if any(other.line in below for other in listed) else ():
            yield member.number, Claim("furniture-epaper", Says.STRONG, Place.TOP, sentence=True)


_MOST_LISTED = 30


# Alone on its line; in the middle of a text that is no page a text tells of it.
_JUMP = r"[（【▶►▲◀◄\s]*(?:下转|上接|紧接|转接|接)(?:第?\s?[A-Z]?\d{0,3}[零〇一二三四五六七八九十]{0,3}\s?[版页]|[\u4e00-\u9fff]{0,6}版)(?:[《“：·\s][^。]{0,20})?[）】▶►▲◀◄\s]*"

CHECKS = (
    whole(_sections, cues="版"),
    whole(_headlines, cues="标题导航"),
    words("furniture-epaper", Says.CERTAIN, "版面导航 标题导航 按日期查找 按日期检索 按日期查询 往期回顾 放大 缩小 默认o 版面概览 版面目录 返回目录 版面列表 稿件检索 数字报首页 往期查询 期刊浏览 本版新闻 本版导读 本版标题 版面图 PDF版 下载PDF 报纸版面 数字报检索 返回报纸首页 返回版面 内容导航 上一期 下一期 报纸首页 语音朗读 标题目录 朗读 全部版次 今日报纸 电子报首页 3上一篇 下一篇4 关闭PDF 下载本版 返回首页 浏览往期 全文复制 前一版 后一版 版面缩略图 本报数字版 数字报 电子版 报纸电子版 本期封面 版次导航 日历查询"),
    # What an e-paper prints at the foot of an article: paper, page, headline, date, number of the article.
    line("furniture-epaper", Says.STRONG, Place.TAIL, "报 刊", r"(?:第[A-Z]?\d{1,3}版：\S{1,12}\s)?[\u4e00-\u9fff]{2,8}[报刊]\s[^。]{2,80}\s\d{4}-\d\d-\d\d\s\d{1,2}(?:\s.{0,30})?"),
    line("furniture-epaper", Says.STRONG, Place.HEAD, "版", rf"(?:{_PAGE})\s?(?:[：\-|—·\s]\s?[\u4e00-\u9fff·/、]{{1,12}})?(?:\s{{0,3}}(?:\d?(?:上一版|下一版)\d?|\d{{4}}.{{0,20}}|PDF.{{0,8}}))+"),
    line("furniture-epaper", Says.WEAK, Place.HEAD, "版", rf"{_PAGE}"),
    line("furniture-epaper", Says.STRONG, Place.HEAD, "本版 本期", r"本[版期](?:文章|新闻|标题|目录|导读|稿件)\s?：\s?[^|。]{2,40}(?:\|[^|。]{2,40})+"),
    line("furniture-epaper", Says.FAIR, Place.TOP, "A B C D", r"[A-D]\d{2}\s?[：\-|—·\s]\s?[\u4e00-\u9fff]{2,6}(?:\s?[·/]\s?[\u4e00-\u9fff]{1,6})?"),
    line("furniture-epaper", Says.STRONG, Place.HEAD, "版", rf"[\u4e00-\u9fff]{{0,12}}\s*\d{{4}}年\d{{1,2}}月\d{{1,2}}日.{{0,30}}(?:{_PAGE})(?:\s?[：\-|—·\s]\s?[\u4e00-\u9fff·/、]{{1,12}})?"),
    line("furniture-epaper", Says.STRONG, Place.HEAD, "版", rf"(?:{_PAGE})\s?[：\-|—·\s]?\s?[\u4e00-\u9fff·]{{0,12}}\s*\d{{4}}年\d{{1,2}}月\d{{1,2}}日.{{0,20}}"),
    *(line("furniture-page-jump", Says.STRONG, place, "下转 上接 转接 紧接", _JUMP) for place in (Place.EDGE, Place.ANYWHERE)),
    tail("furniture-layout-code", " ".join("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"), r"(?<=[。！？”）…])\s?[①-⑳]\s?\d{1,3}"),
)  # fmt: skip
