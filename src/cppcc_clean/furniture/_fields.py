"""`key：value` lines: which words are keys, what their values may look like, and what they say.

The one reader of NOISE §1 A2 and §2: fields may touch (`17:01作者:…来源:…`), be empty, stand in brackets, be padded
inside (`索 引 号`) and be followed by words of the page (`【字体：大 中 小】`, `打印`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import NamedTuple

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._dates import Date, date_at, find_date
from cppcc_clean.furniture._names import NAME, are_persons, is_name, people, split_names
from cppcc_clean.furniture._rules import spread
from cppcc_clean.furniture._weights import Says
from cppcc_clean.furniture._words import is_chrome, is_counter, phrase
from cppcc_clean.metadata import NAMES, Value


class Kind(Enum):
    """What the value of a key looks like."""

    DATE = "a date and nothing else"
    NUMBER = "a number"
    PEOPLE = "names"
    TEXT = "a few words, no sentence"
    FREE = "anything short: nobody reads it"
    BUTTONS = "nothing but words of the page"


class Key(NamedTuple):
    """A word before a colon."""

    field: str  # of the metadata, or ""
    kind: Kind
    group: str  # meta, credit, footer, index, page, photo: what sort of line it makes
    says: Says  # standing alone
    rank: int = 0  # of two dates the lower counts


ASKED = 3  # who wrote a letter, asked, or commented
_POSTED = 4  # who put the page up wrote it only if nobody else is named
_TOLD = 1  # an office may tell a story, too: a word that names nobody is no author
_DATE, _NUMBER, _PEOPLE, _TEXT, _FREE, _BUTTONS = Kind

_KEYS: tuple[tuple[Key, str], ...] = (
    (Key("published", _DATE, "meta", Says.STRONG),
     "发布日期 发布时间 发稿时间 发稿日期 发表时间 发表日期 刊发日期 刊发时间 出版 刊登日期 刊登时间 上载日期 上载时间 上传日期 发布于 发表于 公开日期 公开时间 公开发布时间 "
     "见报日期 见报时间 推送时间 上线时间 播出时间 首发时间 网络出版时间 优先出版时间 信息时间 发帖时间 发贴时间 发帖日期 发贴日期 提交日期 提交时间 转载时间 采集时间 入库时间 收录时间 投稿时间 审核时间 公布时间 文章日期 添加时间 添加日期 录入时间 录入日期 "
     "创建时间 加入时间 发布 发表 信息日期 PostTime"),
    (Key("published", _DATE, "meta", Says.STRONG, 1), "来信时间 来信日期 写信时间 写信日期 提问时间 提问日期 留言时间 留言日期"),
    (Key("published", _DATE, "meta", Says.WEAK, 1), "时间 日期 出版日期 出版时间 Date date"),
    (Key("published", _DATE, "meta", Says.STRONG, 2), "更新日期 更新时间 更新于 更新 最后更新 修改时间 编辑时间 最后修改"),
    (Key("published", _DATE, "index", Says.FAIR, 3), "成文日期 成文时间 发文日期 生成日期 发文时间 写作时间 写作日期 撰写时间 制发日期 签发日期 印发日期 形成日期"),
    (Key("published", _DATE, "meta", Says.STRONG, 3), "回复日期 回复时间 答复日期 答复时间 回应时间 办结时间 办理时间 受理时间 评论时间 跟帖时间"),
    (Key("published", _DATE, "shop", Says.FAIR, 3), "上传时间"),
    (Key("published", _DATE, "page", Says.WEAK, 3), "年份"),
    (Key("source", _TEXT, "meta", Says.FAIR),
     "来源 信息来源 文章来源 稿件来源 文章出处 内容来源 新闻来源 本文来源 资讯来源 来源媒体 来源网站 来源单位 稿源 原文来源 来稿单位 转载来源 原载 "
     "文章来自 稿件出处 来源于网站 本文摘自 摘自 转载自 转自 文章转自 文章转载自 转贴自 转帖自"),
    (Key("source", _TEXT, "meta", Says.WEAK, 1), "出处 来自"),
    (Key("source", _TEXT, "meta", Says.NOTHING, 1), "公众号"),
    (Key("source", _TEXT, "page", Says.WEAK, 1), "刊名"),
    (Key("author", _PEOPLE, "meta", Says.WEAK), "作者 文字作者 撰稿 撰稿人 撰文 文章作者 本文作者 原作者 楼主 投稿人 投稿 发帖人 发贴人"),
    (Key("author", _PEOPLE, "meta", Says.NOTHING), "论文作者"),
    (Key("", _PEOPLE, "meta", Says.NOTHING), "第一作者 通讯作者 通信作者 编辑整理 收集整理"),
    (Key("author", _PEOPLE, "meta", Says.WEAK, _POSTED), "发布者 发布人"),
    (Key("author", _PEOPLE, "page", Says.WEAK, ASKED), "张贴者 发信人 提问者 提问人 来信人 写信人 提案人 网友 博主 留言人"),
    (Key("author", _PEOPLE, "photo", Says.WEAK, _TOLD), "口述 口述人 口述者 讲述 讲述人 整理 整理人 整理者 执笔 执笔人"),
    (Key("", _PEOPLE, "meta", Says.WEAK), "译者 翻译 编译 分享人"),
    (Key("author", _PEOPLE, "photo", Says.WEAK), "文 文字 采写 采访 文稿 撰 文案 图文 文图 文、图 图、文"),
    (Key("reporter", _PEOPLE, "photo", Says.WEAK),
     "记者 本报记者 通讯员 全媒体记者 融媒体记者 融媒记者 特约通讯员 特约记者 本报通讯员 实习记者 见习记者 采访记者 采编记者 首席记者 采写记者"),
    (Key("photographer", _PEOPLE, "photo", Says.WEAK), "图 摄影 摄 图片作者 图片 照片 摄影记者 供图 图片摄影 图片来源 图源"),
    (Key("editor", _PEOPLE, "credit", Says.STRONG), "责任编辑 责编 网络编辑 本期编辑 本文编辑 网页编辑 文字编辑 新媒体编辑 微信编辑 值班编辑 执行编辑 图文编辑 编辑人 责任编缉"),
    (Key("editor", _PEOPLE, "credit", Says.FAIR), "编辑"),
    (Key("", _PEOPLE, "credit", Says.WEAK),
     "校对 审核 校审 审校 审稿 初审 复审 终审 一审 二审 三审 一校 二校 三校 编审 监审 联审 主审 核发 签发 监制 总监制 出品 出品人 排版 版式 "
     "版面设计 美编 美术编辑 录入 录入员 录入人 录入者 文章录入 信息员 审稿人 校稿 核稿 审核发布人 供稿人 图片审核 责任监制 编校 责任校对 责校 责审 值班主任 值班总编 值班编委 编发 审签 审读 审发 选稿 "
     "编排 编务 值班领导 上传者 审核人 审核者 供稿审核 平台编辑 视觉编辑 视频编辑 图片编辑 编缉 编 审 校 责任审核 内容审核 信息审核 审核发布 发布审核 责任审校"),
    (Key("", _PEOPLE, "credit", Says.NOTHING), "主编 总编 副主编 编委 设计 剪辑 配音 策划 总策划 统筹 总统筹 制作 审定 审阅 责任人 视觉 后期 值班 审查 执行主编 本期主编 顾问 导演 出镜 解说 协调"),
    (Key("", _PEOPLE, "photo", Says.WEAK), "供稿 供稿单位 来稿 报送 通讯 拍摄 摄像 视频 实习 实习生 报道 播音 主播 朗读 绘图 制图 海报 插图 素材"),
    (Key("clicks", _NUMBER, "meta", Says.STRONG),
     "被浏览 点击 点击数 点击率 点击次数 点击量 点击人次 浏览 浏览次数 浏览量 浏览数 浏览人次 阅读 阅读次数 阅读量 阅读数 阅读人次 访问量 访问次数 访问 文章浏览量 文章点击数 查看 查看次数 围观 "
     "文章访问量 页面浏览量 共阅 阅读人气 阅读人数 浏览人数 点阅 点阅数 点阅次数 观看 观看次数 播放 播放量 已阅读 已浏览 Views views Hits hits"),
    (Key("clicks", _NUMBER, "meta", Says.STRONG, 1), "人气 热度"),
    (Key("", _NUMBER, "page", Says.FAIR), "关注者 PDF下载 HTML下载 PDF下载次数 全文下载 摘要点击 回复数 评论数 跟帖数 下载次数 下载量 被引频次 被引次数 下载频次 已有评论 转发数 点赞数 收藏数 推荐数"),
    (Key("", _NUMBER, "page", Says.WEAK), "回复 评论 回帖 跟帖 被引 下载 引用 点赞 赞 顶 踩 楼层 楼主发言 发图 博客访问 总访问 今日访问 关注人气 博客积分 博客等级 回应 推荐 字数 全文字数 次数 喜欢 在看 支持 反对 人数"),
    (Key("", _BUTTONS, "meta", Says.STRONG), "输出 字体 字体大小 字号 字号大小 字级 文字大小 视力保护色 背景色 字体颜色 选择字号 调整字体 字体设置 正文字号 保护视力色"),
    (Key("", _BUTTONS, "meta", Says.STRONG), "分享到 分享至 分享 打印 语音阅读 版权反馈 语音朗读 听新闻 收听 我要分享 一键分享 扫码分享 分享本文 分享按钮 收藏 转发 打印本页 打印本文"),
    (Key("", _FREE, "page", Says.FAIR), "所属栏目 所属分类 文章分类 文章类别 标签 文章标签 Tags tags Tag tag TAG TAGS 标签云 分类目录 归档 IP属地 阅读权限 帖子编号 文档序号 签名档 收录于 所在栏目 信息类别 文章标记 相关标签 本文标签 关键标签"),
    (Key("", _PEOPLE, "meta", Says.FAIR), "答复单位 回复单位"),
    (Key("", _PEOPLE, "page", Says.WEAK), "回复人 评论人 回复者 受理单位 办理单位 承办部门 信区 发信站 层主 吧主"),
    (Key("", _FREE, "page", Says.WEAK), "栏目 留言对象 留言ID 留言编号 信件编号 信件类型 办理状态 受理状态 状态 满意度评价 满意度 信件类别 标题类型 个人分类 全站分类 属于 类型 分类 类别 专题 频道 版次 版面 版名 编号 专栏 期号 文章编号 积分 话题 IP ip 关键词标签 归类 心情 天气 体裁 来自版块 版块 板块 所属专题 期数 期刊 卷号 DOI doi ISSN 分类号 中图分类号 年，卷（期） 期号页码 年卷期 基金 级别 UID 帖子主题 推荐指数 页码 发帖 帖子 粉丝 园龄 昵称 等级 头衔 威望 金钱 注册时间 最后登录 在线时间 本文标题 文章关键词 本文关键词 分类专栏 发布于省份 所在地 属地 已认证 认证"),
    (Key("title", _FREE, "index", Says.WEAK, 1), "名称 标题 信息名称 文件名称 题名 文章标题 公文名称 文件标题"),
    (Key("", _FREE, "index", Says.STRONG), "索引号 信息索引号 索取号 信息索引 公文索引号 统一登记号 规范性文件编号 公开目录"),
    (Key("", _FREE, "index", Says.FAIR), "主题分类 信息分类 组配分类 公开方式 公开范围 公开时限 公开属性 公开类别 公开类型 公开形式 信息有效性 公文时效 效力状态 体裁分类 服务对象分类 是否有效 信息编号 有效性 所属主题 主题导航 体裁类别 信息格式 公开程序 公开层级"),
    (Key("", _FREE, "index", Says.WEAK), "是否公开 发文字号 文件编号 主题词 服务对象 时效性 时效 文件状态 载体类型 内容概述 内容分类 统一编号 失效日期 废止日期 失效时间 有效期 关键字 关键词 文号 信息所属单位 生效日期 实施日期 记录形式 责任部门 审核状态 生效时间 语种 学位 学位级别 导师姓名 公文种类 文种 发文类型 文件类型 所属机构 终止日期 正文语种 适用范围 解读机关 概述 内容描述 信息来源单位"),
    (Key("source", _TEXT, "index", Says.FAIR, 2), "发布机构 发文机关 发布单位 信息提供单位 制发机关 发文单位 公开机构 公开单位 公开主体 发布部门 信息公开单位 制作机关 发文机构 供稿部门 信息提供"),
    (Key("affiliation", _TEXT, "meta", Says.FAIR), "作者单位 作者机构 机构单位"),
    (Key("affiliation", _TEXT, "meta", Says.WEAK), "机构"),
    (Key("", _FREE, "meta", Says.NOTHING), "单位 收稿日期 修回日期 录用日期 收稿时间"),
    (Key("", _FREE, "shop", Says.FAIR), "上传人（卖家） 上传人 上传用户 文档编号 文档格式 文件格式 页数 格式 大小 文件大小 文档大小 下载积分 所需积分 金币 文档页数 资源类型 资源大小 资源格式 售价 价格 积分要求 文档热度 提供者 贡献者 上传 "
     "特殊限制 配套讲稿 授权方式 软件大小 更新频率 资源编号 资源描述 文档类型 文档分类 ID 编码"),
    (Key("phone", _TEXT, "footer", Says.WEAK), "电话 联系电话 服务热线 热线电话 热线 免费热线 咨询热线 24小时热线 24小时免费热线 全国热线 咨询电话 举报电话 办公电话 值班电话 客服电话 服务电话 总机 电话号码 联系方式 Tel TEL 监督电话 传真电话 客服热线 违法和不良信息举报电话 不良信息举报电话 政务热线 网站电话"),
    (Key("phone", _TEXT, "footer", Says.FAIR), "投稿热线 新闻热线 新闻报料 爆料热线 报料热线 爆料电话 报料电话 编辑部电话 广告热线 发行热线"),
    (Key("", _FREE, "footer", Says.WEAK), "传真 邮编 邮政编码 邮箱 投稿邮箱 电子邮箱 电子邮件 Email E-mail EMAIL E-MAIL email Mail 举报邮箱 联系邮箱 信箱 地址 联系地址 通讯地址 单位地址 办公地址 联系我们 QQ QQ群 客服QQ 微信 微信号 微信公众号 "
     "主办 承办 协办 主管 主办方 运营 网站负责人 联系人员 投稿信箱 总编室 交流群 办公时间 工作时间 法律顾问"),
    (Key("", _FREE, "footer", Says.WEAK), "技术支持 维护单位 设计制作 建设单位维护 管理维护 维护 运维"),
    (Key("", _FREE, "footer", Says.FAIR), "网站标识码 政府网站标识码 备案号 备案序号 ICP备案序号 ICP备案号 备案编号 网站备案 版权所有 中文域名 建设维护 网站维护 网站建设 运行维护 网站制作 运营维护 技术维护 网站管理 建设运维 "
     "网站地图 站长统计 总访问量 访问总量 您是第 在线人数 累计访问 许可证编号 信息网络传播视听节目许可证 增值电信业务经营许可证 互联网新闻信息服务许可证 出版物经营许可证 copyright Copyright COPYRIGHT 建议分辨率 域名 网址导航 主办单位版权所有 友情链接"),
    (Key("url", _TEXT, "page", Says.STRONG), "本文链接 本页地址 网页地址 本页链接 页面链接 本文引用地址 引用地址 原文链接 本文地址 文章链接 文章地址 永久链接 原文地址 原文网址 链接地址 本文网址 固定链接 转载请注明出处 转载请注明 转载请注明来源 转载注明 转载请保留链接 当前网址 信息链接 本文固定链接 转载地址 页面地址 本页网址 本文永久链接 转载链接"),
    (Key("url", _TEXT, "page", Says.WEAK), "链接 网址 原文 官网 网站"),
)  # fmt: skip

_JUNK = pattern(
    r"(?:本站|本网|admin\w*|不详|佚名|原创|本站原创|网友投稿|网站管理员|系统管理员|管理员|超级管理员|系统|未知|匿名|无|暂无|转载|网络|互联网|网上|来源网络|网络转载|网络整理|本站整理|整理"
    r"|sp\d+|editor|root|test|null|none|undefined|default|webmaster|-+|_+|/|\.+|…+|N/A|小编|其他|其它|游客|本地|编辑部?|网站编辑|加载中|\d{1,3})\.*",
    re.IGNORECASE,
)


def is_junk(value: str) -> bool:
    """Whether a value says nothing: `本站`, `admin`, `佚名`."""
    return _JUNK.fullmatch(value) is not None


_STOPS = "。；！？"
_LONGEST_TEXT = 40
_LONGEST_PEOPLE = 48
_LONGEST_FREE = 80


# Any newsroom has its own `融媒编辑`, `图片审核`, `部门记者`: a word of its own that ends so is a key.
_SUFFIXES = "编辑|审核|校对|记者|作者|监制"


def key_of(name: str) -> Key:
    """The key of a name without blanks, known or ending like a known one."""
    return keys().get(name) or keys()[name[-2:]]._replace(says=min(Says.FAIR, keys()[name[-2:]].says))


@cache
def keys() -> dict[str, Key]:
    """Every key, without blanks."""
    return {name: key for key, names in reversed(_KEYS) for name in names.split()}


def label_of(line: str) -> str:
    """What a label on a line of its own says, bare of its marks: `【发布 机构】：`."""
    return line.strip(_LABEL_MARKS).replace(" ", "")


_LABEL_MARKS = "【】： *·-●▪>|"


# Of several values of one field the lowest rank counts, and one of this rank or higher only where there is nothing else.
GUESSED = 5


class Found(NamedTuple):
    """A value and where in the line it stands."""

    field: str
    value: Value
    start: int
    end: int
    rank: int = 0


@dataclass(slots=True)
class Chain:
    """What a line is made of."""

    line: str
    raw: str
    keys: list[Key] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    empty: int = 0
    dates: list[Date] = field(default_factory=list)
    chrome: int = 0
    unknown: list[str] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing in the line is left unexplained."""
        return not self.unknown


