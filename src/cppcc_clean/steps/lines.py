"""Lines: sentences torn by a column's edge are rejoined, indents and needless blank lines go (SPEC 2.8).

A line is joined to the next in three cases (NOISE 6): a bracket or title mark is open and the next line closes it; a
long paragraph stops in mid-sentence and the next line ends the sentence; all lines of the page are as long as its
column was wide. Two-line titles, verse, lists, signatures and addresses are none of these. Indents are no evidence:
they go, and what is decided must still hold when they are gone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit, tidy
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule, Step
from cppcc_clean.language.prose import outside_code

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"

_BLANKS = " \t\u3000\xa0"
_BLANKS_OR_END = _BLANKS + "\n"
_UNTIDY = ("\n\n\n", *(blank + "\n" for blank in _BLANKS), *("\n" + blank for blank in _BLANKS))
_GAP = pattern(rf"[{_BLANKS}\n]++")

_SOME_HAN = pattern(f"[{_HAN}]")
# A sentence may be torn after these, and go on with those.
_TORN_END = pattern(rf"[{_HAN}0-9A-Za-z，、,]")
_TORN_START = pattern(rf"[{_HAN}0-9A-Za-z“‘《（(「]")
# No line begins with these of its own.
_NEVER_FIRST = frozenset("，。、；！？》")
_FINAL_MARKS = frozenset("。！？…；：.!?;:—")
_SENTENCE_END = pattern(r"[。！？…；：.!?;:][”’」』）)》】]*\Z")
_STOP = pattern("[。！？；]")
_COMMA = pattern("[，、,]")
_LATIN_SEAM = pattern("[A-Za-z][0-9A-Za-z]|[0-9][A-Za-z]")
_DIGITS = pattern("[0-9][0-9]")

# A line that begins so begins something: an item, a heading, a credit, a dateline.
_BEGINS = pattern(
    r"[一二三四五六七八九十百零〇]{1,4}[、.．，：是要]|第[一二三四五六七八九十百零〇0-9]{1,5}[章节条款项编部届次，、,]"
    r"|其[一二三四五]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,3}[.．、)）:：]|[A-Za-z][.．、)）]|——|【"
    r"|[（(](?:作者|记者|通讯员|原载|来源|摄影|责任编辑|本版|完)"
    r"|(?:附件?|附录|注|来源|作者|记者|编辑|摄影|摘要|关键词|参考文献)[0-9]?[ 　]?[:：/／]"
    r"|图为|本[报网]讯|新华社[^，。]{0,12}电"
)
# A paragraph that ends so ends in a credit, not in mid-sentence.
_CREDIT = pattern(r"(?:记者|通讯员|作者|编辑|责编|来源|供稿|摄影|实习生|翻译)|[摄文图译]\s*\Z|\s")

# NOISE 6: a title of two lines has fewer in its first; paragraphs torn outside a bracket had 200 and more.
_LONG = 30
# Without a full stop inside, a line of this length may still be a heading with commas.
_LONGER_THAN_HEADINGS = 60
# What was torn off must be a piece of a sentence, longer than a credit.
_PIECE = 5
_PIECES = pattern("[。！？；…”）)]")
# A title longer than this is not torn, its closing mark is missing.
_LONGEST_TITLE = 60
# log2 odds, by the character model, that a seam is inside a sentence. Measured on the part of its news that the model
# has not seen: 85 in 100 places inside sentences reach the first bound, and 5 in 100 ends of paragraphs that lost their
# full stop; the second bound, for pages that are known to be torn, is reached by all and by 73: there a paragraph
# without its full stop is the rarer thing by far.
_ODDS = 10.0
_ODDS_ON_TORN_PAGE = 2.0
# The mean over the seams of a column; parallel slogans of one length stay below. No single seam counts for more.
_ODDS_OF_COLUMN = 9.0
_SURE = 16.0

_PAIRS = {"《": "》", "（": "）", "(": ")", "〈": "〉", "〔": "〕", "【": "】", "「": "」", "『": "』", "“": "”"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_BRACKETS = pattern("[《》（）()〈〉〔〕【】「」『』“”]")
_QUOTES = frozenset("“「『")
_TITLES = frozenset("《〈")
# What a list in brackets has for lines: `（男：水 / 女：火）`.
_ENTRY = pattern(rf"[{_HAN}A-Za-z0-9]{{1,6}}[:：]")
_TERM = pattern(rf"[{_HAN}]{{1,8}}(?:、[{_HAN}]{{1,8}})*+、?")
# Lines of verse have four characters and more.
_VERSE = 4

# Widths in half-em: a column of 20 to 60 Han. Latin words and marks that must not begin a line make it ragged by 2 Han.
_NARROWEST, _WIDEST, _RAGGED = 40, 120, 4
# An indent is two Han wide, by whatever blanks it is set.
_INDENT = 4
# So many lines of one width are a column; most of them must stop in mid-sentence and hold marks, none may be longer.
_COLUMN = 4
_MOST = 0.6
_MARK = pattern("[，。、；：！？,;:]")

_DECORATION = pattern(r"[\s\u3000]+|\A[-—─]+")
# The headline stands among the first lines, and is longer than a refrain's call or a poem's title.
_HEAD_LINES = 4
_HEADLINE = 8

RULES = (
    Rule("line-indent", "indents go", "甲\n　　乙", "甲\n乙"),
    Rule("line-trailing-blank", "blanks at the end of a line go", "甲  \n乙", "甲\n乙"),
    Rule("line-blank-lines", "one blank line is enough, and none at either end", "\n甲\n\n\n乙\n\n", "甲\n\n乙\n"),
    Rule("line-open-bracket", "a line with an open bracket goes on", "《古井\n办法》已印发", "《古井办法》已印发"),
    Rule(
        "line-hard-wrap",
        "a paragraph that stops in mid-sentence goes on",
        "栖霞镇的老桥修了三年。去年冬天，镇里请来石匠，把桥栏一块一块拆下来编号，准备\n\n开春以后照原样装回去。",
        "栖霞镇的老桥修了三年。去年冬天，镇里请来石匠，把桥栏一块一块拆下来编号，准备开春以后照原样装回去。",
    ),
    Rule(
        "line-column",
        "lines as long as their column was wide are rejoined",
        "老桥修了三年，石匠把桥栏一块一块拆下来编\n号，堆在祠堂的院子里，用油布盖好，等到开春\n以后，再照原来的样子一块一块装回去，缺了角\n的，用同一座山上的石头补齐，补过的地方不刷\n漆，留着给后人看。",
        "老桥修了三年，石匠把桥栏一块一块拆下来编号，堆在祠堂的院子里，用油布盖好，等到开春以后，再照原来的样子一块一块装回去，缺了角的，用同一座山上的石头补齐，补过的地方不刷漆，留着给后人看。",
    ),
    Rule(
        "line-headline-twice",
        "a headline printed twice in a row stays once",
        "观澜县老桥恢复通车\n观澜县老桥恢复通车\n清晨，栖霞镇东门桥上的路障被移开了。",
        "观澜县老桥恢复通车\n清晨，栖霞镇东门桥上的路障被移开了。",
    ),
)  # fmt: skip


def find(text: str) -> list[Edit]:
    """The edits of this step; see `join_lines`."""
    printed = [raw for raw in text.split("\n") if raw.strip(_BLANKS)]
    lines = [raw.strip(_BLANKS) for raw in printed]
    edits = [*_joins(text, lines, _first_lines(printed)), *_second_headlines(text, lines)]
    if _is_untidy(text):
        edits += _gaps(text)
    return tidy(outside_code(text, edits))


def _places(text: str, lines: Sequence[str]) -> list[int]:
    """Where each line starts."""
    places, at = [], 0
    for line in lines:
        at = text.index(line, at)
        places.append(at)
        at += len(line)
    return places


# --- blanks around lines ---------------------------------------------------------------------------------------------


def _is_untidy(text: str) -> bool:
    return (
        text[:1] in _BLANKS_OR_END
        or text[-1:] in _BLANKS
        or text.endswith("\n\n")
        or any(sign in text for sign in _UNTIDY)
    )


def _gaps(text: str) -> Iterator[Edit]:
    for gap in _GAP.finditer(text):
        start, end = gap.span()
        ends = gap[0].count("\n")
        if ends or start == 0 or end == len(text):
            new = _tidy_gap(text, start, end)
            if new != gap[0]:
                yield Edit(start, end, new, _gap_rule(gap[0], ends, at_edge=start == 0 or end == len(text)))


def _tidy_gap(text: str, start: int, end: int) -> str:
    """At most one blank line, none at the edges of the text, and no blanks but a row's tabs."""
    gap = text[start:end]
    if start == 0:
        return _tabs_of_row(text, gap.rpartition("\n")[2], end, text.find("\n", end)) if end < len(text) else ""
    trailing, _, rest = gap.partition("\n")
    kept = _tabs_of_row(text, trailing, text.rfind("\n", 0, start) + 1, start)
    if end == len(text):
        return kept + ("\n" if "\n" in gap else "")
    indent = _tabs_of_row(text, rest.rpartition("\n")[2], end, text.find("\n", end))
    return kept + "\n" * min(gap.count("\n"), 2) + indent


