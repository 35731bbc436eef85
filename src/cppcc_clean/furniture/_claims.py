"""What the wording of a line says, whatever stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from cppcc_clean.furniture._chains import claim_chain
from cppcc_clean.furniture._page import LONG, Row, ends_a_sentence
from cppcc_clean.furniture._rules import Claim, Cued, Line

# What stands one a line and then speaks for the next: fields, buttons.
ONE_A_LINE = (
    frozenset({"furniture-meta-line", "furniture-page-label", "furniture-index-table", "furniture-document-card"}),
    frozenset({"furniture-controls", "furniture-share", "furniture-paywall"}),
)

# Menus, index tables and comments are longer than the reach of a claim; so many lines from either edge are looked at in full.
_MARGIN = 80
_SHORT = 12


def is_judged(number: int, raw: str, size: int) -> bool:
    """Whether the wording is looked at: far from the edges of so many rows a sentence is no line of the page."""
    if len(raw) > LONG:
        return False
    return number < _MARGIN or number >= size - _MARGIN or len(raw) < _SHORT or not ends_a_sentence(raw)


@cache
def line_checks() -> Cued:
    """All the line checks."""
    from cppcc_clean.furniture._families import CHECKS

    return Cued(check for check in CHECKS if isinstance(check, Line))


def line_claims(row: Row) -> Iterator[Claim]:
    """The claims on a short line."""
    yield from claim_chain(row)
    for check in matching(row.line, line_checks().of(row.line)):
        yield Claim(check.name, check.says, check.place, check.sentence)


def matching(line: str, checks: Iterable[Line]) -> Iterator[Line]:
    """Those of the checks that the line, or what stands between its arrows, is worded like."""
    bare = line.strip(_ARROWS)
    return (check for check in checks if check.match(line) or (bare != line and check.match(bare)))


# What calls stand between: `↑ 点击上方蓝字 ↑`.
_ARROWS = " ↑↓↗↘→←⬆⬇▲▼△▽☝☟👆👇\ufe0f>"
