"""UTF-8 read as a single-byte code page: ``æ”¿å\x8d\x8f``, ``ж”їеЌЏ``, ``µö┐σìÅ``, once.

Exact where every byte has its character; else what the page leaves undefined is U+FFFD, and a no-break space inside a
character may have become a plain one (NOISE §3.1, §3.2). The pages are those that browsers and old systems know; the same
character stands at another byte in each of them, so that a run is read with one page alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.channels.channel import Channel, Rivals
from cppcc_clean.channels.decode import Reading, Table
from cppcc_clean.channels.observed import controls, page, page_with_controls, page_with_holes, two_characters
from cppcc_clean.channels.utf8_as_latin1 import ONCE as LATIN

OTHER = Rule(
    "mojibake-utf8-as-page", "UTF-8 that was read as a Cyrillic, Greek, Baltic, DOS or Mac page", "ж”їеЌЏе·ҐдЅњ", "政协工作"
)

# The pages of Windows, of ISO 8859, of DOS and of the Mac, the commoner ones first.
_LATIN = ("cp1252", "latin-1", "cp1250", "cp1254", "iso8859-15", "iso8859-2", "iso8859-9", "iso8859-16")
_OTHER = (
    "cp1257", "cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5", "mac_cyrillic", "cp1253", "iso8859-7",
    "cp437", "cp850", "cp852", "mac_roman",
)  # fmt: skip

# Of these browsers give up some bytes and show others.
_GIVEN_UP = ("cp1253", "cp1257")

_UTF8 = Reading("utf-8")


def _channel(table: Callable[[str], Table], name: str, exact: bool) -> Channel:
    """UTF-8 read as one page; of the others more must be seen, for three letters of a good word may look like Han."""
    if name in _LATIN:
        return Channel(LATIN, partial(table, name), _UTF8, exact)
    return Channel(OTHER, partial(table, name), _UTF8, exact, needs=pattern(partial(two_characters, name)))


CHANNELS = (
    Rivals(*(_channel(page, name, exact=True) for name in _LATIN + _OTHER)),
    Rivals(
        *(Channel(OTHER, partial(page_with_controls, name), _UTF8, needs=pattern(partial(controls, name))) for name in _GIVEN_UP),
        *(_channel(page_with_holes, name, exact=False) for name in _LATIN + _OTHER),
    ),
)