def _tabs_of_row(text: str, blanks: str, start: int, end: int) -> str:
    """The tabs among ``blanks`` if the line beside them has more of them: then they are empty cells of a table."""
    if "\t" not in blanks:
        return ""
    return "\t" * blanks.count("\t") if "\t" in text[start : end if end >= 0 else None] else ""


def _gap_rule(gap: str, ends: int, *, at_edge: bool) -> str:
    if ends > 2 or (ends and at_edge):
        return "line-blank-lines"
    return "line-trailing-blank" if gap[0] != "\n" and ends else "line-indent"


# --- torn sentences --------------------------------------------------------------------------------------------------


def _first_lines(printed: Sequence[str]) -> list[int]:
    """The indented lines that go on in one without an indent: the first lines of paragraphs."""
    return [i for i, (raw, after) in enumerate(pairwise(printed)) if raw[0] in _BLANKS and after[0] not in _BLANKS]


def _joins(text: str, lines: Sequence[str], first_lines: Sequence[int]) -> Iterator[Edit]:
    open_ended = [
        i
        for i, (line, following) in enumerate(pairwise(lines))
        if line[-1] not in _FINAL_MARKS or following[0] in _CLOSERS
    ]
    column = _column(lines, first_lines) if len(open_ended) >= _MOST * _COLUMN else frozenset()
    tears = {i: tear for i in open_ended if (tear := _tear(lines, i, i in column))}
    # A page torn once is torn often: with more evidence than one seam, the others need less.
    needed = _ODDS if sum(tear.odds >= _ODDS for tear in tears.values()) < 2 else _ODDS_ON_TORN_PAGE
    places = _places(text, lines) if tears else []
    for i, tear in tears.items():
        if tear.odds >= needed:
            joint = " " if _LATIN_SEAM.match(lines[i][-1] + lines[i + 1][0]) else ""
            yield Edit(places[i] + len(lines[i]), places[i + 1], joint, tear.rule, 0.9)


