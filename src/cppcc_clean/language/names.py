"""Names of people: the surnames, and which words may be names.

Whether a word *is* a name only its place can tell: 高峰 and 金山 may be people too. So the steps ask here for what may
be a name, and where it stands for the rest.
"""

from __future__ import annotations

from functools import cache

from cppcc_clean import _data


@cache
def surnames() -> frozenset[str]:
    """The surnames, compound ones too, in both scripts."""
    return frozenset(row[0] for row in _data.rows("surnames.tsv"))


def is_name(word: str) -> bool:
    """Whether this may be a Chinese name: a surname and a given name of one or two characters.

    >>> is_name("颜知秋"), is_name("歐陽渡"), is_name("渡口"), is_name("王")
    (True, True, False, False)
    """
    return bool(given_name(word))


def given_name(word: str) -> str:
    """What follows the surname of a word that may be a name; "" of any other.

    >>> given_name("欧阳晚舟"), given_name("韩梅"), given_name("观澜县")
    ('晚舟', '梅', '')
    """
    size = 2 if word[:2] in surnames() else 1
    given = word[size:]
    return given if word[:size] in surnames() and len(given) in (1, 2) else ""
