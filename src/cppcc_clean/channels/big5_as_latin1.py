"""Big5 read as Latin-1 or cp1252: ``¤¤°ê`` (NOISE §3.1)."""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel
from cppcc_clean.channels.decode import Reading
from cppcc_clean.channels.observed import single_byte, single_byte_with_holes

RULE = Rule("mojibake-big5-as-latin1", "Big5 that was read as Latin-1 or cp1252", "¬F¨ó¤u§@", "政協工作")

CHANNELS = (
    Channel(RULE, single_byte, Reading("cp950"), exact=True),
    Channel(RULE, single_byte_with_holes, Reading("cp950")),
)
