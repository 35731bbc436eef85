"""Where the article ends, and what of the lines below the last paragraph is still its own.

An article closes with few kinds of line: signature, date, byline, attachments, who gets a copy, notes, references, facts
of a notice, an end mark. They stand right below the last paragraph. Once something below it is furniture the article is
over: the rest is furniture, however it is worded. Between the last paragraph and the first such line only what has the form
of another page's own block leaves: headlines and files under a label, roles with names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._bylines import byline
from cppcc_clean.furniture._chains import is_byline
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._fields import PHONE, keys, label_of
from cppcc_clean.furniture._names import are_names, is_full_name, split_names
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim
from cppcc_clean.furniture._shapes import ABSTRACT, BULLET, CONTACT, DOCUMENT_NUMBER, FILE_ENDING, ISSUE_NUMBER, ORDINAL
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import share, wordings

# Furniture that may stand inside an article says nothing about the lines beside it.
INLINE = frozenset({
    "furniture-debris", "furniture-page-number", "furniture-file-name", "furniture-page-jump", "furniture-watermark",
    "furniture-paywall", "furniture-decoration", "furniture-stray-bar", "furniture-bare-number", "furniture-forum",
    "furniture-repeated-body", "furniture-summary",
})  # fmt: skip
# What may stand under the last paragraph and still be followed by a signature or a caption.
_ASIDE = INLINE - {"furniture-paywall", "furniture-forum"} | {"furniture-margin"}
# Below one of these the article is over, even if a paragraph or two should follow: a remark, a teaser.
_OVER = frozenset({
    "furniture-prev-next", "furniture-controls", "furniture-share", "furniture-related", "furniture-footer", "furniture-disclaimer",
    "furniture-page-label", "furniture-link-list", "furniture-editor-credit",
})  # fmt: skip
# Below these stands nothing of the article, not even a sentence.
_BOTTOM = frozenset({"furniture-prev-next", "furniture-footer"})
# So much of the running text stands above what ends it, and no more than this below.
_PROSE_ABOVE, _PROSE_BELOW = 2, 2
_LONGEST_SENTENCE = 120
# Longer is another article.
_MOST_BELOW = 60


def below(page: Page, gone: list[bool], rules: list[str], rule: str) -> Iterator[tuple[int, Claim]]:
    """Claims on what stands below the article."""
    prose = page.paragraphs(gone)
    last = prose[-1] if prose else len(page)
    mark = _end_mark(page, gone, prose)
    over = _over(page, gone, rules, prose) if mark is None else mark
    if mark is not None:
        last = mark
    if over is not None and len(page) - over <= _MOST_BELOW:
        yield from _beyond(page, gone, rules, over, last, rule)
    yield from _lists(page, gone, last)
    yield from _roles(page, gone, last)
    yield from _paired(page, gone, last)


def _over(page: Page, gone: list[bool], rules: list[str], prose: list[int]) -> int | None:
    """The first line that says that the article is over."""
    last = prose[-1] if prose else len(page)
    return next(
        (at for at in range(len(page)) if gone[at] and (_ends(rules[at], prose, at) or (at > last and rules[at] not in _ASIDE))),
        None,
    )


_MARK = pattern(r"[^\w]*(?:END|End|E\s?N\s?D|THE\s?END|The\s?End)[^\w]*")


def _end_mark(page: Page, gone: list[bool], prose: list[int]) -> int | None:
    """`— END —`, with more of the text above it than below."""
    marks = [row.number for row in page.rows if gone[row.number] and _MARK.fullmatch(row.line)]
    if len(marks) != 1 or 2 * marks[0] < len(page) or len(prose) > 2 * bisect_left(prose, marks[0]) + _PROSE_BELOW:
        return None
    return marks[0]


def _ends(rule: str, prose: list[int], at: int) -> bool:
    """Whether a line of such a kind stands so far down that it ends the article."""
    above = bisect_left(prose, at)
    return rule in _OVER and 0 < min(_PROSE_ABOVE, len(prose)) <= above and len(prose) - above <= min(_PROSE_BELOW, above // 2)


def _beyond(page: Page, gone: list[bool], rules: list[str], over: int, last: int, rule: str) -> Iterator[tuple[int, Claim]]:
    """Everything below the end but what can only be the article's: labelled notes, bylines."""
    bottom = next((at for at in range(over, len(page)) if gone[at] and rules[at] in _BOTTOM), len(page))
    for row in page.rows[over + 1 :]:
        if gone[row.number] or (_LABELLED.match(row.line) and not _TAGS.fullmatch(row.line)) or byline(row):
            continue
        if row.number > last:
            yield row.number, Claim(rule, Says.STRONG, Place.TAIL, sentence=True)
        elif not closes_article(row) and not _is_within(page, gone, row.number):
            yield row.number, Claim(rule, Says.FAIR, Place.TAIL)
        elif (row.number > bottom or (not page.forum and _is_amid(row.number, gone, rules))) and row.sentence and len(row.raw) <= _LONGEST_SENTENCE:
            yield row.number, Claim(rule, Says.FAIR, Place.TAIL, sentence=True)


