"""What pages say of their articles, form by form; what only looks like it is not read."""

from __future__ import annotations

import pytest

from cppcc_clean.furniture import read
from cppcc_clean.furniture._judge import judge
from cppcc_clean.metadata import Metadata
from cppcc_clean.steps import furniture

TITLE = "青石镇恢复夜渡的提案办理完毕"
BODY = (
    "青石镇的夜渡停了十一年。昨晚，渡船重新开航，两岸的人都到渡口来看。\n"
    "船工沈见山说，头一班船坐了二十三人，末班船到岸时已近子夜。\n"
    "县里准备再添一条船，赶在端午之前下水，把上游的三个村子也连起来。\n"
)
FOOT = "上一篇：春耕会议召开\n下一篇：没有了\n观ICP备99077120号\n"


def said(text: str) -> dict[str, object]:
    """All that is read but the record number."""
    return {name: value for name, value in Metadata(read(text)).items() if name != "icp"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2023-05/06 10:20", {"published": "2023-05-06T10:20"}),
        ("沈见山 | 2023-05-06 | 来源：观澜县政协", {"published": "2023-05-06", "author": ("沈见山",), "source": "观澜县政协"}),
        ("2023-05-06 | 观澜县政协 | 浏览：31", {"published": "2023-05-06", "source": "观澜县政协", "clicks": 31}),
        ("2019-03-17 21:08 木事札记", {"published": "2019-03-17T21:08", "source": "木事札记"}),
        ("已有 2315 次阅读 2021-3-14 09:20 |个人分类:田野笔记|系统分类:生活其它", {"published": "2021-03-14T09:20", "clicks": 2315}),
        ("来源：观澜学刊 | 作者：沈见山 何望潮 | 收稿日期：2020-11-03 | 出版日期：2021-05-20", {"published": "2021-05-20", "source": "观澜学刊", "author": ("沈见山", "何望潮")}),
        ("2023年8月16日 星期三　来源：沅浦日报　第03版：观点", {"published": "2023-08-16", "source": "沅浦日报"}),
        ("日期：2022.11.18 | 栏目：文史天地 | 阅读：1027 | 来源： | T|T", {"published": "2022-11-18", "clicks": 1027}),
        ("来源：《渡口文艺》2020年第2期　|　易闻　|　2020-05-08　|　阅读：703", {"published": "2020-05-08", "source": "《渡口文艺》2020年第2期", "author": ("易闻",), "clicks": 703}),
        ("来源：渡口文艺　|　时政　|　2020-05-08　|　阅读：703", {"published": "2020-05-08", "source": "渡口文艺", "clicks": 703}),
        ("2021-04-23 06:48 来源：观澜晚报 我要评论 (0)", {"published": "2021-04-23T06:48", "source": "观澜晚报"}),
        ("来源：渡口研究\n年份：2016\n下载次数：89", {"published": "2016", "source": "渡口研究"}),
        ("文/渡口的老沈 · 2021-03-11 · 阅读 412", {"published": "2021-03-11", "author": ("渡口的老沈",), "clicks": 412}),
        ("欧阳文澜 · 2022年5月3日 · 望潮评论", {"published": "2022-05-03", "author": ("欧阳文澜",)}),
        ("沈见山 邹媛 2023年04月05日08:12 观澜日报", {"published": "2023-04-05T08:12", "author": ("沈见山", "邹媛"), "source": "观澜日报"}),
        ("2024-04-18 18:05:11 来源：观澜发布 记者 沈见山 通讯员 何望潮", {"published": "2024-04-18T18:05:11", "source": "观澜发布", "reporter": ("沈见山", "何望潮")}),
        ("2023-04-04 来源：望潮日报 分享人：绿萝", {"published": "2023-04-04", "source": "望潮日报"}),
        ("作者：[英国] 哈罗德·彭斯 译者：沈见山 来源：观澜译文", {"author": ("哈罗德·彭斯",), "source": "观澜译文"}),
        ("原创：一叶扁舟 观澜读书会 前天", {"author": ("一叶扁舟",), "source": "观澜读书会"}),
        ("政协观澜县委员会调研组　2020-06-15", {"published": "2020-06-15", "author": ("政协观澜县委员会调研组",)}),
        ("2023-12-11 佚名 浏览：340", {"published": "2023-12-11", "clicks": 340}),
        ("2021-10-15 17:30来源南渡口新闻", {"published": "2021-10-15T17:30", "source": "南渡口新闻"}),
        ("来信人：小沈\n来信时间：2024-07-03\n公开发布时间：2024-07-11", {"published": "2024-07-11", "author": ("小沈",)}),
        ("云岭文史馆 2022-05-16 07:30 云南\n以下文章来源于云岭文史馆 ,作者沈见山\n来源：《云岭文史》", {"published": "2022-05-16T07:30", "source": "《云岭文史》", "author": ("沈见山",)}),
        ("岚溪政协\n2024-03-29 18:05\n以下文章来源于岚溪日报 ，作者陈可 沈见山\n岚溪日报", {"published": "2024-03-29T18:05", "source": "岚溪日报", "author": ("陈可", "沈见山")}),
        ("以下文章来源于望潮文艺 ，作者半亩 山人\n2024-03-29 18:05", {"published": "2024-03-29T18:05", "source": "望潮文艺", "author": ("半亩",)}),
        ("石桥下的键盘\n于 2023-08-06 14:52:10 发布\n阅读量5214", {"published": "2023-08-06T14:52:10", "source": "石桥下的键盘", "clicks": 5214}),
        ("栖岭政协 栖岭政协\n2024年04月18日 19:42 江西", {"published": "2024-04-18T19:42", "source": "栖岭政协"}),
        ("澜湾新闻 记者 沈见山 2024-03-26 09:12 阅读 28631", {"published": "2024-03-26T09:12", "source": "澜湾新闻", "reporter": ("沈见山",), "clicks": 28631}),
        ("时间：2024-12-11 14:20:33　作者：佚名　社区工作总结　我要投稿", {"published": "2024-12-11T14:20:33"}),
        ("时间：2024-12-11 14:20:33　作者：沈见山　社区工作总结　我要投稿", {"published": "2024-12-11T14:20:33", "author": ("沈见山",)}),
        ("关注者\n218\n被浏览\n38,416\n2 个回答", {"clicks": 38416}),
        ("提案编号：第070号\n提案人：沈见山\n发布日期：2023-01-12　浏览次数：598", {"published": "2023-01-12", "author": ("沈见山",), "clicks": 598}),
        ("潘越 2017-11-06 15:56\n本文已影响171人", {"published": "2017-11-06T15:56", "author": ("潘越",)}),
        ("渡口 2017-11-06 15:56", {"published": "2017-11-06T15:56", "source": "渡口"}),
        ("原创 渡口的石头 拾穗集 2024-08-20 07:57 上海", {"published": "2024-08-20T07:57", "source": "拾穗集", "author": ("渡口的石头",)}),
        ("原创 观澜第三医院 观澜第三医院 2023-12-19", {"published": "2023-12-19", "source": "观澜第三医院"}),
        ("2020-08-18 南窗札记 情感领域创作者", {"published": "2020-08-18", "source": "南窗札记"}),
        ("热度：75℃ 点击：949", {"clicks": 949}),
        ("碧川观察\n2023年3月22日 14:58 江苏", {"published": "2023-03-22T14:58", "source": "碧川观察"}),
        ("责编 沈见山 美编 何望潮", {"editor": ("沈见山",)}),
        ("2025年01月09日\n来源：望潮日报", {"published": "2025-01-09", "source": "望潮日报"}),
        ("原创 小柳 柳渡发布 2024-06-01 07:30 广西", {"published": "2024-06-01T07:30", "source": "柳渡发布", "author": ("小柳",)}),
        ("2024-06-01 来源：观澜日报\n机构 | 要闻 | 公告 | 提案 | 专委会", {"published": "2024-06-01", "source": "观澜日报"}),
        ("2024年4月18日\n打印 转寄 分享 微信 微博", {"published": "2024-04-18"}),
        ("2016-03-18 星期五 港闻 A12", {"published": "2016-03-18"}),
        ("木事札记 2019年3月17日 21:08 浙江", {"published": "2019-03-17T21:08", "source": "木事札记"}),
        ("2025\n06/17\n07:45:12\n来源：观澜日报", {"published": "2025-06-17T07:45:12", "source": "观澜日报"}),
        ("2024年\n03-05\n星期二", {"published": "2024-03-05"}),
        ("2023-05-06\n来源：\n观澜日报\n浏览：\n876\n次", {"published": "2023-05-06", "source": "观澜日报", "clicks": 876}),
        ("发布：2024/5/21 16:04:37 ┊ 来源：清澜日报 第A03版 ┊ 【字体：大 中 小】", {"published": "2024-05-21T16:04:37", "source": "清澜日报"}),
        ("日期：2023-05-06 作者：黄 楠点击：document.write(GetHits(20817));次", {"published": "2023-05-06", "author": ("黄楠",)}),
        ("文：沈见山图：何望潮编辑：武思齐日期：2023-05-06", {"published": "2023-05-06", "author": ("沈见山",), "photographer": ("何望潮",), "editor": ("武思齐",)}),
        ("撰文：Vivian Kwok、何望潮 日期：2023-05-06", {"published": "2023-05-06", "author": ("Vivian Kwok", "何望潮")}),
        ("原创 云汀政协 2023-07-14 19:30 编辑于 2023-07-15 08:11 发表于江西", {"published": "2023-07-14T19:30", "source": "云汀政协"}),
        ("2019-03-17 21:08 沈见山", {"published": "2019-03-17T21:08", "author": ("沈见山",)}),
        ("来源：观澜日报 有 12 人参与 2023-05-06", {"published": "2023-05-06", "source": "观澜日报"}),
        ("发布者：沈见山 发布时间：2023-05-06", {"published": "2023-05-06", "author": ("沈见山",)}),
        ("发布者：新闻中心 发布时间：2023-05-06", {"published": "2023-05-06"}),
        ("写信人：清风徐来　写信时间：2023-05-01 20:13　公开时间：2023-05-06", {"author": ("清风徐来",), "published": "2023-05-06"}),
        ("写信人：清风徐来　写信时间：2023-05-01 20:13\n答复单位：县公安局 答复时间：2023-05-04", {"author": ("清风徐来",), "published": "2023-05-01T20:13"}),
        ("写信人：清风徐来　写信时间：2023-05-01 20:13", {"author": ("清风徐来",), "published": "2023-05-01T20:13"}),
        ("记者 沈山 2024-03-26 09:12", {"published": "2024-03-26T09:12", "reporter": ("沈山",)}),
        ("渡口新闻 记者 沈见山、何望潮\n2024-03-26 09:12", {"published": "2024-03-26T09:12", "reporter": ("沈见山", "何望潮"), "source": "渡口新闻"}),
        ("2024-03-26 09:12·丘陵志\n关注", {"published": "2024-03-26T09:12", "source": "丘陵志"}),
        ("2024-03-26 09:12\n·\n山野志\n·\n关注", {"published": "2024-03-26T09:12", "source": "山野志"}),
        ("原创\n沈见山\n渡口闲笔\n2024年03月26日 09:12", {"published": "2024-03-26T09:12", "author": ("沈见山",), "source": "渡口闲笔"}),
        ("渡口散人\n关注\n2021.06.12 21:33\n阅读 536", {"published": "2021-06-12T21:33", "source": "渡口散人", "clicks": 536}),
        ("关注者 34 被浏览 8652", {"clicks": 8652}),
        ("公众号：檐下听雨  作者：沈见山  发布时间：2023-06-18 07:15:08", {"published": "2023-06-18T07:15:08", "author": ("沈见山",), "source": "檐下听雨"}),
        ("http://news.guanlan.example/s/2003-08-11/1.html 2003年08月12日10:22 观澜早报",
         {"published": "2003-08-12T10:22", "source": "观澜早报", "url": "http://news.guanlan.example/s/2003-08-11/1.html"}),
    ],
)  # fmt: skip
def test_fields_under_the_headline(line: str, expected: dict[str, object]) -> None:
    assert said(f"{TITLE}\n{line}\n{BODY}{FOOT}") == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("观澜新闻网讯（记者 沈见山 何望潮 文/图）", {"dateline": "观澜新闻网讯", "reporter": ("沈见山", "何望潮"), "photographer": ("沈见山", "何望潮")}),
        ("本报讯 记者沈见山报道：", {"dateline": "本报讯", "reporter": ("沈见山",)}),
        ("南浦观察1月20日讯（记者 沈见山）", {"dateline": "南浦观察1月20日讯", "reporter": ("沈见山",)}),
        ("（文/沈见山 图/何望潮）", {"author": ("沈见山",), "photographer": ("何望潮",)}),
        ("〔观澜时报讯〕（记者沈见山）", {"dateline": "观澜时报讯", "reporter": ("沈见山",)}),
        ("〔记者沈见山报导〕", {"reporter": ("沈见山",)}),
        ("〔记者说〕", {}),
        ("（以下简称夜渡）", {}),
        ("据通讯（第三期）", {}),
        ("本报讯，括号，记者，三个字的名字不空。", {}),
        ("〔观澜时报讯，记者沈见山／观澜报导〕", {"dateline": "观澜时报讯", "reporter": ("沈见山",)}),
    ],
)
def test_openings(opening: str, expected: dict[str, object]) -> None:
    assert said(f"{TITLE}\n{opening}{BODY}{FOOT}") == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("沈见山 口述 何望潮 整理", {"author": ("沈见山", "何望潮")}),
        ("（作者：沈见山，系观澜大学教授）", {"affiliation": "观澜大学教授", "author": ("沈见山",)}),
        ("（沈见山）编辑：何望潮 / 审核：武思齐", {"author": ("沈见山",), "editor": ("何望潮",)}),
        ("图片｜网络 点击绿标", {}),
        ("一审一校：沈见山 责任编辑：何望潮_HT0911", {"editor": ("何望潮",)}),
        ("责编\n沈见山\n校审\n何望潮", {"editor": ("沈见山",)}),
        ("（全文完）", {}),
        ("（沈 见）", {"author": ("沈见",)}),
        ("（观澜县政协办 沈 见）", {"author": ("沈见",)}),
        ("（作者系观澜县政协委员、县中医院副院长  沈见山）", {"affiliation": "观澜县政协委员、县中医院副院长", "author": ("沈见山",)}),
        ("作者：沈见山，民盟观澜市委委员", {"author": ("沈见山",)}),
        ("作者：沈见山，何望潮", {"author": ("沈见山", "何望潮")}),
        ("作者简介：沈见山，1971年生，观澜人，市作家协会会员。", {"author": ("沈见山",)}),
        ("作者简介：从略，见前。", {}),
        ("（原载《观澜文史》第十二辑）", {"source": "《观澜文史》第十二辑"}),
        ("采写：观澜晚报记者 沈见山\n编辑：何望潮", {"reporter": ("沈见山",), "editor": ("何望潮",)}),
        ("原创文章，作者：沈见山，如若转载，请注明出处：https://www.qsz.example.cn/news/83187.html", {"author": ("沈见山",), "url": "https://www.qsz.example.cn/news/83187.html"}),
        ("▲沈见山 摄\n记者丨何望潮\n责任编辑丨武思齐", {"photographer": ("沈见山",), "reporter": ("何望潮",), "editor": ("武思齐",)}),
        ("摄像/沈见山\n编辑/何望潮", {"editor": ("何望潮",)}),
        ("青石镇最具影响力的微信公众号，商务合作：0748-2746307", {"phone": "0748-2746307"}),
        ("相关推荐", {}),
        ("（沈见）", {"author": ("沈见",)}),
        ("（金融）", {}),
        ("（待 续）", {}),
        ("记者：沈见山 何望潮 编辑：武思齐 责审：白芷", {"reporter": ("沈见山", "何望潮"), "editor": ("武思齐",)}),
        ("（沈见山 摄影报道）", {"photographer": ("沈见山",)}),
        ("□ 本报记者 沈 见 文 何 望 摄", {"reporter": ("沈见",), "photographer": ("何望",)}),
        ("文/沈见山 图/木青山", {"author": ("沈见山",), "photographer": ("木青山",)}),
        ("文/沈见山　摄影：老方", {"author": ("沈见山",), "photographer": ("老方",)}),
        ("年份　线路　客运量（万人次）", {}),
        ("（作者单位：中共观澜县委党校）③7", {"affiliation": "中共观澜县委党校"}),
        ("文｜沈见山　图｜何望潮、Leo", {"author": ("沈见山",), "photographer": ("何望潮", "Leo")}),
        ("文｜沈见山　图｜Freepik", {"author": ("沈见山",)}),
        ("编辑：何望潮　版式：武思齐　校对：向　前", {"editor": ("何望潮",)}),
    ],
)
def test_closings(closing: str, expected: dict[str, object]) -> None:
    assert said(f"{TITLE}\n{BODY}{closing}\n{FOOT}") == {"title": TITLE, **expected}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("夜渡的头一班船。渡口新闻记者 沈见山 图", {"photographer": ("沈见山",)}),
        ("沈见山 地图", {}),
        ("图文丨沈见山 何望潮 编辑丨武思齐", {"author": ("沈见山", "何望潮"), "photographer": ("沈见山", "何望潮"), "editor": ("武思齐",)}),
        ("编辑：文：沈见山 图：何望潮", {"author": ("沈见山",), "photographer": ("何望潮",)}),
        ("责任编辑：沈见山返回渡口，查看更多", {"editor": ("沈见山",)}),
        ("编辑：周 芷兰", {"editor": ("周芷兰",)}),
    ],
)
def test_who_made_it(line: str, expected: dict[str, object]) -> None:
    assert said(f"{TITLE}\n{BODY}{line}\n{FOOT}") == {"title": TITLE, **expected}


