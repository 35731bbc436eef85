"""Inserted and repeated marks: where two marks stand and one was meant, that one stays (SPEC 2.4, NOISE §5).

Mirrors put an ASCII comma before other marks; people type two marks for one. Not damage are ``……`` ``——`` ``？！``
``！！！`` ``》《`` ``”“``, three commas that trail off, the marks of a regular expression, empty fields of tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule, Step
from cppcc_clean.language.prose import is_han

# All marks that stand together. An ASCII full stop is none: `..` is a path, `,.5` a number.
_MARKS = pattern("[,，、。；;！!：:？?]{2,}+")
_FULL_WIDTH = str.maketrans(",;!:?", "，；！：？")

# Two marks of which one was meant -> which of them. A comma was put before whatever follows it (`，、`); else the
# stronger mark was meant (`、，` `。，`). Any others stay: `：，` `；、` are no slip that is known, `、、` trails off.
_MEANT = {
    **{f"，{mark}": 1 for mark in "，、。；！：？"},
    **dict.fromkeys(("、，", "、；", "、。", "；。"), 1),
    **dict.fromkeys(("；，", "。，", "。。", "；；"), 0),
}
_EMPHATIC = pattern("，[？！]{2,}")
# What is left of a lost character: several ASCII question marks, or one behind a Chinese mark (NOISE §3.3).
_HOLE = pattern(r"[^?]\?\?|[，、。；！：？]\?")

# What stands beside marks in running Chinese, besides Han: not the signs of a regular expression (`[,，。]`), and before
# them no opening quote, for “，。” is talk about marks.
_BEFORE = frozenset("”’》〉」』】〕）%％℃…")
_AFTER = frozenset("“”‘’《》〈〉「」『』【】〔〕（）—…\u3000")
# What may stand there in tables and code, too.
_WORD = pattern("[0-9A-Za-z\"')]")

# Mirrors put a comma before two marks in three, of every kind (67 of 100 in one sample): a paragraph is enough to show
# it. A slip of the hand comes alone, and tables with empty fields have one kind only.
_HITS, _KINDS = 3, 2

# A row of a table has no other mark, three commas at least, and short fields. Long rows show themselves in part.
_ROW = pattern(r"[^。；！？：、“”《》]*+")
_ROW_COMMAS, _FIELD, _WINDOW = 3, 8, 100

RULES = (
    Rule("inserted-comma", "a comma put before another mark goes", "近年来,,我县努力,。", "近年来,我县努力。"),
    Rule("repeated-mark", "of two equal marks one goes", "会议结束。。大家散去。", "会议结束。大家散去。"),
    Rule("weaker-mark", "of two marks the stronger one stays", "加强领导、，狠抓落实。", "加强领导，狠抓落实。"),
)


def find(text: str) -> list[Edit]:
    """The edits of this step; see `drop_inserted_marks`."""
    found = [marks for marks in _MARKS.finditer(text) if _meant(marks[0]) is not None]
    if not found:
        return []
    mirror = _is_mirror(text, found)
    return [_edit(marks) for marks in found if _is_damage(text, marks, mirror=mirror)]


def _meant(marks: str) -> int | None:
    """Which of the first two marks was meant; None if they may stand together."""
    if _HOLE.match(marks):
        return None
    marks = marks.translate(_FULL_WIDTH)
    if marks in _MEANT:
        return _MEANT[marks]
    several = marks[1:] in _MEANT and marks[1:] != "，，"
    return 1 if marks[0] == "，" and (several or _EMPHATIC.fullmatch(marks)) else None


def _is_mirror(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether commas stand before several kinds of marks."""
    kinds = [marks[0][1].translate(_FULL_WIDTH) for marks in found if marks[0][0] in ",，" and _sides(text, marks)]
    return len(kinds) >= _HITS and len(set(kinds)) >= _KINDS


def _is_damage(text: str, marks: re.Match[str], *, mirror: bool) -> bool:
    """Between Chinese on both sides always; elsewhere in mirrors, or if one of the marks is a Chinese one."""
    sides = _sides(text, marks)
    if sides is None:
        return False
    if sides == 2 and (mirror or not _is_field(text, marks)):
        return True
    return not marks[0].isascii() or (mirror and sides == 1)


def _sides(text: str, marks: re.Match[str]) -> int | None:
    """On how many sides Chinese stands; None if something stands there that is neither Chinese nor a word."""
    start, end = marks.span()
    if start == 0:
        return None
    before, after = _is_chinese_before(text, start), _is_chinese_after(text, end)
    if not (before or _WORD.match(text, start - 1)) or not (after or _WORD.match(text, end)):
        return None
    return before + after


def _is_chinese_before(text: str, at: int) -> bool:
    """Han or a closing mark; an ASCII bracket behind Han."""
    char = text[at - 1 : at]
    if char == ")":
        return is_han(text[at - 2 : at - 1])
    return is_han(char) or char in _BEFORE


def _is_chinese_after(text: str, at: int) -> bool:
    """Han, a mark that may follow, the end of the line; an ASCII bracket before Han. Seen through one blank."""
    at += text[at : at + 1] == " "
    char = text[at : at + 1]
    if char == "(":
        return is_han(text[at + 1 : at + 2])
    return char in ("", "\n", ")") or is_han(char) or char in _AFTER


def _is_field(text: str, marks: re.Match[str]) -> bool:
    """Whether two commas look like an empty field in a row of a table."""
    start, end = marks.span()
    before = text[max(start - _WINDOW, 0) : start].rpartition("\n")[2]
    row = before + text[start : end + _WINDOW].partition("\n")[0]
    commas = row.count(",") + row.count("，")
    return commas >= _ROW_COMMAS and len(row) <= _FIELD * commas and bool(_ROW.fullmatch(row))


def _edit(marks: re.Match[str]) -> Edit:
    first, second = marks[0][0], marks[0][1]
    goes = marks.start() + (_meant(marks[0]) == 0)
    if first == ",":
        rule = "inserted-comma"
    else:
        rule = "repeated-mark" if first.translate(_FULL_WIDTH) == second.translate(_FULL_WIDTH) else "weaker-mark"
    return Edit(goes, goes + 1, "", rule)


STEP = Step("inserted_marks", wakes=(CharClass.ASCII_MARK | CharClass.CJK_MARK,), find=find, rules=RULES)


def drop_inserted_marks(text: str) -> str:
    """Of two marks that stand where one was meant, drop the other.

    >>> drop_inserted_marks("近年来,,我县贯彻中央,、省委精神,。")
    '近年来,我县贯彻中央、省委精神。'
    >>> drop_inserted_marks("真的？！是的……[,，。]")
    '真的？！是的……[,，。]'

    Between Chinese that is damage in itself; next to numbers and Latin words, and in what looks like a row of a table,
    only in a text that has commas before several kinds of marks, as mirrors have. Linear. From NOISE §5. Raises
    ``TypeError`` for anything but a ``str``.
    """
    return STEP(text)
