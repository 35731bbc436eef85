"""The words of the page's own controls: all the closed lists of the families in one vocabulary."""

from __future__ import annotations

from functools import cache

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._rules import Words

_COUNTER = pattern(r"[（(]?\d{1,9}\+?[）)]?|\d+楼|\d+次|\d+人次?|\d+条?(?:评论|回复)|T|A[+-]?|\d+%|[①-⑳]|\d+#|\d+(?:\.\d+)?[万kKwW]\+?|\d+级")


@cache
def vocabulary() -> dict[str, Words]:
    """Each word of the page, in lower case, and the list it stands in; the surer list wins."""
    from cppcc_clean.furniture._families import CHECKS

    lists = sorted((check for check in CHECKS if isinstance(check, Words)), key=lambda check: check.says)
    return {word.lower(): check for check in lists for word in check.words}


def is_chrome(token: str) -> bool:
    """Whether the token is a word of the page."""
    return token in vocabulary() or token.lower() in vocabulary()


def is_counter(token: str) -> bool:
    """Whether the token is a number as stands beside such words."""
    return _COUNTER.fullmatch(token) is not None
