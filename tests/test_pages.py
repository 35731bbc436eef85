"""Whole pages of our own: ``<name>.txt`` as scraped, ``<name>.clean.txt`` as an editor would have it.

The pages in ``examples/`` are checked the same way, against ``pages/examples/``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cppcc_clean import clean

FOLDER = Path(__file__).parent / "pages"
EXAMPLES = Path(__file__).parent.parent / "examples"


def pairs() -> list[tuple[Path, Path]]:
    found = [(path.with_name(path.name.replace(".clean.txt", ".txt")), path) for path in sorted(FOLDER.glob("*.clean.txt"))]
    found += [(path, FOLDER / "examples" / path.name) for path in sorted(EXAMPLES.glob("*.txt"))]
    assert found, "no pages: refusing to test nothing"
    return found


def read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as handle:
        return handle.read()


@pytest.mark.parametrize(("source", "expected"), pairs(), ids=lambda path: path.name)
def test_page(source: Path, expected: Path) -> None:
    assert clean(read(source)) == read(expected)


@pytest.mark.parametrize(("_", "expected"), pairs(), ids=lambda path: path.name)
def test_a_clean_page_stays(_: Path, expected: Path) -> None:
    text = read(expected)
    assert clean(text) is text


def test_no_page_is_left_alone() -> None:
    sources = {source for source, _ in pairs()}
    assert {path for path in FOLDER.glob("*.txt") if not path.name.endswith(".clean.txt")} <= sources
