"""Other articles (NOISE A9): `— 相关新闻 —` and the headlines under it, and lists of headlines above the article.

Must stay: bullet lists of the body (they end with `。` or `；`), numbered measures, a section `相关链接` with prose under it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, line, spread, whole, words
from cppcc_clean.furniture._shapes import BULLET, BULLETS
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-related",
        "links to other articles below the article: a label and the headlines under it",
        "今天上午，春耕会议在观澜县城召开，会议通过了三项决定，会期一天。\n相关新闻\n栖霞镇启动春季植树活动\n观澜县城三座停车场投入使用\n",
        "今天上午，春耕会议在观澜县城召开，会议通过了三项决定，会期一天。\n",
    ),
    Rule(
        "furniture-headline-list",
        "headlines of other articles listed above the article",
        "- 县政协召开主席会议研究年度协商计划\n- 栖霞镇启动春季植树活动\n- 观澜县城三座停车场投入使用\n观澜县召开春耕会议\n今天上午，春耕会议在观澜县城召开，会议通过了三项决定，会期一天。\n",
        "观澜县召开春耕会议\n今天上午，春耕会议在观澜县城召开，会议通过了三项决定，会期一天。\n",
    ),
)

_LABELS = frozenset(
    ["相关新闻", "相关阅读", "类似问题", "其他类似问题", "更多类似问题", "相似问题", "贴吧热议榜", "热议榜", "相关咨询", "相关问答", "相关问题", "相关报道", "相关链接", "相关文章", "相关文献", "相似文献", "相关推荐", "相关信息", "相关资讯", "相关内容", "相关主题", "相关热词", "相关专题", "相关稿件", "相关文档", "相关范文", "相关话题", "相关搜索", "相关视频", "相关下载", "相关解读", "相关论文", "相关附件下载", "推荐阅读", "推荐新闻", "推荐文章", "推荐内容", "为你推荐", "为您推荐", "猜你喜欢", "猜您喜欢", "你可能喜欢", "您可能喜欢", "你可能感兴趣", "您可能感兴趣", "你可能还喜欢", "您可能感兴趣的文章", "你可能感兴趣的内容", "延伸阅读", "扩展阅读", "拓展阅读", "阅读推荐", "新闻推荐", "精彩推荐", "编辑推荐", "今日推荐", "热门推荐", "本站推荐", "网站推荐", "图文推荐", "热点推荐", "小编推荐", "好文推荐", "精选推荐", "精华推荐", "最新推荐", "往期推荐", "往期回顾", "往期精彩", "往期精选", "往期内容", "近期热文", "往期热文", "近期文章", "近期评论", "最近更新", "最近文章", "最近评论", "最新文章", "最新新闻", "最新资讯", "最新动态", "最新更新", "最新发布", "最新内容", "最新评论", "最新回复", "最新信息", "最新热点", "最新日志", "热门文章", "热门新闻", "热门资讯", "热门标签", "热门评论", "热门话题", "热门排行", "热门点击", "热门内容", "热点新闻", "热点文章", "热点资讯", "热点排行", "热点专题", "热点聚焦", "热词", "热文推荐", "热文排行", "热文", "热帖", "热帖推荐", "今日热点", "今日头条", "今日要闻", "今日热搜", "今日热门", "今日焦点", "本周热门", "本周热文", "一周热门", "24小时热文", "24小时热榜", "24小时热闻", "新闻排行", "新闻排行榜", "点击排行", "点击排行榜", "阅读排行", "阅读排行榜", "阅读排名", "浏览排行", "排行榜", "热榜", "一周排行", "本月排行", "月排行", "周排行", "日排行", "人气排行", "点击榜", "热点图片", "图片新闻", "视频推荐", "精彩图片", "图片推荐", "高清图集", "图集推荐", "精彩视频", "视频新闻", "精彩图集", "其他新闻", "其它新闻", "其他人还看了", "大家都在看", "大家都在搜", "大家还在看", "还有更多", "更多新闻", "更多文章", "更多相关", "更多相关文章", "更多推荐", "更多精彩", "更多精彩内容", "更多资讯", "更多内容", "更多阅读", "同类文章", "同类推荐", "同类新闻", "同类文章推荐", "同栏目文章", "本栏目最新文章", "本类推荐", "本类最新", "本类热门", "本类热点", "本类排行", "本栏推荐", "栏目推荐", "网友评论", "最热评论", "全部评论", "精彩评论", "评论列表", "热门跟帖", "最新跟帖", "发表评论", "我要评论", "评论区", "用户评论", "文章评论", "网友热评", "相关评论", "网友留言", "友情链接", "站内链接", "文章归档", "日志归档", "文章分类", "日志分类", "博客分类", "分类目录", "标签云", "博主推荐", "作者其他文章", "该作者其他文章", "作者最新文章", "他的其他文章", "他的最新文章", "热门专题", "专题推荐", "引用本文", "相关附件", "共引文献", "同被引文献", "引证文献", "二级引证文献", "引文网络", "同行关注文献", "相关作者", "相关期刊", "读者推荐", "本刊更多文章", "本期目录", "本期更多文章", "同期文章", "要闻推荐", "头条推荐", "头条新闻", "滚动新闻", "即时新闻", "今日关注", "国内新闻", "看过本文的还看了", "看过该文章的人还看过", "看了又看", "看了该文章的人还看了", "喜欢该文的人也喜欢", "喜欢此文的人还喜欢", "阅读更多", "继续阅读", "关联文件", "相关法规", "附件下载", "相关文件", "关联信息", "关联稿件", "相关资料", "相关解读材料", "解读材料", "政策图解", "图解政策", "解读链接", "浏览过的版块", "看看谁收藏了", "二级参考文献", "中国期刊全文数据库", "参考文献列表", "文档评价", "相关资源", "本期要目", "同版文章", "本版其他文章", "本版其它文章", "同版新闻", "本版新闻", "您可能还对以下资源感兴趣", "编辑精选", "大家还看了", "网友还看了", "猜您感兴趣", "站长推荐", "热评文章", "随机文章", "随机推荐", "随便看看", "小编精心推荐", "推荐度", "相关范文推荐", "推荐帖子", "热门帖子", "精华帖子", "相关帖子", "最新主题", "热门主题", "推荐主题", "相关图书", "上一组图", "下一组图", "热门阅读", "精品推荐", "精彩内容", "推荐资讯", "推荐信息", "推荐文档", "热门文档", "猜你想看", "你还可以看", "延伸阅读更多", "热门话题榜", "更多报道", "更多相关新闻", "最多人看", "热门关键字", "人气新闻", "相关关键字", "同类热门", "栏目热门", "最新图文", "更多"]
)
_COMMENTS = frozenset(["评论", "跟贴", "跟帖", "网友评论", "最热评论", "全部评论", "精彩评论", "评论列表", "热门跟帖", "最新跟帖", "发表评论", "我要评论", "评论区", "用户评论", "文章评论", "网友热评", "相关评论", "网友留言", "最新评论", "热门评论", "留言精选", "精选留言", "近期评论"])
_DECORATION = " —-–―_=*·●■◆★☆▲▼►▶◎○□※>»<«|：【】（）《》~“”+#↓、"

# Headlines are longer than a menu's word and shorter than a paragraph.
_LONGEST = 70
# This many paragraphs behind a list still count as the page's end: disclaimers, an address.
_PROSE_BEHIND = 2


def label(line: str) -> str:
    """A line without its decoration."""
    return line.strip(_DECORATION).replace(" ", "")


_COUNT = pattern(r"（?\d{1,6}）?条?$")


# `【观澜县工作总结】相关文章：`
_QUOTED = pattern(r"^[【《“][^】》”]{4,60}[】》”]的?(?=.)")


def _name(row: Row) -> str:
    bare = label(_QUOTED.sub("", row.line) if row.line[0] in "【《“" else row.line)
    return _COUNT.sub("", bare) if bare[-1:] in ("）", ")", "条") or bare[-1:].isdecimal() else bare


def _is_label(row: Row) -> bool:
    if row.raw[-1] in "。！？；，":
        return False
    bare = _name(row)
    if row.line[-1] == "：" and _OF_THIS.fullmatch(bare):
        return True
    if _ALSO_READ.fullmatch(bare):
        return True
    if len(bare) > 30:
        return False
    return bare in _LABELS or _REMARKS.fullmatch(bare) is not None or _KIND.fullmatch(bare) is not None or (bare.endswith("更多") and bare[:-2] in _LABELS) or (bare.endswith("更多报道") and len(bare) < 14)


# Below an article; on a board every post has such a button.
_REMARKED = pattern(r"(?:共|全部)?\d{1,6}条(?:评论|留言|跟[帖贴])|(?:评论|留言|跟[帖贴])（?\d{1,6}）?")


def _heads_remarks(page: Page, row: Row) -> bool:
    """Whether a line says how many remarks of readers follow: `评论 12`, `41 条评论`."""
    return not row.long and _REMARKED.fullmatch(label(row.line)) is not None and not page.forum


# `社区春节联欢会主持词相关文章：`
_OF_THIS = pattern(r".{4,40}(?:相关|推荐|同类)(?:文章|阅读|内容|范文|文档|资料|新闻|推荐)")

# Labels are made of few words: what of, and what.
_OF_WHAT = "相关|推荐|热门|最新|精彩|更多|往期|延伸|猜你|为你|为您|您可能|你可能|大家|近期|本周|今日|热点|头条|精选|随机|相似|类似|同类|本类|图文|编辑|同期|站内|全站|本站|最热|最近|一周|今天|昨日|随便"
_WHOSE = "网友|全部|最新|精彩|热门|精选|读者|用户|文章|大家|我要|所有"
_KIND = pattern(
    rf"(?:{_OF_WHAT})"
    r"[\u4e00-\u9fff]{0,6}(?:新闻|阅读|推荐|文章|报道|链接|资讯|视频|专题|排行|排行榜|回顾|喜欢|在看|热文|文献|论文|文档|范文|评论|图片|图集|话题|帖子|主题|更新|发布|精选|热点|头条|日志|博文|好文|跟贴|跟帖|看看|图书|小说|问题|问答)"
)
_ALSO_READ = pattern(r"看了?.{2,40}的?(?:人|网友|用户|读者)还(?:看了|喜欢|在看)")
_REMARKS = pattern(rf"(?:{_WHOSE})(?:的)?(?:评论|留言|跟帖|跟贴|热议|点评|热评|讨论)(?:区|列表|板|精选)?")
_TEASER = pattern(r".{15,}(?:\.{3}|…+)(?:【?(?:详情|详细|更多|全文|阅读全文|查看)】?[>»]*)?")
# Links to other articles are numbered `1.`, not so.
_NUMBERED = pattern(r"(?:[一二三四五六七八九十]+、|\d{1,2}、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节条])")


def _is_headline(row: Row) -> bool:
    """A headline of another article: no final mark (a question or a call may have one), or a teaser that is cut."""
    if row.long:
        return False
    line = row.line
    if _TEASER.fullmatch(line):
        return True
    if len(line) > _LONGEST or _NUMBERED.match(line) or "。" in line or line.rstrip("）】").endswith("摄"):
        return False
    return not row.sentence or (line[-1] in "？！" and len(line) < 40)


def _lists(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """A label near the end and everything under it down to the next paragraph; dated headlines under a label anywhere."""
    counted = {row.number for row in rows if _heads_remarks(page, row)}
    labels = counted | {row.number for row in rows if _is_label(row)}
    for at in sorted(labels):
        yield from _dated(page, at)
    # Other lists stand below an article: there must be one above them, and next to nothing of it below.
    first = next((row.number for row in page.rows if row.prose), len(page)) if labels else 0
    labels = {at for at in labels if at >= first}
    over = _end_of_article(page) if labels else 0
    for at in sorted(labels):
        row = page.rows[at]
        bare = _name(row)
        comments = bare in _COMMENTS or _REMARKS.fullmatch(bare) is not None or at in counted
        members = []
        for below in map(page.rows.__getitem__, range(at + 1, len(page))):
            if not (_is_headline(below) or (comments and not below.long)) or below.number in labels:
                break
            members.append(below)
        if comments and not any(_is_comment(page, member) or _COMMENT_FOOT.fullmatch(member.line) for member in members):
            members = [member for member in members if _is_headline(member)][: len(members)]
        end = at + 1 + len(members)
        if end < over or (not members and end < len(page) and page.rows[end].prose):
            continue
        yield row.number, Claim("furniture-related", Says.CERTAIN if members else Says.WEAK, Place.EDGE)
        for member in members:
            yield member.number, Claim("furniture-related", Says.STRONG, Place.TAIL, sentence=True)


# Model-text sites put such a list between two texts: `社区志愿者工作总结01-12`.
_DATED = pattern(r"[^。：]{4,40}?(?:\d{4}-)?\d\d-\d\d")


def _dated(page: Page, at: int) -> Iterator[tuple[int, Claim]]:
    """Headlines with the day glued behind them, right under the label there, wherever that stands."""
    below = map(page.rows.__getitem__, range(at + 1, len(page)))
    for row in itertools.takewhile(lambda row: _DATED.fullmatch(row.line), below):
        yield row.number, Claim("furniture-related", Says.CERTAIN, Place.ANYWHERE)


def _end_of_article(page: Page) -> int:
    """Behind this row stand at most so many paragraphs that do not speak of the page."""
    seen = 0
    for row in reversed(page.rows):
        seen += row.prose and not _speaks_of_page(row)
        if seen > _PROSE_BEHIND:
            return row.number + 1
    return 0


def _speaks_of_page(row: Row) -> bool:
    from cppcc_clean.furniture.disclaimer import says

    return any(True for _ in says(row.line))


_COMMENT_HEAD = pattern(r"(?:【[^】]{2,20}(?:网友|用户|游客)[^】]{0,10}】|[^ ：。，]{1,16}：|\S{1,16} \d{1,2}(?:小时|分钟|天)前).*")
_COMMENT_FOOT = pattern(r".{0,24}(?:顶|踩|赞|回复|举报|支持|反对|楼)\s?（?\d*）?.{0,20}")


def _is_comment(page: Page, row: Row) -> bool:
    """A remark of a reader: signed before it or with buttons below it."""
    if len(row.raw) > 120:
        return False
    if _COMMENT_HEAD.fullmatch(row.line):
        return True
    below = page.rows[row.number + 1] if row.number + 1 < len(page) else None
    return below is not None and len(below.raw) < 40 and _COMMENT_FOOT.fullmatch(below.line) is not None


_LEAST = 3


def _head_list(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    """Three or more bulleted headlines at the top, with the article below them."""
    if sum(BULLET.match(row.line) is not None for row in rows) < _LEAST:
        return
    for run in _bulleted(page):
        last = run[-1].number + 1
        announced = run[0].number > 0 and page.rows[run[0].number - 1].line[-1] == "："
        if announced or not _are_headlines(run) or not any(row.prose for row in page.rows[last:]):
            continue
        # Above the article: at the very top, or with the headline below (`●` lines under a headline are its summary).
        below = page.rows[last]
        headline = _SHORTEST <= len(below.raw) <= _LONGEST and not below.sentence
        for row in run:
            yield row.number, Claim("furniture-headline-list", Says.STRONG, Place.HEAD if headline else Place.TOP)


def _bulleted(page: Page) -> Iterator[list[Row]]:
    """The runs of bulleted lines above the first paragraph."""
    above = itertools.takewhile(lambda row: not row.prose, page.rows[:_FAR])
    for bulleted, run in itertools.groupby(above, _is_item):
        if bulleted:
            yield list(run)


def _is_item(row: Row) -> bool:
    return not row.long and BULLET.match(row.line) is not None and not row.sentence and "。" not in row.line


def _are_headlines(run: list[Row]) -> bool:
    """Whether so many items are a menu, or most of them as long as headlines."""
    lengths = [len(row.raw) for row in run]
    return len(run) >= _LEAST and (max(lengths) <= _LONGEST_ITEM or sum(length >= _LIKELY for length in lengths) * 2 > len(run))


_FAR = 60
_SHORTEST, _LIKELY, _LONGEST_ITEM = 8, 10, 8


CHECKS = (
    words("furniture-related", Says.FAIR, " ".join(sorted(_LABELS - {"热词"}))),
    whole(_lists, cues=spread((*_LABELS, *_OF_WHAT.split("|"), *_WHOSE.split("|")))),
    whole(_head_list, cues=tuple(BULLETS)),
    line("furniture-related", Says.CERTAIN, Place.EDGE, "相关文章 相关阅读 相关推荐", r"[【《“][^】》”]{4,40}[】》”]的?(?:相关文章|相关阅读|相关推荐)：?\s?.{0,90}"),
    line("furniture-related", Says.CERTAIN, Place.EDGE, "相关新闻 相关阅读 相关报道 推荐阅读 延伸阅读 看更多 更多新闻 往期回顾 猜你喜欢 热门推荐 同场加映", r"[—\-\s【>»·▼※◎●◆○]*(?:相关新闻|相关阅读|相关报道|(?:本站|小编|编辑|本文)?推荐阅读|延伸阅读|看更多|更多新闻|往期回顾|猜你喜欢|热门推荐|同场加映)[】—\-\s]*[：|/】]\s?[^。]{4,60}"),
    line("furniture-related", Says.CERTAIN, Place.EDGE, "www http", r"(?:更多|本文来自|本文来源|首发于?|尽在|整理自|转载自|出处|欢迎访问|请访问|文章来自)[^。]{0,30}(?:www\.|https?：//)[^。]{2,60}"),
    line("furniture-related", Says.STRONG, Place.TAIL, "相关 关联 推荐 延伸 更多 链接 阅读 解读",
         r"[—\-\s【>»·]*(?:相关新闻|相关阅读|相关报道|相关链接|相关文章|相关推荐|推荐阅读|延伸阅读|往期回顾|往期推荐|往期精彩|精彩推荐|新闻链接|解读链接|政策解读|相关解读|相关文件|关联文件|关联政策|政策原文|文件原文|图解|相关专题|更多新闻|猜你喜欢)(?:[】—\-\s]+：?|：)\s?[^。]{4,80}"),
    line("furniture-related", Says.CERTAIN, Place.TAIL, "感谢您访问", r".{0,6}感谢您访问我们的网站.{0,40}", sentence=True),
    line("furniture-related", Says.STRONG, Place.EDGE, "更多", r"[>»【\s]*(?:点击)?(?:查看|阅读|了解|浏览)?更多[^。]{0,12}(?:报道|新闻|内容|文章|评论|精彩|资讯|>|»|推荐|信息|动态|专题|跟帖|】)[>»\s]*"),
    line("furniture-related", Says.STRONG, Place.EDGE, "条评论 条回复 个评论 条跟帖 个回复 条留言", r"(?:共有?|已有|全部|查看)?\s?\d{1,6}\s?(?:条|个|人)(?:评论|回复|跟帖|留言|参与|网友评论)[^。]{0,12}"),
)  # fmt: skip
