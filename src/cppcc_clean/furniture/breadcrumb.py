"""Breadcrumbs (NOISE A1): `您当前的位置：首页 > 政协要闻 > 正文`, with any separator or none, above the article.

Must stay: a sentence about a home page (`中国政府网首页发布了…`), `PM2.5>75`, arrows in a plan (`A→B→C`), a heading with
one bar (`字从哪里来 | 一粒铅字的旅行`), a verse that begins with 首页.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import line
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-breadcrumb",
        "the path to the page above the article",
        "您当前的位置：首页 > 政协要闻 > 正文\n观澜县政协召开座谈会\n",
        "观澜县政协召开座谈会\n",
    ),
)

_PLACE = r"(?:[您你]\s?)?(?:现在|当前|目前|所在|所处)?\s?(?:的\s?)?(?:所在\s?)?(?:的\s?)?(?:位置|页面)\s?(?:是|在|为)?"
_STEP = r"(?:>{1,3}|»|->|→|/|\||\\|-{1,2}|·|—{1,2}|::)"
_HOME = r"(?:[\u4e00-\u9fffA-Za-z]{0,12}(?:首页|主页|官网|网|网站|社区|论坛|频道|Home|HOME|home|报|政协|在线|之窗|文库))"

CHECKS = (
    # The label alone is sure: nobody begins a headline with 当前位置：.
    line("furniture-breadcrumb", Says.CERTAIN, Place.HEAD, "位置 页面",
         rf"(?:【?{_PLACE}\s?(?:：|>|】)|(?:您|你)?(?:当前|现在|目前)(?:的|所在)?(?:的)?位置(?=\s|首页|主页)|当前页面\s|所在位置\s) .{{0,120}}", sentence=True),
    line("furniture-breadcrumb", Says.STRONG, Place.HEAD, "首页 主页 Home HOME home",
         rf"[·\s>»]*{_HOME}?(?:首页|主页|Home|HOME|home)\s{{0,3}}{_STEP}\s?.{{1,100}}", sentence=True),
    line("furniture-breadcrumb", Says.STRONG, Place.HEAD, "首页",
         r"(?:网站|本站|返回)?首页\s?[\u4e00-\u9fff\s]{2,24}(?:正文|列表|详情|动态|要闻|新闻|公告)"),
    # Steps between short names, ending in 正文 or with two arrows and more.
    line("furniture-breadcrumb", Says.STRONG, Place.HEAD, "> » 正文 内容 详情",
         rf"[^>»|/。！？；，：]{{2,20}}(?:\s{{0,3}}(?:>{{1,3}}|»|\||/|-)\s{{0,3}}[^>»|/。！？；，]{{1,24}}){{0,5}}\s{{0,3}}(?:>{{1,3}}|»|\||/|-)\s{{0,3}}(?:正文|文章正文|内容|详细内容|查看|浏览|文章|详情|新闻详情|文章内容|内容详情|阅读|列表|正文内容)"),
    line("furniture-breadcrumb", Says.STRONG, Place.HEAD, "> »",
         r"[^>»。！？；，：\d]{2,14}(?:\s{0,3}(?:>{1,3}|»)\s{0,3}[^>»。！？；，\d]{2,14}){2,6}(?:\s{0,3}(?:>{1,3}|»)\s{0,3}[^>»]{2,60})?\s?(?:>{1,2}|»)?", sentence=True),
    line("furniture-breadcrumb", Says.FAIR, Place.HEAD, "> »",
         r"[^>»。！？；，：\d]{2,14}\s{0,3}(?:>{1,3}|»)\s{0,3}[^>»。！？；，\d]{2,14}\s?(?:>{1,2}|»)?"),
)  # fmt: skip
