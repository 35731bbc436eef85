"""The headline of a page, and what above and below it is none of it.

Menus, mottos, names of sites and lists of other headlines stand above it, the fields of the page below it; what tells it from
them is where it stands, what the page names elsewhere, and its length. What may be the headline and is not sure stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._bylines import MARKS, OCCASION, SPEECH_DATE, Part, byline, dateline
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._fields import ISSUE, OUTLET, Found, Kind
from cppcc_clean.furniture._names import is_name, is_person, of_unit, split_names
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._shapes import (
    ABSTRACT,
    BULLET,
    DOCUMENT_NUMBER,
    FILE_ENDING,
    FOLLOW,
    ISSUE_NUMBER,
    OFFICIAL_HEADLINE,
    ORDINAL,
    PROVINCES,
)
from cppcc_clean.furniture._words import share, words_of

_ORDINAL = pattern(ORDINAL)
_NOT_TITLE = pattern(rf"{ABSTRACT}|编者按|【.{{1,6}}】$|目\s*录$|附件|各位|尊敬的")
_OF_DOCUMENT = pattern(r"(?:签发人|办理结果|签批人|密级|紧急程度|主送|[主承协]办单位)\s?：")
_COUNT = pattern(r"[\u4e00-\u9fff]{1,6}\s\d+(?:\s[\u4e00-\u9fff]{1,4})?")  # `关注者 327`, `查看全部 22 个回答`
_PAIRS = pattern(r"(?:[\u4e00-\u9fff]{2,6}：\S+\s*){2,}")  # `提案号：第044号　提案人：…`
_LONGEST_TITLE = 90
_LONGEST_COLUMN = 4


def _heads_document(line: str) -> bool:
    """Whether a line stands above the headline of an official document: its number, who signed it."""
    return _OF_DOCUMENT.match(line) is not None or DOCUMENT_NUMBER.match(line) is not None


def _heads_article(line: str) -> bool:
    """Whether a line stands above a headline and is none of it: of a document, the issue of a journal, a column in brackets."""
    return _heads_document(line) or ISSUE.fullmatch(line) is not None or _COLUMN.fullmatch(line) is not None


_COLUMN = pattern(r"【[\u4e00-\u9fff·]{2,8}】|中图分类号\s?：.*")


def may_be_title(row: Row) -> bool:
    """Whether a line has the form of a headline: no item, no field, no date, no byline, nothing that opens the text."""
    line = row.line
    if not 2 <= len(line) <= _LONGEST_TITLE or line[-1] in "。；，：、…":
        return False
    if line.count("：") > 1 and _PAIRS.fullmatch(line):
        return False
    if _ORDINAL.match(line) or _NOT_TITLE.match(line) or _heads_document(line) or _COUNT.fullmatch(line):
        return False
    if (row.chain.sound and any(key.kind is not Kind.FREE for key in row.chain.keys)) or any(date.typed or date.clock for date in row.chain.dates):
        return False
    names = split_names(line)
    if len(names) > 1 and all(map(is_name, names)) and any(map(is_person, names)):
        return False
    return not byline(row) and not SPEECH_DATE.fullmatch(line) and date_at(line, 0) is None and any("\u3400" <= ch <= "\u9fff" for ch in line)


# How far down a headline may stand, menus and tables above it.
TITLE_LINES = 40
_SHORTEST_TITLE = 4
SUBTITLE = pattern(r"—|--|（")
MENU = frozenset({"furniture-site-menu", "furniture-breadcrumb", "furniture-slogan", "furniture-headline-list", "furniture-keyword-spam", "furniture-epaper"})


def find_headline(page: Page, gone: list[bool], rules: list[str]) -> Row | None:
    """The headline: the last line that may be one above the line of date and source, else the first below the menu."""
    prose = next(iter(page.paragraphs(gone)), len(page))
    meta = _last_field(page, gone, rules, min(prose, len(page), TITLE_LINES))
    rows = [row for row in page.rows[: min(prose, TITLE_LINES)] if not gone[row.number] and _may_be_headline(page, gone, rules, row)]
    if named := next((row for row in rows if _is_named(page, gone, row)), None):
        return named
    menu = max((at for at in range(min(prose, TITLE_LINES, len(page))) if rules[at] in MENU), default=-1)
    above = [row for row in rows if row.number < meta and not _SITE.search(row.line) and (row.number > menu or not _names_site(row) or is_above_meta(rules, row))]
    below = [row for row in rows if row.number > menu]
    if above and is_account(page, above[-1], gone) and _has_other(page, gone, above, below):
        account = above.pop()
        below = [row for row in below if row.number > account.number]
    if not above and meta and (lone := _lone(page, gone, meta)):
        return lone
    official = _official(row for row in rows if row.number > meta)
    if above and official and all(len(row.raw) < _SHORT for row in above):
        return official  # a word of the menu that nobody knows stands above the table of an official document
    if above:
        return _likelier(page, gone, _first_line(page, gone, above), above)
    return _official(below) or (_likelier(page, gone, below[0], below) if below else None)


def _has_other(page: Page, gone: list[bool], above: list[Row], below: list[Row]) -> bool:
    """Whether a headline stands above the account that is the last of the rows, or, where nothing does, a likely one right above the text."""
    account = above[-1]
    if len(above) > 1:
        return all(gone[row.number] or is_name(row.line) for row in page.rows[above[-2].number + 1 : account.number])
    last = below[-1] if below else account
    return last is not account and reads_as_headline(last) and last.number + 1 < len(page) and page.rows[last.number + 1].prose


def _official(rows: Iterable[Row]) -> Row | None:
    """The headline of an official document among the rows."""
    return next((row for row in rows if OFFICIAL_HEADLINE.fullmatch(row.line)), None)


def _first_line(page: Page, gone: list[bool], above: list[Row]) -> Row:
    """The first line of the headline whose last is the last of the rows; that last one where the first cannot be told."""
    left = max((at for at in range(above[-1].number) if gone[at] or words_of(page.rows[at].line) is not None), default=-1)
    block = [row for row in above if row.number > left]
    if len(block) > 1 and (_is_motto(page, gone, block[0]) or (_OF_SITE.fullmatch(block[0].line) and len(block[1].raw) >= _LIKELY)):
        block = block[1:]
    if left < 0 or len(block) > _MOST_LINES or any(leads(page, gone, row) for row in block[:-1]):
        return above[-1]
    return block[_is_column(page, block, gone)]


# Whose site it is, between its path and a headline: `观澜统一战线`.
_OF_SITE = pattern(r"[\u4e00-\u9fff]{2,6}(?:统一战线|统战|党建|人大|政协|工会|妇联|融媒|发布)")


def is_above_meta(rules: list[str], row: Row) -> bool:
    """Whether the line of date and source stands right below a row."""
    return row.number + 1 < len(rules) and rules[row.number + 1] == "furniture-meta-line"


def _lone(page: Page, gone: list[bool], meta: int) -> Row | None:
    """The line right above the fields with the date, where no other may be the headline: it may end like the name of an outlet or speak of the page (`天气预报`, `委员简介`)."""
    stated = next((at for at in range(meta, 0, -1) if _is_stated(page.rows[at], gone)), 0)
    above = next((at for at in range(stated - 1, -1, -1) if not gone[at]), None)
    row = page.rows[above] if above is not None and _are_fields(page, above + 1, stated) else None
    return row if row and may_be_title(row) and " " not in row.line and words_of(row.line) is None and BULLET.match(row.line) is None else None


def _are_fields(page: Page, first: int, end: int) -> bool:
    return all(row.chain.keys for row in page.rows[first:end])


def _last_field(page: Page, gone: list[bool], rules: list[str], end: int) -> int:
    """The last line of date and source above the text; a page without paragraphs has more below its text.

    The text has begun with a sentence or with many lines; below its last line stands no field of its head.
    """
    last = among = 0
    for at in range(min(end, max((at for at, left in enumerate(gone) if not left), default=0))):
        among = 0 if gone[at] else among + 1
        if last and (among > (_MOST_AMONG if end < len(page) else _MOST_ABOVE_LIST) or (among and page.rows[at].sentence)):
            break
        if rules[at] == "furniture-meta-line" or (rules[at] == "furniture-page-label" and page.rows[at].chain.dates):
            last = at
    return last


def _names_site(row: Row) -> bool:
    """Whether a line names whose site it is, if it stands above the menu: a few characters, or an office."""
    return len(row.raw) < _SHORT or _OFFICE.search(row.line) is not None


_OFFICE = pattern(r"(?:局|委|委员会|政府|办公室|政协|厅|医院|大学|学院|学校|中心)$")
_MOST_AMONG = 6  # lines of a headline, a byline, a summary
_MOST_ABOVE_LIST = 1  # where no paragraph is, a list or a verse has begun


def _may_be_headline(page: Page, gone: list[bool], rules: list[str], row: Row) -> bool:
    """Whether a line may be the headline: no path, no menu, no item of a list, no subtitle, no letterhead; a few characters only above the date and the source."""
    if _LETTERHEAD.fullmatch(row.line) and row.number + 1 < len(page) and _is_numbered(page.rows[row.number + 1]):
        return False  # `观澜县人民政府文件` above `观政发〔2021〕14号`
    in_list = row.line[0] == "/" or BULLET.match(row.line) or not _ARROWS.isdisjoint(row.line)
    if row.prose or in_list or SUBTITLE.match(row.line) or is_outlet(row) or is_menu_or_field(row) or _is_journal(page, gone, row):
        return False
    if _CHAPTER.fullmatch(row.line):
        return all(gone[: row.number])
    return may_be_title(row) and (is_above_meta(rules, row) or _is_above_byline(page, row) or len(row.raw) >= _SHORTEST_TITLE)


def _is_above_byline(page: Page, row: Row) -> bool:
    """Whether who wrote it stands behind a mark below a row: `◎沈见山`."""
    return row.number + 1 < len(page) and (below := page.rows[row.number + 1]).raw[0] in MARKS and bool(byline(below))


_ARROWS = frozenset(">»")


def _is_journal(page: Page, gone: list[bool], row: Row) -> bool:
    """Whether a line is the name of the journal that furniture cites: `文章来源：《观澜学刊》2022年第2期`."""
    name = f"《{row.line}》"
    return len(row.raw) <= _LONGEST_OUTLET + 4 and any(gone[other.number] and name in other.line and ISSUE.search(other.line) for other in page.rows[row.number + 1 : TITLE_LINES])


_CHAPTER = pattern(r"第[一二三四五六七八九十百\d]{1,5}[章回讲课]\s?\S{2,20}")  # of a book, above everything


def is_menu_or_field(row: Row) -> bool:
    """Many short words, words of the page, a short value behind a short key: `信件类别：投诉`."""
    if _VISIT.match(row.line):
        return True
    words = row.line.split()
    return share(row.line) >= _MOSTLY or (len(words) > _MOST_PARTS and max(map(len, words)) <= _LONGEST_ITEM) or _FIELD_LIKE.fullmatch(row.line) is not None


_VISIT = pattern(r"[您你]?(?:正在|当前|现在)(?:浏览|查看|阅读|位置)")
_MOST_PARTS, _LONGEST_ITEM = 3, 8
_FIELD_LIKE = pattern(r"[\u4e00-\u9fff]{4}：(?:[\u4e00-\u9fff]{2,4}|[A-Z]{0,6}\d{4,}|第?\d{1,4}号)")
_MOSTLY = 0.5  # of the words of the page, and it is none of the article: `查看全部 22 个回答`
_LEAST_NAMED = 8


def _is_named(page: Page, gone: list[bool], row: Row) -> bool:
    """Whether what is furniture above it names the page so: `您正在浏览：施工方案.doc`, a path, the browser title."""
    name = "".join(row.line.split())
    return len(name) >= _LEAST_NAMED and any(
        gone[other.number] and not other.prose and len(other.line) >= len(row.line) and name in "".join(other.line.split())
        for other in page.rows[: row.number]
    )


def is_sure(page: Page, gone: list[bool], rules: list[str], headline: Row) -> bool:
    """Whether a headline is one beyond doubt: the fields of the page stand below it, or the page names it elsewhere."""
    below = headline.number + 1
    below += below < len(page) and gone[below] and is_outlet(page.rows[below])  # who posted it
    if below < len(page) and gone[below] and (rules[below] == "furniture-meta-line" or page.rows[below].chain.dates):
        # A bare date below a few characters above everything: they may name the account.
        return headline.number > 0 or len(headline.raw) >= _SHORT or bool(page.rows[below].chain.keys)
    return _is_named(page, gone, headline)


def reads_as_headline(row: Row) -> bool:
    """Whether a line is as long as a headline, and none of the page's own."""
    return (
        len(row.raw) >= _LIKELY and may_be_title(row) and len(row.line.split()) <= _MOST_WORDS
        and not _SITE.search(row.line) and not _SPEAKS.match(row.line) and share(row.line) < _MOSTLY
    )  # fmt: skip


