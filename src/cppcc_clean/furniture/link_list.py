"""Lists of links (NOISE A16): `友情链接：…`, `地方政协：北京 天津 河北 …`; below.

Must stay: names in a list, a row of places in the body (they have no label and end with a mark).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, whole
from cppcc_clean.furniture._shapes import PROVINCES
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-link-list",
        "links to other sites in one line",
        "会议通过了三项决定。\n友情链接：观澜县人民政府 观澜新闻网 观澜县图书馆\n",
        "会议通过了三项决定。\n",
    ),
)

_LABEL = r"(?:友情链接|链接|网站链接|地方政协|各地政协|全国政协|省级政协|市县政协|区县政协|兄弟政协|政府网站|县区网站|部门网站|相关网站|常用链接|快速链接|快速导航|快捷导航|友情网站|合作媒体|合作网站|媒体链接|政协网站|新闻网站|省市网站|省直部门|其他网站|站群导航|网站群|乡镇网站|区县网站|市州政协|省市政协|党派网站|民主党派|媒体矩阵|相关链接|国家部委|省政府部门|市政府部门|各省区市|县市区网站|下属网站|外部链接|推荐链接)"
_PROVINCES = PROVINCES | {"兵团", "全国"}


_SITE = pattern(r"[\u4e00-\u9fff]{2,14}(?:网|网站|在线|论坛|之窗)")


def _rows(_: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Six and more names of sites or provinces in a row without a mark."""
    for row in rows:
        if row.long or row.sentence:
            continue
        parts = row.line.split()
        if "|" in row.line:
            parts = [part for piece in parts for part in piece.split("|") if part]
        if len(parts) >= 4:
            sites = sum(part in _PROVINCES or _SITE.fullmatch(part) is not None for part in parts)
            if sites >= 5 and sites * 10 >= len(parts) * 8:
                yield row.number, Claim("furniture-link-list", Says.WEAK, Place.TAIL)
            elif sites == len(parts):
                yield row.number, Claim("furniture-link-list", Says.WEAK, Place.EDGE)


CHECKS = (
    line("furniture-link-list", Says.STRONG, Place.EDGE, "链接 导航 政协 网站 媒体 部门 部委 党派 各省",
         rf"[-—=\s【·]*{_LABEL}[-—=\s】]*(?:：|\s|-)\s?[-—=\s]*\S{{2,20}}(?:[\s|、/·]+\S{{2,20}}){{1,60}}"),
    line("furniture-link-list", Says.FAIR, Place.EDGE, "链接 地方政协 合作媒体 站群", rf"[-—=\s【·]*(?!相关链接){_LABEL}[-—=\s】：]*"),
    whole(_rows, begins=False),
)  # fmt: skip
