"""Texts to measure on: good prose, the same after a mirror site and after a wrong decoding, and hostile text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from scripts.build_bigrams import news

from cppcc_clean import clean

GOOD = "\n".join(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent.parent / "tests/good").glob("*.txt")))


def mirrored() -> str:
    """Good prose as a mirror site would show it: traditional script, pinyin, inserted commas."""
    from opencc import OpenCC

    text: str = OpenCC("s2t").convert(GOOD)
    return text.replace("協", "協(xié)").replace("會", "會(huì)").replace("，", ",,").replace("。", ",。")


TEXTS = {
    "good": GOOD,
    "short": "县政协召开会议，部署全年工作。",
    "half-width": GOOD.replace("，", ",").replace("：", ":").replace("（", "(").replace("）", ")"),
    "mirror": mirrored(),
    "utf8-as-gbk": GOOD.encode().decode("gbk", "replace"),
    "gbk-as-latin1": GOOD.encode("gb18030").decode("latin-1"),
    "hostile": "(,¡?！\n锟斤拷" * 20_000,
}

# The lines of a newspaper's article; between two articles stands a form feed, which no article has.
ARTICLE, BETWEEN = 12, "\f"


@cache
def articles() -> str:
    """A megabyte of news, article by article, with nothing left to clean."""
    lines = [line for line in news() if "\ufffd" not in line and not line.startswith("图片：")][:3_600]
    return BETWEEN.join(clean("\n".join(lines[at : at + ARTICLE]) + "\n") for at in range(0, len(lines), ARTICLE))
