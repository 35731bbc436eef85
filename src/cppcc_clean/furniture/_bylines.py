"""Who a line says wrote, reported or photographed: bylines, datelines, captions, affiliations."""

from __future__ import annotations

import re
from typing import NamedTuple

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._fields import Found
from cppcc_clean.furniture._names import (
    GROUP,
    HAN,
    LATIN,
    NAME,
    are_persons,
    is_full_name,
    is_name,
    is_short_name,
    people,
    split_names,
)
from cppcc_clean.furniture._page import Row
from cppcc_clean.furniture._words import is_chrome


class Part(NamedTuple):
    """A piece of the article that says something of it; ``start:end`` in the row's text."""

    kind: str
    row: int
    start: int
    end: int
    found: tuple[Found, ...]


_ROLE = pattern(
    r"(?P<role>(?:(?:本报|本网|本台|本刊|本社|新华社|中新社|人民网|人民政协报|央视|中央社|记者站|全媒体|融媒体?|首席|特约|实习|见习|驻站|实地|摄影|[\u4e00-\u9fff]{1,6}报(?:全媒体|融媒)?|[\u4e00-\u9fff]{1,4}融媒|[\u4e00-\u9fff]{2,8}(?=记者))\s?){0,3}"
    r"(?:记者|通讯员|实习生|特约撰稿人|评论员))|(?P<photo>摄影|供图|图片|图|摄)(?=[/：|\s])|(?P<both>文图|图文)(?=[/：|\s])(?!\s(?:记者|通讯员))|(?P<text>撰文|撰稿|作者|(?<!图)文)(?=[/：|\s])|(?P<none>供稿|来稿|整理|编辑|报道|通讯)(?=[/：|\s])"
)
_FIELD = {"role": "reporter", "photo": "photographer", "text": "author", "both": "author", "none": ""}


def read_people(line: str, raw: str, start: int, end: int) -> tuple[Found, ...]:
    """Roles and names, `记者 韩 梅  通讯员 储某某`, if the span holds nothing else; else nothing.

    A role may also stand behind: `郁达山 摄`, `沈若溪/文`.
    """
    if translated := _TRANSLATED.fullmatch(line, start, end):
        first, last = translated.span("author")
        return (Found("author", (raw[first:last],), first, last),)
    text = _MARKS_AMID.sub(" ", line[start:end])
    if both := _TEXT_AND_PICTURE.fullmatch(text):
        return _written_and_taken(raw, start, both)
    took_pictures = text.startswith(("记者", "通讯员", "本报记者")) and _BOTH.search(text)
    if took_pictures:
        text = text[: took_pictures.start()]
    roles = list(_ROLE.finditer(text))
    if not roles or text[: roles[0].start()].strip(" /：、，|"):
        return _suffixed(line, raw, start, end)
    found = _read_roles(text, raw, start, roles)
    return (*found, found[-1]._replace(field="photographer")) if found and took_pictures else found


# `[俄]伊万·科罗温 著　姚望舒 译`
_TRANSLATED = pattern(rf"\s?(?:[（【][\u4e00-\u9fff]{{1,4}}[）】]\s?)?(?P<author>{NAME.pattern})\s?(?:著|作|文|/)?\s+(?:{NAME.pattern})\s?/?\s?译")


def _read_roles(text: str, raw: str, start: int, roles: list[re.Match[str]]) -> tuple[Found, ...]:
    """What stands behind each role, if it is people; ``text`` stands at ``start`` of the raw line."""
    found: list[Found] = []
    took_pictures = False
    stops = [*(role.start() for role in roles[1:]), len(text)]
    for role, stop in zip(roles, stops, strict=True):
        said = text[role.end() : stop].strip(" /：、，|")
        field, piece = _without_role(_FIELD[role.lastgroup or "none"], said)
        if not piece:
            if role.lastgroup in ("text", "both") or (role.lastgroup == "photo" and role is not roles[-1]):
                took_pictures |= role.lastgroup in ("photo", "both")
                continue  # `文/图 张三`, `文/图 记者 张三`: the next role holds the name
            return ()
        at = start + role.end() + text[role.end() : stop].find(piece)
        names = people(split_names(raw[at : at + len(piece)]))
        if not names or not _are_people(role, piece):
            return ()
        if field:
            found.append(Found(field, names, at, at + len(piece)))
        if took_pictures or role.lastgroup == "both" or _BOTH_BEHIND.search(said):
            found.append(Found("photographer", names, at, at + len(piece)))
        if role.lastgroup == "photo" and roles[0].lastgroup == "text" and not text[roles[0].end() : role.start()].strip(" /：、"):
            found.append(Found("author", names, at, at + len(piece)))
    return tuple(found)


