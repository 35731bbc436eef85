"""What an article says of itself and keeps: title, byline, affiliation, dateline, captions, speech head."""

from __future__ import annotations

from collections.abc import Iterator, Set

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._bylines import (
    MARKS,
    OCCASION,
    SPEECH_DATE,
    Part,
    affiliation,
    byline,
    caption,
    closing_byline,
    dateline,
    plain_names,
)
from cppcc_clean.furniture._chains import AFFILIATION
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._fields import GUESSED, Found
from cppcc_clean.furniture._headline import title
from cppcc_clean.furniture._names import GROUP, REFERRED, is_full_name, is_name, is_short_name, of_unit, split_names
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.metadata import NAMES

_HEAD_ROWS, _SPEECH_ROWS, _TAIL_ROWS = 9, 6, 6


def parts(page: Page, gone: list[bool], rules: list[str]) -> Iterator[Part]:
    """All that the article says of itself, from what stays of a page."""
    kept = [row for row in page.rows if not gone[row.number]]
    head = title(page, gone, rules)
    if head:
        yield head
    said: set[str] = set()
    prose = [at for at, row in enumerate(kept) if row.prose or row.line[-1] == "。"] or [len(kept)]
    text = range(prose[0], prose[-1])
    for at, row in enumerate(kept):
        if head and row.number == head.row:
            continue
        if at < _HEAD_ROWS or at >= len(kept) - _TAIL_ROWS:
            for part in _edge_parts(page, kept, at, head):
                yield part if at <= text.start else _guessed(part, at in text, said)
                said.update(found.field for found in part.found)
        elif row.raw[0] in MARKS and (written := byline(row)):
            yield Part("byline", row.number, 0, len(row.line), written)
        elif "作者" in row.raw[:2] + row.raw[1:4] and (found := affiliation(row)):
            yield found
        if row.raw[-1] in "摄攝影图圖。)）】]" and (found := caption(row)):
            yield found


def _guessed(part: Part, amid: bool, said: Set[str]) -> Part:
    """A part whose names count only where nobody says them better.

    Below the text who is named above it counts: `采访：…` in a list of those who made a book. Amid the text no author counts:
    `作者：…` is of a book that is spoken of.
    """
    fields, rank = (NAMES, GUESSED + 1) if amid else (said, GUESSED)
    return part._replace(
        found=tuple(
            found._replace(rank=rank) if found.field in fields - _BESIDE_PICTURES else found
            for found in part.found
            if not amid or found.field != "author"
        )
    )


_BESIDE_PICTURES = frozenset({"photographer"})  # who took a picture stands beside it, also amid the text
_CLOSING = 44  # a button may be glued behind the bracket


def _edge_parts(page: Page, kept: list[Row], at: int, head: Part | None) -> Iterator[Part]:
    row = kept[at]
    if place := affiliation(row):
        yield place
        return
    written = byline(row)
    if written:
        yield Part("byline", row.number, 0, len(row.line), written)
        return
    if at < _HEAD_ROWS and (line := dateline(row)):
        yield line
    if at >= len(kept) - _TAIL_ROWS and (said := _about(row)):
        yield Part("byline", row.number, 0, 0, said)
    if at < _SPEECH_ROWS and (found := _speech_head(kept, at, head)) is not None:
        yield Part("speech-head", row.number, 0, len(row.line), found)
    if at >= len(kept) - _TAIL_ROWS and "）" in row.line[-_CLOSING:] and not _signs_each(kept, row) and (closing := closing_byline(row)):
        yield closing
    if 0 < at < _NAMES_ROWS and head and (names := _names_line(page, kept, at, head)):
        yield Part("byline", row.number, 0, len(row.line), names)
    if at == len(kept) - 1 and at > 1 and len(row.raw) <= 5 and kept[at - 1].prose:
        names = plain_names(row.line, row.raw, 0, len(row.line), "author", surname=True)
        if names and is_full_name("".join(row.line.split())):
            yield Part("byline", row.number, 0, len(row.line), tuple(name._replace(rank=GUESSED) for name in names))


# `作者简介：沈见山，1971年生，…`, `【作者简介】沈见山，…`
_ABOUT = pattern(r"【?作者(?:简介|介绍)】?\s?：?\s?(?P<name>[\u4e00-\u9fff]{2,4})(?=[，（。])")
_REPRINTED = pattern(r"[（【](?:原载|原刊|原载于|原刊于|选自|摘自|转自)\s?：?\s?(?P<source>《[^》]{2,20}》[^（）]{0,16})[）】]")


def _about(row: Row) -> tuple[Found, ...]:
    """What a note below the text says of the author, and of where it was printed first."""
    if (about := _ABOUT.match(row.line)) and is_name(about["name"]):
        return (Found("author", (row.raw[slice(*about.span("name"))],), *about.span("name"), GUESSED),)
    if first := _REPRINTED.fullmatch(row.line):
        return (Found("source", row.raw[slice(*first.span("source"))], *first.span("source"), GUESSED - 1),)
    return ()


def _signs_each(kept: list[Row], row: Row) -> bool:
    """Whether names in brackets stand under each piece of a list, and so sign none but their own."""
    return _SIGNED.fullmatch(row.line) is not None and any(other is not row and _SIGNED.fullmatch(other.line) for other in kept)