def read_chain(line: str, raw: str) -> Chain:
    """Read a folded line (``raw`` is the same text unfolded: values are taken from there)."""
    chain = Chain(line, raw)
    hits = list(key_hits(line))
    _loose(chain, 0, hits[0].start if hits else len(line))
    for hit, after in zip(hits, [*(later.start for later in hits[1:]), len(line)], strict=False):
        key = key_of(hit.name)
        chain.keys.append(key)
        chain.names.append(hit.name)
        _value(chain, key, hit.end, after)
    return chain


def is_running_text(line: str) -> bool:
    """Whether three words before the first key are strange: a line of fields, or of dates without marks, has fewer."""
    key = next(key_hits(line), None)
    strange = 0
    for token in _TOKEN.finditer(line, 0, key.start if key else len(line)):
        strange += _PLAIN.fullmatch(token[0]) is not None and not is_chrome(token[0]) and phrase(token[0]) is None
        if strange == _ENOUGH:
            return True
    return False


_ENOUGH = 3
# What no date, number or address is made of.
_PLAIN = pattern(r"(?!.*(?:[〇零○一二三四五六七八九]{4}年|(?:星期|周|礼拜)[一二三四五六日天]|[上下]午|晚上|凌晨))[\u4e00-\u9fff。；！？“”《》]+")


