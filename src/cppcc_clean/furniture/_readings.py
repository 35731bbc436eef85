"""What the lines that leave say: the fields of the metadata, read from whole rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._fields import GUESSED, ISSUE, PHONE, URL, Found, Kind, is_junk, keys
from cppcc_clean.furniture._names import are_persons, is_full_name, is_short_name, split_names
from cppcc_clean.furniture._page import Row
from cppcc_clean.furniture._shapes import OF_APP, PROVINCES, TWICE
from cppcc_clean.furniture._words import is_chrome
from cppcc_clean.furniture.share import FOLLOWED

_ICP = pattern(r"(?:(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}|[\u4e00-\u9fff])?ICP\s?(?:备|证)\s?\d{5,}号(?:-\d{1,3})?")
_PHONE_LABEL = pattern(r"(?:电话|热线|专线|留言板|爆料|报料|投诉|举报|查询|致电|商务合作|广告合作|Tel|TEL|tel|拨打)[^\d（]{0,12}")


# A surname and two characters; two characters may be a place.
_FULL_NAME = 3
DATED = frozenset({"furniture-meta-line", "furniture-epaper", "furniture-forum"})
_COUNTED = frozenset({"furniture-share", "furniture-controls", "furniture-page-label"})
_UNREAD = frozenset({
    "furniture-slogan", "furniture-related", "furniture-headline-list", "furniture-prev-next", "furniture-link-list", "furniture-share", "furniture-file-name",
    "furniture-page-title", "furniture-summary", "furniture-repeated-headline", "furniture-breadcrumb", "furniture-site-menu",
})  # fmt: skip
_POSTED = pattern(r"(?:由 |网友 )?(?!楼主|作者)(\w[^\s#|：]{0,19})(?<!#)\s{0,3}(?:发表于|发布于|发帖于|»|发表在)\s?：?\s?(?=\d{4}|\S{2,10}\s)|以下文章来源于\s?\S{2,24}?[，\s]+作者\s?(\S{2,16}(?:\s\S{2,4})*)|发信人\s?：\s?(\w+)|(\S{1,16})\s楼主\s|([^\s：]{2,16})\s?\|\s?浏览\s?\d+\s?次")
_ORIGIN = pattern(r"(?:以下文章来源于|本文(?:转载自|来自|来源于)(?:微信公众号)?)\s?：?\s?[“《]?([\u4e00-\u9fffA-Za-z]{2,24}?)[”》]?(?=[，\s。]|$)")
# A WeChat page: `原创 祁小枝 锦溪女声 2021-08-20 收录于合集`.
_ACCOUNT = pattern(
    r"原创[：\s]\s*(?:(?P<author>[\u4e00-\u9fff]{2,8})\s+(?:[\u4e00-\u9fff]{2,4}\s+)?(?=[\u4e00-\u9fff]{3}))?(?P<account>(?(author)[\u4e00-\u9fff]{3,16}|[\u4e00-\u9fff]{4,16}))(?=\s|$)"
)
# As one platform prints whose account it is: `2024-06-11 08:05·丘陵志`.
_BEHIND_CLOCK = pattern(r"\d：\d\d·(?!\S*创作者)(?P<account>[^\s·|]{2,16})$")
_ORIGINAL = pattern(r"原创\s+(?P<author>[\u4e00-\u9fff]{2,4})(?=\s+(?:19|20)\d\d|$)")
# Bylines that leave with the rest of their line: `文／余某 2022/08/14 【分享】`, `溪山時報／ 記者林秋實／觀瀾報導`, `By 桐花巷主 on …`.
_BY = pattern(r"记者\s?(?P<reporter>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3})\s?(?:/|$|(?=\s(?:19|20)\d\d))|(?:^|\s)(?:文\s?/\s?|[Bb]y\s|由\s|作者\s)(?P<author>[\u4e00-\u9fff]{2,8})(?=\s|$)")
_PAPERS = "/记者"  # `晨岚时报/记者张三`
_FOLLOWED = pattern(FOLLOWED)
# A newspaper's name beside the date: `岚光时报 2021年4月23日`.
_OUTLETS = pattern(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}(?:报|网|社|台|融媒|客户端|杂志)(?=[\s/|】）\d第]|$)")
_CLICKS = pattern(r"(?<!推荐)(?:阅读|浏览|点击|查看|人气|阅览|访问)(?:次数|量|数)?\s?[（： ]\s?(\d+)|(?<![\d\-/.：年月])(\d+)\s?(?:次|人次?)?(?:阅读|浏览|点击|查看|访问|人阅读)")

# The rank of what stands beside a date, and bears no label.
_BESIDE = 2


def row_findings(row: Row, rule: str) -> Iterator[Found]:
    """What a row that leaves by this rule says."""
    if row.line.startswith(("※ 来源", "推荐于")):
        return  # a board names itself below a post, a question page who answers
    chain = row.chain
    shared = rule == "furniture-share" and chain.sound and chain.dates
    if (rule not in _UNREAD or shared) and (chain.sound or chain.keys or rule in DATED):
        last = "最后" in row.line  # the day of a change is not that of publication
        yield from (found._replace(rank=found.rank + last) for found in chain.found)
    if rule in DATED or _PAPERS in row.line:
        yield from _account(row)
        yield from _people(row)
        yield from _sources(row)
    if rule in _COUNTED and (followed := _FOLLOWED.fullmatch(row.line)) and not is_chrome(followed["account"]) and not is_full_name(followed["account"]):
        yield _found(row, followed, "account", "source", GUESSED - 1)
    if (rule in DATED or rule in _COUNTED) and (clicks := _CLICKS.search(row.line)):
        group = 1 if clicks[1] else 2
        yield Found("clicks", int(clicks[group]), *clicks.span(group), 1)
    yield from _numbers(row)


def _found(row: Row, match: re.Match[str], group: int | str, field: str, rank: int = 0) -> Found:
    start, end = match.span(group)
    return Found(field, row.raw[start:end], start, end, rank)


def _account(row: Row) -> Iterator[Found]:
    if beside := _BEHIND_CLOCK.search(row.line):
        yield _found(row, beside, "account", "source", _BESIDE)
    if (written := _ORIGINAL.match(row.line)) and not _DESK.search(written["author"]):
        yield Found("author", (written["author"],), *written.span("author"), _BESIDE)
    if account := _ACCOUNT.match(row.line):
        yield _found(row, account, "account", "source", _BESIDE)
        if account["author"] and account["author"] != account["account"] and not _DESK.search(account["author"]):
            yield Found("author", (account["author"],), *account.span("author"), _BESIDE)


def _people(row: Row) -> Iterator[Found]:
    if posted := _POSTED.match(row.line):
        start, end = posted.span(posted.lastindex or 0)
        if not is_junk(row.line[start:end]):
            writers = split_names(row.raw[start:end])
            yield Found("author", writers if are_persons(writers) else (row.raw[start:end].split()[0],), start, end)
    bylines = list(_BY.finditer(row.line))
    for match in bylines:
        field = "reporter" if match["reporter"] else "author"
        yield Found(field, split_names(row.raw[slice(*match.span(field))]), *match.span(field))
    if row.chain.dates and not any(key.kind is Kind.PEOPLE for key in row.chain.keys):
        reporters = {match["reporter"] for match in bylines}
        unknown = [token for token in row.chain.unknown if token not in reporters]
        names = [token for token in unknown if len(token) >= _FULL_NAME and is_full_name(token)]
        if names or len(row.chain.unknown) == 1 or len(_BARS.findall(row.line)) > 1:
            names = [token for token in unknown if token in names or is_short_name(token)]
        for name in names if not _BEHIND_CLOCK.search(row.line) else ():
            start = row.line.find(name)
            yield Found("author", split_names(row.raw[start : start + len(name)]), start, start + len(name), GUESSED)


_BARS = pattern(r"\s[|·/]\s")


def _sources(row: Row) -> Iterator[Found]:
    if origin := _ORIGIN.match(row.line):
        yield _found(row, origin, 1, "source", 1)
    if (outlet := TWICE.fullmatch(row.line) or OF_APP.fullmatch(row.line) or _OF_REPORTER.match(row.line)) and not is_chrome(outlet["name"]):
        yield _found(row, outlet, "name", "source", _BESIDE)
    if volume := _VOLUME.match(row.line):
        yield _found(row, volume, "name", "source", _BESIDE)
    if issue := ISSUE.search(row.line):
        yield _found(row, issue, 0, "source", _BESIDE)
    for outlet in _OUTLETS.finditer(row.line) if row.chain.dates or _PAPERS in row.line else ():
        if not is_chrome(outlet[0]):
            yield _found(row, outlet, 0, "source", _BESIDE)


# `观澜新闻 记者 沈见山 2024-03-26 09:12`
_OF_REPORTER = pattern(r"(?P<name>(?!\S{0,6}记者)[\u4e00-\u9fff]{3,12})\s记者\s(?=[\u4e00-\u9fff、]{2,14}\s(?:19|20)\d\d)")

# A journal above its article: `观澜学刊 2020, Vol. 12 Issue (6): 45-52`.
_VOLUME = pattern(r"(?P<name>[\u4e00-\u9fff（）·]{2,20})\s?(?:，\s?)?(?:19|20)\d\d[，\s]{1,3}[Vv]ol\b")

_PAPER = pattern(r"(?P<name>[\u4e00-\u9fff]{2,8}?(?:日|晚|时|晨|商|早|都市|周|导)?报|[\u4e00-\u9fff]{4,16}(?:学报|学刊))\s?(?:数字报|电子报|数字版|电子版)?")


def masthead(row: Row) -> Iterator[Found]:
    """The newspaper whose name stands above everything."""
    name, _, menu = row.line.partition(" | ")
    if (paper := _PAPER.fullmatch(name)) and all(map(is_chrome, menu.split(" | ") if menu else ())):
        yield _found(row, paper, "name", "source", GUESSED - 1)


_OWNER = pattern(r"[\u4e00-\u9fffA-Za-z]{2,16}")
_NOBODY = pattern(r"发信站|来自|农历|(?<!创)作者|回复|楼")


def account(row: Row, stamp: Row) -> Iterator[Found]:
    """Who posted the page, on the line above the time of posting."""
    name = _OWNER.match(row.line)
    if name and not _NOBODY.search(stamp.line) and not is_full_name(name[0]):
        yield _found(row, name, 0, "source", GUESSED - 1)


def posted(row: Row) -> Iterator[Found]:
    """Who posted the page, alone beside the time of posting: `木事札记 2019-03-17 21:08`, `2025-02-11 | 档案馆利用科`."""
    said = {found.field for found in row.chain.found}
    buttons = all(key.kind in (Kind.BUTTONS, Kind.NUMBER, Kind.FREE) or key.field not in said for key in row.chain.keys)
    names = [name for name in row.chain.unknown if not is_full_name(name) and not _WHENCE.fullmatch(name) and name not in PROVINCES and name not in keys()] if buttons and row.chain.dates else []
    if len(set(names)) != 1 or not _OWNER.fullmatch(names[0]) or _NOBODY.search(row.line) or _EDITION.search(row.line):
        return
    name = names[0].removeprefix("来源")
    if row.line[row.line.find(names[0]) + len(names[0]) :].lstrip().startswith("："):
        return  # a label that nobody knows
    if name and not is_junk(name) and (row.chain.dates[0].clock or row.chain.dates[0].typed or _DESK.search(name)):
        start = row.line.rfind(name)
        yield Found("source", row.raw[start : start + len(name)], start, start + len(name), GUESSED - 1)


def as_author(found: Found) -> Found:
    """Who posted the page as its author."""
    return found._replace(field="author", value=(str(found.value),))


_EDITION = pattern(r"(?:^|\s)[A-D]\d{1,2}(?:\s|版|$)")  # beside it stands a section of the paper: `港闻 A12`
# Where a platform of accounts says a post was sent from.
_WHENCE = pattern(r"(?:发表于|发布于)[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{0,10}创作者")
_DESK = pattern(r"[科局办部室委处站社网报台]$|(?:中心|政协|发布|融媒|观察)$")


def _numbers(row: Row) -> Iterator[Found]:
    if address := URL.search(row.line):
        yield _found(row, address, 0, "url", GUESSED - 1)
    if icp := _ICP.search(row.line):
        yield Found("icp", row.raw[icp.start() : icp.end()].replace(" ", ""), icp.start(), icp.end())
    phones = (PHONE.match(row.line, label.end()) for label in _PHONE_LABEL.finditer(row.line))
    if phone := next(filter(None, phones), None):
        yield _found(row, phone, 0, "phone")
