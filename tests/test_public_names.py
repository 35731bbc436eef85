"""The public names are a promise: adding one is a decision, losing one a break."""

from __future__ import annotations

import cppcc_clean
from cppcc_clean.steps import RULES, STEPS


def test_names() -> None:
    assert cppcc_clean.__all__ == [
        "GENTLE", "NOTHING", "STANDARD", "THOROUGH", "Cleaner", "Config", "Explained", "Metadata", "Survey", "clean",
        "explain", "survey",
    ]  # fmt: skip
    for name in cppcc_clean.__all__:
        assert getattr(cppcc_clean, name).__doc__


def test_order_of_the_steps() -> None:
    assert [step.name for step in STEPS] == [
        "entities", "encoding", "characters", "pinyin", "byte_shift", "inserted_marks", "script", "punctuation",
        "furniture", "lines", "spaces",
    ]  # fmt: skip


def test_every_step_has_a_door() -> None:
    from cppcc_clean import steps

    doors = [
        "decode_entities", "repair_encoding", "normalise_characters", "strip_pinyin", "repair_byte_shift",
        "drop_inserted_marks", "convert_script", "normalise_punctuation", "remove_furniture", "join_lines",
        "normalise_spaces",
    ]  # fmt: skip
    for door in doors:
        assert ">>>" in getattr(steps, door).__doc__, f"{door} has no doctest"


def test_rule_names_are_unique() -> None:
    names = [rule.name for step in STEPS for rule in step.rules]
    assert len(names) == len(set(names)) == len(RULES)
