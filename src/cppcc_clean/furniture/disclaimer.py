"""Disclaimers, copyright notes and the sentences of compilers (NOISE A4); at the very top or the very end.

Must stay: body text about copyright (`加强版权保护，严厉打击侵权盗版`), `联系我们，共建…`, `我仅代表县委向…表示祝贺`, a law
that forbids copying, a closing `希望对大家有所帮助` of a speaker. Every wording below speaks of the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import filterfalse

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, any_of, whole
from cppcc_clean.furniture._shapes import CONTACT
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._wordings import any_wording

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

_OURS = r"(?:本网站?|本站点?|本平台|本公众号|本账号|本号|本社区|本论坛|该平台|平台方|本百家号|本文库|我站|我网|本网及|本博客|本App|本APP)"
_VIEW = r"(?:观点|立场|看法|意见|言论|态度)"
_PAPER = rf"(?:{_OURS}|本报社?|本刊|本社|本台|[\u4e00-\u9fff]{{2,8}}(?:网|文库|论坛|网站|(?:新闻|客户端)(?=的?{_VIEW})))"
_RIGHTS = r"(?:侵权|侵犯|版权|稿酬|著作权)"
_THING = r"(?:本文|此文|该文|文章|本文档|本资料|资料|本站内容|内容|图文|图片|素材|信息|资源|文中|作品|文字|原文|文档|稿件|部分内容|配图)"

# Each alternative names the page, its site or the reprinting of it; a word that speeches, laws and notices use too
# (`如有疑问，请联系我们`, `文责自负`, `依法追究法律责任`, `供大家参考`) is none.
_DISCLAIMERS = (
    rf"代表(?:了)?(?:[原该]?作者(?:[或及](?:者)?机构)?|发帖人|发布者|上传者|发表者|博主|楼主|发言者|投稿人|供稿者|嘉宾|撰稿人)(?:本人|个人|自己)?(?:的)?(?:个人)?{_VIEW}",
    r"(?:观点|立场|内容)(?:仅|只)?代表(?:作者|原作者|发布者|上传者)|信息存储(?:空间)?服务|信息发布平台|最多可阅读前|下载后可(?:阅读|查看|编辑)",
    rf"(?:不|并不|不一定|不完全)代表{_PAPER}(?:的)?(?:{_VIEW}|官方|赞同|同意|认可|认同|支持|证实|[，。；、！]|$)",
    rf"(?:不|并不|不一定)(?:意味着|表示|等于){_PAPER}",
    rf"与{_OURS}(?:的)?{_VIEW}?无关",
    rf"{_OURS}(?:只是|仅|仅是|系|均系|均为|只|仅为|所|对)(?:转载|转发)|{_OURS}(?:转载|转发)[^。]{{0,60}}(?:版权|来源|目的|传递|传播|{_VIEW}|侵|联系|负责|责任|注明|作者|收益)",
    rf"{_OURS}[^。]{{0,10}}(?:信息存储|存储服务|发布平台|不承担|不负责|不作任何|不做任何|概不负责|不对其|版权所有|拥有版权|享有版权|保留[^。]{{0,6}}权|不保证|不拥有)",
    rf"凡(?:是)?(?:{_PAPER}|来源|注明|转载|标注|署名)[^。]{{0,24}}(?:注明|来源|转载|稿件|作品|署名)",
    rf"{_RIGHTS}[^。]{{0,24}}(?:联系|告知|通知|致电)(?:我们(?!的)|本站|本网|站长|管理员|小编|客服|后台|删除|平台|作者)",
    rf"{_RIGHTS}[^。]{{0,30}}(?:与|同|和|向)(?:{_PAPER}|我们)[^。]{{0,4}}(?:联系|联络|接洽|提出)",
    r"(?:涉及|存在|有)(?:侵权|版权问题|侵犯)[^。]{0,16}(?:联系|告知|删除|举报)",
    r"(?:联系|告知|通知)(?:我们|本站|本网|站长|管理员|小编|客服|后台)[^。]{0,12}(?:删除|更正|撤|下架|修改)",
    r"(?:联系|通知|留言)(?:后)?(?:即)?(?:删除|下架)",
    r"(?:转载|摘编)[^。]{0,10}(?:请|须|务必|必须|时)[^。]{0,10}(?:注明|标明|保留|联系|告知)",
    r"本文(?:档)?由(?:会员|用户|网友)[^。]{0,6}(?:上传|分享|投稿|提供)",
    r"此条目发表在|固定链接加入收藏",
    r"观点判断保持中立|请读者仅作参考",
    r"务经书面授权|刊用本网站|is uploaded and posted by|only provides information storage",
    r"转载注明|注明[^。]{0,12}(?:来源|出处)[^。]{0,4}转载|转载自由|谢绝转载|禁止转载|严禁转载|请勿转载|不得(?:擅自)?转载|请勿盗[用图]|授权转载|转载请(?!便)|欢迎转载|转载本文",
    r"(?:本文|此文|该文|文章|本文档|本站内容|图文|图片|素材|原文|转载内容)[^。]{0,10}(?:版权|著作权)[^。]{0,6}(?:归|属于?|为)[^。]{1,20}",
    r"(?:版权|著作权)(?:归|属于?)[^。]{0,10}(?:原作者|原著|本站|本网|网站|原出处|原媒体)[^。]{0,8}(?:所有|享有)?",
    r"版权所有(?!的)[^。]{0,20}(?:不得|请勿|违者|侵权|翻印|转载|禁止|必究|违反|未经)",
    r"(?:仅供|只供)(?:读者|大家|网友|个人|您)?(?:阅读|下载|学习|交流|研究|参考){1,3}[^。]{0,16}(?:下载|作他用|商业用途|商用|他用|24小时|禁止|请勿)|供读者参考(?:阅读)?(?:下载|、|，不)|仅供读者参考",
    r"自由转载-|知识共享署名|署名-非商业|署名-非商用|保持署名|CC BY|采用[^。]{0,20}许可协议|许可协议[^。]{0,10}(?:授权|转载)",
    rf"{_OURS}(?:所)?(?:载|登|刊|发布|收录|展示|提供)[^。]{{0,16}}(?:文章|作品|稿件|内容|信息|资料|图片)",
    rf"{_OURS}[^。]{{0,6}}(?:部分|所有|内容|文章|图片|资源|资料)[^。]{{0,10}}(?:来自|来源|转载|收集|整理|原创|版权)",
    r"^温馨提示：[^。]{0,30}(?:答复|回复|文档|资料)[^。]{0,12}(?:仅供参考|不予退|概不退|不退款)",
    r"不构成(?:任何)?(?:投资|医疗|专业)?(?:投资)?(?:建议|意见)[^。]{0,10}(?:投资|风险|参考|操作|$)|据此操作",
    r"(?:违法|不良)(?:和|与|及)?(?:不良)?信息(?:举报|请|投诉)",
)  # fmt: skip

# Sentences about rights, views and the net in general: a law, a notice or a speech has them, too. Two of them together, or
# one that stands among furniture at the edge, speak of the page.
_HINTS = (
    r"^[【（※*★◆●\s]*(?:免责|版权|转载|侵权|网站|本站|本网|版权与免责|版权及免责|免责及版权|图片版权|平台|原创|文章)(?:声明|申明)[】）\s]*(?:：|$|\s|及|与|和)",
    r"^[^。]{2,12}(?:版权与免责|版权及免责|免责)声明|^本网声明|^免责条款|^版权(?:说明|提示|信息)[：】]|^(?:权利声明|侵权处理|侵权提示|版权申诉|版权投诉|内容举报|不良信息举报)",
    r"^(?:版权|著作权)归(?:原)?作者(?:本人)?所有",
    r"(?:传播|传递)更多(?:的)?(?:资讯|信息)",
    r"文明上网|理性发言|(?:言论|评论|发帖|跟帖|留言)(?:规则|须知|管理规定|自律)|网友(?:评论|留言|发言|言论|跟帖)(?:仅|只|不)[^。]{0,4}代表|评论(?:仅|不)代表",
    r"(?:侵权|违者|翻版|盗版|版权|翻印|抄袭)必究|侵删|侵权(?:必)?删|侵权请",
    rf"(?:如|若|倘|凡|万一)[^。]{{0,24}}{_RIGHTS}[^。]{{0,30}}(?:请|及时|立即|尽快|速|可)[^。]{{0,10}}(?:联系|告知|通知|来电|来函|致电|来信|邮件|删除|认领|举报|告之|处理)",
    r"未经[^。]{0,20}(?:授权|许可|允许|同意)[^。]{0,20}(?:转载|摘编|镜像|摘录|转发|盗用|采集)",
    rf"{_THING}[^。]{{0,10}}(?:来源于?|来自于?|转载自?|转自|源于|源自|摘自|整理自|取自|搜集自|收集自|收集于|采集自)(?:于)?(?:互联网|网络|网友|网上|第三方|其他媒体|公开网络)",
    r"以上(?:内容|文章|信息|图文)[^。]{0,40}(?:用户|网友|网络|自媒体|“[^”]{1,12}号”|本站|作者个人|转载)[^。]{0,20}",
    rf"(?:仅|只|均|不|并不)代表(?:其|本人|个人|网友|用户|机构)(?:本人|个人)?(?:的)?(?:个人)?{_VIEW}",
    r"(?:来源于|来自|转自|源自|整理自|摘自)(?:互联网|网络)[^。]{0,16}(?:侵|删|版权|参考|联系)",
    r"(?:真实性|准确性)[^。]{0,16}(?:不作|不做|不承担|请读者|概不|自行核实|未经本|未作)",
    r"(?:用户|网友|会员)(?:自行)?(?:上传|投稿|发布|分享)(?!的)",
    r"(?:用户|网友|会员)(?:自行)?(?:上传|投稿|发布|分享)的.{0,4}(?:内容|作品|文|图|信息|资料|资源|视频|言论|评论|素材)",
    rf"{_THING}(?:均|系|都)?由[^。]{{0,12}}(?:用户|网友|会员|第三方|“[^”]{{1,12}}(?:号|网|用户)”)[^。]{{0,12}}(?:提供|上传|投稿|发布|分享)",
)  # fmt: skip

_COMPILERS = (
    r"小编(?:为|给|帮|替)(?:大家|您|你|各位)[^。]{0,16}(?:整理|收集|搜集|带来|准备|推荐|分享|汇总|总结|精选|编辑|提供)|小编(?:们)?(?:精心|辛苦)?(?:收集|搜集|整理|汇总)(?:整理|搜集)?的(?=[^。]{0,30}(?:范文|作文|公文|模板|内容|关于|“|《|欢迎|希望|供|参考|帮助|$))",
    r"(?:本站|本网站|[\u4e00-\u9fff]{2,6}(?:范文网?|文库|文秘网?|公文网|资料网|作文网))[^。]{0,16}(?:为|给)(?:大家|您|你|各位)",
    r"(?:本站|小编|本文库)[^。]{0,12}(?:整理|收集|搜集|精心)[^。]{0,30}(?:范文|仅供参考|供大家|供您|欢迎)",
    r"(?:整理|收集|搜集|汇编|精选|推荐)(?:的|了|整理)?[^。]{0,30}(?:范文|作文|公文|模板|例文)[^。]{0,20}(?:供大家|仅供参考|供您|供你|供参考|供各位|欢迎阅读|欢迎参考|欢迎借鉴|希望对|希望能|一起来看|大家参考|以供|帮助|借鉴)",
    r"(?:下面|以下|以上|上面|下文|这篇|本篇|本文)(?:就)?(?:是|为|由)[^。]{0,50}(?:小编|本站|范文网|文秘网|全部内容|的范文|欢迎阅读|欢迎大家阅读|范文，|仅供参考，|供大家参考学习|供大家参考借鉴)",
    r"^(?:【?(?:前言|导语|简介|摘要|写在前面)】?：?)(?:本站|小编|这里是|[\u4e00-\u9fff]{0,6}(?:文库|之家|范文网)|为了帮助(?:大家|您|你))",
    r"下载后无此问题|请放心下载|点击(?:下载|查看)(?:文档|全文|原文|本文|完整)|下载文档到电脑|方便收藏和打印|推荐度：|文档(?:可)?免费下载|本文(?:关键词|地址|标签)：",
    r"(?:来源|出自|文章来源|内容来自|本文来自|本文由|文章来自)[^。]{0,8}(?:www\.|https?|[\u4e00-\u9fff]{2,8}(?:文库|范文网|文秘网|作文网|公文网|文摘网))",
    r"(?:本文)?由?[\u4e00-\u9fff]{2,8}(?:网|文库|文摘|之家|文秘|公文)(?:收集|整理|收集整理|首发|原创|提供|编辑|发布|整理发布)$",
)  # fmt: skip

_COMPILER_HINTS = (
    r"小编[^。]{0,24}(?:整理|收集|搜集|精心|准备|带来|汇总|推荐|分享|提供|编辑|挑选|总结|介绍)",
    r"(?:本站|本网站|[\u4e00-\u9fff]{2,6}(?:范文网?|文库|文秘网?|公文网|资料网|作文网|学习网|考试网|之家))[^。]{0,16}(?:为(?:大家|您|你|各位|广大|网友)|给(?:大家|您|你)|整理|收集|搜集|精心)[^。]{0,40}(?:整理|收集|准备|提供|带来|参考|阅读|借鉴|范文|查阅|分享|推荐|资料)",
    r"(?:更多|精彩)[^。]{0,16}(?:尽在|就在|就上|请上)|更多[^。]{0,20}(?:请关注|敬请关注|请访问|请点击|请继续关注)[^。]{0,12}(?:本站|本网|栏目|频道)",
    r"(?:希望|愿)[^。]{0,14}(?:范文|小编|本站|这篇文章|这些内容|以上内容|本文|整理)[^。]{0,16}(?:对您|对你|对大家|给您|给你|帮助|帮到|能够)",
    r"(?:更多|想了解|欲了解|想看|查看|获取)[^。]{0,30}(?:范文|公文|论文|素材|课件|作文|精彩文章|精彩内容)[^。]{0,20}(?:请|敬请|欢迎|尽在|就在|可以?)[^。]{0,10}(?:关注|点击|访问|浏览|登录|收藏|锁定|搜索|查看)",
    r"(?:仅供参考|供参考)，(?:欢迎|希望|大家|一起|感谢)|(?:欢迎|敬请)(?:大家)?(?:阅读|参考|下载|借鉴)(?:与|和|参考|下载|借鉴|收藏|使用)+",
)  # fmt: skip

_D_CUES = frozenset(["温馨提示", "盗用", "盗图", "此条目", "固定链接", "授权", "uploaded", "storage", "代表", "发布平台", "最多可", "下载后", "无关", "转载", "转发", "侵权", "侵犯", "版权", "著作权", "联系", "未经", "注明", "侵删", "必究", "文责", "网络", "互联网", "由用户", "提供", "上传", "仅供", "只供", "供读者", "声明", "申明", "更多信息", "更多的信息", "文明上网", "理性发言", "遵守", "违反", "网友", "署名", "CC", "评论", "言论", "跟帖", "真实性", "准确性", "留言", "违法", "不良信息", "据此操作", "本网", "本站", "本报", "本刊", "建议", "举报", "稿酬", "凡", "本平台", "平台", "存储", "不承担", "概不", "更多资讯", "更多知识"])  # fmt: skip
_C_CUES = frozenset(["小编", "整理", "收集", "搜集", "汇编", "参考", "更多", "了解", "希望", "欢迎", "敬请", "前言", "导语", "简介", "点击", "下载", "推荐度", "来源", "本文", "之家", "文秘", "范文", "文库", "文摘", "精彩", "获取", "作文网", "公文", "方便收藏"])
_DISCLAIMER = any_wording(_DISCLAIMERS)
_COMPILER = any_wording(_COMPILERS)
_HINT = any_wording(_HINTS)
_COMPILER_HINT = any_wording(_COMPILER_HINTS)

# A paragraph longer than this that speaks of copyright once is an article about it.
_LONG = 110
_LONGEST = 700
_CUES = any_of(_D_CUES | _C_CUES)
_KINDS = (
    ("furniture-disclaimer", any_of(_D_CUES), _DISCLAIMER, _HINT),
    ("furniture-compiler", any_of(_C_CUES), _COMPILER, _COMPILER_HINT),
)


# One stands in every line that surely says so, and only such a line can be the first to leave; three characters are looked for.
SURE_SIGNS = frozenset([
    *(verb + whose for verb in ("代表", "代表了") for whose in ("作者", "该作者", "原作者", "发", "上传", "博主", "楼主", "投稿", "供稿", "嘉宾", "撰稿")),
    *(verb + whom for verb in ("联系", "告知", "通知") for whom in ("我们", "本", "站长", "管理员", "小编", "客服", "后台")),
    *("网" + done for done in ("收集", "整理", "首发", "原创", "提供", "编辑", "发布")),
    "温馨提示", "信息存储", "信息发布平台", "最多可", "下载后可", "不代表", "一定代表", "完全代表", "意味着", "不表示", "一定表示", "等于", "无关", "转载", "转发", "凡", "版权", "著作权", "侵权", "侵犯", "稿酬", "摘编", "注明",
    "署名", "删除", "下架", "本网", "本站", "本平台", "本公众号", "本账号", "本号", "本社区", "本论坛", "该平台", "平台方", "本百家号", "本文库", "我站", "我网", "本博客", "本App", "本文由", "本文档由", "此条目", "固定链接",
    "观点判断", "请读者", "务经书面", "刊用", "uploaded", "storage", "请勿盗", "仅供", "只供", "供读者", "许可协议", "CC", "不构成", "据此操作", "信息举报", "信息请", "信息投诉", "小编", "范文", "文库", "文秘", "文摘", "公文", "作文",
    "资料网", "模板", "例文", "全部内容", "欢迎阅读", "欢迎大家", "供大家", "这里是", "之家", "为了帮助", "无此问题", "请放心", "点击下载", "点击查看", "下载文档", "方便收藏", "推荐度", "文档可", "文档免费", "本文关键词", "本文地址", "本文标签", "www", "http",
])  # fmt: skip


def says(line: str) -> Iterator[Claim]:
    """What a folded line says of itself. All its sentences must speak of the page, or say how to reach it."""
    if len(line) > _LONGEST or not _CUES.search(line) or _QUOTED.fullmatch(line):
        return
    if line[-1:] in "）】":
        line = _GLUED.sub("", line)
    for name, cues, sure, hint in _KINDS:
        if cues.search(line):
            sentences = [piece for piece in _SENTENCE.split(line) if len(piece) > 1]
            hits, hints = _spoken(sentences, sure, hint)
            if hits or hints:
                yield Claim(name, _strength(line, hits, hints), Place.EDGE, sentence=True)
            elif "小编" in line and _LEAD.search(next(filterfalse(_CONTACT.match, reversed(sentences)), "")):
                yield Claim(name, Says.FAIR, Place.HEAD, sentence=True)


# What an article about such sentences cites: `“联系删除”的声明不能免除义务`.
_CITED = pattern(r"“[^”：]{2,8}”(?=的|不|并|等)")


# What follows may also say what the page is about: `声明：本文为健康科普内容，不能代替面诊。图片源自网络，…`.
_DECLARES = pattern(r"[【※*\s]*(?:特别|免责|版权|郑重)?(?:声明|申明)[】\s]*：")
# Who reports, decrees or lists speaks of others: `会议要求，…未经许可不得转载…`, `第二十条 …`, `三是明确…`.
_TELLS = pattern(
    r"^[“\s]*(?:[问答]：|[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十百零\d]+[条款]|近年来|近日|去年|今年以来|\d{1,2}月\d{1,2}日，)"
    r"|(?:会议|大会|座谈会|全会|论坛|委员|提案|办法|条例|法院|检察院|[县市省区]委|我[县市省区院校]|全[县市省区])[^，。]{0,8}(?:要求|指出|强调|提出|认为|明确|规定|建议|介绍|表示|决定)"
    r"|(?:^|[，；])(?!.{0,4}(?:本[站网报刊台号]|温馨|特别|郑重|友情|小编|编者|友好))[\u4e00-\u9fff]{2,12}(?:提醒|表示|坦言|呼吁|告诉记者|介绍说|说)[，：]"
    r"|批评指正"
)
_QUOTED = pattern(r"“[^”]*”")


def _spoken(sentences: list[str], sure: re.Pattern[str], hint: re.Pattern[str]) -> tuple[int, int]:
    """How many of the sentences surely speak of the page, and how many may; none if one does neither: the shortest are asked first."""
    if any(map(_TELLS.search, sentences)):
        return 0, 0
    declares = any(map(_DECLARES.match, sentences))
    hits = hints = 0
    for sentence in sorted(sentences, key=len):
        if sure.search(_CITED.sub("", sentence)):
            hits += not _CONTACT.match(sentence)
        elif hint.search(sentence):
            hints += not _CONTACT.match(sentence)
        elif not _CONTACT.match(sentence) and not declares:
            return 0, 0
    return hits, hints


# The site's own introduction ends so, whatever it says before: `…如何写呢？以下是小编帮大家整理的心得体会，仅供参考。`
_LEAD = pattern(r"(?:以下|下面)(?:就)?是[^。]{0,4}小编[^。]{0,12}(?:整理|收集|搜集|准备|带来)")


def _strength(line: str, hits: int, hints: int) -> Says:
    if not hits:
        return Says.FAIR if hints > 1 else Says.WEAK
    if len(line) <= _LONG or hits + hints > 1:
        return Says.STRONG
    return Says.FAIR if len(line) <= 2 * _LONG else Says.WEAK


_CONTACT = pattern(rf"[（【]?{CONTACT}")


# A bracket behind the last stop is a tail and judged as one.
_GLUED = pattern(r"(?<=[\w。！？”])[（【][^（）【】]{4,60}[）】]$")
_SENTENCE = pattern(r"[。！？]")


def speaks_of_page(line: str) -> str:
    """The rule by which a short piece of text is a disclaimer or a compiler's sentence, or the empty string."""
    for name, cues, sure, _ in _KINDS:
        if cues.search(line) and sure.search(line):
            return name
    return ""


