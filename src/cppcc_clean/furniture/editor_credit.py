"""Who edited and checked (NOISE A3): a line of its own or glued to the last sentence, in any bracket or none.

Must stay: `责任编辑制度`, `编辑出版《…》三辑`, `审核通过…`, `编辑：对内容负责；校对：…`, bylines (`（记者 张三）`, `文/… 图/…`).
Lines and brackets of `key：value` form are told by the table of keys; here is what has another form.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cppcc_clean._step import Rule
from cppcc_clean.furniture._chains import is_byline, is_credit
from cppcc_clean.furniture._fields import keys
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, tail, whole
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-editor-credit",
        "who edited, checked and released the text",
        "会议通过了三项决定。（责任编辑：张三）\n",
        "会议通过了三项决定。\n",
    ),
    Rule("furniture-source-tail", "the source in brackets behind the last sentence", "会议通过了三项决定。（来源：观澜日报）\n", "会议通过了三项决定。\n"),
    Rule("furniture-button-tail", "buttons glued to the last sentence", "会议通过了三项决定。【纠错】\n", "会议通过了三项决定。\n"),
)

# What only a newsroom has, the longest first.
_ROLES = sorted((name for name, key in keys().items() if key.group == "credit" and key.says > Says.NOTHING and len(name) > 1), key=len, reverse=True)
_ROLE = rf"(?:{'|'.join(_ROLES)})"
_NAME = r"[\u4e00-\u9fff]{1,4}(?:\s[\u4e00-\u9fff]{1,2}){0,2}"

# `文/沈见山 图/何望潮返回观澜，查看更多`
_BEHIND_NAME = "|".join(rf"(?<=[文图摄]/{'.' * size})" for size in (2, 3, 4))

_LEAST_ROLES, _LEAST_EDITORS = 3, 2


def _is_role(row: Row) -> bool:
    """Whether a line is a role and who had it; `文/沈见山 图/何望潮` is a byline."""
    return not row.long and is_credit(row.chain) and (not is_byline(row) or any(key.group == "credit" for key in row.chain.keys))


def _roles(_: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Who made a text and saw it through the press, one role a line."""
    for _key, run in itertools.groupby(rows, _is_role):
        roles = list(run) if _key else []
        editors = sum(any(key.group == "credit" for key in row.chain.keys) for row in roles)
        if len(roles) >= _LEAST_ROLES and editors >= _LEAST_EDITORS:
            yield from ((row.number, Claim("furniture-editor-credit", Says.STRONG, Place.TAIL)) for row in roles)


CHECKS = (
    whole(_roles, cues="编辑 责编 校对 审核 初审"),
    line("furniture-editor-credit", Says.FAIR, Place.TAIL, " ".join(_ROLES),
         rf"[（【]?{_ROLE}\s{{1,3}}{_NAME}(?:\s*[、/|，\s]\s*(?:{_ROLE}\s{{0,3}})?{_NAME}){{0,5}}[）】]?"),
    line("furniture-source-tail", Says.STRONG, Place.TAIL, "据 原标题", r"[（【]?(?:据\s?(?:新华社|中新社|中新网|[\u4e00-\u9fff]{2,6}(?:日报|晚报|新闻网|电视台|客户端))[^，。]{0,10}?(?:电|报道|消息|讯)?|(?:原标题|原文标题|原题)：.{2,60})[）】]?"),
    tail("furniture-source-tail", "据 原标题 原题", r"[（【](?:据\s?(?:新华社|中新社|[\u4e00-\u9fff]{2,10}(?:日报|晚报|网|社|报|电视台|客户端))[^（【。]{0,10}(?:电|报道|消息|讯)?|(?:原标题|原文标题|原题)：[^）】]{2,60})[）】]"),
    tail("furniture-button-tail", "查看更多", rf"(?:(?<=[。！？”）】…])|{_BEHIND_NAME})\s*返回[\u4e00-\u9fff]{{2,8}}，查看更多"),
    tail("furniture-button-tail", "】", r"(?<=[。！？”）】…\s])(?:\s*【(?:纠错|我要纠错|网页纠错|打印|关闭|返回|详情|详细|更多|查看全文|阅读全文|全文|返回顶部|收藏|分享|举报|关闭窗口|打印本页|打印本文|评论|责编信箱|推荐|查看原文|阅读原文|原文|编辑|顶部|点击查看|进入|图集|高清组图|组图|视频|下载)】)+"),
)  # fmt: skip