def test_the_digital_edition_of_a_newspaper_names_the_paper() -> None:
    assert said(f"观澜日报数字报\n2023-05-06 14:05\n{TITLE}\n{BODY}{FOOT}")["source"] == "观澜日报"


def test_an_answer_to_a_comment_is_no_author() -> None:
    comments = "精选留言\n海风\n差点就采了\n作者：以后一定要当心哦\n写留言\n"
    assert "author" not in said(f"{TITLE}\n2023-05-06 来源：观澜日报\n{BODY}{comments}{FOOT}")


def test_who_posts_later_on_a_board_is_no_author() -> None:
    head = "论坛 » 城事杂谈\n发新帖　回复\n"
    later = "回复 支持 3 反对 0\n二月河 发表于 前天 08:02 板凳\n不对不对，我们唱的是另一首。\n"
    assert "author" not in said(f"{head}{TITLE}\n2023-05-06 只看楼主 倒序浏览\n{BODY}{later}{later}")


def test_a_newspaper_above_everything_is_the_source() -> None:
    page = f"观澜日报\n2023年05月06日 星期六\n第02版：要闻\n上一版 下一版\n{TITLE}\n本报记者 沈见山\n{BODY}{FOOT}"
    assert said(page) == {"title": TITLE, "source": "观澜日报", "published": "2023-05-06", "reporter": ("沈见山",)}


