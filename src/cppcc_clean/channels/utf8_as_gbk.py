"""UTF-8 read as GBK, GB18030 or code page 936: ``鏀垮崗宸ヤ綔``, once or several times over.

What the program that read it could not show it replaced: CPython and Java write U+FFFD for a byte, Windows writes ``€`` and a
``?`` that eats the ASCII byte after it; private-use characters may be kept, dropped or lost (NOISE §3.1).
"""

from __future__ import annotations

from functools import partial

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import PRIVATE, gbk

ONCE = Rule("mojibake-utf8-as-gbk", "UTF-8 that was read as GBK", "鏀垮崗宸ヤ綔", "政协工作")
AGAIN = Rule("mojibake-utf8-as-gbk-again", "UTF-8 that was read as GBK twice or three times", "閺€鍨礂瀹搞儰缍�", "政协工作")

_UTF8 = Reading("utf-8")
_TWICE = Reading("utf-8", partial(gbk, False), _UTF8)
_THRICE = Reading("utf-8", partial(gbk, False), _TWICE)

CHANNELS = (
    Channel(ONCE, gbk, _UTF8, PRIVATE),
    Channel(AGAIN, gbk, _TWICE),
    Channel(AGAIN, gbk, _THRICE),
)
