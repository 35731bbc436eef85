"""Which script a line is written in, and its form in the other script.

A line is judged by the characters that one script alone uses: 國 is evidence of traditional text, 国 of simplified,
里 or 后 of neither. NOISE.md §7 says why line by line, and why the traditional text of the mirrors is full of
characters that are no evidence (干 系 于 范 stay as they are there).

The tables are arrays over the Basic Multilingual Plane, indexed by the whole text at once; Python code touches only
the places where a word may begin. A conversion keeps the length: each character becomes one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean import _data

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]
    Mask = NDArray[np.bool_]
    Numbers = NDArray[np.intp]

_PLANE = 0x10000  # what lies beyond is read as U+FFFF, which no table speaks of

_HASHES = 1 << 20

# What a character is, for judging lines.
_TRADITIONAL, _SIMPLIFIED, _HAN, _LETTER, _OPEN, _CLOSE, _LINK = (1 << bit for bit in range(7))

_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))
# Kana and hangul: a line with them is not Chinese, whatever its Han. の is in Chinese brand names too.
_LETTER_RANGES = ((0x3041, 0x30FA), (0xAC00, 0xD7A3), (0xFF66, 0xFF9D))
_MARKS = {_OPEN: "“‘「『\"'", _CLOSE: "”’」』\"'", _LINK: "（(〔[【／/→、＝="}
# Words that are talked about are short; a longer quotation is somebody's sentence.
_QUOTATION = re.compile("[“‘「『\"']([^“”‘’「」『』\"'\\s]{1,8})[”’」』\"']")


class Conversion(NamedTuple):
    """A text before and after, as code points, and why each character is what it is (an index into ``REASONS``)."""

    old: Codes
    new: Codes
    reason: NDArray[np.uint8]

    def changed(self) -> list[int]:
        """The places that differ."""
        return [int(place) for place in (self.old != self.new).nonzero()[0]]

    def text(self) -> str:
        """The text after."""
        return _text(self.new)


REASONS = ("character", "variant", "lone", "context")
_CHARACTER, _VARIANT, _LONE, _CONTEXT = range(len(REASONS))


def convert(text: str, to: str, *, everywhere: bool = False) -> Conversion:
    """``text`` in the script ``to``: "hans", "hant", "tw" or "hk". Linear.

    Lines of the other script are converted with words and characters; in the rest only characters that this script
    never uses and that have one form. ``everywhere`` takes every line for one of the other script.

    >>> convert("憑藉與慰藉", "hans").text()
    '凭借与慰藉'
    """
    import numpy as np

    table = _table(to)
    old = _codes(text)
    kinds = _kinds().take(old, mode="clip")
    new = old + table.shift.take(old, mode="clip")
    reason = np.where(table.variant.take(old, mode="clip"), np.uint8(_VARIANT), np.uint8(_CHARACTER))
    compared = _compared(text, old, new, kinds)
    whole = np.ones(len(old), dtype=bool)
    if not everywhere:
        whole, native = _lines(old, kinds, compared, table)
        lone = native & table.lone.take(old, mode="clip") & ~_isolated(kinds)
        reason[lone & ~whole] = _LONE
        new = np.where(whole | lone, new, old)
    decisions = list(table.decisions(text, old, whole))
    if decisions:
        lengths = np.array([len(form) for _, form in decisions])
        ends = np.array([start for start, _ in decisions]) + lengths
        places = np.arange(lengths.sum()) + np.repeat(ends - lengths.cumsum(), lengths)
        decided = _codes("".join(form for _, form in decisions).translate(table.region))
        reason[places[new[places] != decided]] = _CONTEXT
        new[places] = decided
    new[compared] = old[compared]
    return Conversion(old, new, reason)


def evidence(text: str) -> tuple[int, int]:
    """How many characters only traditional text uses, and how many only simplified text uses. Linear.

    >>> evidence("國立图书馆")
    (1, 3)
    """
    import numpy as np

    codes = _codes(text)
    kinds = _kinds().take(codes, mode="clip")
    return int(np.count_nonzero(kinds & _TRADITIONAL)), int(np.count_nonzero(kinds & _SIMPLIFIED))


# --- judging lines ---------------------------------------------------------------------------------------------------


def _lines(codes: Codes, kinds: NDArray[np.uint8], compared: Mask, table: _Table) -> tuple[Mask, Mask]:
    """For each character: is its line to be converted as a whole; is its line Chinese."""
    import numpy as np

    starts = np.concatenate(([0], (codes == 0x0A).nonzero()[0] + 1))
    starts = starts[starts < len(codes)]

    def count(mask: Mask) -> Numbers:
        return np.add.reduceat(mask, starts, dtype=np.intp)

    said = ~compared & ~_quoted(kinds)
    away, home = (kinds & table.away != 0) & said, (kinds & table.home != 0) & said
    alone = _isolated(kinds)
    strong, here = count(away & ~alone), count(home)
    verdict = np.where(strong > here, 1, np.where(here > 0, -1, 0))
    # A Japanese headline has one kana to five or ten Han, a Korean one more; a Chinese line that cites a word, fewer.
    native = 10 * count(kinds & _LETTER != 0) <= count(kinds & _HAN != 0)
    verdict[~native] = 0
    whole: Mask = _with_neighbours(verdict, count(away & alone) > 0) & native
    lengths = np.diff(np.concatenate((starts, [len(codes)])))
    return np.repeat(whole, lengths), np.repeat(native, lengths)


def _with_neighbours(verdict: Numbers, weak: Mask) -> Mask:
    """Which lines are of the other script, those without a verdict of their own judged by the lines around.

    A line without evidence follows the nearest lines that have some, unless they disagree or say nothing. A line whose
    only evidence stands alone (`會 議 通 知`, but also the entry `發：fā` of a word list) is of the other script unless
    they deny it. Once converted, no line is of the other script any more, so no line changes a second time.
    """
    import numpy as np

    above, below = _nearest(verdict), _nearest(verdict[::-1])[::-1]
    agreed = (np.minimum(above, below) >= 0) & (above + below > 0)
    whole: Mask = (verdict > 0) | ((verdict == 0) & np.where(weak, above + below >= 0, agreed))
    return whole


def _nearest(verdict: Numbers) -> Numbers:
    """For each line the verdict of the last line so far that has one."""
    import numpy as np

    last = np.maximum.accumulate(np.where(verdict != 0, np.arange(len(verdict)), -1))
    return np.where(last >= 0, verdict[last], 0)


def _before(kinds: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    return np.concatenate((np.zeros(1, np.uint8), kinds[:-1]))


def _after(kinds: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import numpy as np

    return np.concatenate((kinds[1:], np.zeros(1, np.uint8)))


def _isolated(kinds: NDArray[np.uint8]) -> Mask:
    """Han without Han beside it."""
    isolated: Mask = (kinds & _HAN != 0) & ((_before(kinds) | _after(kinds)) & _HAN == 0)
    return isolated


def _quoted(kinds: NDArray[np.uint8]) -> Mask:
    """A single Han in quotation marks: somebody may be talking about the character."""
    quoted: Mask = (kinds & _HAN != 0) & (_before(kinds) & _OPEN != 0) & (_after(kinds) & _CLOSE != 0)
    return quoted


def _compared(text: str, old: Codes, new: Codes, kinds: NDArray[np.uint8]) -> Mask:
    """Characters that are set against another form of themselves: `發（发）`, `里、裏`, `“理发”不是“理發”`."""
    import numpy as np

    compared = np.zeros(len(old), dtype=bool)
    alone = _isolated(kinds)  # 太后、後宮 compares nothing
    linked = (kinds[1:-1] & _LINK != 0) & (new[:-2] == new[2:]) & (old[:-2] != old[2:]) & (alone[:-2] | alone[2:])
    compared[:-2] |= linked
    compared[2:] |= linked
    for start, end in _compared_quotations(text, _text(new)):
        compared[start:end] = True
    return compared


def _compared_quotations(text: str, converted: str) -> Iterator[tuple[int, int]]:
    """Short quotations in a line that differ, but would not if both were converted."""
    alike: dict[tuple[int, str], dict[str, list[tuple[int, int]]]] = {}
    line = at = 0
    for match in _QUOTATION.finditer(text):
        start, end = match.span(1)
        line += text.count("\n", at, start)
        at = start
        alike.setdefault((line, converted[start:end]), {}).setdefault(match[1], []).append((start, end))
    for quotations in alike.values():
        if len(quotations) > 1:
            for places in quotations.values():
                yield from places


@cache
def _kinds() -> NDArray[np.uint8]:
    import numpy as np

    kinds = np.zeros(_PLANE, dtype=np.uint8)
    for ranges, kind in ((_HAN_RANGES, _HAN), (_LETTER_RANGES, _LETTER)):
        for first, last in ranges:
            kinds[first : last + 1] |= kind
    kinds[ord("の")] = 0
    for kind, marks in _MARKS.items():
        kinds[_codes(marks)] |= kind
    for leads_to, use, characters, _ in _data.rows("script_characters.tsv"):
        if use in ("own", "split"):
            kinds[_codes(characters)] |= _TRADITIONAL if leads_to == "hans" else _SIMPLIFIED
    return kinds


# --- tables ----------------------------------------------------------------------------------------------------------


class _Words(dict[str, dict[int, dict[str, str]]]):
    """The words of a table by first character, length of the rest, and rest, with their forms; read when asked for.

    The form of a word that goes by the table of characters is "".
    """

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self.rows = {head: columns for head, *columns in rows}

    def __missing__(self, head: str) -> dict[int, dict[str, str]]:
        plain, decided = self.rows.get(head, ("", ""))
        by_length: dict[int, dict[str, str]] = {}
        for rest in plain.split():
            by_length.setdefault(len(rest), {})[rest] = ""
        for pair in decided.split():
            rest, _, form = pair.partition("=")
            by_length.setdefault(len(rest), {})[rest] = form
        self[head] = dict(sorted(by_length.items(), reverse=True))
        return self[head]


@dataclass(frozen=True, slots=True)
class _Table:
    """All that is known about the way to one script."""

    away: int  # the kind of character that only the other script uses
    home: int  # … and only this one
    shift: Codes  # how far each character's form is from it, modulo 2 ** 32
    lone: Mask  # characters of `away` that have one form
    variant: Mask
    words: _Words
    begins: Mask  # hashes of two characters that begin a word
    region: dict[int, str]

    def decisions(self, text: str, codes: Codes, whole: Mask) -> Iterator[tuple[int, str]]:
        """Where context decides: each place and the form to stand there; of words the longest, from left to right."""
        if self.away == _TRADITIONAL:
            yield from ((place, "著") for place in _signatures(text) if whole[place])
        end = 0
        for start in (self.begins[_hashed(codes[:-1], codes[1:])] & whole[:-1]).nonzero()[0].tolist():
            if start >= end:
                for length, forms in self.words[text[start]].items():
                    form = forms.get(text[start + 1 : start + 1 + length])
                    if form is not None:
                        end = start + 1 + length
                        if form:
                            yield start, form
                        break


@cache
def _table(to: str) -> _Table:
    import numpy as np

    script = "hans" if to == "hans" else "hant"
    region = _region(to)
    forms, masks = dict(region), {"own": _mask(""), "variant": _mask("")}
    for leads_to, use, characters, their_forms in _data.rows("script_characters.tsv"):
        if leads_to == script:
            forms.update(zip(characters, their_forms.translate(_translation(region)), strict=True))
            masks[use] = _mask(characters)
    words: Sequence[Sequence[str]] = _data.rows(f"script_words_{script}.tsv")
    if script == "hans":
        words = _with_own_words(words, forms)
    shift = np.zeros(_PLANE, dtype=np.uint32)
    shift[_codes("".join(forms))] = _codes("".join(forms.values())) - _codes("".join(forms))
    return _Table(
        away=_TRADITIONAL if script == "hans" else _SIMPLIFIED,
        home=_SIMPLIFIED if script == "hans" else _TRADITIONAL,
        shift=shift,
        lone=masks["own"],
        variant=masks["variant"],
        words=_Words(words),
        begins=_begins(words),
        region=_translation(region),
    )


def _codes(text: str) -> Codes:
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _text(codes: Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _mask(characters: str) -> Mask:
    import numpy as np

    mask = np.zeros(_PLANE, dtype=bool)
    mask[_codes(characters)] = True
    return mask


def _begins(words: Iterable[Sequence[str]]) -> Mask:
    import numpy as np

    pairs = {head + rest[0] for head, *columns in words for column in columns for rest in column.split()}
    codes = _codes("".join(pairs))
    begins = np.zeros(_HASHES, dtype=bool)
    begins[_hashed(codes[::2], codes[1::2])] = True
    return begins


def _hashed(first: Codes, second: Codes) -> Codes:
    """A number below ``_HASHES`` for each pair; 1 in 40 pairs that begin no word shares the number of one that does."""
    return (first * 7919 + second) % _HASHES


def _region(to: str) -> dict[str, str]:
    """What Taiwan or Hong Kong writes otherwise than OpenCC's standard."""
    if to not in ("tw", "hk"):
        return {}
    return {row[0]: row[1 if to == "tw" else 2] for row in _data.rows("script_regions.tsv")}