def test_the_first_poster_is_the_author() -> None:
    board = (
        "有谁还记得老汽车站门口那家修表铺？\n[复制链接]\n江边钓叟\n主题 62 帖子 1508 积分 4377\n发表于 2011-3-27 22:14 | 只看该作者\n"
        f"{BODY}回复 支持 反对\n城南旧雨\n发表于 2011-3-27 23:02 | 只看该作者\n缪师傅我认识，他家就住我外婆隔壁，搬走好几年了。\n返回列表\n"
    )
    assert said(board) == {"title": "有谁还记得老汽车站门口那家修表铺？", "author": ("江边钓叟",), "published": "2011-03-27T22:14"}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("观澜文库 > 方案\n工程建筑\n您正在浏览：青石渡口桩基施工方案.doc\n下载文档\n格式：DOC 页数：18\n青石渡口桩基施工方案\n", "青石渡口桩基施工方案"),
        ("版面导航\n第A03版：深度\n▪种下一片海\n▪编后：慢一点\n上一篇 下一篇\n种下一片海\n鲸礁湾里看“蓝色粮仓”\n本报记者 沈见山\n", "种下一片海 鲸礁湾里看“蓝色粮仓”"),
        ("首页 > 小说 > 渡口\n第九章 雪夜的渡口\n作者：独钓 更新：2006-12-19\n", "第九章 雪夜的渡口"),
    ],
)
def test_headlines_below_lists(head: str, title: str) -> None:
    assert said(f"{head}{BODY}{FOOT}")["title"] == title


