"""What a line of `key：value` fields, dates and words of the page is worth as furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._fields import (
    ISSUE,
    OUTLET,
    Chain,
    Found,
    Key,
    Kind,
    is_running_text,
    key_hits,
    key_of,
    label_of,
    made_both,
    read_chain,
    without_urls,
)
from cppcc_clean.furniture._names import is_full_name, is_name, split_names
from cppcc_clean.furniture._page import Row
from cppcc_clean.furniture._rules import Claim, Cut, Words
from cppcc_clean.furniture._shapes import ORDINAL
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._wordings import any_wording
from cppcc_clean.furniture._words import SEPARATORS, certain_words, is_counter, phrase, share, words_of
from cppcc_clean.furniture.disclaimer import speaks_of_page

_RULE = {
    "meta": ("furniture-meta-line", Place.EDGE),
    "credit": ("furniture-editor-credit", Place.EDGE),
    "index": ("furniture-index-table", Place.HEAD),
    "footer": ("furniture-footer", Place.TAIL),
    "page": ("furniture-page-label", Place.EDGE),
    "shop": ("furniture-document-card", Place.EDGE),
    "photo": ("furniture-editor-credit", Place.TAIL),
}
# Longer lines are sentences; the longest chains seen hold a dozen fields.
_LONGEST = 160


def claim_chain(row: Row) -> Iterator[Claim]:
    """The claim a line makes by its fields and page words, if it holds nothing else."""
    if len(row.raw) > _LONGEST:
        return
    chrome = page_words(row.line)
    if chrome:
        yield chrome._replace(rule="furniture-meta-line") if _is_dated(row.chain, chrome) else chrome
        if chrome.says >= Says.FAIR:
            return
    if not _FIRST_LOOK.search(row.line):
        return
    if _SAYS.search(line := without_urls(row.line)) and is_running_text(line):
        return
    chain = row.chain
    claim = _keys_claim(row, chain) if chain.keys else _dates_claim(row, chain)
    if claim:
        yield claim


def _is_dated(chain: Chain, chrome: Claim) -> bool:
    """Whether a line of page words is the line of date and source: `2023-05-06 14:05 观澜新闻网 字级：小 中 大`; a post on a board has its stamp."""
    posted = any(key.kind is Kind.DATE and key.group == "meta" for key in chain.keys)
    return bool(chain.dates) and ((posted and chrome.says < Says.CERTAIN) or chrome.rule != "furniture-forum")


def is_field(row: Row) -> bool:
    """Whether a line is a field of the page; `文/沈见山 图/何望潮` is a byline."""
    return not row.long and "：" in row.line and bool(row.chain.keys) and row.chain.sound


def holds_page_word(line: str) -> bool:
    """Whether a line may be claimed by a word of the page."""
    return any(map(words_of, _tokens(line)))


def holds_certain_word(line: str) -> bool:
    """Whether the claim of a line can be the surest by a word of the page that is."""
    return not certain_words().isdisjoint(_TOKENS.findall(line.lower()))


def holds_sure_key(line: str) -> bool:
    """Whether it can be the surest by a key that is, or that other fields raise so far."""
    return _FIRST_LOOK.search(line) is not None and any(may_be_surest(key_of(hit.name)) for hit in key_hits(line))


def may_be_surest(key: Key) -> bool:
    """Whether a key can be the surest, raised by other fields."""
    return key.field == "source" or key.says + _MOST_RAISED >= Says.CERTAIN


_FIRST_LOOK = any_wording((r"[：|【]|发布|文 {0,6}号|名 {0,6}称|机构|机关|分类|主题|浏览|阅读|来源|\d{4}[-/.年]|[编对审核] |[〇二]〇|/",))


def page_words(line: str) -> Claim | None:
    """A line made of nothing but words of the page."""
    tokens = _tokens(line)
    may_be_call = len(line) <= _LONGEST_CALL and line[-1] not in "。！？；，："
    if not may_be_call and _is_strange(max(tokens, key=len, default="")):
        return None
    hits = [words for words in map(words_of, tokens) if words]
    if not hits and not (may_be_call and share(line) >= _MOSTLY):
        return None
    if any(form.match(line) for form in (_PATH, _HEADING, _END_MARK, _NUMBERED, _PART)):
        return None
    if not hits:
        return Claim("furniture-margin", Says.WEAK, Place.TAIL)
    if _is_menu(tokens, hits):
        return Claim("furniture-site-menu", Says.STRONG, Place.EDGE)
    if not _are_all(line, tokens, hits):
        return None
    best = max(hits, key=lambda words: words.says)
    if all(words.name == "furniture-site-menu" for words in hits):
        return _menu_claim(line, best, len(hits))
    return Claim(best.name, _worth_of_words(line, tokens, hits, best), best.place, sentence=line[-1] in "….")  # `视频加载中……`


def _are_all(line: str, tokens: list[str], hits: list[Words]) -> bool:
    """Whether words of the page are all that a line holds, but for the name of a site or what is as short as they are."""
    others = [token for token in tokens if not words_of(token) and phrase(token) is None and not is_counter(token)]
    if not others:
        return True
    if all(len(token) == 1 for token in tokens if words_of(token)):
        return False  # `从“一条沟”到“一张网”`
    if len(others) == 1 and (_PAPER.fullmatch(others[0]) or (len(hits) > 1 and _SITE.fullmatch(others[0]))):
        return True
    return "：" not in line and _may_be_beside(others, len(tokens))


def _worth_of_words(line: str, tokens: list[str], hits: list[Words], best: Words) -> Says:
    """What they say: one plain word may be a heading (`评论`); several, or one in a button's brackets, are buttons."""
    says = best.says
    if says == Says.FAIR:
        says = Says.STRONG if len(hits) > 1 else Says.FAIR if line[0] == "【" else Says.WEAK
    if len(tokens) == 1 and best.place is not Place.ANYWHERE and line[0] != "【":
        says = min(says, _alone(tokens[0]), best.says if best.words else Says.FAIR)  # `登录与注册` may head a manual
    return says


