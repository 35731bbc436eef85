"""UTF-8 read as GBK, GB18030 or code page 936: ``鏀垮崗宸ヤ綔``, once or several times over.

What the program that read it could not show it replaced: CPython and Java write U+FFFD for a byte, Windows writes ``€`` and a
``?`` that eats the ASCII byte after it; private-use characters may be kept, dropped or lost (NOISE §3.1). Where U+FFFD was
stored as ``?`` the two look alike, so both are tried: Windows alone shows ``€`` and private-use characters.
"""

from __future__ import annotations

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import (
    PRIVATE,
    gb18030_with_holes,
    gbk,
    gbk_with_holes,
    gbk_with_private_lost,
    gbk_with_questions,
)

ONCE = Rule("mojibake-utf8-as-gbk", "UTF-8 that was read as GBK", "鏀垮崗宸ヤ綔", "政协工作")
AGAIN = Rule("mojibake-utf8-as-gbk-again", "UTF-8 that was read as GBK twice or three times", "閸楀繐鏅㈡导姘愁唴", "协商会议")

_UTF8 = Reading("utf-8")
_TWICE = Reading("utf-8", gbk_with_holes, _UTF8)
_THRICE = Reading("utf-8", gbk_with_holes, _TWICE)

# Where private-use characters were kept GB18030 was read, and less was lost. Where a reading breaks they were dropped.
_KEPT = pattern("[\ue000-\ue765]")
_QUESTION = pattern(r"\?")

# Where U+FFFD is a ``?`` what follows it is whole: more than the rest of a number (``?024``). Windows leaves other signs.
_WHOLE = pattern(r"\?(?!0\d|\Z)")
_WINDOWS = pattern("[€\ue000-\ue765]")

CHANNELS = (
    Channel(ONCE, gbk, _UTF8, exact=True),
    Channel(ONCE, gb18030_with_holes, _UTF8, needs=_KEPT),
    Channel(ONCE, gbk_with_questions, _UTF8, needs=_WHOLE, unless=_WINDOWS, rivalled=True),
    Channel(ONCE, gbk_with_holes, _UTF8),
    Channel(ONCE, gbk_with_private_lost, _UTF8, needs=_QUESTION),
    Channel(ONCE, gb18030_with_holes, _UTF8, lost=PRIVATE),
    Channel(AGAIN, gbk, Reading("utf-8", gbk, _UTF8), exact=True),
    Channel(AGAIN, gbk, Reading("utf-8", gbk, Reading("utf-8", gbk, _UTF8)), exact=True),
    Channel(AGAIN, gb18030_with_holes, _TWICE, needs=_KEPT),
    Channel(AGAIN, gbk_with_holes, _TWICE),
    Channel(AGAIN, gb18030_with_holes, _THRICE),
)
