"""GBK read as Latin-1, saved as UTF-8, and that read as GBK: ``脰脨鹿煤`` (NOISE §3.1)."""

from __future__ import annotations

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import gbk, single_byte

RULE = Rule("mojibake-double", "GBK read as Latin-1, saved as UTF-8, read as GBK", "脮镁脨颅鹿陇脳梅", "政协工作")

_READING = Reading("utf-8", single_byte, Reading("gb18030"))

# What GBK shows for the characters of Latin-1 in UTF-8: without two together nothing has to be tried.
_LATIN1 = "".join(bytes([lead, trail]).decode("gbk") for lead in (0xC2, 0xC3) for trail in range(0x80, 0xC0))
_TWO = pattern(f"[{_LATIN1}]{{2}}")

CHANNELS = (
    Channel(RULE, gbk, _READING, exact=True, needs=_TWO),
    Channel(RULE, gbk, _READING, needs=_TWO),
)
