"""How much encoding damage is undone, on news that the character model was not made from: ``python -m benchmarks.quality``.

Prints, per family of damage, the residual character error and the speed; then the harm done to good text, and the time
that a megabyte of one damaged fragment takes. ``--raise`` writes better figures into ``floors.toml``; none ever sinks.
"""

from __future__ import annotations

import argparse
import math
import random
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from opencc import OpenCC
from scripts.build_bigrams import held_out, lines_of, news
from tests.simulate import FAMILIES, TRADITIONAL
from tests.strategies import GOOD_TEXTS

from cppcc_clean.steps.encoding import repair_encoding

Made = TypeVar("Made")

FLOORS = Path(__file__).parent / "floors.toml"

# The sample that the test of the floors measures, and the one that is printed.
FAST, FULL = 40, 400

# What the encoding of the source cannot write is no damage of ours.
_SOURCES = {"gbk": "gbk", "big5": "cp950"}


class Figure(NamedTuple):
    """Characters wrong of a hundred after repair; megabytes of damaged text repaired in a second.

    ``by_line``: line by line, tables and automata being made on the way; ``speed``: other lines as one text, then; ``again``:
    the very same text once more, when the automaton has met all of it.
    """

    error: float
    by_line: float
    speed: float
    again: float


def edit_distance(one: str, other: str) -> int:
    """Insertions, deletions and substitutions between two strings (Myers 1999: the rows are bits of one integer)."""
    if one == other or not one or not other:
        return 0 if one == other else max(len(one), len(other))
    places: dict[str, int] = {}
    for i, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << i
    full, last, distance = (1 << len(one)) - 1, 1 << (len(one) - 1), len(one)
    up, down = full, 0
    for char in other:
        same = places.get(char, 0)
        across = (((same & up) + up) ^ up) | same | down
        more, less = down | ~(across | up) & full, up & across
        distance += bool(more & last) - bool(less & last)
        more, less = more << 1 | 1, less << 1
        down, up = more & (same | down), (less | ~(more | same | down)) & full
    return distance


