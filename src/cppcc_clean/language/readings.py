"""How a character may be read: pinyin in all its spellings against the readings that dictionaries give.

Covered are the Han of GBK, simplified and traditional: no page that annotates its characters holds others (NOISE §4).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cppcc_clean import _data

# Letters that pages print for those of pinyin: U+0251 and U+0261 (GBK has them) for a and g, the breve for the caron, v
# for ü.
_SPELLING = str.maketrans("\u0251\u0261ăĕĭŏŭv", "agǎěǐǒǔü")
_TONELESS = str.maketrans("āáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ", "aaaaeeeeeiiiioooouuuuuuuuunnnm")
# ü is often typed as u.
_UMLAUT = str.maketrans("ǖǘǚǜü", "ūúǔùu")

PINYIN_LETTERS = "a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ\u0251\u0261ăĕĭŏŭ"


class Reading(NamedTuple):
    """How a syllable is written, and what it may be read for."""

    plain: str  # characters that simplified text never writes, and of which nobody needs to be told how to read them
    traditional: str  # other such characters, rare or with several readings
    common: str  # very common characters of both scripts that are nearly always read so
    others: str


@cache
def _readings() -> dict[str, Reading]:
    """By syllable, with its tone and without."""
    table: dict[str, Reading] = {}
    for row in _data.rows("readings.tsv"):
        reading = Reading(*row[1:])
        for syllable in {_canonical(row[0]), toneless(row[0])}:
            known = table.get(syllable)
            table[syllable] = Reading(*map("".join, zip(known, reading, strict=True))) if known else reading
    return table


_NONE = Reading("", "", "", "")


def reading(syllable: str) -> Reading:
    """The characters that may be read as ``syllable``, which has its tone or none, in any spelling.

    >>> "協" in reading("xié").plain, "調" in reading("diào").traditional, "工" in reading("gong").common
    (True, True, True)
    >>> "綠" in reading("lv").traditional, "學" in reading("méi").plain
    (False, False)
    """
    return _readings().get(_canonical(syllable), _NONE)


def _canonical(syllable: str) -> str:
    return syllable.translate(_SPELLING).translate(_UMLAUT)


def toneless(syllable: str) -> str:
    """The syllable without its tone and dots.

    >>> toneless("nǚ"), toneless("lüè")
    ('nu', 'lue')
    """
    return syllable.translate(_SPELLING).translate(_TONELESS)