# `本报记者 鄢 凌 文 舒 展 摄`
_TEXT_AND_PICTURE = pattern(rf"\s*(?P<role>(?:{HAN}{{0,6}}(?:记者|通讯员))\s)?\s*(?P<writers>{HAN}[{HAN[1:-1]}\s、]{{1,20}}?)\s文\s(?P<takers>{HAN}[{HAN[1:-1]}\s、]{{1,20}}?)\s[摄图]\s*")


def _written_and_taken(raw: str, start: int, both: re.Match[str]) -> tuple[Found, ...]:
    found = []
    for group, field in (("writers", "reporter" if both["role"] else "author"), ("takers", "photographer")):
        first, last = both.span(group)
        found.append(Found(field, split_names(raw[start + first : start + last]), start + first, start + last))
    return tuple(found) if all(are_persons(item.value) for item in found) else ()  # type: ignore[arg-type]  # names are tuples


_BOTH = pattern(r"\s(?:文/图|图/文|文图|摄影报道)$")  # `记者 张三 李四 文/图`
_BOTH_BEHIND = pattern(r"\s(?:图文|文图)$")  # `记者 张三 图文 通讯员 李四`
_BOTH_KEYS = pattern(r"(?:文\s?/\s?图|图\s?/\s?文)[\s：|/]")
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
    if not all(NAME.fullmatch(name) or LATIN.fullmatch(name) for name in names):
        return False
    return role.lastgroup != "photo" or are_persons(names)


_SUFFIX = pattern(rf"(?P<names>{HAN}{{2,4}}(?:[\s、]+(?!口述|整理|执笔|供稿|摄影){HAN}{{2,4}}|\s(?!文/?[图摄]|[图摄]/?文|[文图摄审编]){HAN})*|{HAN}(?:\s{HAN}){{1,2}})(?:\s?(?P<sep>[/\s])\s?(?P<role>文/图|图/文|文/摄|摄/文|文图|摄影报道|摄影|摄|供图|文|图|供稿|审|编|审核|编辑|整理|口述|执笔|撰|遗稿|遗作|制图|著)|(?P<close>文/图|图/文|文图|摄影报道|摄影|摄|供图|供稿|口述|整理))(?=$|[\s，、/；])")
_SUFFIX_FIELD = {"摄": ("photographer",), "摄影": ("photographer",), "图": ("photographer",), "供图": ("photographer",), "文": ("author",), "撰": ("author",), "口述": ("author",), "整理": ("author",), "执笔": ("author",), "遗稿": ("author",), "著": ("author",), "遗作": ("author",), "文/图": ("author", "photographer"),
                 "图/文": ("author", "photographer"), "文/摄": ("author", "photographer"), "摄/文": ("author", "photographer"), "文图": ("author", "photographer"), "摄影报道": ("photographer",)}  # fmt: skip


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
    return tuple(found) if not line[at:end].strip(_BETWEEN) else ()


_BETWEEN = " /、，；：。）】"
MARKS = "□■◎●○◆◇▲△★☆"
_MARKED = pattern(r"[□■◎●○◆◇▲△★☆▇◼◻](?P<rest>.+)|口(?P<mouth>[㐀-鿿]{2,4})")
_REPORTS = pattern(r"[【（〔]?(?:\S{0,6})?记者\s?(?P<names>[\u4e00-\u9fff、\s]{2,20}?)\s?(?:/\s?[\u4e00-\u9fff]{1,8}(?:报导|报道|电)[】）〕]?|(?:报导|报道)[】）〕])")
_AFFILIATION = pattern(r"[（【]?\s?(?:(?:本文)?作者|整理者)\s?：?\s?(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*)?\s?(?:系|为|单位\s?：|分别系|单位为|，系|，为)\s?：?(?!列|统)(?P<place>[^（）；。]{3,60}(?:（[^）]{1,20}）[^（）；。]{0,30})?)[。]?[）】]?")
# What stands behind it and leaves.
_CREDIT = "编辑|责编|审核|校对|来源"
_CREDITED = pattern(rf"\s?[（【][^（）【】]{{0,8}}(?:{_CREDIT})[^（）【】]{{2,30}}[）】]$|\s?[①-⑳]\s?\d{{1,3}}$")
# Where a speech was made, under its headline: `——在政协观澜县第九届委员会第一次会议上的发言`.
OCCASION = pattern(r"[—\-]{1,4}\s?在[^。]{4,60}(?:发言|讲话|致辞|报告|讲课|授课|演讲|汇报|讲座|述职)(?:提纲|摘要|要点|稿|材料)?")
SPEECH_DATE = pattern(r"（\s?(?P<date>\d{4}年.{2,12}?|[〇零○O0一二三四五六七八九]{4}年.{2,12}?)）")


