"""Make ``docs/rules.md`` from the rules themselves: ``python scripts/build_rules_page.py``."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from cppcc_clean.report.rules import Entry, entries, example

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

HEAD = """\
# Rules

Every rule by the name that reports, `--select` and `--ignore` call it, in the order in which the steps run. Examples are
what the step alone makes of them; `↵` is a line end, `<U+200B>` a character that cannot be seen. `cppcc-clean rules`
prints the same list. Made by `scripts/build_rules_page.py`; do not edit.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for step, group in groupby(entries(), key=lambda entry: entry.step):
        yield f"## {step}\n\n| rule | what it does | before | after | presets |\n|---|---|---|---|---|"
        yield from map(_row, group)
        yield ""


def _row(entry: Entry) -> str:
    rule = entry.rule
    cells = (f"`{rule.name}`", _cell(rule.about), _code(rule.before), _code(rule.after), ", ".join(entry.presets))
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    return f"<code>{_cell(example(text))}</code>" if text else "(nothing)"


def _cell(text: str) -> str:
    """Text that neither ends the cell of a table nor is taken for markup."""
    return escape(text, quote=False).translate({ord(mark): f"&#{ord(mark)};" for mark in "|\\`*_[]"})


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