class _Hit(NamedTuple):
    """A key in a line and where its value begins."""

    name: str
    start: int
    end: int


# What may stand behind a key: a colon, a bar, the end of a bracket, blanks, or the value itself.
_BEHIND_KEY = pattern(
    r"(?=[ ：|/】\d（【《])(?: {0,4}：(?!//)|(?<=[\u4e00-\u9fff]) ?[|/](?=[ \u4e00-\u9fff【《“A-Z])|】 {0,2}：? {0,2}|(?<=[\u4e00-\u9fffA-Za-z]) +(?=\S)|(?<=[\u4e00-\u9fff])(?=[\d（【《]))"
)
_LONGEST_KEY, _WIDEST_GAP = 12, 10


def key_hits(line: str) -> Iterator[_Hit]:
    """The keys of a line from left to right; fields may touch (`17:01作者:`), so a key need not begin a word."""
    done = 0
    for behind in _BEHIND_KEY.finditer(line):
        if behind.start() < done:
            continue
        found = _key_before(line, done, behind.start(), "：" in behind[0] or "】" in behind[0])
        if found and ("：" in behind[0] or _is_key_without_colon(line, *found, behind)):
            yield _Hit(*found, behind.end())
            done = behind.end()


def key_signs(wanted: Callable[[Key], bool] = lambda _: True) -> tuple[set[str], set[str]]:
    """How every key that is wanted begins, a short one with what stands behind it; its last character, or a blank, with that."""
    names = [name for name, key in keys().items() if wanted(key)]
    short = [name for name in names if len(name) <= _SHORT_KEY]
    last = {name[-1] for name in names} | {" "}
    begins = {*spread(name for name in names if len(name) > _SHORT_KEY), *(f"{name[0]} " for name in short)}
    return begins | {name + behind for name in short for behind in _BEHIND}, {before + behind for before in last for behind in _BEHIND}


