"""What an article says of itself and keeps: title, byline, affiliation, dateline, captions, speech head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._fields import GUESSED, OUTLET, Found, Kind
from cppcc_clean.furniture._names import HAN, NAME, is_name, people, split_names
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._words import share, words_of


class Part(NamedTuple):
    """A piece of the article that says something of it; ``start:end`` in the row's text."""

    kind: str
    row: int
    start: int
    end: int
    found: tuple[Found, ...]


_ROLE = pattern(
    r"(?P<role>(?:(?:本报|本网|本台|本刊|本社|新华社|中新社|人民网|人民政协报|央视|中央社|记者站|全媒体|融媒体?|首席|特约|实习|见习|驻站|实地|摄影|[\u4e00-\u9fff]{1,6}报(?:全媒体|融媒)?|[\u4e00-\u9fff]{1,4}融媒|[\u4e00-\u9fff]{2,8}(?=记者))\s?){0,3}"
    r"(?:记者|通讯员|实习生|特约撰稿人|评论员))|(?P<photo>摄影|供图|图片|图|摄)(?=[/：|\s])|(?P<text>撰文|撰稿|作者|文图|图文|文)(?=[/：|\s])|(?P<none>供稿|来稿|整理|编辑|报道|通讯)(?=[/：|\s])"
)
_FIELD = {"role": "reporter", "photo": "photographer", "text": "author", "none": ""}


def read_people(line: str, raw: str, start: int, end: int) -> tuple[Found, ...]:
    """Roles and names, `记者 韩 梅  通讯员 储某某`, if the span holds nothing else; else nothing.

    A role may also stand behind: `郁达山 摄`, `沈若溪/文`.
    """
    text = _MARKS_AMID.sub(" ", line[start:end])
    if text.startswith(("记者", "通讯员", "本报记者")):
        text = _BOTH.sub("", text)
    roles = list(_ROLE.finditer(text))
    if not roles or text[: roles[0].start()].strip(" /：、，|"):
        return _suffixed(line, raw, start, end)
    found: list[Found] = []
    stops = [*(role.start() for role in roles[1:]), len(text)]
    for role, stop in zip(roles, stops, strict=True):
        field, piece = _without_role(_FIELD[role.lastgroup or "none"], text[role.end() : stop].strip(" /：、，|"))
        if not piece:
            if role.lastgroup == "text":
                continue  # `文/图 张三`: the next role holds the name
            return ()
        at = start + role.end() + text[role.end() : stop].find(piece)
        names = people(split_names(raw[at : at + len(piece)]))
        if not names or not _are_people(role, piece):
            return ()
        if field:
            found.append(Found(field, names, at, at + len(piece)))
        if role.lastgroup == "photo" and roles[0].lastgroup == "text" and not text[roles[0].end() : role.start()].strip(" /：、"):
            found.append(Found("author", names, at, at + len(piece)))
    return tuple(found)


_BOTH = pattern(r"\s(?:文/图|图/文|文图|摄影报道)$")  # `记者 张三 李四 文/图`
_MARKS_AMID = pattern(r"[□■◎●○◆◇▲△★☆]")  # `■文/张三 ■图/李四`


def _without_role(field: str, piece: str) -> tuple[str, str]:
    """A name without the role or the place behind it: `记者 张三 摄`, `文/李四 文/图`, `记者 符咏 霁川报道`."""
    if piece.endswith(("摄", "图")) and len(piece) > 2 and field in ("reporter", "photographer"):
        return "photographer", re.sub(r"[\s/]*(?:文/?)?(?:摄影|摄|供图|图)$", "", piece)
    return field, _BEHIND_NAME.sub("", piece)


_BEHIND_NAME = pattern(r"[\s/]+(?:文/?图|图/?文)$|\s\S{1,6}报[道导]$")


def _are_people(role: re.Match[str], piece: str) -> bool:
    """Whether a piece is nothing but names; `图片｜网络 点击绿标` is none."""
    names = split_names(piece)
    return all(map(NAME.fullmatch, names)) and (role.lastgroup != "photo" or all(map(is_name, names)))


