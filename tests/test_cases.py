"""Every case file under ``cases/``: what must stay stays the very same object, what is damaged comes out as written.

A file is named after its step (`cases/steps/pinyin.toml`), furniture family or channel; `cases/keep/*.toml` and
`cases/known_failures/*.toml` go through the whole of ``clean``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cppcc_clean import STANDARD, clean
from cppcc_clean._step import Bound
from cppcc_clean.steps import STEPS

CASES = Path(__file__).parent / "cases"
BY_NAME = {step.name: step for step in STEPS}
STEP_OF_FOLDER = {"furniture": "furniture", "channels": "encoding"}

Entry = dict[str, Any]


def step_of(path: Path) -> Callable[..., str]:
    """The function that a case file speaks about: the step of its folder or of its own name, or ``clean``."""
    name = STEP_OF_FOLDER.get(path.parent.name, path.stem)
    if path.stem == "byte_shift":
        name = "byte_shift"
    return BY_NAME.get(name, clean)


def entries(kind: str, *folders: str) -> list[Any]:
    return list(_entries(kind, *folders))


def _entries(kind: str, *folders: str) -> Iterator[Any]:
    for folder in folders:
        paths = sorted((CASES / folder).glob("*.toml"))
        assert paths, f"no case file in {folder}: refusing to test nothing"
        for path in paths:
            for entry in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, []):
                yield pytest.param(path, entry, id=f"{folder}/{path.stem}: {entry['label']}")


@pytest.mark.parametrize(("path", "entry"), entries("keep", "steps", "furniture", "channels", "keep"))
def test_keep(path: Path, entry: Entry) -> None:
    text = entry["text"]
    assert step_of(path)(text, **entry.get("options", {})) is text


@pytest.mark.parametrize(("path", "entry"), entries("case", "steps", "furniture", "channels", "keep"))
def test_case(path: Path, entry: Entry) -> None:
    given, options = entry["text"], entry.get("options", {})
    step = step_of(path)
    result = step(given, **options)
    assert result == entry["expect"]
    assert step(result, **options) == result
    if "rules" in entry and step is not clean:
        assert isinstance(step, type(STEPS[0]))
        assert {edit.rule for edit in Bound(step, options).edits(given)} == set(entry["rules"])


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize(("path", "entry"), entries("case", "known_failures"))
def test_known_failure(path: Path, entry: Entry) -> None:
    assert step_of(path)(entry["text"], **entry.get("options", {})) == entry["expect"]


def test_every_case_file_starts_with_what_must_stay() -> None:
    for folder in ("steps", "furniture", "channels"):
        for path in sorted((CASES / folder).glob("*.toml")):
            first = next(line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("[["))
            assert first == "[[keep]]", path
    assert STANDARD.replace() == STANDARD
