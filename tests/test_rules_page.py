"""``docs/rules.md`` says what the rules say."""

from __future__ import annotations

import runpy
from pathlib import Path

from cppcc_clean.steps import RULES

ROOT = Path(__file__).parent.parent
PAGE = runpy.run_path(str(ROOT / "scripts" / "build_rules_page.py"))["page"]()


def test_current() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == PAGE, "run scripts/build_rules_page.py"


def test_every_rule_has_its_row() -> None:
    assert all(f"\n| `{name}` | " in PAGE for name in RULES)
    assert all(line.count(" | ") == 4 for line in PAGE.split("\n") if line.startswith("| "))
