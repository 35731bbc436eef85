"""GBK read as Big5: ``笢弊``, ``腔``, ``ㄛ``, ``﹝``; a pair that Big5 does not have is U+FFFD (NOISE §3.1)."""

from __future__ import annotations

import re

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import big5, big5_with_holes, big5_with_lost_pairs

RULE = Rule("mojibake-gbk-as-big5", "GBK that was read as Big5", "淉衪馱釬", "政协工作")

CHANNELS = (
    Channel(RULE, big5, Reading("gb18030"), exact=True),
    Channel(RULE, big5_with_holes, Reading("gb18030")),
    Channel(RULE, big5_with_lost_pairs, Reading("gb18030"), needs=re.compile("\ufffd")),
)
