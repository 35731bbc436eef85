"""Sharing and QR codes (NOISE A6): `分享到：`, `扫一扫在手机打开当前页`, `长按识别二维码`, `点击上方蓝字关注`; above or below.

Must stay: `分享会上，委员们…`, `通过扫一扫二维码反映社情民意，…。`, a heading `关注我们身边的手艺`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, whole, words
from cppcc_clean.furniture._shapes import FOLLOW
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-share",
        "share buttons, QR codes, calls to follow an account",
        "会议通过了三项决定。\n扫一扫在手机打开当前页\n",
        "会议通过了三项决定。\n",
    ),
)

# The button beside the name of an account.
FOLLOWED = r"(?P<account>[\u4e00-\u9fffA-Za-z]{2,14})\s{1,4}\+?\s?关注"

# `关注青峦先锋，传递党建好声音`: what stands behind the comma may be anything, so the account must be named beside a date, too.
_CALL = pattern(r"[↑↓☟👇\s]*(?:欢迎|快来|请|长按|扫码)?关注[：\s]?[“【]?(?P<account>[\u4e00-\u9fffA-Za-z]{2,14})[”】]?(?:，[^。，]{2,16})?[！~]?")


def _calls(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Calls to follow the account that posted the page, and its name above such a button."""
    for row in rows:
        call = _CALL.fullmatch(row.line)
        above = page.rows[row.number - 1] if row.number and FOLLOW.fullmatch(row.line) else None
        if call and _is_beside_date(page.rows[: min(row.number, _HEAD)], call["account"]):
            yield row.number, Claim("furniture-share", Says.STRONG, Place.EDGE)
        elif above and _is_beside_date(page.rows[: min(above.number, _HEAD)], above.line):
            yield above.number, Claim("furniture-share", Says.STRONG, Place.EDGE)