def _tokens(line: str) -> list[str]:
    """What stands between the separators of a line."""
    if padded := _PADDED.fullmatch(line):
        return [padded[1] + padded[2]]
    return _TOKENS.findall(_SPREAD.sub(r"\1\2", without_urls(line)) if "【" in line else line)


def is_button(piece: str) -> bool:
    """Whether a piece of a line holds nothing but surer words of the page."""
    claim = page_words(piece)
    return phrase(piece) == Says.STRONG or (claim is not None and claim.says >= Says.STRONG)


# Of the article, though pages have the same words.
_END_MARK = pattern(r"[（【]?(?:全文完|未完待续|未完|待续|全文终)[）】]?$")
# A field, however its label is used elsewhere: `联系方式：0559-7000123`.
_NUMBERED = pattern(r"[^：]{2,8}：\s?[\d（）()\-—、/ ]{7,}$")
_PART = pattern(r"(?:参考(?:文献|资料)|附录|注释)：?$")
# `发 表`
_PADDED = pattern(r"([\u4e00-\u9fff]) {1,4}([\u4e00-\u9fff])：?")
# `【打 印】 【关 闭】`
_SPREAD = pattern(r"(?<=【)([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?=】)")

# What is half made of words of the page is furniture below an article, beside other furniture: `加入我的书架`.
_LONGEST_CALL, _MOSTLY = 24, 0.5

# The name of a site is no longer than this, an item of a menu than that.
_LONGEST_SITE, _LONGEST_ITEM = 13, 8


def _is_strange(token: str) -> bool:
    """Whether a word is none of the page's, and too long to stand beside such words."""
    return len(token) > _LONGEST_SITE and phrase(token) is None and not words_of(token) and not is_counter(token)


# Among so many words of the page one may be strange, if it is as short as they are.
_STRANGE, _SHORT = 4, 8


def _may_be_beside(others: list[str], number: int) -> bool:
    """Whether a line of so many words may hold these strange ones."""
    alike = all(share(other) >= _MOSTLY for other in others)
    return max(map(len, others)) <= _SHORT and len(others) <= number // (_STRANGE - alike)


def _alone(word: str) -> Says:
    """The shorter a single word, the likelier it is a heading or a cell of a table."""
    return Says.WEAK if len(word) <= 2 else Says.FAIR if len(word) == 3 else Says.CERTAIN


def _is_menu(tokens: list[str], hits: list[Words]) -> bool:
    """Five short words and more, half of them known, one of them a site's own."""
    return (
        len(tokens) >= 5 and len(hits) * 2 >= len(tokens) and max(map(len, tokens)) <= _LONGEST_ITEM
        and any(words.name == "furniture-site-menu" and words.says > Says.WEAK for words in hits)
    )  # fmt: skip


