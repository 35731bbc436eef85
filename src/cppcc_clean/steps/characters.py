"""Characters: what cannot be seen goes, what has two code points gets the right one (SPEC 2.2).

Not NFKC: ``①`` ``㎡`` ``℃`` ``…`` ``—`` and the Chinese marks keep their identity. Joiners and variation selectors
stay where Unicode gives them work: inside emoji (UTS 51), after Han (UTS 37), and in the scripts that shape their
letters with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, reduce
from itertools import chain, pairwise
from operator import or_
from typing import TYPE_CHECKING

from cppcc_clean import _data
from cppcc_clean._chars import CharClass, scan
from cppcc_clean._edits import Edit, narrow, tidy
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule, Step

if TYPE_CHECKING:
    import regex

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = "0-9A-Za-z０-９Ａ-Ｚａ-ｚ"

# UAX 14: hard breaks other than \n.
_LINE_END = pattern("\r\n?|[\v\f\x85\u2028\u2029]")

_BLANK = pattern("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")

_INVISIBLE = pattern("[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]+")
_CONTROL = pattern("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_NONCHARACTER = pattern("[\ufdd0-\ufdef\ufffe\uffff]+")
_ASTRAL = pattern("[\U00010000-\U0010ffff]")
_SURROGATE = pattern("[\ud800-\udfff]+")

# Characters that only format others: each stays where it does, see `_working_format`.
_FORMAT = pattern("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e0fff]")

_COMPATIBILITY = pattern("[\uf900-\ufaff]+")
_PRIVATE = pattern("[\ue000-\uf8ff]+")
_HOLE = pattern("[\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]+")

# SPEC 2.2 does not name ．, but between letters and digits it is no Chinese mark: `９８．６％`, `b．com`. In `１．总则`,
# `１．１．总则` and `J．K．罗琳` it is; who writes the last one so writes them all so, and there are few.
# ， parts the thousands of a number, and ： is the colon of a clock where a word for time or a range says so: a label may
# end in a digit, too (`附件１：３０个村`).
_THOUSANDS = "，(?<=[０-９]，)(?<![０-９]{4}，)(?<![．.][０-９]，)(?<![．.][０-９]{2}，)(?=[０-９]{3}(?![．０-９]))"
_TIME = "午晨晚早夜日号间于从至到—－～"
_CLOCK = (
    f"：(?=[０-５][０-９](?![０-９]))(?:(?<=[{_TIME}][０-９]：)|(?<=[{_TIME}][０-９]{{2}}：)"
    "|(?<=[０-９]：)(?<![０-９]{3}：)(?=[０-９]{2}[至到—－～]))"
)
_WIDE = pattern(
    "(?:[０-９Ａ-Ｚａ-ｚ％＋－＝＠＃＆／]"
    f"|(?<=[{_WORD}])．(?=[{_WORD}]{{1,9}}+(?:．[{_WORD}]{{1,9}}+){{0,3}}+(?!．[{_HAN}]))"
    f"|{_THOUSANDS}|{_CLOCK})+"
)
_WIDE_PARTS = pattern("(?P<alphanumeric>[０-９Ａ-Ｚａ-ｚ．，：]+)|(?P<marks>[％＋－＝＠＃＆／]+)")
_ALPHANUMERIC = pattern(f"[{_WORD}]")
_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}

_RADICALS = pattern("[\u2e80-\u2fd5]+")
_TEXT = pattern(f"[{_HAN}0-9]")
# The commonest characters that are written in one way by simplified text and in another by traditional text.
_SIMPLIFIED = "这们个来时国说为对会学发过动经进现实开问应关长书东车门见"
_TRADITIONAL = "這們個來時國說為對會學發過動經進現實開問應關長書東車門見"

# NOISE 3.3: a page transcoded to GBK prints ? for NBSP. Nobody begins a line with several ?, sets blanks between two of
# them, or asks after a full stop.
_LOST_BLANK = pattern(
    r"\?(?:"
    rf"(?<![^\n]\?)\?{{1,7}} (?=[{_HAN}“《（(【])"
    r"|(?<=\w\?)(?P<between>(?: \?)++ ?(?=\w))"
    r"|(?<=[。；，、]\?)(?=\n|\Z))"
)
# One may be an accident of typing; a page that lost its NBSP lost all of them.
_LOST_BLANKS = 2

RULES = (
    Rule("character-line-end", "line ends of other systems become \\n", "甲\r\n乙", "甲\n乙"),
    Rule("character-blank", "no-break and typographic blanks become a space", "甲\xa0乙", "甲 乙"),
    Rule("character-invisible", "zero-width, bidi and other unseen characters go", "政\u200b协", "政协"),
    Rule("character-control", "control characters go", "政\x08协", "政协"),
    Rule("character-nonsense", "noncharacters and halves of surrogate pairs go", "政\ufffe协", "政协"),
    Rule("character-wide", "full-width letters and digits become ASCII", "１９９８年，５０％", "1998年，50%"),
    Rule("character-radical", "a radical sign becomes the ideograph it stands for", "⼈⺠政协", "人民政协"),
    Rule("character-compatibility", "a compatibility ideograph becomes the unified one", "\uf918山", "落山"),
    Rule("character-private-use", "GBK's private-use characters become what they stand for", "\ue81e字", "龴字"),
    Rule("character-lost-blank", "a ? that was a no-break space goes", "??? 本报讯\n机构? ?精准", "本报讯\n机构 精准"),
    Rule("character-hole", "what stands for nothing any more goes (drop_holes)", "政\ufffd协", "政\ufffd协"),
)


def find(text: str, *, drop_holes: bool = False) -> list[Edit]:
    """The edits of this step; see `normalise_characters`."""
    present = scan(text)
    finders: list[Callable[[str], Iterator[Edit]]] = [finder for kinds, finder in _FINDERS if kinds & present]
    if drop_holes:
        finders.append(_holes)
    return tidy(chain.from_iterable(finder(text) for finder in finders))


def _replace_runs(pattern: re.Pattern[str], rule: str, new: str = "") -> Callable[[str], Iterator[Edit]]:
    """A finder that puts ``new`` in the place of every character of a run."""

    def finder(text: str) -> Iterator[Edit]:
        return (Edit(m.start(), m.end(), new * len(m[0]), rule) for m in pattern.finditer(text))

    return finder


def _line_ends(text: str) -> Iterator[Edit]:
    edits = (narrow(text, m.start(), m.end(), "\n", "character-line-end") for m in _LINE_END.finditer(text))
    return filter(None, edits)


def _astral(text: str) -> Iterator[Edit]:
    """Noncharacters and compatibility ideographs beyond the BMP; to look for all of it is ten times as fast."""
    for match in _ASTRAL.finditer(text):
        if ord(match[0]) & 0xFFFE == 0xFFFE:
            yield Edit(*match.span(), "", "character-nonsense")
        elif "\U0002f800" <= match[0] <= "\U0002fa1d":
            yield Edit(*match.span(), unicodedata.normalize("NFC", match[0]), "character-compatibility")


def _formats(text: str) -> Iterator[Edit]:
    for match in _FORMAT.finditer(text):
        if not _working_format().match(text, match.start()):
            yield Edit(match.start(), match.end(), "", "character-invisible")


@cache
def _working_format() -> regex.Pattern[str]:
    """Where a format character has work to do."""
    import regex

    joining = r"\u0590-\u10ff\u1200-\u1cff\ua800-\uabff"  # the scripts that shape letters; not Hangul
    return regex.compile(
        r"(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})"
        r"|(?<=[\p{Emoji}--[0-9#*]])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)"
        # Flags of regions; ISO 3166-2 codes have six letters at most.
        r"|(?<=\U0001f3f4[\U000e0020-\U000e007e]{0,6})[\U000e0020-\U000e007e](?=[\U000e0020-\U000e007e]{0,6}\U000e007f)"
        r"|(?<=\U0001f3f4[\U000e0020-\U000e007e]{1,6})\U000e007f"
        rf"|(?<=[{_HAN}])[\ufe00-\ufe02\U000e0100-\U000e01ef]"
        rf"|(?<=[{joining}])[\u034f\u17b4\u17b5\u180b-\u180f\u200c\u200d]"
        r"|\u115f(?=[\u1160-\u11a7])|(?<=[\u1100-\u115f])\u1160",
        regex.VERSION1,
    )


def _compatibility(text: str) -> Iterator[Edit]:
    for match in _COMPATIBILITY.finditer(text):
        new = unicodedata.normalize("NFC", match[0])
        edit = narrow(text, match.start(), match.end(), new, "character-compatibility")
        if edit:
            yield edit


def _wide(text: str) -> Iterator[Edit]:
    for run in _WIDE.finditer(text):
        parts = _WIDE_PARTS.finditer(text, *run.span())
        new = "".join(part[0].translate(_TO_ASCII) if _is_ascii_meant(text, part) else part[0] for part in parts)
        edit = narrow(text, *run.span(), new, "character-wide")
        if edit:
            yield edit


def _is_ascii_meant(text: str, part: re.Match[str]) -> bool:
    """Letters and digits always; marks where they touch one. A doubled hyphen is a dash: the punctuation step's."""
    if part["alphanumeric"]:
        return True
    return "－－" not in part[0] and bool(_ALPHANUMERIC.search(_neighbours(text, part)))