_SIGNED = pattern(r"（[\u4e00-\u9fff]{2,4}\s+[\u4e00-\u9fff]{2,4}）")


def _names_line(page: Page, kept: list[Row], at: int, head: Part) -> tuple[Found, ...]:
    """Names alone on the line between the headline and the text: two and more, one of three characters, a group."""
    row = kept[at]
    if GROUP.fullmatch(row.line) or (_PARTY.fullmatch(row.line) and _is_under(page, head, row)):
        return (Found("author", (row.raw,), 0, len(row.line)),)
    if (written := of_unit(row.line)) and (_is_under(page, head, row) or (at <= _SPEECH_AT and OCCASION.fullmatch(kept[at - 1].line))):
        start, end = written.span("name")
        return (Found("author", split_names(row.raw[start:end]), start, end),)
    if (bracketed := _NAMES_AND_UNIT.fullmatch(row.line)) and _is_under(page, head, row):
        return plain_names(row.line, row.raw, *bracketed.span("names"), "author", surname=True)
    referred = REFERRED.fullmatch(row.line) is not None
    if len(row.raw) > _LONGEST_NAMES or (any(map(str.isdecimal, row.line)) and not referred) or at + 1 >= len(kept) or not (_begins_text(kept[at + 1]) or (_is_parted(page, row, kept[at + 1]) and _is_under(page, head, row))):
        return ()
    names = plain_names(row.line, row.raw, 0, len(row.line), "author", surname=not (referred or _is_affiliation(kept[at + 1])))
    value = names[0].value if names else ()
    sure = isinstance(value, tuple) and (len(value) > 1 or len("".join(value)) == 3 or len(row.raw) > len("".join(value)) or (is_short_name(row.line) and _is_under(page, head, row)))
    return names if sure else ()


# `沈见山　何望潮（观澜学院，观澜 332000）`
_NAMES_AND_UNIT = pattern(r"(?P<names>[\u4e00-\u9fff、，\s]{2,24}?)\s?（[^（）]{0,12}(?:大学|学院|研究院|研究所|党校|中学|学校|医院)[^（）]{0,30}）")


def _begins_text(row: Row) -> bool:
    return row.prose or row.line[0] in "（【摘" or row.line[-1] == "：" or date_at(row.line, 0) is not None or _is_affiliation(row)


def _is_affiliation(row: Row) -> bool:
    return _UNIT.fullmatch(row.line) is not None or AFFILIATION.issuperset(row.chain.names or [""])


# Where the authors work: `观澜大学地理科学学院，观澜 610200`.
_UNIT = pattern(r"[\u4e00-\u9fff（）]{2,24}(?:大学|学院|研究院|研究所|中学|学校|医院|党校|系)(?:[，\s].{2,20})?")


def _is_parted(page: Page, row: Row, below: Row) -> bool:
    """Whether blank lines or furniture stand between two lines."""
    return below.number > row.number + 1 or page.gap_above(below.number)


def _is_under(page: Page, head: Part, row: Row) -> bool:
    """Whether a line touches the headline: a poem begins with no paragraph."""
    above = page.rows[row.number - 1]
    return not page.gap_above(row.number) and above.end == page.rows[head.row].start + head.end


_LONGEST_NAMES, _NAMES_ROWS = 24, 4
_SPEECH_AT = 3  # below a headline of two lines and where the speech was made
_PARTY = pattern(r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)[\u4e00-\u9fff]{0,10}(?:委|委员会|委会|支部|总支|小组)")


# Who speaks, perhaps with the office: `纪怀远`, `市政协副主席 纪怀远`.
_SPEAKER = pattern(r"(?:[\u4e00-\u9fff、]{3,24}(?:[长席任记员表师授]|干部|同志)\s+)?(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3})")


def _speech_head(kept: list[Row], at: int, head: Part | None) -> tuple[Found, ...] | None:
    """What a line under the headline of a speech says, if it is one: where, when, or who spoke."""
    row = kept[at]
    speech = SPEECH_DATE.fullmatch(row.line)
    if speech and (date := date_at(row.line, speech.start("date"))):
        return (Found("published", date.iso, date.start, date.end, 4),)
    if head and OCCASION.fullmatch(row.line):
        return ()
    if head and _beside_speech_head(kept, at) and _BODY.fullmatch(row.line):
        return (Found("author", (row.raw,), 0, len(row.line)),)
    if head and _beside_speech_head(kept, at) and (speaker := _SPEAKER.fullmatch(row.line) or of_unit(row.line)):
        return plain_names(row.line, row.raw, *speaker.span("name"), "author", surname=True)
    return None


# A body that speaks: `民建观澜县委会`, `九三学社`.
_BODY = pattern(
    r"[\u4e00-\u9fff]{0,8}(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|工商联|无党派)|[\u4e00-\u9fff]{2,16}(?:[市县区省]委|委员会|委会|支部|总支|中央|界别?|联组|小组|活动组)"
)


def _beside_speech_head(kept: list[Row], at: int) -> bool:
    """A bare name belongs to a speech head when the date in brackets stands next to it."""
    return any(0 <= other < len(kept) and SPEECH_DATE.fullmatch(kept[other].line) for other in (at - 1, at + 1))
