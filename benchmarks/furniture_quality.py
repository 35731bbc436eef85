"""How well page furniture is found and its metadata read, on the pages in ``tests/furniture_pages``.

``measure(folder)`` gives the figures; run as a script it prints them for both folders. Of the unseen pages only totals
are ever told: who writes rules must not learn from them.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cppcc_clean import STANDARD, clean
from cppcc_clean._step import MAX_PASSES
from cppcc_clean.furniture import read
from cppcc_clean.metadata import NAMES, Metadata
from cppcc_clean.steps import furniture

PAGES = Path(__file__).parent.parent / "tests" / "furniture_pages"
FLOORS = Path(__file__).parent / "furniture_floors.toml"
FOLDERS = ("seen", "unseen")
BEFORE = STANDARD.replace(furniture=False, lines=False, spaces=False)


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page with what is known of it."""

    name: str
    lines: tuple[str, ...]  # as the page prints them
    kept: tuple[str | None, ...]  # what stays of each line; None for furniture
    metadata: dict[str, Any]

    @property
    def kind(self) -> str:
        return self.name.rpartition("-")[0]


def load(path: Path) -> PageFile:
    """Read a page file."""
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    lines, kept = [], []
    for marked in body.rstrip("\n").split("\n"):
        text = marked[2:]
        lines.append(text.replace("⟦", "").replace("⟧", ""))
        kept.append(None if marked.startswith("F|") else _without_pieces(text))
    return PageFile(path.stem, tuple(lines), tuple(kept), tomllib.loads(head).get("metadata", {}))


def _without_pieces(text: str) -> str:
    while "⟦" in text:
        before, _, rest = text.partition("⟦")
        text = before + rest.partition("⟧")[2]
    return text


