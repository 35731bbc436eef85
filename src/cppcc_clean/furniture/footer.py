"""Footers (NOISE A5): record numbers, copyright lines, who runs and who built the site; at the very end.

`ICP备`, `公网安备`, `网站标识码` with their numbers are sure wherever they stand. 主办单位, 承办单位, 联系电话, 邮编 occur in notices and are weak:
they leave only at the end and beside other furniture. Must stay: a sentence about such things (`ICP备案是网站合法运营的
前提。`, `版权所有者有权许可他人使用其作品。`), 主办单位 and 联系电话 of a notice.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import line
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-footer",
        "record numbers, copyright, who runs the site, address and telephone at the end",
        "会议通过了三项决定。\nCopyright © 2019-2024 观澜县数据局 All Rights Reserved\n观ICP备99077120号-3\n",
        "会议通过了三项决定。\n",
    ),
)

CHECKS = (
    line("furniture-footer", Says.CERTAIN, Place.EDGE, "ICP 网安备 标识码 公安备案",
         r".{0,120}(?:ICP\s?(?:备案?|证|备案序号|备案号|许可证)?\s?(?:：|字)?\s?[\dA-Z]|ICP备案?号?(?:序号)?\s?(?:：|$)|网安备(?:案)?号?\s?(?:：|\d|$)|(?:政府)?网站标识码\s?(?:：|\d|$)|公安(?:机关)?备案(?:号|编号|序号)?\s?：?\s?\d).{0,200}", sentence=True),
    line("furniture-footer", Says.CERTAIN, Place.EDGE, "许可证 视听节目",
         r".{0,60}(?:新闻信息服务|视听节目|增值电信业务|广播电视节目制作|网络出版服务?|网络文化经营|电子公告服务|互联网药品)\S{0,12}许可证?.{0,160}"),
    line("furniture-footer", Says.STRONG, Place.TAIL, "Copyright copyright COPYRIGHT © Rights （C） （c） 版权所有",
         r".{0,60}(?:(?:[Cc]opyright|COPYRIGHT)\s?(?:©|（[Cc]）|&|：|[12]\d{3}|[Bb]y\b|[Rr]eserved|$)|(?:^|[\s|])©\s?\w|©\s?(?:19|20)\d\d|[Aa]ll\s?[Rr]ights|ALL RIGHTS|（[Cc]）\s?\d{4}|^[※\s【]*版权所有\s?(?:[\s：|】©\d]|[Bb]y|$)|版权所有\s?(?:©|：|$|\d)|^.{2,20}版权所有(?:[\s|]|$)).{0,160}", sentence=True),
    line("furniture-footer", Says.WEAK, Place.TAIL, "技术支持 网站建设 设计制作 运行维护 建设维护 网站维护", r".{0,60}(?:技术支持|网站建设|设计制作|运行维护|建设维护|网站维护|网站设计)(?:单位)?\s?(?:：|/|\||和).{1,60}"),
    line("furniture-footer", Says.FAIR, Place.TAIL, "连续出版物 国内统一刊号 邮发代号 广告热线 发行热线 订购热线 新闻热线 报料 总编室 投稿 商务合作 广告合作", r".{0,30}(?:国内统一(?:连续出版物号|刊号)|邮发代号|(?:广告|发行|订购|新闻|报料|爆料|投诉|投稿)热线|商务合作|广告合作|投稿邮箱|投稿信箱|总编室)\s?(?:：|\||\s|[A-Z\d]).{2,80}"),
    line("furniture-footer", Says.STRONG, Place.EDGE, "论文", r"(?:职称|核心|学术|毕业|期刊)?论文(?:发表|代写|写作|投稿|代发)[\u4e00-\u9fff]{0,6}(?:电话|热线|QQ|微信)\s?：\s?[\dA-Za-z][\w\-、/ ]{4,30}"),
    # How the page or the reply was liked; what an article asks is of something else.
    line("furniture-footer", Says.STRONG, Place.TAIL, "您对 你对 您觉得 你觉得 您认为",
         r"""[您你](?:对|觉得|认为)[^。，]{0,12}(?:本[页站文次网]|[此该这][次页文条篇]|网站|页面|文章|回复|答复|办理|内容|信息|资料)[^。，]{0,16}(?:满意|评价(?:已提交，谢谢参与)?|有帮助|有用|怎么样|如何)[^。，]{0,4}[？：！]?
             (?:\s*[○〇◯☐□]?\s?[\u4e00-\u9fff]{0,3}满意)*\s*【?(?:提交(?:评价)?|评价|确定)?】?""", sentence=True),
    line("furniture-footer", Says.STRONG, Place.TAIL, "本站为文档 您对本页 年度报表", r"本站为文档[^。]{2,80}[^\n]{0,120}|您对本页[^。]{0,20}(?:满意|评价)[^。]{0,20}|.{0,14}年度报表", sentence=True),
    line("furniture-footer", Says.CERTAIN, Place.EDGE, "有害健康 有碍健康 不用抽 隐私权规范 活动办法", r"[^\u4e00-\u9fff]{0,3}饮酒过量，?有[害碍]健康(?:，?未满?(?:18|十八)岁[\u4e00-\u9fff]{2,8})?[^\u4e00-\u9fff]{0,3}|不用抽\s?不用抢.{4,60}|点我下载APP.{0,20}|请同意我们的隐私权规范.{0,40}", sentence=True),
    line("furniture-footer", Says.CERTAIN, Place.EDGE, "最佳 建议", r"[^。，]{0,12}(?:最佳|建议)(?:浏览|显示|访问)[^。]{0,12}\d{3,4}\s?[×xX*]\s?\d{3,4}.{0,20}"),
    line("furniture-footer", Says.FAIR, Place.TAIL, "@", r"[^。：]{0,8}(?:投稿|来稿|邮箱|信箱|[Ee]-?mail)\s?[：|]?\s?\S{2,30}@\S{3,40}"),
    line("furniture-footer", Says.STRONG, Place.TAIL, "您是第 位访客 访问人数 在线 访问量 累计", r".{0,20}(?:您是第|你是第|本站访问|总访问|今日访问|当前在线|在线人数|累计访问|访问统计|访客).{0,10}\d.{0,20}|.{0,10}您是(?:本站)?第.{0,20}(?:访客|访问者|位).{0,6}"),
    line("furniture-footer", Says.STRONG, Place.TAIL, "法律顾问 信息举报 涉未成年人", r".{0,30}(?:(?:常年)?法律顾问：|违法(?:和)?不良信息举报(?:中心|电话|邮箱)?|网上有害信息举报|涉未成年人|有害信息举报|不良信息举报).{0,100}"),
    line("furniture-footer", Says.STRONG, Place.TAIL, "主办 承办 主管 运营", r"(?:本站|本网站|网站)?由?.{0,30}(?:主办|承办|主管|运营)(?:\s?(?:：|\|)).{2,40}(?:\s|\|).{0,10}(?:技术支持|网站维护|版权|备案|网站管理).{0,80}"),
    line("furniture-footer", Says.WEAK, Place.TAIL, "政府网站 党政机关 事业单位 工信部 网警 网络警察 举报中心 网信", r"(?:政府网站找错|党政机关|事业单位(?:标识)?|工信部.{0,12}|网络?警(?:察|务).{0,12}|.{0,16}举报(?:中心|平台|专区)|.{0,12}网络110.{0,8}|中国互联网.{0,14}|网信.{0,10}|经营性网站备案信息|可信网站.{0,10}|诚信网站.{0,10}|国家政务服务平台.{0,10})(?:[\s|].{0,40})?"),
)  # fmt: skip
