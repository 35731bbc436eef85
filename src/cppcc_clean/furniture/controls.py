"""The page's own buttons (NOISE A7): `【打印】 【关闭】`, `字号：T|T`, `登录 | 注册 | 设为首页`, `返回顶部`; above or below.

Must stay: `打印机、复印机`, `关闭小煤窑12处`, `收藏家`: only lines made of nothing but listed words leave.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._names import is_name
from cppcc_clean.furniture._page import Page, Row, ends_a_sentence
from cppcc_clean.furniture._rules import Claim, line, whole, words
from cppcc_clean.furniture._shapes import FILE_ENDING
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import vocabulary

RULES = (
    Rule(
        "furniture-controls",
        "buttons of the page: print, close, font size, log in, top",
        "会议通过了三项决定。\n【打印本页】【关闭窗口】\n",
        "会议通过了三项决定。\n",
    ),
    Rule(
        "furniture-site-menu",
        "the site's menu in one line",
        "网站首页 | 走进观澜 | 政务公开 | 互动交流 | 联系我们\n观澜县召开春耕会议\n",
        "观澜县召开春耕会议\n",
    ),
)

_LEAST = 3
_LONGEST = 8
_UNKNOWN = 4  # a longer word that is no known one may be the headline


def _menus(page: Page, _: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """The site's menu one word a line, above everything: at least half of the words must be known ones."""
    listed = vocabulary()
    hits = []
    for number, raw in enumerate(page.raws[:40]):
        bare = page.line(number).strip(" -·>|").replace(" ", "")
        if len(bare) > _LONGEST or ends_a_sentence(raw):
            break
        if bare in listed:
            hits.append(number)
        elif len(bare) > _UNKNOWN:
            break
    while hits and hits[-1] + 1 > 2 * len(hits):
        hits.pop()
    if len(hits) >= _LEAST:
        for at in range(hits[-1] + 1):
            yield at, Claim("furniture-site-menu", Says.STRONG, Place.TOP)


_WORD = pattern(r"[\u4e00-\u9fffA-Za-z0-9]{1,8}")
_MENU_WORDS, _HEAD = 4, 12


