"""A channel: one way in which text is damaged, told as what was observed and how its bytes are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cppcc_clean._step import Rule
from cppcc_clean.channels.decode import Hole, Reading, Table, decode

# The first bytes of punctuation, full-width marks, Han and middle dot in UTF-8.
_UTF8_LEADS = frozenset(b"\xc2\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef")


class Repair(NamedTuple):
    """What a channel makes of ``text[start:end]``; ``guessed`` counts the characters that had no exact inverse."""

    start: int
    end: int
    new: str
    channel: Channel
    guessed: int


class Channel(NamedTuple):
    """``table(exact)``: the bytes of observed characters; ``reading``: what they say; ``lost``: what may be missing."""

    rule: Rule
    table: Callable[[bool], Table]
    reading: Reading
    lost: Hole | None = None

    @property
    def telling(self) -> bool:
        """Whether text cannot be read this way by accident: UTF-8 has a structure, GBK and Big5 have none."""
        return self.reading.codec == "utf-8"

    def repair(self, text: str, first: int, spot: int, exact: bool) -> Repair | None:
        """What can be read around ``spot``, beginning not before ``first``."""
        table = self.table(exact)
        for start in self._starts(text, first, spot, table):
            run = decode(text, start, table, self.reading, None if exact else self.lost)
            if run.end > spot:
                holes = sum(isinstance(table[char], Hole) and char != " " for char in text[start : run.end])
                return Repair(start, run.end, run.text, self, holes)
        return None

    def _starts(self, text: str, first: int, spot: int, table: Table) -> list[int]:
        """Where a reading that covers ``spot`` may begin: UTF-8 with a first byte, the others as early as they can."""
        start = spot
        while start > first and text[start - 1] in table:
            start -= 1
        if self.telling:
            return [at for at in range(start, spot + 1) if self._opens(table, text[at])]
        while start < spot and text[start] < "\x80":
            start += 1
        return [start] if text[start] in table else []

    @staticmethod
    def _opens(table: Table, char: str) -> bool:
        cell = table.get(char)
        return isinstance(cell, bytes) and cell[0] in _UTF8_LEADS
