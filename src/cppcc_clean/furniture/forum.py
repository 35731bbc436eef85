"""Forum chrome (NOISE A11): floors, buttons under each post, rules of the board; the posts themselves stay.

Must stay: `支持楼主`, a post that talks of 回复, 举报, 第2页.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, tail, whole, words
from cppcc_clean.furniture._shapes import FOLLOW
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import is_chrome, is_counter

RULES = (
    Rule(
        "furniture-forum",
        "a forum's own words around the posts: floors, buttons, the board's rules",
        "村口的井还能用吗？\n只看楼主 倒序浏览 收藏 打印\n井水清了，放心用。\n",
        "村口的井还能用吗？\n井水清了，放心用。\n",
    ),
)

# Who answers a question, and the day: `热心网友 2021-08-04`, `松间石 2020-06-03 回答`.
_STAMP = pattern(r"(?:\S{1,12} )?\S{1,16} \d{4}-\d\d-\d\d(?: ?(?:回答|答复|回复|评论))?")
_LONGEST_STAMP = 40


def _answers(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The stamps of answers: each below the buttons of what stands above it, or below the heading of the answers, and one post or more under it."""
    for row in rows:
        above, below = (page.rows[other] if 0 <= other < len(page) else None for other in (row.number - 1, row.number + 1))
        stamp = len(row.raw) <= _LONGEST_STAMP and _STAMP.fullmatch(row.line)
        if stamp and above and below and not below.chain.dates and _holds_words(above):
            yield row.number, Claim("furniture-forum", Says.STRONG, Place.ANYWHERE)


_OF_ANSWERER = r"(?:\S{2,8}\s)?(?:回答量|采纳[率数]|获赞数|帮助的人)\s?：\s?[\d.万%]+(?:\s.{0,30})?"
# What stands below the name of who answers: how many agree, a button to follow him, the day, what a site counts of him.
_AGREED = pattern(r"\d[\d，.]*\s?[万kK]?\s?人赞同了该回答")
_BELOW_NAME = pattern(rf"{_AGREED.pattern}|{FOLLOW.pattern}|{_OF_ANSWERER}|(?:\S{{2,12}}\s)?擅长：.{{2,40}}|\d{{4}}-\d\d-\d\d(?:\s\d\d：\d\d)?(?:\s?·\s?[^。]{{2,24}})?")
_HEADS_ANSWERS = pattern(r"(?:共|全部)?\s?\d+\s?[个条]回答(?:\s.{0,12})?|(?:最佳|满意|推荐)(?:答案|回答)|全部回答.{0,6}|(?:律师|医生|专家|网友)(?:解答|回答|回复)\s?（\d+）")
_LONGEST_NAME, _ABOUT = 20, 3


def answers_begin(page: Page, rows: Sequence[Row]) -> int:
    """The row below which a question has its answers; the number of rows if there is none."""
    return next((row.number for row in rows if _HEADS_ANSWERS.fullmatch(row.line)), len(page))