_SHORT_KEY = 2
_BEHIND = " ：|/】（【《0123456789"


def _key_before(line: str, low: int, end: int, any_newsroom: bool) -> tuple[str, int] | None:
    """The longest key that ends here, blanks between its characters left out, and where it begins."""
    if line[end - 1 : end] not in _last_characters():
        return None
    name, places = _letters_before(line, low, end)
    newsroom = _NEWSROOM.search(line, max(low, end - 6), end) if any_newsroom else None
    if newsroom and not low:
        return newsroom[0], newsroom.start()
    roles = _ROLES.search(line, max(low, end - _LONGEST_KEY), end)
    if roles and any_newsroom:
        return roles[0], roles.start()
    known = keys()
    whole = not low and places and places[-1] == 0 and _COMPOUND.fullmatch(line, 0, end)
    for size in range(len(name), 0, -1):
        if whole and size < len(name) and phrase(name[:-size]) is None:
            continue  # `市直单位：`, `增收来源：` are no keys
        if name[-size:] in known and (size > 1 or not _WORD.match(line, places[0] - 1) or places[0] == 0 or is_name(line[low : places[0]])):
            return name[-size:], places[size - 1]
    return (newsroom[0], newsroom.start()) if newsroom else None


def _letters_before(line: str, low: int, end: int) -> tuple[str, Sequence[int]]:
    """As many characters as a key may have, blanks left out, and where each stands, the last first."""
    name = line[max(low, end - _LONGEST_KEY) : end]
    if " " not in name:
        return name, range(end - 1, end - 1 - len(name), -1)
    name, at = "", end
    places: list[int] = []
    while at > low and len(name) < _LONGEST_KEY:
        at -= 1
        if line[at] != " ":
            if places and places[-1] - at > _WIDEST_GAP:
                break
            name = line[at] + name
            places.append(at)
    return name, places


