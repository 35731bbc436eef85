"""UTF-8 read as Latin-1 or a Windows page, where what cp1252 leaves undefined vanished, or twice: ``Ã¥â€ºÂ½Ã¥Â®Â¶``.

One layer that lost nothing, or left a sign of it, is `utf8_as_page`'s (NOISE §3.1, §3.2).
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import UNDEFINED, single_byte, single_byte_with_holes

ONCE = Rule("mojibake-utf8-as-latin1", "UTF-8 that was read as Latin-1, cp1252 or their kin", "æ”¿å\x8d\x8fï¼Œ", "政协，")
AGAIN = Rule(
    "mojibake-utf8-as-latin1-again", "UTF-8 that was read as Latin-1 or cp1252 twice", "Ã¥â€ºÂ½Ã¥Â®Â¶", "国家"
)

_UTF8 = Reading("utf-8")

CHANNELS = (
    Channel(ONCE, single_byte_with_holes, _UTF8, lost=UNDEFINED),
    Channel(AGAIN, single_byte, Reading("utf-8", single_byte, _UTF8), exact=True),
    Channel(AGAIN, single_byte_with_holes, Reading("utf-8", single_byte_with_holes, _UTF8)),
)