def _translation(forms: dict[str, str]) -> dict[int, str]:
    return {ord(character): form for character, form in forms.items()}


def _with_own_words(rows: Iterable[Sequence[str]], forms: dict[str, str]) -> list[tuple[str, str, str]]:
    """The words of OpenCC, and those of ``script_words.tsv``, which come last and so count more."""
    by_head = {head: (plain, decided) for head, plain, decided in rows}
    for character, form, words, _ in _data.rows("script_words.tsv"):
        table = _translation({**forms, character: form})
        for word in words.split():
            plain, decided = by_head.get(word[0], ("", ""))
            by_head[word[0]] = plain, f"{decided} {word[1:]}={word.translate(table)}"
    return [(head, *columns) for head, columns in by_head.items()]


# --- signatures ------------------------------------------------------------------------------------------------------

# 著 after a name signs a work: `（某人著）`, `王某某著，某出版社`; and it comes before a title: `曾著《…》`. After one
# of these verbs it is the particle all the same: `（他笑著）`, `高舉著，`, `圍繞著《…》`.
_VERBS = (
    "看拿隨跟沿帶寫刻印掛頂朝靠按望想聽說説唱讀念唸捧抱握指穿戴背舉提拉推扶牽圍繞守等陪伴護追趕忙笑哭坐站躺走跑活住開關放擺"
    "存留藏包裹貼映照迎順憑藉借仗本衝向過做懷抓挑踩騎閉睜流發滿對有為爲味誌志徵當含吃喝叼咬嚼盯瞪瞧睡醒跪蹲趴倚立臥停飄飛"
    "游漂轉滾動搖晃閃亮燃燒熬悶愁愛恨惦記待試學習領導押送運載駕撐支持維管收掐壓挨緊連繫綁拴夾插鑲堆積蓋罩遮擋披鋪曬演排數算"
    "喊叫嚷罵吵鬧爭論談議聊訴講問應附覆沾粘塗畫懸淌受延行據依"
)
_SURNAMES = (
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘于蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪"
    "范金石廖賈夏韋傅方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴武戴莫孔湯"
)
_SIGNATURES = (
    re.compile(rf"(?<=[（(〔【])[\u4e00-\u9fff·、 ]{{2,8}}(?<![{_VERBS}])著(?=[）)〕】])"),
    re.compile(
        rf"(?:^|(?<=[\s《》，、。；：,;:／/|]))[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?<![{_VERBS}])著(?=$|[\s，、。；：,.;:（(])",
        re.MULTILINE,
    ),
    re.compile(rf"(?<![{_VERBS}])著(?=[《〈])"),
)


def _signatures(text: str) -> Iterator[int]:
    """Where 著 says that somebody wrote a work."""
    if "著" in text:
        for pattern in _SIGNATURES:
            yield from (match.end() - 1 for match in pattern.finditer(text))
