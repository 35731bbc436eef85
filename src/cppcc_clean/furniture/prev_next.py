"""Previous and next (NOISE A8): `上一篇：…`, `下一条：没有了`, `« 上一页  下一页 »`; below, in e-papers above.

Must stay: `上一届常委会…`, `下一步，要…`, verse such as `上一页写着母亲的名字`: the label needs a colon, an end or a blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, whole, words
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-prev-next",
        "links to the page before and after",
        "会议通过了三项决定。\n上一篇：县政协开展义务植树\n下一篇：没有了\n",
        "会议通过了三项决定。\n",
    ),
)

_UNITS = "篇|条|页|版|章|则|帖|组图?|图集|新闻|文章"
_VAGUER = "个|期|张|主题|节|首"  # an article has them, too: `下一个：…`
_OF_TIME = r"[前后]一(?:篇|页|条)|较[新旧](?:的)?一?篇"
_KIND = r"(?:文章|新闻|信息|日志|内容|主题|资讯|帖子|公告|博文)?"
_SURE_LABEL = rf"(?:[上下]\s?一\s?(?:{_UNITS})|{_OF_TIME}){_KIND}"
_LABEL = rf"(?:[上下]\s?一\s?(?:{_UNITS}|{_VAGUER})|{_OF_TIME}){_KIND}"
_BEFORE, _BEHIND = r"[<>«»【\s←→◄►◀▶\-·|]*", r"[】»>\s→▶|]*"

_BARE = frozenset({"上一篇", "下一篇", "上一条", "下一条", "前一篇", "后一篇", "上一篇文章", "下一篇文章"})
_LONGEST_LABEL = 12


def _headlines(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The headline on the line below a bare `上一篇：`, below the text: above it stands the headline of the article."""
    prose = next((row.number for row in page.rows if row.prose), 0)
    for row in rows:
        if prose < row.number < len(page) - 1 and len(row.raw) <= _LONGEST_LABEL and row.line.rstrip("： ").strip("【】<>« »") in _BARE:
            below = page.rows[row.number + 1]
            if not below.sentence and 6 <= len(below.raw) <= 60:
                yield below.number, Claim("furniture-prev-next", Says.FAIR, Place.TAIL)


_CUES = "上一 下一 前一 后一 较新 较旧"

CHECKS = (
    words("furniture-prev-next", Says.FAIR,
          "较新的文章 较旧的文章 较新文章 较旧文章 较早的文章 较新的博文 较早的博文 此分类上一篇 此分类下一篇 上一篇 下一篇 上一条 下一条 上一页 下一页 上一版 下一版 上一章 下一章 上页 下页 上一则 下一则 上一主题 下一主题 上一张 下一张 返回章节目录 章节目录 "
          "前一篇 后一篇 前一页 后一页 前一天 后一天 上一日 下一日 已是最后一篇 已经是第一篇 首篇 末篇 已经是最后一篇 已是第一篇 上一篇文章 下一篇文章 上一组 下一组 上一节 下一节 上一个 下一个 查看更多 加载更多 没有更多了 已经到底了 到底了 跳转 转到"),
    words("furniture-prev-next", Says.FAIR, "没有了 暂无 最后一页 第一页 共 页 第 首页 末页 尾页 到 转 上 下 前 后 无"),
    line("furniture-prev-next", Says.CERTAIN, Place.EDGE, _CUES, rf"{_BEFORE}{_SURE_LABEL}[】\s]*[：>»←→].{{0,80}}", sentence=True),
    line("furniture-prev-next", Says.FAIR, Place.EDGE, _CUES, rf"{_BEFORE}{_LABEL}[】\s]*[：>»←→].{{0,80}}"),
    line("furniture-prev-next", Says.FAIR, Place.EDGE, _CUES, rf"{_BEFORE}[上下前后]一[篇条]】?\s{{1,4}}\S.{{2,60}}"),
    line("furniture-prev-next", Says.STRONG, Place.EDGE, _CUES, rf"{_BEFORE}\d?{_LABEL}[】»>\s→▶|/]*\d?\s?{_LABEL}\d?{_BEHIND}"),
    line("furniture-prev-next", Says.FAIR, Place.EDGE, _CUES, rf"{_BEFORE}[上下前后]一[篇条](?:文章|新闻|信息|日志)?\d?{_BEHIND}"),
    line("furniture-prev-next", Says.WEAK, Place.EDGE, _CUES, rf"{_BEFORE}{_LABEL}{_BEHIND}"),
    line("furniture-prev-next", Says.STRONG, Place.HEAD, "上一篇", r"·\s?[\u4e00-\u9fff]{2,12}\s?·\s{0,4}上一篇\s{0,4}下一篇"),  # of a journal, with the section
    line("furniture-prev-next", Says.STRONG, Place.TAIL, "页", r"(?=.*(?:上一页|下一页|末页|尾页|跳转))(?=.{4})(?:首页|上一页|第?\s?\d{1,4}\s?页?|【?\d{1,4}】?|下一页|末页|尾页|共\s?\d+\s?[页条篇]|…+|\.{3}|到?第?页|跳转|[\s/|<>«»，])+"),
    whole(_headlines, begins=False),
)  # fmt: skip
