"""Make ``data/radicals.tsv`` and ``data/gbk_private_use.tsv``: ``python scripts/build_character_tables.py``.

Sources:

* Unicode, ``EquivalentUnifiedIdeograph.txt`` 15.0 for U+2E81..U+2EF3 (below, row by row); Python's ``unicodedata`` for
  the Kangxi radicals U+2F00..U+2FD5, where the two agree.
* opencc-python-reimplemented (Apache-2.0): the simplified form of a radical.
* Python's codecs ``gbk`` and ``gb18030``; GB 18030-2022, annex on changed mappings, for what they do not know yet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from cppcc_clean._data import FOLDER

Row = tuple[str, ...]

# A radical and the ideograph that it stands for; the file has nothing for U+2E80 and U+2E9A.
SUPPLEMENT = """
⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕𫜹 ⺖忄 ⺗心 ⺘扌
⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓
⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝
⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐
⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
"""
KANGXI = range(0x2F00, 0x2FD6)

# GBK's cells without a character of their own stand, one after another, for U+E766..U+E864.
FIRST_PRIVATE = 0xE766
# The 25 of them that newer editions of the standard filled and Python's codecs still decode to private use:
# pinyin ḿ, ten vertical marks, and Han that came to Unicode 3.1 and 4.1.
FILLED_SINCE = {
    0xE7C7: "ḿ",
    **dict(zip(range(0xE78D, 0xE797), "︐︒︑︓︔︕︖︗︘︙", strict=True)),
    0xE816: "𠂇", 0xE817: "𠂉", 0xE818: "𠃌", 0xE831: "𡗗", 0xE83B: "𢦏", 0xE855: "𤇾",
    0xE81E: "龴", 0xE826: "龵", 0xE82B: "龶", 0xE82C: "龷", 0xE832: "龸", 0xE843: "龹", 0xE854: "龺", 0xE864: "龻",
}  # fmt: skip
# GBK's A3A0: an indent blank, decoded to private use by iconv and Python, to U+3000 by browsers (WHATWG Encoding).
INDENT_BLANK = ("\ue5e5", "\u3000")

HEADER = "# {what}\n# Source: {source}\n# Made by scripts/build_character_tables.py; {columns}\n"


def radicals() -> Iterator[Row]:
    """Each radical with the ideograph it stands for, in traditional or any text and in simplified text."""
    from opencc import OpenCC

    simplified = OpenCC("t2s")
    pairs = [(pair[0], pair[1:]) for pair in SUPPLEMENT.split()]
    pairs += [(chr(code), unicodedata.normalize("NFKC", chr(code))) for code in KANGXI]
    return ((radical, ideograph, simplified.convert(ideograph)) for radical, ideograph in pairs)


def empty_cells() -> Iterator[bytes]:
    """The two-byte codes of GBK that have no character and lie outside its user zones, in order."""
    for lead in range(0xA1, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF)):
            user_zone = trail < 0xA1 if lead <= 0xA7 else trail >= 0xA1 and (0xAA <= lead <= 0xAF or lead >= 0xF8)
            if not user_zone and not is_gbk(bytes((lead, trail))):
                yield bytes((lead, trail))


def is_gbk(pair: bytes) -> bool:
    try:
        pair.decode("gbk")
    except UnicodeDecodeError:
        return False
    return True


def private_use() -> Iterator[Row]:
    """Each private-use character of GBK whose meaning is known, and the character it stands for."""
    yield INDENT_BLANK
    for code, cell in enumerate(empty_cells(), FIRST_PRIVATE):
        meaning = FILLED_SINCE.get(code, cell.decode("gb18030"))
        if meaning != chr(code):
            yield chr(code), meaning


def render(header: dict[str, str], rows: Iterable[Row]) -> str:
    return HEADER.format(**header) + "".join("\t".join(row) + "\n" for row in sorted(rows))


def tables() -> dict[str, str]:
    """File name -> content, of every table this script makes."""
    return {
        "radicals.tsv": render(
            {
                "what": "CJK radicals and the ideographs that they stand for.",
                "source": "Unicode EquivalentUnifiedIdeograph.txt; simplified forms: OpenCC (Apache-2.0).",
                "columns": "radical, ideograph, ideograph in simplified text.",
            },
            radicals(),
        ),
        "gbk_private_use.tsv": render(
            {
                "what": "Private-use characters that GBK and GB 18030-2000 decode to, and what they stand for.",
                "source": "Python's codecs gbk and gb18030; GB 18030-2022 for the cells that it filled.",
                "columns": "private-use character, character.",
            },
            private_use(),
        ),
    }


if __name__ == "__main__":
    for name, content in tables().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
