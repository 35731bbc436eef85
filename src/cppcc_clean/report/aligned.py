"""Source and result side by side: lines that belong together, and in them the pieces that rules touched.

Nothing is compared: what belongs to what is known from the edits themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cppcc_clean.explained import Explained


class Pair(NamedTuple):
    """Lines of the source and the lines of the result that they became, as spans of both."""

    source: tuple[int, int]
    result: tuple[int, int]


class Mark(NamedTuple):
    """Something to point out: a span of the source, a span of the result, and a name for it; either may be empty."""

    name: str
    source: tuple[int, int]
    result: tuple[int, int]


class Piece(NamedTuple):
    """A piece of a text between two boundaries of marks, and the marks it belongs to; empty where text is missing."""

    start: int
    end: int
    marks: tuple[str, ...] = ()


class Row(NamedTuple):
    """A pair, both sides in pieces."""

    source: tuple[Piece, ...]
    result: tuple[Piece, ...]


def pairs(explained: Explained) -> list[Pair]:
    """The lines of both texts, cut wherever a line begins in both.

    A line that was removed stands beside nothing; lines that were joined stand together beside the one they became.
    """
    result = explained.text
    cuts = [(0, 0)]
    for at in _line_starts(explained.source):
        there = explained.to_result(at)
        if there in (0, len(result)) or result[there - 1] == "\n":
            cuts.append((at, there))
    cuts.append((len(explained.source), len(result)))
    return [Pair((a, b), (c, d)) for (a, c), (b, d) in pairwise(cuts) if (a, c) != (b, d)]


def _line_starts(text: str) -> Iterator[int]:
    at = text.find("\n") + 1
    while 0 < at < len(text):
        yield at
        at = text.find("\n", at) + 1


def paragraphs(explained: Explained) -> list[Pair]:
    """The same, with every blank line put to the paragraph before it, and those at the head to the first."""
    merged: list[Pair] = []
    for pair in pairs(explained):
        last = merged[-1] if merged else None
        if last and (_is_blank(explained, pair) or _is_blank(explained, last)):
            merged[-1] = Pair((last.source[0], pair.source[1]), (last.result[0], pair.result[1]))
        else:
            merged.append(pair)
    return merged


def _is_blank(explained: Explained, pair: Pair) -> bool:
    return not explained.source[slice(*pair.source)].strip() and not explained.text[slice(*pair.result)].strip()


def change_marks(explained: Explained) -> Iterator[Mark]:
    """One mark for each change, with its number for a name."""
    for number, change in enumerate(explained.changes):
        yield Mark(str(number), (change.start, change.end), (change.result_start, change.result_end))


def rows(found: Sequence[Pair], marks: Iterable[Mark]) -> list[Row]:
    """Both sides of each pair in pieces."""
    sources, results = [pair.source for pair in found], [pair.result for pair in found]
    in_source: dict[int, list[Piece]] = defaultdict(list)
    in_result: dict[int, list[Piece]] = defaultdict(list)
    for mark in marks:
        # An empty span says where text is missing; which of two rows it belongs to, the other side knows.
        _share_out(mark.name, mark.source, sources, in_source, _row_of(results, mark.result))
        _share_out(mark.name, mark.result, results, in_result, _row_of(sources, mark.source))
    return [
        Row(tuple(_pieces(*pair.source, in_source[number])), tuple(_pieces(*pair.result, in_result[number])))
        for number, pair in enumerate(found)
    ]


def _share_out(
    name: str, span: tuple[int, int], spans: Sequence[tuple[int, int]], shares: dict[int, list[Piece]], other: int
) -> None:
    start, end = span
    if start == end:
        first, last = spans[other] if spans else (0, 0)
        home = other if first <= start <= last else _row_of(spans, span)
        shares[home].append(Piece(start, end, (name,)))
        return
    number = _row_of(spans, span)
    while number < len(spans) and spans[number][0] < end:
        first, last = max(start, spans[number][0]), min(end, spans[number][1])
        if first < last:
            shares[number].append(Piece(first, last, (name,)))
        number += 1


def _row_of(spans: Sequence[tuple[int, int]], span: tuple[int, int]) -> int:
    """The last row that begins at the span or before it."""
    return max(0, bisect_right(spans, span[0], key=lambda row: row[0]) - 1)


def _pieces(start: int, end: int, shares: Sequence[Piece]) -> Iterator[Piece]:
    """Cut ``start:end`` at every boundary of ``shares``."""
    opened, closed, empty = defaultdict(list), defaultdict(list), defaultdict(list)
    for first, last, [name] in shares:
        if first == last:
            empty[first].append(name)
        else:
            opened[first].append(name)
            closed[last].append(name)
    active: dict[str, None] = {}
    for at, following in pairwise([*sorted({start, end, *opened, *closed, *empty}), end]):
        for name in closed[at]:
            del active[name]
        if empty[at]:
            yield Piece(at, at, tuple(empty[at]))
        active.update(dict.fromkeys(opened[at]))
        if at < following:
            yield Piece(at, following, tuple(active))
