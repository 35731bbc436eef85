"""Spaces: none beside a Chinese mark, one between words, none inside a letter-spaced word or a padded name (SPEC 2.8).

A single space between Han that parts clauses or names stays; what stands between Han and Latin letters or digits is
left as it was typed; tabs part cells and are never touched. Whether single Han with blanks between them are a
spaced-out word, a padded name or a series is judged by where they stand (NOISE 6): ``黄 河`` in running text is
nobody's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit, tidy
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule, Step
from cppcc_clean.language.names import is_name
from cppcc_clean.language.prose import outside_code

# Without 丨, which pages print for a bar.
_H = "\u3007\u3400-\u4dbf\u4e00-\u4e27\u4e29-\u9fff\U00020000-\U0003ffff"
_B = " \u3000\xa0"

# --- marks and runs --------------------------------------------------------------------------------------------------

_STOPS = "，。、；：？！"
_BRACKETS_OPEN, _BRACKETS_CLOSE = "（《〈【〔「『", "）》〉】〕」』"
_QUOTES_OPEN, _QUOTES_CLOSE = "“‘", "”’"
_OPENERS, _CLOSERS = _BRACKETS_OPEN + _QUOTES_OPEN, _BRACKETS_CLOSE + _QUOTES_CLOSE
_DASHES = frozenset(("——", "……"))
_MARKS = _STOPS + _OPENERS + _CLOSERS + "—…"
# One run of blanks with a mark beside it, or of more than one blank.
_RUN = pattern(rf"[{_B}](?:(?<=[{_MARKS}][{_B}])|(?=[{_B}]*+[{_MARKS}])|(?=[{_B}]))[{_B}]*+")
# English uses quotes and dashes too, and there the space is right: `said “yes” to`. So both sides must be Chinese.
_CHINESE = pattern(rf"[{_H}{_MARKS}]")
_SENTENCE = pattern("[，。；？！]")
_ASIDE = pattern("（[^（）]*+）")
_NUMBER_IN_BRACKETS = pattern("（[^）]*+）|【[^】]*+】")
_PADDED_ASIDE = pattern(rf"(?<=[{_B}])（[^（）]*+）(?=[{_B}]++(?P<next>[{_H}]*+))")

# --- letter-spaced words and padded names ----------------------------------------------------------------------------

# A blank between two single Han.
_LOOSE = pattern(rf"[{_B}](?<=[{_H}][{_B}])(?<![{_H}]{{2}}[{_B}])[{_B}]*+(?=[{_H}](?![{_H}]))")
# A chain of single Han; a last one before a slash is a credit of its own: 文/罗 舟 图/丁 淼.
_CHAIN = pattern(rf"(?<![{_H}])[{_H}](?:[{_B}]++[{_H}](?![{_H}/／]))++")
_GAP = pattern(rf"[{_B}]+")
_TOKEN = pattern(rf"[{_H}]{{1,4}}")
_LABEL = pattern(rf"\A[{_H}{_B}]{{0,20}}[:：][{_B}]*")

_ROLE = (
    "记者|通讯员|实习生|撰稿|作者简介|作者|编辑|责编|编审|校对|审核|监制|终审|初审|复审|摄影|供稿|主编|策划|统筹|翻译|整理|记录|签发人"
    "|联系人|主任|主席|委员|秘书长|[组队站馆院校厂局处科]长|成员|常委|书记|[县市区镇乡]长|主持|出席|列席|请假|缺席|參加|参加人员"
    "|記者|通訊員|實習生|編輯|責編|審核|攝影|主編|主持人|秘書長"
)
# A role and whole names, up to the chain.
_AFTER_ROLE = pattern(
    rf"(?:{_ROLE}|[文图圖摄攝][/／])[{_B}]*+[:：/／]?[{_B}]*+(?:[{_H}]{{2,4}}(?:[{_B}]++|[、，/／]))*+\Z"
)
_WHOLE_NAME = pattern(rf"(?<![{_H}])[{_H}]{{3}}(?![{_H}])")
# Names that 、 parts: one of them is the chain.
_LIST_BEFORE, _LIST_AFTER = re.compile(rf"、[{_B}]*\Z"), re.compile(rf"[{_B}]*、[{_H}]")
_LIST_EDGE = pattern(rf"(?:\A|[，：:（(])[{_B}]*\Z")
_CREDITS = "摄文图译攝圖譯"
# What may stand before a spaced-out heading on its line, and before a spaced-out label.
_NUMBERED = pattern(
    rf"(?:第[一二三四五六七八九十百0-9]+[章节編编篇部分]+|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|[0-9]+[.、])[{_B}]*\Z"
)
_LABEL_EDGE = pattern(rf"(?:\A|[{_B}\t|｜；，。）)】])\Z")
_LABEL_END = pattern(rf"[{_B}]*+[:：]")
_BRACKETED = frozenset(("【】", "[]", "〔〕", "《》"))

# Labels that forms, papers and documents print spaced out; a chain that is made of them needs no other proof.
_LABELS = pattern(
    "姓名|性别|民族|籍贯|年龄|职务|职称|单位|学历|电话|传真|邮编|地址|网址|邮箱|序号|编号|日期|时间|备注|合计|总计|金额|数量"
    "|名称|规格|目录|摘要|前言|引言|序言|结语|后记|附录|附件|附注|题目|关键词|索引号|来源|作者|通知|通告|通报|公告|公示|决定|决议"
    "|意见|批复|报告|请示|纪要|办法|总则|附则|议程|启事|声明|聘书|章程|细则|请假条|倡议书|申请书|邀请函|感谢信|介绍信|签到表"
)
# Series whose members are printed apart because they are apart.
_SERIES = pattern(
    "[年月日时分秒]+|[甲乙丙丁戊己庚辛]+|[一二三四五六七八九十日百千万]+|[男女]+|[是否有无]+|[上中下左右前后]+|[东南西北中]+|[春夏秋冬]+"
)
# A chain reads as text when two things hold of it in the character model (both log2, and far from the edge for most).
# In the mean a character is this likely after the one before: 政府工作报告 -4, 请假条 -9, but 金木水火土 -12.
_READS = -10.0
# And two of them belong together: the second stands after the first this much more often than after 、, where a member
# of a series stands: 云岫省地方标准 9 (标准), 花名册 9 (名册), but 天地人你我他 2, 红黄蓝 -3.
_BOUND = 4.5
# So many chains as lines of their own are a table of characters or of names, not a letter-spaced title.
_TABLE = 4
# A chain of this length is a letter-spaced text wherever it stands.
_LETTER_SPACED = 4
# A list of names has this many.
_NAMES = 3

RULES = (
    Rule("space-at-mark", "no space stands beside a Chinese mark", "近年来， 观澜县 （区）", "近年来，观澜县（区）"),
    Rule("space-run", "a run of blanks becomes one", "思想铸魂    实干笃行", "思想铸魂 实干笃行"),
    Rule("space-letter-spaced", "a letter-spaced word is closed", "关 键 词：政协", "关键词：政协"),
    Rule(
        "space-padded-name",
        "a padded name in a byline or list of names is closed",
        "通讯员 黄 河 陈海洋",
        "通讯员 黄河 陈海洋",
    ),
)


def find(text: str) -> list[Edit]:
    """The edits of this step; see `normalise_spaces`."""
    runs = _runs(text) if _RUN.search(text) else ()
    chains = _chains(text) if _LOOSE.search(text) else ()
    return tidy(outside_code(text, [*chains, *runs]))


# --- marks and runs --------------------------------------------------------------------------------------------------


class Line(NamedTuple):
    """Where a line ends, whether it holds a sentence, and where a bracket ends that nothing parts from the rest."""

    end: int
    is_prose: bool
    aside: int


def _line_at(text: str, at: int) -> Line:
    start, end = _bounds(text, at)
    content = text[start:end]
    aside = _NUMBER_IN_BRACKETS.match(content) or _padded_aside(content)
    is_prose = bool(_SENTENCE.search(_ASIDE.sub("", content)))
    return Line(end, is_prose, start + aside.end() if aside else -1)


def _bounds(text: str, at: int) -> tuple[int, int]:
    """Where the line that holds ``at`` starts and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _padded_aside(line: str) -> re.Match[str] | None:
    """The only bracket of a line, with blanks on both sides as in English: `会议 （一） 开始`.

    Of several brackets, and before a name, the blank behind parts the members of a list: `韩梅 （女） 储青禾 （女）`.
    """
    if line.count("（") != 1:
        return None
    padded = _PADDED_ASIDE.search(line)
    return padded if padded and not is_name(padded["next"]) else None