@cache
def _last_characters() -> frozenset[str]:
    """What stands before what stands behind a key: its last character, or a blank."""
    return frozenset(name[-1] for name in keys()) | {" "}


# `一审一校：`
_ROLES = pattern(r"(?<![\u4e00-\u9fff])(?:[一二三初复终][审校]|校对|审核|编辑){2,4}$")
_COMPOUND = pattern(r"[\u4e00-\u9fff]{3,8}")
_WORD = pattern(r"[\u4e00-\u9fff”》）\w]")
_NEWSROOM = pattern(rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{2,4}}(?:{_SUFFIXES})$")
_VALUE_FOLLOWS = {
    Kind.DATE: re.compile(r"[ （【]{0,4}(?:19|20)\d\d[-/.年 ]"),
    Kind.NUMBER: re.compile(r"[ （【]{0,4}\d[\d，.]*万?(?=[ 次人℃+）】]|$)"),
}


def _is_key_without_colon(line: str, name: str, start: int, behind: re.Match[str]) -> bool:
    """`来源 | 观澜日报`, `【作者】荆望舒`, `发布时间 2024-03-05`, `索引号 0001/2024-12`: then the key must be a word of its own."""
    before = line[start - 1] if start else " "
    if "\u4e00" <= before <= "\u9fff":
        return False
    if "】" in behind[0]:
        return before == "【"
    if behind[0].strip():
        return True
    key = key_of(name)
    follows = _VALUE_FOLLOWS.get(key.kind)
    if follows:
        return follows.match(line, behind.start()) is not None
    colon = line.find("：", start, start + 2 * _LONGEST_KEY)
    if len(name) < 2 or (colon > 0 and line[start:colon].replace(" ", "") in keys()):
        return False
    # Words alone: index tables and credits are set so, and only a key that heads its line is trusted.
    if key.group in ("credit", "index"):
        return (line[:start] in ("", "（", "【") and key.says >= Says.WEAK) or (key.group == "index" and before == " ")
    return key.says >= Says.FAIR and (start == 0 or line[max(0, start - 2) : start] in ("  ", "；", " |"))


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in " |/，、：_~·":
        start += 1
    while start < end and line[end - 1] in " |/，、：；_~-—·【（":
        end -= 1
    if start < end and line[start] in "【（" and line[end - 1] in "】）" and line[start : end - 1].count(line[start]) == 1:
        return _trim(line, start + 1, end - 1)
    if start < end and line[end - 1] in "】）" and not any(ch in "【（" for ch in line[start:end]):
        return _trim(line, start, end - 1)
    if start < end and line[start] in "【（" and not any(ch in "】）" for ch in line[start:end]):
        return _trim(line, start + 1, end)
    return start, end


def _value(chain: Chain, key: Key, start: int, end: int) -> None:
    """Read the value of one key; what does not belong to it is read as loose words of the page."""
    start, end = _trim(chain.line, start, end)
    if start >= end:
        chain.empty += 1
        return
    _READERS[key.kind](chain, key, start, end)


