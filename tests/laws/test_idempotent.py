"""Idempotent: cleaning twice is cleaning once; so is each step alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from cppcc_clean import GENTLE, STANDARD, THOROUGH, clean
from cppcc_clean._step import Step
from cppcc_clean.config import Config
from cppcc_clean.steps import STEPS
from tests.strategies import any_text, damaged

CONFIGS = [STANDARD, GENTLE, THOROUGH, STANDARD.replace(script="tw"), STANDARD.replace(script="keep")]


@pytest.mark.parametrize("config", CONFIGS, ids=repr)
@given(text=any_text() | damaged())
def test_clean(config: Config, text: str) -> None:
    once = clean(text, config)
    assert clean(once, config) == once


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
@given(text=any_text() | damaged())
def test_each_step(step: Step, text: str) -> None:
    once = step(text)
    assert step(once) == once
