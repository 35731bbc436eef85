"""Characters that cannot be seen, or that would change how the text around them is shown, written out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Controls but \n and \t, bidi and zero-width characters, line separators, halves of pairs, private use, noncharacters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f"
    "\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def split(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces of ``text``, and whether each is a character to be written out."""
    at = 0
    for match in _HIDDEN.finditer(text):
        if at < match.start():
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def code(char: str) -> str:
    """`U+200B`."""
    return f"U+{ord(char):04X}"


def name(char: str) -> str:
    """What Unicode calls it; controls and the like have no name there."""
    return unicodedata.name(char, "no character" if "\ud800" <= char <= "\udfff" else "unnamed").lower()


def visible(text: str) -> str:
    """``text`` in one piece, fit for a terminal.

    >>> visible("政\u200b协\x1b[31m")
    '政<U+200B>协<U+001B>[31m'
    """
    return "".join(f"<{code(piece)}>" if hidden else piece for piece, hidden in split(text))
