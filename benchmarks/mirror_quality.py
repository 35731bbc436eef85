"""How much of the byte shift is undone, on mirror pages that were made with the truth beside them.

``measure(pages)`` gives the figures; ``python -m benchmarks.mirror_quality`` prints them for every kind of page. A place
counts as restored only if every character is right, digits that nobody can know included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

from tests.corpora import held_out_news
from tests.simulate_mirror import HALF_WIDTH, Page, Spot, in_gbk, mirror
from tests.strategies import GOOD_TEXTS

from cppcc_clean._edits import Edit, apply
from cppcc_clean.steps import byte_shift


@dataclass(slots=True)
class Figures:
    """What became of the damaged places."""

    characters: int = 0  # of the pages
    spots: int = 0
    exact: int = 0
    better: int = 0  # not exact, but nearer to the truth
    unchanged: int = 0
    worse: int = 0  # farther from the truth, or changed where nothing was damaged
    errors: int = 0  # characters wrong in the places, before
    left: int = 0  # and after

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def restored(self) -> float:
        """The share of places that are right to the last character."""
        return self.exact / self.spots


# Never lower than this; raise them when the figures rise. Shares of places restored exactly.
FLOORS = {
    "news": 0.82,
    "news, folded": 0.82,
    "news, with tags": 0.82,
    "news, simplified": 0.44,
    "good texts": 0.73,
}


_LINES = 12  # of a page of news
_SEEDS = 3  # pages made of one of our own texts, which are few


@cache
def pages() -> dict[str, tuple[Page, ...]]:
    """Mirror pages by kind, readings stripped as the step before strips them. No news where it is not installed."""
    lines = [line for line in held_out_news() if in_gbk(line)]
    press = ["\n".join(lines[i : i + _LINES]) for i in range(0, len(lines), _LINES)]
    good = ["\n".join(line for line in text.split("\n") if line and in_gbk(line)) for text in GOOD_TEXTS.values()]
    return {
        "news": tuple(mirror(text, i, stripped=True) for i, text in enumerate(press)),
        "news, folded": tuple(mirror(text, i, stripped=True, folded=True) for i, text in enumerate(press)),
        "news, with tags": tuple(mirror(text, i, stripped=True, markup=True) for i, text in enumerate(press)),
        "news, simplified": tuple(mirror(text, i, hant=False) for i, text in enumerate(press)),
        "good texts": tuple(mirror(text, i, stripped=True) for text in good for i in range(_SEEDS)),
    }


def measure(made: Iterable[Page]) -> Figures:
    """What the step makes of mirror pages."""
    return sum((_of_page(page) for page in made), Figures())


def _of_page(page: Page) -> Figures:
    figures = Figures(characters=len(page.text), spots=len(page.spots))
    for spots, edits in _places(page.spots, byte_shift.find(page.text)):
        parts: list[Spot | Edit] = [*spots, *edits]
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        seen = page.text[start:end]
        truth = _folded(apply(seen, [Edit(s.start - start, s.end - start, s.original, "") for s in spots]))
        got = _folded(apply(seen, [e._replace(start=e.start - start, end=e.end - start) for e in edits]))
        before, after = distance(_folded(seen), truth), distance(got, truth)
        figures.errors += before
        figures.left += after
        figures.exact += len(spots) * (after == 0)
        figures.better += len(spots) * (0 < after < before)
        figures.unchanged += len(spots) * (after == before > 0)
        figures.worse += max(1, len(spots)) * (after > before)
    return figures


def _places(spots: Sequence[Spot], edits: Sequence[Edit]) -> Iterator[tuple[list[Spot], list[Edit]]]:
    """Damage and the edits that touch it, together."""
    here: tuple[list[Spot], list[Edit]] = ([], [])
    end = -1
    parts: list[Spot | Edit] = [*spots, *edits]
    for part in sorted(parts, key=lambda part: (part.start, part.end)):
        if part.start >= end and end >= 0:
            yield here
            here = ([], [])
        if isinstance(part, Spot):
            here[0].append(part)
        else:
            here[1].append(part)
        end = max(end, part.end)
    if end >= 0:
        yield here


def _folded(text: str) -> str:
    return text.translate(HALF_WIDTH)


def distance(a: str, b: str) -> int:
    """How many characters must be put in, taken out or replaced (Levenshtein)."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def main() -> None:
    print(f"{'pages':<18}{'places':>8}{'exact':>8}{'better':>8}{'same':>6}{'worse':>6}{'errors':>8}{'left':>6}{'exact':>8}")
    for kind, made in pages().items():
        f = measure(made)
        print(
            f"{kind:<18}{f.spots:>8}{f.exact:>8}{f.better:>8}{f.unchanged:>6}{f.worse:>6}{f.errors:>8}{f.left:>6}"
            f"{f.restored:>8.1%}"
        )


if __name__ == "__main__":
    main()
