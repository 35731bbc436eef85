"""Text as HTML: any text shown as text, and the table of paragraphs with what rules touched in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from cppcc_clean.explained import Change, Explained
from cppcc_clean.report.aligned import Mark, Pair, Piece, Row, paragraphs, rows
from cppcc_clean.report.colours import foremost
from cppcc_clean.report.terminal import Places, about, number_of
from cppcc_clean.report.visible import code, name, split


def markup(text: str) -> str:
    """Any text as HTML; characters that cannot be seen, or would turn others round, are written out.

    >>> markup("<b>政\u200b协")
    '&lt;b&gt;政<i class="u" title="zero width space">U+200B</i>协'
    """
    return "".join(
        f'<i class="u" title="{escape(name(piece))}">{code(piece)}</i>' if hidden else escape(piece)
        for piece, hidden in split(text)
    )


def table(report: Explained) -> Iterator[str]:
    """Paragraph beside paragraph; those that were removed are folded, with the reason."""
    found = paragraphs(report)
    line_of = Places(report.source).line
    cells = [
        _Paragraph(report, pair, row, line_of(pair.source[0]))
        for pair, row in zip(found, rows(found, _marks(report)), strict=True)
    ]
    yield '<div class="row head-row"><div></div><div>source</div><div>result</div></div>'
    for removed, group in groupby(cells, key=lambda cell: cell.is_removed):
        if removed:
            yield _folded([*group])
        else:
            yield from (cell.html() for cell in group)
    if not cells:
        yield '<p class="empty">The text is empty.</p>'


def _marks(report: Explained) -> Iterator[Mark]:
    """What is pointed out: ``c3`` is a change, ``n0`` a warning, ``m1`` where a field of the metadata was read."""
    for number, change in enumerate(report.changes):
        yield Mark(f"c{number}", (change.start, change.end), (change.result_start, change.result_end))
    for number, notice in enumerate(report.warnings):
        yield Mark(f"n{number}", (notice.start, notice.end), report.map_span(notice.start, notice.end))
    for number, spans in enumerate(report.metadata.spans.values()):
        for span in spans:
            yield Mark(f"m{number}", span, report.map_span(*span))


def _folded(removed: Sequence[_Paragraph]) -> str:
    counts = Counter(rule for paragraph in removed for rule in paragraph.reasons)
    reasons = ", ".join(f"{rule} ×{count}" if count > 1 else rule for rule, count in counts.items())
    head = f"{number_of(len(removed), 'paragraph')} removed: {escape(reasons)}"
    return f'<details class="gone"><summary>{head}</summary>{"".join(p.html_with_reasons() for p in removed)}</details>'


class _Paragraph:
    """A row of the table."""

    def __init__(self, report: Explained, pair: Pair, row: Row, line: int) -> None:
        self.changes = report.changes
        self.row, self.line = row, line
        self.source = report.source[slice(*pair.source)]
        self.result = report.text[slice(*pair.result)]

    @property
    def is_removed(self) -> bool:
        """Whether nothing of it is left."""
        return bool(self.source.strip()) and not self.result.strip()

    @property
    def reasons(self) -> list[str]:
        """The rules that took it away."""
        changes = _of(self.changes, [mark for piece in self.row.source for mark in piece.marks])
        step = foremost(changes)
        return [*dict.fromkeys(change.rule for change in changes if change.step == step)]

    def html(self) -> str:
        """Source and result."""
        kind = "row same" if self.source == self.result else "row"
        result = self._cell(self.result, self.row.result, "ins")
        return f'<div class="{kind}">{self._source_cell()}<div class="res">{result}</div></div>'

    def html_with_reasons(self) -> str:
        """Source, and why there is no result."""
        reasons = "".join(f"<b>{escape(rule)}</b><span>{escape(about(rule))}</span>" for rule in self.reasons)
        return f'<div class="row">{self._source_cell()}<div class="res reason">{reasons}</div></div>'

    def _source_cell(self) -> str:
        text = self._cell(self.source, self.row.source, "del")
        return f'<div class="no">{self.line}</div><div class="src">{text}</div>'

    def _cell(self, text: str, pieces: Sequence[Piece], tag: str) -> str:
        """A side of the row; the line ends at its end are shown where a rule touched them, but break no line."""
        start = pieces[0].start if pieces else 0
        end = len(text.rstrip("\n"))
        shown = []
        for piece in pieces:
            first, last = piece.start - start, piece.end - start
            inner, line_ends = text[first : min(last, end)], max(0, last - max(end, first))
            shown.append(self._piece(inner, line_ends, piece.marks, tag))
        return f'<p lang="zh">{"".join(shown)}</p>'

    def _piece(self, text: str, line_ends: int, marks: Sequence[str], tag: str) -> str:
        """A piece in the element that says what it belongs to."""
        shown = markup(text)
        if not marks:
            return shown
        kinds = [kind for letter, kind in (("n", "w"), ("m", "m")) if any(mark[0] == letter for mark in marks)]
        changes = _of(self.changes, marks)
        if changes:
            kinds.insert(0, f"s-{foremost(changes)}")
            kinds += _losses(bool(text or line_ends), tag, changes)
            shown = shown.replace("\n", f"{_LINE_END}\n") + _LINE_END * line_ends
        elif not text:
            return ""
        element = tag if changes else "span"
        return f'<{element} class="{escape(" ".join(kinds))}" data-k="{" ".join(marks)}">{shown}</{element}>'


_LINE_END = '<span class="nl">↵</span>'


def _of(changes: Sequence[Change], marks: Sequence[str]) -> list[Change]:
    return [changes[int(mark[1:])] for mark in marks if mark[0] == "c"]


def _losses(is_text: bool, tag: str, changes: Sequence[Change]) -> list[str]:
    """Whether this is text that went, or the place where text went or, on the other side, came."""
    if not is_text:
        return ["lost" if tag == "ins" else "new"]
    return ["lost"] if tag == "del" and not any(change.after for change in changes) else []