def _runs(text: str) -> Iterator[Edit]:
    line = Line(-1, is_prose=False, aside=-1)
    for run in _RUN.finditer(text):
        start, end = run.span()
        if start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n":
            continue  # the edges of a line are the affair of the step for lines
        if start > line.end:
            line = _line_at(text, start)
        if _is_needless(text, start, end, line):
            yield Edit(start, end, "", "space-at-mark")
        elif len(run[0]) > 1 and not _is_left_alone(text[start - 1], text[end]):
            yield Edit(start, end, " ", "space-run")


def _is_left_alone(left: str, right: str) -> bool:
    """Code and Latin text keep their runs, and so do blanks to fill."""
    return (left.isascii() and right.isascii()) or _is_blank_to_fill(left, right)


def _is_needless(text: str, start: int, end: int, line: Line) -> bool:
    """Whether these blanks stand beside a mark and part nothing."""
    left, right = text[start - 1], text[end]
    if left in _STOPS or right in _STOPS:
        return True
    if _is_blank_to_fill(left, right):
        return False
    if left in _BRACKETS_OPEN or right in _BRACKETS_CLOSE or right == "（":
        return True
    if not (_CHINESE.match(left) and _CHINESE.match(right)):
        return False
    if (
        left in _QUOTES_OPEN
        or right in _QUOTES_CLOSE
        or text[start - 2 : start] in _DASHES
        or text[end : end + 2] in _DASHES
    ):
        return True
    # Outside a quotation a blank may part the clauses of a headline: 做“实功” 砺“真功”.
    outside = left in _CLOSERS or right in _OPENERS
    return outside and (line.is_prose or line.aside == start)


