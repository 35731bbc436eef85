"""Punctuation form: Chinese text has the marks of GB/T 15834 (SPEC 2.6).

Each mark is judged by what stands beside it, and by its line: in Chinese prose a mark next to Chinese is a Chinese
one. Numbers, times, addresses, names of files, Latin sentences, code and bibliographies keep their ASCII marks, and so
do the numbers of lists (`1.加强领导`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule, Step
from cppcc_clean.language.prose import HAN, Lines, is_han, outside_code
from cppcc_clean.steps import _quotes
from cppcc_clean.steps._quotes import Style

_FULL_WIDTH = str.maketrans(",;:?!().", "，；：？！（）。")

_MARKS = pattern("[,;:?!]+")
# Small, half-width and vertical forms that Big5 pages and old fonts print for the same marks.
_FORMS = str.maketrans("﹐﹑﹔﹕﹖﹗﹙﹚､｡︐︑︒︓︔︕︖\ufe30︵︶", "，、；：？！（）、。，、。：；！？：（）")
_FORM = pattern("[" + "".join(map(chr, _FORMS)) + "]+")
_STOP = pattern(r"\.(?<!\.\.)(?!\.)")
_ASCII_BRACKET = pattern("[()]")
_BRACKETS = pattern(f"[(（]|[)）]|[{HAN}]+")
_DASHES = pattern("--+|－－+|――+|— —")
_DASH = ("--", "－－", "――", "— —")
_DOTS = pattern(r"\.\.\.+|。。。+")
# More dots lead the eye to a page number.
_MOST_DOTS = 6

# What stands beside a mark. "opening" is an ASCII quotation mark or bracket; "mark" also says that nobody can tell.
Beside = Literal["Chinese", "word", "mark", "edge", "opening"]

_ALL_MARKS = frozenset(",.;:?!，。；：？！、 \t\u3000")
_CHINESE_SIGNS = frozenset("“”‘’…—℃①②③④⑤⑥⑦⑧⑨⑩")
_CLOSING = frozenset(")）”’」』》〉】〕")
_CLOSING_QUOTES = frozenset('"”’')  # no name ends with one
_OPENING = frozenset("\"'(")
_SEEN_THROUGH = frozenset(" \"')")

# How the two sides of a mark go together in Chinese.
_IN_CHINESE = frozenset(
    {
        ("Chinese", "Chinese"),
        ("Chinese", "word"),
        ("Chinese", "edge"),
        ("Chinese", "opening"),
        ("word", "Chinese"),
    }
)

# A single word or number right behind Chinese, as in `参加APEC,` at the end of a line, is part of the Chinese sentence.
_ATTACHED = pattern(r"(?:”|(?![，。；：？！（《〈「『【〔])[^\x00-\u2e7f]) ?[0-9A-Za-z.%+/-]{1,20}[)\"]?\Z")
_WITHIN = 24

# Before a question mark that may be what is left of a lost character (`機構? 精準`, NOISE §3.3, §3.4).
_QUESTION = pattern("[吗嗎呢么麼何谁誰哪几幾否怎孰啥吧嘛啊岂豈]|多少|不是|难道|難道")
_CLAUSE = 40

# A Latin sentence keeps the mark it ends with.
_LATIN_SENTENCE = pattern(r"[A-Za-z'][,;]? [A-Za-z']{1,20}\Z")

_ENTITY = pattern(r"&#?\w{1,8}\Z")

# `一.加强领导` at the head of a line.
_ORDINAL = pattern(r"\s*[（(]?第?[一二三四五六七八九十百]{1,4}[)）]?")
_LONGEST_ORDINAL = 8

# With these, foreign names are written: a dot between two of them may be that of `马克.吐温`.
_NAMES = frozenset(
    "阿埃艾安奥巴贝比宾波伯布查达戴丹德登邓迪蒂丁多顿恩尔法凡菲费弗福夫盖戈格根古哈海汉赫亨霍基吉加简杰金卡凯康考科克"
    "肯库拉莱兰劳勒雷里利丽莉林琳隆卢鲁伦罗洛马玛迈麦曼梅蒙米莫姆纳娜尼妮纽诺欧帕佩皮珀普奇乔切琼萨塞莎森桑沙施史斯司"
    "苏索塔泰坦汤特提图托吐瓦威韦维温文沃乌伍西希夏谢辛雅亚杨叶伊因尤约泽詹珍朱兹"
)

RULES = (
    Rule("punctuation-full-width", "ASCII marks in Chinese become Chinese", "今年,开局良好!", "今年，开局良好！"),
    Rule("punctuation-form", "small, half-width and vertical marks become usual ones", "一﹐二｡", "一，二。"),
    Rule("punctuation-full-stop", "an ASCII full stop ends a Chinese sentence", "会议结束.", "会议结束。"),
    Rule("punctuation-bracket", "ASCII brackets in Chinese become Chinese", "办法(试行)", "办法（试行）"),
    Rule("punctuation-dash", "two hyphens and the like become a dash", "新安江--千岛湖", "新安江——千岛湖"),
    Rule("punctuation-ellipsis", "three dots or stops become an ellipsis", "等等...还有。。。", "等等……还有……"),
    Rule("punctuation-quote-pair", "straight quotation marks are paired", '增强"四个意识"', "增强“四个意识”"),
    Rule("punctuation-quote-turned", "quotation marks that face away are turned", "”四个意识“", "“四个意识”"),
    Rule("punctuation-quote-style", "quotation marks get the form of the script", "「四强化」", "“四强化”"),
)


def find(text: str, *, quotes: Style = "curly") -> list[Edit]:
    """The edits of this step; see `normalise_punctuation`."""
    lines = Lines(text)
    edits = [
        *_marks(text, lines),
        *_forms(text, lines),
        *_stops(text, lines),
        *_brackets(text, lines),
        *_dashes(text, lines),
        *_ellipses(text, lines),
        *_quotes.find(text, lines, quotes),
    ]
    return sorted(outside_code(text, edits))


def _before(text: str, at: int) -> Beside:
    """What stands before ``at``, seen through one blank and closing ASCII quotation marks and brackets."""
    char = text[at - 1 : at]
    if char not in _SEEN_THROUGH:
        return _beside(char)
    at -= char == " "
    for place in range(at - 1, max(at - 5, -1), -1):
        if text[place] not in _SEEN_THROUGH or text[place] == " ":
            return _beside(text[place])
    return "edge" if at == 0 else "mark"


def _after(text: str, at: int) -> Beside:
    """What stands from ``at`` on, seen through one blank; what closes a quotation or bracket ends the text there."""
    char = text[at : at + 1]
    if char in _CLOSING:
        return "edge"
    if char == " ":
        char = text[at + 1 : at + 2]
    return "opening" if char in _OPENING else _beside(char)


def _beside(char: str) -> Beside:
    if char in _ALL_MARKS:
        return "mark"
    if char in ("", "\n"):
        return "edge"
    return "Chinese" if char > "\u2e7f" or char in _CHINESE_SIGNS else "word"


def _marks(text: str, lines: Lines) -> Iterator[Edit]:
    """``, ; : ? !`` next to Chinese."""
    for match in _MARKS.finditer(text):
        if _is_chinese_mark(text, match) and lines.is_chinese(match.start()):
            yield Edit(*match.span(), match[0].translate(_FULL_WIDTH), "punctuation-full-width")


def _forms(text: str, lines: Lines) -> Iterator[Edit]:
    for match in _FORM.finditer(text):
        if lines.is_chinese(match.start()):
            yield Edit(*match.span(), match[0].translate(_FORMS), "punctuation-form")


def _is_chinese_mark(text: str, match: re.Match[str]) -> bool:
    (at, end), marks = match.span(), match[0]
    before, after = _before(text, at), _after(text, end)
    if (before, after) not in _IN_CHINESE and not _is_at_edge(text, at, before, after):
        return False
    if "?" in marks:
        return _is_question(text, match, after)
    return (end - at == 1 or not marks.strip("!")) and not _is_part_of_sign(text, at, end)


def _is_at_edge(text: str, at: int, before: Beside, after: Beside) -> bool:
    """At the head of a line, or behind a word that ends one: a broken line, or a word that belongs to Chinese."""
    if before == "edge":
        return after == "Chinese" and text[at] in ",;:"
    if before != "word" or after not in ("edge", "opening"):
        return False
    ends_number = after == "edge" and text[at] != ":" and (text[at - 1].isdecimal() or text[at - 1] == "%")
    return ends_number or _is_attached(text, at)


def _is_attached(text: str, at: int) -> bool:
    return bool(_ATTACHED.search(text[max(at - _WITHIN, 0) : at]))


def _is_question(text: str, match: re.Match[str], after: Beside) -> bool:
    """One ``?`` between or behind Chinese; where a lost character is as likely, only behind words that ask."""
    at, end = match.span()
    if match[0].strip("?!") or _is_part_of_sign(text, at, end):
        return False
    if after in ("edge", "opening") or (after == "Chinese" and end - at == 1 and text[end] != " "):
        return True
    return bool(_QUESTION.search(text, max(at - _CLAUSE, 0), at))


def _is_part_of_sign(text: str, at: int, end: int) -> bool:
    """``:)`` ``://`` ``!=`` ``<!--`` ``&nbsp;``, and the last mark of a Latin sentence."""
    mark, following = text[at], text[end : end + 2]
    if following[:1] in ("=", "/", "\\") or text[at - 1 : at] == "<":
        return True
    if mark in ":;" and (following[:1] == ")" or following == "-)"):
        return True
    if mark in ",:":
        return False
    before = text[max(at - _WITHIN, 0) : at]
    return bool((_ENTITY if mark == ";" else _LATIN_SENTENCE).search(before))


