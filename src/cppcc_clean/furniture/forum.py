"""Forum chrome (NOISE A11): floors, buttons under each post, rules of the board; the posts themselves stay.

Must stay: `支持楼主`, a post that talks of 回复, 举报, 第2页.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import line, words
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-forum",
        "a forum's own words around the posts: floors, buttons, the board's rules",
        "村口的井还能用吗？\n只看楼主 倒序浏览 收藏 打印\n井水清了，放心用。\n",
        "村口的井还能用吗？\n井水清了，放心用。\n",
    ),
)

CHECKS = (
    words("furniture-forum", Says.CERTAIN,
          "只看该作者 只看楼主 只看此人 倒序浏览 正序浏览 倒序看帖 电梯直达 复制链接 发新帖 发新贴 发表新帖 发表新主题 发新话题 我要发帖 我要发贴 我要回帖 快速回复 快速发帖 发表回复 回复本帖 回复楼主 回复此楼 回复该发言 引用回复 返回列表 返回版块 返回贴吧 本版积分规则 积分规则 高级模式 使用道具 "
          "发消息 加好友 加为好友 收听TA 关注TA 关注楼主 查看个人网站 当前离线 当前在线 发短消息 支持 串个门 打招呼 道具 显身卡 Archiver 小黑屋 站点统计 禁止发言 发帖际遇 本帖子中包含更多资源 需要登录才可以下载或查看 没有帐号 没有账号 扫码登录 只看大图 阅读模式 收起左侧 QQ登录 快速开始 我要成为会员 只需一步 显示全部楼层 微信登录 新浪微博登陆 楼主热帖 该用户从未签到 签到天数 帖子永久地址 点击文件名下载附件 下载附件 保存到相册 "
          "淘帖 分享淘帖 收藏帖子 回帖奖励 提升卡 置顶卡 沉默卡 喧嚣卡 变色卡 千斤顶 我的收藏 最近登录 注册时间 最后登录 在线时间 阅读权限 精华 UID uid 帖子 主题 听众 威望 金钱 贡献 积分 新手上路 中级会员 高级会员 金牌会员 注册会员 论坛元老 管理员 版主 超级版主 初级会员 实习会员 禁止访问 "
          "4条评论 发表评论 提交评论 昵称 昵称（必填） 邮箱（必填） 邮箱 必填 网址 记住我 评论内容 写评论 我来说两句 我要评论 我来评论 说两句 抢沙发 暂无评论 还没有评论 匿名评论 匿名发表 提交 取消回复 添加评论 评论已关闭 评论关闭 取消 看不清楚 验证码 表情 发表 发布评论 查看全部评论 查看更多评论 加载更多评论 点击刷新 同步到微博 同时转发"),
    words("furniture-forum", Says.FAIR, "楼主 沙发 板凳 地板 回复 支持 反对 举报 引用 评分 点赞 打赏 评论 收藏 分享 顶 踩 赞 编辑 删除 置顶 精华 加精 楼 回帖 发帖 道具 TA 送花 鲜花 鸡蛋 淘帖 收听 粉丝 帖子 主题 好友 点评 层主 查看 来自 电脑版 IP 电脑 手机 发表于 登录 注册 立即注册"),
    line("furniture-forum", Says.CERTAIN, Place.ANYWHERE, "发表于 发布于 回复于 最后由 于 只看该作者 只看楼主 显示全部楼层 倒序浏览",
         r"""[^。，]{0,30}?(?:发表于|回复于|发布于|发帖于|评论于)\s?：?\s?(?:\d{4}[-/.]\d|\d{4}年\d{1,2}月\d{1,2}日\s?\d{1,2}：|\d{1,2}[-/]\d{1,2}\s|(?:昨天|前天)\s*\d{1,2}：\d{2}|\d+\s?(?:小时|分钟|天)前).{0,60}
           |.{0,60}(?:只看该作者|显示全部楼层|倒序浏览|只看楼主).{0,60}
           |本帖最后由.{1,40}编辑
           |【?\s?本(?:帖|主题)(?:最后)?由.{1,60}】?""", sentence=True),
    line("furniture-forum", Says.CERTAIN, Place.EDGE, "GMT Powered Discuz phpwind powered WordPress Processed Comsenz queries", r".{0,60}(?:GMT\s?\+\s?8|Powered by|powered by|Discuz!?|phpwind|PHPWind|Comsenz|Processed in|WordPress|queries|Theme by).{0,100}", sentence=True),
    line("furniture-forum", Says.STRONG, Place.EDGE, "复制链接 楼主 主题 原创 回复贴 共", r"(?:帖子)?(?:主题|标题)：?.{2,60}【复制链接】|楼主：?\s?\S{1,16}|【(?:原创|转帖|转载|求助|讨论|公告|灌水|分享|精华|已解决)】|(?:共\s?\d+\s?)?回复贴[^。]{0,20}|共\s?\d+\s?(?:个)?(?:回复|跟帖|楼)[^。]{0,10}"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "举报 客户端 楼层 离线 回复 级", r"举报\s?\|?\s?来自[^。]{2,40}|(?:来自)?\S{0,6}客户端\s?\d*楼?.{0,30}|该楼层[^。]{2,40}|\S{1,16}\s?(?:离线|在线)|回复\s?\d{1,4}#\s?\S{1,20}|\d{1,3}级"),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "楼 #", r"(?:第?\s?\d{1,5}\s?[楼#层]|#\s?\d{1,5})(?:\s?[|\s]\s?.{0,30})?"),
    line("furniture-forum", Says.STRONG, Place.EDGE, "注册 登录 登陆", r"(?:马上|立即|请先|请|免费)(?:注册|登录|登陆)[^。《》“”：]{2,30}[。！]?(?:\s?【(?:登录|注册|我要成为会员)】)*|只需一步，快速开始|(?:\S{1,8}登录|使用\S{1,8}(?:登录|登陆)|用\S{1,8}帐号登录)", sentence=True),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "签名 来自 积分 帖子", r"(?:签名档?|个性签名)：.{0,60}|来自：?.{0,16}(?:客户端|手机|iPhone|Android|安卓)|(?:积分|帖子|威望|金钱|主题|贡献|精华)\s?：?\s?\d+(?:\s.{0,40})?", sentence=True),
    line("furniture-forum", Says.STRONG, Place.ANYWHERE, "前 楼", r"(?:\S{0,20}\s)?\d{1,2}\s?(?:小时|分钟|天|个月|年)前(?:\s?来自\S{0,10})?(?:\s*(?:顶|踩|赞|回复|举报|支持|反对|IP属地|来自|分享|评论|\S{0,2}网友)\s?：?[（]?\d*[）]?\S{0,4})*"),
    line("furniture-forum", Says.STRONG, Place.EDGE, "评论 回复 登录", r"(?:您|你)(?:需要|还没有|尚未|必须|可以)[^。]{0,12}(?:登录|登陆|注册)[^。]{0,24}(?:\s?登录\s?\|\s?(?:立即)?注册)?[。]?|(?:本文|文章|该日志)?(?:评论|回复)(?:功能)?已(?:关闭|结束)|(?:暂无|还没有|目前没有)(?:任何)?(?:评论|回复|留言|跟帖)[^。]{0,16}|电子邮件地址不会被公开.{0,30}|您的?邮箱[^。]{0,10}不会[^。]{0,20}|必填项已用.{0,10}标注.{0,4}", sentence=True),
)  # fmt: skip
