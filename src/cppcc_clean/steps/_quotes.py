"""Quotation marks: which way each faces, how deep it stands, and what it should look like.

GB/T 15834 sets ``“…‘…’…”``, Taiwan and Hong Kong ``「…『…』…」``. Paragraphs are judged one by one, and no mark by
itself: marks that do not make pairs stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from cppcc_clean._edits import Edit
from cppcc_clean._patterns import pattern
from cppcc_clean.language.prose import CHINESE_RUN, Lines, is_han

Style = Literal["curly", "corner", "keep"]
Facing = Literal["open", "close", "either"]
Family = Literal["double", "single", "corner", "white corner"]


class Mark(NamedTuple):
    """The mark at ``text[at]``; those of a family make pairs."""

    at: int
    family: Family
    facing: Facing


_KINDS: dict[str, tuple[Family, Facing]] = {
    **dict.fromkeys("“", ("double", "open")),
    **dict.fromkeys("”", ("double", "close")),
    **dict.fromkeys('"＂', ("double", "either")),
    **dict.fromkeys("‘", ("single", "open")),
    **dict.fromkeys("’", ("single", "close")),
    **dict.fromkeys("'＇", ("single", "either")),
    **dict.fromkeys("「﹁｢", ("corner", "open")),
    **dict.fromkeys("」﹂｣", ("corner", "close")),
    **dict.fromkeys("『﹃", ("white corner", "open")),
    **dict.fromkeys("』﹄", ("white corner", "close")),
}

_ALL = "".join(_KINDS)
_ANY = pattern(f"[{_ALL}]")

_CURLY = {("outer", "open"): "“", ("outer", "close"): "”", ("inner", "open"): "‘", ("inner", "close"): "’"}
_CORNER = {("outer", "open"): "「", ("outer", "close"): "」", ("inner", "open"): "『", ("inner", "close"): "』"}

# Text up to the first mark that is not in order: of the other style, straight, or without its partner.
_IN_CURLY = rf"“[^{_ALL}\n]*+(?:‘[^{_ALL}\n]*+’[^{_ALL}\n]*+)*+”|‘[^{_ALL}\n]*+’"
_IN_CORNER = rf"「[^{_ALL}\n]*+(?:『[^{_ALL}\n]*+』[^{_ALL}\n]*+)*+」"
_PAIRS: dict[Style, str] = {"curly": _IN_CURLY, "corner": _IN_CORNER, "keep": f"{_IN_CURLY}|{_IN_CORNER}"}

# don't, Lù’ān, ’90s; 5'10", 39°54'20": no quotation marks.
_LATIN = "A-Za-z\xc0-\u024f"
_NO_QUOTES = pattern(rf"(?<=[{_LATIN}])['’‘](?=[{_LATIN}])|['’‘](?=\d0s)|(?<=\d)'(?:\d{{1,3}}\")?(?=[\d\W]|\Z)")

# What does not stand right behind an opening mark, and what not right before a closing one.
_NO_OPENING = pattern(r"[ \u3000]?(?:[，。、；：？！,;:?!）)》〉】〕”’」』\"\n]|\.(?!\.)|\Z)")
_NO_CLOSING = pattern(r"[（(《〈【〔“‘「『：:\n]")

# Where a pair may stand besides next to Han.
_BESIDE = frozenset("，。、；：？！,.;:?!（()）《》\n—…")


def find(text: str, lines: Lines, style: Style) -> Iterator[Edit]:
    """What to change in the quotation marks of Chinese paragraphs."""
    end, is_open = 0, False
    while (at := _end_of_order(text, end, style)) < len(text):
        last = end
        start, end = lines.bounds(at)
        # A quotation, or a line that was broken in two, may go on here.
        continued = is_open and not text[last:start].strip()
        faced = _faced(text, _marks(text, lines, start, end), continued=continued)
        is_open = sum(_DEPTH[mark.facing] for mark in faced if mark.family == "double") > 0
        yield from _edits(text, faced, style)


_DEPTH = {"open": 1, "close": -1, "either": 0}


def _end_of_order(text: str, at: int, style: Style) -> int:
    match = _in_order(style).match(text, at)
    return match.end() if match else at


@cache
def _in_order(style: Style) -> re.Pattern[str]:
    return re.compile(rf"[^{_ALL}]*+(?:(?:{_PAIRS[style]})[^{_ALL}]*+)*+")


def _marks(text: str, lines: Lines, start: int, end: int) -> list[Mark]:
    """The quotation marks of Chinese prose in a line; apostrophes, feet, inches and minutes left out."""
    others = {at for match in _NO_QUOTES.finditer(text, start, end) for at in range(*match.span())}
    marks = (Mark(match.start(), *_KINDS[match[0]]) for match in _ANY.finditer(text, start, end))
    return [mark for mark in marks if mark.at not in others and lines.is_chinese(mark.at)]


def _faced(text: str, marks: Sequence[Mark], *, continued: bool) -> list[Mark]:
    """The marks, facing as they should; "either" are those that are to stay."""
    faced = [mark for mark in marks if mark.family in ("corner", "white corner")]
    for family in ("double", "single"):
        own = [mark for mark in marks if mark.family == family]
        paired = _nested(text, own) or _alternating(text, own, continued=continued)
        if paired:
            faced += _only_chinese(text, paired)
        elif family == "double":
            faced += own  # quotations of several paragraphs
    return sorted(faced)


def _nested(text: str, marks: Sequence[Mark]) -> list[Mark] | None:
    """Straight marks open and close by turns, between curly ones that are taken as they face."""
    faced: list[Mark] = []
    pending: list[bool] = []  # for each open mark whether it is a straight one
    for mark in marks:
        straight = mark.facing == "either"
        if mark.facing == "open" or (straight and not (pending and pending[-1])):
            pending.append(straight)
            faced.append(mark._replace(facing="open"))
        elif pending and pending.pop() == straight:
            faced.append(mark._replace(facing="close"))
        else:
            return None
        if straight and not _may_face(text, faced[-1]):
            return None
    return None if pending else faced


def _alternating(text: str, marks: Sequence[Mark], *, continued: bool) -> list[Mark] | None:
    """All open and close by turns; curly ones that face the other way are turned, if there is reason to."""
    if len(marks) % 2:
        return None
    faced = [mark._replace(facing="close" if turn % 2 else "open") for turn, mark in enumerate(marks)]
    turned = False
    for given, mark in zip(marks, faced, strict=True):
        if given.facing == mark.facing:
            turned = False
            continue
        # A curly one closes where nothing is open, or the one before was turned, or it cannot face as it does.
        reason = given.facing == "either" or mark.facing == "open" or turned or not _may_face(text, given)
        turned = given.facing != "either"
        if (turned and continued) or not reason or not _may_face(text, mark):
            return None
    return faced


def _may_face(text: str, mark: Mark) -> bool:
    before = text[mark.at - 1 : mark.at]
    if mark.facing == "close":
        return bool(before) and not _NO_CLOSING.match(before)
    inches = text[mark.at] in "\"'" and before.isdigit()
    return not inches and not _NO_OPENING.match(text, mark.at + 1)


def _only_chinese(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Without the straight pairs that are Latin inside and outside; ``marks`` make pairs."""
    pending: list[Mark] = []
    for mark in marks:
        if mark.facing == "open":
            pending.append(mark)
            continue
        opening = pending.pop()
        if "either" not in {_KINDS[text[opening.at]][1], _KINDS[text[mark.at]][1]} or _is_chinese(text, opening, mark):
            yield opening
            yield mark