def _neighbours(text: str, match: re.Match[str]) -> str:
    """The characters on either side."""
    start, end = match.span()
    return text[max(start - 1, 0) : start] + text[end : end + 1]


def _private(text: str) -> Iterator[Edit]:
    known = _known_private()
    for match in _PRIVATE.finditer(text):
        new = match[0].translate(known)
        edit = narrow(text, match.start(), match.end(), new, "character-private-use")
        if edit:
            yield edit


@cache
def _known_private() -> dict[int, str]:
    return {ord(private): meaning for private, meaning in _data.rows("gbk_private_use.tsv")}


def _radicals(text: str) -> Iterator[Edit]:
    """Radicals in running text; a list of radicals, as dictionaries print it, stays."""
    runs = [run for run in _RADICALS.finditer(text) if not _is_series(run[0])]
    glued = [run for run in runs if _is_glued(text, run)]
    # Where most are parts of words, the page came out of a PDF, and the others are words of one character: `⼀、`.
    damaged = runs if 2 * len(glued) >= len(runs) else glued
    ideographs = _ideographs(simplified=_is_simplified(text)) if damaged else {}
    for run in damaged:
        edit = narrow(text, run.start(), run.end(), run[0].translate(ideographs), "character-radical")
        if edit:
            yield edit


def _is_series(run: str) -> bool:
    """Whether this is a piece of the table of radicals: ⼀⼁⼂."""
    return len(run) >= 3 and all(ord(b) - ord(a) == 1 for a, b in pairwise(run))


