"""One look over a whole text: what each of its lines may be asked, by how the pieces that tell begin.

Every character that pieces begin with has a small number, every three that they begin with a set of bits, one for each
question. The whole text is looked up at once (numpy, loaded on first use); then each line has the bits of all that stands
in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HEAD = 3  # so many characters of a piece are looked for
_CASED = 0x2200  # letters of two cases stand below; further up only in alphabets that no piece is written in
_LAST_DIGITS = 0x20000


class Signs:
    """Which of some questions each line of a text may be asked: a bit may be set in vain, but none is missing."""

    def __init__(self, questions: Sequence[Iterable[str]]) -> None:
        """For each question, of which there may be 64, the pieces, as in folded text, of which one must stand in a line."""
        import numpy as np

        asked: dict[str, int] = {}
        for question, pieces in enumerate(questions):
            for piece in pieces:
                head = piece[:_HEAD].lower()
                asked[head] = asked.get(head, 0) | 1 << question
        # What is asked where a head stands: also what its beginnings ask for.
        bits = {head: asked.get(head[0], 0) | asked.get(head, 0) for head in {head[:2] for head in asked}}
        shorter = sorted(bits, key=lambda head: (len(head), head))
        whole = [head for head in asked if len(head) == _HEAD]
        bits.update({head: bits[head[:2]] | asked[head] for head in whole})
        sets = {one: number for number, one in enumerate(sorted({0, *bits.values()}))}
        numbers = {ch: number for number, ch in enumerate(sorted(set().union(*asked)), 1)}
        self._size = len(numbers) + 1
        self._numbers = _table(numbers)
        # Two characters lead on to a row of their own if a longer piece begins so, else to one they share.
        longer = {head[:2] for head in whole}
        rows: dict[str | int, int] = {"": 0}
        row_of = {head: rows.setdefault(head if head in longer else bits[head], len(rows)) for head in shorter}
        pairs = np.zeros((self._size, self._size), dtype=np.uint32)
        triples = np.zeros((len(rows), self._size), dtype=np.uint16)
        for head in shorter:
            # A single character whatever follows it; what is longer comes later and counts.
            first, *others = (numbers[ch] for ch in head)
            pairs[first, others or slice(None)] = row_of[head] * self._size
            triples[row_of[head]] = sets[bits[head]]
        triples[[row_of[head[:2]] for head in whole], [numbers[head[2]] for head in whole]] = [sets[bits[head]] for head in whole]
        self._pairs, self._triples = pairs.ravel(), triples.ravel()
        self._sets = np.array([*sets], dtype=np.uint64)

    def of(self, codes: NDArray[np.uint32], starts: list[int]) -> list[int]:
        """The bits of each line of a folded text, given by its codes and two line ends behind them; the lines begin at ``starts``."""
        import numpy as np

        if not starts:
            return []
        numbers = self._numbers.take(codes, mode="clip")  # `clip` is also the fastest
        at = numbers[:-2] * self._size
        at += numbers[1:-1]
        at = self._pairs.take(at, mode="clip")
        at += numbers[2:]
        lines: list[int] = np.bitwise_or.reduceat(self._sets.take(self._triples.take(at, mode="clip"), mode="clip"), starts).tolist()
        return lines


def _table(numbers: dict[str, int]) -> NDArray[np.uint32]:
    """The number of each character, in either case, by its code; to a pattern's ``\\d`` every digit is one."""
    import numpy as np

    known = dict.fromkeys(_digits(), numbers["0"]) if "0" in numbers else {}
    for code in (*range(_CASED), *map(ord, numbers)):
        if number := numbers.get(chr(code).lower()):
            known[code] = number
    table = np.zeros(max(known, default=0) + 2, dtype=np.uint32)  # the last stands for all behind it
    for code, number in known.items():
        table[code] = number
    return table


@cache
def _digits() -> tuple[int, ...]:
    return tuple(map(ord, filter(str.isdecimal, map(chr, range(_LAST_DIGITS)))))