def _menu_claim(line: str, best: Words, number: int) -> Claim | None:
    """`政治 经济 文化 社会` may be words of an article; five of them above everything are a menu."""
    if number < 3:
        return Claim(best.name, Says.WEAK, best.place) if number == 2 or _CONTROL.search(line) else None
    if best.says > Says.WEAK:
        return Claim(best.name, Says.STRONG, best.place)
    return Claim(best.name, Says.FAIR if number > 4 else Says.WEAK, Place.TOP)


_SITE = pattern(r"[\u4e00-\u9fff]{2,10}(?:网|网站|社区|论坛|在线|文库|贴吧|BBS)")
_PAPER = pattern(r"[\u4e00-\u9fff]{2,10}(?:日报|晚报|时报|晨报|早报)")
_HEADING = pattern(ORDINAL)
_PATH = pattern(r"\S{0,6}首页\s?[>»]")
_CONTROL = pattern(r"我们|网站|声明|地图|本站|服务")
_TOKENS = pattern(f"[^{re.escape(SEPARATORS)}]+")


def _dates_claim(row: Row, chain: Chain) -> Claim | None:
    """Dates, page words, the name of a paper."""
    if len(chain.dates) != 1 or _RECEIVED.match(row.line) or _HOUR.search(row.line):
        return None
    date = chain.dates[0]
    outlets = _outlets(row, chain)
    names = [token for token in chain.unknown if is_name(token)] if outlets or date.clock else []
    if len(outlets) + len(names) < len(chain.unknown) or len(chain.unknown) > _MOST_NAMED:
        return Claim("furniture-meta-line", Says.FAIR, Place.HEAD) if _is_stamped(row, chain) else None
    if row.line[0] == "（" and not date.typed:
        return None
    beside = bool(outlets or chain.chrome)
    if date.typed or date.clock:
        return Claim("furniture-meta-line", Says.STRONG if beside or (date.typed and date.clock) else Says.FAIR, Place.HEAD)
    if beside or _PADDED_DAY.search(row.line):
        return Claim("furniture-meta-line", Says.FAIR, Place.HEAD)
    # `2024年5月20日` alone is the date of a speech or of a signature; above everything the day of the week stands beside it.
    return Claim("furniture-meta-line", Says.FAIR, Place.TOP) if _WEEKDAY.search(row.line) else None


_MOST_NAMED = 2


def _outlets(row: Row, chain: Chain) -> list[str]:
    """Who a line of a date names: papers and their issues; beside the page of a paper any short word."""
    paged = _PAGED.search(row.line) is not None
    return [
        token for token in chain.unknown
        if OUTLET.fullmatch(token) or ISSUE.fullmatch(token) or (paged and (_PAGE.fullmatch(token) or len(token) <= _SHORT))
    ]  # fmt: skip


def _is_stamped(row: Row, chain: Chain) -> bool:
    """A date as only machines write it, among a few short words: `2019-12-25 糜晓岚`, `2023年02月20日 星期一 农历正月三十`."""
    stamped = chain.dates[0].typed or _PADDED_DOTS.match(row.line) or _PADDED_DAY.search(row.line) or _PADDED_CLOCK.search(row.line) or len(_BARS.findall(row.line)) > 1
    short = len(chain.unknown) <= _MOST_STRANGE and max(map(len, chain.unknown)) <= _LONGEST_STRANGE
    line = without_urls(row.line)
    return bool(stamped) and short and not (_SAYS_MORE if chain.keys else _SAYS).search(line)


_BARS = pattern(r" [/|·] ")
_MOST_STRANGE, _LONGEST_STRANGE = 5, 12
_SAYS = pattern(r"[。；！？“”《》]|至|起|止|前$|截止|开始|晴|阴|雨|雪|[：，](?!\d)")
_SAYS_MORE = pattern(r"[。；！？“”]|至|起|止|前$|截止|开始")  # beside a field
_PADDED_DOTS = pattern(r"\d{4}\.\d\d\.\d\d(?!\d)")
_PADDED_CLOCK = pattern(r"年(?:0\d月|\d\d月0?\d日).{0,3}\d\d：\d\d")

