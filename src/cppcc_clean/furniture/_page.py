"""A page as the rules see it: lines with their place in the text, folded and stripped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._dates import date_at
from cppcc_clean.furniture._fields import Chain, read_chain
from cppcc_clean.furniture._fold import fold
from cppcc_clean.furniture._shapes import CONTACT

# A paragraph longer than this is no line of furniture, except for disclaimers at the edges.
LONG = 160
_PROSE = 25  # a shorter sentence may stand alone: a caption, a slogan, a line of a dialogue
_CLOSED = 12  # a shorter row may be a piece of anything
_CLOSING = "”’」』》）)】\"' ］]"
_FINAL = frozenset("。！？；…，、!?;,﹔")


# Words that only a board of posts prints; so many of them, and a short line may be a post.
_BOARD = pattern(r"只看(?:该作者|楼主|此人|大图)|倒序|电梯直达|发新?[帖贴]|回[帖贴复](?:本帖|楼)|楼主|(?m:^\s*(?:第\s?)?\d{1,4}\s?[楼#])|(?m:^\s*#\d)|吧主|版主|Discuz|版块|(?:发表[于於]|回复于|回[复覆]日期)\s?：?\s?\d{4}|发信人|[帖贴]子|本[帖贴]|回复贴|Posted on|最佳答案|提问者|写回答|其他回答|邀请回答|\d+ ?个回答")
# What heads the comments on an article.
_COMMENTS = pattern(r"(?m:^ *(?:(?:共|全部|最新|热门|精彩|网友)\s?)?(?:\d+\s?条)?(?:评论|跟贴)(?:\s?（?\d+）?|区)? *$)")
_LEAST_BOARD = 2
_LONGEST_BOARD = 60
_LONGEST_BUTTON = 24
_STAMP = pattern(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,2}\d{1,2}：\d\d")
_LEAST_STAMPS = 3  # a page has one when it was posted, and one when it was changed


def ends_a_sentence(raw: str) -> bool:
    """Whether a line ends like a sentence, or like a part of one."""
    return raw[-4:].rstrip(_CLOSING)[-1:] in _FINAL


def is_unclosed(raw: str) -> bool:
    """Whether a line does not end with a full stop: what is worded as a label, a link or a field does not."""
    return raw[-1] != "。" or len(raw) < _CLOSED


class Row:
    """One line that is not blank."""

    __slots__ = ("__dict__", "end", "line", "long", "number", "raw", "start")

    def __init__(self, number: int, raw: str, start: int, folded: str) -> None:
        """``raw`` is the line without the blanks around it, which begins at ``start``; ``folded`` the copy of the text."""
        self.number = number
        self.raw = raw
        self.start = start
        self.end = start + len(raw)
        self.line = folded[start : self.end]
        self.long = len(raw) > LONG

    @cached_property
    def sentence(self) -> bool:
        """Whether it ends like one, or like a part of one."""
        return ends_a_sentence(self.raw)

    @cached_property
    def chain(self) -> Chain:
        """Its fields, dates and page words."""
        return read_chain(self.line, self.raw)

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as a paragraph of running text."""
        if self.long or len(self.raw) < _PROSE:
            return self.long
        # A headline may ask or call.
        return "。" in self.raw or (self.sentence and (self.raw[-1] not in "？！?!" or len(self.raw) > 2 * _PROSE))


# Facts of a notice stand above its signature: whom to ask, what is enclosed.
_LONGEST_SIGNER, _MOST_SIGNED = 30, 10
_DAY = 10  # an ISO date with its day


def _is_signature_date(row: Row) -> bool:
    """`2020年11月13日` alone; a machine writes `2020-11-13`, a newspaper the day of the week."""
    date = date_at(row.line, 0)
    return date is not None and date.end == len(row.line) and not date.typed and len(date.iso) == _DAY and "星期" not in row.line


# Below the date one who writes a letter says where to find him; a site has more in one line.
_CONTACT = pattern(rf"{CONTACT}：[^：]{{2,40}}")


def _is_contact(row: Row) -> bool:
    return _CONTACT.fullmatch(row.line) is not None


# A piece of a page may be a few buttons.
_LEAST_VERSE, _LONGEST_VERSE = 8, 16
_VERSE = pattern(r"[\u3400-\u9fff，。！？、；：“”‘’…—\s]+")