def _is_chinese(text: str, opening: Mark, closing: Mark) -> bool:
    """Whether there is Chinese right outside the pair, or inside."""
    before, after = text[opening.at - 1 : opening.at], text[closing.at + 1 : closing.at + 2]
    if any(char == "" or char in _BESIDE or is_han(char) for char in (before, after)):
        return True
    return bool(CHINESE_RUN.search(text, opening.at, closing.at))


def _edits(text: str, marks: Sequence[Mark], style: Style) -> Iterator[Edit]:
    levels = _levels(marks)
    for mark in marks:
        char = text[mark.at]
        new = char if mark.facing == "either" else _form(char, mark.facing, levels.get(mark.at), style)
        if new != char:
            yield Edit(mark.at, mark.at + 1, new, _rule(char, new))


def _levels(marks: Sequence[Mark]) -> dict[int, int]:
    """In how many other pairs each mark stands; empty if the pairs cross."""
    levels: dict[int, int] = {}
    pending: list[Family] = []
    for mark in marks:
        if mark.facing == "close" and (not pending or pending.pop() != mark.family):
            return {}
        levels[mark.at] = len(pending)
        if mark.facing == "open":
            pending.append(mark.family)
    return {} if pending else levels


def _form(char: str, facing: Facing, level: int | None, style: Style) -> str:
    """What a mark should look like: by its level where that is known and the mark has to change its kind anyhow."""
    family, given = _KINDS[char]
    is_corner = family in ("corner", "white corner")
    if is_corner and style == "keep":
        return char
    inner = family in ("single", "white corner")
    if level is not None and (is_corner or style == "corner" or (family, given) == ("double", "either")):
        inner = level % 2 == 1
    forms = _CORNER if style == "corner" else _CURLY
    return forms["inner" if inner else "outer", facing]


def _rule(old: str, new: str) -> str:
    (family, facing), (new_family, _) = _KINDS[old], _KINDS[new]
    if facing == "either":
        return "punctuation-quote-pair"
    return "punctuation-quote-turned" if family == new_family else "punctuation-quote-style"