def test_a_long_line_stays_while_no_headline_is_sure() -> None:
    """The short line above it may be the site's, or the headline."""
    text = f"云端客户端\n打开APP\n凌晨四点的豆腐坊，亮着灯在等\n点赞\n{BODY}{FOOT}"
    judged = judge(text)
    assert not judged.gone[2]


def test_names_under_each_piece_of_a_list_are_no_author() -> None:
    """A single bracket with names below the text is one."""
    assert said(f"征联\n{BODY}（黄荞丹 罗源）\n{FOOT}")["author"] == ("黄荞丹", "罗源")
    assert "author" not in said(f"征联\n{BODY}桥上过桥，桥边问路\n（汨罗 司马青）\n灯下翻书，书生灯影\n（黄荞丹 罗源）\n{FOOT}")


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("步见山1，何望潮2\n（1.观澜大学；2.青石镇中学）\n", {"author": ("步见山", "何望潮")}),
        ("沈见山1,2、何望潮2*\n摘要：渡口停航多年。\n", {"author": ("沈见山", "何望潮")}),
        ("阅读3\n（1.观澜大学；2.青石镇中学）\n", {"clicks": 3}),
        ("沈见山\n\n系缆桩\n", {"author": ("沈见山",)}),
        ("\n沈见山\n\n系缆桩\n", {}),
        ("值班\n沈见山\n\n系缆桩\n", {}),
        ("沈见山　何望潮\n观澜大学地理科学学院\n摘要：渡口停航多年。\n", {"author": ("沈见山", "何望潮")}),
        ("八（3）班 沈见山\n", {"author": ("沈见山",)}),
        ("呼斯勒，沈见山\n作者单位：观澜大学地理科学学院\n", {"author": ("呼斯勒", "沈见山"), "affiliation": "观澜大学地理科学学院"}),
        ("呼斯勒，沈见山\n渡口的书房\n", {}),
        ("青石镇 渡船队\n", {}),
        ("（2023年4月19日）\n市政协副主席 沈见山\n", {"author": ("沈见山",), "published": "2023-04-19"}),
        ("——在市政协十届三次会议上的发言\n（2023年4月19日）\n沈见山\n", {"author": ("沈见山",), "published": "2023-04-19"}),
        ("（2023年4月19日）\n农工党观澜市委会 沈见山\n", {"author": ("沈见山",), "published": "2023-04-19"}),
        ("——在市政协十届三次会议上的发言\n民建观澜市委会\n（2023年4月19日）\n", {"author": ("民建观澜市委会",), "published": "2023-04-19"}),
        ("——在市政协十届三次会议上的发言\n民建的茶\n（2023年4月19日）\n", {"published": "2023-04-19"}),
        ("易闻\n", {"author": ("易闻",)}),
        ("金融\n", {}),
        ("时评\n", {}),
        ("本报记者 沈见山 文/图\n", {"reporter": ("沈见山",), "photographer": ("沈见山",)}),
        ("（文/图 沈见山）\n", {"author": ("沈见山",), "photographer": ("沈见山",)}),
        ("■ 观澜市政协委员 沈见山\n", {"author": ("沈见山",)}),
        ("■文/观澜市社科联课题组\n", {"author": ("观澜市社科联课题组",)}),
        ("■ 观澜市政协委员 渡船队\n", {}),
        ("中共观澜县委党校　梁 栋\n", {"author": ("梁栋",)}),
        ("观澜县人大常委会办公室 沈见山\n", {"author": ("沈见山",)}),
        ("民革观澜市委\n", {"author": ("民革观澜市委",)}),
        ("全媒体记者 沈见山 文 何望潮 图\n", {"reporter": ("沈见山",), "photographer": ("何望潮",)}),
        ("本报记者 沈见山 图文 通讯员 何望潮\n", {"reporter": ("沈见山", "何望潮"), "photographer": ("沈见山",)}),
        ("沈见山 遗稿\n", {"author": ("沈见山",)}),
        ("口述：沈见山　整理：何望潮\n", {"author": ("沈见山", "何望潮")}),
        ("整理：衣物被褥\n", {}),
        ("[俄]伊万·科罗温 著　　沈见山 译\n", {"author": ("伊万·科罗温",)}),
        ("沈 见 (观澜学院, 观澜 332000)\n", {"author": ("沈见",)}),
        ("图文：沈见山\n", {"author": ("沈见山",), "photographer": ("沈见山",)}),
        ("文、图：沈见山\n", {"author": ("沈见山",), "photographer": ("沈见山",)}),
        ("文图｜何望潮 沈见山\n", {"author": ("何望潮", "沈见山"), "photographer": ("何望潮", "沈见山")}),
        ("——在观澜市政协四届二次会议上的发言\n民建观澜市委员会  沈见山\n", {"author": ("沈见山",)}),
        ("文/图 本报记者 沈见山\n", {"reporter": ("沈见山",), "photographer": ("沈见山",)}),
        ("沈见山 文/摄\n", {"author": ("沈见山",), "photographer": ("沈见山",)}),
        ("任远，丁一\n", {"author": ("任远", "丁一")}),
        ("论文作者：沈见山\n", {"author": ("沈见山",)}),
        ("编辑整理：沈见山\n", {}),
        ("提案号：第044号  提案人：沈见山  提案者界别：教育界\n", {}),
        ("（2023年4月19日）\n夜渡 沈见山\n", {"published": "2023-04-19"}),
        ("（2023年4月19日）\n市文联干部 演讲稿\n", {"published": "2023-04-19"}),
    ],
)
def test_names_under_the_headline(below: str, expected: dict[str, object]) -> None:
    found = said(f"{TITLE}\n{below}{BODY}{FOOT}")
    assert {name: value for name, value in found.items() if name != "title"} == expected


