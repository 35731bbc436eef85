"""The laws of the encoding step: total, idempotent, silent on good text, and it undoes what the simulator does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from benchmarks.quality import good_texts, harm
from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean import STANDARD
from cppcc_clean._edits import apply, invert
from cppcc_clean.channels import beyond_repair
from cppcc_clean.steps.encoding import find, repair_encoding
from tests.simulate import FAMILIES
from tests.strategies import GOOD_TEXTS, any_text, good_sentences

# Exact inverses of damage that loses nothing, and families in which less than a character of a sentence is in doubt.
LOSSLESS = (
    "utf8_as_latin1", "utf8_as_cp1252", "utf8_as_latin1_twice", "utf8_as_cp1252_twice",
    "utf8_as_iso8859_2", "utf8_as_iso8859_15", "utf8_as_cp1251", "utf8_as_koi8_r", "utf8_as_cp437", "utf8_as_mac_roman",
    "gbk_as_latin1", "gbk_as_cp1250", "gbk_as_cp1252", "gbk_as_latin1_as_gbk",
)  # fmt: skip

damages = st.sampled_from(sorted(FAMILIES))


def paragraph() -> st.SearchStrategy[str]:
    return st.lists(good_sentences(), min_size=2, max_size=4).map("".join)


@given(any_text())
def test_any_text(text: str) -> None:
    once = repair_encoding(text)
    assert repair_encoding(once) == once
    edits = find(text)
    assert apply(apply(text, edits), invert(text, edits)) == text
    if not edits:
        assert repair_encoding(text) is text
    beyond_repair.find(text)


@given(st.text())
def test_any_text_exactly(text: str) -> None:
    once = repair_encoding(text, exact_only=True)
    assert repair_encoding(once, exact_only=True) == once


def test_a_line_that_ends_damaged_does_not_reach_into_the_next() -> None:
    """Found by Hypothesis: the next line was repaired twice."""
    text = FAMILIES["utf8_as_gbk"]("芦汀县政协九届三次会议\n会务指南")
    assert [(edit.start, edit.end) for edit in find(text, exact_only=True)] == [(0, 16), (18, 24)]
    assert repair_encoding(text) == "芦汀县政协九届三次会议\n会务指南"


@given(paragraph(), damages, any_text(), st.integers(0, 400))
def test_damaged_text(text: str, family: str, piece: str, at: int) -> None:
    damaged = FAMILIES[family](text)
    mixed = damaged[:at] + piece + damaged[at:]
    for exact_only in (True, False):
        edits = find(mixed, exact_only=exact_only)
        assert all(one.end <= other.start for one, other in pairwise(edits))
    once = repair_encoding(mixed)
    assert repair_encoding(once) == once


@given(paragraph(), st.sampled_from(LOSSLESS))
def test_lossless_damage_is_undone(text: str, family: str) -> None:
    assert repair_encoding(FAMILIES[family](text)) == text


@given(paragraph(), st.sampled_from(LOSSLESS), paragraph())
def test_lines_are_judged_separately(text: str, family: str, good: str) -> None:
    assert repair_encoding(f"{good}\n{FAMILIES[family](text)}\n{good}") == f"{good}\n{text}\n{good}"


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_our_own_texts_stay(name: str) -> None:
    assert repair_encoding(GOOD_TEXTS[name]) is GOOD_TEXTS[name]


def test_a_month_of_news_and_a_dictionary_stay() -> None:
    seen = 0
    for name, text in good_texts():
        found = harm(text)
        assert not found.changed, (name, found.changed[:3])
        seen += found.han
    assert seen > 500_000


def test_the_gentle_preset_guesses_nothing() -> None:
    assert STANDARD.replace(encoding="exact").encoding == "exact"
    damaged = FAMILIES["utf8_as_gbk"]("中国人民的事业一定成功")
    assert "\ufffd" in damaged
    assert all(edit.confidence == 1.0 and "\ufffd" not in damaged[edit.start : edit.end] for edit in find(damaged, exact_only=True))


@pytest.mark.parametrize(
    "families",
    [("utf8_as_gbk", "utf8_as_gb18030"), ("hole_as_latin1", "bom_as_latin1"), ("utf8_as_latin1", "gbk_as_latin1"), ("gbk_as_big5", "utf8_as_cp936")],
)
def test_lines_read_together_say_the_same_as_one_by_one(families: tuple[str, str]) -> None:
    """Found by Hypothesis: what a channel needs was looked for on the next line; debris was cleared out of order."""
    lines = [FAMILIES[family]("今年以来，观澜县政协召开专题协商会。" * 2) for family in families]
    assert repair_encoding("\n".join(lines)) == "\n".join(map(repair_encoding, lines))