_SHORT, _LIKELY = 8, 10


def _likelier(page: Page, gone: list[bool], found: Row, rows: list[Row]) -> Row:
    """A few characters are a headline where the date stands below them; else a long line that does not touch them is likelier.

    Above them it stands in the same block; below them beyond other furniture, for what touches is a motto or a subtitle. On a board they are who posted.
    """
    below = found.number + 1
    if len(found.raw) >= _SHORT or below >= len(page) or page.rows[below].chain.dates or _is_stated(page.rows[below], gone):
        return found
    others = (row for row in rows if len(row.raw) >= _LIKELY and len(row.line.split()) <= _MOST_WORDS and not _SPEAKS.match(row.line))
    return max((row for row in others if _is_apart(page, gone, found, row)), key=lambda row: len(row.raw), default=found)


def _is_apart(page: Page, gone: list[bool], found: Row, row: Row) -> bool:
    """Whether furniture parts a lower line from the one found, and no text; an upper one stands in its block, but does not touch it."""
    if row.number > found.number:
        return any(gone[found.number : row.number]) and not _is_text(page, gone, found.number, row.number)
    return row.number < found.number - 1 and (page.forum or not any(gone[row.number : found.number]))


def _is_stated(row: Row, gone: list[bool]) -> bool:
    """Whether a line that left states the date of the page behind a key."""
    return gone[row.number] and bool(row.chain.keys) and any(found.field == "published" for found in row.chain.found)