def test_a_document_number_above_the_headline_is_none_of_it() -> None:
    assert said(f"首页 > 文件\n观政发〔2021〕14号\n\n{TITLE}\n\n{BODY}{FOOT}")["title"] == TITLE


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2023-05-06 14:05 观澜新闻网 字级：小 中 大", {"published": "2023-05-06T14:05", "source": "观澜新闻网"}),
        ("观澜晨报 | 2023年5月6日 | B07：潮汐副刊", {"published": "2023-05-06", "source": "观澜晨报"}),
        ("作者：沈见山 学位：硕士 点击： 下载：", {"author": ("沈见山",)}),
        ("时间：2023-05-06 作者：网友投稿 本文已影响 人", {"published": "2023-05-06"}),
        ("2023-05-06 来源：观澜日报 T|T", {"published": "2023-05-06", "source": "观澜日报"}),
        ("观澜县人民医院 2023-05-06 11:58 发表于四川", {"published": "2023-05-06T11:58", "source": "观澜县人民医院"}),
        ("观澜晨报 | 2023-05-06 | 06版：社区 | 新闻热线：0515-88230110", {"published": "2023-05-06", "source": "观澜晨报", "phone": "0515-88230110"}),
        ("2023-05-06 来源：观澜日报 T大T小", {"published": "2023-05-06", "source": "观澜日报"}),
        ("2023-05-06 09:12 观澜晚报第3版 我要评论", {"published": "2023-05-06T09:12", "source": "观澜晚报"}),
        ("2023-05-06 09:12\n观澜晚报/记者沈见山\n分享 打印", {"published": "2023-05-06T09:12", "source": "观澜晚报", "reporter": ("沈见山",)}),
    ],
)
def test_papers_beside_the_date(line: str, expected: dict[str, object]) -> None:
    assert said(f"{TITLE}\n{line}\n{BODY}{FOOT}") == {"title": TITLE, **expected}