def _stops(text: str, lines: Lines) -> Iterator[Edit]:
    """An ASCII full stop at the end of a Chinese sentence."""
    for match in _STOP.finditer(text):
        at = match.start()
        if _ends_sentence(text, lines, at) and lines.is_chinese(at):
            yield Edit(at, at + 1, "。", "punctuation-full-stop")


def _ends_sentence(text: str, lines: Lines, at: int) -> bool:
    last, following = text[at - 1 : at], text[at + 1 : at + 2]
    if last.isascii() and last not in '")%' and not last.isdecimal():
        return False
    before, after = _before(text, at), _after(text, at + 1)
    if before == "word":
        return after == "edge" and (last == "%" or last.isdecimal()) and _is_attached(text, at)
    if before != "Chinese" or _is_ordinal(text, lines, at):
        return False
    if after in ("edge", "opening") or (following == " " and after != "mark"):
        return True
    if after != "Chinese" or {last, following} <= _NAMES:
        return False
    return last in _CLOSING_QUOTES or lines.ends_in_ascii_stop(at)


def _is_ordinal(text: str, lines: Lines, at: int) -> bool:
    start, _ = lines.bounds(at)
    return at - start <= _LONGEST_ORDINAL and bool(_ORDINAL.fullmatch(text, start, at))