def _date_value(chain: Chain, key: Key, start: int, end: int) -> None:
    if year := _YEAR.fullmatch(chain.line, start, end):
        chain.found.append(Found(key.field, year[1], start, end, key.rank))
        return
    date = date_at(chain.line, start) or (date_at(chain.line, start + 1) if chain.line[start] in "【（" else None)
    if date is None or date.end > end:
        if not _REGION.fullmatch(chain.line, start, end):  # `发布于：江西`
            _loose(chain, start, end)
        return
    chain.dates.append(date)
    chain.found.append(Found(key.field, date.iso, date.start, date.end, key.rank))
    _loose(chain, date.end, end)


_YEAR = pattern(r"((?:19|20)\d\d) ?年?")
_REGION = pattern(r"[\u4e00-\u9fff]{2,3}省?")
_NUMBER_VALUE = pattern(r"[【（ ]*(\d{1,3}(?:，\d{3})+|\d+(?:\.\d+)?) ?(万)?\+?\s?(?:人次|次|人|℃|度|个|篇|条|楼|字)?(?![\d\-/.年月])")


# Who counts is asked by the reader's browser.
_SCRIPT = pattern(r"document\.write（[^）]{0,60}）*；?")


def _number_value(chain: Chain, key: Key, start: int, end: int) -> None:
    match = _NUMBER_VALUE.match(chain.line, start, end)
    if match is None and chain.line[start:end].strip("【】（） ") in ("次", "人", "人次", "加载中", "loading", "℃"):
        chain.empty += 1
        return
    if match is None:
        script = _SCRIPT.match(chain.line, start, end)
        _loose(chain, script.end() if script else start, end)
        return
    if key.field:
        number = float(match[1].replace("，", "")) * (10000 if match[2] else 1)
        chain.found.append(Found(key.field, int(number), match.start(1), match.end(), key.rank))
    _loose(chain, match.end(), end)


def _before_page_words(line: str, start: int, end: int) -> int:
    """Where in a value the page's own words begin: a date, the font block, `打印`."""
    date = find_date(line, start)
    if date is not None and date.start < end:
        end = date.start
    for match in re.finditer(r" {2,}| (?=[TA][+-]? ?\|)|[ |](?=[【（])|\||(?<=[】）])", line[start:end]):
        rest = line[start + match.end() : end]
        if rest and all(map(_is_page_word, _tokens(rest))):
            end = start + match.start()
            break
    for match in re.finditer(r" |(?=【)", line[start:end]):
        rest = line[start + match.end() : end]
        if _tokens(rest) and all(map(_is_page_word, _tokens(rest))):
            return start + match.start()
    return end


def _is_page_word(token: str) -> bool:
    return is_chrome(token) or is_counter(token)


def _text_value(chain: Chain, key: Key, start: int, end: int) -> None:
    if key.field == "url":
        _url_value(chain, key, start, end)
        return
    closed = chain.line.find("》", start, end) if chain.line[start] == "《" else -1
    stop = end if closed > 0 and ISSUE.match(chain.line, start, end) else _before_page_words(chain.line, max(start, closed), end)
    _loose(chain, stop, end)
    start, stop = _trim(chain.line, start, stop)
    if start >= stop:
        chain.empty += 1
        return
    if key.field == "source":
        stop = _writers_behind(chain, start, stop)
        behind, stop = stop, _end_of_source(chain.line, start, stop)
        if ISSUE.match(chain.line, start, stop):
            _loose(chain, stop, behind)
    text = chain.line[start:stop]
    stops = _STOPS.replace("；", "") if key.field == "affiliation" else _STOPS
    if len(text) > _LONGEST_TEXT or text.count("|") > 1 or any(ch in stops for ch in text) or (key.field == "source" and text[0] in "于自"):
        chain.unknown.append(text)
    elif key.field == "phone":
        if found := PHONE.search(text):
            chain.found.append(Found("phone", chain.raw[start + found.start() : start + found.end()], start + found.start(), start + found.end(), key.rank))
    elif len(text) > 1 and key.field and not _JUNK.fullmatch(text):
        chain.found.append(Found(key.field, " ".join(chain.raw[start:stop].split()), start, stop, key.rank))


def _writers_behind(chain: Chain, start: int, stop: int) -> int:
    """Where a source ends that writers stand behind, who have no colon: `来源：观澜发布 记者 沈见山 通讯员 何望潮`."""
    writers = list(_WRITER.finditer(chain.line, start, stop))
    for writer in writers:
        names = split_names(chain.raw[slice(*writer.span("names"))])
        chain.found.append(Found(key_of("记者" if writer["role"].endswith("记者") else writer["role"]).field, names, *writer.span("names")))
    return writers[0].start() if writers else stop


_WRITER = pattern(r" +(?P<role>[\u4e00-\u9fff]{0,4}记者|通讯员|作者|编辑) (?P<names>[\u4e00-\u9fff]{2,4}(?:[ 、](?!记者|通讯员|作者|编辑)[\u4e00-\u9fff]{2,4}){0,3})(?= |$)")


def _end_of_source(line: str, start: int, stop: int) -> int:
    """Where the name of a source ends: before the page of the paper, before how many took part; behind the number of its issue."""
    for behind in (_PAGE_CODE, _COUNT_BEHIND):
        if more := behind.search(line, start, stop):
            stop = more.start()
    issue = ISSUE.match(line, start, stop)
    return issue.end() if issue else stop