def _answerers(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Who answers, and what that is, between the buttons of the page and `647 人赞同了该回答`, or below the heading of the answers such a line or the day."""
    answers = answers_begin(page, rows)
    for row in rows:
        if _AGREED.fullmatch(row.line) or (row.number > answers and _BELOW_NAME.fullmatch(row.line)):
            above = itertools.dropwhile(lambda other: _BELOW_NAME.fullmatch(other.line), reversed(page.rows[answers if row.number > answers else 0 : row.number]))
            yield from ((other, Claim("furniture-forum", Says.STRONG, Place.ANYWHERE)) for other in (*_about(above), row.number))


def _about(above: Iterator[Row]) -> list[int]:
    """The few lines up to the buttons of what stands above them; none if a line of text comes first."""
    names: list[int] = []
    for row in above:
        if _holds_words(row) or row.line[0] == "#" or row.line.startswith("推荐于") or _HEADS_ANSWERS.fullmatch(row.line):
            return names
        if row.sentence or len(row.raw) > _LONGEST_NAME or len(names) == _ABOUT:
            break
        names.append(row.number)
    return []


_ORIGIN = "※ 来源"
_LONGEST_SIGNATURE = 8


def _signatures(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Below a post of a mail-like board: `--`, the verse that its writer signs with, and from where it came."""
    for row in rows:
        if row.line.startswith(_ORIGIN):
            above = page.rows[max(row.number - _LONGEST_SIGNATURE, 0) : row.number]
            first = next((other.number for other in reversed(above) if other.line == "--"), row.number)
            yield from ((at, Claim("furniture-forum", Says.CERTAIN, Place.ANYWHERE, sentence=True)) for at in range(first, row.number))


# What boards print of those who post, a line each; each has its own money: `沧原币： 40 枚`.
_OF_MEMBER = pattern(r"(?:级别|等级|UID|精华|精华贴数|发[帖贴]数?|[帖贴]子|主题|积分|威望|金钱|贡献值?|好评度|在线时间|注册(?:时间|日期)|最后登录|最近登录)\s?：\s?[^。，]{0,16}")
_COUNT_OF_MEMBER = pattern(r"[\u4e00-\u9fff]{1,6}\s?：\s?\d[\d，.]*\s?\S{0,4}")
_LEAST_OF_MEMBER = 2


def _members(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The cards of those who post: a name, and below it what the board counts of them."""
    for counted, run in itertools.groupby(rows, lambda row: any(form.fullmatch(row.line) for form in (_OF_MEMBER, _COUNT_OF_MEMBER))):
        card = list(run) if counted else []
        if sum(_OF_MEMBER.fullmatch(row.line) is not None for row in card) >= _LEAST_OF_MEMBER and page.forum:
            name = _about(reversed(page.rows[max(card[0].number - _ABOUT, 0) : card[0].number]))
            yield from ((at, Claim("furniture-forum", Says.STRONG, Place.ANYWHERE)) for at in (*name, *(row.number for row in card)))


_FOLLOWERS, _READERS, _TO_ANSWER = "关注者", "被浏览", "写回答"
_ASKS = pattern(rf"(?:{_FOLLOWERS}|{_READERS}|{_TO_ANSWER})(?:\s|$)")
_COUNT = pattern(r"\d[\d，]*(?:\.\d)?\s?[万kK]?\+?")


def counters(page: Page, rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """What a question page counts, with the number on the next line: `关注者` · `218` · `被浏览` · `38，416`."""
    for row in rows:
        below = row.number + 1
        if row.line in (_FOLLOWERS, _READERS) and below < len(page) and _COUNT.fullmatch(page.rows[below].line):
            yield row, page.rows[below]


def readers(page: Page) -> tuple[Row, int] | None:
    """How often a question was read, and the row that says so."""
    for row, number in counters(page, page.rows):
        digits = number.line.replace("，", "")
        if row.line == _READERS and digits.isdecimal():
            return number, int(digits)
    return None


def _counted(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    for row in itertools.chain.from_iterable(counters(page, rows)):
        yield row.number, Claim("furniture-forum", Says.STRONG, Place.ANYWHERE)


_LONGEST_TOPIC, _MOST_TOPICS = 8, 6


def _topics(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """What a question is about, a word each, on the lines above it, or in a line below it above the buttons: `写作 公文写作`."""
    if not any(_ASKS.match(row.line) for row in rows):
        return
    asked = next((row.number for row in page.rows if row.line[-1] == "？"), 0)
    topics = list(itertools.takewhile(_is_topics, reversed(page.rows[max(asked - _MOST_TOPICS, 0) : asked])))
    below = (page.rows[row.number - 1] for row in rows if row.number and row.line.startswith(_TO_ANSWER))
    topics += (row for row in below if " " in row.line and _is_topics(row))
    yield from ((row.number, Claim("furniture-forum", Says.STRONG, Place.ANYWHERE)) for row in topics)


def _is_topics(row: Row) -> bool:
    return not row.sentence and all(len(word) <= _LONGEST_TOPIC for word in row.line.split())


def _holds_words(row: Row) -> bool:
    """Whether a line holds nothing but words and numbers of the page."""
    words = [word for word in _WORDS.findall(row.line) if not is_counter(word)]
    return bool(words) and all(map(is_chrome, words))


_WORDS = pattern(r"[^ |（）/·]+")

CHECKS = (
    whole(_answers, cues="回答 答案"),
    whole(_answerers, cues="回答 最佳答案 满意答案"),
    whole(_members, begins=False),
    whole(_signatures, begins=False),
    whole(_counted, cues=f"{_FOLLOWERS} {_READERS}"),
    whole(_topics, begins=False),
    words("furniture-forum", Says.CERTAIN,
          "我有更好的答案 向TA提问 私信TA 立即提问 我来答 搜索答案 我要提问 你对这个回答的评价是 展开全部 已赞过 已踩过 匿名用户 更多回答 只看该作者 只看楼主 只看此人 倒序浏览 正序浏览 倒序看帖 电梯直达 复制链接 发新帖 发新贴 发表新帖 发表新主题 发新话题 我要发帖 我要发贴 我要回帖 快速回复 快速发帖 发表回复 回复本帖 回复楼主 回复此楼 回复该发言 引用回复 返回版块 返回贴吧 本版积分规则 积分规则 高级模式 使用道具 "
          "加好友 加为好友 收听TA 关注TA 关注楼主 查看个人网站 当前离线 当前在线 发短消息 支持 串个门 打招呼 道具 显身卡 Archiver 小黑屋 站点统计 禁止发言 发帖际遇 本帖子中包含更多资源 需要登录才可以下载或查看 没有帐号 没有账号 扫码登录 只看大图 张贴留言 没有留言 发表留言 留言列表 历史上的今天 站内搜寻 全站热搜 我也说一句 收起回复 送TA礼物 最佳答案 其他回答 追问 追答 采纳 我来回应 只看楼主更多操作 更多操作 个人企业举报 垃圾信息举报 点击展开 展开回复 查看回复 快速回复主题 返回主题列表 论坛跳转 论坛存档 发表我的评论 取消评论 提交评论 网友最新评论 有人回复时邮件通知我 联系方式 评论列表 文章评论 已有0条评论 用户名 密码 匿名 记住我的信息 本站保留 举报违规内容 浏览过的版块 看看谁收藏了 我也说几句 我也来说两句 立即评论 说点什么 说点什么吧 期待你的评论 来说两句吧 参与评论 登录参与评论 全部回复 只看作者 热门评论 按时间排序 按热度排序 最新评论 最热评论 开启辅助访问 开启辅助访问切换到窄版 切换到窄版 切换到宽版 快捷导航 全吧搜索 吧内搜索 进吧 查看作者资料 发短信 加关注 发送私信 收起左侧 QQ登录 快速开始 我要成为会员 只需一步 显示全部楼层 微信登录 新浪微博登陆 楼主热帖 该用户从未签到 签到天数 帖子永久地址 点击文件名下载附件 下载附件 保存到相册 "
          "淘帖 分享淘帖 收藏帖子 回帖奖励 提升卡 置顶卡 沉默卡 喧嚣卡 变色卡 千斤顶 我的收藏 最近登录 注册时间 最后登录 在线时间 阅读权限 精华 UID 帖子 主题 听众 威望 金钱 贡献 新手上路 中级会员 高级会员 金牌会员 论坛元老 管理员 版主 超级版主 初级会员 实习会员 禁止访问 "
          "4条评论 发表评论 昵称 邮箱 必填 网址 记住我 评论内容 我来说两句 我要评论 说两句 抢沙发 暂无评论 还没有评论 匿名评论 匿名发表 提交 取消回复 添加评论 评论已关闭 评论关闭 看不清楚 表情 发表 发布评论 查看全部评论 查看更多评论 点击刷新 同步到微博 同时转发"),
    words("furniture-forum", Says.FAIR, "电话咨询 一对一咨询 停止浮动 停封 看高清直播 贴吧违规信息处理公示 违规贴吧举报反馈通道 贴吧页面意见反馈 有用 楼主 沙发 板凳 地板 回复 赞同 反对 引用 评分 顶 踩 编辑 删除 加精 楼 回帖 发帖 TA 送花 鲜花 鸡蛋 粉丝 点评 层主 查看 来自 IP 发表于"),
    line("furniture-forum", Says.CERTAIN, Place.ANYWHERE, "发表于 发布于 回复于 发帖于 评论于 最后由 本帖由 本主题由 只看该作者 只看楼主 显示全部楼层 倒序浏览",
         r"""[^。，]{0,30}?(?:发表于|回复于|发布于|发帖于|评论于)\s?：?\s?(?:\d{4}[-/.]\d|\d{4}年\d{1,2}月\d{1,2}日\s?\d{1,2}：|\d{1,2}[-/]\d{1,2}\s|(?:昨天|前天)\s*\d{1,2}：\d{2}|\d+\s?(?:小时|分钟|天)前).{0,60}
           |.{0,60}(?:只看该作者|显示全部楼层|倒序浏览|只看楼主).{0,60}
           |本帖最后由.{1,40}编辑
           |【?\s?本(?:帖|主题)(?:最后)?由.{1,60}】?""", sentence=True),
    line("furniture-forum", Says.CERTAIN, Place.EDGE, "GMT Powered Discuz phpwind powered WordPress Processed Comsenz queries", r".{0,60}(?:GMT\s?\+\s?8|Powered by|powered by|Discuz!?|phpwind|PHPWind|Comsenz|Processed in|WordPress|queries|Theme by).{0,100}", sentence=True),
    line("furniture-forum", Says.STRONG, Place.EDGE, "复制链接 楼主 主题 原创 回复贴 共 发表回复 快速回复 回帖后", r"(?:帖子)?(?:主题|标题)：?.{2,60}【复制链接】|楼主(?:：\s?|\s)\S{1,16}|【(?:原创|转帖|转载|求助|讨论|公告|灌水|分享|精华|已解决)】|(?:共\s?\d+\s?)?回复贴[^。]{0,20}|共\s?\d+\s?(?:个)?(?:回复|跟帖|楼)[^。]{0,10}|(?:发表回复|快速回复|回帖后跳转)[^。]{0,60}"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "举报 客户端 楼层 离线 在线 回复 级 IP属地 顶端 ※ 大作", r"举报\s?\|?\s?来自[^。]{2,40}|(?:来自)?\S{0,6}客户端\s?\d*楼?.{0,30}|该楼层[^。]{2,40}|\S{1,16}\s?(?:当前)?(?:离线|在线)|回复\s?\d{1,4}#\s?\S{1,20}|\d{1,3}级|(?:来自)?\S{0,8}客户端\s?\d+楼.{0,30}|(?:还有|共|收起|展开|查看)\s?\d*\s?条?回复.{0,16}|回复\s?（\d+）|IP属地：?\s?\S{2,6}|顶端\s.{0,40}|※ .{2,100}|【 ?在 .{1,20}的大作中提到.{0,10}】"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "楼 #", r"(?:第?\s?\d{1,5}\s?[楼#]|#\s?\d{1,5}|【\s?\d{1,5}\s?楼】)(?:\s?[|\s]\s?[^。]{0,30}(?:\d{1,2}：\d\d|\d{4}-\d|前|来自|回复|举报|只看|发表|楼主))?[^。]{0,20}"),
    line("furniture-forum", Says.STRONG, Place.EDGE, "注册 登录 登陆", r"(?:(?:马上|立即|请先|免费)(?:注册|登录|登陆)|请(?:注册|登录|登陆)(?:后|才))[^。《》“”：]{2,30}[。！]?(?:\s?【(?:登录|注册|我要成为会员)】)*|只需一步，快速开始|使用\S{1,8}(?:登录|登陆)|用\S{1,8}帐号登录", sentence=True),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "签名 来自 积分 帖子", r"(?:签名档?|个性签名)：.{0,60}|来自：?.{0,16}(?:客户端|手机|iPhone|Android|安卓)|(?:积分|帖子|威望|金钱|主题|贡献|精华)\s?：?\s?\d+(?:\s.{0,40})?", sentence=True),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "前 楼", r"(?:\S{0,20}\s)?\d{1,2}\s?(?:小时|分钟|天|个月|年)前(?:\s?来自\S{0,10})?(?:\s*(?:顶|踩|赞|回复|举报|支持|反对|IP属地|来自|分享|评论|\S{0,2}网友)\s?：?（?\d*）?\S{0,4})*"),
    tail("furniture-forum", "】", r"【\s?本[帖贴](?:子)?最后由.{2,60}编辑\s?】|【复制链接】"),
    line("furniture-forum", Says.CERTAIN, Place.ANYWHERE, "发信人 发信站", r"发信人\s?：.*信区.*|发信站\s?：.*"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "回复", r"\S{1,16} 回复 \S{1,16}\s?：?"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "会员 粉丝 吧友 用户", r"(?:初级|中级|高级|正式|核心|铁杆|资深|普通|金牌|银牌|黄金|白金|钻石|实习|注册)(?:会员|粉丝|吧友|用户)\s?\d{0,2}(?:\s.{0,30}积分.{0,12})?"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "Re RE re", r"(?:Re|RE|re)(?:\s?【\d+】)?\s?：\s?.{2,80}", sentence=True),
    line("furniture-forum", Says.CERTAIN, Place.ANYWHERE, "★ ☆", r"(?:办理|解决|回复|服务)(?:态度|程度|速度|质量|效果)\s?：\s?[★☆]{3,5}"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "赞同", r"▲?\s?赞同\s\d[\d，.]*\s?[万kK]?"),
    line("furniture-forum", Says.CERTAIN, Place.ANYWHERE, "回答 答主 采纳 芝麻团 热议# 浏览 推荐于 好评率 被浏览 解答 回复", r"\d+\s?人(?:赞同|感谢|收藏|喜欢)了?(?:该|此|这个)?回答|[\u4e00-\u9fff]{2,10}话题下的优秀答主|本回答[由被][\u4e00-\u9fff]{2,6}(?:采纳|推荐)|(?:\S{1,16}\s)?来自\S{2,6}类芝麻团(?:\s.{0,20})?|\S{2,16}\s\|\s浏览\s?\d+\s?次(?:\s\|.{0,40})?|推荐于\s?\d{4}-\d\d-\d\d(?:\s.{0,30})?|好评率\s?\d+%(?:\s.{0,20})?|关注者\s[\d，]+\s被浏览\s[\d，]+|.{0,10}\d+\s?[个条]回答\s#.{2,40}|#\s?热议#.{4,40}|(?:律师|医生|专家|网友)(?:解答|回答|回复)\s?（\d+）"),
    line("furniture-forum", Says.STRONG, Place.EDGE, "要问 没有解决", r"我也?要问(?:律师|医生|专家)|没有解决[您你]的问题？(?:直接|立即|马上|点击|快速).{2,24}"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "答主", r"[\u4e00-\u9fff]{1,16}答主"),
    line("furniture-forum", Says.CERTAIN, Place.ANYWHERE, "引用第", r"引用第\s?\d+\s?楼.{1,60}发表的.{0,80}", sentence=True),
    line("furniture-forum", Says.CERTAIN, Place.EDGE, "侵权投诉 快将举报 您提交过一次 抢鲜体验 搜索相关资料 正确答案 Ctrl 字节 Smilies Time total", r"×?\s?个人、企业类侵权投诉.{0,40}|使用[^，]{2,10}APP，立即抢鲜体验。.{0,40}|可选中1个或多个下面的关键词，搜索相关资料。.{0,40}|我们会通过[^。]{2,20}尽快将举报结果通知您。|如果您提交过一次失败了，.{4,40}|验证问题：.{1,40}正确答案：.{0,20}|.{0,6}Ctrl\s?\+\s?Enter.{0,10}|限\s?\d+\s?字节|(?:B\s)?Color Image Link Quote Code Smilies|Time now is\s?：.{4,60}|(?:\d+\s){1,12}.{0,6}Pages：\s?（\s?\d+ total\s?）.{0,10}", sentence=True),
    line("furniture-forum", Says.WEAK, Place.ANYWHERE, "题", r"标\s*题\s?：.{2,60}"),
    line("furniture-forum", Says.STRONG, Place.HEAD, "关注 贴子 BBS 论坛", r"\S{2,12}吧\s+(?:关注\s+)?关注：?\s?[\d，]+\s+[贴帖]子：?\s?[\d，]+|\S{2,12}(?:BBS|论坛|社区)\s?(?:——|--|-)\s?\S{2,16}"),
    line("furniture-forum", Says.STRONG, Place.TAIL, "返回", r"[<«←\s]*返回\S{2,8}(?:吧|论坛|版|列表)"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "评分 当前时区 second 该帖 此楼 管理员 版主", r"已有\s?\d+\s?人评分.{0,40}|评分\s?参与人数.{0,40}|当前时区.{0,60}|Processed in.{0,60}|(?:该帖子?|此楼|此帖|本帖)(?:已)?被[^。]{2,30}|[^。]{0,10}(?:加为精华|设置高亮|提升|置顶|加精)[^。]{0,10}"),
    line("furniture-forum", Says.STRONG, Place.EDGE, "评论 回复 登录 公开 必填 请遵守 问题已关闭", r"(?:您|你)(?:需要|还没有|尚未|必须|可以)[^。]{0,12}(?:登录|登陆|注册)[^。]{0,24}(?:\s?登录\s?\|\s?(?:立即)?注册)?[。]?|(?:本文|文章|该日志)?(?:评论|回复)(?:功能)?已(?:关闭|结束)|该问题已关闭[^。]{0,14}|(?:暂无|还没有|目前没有)(?:任何)?(?:评论|回复|留言|跟帖)[^。]{0,16}|电子邮件地址不会被公开.{0,30}|您的?邮箱[^。]{0,10}不会[^。]{0,20}|必填项已用.{0,10}标注.{0,4}|(?:您的)?(?:电子邮件|邮箱)地址不会被公开.{0,4}必填项.{0,14}|发[帖贴]请遵守.{2,40}", sentence=True),
)  # fmt: skip
