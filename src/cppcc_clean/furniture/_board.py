"""A board of posts: names, ranks and floors around the posts, and the foot of the page.

Each post has a stamp, the line with its date. On some boards the name and rank of who wrote it stand above the stamp and the
post below; on others name and rank stand above the post and the stamp below it. A post may be one word: what a line is told
by is where it stands between two stamps, and that the same name stands elsewhere.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import words_of

_LONGEST_NAME = 16
_FLOOR = pattern(r"\d\s?[楼#]|#\s?\d")
_FLOOR_NAME = pattern(r"楼主|沙发|板凳|地板|地下室|[\d一二三四五六七八九十]{1,4}[楼#]")
_NAMED_FLOOR = pattern(r"(?P<name>\S{1,16})\s(?:楼主|沙发|板凳|地板)")
_NO_STAMP = pattern(r"最后由|GMT|Processed|Powered|Copyright|©")
_STAMPED = frozenset({"furniture-forum", "furniture-meta-line"})
# What a board prints of its members: `正式会员5`, `UID 20817`, `当前离线`, `小有美名 7`, `8`.
_MEMBER = pattern(
    r"(?:初级|中级|高级|正式|核心|铁杆|资深|普通|金牌|银牌|黄金|白金|钻石|实习|注册|新手|论坛|超级|知名|活跃|忠实|版主|吧主).{0,12}|当前[离在]线.{0,20}|(?:UID|主题|帖子|积分|威望|精华|等级).{0,40}|\d{1,2}|[\u4e00-\u9fff]{2,6}(?:\s?\d{1,2}|\s\d+)"
)
_MOST_RANKS = 3
# A longer foot holds posts whose stamps are not known.
_LONGEST_FOOT = 12


class Board:
    """The stamps of a board and what stands between them."""

    def __init__(self, page: Page, gone: list[bool], rules: list[str], rule: str, headline: int, prose: int) -> None:
        self.page, self.gone, self.rules = page, gone, rules
        self.named = [left and by == rule and words_of(row.line) is None for left, by, row in zip(gone, rules, page.rows, strict=True)]
        self.headline, self.prose = headline, prose
        self.stamps = [row.number for row in page.rows[headline + 1 :] if gone[row.number] and self._is_stamp(row, rules[row.number])]
        # Whether the stamp stands above its post.
        self.above = bool(self.stamps) and self.stamps[0] < prose

    @staticmethod
    def _is_stamp(row: Row, rule: str) -> bool:
        return bool(row.chain.dates) and (rule in _STAMPED or _FLOOR.search(row.line) is not None) and not _NO_STAMP.search(row.line)

    def claims(self, rule: str) -> Iterator[tuple[int, Claim]]:
        """Claims on names, ranks and the foot."""
        for at in {*self._named_floors(), *self._heads(), *self._ranked(), *self._known(), *self._floors(), *self._signatures(), *self._foot()}:
            if not self.gone[at]:
                yield at, Claim(rule, Says.CERTAIN, Place.ANYWHERE, sentence=True)

    def _heads(self) -> Iterator[int]:
        if self.above:
            yield from self._first_card()
            for before, stamp in itertools.pairwise([self.headline, *self.stamps]):
                yield from self._above(before, stamp)
            return
        posts = [range(before + 1, stamp) for before, stamp in itertools.pairwise(self.stamps)]
        # Where every post has a line above it, that line is a name.
        if posts and all(sum(not self.gone[at] or self.named[at] for at in post) > 1 for post in posts):
            first = next((at for at in range(self.prose, self.headline, -1) if self.gone[at - 1]), self.prose)
            for post in [range(first, self.stamps[0]), *posts]:
                yield from self._below(post)

    def _first_card(self) -> Iterator[int]:
        """Between the headline and the first stamp who wrote the first post, if nothing there reads as text and some of it is known to be a card."""
        card = range(self.headline + 1, self.stamps[0])
        known = sum(self.gone[at] and not self.named[at] for at in card)
        if known * 2 >= len(card) and all(_is_nickname(self.page.rows[at]) for at in card if not self.gone[at]):
            yield from card

    def _above(self, before: int, stamp: int) -> Iterator[int]:
        """The lines right above a stamp, up to the buttons of the post before; without such buttons one line only."""
        at = stamp - 1
        while at > before and self.gone[at] and not self.named[at]:
            at -= 1
        if any(_CLOSES.search(row.line) and not row.chain.dates for row in self.page.rows[at + 1 : stamp]):
            return  # above the buttons of a post stands the post
        names = list(itertools.takewhile(lambda other: (not self.gone[other] or self.named[other]) and _is_nickname(self.page.rows[other]), range(at, before, -1)))
        if not names:
            return
        top = names[-1] - 1
        if top > before and self.gone[top] and len(names) <= _MOST_RANKS:
            yield from names
        elif (len(names) > 1 or top > before) and not any(found.field == "author" for found in self.page.rows[stamp].chain.found):
            yield names[0]

    def _below(self, post: range) -> Iterator[int]:
        """The name that a post begins with, and the ranks under it; something must be left for the post."""
        lines = [at for at in post if not self.gone[at] or self.named[at]]
        if len(lines) < 2 or not _is_nickname(self.page.rows[lines[0]]):
            return
        yield lines[0]
        for at, after in itertools.pairwise(lines[1 : 2 + _MOST_RANKS]):
            row, below = self.page.rows[at], self.page.rows[after]
            if not (_MEMBER.fullmatch(row.line) or (len(row.raw) <= _LONGEST_RANK and _is_level(below))):
                break
            yield at

    def _ranked(self) -> Iterator[int]:
        """A name right above a rank, with furniture or the headline above the name."""
        for row, below in itertools.pairwise(self.page.rows[self.headline + 1 :]):
            at = row.number
            topped = at - 1 == self.headline or (self.gone[at - 1] and not (self.above and at - 1 in self.stamps))
            if topped and not self.gone[at] and _is_nickname(row) and _MEMBER.fullmatch(below.line):
                yield from (at, at + 1)

    def _known(self) -> Iterator[int]:
        """A name or a rank that is known from elsewhere on the page, beside furniture."""
        known = {self.page.rows[at].line for at in range(len(self.page)) if self.named[at]}
        for row in self.page.rows[self.headline + 1 :]:
            at = row.number
            if not self.gone[at] and row.line in known and _is_nickname(row) and any(0 <= other < len(self.gone) and self.gone[other] for other in (at - 1, at + 1)):
                yield at

    def _floors(self) -> Iterator[int]:
        """`沙发` between a stamp and its post; with nothing under it it is the post."""
        for stamp in self.stamps if self.above else ():
            at = stamp + 1
            if at + 1 < len(self.page) and not self.gone[at + 1] and _FLOOR_NAME.fullmatch(self.page.rows[at].line):
                yield at

    def _signatures(self) -> Iterator[int]:
        """A line that one signs all posts with: between two rows of buttons under a post."""
        for stamp, following in itertools.pairwise([*self.stamps, len(self.page)]) if self.above else ():
            buttons = [at for at in range(stamp + 1, following) if self.gone[at] and _UNDER_POST.match(self.page.rows[at].line)]
            between = range(buttons[0], buttons[-1]) if buttons else range(0)
            signed = [at for at in between if not self.gone[at]]
            if any(self.gone[at] and at not in buttons and words_of(self.page.rows[at].line) is None for at in between):
                continue  # another post, whose stamp is not known
            if len(signed) <= _MOST_SIGNED and all(len(self.page.raws[at]) <= _LONGEST_SIGNATURE for at in signed):
                yield from signed

    def _named_floors(self) -> Iterator[int]:
        """`山里的月亮 楼主`: a name and its floor."""
        return (row.number for row in self.page.rows[self.headline + 1 :] if _NAMED_FLOOR.fullmatch(row.line))

    def poster(self) -> Row | None:
        """Who wrote the first post, if the name stands on a line of its own that left."""
        if above := self._above_headline():
            return above
        if not self.stamps:
            return None
        first = self.stamps[0] if self.above else self.prose
        rows = (self.page.rows[at] for at in range(self.headline + 1, min(first, len(self.page))) if self.named[at])
        return next((row for row in rows if _is_nickname(row) and not _MEMBER.fullmatch(row.line) and not row.line.isdecimal()), None)

    def _above_headline(self) -> Row | None:
        """Who wrote the first post where the headline belongs to it: the name above the ranks and the stamp, which stand above the headline."""
        head = self.page.rows[max(self.headline - _MOST_RANKS, 0) : self.headline]
        stamp = next((row.number for row in reversed(head) if self.gone[row.number] and self._is_stamp(row, self.rules[row.number])), 0)
        card = itertools.takewhile(lambda row: self.gone[row.number], reversed(self.page.rows[:stamp]))
        name = next((row for row in card if "：" not in row.line), None)
        return name if name and _is_nickname(name) and words_of(name.line) is None else None

    def _foot(self) -> Iterator[int]:
        """What stands below the last post, which ends at its stamp or at the first furniture below it; and from a list of other pages on."""
        if not self.stamps:
            return
        rows = self.page.rows[self.stamps[-1] + 1 :]
        if self.above:
            posts = itertools.dropwhile(lambda row: self.gone[row.number], rows)
            rows = list(itertools.dropwhile(lambda row: not self.gone[row.number], posts))
        listed = next((at for at, row in enumerate(rows) if self.rules[row.number] == "furniture-related"), None)
        rows = rows[listed or 0 :]
        if (listed is not None or len(rows) <= _LONGEST_FOOT) and not any(row.prose and not self.gone[row.number] for row in rows):
            yield from (row.number for row in rows)


_UNDER_POST = pattern(r"分享|收藏|支持|评分|使用道具|举报")
_MOST_SIGNED, _LONGEST_SIGNATURE = 2, 30
_DAY = pattern(r".*月\S{1,3}日")  # below the signature of what was posted
_CLOSES = pattern(r"回复|举报|引用|赞\s?\d|踩|评论")
_LONGEST_RANK = 6


def nickname(row: Row) -> str:
    """The name on a line of its own, without the floor beside it."""
    named = _NAMED_FLOOR.fullmatch(row.line)
    return row.raw[slice(*named.span("name"))] if named else row.raw


def _is_nickname(row: Row) -> bool:
    named = len(row.raw) <= _LONGEST_NAME and not row.sentence and not _DAY.fullmatch(row.line)
    return named and not (row.line[-1] == "：" and "，" in row.line)  # `补充一点，渠道还有：` begins a post


def _is_level(row: Row) -> bool:
    return len(row.raw) <= 2 and row.raw.isdecimal()
