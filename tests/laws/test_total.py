"""Total: ``clean`` returns a ``str`` for any ``str``; anything else is a ``TypeError`` that names what was given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given

from cppcc_clean import GENTLE, NOTHING, STANDARD, THOROUGH, Cleaner, clean
from cppcc_clean.config import Config
from cppcc_clean.steps import STEPS
from tests.strategies import any_text, damaged

CONFIGS = [STANDARD, GENTLE, THOROUGH, NOTHING, *(STANDARD.replace(script=s) for s in ("hant", "tw", "hk", "keep"))]


@pytest.mark.parametrize("config", CONFIGS, ids=repr)
@given(text=any_text() | damaged())
def test_any_text(config: Config, text: str) -> None:
    assert isinstance(clean(text, config), str)


@pytest.mark.parametrize("given_", [None, b"bytes", bytearray(b"x"), 7, 1.5, ["text"], object()], ids=repr)
@pytest.mark.parametrize("door", [clean, *STEPS], ids=lambda door: getattr(door, "name", "clean"))
def test_anything_else_is_named(door: Any, given_: object) -> None:
    with pytest.raises(TypeError, match=rf"expected a str, got {type(given_).__name__}"):
        door(given_)


def test_cleaner_passes_none_through() -> None:
    assert Cleaner()(None) is None
    assert list(Cleaner().clean_many([None, "政协", None])) == [None, "政协", None]


@pytest.mark.parametrize("nan", [float("nan"), np.float64("nan"), np.float32("nan")], ids=lambda nan: type(nan).__name__)
def test_cleaner_passes_the_missing_value_of_data_frames_through(nan: Any) -> None:
    assert Cleaner()(nan) is nan


@pytest.mark.parametrize("number", [1.5, float("inf"), 0, True, np.float64(0)], ids=repr)
def test_cleaner_passes_no_number_through(number: Any) -> None:
    with pytest.raises(TypeError, match="expected a str, got"):
        Cleaner()(number)


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "\udfff\ud800", "\n", "\ufffe"], ids=ascii)
def test_smallest_texts(text: str) -> None:
    assert isinstance(clean(text), str)
