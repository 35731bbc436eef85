"""One telling: ``explain(text).text == clean(text)``, always, for every config."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean import GENTLE, NOTHING, STANDARD, THOROUGH, clean, explain
from cppcc_clean.config import Config
from cppcc_clean.steps import RULES
from tests.strategies import GOOD_TEXTS, any_text, damaged, good_chinese, realistic

CONFIGS = [
    STANDARD, GENTLE, THOROUGH, NOTHING,
    *(STANDARD.replace(script=script) for script in ("hant", "tw", "hk", "keep")),
    STANDARD.replace(ignore={"pinyin-annotation", "script-character"}),
    STANDARD.replace(select=set(RULES) - {"line-indent", "inserted-comma"}),
]  # fmt: skip


@given(text=any_text() | damaged(), config=st.sampled_from(CONFIGS))
def test_hostile_text(text: str, config: Config) -> None:
    assert explain(text, config).text == clean(text, config)


@given(text=realistic(), config=st.sampled_from(CONFIGS))
def test_realistic_text(text: str, config: Config) -> None:
    assert explain(text, config).text == clean(text, config)


@given(text=good_chinese())
def test_good_text(text: str) -> None:
    explained = explain(text)
    assert explained.text is text
    assert explained.changes == ()


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_corpus(name: str) -> None:
    explained = explain(GOOD_TEXTS[name])
    assert explained.text is GOOD_TEXTS[name]
    assert explained.warnings == ()
