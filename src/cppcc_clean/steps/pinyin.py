"""Pinyin: the readings that mirror sites write behind the characters they copy go (SPEC 2.3, NOISE §4).

Four families: **A** toned, behind characters whose simplified form differs, each of them always or never (also with a
blank before the closing bracket, A2); **B** toned, behind any character, here and there; **C** and **D** without tones,
with a blank after the bracket or with the bracket doubled.

What teaches stays: glosses of rare characters or of those with several readings, names and words of several syllables,
verse annotated throughout, vocabularies, readings that the character does not have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit, tidy
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule, Step
from cppcc_clean.language.prose import is_han
from cppcc_clean.language.readings import PINYIN_LETTERS, reading

_HAN = pattern("[\u4e00-\u9fff]+")

# What besides Han stands round an annotation in running text.
_MARKS = frozenset("，。、；：！？,.;:!?“”《》")

# One syllable in small letters; no syllable has more than six. No blank before the bracket: `学 (xué) = to study`.
_ANNOTATION = pattern(
    rf"[(（](?<=[^\x00-\u33ff][(（]) ?([{PINYIN_LETTERS}]{{1,6}}) ?[)）](?:[(（] ?\1 ?[)）])*+",
)

# The columns of the table of readings.
Kind = Literal["plain", "traditional", "common", "other"]
_KINDS: tuple[Kind, ...] = get_args(Kind)
_TRADITIONAL = ("plain", "traditional")
_ORDINARY = ("plain", "common")


class Annotation(NamedTuple):
    """``text[start:end]``, brackets and all, gives a reading of the character before it."""

    start: int
    end: int
    char: str
    syllable: str
    kind: Kind


# A mirror annotates a character always or never: no exception in 790 annotations of the samples (NOISE §4, rule 1). A
# gloss stands at the first mention alone. One bare character in eight allows for a line pasted from elsewhere.
_BARE = 8

# Nor did family A annotate a character that simplified text writes, too; one for four sure ones may be the author's
# own, or one that a converter by characters takes for traditional: 乾.
_FOREIGN = 4

# From so many on annotations are evidence by themselves (NOISE §4, families B to D), and one need not look whether the
# line is traditional.
_MANY = 8

# Mirrors annotate 10-15 % of the Han; who teaches reading, all of them.
_ANNOTATED = 0.5

# Where any character may be annotated, a quarter at least are among the commonest, and a quarter come after the first
# mention. Glosses are of rare characters, and come with the first mention.
_QUARTER = 4

RULES = (
    Rule("pinyin-annotation", "readings behind traditional characters go", "全國政協(xié)委員", "全國政協委員"),
    Rule("pinyin-toned", "readings behind any character go", "我們工(gōng)作，" * 8, "我們工作，" * 8),
    Rule("pinyin-toneless", "readings without tones go", "十年(nian)(nian)來，" * 8, "十年來，" * 8),
)


def find(text: str) -> list[Edit]:
    """The edits of this step; see `strip_pinyin`."""
    found = list(_annotations(text))
    if not found or len(found) > _ANNOTATED * sum(map(len, _HAN.findall(text))):
        return []
    toned = _in_one_reading([note for note in found if not note.syllable.isascii()])
    toneless = _in_one_reading([note for note in found if note.syllable.isascii()])
    edits = []
    if _is_mirror(text, toned):
        edits += [_removal(note, "pinyin-annotation") for note in toned if _is_of_converter(note)]
        edits += [_removal(note, "pinyin-annotation") for note in _neutral(text, toned, toneless)]
    elif _is_mechanical(text, toned):
        edits += [_removal(note, "pinyin-toned") for note in toned]
    if _is_mechanical(text, toneless):
        edits += [_removal(note, "pinyin-toneless") for note in _with_blanks(text, toneless)]
    return tidy(edits)


def _annotations(text: str) -> Iterator[Annotation]:
    """Every bracket that gives a reading which the character before it has."""
    for match in _ANNOTATION.finditer(text):
        char, syllable = text[match.start() - 1], match[1]
        kind = _kind(char, syllable)
        if kind:
            yield Annotation(match.start(), match.end(), char, syllable, kind)


def _kind(char: str, syllable: str) -> Kind | None:
    return next((kind for kind, chars in zip(_KINDS, reading(syllable), strict=True) if char in chars), None)


def _in_one_reading(notes: Sequence[Annotation]) -> list[Annotation]:
    """Those that agree with most annotations of their character: a mirror has one reading for each (rule 3)."""
    chars = Counter(note.char for note in notes)
    readings = Counter((note.char, note.syllable) for note in notes)
    return [note for note in notes if 2 * readings[note.char, note.syllable] > chars[note.char]]


def _is_mirror(text: str, notes: Sequence[Annotation]) -> bool:
    """Family A: traditional characters alone, each always, and some of them such as nobody would gloss.

    One annotation is enough (`政協(xié)` may be all that is left of a page), if the character stands in a word and
    in a line that is traditional: who explains a traditional character to others writes simplified text.
    """
    evidence = _sure(notes)
    foreign = sum(note.kind not in _TRADITIONAL for note in notes)
    if not evidence or _FOREIGN * foreign > len(evidence) or not _is_always_annotated(text, evidence):
        return False
    return len(evidence) >= _MANY or any(_in_word(text, note) and _in_traditional_line(text, note) for note in evidence)


def _sure(notes: Sequence[Annotation]) -> list[Annotation]:
    return [note for note in notes if note.kind == "plain"]


def _is_always_annotated(text: str, notes: Sequence[Annotation]) -> bool:
    counts = Counter(text)
    bare = sum(counts[char] for char in {note.char for note in notes}) - len(notes)
    return _BARE * bare <= len(notes)


def _is_of_converter(note: Annotation) -> bool:
    """Whether a converter that goes by characters has a simplified form for this one (NOISE §4, rule 2)."""
    from cppcc_clean.language.script import convert

    return note.kind in _TRADITIONAL or convert(note.char, "hans", everywhere=True).text() != note.char


def _neutral(text: str, toned: Sequence[Annotation], toneless: Sequence[Annotation]) -> list[Annotation]:
    """A mirror's readings in the neutral tone, which no letter shows: `我們(men)` among many that have their tones."""
    neutral = [note for note in toneless if note.kind in _TRADITIONAL]
    return neutral if len(_sure(toned)) >= _MANY and _is_always_annotated(text, neutral) else []