def byline(row: Row) -> tuple[Found, ...]:
    """Who a line of the article says wrote it, if that is all the line says."""
    line, raw = row.line, row.raw
    if row.long or len(line) > 90:
        return ()
    marked = _MARKED.fullmatch(line)
    if marked:
        start, end = marked.span("rest" if marked["rest"] else "mouth")
        return read_people(line, raw, start, end) or plain_names(line, raw, start, end, "author", surname=not marked["rest"]) or _with_office(line, raw, start, end)
    reports = _REPORTS.fullmatch(line)
    if reports:
        return _reporters(row, reports)
    start, end = 0, len(line)
    if line[0] in "（【" and line[-1] in "）】":
        start, end = 1, end - 1
    if row.sentence:
        return ()
    chain = row.chain
    if chain.keys and chain.sound and chain.found and not _BOTH_KEYS.match(line, start) and {found.field for found in chain.found} <= _WRITTEN and _OF_PROPOSAL not in chain.names:
        return tuple(chain.found)
    return read_people(line, raw, start, end)


_OFFICE = pattern(r"\s?[\u4e00-\u9fff、（）]{4,24}\s+(?P<name>[\u4e00-\u9fff]{2,4})$")
_OF_TEXT = pattern(r"\s?(?:文\s?[/|：]\s?)?(?P<name>[\u4e00-\u9fff]{2,24})$")


def _with_office(line: str, raw: str, start: int, end: int) -> tuple[Found, ...]:
    """Behind a mark: a name with its office, or a body that wrote it: `■ 市政协委员 沈见山`, `■文/市社科联课题组`."""
    named = _OFFICE.match(line, start, end)
    if not (named and is_full_name(named["name"])):
        named = _OF_TEXT.match(line, start, end)
        if not (named and GROUP.fullmatch(named["name"])):
            return ()
    return (Found("author", (raw[slice(*named.span("name"))],), *named.span("name")),)


def _reporters(row: Row, reports: re.Match[str]) -> tuple[Found, ...]:
    start, end = reports.span("names")
    return (Found("reporter", split_names(row.raw[start:end]), start, end),)


_WRITTEN = frozenset({"author", "reporter", "photographer", "affiliation"})
_OF_PROPOSAL = "提案人"  # stays as one of the facts of a proposal, beside its number and its case


def plain_names(line: str, raw: str, start: int, end: int, field: str, surname: bool = False) -> tuple[Found, ...]:
    while start < end and line[start] in " /：":
        start += 1
    names = split_names(line[start:end])
    if not names or len(names) > 8 or not all(NAME.fullmatch(name) for name in names):
        return ()
    if (surname and not all(map(is_name, names))) or any(map(is_chrome, names)):
        return ()
    return (Found(field, split_names(raw[start:end]), start, end),)


