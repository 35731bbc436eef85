"""Restraint: good Chinese comes back as the very same object."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from cppcc_clean import GENTLE, NOTHING, STANDARD, clean
from cppcc_clean.config import Config
from tests.strategies import GOOD_TEXTS, any_text, good_chinese


@given(text=good_chinese())
def test_invented_sentences(text: str) -> None:
    assert clean(text) is text


@pytest.mark.parametrize("name", GOOD_TEXTS)
@pytest.mark.parametrize("config", [STANDARD, GENTLE], ids=repr)
def test_corpus(name: str, config: Config) -> None:
    text = GOOD_TEXTS[name]
    assert clean(text, config) is text


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_every_paragraph_of_the_corpus_alone(name: str) -> None:
    changed = [line for line in GOOD_TEXTS[name].split("\n") if clean(line) is not line]
    assert changed == []


def test_the_corpus_is_large() -> None:
    assert sum(len(re.findall(r"[\u3400-\u9fff]", text)) for text in GOOD_TEXTS.values()) >= 20_000


@given(text=any_text())
def test_nothing_does_nothing(text: str) -> None:
    assert clean(text, NOTHING) is text
