"""Shapes that several rooms of the house look for: what is set before the items of a list."""

from __future__ import annotations

from cppcc_clean._patterns import pattern

# What is set before the items of a list. `*` and `※` are set before notes, too; `-` without a blank behind it is a dash.
BULLETS = "-·●▪■◆○◇▲▶►>»"
BULLET = pattern(rf"(?!-\S)[{BULLETS}]\s?(?=\S)")
