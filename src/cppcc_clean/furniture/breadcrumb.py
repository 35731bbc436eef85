"""Breadcrumbs (NOISE A1): `您当前的位置：首页 > 政协要闻 > 正文`, with any separator or none, above the article.

Must stay: a sentence about a home page (`中国政府网首页发布了…`), `PM2.5>75`, arrows in a plan (`A→B→C`), a heading with
one bar (`字从哪里来 | 一粒铅字的旅行`), a verse that begins with 首页.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._fields import OUTLET
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, whole
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._wordings import any_wording
from cppcc_clean.furniture._words import vocabulary

RULES = (
    Rule(
        "furniture-breadcrumb",
        "the path to the page above the article",
        "您当前的位置：首页 > 政协要闻 > 正文\n观澜县政协召开座谈会\n",
        "观澜县政协召开座谈会\n",
    ),
)

# `您的位置：` is sure; `所在位置：` alone may be the place of a monument and needs a path behind it.
_LABEL = pattern(
    r"【?(?P<you>[您你]\s?)?(?:现在|当前|目前|所在|所处|正在|浏览|访问|在|的|是|\s){0,4}(?:位置|页面|栏目|路径|这里)\s?(?:是|在|为)?\s?(?:：|>|】|\s|(?=首页|主页|网站首页))\s?(?P<rest>.*)"
)
_PATH = pattern(r"首页|主页|[>»]|\S\s?[/|\-]\s?\S|正文$")
_SEPARATOR = pattern(r"\s{0,3}(?:>{1,3}|»|->|→|[▸▶►┃]|/|\||\\|-{1,2}|—{1,2}|：：|·|_)\s{0,3}")
_ARROW = pattern(r"\s{0,3}(?:>{1,3}|»|->|→|⇒|[▸▶►]|：：)\s{0,3}")
_HOME = pattern(r"[·\s]*[\u4e00-\u9fffA-Za-z]{0,12}(?:首页|主页|[Hh]ome|HOME)")
_LAST = frozenset(["正文", "文章正文", "内容", "详细内容", "查看", "浏览", "文章", "详情", "新闻详情", "文章内容", "内容详情", "浏览正文", "查看正文", "阅读正文", "阅读", "列表", "正文内容", "查看文章", "浏览文章", "详细信息", "文章详情", "信息详情", "新闻内容", "内容页", "详细", "详细页", "阅读文章", "查看新闻"])
_RUN_ON = pattern(r"(?:网站|本站|返回)?首页\s?(?:[\u4e00-\u9fff]{2,8}\s?){1,4}")
_STEPS = pattern(r"正文|列表|详情|动态|要闻|新闻|公告|信息|公开|之窗|中心|政务|专栏|文章|资讯|工作|建设")
_LONGEST, _LONGEST_STEP = 120, 16
_SURE_PATH = 3
_LONGEST_LAST = 70  # the last step may be the whole headline
_SENTENCE = frozenset("。！？；，：")
_FINAL = frozenset("。；")  # a headline as the last step may ask; a path in a file system begins with its root


# A cheap look: every path holds one of these.
_LOOK = any_wording((r"[>»→⇒▸▶►┃/|\\\-—·_：首]|主页|[Hh]ome|HOME|位置|页面|栏目|路径|这里",))
# Surer ones have an arrow, a label, a home or a last step of their own.
_CUES = (*">»→⇒▸▶►", "：：", "首页", "首 页", "主页", "Home", "位置", "页面", "栏目", "路径", "这里", *_LAST)


def _says(line: str) -> Says | None:
    if len(line) > _LONGEST or line.startswith("/") or not _LOOK.search(line) or _ends_otherwise(line):
        return None
    line = _from_label(line.replace("首 页", "首页"))
    if _is_labelled(line):
        return Says.CERTAIN
    line = line.strip(" >»·").replace("【", "").replace("】", "")
    steps = [step for step in _ARROW.split(line) if step]
    if len(steps) > 1 and ("→" not in line or _HOME.fullmatch(steps[0]) or steps[-1] in _LAST):
        return _arrows(steps)
    return _separated(line) or _unmarked(line)


def _ends_otherwise(line: str) -> bool:
    """Whether a line ends as no path does: a headline as the last step may ask or call, if the steps before it are surely some."""
    if line[-1] not in "！？":
        return line[-1] in _FINAL
    return not (_HOME.match(line) or _SITE.search(_ARROW.split(line)[0]) or len(_ARROW.findall(line)) >= _SURE_PATH)


def _from_label(line: str) -> str:
    """A line without the name of the site or the day before `当前位置`."""
    at = next((at for label in ("当前位置", "您的位置") if (at := line.find(label)) > 0), 0)
    return line[at:] if at <= _LONGEST_STEP else line


def _is_labelled(line: str) -> bool:
    """Whether a line begins with a label of paths; one that says less than `您的位置` has a path behind it."""
    label = _LABEL.fullmatch(line)
    if label is None:
        return False
    return bool(label["you"] or _HOME.match(label["rest"]) or (not line.startswith(_PLAIN_LABELS) and _PATH.search(label["rest"])))


_PLAIN_LABELS = ("位置", "页面", "栏目", "路径")


def _separated(line: str) -> Says | None:
    """Steps with any other mark between them."""
    steps = [step for step in _SEPARATOR.split(line) if step]
    if len(steps) < 2:
        return None
    if (_HOME.fullmatch(steps[0]) and len(steps[1]) <= _LONGEST_STEP) or (steps[-1] in _LAST and all(map(_is_step, steps))):
        return Says.STRONG
    if not all(map(_is_step, steps)):
        return None
    of_site = len(steps) > 2 and (OUTLET.fullmatch(steps[0]) or _SITE.search(steps[0]))
    # `文史 | 一座桥的故事` is a headline with its column: of a path more than one step is a section's name.
    of_sections = len(steps) < _MOST_STEPS and sum(step in vocabulary() for step in steps) > 1
    return Says.FAIR if of_site or of_sections else None


_MOST_STEPS = 5


def _unmarked(line: str) -> Says | None:
    """Steps with nothing between them, or with blanks."""
    if len(line) <= _LONGEST_RUN_ON and not _HOME.fullmatch(line) and _RUN_ON.fullmatch(line) and _STEPS.search(line):
        return Says.STRONG
    spaced = line.split()
    if len(spaced) > 2 and _HOME.fullmatch(spaced[0]) and all(map(_is_step, spaced[1:-1])):
        return Says.STRONG
    return None


_LONGEST_RUN_ON = 40


def _arrows(steps: list[str]) -> Says | None:
    """`>` between short names; the last may be the whole headline."""
    if not all(map(_is_step, steps[:-1])) or len(steps[-1]) > _LONGEST_LAST:
        return None
    if _HOME.fullmatch(steps[0]) or steps[-1] in _LAST or _SITE.search(steps[0]):
        return Says.STRONG
    # `申请 > 受理 > 办结` is a plan: without a site's name only what stands above everything is a path.
    return Says.FAIR if len(steps) > 2 or _is_step(steps[-1]) else None


_SITE = pattern(r"网|首页|主页|社区|论坛|讨论区|论文|期刊|频道|政协|政府|在线|文库|之窗|中心$|新闻|要闻|资讯")


# Of a newspaper: the day and the page.
_ISSUE = pattern(r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|\d{4}年(?:第\d{1,2}期)?|第\s?\d{1,3}\s?[期卷]|第?[A-Z]?\d{1,3}版(?:：[\u4e00-\u9fff]{2,8})?")


def _is_step(step: str) -> bool:
    """A section's name: short, no mark, not a number."""
    if _ISSUE.fullmatch(step):
        return True
    return 2 <= len(step) <= _LONGEST_STEP and not any(ch in _SENTENCE or ch.isdecimal() or ch in "<=≥≤、" for ch in step)


