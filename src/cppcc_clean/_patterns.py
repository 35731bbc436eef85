"""Regular expressions that are compiled when first used: importing the package must not pay for rules nobody calls."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn", "groups", "groupindex")


class _Lazy:
    """Stands for a pattern; with its first use it becomes as fast as one."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern if isinstance(self.pattern, str) else self.pattern(), self.flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, put off until a method is called, as is making the source where a function does it.

    >>> bool(pattern("政协|政協").search("省政协"))
    True
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