def _brackets(text: str, lines: Lines) -> Iterator[Edit]:
    """Pairs of brackets round Chinese, or round anything right behind Chinese: both change or neither."""
    end = 0
    while match := _ASCII_BRACKET.search(text, end):
        start, end = lines.bounds(match.start())
        yield from _brackets_of_line(text, lines, start, end)


def _brackets_of_line(text: str, lines: Lines, start: int, end: int) -> Iterator[Edit]:
    pending: list[tuple[int, int]] = []  # open brackets, and how many runs of Han came before each
    runs = 0
    for match in _BRACKETS.finditer(text, start, end):
        if match[0] in "(（":
            pending.append((match.start(), runs))
        elif match[0] not in ")）":
            runs += 1
        elif pending:
            opening, runs_before = pending.pop()
            closing = match.start()
            if _is_chinese_pair(text, start, opening, closing, holds_han=runs > runs_before):
                for at in (opening, closing):
                    if text[at].isascii() and lines.is_chinese(at):
                        yield Edit(at, at + 1, text[at].translate(_FULL_WIDTH), "punctuation-bracket")


def _is_chinese_pair(text: str, start: int, opening: int, closing: int, *, holds_han: bool) -> bool:
    before, following = text[max(opening - 1, start) : opening], text[closing + 1 : closing + 3]
    if before == "]" or (following[:1] == "." and following[1:].isalnum() and following.isascii()):
        return False  # `[名称](地址)`, `报告(1).docx`
    if _TUPLE.match(text, opening) or _is_part_of_address(text, start, opening, closing):
        return False
    if holds_han or not (text[opening].isascii() and text[closing].isascii()):
        return True
    after = _after(text, closing + 1)
    if (opening - start <= _INDENT and not text[start:opening].strip()) or _ITEM.match(text, opening):
        return after == "Chinese"
    behind = text[opening - 2] if before == " " else before
    return (is_han(behind) or behind in ("》", "”")) and after in ("Chinese", "edge", "mark")