def _is_text(page: Page, gone: list[bool], first: int, end: int) -> bool:
    """Whether sentences or verses that stay stand between two rows: then the lower is below an article, and no headline of it."""
    between = [row for row in page.rows[first + 1 : end] if not gone[row.number]]
    return len(between) >= _LEAST_VERSES or sum(row.sentence for row in between) >= _LEAST_SENTENCES


_LEAST_SENTENCES, _LEAST_VERSES = 2, 6  # a menu may have one call, and some words that nobody knows

_SPEAKS = pattern(r"[您你]|本站|本网|打开|下载|点击")
_MOST_WORDS = 2  # a menu has more

_SHORTEST_OWNER, _LONGEST_OWNER = 3, 12
_SHORTEST_SITE, _LONGEST_SITE = 4, 8
_OWNER = pattern(r"(?P<name>.{2,}?)(?:的(?:[\u4e00-\u9fff]{1,4}))?$")


def leads(page: Page, gone: list[bool], row: Row) -> bool:
    """Whether a line above the headline is no line of it: one of a list, or the name of whom the page belongs to.

    That name stands again in what is known to be furniture: `木匠阿丘` above, `转载请注明作者：木匠阿丘` below.
    """
    if BULLET.match(row.line):
        return True
    if any(gone[other.number] and _SHORTEST_SITE <= len(other.line) <= _LONGEST_SITE < len(row.line) and other.line in row.line for other in page.rows[: row.number]):
        return True  # `打开云帆新闻，体验更流畅` below `云帆新闻`
    if not _SHORTEST_OWNER <= len(row.raw) <= _LONGEST_OWNER or row.sentence:
        return False
    name = _OWNER.match(row.line)
    return name is not None and len(name["name"]) >= _SHORTEST_OWNER and any(
        gone[other.number] and name["name"] in other.line and ">" not in other.line and "标题" not in other.line for other in page.rows[row.number + 1 :]
    )


