"""Shapes that several families and rooms look for, each told once.

What is set before the items of a list, what numbers a part, what marks an official document and a paper, how the names of
files end, how somebody can be reached, the provinces.
"""

from __future__ import annotations

from cppcc_clean._patterns import pattern

# What is set before the items of a list. `*` and `※` are set before notes, too; `-` without a blank behind it is a dash.
BULLETS = "-·●▪■◆○◇▲▶►>»"
BULLET = pattern(rf"(?!-\S)[{BULLETS}]\s?(?=\S)")

# The number of a part of an article: `一、`, `（三）`, `4.`, `第五条`, `⑥`; `2.5` is a number.
ORDINAL = r"(?:[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十百\d]{1,5}[条章节]|[①-⑳])"

# The number of an official document: `观政发〔2024〕12号`, in other brackets `观政函[2024]12号`; `公告（2024）第3号` is a headline.
DOCUMENT_NUMBER = pattern(r"[^，。]{0,20}(?:〔\d{4}〕\s?第?|[【（]\d{4}[】）])\s?\d+\s?号")
# `（2024年第3期）`, `第12号`
ISSUE_NUMBER = pattern(r"[（〔]?(?:\d{4}年?)?\s?第\s?\d{1,4}\s?[期号][）〕]?")
# `关于做好春耕工作的通知`
OFFICIAL_HEADLINE = pattern(r".{0,40}关于.{2,80}(?:通知|答复|函|意见|报告|公告|决定|方案|通报|批复|请示|建议|说明|办法|公示|通告)")

# What a paper prints above its text.
ABSTRACT = r"(?:(?:内容)?[摘提]\s*要(?!求)|关\s*键\s*词|(?i:abstract|key\s?words))"

# How the names of files end that a page offers to read or to load down.
FILE_ENDINGS = (".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".pdf", ".wps", ".et", ".txt", ".rtf", ".ofd", ".odt", ".ods", ".caj", ".zip", ".rar")
FILE_ENDING = rf"\.(?i:{'|'.join(ending[1:] for ending in sorted(FILE_ENDINGS, reverse=True))})"

# How somebody can be reached.
CONTACT = r"(?:(?:联系|通讯|通信)?(?:地址|电话|手机|邮编|邮政编码|邮箱|邮件|传真|QQ|微信)|联系人|联系方式)"

# The button beside or below the name of an account.
FOLLOW = pattern(r"\+?\s?关注(?:TA|他|她)?")
# An app, and its reporter where nothing else stands: `观澜新闻 记者 沈见山`.
OF_APP = pattern(r"(?P<name>(?!\S{0,6}记者)[\u4e00-\u9fff]{3,12})\s(?:全媒体|融媒体?|见习|实习)?记者\s[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3}")
# An account, printed twice where an author might stand: `观澜政协 观澜政协`.
TWICE = pattern(r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,20})\s+(?P=name)")

# As a platform says where a post was sent from, and a site where its sisters are.
PROVINCES = frozenset(
    ["北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门"]
)