_SUFFIX = pattern(rf"(?P<names>{HAN}{{2,4}}(?:[\s、]+(?!口述|整理|执笔|供稿|摄影){HAN}{{2,4}}|\s(?!文/?图|图/?文|[文图摄审编]){HAN})*|{HAN}(?:\s{HAN}){{1,2}})(?:\s?(?P<sep>[/\s])\s?(?P<role>文/图|图/文|文图|摄影报道|摄影|摄|供图|文|图|供稿|审|编|审核|编辑|整理|口述|执笔|撰|制图)|(?P<close>文/图|图/文|文图|摄影报道|摄影|摄|供图|供稿|口述|整理))(?=$|[\s，、/；])")
_SUFFIX_FIELD = {"摄": ("photographer",), "摄影": ("photographer",), "图": ("photographer",), "供图": ("photographer",), "文": ("author",), "撰": ("author",), "口述": ("author",), "整理": ("author",), "执笔": ("author",), "文/图": ("author", "photographer"),
                 "图/文": ("author", "photographer"), "文图": ("author", "photographer"), "摄影报道": ("photographer", "reporter")}  # fmt: skip


def _suffixed(line: str, raw: str, start: int, end: int) -> tuple[Found, ...]:
    found: list[Found] = []
    at = start
    while at < end:
        match = _SUFFIX.search(line, at, end)
        if match is None:
            break
        gap = line[at : match.start()].strip(" /、，；：")
        if gap:  # a department may stand before the name: `内科 郑可人/文`
            return ()
        begin, stop = match.span("names")
        if match["sep"] == "/":
            last = line[begin:stop].split()
            if len(last) > 1 and len(last[-1]) > 1:
                begin = stop - len(last[-1])
        names = people(split_names(raw[begin:stop]))
        if names:
            found.extend(Found(field, names, begin, stop) for field in _SUFFIX_FIELD.get(match["role"] or match["close"], ()))
        at = match.end()
    return tuple(found)


_MARKED = pattern(r"[□■◎●○◆◇▲△★☆▇◼◻](?P<rest>.+)|口(?P<mouth>[㐀-鿿]{2,4})")
_REPORTS = pattern(r"[【（〔]?(?:\S{0,6})?记者\s?(?P<names>[\u4e00-\u9fff、\s]{2,20}?)\s?/\s?[\u4e00-\u9fff]{1,8}(?:报导|报道|电)[】）〕]?")
_AFFILIATION = pattern(r"[（【]?\s?(?:(?:本文)?作者|整理者)\s?：?\s?(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*)?\s?(?:系|为|单位\s?：|分别系|单位为|，系|，为)\s?：?(?!列|统)(?P<place>[^（）；。]{3,60}(?:（[^）]{1,20}）[^（）；。]{0,30})?)[。]?[）】]?")
# What stands behind it and leaves.
_CREDITED = pattern(r"\s?[（【][^（）【】]{0,8}(?:编辑|责编|审核|来源)[^（）【】]{2,30}[）】]$")
_SPEECH_DATE = pattern(r"（\s?(?P<date>\d{4}年.{2,12}?|[〇零○O0一二三四五六七八九]{4}年.{2,12}?)）")
_HEAD_ROWS, _TAIL_ROWS = 9, 6


def byline(row: Row) -> tuple[Found, ...]:
    """Who a line of the article says wrote it, if that is all the line says."""
    line, raw = row.line, row.raw
    if row.long or len(line) > 90:
        return ()
    marked = _MARKED.fullmatch(line)
    if marked:
        start, end = marked.span("rest" if marked["rest"] else "mouth")
        return read_people(line, raw, start, end) or _plain_names(line, raw, start, end, "author", surname=not marked["rest"])
    reports = _REPORTS.fullmatch(line)
    if reports:
        return _reporters(row, reports)
    start, end = 0, len(line)
    if line[0] in "（【" and line[-1] in "）】":
        start, end = 1, end - 1
    if row.sentence:
        return ()
    chain = row.chain
    if chain.keys and chain.sound and chain.found and {found.field for found in chain.found} <= _WRITTEN:
        return tuple(chain.found)
    return read_people(line, raw, start, end)


def _reporters(row: Row, reports: re.Match[str]) -> tuple[Found, ...]:
    start, end = reports.span("names")
    return (Found("reporter", split_names(row.raw[start:end]), start, end),)


