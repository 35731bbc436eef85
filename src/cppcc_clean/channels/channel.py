"""A channel: one way in which text is damaged, told as what was observed and how its bytes are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, cached_property
from typing import NamedTuple

from cppcc_clean._step import Rule
from cppcc_clean.channels.choose import LOST, Piece
from cppcc_clean.channels.decode import LEADS, Decoder, Hole, Reading, Table
from cppcc_clean.channels.suspects import NEAR

# The first bytes of punctuation, full-width marks, Han and Latin-1 in UTF-8.
_UTF8_LEADS = LEADS | frozenset(b"\xc2\xc3")

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
    ``rivalled``: another channel may read the very same signs otherwise, so that both are to be tried.
    """

    rule: Rule
    table: Callable[[], Table]
    reading: Reading
    exact: bool = False
    lost: Hole | None = None
    needs: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    rivalled: bool = False

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that it goes by."""
        return (self.rule,)

    @property
    def telling(self) -> bool:
        """Whether text cannot be read this way by accident: UTF-8 has a structure, GBK and Big5 have none."""
        return self.reading.codec == "utf-8"

    @property
    def plain(self) -> bool:
        """Whether one layer of UTF-8 was read wrongly, and nothing vanished: such a run is sure even if it is short."""
        return self.telling and self.reading.then is None and self.lost is None

    def attempt(self, text: str, first: int, spot: int, end: int) -> Attempt | None:
        """What can be read around ``spot``, beginning not before ``first`` and on the line that ends at ``end``."""
        if not self.fits(text, first, spot, end):
            return None
        decoder = _decoder(self.table, self.reading, self.lost)
        for start in self._starts(text, first, spot, end):
            run = decoder.read(text, start)
            if run.end > max(start, spot):
                return Attempt(start, run.end, run.pieces, run.broken, self)
        return None

    def fits(self, text: str, first: int, spot: int, end: int) -> bool:
        """Whether there is what it ``needs``, and nothing that rules it out."""
        if self.needs is not None and not self.needs.search(text, first, min(spot + AHEAD, end)):
            return False
        return self.unless is None or not self.unless.search(text, max(spot - AHEAD, 0), spot + AHEAD)

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


class Rivals:
    """Channels that read one kind of damage, of which one is right: the one that says most, of equals the first.

    A wrong code page soon comes to an end: it has no such character, or with its bytes UTF-8 does not go on.
    """

    def __init__(self, *channels: Channel) -> None:
        self.channels = channels
        self.exact = all(channel.exact for channel in channels)
        self.plain = all(channel.plain for channel in channels)
        self.rules = tuple(channel.rule for channel in channels)

    def attempt(self, text: str, first: int, spot: int, end: int) -> Attempt | None:
        """What the best of them reads around ``spot``; of each its earliest reading counts."""
        best: Attempt | None = None
        most = 0
        done = set[Decoder]()
        for start in range(first, min(spot + NEAR, end)):
            for channel, decoder in self._opening.get(text[start], ()):
                if decoder in done or not channel.fits(text, first, spot, end):
                    continue
                run = decoder.read(text, start)
                if run.end <= max(start, spot):
                    continue
                done.add(decoder)
                if (said := _said(run.pieces)) > most:
                    best, most = Attempt(start, run.end, run.pieces, run.broken, channel), said
                    if run.end == end:
                        return best
        return best

    @cached_property
    def _opening(self) -> dict[str, list[tuple[Channel, Decoder]]]:
        """Which of them read a character of Chinese text that begins so."""
        found: dict[str, list[tuple[Channel, Decoder]]] = {}
        for channel in self.channels:
            decoder = _decoder(channel.table, channel.reading, channel.lost)
            for char in _opening(channel.table):
                found.setdefault(char, []).append((channel, decoder))
        return found


def _said(pieces: list[Piece]) -> int:
    """How many characters are said; one that the page could not go on with is none."""
    said = "".join([piece if isinstance(piece, str) else piece[0] for piece in pieces])
    return len(said) - said.endswith(LOST)


@cache
def _decoder(table: Callable[[], Table], reading: Reading, lost: Hole | None) -> Decoder:
    return Decoder(table(), reading, lost)


@cache
def _opening(table: Callable[[], Table]) -> frozenset[str]:
    """The characters that a character of Chinese text in UTF-8 may begin with."""
    cells = table().items()
    return frozenset(char for char, cell in cells if isinstance(cell, bytes) and cell[0] in _UTF8_LEADS)
