"""Page furniture: lines and tails that belong to the page and not to the article (SPEC 2.7, NOISE §1)."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit
from cppcc_clean._step import Step
from cppcc_clean.furniture._families import RULES
from cppcc_clean.furniture._judge import judge


def find(text: str, *, body_only: bool = False) -> Sequence[Edit]:
    """The edits of this step; see `remove_furniture`."""
    return judge(text, body_only).edits


STEP = Step("furniture", wakes=(CharClass.HAN,), find=find, rules=RULES)


def remove_furniture(text: str, *, body_only: bool = False) -> str:
    """Remove what belongs to the page and not to the article; what it says is read by ``explain``.

    >>> print(remove_furniture("首页 > 政协要闻 > 正文\\n县政协召开会议\\n会议强调，要完善责任编辑制度。（责任编辑：张三）"))
    县政协召开会议
    会议强调，要完善责任编辑制度。

    A line is judged by what it says, how it looks, where it stands and what stands beside it; the weights are in
    ``furniture/_weights.py``, and ``cppcc-clean explain --furniture`` shows them for every line. It leaves whole or not
    at all, but for a tail glued to a sentence; in doubt it stays. ``body_only`` also removes bylines, datelines,
    captions, speech heads and addresses. Linear. From NOISE §1, §2 and §6. Raises ``TypeError`` for anything but a
    ``str``.
    """
    return STEP(text, body_only=body_only)
