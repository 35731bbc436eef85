"""Damage that no one can undo: what was there is gone, so it stays, and a warning tells its place (NOISE §3.1).

``锟斤拷`` is GBK that was read as UTF-8, where every byte became U+FFFD, and read as GBK again; runs of U+FFFD and of ``?``
stand for text that was saved in a code page without Chinese. ``烫烫烫`` and ``屯屯屯`` are no damage: people write them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cppcc_clean._patterns import pattern


class Loss(NamedTuple):
    """``text[start:end]`` stands for text that is lost."""

    start: int
    end: int
    kind: str


# Several of them in a row: here nothing is tried. One alone may be a hole in text that was damaged twice.
SILENT = pattern("(?:锟斤拷|斤拷锟|拷锟斤){2}[锟斤拷]*+")

# Single characters are no signature: 锟 and 拷 are Han, a ``?`` is a question and ``???`` a perplexed one. Four in a row
# are a loss where the whole line says nothing else, marks and digits apart.
_PATTERNS = (
    ("replaced-twice", re.compile("(?:锟斤拷|斤拷锟)[锟斤拷]*+")),
    ("replaced", re.compile("\ufffd+")),
    ("question-marks", re.compile(r"^(?=[^\w\n]*[?？]{4})(?:[^\w\n]|\d)++$", re.MULTILINE)),
)


def find(text: str) -> list[Loss]:
    """The losses in ``text``, in order. Linear.

    >>> find("前锟斤拷锟斤拷后")
    [Loss(start=1, end=7, kind='replaced-twice')]
    >>> find("真的吗????\\n锟铻是名字")
    []
    """
    found = [Loss(*match.span(), kind) for kind, pattern in _PATTERNS for match in pattern.finditer(text)]
    return sorted(found)