def _crumbs(_: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    for row in rows:
        if row.number < _FIRST and not row.long and (says := _says(row.line)):
            yield row.number, Claim("furniture-breadcrumb", says, Place.TOP if says == Says.FAIR else Place.HEAD, sentence=True)


_FIRST = 60  # menus of other furniture may stand above

_BROKEN = pattern(r"[/»>].*")
_OPEN = pattern(r"[^<，。：]*[/»>]")
_LONGEST_HOME = 12


def _broken(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """A path with a line for each step: `首页`, `/ 工作总结`, `/ 题名.docx`; it begins with a short name."""
    if not any(_BROKEN.match(row.line) or _OPEN.fullmatch(row.line) for row in rows):
        return
    at = 0
    while at < min(_FIRST, len(page)):
        run = [page.rows[at]]
        while run[-1].number + 1 < len(page) and _goes_on(run[-1], page.rows[run[-1].number + 1]):
            run.append(page.rows[run[-1].number + 1])
        if len(run) > 1 and _is_headline(page, run[-2], run[-1]):
            run.pop()
        if len(run) > 1 and len(run[0].raw) <= _LONGEST_HOME and not run[0].sentence:
            sure = _SITE.search(run[0].line) or run[-1].line.strip("/»> ") in _LAST or len(run) > _SURE_PATH
            for row in run:
                yield row.number, Claim("furniture-breadcrumb", Says.STRONG if sure else Says.FAIR, Place.HEAD if sure else Place.TOP, sentence=True)
        at += len(run)


def _is_headline(page: Page, row: Row, last: Row) -> bool:
    """Whether what stands below an open path is the headline, and not its last step: it is as long, and stands nowhere else below."""
    if _BROKEN.fullmatch(last.line) or not _OPEN.fullmatch(row.line) or len(last.raw) < _LEAST_HEADLINE or last.line in _LAST:
        return False
    return not any(last.line == other.line for other in page.rows[last.number + 1 : last.number + _FAR])


_LEAST_HEADLINE, _FAR = 8, 12


def _goes_on(row: Row, below: Row) -> bool:
    """Whether the mark between two steps ends the one line or begins the other."""
    if below.line[-1] in _FINAL or len(below.raw) > _LONGEST_LAST:
        return False
    return _BROKEN.fullmatch(below.line) is not None or (len(row.raw) <= _LONGEST_STEP and _OPEN.fullmatch(row.line) is not None)


CHECKS = (whole(_crumbs, cues=_CUES), whole(_broken, cues="/ » >"))