_WRITTEN = frozenset({"author", "reporter", "photographer", "affiliation"})


def _plain_names(line: str, raw: str, start: int, end: int, field: str, surname: bool = False) -> tuple[Found, ...]:
    while start < end and line[start] in " /：":
        start += 1
    names = split_names(line[start:end])
    if not names or len(names) > 8 or not all(NAME.fullmatch(name) for name in names):
        return ()
    if surname and not all(is_name(name) for name in names):
        return ()
    return (Found(field, split_names(raw[start:end]), start, end),)


_MEDIUM = (
    r"(?:本报|本刊|本网|本台|本站|本社|新华社|新华网|中新社|中新网|中央社|中通社|法新社|路透社|[\u4e00-\u9fff]{2,14}?(?:社|网|报|台|在线|客户端|融媒体?中心|融媒|电视|广播|政协|发布|之声|新闻))"
)
_DAY = r"(?:(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)(?:\d{1,2}时(?:\d{1,2}分)?)?"
_DATELINE = pattern(
    # A place or a house of any name, if a day stands behind it, or people do.
    rf"[【（]?(?P<line>本报消息|[\u4e00-\u9fff]{{2,6}}(?<![资通喜简快短音捷])讯(?=\s?(?:（|记者|通讯员))|[\u4e00-\u9fff]{{2,12}}{_DAY}\s?(?:综合)?[电讯](?=[（）】\s])|[\u4e00-\u9fff]{{2,8}}专讯(?=[（）】\s])|{_MEDIUM}(?:(?P<place>[\u4e00-\u9fff/、]{{0,10}}?){_DAY}\s?(?:综合)?(?:电|讯|消息|专电)|(?:\s?综合)?[讯讯](?!员|问|息|号|期)|{_MEDIUM}?讯)|{_MEDIUM}[\u4e00-\u9fff]{{1,6}}{_DAY}(?=】))[】）]?\s?(?P<people>（[^（）]{{2,60}}）)?"
)


# `（文/张三 图/李四）暑假里，…`
_OPENING = pattern(r"（[^（）。]{3,40}）(?=\S)")


def dateline(row: Row) -> Part | None:
    """The dateline a paragraph begins with, and the reporters in brackets behind it."""
    match = _DATELINE.match(row.line)
    if match is None:
        if (opening := _OPENING.match(row.line)) and (written := read_people(row.line, row.raw, 1, opening.end() - 1)):
            return Part("byline", row.number, 0, opening.end(), written)
        reports = _REPORTS.match(row.line)
        return Part("dateline", row.number, 0, reports.end(), _reporters(row, reports)) if reports and reports[0][-1] in "】）〕" else None
    rest = row.line[match.end() :]
    if not match["people"] and rest and rest[0] not in " 　：—-（" and row.line[match.end() - 1] not in "】 " and not _plain_begin(row, match):
        return None
    found = [Found("dateline", "".join(row.raw[match.start("line") : match.end("line")].split()), match.start("line"), match.end("line"))]
    if match["people"]:
        start, end = match.start("people") + 1, match.end("people") - 1
        found += read_people(row.line, row.raw, start, end) or _plain_names(row.line, row.raw, start, end, "reporter", surname=True)
    elif reported := _REPORTED.match(row.line, match.end()):
        start, end = reported.span("names")
        found += (Found("reporter", split_names(row.raw[start:end]), start, end),)
    end = match.end()
    while end < len(row.line) and row.line[end] in " 　":
        end += 1
    return Part("dateline", row.number, 0, end, tuple(found))


# `本报讯 记者张三报道：`, `观澜讯 记者 张三 李四 ` before the first sentence.
_REPORTED = pattern(rf"\s?(?:记者|通讯员)\s?(?P<names>{HAN}{{2,3}}(?:[\s、]{HAN}{{2,3}}){{0,3}}?)\s?(?:报道|摄影报道|报导|\s)")


def _plain_begin(row: Row, match: re.Match[str]) -> bool:
    """`本报讯近日，…`: no blank behind, but a paragraph."""
    return row.prose and match["line"][-1] in "电讯"