def _is_within(page: Page, gone: list[bool], at: int) -> bool:
    """Whether the text goes on: a paragraph stands above the line and one below, and nothing between has left."""
    above = takewhile(lambda other: not gone[other], range(at - 1, -1, -1))
    below = takewhile(lambda other: not gone[other], range(at + 1, len(page)))
    return any(page.rows[other].prose for other in above) and any(page.rows[other].prose for other in below)


def _is_amid(at: int, gone: list[bool], rules: list[str]) -> bool:
    """Whether a line stands between two that leave and stand in no article."""
    return all(gone[other] and rules[other] not in _ASIDE for other in (at - 1, at + 1) if other < len(gone))


# What only an article has below its text.
_LABELLED = pattern(
    rf"[（【〔]?(?:{ABSTRACT}|中图分类号|文献标识码|文章编号|作者(?:简介|单位)|附件?\s?\d?(?:：|$)|附录|附表|抄送|主送|印发|签发|注释|注：|参考文献|资料来源：|数据来源：|基金|收稿日期|通讯作者|此致|敬礼)"
    r"|【\d|[①-⑳]|.*(?:\d日|\d)印发|共印\s?\d+份"
)

# -- what may close an article ---------------------------------------------------------------------------------------

# `二〇一九年清明，于柳浦`, `五月六日夜`, `完`
_WRITTEN = pattern(r"[（【]?(?:全文)?完[）】]?|(?:[〇零○一二三四五六七八九]{4}|(?:19|20)\d\d)年.{0,16}|[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日.{0,6}")
_TO_SIGN = pattern(r".{0,16}(?:盖章|签字|签名|签章)[）：\s_].{0,40}|.{2,16}全体[\u4e00-\u9fff]{2,6}")
_LONGEST = 60
# What an article may have there, too, and other pages.
_CLOSING = pattern(
    rf"[（【〔]?(?:附|注|资料来源|数据来源|{CONTACT}|说明|备注|P\.?S)"
    rf"|{ORDINAL}|[^：]{{1,8}}[人者]："
)


def closes_article(row: Row) -> bool:
    """Whether the line may be the last of an article: signature, date, byline, list, paragraph."""
    line = row.line
    if row.prose or row.sentence or "。" in line or len(line) > _LONGEST or _LABELLED.match(line) or _CLOSING.match(line) or byline(row):
        return True
    if any(form.fullmatch(line) for form in (DOCUMENT_NUMBER, ISSUE_NUMBER, _WRITTEN, _TO_SIGN)) or is_full_name(line.replace(" ", "")) or _signs(line):
        return True
    date = date_at(line, 0)
    return (date is not None and date.end == len(line) and not date.typed) or (line[0] in "（" and line[-1] in "）")


def _signs(line: str) -> bool:
    """An office and a name: `青石镇党委书记 沈见山`, `书 记 员 沈见山`."""
    *office, name = line.split()
    padded = all(len(word) == 1 for word in office)
    return bool(office) and (padded or len(office) == 1) and len("".join(office)) <= _LONGEST_OFFICE and is_full_name(name)


