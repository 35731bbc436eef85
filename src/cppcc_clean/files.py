"""Bytes to text and back: finding a file's encoding, naming what cannot be decoded, writing without risk."""

from __future__ import annotations

import codecs
import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16", "utf-32")

# Byte order marks; that of UTF-32 begins with that of UTF-16, so it is looked for first.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_ORDERS = {"utf-16": ("utf-16-le", "utf-16-be"), "utf-32": ("utf-32-le", "utf-32-be")}

# Of a text in UTF-8 at most a few bytes are broken; of one in GB18030 or Big5 most sequences are not UTF-8 at all.
_MOSTLY = 10

# The bits of a unit of UTF-16 drawn at random. Chinese that is read rightly costs the character model some 6 bits a
# character (two rare ones alone 15), bytes that were no UTF-16 more than 20.
_CHANCE = 16

# What no text holds: control characters other than blanks and line ends, and bytes that could not be decoded.
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\udc00-\udcff]")


class NotTextError(ValueError):
    """The bytes are those of no text, as far as can be told without being told the encoding."""


@dataclass(frozen=True, slots=True)
class BadByte:
    """A byte that the encoding does not allow, and where it stands."""

    offset: int
    value: int

    def __str__(self) -> str:
        return f"byte 0x{self.value:02x} at offset {self.offset}"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text: U+FFFD stands for each byte in ``bad``; line ends are ``\\n``, ``newline`` says what they were."""

    text: str
    encoding: str
    newline: str
    bad: tuple[BadByte, ...]


def decode(data: bytes, encoding: str = "auto") -> Decoded:
    r"""Decode a whole file; ``auto`` decides between UTF-8, GB18030, Big5, UTF-16 and marked UTF-32 by all of it.

    >>> decode("政协\r\n".encode("gb18030"))
    Decoded(text='政协\n', encoding='gb18030', newline='\r\n', bad=())
    >>> decode(b"\xe6\x94\xbf\xff!", "utf-8").bad
    (BadByte(offset=3, value=255),)

    Raises ``NotTextError`` where ``auto`` finds a binary file.
    """
    chosen = guess_encoding(data) if encoding == "auto" else _with_order(data, encoding)
    escaped = _escaped(data, chosen)
    bad = tuple(_bad_bytes(escaped, chosen))
    text = "".join("\ufffd" if _is_escape(ch) else ch for ch in escaped) if bad else escaped
    newline = "\r\n" if text.count("\r\n") == text.count("\n") > 0 else "\n"
    return Decoded(text.replace("\r\n", "\n") if newline == "\r\n" else text, chosen, newline, bad)


def guess_encoding(data: bytes) -> str:
    """UTF-8 if (almost) all of the file is, otherwise the one of GB18030 and Big5 that reads as the better Chinese.

    A byte order mark of UTF-16 or UTF-32 decides at once; other text with NUL bytes is UTF-16 or none at all. Trying GB18030 first would silently garble UTF-8, and a look at the first bytes only sees markup, so the whole file
    decides. Cost: linear; the character model is loaded only for files that are not UTF-8.
    """
    if marked := _marked(data):
        return marked
    if b"\0" in data:
        return _utf16(data)
    as_utf8 = _escaped(data, "utf-8")
    broken = sum(map(_is_escape, as_utf8))
    if not broken or sum(ch > "\x7f" for ch in as_utf8) > (_MOSTLY + 1) * broken:
        return "utf-8"
    return _likeliest(data, ("gb18030", "big5"))


def _marked(data: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), "")


def _with_order(data: bytes, encoding: str) -> str:
    """The encoding that was asked for; of UTF-16 and UTF-32 the byte order that is marked, or reads as the better text."""
    orders = _ORDERS.get(encoding)
    if orders is None:
        return encoding
    marked = _marked(data)
    return marked if marked in orders else _likeliest(data, orders)


def _utf16(data: bytes) -> str:
    """The byte order in which the unmarked bytes, some of them NUL, say more than chance would."""
    encoding = _likeliest(data, _ORDERS["utf-16"])
    if _cost(data, encoding) >= _CHANCE * len(data) / 2:
        raise NotTextError(
            f"not text: a NUL byte at offset {data.index(0)}, and it does not read as UTF-16; "
            "if it is text all the same, name its encoding (--encoding)"
        )
    return encoding


def _likeliest(data: bytes, encodings: tuple[str, ...]) -> str:
    return min(encodings, key=lambda encoding: _cost(data, encoding))


def _cost(data: bytes, encoding: str) -> float:
    """Bits the character model needs for the non-ASCII part; what no text holds is dear."""
    from cppcc_clean.language.bigram import model

    text = _escaped(data, encoding)
    read = -sum(model().score(line) for line in text.split("\n") if not line.isascii())
    return read + 40 * len(_NO_TEXT.findall(text))


def _escaped(data: bytes, encoding: str) -> str:
    """The text, a lone surrogate in it standing for each byte that could not be decoded."""
    return data.decode(encoding, _WHOLE_UNIT if encoding in _MARKS.values() else "surrogateescape")


def _escape_unit(error: UnicodeError) -> tuple[str, int]:
    """As ``surrogateescape``, which stops at a byte below 0x80: a broken unit of UTF-16 or UTF-32 may have them too."""
    assert isinstance(error, UnicodeDecodeError)
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


_WHOLE_UNIT = "cppcc_clean.whole-unit"
codecs.register_error(_WHOLE_UNIT, _escape_unit)


def _is_escape(ch: str) -> bool:
    return "\udc00" <= ch <= "\udcff"


def _bad_bytes(escaped: str, encoding: str) -> Iterator[BadByte]:
    offset = start = 0
    for at, ch in enumerate(escaped):
        if _is_escape(ch):
            offset += len(escaped[start:at].encode(encoding))
            yield BadByte(offset, ord(ch) - 0xDC00)
            offset, start = offset + 1, at + 1


def encode(text: str, newline: str) -> bytes:
    """The bytes to write: UTF-8 with the line ends the file had."""
    # A lone surrogate can only reach this when the step that removes it is switched off; it must not stop the writing.
    return text.replace("\n", newline).encode("utf-8", "surrogatepass")


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target, then rename: the target holds its old or its new content, never half of it."""
    target = path.resolve()
    # Named before it exists: an interrupt in the moment of its making must find the name too.
    beside = target.with_name(f".{target.name}.{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as handle:
            if target.exists():  # nobody may read the new content who might not read the old
                beside.chmod(target.stat().st_mode & 0o7777)
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(target)
    except BaseException:  # also on Ctrl-C: no half-written file stays behind
        beside.unlink(missing_ok=True)
        raise