_CAPTION = pattern(r"(?:^|[。；，：）！？”\s（])(?:[（【]?\s?(?:图/|图片/|摄影/|摄影：|图：|图片：|图为[^。]{0,40}[。，]\s?)?)(?P<people>(?:(?:本报|本网|新华社|中新社|人民网|[\u4e00-\u9fff]{1,6}报)?(?:全媒体|融媒|首席|特约|实习)?(?:记者|通讯员|摄影)\s?)?(?P<names>[㐀-鿿·]{2,4}(?:[\s、]+[㐀-鿿·]{2,4}){0,3}|[㐀-鿿]\s{1,3}[㐀-鿿](?:\s[㐀-鿿])?)\s?[/]?\s?(?P<role>摄影|摄|供图))[。]?\s?[）】]?$")


def caption(row: Row) -> Part | None:
    """The photographer at the end of a caption: `图为…。（郁达山 摄）`."""
    if row.line.rstrip("。）】 ")[-1:] not in ("摄", "影", "图"):
        return None
    match = _CAPTION.search(row.line, max(0, len(row.line) - 60))
    if match is None:
        return None
    start, end = match.span("names")
    names = people(split_names(row.raw[start:end]))
    if not names:
        return None
    if len(names) > 1 and len(names[0]) > 1 and not is_name(split_names(row.line[start:end])[0]):
        start = row.line.rfind(row.line[start:end].split()[-1], 0, end)
        names = split_names(row.raw[start:end])
    return Part("caption", row.number, 0, len(row.line), (Found("photographer", names, start, end),))


_ENDING = pattern(r"（(?P<inside>[^（）]{2,50})）(?P<tail>\s?[^。！？…（）]{2,24}|[（【][^（）【】]{2,40}[）】])?$")


_CREDIT_BEHIND = pattern(r"(?:责任编辑|责编|编辑|审核|校对|来源)\s?：")


def closing_byline(row: Row) -> Part | None:
    """The bracket that ends the last paragraph, if it holds names and roles only: `（记者 张三）`, `（黄荞丹 罗源）`."""
    match = _ENDING.search(row.line, max(0, len(row.line) - 60))
    if match is None:
        return None
    start, end = match.span("inside")
    found = read_people(row.line, row.raw, start, end)
    if "：" in match["inside"] and "编辑" in match["inside"]:
        return None  # a credit, read where it leaves
    if not found and ((match["tail"] or "【").strip()[0] in "【（" or _CREDIT_BEHIND.match(match["tail"].strip())):
        names = split_names(row.line[start:end])
        if names and all(is_name(name) for name in names) and (len(names) > 1 or len(names[0]) == 3):
            found = (Found("author", split_names(row.raw[start:end]), start, end),)
    return Part("byline", row.number, match.start(), end + 1, found) if found else None


_ORDINAL = pattern(r"(?:[一二三四五六七八九十]{1,3}[、．.]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．]|第[一二三四五六七八九十百\d]+[条章节]|[①-⑳])")
_NOT_TITLE = pattern(r"(?:摘\s*要|关\s*键\s*词|内容提要|编者按|【.{1,6}】$|目\s*录$|附件|[^，]{0,16}〔\d{4}〕\d+号|各位|尊敬的|Abstract)")
_COUNT = pattern(r"[\u4e00-\u9fff]{1,6}\s\d+(?:\s[\u4e00-\u9fff]{1,4})?")  # `关注者 327`, `查看全部 22 个回答`
_LONGEST_TITLE = 90
_LONGEST_COLUMN = 4


def may_be_title(row: Row) -> bool:
    line = row.line
    if len(line) > _LONGEST_TITLE or len(line) < 2 or line[-1] in "。；，：、…" or _ORDINAL.match(line) or _NOT_TITLE.match(line) or _COUNT.fullmatch(line):
        return False
    if (row.chain.sound and any(key.kind is not Kind.FREE for key in row.chain.keys)) or any(date.typed or date.clock for date in row.chain.dates):
        return False
    return not byline(row) and not _SPEECH_DATE.fullmatch(line) and date_at(line, 0) is None and any("\u3400" <= ch <= "\u9fff" for ch in line)