_NUMBERED = pattern(r"[①-⑳]|（?[1-9一二三四五六七八九]）?[.、，：）]")
_LONGEST_LABEL = 40
_LABEL = pattern(r"[【※*★◆\s]*[^。，]{0,14}(?:声明|申明|温馨提示|版权说明|转载须知|免责条款|版权提示|下载须知|下载说明|使用说明|相关声明)[】\s]*：?")


# What a document shop tells its customers of.
_OF_SHOP = pattern(r"文档|本站|会员|客服|图纸|积分|预览")


def _blocks(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """`版权与免责声明：` and the numbered sentences under it, if one of them speaks of the page."""
    for row in rows:
        if len(row.raw) > _LONGEST_LABEL or not _LABEL.fullmatch(row.line):
            continue
        members = []
        for below in page.rows[row.number + 1 : row.number + 12]:
            if not _NUMBERED.match(below.line) or len(below.line) > _LONGEST:
                break
            members.append(below)
        speaking = sum(1 for member in members if _OF_SHOP.search(member.line) or (_KINDS[0][1].search(member.line) and _DISCLAIMER.search(member.line)))
        if members and speaking * 2 >= len(members):
            for member in (row, *members):
                yield member.number, Claim("furniture-disclaimer", Says.STRONG, Place.EDGE, sentence=True)


CHECKS = (whole(_blocks, cues="声明 申明 温馨提示 版权 转载须知 免责条款 下载须知 下载说明 使用说明"),)
