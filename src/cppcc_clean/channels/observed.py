"""Which bytes an observed character stands for: one table per code page that text was wrongly read with.

The tables that `decode` reads, built from Python's own codecs on first use: first what has one meaning, then, one table
for each convention, what programs put where they could not go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from cppcc_clean.channels.choose import LOST
from cppcc_clean.channels.decode import SOME, Cell, Hole

Cells = dict[str, Cell]

_ASCII: Cells = {chr(byte): bytes([byte]) for byte in (9, *range(0x20, 0x7F))}

_HIGH = tuple(bytes([byte]) for byte in range(0x80, 0x100))


def _one_of(options: Sequence[bytes]) -> Hole:
    return Hole(lambda _: options)


# ------------------------------------------------------------------------------------------------ single-byte pages

# Where two of these pages have the same character they have it at the same byte, but for Ş and ş: one table serves all.
_PAGES = ("latin-1", "cp1252", "cp1254", "cp1250")

# The bytes that cp1252 leaves undefined.
_UNDEFINED = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")

#: What is left of an undefined byte, or of two in a row, where they vanished.
UNDEFINED = Hole(lambda _: (*_UNDEFINED, *(first + second for first in _UNDEFINED for second in _UNDEFINED)), anywhere=True)


@cache
def single_byte() -> Cells:
    """Latin-1 and the Windows pages of western, Turkish and central European text."""
    bytes_of: dict[str, set[bytes]] = {}
    for page in _PAGES:
        for byte in _HIGH:
            bytes_of.setdefault(byte.decode(page, "ignore") or byte.decode("latin-1"), set()).add(byte)
    cells = {char: _one_of(sorted(found)) if len(found) > 1 else found.pop() for char, found in bytes_of.items()}
    return _ASCII | cells


@cache
def single_byte_with_holes() -> Cells:
    """An undefined byte is U+FFFD; a no-break space (0xA0) is stored as a plain one by many programs."""
    return single_byte() | {LOST: _one_of(_UNDEFINED), " ": _one_of((b" ", b"\xa0"))}


# -------------------------------------------------------------------------------------------------------------- GBK

_LEADS = range(0x81, 0xFF)
_TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)

# Of the pairs that GBK leaves to its users UTF-8 can hold these: a continuation, and a continuation or a first byte.
_IN_UTF8 = frozenset((*range(0x80, 0xC0), *range(0xE2, 0xF0)))


@cache
def gbk() -> Cells:
    """GBK and GB18030, user zones included; ``€`` is 0x80 in code page 936 and on the web."""
    pairs = [bytes([lead, trail]) for lead in _LEADS for trail in _TRAILS]
    known = dict(zip(b"".join(pairs).decode("gb18030"), pairs, strict=True))
    private = dict(zip(map(chr, range(0xE000, 0xE766)), _user_zones(), strict=True))
    return {**known, **_ASCII, **private, "€": b"\x80"}


@cache
def gbk_with_holes() -> Cells:
    """CPython and Java put U+FFFD for each byte that begins no pair of GBK; Windows puts ``?``."""
    return gbk() | {LOST: Hole(_no_pair), "?": Hole(_question), "€": _EURO}


@cache
def gbk_with_questions() -> Cells:
    """Where a program further on had no U+FFFD it is ``?``, and what comes after it was not eaten."""
    return gbk() | {"?": Hole(_question_or_no_pair)}


@cache
def gbk_with_private_lost() -> Cells:
    """Where a program further on had no private-use characters they are ``?`` as well."""
    return gbk_with_holes() | {"?": Hole(_question_or_private)}


@cache
def gb18030_with_holes() -> Cells:
    """In GB18030 every pair is one, user zones included: only 0x80 and a byte at an end are lost."""
    return gbk_with_holes() | {LOST: Hole(_no_gb18030_pair)}


# ``€`` also has a code of its own.
_EURO = _one_of((b"\x80", b"\xa2\xe3"))

@cache
def _user_zones() -> list[bytes]:
    """The pairs that GBK leaves to its users, in the order of the private-use characters that stand for them."""
    high = [bytes([lead, trail]) for lead in (*range(0xAA, 0xB0), *range(0xF8, 0xFF)) for trail in range(0xA1, 0xFF)]
    low = [bytes([lead, trail]) for lead in range(0xA1, 0xA8) for trail in _TRAILS if trail < 0xA1]
    return high + low


@cache
def _private() -> list[bytes]:
    return [pair for pair in _user_zones() if _IN_UTF8.issuperset(pair)]


#: A private-use character that was dropped.
PRIVATE = Hole(lambda _: _private())


@cache
def _no_pair(following: bytes, page: str = "gbk", least: int = 0x80) -> list[bytes]:
    """Every byte that CPython gives up when ``following`` comes next; bytes below ``least`` are not expected."""
    trails = [bytes([trail]) for trail in range(least, 0xFF)] if following == SOME else [following]
    return [
        byte
        for byte in _HIGH[least - 0x80 :]
        if any((byte + trail).decode(page, "replace").startswith(LOST) for trail in trails)
    ]


def _no_gb18030_pair(following: bytes) -> list[bytes]:
    return _no_pair(following, "gb18030")


def _question(following: bytes) -> list[bytes]:
    """``?``: itself, or a lone byte and the ASCII byte that it ate.

    What was eaten cannot be known: digits and brackets alike become U+FFFD. Only the end of a line can be told from the
    rest, by its neighbours, unless a digit or a letter comes next (`在?998年`).
    """
    ate = [LOST.encode()] if following.isalnum() else [LOST.encode(), b"\n"] if following else [b""]
    return [b"?", *(byte + eaten for byte in _HIGH for eaten in ate)]


def _question_or_no_pair(following: bytes) -> list[bytes]:
    """``?``: itself, or a byte that CPython and Java give up."""
    return [b"?", *_no_pair(following)]


def _question_or_private(following: bytes) -> list[bytes]:
    return _question(following) + _private()


# ------------------------------------------------------------------------------------------------------------- Big5

# All bytes of GB 2312, which modern text hardly leaves, are 0xA1 and above.
_GB2312 = 0xA1


@cache
def big5() -> Cells:
    """Big5 as Windows has it (code page 950); of two codes for one character the lower."""
    pairs = [bytes([lead, trail]) for lead in range(0xA1, 0xFA) for trail in _TRAILS if not 0x7F < trail < 0xA1]
    known = {pair.decode("cp950", "ignore"): pair for pair in reversed(pairs)}
    del known[""]
    return {**known, **_ASCII}


@cache
def big5_with_holes() -> Cells:
    """CPython puts U+FFFD for each byte that begins no pair of Big5."""
    return big5() | {LOST: Hole(_no_big5_pair)}


@cache
def big5_with_lost_pairs() -> Cells:
    """Java and the browsers put U+FFFD for a whole pair."""
    return big5() | {LOST: Hole(lambda _: _no_big5_pairs())}


def _no_big5_pair(following: bytes) -> list[bytes]:
    return _no_pair(following, "cp950", _GB2312)


@cache
def _no_big5_pairs() -> list[bytes]:
    pairs = (bytes([lead, trail]) for lead in range(_GB2312, 0xF8) for trail in range(_GB2312, 0xFF))
    return [pair for pair in pairs if not pair.decode("cp950", "ignore")]
