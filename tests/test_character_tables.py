"""The tables of the characters step and of names: made as their script makes them, sorted, unique, and sound."""

from __future__ import annotations

import runpy
import unicodedata
from pathlib import Path

import pytest

from cppcc_clean import _data

SCRIPT = Path(__file__).parent.parent / "scripts" / "build_character_tables.py"
MADE = {"radicals.tsv": 328, "gbk_private_use.tsv": 107}


@pytest.mark.parametrize("name", MADE)
def test_made_by_its_script(name: str) -> None:
    pytest.importorskip("opencc")
    tables: dict[str, str] = runpy.run_path(str(SCRIPT))["tables"]()
    assert tables[name] == (_data.FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*MADE, "surnames.tsv"])
def test_sorted_and_unique(name: str) -> None:
    keys = [row[0] for row in _data.rows(name)]
    assert keys == sorted(set(keys))
    assert len(keys) == MADE.get(name, len(keys))


def test_radicals_stand_for_ideographs() -> None:
    for radical, ideograph, simplified in _data.rows("radicals.tsv"):
        assert "RADICAL" in unicodedata.name(radical)
        # By range: Python 3.11 has no name for 𫜹, of Unicode 15.
        assert all("\u3400" <= char <= "\u9fff" or char >= "\U00020000" for char in (ideograph, simplified))


def test_radicals_agree_with_unicode_where_python_knows() -> None:
    known = {row[0]: row[1] for row in _data.rows("radicals.tsv")}
    for radical, ideograph in known.items():
        assert unicodedata.normalize("NFKC", radical) in (radical, ideograph)
    assert set(map(chr, range(0x2F00, 0x2FD6))) <= known.keys()


def test_private_use_stands_for_characters() -> None:
    for private, meaning in _data.rows("gbk_private_use.tsv"):
        assert unicodedata.category(private) == "Co"
        assert unicodedata.category(meaning) not in ("Co", "Cn", "Cs")


def test_surnames() -> None:
    names = [row[0] for row in _data.rows("surnames.tsv")]
    assert {len(name) for name in names} == {1, 2}
    assert {"王", "於", "張", "欧阳"} <= set(names)
