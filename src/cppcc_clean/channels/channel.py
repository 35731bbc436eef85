"""A channel: one way in which text is damaged, told as what was observed and how its bytes are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from cppcc_clean._step import Rule
from cppcc_clean.channels.choose import LOST, Piece
from cppcc_clean.channels.decode import Decoder, Hole, Reading, Table
from cppcc_clean.channels.suspects import NEAR

# The first bytes of punctuation, full-width marks, Han and Latin-1 in UTF-8.
_UTF8_LEADS = frozenset(b"\xc2\xc3\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef")

# How far ahead a channel looks for what it ``needs``: a line of print.
AHEAD = 200


class Attempt(NamedTuple):
    """What a channel makes of ``text[start:end]``, with what is in doubt."""

    start: int
    end: int
    pieces: list[Piece]
    broken: bool
    channel: Channel


class Channel(NamedTuple):
    """``table()``: the bytes of observed characters; ``reading``: what they say; ``lost``: what may be missing.

    ``exact`` channels have no holes. ``needs`` is a pattern that must occur in the next ``AHEAD`` characters of the line,
    ``unless`` one that must not occur so near on either side, on whatever line: a page is damaged in one way.
    """

    rule: Rule
    table: Callable[[], Table]
    reading: Reading
    exact: bool = False
    lost: Hole | None = None
    needs: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    @property
    def telling(self) -> bool:
        """Whether text cannot be read this way by accident: UTF-8 has a structure, GBK and Big5 have none."""
        return self.reading.codec == "utf-8"

    @property
    def plain(self) -> bool:
        """Whether one layer of UTF-8 was read wrongly, and nothing vanished: such a run is sure even if it is short."""
        return self.telling and self.reading.then is None and self.lost is None

    @property
    def rivalled(self) -> bool:
        """Whether another channel may read the very same signs otherwise, so that both are to be tried."""
        return self.unless is not None

    def attempt(self, text: str, first: int, spot: int, end: int) -> Attempt | None:
        """What can be read around ``spot``, beginning not before ``first`` and on the line that ends at ``end``."""
        if self.needs is not None and not self.needs.search(text, first, min(spot + AHEAD, end)):
            return None
        if self.unless is not None and self.unless.search(text, max(spot - AHEAD, 0), spot + AHEAD):
            return None
        decoder = _decoder(self.table, self.reading, self.lost)
        for start in self._starts(text, first, spot, end):
            run = decoder.read(text, start)
            if run.end > max(start, spot):
                return Attempt(start, run.end, run.pieces, run.broken, self)
        return None

    def guesses(self, observed: str) -> int:
        """How many characters of what was observed had no exact inverse."""
        return 0 if self.exact else observed.count(LOST) + observed.count("?")

    def _starts(self, text: str, first: int, spot: int, end: int) -> list[int]:
        """Where a reading of ``spot`` may begin: UTF-8 with a first byte, the others as early as they can."""
        last = min(spot + NEAR, end)
        if self.telling:
            opens = _opening(self.table)
            return [at for at in range(first, last) if text[at] in opens]
        table, start = self.table(), spot
        while start > first and text[start - 1] in table:
            start -= 1
        while start < last and (text[start] < "\x80" or text[start] not in table):
            start += 1
        return [start] if start < last else []


@cache
def _decoder(table: Callable[[], Table], reading: Reading, lost: Hole | None) -> Decoder:
    return Decoder(table(), reading, lost)


@cache
def _opening(table: Callable[[], Table]) -> frozenset[str]:
    """The characters that a character of Chinese text in UTF-8 may begin with."""
    cells = table().items()
    return frozenset(char for char, cell in cells if isinstance(cell, bytes) and cell[0] in _UTF8_LEADS)
