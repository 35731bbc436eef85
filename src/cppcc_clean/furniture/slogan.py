"""Slogans and greetings of the site (NOISE A13): `欢迎光临东皋政协网！今天是2023年11月6日 星期一`; above everything.

Must stay: a headline with a dash, `欢迎` in a speech.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import line
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-slogan",
        "the site greets, names the day or praises itself",
        "欢迎光临观澜政协网！ 今天是2023年11月6日 星期一\n观澜县召开春耕会议\n",
        "观澜县召开春耕会议\n",
    ),
)

_SITE = r"(?:网|网站|门户|文库|论坛|社区|平台|范文|之家|文秘|小说|政协|在线|博客|空间|站)"

CHECKS = (
    line("furniture-slogan", Says.FAIR, Place.TAIL, "稿须知 稿说明 稿要求", r"(?:投稿|征稿|来稿)(?:须知|说明|要求)：.{4,90}", sentence=True),
    line("furniture-slogan", Says.CERTAIN, Place.HEAD, "欢迎您 欢迎你 欢迎光临 欢迎访问 欢迎来到 欢迎浏览 欢迎登录 欢迎登陆", r"[^，。]{0,10}(?:欢迎|热烈欢迎)(?:您|你)?(?:光临|访问|来到|浏览|登录|登陆)[^。]{0,24}(?:网|网站|论坛|在线|文库|官网|本站)(?:[，。！~\s][^。]{0,60}[。！]?)?", sentence=True),
    line("furniture-slogan", Says.STRONG, Place.EDGE, "今天是 星期 周", r"(?:[^。，]{0,20}[，！。\s])?(?:今天是|现在是|今日|当前日期|当前时间)\s?：?\s?(?:公元)?(?:\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日)[\s，]*(?:星期.|周.)?[\s，]*(?:农历.{2,14}|\d{1,2}：\d{2}(?:：\d{2})?)?！?", sentence=True),
    line("furniture-slogan", Says.FAIR, Place.TOP, "◆ ★ ☆ ♥ ❤ ~ ♪ ◇ ● → ^_^", rf"[^。]{{2,40}}{_SITE}[^。]{{0,20}}[◆★☆♥❤♪◇●→^_].{{0,24}}|[^。]{{0,24}}[◆★☆♥❤♪◇]+[^。]{{0,24}}{_SITE}[^。]{{0,20}}|[^。]{{4,40}}{_SITE}[^。]{{0,20}}~", sentence=True),
    line("furniture-slogan", Says.FAIR, Place.TOP, "网 文库 论坛 社区 范文 之家 站", r"(?=.*(?:文库|范文[网站库]|文秘|公文网|论坛|小说网|资料网|阅读网|文学网|作文网|网站|社区|之家|[\u4e00-\u9fff]{2,6}网))(?=.*(?:您|任你|天天|免费|海量|专业|专注|收藏|记住|尽在|欢迎|身边|助手|家园|精彩|为你|为您|每天|好文|下载|第一|最大|领先|平台))[^。《》]{6,44}[。！~]?", sentence=True),
    line("furniture-slogan", Says.FAIR, Place.TOP, "— - – · | ：", r"[^。|]{4,30}\s?[—\-–|·]+\s?[—\-–|·]*\s?[\u4e00-\u9fff]{2,10}(?:文库|范文网|文秘网|作文网|公文网|小说网|资料网|学习网|门户网站)"),
    line("furniture-slogan", Says.FAIR, Place.TOP, "网 文库 论坛 社区", r"[\u4e00-\u9fff]{2,8}(?:网|文库|论坛|社区)\s?[\-–—_|]+\s?[\u4e00-\u9fff，、]{4,20}"),
    line("furniture-slogan", Says.FAIR, Place.TOP, "订阅号 公众号 头条号 百家号", r"[\u4e00-\u9fffA-Za-z]{2,12}(?:订阅号|公众号|头条号|百家号)"),
    line("furniture-slogan", Says.WEAK, Place.TOP, "检察院 法院 网 门户 在线 文库 论坛 委员会 政府 政协 融媒 报 学刊 新闻 大学 学院 中学 医院 图书馆 社区 发布 电子版", r"(?:中国人民政治协商会议|政协)[\u4e00-\u9fff]{2,12}委员会|[\u4e00-\u7683\u7685-\u9fff]{2,16}(?:人民政府|人民检察院|人民法院|政协|融媒体中心|日报社?|晚报|时报|学报|学刊|新闻|大学|学院|中学|医院|图书馆|论坛|社区|数字报|电子报|电子版|发布|政协网|新闻网|政府网|网站|门户网站|官网|官方网站|在线|文库|论坛|信息网|政务网|党建网|人大网|范文网|网)(?:\s?[A-Za-z.' ]{4,60})?"),
    line("furniture-slogan", Says.FAIR, Place.TOP, "博 空间 主页", r"\S{1,16}的(?:博客|微博|博文|空间|个人空间|个人主页|[\u4e00-\u9fff]{2}博客|[\u4e00-\u9fff]{2}空间)(?:\s?[-|_·]\s?\S{2,12})?"),
    line("furniture-slogan", Says.WEAK, Place.TOP, "www. http .com .cn .gov", r"(?:[^。，]{2,24}\s?[（|\-]?\s?)?(?:https?：//|www\.)[\w.\-/]{4,60}）?"),
    line("furniture-slogan", Says.WEAK, Place.TOP, "天气 气温 ℃", r"[^。]{0,30}(?:℃|气温|空气质量)[^。]{0,40}(?:星期|周|℃|风|级|优|良)[^。]{0,20}"),
)  # fmt: skip
