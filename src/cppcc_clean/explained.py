"""What a cleaning did: every change, the way back, and where each position went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from cppcc_clean._edits import Edit, OffsetMap, apply, invert
from cppcc_clean.metadata import Metadata

# Raised when the form of the dictionary changes; `Explained.from_dict` says so when it meets a newer one.
FORMAT = 1


class Layer(NamedTuple):
    """What one step did in one pass: edits in the coordinates of the text as that step met it, and what they removed."""

    step: str
    edits: tuple[Edit, ...]
    removed: tuple[str, ...]


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


@dataclass(frozen=True)
class Explained:
    """The result of ``explain``: the cleaned text and everything that was done to get it."""

    source: str
    text: str
    layers: tuple[Layer, ...]
    metadata: Metadata

    @cached_property
    def _forward(self) -> OffsetMap:
        return OffsetMap([layer.edits for layer in self.layers])

    @cached_property
    def _inverse(self) -> list[list[Edit]]:
        return [_undo(layer) for layer in reversed(self.layers)]

    @cached_property
    def _backward(self) -> OffsetMap:
        return OffsetMap(self._inverse)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in the order of the source."""
        return tuple(sorted(self._changes(), key=lambda change: (change.start, change.end)))

    def _changes(self) -> Iterator[Change]:
        for number, layer in enumerate(self.layers):
            to_source = OffsetMap(self._inverse[len(self.layers) - number :])
            to_result = OffsetMap([later.edits for later in self.layers[number:]])
            for edit, before in zip(layer.edits, layer.removed, strict=True):
                source_span = to_source.span(edit.start, edit.end)
                result_span = to_result.span(edit.start, edit.end)
                yield Change(
                    layer.step, edit.rule, *source_span, *result_span, before, edit.new, edit.confidence
                )  # fmt: skip

    def restore(self) -> str:
        """The source again, from the result and what the layers kept."""
        text = self.text
        for edits in self._inverse:
            text = apply(text, edits)
        return text

    def to_result(self, position: int) -> int:
        """Where the character at ``position`` of the source, or what became of it, stands in the result."""
        return self._forward(_within(position, self.source, "source"))

    def to_source(self, position: int) -> int:
        """Where the character at ``position`` of the result came from."""
        return self._backward(_within(position, self.text, "result"))

    def map_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the result that ``source[start:end]`` became."""
        if start > end:
            raise ValueError(f"span {start}:{end}: expected start <= end")
        return self._forward.span(_within(start, self.source, "source"), _within(end, self.source, "source"))
