"""The page's colours can be read on its grounds, and steps can be told apart with any kind of eyes."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

import cppcc_clean.report
from cppcc_clean.report.colours import STEP

STYLE = (Path(cppcc_clean.report.__file__).parent / "style.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in STYLE.split("* {")[0].split("@media"))
LINES = dict(re.findall(r"\.s-(\w+) \{ --c: var\(--\1\); --l: (\w+); \}", STYLE))

Colour = tuple[float, ...]

# How dichromats see, after Machado, Oliveira and Fernandes (2009), for linear RGB.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> Colour:
    values = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """As WCAG 2.1 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, eyes: str) -> Colour:
    """CIE L*a*b* of a colour as these eyes see it."""
    r, g, b = (min(1, max(0, sum(a * c for a, c in zip(row, linear(colour), strict=True)))) for row in EYES[eyes])
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast(palette: dict[str, str]) -> None:
    for ground in ("paper", "card", "ground"):
        # WCAG 2.1: 4.5 for text, 3 for what is not text.
        assert all(contrast(palette[text], palette[ground]) >= 4.5 for text in ("ink", "faint", "warn", "accent"))
        assert all(contrast(palette[step], palette[ground]) >= 3 for step in STEP)


def test_every_step_has_its_colour_and_line() -> None:
    assert set(LINES) == set(STEP)
    assert set(STEP) <= set(LIGHT)
    assert set(STEP) <= set(DARK)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_steps_with_the_same_line_have_colours_that_differ(palette: dict[str, str], eyes: str) -> None:
    by_line = defaultdict(list)
    for step, line in LINES.items():
        by_line[line].append(lab(palette[step], eyes))
    for colours in by_line.values():
        for one, other in combinations(colours, 2):
            # A difference of 2.3 can just be noticed; 10 is seen at a glance.
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= 10
