"""The drawing of the house against the house: every module imports only from rooms below its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "cppcc_clean"

# From the ground up, as docs/theory.md draws it. Rooms of one line do not see each other, but a folder sees itself.
FLOORS = (
    {"_edits", "_data", "_patterns", "metadata"},
    {"_chars"},
    {"_step"},
    {"language"},
    {"channels"},
    {"furniture"},
    {"steps"},
    {"config", "notices", "files"},
    {"_survey"},
    {"explained"},
    {"pipeline"},
    {"report", "integrations"},
    {"cli"},
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# Imports that look upwards on purpose, inside a function, with the reason.
LAZY = {
    ("config", "steps"): "rule names are checked only when some are given",
    ("explained", "report"): "a method that shows the report loads the leaf when called",
}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "cppcc_clean" else [node.module]
        found |= {name.split(".")[1] for name in names if name.startswith("cppcc_clean.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards(path: Path) -> None:
    here = room(path)
    assert here in FLOOR_OF, f"{here} is not in the drawing"
    for other in imported_rooms(path) - {here}:
        assert FLOOR_OF[other] < FLOOR_OF[here] or (here, other) in LAZY, f"{here} imports {other}"


THIRD_PARTIES = {"ftfy": {"channels"}, "click": {"cli", "report"}, "tqdm": {"cli"}}


@pytest.mark.parametrize("party", THIRD_PARTIES)
def test_third_parties_live_in_leaves(party: str) -> None:
    users = {room(path) for path in MODULES if f"import {party}" in path.read_text(encoding="utf-8")}
    assert users <= THIRD_PARTIES[party]


PROGRAM = """
import sys, time
start = time.perf_counter()
import cppcc_clean
seconds = time.perf_counter() - start
cppcc_clean.clean
print(seconds, *sorted(sys.modules))
"""


def test_import_is_light() -> None:
    runs = [subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True) for _ in range(5)]
    seconds, *loaded = runs[0].stdout.split()
    assert not {"ftfy", "numpy", "click", "tqdm", "opencc", "jieba", "pypinyin"} & set(loaded)
    from_data = "import cppcc_clean._data as d; import cppcc_clean; assert d.rows.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", from_data], check=True)
    assert min(float(run.stdout.split()[0]) for run in runs) < 0.060, seconds
