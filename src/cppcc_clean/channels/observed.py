"""Which bytes an observed character stands for: one table per code page that text was wrongly read with.

What the tables of `decode` hold, built from Python's own codecs on first use. Conventions differ between programs, and one
table holds them all: an exact table only what has one meaning, the full one also the holes.
"""

from __future__ import annotations

from functools import cache

from cppcc_clean.channels.decode import SOME, Cell, Hole, Table

ASCII: dict[str, bytes] = {chr(byte): bytes([byte]) for byte in (9, *range(0x20, 0x7F))}

# UTF-8 continuation bytes; nearly every byte that UTF-8 read as GBK loses is one of them.
_ALL = tuple(bytes([byte]) for byte in range(0x80, 0x100))

# ------------------------------------------------------------------------------------------------ single-byte pages

# Where two of these pages have the same character they have it at the same byte, but for Ş and ş: one table serves all.
_PAGES = ("latin-1", "cp1252", "cp1254", "cp1250")

# The bytes that cp1252 leaves undefined, and what cp1250 and cp1254 leave undefined beside them.
_UNDEFINED = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")


@cache
def single_byte(exact: bool) -> Table:
    """Latin-1 and the Windows pages of western, Turkish and central European text."""
    bytes_of: dict[str, set[bytes]] = {}
    for page in _PAGES:
        for byte in _ALL:
            bytes_of.setdefault(byte.decode(page, "ignore") or byte.decode("latin-1"), set()).add(byte)
    table: dict[str, Cell] = dict(ASCII)
    for char, found in bytes_of.items():
        table[char] = found.pop() if len(found) == 1 else _one_of(*sorted(found))
    if not exact:
        table["\ufffd"] = _one_of(*_UNDEFINED)
        # A no-break space (0xA0) is stored as a plain one by many programs; inside a character it cannot be one.
        table[" "] = _one_of(b" ", b"\xa0")
    return table


def _one_of(*options: bytes) -> Hole:
    return Hole(lambda following: [(option, 0.0) for option in options])


#: What is left of an undefined byte where it vanished.
UNDEFINED = _one_of(*_UNDEFINED, *(a + b for a in _UNDEFINED for b in _UNDEFINED))

# -------------------------------------------------------------------------------------------------------------- GBK

_LEADS = range(0x81, 0xFF)
_TRAILS = tuple(byte for byte in range(0x40, 0xFF) if byte != 0x7F)


@cache
def gbk(exact: bool) -> Table:
    """GBK and GB18030, user zones included; ``€`` is 0x80 in code page 936 and on the web."""
    pairs = [bytes([lead, trail]) for lead in _LEADS for trail in _TRAILS]
    table: dict[str, Cell] = dict(zip(b"".join(pairs).decode("gb18030"), pairs, strict=True)) | ASCII
    table.update(zip(map(chr, range(0xE000, 0xE766)), _user_zones(), strict=True))
    if exact:
        table["€"] = b"\x80"
    else:
        table["€"] = _one_of(b"\x80", b"\xa2\xe3")
        table["\ufffd"] = Hole(_no_pair)
        table["?"] = Hole(_question)
    return table


def _user_zones() -> list[bytes]:
    """The pairs that GBK leaves to its users, in the order of the private-use characters that stand for them."""
    high = [bytes([lead, trail]) for lead in (*range(0xAA, 0xB0), *range(0xF8, 0xFF)) for trail in range(0xA1, 0xFF)]
    low = [bytes([lead, trail]) for lead in range(0xA1, 0xA8) for trail in _TRAILS if trail < 0xA1]
    return high + low


def _no_pair(following: bytes) -> list[tuple[bytes, float]]:
    """U+FFFD: one byte that makes no pair with the byte after it."""
    return [(byte, 0.0) for byte in _ALL if _breaks("gbk", byte, following)]


@cache
def _breaks(page: str, byte: bytes, following: bytes) -> bool:
    """Whether CPython gives up ``byte`` when ``following`` comes next."""
    trails = [bytes([trail]) for trail in range(0x80, 0xFF)] if following == SOME else [following]
    return any((byte + trail).decode(page, "replace").startswith("\ufffd") for trail in trails)


@cache
def _user_pairs() -> list[tuple[bytes, float]]:
    return [(pair, 0.0) for pair in _user_zones()]


#: A private-use character that was dropped.
PRIVATE = Hole(lambda following: _user_pairs())


# The ASCII byte that a lone lead ate cannot be known: digits and brackets alike become U+FFFD. Only the end of a line can
# be told from the rest, by its neighbours, unless a digit or a letter comes next (`在?998年`).
_LOST = "\ufffd".encode()


def _question(following: bytes) -> list[tuple[bytes, float]]:
    """``?``: itself; a lone byte, and the ASCII byte that it ate; a private-use character that was lost."""
    ends = [(byte, 0.0) for byte in _ALL] if not following else []
    ate = [(byte + _LOST, 0.0) for byte in _ALL]
    if not following.isalnum():
        ate += [(byte + b"\n", 0.0) for byte in _ALL]
    return [(b"?", 0.0), *ends, *ate, *_user_pairs()]


# ------------------------------------------------------------------------------------------------------------- Big5


@cache
def big5(exact: bool) -> Table:
    """Big5 as Windows has it (code page 950)."""
    pairs = [bytes([lead, trail]) for lead in range(0xA1, 0xFA) for trail in _TRAILS if not 0x7F < trail < 0xA1]
    table: dict[str, Cell] = {pair.decode("cp950", "ignore"): pair for pair in reversed(pairs)} | ASCII
    del table[""]
    if not exact:
        table["\ufffd"] = Hole(_no_big5_pair)
    return table


def _no_big5_pair(following: bytes) -> list[tuple[bytes, float]]:
    """U+FFFD: one byte that makes no pair with the byte after it, or a whole pair that Big5 does not have."""
    return [(byte, 0.0) for byte in _ALL if _breaks("cp950", byte, following)]
