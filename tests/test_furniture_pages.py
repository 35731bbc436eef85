"""What page furniture reaches on the pages of ``furniture_pages``: no figure may fall below its floor.

Of the unseen pages only totals are told, so that nobody tunes a rule to them.
"""

from __future__ import annotations

from functools import cache

import pytest
from benchmarks.furniture_quality import FOLDERS, PAGES, floors, load, measure, totals

# Between two sets no page is unseen.
HELD = [folder for folder in FOLDERS if any((PAGES / folder).glob("*.page"))]
assert "seen" in HELD


@cache
def figures(folder: str) -> dict[str, float]:
    return totals(measure(PAGES / folder)[""])


@pytest.mark.parametrize(("folder", "figure"), [(folder, name) for folder in HELD for name in floors().get(folder, ())])
def test_no_figure_sinks(folder: str, figure: str) -> None:
    assert figures(folder)[figure] >= floors()[folder][figure]


@pytest.mark.parametrize("folder", HELD)
def test_pages_are_well_formed(folder: str) -> None:
    paths = sorted((PAGES / folder).glob("*.page"))
    assert len(paths) >= 30, "too few pages to measure anything"
    for path in paths:
        page = load(path)
        assert page.metadata
        assert any(line is not None and line.strip() for line in page.kept)
