"""Page furniture: lines and tails that belong to the page and not to the article (SPEC 2.7, NOISE §1)."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit
from cppcc_clean._step import Step
from cppcc_clean.furniture._families import RULES
from cppcc_clean.furniture._judge import judge


def find(text: str, *, body_only: bool = False) -> Sequence[Edit]:
    """A layer of edits."""
    return judge(text, body_only).edits


STEP = Step("furniture", wakes=(CharClass.HAN,), find=find, rules=RULES)


def remove_furniture(text: str, *, body_only: bool = False) -> str:
    """Remove page furniture."""
    return STEP(text, body_only=body_only)
