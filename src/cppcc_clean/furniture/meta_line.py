"""Meta lines (NOISE A2): date, source, author, clicks, font size; under the headline, one or many fields a line.

Must stay: `时间：` `地点：` of a notice, `增加收入来源：一是…`, `作者：` in references, `日期：` in a form, the date in brackets
under the title of a speech, a date under a signature. What a line of keys is worth is told by the table of keys.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._dates import Date, date_at, find_date
from cppcc_clean.furniture._fields import Kind
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, whole, words
from cppcc_clean.furniture._shapes import FOLLOW, OF_APP, PROVINCES, TWICE
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-meta-line",
        "date, source, author, clicks and font size under the headline",
        "观澜县召开春耕会议\n发布时间：2024-03-05 09:30  来源：观澜日报  点击：213\n",
        "观澜县召开春耕会议\n",
    ),
    Rule(
        "furniture-page-label",
        "categories, tags, links to this very page",
        "会议通过了三项决定。\n标签：春耕 会议 水利\n",
        "会议通过了三项决定。\n",
    ),
)

_TYPED = r"(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日(?=\s*\d{1,2}：))(?:\s*\d{1,2}：\d{2}(?:：\d{2})?)?"
_DATE = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}：\d{2}(?:：\d{2})?)?|昨天|今天|前天|\d{1,2}小时前|\d{1,2}月\d{1,2}日\s\d{1,2}：\d{2})"

_LONGEST_DATED = 70
_MOST_WORDS = 8
_MOST_DATED = 2
_NO_PAGE = pattern(r"[。；！？“”《》]|上午|下午|晚上|地点|会议|—|至|起|止|前$|截止|开始|届满|施行|签订|出生|第\d|晴|阴|雨|雪|多云|雾|：(?!\d\d)|【\d|\. ")
_FROM = pattern(r"(?:IP属地|来自|楼主|作者)：")
_WORDY = pattern(r"[\u4e00-\u9fff]{15}|签到|报到|开会|集合|出发|值班")


def _dated(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """A short line with a date as machines write it; a row of a table has its like beside it."""
    shapes: set[int] = set()
    for row in rows:
        if len(row.raw) <= _LONGEST_DATED and _DIGITS.search(row.line) and not _NO_PAGE.search(_FROM.sub("", row.line)):
            date = find_date(row.line)
            if date and date.clock and not _WORDY.search(row.line) and len(row.line.split()) <= _MOST_WORDS:
                shapes.add(row.number)
    if len(shapes) > _MOST_DATED:
        # Posts of a forum, or a chat: only beside other furniture.
        forum = _FORUM.search(page.folded) is not None
        for at in shapes:
            yield at, Claim("furniture-meta-line", Says.CERTAIN if forum and _POST.search(page.rows[at].line) else Says.STRONG, Place.ANYWHERE)
        return
    for at in shapes:
        if at < _FIRST and at - 1 not in shapes and at + 1 not in shapes:
            yield at, Claim("furniture-meta-line", Says.FAIR, Place.HEAD)


_REPOSTED = pattern(r"以下文章来源于\s?(?P<account>[^\s，]{2,20}).*")
_WRITTEN = pattern(r"\d{1,5}篇原创内容")
_DESCRIBES = pattern(r"官方|[账帐]号|公众号|平台|[为给][您你]|关注")
_LONGEST_ACCOUNT = 12


def _card(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """What an app shows of an account: its name and what it says of itself, below `以下文章来源于…` or above `83篇原创内容`."""
    for row in rows:
        at = row.number
        if reposted := _REPOSTED.fullmatch(row.line):
            card = page.rows[at + 1 : at + 3]
            if len(card) == 2 and card[0].line.rstrip(" .。") == reposted["account"]:
                yield from _described(*card)
            yield from _posted(page, at)
        elif _WRITTEN.fullmatch(row.line) and at > 1:
            yield at, Claim("furniture-meta-line", Says.CERTAIN, Place.EDGE)
            if _is_name(page.rows[at - 2]):
                yield from _described(*page.rows[at - 2 : at])


def _described(name: Row, description: Row) -> Iterator[tuple[int, Claim]]:
    yield name.number, Claim("furniture-meta-line", Says.STRONG, Place.EDGE, sentence=True)
    if not description.prose or (_DESCRIBES.search(description.line) and not description.long):
        yield description.number, Claim("furniture-meta-line", Says.FAIR, Place.EDGE, sentence=True)


def _posted(page: Page, at: int) -> Iterator[tuple[int, Claim]]:
    """Who posted the page and when, below the headline and right above that line."""
    date = date_at(page.line(at - 1), 0) if at > _LEAST_ABOVE else None
    if date and date.end == len(page.line(at - 1)):
        yield at - 1, Claim("furniture-meta-line", Says.STRONG, Place.HEAD)
        if _is_name(page.rows[at - 2]):
            yield at - 2, Claim("furniture-meta-line", Says.FAIR, Place.HEAD)


_LEAST_ABOVE = 2  # a headline, an account, a date


def _is_name(row: Row) -> bool:
    return len(row.raw) <= _LONGEST_ACCOUNT and not row.sentence


def _above_stamp(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Lines above the time of a post: an account that is printed twice, an app and its reporter, `原创` with who wrote it and whose it is."""
    for row in rows[:_FIRST]:
        beside = page.rows[row.number : row.number + 2]
        if row.line == "原创":
            names = list(itertools.takewhile(lambda other: not _is_stamped(other), page.rows[row.number + 1 : row.number + 2 + _MOST_NAMES]))
            above = [row, *names] if len(names) <= _MOST_NAMES and all(map(_is_name, names)) else []
        elif len(beside) > 1 and _is_name(row) and beside[0].line == beside[1].line and row.number and _heads(page.rows[row.number - 1]):
            above = beside
        else:
            above = [row] if TWICE.fullmatch(row.line) or OF_APP.fullmatch(row.line) else []
        stamp = row.number + len(above)
        if above and stamp < len(page) and _is_stamped(page.rows[stamp]):
            yield from ((member.number, Claim("furniture-meta-line", Says.STRONG, Place.HEAD)) for member in above)