@dataclass(slots=True)
class Figures:
    """What was counted; ``said`` holds what went wrong, for pages that may be looked at."""

    furniture: int = 0
    found: int = 0
    article: int = 0
    lost: int = 0
    tails: int = 0
    tails_right: int = 0
    plain: int = 0
    plain_identical: int = 0
    fields: Counter[tuple[str, str]] = field(default_factory=Counter)
    families: Counter[tuple[str, str]] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        """Count another page's figures in."""
        for name in ("furniture", "found", "article", "lost", "tails", "tails_right", "plain", "plain_identical"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.fields.update(other.fields)
        self.families.update(other.families)
        self.said += other.said


def bare(line: str) -> str:
    """A line without any blank."""
    return "".join(line.split())


def prepare(lines: tuple[str, ...]) -> list[str]:
    """The lines as the furniture step meets them."""
    done = clean("\n".join(lines), BEFORE).split("\n")
    return done if len(done) == len(lines) else [clean(line, BEFORE) for line in lines]


def measure_page(page: PageFile) -> Figures:
    """The figures of one page."""
    text = "\n".join(prepare(page.lines)) + "\n"
    kept = iter(prepare(tuple(line for line in page.kept if line is not None)))
    expected = [None if line is None else next(kept) for line in page.kept]
    left, rules = _left(text)
    figures = Figures()
    _swap_copies(expected, text.split("\n"), left, rules)
    for whole, want, got in zip(text.split("\n"), expected, left, strict=False):
        _count(figures, page.name, whole, want, got)
    figures.families.update(
        (rule, "article" if want is not None and bare(want) == bare(whole) else "furniture")
        for whole, want, rule in zip(text.split("\n"), expected, rules, strict=False) if rule
    )  # fmt: skip
    if all(want is not None and bare(want) == bare(whole) for whole, want in zip(text.split("\n"), expected, strict=False)):
        figures.plain = 1
        figures.plain_identical = furniture.remove_furniture(text) is text
    _count_metadata(figures, page, Metadata(read(text)))
    return figures


def _swap_copies(expected: list[str | None], lines: list[str], left: list[str], rules: list[str]) -> None:
    """A headline printed twice is kept once: it does not matter which of the two."""
    stayed = {bare(line): at for at, line in enumerate(lines) if line.strip() and expected[at] is None and left[at].strip()}
    for at, line in enumerate(lines):
        other = stayed.get(bare(line)) if line.strip() and expected[at] is not None and not left[at].strip() else None
        if other is not None:
            for column in (left, rules):
                column[at], column[other] = column[other], column[at]


def _left(text: str) -> tuple[list[str], list[str]]:
    """What is left of each line once nothing more leaves, and the first rule by which something left."""
    lines = text.split("\n")
    rules = [""] * len(lines)
    for _ in range(MAX_PASSES):
        edits = furniture.STEP.find("\n".join(lines))
        if not edits:
            break
        start = 0
        for number, line in enumerate(lines):
            end = start + len(line)
            for edit in reversed(edits):
                if edit.start < end and edit.end > start:
                    lines[number] = lines[number][: max(edit.start - start, 0)] + lines[number][max(edit.end - start, 0) :]
                    rules[number] = rules[number] or edit.rule
            start = end + 1
    return lines, rules


def _count(figures: Figures, page: str, whole: str, want: str | None, got: str) -> None:
    if not whole.strip():
        return
    if want is None:
        figures.furniture += 1
        figures.found += not got.strip()
        if got.strip():
            figures.said.append(f"{page}  stayed: {whole.strip()}")
        return
    figures.article += 1
    if bare(want) != bare(whole):
        figures.tails += 1
        figures.tails_right += bare(got) == bare(want)
        if bare(got) != bare(want):
            figures.said.append(f"{page}  tail: …{got[-50:]} instead of …{want[-30:]}")
    elif bare(got) != bare(whole):
        figures.lost += 1
        figures.said.append(f"{page}  LOST: {whole.strip()}  ->  {got.strip()[-30:]}")


def _count_metadata(figures: Figures, page: PageFile, got: Metadata) -> None:
    for name in sorted({*page.metadata, *got}):
        want, have = page.metadata.get(name), got.get(name)
        if name in NAMES and want is not None:
            want = tuple(want)
        if want is None:
            verdict = "invented"
        elif have is None:
            verdict = "missing"
        else:
            verdict = "right" if _same(want, have) else "wrong"
        figures.fields[name, verdict] += 1
        if verdict != "right":
            figures.said.append(f"{page.name}  {name} {verdict}: {have!r}, expected {want!r}")


def _same(want: Any, have: Any) -> bool:
    if isinstance(want, str) and isinstance(have, str):
        return bare(clean(want, BEFORE)) == bare(have)
    return bool(want == have)


def measure(folder: Path) -> dict[str, Figures]:
    """The figures of each kind of page in ``folder``, and of all under ``""``."""
    paths = sorted(folder.glob("*.page"))
    if not paths:
        raise ValueError(f"{folder} holds no page: refusing to measure nothing")
    by_kind: dict[str, Figures] = {"": Figures()}
    for path in paths:
        page = load(path)
        figures = measure_page(page)
        by_kind[""].add(figures)
        by_kind.setdefault(page.kind, Figures()).add(figures)
    return by_kind


def totals(figures: Figures) -> dict[str, float]:
    """The figures that the floors are about: shares in per cent, and a count of invented values."""
    verdicts: Counter[str] = Counter()
    for (_, verdict), count in figures.fields.items():
        verdicts[verdict] += count
    return {
        "furniture_found": _share(figures.found, figures.furniture),
        "article_kept": _share(figures.article - figures.lost, figures.article),
        "tails_right": _share(figures.tails_right, figures.tails),
        "plain_identical": _share(figures.plain_identical, figures.plain),
        "metadata_right": _share(verdicts["right"], sum(verdicts.values()) - verdicts["invented"]),
        "metadata_not_invented": _share(sum(verdicts.values()) - verdicts["invented"], sum(verdicts.values())),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 100.0


def table(by_kind: dict[str, Figures], secret: bool) -> str:
    """The figures as text; of secret pages only the totals."""
    rows = [_row("all", by_kind[""])]
    if not secret:
        rows += [_row(kind, figures) for kind, figures in sorted(by_kind.items()) if kind]
    fields = by_kind[""].fields
    for name in sorted({name for name, _ in fields}):
        counts = (f"{verdict} {fields[name, verdict]:3}" for verdict in ("right", "wrong", "missing", "invented"))
        rows.append(f"  {name:13}" + "  ".join(counts))
    rows += ["  by family: lines and pieces that left, and of them what belonged to the article"]
    families = by_kind[""].families
    for name in sorted({name for name, _ in families}):
        rows.append(f"  {name:29} {families[name, 'furniture'] + families[name, 'article']:4} {families[name, 'article']:3}")
    return "\n".join(rows)


def _row(name: str, figures: Figures) -> str:
    share = totals(figures)
    return (
        f"{name:9} furniture {figures.found:4}/{figures.furniture:<4} {share['furniture_found']:6.2f} %   "
        f"article lines lost {figures.lost:2}/{figures.article:<4}  tails {figures.tails_right:2}/{figures.tails:<3} "
        f"plain {figures.plain_identical}/{figures.plain}  metadata {share['metadata_right']:6.2f} %"
    )


def floors() -> dict[str, dict[str, float]]:
    """What the figures of each folder must not fall below."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def raise_floors(measured: dict[str, dict[str, float]]) -> None:
    """Write the floors anew where the figures are better; a floor never sinks."""
    known = floors() if FLOORS.exists() else {}
    lines = ["# What page furniture must reach; made by `python benchmarks/furniture_quality.py --raise`, which only raises."]
    for folder, figures in measured.items():
        lines += ["", f"[{folder}]"]
        lines += [f"{name} = {max(value, known.get(folder, {}).get(name, 0.0))}" for name, value in figures.items()]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Print both tables; ``--details`` says what went wrong on the seen pages, ``--raise`` raises the floors."""
    measured = {}
    for name in FOLDERS:
        if not any((PAGES / name).glob("*.page")):
            print(f"== {name} pages: none at present")
            continue
        by_kind = measure(PAGES / name)
        measured[name] = totals(by_kind[""])
        print(f"== {name} pages")
        print(table(by_kind, secret=name == "unseen"))
        if name == "seen" and "--details" in sys.argv:
            print("\n".join(by_kind[""].said))
    if "--raise" in sys.argv:
        raise_floors(measured)


if __name__ == "__main__":
    main()