def _is_blank_to_fill(left: str, right: str) -> bool:
    """`（    ）` of a form or an exam."""
    return left in _OPENERS and right in _CLOSERS


# --- letter-spaced words and padded names ----------------------------------------------------------------------------


class Setting(NamedTuple):
    """A line, and what it says about every chain in it."""

    line: str
    is_name_list: bool
    has_whole_name: bool
    in_table: bool


def _chains(text: str) -> Iterator[Edit]:
    lines = list(_loose_lines(text))
    in_table = sum(bool(_CHAIN.fullmatch(line)) for _, line in lines) >= _TABLE
    for start, line in lines:
        setting = Setting(line, _is_name_list(line), bool(_WHOLE_NAME.search(line)), in_table)
        for chain in _CHAIN.finditer(line):
            found = _words(setting, chain)
            if found:
                yield from _closed(chain, start, *found)


def _loose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold a blank between two single Han, and where they start."""
    end = -1
    for loose in _LOOSE.finditer(text):
        if loose.start() > end:
            start, end = _bounds(text, loose.start())
            yield start, text[start:end]


def _closed(chain: re.Match[str], offset: int, rule: str, words: Sequence[str]) -> Iterator[Edit]:
    """Edits that close the gaps inside words."""
    ends = set(accumulate(map(len, words)))
    for count, gap in enumerate(_GAP.finditer(chain[0]), 1):
        if count not in ends:
            start = offset + chain.start()
            yield Edit(start + gap.start(), start + gap.end(), "", rule)


def _words(setting: Setting, chain: re.Match[str]) -> tuple[str, Sequence[str]] | None:
    """The words that a chain of single Han spells, and the rule that says so; ``None`` to leave it."""
    line = setting.line
    spelled = _GAP.sub("", chain[0])
    before = line[max(chain.start() - 60, 0) : chain.start()]
    if labels := _split(spelled, _is_label):
        return "space-letter-spaced", labels
    if setting.is_name_list or _AFTER_ROLE.search(before):
        names = _split_names(chain[0], padded=setting.has_whole_name)
        if names:
            return "space-padded-name", names
    if _is_listed(line, chain, before) and is_name(spelled):
        return "space-padded-name", [spelled]
    if spelled[-1] in _CREDITS and (names := _split(spelled[:-1], is_name)):
        return "space-padded-name", [*names, spelled[-1]]
    if _SERIES.fullmatch(spelled):
        return None
    if _is_spaced_out(setting, chain, before, spelled):
        return "space-letter-spaced", _groups(chain[0])
    names = _split_names(chain[0], padded=False) if chain[0] == line else None
    return ("space-padded-name", names) if names and len(names) >= _NAMES else None


def _is_listed(line: str, chain: re.Match[str], before: str) -> bool:
    """Whether 、 parts the chain from another item: `韩 梅、储青禾`."""
    if _LIST_BEFORE.search(before):
        return True
    return bool(_LIST_EDGE.search(before) and _LIST_AFTER.match(line, chain.end()))


def _is_spaced_out(setting: Setting, chain: re.Match[str], before: str, spelled: str) -> bool:
    """Whether the chain is a label, a heading, or long enough to be text, and reads as one."""
    line = setting.line
    if _LABEL_EDGE.search(before) and _LABEL_END.match(line, chain.end()):
        return True
    if before[-1:] + line[chain.end() : chain.end() + 1] in _BRACKETED:
        return True
    reads = _reads(spelled)
    if chain.end() == len(line) and (chain.start() == 0 or _NUMBERED.fullmatch(before)):
        return not setting.in_table and (reads or is_name(spelled))
    return reads and len(spelled) >= _LETTER_SPACED


def _groups(chain: str) -> list[str]:
    """The words of a chain: gaps wider than its narrowest part them."""
    narrowest = min(map(len, _GAP.findall(chain)))
    return [_GAP.sub("", group) for group in re.split(rf"[{_B}]{{{narrowest + 1},}}", chain)]


def _reads(spelled: str) -> bool:
    """Whether the character model takes this for text, and not for a series of characters."""
    from cppcc_clean.language.bigram import model

    logp = model().logp
    odds = [logp(a, b) for a, b in pairwise(spelled)]
    if sum(odds) < _READS * len(odds):
        return False
    return any(odd - logp("、", b) >= _BOUND for odd, b in zip(odds, spelled[1:], strict=True))


# --- names -----------------------------------------------------------------------------------------------------------


def _is_name_list(line: str) -> bool:
    """Whether a line, after a label, is made of names, whole and padded."""
    tokens = _GAP.split(_LABEL.sub("", line))
    whole = [token for token in tokens if len(token) > 1]
    persons = len(whole) + (len(tokens) - len(whole)) // 2
    if persons < _NAMES or not whole or not all(_TOKEN.fullmatch(token) for token in tokens):
        return False
    return 4 * sum(map(is_name, whole)) >= 3 * len(whole)


def _split_names(chain: str, *, padded: bool) -> list[str] | None:
    """The names in a chain. Names of two are padded to the three of others; then all in the chain are of two."""
    spelled = _GAP.sub("", chain)
    pairs = [spelled[at : at + 2] for at in range(0, len(spelled), 2)]
    if padded and len(pairs[-1]) == 2 and all(map(is_name, pairs)):
        return pairs
    names = [_split(group, is_name) for group in _groups(chain)]
    return [name for group in names if group for name in group] if all(names) else None


def _is_label(word: str) -> bool:
    return bool(_LABELS.fullmatch(word))


def _split(spelled: str, is_word: Callable[[str], bool]) -> list[str] | None:
    """The one way to cut ``spelled`` into words of two to four characters; ``None`` if there is none, or are more."""
    ways, last = [1] + [0] * len(spelled), [0] * (len(spelled) + 1)
    for end in range(2, len(spelled) + 1):
        for size in range(2, min(end, 4) + 1):
            if ways[end - size] and is_word(spelled[end - size : end]):
                ways[end] = min(ways[end] + ways[end - size], 2)
                last[end] = size
    if ways[-1] != 1:
        return None
    words = []
    end = len(spelled)
    while end:
        words.append(spelled[end - last[end] : end])
        end -= last[end]
    return words[::-1]


STEP = Step("spaces", wakes=(CharClass.SPACE | CharClass.BLANK,), find=find, rules=RULES)


def normalise_spaces(text: str) -> str:
    """Drop the spaces that a person would not have typed.

    >>> normalise_spaces("近年来， 观澜县（ 区 ）  召开会议")
    '近年来，观澜县（区）召开会议'
    >>> normalise_spaces("（记者 韩 梅  通讯员 储某某）")
    '（记者 韩梅 通讯员 储某某）'
    >>> normalise_spaces("关 键 词：思想铸魂 实干笃行")
    '关键词：思想铸魂 实干笃行'
    >>> normalise_spaces("他到 黄 河 边看 2024 年的 water")
    '他到 黄 河 边看 2024 年的 water'

    No option. Linear. The edges of lines are left to ``join_lines``. From GB/T 15834 and NOISE 6; whether single Han
    spell a word is asked of the character model. Raises ``TypeError`` for anything but a ``str``.
    """
    return STEP(text)
