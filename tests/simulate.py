"""Every way in which NOISE §3.1 says text is damaged, as a function ``damage(text) -> str``.

First the decoders, each the exact model of what some software does to bytes; then ``FAMILIES``, the damage by name.
The byte shift (§3.4) is a matter of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Damage = Callable[[str], str]
Decoder = Callable[[bytes], str]

# ------------------------------------------------------------------------------------------------------- decoders


def codec(name: str) -> Decoder:
    """CPython's codec: every byte that begins nothing known becomes U+FFFD, and the next byte is tried afresh."""
    return lambda data: data.decode(name, "replace")


def single_byte(page: str, lost: str | None = None) -> Decoder:
    """A single-byte code page; a byte that it leaves undefined becomes ``lost``, or what browsers make of it.

    Those show the control of the same number, and U+FFFD from 0xA0 on.
    """
    table = []
    for byte in range(0x100):
        known = bytes([byte]).decode(page, "ignore")
        unknown = lost if lost is not None else chr(byte) if byte < 0xA0 else "\ufffd"
        table.append(known or unknown)
    return lambda data: "".join(table[byte] for byte in data)


def browser(data: bytes) -> str:
    """GBK and GB18030 as WHATWG has them: 0x80 is the euro sign; a lone lead is U+FFFD, the ASCII after it stays."""
    return _gbk_pairs(data, lambda trail: "\ufffd" + trail if trail < "\x80" else "\ufffd")


def windows(data: bytes) -> str:
    """Code page 936: an impossible pair becomes one ``?``, so that a lone lead eats the ASCII byte after it."""
    return _gbk_pairs(data, lambda _: "?")


def _gbk_pairs(data: bytes, impossible: Callable[[str], str]) -> str:
    out = []
    at = 0
    while at < len(data):
        if data[at] <= 0x80:
            out.append("€" if data[at] == 0x80 else chr(data[at]))
            at += 1
            continue
        pair = data[at : at + 2]
        at += 2
        try:
            out.append(pair.decode("gb18030"))
        except UnicodeDecodeError:
            out.append(impossible(pair[1:].decode("latin-1")))
    return "".join(out)


def big5_pairs(data: bytes) -> str:
    """Big5 where an unknown pair is one U+FFFD, as in Java and in the browsers."""
    return "".join(pair.decode("cp950", "ignore") or "\ufffd" for pair in _BIG5_PAIR.findall(data))


_BIG5_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]|[\s\S]")

# ------------------------------------------------------------------------------------- damage, and damage to damage


def read(source: str, *decoders: Decoder, between: str = "utf-8") -> Damage:
    """Written in ``source`` and read by the first decoder, saved in ``between`` and read by the next …"""

    def damage(text: str) -> str:
        encoding = source
        for decoder in decoders:
            text = decoder(_encoded(text, encoding))
            encoding = between
        return text

    return damage


def then(damage: Damage, *changes: Damage) -> Damage:
    """What is done to text that is damaged already."""

    def both(text: str) -> str:
        for change in (damage, *changes):
            text = change(text)
        return text

    return both


def replacing(pattern: str, by: str) -> Damage:
    """A later cleaner, database or export that has no such characters."""
    return lambda text: re.sub(pattern, by, text)


def cut(source: str, decoder: Decoder) -> Damage:
    """A field of so many bytes: every line loses the last byte of its last character."""
    return lambda text: "\n".join(decoder(_encoded(line, source)[:-1]) for line in text.split("\n"))


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")


# GBK's user zones, as Unicode has them.
PRIVATE = "[\ue000-\ue765]"
C1 = "[\x80-\x9f]"

# UTF-8, read as GBK.
_UTF8_AS_GBK: dict[str, Damage] = {
    "utf8_as_gb18030": read("utf-8", codec("gb18030")),
    "utf8_as_gb18030_private_dropped": then(read("utf-8", codec("gb18030")), replacing(PRIVATE, "")),
    "utf8_as_gbk": read("utf-8", codec("gbk")),
    "utf8_as_gbk_question": then(read("utf-8", codec("gbk")), replacing("\ufffd", "?")),
    "utf8_as_gbk_browser": read("utf-8", browser),
    "utf8_as_cp936": read("utf-8", windows),
    "utf8_as_cp936_private_dropped": then(read("utf-8", windows), replacing(PRIVATE, "")),
    "utf8_as_cp936_private_lost": then(read("utf-8", windows), replacing(PRIVATE, "?")),
    "utf8_as_gbk_cut": cut("utf-8", codec("gbk")),
    "utf8_as_gb18030_twice": read("utf-8", codec("gb18030"), codec("gb18030")),
    "utf8_as_gb18030_thrice": read("utf-8", codec("gb18030"), codec("gb18030"), codec("gb18030")),
    "utf8_as_gbk_twice": read("utf-8", codec("gbk"), codec("gbk")),
}