_BULLET = pattern(r"[·•●▪■◆▶►>»/]\s?(?=\S)")
# How far down a headline may stand, menus and tables above it.
TITLE_LINES = 40
_SHORTEST_TITLE = 4
_SUBTITLE = pattern(r"—|--|[（(]")
MENU = frozenset({"furniture-site-menu", "furniture-breadcrumb", "furniture-slogan", "furniture-headline-list", "furniture-keyword-spam", "furniture-epaper"})


def find_headline(page: Page, gone: list[bool], rules: list[str]) -> Row | None:
    """The headline: the last line that may be one above the line of date and source, else the first below the menu."""
    prose = next(iter(page.paragraphs(gone)), len(page))
    meta = _last_field(gone, rules, min(prose, len(page), TITLE_LINES))
    rows = [row for row in page.rows[: min(prose, TITLE_LINES)] if not gone[row.number] and _may_be_headline(page, gone, rules, row)]
    if named := next((row for row in rows if _is_named(page, gone, row)), None):
        return named
    above = [row for row in rows if row.number < meta and not _SITE.search(row.line)]
    if len(above) > 1 and above[-2].number == above[-1].number - 1 and is_account(page, above[-1], gone):
        above.pop()
    if above:
        left = max((at for at in range(above[-1].number) if gone[at] or words_of(page.rows[at].line) is not None), default=-1)
        block = [row for row in above if row.number > left]
        if left < 0 or len(block) > _MOST_LINES or any(leads(page, gone, row) for row in block[:-1]):
            return _likelier(page, gone, above[-1], above)
        return _likelier(page, gone, block[_is_column(page, block, gone)], above)
    last = max((at for at in range(min(prose, TITLE_LINES, len(page))) if rules[at] in MENU), default=-1)
    below = [row for row in rows if row.number > last]
    official = next((row for row in below if _OFFICIAL.fullmatch(row.line)), None)
    return official or (_likelier(page, gone, below[0], below) if below else None)


def _last_field(gone: list[bool], rules: list[str], end: int) -> int:
    """The last line of date and source above the text; a page without paragraphs has more below its text."""
    last = among = 0
    for at in range(end):
        among = 0 if gone[at] else among + 1
        if last and among > _MOST_AMONG:
            break
        if rules[at] == "furniture-meta-line":
            last = at
    return last


_MOST_AMONG = 6  # lines of a headline, a byline, a summary


def _may_be_headline(page: Page, gone: list[bool], rules: list[str], row: Row) -> bool:
    """Whether a line may be the headline: no path, no menu, no subtitle; a few characters only above the date and the source."""
    if row.prose or ">" in row.line or _SUBTITLE.match(row.line) or _is_outlet(row) or is_menu_or_field(row):
        return False
    if _CHAPTER.fullmatch(row.line):
        return all(gone[: row.number])
    above_meta = row.number + 1 < len(page) and rules[row.number + 1] == "furniture-meta-line"
    return may_be_title(row) and (above_meta or len(row.raw) >= _SHORTEST_TITLE)


_CHAPTER = pattern(r"第[一二三四五六七八九十百\d]{1,5}[章回讲课]\s?\S{2,20}")  # of a book, above everything


def is_menu_or_field(row: Row) -> bool:
    """Many short words, words of the page, a short value behind a short key: `信件类别：投诉`."""
    words = row.line.split()
    return share(row.line) >= _MOSTLY or (len(words) > _MOST_PARTS and max(map(len, words)) <= _LONGEST_ITEM) or _FIELD_LIKE.fullmatch(row.line) is not None


_MOST_PARTS, _LONGEST_ITEM = 3, 8
_FIELD_LIKE = pattern(r"[\u4e00-\u9fff]{4}：[\u4e00-\u9fff]{2,4}")
_MOSTLY = 0.5  # of the words of the page, and it is none of the article: `查看全部 22 个回答`
_LEAST_NAMED = 8


def _is_named(page: Page, gone: list[bool], row: Row) -> bool:
    """Whether what is furniture above it names the page so: `您正在浏览：施工方案.doc`, a path, the browser title."""
    name = "".join(row.line.split())
    return len(name) >= _LEAST_NAMED and any(
        gone[other.number] and not other.prose and len(other.line) > len(row.line) and name in "".join(other.line.split())
        for other in page.rows[: row.number]
    )


