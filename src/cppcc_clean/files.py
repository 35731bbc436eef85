"""Bytes to text and back: finding a file's encoding, naming what cannot be decoded, writing without risk."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENCODINGS = ("utf-8", "gb18030", "big5")

# Of a text in UTF-8 at most a few bytes are broken; of one in GB18030 or Big5 most sequences are not UTF-8 at all.
_MOSTLY = 10


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
    r"""Decode a whole file; ``auto`` decides between UTF-8, GB18030 and Big5 by all of it.

    >>> decode("政协\r\n".encode("gb18030"))
    Decoded(text='政协\n', encoding='gb18030', newline='\r\n', bad=())
    >>> decode(b"\xe6\x94\xbf\xff!", "utf-8").bad
    (BadByte(offset=3, value=255),)
    """
    chosen = guess_encoding(data) if encoding == "auto" else encoding
    escaped = data.decode(chosen, "surrogateescape")
    bad = tuple(_bad_bytes(escaped, chosen))
    text = "".join("\ufffd" if _is_escape(ch) else ch for ch in escaped) if bad else escaped
    newline = "\r\n" if text.count("\r\n") == text.count("\n") > 0 else "\n"
    return Decoded(text.replace("\r\n", "\n") if newline == "\r\n" else text, chosen, newline, bad)


def guess_encoding(data: bytes) -> str:
    """UTF-8 if (almost) all of the file is, otherwise the one of GB18030 and Big5 that reads as the better Chinese.

    Trying GB18030 first would silently garble UTF-8, and a look at the first bytes only sees markup, so the whole file
    decides. Cost: linear; the character model is loaded only for files that are not UTF-8.
    """
    as_utf8 = data.decode("utf-8", "surrogateescape")
    broken = sum(map(_is_escape, as_utf8))
    if not broken or sum(ch > "\x7f" for ch in as_utf8) > (_MOSTLY + 1) * broken:
        return "utf-8"
    return min(("gb18030", "big5"), key=lambda encoding: _cost(data, encoding))


def _cost(data: bytes, encoding: str) -> float:
    """Bits the character model needs for the non-ASCII part; a byte that cannot be decoded is dear."""
    from cppcc_clean.language.bigram import model

    text = data.decode(encoding, "surrogateescape")
    return -sum(model().score(line) for line in text.split("\n") if not line.isascii()) + 40 * sum(map(_is_escape, text))


def _is_escape(ch: str) -> bool:
    return "\udc80" <= ch <= "\udcff"


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
