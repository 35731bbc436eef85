"""The first look: whether any line of a text can be the first to leave, and which of its lines are asked anything at all.

Furniture comes in groups, and most of what speaks for a line is that others have left: without a first one all stays. In
good prose there is none, and then nothing need be weighed. What a check is asked for is told by its cues: they are looked
for in the whole text at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, reduce
from operator import or_

from cppcc_clean.furniture import _weights as weights
from cppcc_clean.furniture._chains import (
    claim_chain,
    holds_certain_word,
    holds_page_word,
    holds_sure_key,
    may_be_surest,
    page_words,
)
from cppcc_clean.furniture._claims import ONE_A_LINE, is_judged, line_checks, matching
from cppcc_clean.furniture._dates import date_signs, find_date
from cppcc_clean.furniture._fields import key_hits, key_signs, without_urls
from cppcc_clean.furniture._page import Page, Row, ends_a_sentence, is_unclosed
from cppcc_clean.furniture._rules import Claim, Cut, Line, Tail, Whole
from cppcc_clean.furniture._signs import Signs
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import certain_signs, word_signs
from cppcc_clean.furniture.disclaimer import SURE_SIGNS as DISCLAIMER_SIGNS
from cppcc_clean.furniture.disclaimer import says as disclaims

# A tail holds what its check is asked for, is a field, speaks of the page or is made of its words; every note that the article
# goes on elsewhere holds one of those.
_TAIL_SIGNS = "： / | 编辑 责编"
_JUMP_SIGNS = "下转 上接 紧接 转接"

# What a line may be asked besides the checks of the families, each with its bit.
_DISCLAIMS, _WORD, _KEY, _BEHIND_KEY, _DATE, _SURE_KEY, _BEHIND_SURE_KEY, _SURE_WORD, _TAIL, JUMPS = (1 << bit for bit in range(10))
_FIRST_CHECK = 10
TAILS = _TAIL | _DISCLAIMS | _WORD


@cache
def _lines() -> tuple[list[Line], ...]:
    """The line checks that may begin; together those that may on the same lines, by the same cues or by rare ones."""
    checks: dict[tuple[object, ...], list[Line]] = {}
    for check in line_checks().checks:
        if _check_begins(check, weights.NEAR_EDGE, against=False):
            shapes = (_check_begins(check, edge, against) for edge in _EDGES for against in (False, True))
            common = any(len(cue) == 1 and cue.isalpha() for cue in check.cues)  # stands in many a sentence
            checks.setdefault((check.cues if common else (), *shapes), []).append(check)
    return tuple(checks.values())


@cache
def whole_checks() -> tuple[Whole, ...]:
    """All checks of the whole page."""
    from cppcc_clean.furniture._families import CHECKS

    return tuple(check for check in CHECKS if isinstance(check, Whole))


@cache
def _asked_wholes() -> tuple[tuple[Whole, int], ...]:
    """Those that may find what is the first to leave, each with the bit of its cues; without cues it has none and is always asked."""
    return tuple((check, _whole_bits()[check.cues] if check.cues else 0) for check in whole_checks() if check.begins)


@cache
def _whole_bits() -> dict[tuple[str, ...], int]:
    """The cues of those, each with its bit."""
    cues = dict.fromkeys(check.cues for check in whole_checks() if check.begins and check.cues)
    return {one: 1 << bit for bit, one in enumerate(cues, _FIRST_CHECK + len(_lines()))}


@cache
def _whole_signs() -> tuple[int, int]:
    """The bits of all of them, and of those that look at every line."""
    return reduce(or_, (bit for _, bit in _asked_wholes()), 0), reduce(or_, (bit for check, bit in _asked_wholes() if check.in_prose), 0)


@cache
def tail_checks() -> tuple[Tail, ...]:
    """All checks of the end of a line."""
    from cppcc_clean.furniture._families import CHECKS

    return tuple(check for check in CHECKS if isinstance(check, Tail))


@cache
def _signs() -> Signs:
    """The signs of all questions."""
    return Signs((
        DISCLAIMER_SIGNS, word_signs(), *key_signs(), date_signs(), *key_signs(may_be_surest), certain_signs(),
        (*_TAIL_SIGNS.split(), *(cue for tail in tail_checks() for cue in tail.cues)), _JUMP_SIGNS.split(),
        *({cue for check in checks for cue in check.cues} for checks in _lines()), *_whole_bits(),
    ))  # fmt: skip


class Look:
    """What the lines of a page may be asked."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._size = len(page)
        self.signs = _signs().of(page.codes, page.starts)

    def found(self) -> Iterator[tuple[int, Claim] | Cut]:
        """What the checks of the whole page find, where it may be the first to leave."""
        page = self._page
        everywhere, in_prose = _whole_signs()
        told: list[tuple[int, int]] = []
        present = 0
        for number, signs in enumerate(self.signs):
            if signs & everywhere and (asked := signs & (everywhere if is_unclosed(page.raws[number]) else in_prose)):
                told.append((number, asked))
                present |= asked
        for check, bit in _asked_wholes():
            if not bit:
                yield from check.find(page, page.rows)
            elif bit & present:
                yield from check.find(page, [page.rows[number] for number, signs in told if signs & bit])

    def may_begin(self, found: Iterable[tuple[int, Claim] | Cut]) -> bool:
        """Whether a claim may begin; ``found`` is what the checks of the whole page have found."""
        page = self._page
        if any(not isinstance(one, Cut) and _begins(one[1], page.rows[one[0]], self._size) for one in found):
            return True
        closed, unclosed = _may_begin_somewhere(True), _may_begin_somewhere(False)
        return any(
            signs & (closed if raw[-1] == "。" else unclosed) and self._line_may_begin(number, signs, raw)
            for number, (signs, raw) in enumerate(zip(self.signs, page.raws, strict=True))
        )

    def _line_may_begin(self, number: int, signs: int, raw: str) -> bool:
        """Whether a claim on the wording of a line may begin."""
        page = self._page
        asked = signs & _may_begin(_edge(number, self._size), raw[-1] not in _PARTED and ends_a_sentence(raw))
        if asked & _DISCLAIMS and self._any_begins(number, disclaims(page.line(number))):
            return True
        if not asked & ~_DISCLAIMS or not is_judged(number, raw, self._size):
            return False
        line = page.line(number)
        if asked >> _FIRST_CHECK and any(True for _ in matching(line, _asked(asked))):
            return True
        if _may_be_chain(asked, signs, line):
            return self._any_begins(number, claim_chain(page.rows[number]))
        words = page_words(line) if asked & _WORD and holds_page_word(line) else None
        return words is not None and self._any_begins(number, (words,))

    def _any_begins(self, number: int, claims: Iterable[Claim]) -> bool:
        return any(_begins(claim, self._page.rows[number], self._size) for claim in claims)