class Rows(Sequence[Row]):
    """The rows of a page; each is made when it is first asked for, and in good prose few are."""

    def __init__(self, raws: list[str], starts: list[int], folded: str) -> None:
        self._raws = raws
        self._starts = starts
        self._folded = folded
        self._made: list[Row | None] = [None] * len(raws)

    def __len__(self) -> int:
        return len(self._raws)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        """A row, or some of them."""
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        row = self._made[at]
        if row is None:
            number = at % len(self)
            row = self._made[at] = Row(number, self._raws[number], self._starts[number], self._folded)
        return row

    def __iter__(self) -> Iterator[Row]:
        return map(self.__getitem__, range(len(self)))


class Page:
    """The rows of a text, blank lines left out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.raws: list[str] = []
        self.starts: list[int] = []
        at = 0
        for piece in text.split("\n"):
            if raw := piece.strip():
                self.raws.append(raw)
                self.starts.append(at if raw is piece else at + piece.index(raw[0]))
            at += len(piece) + 1
        self.folded, self.codes = fold(text + "\n\n")  # signs are told by up to three characters
        self.rows = Rows(self.raws, self.starts, self.folded)

    def __len__(self) -> int:
        return len(self.raws)

    def span(self, number: int) -> tuple[int, int]:
        """Where the whole line of a row begins and ends in the text."""
        start = self.starts[number]
        return self.text.rfind("\n", 0, start) + 1, self.text.find("\n", start) + 1 or len(self.text)

    def line(self, number: int) -> str:
        """The copy of a line to match against."""
        start = self.starts[number]
        return self.folded[start : start + len(self.raws[number])]

    @cached_property
    def unclosed(self) -> list[Row]:
        """The rows that do not end with a full stop."""
        return [self.rows[number] for number, raw in enumerate(self.raws) if is_unclosed(raw)]

    @property
    def verse(self) -> bool:
        """Whether it is nothing but a few characters a line: every page has a figure, a bar or a longer line."""
        return len(self) >= _LEAST_VERSE and all(len(raw) <= _LONGEST_VERSE for raw in self.raws) and all(_VERSE.fullmatch(row.line) for row in self.rows)

    @cached_property
    def repeats(self) -> bool:
        """Whether two lines are the same."""
        return len(set(self.raws)) < len(self)

    @cached_property
    def forum(self) -> bool:
        """Whether the page is a board of posts: it says so, or the same buttons and a stamp stand at every post."""
        if self._repeats_buttons() and not _COMMENTS.search(self.folded) and sum(len(row.raw) <= _LONGEST_BOARD and _STAMP.search(row.line) is not None for row in self.rows) >= _LEAST_STAMPS:
            return True
        return _BOARD.search(self.folded) is not None and sum(len(row.raw) <= _LONGEST_BOARD and not row.sentence and _BOARD.search(row.line) is not None for row in self.rows) >= _LEAST_BOARD

    @cached_property
    def signed(self) -> frozenset[int]:
        """The rows between a paragraph and the date in words, with who signs above it, that closes the text."""
        signed: set[int] = set()
        prose = next((row.number for row in self.rows if row.prose), len(self))
        for row in self.rows[prose + 2 :]:
            above = self.rows[row.number - 1]
            if _is_signature_date(row) and len(above.raw) <= _LONGEST_SIGNER and not above.sentence:
                for other in reversed(self.rows[max(prose, row.number - _MOST_SIGNED) : row.number + 1]):
                    if other.prose:
                        break
                    signed.add(other.number)
                signed.update(row.number for row in itertools.takewhile(_is_contact, self.rows[row.number + 1 :]))
        return frozenset(signed)

    def _repeats_buttons(self) -> bool:
        """Whether a short line that is no sentence stands again behind a paragraph."""
        seen: dict[str, int] = {}
        paragraphs = 0
        for row in self.rows:
            if len(row.raw) <= _LONGEST_BUTTON and not row.sentence:
                if seen.setdefault(row.raw, paragraphs) < paragraphs - (_LEAST_BOARD - 1):
                    return True
            else:
                paragraphs += row.prose
        return False

    def paragraphs(self, gone: list[bool]) -> list[int]:
        """The paragraphs that stay."""
        return [row.number for row in self.rows if row.prose and not gone[row.number]]

    def gap_above(self, number: int) -> bool:
        """Whether blank lines part this row from the one before; where they stand between all rows they part nothing."""
        return self._is_parted(number) and not self._gapped

    def _is_parted(self, number: int) -> bool:
        return number > 0 and self.span(number - 1)[1] < self.span(number)[0]

    @cached_property
    def _gapped(self) -> bool:
        return all(map(self._is_parted, range(1, len(self))))