def is_sure(page: Page, gone: list[bool], rules: list[str], headline: Row) -> bool:
    """Whether a headline is one beyond doubt: the fields of the page stand below it, or the page names it elsewhere."""
    below = headline.number + 1
    if below < len(page) and gone[below] and (rules[below] == "furniture-meta-line" or page.rows[below].chain.dates):
        return True
    return _is_named(page, gone, headline)


def reads_as_headline(row: Row) -> bool:
    """Whether a line is as long as a headline, and none of the page's own."""
    return (
        len(row.raw) >= _LIKELY and may_be_title(row) and len(row.line.split()) <= _MOST_WORDS
        and not _SITE.search(row.line) and not _SPEAKS.match(row.line) and share(row.line) < _MOSTLY
    )  # fmt: skip


_SHORT, _LIKELY, _SURELY = 8, 10, 12


def _likelier(page: Page, gone: list[bool], found: Row, rows: list[Row]) -> Row:
    """A few characters are a headline where the date stands below them; else a long line that does not touch them is likelier.

    Above them it stands in the same block; below them beyond other furniture, for what touches is a motto or a subtitle.
    """
    below = found.number + 1
    if len(found.raw) >= _SHORT or below >= len(page) or page.rows[below].chain.dates:
        return found
    others = (
        row for row in rows
        if len(row.raw) >= _SURELY and len(row.line.split()) <= _MOST_WORDS and not _SPEAKS.match(row.line)
        and (any(gone[found.number : row.number]) or (row.number < found.number - 1 and not any(gone[row.number : found.number])))
    )  # fmt: skip
    return max(others, key=lambda row: len(row.raw), default=found)


_SPEAKS = pattern(r"[您你]|本站|本网|打开|下载|点击")
_MOST_WORDS = 2  # a menu has more

_SHORTEST_OWNER, _LONGEST_OWNER = 3, 12
_SHORTEST_SITE, _LONGEST_SITE = 4, 8
_OWNER = pattern(r"(?P<name>.{2,}?)(?:的(?:[\u4e00-\u9fff]{1,4}))?$")


def leads(page: Page, gone: list[bool], row: Row) -> bool:
    """Whether a line above the headline is no line of it: one of a list, or the name of whom the page belongs to.

    That name stands again in what is known to be furniture: `木匠阿丘` above, `转载请注明作者：木匠阿丘` below.
    """
    if _BULLET.match(row.line):
        return True
    if any(gone[other.number] and _SHORTEST_SITE <= len(other.line) <= _LONGEST_SITE < len(row.line) and other.line in row.line for other in page.rows[: row.number]):
        return True  # `打开云帆新闻，体验更流畅` below `云帆新闻`
    if not _SHORTEST_OWNER <= len(row.raw) <= _LONGEST_OWNER or row.sentence:
        return False
    name = _OWNER.match(row.line)
    return name is not None and len(name["name"]) >= _SHORTEST_OWNER and any(
        gone[other.number] and name["name"] in other.line and ">" not in other.line for other in page.rows[row.number + 1 :]
    )


def _is_column(page: Page, block: list[Row], gone: list[bool]) -> bool:
    """Whether the first row is no headline but the name of a column or section: `履职一线`.

    A short headline is told by the list in which the page has it once more.
    """
    if len(block) < 2 or not len(block[0].line.strip("“”【】")) <= _LONGEST_COLUMN < len(block[1].raw) or block[1].line.startswith("—"):
        return False
    if any(gone[row.number] and _BULLET.match(row.line) and row.line.endswith(block[0].line) for row in page.rows[: block[0].number]):
        return False
    names = split_names(block[1].line)
    return not (names and is_name(names[-1]))  # an author below a short headline


_OFFICIAL = pattern(r".{0,40}关于.{2,80}(?:通知|答复|函|意见|报告|公告|决定|方案|通报|批复|请示|建议|说明|办法|公示|通告)")