# UTF-8, read as a single-byte code page.
_UTF8_AS_LATIN1: dict[str, Damage] = {
    "utf8_as_latin1": read("utf-8", codec("latin-1")),
    "utf8_as_cp1252": read("utf-8", single_byte("cp1252")),
    "utf8_as_cp1252_lost": read("utf-8", single_byte("cp1252", lost="\ufffd")),
    "utf8_as_cp1252_dropped": read("utf-8", single_byte("cp1252", lost="")),
    "utf8_as_latin1_nbsp": then(read("utf-8", codec("latin-1")), replacing("\xa0", " ")),
    "utf8_as_cp1252_nbsp": then(read("utf-8", single_byte("cp1252", lost="\ufffd")), replacing("\xa0", " ")),
    "utf8_as_latin1_cut": cut("utf-8", codec("latin-1")),
    "utf8_as_latin1_twice": read("utf-8", codec("latin-1"), codec("latin-1")),
    "utf8_as_cp1252_twice": read("utf-8", single_byte("cp1252"), single_byte("cp1252")),
}

_PAGES = (
    "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15",
    "iso8859-16", "koi8-r", "cp437", "cp850", "cp852", "cp866", "mac_roman", "mac_cyrillic",
)  # fmt: skip
_UTF8_AS_PAGE: dict[str, Damage] = {
    f"utf8_as_{page.replace('-', '_')}": read("utf-8", single_byte(page)) for page in _PAGES
} | {f"utf8_as_{page}_lost": read("utf-8", single_byte(page, lost="\ufffd")) for page in ("cp1250", "cp1253", "cp1257")}

# GBK, read as a single-byte code page.
_GBK_AS_LATIN1: dict[str, Damage] = {
    f"gbk_as_{page.replace('-', '')}": read("gbk", single_byte(page)) for page in ("latin-1", "cp1250", "cp1252", "cp1254")
} | {
    "gbk_as_cp1252_lost": read("gbk", single_byte("cp1252", lost="\ufffd")),
    "gbk_as_latin1_nbsp": then(read("gbk", codec("latin-1")), replacing("\xa0", " ")),
    "gbk_as_latin1_cut": cut("gbk", codec("latin-1")),
    "gbk_as_latin1_as_gbk": read("gbk", codec("latin-1"), codec("gbk")),
}

_GBK_AS_PAGE: dict[str, Damage] = {
    f"gbk_as_{page.replace('-', '_')}": read("gbk", single_byte(page))
    for page in ("cp1251", "cp1253", "cp1257", "iso8859-2", "iso8859-15", "koi8-r", "cp437", "cp850", "cp866", "mac_roman")
}

_GBK_AS_BIG5: dict[str, Damage] = {
    "gbk_as_big5": read("gbk", codec("cp950")),
    "gbk_as_big5_pairs": read("gbk", big5_pairs),
}

# The text must be one that Big5 can write.
TRADITIONAL: dict[str, Damage] = {
    "big5_as_gb18030": read("cp950", codec("gb18030")),
    "big5_as_gbk": read("cp950", codec("gbk")),
    "big5_as_cp1252": read("cp950", single_byte("cp1252")),
    "big5_as_cp1252_lost": read("cp950", single_byte("cp1252", lost="\ufffd")),
}

# What is left of a byte order mark or of U+FFFD: put into text that is otherwise whole.
_DEBRIS: dict[str, Damage] = {
    "bom_as_latin1": lambda text: "ï»¿" + text,
    "bom_as_gbk": lambda text: read("utf-8", codec("gb18030"))("\ufeff" + text),
    "hole_as_latin1": lambda text: text.replace("，", "ï¿½", 1),
}

FAMILIES: dict[str, Damage] = {
    **_UTF8_AS_GBK, **_UTF8_AS_LATIN1, **_UTF8_AS_PAGE, **_GBK_AS_LATIN1, **_GBK_AS_PAGE, **_GBK_AS_BIG5,
    **TRADITIONAL, **_DEBRIS,
}  # fmt: skip
