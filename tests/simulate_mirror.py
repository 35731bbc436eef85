"""A mirror page, made the way mirror software makes it (NOISE §3.4, §4, §5, §7), with the truth beside it.

The software converts the script with a one-to-one table, then edits GBK *bytes*: it looks for an annotated character and
puts its reading behind it, it looks for a mark and puts one byte before it. The search is not aligned to characters, so it
also finds the second byte of one and the first of the next; what stands there is torn apart. Every byte is followed on
its way, so that the page knows which places were damaged and what they said.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

# What one mirror annotates, and how: its table holds one reading for each character (NOISE §4, family A).
ANNOTATED = dict(
    re.findall(
        r"(\w)(\w+)",
        "協xié 遠yuǎn 設shè 區qū 調diào 務wù 質zhì 發fā 學xué 習xí 現xiàn 聯lián 續xù 業yè 創chuàng 產chǎn 經jīng 關guān "
        "認rèn 結jié 導dǎo 領lǐng 養yǎng 轉zhuǎn 構gòu 態tài 標biāo 監jiān 內nèi 規guī 統tǒng 訓xùn 責zé 鄉xiāng 風fēng 優yōu "
        "衛wèi 節jié 戰zhàn 數shù 環huán 穩wěn 網wǎng 絡luò 據jù 鎮zhèn 農nóng 醫yī 強qiáng 進jìn 準zhǔn 負fù 機jī 濟jì 復fù "
        "擔dān 當dāng 獻xiàn 權quán 國guó 會huì 問wèn 對duì 點diǎn 開kāi 長zhǎng 報bào 請qǐng 獎jiǎng 驗yàn 場chǎng 動dòng "
        "單dān 讓ràng 傳chuán 麗lì 級jí 維wéi 護hù 證zhèng 實shí 際jì 應yīng 險xiǎn 檢jiǎn 測cè 門mén 臺tái 號hào 線xiàn",
    )
)

# The marks that the software looks for, in its order, and the byte it puts before them: a plain comma (NOISE §5).
MARKS = "！；？：，。、"
COMMA = b","
CHANCE = 2 / 3

_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
HALF_WIDTH = {0x3000: " ", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
_TAG = re.compile(r"<[^<>]*+>")
_READING = re.compile(r"(?<=[\u3400-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)")


class Spot(NamedTuple):
    """A damaged place: where it stands on the page, and what stood there."""

    start: int
    end: int
    original: str


class Page(NamedTuple):
    """A mirror page; between its spots it says what the original says, but for commas and readings put in."""

    text: str
    spots: tuple[Spot, ...]


# ------------------------------------------------------------------------------------------------------------ script


@cache
def _traditional() -> dict[int, str]:
    """Simplified → traditional, one to one, on GBK."""
    table: dict[int, str] = {}
    variants = {row[0]: row[1] for row in _opencc("TWVariants.txt")}
    for char, *forms in _opencc("STCharacters.txt"):
        form = variants.get(forms[0], forms[0])
        if char not in _LEFT and in_gbk(char + form):
            table[ord(char)] = form
    return table


# Characters that traditional text uses as well, and that the mirrors leave as they are (NOISE §7).
_LEFT = "干系于范并采征托扎里云斗愿余周柜布回游核后"


def _opencc(name: str) -> Iterator[list[str]]:
    path = distribution("opencc-python-reimplemented").locate_file(f"opencc/dictionary/{name}")
    for line in Path(str(path)).read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            yield line.split()


def in_gbk(text: str) -> bool:
    """Whether GBK has every character."""
    return text.encode("gbk", "ignore").decode("gbk") == text


def to_traditional(text: str) -> str:
    """Convert the script as the mirrors do.

    >>> to_traditional("联系政协干部，答复提案")
    '聯系政協干部，答復提案'
    """
    return text.translate(_traditional())


# ------------------------------------------------------------------------------------------------------------- bytes


class Bytes(NamedTuple):
    """GBK, and for each byte the index of the character it belongs to, or ``-n`` for the n-th insertion."""

    data: bytes
    origin: list[int]

    @classmethod
    def of(cls, text: str) -> Bytes:
        """Raises ``UnicodeEncodeError`` for a character that GBK does not have."""
        sizes = [len(char.encode("gbk")) for char in text]
        return cls(text.encode("gbk"), [i for i, size in enumerate(sizes) for _ in range(size)])

    def put(self, found: bytes, before: bytes, behind: bytes, chance: float, rng: random.Random) -> Bytes:
        """Put bytes around what is found, wherever it is found."""
        number = min(0, min(self.origin, default=0))
        data, origin, done = bytearray(), [], 0
        at = self.data.find(found)
        while at >= 0:
            if rng.random() < chance:
                number -= 1
                end = at + len(found)
                data += self.data[done:at] + before + found + behind
                origin += self.origin[done:at] + [number] * len(before) + self.origin[at:end] + [number] * len(behind)
                done = end
            at = self.data.find(found, at + len(found))
        return Bytes(bytes(data) + self.data[done:], origin + self.origin[done:])


class Unit(NamedTuple):
    """One decoded character and where its bytes came from."""

    char: str
    origin: tuple[int, ...]

    @property
    def inserted(self) -> bool:
        return all(o < 0 for o in self.origin)


def units(found: Bytes) -> Iterator[Unit]:
    """Code page 936: an impossible pair is one ``?``, so that a lone lead eats the ASCII byte behind it."""
    at = 0
    while at < len(found.data):
        size = 1 if found.data[at] <= 0x80 else 2
        piece, origin = found.data[at : at + size], tuple(found.origin[at : at + size])
        char = "€" if piece == b"\x80" else "?"
        with suppress(UnicodeDecodeError):
            char = piece.decode("gb18030")
        yield Unit(char, origin)
        at += size


# -------------------------------------------------------------------------------------------------------------- page


def mirror(
    text: str,
    seed: int = 0,
    *,
    hant: bool = True,
    annotated: dict[str, str] = ANNOTATED,
    marks: str = MARKS,
    chance: float = CHANCE,
    markup: bool = False,
    folded: bool = False,
    stripped: bool = False,
) -> Page:
    """The page that a mirror makes of ``text``, simplified and in GBK.

    ``hant=False`` leaves the script, and readings out; ``markup`` damages the page with its tags and takes those away
    that are still whole; ``folded`` makes marks half-width afterwards; ``stripped`` takes away the readings that stand
    behind their character.

    >>> mirror("我们为党的", annotated={"優": "yōu"}, marks="")
    Page(text='我們?yōu)辄h的', spots=(Spot(start=2, end=9, original='為黨'),))
    """
    rng = random.Random(seed)
    original = to_traditional(text) if hant else text
    source = "".join(f"<p>{line}</p>\n" for line in original.split("\n")) if markup else original
    found = Bytes.of(source)
    for char, reading in annotated.items() if hant else ():
        found = found.put(char.encode("gbk"), b"", f"({reading})".encode("gbk"), 1.0, rng)
    for mark in marks:
        found = found.put(mark.encode("gbk"), COMMA, b"", chance, rng)
    pieces = _pieces(source, list(units(found)), markup=markup)
    changes = [(_PRIVATE, "")] + [(_TAG, "")] * markup + [(_READING, "")] * stripped
    return _joined(pieces, changes, HALF_WIDTH if folded else {})


class _Piece(NamedTuple):
    """Some of the page, and what stood there if it is damaged."""

    seen: str
    original: str | None


def _pieces(source: str, read: list[Unit], *, markup: bool) -> Iterator[_Piece]:
    at = 0
    while at < len(read):
        end = _spot_end(source, read, at)
        if end == at:
            yield _Piece(read[at].char, None)
            at += 1
            continue
        original = _original(source, read[at:end])
        while markup and original.rfind("<") > original.rfind(">"):
            end += 1  # a tag that lost its `<` is no tag any more
            original = _original(source, read[at:end])
        yield _Piece(_seen(read[at:end]), _TAG.sub("", original) if markup else original)
        at = end


def _spot_end(source: str, read: list[Unit], at: int) -> int:
    """Where the damage that begins at a unit ends; what was put in inside it or right behind it belongs to it."""
    end = at
    while end < len(read) and (_is_damaged(source, read[end]) or (end > at and read[end].inserted)):
        end += 1
    while end > at and read[end - 1].inserted and read[end - 1].char == COMMA.decode():
        end -= 1
    return end


def _is_damaged(source: str, unit: Unit) -> bool:
    """Whether a unit is neither one character of the source nor something that was put in."""
    own = {origin for origin in unit.origin if origin >= 0}
    return bool(own) and (len({*unit.origin}) > 1 or source[own.pop()] != unit.char)


def _seen(read: list[Unit]) -> str:
    return "".join(unit.char for unit in read)


def _original(source: str, read: list[Unit]) -> str:
    own = [origin for unit in read for origin in unit.origin if origin >= 0]
    return source[min(own) : max(own) + 1]


def _joined(pieces: Iterator[_Piece], changes: list[tuple[re.Pattern[str], str]], fold: dict[int, str]) -> Page:
    """The page, after changes to what is not damaged."""
    done, plain, size = [], "", 0
    spots = []
    for seen, original in (*pieces, _Piece("", "")):
        if original is None:
            plain += seen
            continue
        for pattern, new in changes:
            plain = pattern.sub(new, plain)
        seen = _PRIVATE.sub("", seen)
        start = size + len(plain)
        size = start + len(seen)
        if seen:
            spots.append(Spot(start, size, original))
        done += [plain, seen]
        plain = ""
    return Page("".join(done).translate(fold), tuple(spots))
