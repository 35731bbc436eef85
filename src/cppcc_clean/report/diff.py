"""A unified diff of source and result, made from the changes themselves: linear, and sure of what became what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from cppcc_clean.explained import Explained
from cppcc_clean.report.aligned import Pair, change_marks, pairs, rows
from cppcc_clean.report.colours import foremost, paint, paint_change
from cppcc_clean.report.visible import visible

# Unchanged lines shown around a change, as `diff -u` has them.
_CONTEXT = 3

Span = tuple[int, int]


class _Line(NamedTuple):
    """A line of the diff: its sign, the span of its text (for ``+`` in the result, else in the source), its pair."""

    sign: str
    start: int
    end: int
    pair: int


def unified(explained: Explained, name: str, *, colour: bool = False) -> Iterator[str]:
    r"""The lines of a diff that `patch` can apply; with ``colour`` what was touched has the colour of the step.

    >>> from cppcc_clean import explain
    >>> print("\n".join(unified(explain("縣政協\n开会。\n"), "page.txt")))
    --- page.txt
    +++ page.txt (cleaned)
    @@ -1,2 +1,2 @@
    -縣政協
    +县政协
     开会。

    Nothing where nothing changed; a missing line end at the end is said as ``diff`` says it.
    """
    found = pairs(explained)
    lines = [line for number, pair in enumerate(found) for line in _lines(explained, pair, number)]
    hunks = _hunks(lines)
    if not hunks:
        return
    old = list(accumulate((line.sign != "+" for line in lines), initial=0))
    new = list(accumulate((line.sign != "-" for line in lines), initial=0))
    show = _painter(explained, found) if colour else _plain(explained)
    yield paint(f"--- {name}", "red", wanted=colour)
    yield paint(f"+++ {name} (cleaned)", "green", wanted=colour)
    for first, last in hunks:
        place = f"@@ -{_range(old[first], old[last])} +{_range(new[first], new[last])} @@"
        yield paint(place, "cyan", wanted=colour)
        for line in lines[first:last]:
            yield show(line)
            if _is_open_end(explained, line):
                yield "\\ No newline at end of file"


def _lines(explained: Explained, pair: Pair, number: int) -> Iterator[_Line]:
    """A pair line by line: what both sides have at head and tail is context."""
    source, result = explained.source, explained.text
    old, new = _spans(source, *pair.source), _spans(result, *pair.result)
    same = [source[slice(*a)] == result[slice(*b)] for a, b in zip(old, new, strict=False)]
    head = next((at for at, equal in enumerate(same) if not equal), len(same))
    tail = 0
    while tail < min(len(old), len(new)) - head and source[slice(*old[-1 - tail])] == result[slice(*new[-1 - tail])]:
        tail += 1
    yield from (_Line(" ", *span, number) for span in old[:head])
    yield from (_Line("-", *span, number) for span in old[head : len(old) - tail])
    yield from (_Line("+", *span, number) for span in new[head : len(new) - tail])
    yield from (_Line(" ", *span, number) for span in old[len(old) - tail :])


def _spans(text: str, start: int, end: int) -> list[Span]:
    """The lines of ``text[start:end]``, their ends included."""
    spans = []
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        spans.append((start, stop))
        start = stop
    return spans


def _hunks(lines: Sequence[_Line]) -> list[Span]:
    """Stretches with changes, and the lines around them."""
    hunks: list[Span] = []
    for at, line in enumerate(lines):
        if line.sign != " ":
            first, last = max(0, at - _CONTEXT), min(len(lines), at + _CONTEXT + 1)
            if hunks and first <= hunks[-1][1]:
                first = hunks.pop()[0]
            hunks.append((first, last))
    return hunks


def _range(first: int, last: int) -> str:
    """Lines as the heads of hunks have them: counted from one; of none the line before is named."""
    if last - first == 1:
        return f"{last}"
    return f"{first + (last > first)},{last - first}"


def _is_open_end(explained: Explained, line: _Line) -> bool:
    text = _text(explained, line)
    return line.end == len(text) and not text.endswith("\n")


def _text(explained: Explained, line: _Line) -> str:
    return explained.text if line.sign == "+" else explained.source


def _plain(explained: Explained) -> Callable[[_Line], str]:
    return lambda line: line.sign + _text(explained, line)[line.start : line.end].removesuffix("\n")


_SIGNS = {"-": "red", "+": "green", " ": None}


def _painter(explained: Explained, found: Sequence[Pair]) -> Callable[[_Line], str]:
    """What shows a line in colours, fit for a terminal."""
    in_pieces = rows(found, change_marks(explained))
    changes = explained.changes

    def show(line: _Line) -> str:
        text, row = _text(explained, line), in_pieces[line.pair]
        shown = [paint(line.sign, _SIGNS[line.sign], bold=True)]
        for piece in row.result if line.sign == "+" else row.source:
            part = visible(text[max(piece.start, line.start) : min(piece.end, line.end)].removesuffix("\n"))
            if part and piece.marks:
                part = paint_change(part, foremost(changes[int(mark)] for mark in piece.marks))
            shown.append(part)
        return "".join(shown)

    return show
