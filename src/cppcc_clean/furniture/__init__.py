"""Page furniture: what belongs to the page and not to the article, and what it says of the article."""

from __future__ import annotations

from cppcc_clean.metadata import Reading


def read(text: str) -> list[Reading]:
    """What a page states about its article, whether or not anything is removed; spans in the coordinates of ``text``."""
    from cppcc_clean.furniture._judge import judge

    return judge(text).readings