def _is_column(page: Page, block: list[Row], gone: list[bool]) -> bool:
    """Whether the first row is no headline but the name of a column or section: `履职一线`.

    A short headline is told by the list in which the page has it once more.
    """
    if len(block) < 2 or not len(block[0].line.strip("“”【】")) <= _LONGEST_COLUMN < len(block[1].raw) or block[1].line.startswith("—"):
        return False
    if any(gone[row.number] and BULLET.match(row.line) and row.line.endswith(block[0].line) for row in page.rows[: block[0].number]):
        return False
    names = split_names(block[1].line)
    return not (names and is_name(names[-1]))  # an author below a short headline


def title(page: Page, gone: list[bool], rules: list[str]) -> Part | None:
    """The headline with the line above it (a kicker) and below it (a subtitle), if they stand close."""
    kept = list(dropwhile(lambda row: _heads_article(row.line), (row for row in page.rows[:TITLE_LINES] if not gone[row.number])))
    if not kept or not (may_be_title(kept[0]) or _CHAPTER.fullmatch(kept[0].line)) or (kept[0].prose and kept[0].line[-1] not in "？！”》）"):
        return None
    headline = find_headline(page, gone, rules)
    block = _close_lines(page, kept, kept.index(headline) if headline in kept else 0, gone)
    value = " ".join(" ".join(row.raw.split()) for row in block)
    end = block[-1].end - block[0].start
    value = _LABEL.sub("", _FILE_NAME.sub("", value))
    found, start = [], 0
    if (signed := _SIGNED.fullmatch(block[-1].line)) and is_person(signed["name"]):
        value = value[: len(value) - len(block[-1].raw) + signed.end("title")]
        row, (first, last) = block[-1], signed.span("name")
        shift = row.start - block[0].start
        found.append(Found("author", split_names(row.raw[first:last]), shift + first, shift + last))
        end = shift + signed.end("title")
    if page.forum and (kind := _KIND.match(value)):
        start, value = kind.end(), value[kind.end() :]
    return Part("title", block[0].number, 0, end, (Found("title", value, start, end), *found))


