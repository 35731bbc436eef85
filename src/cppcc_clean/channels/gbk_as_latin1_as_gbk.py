"""GBK read as Latin-1, saved as UTF-8, and that read as GBK: ``脰脨鹿煤`` (NOISE §3.1)."""

from __future__ import annotations

from functools import partial

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import gbk, single_byte

RULE = Rule("mojibake-double", "GBK read as Latin-1, saved as UTF-8, read as GBK", "脮镁脨颅鹿陇脳梅", "政协工作")

CHANNELS = (Channel(RULE, gbk, Reading("utf-8", partial(single_byte, False), Reading("gb18030"))),)