_LONGEST_OFFICE = 16

# -- blocks between the last paragraph and the first furniture --------------------------------------------------------

_LEAST_HAN = 9
_HAN = pattern(r"[\u4e00-\u9fff]")
# Who signs: an office is as long as a headline, but ends as offices do.
_OFFICE = pattern(r"(?:[局委办府会院校厅部处科站所社队团党村]|中心|公司|小组|委员会|学院|大学|银行|小学|中学|指挥部|办公室)$")
_FILE = pattern(rf"[^。，；]{{1,60}}{FILE_ENDING}(?:\s?（[^（）]{{1,16}}）|\s+\S.{{0,20}})?")
# `滚动：`, `【值班总编推荐】`, `相关政策`: short, and nothing that an author would sign with.
_LONGEST_LABEL = 40


def _lists(page: Page, gone: list[bool], last: int) -> Iterator[tuple[int, Claim]]:
    """Links and labels between the last paragraph and the first line known to be furniture; a signature or a date above them stays."""
    end = next((at for at in range(last + 1, len(page)) if gone[at]), None)
    if end is None:
        return
    block = list(takewhile(_is_link, reversed(page.rows[last + 1 : end])))
    if all(map(_is_label, block)):
        block = [row for row in block[:1] if _is_lone_label(row)]
    else:
        top = max((at for at, row in enumerate(block, 1) if _is_label(row)), default=0)
        block = block[:top] + (block[top:] if _is_list(page, block[top:]) else [])
    for row in block:
        yield row.number, Claim("furniture-related", Says.STRONG, Place.TAIL, sentence=True)


def _is_list(page: Page, block: list[Row]) -> bool:
    """Whether lines that no label stands above are the links and calls of a page: with bullets, files or tags, in its own words, or too many to close a text that announces no list."""
    if not block:
        return False
    first = block[-1]
    above = page.rows[first.number - 1].line if first.number else ""
    if above[:1] == first.line[0] and not first.line[0].isalnum():
        return False  # `- ` above and below
    if any(len(wordings(row.line)) >= _LEAST_WORDINGS or _FILE.fullmatch(row.line) or _TAGS.fullmatch(row.line) for row in block):
        return True
    bulleted = any(BULLET.match(row.line) for row in block)
    return (bulleted or len(block) >= _LEAST_LINKS) and _ANNOUNCES.search(above) is None


_LEAST_LINKS, _LEAST_WORDINGS = 3, 2  # a speech may close with one such word: `感谢您的支持`
_ANNOUNCES = pattern(r"(?:以下|如下|下列|下述)|：$")


def _is_link(row: Row) -> bool:
    if _TAGS.fullmatch(row.line):
        return True
    if any(key.group == "credit" for key in row.chain.keys) or PHONE.search(row.line):
        return False
    return _LABELLED.match(row.line) is None and (_is_headline(row) or _FILE.fullmatch(row.line) is not None or _is_label(row))


# An author separates keywords with `；`, a site with blanks.
_TAGS = pattern(r"【?(?:关键[词字]|标签)】?\s?：?\s?[^\s；，：]{1,12}(?:\s+[^\s；，：]{1,12})+")


def _is_headline(row: Row) -> bool:
    """The headline of another article, a call, a menu: a line that no mark closes and that nobody signs with."""
    return (
        not closes_article(row) and len(_HAN.findall(row.line)) >= _LEAST_HAN and "：" not in row.line[-4:] and not row.line[0].isdecimal()
        and not any(form.search(row.line) for form in (_OFFICE, _CAPTION, _SPOKEN)) and not are_names(row.line)
    )  # fmt: skip


_CAPTION = pattern(r"^[（【▲△↑◀▶]?\s?(?:图|照片|上图|下图|左图|右图)|(?:摄|摄影|供图|提供|制图|供稿)[）】]?$")


def _is_lone_label(row: Row) -> bool:
    """Whether a label belongs to the furniture below it: `您觉得这篇解读对您：`, `【一图读懂】`. A letter may be signed as shortly, a speech end so."""
    if row.line[-1] == "：":
        return True
    return row.line[0] == "【" or share(row.line) >= _MOSTLY