# Behind a headline who wrote it: `夜渡　□ 沈见山`, `夜渡 文/沈见山`, `夜渡（作者：沈见山）`.
_SIGNED = pattern(rf"(?P<title>.{{2,}}?)\s?(?:[{MARKS}]\s?|\s文\s?/\s?|[（【](?:文\s?/\s?|作者\s?：\s?))(?P<name>[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])[）】]?")
_LABEL = pattern(r"^(?:来信|信件|留言|问题|帖子|论文)?(?:标题|主题|题目)[：:]\s?|^[【\[](?:篇名|题名|标题|题目)[】\]]\s?")


_FILE_NAME = pattern(rf"\s?\[复制链接\]$|{FILE_ENDING}$")
# What kind of thread a board prints before the headline: `[求助] 老钟去哪了？`.
_KIND = pattern(r"\[[\u4e00-\u9fff]{2,4}\]\s+")


# Headlines of two lines are short lines; a verse under its title is longer than that many of them.
_LONGEST_LINE, _MOST_LINES = 45, 3
_SITE = pattern(r"[>»◆★]|\|.*\||网站?(?:$|[\s_|·—-])|博客$|\d{4}[-/]|www|首页|登录|注册|搜索|欢迎")


def _close_lines(page: Page, kept: list[Row], at: int, gone: list[bool]) -> list[Row]:
    """The lines of one headline: those that touch, if a gap, a byline or furniture closes them."""
    first = at
    while first and kept[first].number == kept[first - 1].number + 1 and not page.gap_above(kept[first].number) and _may_join(kept[first - 1]):
        first -= 1
    last, closed = at, True
    for row in kept[at + 1 : at + 1 + _MOST_LINES]:
        if OCCASION.fullmatch(row.line):
            break
        dashed = row.line.startswith(("—", "--"))
        if row.number != kept[last].number + 1 or (page.gap_above(row.number) and not dashed):
            break
        if not dashed and (not _may_join(row) or is_account(page, row, gone)):
            closed = bool(dateline(row) or byline(row) or SPEECH_DATE.fullmatch(row.line) or DOCUMENT_NUMBER.match(row.line) or row.line.endswith("：") or row.line.startswith("编者按"))
            break
        last += 1
        if dashed:
            break
    block = kept[first : last + 1]
    block = block[_is_column(page, block, gone) :]
    if block[-1].line.startswith(("—", "--")):
        return block[-_MOST_LINES:]
    return block if closed and len(block) <= _MOST_LINES else [kept[at]]


