"""Names of people: the surnames, and which words may be names.

Whether a word *is* a name only its place can tell: 高峰 and 金山 may be people too. So the steps ask here for what may
be a name, and look themselves where it stands.
"""

from __future__ import annotations

from functools import cache

from cppcc_clean import _data


@cache
def surnames(*kinds: str) -> frozenset[str]:
    """The surnames of these kinds ("common", "rare", "compound") in both scripts; without any, all.

    >>> "欧阳" in surnames(), "歐陽" in surnames("compound"), "欧阳" in surnames("common", "rare")
    (True, True, False)
    """
    return frozenset(surname for surname, kind in _data.rows("surnames.tsv") if not kinds or kind in kinds)


def surname_of(word: str) -> str:
    """The surname of a word that may be a Chinese name, with a given name of one or two characters; "" of any other.

    >>> surname_of("颜知秋"), surname_of("歐陽渡"), surname_of("渡口"), surname_of("王")
    ('颜', '歐陽', '', '')
    """
    surname = word[:2] if word[:2] in surnames() else word[:1]
    return surname if surname in surnames() and len(word) - len(surname) in (1, 2) else ""


def is_name(word: str) -> bool:
    """Whether this may be a Chinese name.

    >>> is_name("韩梅"), is_name("观澜县")
    (True, False)
    """
    return bool(surname_of(word))
