"""The first look: whether any line of a text can be the first to leave, and which of its lines are asked anything at all.

Furniture comes in groups, and most of what speaks for a line is that others have left: without a first one all stays. In
good prose there is none, and then nothing need be weighed. What a check is asked for is told by its cues: they are looked
for in the whole text at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property, reduce
from operator import or_

from cppcc_clean.furniture import _weights as weights
from cppcc_clean.furniture._chains import claim_chain, may_be_certain, may_be_surest, page_words
from cppcc_clean.furniture._claims import ONE_A_LINE, is_judged, line_checks, matching
from cppcc_clean.furniture._dates import date_signs
from cppcc_clean.furniture._fields import key_signs
from cppcc_clean.furniture._page import Page, Row, ends_a_sentence, is_unclosed
from cppcc_clean.furniture._rules import Claim, Cued, Cut, Line, Whole
from cppcc_clean.furniture._signs import Signs
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import certain_words
from cppcc_clean.furniture.disclaimer import SIGNS as DISCLAIMER_SIGNS
from cppcc_clean.furniture.disclaimer import says as disclaims

# What a line may be asked besides the checks of the families.
_DISCLAIMS, _KEY, _BEHIND_KEY, _DATE, _SURE_KEY, _BEHIND_SURE_KEY, _SURE_WORD, TAILS, JUMPS = (1 << bit for bit in range(9))
_FIRST_CHECK = 9
_FIELD, _SURE_FIELD = _KEY | _BEHIND_KEY, _SURE_KEY | _BEHIND_SURE_KEY

# Every tail holds one of these, or stands behind a stop; every note that the article goes on elsewhere one of those.
_TAIL_SIGNS = "编 责 源 审 校 据 题 纠 】 ） ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳ 本文 版权 转载 原标 监制 网 更多 。 ！ ？ ” …"
_JUMP_SIGNS = "下转 上接 紧接 转接"


@cache
def _groups() -> tuple[Cued, ...]:
    """The line checks, together those that may begin on the same lines."""
    groups: dict[tuple[bool, ...], list[Line]] = {}
    for check in line_checks().checks:
        groups.setdefault(tuple(_check_begins(check, *shape) for shape in _SHAPES), []).append(check)
    return tuple(Cued(checks) for may_begin, checks in groups.items() if any(may_begin))


@cache
def _wholes() -> tuple[Whole, ...]:
    from cppcc_clean.furniture._families import CHECKS

    return tuple(check for check in CHECKS if isinstance(check, Whole))


@cache
def _signs() -> Signs:
    """The signs of all questions."""
    return Signs((
        DISCLAIMER_SIGNS, *key_signs(), date_signs(), *key_signs(may_be_surest), certain_words(),
        _TAIL_SIGNS.split(), _JUMP_SIGNS.split(), *(group.cues for group in _groups()), *(check.cues for check in _wholes()),
    ))  # fmt: skip


class Look:
    """What the lines of a page may be asked."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.signs = _signs().of(page.folded, page.starts)

    @cached_property
    def wholes(self) -> tuple[Whole, ...]:
        """The checks of the whole page that may find something."""
        everywhere = reduce(or_, self.signs, 0)
        unclosed = [signs for signs, raw in zip(self.signs, self._page.raws, strict=True) if is_unclosed(raw)]
        there = reduce(or_, unclosed, 0)
        first = _FIRST_CHECK + len(_groups())
        return tuple(
            check for bit, check in enumerate(_wholes(), first)
            if ((everywhere if check.in_prose else there) >> bit & 1 if check.cues else unclosed or check.in_prose)
        )  # fmt: skip

    def may_begin(self, found: Iterable[tuple[int, Claim] | Cut]) -> bool:
        """Whether a claim may begin; ``found`` is what the checks of the whole page have found."""
        page = self._page
        return any(not isinstance(one, Cut) and _begins(one[1], page.rows[one[0]], len(page)) for one in found) or any(
            map(self._line_may_begin, range(len(page)), self.signs, page.raws)
        )

    def _line_may_begin(self, number: int, signs: int, raw: str) -> bool:
        """Whether a claim on the wording of a line may begin."""
        page = self._page
        size = len(page)
        edge = _edge(number, size)
        if signs & _DISCLAIMS and edge == weights.NEAR_EDGE:
            row = page.rows[number]
            if any(_begins(claim, row, size) for claim in disclaims(row.line)):
                return True
        against = raw[-1] == "。" or (raw[-1] not in _PARTED and ends_a_sentence(raw))
        signs &= _may_be_asked(edge, against)
        groups = signs >> _FIRST_CHECK
        sure = signs & _SURE_WORD or signs & _SURE_FIELD == _SURE_FIELD
        if against and not groups and not sure:
            return False
        row = page.rows[number]
        if not is_judged(row, size):
            return False
        if groups and any(True for bit, group in enumerate(_groups()) if groups >> bit & 1 for _ in matching(row.line, group)):
            return True
        if against:
            return bool(sure) and may_be_certain(row) and any(_begins(claim, row, size) for claim in claim_chain(row))
        if signs & _DATE or signs & _FIELD == _FIELD:
            return any(_begins(claim, row, size) for claim in claim_chain(row))
        claim = page_words(row.line)
        return claim is not None and _begins(claim, row, size)


_PARTED = "；;﹔"  # a list of fields may end so


@cache
def _may_be_asked(edge: int, against: bool) -> int:
    """What may begin on such a line."""
    groups = (1 << bit for bit, group in enumerate(_groups(), _FIRST_CHECK) if _check_begins(group.checks[0], edge, against))
    asked = reduce(or_, groups, 0)
    if not against:
        return asked | _FIELD | _DATE
    return asked | (_SURE_WORD | _SURE_FIELD if _reaches(True, Says.CERTAIN, edge, against) else 0)


_SHAPES = tuple((edge, against) for edge in (0, weights.FAR_EDGE, weights.NEAR_EDGE) for against in (False, True))


def _check_begins(check: Line, edge: int, against: bool) -> bool:
    return _reaches(_one_a_line(check.name), check.says, 0 if check.place is Place.ANYWHERE else edge, against and not check.sentence)


def _begins(claim: Claim, row: Row, size: int) -> bool:
    edge = 0 if claim.place is Place.ANYWHERE else _edge(row.number, size)
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


def _edge(number: int, size: int) -> int:
    """The most that its place says for a line."""
    away = min(number, size - 1 - number)
    return weights.NEAR_EDGE if away <= weights.NEAR else weights.FAR_EDGE if away <= weights.FAR else 0
