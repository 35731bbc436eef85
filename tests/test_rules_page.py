"""``docs/rules.md`` says what the rules say."""

from __future__ import annotations

from cppcc_clean.steps import RULES
from scripts.build_rules_page import PAGE, page


def test_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run scripts/build_rules_page.py"


def test_every_rule_has_its_row() -> None:
    shown = page()
    assert all(f"\n| `{name}` | " in shown for name in RULES)
    assert all(line.count(" | ") == 4 for line in shown.split("\n") if line.startswith("| "))
