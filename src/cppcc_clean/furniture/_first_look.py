"""The first look: whether any line of a text can be the first to leave.

Furniture comes in groups, and most of what speaks for a line is that others have left: without a first one all stays. In
good prose there is none, and then nothing need be weighed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from cppcc_clean.furniture import _weights as weights
from cppcc_clean.furniture._chains import claim_chain, may_be_certain
from cppcc_clean.furniture._claims import ONE_A_LINE, is_judged, line_checks, matching
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, Cued, Cut
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture.disclaimer import says as disclaims


def first_look(page: Page, found: Iterable[tuple[int, Claim] | Cut]) -> bool:
    """Whether a claim may begin; ``found`` is what the checks of the whole page have found."""
    size = len(page)
    return any(not isinstance(one, Cut) and _begins(one[1], page.rows[one[0]], size) for one in found) or any(
        _may_begin(row, size) for row in page.rows
    )


def _may_begin(row: Row, size: int) -> bool:
    """Whether a claim on the wording of a row may begin."""
    edge = _edge(row, size)
    if edge == weights.NEAR_EDGE and any(_begins(claim, row, size) for claim in disclaims(row.line)):
        return True
    if not is_judged(row, size):
        return False
    if next(matching(row.line, _beginning(edge, row.sentence)), None):
        return True
    against = row.sentence and row.line[-1] != "；"
    if not _reaches(True, Says.CERTAIN, edge, against) or (against and not may_be_certain(row)):
        return False
    return any(_begins(claim, row, size) for claim in claim_chain(row))


@cache
def _beginning(edge: int, sentence: bool) -> Cued:
    """The line checks that may begin on such a row."""
    return Cued(
        check
        for check in line_checks().checks
        if _reaches(_one_a_line(check.name), check.says, 0 if check.place is Place.ANYWHERE else edge, sentence and not check.sentence)
    )


def _begins(claim: Claim, row: Row, size: int) -> bool:
    edge = 0 if claim.place is Place.ANYWHERE else _edge(row, size)
    return _reaches(_one_a_line(claim.rule), claim.says, edge, row.sentence and not claim.sentence)


def _one_a_line(rule: str) -> bool:
    """Whether another of its kind may stand beside it."""
    return any(rule in kind for kind in ONE_A_LINE)


def _reaches(beside: bool, says: int, edge: int, against: bool) -> bool:
    """Whether a claim can reach the threshold where nothing has left: by its word, its place, one of its kind beside it."""
    total = says + edge + weights.SENTENCE * against
    if says < Says.CERTAIN:
        total += weights.BARE
    return total + weights.NEIGHBOUR * beside >= weights.THRESHOLD


def _edge(row: Row, size: int) -> int:
    """The most that its place says for a row."""
    away = min(row.number, size - 1 - row.number)
    return weights.NEAR_EDGE if away <= weights.NEAR else weights.FAR_EDGE if away <= weights.FAR else 0
