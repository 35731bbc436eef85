"""Log-in and pay walls, apps, document shops (NOISE A10): `admin 分享 时间： 加入收藏 共计1846个字，预计阅读时长7分钟`.

Must stay: numbers in the body (`前后共计2961个字`), `点击查看键`, `用手机下载戏曲`.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import line, tail, words
from cppcc_clean.furniture._shapes import FILE_ENDING, FILE_ENDINGS
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-paywall",
        "log in, pay, load the app, prove that you are human",
        "会议通过了三项决定。\n登录后阅读全文\n",
        "会议通过了三项决定。\n",
    ),
    Rule(
        "furniture-document-card",
        "a document shop's card of the document: uploader, number, format, pages, price",
        "述职报告\n上传人：admin  文档编号：30418867  格式：DOCX  页数：4\n各位同仁：\n",
        "述职报告\n各位同仁：\n",
    ),
)

_FILE_CUES = " ".join((*FILE_ENDINGS, *map(str.upper, FILE_ENDINGS)))

CHECKS = (
    line("furniture-paywall", Says.STRONG, Place.TAIL, "预览完", r"(?:亲，)?(?:该|本)?文档[^。]{0,16}预览完[^。]{0,20}[。！]?", sentence=True),
    words("furniture-paywall", Says.CERTAIN,
          "点击查看更多 点击查看全文 点击阅读全文 点击下载全文 点击展开全文 展开阅读全文 继续免费阅读 继续阅读 查看全文 阅读全文 阅读剩余全文 阅读余下全文 免费下载 立即下载 下载文档 下载本文 下载全文 下载原文 点击下载 马上下载 免费阅读 在线阅读 在线预览 打开APP查看 打开APP 打开APP阅读 打开APP阅读全文 下载APP 下载客户端 APP下载 "
          "打开客户端 APP内打开 在APP中打开 打开微信 客户端下载 请输入验证码 验证码 看不清 换一张 请先登录 登录后查看 登录后阅读全文 登录后继续阅读 请登录后查看 登录查看更多 未登录 开通会员 开通VIP 升级会员 VIP会员 会员专享 加入VIP 成为会员 立即购买 加入购物车 立即开通 购买本文 购买文档 充值 金币 积分 "
          "论文部分内容阅读 本文内容阅读 全文阅读 原文阅读 试读 试读结束 免费试读 文档预览 预览 资源描述 文档介绍 文档简介 全文预览 文档加载中 文档分享 预览文档 上传文档 我要上传 上传资料 在线文档 上传文档赚钱 版权申诉 书签 合集下载 下载声明 猜你喜欢 小编精心推荐 余下全文 参考文献下载 VIP免费下载 VIP专享 下载此文档 下载该文档 收藏本文 收藏文档 分享文档 我来评论 点击加载更多 文献传递 免费咨询 登录并发表 去阅读 不用抽 现在用APP看新闻 订阅电子报 赞助广告 加载更多评论 加载中 正在加载 努力加载中 请稍候 请稍后 页面加载中 展开剩余 展开更多 本章未完 看后求收藏 "
          "请继续往下阅读 继续往下看 文章继续 内容继续 推广 广告也精彩 Advertisement 广告位 赞助商链接 赞助内容 赞助 点击关闭广告 关闭广告 广告位招租 相关附件下载 全文下载 PDF下载 CAJ下载 HTML阅读 分享文献 收藏文献 引用文献 导出引用 导出参考文献 下载本文档 立即阅读 全文快照 阅读器下载"),
    line("furniture-paywall", Says.CERTAIN, Place.ANYWHERE, "格式", r"文档为\s?(?:docx?|pdf|pptx?|xlsx?|wps|txt)\s?格式"),
    words("furniture-paywall", Says.FAIR, "下载 相关 举报 上传 免费 全文 购买 会员 VIP 客服 元 文档 认领 图文 DOC DOCX PDF"),
    line("furniture-paywall", Says.CERTAIN, Place.ANYWHERE, "广告 AD Advertisement", r"[^\u4e00-\u9fffA-Za-z0-9]{1,6}(?:广告|AD|Advertisement|赞助)[^\u4e00-\u9fffA-Za-z0-9]{0,6}|广告[^\u4e00-\u9fffA-Za-z0-9]{1,6}"),
    line("furniture-paywall", Says.STRONG, Place.EDGE, "广告 AD", r"广告|AD"),
    line("furniture-paywall", Says.CERTAIN, Place.ANYWHERE, "往下", r"[^\u4e00-\u9fff]*请?(?:继续)?往下(?:继续)?(?:阅读|看|滑动|滚动)[^\u4e00-\u9fff]*"),
    line("furniture-paywall", Says.CERTAIN, Place.EDGE, "分钟",
         r".{0,60}(?:共计?|全文|约|本文)\s?\d{2,7}\s?个?字.{0,8}阅读.{0,8}\d{1,4}\s?分钟.{0,10}|(?:预计|建议|推荐)?阅读(?:时长|时间|约需|需要|需)\s?：?约?\s?\d{1,4}\s?分钟"),
    line("furniture-paywall", Says.CERTAIN, Place.EDGE, "未完， 已阅读 还剩 剩余 本文共 文档共 全文共 ￥ ¥",
         r"[…\.]*（?(?:未完，剩余[^。]{2,20}|已阅读\d+页|未完，全文|还剩\d+页|剩余\d+[页%字]|(?:本文档?|文档|全文)共\d+[页字]，)[^。]{0,20}(?:未读|继续阅读|阅读|显示|第\d+页|下载|免费|展开)[^。]{0,20}）?|（剩余\d+字）|(?:立即|马上|点击)?(?:下载|购买|开通)[^。]{0,6}[￥¥]\s?\d[\d.]*.{0,10}"),
    tail("furniture-paywall", "未完 全文共 剩余", r"（(?:未完|剩余|全文共|本文共)[^（）]{2,30}）"),
    line("furniture-paywall", Says.STRONG, Place.EDGE, "登录 登陆 注册 会员 VIP 购买 付费 积分 开通 订阅",
         r"""[（【]?(?:您|你|请|还没|尚未|需要?|该|此|本文|本|剩余|想要|登录|登陆|付费|购买|开通|注册|成为|订阅|阅读)[^。]{0,20}
             (?:登录|登陆|注册|会员|VIP|购买|付费|积分|开通|订阅)[^。]{0,4}(?:查看|阅读|下载|回帖|发帖|评论|回复|继续|全文|后|才能|可见|更多|内容|即可|立即注册|收藏|发表)[^。]{0,20}[。！）】]?""", sentence=True),
    line("furniture-paywall", Says.STRONG, Place.EDGE, "打开 APP App app 客户端",
         r"(?:请?打开|下载|进入|前往|安装|点击打开|点击下载|用|在)[^。，“]{0,14}(?:APP|App|app|客户端|新闻|头条)[^。“，]{0,4}(?:查看|阅读|观看|看|体验)(?:全文|更多|精彩|完整|体验|原文|\S{0,4}评论|\S{0,6}图片)?[^。，]{0,8}"),
    line("furniture-paywall", Says.STRONG, Place.EDGE, "点击 下载 展开 查看 阅读", r"[>»【（\s↓▼]*(?:请?点击|立即|马上|免费|展开|在线|查看|阅读|单击|继续|余下|剩余)(?![^。]{0,12}(?:附件|报名|申报|表))[^。，；“《]{0,8}(?:全文|原文|更多|文档|预览|剩余\d*%?|余下\S{0,4}|完整\S{0,4}|大图)(?:内容|信息|文章|资料|正文|部分)?[>»】）\s↓▼]*"),
    line("furniture-paywall", Says.CERTAIN, Place.ANYWHERE, "展开剩余 展开余下", r"(?:点击)?展开(?:剩余|余下)\s?\d{1,2}%(?:的?(?:内容|全文|文章))?"),
    line("furniture-paywall", Says.STRONG, Place.EDGE, "试读 提示信息 正在加载 验证码 本章未完 看不清", r"[（【]?(?:试读|本章未完|请认真阅读下面的提示信息|请输入验证码|正在加载|看不清)[^。]{0,40}[）】]?\.*(?:继续阅读)?[。]?", sentence=True),
    line("furniture-document-card", Says.CERTAIN, Place.EDGE, _FILE_CUES, rf"(?!附件|\d[.、]).{{0,60}}{FILE_ENDING}(?:[_\s]第?\d+页.{{0,10}}|\s?_?(?:免费下载|在线预览|下载).{{0,8}})"),
    line("furniture-paywall", Says.CERTAIN, Place.EDGE, "免费预览", r".{0,40}(?:超出|超过)免费预览.{0,30}", sentence=True),
    line("furniture-paywall", Says.CERTAIN, Place.ANYWHERE, "一秒记住 请大家收藏 手机用户请 更新速度", r".{0,16}(?:一秒记住|请大家收藏：|手机用户请(?:浏览|访问|到)|更新速度(?:全网)?最快).{0,50}", sentence=True),
    line("furniture-document-card", Says.CERTAIN, Place.EDGE, "下载：", rf"(?:附件|点击|立即|免费|马上)下载：\s?\S{{2,60}}{FILE_ENDING}"),
    line("furniture-document-card", Says.CERTAIN, Place.EDGE, "级：★ 分：★ 级：☆", r"[\u4e00-\u9fff]{2}(?:星级|评级|评分)：[★☆]{3,5}"),
    line("furniture-document-card", Says.STRONG, Place.EDGE, "会员分享 末页 国旗 讲稿", r".{0,60}由会员分享，可在线阅读.{0,80}|(?:文档)?已到(?:文档)?末页|部分文档作品中含有的国旗、国徽等图片.{0,40}|如PPT文件的首页显示word图标.{0,40}", sentence=True),
    line("furniture-document-card", Says.STRONG, Place.EDGE, "金币 下载券 人已阅读 人下载 次下载", r".{0,30}(?:\d+(?:\.\d+)?\s?(?:金币|下载券|人已阅读|人下载|次下载|KB|MB)[\s|/，]{0,4}.{0,20}){1,4}"),
)  # fmt: skip
