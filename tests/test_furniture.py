"""The families of page furniture and their case files belong together, one to one."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cppcc_clean.furniture import _fields, _margins
from cppcc_clean.furniture._families import CHECKS, FAMILIES, RULES
from cppcc_clean.furniture._fold import fold
from cppcc_clean.furniture._rules import Words
from cppcc_clean.furniture._words import SEPARATORS

CASES = Path(__file__).parent / "cases" / "furniture"
MARGIN = "margin"  # told by the place alone, so it is part of the judgement and no family

# What these rules claim is furniture only beside other furniture, so they are never reported alone.
NEVER_ALONE = frozenset({"furniture-bare-number", "furniture-margin", "furniture-repeated-headline"})


def name_of(family: ModuleType) -> str:
    return family.__name__.rpartition(".")[2]


def cases_of(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))


RULE_NAMES = {name_of(family): [rule.name for rule in family.RULES] for family in FAMILIES} | {
    MARGIN: [_margins.RULE.name]
}


def test_families_and_modules_are_the_same() -> None:
    folder = Path(_margins.__file__).parent
    assert {name_of(family) for family in FAMILIES} == {path.stem for path in folder.glob("[a-z]*.py")}


def test_families_and_case_files_are_the_same() -> None:
    found = {path.stem for path in CASES.iterdir()}
    assert found, "no case file: refusing to test nothing"
    assert found == set(RULE_NAMES)


@pytest.mark.parametrize("name", RULE_NAMES)
def test_what_must_stay_comes_first_and_is_as_much(name: str) -> None:
    entries = cases_of(name)
    assert next(iter(entries)) == "keep"
    assert len(entries["keep"]) >= len(entries["case"]) > 0


@pytest.mark.parametrize(("name", "rule"), [(name, rule) for name, rules in RULE_NAMES.items() for rule in rules])
def test_every_rule_fires_alone_in_a_case(name: str, rule: str) -> None:
    """test_cases.py holds that what a case names is what is reported."""
    reported = [case["rules"] for case in cases_of(name)["case"]]
    assert [rule] in reported or (rule in NEVER_ALONE and any(rule in rules for rules in reported))


@pytest.mark.parametrize("name", RULE_NAMES)
def test_every_reported_rule_is_declared(name: str) -> None:
    declared = {rule.name for rule in RULES}
    assert declared >= {rule for case in cases_of(name)["case"] for rule in case["rules"]}


@pytest.mark.parametrize("family", [*FAMILIES, _margins], ids=name_of)
def test_every_family_says_what_must_stay(family: ModuleType) -> None:
    assert any(word in (family.__doc__ or "") for word in ("stay", "never leaves"))


LISTS = [check for check in CHECKS if isinstance(check, Words)]


def test_each_word_of_the_page_is_told_once() -> None:
    """Labels of other articles are words, too, and may be buttons as well."""
    told = Counter(word.lower() for check in LISTS if check.name != "furniture-related" for word in check.words)
    assert told, "no words: refusing to test nothing"
    assert [word for word, times in told.items() if times > 1] == []


def test_each_key_is_told_once() -> None:
    told = Counter(name for _, names in _fields._KEYS for name in names.split())
    assert [name for name, times in told.items() if times > 1] == []


def test_words_and_cues_can_occur_in_folded_text() -> None:
    cues = {cue for check in CHECKS if not isinstance(check, Words) for cue in check.cues}
    words = {word for check in LISTS for word in check.words}
    assert sorted(piece for piece in words | cues if fold(piece)[0] != piece) == []
    assert sorted(word for word in words if not set(SEPARATORS).isdisjoint(word)) == []