def _is_glued(text: str, run: re.Match[str]) -> bool:
    """Whether the radical is part of a word or number."""
    return len(run[0]) > 1 or bool(_TEXT.search(_neighbours(text, run)))


def _is_simplified(text: str) -> bool:
    return sum(map(text.count, _TRADITIONAL)) <= sum(map(text.count, _SIMPLIFIED))


@cache
def _ideographs(*, simplified: bool) -> dict[int, str]:
    return {ord(row[0]): row[2 if simplified else 1] for row in _data.rows("radicals.tsv")}


def _lost_blanks(text: str) -> Iterator[Edit]:
    found = list(_LOST_BLANK.finditer(text))
    if len(found) >= _LOST_BLANKS:
        for match in found:
            yield Edit(*match.span(), " " if match["between"] else "", "character-lost-blank", 0.9)


_holes = _replace_runs(_HOLE, "character-hole")

_FINDERS: tuple[tuple[int, Callable[[str], Iterator[Edit]]], ...] = (
    (CharClass.CONTROL | CharClass.INVISIBLE | CharClass.BLANK, _line_ends),
    (CharClass.BLANK, _replace_runs(_BLANK, "character-blank", " ")),
    (CharClass.CONTROL, _replace_runs(_CONTROL, "character-control")),
    (CharClass.INVISIBLE | CharClass.LATIN | CharClass.WIDE, _replace_runs(_INVISIBLE, "character-invisible")),
    (CharClass.NONCHARACTER, _replace_runs(_NONCHARACTER, "character-nonsense")),
    (CharClass.SURROGATE, _astral),
    (CharClass.SURROGATE, _replace_runs(_SURROGATE, "character-nonsense")),
    (CharClass.INVISIBLE | CharClass.SURROGATE, _formats),
    (CharClass.WIDE, _wide),
    (CharClass.COMPATIBILITY, _compatibility),
    (CharClass.PRIVATE, _private),
    (CharClass.RADICAL, _radicals),
    (CharClass.QUESTION, _lost_blanks),
)

STEP = Step(
    "characters",
    wakes=(reduce(or_, (kinds for kinds, _ in _FINDERS), CharClass.REPLACEMENT),),
    find=find,
    rules=RULES,
)


def normalise_characters(text: str, *, drop_holes: bool = False) -> str:
    """Give every character its one right code point, and drop those that nobody can see.

    >>> normalise_characters("１９９８年，⼈⺠政协成⽴４９周年，占５０％。\\u200b")
    '1998年，人民政协成立49周年，占50%。'
    >>> normalise_characters("①㎡℃……——（）～")
    '①㎡℃……——（）～'

    ``drop_holes`` also removes U+FFFC, U+FFFD and private-use characters of unknown meaning. Control characters but
    ``\\n`` and ``\\t``, noncharacters and lone surrogates go, so the result can be encoded. Linear; text without any
    such character comes back as the same object. From Unicode (UAX 14, UTS 37, UTS 51, EquivalentUnifiedIdeograph),
    GB 18030, and NOISE 3.3. Raises ``TypeError`` for anything but a ``str``.
    """
    return STEP(text, drop_holes=drop_holes)
