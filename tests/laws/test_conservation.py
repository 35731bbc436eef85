"""Conservation: outside the spans of reported changes nothing appears and nothing vanishes, Han least of all."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean import explain
from cppcc_clean.config import Config
from tests.laws.test_one_telling import CONFIGS
from tests.strategies import any_text, damaged, realistic


def outside(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """What is left of a text without these spans."""
    covered = {at for start, end in spans for at in range(start, end)}
    return "".join(char for at, char in enumerate(text) if at not in covered)


def hold(text: str, config: Config) -> None:
    explained = explain(text, config)
    before = outside(text, ((change.start, change.end) for change in explained.changes))
    after = outside(explained.text, ((change.result_start, change.result_end) for change in explained.changes))
    assert before == after


@given(text=any_text() | damaged(), config=st.sampled_from(CONFIGS))
def test_hostile_text(text: str, config: Config) -> None:
    hold(text, config)


@given(text=realistic(), config=st.sampled_from(CONFIGS))
def test_realistic_text(text: str, config: Config) -> None:
    hold(text, config)


def test_every_change_says_what_it_did() -> None:
    for change in explain("縣政協(xié)開會,,聽取報告。").changes:
        assert change.before != change.after