@cache
def lines(traditional: bool = False, first: int = 0) -> tuple[str, ...]:
    """News of 20 to 300 characters a line, from all over the month; from another ``first`` line on others."""
    found = [line for line in held_out(news()) if 20 <= len(line) <= 300]
    found = found[first :: len(found) // FULL][:FULL]
    return tuple(OpenCC("s2t").convert("\n".join(found)).split("\n")) if traditional else tuple(found)


def sample(family: str, count: int, first: int = 0) -> list[str]:
    """The lines that the family can damage."""
    found = lines(family in TRADITIONAL, first)
    source = _SOURCES.get(family.split("_")[0], "utf-8")
    return [line for line in found[:: FULL // count] if line.encode(source, "ignore").decode(source) == line]


def measure(family: str, count: int) -> Figure:
    """The figures of one family."""
    truth = sample(family, count)
    damaged = [FAMILIES[family](line) for line in truth]
    repaired, by_line = timed(lambda: [repair_encoding(line) for line in damaged])
    page = "\n".join(map(FAMILIES[family], sample(family, count, first=1)))
    (_, met), (_, again) = timed(lambda: repair_encoding(page)), timed(lambda: repair_encoding(page))
    wrong = sum(map(edit_distance, repaired, truth))
    size, of_lines = (len(text.encode()) / 1e6 for text in (page, "".join(damaged)))
    return Figure(100 * wrong / sum(map(len, truth)), of_lines / by_line, size / met, size / again)


def timed(work: Callable[[], Made]) -> tuple[Made, float]:
    """What some work makes, and the seconds of this process that it takes."""
    started = time.process_time()
    made = work()
    return made, time.process_time() - started


# ------------------------------------------------------------------------------------------------------ good text

# Lines in many languages that a page may hold beside Chinese, formulas and frames among them.
LANGUAGES = Path(__file__).parent / "languages.txt"


def good_texts() -> Iterator[tuple[str, str]]:
    """Text in which nothing may change: (what it is, the text)."""
    modern = "\n".join(line for line in news() if "\ufffd" not in line)
    yield "news", modern
    yield "news, traditional", OpenCC("s2t").convert(modern)
    yield "words of a dictionary", "\n".join(line.split(" ")[0] for line in lines_of("jieba", "jieba/dict.txt"))
    yield "names with rare characters", "\n".join(_name_lists(5_000))
    yield "our own texts", "\n".join(GOOD_TEXTS.values())
    yield "our own texts, traditional", OpenCC("s2t").convert("\n".join(GOOD_TEXTS.values()))
    yield "other languages", LANGUAGES.read_text(encoding="utf-8")


def _name_lists(count: int) -> Iterator[str]:
    """Sentences with invented names, every character of which may be any Han of Unicode's first block."""
    pick = random.Random(2024)
    for _ in range(count):
        names = [pick.choice("王李张刘陈赵黄周吴徐孙") + _rare(pick) + _rare(pick) * pick.randrange(2) for _ in range(3)]
        yield f"委员{names[0]}、{names[1]}在会上作了发言，{names[2]}作了书面发言。"


def _rare(pick: random.Random) -> str:
    return chr(pick.randrange(0x4E00, 0x9FA6))


class Harm(NamedTuple):
    """Han that were looked at, lines that were changed though nothing was wrong, megabytes looked at in a second."""

    han: int
    changed: list[tuple[str, str]]
    speed: float


def harm(text: str) -> Harm:
    """What the step does to good text; timed at the second look, when tables are loaded and memos filled."""
    after = repair_encoding(text)
    speed = len(text.encode()) / timed(lambda: repair_encoding(text))[1] / 1e6
    before_lines, after_lines = text.split("\n"), after.split("\n")
    changed = [pair for pair in zip(before_lines, after_lines, strict=False) if pair[0] != pair[1]]
    return Harm(sum("\u4e00" <= char <= "\u9fff" for char in text), changed, speed)


# ---------------------------------------------------------------------------------------------------- hostile text

FRAGMENTS = (
    "锟斤拷", "\ufffd", "鏀垮崗", "鐨勶", "锛�", "涓�", "鈥?", "€", "\ue15e", "æ”¿", "å�", "Ã¤Â¸", "ÕþÐ", "£¬", "笢弊", "い瓣", "ㄛ",
    "脰脨", "闂傚倸", "ï¿½", "锘縤", "Â·", "?", "\x80", "鏀", "的鏀", "鏀 ", "é",
)  # fmt: skip


def seconds_for(fragment: str, size: int) -> float:
    """How long so many characters of one fragment take."""
    text = fragment * (size // len(fragment))
    return timed(lambda: repair_encoding(text))[1]


# ---------------------------------------------------------------------------------------------------------- floors


def floors() -> dict[str, float]:
    """The error that the fast sample of each family may have at most."""
    return dict(tomllib.loads(FLOORS.read_text(encoding="utf-8"))["error"])


def _up(error: float) -> float:
    return math.ceil(100 * error) / 100


def raise_floors(figure: Callable[[str], float]) -> None:
    """Write what is better than before; what is worse stays as it was, and the test fails."""
    known = floors() if FLOORS.exists() else {}
    best = {family: min(known.get(family, 100.0), _up(figure(family))) for family in FAMILIES}
    rows = "".join(f"{family} = {error}\n" for family, error in best.items())
    FLOORS.write_text(
        "# Characters wrong of a hundred after repair, at most, on the fast sample of each family.\n"
        f"# Written by `python -m benchmarks.quality --raise`; the figures only fall.\n\n[error]\n{rows}",
        encoding="utf-8",
    )


def report(families: Sequence[str]) -> Iterator[str]:
    """The table, line by line."""
    repair_encoding("鏀垮崗宸ヤ綔鎶ュ憡")
    yield f"{'damage':34} {'error':>8} {'MB/s':>7} {'again':>7} {'by line':>8}"
    for family in families:
        figure = measure(family, FULL)
        yield f"{family:34} {figure.error:7.2f}% {figure.speed:7.2f} {figure.again:7.2f} {figure.by_line:8.2f}"
    yield f"\n{'good text':34} {'Han':>9} {'changed':>8} {'MB/s':>7}"
    for name, text in good_texts():
        found = harm(text)
        yield f"{name:34} {found.han:9} {len(found.changed):8} {found.speed:7.0f}"
        yield from (f"    {before!r} -> {after!r}" for before, after in found.changed[:5])
    yield f"\n{'a megabyte of':34} {'seconds':>8}"
    yield from (f"{fragment!r:34} {seconds_for(fragment, 1_000_000):8.2f}" for fragment in FRAGMENTS)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    options.add_argument("--raise", dest="up", action="store_true", help="write better figures into floors.toml")
    options.add_argument("families", nargs="*", help="only these (default: all)")
    given = options.parse_args()
    if given.up:
        raise_floors(lambda family: measure(family, FAST).error)
        return
    for line in report(given.families or list(FAMILIES)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
