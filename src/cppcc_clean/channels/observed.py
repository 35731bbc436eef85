"""Which bytes an observed character stands for: one table per code page that text was wrongly read with.

The tables that `decode` reads, built from Python's own codecs on first use: first what has one meaning, then, one table
for each convention, what programs put where they could not go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from cppcc_clean.channels.choose import LOST
from cppcc_clean.channels.decode import LEADS, SOME, Cell, Hole

Cells = dict[str, Cell]

_ASCII: Cells = {chr(byte): bytes([byte]) for byte in (9, *range(0x20, 0x7F))}

_HIGH = tuple(bytes([byte]) for byte in range(0x80, 0x100))


def _one_of(options: Sequence[bytes]) -> Hole:
    return Hole(lambda _: options)


# ------------------------------------------------------------------------------------------------ single-byte pages


@cache
def page(name: str) -> Cells:
    """One single-byte page; browsers show a byte below 0xA0 that it leaves undefined as the control of the same number."""
    controls: Cells = {chr(byte[0]): byte for byte in _undefined(name) if byte < _NO_BREAK}
    return _ASCII | controls | {byte.decode(name): byte for byte in _HIGH if byte not in _undefined(name)}


@cache
def page_with_holes(name: str) -> Cells:
    """An undefined byte is U+FFFD; a no-break space inside a character is stored as a plain one by many programs."""
    return page(name) | _blank(name) | _lost(_undefined(name))


@cache
def page_with_controls(name: str) -> Cells:
    """Browsers put U+FFFD for an undefined byte from 0xA0 on, and for no other."""
    return page(name) | _blank(name) | _lost([byte for byte in _undefined(name) if byte >= _NO_BREAK])


def controls(name: str) -> str:
    """A pattern: the controls that stand for bytes that a page leaves undefined."""
    return f"[{_shown(name, [byte[0] for byte in _undefined(name) if byte < _NO_BREAK])}]"


def two_characters(name: str) -> str:
    """A pattern: two characters of Chinese text in UTF-8, as a page shows them; an undefined byte may be lost."""
    lead, trail = _shown(name, LEADS), _shown(name, range(0x80, 0xC0))
    return f"(?:[{lead}{LOST}][{trail}{LOST}]{{2}}){{2}}"


def _shown(name: str, data: Iterable[int]) -> str:
    """The characters that a page shows for some bytes, as part of a pattern."""
    shown = {byte: char for char, byte in page(name).items()}
    return re.escape("".join([shown.get(bytes([byte]), "") for byte in data]))


_NO_BREAK = b"\xa0"


def _blank(name: str) -> Cells:
    return {" ": _one_of((b" ", _NO_BREAK))} if _NO_BREAK.decode(name, "ignore") == "\xa0" else {}


def _lost(options: Sequence[bytes]) -> Cells:
    return {LOST: _one_of(options)} if options else {}


@cache
def _undefined(name: str) -> tuple[bytes, ...]:
    return tuple(byte for byte in _HIGH if not byte.decode(name, "ignore"))


# Where two of these pages have the same character they have it at the same byte, but for Ş and ş: one table serves all.
_WESTERN = ("latin-1", "cp1252", "cp1254", "cp1250")

#: What is left of a byte that cp1252 leaves undefined, or of two in a row, where they vanished.
UNDEFINED = Hole(
    lambda _: (*_undefined("cp1252"), *(one + other for one in _undefined("cp1252") for other in _undefined("cp1252"))),
    anywhere=True,
)


@cache
def single_byte() -> Cells:
    """Latin-1 and the Windows pages of western, Turkish and central European text at once."""
    bytes_of: dict[str, set[bytes]] = {}
    for name in _WESTERN:
        for byte in _HIGH:
            bytes_of.setdefault(byte.decode(name, "ignore") or byte.decode("latin-1"), set()).add(byte)
    cells = {char: _one_of(sorted(found)) if len(found) > 1 else found.pop() for char, found in bytes_of.items()}
    return _ASCII | cells


@cache
def single_byte_with_holes() -> Cells:
    """An undefined byte of cp1252 is U+FFFD, a no-break space a plain one."""
    return single_byte() | {char: page_with_holes("cp1252")[char] for char in (LOST, " ")}


# -------------------------------------------------------------------------------------------------------------- GBK

_FIRST = range(0x81, 0xFF)
_TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)

# Of the pairs that GBK leaves to its users UTF-8 can hold these: a continuation, and a continuation or a first byte.
_IN_UTF8 = frozenset((*range(0x80, 0xC0), *range(0xE2, 0xF0)))


@cache
def gbk() -> Cells:
    """GBK and GB18030, user zones included; ``€`` is 0x80 in code page 936 and on the web."""
    pairs = [bytes([lead, trail]) for lead in _FIRST for trail in _TRAILS]
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
