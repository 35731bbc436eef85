"""What a page prints twice (NOISE §6): the browser title above the headline, a summary that is the first paragraph, the
whole body. The headline itself, printed again behind furniture, is told in the judgement.

Must stay: refrains, a kicker over the headline, paragraphs that only begin alike.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row, ends_a_sentence
from cppcc_clean.furniture._rules import Claim, whole
from cppcc_clean.furniture._shapes import FILE_ENDING, FILE_ENDINGS
from cppcc_clean.furniture._weights import Place, Says

_TWICE = (
    "今天上午，春耕会议在观澜县城召开。" + "各镇代表到会，围绕良种、农机和水渠三件事发言。" * 4 + "\n"
    "会议要求，各镇在月底以前把种子发到户，把机手排到村。" + "县里派出六个小组，分头到田间地头解决问题。" * 4 + "\n"
    "下午，与会人员参观了栖霞镇的育秧大棚。" + "大棚里育着早稻、辣椒和烟叶三种苗，够用三千亩。" * 4 + "\n"
)

RULES = (
    Rule(
        "furniture-page-title",
        "the browser title: the headline with the site's name behind it",
        "观澜县召开春耕会议 - 观澜政协网\n观澜县召开春耕会议\n今天上午，会议在县城召开。\n",
        "观澜县召开春耕会议\n今天上午，会议在县城召开。\n",
    ),
    Rule(
        "furniture-summary",
        "a summary that only repeats the first paragraph",
        "观澜县召开春耕会议\n今天上午，春耕会议在观澜县城召开，各镇代表到会...\n今天上午，春耕会议在观澜县城召开，各镇代表到会，会期一天。\n",
        "观澜县召开春耕会议\n今天上午，春耕会议在观澜县城召开，各镇代表到会，会期一天。\n",
    ),
    Rule(
        "furniture-repeated-headline",
        "the headline printed again, with only furniture between",
        "观澜县召开春耕会议\n首页 > 新闻 > 正文\n观澜县召开春耕会议\n今天上午，会议在县城召开。\n",
        "观澜县召开春耕会议\n今天上午，会议在县城召开。\n",
    ),
    Rule(
        "furniture-repeated-body",
        "the whole body printed a second time",
        _TWICE * 2,
        _TWICE,
    ),
)

_HEAD, _FAR, _TITLES = 14, 40, 3
_SITE = pattern(r"\s?[_|\-–—·]{1,2}\s?[^_|。，]{2,20}(?:[_|\-–—·]{1,2}\s?[^_|。，]{2,20}){0,3}")

_BEHIND = pattern(r"[_|\-–—·]")  # what follows a title begins so
_PART = pattern(r"[^\s_|\-–—·]+")
_OUTLET = pattern(r"网|报|站|文库|论坛|博客|频道|社区|客户端|在线|新闻|政协|资讯|首页|之家|中心|政府|大全|范文")


def squash(line: str) -> str:
    """A line without blanks and leading marks, to compare headlines."""
    return "".join(line.split()).strip("-—·>《》“”\"「」【】*#：")


def _page_title(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    for row in itertools.takewhile(lambda row: row.number < _TITLES, rows):
        own = squash(row.line) if not row.long and _BEHIND.search(row.line) else ""
        others = (squash(below.line) for below in page.rows[row.number + 1 : _HEAD] if not below.long) if own else ()
        for other in others:
            if len(other) >= 6 and own != other and own.startswith(other) and _behind_title(_rest(row.line, other)):
                yield row.number, Claim("furniture-page-title", Says.STRONG, Place.HEAD)
                break


_NAMED = pattern(rf"(?P<name>.{{4,}}){FILE_ENDING}")


def _file_name(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The headline with the ending of a file, on a line of its own beside the headline."""
    for row in itertools.takewhile(lambda row: row.number < _HEAD, rows):
        named = _NAMED.fullmatch(row.line) if not row.long else None
        if named and any(other is not row and squash(other.line) == squash(named["name"]) for other in page.rows[:_FAR]):
            yield row.number, Claim("furniture-page-title", Says.STRONG, Place.HEAD)


def _behind_title(rest: str) -> bool:
    """Whether it is the names of a section and a site."""
    return _SITE.fullmatch(rest) is not None and (_OUTLET.search(rest) is not None or len(_PART.findall(rest)) > 1)


def _rest(line: str, squashed: str) -> str:
    """What follows ``squashed`` in a line that begins with it but for blanks."""
    at = 0
    for ch in squashed:
        at = line.find(ch, at) + 1
        if not at:
            return ""
    return line[at:].lstrip("》”」】")


_LABEL = pattern(r"[【（]?(?:摘要|内容摘要|内容提要|导读|核心提示|提要|导语|简介|内容简介|文章摘要|本文摘要|阅读提示|摘 要)[】）]?\s?：?\s?")
_CUT = pattern(r"(?:\.{3,}|…+|。{3,})\s?(?:【?(?:详细|详情|更多|全文|查看)】?)?$")
_SHORTEST = 20
_DATELINE = 40  # a dateline may stand before what the summary repeats
_SHORTEST_WHOLE = 40
_REACH = 9


def _summary(page: Page, _: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """A summary stands above the text: below the first sentence that is none, what is said twice is the author's."""
    for number, raw in enumerate(page.raws[:_HEAD]):
        if _is_summary(page, number):
            yield number, Claim("furniture-summary", Says.STRONG, Place.HEAD, sentence=True)
        elif ends_a_sentence(raw):
            return


def _is_summary(page: Page, number: int) -> bool:
    line = page.line(number)
    if len(line) < _SHORTEST:
        return False
    label = _LABEL.match(line)
    body = line[label.end() :] if label else line
    cut = _CUT.sub("", body) if "…" in body or "..." in body or "。。。" in body else body
    last = min(number + _REACH, len(page)) - 1
    if cut == line:
        # A paragraph printed in full twice is a summary only right above its other self: prose has refrains.
        return number < last and line == page.line(number + 1) and len(line) >= _SHORTEST_WHOLE and ends_a_sentence(page.raws[number])
    return len(cut) >= _SHORTEST and any(cut in page.line(other)[: len(cut) + _DATELINE] for other in range(number + 1, last + 1))


_LEAST_ROWS, _LEAST_CHARACTERS = 3, 300


def _body_twice(page: Page, _: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    if len(page) < 2 * _LEAST_ROWS or not page.repeats:
        return
    first: dict[str | None, int] = {}
    run: list[int] = []
    shift = -1
    for at, raw in enumerate([*page.raws, None]):
        seen = first.setdefault(raw, at)
        if seen < at and (not run or at - seen == shift):
            shift = at - seen
            run.append(at)
            continue
        if len(run) >= _LEAST_ROWS and shift >= len(run) and sum(len(page.raws[other]) for other in run) >= _LEAST_CHARACTERS and sum(page.rows[other].prose for other in run) * 2 >= len(run):
            for other in run:
                yield other, Claim("furniture-repeated-body", Says.CERTAIN, Place.ANYWHERE, sentence=True)
        run, shift = ([at], at - seen) if seen < at else ([], -1)


CHECKS = (whole(_page_title, cues="_ | - – — ·"), whole(_file_name, cues=FILE_ENDINGS), whole(_summary, in_prose=True), whole(_body_twice, in_prose=True))