# A newspaper's page: `2016-03-18 星期五 港闻 A12`.
_PAGE = pattern(r"[A-Z]\d{1,2}|第?\d{1,2}版")
_PAGED = pattern(rf"(?<![\w])(?:{_PAGE.pattern})(?!\w)")
_WEEKDAY = pattern(r"日\s{0,4}(?:星期|周)[一二三四五六日天]$")
_HOUR = pattern(r"日\s?(?:上午|下午|晚上|凌晨)")
# `2024年01月09日 星期二`: a machine pads the month; a diary writes `1月9日 星期二`.
_PADDED_DAY = pattern(r"年(?:0\d月|\d\d月0\d日).{0,4}(?:星期|周)")


_WRITTEN = frozenset({"author", "affiliation", "reporter", "photographer"})
AFFILIATION = frozenset({"作者单位", "作者机构"})
# The date of a signature, with a tail: `2020年9月30日（来源：镇政府办公室）`.
_SIGNED = pattern(r"\d{4}年\d{1,2}月\d{1,2}日\s*（[^（）]*）")
# A journal prints when it received the paper.
_RECEIVED = pattern(r"【?(?:收稿|修回|录用)")
# A byline or an end mark, and behind it what leaves: `（文/张三 图/李四）（编辑：王五）`, `（完）（来源：观澜日报）`.
_TWO_BRACKETS = pattern(r"（[^（）：]{1,40}）\s?[（【]")
# An author separates keywords with `；`, a site with blanks.
_KEYWORDS = frozenset({"关键词", "关键字"})


def _keys_claim(row: Row, chain: Chain) -> Claim | None:
    """What a line of fields is worth: by its surest key, and more for every other field."""
    main = max(chain.keys, key=lambda key: (key.says, key.group != "photo"))
    if main.says == Says.NOTHING or _is_printed(row, chain):
        return None
    if not _explained(chain):
        stamped = chain.dates and (chain.dates[0].clock or (chain.dates[0].typed and main.says >= Says.FAIR)) and _is_stamped(row, chain)
        return Claim("furniture-meta-line", Says.FAIR, Place.HEAD) if stamped or _is_rich(chain) else None
    groups = {key.group for key in chain.keys}
    if "footer" in groups and groups <= {"footer", "page", "photo"}:
        several = groups == {"footer"} and len(chain.keys) > 1
        claim = _claim("footer", main.says + (several and main.says >= Says.FAIR))
        return claim._replace(place=Place.EDGE) if several else claim
    if AFFILIATION.issuperset(chain.names):
        return Claim("furniture-meta-line", Says.WEAK, Place.HEAD)
    says = _worth(row, chain, main)
    if main.group == "credit" and says == Says.FAIR:
        return Claim("furniture-editor-credit", says, Place.TAIL)  # under a headline it may be a masthead's
    credit = main.group == "photo" or ("credit" in groups and "meta" not in groups)
    return _claim("credit" if credit else main.group, says)._replace(sentence=row.line[-1] == "；")


def _is_rich(chain: Chain) -> bool:
    """Several fields, one of them sure, among a few short words: `《渡口》 作者：独钓 更新：2006-12-19 本章字数：2713`."""
    sure = any(key.says >= Says.STRONG for key in chain.keys)
    return sure and len(chain.keys) > 1 and len(chain.unknown) <= _MOST_STRANGE and not any(
        len(token) > _LONGEST_STRANGE or _MARK.search(token) for token in chain.unknown
    )


_MARK = pattern(r"[。；！？“”]")


def _is_printed(row: Row, chain: Chain) -> bool:
    """What is printed with the article: `文/… 图/…`, `（作者单位：…）`, `编辑：删繁就简的艺术`."""
    if all(key.group == "photo" for key in chain.keys):
        return True
    if row.line[0] == "（" and {key.field for key in chain.keys} <= _WRITTEN:
        return True
    if _SIGNED.fullmatch(row.line) or _TWO_BRACKETS.match(row.line):
        return True
    if _KEYWORDS.issuperset(chain.names) and "；" in row.line:
        return True
    lone = chain.keys[0] if len(chain.keys) == 1 and not chain.chrome else None
    return lone is not None and lone.group == "credit" and not chain.empty and not _names_somebody(row, chain)


_MOST_RAISED = 2


