"""What is left of a byte order mark or of U+FFFD that went through a wrong code page: ``ï»¿``, ``锘縤mport``, ``ï¿½``.

A byte order mark stands at the start of a text or, where files were joined, of a line; elsewhere nothing is touched, for 锘
is nobelium and a company's name (NOISE §3.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cppcc_clean._edits import Edit
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.channels.choose import LOST

BOM = Rule("mojibake-byte-order-mark", "A byte order mark that was read with a wrong code page", "ï»¿政协", "政协")
HOLE = Rule("mojibake-hole", "U+FFFD that was read as Latin-1", "政ï¿½协", "政\ufffd协")

_BOM_AS_LATIN1 = pattern("^(?:ï»¿)++", re.MULTILINE)
_HOLE_AS_LATIN1 = pattern("ï¿½")


@cache
def _bom_as_gbk() -> re.Pattern[str]:
    """``锘`` (EF BB) and a character whose bytes are BF and an ASCII letter."""
    eaten = "".join(bytes([0xBF, trail]).decode("gbk") for trail in (*range(0x41, 0x5B), *range(0x61, 0x7B)))
    return re.compile(f"^锘([{eaten}])(?=[!-~])", re.MULTILINE)


def find(text: str) -> Iterator[Edit]:
    """The debris in ``text``; almost every text has none and is done after two searches for a character."""
    if "ï" in text:
        yield from (Edit(*found.span(), "", BOM.name) for found in _BOM_AS_LATIN1.finditer(text))
        yield from (Edit(*found.span(), LOST, HOLE.name) for found in _HOLE_AS_LATIN1.finditer(text))
    if "锘" in text:
        for found in _bom_as_gbk().finditer(text):
            yield Edit(*found.span(), chr(found[1].encode("gbk")[1]), BOM.name)