def _is_part_of_address(text: str, start: int, opening: int, closing: int) -> bool:
    """Whether an address goes on with the pair; behind its last word, `www.example.com(政协网)`, it does not."""
    if text[opening - 1 : opening] not in _JOINS_ADDRESS and text[closing + 1 : closing + 2] not in _JOINS_ADDRESS:
        return False
    return bool(_ADDRESS.search(text, max(opening - _LONGEST_ADDRESS, start), opening))


_JOINS_ADDRESS = frozenset("/_-=&#")
_ADDRESS = pattern(r"(?:https?://|www\.)[^\s，。；：！？、（）《》“”\"<>]*+\Z")
_LONGEST_ADDRESS = 200

_INDENT = 4
# The number of a list at the head of a clause: `(1)水；(2)火`.
_ITEM = pattern(r"(?<=[，、。；：！？])\(\w{1,3}\)|(?<=[，、。；：！？] )\(\w{1,3}\)")
# An interval or a point: `(0,1)`, `(x,y)`, but not `(1,000)`.
_TUPLE = pattern(r"\((?!\d{1,3}(?:,\d{3})+\))(?:[+-]?[\d.]{1,12}|[A-Za-z])(?:,(?:[+-]?[\d.]{1,12}|[A-Za-z]))++\)")


def _dashes(text: str, lines: Lines) -> Iterator[Edit]:
    """``--`` and its like next to Chinese."""
    for match in _DASHES.finditer(text):
        at, end = match.span()
        if _is_dash(text, at, end) and lines.is_chinese(at):
            yield Edit(at, end, "——", "punctuation-dash")


def _is_dash(text: str, at: int, end: int) -> bool:
    """Not a row of them, a comment (``<!--``, ``-->``) or an option of a command (`` --all``)."""
    before, following = text[at - 1 : at], text[end : end + 1]
    if text[at:end] not in _DASH or "—" in text[max(at - 2, 0) : at] + text[end : end + 2]:
        return False
    if before == "!" or following == ">":
        return False
    is_option = before == " " and following.isascii() and following.isalpha()
    return not is_option and "Chinese" in (_before(text, at), _after(text, end))


def _ellipses(text: str, lines: Lines) -> Iterator[Edit]:
    """Three dots or more next to Chinese, and three Chinese full stops anywhere."""
    for match in _DOTS.finditer(text):
        at, end = match.span()
        if text[at] == "。" or (end - at <= _MOST_DOTS and _trails_off(text, at, end) and lines.is_chinese(at)):
            yield Edit(at, end, "……", "punctuation-ellipsis")


def _trails_off(text: str, at: int, end: int) -> bool:
    before = _before(text, at)
    return before in ("Chinese", "mark") or _after(text, end) == "Chinese"


STEP = Step(
    "punctuation",
    wakes=(
        CharClass.HAN,
        CharClass.ASCII_MARK
        | CharClass.BRACKET
        | CharClass.STRAIGHT_QUOTE
        | CharClass.CURLY_QUOTE
        | CharClass.CORNER_QUOTE
        | CharClass.HYPHEN
        | CharClass.CJK_MARK
        | CharClass.WIDE,
    ),
    find=find,
    rules=RULES,
)


def normalise_punctuation(text: str, *, quotes: Style = "curly") -> str:
    """Give Chinese text Chinese marks.

    >>> normalise_punctuation('他说:"树牢「四个意识」(试行),增长3.5%!"')
    '他说：“树牢‘四个意识’（试行），增长3.5%！”'
    >>> normalise_punctuation("8:30起,1,200户;PM2.5>75")
    '8:30起，1,200户；PM2.5>75'
    >>> normalise_punctuation("增强“四个意识”", quotes="corner")
    '增强「四个意识」'

    ``quotes``: "curly" sets ``“…‘…’…”``, "corner" ``「…『…』…」``, and "keep" leaves those two as they are and pairs
    only straight ones. Linear. From GB/T 15834-2011 and NOISE §5. Raises ``TypeError`` for anything but a ``str``, and
    ``ValueError`` for another value of ``quotes``.
    """
    if quotes not in get_args(Style):
        raise ValueError(f"quotes={quotes!r}: expected one of {', '.join(map(repr, get_args(Style)))}")
    return STEP(text, quotes=quotes)