def _may_be_chain(asked: int, signs: int, line: str) -> bool:
    """Whether a line may begin by its fields and dates, or by its surest words."""
    if asked & _KEY and signs & _BEHIND_KEY and next(key_hits(line), None) is not None:
        return True
    if asked & _DATE and find_date(without_urls(line)) is not None:
        return True
    return bool(asked & _SURE_WORD and holds_certain_word(line)) or bool(asked & _SURE_KEY and signs & _BEHIND_SURE_KEY and holds_sure_key(line))


def _asked(signs: int) -> Iterator[Line]:
    """The line checks that have a sign."""
    signs >>= _FIRST_CHECK
    while signs:
        bit = signs & -signs
        yield from _lines()[bit.bit_length() - 1]
        signs ^= bit


_PARTED = "；;﹔"  # a list of fields may end so


@cache
def _may_begin(edge: int, against: bool) -> int:
    """What may begin on a line at such a place, ``against`` which may speak that it ends like a sentence: all or the surest."""
    bits = (1 << bit for bit, checks in enumerate(_lines(), _FIRST_CHECK) if _check_begins(checks[0], edge, against))
    asked = reduce(or_, bits, _DISCLAIMS if edge == weights.NEAR_EDGE else 0)
    if _reaches(True, Says.STRONG, edge, against):
        return asked | _WORD | _KEY | _DATE
    return asked | (_SURE_WORD | _SURE_KEY if _reaches(True, Says.CERTAIN, edge, against) else 0)


@cache
def _may_begin_somewhere(against: bool) -> int:
    return reduce(or_, (_may_begin(edge, against) for edge in _EDGES))


_EDGES = (0, weights.FAR_EDGE, weights.NEAR_EDGE)


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
