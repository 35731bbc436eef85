"""Latin text in UTF-8 read as a single-byte code page: what ``ftfy`` knows how to undo.

It is asked last, for it knows no GBK and would break what the exact inverses can undo; and only about stretches without
Han, so that it cannot touch Chinese (NOISE §3.1). Of all it can do it is let do one thing: decode a whole stretch again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from cppcc_clean._edits import Edit, narrow
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

RULE = Rule("mojibake-other", "Latin text in UTF-8 that was read as a single-byte code page", "donâ€™t", "don’t")

# The second halves of the two-byte characters of UTF-8 as cp1252 shows them.
_TRAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"

# Two characters together, the first of which Chinese text hardly has.
_SIGN = pattern(f"Â[\xa0-\xbf]|Ã{_TRAIL}|â€|â{_TRAIL}{{2}}")

# A stretch without Han, kana and full-width marks, within a line.
_STRETCH = pattern("[^\n\u2e80-\U0010ffff]++")


@cache
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=False,
        decode_inconsistent_utf8=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )


def find(text: str) -> Iterator[Edit]:
    """The stretches that ftfy can decode again; it is loaded when there is one."""
    if "Â" not in text and "Ã" not in text and "â" not in text:
        return
    for stretch in _STRETCH.finditer(text):
        if not stretch[0].isascii() and _SIGN.search(stretch[0]):
            from ftfy import fix_encoding

            fixed = fix_encoding(stretch[0], _config())
            edit = narrow(text, *stretch.span(), fixed, RULE.name)
            if edit is not None and len(fixed) < len(stretch[0]):
                yield edit