def title(page: Page, gone: list[bool], rules: list[str]) -> Part | None:
    """The headline with the line above it (a kicker) and below it (a subtitle), if they stand close."""
    kept = [row for row in page.rows[:TITLE_LINES] if not gone[row.number]]
    if not kept or not (may_be_title(kept[0]) or _CHAPTER.fullmatch(kept[0].line)) or (kept[0].prose and kept[0].line[-1] not in "？！”》）"):
        return None
    headline = find_headline(page, gone, rules) or kept[0]
    block = _close_lines(page, kept, kept.index(headline), gone)
    value = " ".join(" ".join(row.raw.split()) for row in block)
    end = block[-1].end - block[0].start
    value = _FILE_NAME.sub("", value)
    start = 0
    if page.forum and (kind := _KIND.match(value)):
        start, value = kind.end(), value[kind.end() :]
    return Part("title", block[0].number, 0, end, (Found("title", value, start, end),))


_FILE_NAME = pattern(r"\.(?:docx?|pdf|wps|txt|pptx?|xlsx?)$")
# What kind of thread a board prints before the headline: `[求助] 老钟去哪了？`.
_KIND = pattern(r"\[[\u4e00-\u9fff]{2,4}\]\s+")


# Headlines of two lines are short lines; a verse under its title is longer than that many of them.
_LONGEST_LINE, _MOST_LINES = 45, 3
_SITE = pattern(r"[>◆★]|\|.*\||网站?(?:$|[\s_|·—-])|博客$|\d{4}[-/]|www|首页|登录|注册|搜索|欢迎")


def _close_lines(page: Page, kept: list[Row], at: int, gone: list[bool]) -> list[Row]:
    """The lines of one headline: those that touch, if a gap, a byline or furniture closes them."""
    first = at
    while first and kept[first].number == kept[first - 1].number + 1 and not page.gap_above(kept[first].number) and _may_join(kept[first - 1]):
        first -= 1
    last, closed = at, True
    for row in kept[at + 1 : at + 1 + _MOST_LINES]:
        dashed = row.line.startswith(("—", "--"))
        if row.number != kept[last].number + 1 or (page.gap_above(row.number) and not dashed):
            break
        if not dashed and (not _may_join(row) or is_account(page, row, gone)):
            closed = bool(dateline(row) or byline(row) or _SPEECH_DATE.fullmatch(row.line) or _NUMBER.match(row.line) or row.line.endswith("："))
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
_FOLLOWED = pattern(r"关注|[账帐]号|创作者|听新闻|收录|合集|发布于|属地|原创|举报")
_MOST_FIELDS = 5


def is_account(page: Page, row: Row, gone: list[bool]) -> bool:
    """Whether a short line names the account that posted the page: right above a bare time of posting, on a platform of accounts."""
    below = row.number + 1
    if len(row.raw) > _LONGEST_OUTLET or below >= len(page) or not gone[below]:
        return False
    chain = page.rows[below].chain
    if not any(date.clock for date in chain.dates) or any(key.kind not in (Kind.BUTTONS, Kind.NUMBER) for key in chain.keys):
        return False
    return any(_FOLLOWED.search(other.line) for other in page.rows[below : below + _MOST_FIELDS])


def _is_outlet(row: Row) -> bool:
    return len(row.raw) <= _LONGEST_OUTLET and OUTLET.fullmatch(row.line) is not None


_NUMBER = pattern(r"[^，]{0,16}〔\d{4}〕")


def _may_join(row: Row) -> bool:
    """Whether a line next to a headline may be part of it."""
    names = split_names(row.line)
    return (
        may_be_title(row) and not row.prose and len(row.raw) <= _LONGEST_LINE and not _SITE.search(row.line)
        and not (names and all(map(is_name, names))) and not row.sentence and row.line[0] not in "（("
        and not _is_outlet(row)
    )  # fmt: skip


def parts(page: Page, gone: list[bool], rules: list[str]) -> Iterator[Part]:
    """All that the article says of itself, from what stays of a page."""
    kept = [row for row in page.rows if not gone[row.number]]
    head = title(page, gone, rules)
    if head:
        yield head
    said: set[str] = set()
    for at, row in enumerate(kept):
        if head and row.number == head.row:
            continue
        if at < _HEAD_ROWS or at >= len(kept) - _TAIL_ROWS:
            for part in _edge_parts(kept, at, bool(head)):
                yield part if at < _HEAD_ROWS else _again(part, said)
                said.update(found.field for found in part.found)
        elif row.raw[0] in _MARKS and (written := byline(row)):
            yield Part("byline", row.number, 0, len(row.line), written)
        elif "作者" in row.raw[:2] + row.raw[1:4] and (found := affiliation(row)):
            yield found
        if row.raw[-1] in "摄攝影图圖。)）】]" and (found := caption(row)):
            yield found


