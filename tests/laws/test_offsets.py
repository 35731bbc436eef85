"""Offsets: positions of source and result map to each other, in order; what was not touched maps to itself."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean import explain
from cppcc_clean.config import Config
from cppcc_clean.explained import Explained
from tests.laws.test_one_telling import CONFIGS
from tests.strategies import any_text, damaged, realistic


def hold(text: str, config: Config) -> None:
    explained = explain(text, config)
    there = [explained.to_result(at) for at in range(len(text) + 1)]
    back = [explained.to_source(at) for at in range(len(explained.text) + 1)]
    for positions, limit in ((there, len(explained.text)), (back, len(text))):
        assert positions == sorted(positions)
        assert all(0 <= position <= limit for position in positions)
    for at in untouched(explained):
        assert explained.text[there[at]] == text[at]
        assert back[there[at]] == at
    spans_agree(explained)


def untouched(explained: Explained) -> list[int]:
    touched = {at for change in explained.changes for at in range(change.start, change.end)}
    return [at for at in range(len(explained.source)) if at not in touched]


def spans_agree(explained: Explained) -> None:
    source, result = explained.source, explained.text
    for change in explained.changes:
        assert 0 <= change.start <= change.end <= len(source)
        assert 0 <= change.result_start <= change.result_end <= len(result)
    cuts = sorted({0, len(source), *(change.start for change in explained.changes)})
    for start, end in pairwise(cuts):
        first, last = explained.map_span(start, end)
        assert 0 <= first <= last <= len(result)


@given(text=any_text() | damaged(), config=st.sampled_from(CONFIGS))
def test_hostile_text(text: str, config: Config) -> None:
    hold(text, config)


@given(text=realistic(), config=st.sampled_from(CONFIGS))
def test_realistic_text(text: str, config: Config) -> None:
    hold(text, config)


def test_removed_text_maps_to_the_place_where_it_stood() -> None:
    explained = explain("縣政協(xié)開會,,")
    assert explained.text == "县政协开会，"
    assert explained.map_span(3, 8) == (3, 3)
    assert [explained.to_result(at) for at in range(3, 9)] == [3, 3, 3, 3, 3, 3]
    assert explained.to_source(3) == 8


def test_what_was_put_in_belongs_to_its_change() -> None:
    [change] = [change for change in explain("縣政協<br>開會。").changes if change.rule == "tag-block"]
    assert (change.before, change.after, change.result_start, change.result_end) == ("<br>", "\n", 3, 4)
