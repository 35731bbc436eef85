"""The script tables: made by their script, aligned, and such that a second conversion finds nothing to do."""

from __future__ import annotations

import runpy
from itertools import combinations
from pathlib import Path

import pytest

from cppcc_clean import _data

MAKE = runpy.run_path(str(Path(__file__).parent.parent / "scripts" / "build_script_tables.py"))["tables"]
MADE: dict[str, str] = MAKE()
CHARACTERS = _data.rows("script_characters.tsv")
OWN_WORDS = _data.rows("script_words.tsv")


@pytest.mark.parametrize("name", MADE)
def test_made_by_the_script(name: str) -> None:
    assert (_data.FOLDER / name).read_text(encoding="utf-8") == MADE[name]


@pytest.mark.parametrize("name", MADE)
def test_sorted_and_unique(name: str) -> None:
    keys = [row[:2] if name == "script_characters.tsv" else row[:1] for row in _data.rows(name)]
    assert keys == sorted(set(keys))


def test_small() -> None:
    assert sum(path.stat().st_size for path in _data.FOLDER.glob("script_*.tsv")) < 600_000


def test_characters_and_forms_are_aligned() -> None:
    for _, _, characters, forms in CHARACTERS:
        assert len(characters) == len(forms)
        assert list(characters) == sorted(set(characters))
        assert all(character != form for character, form in zip(characters, forms, strict=True))
    for script in ("hans", "hant"):
        kinds = [set(row[2]) for row in CHARACTERS if row[0] == script]
        assert not any(one & other for one, other in combinations(kinds, 2))


def of_one_script(leads_to: str) -> set[str]:
    return {
        character
        for to, kind, characters, _ in CHARACTERS
        if to == leads_to and kind in ("own", "split")
        for character in characters
    }


def forms(leads_to: str) -> str:
    """Everything that a conversion can write."""
    words = (
        pair.partition("=")[2]
        for _, _, decided in _data.rows(f"script_words_{leads_to}.tsv")
        for pair in decided.split()
    )
    regional = "".join("".join(row[1:]) for row in _data.rows("script_regions.tsv")) if leads_to == "hant" else ""
    own = "".join(row[1] for row in OWN_WORDS) if leads_to == "hans" else ""
    return "".join(row[3] for row in CHARACTERS if row[0] == leads_to) + "".join(words) + regional + own


def test_no_form_belongs_to_the_other_script() -> None:
    """Else a converted line might be taken for one of the other script again."""
    assert not of_one_script("hans") & of_one_script("hant")
    assert not of_one_script("hans") & set(forms("hans"))
    assert not of_one_script("hant") & set(forms("hant"))


def test_nothing_outside_the_basic_plane() -> None:
    assert max(forms("hans") + forms("hant")) < "\U00010000"


def test_words_keep_their_length() -> None:
    for script in ("hans", "hant"):
        for _, _, decided in _data.rows(f"script_words_{script}.tsv"):
            for rest, _, form in (pair.partition("=") for pair in decided.split()):
                assert len(form) == len(rest) + 1


def test_own_words() -> None:
    words = [word for _, _, several, _ in OWN_WORDS for word in several.split()]
    assert len(words) == len(set(words))
    for character, form, several, remark in OWN_WORDS:
        assert len(character) == len(form) == 1
        assert remark
        assert all(character in word and len(word) > 1 for word in several.split())
