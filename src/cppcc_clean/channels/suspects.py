"""Where text may be damaged: places where characters crowd that Chinese hardly ever has.

One look at a table for every character, then two shares: no single character is a signature (NOISE §3.2). Good text is
suspected about six times in 100,000 characters; damaged text nearly everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from cppcc_clean._patterns import pattern
from cppcc_clean.channels.choose import LOST, sums
from cppcc_clean.language.bigram import code_points, model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# A character is odd when it costs this many bits by itself. Of damaged text 60-95 % are odd, of good text (news, verse,
# names, both scripts) 1-5 %.
ODD_BITS = 15.5

# Three odd characters of four in a row: a damaged word is seen, and in news ten places in 100,000 characters.
NEAR, NEAR_ODD = 4, 3

# Of what follows a suspected place so many characters are looked at, and so many of them are odd where it is damaged;
# good text has four odd characters in a row now and then, and good ones after them.
FAR, FAR_ODD = 12, 0.4


@cache
def _odd() -> NDArray[np.uint8]:
    """Which UTF-16 units are odd. ASCII and its full-width twins never are, nor are characters beyond the BMP."""
    import numpy as np

    table = np.zeros(0x10000, dtype=np.uint8)
    known = [*range(0x80, 0xD800), *range(0xE000, 0xFF01), *range(0xFF5F, 0x10000)]
    judge = model()
    table[known] = judge.pair(judge.ids(LOST), judge.ids("".join(map(chr, known)))) < -ODD_BITS
    return table


@cache
def odd_characters() -> frozenset[str]:
    """The characters that are odd."""
    return frozenset(chr(code) for code in _odd().nonzero()[0])


# Small enough to stay in the processor's cache.
_BLOCK = 1 << 15


def suspects(text: str) -> Iterator[int]:
    """The places at which odd characters crowd, in order. Linear; about 400 MB/s of UTF-8."""
    import numpy as np

    table = _odd()
    if text.isascii() or len(text) < NEAR_ODD:
        return
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    if len(units) != len(text):
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        units = np.where(codes < 0x10000, codes, 0).astype("<u2")
    for first in range(0, len(units), _BLOCK):
        odd = table[units[first : first + _BLOCK + NEAR - 1]]
        near = odd[:-3] + odd[1:-2] + odd[2:-1] + odd[3:]
        yield from ((near >= NEAR_ODD).nonzero()[0] + first).tolist()


def counted(texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Of each text how many characters are not ASCII, and how many of them are odd."""
    import numpy as np

    codes = code_points("".join(texts))
    odd = _odd()[np.where(codes < 0x10000, codes, 0)]
    given, strange = (sums(marks.astype(np.float32), texts, 0).astype(int).tolist() for marks in (codes > 0x7F, odd))
    return given, strange


def dense(text: str, spot: int) -> bool:
    """Whether odd characters also abound in what follows on the line; ASCII says nothing either way."""
    piece = [char for char in text[spot : spot + FAR].partition("\n")[0] if char > "\x7f"]
    return sum(map(odd_characters().__contains__, piece)) >= FAR_ODD * len(piece)


# Words of an alphabet; what is neither ASCII nor in one; a letter that damage does not show, as it does Ö and Ð.
_WORD = pattern(r"[^\W\d_\u2e80-\U0010ffff]+")
_IN_NO_WORD = pattern(r"[^\w\x00-\x7f]|[\u2e80-\U0010ffff]")
_SOUND = pattern(r"[A-Za-z\u0370-\u1fff]")

# Few words are longer.
_LONG = 32


def in_words(text: str, start: int, end: int) -> bool:
    """Whether all that is not ASCII there stands in words as people write them: `GÖĞÜS`, `udało`, `κ.τ.λ`.

    A word is in one case, but for a capital at its beginning, and has sound letters among those with marks.
    """
    if _IN_NO_WORD.search(text, start, end):
        return False
    near = _WORD.finditer(text, max(start - _LONG, 0), end + _LONG)
    words = [word[0] for word in near if word.start() < end and word.end() > start and not word[0].isascii()]
    return all((word.islower() or word.isupper() or word.istitle()) and _SOUND.search(word) for word in words)
