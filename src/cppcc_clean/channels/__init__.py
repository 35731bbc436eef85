"""How text gets damaged on its way: one file per family, in the order in which they are tried.

UTF-8 comes first, for text cannot be read as UTF-8 by accident; then several layers; then GBK and Big5, which can be read
from anything, so that the model alone decides.
"""

from __future__ import annotations

from cppcc_clean.channels import (
    big5_as_gbk,
    big5_as_latin1,
    gbk_as_big5,
    gbk_as_latin1,
    gbk_as_latin1_as_gbk,
    gbk_as_page,
    utf8_as_gbk,
    utf8_as_latin1,
    utf8_as_page,
)
from cppcc_clean.channels.channel import Channel, Rivals

CHANNELS: tuple[Channel | Rivals, ...] = (
    *utf8_as_page.CHANNELS,
    *utf8_as_latin1.CHANNELS,
    *gbk_as_latin1_as_gbk.CHANNELS,
    *utf8_as_gbk.CHANNELS,
    *gbk_as_page.CHANNELS,
    *gbk_as_latin1.CHANNELS,
    *big5_as_latin1.CHANNELS,
    *gbk_as_big5.CHANNELS,
    *big5_as_gbk.CHANNELS,
)