def test_a_journal_and_its_volume_above_everything_are_the_source() -> None:
    assert said(f"观澜学刊 2020, Vol. 12 Issue (6): 45-52\n最新目录 | 下期目录 | 过刊浏览\n{TITLE}\n{BODY}{FOOT}")["source"] == "观澜学刊"
    assert "source" not in said(f"{TITLE}\n{BODY}论文刊于观澜学刊 2020, Vol. 12，写的就是这个渡口。\n{BODY}{FOOT}")


@pytest.mark.parametrize(
    ("line", "title", "author"),
    [
        ("母亲的针线筐　□ 沈见山", "母亲的针线筐", ("沈见山",)),
        ("夜过观澜（外一首） 文/沈见山", "夜过观澜（外一首）", ("沈见山",)),
        ("寻驴记（作者：沈见山）", "寻驴记", ("沈见山",)),
        ("寻驴记（作者：待定）", "寻驴记（作者：待定）", None),
        ("夜过观澜（外一首）", "夜过观澜（外一首）", None),
        ("来信标题：渡口的灯什么时候修", "渡口的灯什么时候修", None),
        ("【走基层】\n渡口的新账本", "渡口的新账本", None),
        ("抗战时期的观澜中学", "抗战时期的观澜中学", None),
    ],
)
def test_what_the_line_of_the_headline_says(line: str, title: str, author: tuple[str, ...] | None) -> None:
    found = said(f"首页 > 文苑\n{line}\n{BODY}{FOOT}")
    assert (found["title"], found.get("author")) == (title, author)


def test_a_newspaper_beside_its_menu_is_the_source() -> None:
    assert said(f"观澜日报 | 标题导航 | 版面导航\n{TITLE}\n{BODY}{FOOT}")["source"] == "观澜日报"
    assert "source" not in said(f"{TITLE}\n{BODY}观澜日报 | 订阅\n{BODY}{FOOT}")


def test_a_section_of_the_path_posted_nothing() -> None:
    assert "source" not in said(f"首页 > 诗歌 > 现代诗\n{TITLE}\n石见 | 2020-02-28 | 诗歌\n{BODY}{FOOT}")


def test_a_date_below_the_headline_is_likelier_than_one_above_it() -> None:
    assert said(f"公文写作 | 2022-04-14\n网站首页 工作计划 工作报告 发言稿 合同 作文\n{TITLE}\n[2022-03-15] 【大 中 小】【打印】【关闭】\n{BODY}{FOOT}")["published"] == "2022-03-15"
    assert said(f"观澜日报\n2022年4月14日 星期四\n第3版：要闻\n上一版 下一版\n{TITLE}\n{BODY}{FOOT}")["published"] == "2022-04-14"


def test_who_asks_beside_the_visits_is_the_author() -> None:
    page = f"观澜知道 > 生活\n{TITLE}\n木木妈妈 | 浏览 1204 次 | 举报\n{BODY}分享\n最佳答案\n柠檬不酸 2016-12-17\n{BODY}已赞过 已踩过 评论 收起\n"
    assert said(page)["author"] == ("木木妈妈",)


def test_a_board_that_names_itself_below_a_post_is_no_source() -> None:
    page = f"发信人: mumu , 信区: Life\n标  题: {TITLE}\n发信站: 青麓水木站 (Fri May 16 08:16:46 2025), 站内\n{BODY}--\n※ 来源:·青麓水木站 bbs.example.cn·[FROM: 10.2.3.*]\n"
    assert "source" not in said(page)


def test_the_headline_below_a_path_that_is_open_stays() -> None:
    page = f"{TITLE}-学子范文网\n首页>公文写作>\n{TITLE}\n发布时间：2018-12-04 手机版\n{BODY}{FOOT}"
    assert TITLE in furniture.STEP(page).split("\n")
    assert said(page)["title"] == TITLE


def test_who_comments_is_no_author() -> None:
    assert "author" not in said(f"首页 > 文苑\n{TITLE}\n{BODY}{FOOT}网友评论\n网友：山里来的\n说得好。\n")


def test_who_told_the_story_counts_where_no_author_is_named() -> None:
    told = "（沈见山口述，何望潮整理）"
    assert said(f"首页 > 文史\n{TITLE}\n作者：何望潮\n阅读：93\n{BODY}{told}\n{FOOT}")["author"] == ("何望潮",)
    assert said(f"首页 > 文史\n{TITLE}\n阅读：93\n{BODY}{told}\n{FOOT}")["author"] == ("沈见山", "何望潮")