def _again(part: Part, said: set[str]) -> Part:
    """A part below the text, where who is named above it counts: `采访：…` in a list of those who made a book."""
    return part._replace(found=tuple(found._replace(rank=GUESSED) if found.field in said else found for found in part.found))


_CLOSING = 44  # a button may be glued behind the bracket
_MARKS = "□■◎●○◆◇▲△★☆"


def affiliation(row: Row) -> Part | None:
    """`（作者系…）` on its own line or behind the last sentence."""
    if "作者" not in row.line and "整理者" not in row.line:
        return None
    end = len(_CREDITED.sub("", row.line))
    match = _AFFILIATION.search(row.line, max(0, end - 140), end)
    if match is None or match.end() != end or (match.start() and row.line[match.start()] not in "（【"):
        return None
    start, end = match.span("place")
    return Part("byline", row.number, match.start(), match.end(), (Found("affiliation", row.raw[start:end], start, end),))


def _edge_parts(kept: list[Row], at: int, titled: bool) -> Iterator[Part]:
    row = kept[at]
    if found := affiliation(row):
        yield found
        return
    written = byline(row)
    if written:
        yield Part("byline", row.number, 0, len(row.line), written)
        return
    if at < _HEAD_ROWS and (line := dateline(row)):
        yield line
    speech = _SPEECH_DATE.fullmatch(row.line)
    if speech and at < 6 and (date := date_at(row.line, speech.start("date"))):
        yield Part("speech-head", row.number, 0, len(row.line), (Found("published", date.iso, date.start, date.end, 4),))
    if at < 6 and titled and len(row.raw) <= 6 and _beside_speech_head(kept, at):
        yield Part("speech-head", row.number, 0, len(row.line), _plain_names(row.line, row.raw, 0, len(row.line), "author", surname=True))
    if at >= len(kept) - _TAIL_ROWS and "）" in row.line[-_CLOSING:] and (closing := closing_byline(row)):
        yield closing
    if 0 < at < _NAMES_ROWS and titled and (names := _names_line(kept, at)):
        yield Part("byline", row.number, 0, len(row.line), names)
    if at == len(kept) - 1 and at > 1 and len(row.raw) <= 5 and kept[at - 1].prose:
        names = _plain_names(row.line, row.raw, 0, len(row.line), "author", surname=True)
        if names and len(names[0].value) == 1:  # type: ignore[arg-type]  # names are tuples
            yield Part("byline", row.number, 0, len(row.line), tuple(name._replace(rank=GUESSED) for name in names))


def _names_line(kept: list[Row], at: int) -> tuple[Found, ...]:
    """Names alone on the line between the headline and the text: two and more, one of three characters, a group."""
    row = kept[at]
    if _GROUP.fullmatch(row.line):
        return (Found("author", (row.raw,), 0, len(row.line)),)
    if len(row.raw) > _LONGEST_NAMES or any(map(str.isdecimal, row.line)) or at + 1 >= len(kept) or not (kept[at + 1].prose or kept[at + 1].line[0] in "（【摘" or kept[at + 1].line[-1] == "：" or date_at(kept[at + 1].line, 0)):
        return ()
    names = _plain_names(row.line, row.raw, 0, len(row.line), "author", surname=True)
    value = names[0].value if names else ()
    sure = isinstance(value, tuple) and (len(value) > 1 or len("".join(value)) == 3 or len(row.raw) > len("".join(value)))
    return names if sure else ()


_LONGEST_NAMES, _NAMES_ROWS = 24, 4
_GROUP = pattern(r"[\u4e00-\u9fff]{2,20}(?:课题组|调研组|编写组|调查组|写作组|编辑部|评论员|观察员|编委会|专题组)")


def _beside_speech_head(kept: list[Row], at: int) -> bool:
    """A bare name belongs to a speech head when the date in brackets stands next to it."""
    return any(0 <= other < len(kept) and _SPEECH_DATE.fullmatch(kept[other].line) for other in (at - 1, at + 1))