class Tear(NamedTuple):
    """Why two lines are one, and how likely (log2 odds)."""

    rule: str
    odds: float


_CERTAIN = math.inf


def _tear(lines: Sequence[str], i: int, in_column: bool) -> Tear | None:
    line, following = lines[i], lines[i + 1]
    if _begins_with_close(line, following):
        return Tear("line-open-bracket", _CERTAIN)
    if line[-1] in _FINAL_MARKS:
        return None
    if following[0] in _NEVER_FIRST:
        return Tear("line-hard-wrap", _CERTAIN)
    if not (in_column or len(line) >= _LONG or _BRACKETS.search(line)):
        return None
    if _BEGINS.match(following) or _DIGITS.match(line[-1] + following[0]):
        return None
    if _leaves_open(line, following):
        return Tear("line-open-bracket", _CERTAIN)
    if not _TORN_END.match(line[-1]):
        return None
    if in_column:
        return Tear("line-column", _CERTAIN)
    if _is_torn(line, following) and not (i and _is_item(lines[i - 1])):
        return Tear("line-hard-wrap", _odds(line, following))
    return None


def _begins_with_close(line: str, following: str) -> bool:
    """Whether ``following`` begins with the mark that closes what ``line`` leaves open, whatever ``line`` ends with.

    A mark that opens something in its own line faces the wrong way: `”提案“工作`.
    """
    opener = _CLOSERS.get(following[0])
    return opener is not None and _last_open(line)[0] == opener and _last_open(following[1:])[0] != opener