def _menu_line(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Four and more short words in a line above everything, whatever they are; a table has its like below it."""
    for row in itertools.takewhile(lambda row: row.number < _HEAD, rows):
        words = [word for word in _GAPS.split(row.line) if word] if not row.long else []
        if len(words) < _MENU_WORDS:
            continue
        below = _GAPS.split(page.rows[row.number + 1].line) if row.number + 1 < len(page) else []
        if below and len(below) != len(words) and _is_menu(words, row.line.count("|") == len(words) - 1):
            yield row.number, Claim("furniture-site-menu", Says.FAIR, Place.TOP)


def _is_menu(words: list[str], barred: bool) -> bool:
    """Short words between bars, or one of them known, and not a list of names."""
    if not all(map(_WORD.fullmatch, words)) or max(map(len, words)) > 8 or sum(map(len, words)) > 5 * len(words):
        return False
    known = sum(word in vocabulary() or _SECTION.fullmatch(word) is not None for word in words)
    return (barred or known > 0) and not all(map(is_name, words))


# What a site calls its sections.
_SECTION = pattern(r"[\u4e00-\u9fff]{2,4}(?:公开|概况|动态|服务|论坛|风采|天地|园地|之窗|简介|指南|中心|新闻|要闻|信箱|互动|平台|查询|下载|专栏|咨询|反馈|留言|政策|法规|提案|信息|专区|频道|热线|研究|文化|文史)")
_GAPS = pattern(r"[ |·/>»—\-]+")


# The words of themes that were never translated; one word may be a heading of the article.
_ENGLISH = (
    r"skip to (?:main )?content|leave a (?:reply|comment)|post (?:a )?comment|cancel reply|recent (?:posts|comments|entries)|log ?in(?: / register)?|sign (?:in|up)|entries feed|comments feed|search for：?|search this site"
    r"|previous (?:post|article|page)|next (?:post|article|page)|share this：?|like this：?|related (?:posts|articles|news)|you may also like|read more|continue reading.{0,40}|back to (?:top|home)|powered by.{0,60}|proudly powered.{0,60}"
    r"|your email address will not be published.{0,60}|required fields are marked.{0,10}|save my name.{0,120}|notify me of.{0,60}|(?:posted|filed|tagged|published) (?:in|on|by|under|with).{2,60}|\d+ (?:comments?|replies|views|likes)"
    r"|no comments(?: yet)?|add a comment|view all|all rights reserved\.?|theme(?: by)?：? .{2,40}|terms of (?:use|service)|privacy policy|about us|contact us|site ?map|print this page|close window|add to favou?rites|subscribe(?: to)? .{2,40}|follow us.{0,30}|name \*|email \*|website url"
)
_ENGLISH_WORD = r"menu|home|about|contact|archives?|categories|tags?|meta|rss|search|reply|comments?|print|close|login|register|share|like|follow|subscribe|website|previous|next|older|newer|related|top|more|name|email|submit|english"

CHECKS = (
    line("furniture-controls", Says.STRONG, Place.EDGE, "浏览器不支持", r"(?:您的|当前)?浏览器不支持[^。]{2,12}播放[^。]{0,20}[。]?", sentence=True),
    line("furniture-controls", Says.STRONG, Place.EDGE, "下载", rf".{{2,60}}{FILE_ENDING}(?:[】）]\s{{0,4}}|\s{{1,4}})(?:已下载|下载次数|下载量)\s?：?\s?\d+\s?次?"),
    # Whatever they are; tunes and headings of articles are shorter (`【仙吕】【点绛唇】`).
    line("furniture-controls", Says.FAIR, Place.EDGE, "】", r"(?:【[\u4e00-\u9fff]{4,8}】[\s|]*){2,}"),
    line("furniture-controls", Says.STRONG, Place.EDGE, "a e i o A E I O", rf"(?i:[«»<>←→‹\s|·*#]*(?:{_ENGLISH})[«»<>←→‹\s|·*#]*)", sentence=True),
    line("furniture-controls", Says.WEAK, Place.EDGE, "a e i o A E I O", rf"(?i:[«»<>←→‹\s|·*#]*(?:{_ENGLISH_WORD})[«»<>←→‹\s|·*#：]*)"),
    line("furniture-controls", Says.STRONG, Place.EDGE, "a e i o A E I O", rf"(?i:(?:(?:{_ENGLISH_WORD})[\s|·/]*){{3,10}})"),
    whole(_menus), whole(_menu_line, begins=False),
    words("furniture-controls", Says.CERTAIN,
          "打印本页 打印本文 打印此页 打印文章 打印此文 打印页面 打印正文 关闭窗口 关闭本页 关闭页面 关闭此页 关闭本窗口 返回顶部 回到顶部 回顶部 返回上页 返回上一页 返回上一级 返回列表 返回栏目 "
          "加入收藏 加入收藏夹 设为首页 添加收藏 收藏本站 收藏本页 在线投稿 立即注册 免费注册 用户登录 会员登录 找回密码 忘记密码 注册会员 会员注册 退出登录 登录注册 "
          "放大字体 缩小字体 字体放大 字体缩小 默认字体 默认○ 我有话说 语音播报 语音阅读 朗读文章 开始朗读 停止朗读 无障碍浏览 无障碍阅读 无障碍 长者模式 长者版 跳转到内容 跳到主文 跳到主要内容 创作者介绍 电邮 获取最新 新随笔 保存本页 纠错本页 智能问答 个人中心 长者专区 敬老版 网站支持IPv6 本站已支持IPv6 本站支持IPv6 政府网站年度报表 网站工作年度报表 满意度评价 院长信箱 书记信箱 校长信箱 市长信箱 县长信箱 我要写信 官方抖音 官方头条 网站导读 校内门户 校内邮箱 统一身份认证 信息门户 教师邮箱 学生邮箱 跳到正文 跳转到正文 展开菜单 收起菜单 主菜单 站点导航 快速导航 移动端 字号调整 打印本稿 小字号 大字号 中字号 正文字号 播报文章 听全文 我要反馈 网页版 关闭导航 网站导航 全站导航 扫码查看手机版 手机端 手机端浏览 电脑端 适老版 关怀版 老年模式 适老化 "
          "关怀模式 进入老年模式 老年版 大字版 简体版 繁体版 简体中文 繁体中文 手机版 电脑版 移动版 触屏版 手机站 手机浏览 wap版 我要纠错 网页纠错 政府网站找错 网站纠错 纠错 保护视力色 视力保护色 护眼模式 夜间模式 "
          "阅读模式 全屏阅读 调整字体 字体大小 返回上级 跳转到主要内容 跳到内容 跳至内容 跳转至内容 跳过导航 切换导航 打开菜单 本网站支持IPv6 收起 展开全文 展开 收起全文 返回主页 站内搜索 全站搜索 高级搜索 高级检索 点击搜索 热门搜索 请输入关键字 请输入关键词 请输入搜索内容 请输入您要搜索的内容 返回旧版 English "
          "我要打印 打印预览 页面打印 返回页首 回页首 页首 回首页 回上页 打印版 友善列印 列印本页 字级设定 加入书签 添加到收藏夹 RSS订阅 订阅RSS 我要订阅 全屏 导出PDF 下载PDF版 word下载 导出Word 下载Word"),
    words("furniture-controls", Says.FAIR,
          "打印 列印 关闭 登录 注册 登陆 登入 返回 字体 字号 字级 字号大小 默认 大 中 小 特大 超大 标准 较大 恢复 RSS 订阅 主页 搜索 检索 简体 繁体 EN 投稿 TOP 顶部 收听 播放 暂停 正常 背景 "
          "邮件 菜单 导航 导出 手机 电脑 纠正 报错 复制 停止 原创 反馈 帮助 退出 关注 保存 评论 播报 文章纠错 编辑本文 翻译 听新闻 最大 最小 增大 减小 默认大小 视力保护 简 繁 Print 列印本文"),
    words("furniture-site-menu", Says.FAIR, "信件查询 信件选登 来信查询 来信选登 写信须知 办理统计 信件统计 满意度排行 常见问题 在线咨询 在线访谈 民意征集 网上调查"),
    words("furniture-site-menu", Says.FAIR,
          "网站首页 本站首页 关于我们 关于我 联系我们 网站地图 站点地图 广告服务 网站声明 法律声明 免责声明 隐私政策 隐私声明 隐私权政策 版权声明 服务条款 使用条款 用户协议 意见反馈 人才招聘 加入我们 招贤纳士 招聘信息 诚聘英才 诚征英才 广告合作 商务合作 帮助中心 网站简介 本站简介 使用帮助 合作伙伴 "
          "版权保护 不良信息举报 违法和不良信息举报 违法和不良信息举报中心 举报中心 投稿须知 投稿指南 网站律师 报社简介 本报简介 报社介绍 关于本站 关于本网 本网介绍 意见建议 站长统计 举报投诉 投诉举报 网上投稿 我要投稿 投稿邮箱 网站管理 后台管理 管理员登录 管理登录 资源地图 网站客服 服务热线 联系客服 联络我们 著作权声明 隐私权 隐私权声明 服务条款与隐私权 网站使用条款 版权申明 站务管理 用户公约 意见箱 归档 关于 留言板 博客 相册 客服中心 会员中心 用户中心 购物车 侵权投诉 "
          "政务公开 走进 互动交流 办事服务 新闻中心 政务服务 领导之窗 领导信箱 通知公告 政策法规 机构设置 机构职能 信息公开 公众参与 专题专栏 数据开放 在线服务 政民互动 解读回应 政府信息公开 政策解读 数据发布 网上办事 回应关切 政务动态 旅游频道 政协概况 政协要闻 提案工作 委员风采 社情民意 文史资料 参政议政 理论研究 建言献策 区县政协 机关建设 委员之家 专委会工作 政协会议 学习园地 调查研究 视察调研 民主监督 提案选登 委员履职 "
          "学校概况 学院概况 医院概况 机构简介 科室导航 专家介绍 就医指南 师资队伍 人才培养 科学研究 招生就业 党建工作 学生工作 下载中心 校园文化 合作交流 党群工作 院系设置 教育教学 图书馆 国际交流 校友会 校务公开 专家团队 预约挂号 医院文化 健康科普 就诊指南 新闻动态"),
    words("furniture-site-menu", Says.WEAK,
          "产经 股市 文教 数位 品味 宠物 专辑 范文大全 工作总结 述职报告 心得体会 演讲稿 发言稿 作文 合同 简历 计划 方案 读后感 党团范文 实用文 公文 申请书 策划书 期刊 学位 会议 专利 学者 机构 门户 群组 家园 导读 日志 记录 广播 本版 用户 热搜 精品 看贴 签到 "),
    words("furniture-site-menu", Says.WEAK,
          "视频 专题 要闻 时政 社会 财经 体育 娱乐 教育 文化 科技 军事 国际 国内 健康 旅游 房产 汽车 理论 电子报 客户端 滚动 民生 法治 图集 直播 地方 文史 读书 问答 论坛 贴吧 百科 文库 地图 小说 新闻 网页 图书 生活 政治 经济 全球 两岸 影音 副刊 运动 即时 最新 热门"),
    line("furniture-controls", Says.CERTAIN, Place.EDGE, "字体 字号 文字大小 字级 大】",
         r"[【（]?(?:字体(?:大小)?|字号(?:大小)?|文字大小|字级)?[】）]?\s?：?\s?[【（]?\s?(?:字体|字号)?：?\s?【?大】?[\s|/】]*【?中】?[\s|/】]*【?小】?\s?[】）]?\s?(?:打印|关闭|收藏|列印|分享到?：?|【?打印】?|【?关闭】?|[\s|【】])*"),
    line("furniture-controls", Says.STRONG, Place.EDGE, "T A 字级", r"[【（]?(?:字级(?:设定)?|分享|留言|列印|打印|存新闻|收藏)?[：\s]*(?:[TA][+\-]?(?:大|小|中)?[\s|/]*){2,4}[】）]?|字级(?:设定)?：?[\s小中大特]+"),
    line("furniture-controls", Says.STRONG, Place.EDGE, "字体 字号", r"[【（]?(?:字体|字号)(?:大小|调整)?\s?：?\s?[【（】）\sT|A+\-大中小]*(?:分享到?：?|打印|收藏)?\s?[】）]?"),
    line("furniture-controls", Says.FAIR, Place.EDGE, "JavaScript javascript 浏览器 分辨率 Flash", r"(?:您的|你的|本站|本网站|建议|推荐|为了|为获得|最佳)[^。]{0,30}(?:(?:启用|开启|支持|升级|最佳|浏览|访问)[^。]{0,30}(?:JavaScript|javascript|浏览器|Flash|分辨率)|(?:浏览器|分辨率)[^。]{0,20}(?:浏览|访问|本站|本网站|效果))[^。]{0,40}[。！]?", sentence=True),
)  # fmt: skip
