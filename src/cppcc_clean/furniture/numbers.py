"""Bare numbers (NOISE A14): click counters and ids on a line of their own, beside other furniture.

Must stay: numbers of a table or a vote, where other bare numbers stand near.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, whole
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-bare-number",
        "a counter or an id alone on its line beside other furniture",
        "会议通过了三项决定。\n221381\n【打印本页】【关闭窗口】\n",
        "会议通过了三项决定。\n",
    ),
)

# Within this many lines another bare number makes it a table.
_TABLE = 3


def _numbers(_: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    bare = [row for row in rows if len(row.raw) <= 20 and row.line.isdecimal()]
    counted = _counted([row.line for row in bare])
    for at, row in enumerate(bare):
        if row.line in counted:
            continue
        near = [bare[other] for other in (at - 1, at + 1) if 0 <= other < len(bare)]
        if all(abs(other.number - row.number) > _TABLE for other in near):
            yield row.number, Claim("furniture-bare-number", Says.WEAK, Place.EDGE)


def _counted(numbers: list[str]) -> set[str]:
    """Those that count the parts of an article: `01`, `02`, `03`."""
    run = list(itertools.takewhile(lambda pair: int(pair[1]) == pair[0], enumerate(dict.fromkeys(numbers), 1)))
    return {number for _, number in run} if len(run) > 1 else set()


CHECKS = (whole(_numbers, begins=False),)