def _worth(row: Row, chain: Chain, main: Key) -> int:
    """The surest key, raised by other fields; a lone key of the vaguer kind says next to nothing."""
    says = int(main.says)
    vague = all(key is main or key.says <= Says.WEAK for key in chain.keys)
    if main.field == "source" and vague and not chain.dates and not (len(chain.keys) == 1 and _SOURCE.search(row.line)):
        says = Says.WEAK  # `来源：口述`, `名称：石磨 来源：范家老屋`
    if main.field == "source" and ISSUE.search(row.line):
        says = Says.STRONG
    fields = {(key.field, name) for key, name in zip(chain.keys, chain.names, strict=True) if key.group != "footer"}
    dated = main.kind is not Kind.DATE and any(found.field == "published" and found.rank == 1 for found in chain.found)
    others = len(fields) - 1 + dated
    if others or chain.chrome > 1:
        says += min(_MOST_RAISED, max(others, 1))
    elif len(chain.keys) == 1 and not chain.chrome and main.group in ("page", "shop") and main.says < Says.STRONG:
        says = Says.WEAK  # `分类：垃圾去哪儿`, `格式：正式`
    return min(says, Says.CERTAIN)


def is_byline(row: Row) -> bool:
    """Whether a line of roles is printed with the article, above a chain of editors too: `文/沈见山 图/何望潮`, `图文：沈见山`."""
    return "/" in row.line or made_both(row.line)


def is_credit(chain: Chain) -> bool:
    """Whether a line names who made a text and saw it through the press, and nobody else: `校对：沈见山`."""
    named = chain.sound and not any(map(str.isdecimal, chain.line))  # `编辑：2名` is a post to be filled
    return bool(chain.keys) and named and all(key.group in ("credit", "photo") and key.says >= Says.WEAK for key in chain.keys)


def _names_somebody(row: Row, chain: Chain) -> bool:
    """Whether the editor is a person, or a desk; who proofread surely is a person."""
    values = (found.value for found in chain.found if found.field == "editor")
    names = [name for value in values if isinstance(value, tuple) for name in value]
    if not names and not chain.keys[0].field:
        names = list(split_names(row.line.partition("：")[2]))
        return bool(names) and all(map(is_full_name, names))
    return bool(names) and all(len(name) <= _LONGEST_NAME or _DESK.search(name) for name in names)


# Compound surnames have four characters; longer are names of desks, and of authors with a dot.
_LONGEST_NAME = 4
_DESK = pattern(r"(?:中心|[社部室网台报科组办])$|[·A-Za-z]")


def _claim(group: str, says: int) -> Claim:
    name, place = _RULE[group]
    return Claim(name, says, place)


def _explained(chain: Chain) -> bool:
    """Whether keys, values and page words are all of the line; a rich line may hold one more word."""
    if chain.sound:
        return True
    if all(OUTLET.fullmatch(token) or ISSUE.fullmatch(token) for token in chain.unknown) and len(chain.unknown) == 1 and (chain.dates or chain.found):
        return True
    if len(chain.unknown) == 1 and len(chain.keys) >= 2 and all(key.group == "footer" for key in chain.keys):
        return "。" not in chain.unknown[0]
    strong = sum(key.says >= Says.STRONG for key in chain.keys)
    fields = strong >= 1 or all(key.group in ("meta", "page", "shop") and key.says > Says.NOTHING for key in chain.keys)
    return len(chain.unknown) == 1 and len(chain.unknown[0]) <= 10 and len(chain.keys) >= 2 and fields


_BRACKET = {"）": "（", "】": "【"}
_STOP = pattern(r"[。！？…”’」）】]\s?")
# What calls itself a source on a page: a medium, an office, a school, a book.
_SOURCE = pattern(r"(?:网|报|社|台|刊|志|局|委|办|府|部|厅|院|校|学|会|馆|处|科|室|站|在线|发布|融媒|客户端|中心|号|新闻|之声|公司|杂志|研究|团|队|联|》)[^\u4e00-\u9fff]{0,12}$|《|：\s?$")
_LONGEST_TAIL = 110
_SLASHED = pattern(r"(?:[\u4e00-\u9fff]{2,10}\s)?[\u4e00-\u9fff]{2,4}\s?/\s?(?:文字?|图片?|摄影?|审核?|编辑?|供稿|核发|校对?|签发)(?:[\s，、；]+|$)")


