"""No family of damage is undone worse than it was: the floors rise (``python -m benchmarks.quality --raise``)."""

from __future__ import annotations

import pytest
from benchmarks.quality import FAST, edit_distance, floors, measure

from tests.simulate import FAMILIES


def test_every_family_has_a_floor() -> None:
    assert floors().keys() == FAMILIES.keys()


@pytest.mark.parametrize("family", FAMILIES)
def test_floor(family: str) -> None:
    assert measure(family, FAST).error <= floors()[family]


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("", "", 0), ("", "政协", 2), ("政协", "政协", 0), ("政协会", "政会", 1), ("kitten", "sitting", 3), ("abcd", "badc", 3)],
)
def test_edit_distance(one: str, other: str, distance: int) -> None:
    assert edit_distance(one, other) == edit_distance(other, one) == distance
