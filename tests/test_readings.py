"""The table of readings: made by its script, and read as it should be."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from cppcc_clean import _data
from cppcc_clean.language.readings import Reading, reading, toneless

SCRIPT = Path(__file__).parent.parent / "scripts" / "build_readings.py"


def column(char: str, syllable: str) -> str | None:
    """In which column the table has a character for a syllable."""
    return next((name for name, chars in zip(Reading._fields, reading(syllable), strict=True) if char in chars), None)


def test_the_table_is_what_the_script_makes() -> None:
    script = runpy.run_path(str(SCRIPT))
    assert script["TARGET"].read_text(encoding="utf-8") == script["render"]()


def test_rows_are_sorted_and_unique() -> None:
    rows = _data.rows("readings.tsv")
    syllables = [row[0] for row in rows]
    assert syllables == sorted(set(syllables))
    assert all(len(row) == 5 and len("".join(row[1:])) == len(set("".join(row[1:]))) > 0 for row in rows)


@pytest.mark.parametrize(
    ("char", "syllable", "expected"),
    [
        ("協", "xié", "plain"),
        ("協", "xie", "plain"),
        ("協", "xiě", None),
        ("協", "hé", None),
        ("發", "fā", "plain"),
        ("區", "qū", "plain"),
        ("區", "ōu", "traditional"),  # a surname
        ("調", "diào", "traditional"),  # 音调, 调整: one is as common as the other
        ("調", "tiáo", "traditional"),
        ("長", "zhǎng", "traditional"),
        ("蕁", "qián", "traditional"),  # not in level 1 of GB 2312
        ("乾", "qián", "others"),  # simplified text writes it, too
        ("著", "zhù", "others"),
        ("协", "xié", "others"),
        ("工", "gōng", "common"),
        ("年", "nian", "common"),
        ("噱", "xué", "others"),
        ("中", "zhong", "common"),
        ("的", "de", "others"),
        ("此", "wǒ", None),
    ],
)
def test_columns(char: str, syllable: str, expected: str | None) -> None:
    assert column(char, syllable) == expected


@pytest.mark.parametrize("syllable", ["lǜ", "lǚ", "lü", "lv", "lu", "lù"])
def test_umlauts(syllable: str) -> None:
    assert any("綠慮呂"[at] in "".join(reading(syllable)) for at in range(3))


OTHER_SPELLINGS = [("\u0261u\xf3", "guó"), ("h\u0251n", "han"), ("lĭng", "lǐng"), ("nǔ", "nǚ")]


@pytest.mark.parametrize(("given", "usual"), OTHER_SPELLINGS)
def test_other_spellings(given: str, usual: str) -> None:
    assert reading(given) == reading(usual) != reading("?")


def test_toneless() -> None:
    assert [toneless(syllable) for syllable in ("zhuāng", "nǚ", "lüè", "ê")] == ["zhuang", "nu", "lue", "e"]
