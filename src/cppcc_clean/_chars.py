"""Character classes: one scan of a text tells which kinds of character occur in it.

A table of 65,536 flags, one per UTF-16 unit, is indexed by the whole text at once (numpy, loaded on first use), so that
a step whose characters are absent costs nothing. Classes only *wake* steps; they decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from cppcc_clean import _data

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class CharClass:
    """What kinds of character a text holds: bits of a plain ``int``, for an enum's ``&`` costs a microsecond."""

    NEWLINE = 1 << 0
    SPACE = 1 << 1  # the ASCII blank and the tab
    MARKUP = 1 << 2  # & < > \ %: what entities, tags and escapes begin with
    ASCII_MARK = 1 << 3  # , . ; : ! ?
    BRACKET = 1 << 4  # ( ) and their full-width twins
    DIGIT = 1 << 5  # ASCII digits
    LETTER = 1 << 6  # ASCII letters
    STRAIGHT_QUOTE = 1 << 7  # " '
    HYPHEN = 1 << 8  # - - ― and the one-em dash
    CURLY_QUOTE = 1 << 9  # “ ” ‘ ’
    CORNER_QUOTE = 1 << 10  # 「 」 『 』 and their vertical and half-width forms
    CJK_MARK = 1 << 11  # ， 、 。 ； ： ！ ？ and …
    QUESTION = 1 << 12  # ? and ？: a byte-shift scar has one
    LATIN = 1 << 13  # U+0080..U+024F: letters and signs of the single-byte code pages
    TONED = 1 << 14  # letters that only pinyin and other accented Latin use
    CONTROL = 1 << 15  # C0 without \n and \t, DEL, C1
    INVISIBLE = 1 << 16  # zero-width, bidi, soft hyphen, BOM, joiners, variation selectors, line separators
    BLANK = 1 << 17  # every blank but the ASCII one
    WIDE = 1 << 18  # full-width ASCII twins, half-width kana-block marks
    RADICAL = 1 << 19  # Kangxi radicals, CJK radicals supplement
    COMPATIBILITY = 1 << 20  # CJK compatibility ideographs
    PRIVATE = 1 << 21  # U+E000..U+F8FF
    SURROGATE = 1 << 22  # any surrogate: an astral character or half of one
    NONCHARACTER = 1 << 23  # U+FDD0..U+FDEF, U+FFFE, U+FFFF
    REPLACEMENT = 1 << 24  # U+FFFD
    HAN = 1 << 25
    TRADITIONAL = 1 << 26  # Han that simplified text never uses; 著 乾 里 后 are not among them
    KANA_BOPOMOFO = 1 << 27  # kana and bopomofo, what Big5 reads into damaged bytes
    OTHER = 1 << 28  # any other script: Greek, Cyrillic, Thai …
    SIMPLIFIED = 1 << 29  # Han that traditional text never uses


_RANGES: tuple[tuple[int, int, int], ...] = (
    (0x00, 0x08, CharClass.CONTROL),
    (0x0B, 0x1F, CharClass.CONTROL),
    (0x7F, 0x9F, CharClass.CONTROL),
    (0x30, 0x39, CharClass.DIGIT),
    (0x41, 0x5A, CharClass.LETTER),
    (0x61, 0x7A, CharClass.LETTER),
    (0x80, 0x24F, CharClass.LATIN),
    (0x250, 0x2AF, CharClass.TONED),
    (0x300, 0x36F, CharClass.TONED),
    (0x370, 0x1FFF, CharClass.OTHER),
    (0x2000, 0x200A, CharClass.BLANK),
    (0x200B, 0x200F, CharClass.INVISIBLE),
    (0x2010, 0x2015, CharClass.HYPHEN),
    (0x2028, 0x202E, CharClass.INVISIBLE),
    (0x2060, 0x206F, CharClass.INVISIBLE),
    (0x2E80, 0x2FDF, CharClass.RADICAL),
    (0x300C, 0x300F, CharClass.CORNER_QUOTE),
    (0x3040, 0x312F, CharClass.KANA_BOPOMOFO),
    (0x3400, 0x4DBF, CharClass.HAN),
    (0x4E00, 0x9FFF, CharClass.HAN),
    (0xD800, 0xDFFF, CharClass.SURROGATE),
    (0xE000, 0xF8FF, CharClass.PRIVATE),
    (0xF900, 0xFAFF, CharClass.COMPATIBILITY),
    (0xFDD0, 0xFDEF, CharClass.NONCHARACTER),
    (0xFE00, 0xFE0F, CharClass.INVISIBLE),
    (0xFE10, 0xFE6F, CharClass.WIDE),
    (0xFF01, 0xFFEF, CharClass.WIDE),
    (0xFFF0, 0xFFFB, CharClass.INVISIBLE),
    (0xFFFE, 0xFFFF, CharClass.NONCHARACTER),
)

_CHARACTERS: tuple[tuple[str, int], ...] = (
    ("\n", CharClass.NEWLINE),
    (" \t", CharClass.SPACE),
    ("&<>\\%", CharClass.MARKUP),
    (",.;:!?", CharClass.ASCII_MARK),
    ("()（）", CharClass.BRACKET),
    ("\"'＂＇", CharClass.STRAIGHT_QUOTE),
    ("-－", CharClass.HYPHEN),
    ("“”‘’", CharClass.CURLY_QUOTE),
    ("﹁﹂﹃﹄｢｣", CharClass.CORNER_QUOTE),
    ("，、。；：！？…", CharClass.CJK_MARK),
    ("?？", CharClass.QUESTION),
    ("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿ", CharClass.TONED),
    ("\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u3164\ufeff\uffa0", CharClass.INVISIBLE),
    ("\u00a0\u1680\u202f\u205f\u3000\u0085", CharClass.BLANK),
    ("\ufffd", CharClass.REPLACEMENT),
)


@cache
def _table() -> NDArray[np.uint32]:
    import numpy as np

    table = np.zeros(0x10000, dtype=np.uint32)
    for first, last, kind in _RANGES:
        table[first : last + 1] |= kind
    for characters, kind in (*_CHARACTERS, *_of_one_script()):
        table[_units(characters)] |= kind
    return table


def _of_one_script() -> Iterable[tuple[str, int]]:
    """The characters that one script alone uses."""
    for leads_to, use, characters, _ in _data.rows("script_characters.tsv"):
        if use in ("own", "split"):
            yield characters, CharClass.TRADITIONAL if leads_to == "hans" else CharClass.SIMPLIFIED


def _units(characters: Iterable[str]) -> list[int]:
    return [ord(ch) for ch in characters if ord(ch) < 0x10000]


# Small enough that units and flags stay in the processor's cache.
_BLOCK = 1 << 15


def scan(text: str) -> int:
    """Which classes occur in ``text``. Linear; about 900 MB/s of UTF-8.

    >>> bool(scan("政协") & CharClass.HAN), bool(scan("政协") & CharClass.DIGIT)
    (True, False)
    """
    import numpy as np

    table = _table()
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    flags = 0
    for at in range(0, len(units), _BLOCK):
        flags |= int(np.bitwise_or.reduce(table.take(units[at : at + _BLOCK], mode="clip")))
    return flags
