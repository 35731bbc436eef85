"""GBK read as Latin-1, saved as UTF-8, and that read as GBK: ``脰脨鹿煤`` (NOISE §3.1)."""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import gbk, single_byte

RULE = Rule("mojibake-double", "GBK read as Latin-1, saved as UTF-8, read as GBK", "脮镁脨颅鹿陇脳梅", "政协工作")

_READING = Reading("utf-8", single_byte, Reading("gb18030"))

CHANNELS = (
    Channel(RULE, gbk, _READING, exact=True),
    Channel(RULE, gbk, _READING),
)
