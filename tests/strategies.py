"""What the laws are tried on: good Chinese, damaged Chinese, and any text at all."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from cppcc_clean.language.script import convert
from tests.simulate import FAMILIES, TRADITIONAL

GOOD_FOLDER = Path(__file__).parent / "good"
GOOD_FILES = sorted(GOOD_FOLDER.glob("*.txt"))
assert GOOD_FILES, "tests/good is empty: refusing to test nothing"
GOOD_TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in GOOD_FILES}
GOOD_LINES = sorted({line for text in GOOD_TEXTS.values() for line in text.split("\n") if line})

_SUBJECTS = ("观澜县政协", "县委统战部", "栖霞镇", "调研组", "委员们", "各专委会", "市文史馆", "水务局", "青石社区")
_TIMES = ("今年以来", "3月4日上午", "2024年6月", "会前", "近三年", "8:30起", "随后")
_VERBS = ("召开", "部署", "听取", "围绕", "走访了", "审议通过", "推动", "组织编写", "总结")
_OBJECTS = (
    "专题协商会", "《河道治理条例》", "“书香机关”活动", "12项重点提案", "老旧小区改造", "3.5万亩良田", "第（三）项议题",
    "档案整理工作", "1,200户居民", "A级景区创建", "社情民意信息",
)  # fmt: skip
_ENDINGS = ("。", "。", "。", "！", "？", "……", "；")


def good_sentences() -> st.SearchStrategy[str]:
    """A sentence that a careful person could have typed."""
    return st.builds(
        "{}，{}{}{}{}".format,
        st.sampled_from(_TIMES),
        st.sampled_from(_SUBJECTS),
        st.sampled_from(_VERBS),
        st.sampled_from(_OBJECTS),
        st.sampled_from(_ENDINGS),
    )


def good_chinese() -> st.SearchStrategy[str]:
    """Paragraphs of good simplified Chinese: invented sentences, or lines of the corpus in ``good/``."""
    paragraph = st.lists(good_sentences(), min_size=1, max_size=5).map("".join)
    # Unique: a first line printed twice is a repeated headline.
    return st.lists(paragraph, min_size=1, max_size=6, unique=True).map("\n".join)


# Characters that steps care about, so that accidents between rules happen often.
_TRIGGERS = (
    ",，、。.．;；:：!！?？()（）[]【】〔〕<>《》「」『』“”‘’\"'`—-–―－~～…·|｜/\\&%#*+=@_^"
    " \t\n\r\u3000\xa0\xad\u200b\u200d\ufe0f\ufeff\u2028\x00\x0b\x7f\x85"
    "0123456789０１２①⑴㈠〇ＡＢａabcxXāáǎàxiéngzhǎn"
    "政协協會议議的人民中国國工作發展时間着著後后里裏乾干么麼于於是来源作者编辑责任一二三第条年月日记者观澜县上下篇首页"
    "\ue5e5\ue7c7\ue0ff\ufffd\ufdd0\uffff\ud800\udc00\udfff⼈⺠﨑豈😀👨𠮷"
    "锟斤拷鏀垮崗鐨勶锛屼銆傝涓浗烫屯崗涓浣脰脨ÖÐ¹ú£¬µÄÃ¤åæçšï¼Œ€�い瓣笢弊ㄛ﹝腔薄敖锘縤闂傚倸"
)
_FRAGMENTS = (
    "協(xié)", "發(fā)展", "(yuǎn)", "，。", ",,", "、，", "。。", "……", "——", "?!", "?！薄", "?；", "?？", "\n\n", "&nbsp;",
    "&amp;", "&amp;amp;lt;", "&#20013;", "\\u4e2d\\u56fd", "%E4%B8%AD", "<br>", "<p>", "</span>", "http://a.b/c?d=1&e=2",
    "来源：", "作者:", "责任编辑：张三", "（责任编辑:李四）", "首页 > 新闻 > 正文", "上一篇：", "2024-03-05 09:30", "打印本页",
    "浏览次数：12", "版权所有", "ICP备12345678号", "分享到：", "新华社北京3月4日电", "（记者 张三）", "□ 张君明", "本报讯", "(完)",
    "近年来，我县认真学习贯彻会议精神，切实提高政治协商水平", "一、", "（一）", "1.", "第一条", "“", "”", "《", "》", "XX市", " and ",
)  # fmt: skip


def any_text() -> st.SearchStrategy[str]:
    """Any ``str``: lone surrogates, controls, and every character and fragment some rule looks at."""
    characters = st.one_of(st.sampled_from(_TRIGGERS), st.characters(codec=None, categories=None))
    pieces = st.one_of(characters, st.sampled_from(_TRIGGERS), st.sampled_from(_FRAGMENTS))
    return st.lists(pieces, max_size=40).map("".join)


def damaged() -> st.SearchStrategy[str]:
    """Good Chinese with pieces of damage and furniture let in at any place."""
    return st.builds(_let_in, good_chinese(), st.lists(st.tuples(st.integers(0, 10**6), any_text()), max_size=4))


def _let_in(text: str, pieces: list[tuple[int, str]]) -> str:
    for at, piece in pieces:
        place = at % (len(text) + 1)
        text = text[:place] + piece + text[place:]
    return text


_PAGES = sorted((Path(__file__).parent / "furniture_pages" / "seen").glob("*.page"))
assert _PAGES, "tests/furniture_pages/seen is empty: refusing to test nothing"
PAGE_TEXTS = [
    "\n".join(line[2:] for line in path.read_text(encoding="utf-8").partition("\n+++\n")[2].split("\n"))
    for path in _PAGES
]  # fmt: skip
_READINGS = {"協": "xié", "會": "huì", "縣": "xiàn", "發": "fā", "領": "lǐng", "導": "dǎo", "開": "kāi", "黨": "dǎng"}


def _mirror(text: str) -> str:
    """As a mirror site copies a page: traditional characters, readings behind some, commas before marks."""
    traditional = convert(text, "hant", everywhere=True).text()
    annotated = "".join(f"{char}({_READINGS[char]})" if char in _READINGS else char for char in traditional)
    return re.sub("(?=[，、。])(?<=[\u4e00-\u9fff])", ",", annotated)


def _in_gbk(damage: Callable[[str], str], every: int = 1) -> Callable[[str], str]:
    """The damage to every so-many-th line, for mixed files exist; characters that GBK lacks are left out first."""

    def damage_lines(text: str) -> str:
        lines = text.encode("gbk", "ignore").decode("gbk").split("\n")
        return "\n".join(damage(line) if at % every == 0 else line for at, line in enumerate(lines))

    return damage_lines


_TREATMENTS: list[Callable[[str], str]] = [
    _mirror,
    *(_in_gbk(damage) for name, damage in FAMILIES.items() if name not in TRADITIONAL),
    *(_in_gbk(damage, 3) for name, damage in FAMILIES.items() if name not in TRADITIONAL),
    lambda text: html.escape(html.escape(text)).replace(" ", "&nbsp;"),
    lambda text: "".join(f"<p>{line}</p>" for line in text.split("\n")),
    lambda text: text.replace("。", "。\n\n", 3).replace("的", "的\n", 2),
    lambda text: text.replace("，", ",").replace("：", ":").replace("“", '"').replace("”", '"'),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: " ".join(text),
    lambda text: text.replace("的", "的\u200b").replace("人", "⼈"),
]
_REAL = [*PAGE_TEXTS, *GOOD_TEXTS.values()]


def realistic() -> st.SearchStrategy[str]:
    """A piece of a web page, furniture and all, that went through up to two kinds of damage."""
    treatments = st.lists(st.integers(0, len(_TREATMENTS) - 1), max_size=2)
    return st.builds(_treated, st.integers(0, len(_REAL) - 1), st.integers(0, 200), st.integers(1, 3), treatments)


def _treated(page: int, at: int, size: int, treatments: list[int]) -> str:
    lines = _REAL[page].split("\n")
    start = at % len(lines)
    text = "\n".join(lines[start : start + size])
    for number in treatments:
        text = _TREATMENTS[number](text)
    return text
