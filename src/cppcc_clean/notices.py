"""What is left alone but deserves a look (SPEC 2.9): masks, likely misprints, damage that nothing can undo.

``clean`` never invents text. Where the original cannot be known a notice says so, with place, excerpt and advice. A
notice is cheap to give and dear to read: good text gets none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cppcc_clean._patterns import pattern
from cppcc_clean.channels import beyond_repair
from cppcc_clean.language.bigram import model


class Notice(NamedTuple):
    """Something to look at: ``text[start:end]``, the same with some text around it, and what may be done about it."""

    kind: str
    start: int
    end: int
    excerpt: str
    advice: str


Span = tuple[int, int]


def find_notices(text: str) -> list[Notice]:
    """Everything in ``text`` that deserves a look, in the order of the text.

    >>> [(notice.kind, notice.excerpt) for notice in find_notices("X市修订制度 and 办法。")]
    [('mask', 'X市修订制度 and 办法'), ('stray-and', 'X市修订制度 and 办法。')]

    Linear in the length of the text. What the kinds are is known from NOISE §1 (S3), §3 and §6.
    """
    found = [(span, kind) for kind, (_, spans) in KINDS.items() for span in spans(text)]
    return [Notice(kind, *span, _excerpt(text, *span), KINDS[kind][0]) for span, kind in sorted(found)]


# Characters shown on either side: enough to recognise the sentence.
_AROUND = 12


def _excerpt(text: str, start: int, end: int) -> str:
    """The place and a little of its line."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return before + text[start:end] + after


def _matches(*patterns: str) -> Callable[[str], Iterator[Span]]:
    compiled = [re.compile(pattern) for pattern in patterns]
    return lambda text: (match.span() for pattern in compiled for match in pattern.finditer(text))


# ---------------------------------------------------------------------------------------------------------- masks

# The search is for the mark itself, which costs nothing where there is none; what stands around it is looked at after.
_MARKS = pattern("[XＸ]++|[×╳]++|x{2,}+")

# Places and times, where names and numbers are hidden: `X市` is a mask; `X光`, `X轴`, `X射线` are none.
_COUNTED = frozenset("省市县区州旗镇乡村校委年月日届")

# What an X in front of other words belongs to; and `XX染色体` is a pair, not a mask.
_SCIENCE = frozenset("光线轴型形射染片档级")
_PAIR = ("染色体", "型染色", "性染色")

# What holds an address or a file name together: `xxx.com`.
_ADDRESS = frozenset("._-/@")

# A lone × multiplies as well (`长×宽`): it hides something only where nothing before it could be multiplied.
_NO_FACTOR = frozenset(("", *"年月省市县区镇乡在今去，。、；：“《（(\n"))

# From two masks on a text counts as masked, and an X before any word hides something, too (`契合X实际`).
_MASKED = 2

# 139****1234
_NUMBER = pattern(r"1(?<![0-9]1)[0-9]{2}[*Xx×]{4,8}[0-9]{0,4}(?![0-9A-Za-z*])")

# `**届`. Asterisks also make words bold, and then stand around them: all of a line must stand before a place or time.
_STARS = pattern(rf"\*{{2,4}}+(?=[{''.join(sorted(_COUNTED))}])")
_STARRED_LINE = pattern(rf"^[^*\n]*+(?:(?<![A-Za-z0-9]){_STARS.pattern}[^*\n]*+)++$", re.MULTILINE)


def _masks(text: str) -> Iterator[Span]:
    sure, lone = [], []
    for match in _MARKS.finditer(text):
        start, end = match.span()
        marks, before, after = match[0], text[max(0, start - 2) : start], text[end : end + 3]
        if _hides(marks, before, after):
            sure.append((start, end))
        elif marks == "X" and _is_han(after) and after[0] not in _SCIENCE and not _is_latin(before):
            lone.append((start, end))
    yield from sure
    if len(sure) >= _MASKED:
        yield from lone
    yield from (match.span() for match in _NUMBER.finditer(text))
    for line in _STARRED_LINE.finditer(text):
        yield from (stars.span() for stars in _STARS.finditer(text, *line.span()))


def _hides(marks: str, before: str, after: str) -> bool:
    """Whether these marks hide something; ``before`` and ``after`` are a few characters on either side."""
    if _is_latin(before) or _is_latin(after[:1]):
        return len(marks) == 2 and before in ("19", "20") and after[:1] == "年"
    if after[:1] in _ADDRESS and _is_latin(after[:2]):
        return False
    if len(marks) == 1:
        return after[:1] in _COUNTED and (marks in "XＸ" or before[-1:] in _NO_FACTOR)
    return not after.startswith(_PAIR) and (_is_han(after.lstrip(" ")) or _is_han(before.rstrip(" ")[-1:]))


def _is_latin(text: str) -> bool:
    """Whether it ends in an ASCII letter or digit."""
    return text[-1:].isascii() and text[-1:].isalnum()


def _is_han(text: str) -> bool:
    """Whether it begins with a Han."""
    return "\u3400" <= text[:1] <= "\u9fff"


# ------------------------------------------------------------------------------------------------------ misprints

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"

