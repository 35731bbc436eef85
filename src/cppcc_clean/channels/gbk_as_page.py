"""GBK read as one of the rarer single-byte pages: ``ХюРР``, ``╒■╨╨``, exact where every byte has its character.

GBK can be read from anything, so a page is tried only where it shows a common character of Chinese text as `gbk_as_latin1`
would not read it (NOISE §3.1).
"""

from __future__ import annotations

import re
from functools import partial

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import page, page_with_holes, single_byte

RULE = Rule("mojibake-gbk-as-page", "GBK that was read as a Cyrillic, Greek, Baltic, DOS or Mac page", "╒■╨¡╣ñ╫≈╡─", "政协工作的")

_PAGES = (
    "cp1251", "koi8-r", "cp866", "mac_cyrillic", "cp1253", "cp437", "cp850", "cp852", "mac_roman", "iso8859-2", "iso8859-7",
    "iso8859-15", "iso8859-16", "cp1257",
)  # fmt: skip

# One in three characters of news.
_COMMON = "，。、的一国中在和人是了有大会业年不为发上工这民地全经个作政建新产出对家行市时党部们进就来"


def _sign(name: str) -> str:
    """A pattern: common characters as the page shows them, and as the western pages do not."""
    shown = {byte: char for char, byte in page(name).items()}
    pairs = [[bytes([byte]) for byte in char.encode("gbk")] for char in _COMMON]
    seen = ["".join([shown[byte] for byte in pair]) for pair in pairs if shown.keys() >= set(pair)]
    western = single_byte()
    return "|".join(re.escape(chars) for chars in seen if not all(western.get(char) == page(name)[char] for char in chars))


def _channels(name: str) -> tuple[Channel, Channel]:
    sign = pattern(partial(_sign, name))
    reading = Reading("gb18030")
    return (
        Channel(RULE, partial(page, name), reading, exact=True, needs=sign, rivalled=True),
        Channel(RULE, partial(page_with_holes, name), reading, needs=sign, rivalled=True),
    )


CHANNELS = tuple(channel for name in _PAGES for channel in _channels(name))
