"""Which script a line is written in, and its form in the other script.

A line is judged by the characters that one script alone uses: 國 is evidence of traditional text, 国 of simplified,
里 or 后 of neither. NOISE.md §7 says why line by line, and why the traditional text of the mirrors is full of
characters that are no evidence (干 系 于 范 stay as they are there).

A conversion keeps the length: each character becomes one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean import _data
from cppcc_clean._patterns import pattern
from cppcc_clean.language.script_tables import PLANE, Table, codes_of, table_to, text_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cppcc_clean.language.script_tables import Codes, Mask

    Kinds = NDArray[np.uint8]
    Numbers = NDArray[np.intp]

# What a character is, for judging lines.
_TRADITIONAL, _SIMPLIFIED, _HAN, _LETTER, _OPEN, _CLOSE, _LINK = (1 << bit for bit in range(7))

_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
# Kana and hangul: a line with them is not Chinese, whatever its Han. の is one of them, though Chinese brands have it
# too: a line that holds nothing else of Japanese (大学の図書館) cannot be told from theirs but by its length.
_LETTER_RANGES = ((0x3041, 0x30FA), (0xAC00, 0xD7A3), (0xFF66, 0xFF9D))
_MARKS = {_OPEN: "“‘「『\"'", _CLOSE: "”’」』\"'", _LINK: "（(〔[【／/→、＝="}
# Words that are talked about are short; a longer quotation is somebody's sentence.
_QUOTATION = pattern("[“‘「『\"']([^“”‘’「」『』\"'\\s]{1,8})[”’」』\"']")

# `國字的旧体：國字`, `崗字是岗的繁体`: such a line may hold any form.
_ABOUT_CHARACTERS = {
    "hans": pattern("^(?=.*字).*(?:[繁旧异正简俗]体|写作)", re.MULTILINE),
    "hant": pattern("^(?=.*字).*(?:[繁舊異正簡俗]體|寫作)", re.MULTILINE),
}


class Conversion(NamedTuple):
    """A text before and after, as code points, and why each character is what it is (an index into ``REASONS``)."""

    old: Codes
    new: Codes
    reason: Kinds

    def changed(self) -> list[int]:
        """The places that differ."""
        places: list[int] = (self.old != self.new).nonzero()[0].tolist()
        return places

    def text(self) -> str:
        """The text after."""
        return text_of(self.new)


REASONS = ("character", "variant", "lone", "context")
_CHARACTER, _VARIANT, _LONE, _CONTEXT = range(len(REASONS))


def convert(text: str, to: str, *, everywhere: bool = False) -> Conversion:
    """``text`` in the script ``to``: "hans", "hant", "tw" or "hk". Linear.

    Lines of the other script are converted with words and characters; in the rest only characters that this script
    never uses and that have one form. ``everywhere`` takes every line for one of the other script.

    >>> convert("憑藉與慰藉", "hans").text()
    '凭借与慰藉'
    """
    import numpy as np

    table = table_to(to)
    old = codes_of(text)
    kinds = _kinds().take(old, mode="clip")
    new = old + table.shift.take(old, mode="clip")
    reason = np.where(table.variant.take(old, mode="clip"), np.uint8(_VARIANT), np.uint8(_CHARACTER))
    compared = _compared(text, old, new, kinds)
    whole = np.ones(len(old), dtype=bool)
    if not everywhere:
        whole, native = _lines(text, old, kinds, compared, table)
        lone = native & table.lone.take(old, mode="clip") & ~_isolated(kinds)
        reason[lone & ~whole] = _LONE
        new = np.where(whole | lone, new, old)
    decisions = list(table.decisions(text, old, whole))
    if decisions:
        lengths = np.array([len(form) for _, form in decisions])
        ends = np.array([start for start, _ in decisions]) + lengths
        places = np.arange(lengths.sum()) + np.repeat(ends - lengths.cumsum(), lengths)
        decided = codes_of("".join(form for _, form in decisions).translate(table.region))
        reason[places[new[places] != decided]] = _CONTEXT
        new[places] = decided
    new[compared] = old[compared]
    return Conversion(old, new, reason)


def evidence(text: str) -> tuple[int, int]:
    """How many characters only traditional text uses, and how many only simplified text uses. Linear.

    >>> evidence("國立图书馆")
    (1, 3)
    """
    import numpy as np

    codes = codes_of(text)
    kinds = _kinds().take(codes, mode="clip")
    return int(np.count_nonzero(kinds & _TRADITIONAL)), int(np.count_nonzero(kinds & _SIMPLIFIED))


# --- judging lines ---------------------------------------------------------------------------------------------------


def _lines(text: str, codes: Codes, kinds: Kinds, compared: Mask, table: Table) -> tuple[Mask, Mask]:
    """For each character: is its line to be converted as a whole; is its line Chinese, and not about characters."""
    import numpy as np

    starts = np.concatenate(([0], (codes == 0x0A).nonzero()[0] + 1))
    starts = starts[starts < len(codes)]

    def count(mask: Mask) -> Numbers:
        return np.add.reduceat(mask, starts, dtype=np.intp)

    said = ~compared & ~_quoted(kinds)
    traditional, simplified = (kinds & _TRADITIONAL != 0) & said, (kinds & _SIMPLIFIED != 0) & said
    away, home = (traditional, simplified) if table.script == "hans" else (simplified, traditional)
    alone = _isolated(kinds)
    strong, here = count(away & ~alone), count(home)
    verdict = np.where(strong > here, 1, np.where(here > 0, -1, 0))
    # A Japanese headline has one kana to five or ten Han, a Korean one more; a Chinese line that cites a word, fewer.
    native = 10 * count(kinds & _LETTER != 0) <= count(kinds & _HAN != 0)
    native[_about_characters(text, starts, table)] = False
    verdict[~native] = 0
    whole: Mask = _with_neighbours(verdict, count(away & alone) > 0) & native
    lengths = np.diff(np.concatenate((starts, [len(codes)])))
    return np.repeat(whole, lengths), np.repeat(native, lengths)


def _about_characters(text: str, starts: Numbers, table: Table) -> Numbers:
    """The lines that say in the wanted script which form a character has."""
    import numpy as np

    if "字" not in text:
        return starts[:0]
    about = [match.start() for match in _ABOUT_CHARACTERS[table.script].finditer(text)]
    return np.searchsorted(starts, about)


def _with_neighbours(verdict: Numbers, weak: Mask) -> Mask:
    """Which lines are of the other script, those without a verdict of their own judged by the lines around.

    A line without evidence follows the nearest lines that have some, unless they disagree or say nothing. A line whose
    only evidence stands alone (`會 議 通 知`, but also the entry `發：fā` of a word list) is of the other script unless
    they deny it. Once converted, no line is of the other script any more, so no line changes a second time.
    """
    import numpy as np

    above, below = _nearest(verdict), _nearest(verdict[::-1])[::-1]
    agreed = (np.minimum(above, below) >= 0) & (above + below > 0)
    whole: Mask = (verdict > 0) | ((verdict == 0) & np.where(weak, above + below >= 0, agreed))
    return whole


def _nearest(verdict: Numbers) -> Numbers:
    """For each line the verdict of the last line so far that has one."""
    import numpy as np

    last = np.maximum.accumulate(np.where(verdict != 0, np.arange(len(verdict)), -1))
    return np.where(last >= 0, verdict[last], 0)


def _before(kinds: Kinds) -> Kinds:
    import numpy as np

    return np.concatenate((np.zeros(1, np.uint8), kinds[:-1]))


def _after(kinds: Kinds) -> Kinds:
    import numpy as np

    return np.concatenate((kinds[1:], np.zeros(1, np.uint8)))


def _isolated(kinds: Kinds) -> Mask:
    """Han without Han beside it."""
    isolated: Mask = (kinds & _HAN != 0) & ((_before(kinds) | _after(kinds)) & _HAN == 0)
    return isolated


def _quoted(kinds: Kinds) -> Mask:
    """A single Han in quotation marks: somebody may be talking about the character."""
    quoted: Mask = (kinds & _HAN != 0) & (_before(kinds) & _OPEN != 0) & (_after(kinds) & _CLOSE != 0)
    return quoted


def _compared(text: str, old: Codes, new: Codes, kinds: Kinds) -> Mask:
    """Characters that are set against another form of themselves: `發（发）`, `里、裏`, `“理发”不是“理發”`."""
    import numpy as np

    compared = np.zeros(len(old), dtype=bool)
    alone = _isolated(kinds)  # 太后、後宮 compares nothing
    linked = (kinds[1:-1] & _LINK != 0) & (new[:-2] == new[2:]) & (old[:-2] != old[2:]) & (alone[:-2] | alone[2:])
    compared[:-2] |= linked
    compared[2:] |= linked
    for start, end in _compared_quotations(text, text_of(new)):
        compared[start:end] = True
    return compared


def _compared_quotations(text: str, converted: str) -> Iterator[tuple[int, int]]:
    """Short quotations in a line that differ, but would not if both were converted."""
    alike: dict[tuple[int, str], dict[str, list[tuple[int, int]]]] = {}
    line = at = 0
    for match in _QUOTATION.finditer(text):
        start, end = match.span(1)
        line += text.count("\n", at, start)
        at = start
        alike.setdefault((line, converted[start:end]), {}).setdefault(match[1], []).append((start, end))
    for quotations in alike.values():
        if len(quotations) > 1:
            for places in quotations.values():
                yield from places


@cache
def _kinds() -> Kinds:
    import numpy as np

    kinds = np.zeros(PLANE, dtype=np.uint8)
    for ranges, kind in ((_HAN_RANGES, _HAN), (_LETTER_RANGES, _LETTER)):
        for first, last in ranges:
            kinds[first : last + 1] |= kind
    for kind, marks in _MARKS.items():
        kinds[codes_of(marks)] |= kind
    for leads_to, use, characters, _ in _data.rows("script_characters.tsv"):
        if use in ("own", "split"):
            kinds[codes_of(characters)] |= _TRADITIONAL if leads_to == "hans" else _SIMPLIFIED
    return kinds
