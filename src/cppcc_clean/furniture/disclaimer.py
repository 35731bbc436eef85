"""Disclaimers, copyright notes and the sentences of compilers (NOISE A4); at the very top or the very end.

Must stay: body text about copyright (`加强版权保护，严厉打击侵权盗版`), `联系我们，共建…`, `我仅代表县委向…表示祝贺`, a law
that forbids copying, a closing `希望对大家有所帮助` of a speaker. Every wording below speaks of the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page
from cppcc_clean.furniture._rules import Claim, any_of, whole
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-disclaimer",
        "whose view it is, who may reprint it, whom to ask about copyright",
        "会议通过了三项决定。\n本文仅代表作者个人观点，不代表本站立场。\n",
        "会议通过了三项决定。\n",
    ),
    Rule(
        "furniture-compiler",
        "sentences in which a site says that it compiled the text",
        "以下是小编为大家整理的发言稿，仅供参考，欢迎阅读。\n各位委员：\n",
        "各位委员：\n",
    ),
)

_SITE = r"(?:本网站?|本站|本平台|本报社?|本刊|本号|本公众号|本账号|本社区|本论坛|该平台|平台方|本馆|本[报台]网?|[\u4e00-\u9fff]{2,6}(?:网|文库|论坛|社区)|“[^”]{2,10}”)"
_VIEW = r"(?:观点|立场|看法|意见|言论|态度)"

# Each alternative names the page, its site or the reprinting of it.
_DISCLAIMERS = (
    rf"代表(?:了)?(?:原?作者|发帖人|发布者|上传者|发表者|博主|用户|网友|嘉宾|发言者|投稿人|供稿者)?(?:本人|个人|自己)?(?:的)?(?:个人|自己的)?{_VIEW}",
    rf"(?:不|并不|不一定|不完全)代表{_SITE}",
    rf"(?:不|并不|不一定)(?:意味着|表示|等于){_SITE}",
    rf"(?:与|和){_SITE}(?:的)?{_VIEW}?无关",
    rf"{_SITE}(?:只是|仅|仅是|系|均系|均为|只|仅为)?(?:转载|转发)",
    rf"{_SITE}(?:仅|只|不|均不|概不|对此|对其|对上述|对以上|将|会|均)?[^。]{{0,8}}(?:信息存储空间|存储服务|发布平台|不承担|不负责|不作任何|不做任何|概不负责|不对其|版权所有|拥有版权|享有版权|保留)",
    rf"凡(?:是)?(?:{_SITE}|来源|注明|转载|从|在|本)[^。]{{0,24}}(?:注明|来源|转载|稿件|作品|署名)",
    r"(?:如|若|凡|如果|倘|图片|内容|文章)[^。]{0,24}(?:侵权|侵犯|版权|稿酬|著作权)[^。]{0,40}(?:联系|告知|删除|认领|通知|来电|来函|邮件|举报)",
    r"(?:侵权|侵犯了?您|版权|异议|不妥|权益|疑问|错误|问题|不适宜)[^。]{0,20}(?:请|可|敬请)[^。]{0,10}(?:联系|告知|通知|致电|发邮件|来信)[^。]{0,6}(?:我们|本站|本网|站长|管理员|小编|客服|平台|删除|后台)",
    r"(?:联系|告知|通知)(?:我们|本站|本网|站长|管理员|小编|客服)[^。]{0,12}(?:删除|处理|更正|撤|下架)",
    r"(?:联系|通知)(?:后)?(?:删除|下架)",
    r"未经[^。]{0,20}(?:授权|许可|允许|同意)[^。]{0,20}(?:转载|摘编|镜像|摘录|转发|盗用|采集)",
    r"(?:转载|摘编|引用)[^。]{0,10}(?:请|须|务必|必须|时)[^。]{0,10}(?:注明|标明|保留)[^。]{0,16}(?:出处|来源|作者|链接|本文|本站|本网|原文)?",
    r"转载注明|注明[^。]{0,12}(?:来源|出处)[^。]{0,6}(?:转载|即可)|转载自由|欢迎转载|谢绝转载|禁止转载|严禁转载|请勿转载|不得转载|请勿擅自转载|授权转载",
    r"(?:本文|文章|本站|图片|作品|内容|以上|文字|原文|图文|资料|文档|所有|素材)[^。]{0,16}(?:版权|著作权)[^。]{0,6}(?:归|属于?)[^。]{1,20}",
    r"(?:版权|著作权)(?:归|属于?)[^。]{0,16}(?:原作者|原著|本站|本网|本报|作者)[^。]{0,8}(?:所有|享有)",
    r"版权所有[^。]{0,20}(?:不得|请勿|违者|侵权|翻印|转载|禁止|必究|违反)",
    r"(?:侵权|违者|翻版|盗版|版权|翻印)必究|侵删|侵权删|文责自负|追究其?(?:相关)?法律责任[^。]{0,4}$",
    r"(?:本文|此文|该文|本文档|本资料|文章|资料|内容|图文|图片|素材|信息|资源|文中)[^。]{0,14}(?:来源于?|来自于?|转载自?|转自|源于|源自|摘自|整理自|取自|搜集自|收集自|收集于)(?:互联网|网络|网友|网上|第三方|其他媒体)",
    r"(?:来源于|来自|转自|源自|整理自|摘自)(?:互联网|网络)[^。]{0,16}(?:侵|删|版权|参考|联系)",
    r"本(?:文档|文章|资料|作品|帖|内容|资源|文)由[^。]{1,16}(?:提供|上传|投稿|发布)",
    r"以上内容[^。]{0,40}(?:上传|发布|提供|来源)",
    r"(?:仅供|只供)(?:读者|大家|网友|个人|您)?(?:阅读|下载|学习|交流|研究|参考)[^。]{0,10}(?:下载|交流|商业用途|商用|他用|24小时)",
    r"(?:供|仅供)读者(?:阅读)?参考",
    r"^[【（※*★◆●\s]*(?:免责|版权|特别|郑重|转载|侵权|网站|本站|本网|版权与免责|版权及免责|免责及版权|图片版权|风险|平台|原创|文章)(?:声明|申明)[】）\s]*(?:：|$|\s|及|与|和)",
    r"^[^。]{2,12}(?:版权与免责|版权及免责|免责)声明",
    r"版权说明：|权利声明：|侵权处理|风险提示：[^。]{0,30}(?:观点|投资建议|本文)",
    r"(?:传播|传递)更多(?:的)?信息",
    r"文明上网|理性发言|请遵守[^。]{0,16}(?:言论规则|公约|协议|评论规则|评论管理|互联网)|网友(?:评论|留言|发言|言论)[^。]{0,10}(?:代表|表达)",
    r"自由转载-|知识共享署名|署名-非商业|署名-非商用|保持署名|CC BY|采用[^。]{0,20}许可协议",
    r"本(?:网站?|站|报|刊)(?:所)?(?:载|登|刊|发布|收录)[^。]{0,16}(?:文章|作品|稿件|内容|信息|资料)",
    r"投资有风险|不构成(?:任何)?(?:投资)?建议",
    r"(?:违法|不良)[^。]{0,8}信息[^。]{0,6}举报|举报(?:邮箱|电话|热线)：",
    r"支付稿酬|稿费问题|领取稿酬|作品著作权人",
)  # fmt: skip

_COMPILERS = (
    r"(?:小编|本站|本网|编者|百科|范文|文库|文秘|公文网|资料网|作文网|学习网|考试网|公务员之家)[^。]{0,20}(?:整理|收集|搜集|精心|准备|带来|汇总|推荐|分享|提供|编辑|汇编|挑选)[^。]{0,60}",
    r"(?:整理|收集|搜集|汇编)(?:的|了|整理)[^。]{0,40}(?:供大家|仅供参考|供您|供你|供参考|供各位|欢迎阅读|欢迎参考|欢迎借鉴|希望对|希望能|一起来看|大家可以|大家参考|以供)",
    r"(?:下面|以下|以上|上面|下文|这篇|本篇|本文)(?:就)?(?:是|为|由)[^。]{0,50}(?:小编|本站|文库|范文网|文秘|全部内容|仅供参考|供大家参考|欢迎阅读|欢迎大家)",
    r"(?:更多|想了解|欲了解|查看)[^。]{0,30}(?:范文|公文|资料|文章|内容|精彩|资讯|信息|论文|素材|课件|作文|报告|新闻)[^。]{0,20}(?:请|敬请|欢迎|尽在|就在|可)[^。]{0,10}(?:关注|点击|访问|浏览|登录|收藏|锁定|搜索|查看|本站|栏目|网)",
    r"(?:希望|愿)[^。]{0,20}(?:范文|小编|本站|文章|这篇|以上内容|整理|对您|对你的|帮到您|帮到你)[^。]{0,16}(?:帮助|参考|借鉴|启发|有用|帮到)",
    r"(?:希望|愿)[^。]{0,10}(?:帮到您|帮到你|对您有所帮助|对你有所帮助|能帮助到大家)",
    r"^(?:【?(?:前言|导语|简介|摘要)】?：?)(?:本站|小编|这里是|[\u4e00-\u9fff]{0,6}(?:网|文库|之家)|为了帮助)[^。]{0,40}",
    r"(?:仅供参考|供参考)，(?:欢迎|希望|大家|一起|感谢)|(?:欢迎|敬请)(?:阅读|参考|下载|借鉴)(?:与|和|参考|下载|借鉴|收藏)+",
    r"点击(?:下载|查看)(?:文档|全文|原文|更多|本文|完整)|(?:全文|文档)(?:可)?(?:免费)?下载|下载文档到电脑|方便收藏和打印|推荐度：",
    r"(?:来源|出自|文章来源|内容来自|本文来自|本文由|本文内容)[^。]{0,8}(?:www|http|[\u4e00-\u9fff]{2,8}(?:文库|范文网|文秘网|作文网|公文网|文摘))",
    r"[（【](?:本文)?由?[\u4e00-\u9fff]{2,8}(?:网|文库|文摘|之家|文秘|公文)(?:收集|整理|收集整理|首发|原创|提供|编辑|发布|整理发布)[）】]",
)  # fmt: skip

_D_CUES = any_of(frozenset((
    "代表 无关 转载 转发 侵权 侵犯 版权 著作权 联系 未经 注明 侵删 必究 文责 网络 互联网 由用户 提供 上传 仅供 只供 供读者 声明 申明 更多信息 更多的信息 文明上网 理性发言 遵守 网友 署名 CC "
    "本网 本站 本报 本刊 建议 举报 稿酬 稿费 凡 本平台 平台 法律责任 存储 不承担 概不 著作权人"
    ).split()))  # fmt: skip
_C_CUES = any_of(frozenset("小编 整理 收集 搜集 汇编 参考 更多 了解 希望 欢迎 敬请 前言 导语 简介 点击 下载 推荐度 来源 本文 公务员之家 文秘 范文 文库".split()))
_DISCLAIMER = re.compile("|".join(_DISCLAIMERS))
_COMPILER = re.compile("|".join(_COMPILERS))

# A paragraph longer than this that speaks of copyright once is an article about it.
_LONG = 110
_LONGEST = 700
_KINDS = (("furniture-disclaimer", _D_CUES, _DISCLAIMER), ("furniture-compiler", _C_CUES, _COMPILER))


def says(line: str) -> Iterator[Claim]:
    """What a folded line says of itself. At least every second of its sentences must speak of the page."""
    if len(line) > _LONGEST:
        return
    line = _GLUED.sub(r"\1", line)
    for name, cues, pattern in _KINDS:
        if cues.search(line) and pattern.search(line):
            sentences = [piece for piece in _SENTENCE.split(line) if len(piece) > 1]
            hits = sum(pattern.search(piece) is not None for piece in sentences)
            if hits * 2 >= len(sentences):
                sure = Says.STRONG if len(line) <= _LONG or hits > 1 else Says.FAIR if len(line) <= 2 * _LONG else Says.WEAK
                yield Claim(name, sure, Place.EDGE, sentence=True)


# A bracket behind the last stop is a tail and judged as one.
_GLUED = re.compile(r"([。！？”])[（【][^（）【】]{4,60}[）】]$")
_SENTENCE = re.compile(r"[。！？]")


def speaks_of_page(line: str) -> str:
    """The rule by which a short piece of text is a disclaimer or a compiler's sentence, or the empty string."""
    for name, cues, pattern in _KINDS:
        if cues.search(line) and pattern.search(line):
            return name
    return ""


_NUMBERED = re.compile(r"[①-⑳]|[（(]?[1-9一二三四五六七八九][）)]?[.、．，：）]")
_LABEL = re.compile(r"[【※*★◆\s]*[^。，]{0,14}(?:声明|申明|温馨提示|版权说明|转载须知|免责条款|版权提示|下载须知|下载说明|使用说明|相关声明)[】\s]*：?")


def _blocks(page: Page) -> Iterator[tuple[int, Claim]]:
    """`版权与免责声明：` and the numbered sentences under it, if one of them speaks of the page."""
    for row in page.rows:
        if row.long or not _LABEL.fullmatch(row.line):
            continue
        members = []
        for below in page.rows[row.number + 1 : row.number + 12]:
            if not _NUMBERED.match(below.line) or len(below.line) > _LONGEST:
                break
            members.append(below)
        speaking = sum(1 for member in members if _D_CUES.search(member.line) and _DISCLAIMER.search(member.line))
        if members and speaking * 2 >= len(members):
            for member in (row, *members):
                yield member.number, Claim("furniture-disclaimer", Says.STRONG, Place.EDGE, sentence=True)


CHECKS = (whole(_blocks),)
