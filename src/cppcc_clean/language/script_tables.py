"""The tables that lead from one script to the other, and the words and names that decide where characters cannot.

The tables are arrays over the Basic Multilingual Plane, to be indexed by a whole text at once; Python code touches only
the places where a word may begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cppcc_clean import _data
from cppcc_clean._patterns import pattern
from cppcc_clean.language.names import surname_of, surnames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]
    Mask = NDArray[np.bool_]

PLANE = 0x10000  # indexing clips: what lies beyond is read as U+FFFF, which no table speaks of
_HASHES = 1 << 20


def codes_of(text: str) -> Codes:
    """The code points of ``text``, lone surrogates included."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def text_of(codes: Codes) -> str:
    """The text with these code points."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


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
class Table:
    """All that is known about the way to one script, regional forms included."""

    script: str  # "hans" or "hant"
    shift: Codes  # how far each character's form is from it, modulo 2 ** 32
    lone: Mask  # characters that this script never uses and that have one form
    variant: Mask
    words: _Words
    begins: Mask  # hashes of two characters that begin a word
    region: dict[int, str]

    def decisions(self, text: str, codes: Codes, whole: Mask) -> Iterator[tuple[int, str]]:
        """Where context decides: each place and the form to stand there; of words the longest, from left to right."""
        if self.script == "hans":
            yield from ((place, character) for place, character in _names(text) if whole[place])
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
def table_to(to: str) -> Table:
    """The table that leads to "hans", "hant", "tw" or "hk"."""
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
    shift = np.zeros(PLANE, dtype=np.uint32)
    shift[codes_of("".join(forms))] = codes_of("".join(forms.values())) - codes_of("".join(forms))
    return Table(
        script=script,
        shift=shift,
        lone=masks["own"],
        variant=masks["variant"],
        words=_Words(words),
        begins=_begins(words),
        region=_translation(region),
    )


def _mask(characters: str) -> Mask:
    import numpy as np

    mask = np.zeros(PLANE, dtype=bool)
    mask[codes_of(characters)] = True
    return mask


def _begins(words: Iterable[Sequence[str]]) -> Mask:
    import numpy as np

    pairs = {head + rest[0] for head, *columns in words for column in columns for rest in column.split()}
    codes = codes_of("".join(pairs))
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


# --- names -----------------------------------------------------------------------------------------------------------

# 著 after a name signs a work: `（某人著）`, `王某某著，某出版社`, `由某人著`; and it comes before a title: `曾著《…》`.
# After one of these verbs it is the particle all the same: `（他笑著）`, `高舉著，`, `圍繞著《…》`.
_VERBS = (
    "看拿隨跟沿帶寫刻印掛頂朝靠按望想聽說説唱讀念唸捧抱握指穿戴背舉提拉推扶牽圍繞守等陪伴護追趕忙笑哭坐站躺走跑活住開關放擺"
    "存留藏包裹貼映照迎順憑藉借仗本衝向過做懷抓挑踩騎閉睜流發滿對有為爲味誌志徵當含吃喝叼咬嚼盯瞪瞧睡醒跪蹲趴倚立臥停飄飛"
    "游漂轉滾動搖晃閃亮燃燒熬悶愁愛恨惦記待試學習領導押送運載駕撐支持維管收掐壓挨緊連繫綁拴夾插鑲堆積蓋罩遮擋披鋪曬演排數算"
    "喊叫嚷罵吵鬧爭論談議聊訴講問應附覆沾粘塗畫懸淌受延行據依"
)
_HAN = "[\u4e00-\u9fff]"
# What may stand before a clause and after it; `(?<![^…])` and `(?![^…])` are true at the ends of the text too.
_BEFORE, _AFTER = r"\s《》，、。；：！？“「『（(,;:／/|", r"\s，、。；：！？”」』（()）的,.;:"
_NAMED = (
    ("著", pattern(rf"(?<=[（(〔【])[\u4e00-\u9fff·、 ]{{2,8}}(?<![{_VERBS}])著(?=[）)〕】])")),
    ("著", pattern(rf"著(?<![{_VERBS}]著)(?=[《〈])")),
    # The surname: `站長姓於，`, `於女士說`; but 百姓於此, 於先生們.
    ("於", pattern(rf"於(?<=姓於)(?<!百姓於)(?![^{_AFTER}])")),
    ("於", pattern(rf"於(?<![^{_BEFORE}]於)(?=(?:某某|先生|女士|小姐)(?!們))")),
)


# What may be a name, alone in its clause or after 由.
_AUTHOR = pattern(
    rf"(?:(?<![^{_BEFORE}])由?+|(?<![自理])由)(?P<name>{_HAN}{{2,4}}?)[ \u3000]?(?P<others>等)?著(?![^{_AFTER}])"
)
# Before an author and nobody else: `《水埠考》，顏知秋著`, `（顏知秋等著）`.
_BEFORE_AUTHOR = pattern(r"[》〉][，,、：:\s]?\Z|[（(〔【]\Z")
# A name of two characters is no everyday word: the second stands after the first at most this much more often than
# after 、 (log2, by the character model: 顏真 4, 巴金 1, but 商量 9, 關注 6, 談心 3).
_UNBOUND = 2.5
# 着 stands after a verb this much more often than 著 (注 9, 展示 7, 解釋 5; after most characters of names 2.5).
_TAKES_PARTICLE = 3.5


def _names(text: str) -> Iterator[tuple[int, str]]:
    """Where 著 says that somebody wrote a work, and 於 is a surname: the place, and the character that stays."""
    for character, named in _NAMED:
        if character in text:
            yield from ((match.end() - 1, character) for match in named.finditer(text))
    if "著" in text:
        yield from ((match.end() - 1, "著") for match in _AUTHOR.finditer(text) if _signs(match))


def _signs(match: re.Match[str]) -> bool:
    """Whether this is an author who signs; 等著 is "and others" after a title or a list, and elsewhere "waiting"."""
    name, text = match["name"], match.string
    surname = surname_of(name)
    if not surname or name[-1] in _VERBS:
        return False
    before = text[max(match.start() - 2, 0) : match.start()]
    if match[0][0] == "由" or _BEFORE_AUTHOR.search(before):
        return True
    if match["others"]:
        is_own_line = before[-1:] in ("", "\n") and text[match.end() : match.end() + 1] in ("", "\n")
        return is_own_line or before[-1:] == "、"
    return surname not in surnames("rare") or not _reads_as_verb(name)


def _reads_as_verb(name: str) -> bool:
    """Whether the character model takes this for a verb with its particle: `商量著`, `關注著`."""
    from cppcc_clean.language.bigram import model

    logp = model().logp
    if logp(name[-1], "着") - logp(name[-1], "著") > _TAKES_PARTICLE:
        return True
    return len(name) == 2 and logp(name[0], name[1]) - logp("、", name[1]) > _UNBOUND
