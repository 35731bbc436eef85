"""Big5 read as GBK or GB18030: ``い瓣``, ``現┎`` (NOISE §3.1)."""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import gbk, gbk_with_holes

RULE = Rule("mojibake-big5-as-gbk", "Big5 that was read as GBK", "現┎穦某癚阶", "政府會議討論")

CHANNELS = (
    Channel(RULE, gbk, Reading("cp950"), exact=True),
    Channel(RULE, gbk_with_holes, Reading("cp950")),
)
