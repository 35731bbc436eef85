"""Lines that no family knows by their wording, but that stand where only the page speaks.

Above the headline, beside the site's menu or path; between the headline and the first paragraph, among the fields and
buttons there; below the end of the article (told by `_ending`); around the posts of a board (told by `_board`). What opens
or closes an article (kicker, subtitle, byline, document number, salutation, signature, date, 抄送, numbered points,
paragraphs) never leaves this way, nor does what reads as a headline while the headline is not sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._board import Board
from cppcc_clean.furniture._bylines import affiliation
from cppcc_clean.furniture._chains import is_byline, is_field
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._ending import INLINE, below, closes_article
from cppcc_clean.furniture._fields import URL
from cppcc_clean.furniture._headline import (
    SUBTITLE,
    TITLE_LINES,
    find_headline,
    is_above_meta,
    is_account,
    is_menu_or_field,
    is_outlet,
    is_sure,
    leads,
    may_be_title,
    reads_as_headline,
)
from cppcc_clean.furniture._names import REFERRED, is_name, split_names
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim
from cppcc_clean.furniture._shapes import DOCUMENT_NUMBER
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import words_of
from cppcc_clean.furniture.repeats import squash

RULE = Rule(
    "furniture-margin",
    "short lines in the margins of the page, between and behind its furniture",
    "今天上午，春耕会议在观澜县城召开，会议通过了三项决定，会期一天。\n上一篇：春耕会议召开\n下一篇：没有了\n栖霞传媒\n观ICP备99077120号\n",
    "今天上午，春耕会议在观澜县城召开，会议通过了三项决定，会期一天。\n",
)


def margins(page: Page, gone: list[bool], rules: list[str]) -> Iterator[tuple[int, Claim]]:
    """Claims on lines of the margins, given what has left so far."""
    if not any(gone):
        return
    prose = page.paragraphs(gone)
    first, last = (prose[0], prose[-1]) if prose else (len(page), len(page))
    headline = find_headline(page, gone, rules)
    if headline is not None and _heads_text(page, gone, headline):
        sure = is_sure(page, gone, rules, headline)
        yield from _above(page, gone, rules, headline, sure)
        yield from _under(page, gone, rules, headline, first, sure)
    yield from _credits(page, gone, rules)
    posts = board(page, gone, rules) if page.forum else None
    if posts and posts.stamps:
        yield from posts.claims(RULE.name)
    else:
        yield from below(page, gone, rules, RULE.name)
        yield from _between(page, gone, first, last)


def _heads_text(page: Page, gone: list[bool], headline: Row) -> bool:
    """Whether no more of what stays stands above the headline than below it: else the text stands above, and it is none."""
    above, below = (sum(len(row.raw) for row in rows if not gone[row.number]) for rows in (page.rows[: headline.number], page.rows[headline.number + 1 :]))
    return above <= below


def board(page: Page, gone: list[bool], rules: list[str]) -> Board:
    """The page as a board of posts."""
    headline = find_headline(page, gone, rules)
    return Board(page, gone, rules, RULE.name, headline.number if headline else 0, next(iter(page.paragraphs(gone)), len(page)))


# -- above the article -----------------------------------------------------------------------------------------------

# A kicker is as long as a clause; a section's name is not.
_LONGEST_COLUMN = 6
_LONGEST_SITE = 44
_NAME = pattern(
    r"[\u4e00-\u9fff]{2,16}(?:人民政府|政协|委员会|网|日报|晚报|时报|晨报|大学|学院|学校|中学|医院|图书馆|论坛|社区|融媒体?中心|融媒|发布|数字报|电子报|门户网站|网站|文库|之家|在线|客户端|博客|统一战线|统战|党建|局|厅)"
    r"(?:[A-Za-z.]{3,40})?|《[^》]{2,24}》(?:编辑部|杂志社)"
)
_WEB = pattern(r"网(?:站|首页|$|[\s|>_\-·—：])|文库|论坛|社区|博客|文摘|范文|在线|频道|客户端|公众号|登录|注册|搜索|检索|www|\.com|\.cn|数字报|电子版|电子报|首页|欢迎|站长|本站|APP|App")
_SECTION = pattern(r"(?:新闻|要闻|动态|公告|资讯|聚焦|频道|专栏|园地|快讯|信息|时政|综合|专题|在线|论文|文库|天地|之窗|广角|理论|话题|版块|社会|地方|财经|文学|随笔|日志)$")
_OFFICIAL = ("关于", "印发", "公告", "通告", "令", "第")


def _above(page: Page, gone: list[bool], rules: list[str], headline: Row, sure: bool) -> Iterator[tuple[int, Claim]]:
    above = page.rows[: headline.number]
    menu = max((row.number for row in above if (gone[row.number] and rules[row.number] not in INLINE) or words_of(row.line) is not None), default=-1)
    table = [row.number for row in above if rules[row.number] == "furniture-index-table"]
    followed = headline.number + 1 < len(page) and gone[headline.number + 1]
    led = any(leads(page, gone, row) for row in above if not gone[row.number])
    stack = _stack(headline.number, gone)
    stacked = stack > _MOST_KICKERS and not any(SUBTITLE.match(row.line) for row in above[headline.number - stack :])
    # Above the headline of an official document stand its number, its class, who signed it.
    numbers = [row.number for row in above[headline.number - stack :] if DOCUMENT_NUMBER.search(row.line)]
    document = range(headline.number - stack, headline.number) if numbers else range(0)
    for row in above:
        if gone[row.number] or row.long or row.number in document or DOCUMENT_NUMBER.search(row.line) or (squash(row.line) == squash(headline.line) and not _is_listed(row.number, gone)):
            continue
        says: Says | None = None
        inside = row.number < menu or (table and table[0] < row.number < table[-1])
        if inside:
            # What reads as a headline may be the true one; the headlines of a list are several.
            listed = leads(page, gone, row) or _is_listed(row.number, gone) or row.line[-1] == "！"
            says = Says.FAIR if sure or table or listed or not reads_as_headline(row) or _of_site(row, headline) is Says.FAIR else None
        elif followed:
            kicker = row.number == headline.number - 1 and reads_as_headline(row) and not leads(page, gone, row)
            says = Says.FAIR if (led or stacked) and not kicker else _of_page(row, headline)
        if says is not None:
            yield row.number, Claim(RULE.name, says, Place.TOP, sentence=bool(inside))


def _of_page(row: Row, headline: Row) -> Says | None:
    """Whether a line between the menu and the headline is one of the page: a field, a label, the name of a site or section."""
    if is_menu_or_field(row) or row.line[-1] == "：":
        return Says.FAIR
    return None if row.sentence else _of_site(row, headline)


_LEAST_HEADLINE = 12
_LEAST_LISTED = 3


_MOST_KICKERS = 2


def _stack(headline: int, gone: list[bool]) -> int:
    """How many lines stand right above the headline with no furniture between: so many are a menu."""
    top = headline
    while top and not gone[top - 1]:
        top -= 1
    return headline - top


def _is_listed(at: int, gone: list[bool]) -> bool:
    """Whether the row is one of several that stand together."""
    first = last = at
    while first and not gone[first - 1]:
        first -= 1
    while last + 1 < len(gone) and not gone[last + 1]:
        last += 1
    return last - first + 1 >= _LEAST_LISTED


def _of_site(row: Row, headline: Row) -> Says | None:
    """Whether the line right above the headline is the site's or the section's name."""
    bare = row.line.replace(" ", "").strip("【】")
    name = _NAME.fullmatch(bare) is not None and not headline.line.startswith(_OFFICIAL)
    if name or (len(bare) <= _LONGEST_SITE and _WEB.search(bare)) or (len(bare) <= 8 and _SECTION.search(bare)):
        return Says.FAIR
    return Says.WEAK if row.number and len(bare) <= _LONGEST_COLUMN else None


# -- between the headline and the text -------------------------------------------------------------------------------

_LONGEST_LABEL = 30
_HEADING = pattern(r"——|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日\s|[A-D]类|.*：$|\d{1,2}(?:[.、](?!\d)|\s|$)|[一二三四五六七八九十]{1,3}、|（|第|Part|PART|.*篇[一二三四五六七八九十\d]+$")


def _under(page: Page, gone: list[bool], rules: list[str], headline: Row, prose: int, sure: bool) -> Iterator[tuple[int, Claim]]:
    # An article has more than its headline: where no paragraph is, the last line that stays is none of its head.
    text = prose if prose < len(page) else max((at for at, left in enumerate(gone) if not left), default=0)
    first, end = headline.number + 1, min(text, headline.number + TITLE_LINES)
    top = next((at for at in range(first, end) if gone[at]), end)
    facts = _are_facts(page, rules, first, top)
    left = list(_fields(page, gone, top if facts else first, end))
    for row in page.rows[first:end] if left else ():
        at = row.number
        if gone[at] or (at > left[-1] and not (_LABELLED.match(row.line) and gone[at - 1])):
            continue
        second = at == first and _is_second(page, gone, rules, row)
        amid = first < at < left[-1] and gone[at - 1] and gone[at + 1]
        fact = facts and at < top
        if not fact and (second or (not sure and _may_be_true_headline(page, gone, rules, row, headline))):
            continue
        among = fact or (row.line[0] != "（" and _is_among_fields(page, gone, at))
        field = at < left[-1] and (among or _is_date_above_fields(gone, rules, row))
        short = len(row.raw) <= _LONGEST_LABEL or URL.fullmatch(row.line) is not None
        if (prose < len(page) or amid) and short and (field or not (closes_article(row) or _may_head(row, amid))):
            yield at, Claim(RULE.name, Says.FAIR, Place.HEAD)


def _may_be_true_headline(page: Page, gone: list[bool], rules: list[str], row: Row, headline: Row) -> bool:
    """Whether a line below a headline that is not sure may be the true one: it reads as one, is longer, or has the fields of the page below it."""
    if reads_as_headline(row):
        return True
    fielded = is_sure(page, gone, rules, row) and not is_outlet(row) and not is_account(page, row, gone)
    return may_be_title(row) and (len(row.raw) > len(headline.raw) or fielded)


def _is_among_fields(page: Page, gone: list[bool], at: int) -> bool:
    """Whether a line is one of several fields between two lines that leave: `作者：…`, `摄影：…` between `来源：…` and `阅读：…`."""
    first = last = at
    while first and not gone[first] and is_field(page.rows[first]):
        first -= 1
    while last < len(page) and not gone[last] and is_field(page.rows[last]):
        last += 1
    return first < at < last < len(page) and gone[first] and gone[last]


def _are_facts(page: Page, rules: list[str], first: int, end: int) -> bool:
    """Whether rows are facts between the headline and the line of date and source: `提案编号：…`, `提案人：…` above `发布日期：…`."""
    facts = page.rows[first:end]
    dated = end < len(page) and rules[end] == "furniture-meta-line" and any(found.field == "published" for found in page.rows[end].chain.found)
    return dated and len(facts) >= _LEAST_FACTS and all(not row.long and _FACT.match(row.line) for row in facts)


_LEAST_FACTS = 2
_FACT = pattern(r"(?!时间|日期|地点|地址|主题|对象|内容)[\u4e00-\u9fff]{2,6}：(?=[^“\s])")  # a notice says when and where


def _is_date_above_fields(gone: list[bool], rules: list[str], row: Row) -> bool:
    """Whether a line is a date and nothing else, and the next line fields or buttons of the page."""
    date = date_at(row.line, 0)
    return date is not None and date.end == len(row.line) and gone[row.number + 1] and rules[row.number + 1] in _FIELDS


_FIELDS = frozenset({"furniture-meta-line", "furniture-controls", "furniture-share"})


def _is_second(page: Page, gone: list[bool], rules: list[str], row: Row) -> bool:
    """Whether the line under the headline may be its second: of plain words, or right above the date and the source."""
    above_meta = is_above_meta(rules, row) and not _DIGIT.search(row.line[:_LEAST_HEADLINE])
    return may_be_title(row) and not is_outlet(row) and (above_meta or _PLAIN.fullmatch(row.line) is not None) and not is_account(page, row, gone)


_DIGIT = pattern(r"\d")
# More lines that stay in a row, and the text has begun.
_MOST_AMONG = 3


def _fields(page: Page, gone: list[bool], first: int, end: int) -> Iterator[int]:
    """The fields and buttons under the headline, as far as no run of other lines parts them."""
    among = 0
    for at in range(first, end):
        if gone[at] or words_of(page.rows[at].line) is not None:
            among = 0
            yield at
        else:
            among += 1
            if among > _MOST_AMONG:
                return


# A field or a button, but no fact of the article (`时间：2月27日上午`).
_LABELLED = pattern(r"(?!.*：.).*(?:[0-9A-Za-z：|/]|点击|分享|阅读|听|看|原创|字|关注|评论)")
_PLAIN = pattern(r"[\u4e00-\u9fff“”《》、·]{4,}")


_COUNTED = pattern(r"\d$")


def _may_head(row: Row, amid: bool) -> bool:
    """A subtitle, a document number, a salutation, a numbered heading, an author, a line as long as a headline.

    That line stands not amid furniture.
    """
    names = () if _COUNTED.search(row.line) and not REFERRED.fullmatch(row.line) else split_names(row.line)
    if names and (is_name(names[-1]) or all(map(is_name, names))) and len(row.raw) > len(names[-1]) and not row.chain.dates and not row.chain.keys:
        return True
    if row.line[0] == "（" and affiliation(row):
        return True
    return any(form.match(row.line) for form in (_HEADING, DOCUMENT_NUMBER)) or (not amid and not _WEB.search(row.line) and len(row.raw) >= _LEAST_HEADLINE and may_be_title(row))


# -- below it ---------------------------------------------------------------------------------------------------------


def _between(page: Page, gone: list[bool], prose: int, last: int) -> Iterator[tuple[int, Claim]]:
    """Single lines between two that leave, or between one and the end of the page; comments and tags at one that leaves."""
    for row in page.rows[prose + 1 :]:
        at = row.number
        if at > last and not gone[at] and gone[at - 1] and _COMMENTER.search(page.rows[at - 1].line) and not row.long:
            yield at, Claim("furniture-related", Says.STRONG, Place.TAIL, sentence=True)
        if at > last and not gone[at] and at + 1 < len(page) and gone[at + 1] and _are_tags(row):
            yield at, Claim("furniture-page-label", Says.WEAK, Place.TAIL)
        if not gone[at] and gone[at - 1] and (at == len(page) - 1 or gone[at + 1]) and not closes_article(row):
            yield at, Claim(RULE.name, Says.NOTHING, Place.EDGE)


_COMMENTER = pattern(r"(?:网友|游客|用户|匿名)[^。]{0,24}：$|(?:说道?|评论道?|发表于|写道)：$")
_LEAST_TAGS, _LONGEST_TAG = 3, 6


def _are_tags(row: Row) -> bool:
    """`渔村 蚵壳 循环经济`: several short words that are no names."""
    words = row.line.split()
    tags = len(words) >= _LEAST_TAGS and all(_TAG.fullmatch(word) for word in words)
    return tags and not any(map(is_name, words)) and not closes_article(row)


_TAG = pattern(rf"[\u4e00-\u9fff]{{2,{_LONGEST_TAG}}}")


def _credits(page: Page, gone: list[bool], rules: list[str]) -> Iterator[tuple[int, Claim]]:
    """`文字 | 沈若溪` above `编辑 | 韩知行`: one role a line, and one of the lines is a sure credit."""
    credited = (at for at in range(len(page)) if rules[at] == "furniture-editor-credit")
    beside = {other for at in credited for other in (at - 1, at + 1) if 0 <= other < len(page) and not gone[other]}
    for row in (page.rows[at] for at in sorted(beside)):
        if row.long or not row.chain.keys or not row.chain.sound or is_byline(row) or row.line[0] in "（【":
            continue
        if all(key.group in ("photo", "credit") for key in row.chain.keys):
            yield row.number, Claim("furniture-editor-credit", Says.FAIR, Place.TAIL)
