"""Meta lines (NOISE A2): date, source, author, clicks, font size; under the headline, one or many fields a line.

Must stay: `时间：` `地点：` of a notice, `增加收入来源：一是…`, `作者：` in references, `日期：` in a form, the date in brackets
under the title of a speech, a date under a signature. What a line of keys is worth is told by the table of keys.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import line, words
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-meta-line",
        "date, source, author, clicks and font size under the headline",
        "观澜县召开春耕会议\n发布时间：2024-03-05 09:30  来源：观澜日报  点击：213\n",
        "观澜县召开春耕会议\n",
    ),
    Rule(
        "furniture-page-label",
        "categories, tags, links to this very page",
        "会议通过了三项决定。\n标签：春耕 会议\n本文链接：https://www.guanlan.example/1.html\n",
        "会议通过了三项决定。\n",
    ),
)

_TYPED = r"(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日(?=\s*\d{1,2}：))(?:\s*\d{1,2}：\d{2}(?:：\d{2})?)?"
_DATE = r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}：\d{2}(?:：\d{2})?)?|昨天|今天|前天|\d{1,2}小时前|\d{1,2}月\d{1,2}日\s\d{1,2}：\d{2})"

CHECKS = (
    words("furniture-meta-line", Says.FAIR, "阅读 浏览 点击 浏览次数 阅读次数 点击次数 浏览量 阅读量 点击量 人气 访问量 人阅读 人浏览 次浏览 次阅读 次点击 阅读数 浏览数 点击数"),
    # A WeChat account's line: account, account again, date, place.
    line("furniture-meta-line", Says.CERTAIN, Place.HEAD, "发表于 原创", rf"(?:原创\s+)?(?:\S{{1,20}}\s+){{0,4}}{_DATE}\s*(?:发表于\s?\S{{1,6}}|发布于\s?\S{{1,6}})"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "20 19", rf"(?:\S{{2,16}}\s+){{1,2}}{_TYPED}(?:\s+[\u4e00-\u9fff]{{2,4}})?"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "原创", r"原创(?:\s+\S{1,16}){1,3}"),
    line("furniture-meta-line", Says.STRONG, Place.HEAD, "次浏览 次阅读 次点击 人阅读 阅读 浏览 点击 评论", r"(?:\S{1,12}\s)?\d{1,8}\s?(?:次|人次?)?\s?(?:浏览|阅读|点击|访问|查看|观看|看过|评论|喜欢|赞)(?:次数|量|数)?(?:\s*[|·\s]\s*\d{1,6}\s?\S{1,5}){0,4}"),
    line("furniture-page-label", Says.STRONG, Place.TAIL, "标签 Tags tags TAG 分类 关键字 归档 标记", r"(?:本文|文章|相关)?(?:标签|Tags?|TAGS?|tags?|分类|归类于|归档|标记|所属分类|文章分类|分类目录)\s?[：|]\s?[^。]{1,60}"),
    line("furniture-page-label", Says.STRONG, Place.TAIL, "年", r"\d{4}\s?年\s?\d{1,2}\s?月\s?[（]\s?\d{1,4}\s?[）]"),
)  # fmt: skip