def credit_tail(row: Row, end: int) -> Cut | None:
    """A credit or source glued to the end of a line: in brackets, or bare behind the last stop."""
    line = row.line[:end]
    if not line:
        return None
    opening = _BRACKET.get(line[-1])
    if opening:
        start = line.rfind(opening, max(0, end - _LONGEST_TAIL))
        if start < 0:
            return None
        return _tail_cut(row, start, end, start + 1, end - 1)
    if "：" not in line[-_LONGEST_TAIL:] and "编辑" not in line[-30:]:
        return None
    # The last opening bracket may never be closed: `（责编：张三`.
    start = line.rfind("（", max(0, end - 40))
    if start > 0 and (cut := _tail_cut(row, start, end, start + 1, end)):
        return cut
    stop = None
    for stop in _STOP.finditer(line, max(0, end - _LONGEST_TAIL)):
        if stop.end() < end and (cut := _tail_cut(row, stop.end(), end, stop.end(), end)):
            return cut
    return None


def _tail_cut(row: Row, start: int, end: int, inner: int, inner_end: int) -> Cut | None:
    text = row.line[inner:inner_end]
    if inner > start and len(text) >= 8 and "作者系" not in text and (rule := speaks_of_page(text)):
        return Cut(row.number, start, end, rule)
    if row.line[:1] in "图表" and row.line[1:2].isdecimal():
        return None  # the source of a figure
    if len(text) < 4 or not ("：" in text or "/" in text or "|" in text or "编辑" in text or "责编" in text):
        return None
    if _is_slashed_credit(text):
        return Cut(row.number, start, end, "furniture-editor-credit")
    if next(key_hits(text), None) is None:
        return None
    chain = read_chain(text, row.raw[inner:inner_end])
    if chain.unknown or chain.names[0] in ("出处", "来自") or chain.names[0] == "编":
        return None
    groups = {key.group for key in chain.keys}
    if "credit" in groups and (any(key.says >= Says.FAIR for key in chain.keys if key.group == "credit") or len(chain.keys) > 1 or chain.found or inner > start):
        return Cut(row.number, start, end, "furniture-editor-credit")
    if groups <= {"meta", "page"} and any(key.field == "source" for key in chain.keys):
        return Cut(row.number, start, end, "furniture-source-tail")
    return None


def _is_slashed_credit(text: str) -> bool:
    """`办公室 郑某某/文 宣传部 凤某/摄 组织部 周某/审`: leaves only with a role that no byline has."""
    at = 0
    roles = []
    while at < len(text):
        match = _SLASHED.match(text, at)
        if match is None:
            return False
        roles.append(match[0].rstrip(" ，、；").rpartition("/")[2].strip())
        at = match.end()
    return any(role[:1] in "审核编校签" for role in roles)


def read_piece(row: Row, start: int, end: int) -> Iterator[Found]:
    """What a tail says."""
    line, raw = row.line[start:end], row.raw[start:end]
    inner = line.strip("（）【】 ")
    offset = start + line.find(inner)
    piece = raw[line.find(inner) : line.find(inner) + len(inner)]
    if _is_slashed_credit(inner):
        yield from _slashed(inner, piece, offset)
        return
    agency = re.match(r"据\s?(新华社|中新社|[\u4e00-\u9fff]{2,10}(?:日报|晚报|网|社|报|电视台|客户端))", inner)
    if agency:
        yield Found("source", piece[agency.start(1) : agency.end(1)], offset + agency.start(1), offset + agency.end(1), 1)
        return
    for found in read_chain(inner, piece).found:
        yield found._replace(start=found.start + offset, end=found.end + offset)


def _slashed(text: str, raw: str, offset: int) -> Iterator[Found]:
    fields = {"文": "author", "图": "photographer", "摄": "photographer", "编": "editor"}
    for match in re.finditer(r"([\u4e00-\u9fff]{2,4})\s?/\s?(文|图|摄|编)", text):
        yield Found(fields[match[2]], (raw[match.start(1) : match.end(1)],), offset + match.start(1), offset + match.end(1))


def read_pair(label: Row, value: Row) -> Iterator[Found]:
    """What a label and the value on the line below it say."""
    name = label_of(label.line)
    key: Key = key_of(name)
    if not key.field:
        return
    line = f"{name}：{value.line}"
    shift = len(line) - len(value.line)
    for found in read_chain(line, f"{name}：{value.raw}").found:
        yield found._replace(start=found.start - shift, end=found.end - shift)