# `观澜日报 有 12 人参与`, `观澜日报 港闻`
_COUNT_BEHIND = pattern(r"\s+有?\s?\d+\s?人.*$|(?<=[\u4e00-\u9fff]{3})\s+[\u4e00-\u9fff]{2}$")
# `观澜日报A07`, `观澜晚报 第2版`
_PAGE_CODE = pattern(r"(?<=报)(?:\s[\u4e00-\u9fff]{2,4})?\s?第?\s?[A-Z]?\d{1,3}\s?版?(?:：[\u4e00-\u9fff]{2,6})?$")
PHONE = pattern(r"(?<![\d\-])(?:（?0\d{1,3}）?[-— ]{0,2})?\d{7,8}(?:[-转]\d{1,5})?(?![\d号])|(?<![\d\-])（?0\d{1,2}）?[- ]?\d{3,4}-\d{4}(?!\d)|(?<![\d\-])[2-9]\d{3} \d{4}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)[48]00(?:[- ]?\d){7,8}(?!\d)|(?<![\d\-])(?:0\d{2,3}-)?(?:12\d{3}|9[56]\d{3,4})(?!\d)")
URL = pattern(r"(?:https?：//|https?://|www\.)[A-Za-z0-9\-._~：:/?#@!$&'*+,;=%？]+")


def without_urls(line: str) -> str:
    """The line with blanks for the addresses in it: they may hold dates, colons and numbers that say nothing."""
    return URL.sub(lambda url: " " * len(url[0]), line) if "http" in line or "www" in line else line


def _url_value(chain: Chain, _: Key, start: int, end: int) -> None:
    match = URL.search(chain.line, start, end)
    if match:
        end = match.end() + (chain.line[match.end() : match.end() + 1] == "/")  # trimmed off the value as a separator
        chain.found.append(Found("url", chain.raw[match.start() : end], match.start(), end))
    elif any(ch in _STOPS for ch in chain.line[start:end]) or end - start > _LONGEST_TEXT:
        chain.unknown.append(chain.line[start:end])


# `校对：向 前`, though pages have the word 前.
_PADDED = pattern(r"[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff]")


def _people_value(chain: Chain, key: Key, start: int, end: int) -> None:
    stop = end if _PADDED.fullmatch(chain.line, start, end) else _before_page_words(chain.line, start, end)
    if key.rank == ASKED and (bar := chain.line.find("|", start, stop)) > 0:
        stop = bar  # behind it stands where he lives
    _loose(chain, stop, end)
    start, stop = _trim(chain.line, start, stop)
    if start >= stop:
        chain.empty += 1
        return
    closed = chain.line.find("）", start, stop)
    if closed > start and "（" not in chain.line[start:closed]:
        stop = closed  # `（编辑：汤明哲）1100305`
    text = chain.line[start:stop]
    if len(text) > _LONGEST_PEOPLE or any(ch in "。！？：“”" for ch in text):
        chain.unknown.append(text)
    elif _JUNK.fullmatch(text):
        chain.empty += 1
    else:
        _people(chain, key, start, stop)


def _people(chain: Chain, key: Key, start: int, stop: int) -> None:
    """Read the names between two places of a line, if they are some."""
    field = key.field
    if (tail := _WITH_POST.fullmatch(chain.line, start, stop)) and is_name(tail["name"]):
        stop = tail.end("name")
    words = itertools.islice(_WORDS.finditer(chain.line, start, stop), 1, None)
    stop = next((word.start() for word in words if word[0] in keys()), stop)  # `责编 沈见山 美编 何望潮`
    if behind := _BEHIND_NAMES.search(chain.line, start, stop):
        stop = behind.start()
    if (role := _ROLE_BEFORE.match(chain.line, start, stop)) and field in ("author", "photographer"):
        field, start = "reporter" if field == "author" else field, role.end()
    names = split_names(chain.raw[start:stop])
    nobody = any(map(_JUNK.fullmatch, names))  # behind nobody stands what is no person either
    names = people(tuple(name for name in names if _may_be_named(name) and (is_name(name) or not nobody)))
    surely = bool(names) and all(map(is_name, names))
    told = key.field == "author" and key.rank == _TOLD
    if (told and not surely) or any(len(name) > 14 or (_NO_NAME.match(name) and not is_name(name)) for name in names):
        chain.unknown.append(chain.line[start:stop])
    elif key.rank == _POSTED and not surely:
        return  # `发布者：新闻中心`
    elif names and _ENDS_BOTH.search(chain.line, max(start - _LONGEST_BOTH, 0), start):
        wrote = "reporter" if field == "reporter" else "author"
        chain.found += (Found(made, names, start, stop, key.rank) for made in (wrote, "photographer"))
    elif field == "photographer" and not (are_persons(names) or _are_named(chain, names)):
        return  # `图源：作者自己拍的，灯光不好`
    elif field in NAMES and names:
        chain.found.append(Found(field, names, start, stop, key.rank))


# Those behind it wrote the text and took the pictures: `图文：沈见山`, `文/图：何望潮`.
_BOTH = r"(?:文\s?[/、]?\s?图|图\s?[/、]?\s?文)\s?[：|/]"
_BEGINS_BOTH, _ENDS_BOTH = pattern(_BOTH), pattern(rf"(?<![\u4e00-\u9fff]){_BOTH}\s?$")
_LONGEST_BOTH = 8


