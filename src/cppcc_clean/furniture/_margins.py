"""Lines that no family knows by their wording, but that stand where only the page speaks.

Three places: between two lines of furniture at the edge of the page; below the article, once prev/next, a footer or the
like has begun; above a breadcrumb, if the headline stands below it. What closes an article (byline, signature, date,
抄送, numbered points, paragraphs) never leaves this way.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from cppcc_clean._step import Rule
from cppcc_clean.furniture._article import byline, may_be_title
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._names import is_name
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture.repeats import squash

RULE = Rule(
    "furniture-margin",
    "short lines in the margins of the page, between and behind its furniture",
    "会议通过了三项决定。\n上一篇：春耕会议召开\n下一篇：没有了\n栖霞传媒\n观ICP备99077120号\n",
    "会议通过了三项决定。\n",
)

# Furniture that may stand inside an article says nothing about the lines beside it.
INLINE = frozenset({
    "furniture-debris", "furniture-page-number", "furniture-file-name", "furniture-page-jump", "furniture-watermark",
    "furniture-paywall", "furniture-decoration", "furniture-stray-bar", "furniture-margin-inline", "furniture-bare-number", "furniture-forum",
    "furniture-repeated-body", "furniture-summary",
})  # fmt: skip
# Below one of these the article is over.
_OVER = frozenset({
    "furniture-prev-next", "furniture-controls", "furniture-share", "furniture-related", "furniture-footer", "furniture-disclaimer",
    "furniture-page-label", "furniture-link-list", "furniture-editor-credit",
})  # fmt: skip
_NUMBER = re.compile(r"[^，。]{0,20}[〔【（]?\d{4}[〕】）]?年?\s?第?\s?\d+\s?号|第\s?\d+\s?号")
# Below these stands nothing of the article, not even a sentence.
_BOTTOM = frozenset({"furniture-prev-next", "furniture-footer"})
_LONGEST = 60
_MOST_BELOW = 60
_CLOSING = re.compile(
    r"(?:[（【〔]?(?:摘\s*要|关\s*键\s*词|内容提要|Abstract|Key|中图分类号|文献标识码|文章编号|作者简介|附件?|附录|附表|抄送|主送|印发|签发|注|注释|参考文献|资料来源|数据来源|基金|收稿日期|作者简介|通讯作者|通讯地址|联系人|联系地址|联系电话|说明|备注|P\.?S|此致|敬礼)|[\\[【]\d+|[①-⑳]|"
    r"[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[.、．]|[^：]{1,8}[人者]：)"
)


def _closes_article(row: Row) -> bool:
    """Whether the line may be the last of an article: signature, date, byline, list, paragraph."""
    line = row.line
    if row.prose or row.sentence or len(line) > _LONGEST or _CLOSING.match(line) or byline(row):
        return True
    if _NUMBER.fullmatch(line) or is_name(line.replace(" ", "")):
        return True
    date = date_at(line, 0)
    return date is not None and date.end == len(line) and not date.typed or line[0] in "（" and line[-1] in "）"


def margins(page: Page, gone: list[bool], rules: list[str]) -> Iterator[tuple[int, Claim]]:
    """Claims on lines of the margins, given what has left so far."""
    kept = [row for row in page.rows if not gone[row.number]]
    if len(kept) == len(page):
        return
    yield from _above(page, gone, rules)
    yield from _above_menu(page, gone, rules)
    yield from _credits(page, gone, rules)
    if sum(rule == "furniture-forum" for rule in rules) < 2:  # a short post is no furniture
        yield from _below(page, gone, rules)
        yield from _between(page, gone, rules, kept)
        yield from _under_headline(page, gone, kept)


# The article is over when this much of its running text stands above, and no more than this below.
_PROSE_ABOVE, _PROSE_BELOW = 2, 2


def _below(page: Page, gone: list[bool], rules: list[str]) -> Iterator[tuple[int, Claim]]:
    prose = [row.number for row in page.rows if row.prose and not gone[row.number]]
    over = next(
        (
            at for at in range(len(page))
            if gone[at] and rules[at] in _OVER and (above := bisect_left(prose, at)) >= min(_PROSE_ABOVE, len(prose))
            and above and len(prose) - above <= min(_PROSE_BELOW, above // 2)
        ),
        None,
    )  # fmt: skip
    if over is None or len(page) - over > _MOST_BELOW:
        return
    bottom = next((at for at in range(over, len(page)) if gone[at] and rules[at] in _BOTTOM), 0)
    for row in page.rows[over + 1 :]:
        if gone[row.number]:
            continue
        if not _closes_article(row):
            yield row.number, Claim(RULE.name, Says.FAIR, Place.TAIL)
        elif bottom and row.number > bottom and row.sentence and len(row.raw) <= _LONGEST_SENTENCE and not _CLOSING.match(row.line) and not byline(row):
            yield row.number, Claim(RULE.name, Says.FAIR, Place.TAIL, sentence=True)


_LONGEST_SENTENCE = 120


def _above(page: Page, gone: list[bool], rules: list[str]) -> Iterator[tuple[int, Claim]]:
    yield from _column(page, gone)
    crumb = next((at for at in range(min(len(page), 40)) if rules[at] == "furniture-breadcrumb"), None)
    if not crumb:
        return
    below = [row for row in page.rows[crumb + 1 : crumb + 20] if not gone[row.number]][:3]
    if not below or below[0].prose or not may_be_title(below[0]) or len(below[0].raw) < 6:
        return
    printed = {squash(row.line) for row in page.rows[crumb + 1 : crumb + 20]}
    for row in page.rows[:crumb]:
        if not gone[row.number] and not row.sentence and _is_of_site(row) and squash(row.line) not in printed:
            yield row.number, Claim(RULE.name, Says.FAIR, Place.TOP)


_LONGEST_COLUMN = 6
_LONGEST_LABEL = 16


_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,16}(?:人民政府|政协|委员会|网|日报|晚报|时报|晨报|大学|学院|学校|中学|医院|图书馆|论坛|社区|融媒体?中心|融媒|发布|数字报|电子报|门户网站|网站|文库|之家|在线|客户端|博客)(?:\s?[A-Za-z.\s]{3,40})?"
)
_WEB = re.compile(r"网|文库|论坛|社区|博客|文摘|范文|在线|频道|客户端|公众号|登录|注册|搜索|检索|www|\.com|\.cn|数字报|电子版|电子报|首页|欢迎|站长|本站|APP|App")
_SECTION = re.compile(r"(?:新闻|要闻|动态|公告|资讯|聚焦|频道|专栏|园地|快讯|信息|时政|综合|专题|在线|论文|文库|天地|之窗|广角|理论|话题|版块|社会|地方|财经|文学|随笔|日志)$")


def _column(page: Page, gone: list[bool]) -> Iterator[tuple[int, Claim]]:
    """The name of a section between furniture and the headline, `政协要闻`: shorter than any kicker."""
    kept = [row for row in page.rows[:40] if not gone[row.number]][:2]
    if len(kept) < 2:
        return
    name, headline = kept
    site = _NAME.fullmatch(name.line.replace(" ", "")) is not None and not headline.line.startswith(("关于", "印发", "公告", "通告", "令", "第"))
    site = site or len(name.raw) <= 44 and _WEB.search(name.line) is not None
    section = site or len(name.raw) <= 8 and _SECTION.search(name.line) is not None
    if (name.number and (len(name.raw) <= _LONGEST_COLUMN or _is_of_site(name)) or section) and headline.number == name.number + 1 and len(headline.raw) >= 10 and may_be_title(headline):
        if headline.number + 1 < len(page) and gone[headline.number + 1] and not headline.prose:
            yield name.number, Claim(RULE.name, Says.FAIR if section else Says.WEAK, Place.TOP)


def _credits(page: Page, gone: list[bool], rules: list[str]) -> Iterator[tuple[int, Claim]]:
    """`文字 | 沈若溪` above `编辑 | 韩知行`: one role a line, and one of the lines is a sure credit."""
    for row in page.rows:
        if gone[row.number] or row.long or not row.chain.keys or not row.chain.sound or "/" in row.line or row.line[0] in "（【":
            continue
        if all(key.group in ("photo", "credit") for key in row.chain.keys):
            beside = {rules[at] for at in (row.number - 1, row.number + 1) if 0 <= at < len(page) and gone[at]}
            if beside & {"furniture-editor-credit", RULE.name}:
                yield row.number, Claim("furniture-editor-credit", Says.FAIR, Place.TAIL)


def _under_headline(page: Page, gone: list[bool], kept: list[Row]) -> Iterator[tuple[int, Claim]]:
    """Between the headline and the first paragraph: lines with furniture somewhere above and somewhere below them."""
    if not kept or not may_be_title(kept[0]):
        return
    start = kept[0].number
    prose = next((row.number for row in kept if row.prose), len(page))
    left = [at for at in range(start + 1, min(prose, start + 30)) if gone[at] and at < len(page)]
    if not left:
        return
    for row in kept:
        beside = gone[row.number - 1] or row.number + 1 < len(page) and gone[row.number + 1]
        if left[0] <= row.number and row.number < prose and beside and not _ORDINAL.match(row.line) and _LABELLED.search(row.line) and len(row.raw) <= _LONGEST_LABEL and not _closes_article(row) and not may_head(row):
            yield row.number, Claim(RULE.name, Says.FAIR, Place.HEAD)


_LABELLED = re.compile(r"[0-9A-Za-z：|/]|点击|分享|阅读|听|看|原创|字|关注|评论")
_ORDINAL = re.compile(r"\d{1,2}(?:[.、．\s]|$)|[一二三四五六七八九十]{1,3}、|[（(]|第|Part|PART")
_HEADING = re.compile(r"——|[^，]{0,16}〔\d{4}〕|.*：$")


def may_head(row: Row) -> bool:
    """A subtitle, a document number, a salutation, a line as long as a headline."""
    return _HEADING.match(row.line) is not None or len(row.raw) >= 12 and may_be_title(row)


_LONGEST_SITE = 14


def _above_menu(page: Page, gone: list[bool], rules: list[str]) -> Iterator[tuple[int, Claim]]:
    """The site's name and motto above its menu, if a headline stands below it."""
    menu = next((at for at in range(1, min(len(page), 12)) if rules[at] == "furniture-site-menu"), None)
    below = next((row for row in page.rows[menu or 0 :] if not gone[row.number]), None)
    if menu is None or below is None or below.prose or len(below.raw) < 6 or not may_be_title(below):
        return
    for row in page.rows[:menu]:
        if not gone[row.number] and not row.sentence and len(row.raw) <= _LONGEST_SITE:
            yield row.number, Claim(RULE.name, Says.FAIR, Place.TOP)


_SITE = re.compile(r"网|首页|政协|政府|委员会|登录|注册|搜索|客户端|报|论坛|社区|频道|星期|\d{4}|\||www|在线|文库|欢迎")


def _is_of_site(row: Row) -> bool:
    """Short, or worded like a site's head; a headline above the breadcrumb is neither."""
    return len(row.raw) <= 6 or len(row.raw) <= 30 and _SITE.search(row.line) is not None


def _between(page: Page, gone: list[bool], rules: list[str], kept: list[Row]) -> Iterator[tuple[int, Claim]]:
    if len(kept) < 3:
        return
    first = kept[0].number
    for row in kept:
        at = row.number
        neighbours = (at == len(page) - 1 or gone[at + 1]) and at > 0 and gone[at - 1]
        if at > first and neighbours and not _closes_article(row):
            yield at, Claim(RULE.name, Says.NOTHING, Place.EDGE)
