"""Edits: the one form in which every step says what it changes.

An edit replaces ``text[start:end]`` by ``new`` and names the rule that asked for it. A sorted list of edits that do not
overlap is a *layer*: applied it gives the result, inverted it gives the source back. This module knows no Chinese.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``, because of ``rule``."""

    start: int
    end: int
    new: str
    rule: str
    confidence: float = 1.0


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Apply a layer; without edits the very same object comes back.

    >>> apply("a,,b", [Edit(1, 2, "", "inserted-comma")])
    'a,b'
    """
    if not edits:
        return text
    pieces = []
    at = 0
    for edit in edits:
        pieces.append(text[at : edit.start])
        pieces.append(edit.new)
        at = edit.end
    pieces.append(text[at:])
    return "".join(pieces)


def invert(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The layer that turns ``apply(text, edits)`` back into ``text``.

    >>> invert("a,,b", [Edit(1, 2, "", "inserted-comma")])
    [Edit(start=1, end=1, new=',', rule='inserted-comma', confidence=1.0)]
    """
    inverse = []
    shift = 0
    for start, end, new, rule, confidence in edits:
        inverse.append(Edit(start + shift, start + shift + len(new), text[start:end], rule, confidence))
        shift += len(new) - (end - start)
    return inverse


def tidy(edits: Iterable[Edit]) -> list[Edit]:
    """Sort proposals and, where two overlap or start at the same place, keep the first.

    Rules that look at the same text independently propose what they like; a layer must not overlap.

    >>> tidy([Edit(2, 3, "", "b"), Edit(0, 1, "", "a"), Edit(0, 2, "", "c")])
    [Edit(start=0, end=1, new='', rule='a', confidence=1.0), Edit(start=2, end=3, new='', rule='b', confidence=1.0)]
    """
    layer: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not layer or (edit.start >= layer[-1].end and edit.start > layer[-1].start):
            layer.append(edit)
    return layer


def narrow(text: str, start: int, end: int, new: str, rule: str, confidence: float = 1.0) -> Edit | None:
    """The smallest edit with the same effect, or ``None`` if there is none: common ends are left out.

    >>> narrow("abcd", 0, 4, "abXd", "r")
    Edit(start=2, end=3, new='X', rule='r', confidence=1.0)
    """
    old = text[start:end]
    if old == new:
        return None
    room = min(len(old), len(new))
    head = 0
    while head < room and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < room - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(start + head, end - tail, new[head : len(new) - tail], rule, confidence)


class OffsetMap:
    """Where the positions of a text go when layers of edits are applied one after the other.

    Sparse: it holds the edits, not the characters. A position in a replaced span maps into the replacement, one in
    removed text to the place where it stood, an untouched character to itself.

    >>> there = OffsetMap([[Edit(1, 2, "", "inserted-comma")]])
    >>> [there(i) for i in range(5)]
    [0, 1, 1, 2, 3]
    """

    __slots__ = ("_layers",)

    def __init__(self, layers: Iterable[Sequence[Edit]]) -> None:
        self._layers = [_Layer(edits) for edits in layers if edits]

    def __call__(self, position: int) -> int:
        """Where the character at ``position``, or what stands in its place, begins."""
        for layer in self._layers:
            position = layer.begin(position)
        return position

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span that ``start:end`` becomes; text put in at its edges does not belong to it."""
        for layer in self._layers:
            # The begin of an empty or removed span may fall behind its end by an insertion at the same place.
            start, end = layer.begin(start), layer.end(end)
            start = min(start, end)
        return start, end


class _Layer:
    """One layer as arrays to bisect: begin and end of each edit before and after."""

    __slots__ = ("_ends", "_new_ends", "_new_starts", "_starts")

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._starts = [edit.start for edit in edits]
        self._ends = [edit.end for edit in edits]
        shifts = list(accumulate((len(edit.new) - (edit.end - edit.start) for edit in edits), initial=0))
        self._new_starts = [edit.start + shift for edit, shift in zip(edits, shifts, strict=False)]
        self._new_ends = [end + shift for end, shift in zip(self._ends, shifts[1:], strict=True)]

    def begin(self, position: int) -> int:
        """A begin of a span: what is put in right before it stays outside."""
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return position
        if position >= self._ends[at]:
            return position - self._ends[at] + self._new_ends[at]
        return self._inside(at, position)

    def end(self, position: int) -> int:
        """An end of a span: what is put in right behind it stays outside."""
        at = bisect_left(self._starts, position) - 1
        if at < 0:
            return position
        if position >= self._ends[at]:
            return position - self._ends[at] + self._new_ends[at]
        return self._inside(at, position)

    def _inside(self, at: int, position: int) -> int:
        """Character by character, as far as the replacement reaches."""
        return min(self._new_starts[at] + position - self._starts[at], self._new_ends[at])
