"""What a cleaning did: every change, the way back, and where each position went."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cppcc_clean._edits import Edit, OffsetMap, apply
from cppcc_clean._survey import Survey, survey
from cppcc_clean.furniture import read
from cppcc_clean.metadata import Metadata, Reading
from cppcc_clean.notices import Notice, find_notices

# Raised when the form of the dictionary changes; `Explained.from_dict` refuses a newer one and reads every older one.
FORMAT = 1


class Layer(NamedTuple):
    """What one step did in one pass: edits in coordinates of the text as the step met it, and what each removed."""

    step: str
    edits: tuple[Edit, ...]
    removed: tuple[str, ...]

    def inverse(self) -> list[Edit]:
        """The edits that take this layer back."""
        back, shift = [], 0
        for edit, old in zip(self.edits, self.removed, strict=True):
            start = edit.start + shift
            back.append(Edit(start, start + len(edit.new), old, edit.rule, edit.confidence))
            shift += len(edit.new) - len(old)
        return back


class Change(NamedTuple):
    """One change, with its place in the source and in the result."""

    step: str
    rule: str
    start: int
    end: int
    result_start: int
    result_end: int
    before: str
    after: str
    confidence: float


class Explained:
    """The result of ``explain``: the cleaned text and everything that was done to get it."""

    def __init__(self, source: str, text: str, layers: tuple[Layer, ...], page: str, page_at: int) -> None:
        """``page`` is the text as the furniture step met it, after the first ``page_at`` layers."""
        self.source = source
        self.text = text
        self.layers = layers
        self.page = page
        self._page_at = page_at

    def __repr__(self) -> str:
        return f"<Explained: {len(self.source)} -> {len(self.text)} characters, {len(self.changes)} changes>"

    @cached_property
    def _inverse(self) -> list[list[Edit]]:
        """The way back, the last layer first."""
        return [layer.inverse() for layer in reversed(self.layers)]

    @cached_property
    def _forward_map(self) -> OffsetMap:
        return OffsetMap(layer.edits for layer in self.layers)

    @cached_property
    def _backward_map(self) -> OffsetMap:
        return OffsetMap(self._inverse)

    def _map_back_from(self, layer: int) -> OffsetMap:
        """From the text as layer number ``layer`` met it to the source."""
        return OffsetMap(self._inverse[len(self.layers) - layer :])

    def restore(self) -> str:
        """The source, won back from the result and what the layers kept of it."""
        text = self.text
        for edits in self._inverse:
            text = apply(text, edits)
        return text

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in the order of the source."""
        return tuple(sorted(self._changes(), key=lambda change: (change.start, change.end)))

    def _changes(self) -> Iterator[Change]:
        for number, layer in enumerate(self.layers):
            to_source = self._map_back_from(number)
            to_result = OffsetMap(later.edits for later in self.layers[number + 1 :])
            for edit, back, before in zip(layer.edits, layer.inverse(), layer.removed, strict=True):
                source, result = to_source.span(edit.start, edit.end), to_result.span(back.start, back.end)
                yield Change(layer.step, edit.rule, *source, *result, before, edit.new, edit.confidence)

    @cached_property
    def metadata(self) -> Metadata:
        """The fields that the page states, each with the spans of the source it was read from."""
        to_source = self._map_back_from(self._page_at)
        return Metadata(Reading(field, value, *to_source.span(a, b)) for field, value, a, b in read(self.page))

    @cached_property
    def warnings(self) -> tuple[Notice, ...]:
        """What was left alone but deserves a look (masks, misprints, damage beyond repair); spans of the source."""
        return tuple(
            notice._replace(start=start, end=end)
            for notice in find_notices(self.text)
            for start, end in [self._backward_map.span(notice.start, notice.end)]
        )

    @cached_property
    def survey(self) -> Survey:
        """The first look at the source."""
        return survey(self.source)

    def to_result(self, position: int) -> int:
        """Where the character at ``position`` of the source, or what became of it, stands in the result."""
        return self._forward_map(_within(position, self.source, "source"))

    def to_source(self, position: int) -> int:
        """Where the character at ``position`` of the result came from."""
        return self._backward_map(_within(position, self.text, "result"))

    def map_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the result that ``source[start:end]`` became; empty where it was removed.

        >>> from cppcc_clean import explain
        >>> explained = explain("政協(xié)會議")
        >>> explained.map_span(0, 7), explained.map_span(2, 7), explained.map_span(7, 9)
        ((0, 2), (2, 2), (2, 4))
        """
        if start > end:
            raise ValueError(f"span {start}:{end}: expected start <= end")
        return self._forward_map.span(_within(start, self.source, "source"), _within(end, self.source, "source"))

    def summary(self) -> str:
        """Sizes, changes by rule, fields found and warnings, in a few lines."""
        from cppcc_clean.report.terminal import summary

        return summary(self)

    def diff(self, name: str = "text", *, colour: bool | None = None) -> str:
        """A unified diff; coloured by kind of change where it is printed on a terminal, or as ``colour`` says."""
        from cppcc_clean.report.diff import unified

        return "\n".join(unified(self, name, colour=sys.stdout.isatty() if colour is None else colour))

    def html(self, name: str = "text") -> str:
        """The whole report as one page for the browser; `report.html.html` puts several on one."""
        from cppcc_clean.report.html import html

        return html([(name, self)])

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, fit for JSON: enough to restore the source from the result alone."""
        return {
            "format": FORMAT,
            "text": self.text,
            "layers": [
                {
                    "step": layer.step,
                    "edits": [
                        [edit.start, edit.end, edit.new, old, edit.rule, round(edit.confidence, 4)]
                        for edit, old in zip(layer.edits, layer.removed, strict=True)
                    ],
                }
                for layer in self.layers
            ],
            "page_at": self._page_at,
            "metadata": {
                field: {"value": value, "spans": self.metadata.spans[field]} for field, value in self.metadata.items()
            },
            "warnings": [notice._asdict() for notice in self.warnings],
            "survey": self.survey.to_dict(),
        }

    def to_json(self) -> str:
        """``to_dict`` as JSON in ASCII, so that even lone surrogates survive."""
        return json.dumps(self.to_dict())

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Explained:
        """The report again, from what ``to_dict`` gave.

        >>> from cppcc_clean import explain
        >>> Explained.from_dict(explain("會議,,決定").to_dict()).restore()
        '會議,,決定'

        Raises ``ValueError`` when the data is no report or comes from a newer version.
        """
        if data.get("format") != FORMAT:
            raise ValueError(f"format {data.get('format')!r}: expected {FORMAT}; a newer cppcc_clean wrote this report")
        try:
            layers = tuple(_layer(layer) for layer in data["layers"])
            text, page_at = data["text"], data["page_at"]
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"not a report of cppcc_clean: {error!r}; expected what `to_dict` gives") from error
        page = text
        for layer in reversed(layers[page_at:]):
            page = apply(page, layer.inverse())
        source = page
        for layer in reversed(layers[:page_at]):
            source = apply(source, layer.inverse())
        return cls(source, text, layers, page, page_at)


def _layer(data: Mapping[str, Any]) -> Layer:
    edits, removed = [], []
    for start, end, new, old, rule, confidence in data["edits"]:
        edits.append(Edit(start, end, new, rule, confidence))
        removed.append(old)
    return Layer(data["step"], tuple(edits), tuple(removed))


def _within(position: int, text: str, name: str) -> int:
    if not 0 <= position <= len(text):
        raise IndexError(f"position {position}: expected 0 to {len(text)}, the length of the {name}")
    return position
