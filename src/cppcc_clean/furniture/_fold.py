"""The matching copy: rules are written once, for simplified text with full-width marks, and matched on this copy.

Folding changes characters one for one and never their number, so a span of the copy is the span of the real text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cppcc_clean import _data

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# One form for every mark that a rule may name. Quotation marks and ASCII `.` stay as they are: decimals and addresses.
_MARKS = {
    ":": "：", "﹕": "：", "∶": "：", ",": "，", "(": "（", ")": "）", "[": "【", "]": "】", "［": "【", "］": "】",
    "〖": "【", "〗": "】", "『": "「", "』": "」", ";": "；", "﹔": "；", "?": "？", "!": "！", "｜": "|", "丨": "|",
    "︱": "|", "∣": "|", "│": "|", "┊": "|", "┆": "|", "⁝": "|", "⟩": ">", "❯": ">", "⁞": "|", "⊕": "+", "⊖": "-", "／": "/", "＞": ">", "≫": ">", "≪": "<", "〉": ">", "›": ">", "＜": "<", "〈": "<", "－": "-", "～": "~",
    "．": ".", "＿": "_", "＠": "@", "•": "·", "・": "·", "‧": "·", "＋": "+", "＝": "=", "＊": "*", "＃": "#",
}  # fmt: skip
_BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ue5e5"


@cache
def forms() -> dict[int, str]:
    """What each character is folded to, by its code."""
    table: dict[int, str] = {}
    for script, kind, characters, forms in _data.rows("script_characters.tsv"):
        # What both scripts use (著 乾 徵) has no one simplified form, and no rule needs it.
        if script == "hans" and kind != "both":
            table.update(zip(map(ord, characters), forms, strict=True))
    table.update({ord(mark): one for mark, one in _MARKS.items()})
    table.update({ord(blank): " " for blank in _BLANKS})
    table.update({0xFF10 + n: str(n) for n in range(10)})
    table.update({0xFEE0 + code: chr(code) for code in (*range(0x41, 0x5B), *range(0x61, 0x7B))})
    return table


@cache
def _codes() -> NDArray[np.uint32]:
    """The form of each character by its code; the last stands for all behind it."""
    import numpy as np

    codes = np.arange(max(forms()) + 2, dtype=np.uint32)
    for code, form in forms().items():
        codes[code] = ord(form)
    return codes


def fold(text: str) -> tuple[str, NDArray[np.uint32]]:
    """The copy of ``text`` that rules are matched against, and its codes; as long as ``text``, and the very same where nothing is folded.

    >>> fold("來源:觀瀾日報　[打印]")[0]
    '来源：观澜日报 【打印】'
    """
    import numpy as np

    table = _codes()
    encoded = text.encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(encoded, dtype="<u4")
    folded = table.take(codes, mode="clip")
    if folded.tobytes() == encoded:
        return text, codes
    folded = np.where(codes < len(table), folded, codes).astype("<u4")
    return folded.tobytes().decode("utf-32-le", "surrogatepass"), folded
