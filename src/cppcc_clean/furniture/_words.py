"""The words of the page's own controls: the closed lists of the families, and phrases made of such words alone.

A list can never be complete, but the words that buttons are made of are few: a short phrase that they make up wholly
(``返回`` + ``顶部``, ``登录`` + ``后`` + ``才能`` + ``发表`` + ``回复``) is a button, whether anyone has seen it before or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cppcc_clean import _data
from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._rules import Words, any_of
from cppcc_clean.furniture._weights import Says

_COUNTER = pattern(r"\d{1,9}|\d+楼|\d+次|\d+人(?:次|参与|评论|跟帖)?|\d+条?(?:评论|回复)|(?:T[大小]?){1,3}字?|A|[A-Z]\d{1,2}|\d+%|[①-⑳]|\d+#|\d+(?:\.\d+)?[万kKwW]|\d+级|[¥￥$]\d+(?:\.\d+)?元?")

# Longer phrases are sentences.
_LONGEST = 24

# `相关链接`, `评论` may head a section of an article: one word of the page makes a phrase likely, and surer with others.
_LIKELY, _SURE = 2, 3


class _Tiling(NamedTuple):
    """Fewest words first, of those the most that say something."""

    pieces: int = 0  # negative: fewer are better
    page: int = 0
    both: int = 0


@cache
def vocabulary() -> dict[str, Words]:
    """Each word of the page, in lower case, and the list it stands in; the surer list wins."""
    from cppcc_clean.furniture._families import CHECKS

    lists = sorted((check for check in CHECKS if isinstance(check, Words)), key=lambda check: (check.says, check.name != "furniture-forum"))
    return {word.lower(): check for check in lists for word in check.words}


@cache
def certain_words() -> frozenset[str]:
    """Those that nothing but a page has, in lower case."""
    return frozenset(word for word, words in vocabulary().items() if words.says == Says.CERTAIN)


@cache
def _kinds() -> dict[str, str]:
    """Each word that phrases are made of, in lower case, and its kind."""
    return {word.lower(): kind for kind, words in _data.rows("page_words.tsv") for word in words.split()}


@cache
def _longest() -> int:
    return max(map(len, _kinds()))


def word_signs() -> Iterator[str]:
    """What stands in every line with a word of the page: what phrases are made of, or a word alone."""
    tiles = {word for word, kind in _kinds().items() if kind != "link"}
    yield "【"  # `【打 印】`
    yield from tiles
    yield from _alone(vocabulary().keys() - tiles)


def certain_signs() -> Iterator[str]:
    """What stands in every line with a word that nothing but a page has."""
    return _alone(certain_words())


def _alone(words: Iterable[str]) -> Iterator[str]:
    """Words that stand alone: short ones with what stands behind them."""
    for word in words:
        yield from (word + behind for behind in SEPARATORS + "\n") if len(word) <= _SHORT else (word,)


_SHORT = 2


# What stands between the words of a line.
SEPARATORS = " |/·，、：；。！？~【】（）<>«»-—_~+★☆◆●▲▼▶◀■□※↑↓←→∨∧'\"“”….#*=^"

_NUMBER = pattern(r"\d{1,9}(?:\.\d+)?[万k]?")


def _tile(phrase: str) -> _Tiling | None:
    """The phrase as words of the page from end to end; ``None`` if anything is left over."""
    best: list[_Tiling | None] = [_Tiling(), *[None] * len(phrase)]
    for start in range(len(phrase)):
        done = best[start]
        if done is None:
            continue
        ends = [(phrase[start:end], end) for end in range(start + 1, min(start + _longest(), len(phrase)) + 1)]
        number = _NUMBER.match(phrase, start)
        for word, end in [*ends, (number[0], number.end())] if number else ends:
            kind = _kinds().get(word, "link" if number and word == number[0] else None)
            if kind is not None:
                longer = _Tiling(done.pieces - 1, done.page + (kind == "page"), done.both + (kind == "both"))
                best[end] = max(longer, best[end] or longer)
    return best[-1]


@cache
def _ends() -> tuple[frozenset[str], frozenset[str]]:
    """How words begin and how they end, in one or two characters."""
    return frozenset(word[:2] for word in _kinds()), frozenset(word[-2:] for word in _kinds())


def _may_be_tiled(token: str) -> bool:
    """A cheap look: whether the token begins and ends as a word or a number does."""
    begins, ends = _ends()
    first, last = token[:1], token[-1:]
    return (first in begins or token[:2] in begins or first.isdecimal()) and (
        last in ends or token[-2:] in ends or last.isdecimal() or last in "万k"
    )


@lru_cache(maxsize=1 << 14)
def phrase(token: str) -> Says | None:
    """How surely a phrase without blanks is one of the page's own; ``None`` if it holds anything else.

    >>> phrase("登录后才能发表回复"), phrase("返回顶部"), phrase("打印机")
    (<Says.STRONG: 3>, <Says.FAIR: 2>, None)
    """
    token = token.lower()
    tiling = _tile(token) if len(token) <= _LONGEST and _may_be_tiled(token) else None
    if tiling is None:
        return None
    worth = 2 * tiling.page + tiling.both
    if tiling.page and worth > _SURE:
        return Says.STRONG
    return Says.FAIR if worth >= _LIKELY else Says.WEAK if worth else Says.NOTHING


@cache
def _wordings() -> re.Pattern[str]:
    """The words that pages are worded with, the longest first; what links them says nothing."""
    return any_of(frozenset(word for word, kind in _kinds().items() if kind != "link" and len(word) > 1))


def wordings(line: str) -> list[str]:
    """The words in a line that pages are worded with."""
    return _wordings().findall(line.lower())


def share(line: str) -> float:
    """How much of a line is made of such words."""
    return sum(map(len, wordings(line))) / len(line)


@cache
def _of_phrases() -> dict[Says | None, Words]:
    return {says: Words("furniture-controls", says, frozenset()) for says in Says if says >= Says.WEAK}


def words_of(token: str) -> Words | None:
    """The list that a token stands in, or that of phrases as sure as it is."""
    return vocabulary().get(token.lower()) or _of_phrases().get(phrase(token))


def is_chrome(token: str) -> bool:
    """Whether the token is a word of the page."""
    return words_of(token) is not None


def is_counter(token: str) -> bool:
    """Whether the token is a number as stands beside such words, or says nothing (`共3页`)."""
    return _COUNTER.fullmatch(token) is not None or (phrase(token) == Says.NOTHING and any(map(str.isdecimal, token)))