_MOST_NAMES = 2  # an author and an account


def _heads(row: Row) -> bool:
    """Whether a line is a headline above an account: a headline may be printed twice, too."""
    return len(row.raw) > _LONGEST_ACCOUNT and not row.sentence and _NO_HEADLINE.search(row.line) is None


_NO_HEADLINE = pattern(r"[ >»：]")


def _is_stamped(row: Row) -> bool:
    return any(date.clock for date in row.chain.dates)


def _below_stamp(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Below the time of posting: the province that an account posts from, the account itself with a dot between, the reporter."""
    for row in itertools.takewhile(lambda row: row.number < _FIRST, rows):
        whence = row.line in PROVINCES and row.number and _is_stamped(page.rows[row.number - 1])
        if whence or is_owner(page, row) or _is_reporter(page, row):
            yield row.number, Claim("furniture-meta-line", Says.STRONG, Place.HEAD)


def _is_reporter(page: Page, row: Row) -> bool:
    """Whether a reporter stands between the time of posting and what the page counts: `记者 沈见山` above `阅读 12408`."""
    around = page.rows[max(row.number - 1, 0) : row.number + 2]
    return len(around) > 2 and _REPORTER.fullmatch(row.line) is not None and _is_stamped(around[0]) and bool(around[2].chain.keys) and all(key.kind in (Kind.NUMBER, Kind.BUTTONS) for key in around[2].chain.keys)


_REPORTER = pattern(r"[\u4e00-\u9fff]{0,8}记者\s[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3}")


def is_owner(page: Page, row: Row) -> bool:
    """Whether a short line is the account that an app prints below the time of posting: behind a dot, or above the button to follow it."""
    at = row.number
    if at < _LEAST_ABOVE or not _is_name(row) or "创作者" in row.line:
        return False
    above, below = page.rows[at - 1], page.rows[at + 1 : at + 2]
    if above.line == "·":
        return _is_stamped(page.rows[at - 2])
    return _is_stamped(above) and above.chain.sound and any(FOLLOW.fullmatch(button.line) for button in below)


# `2024` · `03-05` · `09:30:00`: the parts of a date that the page sets apart, each on its line.
_YEAR, _DAY = pattern(r"(?:19|20)\d\d\s?年?"), pattern(r"\d\d[-/.]\d\d(?:\s\d\d：\d\d(?:：\d\d)?)?")
_REST = pattern(r"\d\d：\d\d(?:：\d\d)?|(?:星期|周)[一二三四五六日天]")


def split_date(page: Page, rows: Sequence[Row]) -> tuple[list[Row], Date] | None:
    """The rows of a date above the text whose year stands on a line of its own, one of ``rows``, and the date."""
    for year in itertools.takewhile(lambda row: row.number < min(_FIRST, len(page)) - 1, rows):
        if _YEAR.fullmatch(year.line) and _DAY.fullmatch((day := page.rows[year.number + 1]).line):
            if any(above.prose for above in page.rows[: year.number]):
                return None
            rest = list(itertools.takewhile(lambda row: _REST.fullmatch(row.line), page.rows[day.number + 1 : day.number + 3]))
            clock = next((row.line for row in rest if row.line[0].isdecimal()), "")
            date = find_date(f"{year.line[:4]}-{day.line[:2]}-{day.line[3:]} {clock}")
            return ([year, day, *rest], date) if date else None
    return None


def _split(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    found = split_date(page, rows)
    for row in found[0] if found else ():
        yield row.number, Claim("furniture-meta-line", Says.STRONG, Place.HEAD)


_TAGS = pattern(r"(?:本文|文章|相关|热门)?(?:标签|关键[词字]|Tags?|TAGS?)：?")
_TAG = pattern(r"[^\s，。；：！？]{1,10}")


def _tagged(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """A label on a line of its own, and tags on the next lines."""
    for row in rows:
        if row.long or not _TAGS.fullmatch(row.line.replace(" ", "")):
            continue
        tags = list(itertools.takewhile(_is_tags, page.rows[row.number + 1 : row.number + 1 + _MOST_TAGS]))
        for member in (row, *tags) if tags else ():
            yield member.number, Claim("furniture-page-label", Says.FAIR, Place.EDGE)


_MOST_TAGS = 8


def _is_tags(row: Row) -> bool:
    return not row.long and all(map(_TAG.fullmatch, row.line.split()))


_FORUM = pattern(r"楼主|沙发|只看|发帖|吧主|贴吧|顶端|回应|提问|最佳答案|网友|跟帖|论坛|社区|回帖|回[复覆]")
_POST = pattern(r"举报|来自|提问|评论|赞|Posted|客户端|留言|答复|网友|顶端|于\s?\d{4}|IP|\d+\s?[楼#]|#\s?\d+|楼主|发表|回复|沙发|板凳|地板|^\S{1,16}[\s（|·]+\d{4}[-/]")
_FIRST = 60
_DIGITS = pattern(r"(?:19|20)\d\d[-/年 ]")

_LABEL = r"(?:本文|文章|相关)?(?:标签|Tags?|TAGS?|tags?|分类|归类于|归档|标记|所属分类|文章分类|分类目录)\s?[：|]\s?"

CHECKS = (
    words("furniture-meta-line", Says.FAIR, "次 人次 阅读 浏览 点击 浏览次数 阅读次数 点击次数 浏览量 阅读量 点击量 人气 访问量 人阅读 人浏览 次浏览 次阅读 次点击 阅读数 浏览数 点击数"),
    # A machine's date in a short line that is no sentence, just under the headline: `荆望舒 · 2024-03-05`, `0分享至 …`.
    whole(_dated, cues="19 20"),
    whole(_split, cues="19 20"),
    whole(_above_stamp, begins=False),
    whole(_below_stamp, begins=False),
    whole(_card, cues="以下文章来源于 篇原创内容"),
    # Parts of a letter box; with a colon they are printed with the letter.
    line("furniture-page-label", Says.FAIR, Place.EDGE, "信件 来信 答复 回复", r"信件(?:内容|详情|信息|回复)|来信内容|(?:答复|回复)(?:情况|内容|信息)"),
    whole(_tagged, cues="签 键 T t"),
    line("furniture-meta-line", Says.STRONG, Place.EDGE, "浏览 阅读 点击 访问 查看 观看 人气 热度 围观 点阅",
         r"(?:[\u4e00-\u9fff]{0,6}?(?:已有|已被|被|共有|累计|共)?\s?)(?:浏览|阅读|点击|访问|查看|观看|人气|热度|围观|点阅)(?:次数|人次|人数|量|数)?\s?[：（]?\s?\d[\d，.]*[万kK]?\s?(?:人次|次|人|℃)?\+?）?"
         r"|(?:[\u4e00-\u9fff]{0,6}?(?:已有|共有|累计|已被|共)?\s?)\d[\d，.]*[万kK]?\+?\s?(?:人次|次|人)?(?:已)?(?:浏览|阅读|点击|访问|查看过?|观看|围观|看过)(?:量|次数|过本文|本文)?"),
    line("furniture-meta-line", Says.CERTAIN, Place.HEAD, "以下文章来源于 本文转载自 本文来自", r"(?:以下文章来源于|本文(?:转载自|来自)(?:微信公众号)?：?)\s?[^。]{2,24}(?:[，\s]+作者\s?[^。]{2,16})?"),
    line("furniture-meta-line", Says.STRONG, Place.EDGE, "版", rf"（?\s?《\s?[\u4e00-\u9fff]{{2,10}}\s?》\s?[（，\s]*{_DATE}[^。]{{0,20}}版[^。]{{0,10}}）?"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "昨天 前天 刚刚 小时前 分钟前 月", r"[\u4e00-\u9fffA-Za-z]{2,12}\s(?:昨天|前天|刚刚|\d{1,2}(?:小时|分钟|天)前|\d{1,2}月\d{1,2}日\s\d{1,2}：\d{2}|\d{1,2}-\d{1,2}\s\d{1,2}：\d{2})(?:\s[\u4e00-\u9fff]{2,4})?"),
    # What is to be done until that day is listed so, too.
    line("furniture-meta-line", Says.WEAK, Place.HEAD, "月", r"[\u4e00-\u9fffA-Za-z]{2,12}\s\d{1,2}月\d{1,2}日(?:\s[\u4e00-\u9fff]{2,4})?"),
    line("furniture-meta-line", Says.FAIR, Place.HEAD, "时前 钟前 天前 -", r"(?:\d{1,2}(?:小时|分钟|天)前|\d\d-\d\d\s\d\d：\d\d)(?:\s?[·|]?\s?[\u4e00-\u9fffA-Za-z]{2,12}){0,2}"),
    line("furniture-meta-line", Says.WEAK, Place.HEAD, "期", r"《?[\u4e00-\u9fff（）·]{2,20}》?\s?\d{4}\s?年\s?(?:第?\s?\d{1,2}\s?期|\d{1,2}月.{0,3})(?:\s?第?\d{1,3}页.{0,6})?"),
    line("furniture-meta-line", Says.STRONG, Place.EDGE, "Posted Published Updated posted Written by By @", r".{0,10}(?:Posted|posted|Published|Updated|Written|Post By)\s?：?\s?(?:on|by|in|@|at)?.{4,80}"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "字数 更新于 分类于 发表于", r"(?:本文)?(?:最后)?(?:字数统计|字数|更新于|分类于|发表于|发布于|编辑于)\s?：?\s?[\d\-./年月日]{2,}.{0,60}"),
    line("furniture-page-label", Says.STRONG, Place.EDGE, "搜索 搜寻 热搜 热词", r"(?:相关|本文)?(?:热门搜[索寻]|热词搜索|搜索词|热搜词?|大家都在搜|搜索热词|热门关键词|热词)\s?：.{0,60}"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "随笔 文章 评论", r"(?:(?:随笔|文章|评论|阅读|日志|相册)\s?[\-：（]\s?\d+[）\s|]*){2,5}"),
    line("furniture-meta-line", Says.STRONG, Place.EDGE, "发表在 张贴者 创作者 By", r"(?:\S{1,12}\s)?发表在\s?\S{2,10}.{0,40}|张贴者：?.{1,40}|创作者 .{1,20}的头像|By \S.{1,60}\d{4}.{0,40}"),
    # A WeChat account's line: account, account again, date, place.
    line("furniture-meta-line", Says.CERTAIN, Place.HEAD, "发表于 原创", rf"(?:原创\s+)?(?:\S{{1,20}}\s+){{0,4}}{_DATE}\s*(?:发表于\s?\S{{1,6}}|发布于\s?\S{{1,6}})"),
    line("furniture-meta-line", Says.WEAK, Place.HEAD, "20 19", rf"(?:\S{{2,16}}\s+){{1,2}}(?:·\s)?{_TYPED}(?:\s+[\u4e00-\u9fff]{{2,4}})?"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "原创", rf"原创(?:\s*：\s*|\s+)\S{{1,16}}(?:\s+\S{{1,16}}){{0,2}}?(?:\s+{_DATE}(?:\s+[\u4e00-\u9fff]{{2,4}})?)?"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "发布于 发表于", r"发[布表]于\s?：?\s?[\u4e00-\u9fff]{2,5}"),
    line("furniture-meta-line", Says.FAIR, Place.HEAD, "期", r"《[\u4e00-\u9fff（）·]{2,20}》\s?\d{4}\s?年\s?第?\s?\d{1,2}\s?期(?:\s?[|·\s]\s?[\u4e00-\u9fff·、]{2,12}){0,3}"),
    line("furniture-meta-line", Says.CERTAIN, Place.HEAD, "创作者", r"[^。]{0,40}(?:领域|优质|内容)创作者[^。]{0,20}"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "Vol vol", r"[^。]{0,40}(?:19|20)\d\d[^。]{0,8}[Vv]ol\s?\.?\s?\d+[^。]{0,30}"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "发布于 发表于", r"由 \S{1,16} (?:发布|发表)于 .{6,60}"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "by By BY", rf"{_DATE}\s(?:by|By|BY)\s\S{{1,16}}(?:\s.{{0,60}})?"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "阅读 浏览 点击 评论", r"(?:\S{1,12}\s)?\d{1,8}\s?(?:次|人次?)?\s?(?:浏览|阅读|点击|访问|查看|观看|看过|评论|喜欢|赞)(?:次数|量|数)?(?:\s*[|·\s]\s*\d{1,6}\s?\S{1,5}){0,4}"),
    line("furniture-page-label", Says.STRONG, Place.TAIL, "标签 Tags tags", r"(?:文章标签|标签|Tags?|TAGS?|Tagged)\s+\S.{1,60}"),
    # One value may be a headline (`分类：垃圾去哪儿`) or a rule (`标签：统一印制`); several are tags.
    line("furniture-page-label", Says.STRONG, Place.TAIL, "标签 Tags tags TAG 分类 归档 标记", rf"{_LABEL}[^。，]{{1,16}}(?:[ ，、|/#][^。，]{{1,16}}){{1,9}}"),
    line("furniture-page-label", Says.WEAK, Place.TAIL, "标签 Tags tags TAG 分类 归档 标记", rf"{_LABEL}[^。]{{1,60}}"),
    line("furniture-page-label", Says.STRONG, Place.TAIL, "月", r"\d{4}\s?年\s?\d{1,2}\s?月\s?（\s?\d{1,4}\s?）"),
)  # fmt: skip
