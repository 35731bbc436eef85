"""Well-formed: the result is valid UTF-8 and holds no noncharacter and no control character but newline and tab."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from cppcc_clean import GENTLE, STANDARD, THOROUGH, clean
from cppcc_clean.config import Config
from tests.strategies import any_text, damaged

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


@pytest.mark.parametrize("config", [STANDARD, GENTLE, THOROUGH], ids=repr)
@given(text=any_text() | damaged())
def test_result(config: Config, text: str) -> None:
    result = clean(text, config)
    result.encode("utf-8")
    assert not FORBIDDEN.search(result)