_MOSTLY = 0.5
_SIGNED = pattern(r"[〇零一二三四五六七八九]{4}年|一[名个位]|全体|[您你]的|爱你|(?:全文|未)?完|[上中下续]|于|图")
# A sentence, and what is said of the author behind it.
_SPOKEN = pattern(r"[。！？…]\s?[（【]")


_BLANKS = pattern(r"[年月日号\s_]+")  # to be filled in


def _is_label(row: Row) -> bool:
    """What heads a list of links: `文件下载：`, `【值班总编推荐】`, `相关政策`."""
    if row.sentence or len(row.raw) > _LONGEST_LABEL:
        return False
    bare = row.line.strip("【】《》：— ")
    if row.line[-1] == "：":
        spoken = "，" in bare and not wordings(bare)  # a table or a picture stood below: `头一班船坐了二十三人，时刻如下：`
        return "：" not in bare and not spoken and _TO_SIGN.fullmatch(row.line) is None
    if "：" in bare or any(form.fullmatch(bare) for form in (_BLANKS, _FILE)) or _SIGNED.match(bare):
        return False
    return (row.line[0] == "【" and row.line[-1] == "】") or (len(_HAN.findall(bare)) < _LEAST_HAN and not closes_article(row) and _OFFICE.search(bare) is None)


_LEAST_ROLES = 2
_NAMES = pattern(r"[\u4e00-\u9fff·]{2,4}(?:[\s、]+[\u4e00-\u9fff·]{2,4}){0,3}")


def is_role_label(row: Row) -> bool:
    """A role alone on its line: `责编`, with the name on the next."""
    key = keys().get(label_of(row.line))
    return key is not None and key.group in ("credit", "photo")


def _paired(page: Page, gone: list[bool], last: int) -> Iterator[tuple[int, Claim]]:
    """Roles and names on lines of their own by turns, as the last thing of the article."""
    at, run = last + 1, 0
    while at + 1 < len(page) and not gone[at]:
        if is_role_label(page.rows[at]) and _NAMES.fullmatch(page.rows[at + 1].line):
            run += 1
            at += 2
        elif run:
            break
        else:
            at += 1
    for member in range(at - 2 * run, at) if run >= _LEAST_ROLES else ():
        yield member, Claim("furniture-editor-credit", Says.CERTAIN, Place.TAIL)


def _roles(page: Page, gone: list[bool], last: int) -> Iterator[tuple[int, Claim]]:
    """Roles with names, one a line, as the last thing of the article: `来源：…`, `一审：…`, `编辑：…`.

    One of them is a newsroom's; authors and photographers alone are a byline.
    """
    run: list[Row] = []
    for row in page.rows[last + 1 :]:
        if not gone[row.number] and _is_role(row):
            run.append(row)
            continue
        if gone[row.number]:
            yield from _credits(run)
        run = []
    yield from _credits(run)


def _credits(run: list[Row]) -> Iterator[tuple[int, Claim]]:
    several = len(run) >= _LEAST_ROLES or (run and (run[0].line[0] == "【" or _names_one(run[0])))
    if several and any(key.group == "credit" and key.says > Says.NOTHING for row in run for key in row.chain.keys):
        for row in run:
            yield row.number, Claim("furniture-editor-credit", Says.CERTAIN, Place.TAIL)


def _names_one(row: Row) -> bool:
    """A single newsroom's role with a person's name: `审核：张三`."""
    role = _ONE_ROLE.fullmatch(row.line)
    return role is not None and all(map(is_full_name, split_names(role[1])))


_ONE_ROLE = pattern(r"[\u4e00-\u9fff]{2,6}\s?[：\s]\s?([\u4e00-\u9fff·、\s]{2,16})")


def _is_role(row: Row) -> bool:
    keys = row.chain.keys
    return (
        bool(keys) and row.chain.sound and not row.long and not is_byline(row) and row.line[0] != "（" and not any(map(str.isdecimal, row.line))  # `编辑：2名`
        and all(key.group in ("credit", "photo") or key.field in ("source", "author") for key in keys)
    )  # fmt: skip
