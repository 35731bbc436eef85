"""Layout debris (NOISE H11, H13, §6): a stray `|`, `图片`, `▼`, `END`, `<正>`, file names, rows of decorative marks.

Must stay: a section break between paragraphs, a paragraph that consists of `……`, `□` before a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, Cut, line, whole, words
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule("furniture-debris", "what is left of pictures, tables and buttons", "清晨的老街。\n▼\n门板卸下了。\n", "清晨的老街。\n门板卸下了。\n"),
    Rule("furniture-stray-bar", "a bar left over from a table cell", "会议通过了三项决定。 |\n", "会议通过了三项决定。\n"),
    Rule("furniture-file-name", "the name of a picture or file alone on its line", "清晨的老街。\n微信图片_20230303170500.jpg\n门板卸下了。\n", "清晨的老街。\n门板卸下了。\n"),
    Rule("furniture-excel-escape", "`_x000D_`, a line end as a spreadsheet escapes it", "会议通过了_x000D_三项决定。\n", "会议通过了三项决定。\n"),
    Rule("furniture-text-begins", "`<正>`, where an abstract site begins the text", "<正>一、问题的提出\n", "一、问题的提出\n"),
    Rule("furniture-decoration", "a row of marks under the headline or beside other furniture", "观澜县召开春耕会议\n＊＊＊＊＊＊\n会议通过了三项决定。\n", "观澜县召开春耕会议\n会议通过了三项决定。\n"),
)


_HEADS = pattern(r"<正>(?=.)")
_ROW = pattern(r"[*★☆◆◇■●○※=\-—–~·.▪▬┄─━✦✿❀#+^\s]{3,}")


_IMAGE = pattern(r"(?:https?：//\S{1,120}/)?[^\s。，；：“”]{1,60}\.(?:jpe?g|png|gif|bmp|webp|mp4|JPE?G|PNG|GIF|mp3|swf|wmv|avi|mov|flv|zip|rar)(?:\s?（\d+(?:\.\d+)?\s?[KMkmG][Bb]?）)?")


def _file_names(_: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The name of a picture alone on its line; a list of such names is what the article is about."""
    found = [row.number for row in rows if "." in row.raw[-16:] and not row.long and _IMAGE.fullmatch(row.line)]
    for at in found:
        if at - 1 not in found and at + 1 not in found:
            yield at, Claim("furniture-file-name", Says.CERTAIN, Place.ANYWHERE)


def _heads(_: Page, rows: Sequence[Row]) -> Iterator[Cut]:
    for row in rows:
        if row.line[0] == "<" and (match := _HEADS.match(row.line)):
            yield Cut(row.number, 0, match.end(), "furniture-text-begins")


def _bars(_: Page, rows: Sequence[Row]) -> Iterator[Cut]:
    """A bar at the end of a sentence; a row of a table keeps its own."""
    for row in rows:
        if row.line[-1] == "|":
            body = row.line.rstrip("| ")
            if body and "|" not in body and body[-1] in "。！？”）…":
                yield Cut(row.number, len(body), len(row.line), "furniture-stray-bar")


def _escapes(_: Page, rows: Sequence[Row]) -> Iterator[Cut]:
    for row in rows:
        for match in re.finditer(r"_x000[dDaA9]_", row.raw):
            yield Cut(row.number, match.start(), match.end(), "furniture-excel-escape")


_DECORATED = "*★☆◆◇■□●○※=_-—–~·.▪▬┄─━✦✿❀#+^"