def _in_word(text: str, note: Annotation) -> bool:
    return is_han(text[max(note.start - 2, 0) : note.start - 1]) or is_han(text[note.end : note.end + 1])


def _in_traditional_line(text: str, note: Annotation) -> bool:
    """Whether more characters of the line are in Big5 alone than in GB 2312 alone."""
    start = text.rfind("\n", 0, note.start) + 1
    end = text.find("\n", note.end)
    chars = "".join(set("".join(_HAN.findall(text, start, end if end >= 0 else len(text)))))
    both = chars.encode("big5", "ignore").decode("big5")
    simplified = chars.encode("gb2312", "ignore").decode("gb2312")
    return len(set(both) - set(simplified)) > len(set(simplified) - set(both))


def _is_mechanical(text: str, notes: Sequence[Annotation]) -> bool:
    """Families B to D: ordinary characters in running text, also where they have been mentioned before."""
    evidence = [note for note in notes if note.kind in _ORDINARY and _in_running_text(text, note)]
    if len(evidence) < _MANY or _QUARTER * len(evidence) < len(notes):
        return False
    first = {char: at for at, char in reversed([*enumerate(text)])}
    return _QUARTER * sum(first[note.char] < note.start - 1 for note in evidence) >= len(evidence)


def _in_running_text(text: str, note: Annotation) -> bool:
    """Between Han, or Han and a mark; in verse other annotations stand there, in vocabularies nothing.

    The one behind may stand after a blank (family C).
    """
    after = note.end + (text[note.end : note.end + 1] == " ")
    around = (text[max(note.start - 2, 0) : note.start - 1], text[after : after + 1])
    return any(map(is_han, around)) and all(is_han(char) or char in _MARKS for char in around)


def _with_blanks(text: str, notes: Sequence[Annotation]) -> Sequence[Annotation]:
    """In family C a blank follows every bracket and goes with it."""
    spaced = [text[note.end : note.end + 1] == " " for note in notes]
    if 2 * sum(spaced) <= len(notes):
        return notes
    return [note._replace(end=note.end + blank) for note, blank in zip(notes, spaced, strict=True)]


def _removal(note: Annotation, rule: str) -> Edit:
    return Edit(note.start, note.end, "", rule)


STEP = Step(
    "pinyin",
    wakes=(CharClass.HAN, CharClass.BRACKET, CharClass.LETTER | CharClass.TONED),
    find=find,
    rules=RULES,
)


def strip_pinyin(text: str) -> str:
    """Remove the pinyin that mirrors write behind characters; leave glosses that teach.

    >>> strip_pinyin("全國政協(xié)召開會(huì)議")
    '全國政協召開會議'
    >>> strip_pinyin("噱(xué)头、乾(qián)坤、重庆(Chóngqìng)")
    '噱(xué)头、乾(qián)坤、重庆(Chóngqìng)'

    Judged for the whole text: a traditional character in common use, annotated wherever it occurs, gives a mirror away;
    readings behind any character, or without tones, go from eight on. Brackets may be half- or full-width. Linear. From
    NOISE §4; the readings are those of pypinyin. Raises ``TypeError`` for anything but a ``str``.
    """
    return STEP(text)