def made_both(line: str) -> bool:
    """Whether a line says first of all who wrote the text and took the pictures."""
    return _BEGINS_BOTH.match(line) is not None


def _may_be_named(name: str) -> bool:
    """Whether it is no word of the page, no key, and none of what stands beside names."""
    return not (_JUNK.fullmatch(name) or is_chrome(name) or name in keys() or _KIND_OF_TEXT.fullmatch(name) or _MEASURE.search(name))


def _are_named(chain: Chain, names: Sequence[str]) -> bool:
    """Whether those who took pictures may have any name: they are said to be people, or stand beside who wrote the text."""
    beside = any(found.field == "author" for found in chain.found) and max(map(len, names), default=0) <= _LONGEST_PERSON
    return (beside or chain.names[-1] in _TAKEN) and all(map(NAME.fullmatch, names))


_LONGEST_PERSON = 3
# `作者：沈见山，民盟观澜市委委员`
_WITH_POST = pattern(r"(?P<name>[\u4e00-\u9fff]{2,4})，\s?[\u4e00-\u9fff]{5,40}(?:[、，][\u4e00-\u9fff]{2,40}){0,3}")
_WORDS = pattern(r"\S+")
# `原创文章，作者：沈见山，如若转载，请注明出处：…`, `编辑：沈见山返回观澜，查看更多`
_BEHIND_NAMES = pattern(r"[，\s]+(?:如若|如需|若需|未经|转载)|返回[\u4e00-\u9fff]{2,8}，查看更多")
# `采写：观澜晚报记者 沈见山`
_ROLE_BEFORE = pattern(r"[\u4e00-\u9fff]{0,10}(?:记者|通讯员) +(?=\S)")
# Who took a picture may have a nickname; where it comes from may be an agency.
_TAKEN = frozenset({"摄影", "摄", "摄影记者"})
# `作者：沈见山 社区工作总结`: the section of a shop of model texts.
_KIND_OF_TEXT = pattern(r"[\u4e00-\u9fff]{2,}(?:总结|计划|体会|演讲稿|发言稿|讲话稿|范文|作文|申请书|合同|合同范本)")
# `作者：李澜 共1246字 阅读约需4分钟`
_MEASURE = pattern(r"\d\s?(?:字|分钟|次|页)")
# `编辑：对内容负责` is a sentence of the article, `作者：以后一定要当心哦` an answer.
_NO_NAME = pattern(r"负责|[对由要在于从把被向给按应须可将]|.*(?:负责|认真|工作|要求|规定|内容|制度)$|.{4,}[哦啦呀吗啊呢]$")


def _free_value(chain: Chain, key: Key, start: int, end: int) -> None:
    text = chain.line[start:end]
    if len(text) > _LONGEST_FREE or (key.group != "index" and any(ch in "。；" for ch in text)):
        chain.unknown.append(text)
    elif key.field:
        chain.found.append(Found(key.field, chain.raw[start:end], start, end, key.rank))
    elif chain.names[-1] == "IP属地" and (date := find_date(chain.line, start)):  # `IP属地：江苏1楼2025-05-19 14:09回复`
        chain.dates.append(date)
        chain.found.append(Found("published", date.iso, date.start, date.end, 1))


def _buttons_value(chain: Chain, _: Key, start: int, end: int) -> None:
    _loose(chain, start, end)


_READERS = {
    Kind.DATE: _date_value,
    Kind.NUMBER: _number_value,
    Kind.PEOPLE: _people_value,
    Kind.TEXT: _text_value,
    Kind.FREE: _free_value,
    Kind.BUTTONS: _buttons_value,
}

_TOKEN = pattern(r"[^ |*/·，、：【】（）<>»«\-—_~+★☆◆●▲▼■□※↑↓←→'\"]+")
ISSUE = pattern(r"《?[\u4e00-\u9fff（）·]{2,20}》?\s?\d{4}\s?年\s?第?\s?\d{1,2}\s?期")
OUTLET = pattern(r"[\u4e00-\u9fffA-Za-z]{1,14}(?:网|报|社|(?<=[视电播])台|在线|日报|时报|晚报|晨报|早报|周刊|杂志|客户端|融媒|发布|新闻|融媒体中心|传媒|频道)")


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _loose(chain: Chain, start: int, end: int) -> None:
    """Words outside any value: dates, counters, words of the page, the name of an outlet; all else is unknown."""
    line = without_urls(chain.line)
    at = start
    while at < end:
        date = find_date(line, at)
        if date is not None and (date.start >= end or date.end > end):
            date = None
        stop = date.start if date else end
        for match in _TOKEN.finditer(line, at, stop):
            _loose_token(chain, match[0])
        if date is None:
            return
        chain.dates.append(date)
        today = not date.clock and "期" in line[date.start : date.end]  # above everything it may be the day of the visit
        chain.found.append(Found("published", date.iso, date.start, date.end, 1 + today))
        at = date.end


def _loose_token(chain: Chain, token: str) -> None:
    if is_chrome(token):
        chain.chrome += 1
    elif not is_counter(token) and phrase(token) is None:
        chain.unknown.append(token)