def _own(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The account above the headline, and the number of its post: `渡口文苑 | 第1073期`."""
    for row in itertools.takewhile(lambda row: row.number < _BANNER, rows):
        name = row.line.partition("|")[0].strip()
        if 1 < len(name) <= _LONGEST_MOTTO and _is_beside_date(page.rows[row.number + 2 : _HEAD], name):
            yield row.number, Claim("furniture-share", Says.STRONG, Place.TOP)


def _is_beside_date(rows: Iterable[Row], account: str) -> bool:
    """Whether the name stands beside a date in one of the rows."""
    return any(_names(row, account) for row in rows if row.chain.dates and not row.prose)


def _names(row: Row, account: str) -> bool:
    return account in row.line.split() or any(found.value == account for found in row.chain.found)


_HEAD = 12

_OPENS_APP = pattern(r"(?:立即)?(?:打开|下载)(?:APP|App|客户端)")
_BANNER, _LONGEST_MOTTO = 3, 12


def _mottos(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """What an app says of itself in the banner of a shared page: `打开APP` · `看见身边的变化`, above a longer headline."""
    for row in itertools.takewhile(lambda row: row.number < _BANNER, rows):
        motto, headline = page.rows[row.number + 1 : row.number + 3] if row.number + 2 < len(page) else (row, row)
        if _OPENS_APP.fullmatch(row.line) and len(motto.raw) <= _LONGEST_MOTTO < len(headline.raw) and not (headline.prose or headline.chain.dates):
            yield motto.number, Claim("furniture-share", Says.FAIR, Place.TOP)


CHECKS = (
    whole(_mottos, begins=False),
    whole(_own, begins=False),
    whole(_calls, begins=False),
    words("furniture-share", Says.CERTAIN,
          "扫一扫在手机打开当前页 扫一扫在手机上打开当前页 扫一扫在手机打开当前页面 扫一扫手机阅读 扫描二维码分享 微信扫一扫 微信扫码 微信扫码分享 微信扫码阅读 微信扫码领取福利 领取福利 扫码领取福利 用微信扫码二维码 用微信扫描二维码 使用微信扫一扫 扫码关注 扫码分享 扫码阅读 扫一扫分享 扫码下载 "
          "分享至好友和朋友圈 分享到朋友圈 分享到微信 分享到微博 分享给好友 分享到微信朋友圈 分享至朋友圈 分享至微信 分享到QQ空间 分享到QQ 新浪微博 腾讯微博 QQ空间 QQ好友 微信好友 朋友圈 微信朋友圈 人人网 豆瓣网 开心网 百度贴吧 点击右上角微信好友 请使用浏览器分享功能进行分享 长按识别二维码 长按二维码关注 长按扫码关注 识别二维码 识别二维码关注 长按图片识别二维码 "
          "点击上方蓝字关注 点击上方蓝字关注我们 点击蓝字关注我们 点击蓝字 点击上方蓝字 点击上方蓝色字体关注我们 点击关注 点击关注我们 关注该公众号 向上滑动阅览 上下滑动阅览 关注我们 轻点两下取消赞 轻点两下取消在看 精选留言 以上留言由公众号筛选后显示 喜欢此内容的人还喜欢 微信扫一扫使用小程序 用微信扫一扫 手机扫一扫 打开微信扫一扫 微信内打开 复制本页链接 分享本页 分享到微信微博 QQ好友和群 微信好友或群 生成海报 转发到微博 扫码转发 分享让更多人看到 推荐给朋友 存新闻 用LINE传送 写评论 订阅号 关注微信公众号 官方账号 官方帐号 已无更多数据 继续滑动 点亮小红心 分享点赞 转发点赞 点赞分享 点赞转发 在看点赞 分享在看 分享收藏 收听音频 关注公众号 更多精彩关注我们 喜欢就点个赞和在看吧 点个在看 点赞在看 分享收藏点赞在看 分享点赞在看 点分享 点收藏 点点赞 点在看 阅读原文 继续滑动看下一个 轻触阅读原文 向上滑动看下一个 预览时标签不可点 微信扫一扫关注该公众号 "
          "扫描二维码 二维码 扫描上方二维码 扫一扫关注 扫一扫关注我们 扫描二维码关注我们 官方微信 官方微博 微信公众号 手机客户端 移动客户端 加入好友 按赞追踪粉丝团 加LINE好友 分享至LINE 加入粉丝团 分享Facebook 分享到Facebook 复制网址 复制本文链接 喜欢作者 赞赏作者 写留言 留言精选 赞赏是对作者最大的鼓励 "
          "收录于合集 收录于话题 发消息 已关注 未关注 取消 允许 知道了 关注后可查看 点击图片可放大 点击可放大 点击查看大图 点击图片查看大图 点击看大图 扫码看视频 扫码观看 扫码看全文 手机看新闻 手机扫码阅读 手机查看 用手机看 手机阅读 在手机上查看 在手机上阅读此文章"),
    words("furniture-share", Says.FAIR,
          "点 点点 分享 分享到 分享至 分享给 一键分享 我要分享 分享本文 微信 微博 QQ 转发 点赞 赞 在看 收藏 扫一扫 推荐 好友 facebook twitter line Email 空间 豆瓣 钉钉 抖音 快手 微头条 今日头条 学习强国 脸书 推特 讨论 留言 追踪 按赞 "
          "微信分享 喜欢 不喜欢 打赏 赞赏 点亮在看 星标 置顶 转载 新浪 腾讯 网易 在看吧 设为星标"),
    line("furniture-share", Says.STRONG, Place.EDGE, "扫 二维码 公众号 蓝字 关注 在看 点赞 朋友圈 星标 客户端 APP App 下载",
         r"""(?:(?:(?:微信|手机|用|使用|请|打开|拿起|长按|点击|点|欢迎|快来|赶快|更多\S{0,10}[，\s]|喜欢|觉得|记得|别忘了|戳|扫描?|扫一扫|轻触|即刻|马上|右下角)
              (?=[^。]{0,50}(?:关注|分享|公众号|朋友圈|在看|点赞|“赞”|阅读|手机|本页|当前|下载|更多|星标|蓝字|蓝色|领取|加入|加群|我们|转发|客户端))(?![^。]{0,50}(?:报名|登记|填写|参加|咨询|缴费|办理|反映|预约|申报|投稿|提交|查询|入群))[^。；]{0,24}?
              (?:扫一扫|扫一下|扫码|扫描|二维码|公众号|蓝字|蓝色字体|关注我们|关注“?[\u4e00-\u9fff]{2,12}”?|点?个?“?赞”?|“?在看”?|朋友圈|星标|阅读原文|分享给\S{0,10}|转发|小程序|下载\S{0,10}客户端|客户端下载|微信号)
              (?![^。]{0,30}(?:报名|登记|填写|参加|咨询|缴费|办理|反映|预约|申报|投稿|提交|查询|入群))[^。；]{0,30}[！~]?)
            )"""),
    line("furniture-share", Says.STRONG, Place.EDGE, "点击 关注 订阅", r"[↑↓☟👇\s]*(?:(?:点击|搜索)[^。]{0,6}“[^”]{2,14}”[^。]{0,8}(?:关注|订阅)(?:哦|吧|我们)?|关注[^。]{0,6}“[^”]{2,14}”(?:微信|公众号|视频号|抖音号|头条号|，(?:了解|获取|查看|看|掌握|让|设为|加|不)[^。]{0,10}))[！~]?"),
    line("furniture-share", Says.STRONG, Place.HEAD, "微信号 功能介绍 公众号", r"(?:微信号|公众号|微信ID|视频号|ID)\s?：?\s?[A-Za-z][\w\-]{3,24}|功能介绍\s?：?\s?[^。]{2,80}[。]?", sentence=True),
    line("furniture-share", Says.STRONG, Place.TAIL, "在看 阅读 赞", r"(?:(?:阅读|在看|点赞|赞|喜欢|分享|收藏|评论|打赏|留言)\s?（?\s?\d+[万kKwW]?\+?）?[\s|·，]*){1,6}"),
    line("furniture-share", Says.STRONG, Place.EDGE, "人已", r"\d{1,6}\s?人已(?:打赏|赞赏|点赞|收藏|转发)"),
    line("furniture-share", Says.STRONG, Place.EDGE, "让更多", r"(?:赶快|快|记得|欢迎|请)?(?:转发|扩散|分享|点赞)[^。]{0,10}，?让更多的?(?:人|朋友)(?:看到|知道|了解|看见)[！~。]?", sentence=True),
    line("furniture-share", Says.STRONG, Place.EDGE, "APP App 客户端", r"下载[^\s，。]{1,10}(?:APP|App|客户端)(?:，[^。，]{2,16})?[！]?"),
    line("furniture-share", Says.CERTAIN, Place.ANYWHERE, "二维码应用", r"[您你]可以用手机或平板电脑的二维码应用拍下.{4,60}", sentence=True),
    line("furniture-share", Says.CERTAIN, Place.EDGE, "“发现”", r".{0,8}点“发现”.{4,40}朋友圈。?", sentence=True),
    line("furniture-share", Says.CERTAIN, Place.TAIL, "轻点两下", r".{0,40}轻点两下取消.{0,40}"),
    line("furniture-share", Says.STRONG, Place.EDGE, "点击", r"[▲▶►🎧\s]*(?:请)?点击[上下]?方?(?:绿标|音频|播放键|按钮)，?(?:即可)?(?:收听|边听边读|聆听)[^。]{0,14}[◀◄\s]*"),
    line("furniture-share", Says.STRONG, Place.EDGE, "音频 收听 播报 朗读 听本文 听全文 倍速 / 0：00", r"(?:[大小]字号\s)?(?:点击)?(?:收听|播报|朗读|听(?=本文|全文))(?:本文|全文)?(?:音频|全文)?[，\s]?(?:约|全长|时长)?[\d分秒钟：\s]*|\d?\d：\d\d\s?/\s?\d{1,2}：\d\d|0?0：00\s\d{1,2}：\d\d|倍速播放中?|音频\s?：?\s?\d{1,2}：\d\d"),
    line("furniture-share", Says.FAIR, Place.HEAD, "关注", FOLLOWED),
    line("furniture-share", Says.FAIR, Place.HEAD, "官方", r"[\u4e00-\u9fffA-Za-z]{2,14}官方[账帐]号"),
    line("furniture-share", Says.STRONG, Place.EDGE, "更", r"(?:打开|下载)[\u4e00-\u9fffA-Za-z]{2,12}[，\s]\s?(?:体验|阅读|浏览|观看|查看|阅读体验|浏览体验)更[\u4e00-\u9fff]{1,4}"),
    line("furniture-share", Says.STRONG, Place.EDGE, "#", r"(?:#[^\s#，。]{1,14}#?\s*){1,12}|(?:#\s?[^\s#，。]{1,14}\s*){2,12}|#\S{1,14}\s\d+\s?个(?:内容)?"),
    line("furniture-share", Says.STRONG, Place.EDGE, "返回 查看更多 打开", r"(?:返回|进入|打开)[\u4e00-\u9fff]{2,8}(?:，查看更多|，参与\S{2}|，看更多|首页|查看更多|客户端)"),
    line("furniture-share", Says.STRONG, Place.EDGE, "在看 点赞", r"(?:点个|点亮|点一下|给个|来个|右下角)?[“【]?(?:在看|点赞|赞)[”】]?[^。]{0,16}(?:让更多|支持|吧|知道|鼓励|传递|走一波|哦|呀|呗)[^。]{0,10}[。！~]?", sentence=True),
    line("furniture-share", Says.STRONG, Place.EDGE, "分享", r"[—\-\s]*(?:[—-]\s?分享\s?[—-]|分享：|分享到|分享至|分享本文到?|将文章分享到)[—\-\s]*：?[\sA-Za-z|/、]*(?:微信|微博|QQ空间|朋友圈|QQ|新浪微博|[\s、/|])*"),
    line("furniture-share", Says.STRONG, Place.HEAD, "收录于 合集 话题", r"(?:收录于|来自|发布于)?(?:合集|话题|专辑)?\s?[#《][^。]{2,30}(?:\d+个)?(?:\s?[#《][^。]{2,30}(?:\d+个)?)*"),
)  # fmt: skip