_LONGEST_OUTLET = 8


# What platforms print beside the accounts on them.
_FOLLOWED = pattern(r"关注|[账帐]号|创作者|听新闻|收录|合集|发布于|属地|原创|举报|文章来源于|听全文|小说阅读器|字数")
_MOST_FIELDS = 5
_ORIGINAL = 2  # `原创`, and who wrote it


# `于 2023-08-06 14:52:10 发布`
_POSTED_ON = pattern(r"于\s?\d{4}-\d\d-\d\d \d\d：\d\d(?:：\d\d)?\s?(?:首次)?(?:发布|修改)")


def is_account(page: Page, row: Row, gone: list[bool]) -> bool:
    """Whether a short line names the account that posted the page: right above a bare time of posting, on a platform of accounts."""
    stamp = stamp_below(page, row, gone)
    if stamp is None:
        return False
    if stamp.line.split()[-1] in PROVINCES or _POSTED_ON.fullmatch(stamp.line):
        return True
    below = page.rows[row.number + 1 : row.number + 1 + _MOST_FIELDS]
    return any(_FOLLOWED.search(other.line) for other in below) or any(other.line == "原创" for other in page.rows[max(row.number - _ORIGINAL, 0) : row.number])


def stamp_below(page: Page, row: Row, gone: list[bool]) -> Row | None:
    """The time of posting, with no label, right below a short line, or below the button to follow that stands there."""
    below = page.rows[row.number + 1 : row.number + 3]
    if below and FOLLOW.fullmatch(below[0].line):
        del below[0]
    if not below or len(row.raw) > _LONGEST_OUTLET or not gone[below[0].number]:
        return None
    chain = below[0].chain
    stamped = any(date.clock or date.typed for date in chain.dates) and all(key.kind in (Kind.BUTTONS, Kind.NUMBER) for key in chain.keys)
    return below[0] if stamped or _POSTED_ON.fullmatch(below[0].line) else None


def _is_motto(page: Page, gone: list[bool], row: Row) -> bool:
    """Whether a few words stand right below the name of who posted the page: the motto of an account."""
    return len(row.raw) <= _SHORT and row.number > 0 and not gone[row.number - 1] and is_outlet(page.rows[row.number - 1])


def _is_numbered(row: Row) -> bool:
    """Whether a line begins with the number of a document or an issue."""
    return DOCUMENT_NUMBER.match(row.line) is not None or ISSUE_NUMBER.match(row.line) is not None


def is_outlet(row: Row) -> bool:
    return len(row.raw) <= _LONGEST_OUTLET and OUTLET.fullmatch(row.line) is not None


_LETTERHEAD = pattern(r".*文件|[\u4e00-\u9fff]{0,6}(?:纪要|简报)")


def _may_join(row: Row) -> bool:
    """Whether a line next to a headline may be part of it."""
    names = split_names(row.line)
    return (
        may_be_title(row) and not row.prose and len(row.raw) <= _LONGEST_LINE and not _SITE.search(row.line)
        and not (names and all(map(is_name, names))) and not row.sentence and row.line[0] != "（"
        and not is_outlet(row) and not of_unit(row.line)
    )  # fmt: skip