def test_who_answers_a_question_without_a_name_is_no_author() -> None:
    head = f"首页 发现 等你来答\n登录/注册\n{TITLE}\n{BODY}关注问题　写回答　邀请回答\n关注者 96　被浏览 18220\n"
    assert said(f"{head}2 个回答\n默认排序\n岸芷\n328 人赞同了该回答\n{BODY}编辑于 2022-03-09 11:20\n赞同 328　分享　收藏　喜欢\n") == {"title": TITLE, "clicks": 18220}


def test_the_first_floor_names_the_author() -> None:
    page = f"贴吧 > 樟浦吧 > 看贴\n{TITLE}\n只看楼主 收藏 回复\n泥瓦匠的儿子 楼主 1楼 2019-12-03 20:15 来自Android客户端\n{BODY}回复(6) 收起回复\n樟浦一枝花 初级粉丝 2楼 2019-12-03 20:40\n{BODY}"
    assert said(page)["author"] == ("泥瓦匠的儿子",)


def test_the_name_of_a_journal_above_everything_is_the_source() -> None:
    assert said(f"望潮社会主义学院学报\n期刊简介 | 编委会 | 投稿指南 | 联系我们\n{TITLE}\n发布日期：2020-06-15\n{BODY}{FOOT}")["source"] == "望潮社会主义学院学报"


def test_where_a_talk_was_given_is_none_of_the_headline() -> None:
    assert said(f"{TITLE}\n——在全市政协信息工作培训班上的讲课提纲\n（2021年4月22日）\n沈见山\n{BODY}")["title"] == TITLE


def test_the_date_of_an_answer_is_not_that_of_the_question() -> None:
    page = f"首页 > 问答\n{TITLE}\n提问者：小沈　提问时间：2021-03-06 15:40　浏览 9031 次\n{BODY}2 个回答\n默认排序\n{BODY}发布于 2021-03-06 16:22\n赞同 152 4 条评论 分享 收藏\n"
    assert said(page)["published"] == "2021-03-06T15:40"


def test_a_letterhead_is_no_headline() -> None:
    assert said(f"观澜县人民政府文件\n\n观政发〔2021〕14号\n\n{TITLE}\n\n{BODY}")["title"] == TITLE


def test_minutes_are_no_headline_above_their_number() -> None:
    assert said(f"专题会议纪要\n（2024年第5期）\n\n{TITLE}\n\n{BODY}")["title"] == TITLE


def test_minutes_are_one_above_the_facts() -> None:
    assert said(f"青石镇渡口管理会议纪要\n时间：2021年8月19日\n地点：渡口\n{BODY}")["title"] == "青石镇渡口管理会议纪要"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("来信人：山边的老周 来信时间：2023-05-22 22:47 状态：已办结", ("山边的老周",)),
        ("提问者：山里的核桃 | 浏览 8640 次 | 2020-06-18 提问", ("山里的核桃",)),
        ("提案人：沈见山\n发布日期：2024年9月\n浏览次数：", ("沈见山",)),
        ("提案人：沈见山\n案由：关于恢复夜渡的提案", None),
        ("来信人：龚* 来信时间：2023-05-22 22:47 状态：已办结", None),
        ("发布者：新闻中心 发布时间：2023-05-22", None),
    ],
)
def test_who_asks(line: str, author: tuple[str, ...] | None) -> None:
    assert said(f"首页 > 互动\n{TITLE}\n{line}\n{BODY}{FOOT}").get("author") == author


def test_the_author_of_a_book_that_is_spoken_of_is_not_that_of_the_page() -> None:
    """Above the text he is."""
    book = "作者：何望潮\n出版社：河湾出版社\n"
    assert said(f"{TITLE}\n沈见山 南窗慢读 2022-04-23\n{BODY}《一条河的两岸》\n{book}{BODY}{FOOT}")["author"] == ("沈见山",)
    assert said(f"{TITLE}\n作者：何望潮\n{BODY}{FOOT}")["author"] == ("何望潮",)
    assert "author" not in said(f"{TITLE}\n2022-04-23 来源：观澜日报\n{BODY}《一条河的两岸》\n{book}{BODY}{FOOT}")


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("客服电话：400-012-3489 观ICP备17026635号-3", "400-012-3489"),
        ("客服电话：400-0819-661 观ICP备17026635号", "400-0819-661"),
        ("客服电话： 观ICP备17026635号-3", None),
        ("服务专线：(04)2299-0187 传真：(04)2299-0188 观ICP备17026635号", "(04)2299-0187"),
        ("客服專線：04-2377-1902 觀ICP備17026635號", "04-2377-1902"),
        ("办公电话：0776-2830011转8012 观ICP备17026635号", "0776-2830011转8012"),
        ("投诉电话：0511-96345 观ICP备17026635号", "0511-96345"),
        ("客服电话：0766-5550018 观ICP备17026635号", "0766-5550018"),
    ],
)
def test_telephones_beside_the_record_number(line: str, phone: str | None) -> None:
    assert said(f"{TITLE}\n2023-05-06\n{BODY}{line}\n{FOOT}").get("phone") == phone