_STRAY_AND = rf" and (?<={_HAN} and )(?={_HAN})|and(?<={_HAN}and)(?={_HAN})"

_DOUBLED = pattern(rf"({_HAN})\1++")

# Bits. In 1.8 million characters of a daily newspaper one pair passes these three, and that is a name (李特特); nine in ten
# of those that pass in reviews that people typed are slips (很很, 为为您, 提了了一下).
# How much rarer than by chance the pair must be: 要要 is 2.5 bits rarer, 中立|立场 2.4, 一一 2.1; 天天 is likelier.
_RARER = 2.45
# Of characters rarer than this the counts say nothing about their doubles, and names are made of them (婷婷).
_FREQUENT = 10.0
# A first character that belongs to the one before ends a word, and the second begins another: 政协|协商, 人民|民主.
_ATTACHED = 0.5

# A character that the model has never seen foretells nothing: after it, a character costs what it costs alone.
_NOTHING = "丂"


def _doubled(text: str) -> Iterator[Span]:
    """Doubles that no word and no meeting of two words explains."""
    for match in _DOUBLED.finditer(text):
        start, end = match.span()
        if end - start == 2 and _is_misprint(text[max(0, start - 2) : start], match[1], text[end : end + 2]):
            yield start, end


def _is_misprint(before: str, char: str, after: str) -> bool:
    # 高高兴兴, 干干净净: doubles beside doubles are words.
    if _is_double(before) or _is_double(after):
        return False
    logp = model().logp
    alone = logp(_NOTHING, char)
    return (
        alone > -_FREQUENT
        and logp(char, char) - alone < -_RARER
        and logp(before[-1:] or "\n", char) - alone < _ATTACHED
    )


def _is_double(two: str) -> bool:
    return len(two) == 2 and two[0] == two[1]


# ---------------------------------------------------------------------------------------------------- lost digits

_LOST_DIGITS = (
    r"(?<![0-9])(?:19|20)[0-9]{4,6}日",  # 2017822日
    # 今年月日, 2017年月22日; 2017年8月日 before a mark only, for 2017年8月日本 is something else.
    r"年(?<=[0-9今去前本]年)(?:月[0-9]{0,2}日(?![均本])|[0-9]{1,2}月日(?=[\s，,。；;、)）]|$))",
)

# ----------------------------------------------------------------------------------------------------------- spam

# Mirrors put the name of a gambling house where the text says 中国 (NOISE §1, S3); what follows 中国 shows it.
_HOUSES = "贵宾会|娱乐城|百家乐|新?葡京|太阳城|威尼斯人|时时彩|六合彩|真人视讯|体彩网|博彩网"
_OF_CHINA = "共产党|特色社会主义|式现代化|人民(?:政治协商|解放军|银行|大学)|国务院|政府网|科学院|国民党|工农|革命|梦"
_SPAM = (rf"(?:{_HOUSES})(?={_OF_CHINA})", r"(?<=[-_–—|])【官方[^】\n]{1,6}】")

# --------------------------------------------------------------------------------------------------------- losses

_OPENING, _CLOSING = frozenset("“‘「『《\"'"), frozenset("”’」』》\"'")


def _losses(kind: str) -> Callable[[str], Iterator[Span]]:
    """Damage that nothing can undo; not where it stands in quotation marks, for then somebody talks about it."""

    def spans(text: str) -> Iterator[Span]:
        for start, end, found in beyond_repair.find(text):
            quoted = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
            if found == kind and not quoted:
                yield start, end

    return spans


# What is left of a byte shift (NOISE §3.4): a ? before another mark, and behind it Han that make no sense together.
_SCAR = pattern(rf"[?？][；：，。！;:,!]({_HAN}{{2,4}}+)")

# Bits per character: behind an honest `？！` or `？。` measured up to 10, behind a scar from 15 on.
_SENSELESS = 13.0


def torn(text: str) -> Iterator[Span]:
    """Scars of a byte shift, with the characters behind them that make no sense."""
    return (match.span() for match in _SCAR.finditer(text) if model().rate(match[1]) > _SENSELESS)


_WAY_BACK = "the text is gone; look for another copy of the page."
KINDS: dict[str, tuple[str, Callable[[str], Iterator[Span]]]] = {
    "mask": ("A name or a number was hidden here on purpose; only the original has it.", _masks),
    "stray-and": ("An English word between Chinese ones; 和 is the likely reading.", _matches(_STRAY_AND)),
    "doubled-character": ("One of the two may be a slip of typing or of character recognition.", _doubled),
    "lost-digits": ("The date has lost digits or characters; only the original has them.", _matches(*_LOST_DIGITS)),
    "spam": ("Advertising stands where the original had other words; look for another copy.", _matches(*_SPAM)),
    "torn-characters": (
        "A copying program tore characters apart, and no reading is sure; look for another copy.",
        torn,
    ),
    "replaced": (
        f"Characters were lost when the page was read in the wrong encoding; {_WAY_BACK}",
        _losses("replaced"),
    ),
    "replaced-twice": (f"Read in the wrong encoding, and saved that way; {_WAY_BACK}", _losses("replaced-twice")),
    "question-marks": (f"Saved in an encoding without Chinese; {_WAY_BACK}", _losses("question-marks")),
}
