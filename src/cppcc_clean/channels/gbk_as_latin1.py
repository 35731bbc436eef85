"""GBK read as Latin-1 or a Windows page (cp1250, cp1252, cp1254): ``ÕþÐ\xad¹¤×÷``, ``µÄ``, ``£¬``, ``¡£``.

Exact, but for traditional text in cp1252, where an undefined byte may be lost (NOISE §3.1).
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import single_byte, single_byte_with_holes

RULE = Rule("mojibake-gbk-as-latin1", "GBK that was read as Latin-1, cp1250, cp1252 or cp1254", "ÕþÐ\xad¹¤×÷", "政协工作")

CHANNELS = (
    Channel(RULE, single_byte, Reading("gb18030"), exact=True),
    Channel(RULE, single_byte_with_holes, Reading("gb18030")),
)
