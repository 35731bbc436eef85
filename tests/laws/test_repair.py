"""Repair: ``clean(damage(t)) == clean(t)`` for every damage that loses nothing, whatever good text it struck."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from hypothesis import given

from cppcc_clean import clean
from tests.strategies import GOOD_TEXTS, good_chinese

Damage = Callable[[str], str]

# Prose. Text that talks about entities or encodings, and lines of mostly Latin, are left alone when damaged, too.
PROSE = ("dialogue", "interview", "law", "letters", "media_bait", "news", "notice", "speech")
LINES = [line for name in PROSE for line in GOOD_TEXTS[name].split("\n") if len(line) >= 30 and line.isprintable()]


def utf8_read_as_latin1(text: str) -> str:
    return text.encode().decode("latin-1")


def gbk_read_as_latin1(text: str) -> str:
    return text.encode("gb18030").decode("latin-1")


def gbk_read_as_latin1_saved_and_read_as_gbk(text: str) -> str:
    return text.encode("gb18030").decode("latin-1").encode().decode("gb18030", "replace")


def escaped(text: str) -> str:
    return "".join(f"&#{ord(ch)};" if "\u4e00" <= ch <= "\u9fff" else html.escape(ch, quote=False) for ch in text)


def escaped_twice(text: str) -> str:
    return html.escape(escaped(text), quote=False)


def full_width_digits(text: str) -> str:
    return text.translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)})


def sprinkled_with_zero_width(text: str) -> str:
    return "\ufeff" + "\u200b".join(text)


def windows_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def indented(text: str) -> str:
    return "\n".join(f"　　{line}  " for line in text.split("\n"))


DAMAGES: list[Damage] = [
    utf8_read_as_latin1, gbk_read_as_latin1, escaped, escaped_twice, sprinkled_with_zero_width, windows_line_ends, indented,
]  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@given(text=good_chinese())
def test_invented_sentences(damage: Damage, text: str) -> None:
    assert clean(damage(text)) == clean(text)


@pytest.mark.parametrize("damage", [full_width_digits, *DAMAGES], ids=lambda damage: damage.__name__)
def test_lines_of_the_corpus(damage: Damage) -> None:
    wrong = [line for line in LINES if clean(damage(line)) != clean(line)]
    assert wrong == []
