"""Make ``src/cppcc_clean/data/readings.tsv``: ``python scripts/build_readings.py``.

Sources:

* pypinyin (MIT): every reading of a character, the usual one first, and the readings of 47,000 words.
* jieba (MIT): how often words, and so characters, are written.
* opencc-python-reimplemented (Apache-2.0), ``TSCharacters.txt``: which characters have another simplified form.
* Python's codecs: GBK says which characters mirrors can print at all (their letters are GBK's own row of pinyin,
  NOISE §4), level 1 of GB 2312 which ones everybody reads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from cppcc_clean._data import FOLDER
from cppcc_clean.language.readings import toneless

TARGET = FOLDER / "readings.tsv"

HEADER = """\
# How a character may be read.
# Source: pypinyin (MIT), jieba (MIT), OpenCC (Apache-2.0); GB 2312 and GBK by Python's codecs.
# Made by scripts/build_readings.py; reading, characters that simplified text never writes and of which nobody needs
# to be told how to read them, other such characters, very common characters that are nearly always read so, the rest.
"""

# Level 1 of GB 2312, the 3,755 commonest characters, has these lead bytes.
LEVEL_1 = range(0xB0, 0xD8)

# Two characters in three of running text are among so many.
COMMON = 600

# A character is read in one way when three words in four have that reading: 發 創 轉, but not 調 or 長.
USUAL = 0.75


def gbk_characters() -> Iterable[str]:
    """The Han that GBK can write: no page of a mirror holds others."""
    for code in range(0x4E00, 0xA000):
        if can_be_written(chr(code), "gbk"):
            yield chr(code)


def can_be_written(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def simplified_forms() -> dict[str, str]:
    """Characters that simplified text never writes, and what it writes instead. 乾 (乾坤, 干燥) is none of them."""
    import opencc

    table = Path(opencc.__file__).parent / "dictionary" / "TSCharacters.txt"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    return {char: forms.split(" ")[0] for char, forms in rows if char not in forms.split(" ")}


def readings_in_words() -> dict[str, Counter[str]]:
    """How many words read a character in which way; the words are simplified."""
    from pypinyin.constants import PHRASES_DICT

    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, syllables in PHRASES_DICT.items():
        for char, readings in zip(word, syllables, strict=False):
            counts[char][readings[0]] += 1
    return counts


def common_characters() -> frozenset[str]:
    import jieba

    counts: Counter[str] = Counter()
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, count, *_ = line.split(" ")
            counts.update(dict.fromkeys(word, int(count)))
    # Ties in the order of the characters.
    return frozenset(sorted(counts, key=lambda char: (-counts[char], char))[:COMMON])


def is_usual(readings: list[str], counts: Counter[str]) -> bool:
    """Whether the first reading is nearly always meant."""
    return counts[readings[0]] >= USUAL * sum(counts[reading] for reading in readings)


def is_level_1(char: str) -> bool:
    return can_be_written(char, "gb2312") and char.encode("gb2312")[0] in LEVEL_1


def render() -> str:
    from pypinyin.constants import PINYIN_DICT

    simplified, counts, common = simplified_forms(), readings_in_words(), common_characters()
    rows: dict[str, tuple[list[str], ...]] = defaultdict(lambda: ([], [], [], []))
    for char in gbk_characters():
        readings = PINYIN_DICT[ord(char)].split(",") if ord(char) in PINYIN_DICT else []
        form = simplified.get(char)
        for reading in filter(is_pinyin, readings):
            usual = reading == readings[0] and is_usual(readings, counts[form or char])
            first, second = (0, 1) if form else (2, 3)
            known = is_level_1(form) if form else char in common
            rows[reading][first if usual and known else second].append(char)
    return HEADER + "".join("\t".join((reading, *map("".join, rows[reading]))) + "\n" for reading in sorted(rows))


def is_pinyin(reading: str) -> bool:
    """Not the interjections ê̄, ḿ, ǹg: nobody annotates those."""
    return toneless(reading).isascii() and not {*toneless(reading)}.isdisjoint("aeiou")


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