def test_lines_that_blank_lines_part_everywhere_touch() -> None:
    """Only where all are parted the gaps say nothing."""
    head = "把隐患当事故\n把预案当实战\n2023-05-06 来源：观澜日报\n"
    everywhere = "\n\n".join(f"{head}{BODY}{FOOT}".split("\n"))
    assert said(everywhere)["title"] == "把隐患当事故 把预案当实战"
    assert said(f"把隐患当事故\n\n把预案当实战\n2023-05-06 来源：观澜日报\n{BODY}{FOOT}")["title"] == "把预案当实战"


def test_who_signs_a_document_is_no_headline() -> None:
    head = "沅教函〔2024〕31号\n签发人：沈见山\n办理结果：A类\n"
    assert said(f"2023-05-06 来源：观澜县政协\n{head}对第086号提案的答复\n何望潮委员：\n{BODY}{FOOT}")["title"] == "对第086号提案的答复"


def test_the_name_of_a_site_above_its_menu_is_no_headline() -> None:
    head = "观澜统计局\n首页 机构概况 信息公开 数据发布 互动交流\n首页 > 信息公开 > 统计公报\n索引号\n003152901/202106-00012\n发布机构\n观澜统计局\n发布日期\n2021-06-08\n"
    assert said(f"{head}观澜县2020年第七次人口普查主要数据公报\n{BODY}{FOOT}")["title"] == "观澜县2020年第七次人口普查主要数据公报"


def test_the_motto_of_an_account_is_no_headline() -> None:
    assert said(f"打开APP\n观澜融媒\n看得见的家乡\n{TITLE}\n观澜融媒\n2024-07-22 18:20\n+关注\n{BODY}{FOOT}")["title"] == TITLE


def test_a_mask_is_nobody() -> None:
    assert "author" not in said(f"{TITLE}\n某某某\n{BODY}{FOOT}")


def test_an_account_above_everything_does_not_hide_the_headline() -> None:
    page = f"桐坞读书\n2020-06-25\n收录于合集 #乡土散文 21个\n外婆的水车谣\n点击下方绿标，收听主播朗读音频\n00:00 07:36\n文/沈见山\n{BODY}{FOOT}"
    assert "外婆的水车谣" in furniture.remove_furniture(page)


def test_a_paper_on_files_is_one() -> None:
    assert said(f"论渡口管理的规范性文件\n\n{TITLE}\n\n{BODY}")["title"] == "论渡口管理的规范性文件"


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("沈见山 青石渡口 2023-05-06", {"published": "2023-05-06", "author": ("沈见山",), "source": "青石渡口"}),
        ("沈见山 何望潮 2023-05-06", {"published": "2023-05-06", "author": ("沈见山", "何望潮")}),
        ("青石渡口 2023-05-06 21:06 已认证：青石渡口官方账号", {"published": "2023-05-06T21:06", "source": "青石渡口"}),
        ("青石县融媒体中心\n2023-05-06 21:06\n阅读 3460", {"published": "2023-05-06T21:06", "source": "青石县融媒体中心", "clicks": 3460}),
        ("春江花月\n2023-05-06 21:06\n阅读 3460", {"title": f"{TITLE} 春江花月", "published": "2023-05-06T21:06", "clicks": 3460}),
    ],
)
def test_who_posted_the_page(stamp: str, expected: dict[str, object]) -> None:
    assert said(f"{TITLE}\n{stamp}\n{BODY}{FOOT}") == {"title": TITLE, **expected}


def test_a_journal_that_is_cited_is_no_headline() -> None:
    head = f"观澜学刊\n首页 | 期刊介绍 | 编委会 | 投稿指南\n文章来源：《观澜学刊》2022年第2期\n• 渡口研究 • 上一篇 下一篇\n{TITLE}\n"
    assert said(head + BODY + FOOT) == {"title": TITLE, "source": "《观澜学刊》2022年第2期"}


def test_a_line_of_verse_is_no_headline() -> None:
    verses = "船开了\n水合上\n灯在对岸\n你在对岸\n篙子撑着月光\n一声一声地过去\n这一夜没有人等在渡口上\n"
    found = said(f"青石诗刊 2020-11-08\n↑ 点击上方“青石诗刊”，可订阅\n渡\n沈见山\n▼\n{verses}{FOOT}")
    assert found.get("title", "渡") == "渡"


def test_where_counters_say_recommended() -> None:
    assert "clicks" not in said(f"{TITLE}\n{BODY}全文下载 摘要点击\n推荐阅读 0\n{FOOT}")


def test_who_wrote_it_and_where_he_works() -> None:
    found = said(f"{TITLE}\n{BODY}（作者：沈见山，系观澜县人民医院急诊科副主任医师）\n{FOOT}")
    assert found == {"title": TITLE, "author": ("沈见山",), "affiliation": "观澜县人民医院急诊科副主任医师"}


def test_a_row_of_a_table_names_nobody() -> None:
    assert "author" not in said(f"{TITLE}\n岗位 人数 学历\n古籍整理 1 本科及以上 中文类\n{BODY}{FOOT}")


def test_a_headline_of_two_lines_above_a_foreword() -> None:
    page = f"雪线上的邮路\n一位乡邮员和他的四千三百个包裹\n编者按：快递不通的最后四十二公里，由一个人、一匹马接上。\n{BODY}"
    assert said(page)["title"] == "雪线上的邮路 一位乡邮员和他的四千三百个包裹"


def test_an_account_above_the_headline() -> None:
    page = f"观澜融媒　+关注\n{TITLE}\n发布于 2025-01-18 06:50　阅读 31206\n{BODY}{FOOT}"
    assert said(page) == {"title": TITLE, "source": "观澜融媒", "published": "2025-01-18T06:50", "clicks": 31206}