def _leaves_open(line: str, following: str) -> bool:
    """Whether ``following`` closes what ``line`` leaves open: a title, an aside, a quotation."""
    opener, inside = _last_open(line)
    if opener is None:
        return False
    at = following.find(_PAIRS[opener])
    head, tail = line[len(line) - inside :], following[:at]
    if at < 0 or opener in tail or not _SOME_HAN.search(head + tail):
        return False
    if opener in _QUOTES:
        # No line ends with an opening mark; behind another that is open it faces the wrong way.
        if not inside:
            return _last_open(line[:-1])[0] != opener
        if _is_prose(line):
            return True
        goes_on = len(line) >= _LONG and bool(_SOME_HAN.match(following, at + 1))
        return _is_torn_term(line[: -inside - 1], head, tail, _ODDS_ON_TORN_PAGE if goes_on else _ODDS)
    is_list = opener not in _TITLES and _ENTRY.match(following)
    return len(head + tail) <= _LONGEST_TITLE and not is_list


def _is_torn_term(before: str, head: str, tail: str, needed: float) -> bool:
    """Whether a quotation in a line that is no prose is a term torn in mid-word: `提出“四个 / 意识”`.

    Speech and verse, which have lines of their own, come after a mark or hold one other than 、, or have two lines of
    one length. In a sentence that is long before it and goes on behind it, a quotation is rarely either.
    """
    if not (_SOME_HAN.match(before[-1:]) and _TERM.fullmatch(head) and _TERM.fullmatch(tail)):
        return False
    return (len(head) != len(tail) or len(head) < _VERSE) and _odds(head, tail) >= needed


def _last_open(line: str) -> tuple[str | None, int]:
    """The innermost bracket that ``line`` leaves open, and how many characters follow it."""
    stack: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(line):
        opener = _CLOSERS.get(match[0])
        if opener is None:
            stack.append((match[0], match.end()))
        elif stack and stack[-1][0] == opener:
            stack.pop()
    return (stack[-1][0], len(line) - stack[-1][1]) if stack else (None, 0)


def _is_prose(line: str) -> bool:
    """Whether this is a paragraph and not a heading: long, with a full stop inside, or longer still with commas."""
    if len(line) < _LONG:
        return False
    return bool(_STOP.search(line)) or (len(line) >= _LONGER_THAN_HEADINGS and len(_COMMA.findall(line)) > 1)


def _is_torn(line: str, following: str) -> bool:
    """Whether a paragraph stops in mid-sentence and the next line ends the sentence."""
    if not (_TORN_START.match(following) and _SENTENCE_END.search(following[-8:]) and _is_prose(line)):
        return False
    piece = _PIECES.split(line[-80:])[-1]
    return len(piece) >= _PIECE and not _CREDIT.search(piece)


