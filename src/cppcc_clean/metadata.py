"""What a page says about its article: source, date, people, numbers; each value with the span it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

# The fields of SPEC 2.7. Fields in NAMES hold a tuple of names; ``clicks`` holds an int; all others a str.
FIELDS = (
    "title", "source", "author", "affiliation", "reporter", "photographer", "editor", "published", "dateline", "clicks",
    "icp", "phone", "url",
)  # fmt: skip
NAMES = frozenset({"author", "reporter", "photographer", "editor"})

Value = str | int | tuple[str, ...]


class Reading(NamedTuple):
    """One value of one field, and the span of text it was read from."""

    field: str
    value: Value
    start: int
    end: int


class Metadata(Mapping[str, Value]):
    """The fields that were found, as a mapping; a field that was not found is absent.

    >>> found = Metadata([Reading("editor", ("张三",), 5, 7), Reading("editor", ("李四",), 8, 10)])
    >>> found["editor"], found.spans["editor"], "source" in found
    (('张三', '李四'), ((5, 7), (8, 10)), False)
    """

    __slots__ = ("_values", "spans")

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._values: dict[str, Value] = {}
        self.spans: dict[str, tuple[tuple[int, int], ...]] = {}
        """For each field the spans of the source it was read from."""
        for field, value, start, end in readings:
            self._add(field, value, (start, end))

    def _add(self, field: str, value: Value, span: tuple[int, int]) -> None:
        known = self._values.get(field)
        if known is None:
            self._values[field] = value
            self.spans[field] = (span,)
        elif isinstance(known, tuple) and isinstance(value, tuple):
            new = tuple(name for name in value if name not in known)
            if new:
                self._values[field] = known + new
                self.spans[field] += (span,)
        # Of a field with one value the first reading counts: pages say the surest thing first.

    def __getitem__(self, field: str) -> Value:
        return self._values[field]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Metadata({self._values!r})"