def _decoration(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Only the row right under the headline speaks for itself; elsewhere its neighbours decide."""
    for row in rows:
        if len(row.raw) <= 80 and row.line[0] in _DECORATED and _ROW.fullmatch(row.line) and not set(row.line) <= {"…", "."}:
            under_headline = row.number == 1 and not page.rows[0].sentence
            yield row.number, Claim("furniture-decoration", Says.STRONG if under_headline else Says.WEAK, Place.EDGE)




def _crumbs(_: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """One or two characters that are no word: `x`, `/ 1`, `·`."""
    for row in rows:
        if len(row.raw) <= 3 and not _HAN.search(row.raw) and not row.raw.isdecimal() and not set(row.raw) <= {"…", "."}:
            yield row.number, Claim("furniture-debris", Says.WEAK, Place.EDGE, sentence=True)


_HAN = pattern(r"[\u3400-\u9fff]")

CHECKS = (
    words("furniture-debris", Says.CERTAIN, "图片 倍速 video 图片来自网络 点击播放 点击播放视频 点击视频 视频加载失败 视频加载失败请刷新重试 高清 超清 标清 图片加载中 播放视频 END 视频加载中 image img null undefined NaN 您的浏览器不支持视频播放 暂停播放 正在播放 点击收听 点击收听音频 loading 您的浏览器不支持 动图 GIF 长图 滑动查看 左右滑动 上下滑动 左右滑动查看更多 上下滑动查看更多 向左滑动查看更多 滑动查看更多图片 图源网络 资料图", Place.ANYWHERE),
    line("furniture-debris", Says.CERTAIN, Place.ANYWHERE, "▼ ▽ ▲ △ ▾ ▴ ⬇ END End ☟ 👇", r"[—\-–\s~·*]*(?:[▼▽▲△▾▴⬇☟👇\ufe0f]+|END|End|E\s?N\s?D|The\s?End|THE\s?END)[—\-–\s~·*.]*"),
    line("furniture-debris", Says.CERTAIN, Place.ANYWHERE, "/", r"\d\d：\d\d\s?/\s?\d\d：\d\d"),
    line("furniture-debris", Says.CERTAIN, Place.ANYWHERE, "_hmt document.write cnzz hm.src _bdhm createElement bdshare", r"[^\u4e00-\u9fff]*(?:_hmt|document\.write|cnzz|hm\.src|_bdhm|createElement|bdshare)[^\u4e00-\u9fff]*", sentence=True),
    line("furniture-debris", Says.CERTAIN, Place.ANYWHERE, "/", r"[（【]?图片?\s?\d{1,3}\s?/\s?\d{1,3}[）】]?"),
    # The number of a picture; a score, if nothing of the page stands beside it.
    line("furniture-debris", Says.WEAK, Place.EDGE, "/", r"\d{1,2}\s?/\s?\d{1,2}"),
    line("furniture-debris", Says.CERTAIN, Place.ANYWHERE, "分隔线 分割线", r"[-—=*\s]{2,}分[隔割]线[-—=*\s]{2,}"),
    line("furniture-stray-bar", Says.CERTAIN, Place.ANYWHERE, "|", r"[|\s]*\|[|\s]*"),
    line("furniture-file-name", Says.CERTAIN, Place.ANYWHERE, "图片_ 图片2", r"(?:微信|QQ)图片_?\d{8,}\S{0,24}"),
    line("furniture-debris", Says.STRONG, Place.EDGE, "【", r"【(?:详情|详细|返回|更多|图集|组图|视频|图文|查看|全文|责编|原文)】"),
    line("furniture-file-name", Says.CERTAIN, Place.ANYWHERE, "！【", r"！【[^】]{0,60}】（[^）]{0,200}）"),
    line("furniture-text-begins", Says.CERTAIN, Place.ANYWHERE, "<正>", r"<正>"),
    line("furniture-debris", Says.STRONG, Place.EDGE, "图/表", r"摘要\s+图/表\s+参考文献.{0,40}|图/表\s\d{1,3}"),
    line("furniture-debris", Says.STRONG, Place.TAIL, "本文共计", r"[…\s]*（?本文共计\s?\d+\s?页）?.{0,40}"),
    line("furniture-debris", Says.STRONG, Place.HEAD, "阅读 预览", r"(?:论文|文章)(?:摘要|简介|内容|部分内容|预览)?(?:部分)?(?:内容)?(?:阅读|预览)"),
    line("furniture-debris", Says.WEAK, Place.EDGE, "正文 内容", r"(?:正文|内容|文章内容|详细内容|内容导航|文章正文)：?"),
    whole(_file_names, cues="."), whole(_crumbs, begins=False), whole(_heads, in_prose=True, cues="<正"), whole(_bars, cues="|"),
    whole(_escapes, in_prose=True, cues="_x000"), whole(_decoration, cues=(one + other for one in _DECORATED for other in _DECORATED + " ")),
)  # fmt: skip