_MEDIUM = (
    r"(?:本报|本刊|本网|本台|本站|本社|新华社|新华网|中新社|中新网|中央社|中通社|法新社|路透社|[\u4e00-\u9fff]{2,14}?(?:社|网|报|台|在线|客户端|融媒体?中心|融媒|电视|广播|政协|发布|之声|新闻))"
)
_DAY = r"(?:(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)(?:\d{1,2}时(?:\d{1,2}分)?)?"
_DATELINE = pattern(
    # A place or a house of any name, if a day stands behind it, or people do.
    rf"[【（〔]?(?P<line>本报消息|[\u4e00-\u9fff]{{2,6}}(?<![资通喜简快短音捷])讯(?=\s?(?:（|记者|通讯员))|[\u4e00-\u9fff]{{2,12}}{_DAY}\s?(?:综合)?[电讯](?=[（）】\s])|[\u4e00-\u9fff]{{2,8}}专讯(?=[（）】\s])|{_MEDIUM}(?:(?P<place>[\u4e00-\u9fff/、]{{0,10}}?){_DAY}\s?(?:综合)?(?:电|讯|消息|专电)|(?:\s?综合)?[讯讯](?!员|问|息|号|期)|{_MEDIUM}?讯)|{_MEDIUM}[\u4e00-\u9fff]{{1,6}}{_DAY}(?=】))[】）〕]?\s?(?P<people>（[^（）]{{2,60}}）)?"
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
    if not match["people"] and rest and rest[0] not in " 　：—-（" and row.line[match.end() - 1] not in "】〕 " and not _plain_begin(row, match):
        return None
    found = [Found("dateline", "".join(row.raw[match.start("line") : match.end("line")].split()), match.start("line"), match.end("line"))]
    if match["people"]:
        start, end = match.start("people") + 1, match.end("people") - 1
        found += read_people(row.line, row.raw, start, end) or plain_names(row.line, row.raw, start, end, "reporter", surname=True)
    elif reported := _REPORTED.match(row.line, match.end()):
        start, end = reported.span("names")
        found += (Found("reporter", split_names(row.raw[start:end]), start, end),)
    end = match.end()
    while end < len(row.line) and row.line[end] in " 　":
        end += 1
    return Part("dateline", row.number, 0, end, tuple(found))


# `本报讯 记者张三报道：`, `观澜讯 记者 张三 李四 ` before the first sentence.
_REPORTED = pattern(rf"[，\s]?(?:记者|通讯员)\s?(?P<names>{HAN}{{2,3}}(?:[\s、]{HAN}{{2,3}}){{0,3}}?)\s?(?:报道|摄影报道|报导|[\s/])")


def _plain_begin(row: Row, match: re.Match[str]) -> bool:
    """`本报讯近日，…`: no blank behind, but a paragraph; `本报讯，…` is spoken of."""
    return row.prose and match["line"][-1] in "电讯" and not _SPOKEN_OF.match(row.line, match.end())


_SPOKEN_OF = pattern(r"[，。、；](?!记者|通讯员)")


_CAPTION = pattern(r"(?:^|[。；，：）！？”\s（])(?:[（【]?\s?(?:图/|图片/|摄影/|摄影：|图：|图片：|图为[^。]{0,40}[。，]\s?)?)(?P<people>(?:(?:本报|本网|新华社|中新社|人民网|[\u4e00-\u9fff]{1,6}(?:报|新闻))?(?:全媒体|融媒|首席|特约|实习)?(?:(?P<reporter>记者)|通讯员|摄影)\s?)?(?P<names>[㐀-鿿·]{2,4}(?:[\s、]+[㐀-鿿·]{2,4}){0,3}|(?!文\s)[㐀-鿿]\s{1,3}[㐀-鿿](?:\s[㐀-鿿])?)\s?[/]?\s?(?P<role>摄影|摄|供图|(?(reporter)图|(?!))))[。]?\s?[）】]?$")


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


_CREDIT_BEHIND = pattern(rf"(?:责任)?(?:{_CREDIT})\s?：")


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
        names = people(split_names(row.line[start:end]))
        padded = len("".join(names)) < end - start
        closes = not match.start() or row.line[match.start() - 1] in "。！？”…）"  # `客运量（万人次）` heads a column
        if names and closes and all(is_name(name) for name in names) and (padded or len(names[0]) == 3 or is_short_name(names[0])):
            found = (Found("author", people(split_names(row.raw[start:end])), start, end),)
    return Part("byline", row.number, match.start(), end + 1, found) if found else None


# `（作者系县中医院副院长　沈见山）`
_NAME_BEHIND = pattern(r"\s+(?P<name>[\u4e00-\u9fff]{2,4})$")


def affiliation(row: Row) -> Part | None:
    """`（作者系…）` on its own line or behind the last sentence."""
    if "作者" not in row.line and "整理者" not in row.line:
        return None
    end = len(_CREDITED.sub("", row.line))
    match = _AFFILIATION.search(row.line, max(0, end - 140), end)
    if match is None or match.end() != end or (match.start() and row.line[match.start()] not in "（【"):
        return None
    start, end = match.span("place")
    behind = _NAME_BEHIND.search(row.line, start, end)
    if behind and is_full_name(behind["name"]):
        end = behind.start()
    found = [Found("affiliation", row.raw[start:end], start, end)]
    if behind and end == behind.start():
        found.append(Found("author", (row.raw[slice(*behind.span("name"))],), *behind.span("name")))
    if match["names"]:
        found.append(Found("author", split_names(row.raw[slice(*match.span("names"))]), *match.span("names")))
    return Part("byline", row.number, match.start(), match.end(), tuple(found))