def _odds(line: str, following: str) -> float:
    """log2 odds that a line goes on in the next, against that one paragraph ends and another starts."""
    if line[-1] in "，、,":
        return _CERTAIN
    from cppcc_clean.language.bigram import END, START, model

    logp, before, first, second = model().logp, line[-2:], following[0], following[1:2] or END
    together = logp(before, first) + logp(line[-1] + first, second)
    apart = logp(before, END) + logp(START + START, first) + logp(START + first, second)
    return together - apart


def _is_item(line: str) -> bool:
    """Whether this is long and has no final mark: then what follows it is one more item of a list."""
    return len(line) >= _LONG and line[-1] not in _FINAL_MARKS


def _column(lines: Sequence[str], first_lines: Sequence[int]) -> frozenset[int]:
    """The lines that fill a column; none, unless the whole page was set in one.

    That it was is said by the lines without their indents; the first line of a paragraph may be shorter by its indent.
    """
    widths = {i: _width(line) for i, line in enumerate(lines) if 2 * len(line) >= _NARROWEST}
    if len(widths) < _COLUMN:
        return frozenset()
    column, _ = Counter(widths.values()).most_common(1)[0]
    full = [i for i, width in widths.items() if abs(width - column) <= _RAGGED]
    longer = any(width > column + _RAGGED for width in widths.values())
    if longer or not _NARROWEST <= column <= _WIDEST or len(full) < _COLUMN:
        return frozenset()
    torn = [i for i in full if i + 1 < len(lines) and _TORN_END.match(lines[i][-1])]
    marked = sum(bool(_MARK.search(lines[i])) for i in full)
    if min(len(torn), marked) < _MOST * len(full):
        return frozenset()
    odds = sum(min(_odds(lines[i], lines[i + 1]), _SURE) for i in torn)
    if odds < _ODDS_OF_COLUMN * len(torn):
        return frozenset()
    return frozenset(full).union(i for i in first_lines if abs(_width(lines[i]) + _INDENT - column) <= _RAGGED)


def _width(line: str) -> int:
    """In half-em; exact for ASCII and Han, which are 1 and 3 bytes of UTF-8."""
    return len(line) + (len(line.encode("utf-8", "surrogatepass")) - len(line)) // 2


# --- headlines -------------------------------------------------------------------------------------------------------


def _second_headlines(text: str, lines: Sequence[str]) -> Iterator[Edit]:
    head = lines[: _HEAD_LINES + 1]
    for i, (line, following) in enumerate(pairwise(head)):
        # A poem may begin with a line twice; an article goes on with prose.
        article = any(_SENTENCE_END.search(after[-8:]) for after in lines[i + 2 : i + 6])
        if article and _is_headline(line) and _bare(line) == _bare(following):
            places = _places(text, head)
            yield Edit(places[i] + len(line), places[i + 1] + len(following), "", "line-headline-twice")


def _is_headline(line: str) -> bool:
    return len(line) >= _HEADLINE and not _SENTENCE_END.search(line[-8:])


def _bare(headline: str) -> str:
    return _DECORATION.sub("", headline)


STEP = Step("lines", wakes=(CharClass.NEWLINE | CharClass.SPACE | CharClass.BLANK,), find=find, rules=RULES)


def join_lines(text: str) -> str:
    """Rejoin torn sentences, drop indents, trailing blanks, needless blank lines and a second print of the headline.

    >>> print(join_lines("　　关于印发《古井\\n保护办法》的通知\\n\\n\\n　　各镇：\\n"))
    关于印发《古井保护办法》的通知
    <BLANKLINE>
    各镇：
    <BLANKLINE>
    >>> join_lines("全面贯彻会议精神\\n系统推进各项工作\\n□ 张君明")
    '全面贯彻会议精神\\n系统推进各项工作\\n□ 张君明'

    Three or more line ends become two; a final line end stays if there was one, and none is added. Linear. From
    NOISE 6. Raises ``TypeError`` for anything but a ``str``.
    """
    return STEP(text)
