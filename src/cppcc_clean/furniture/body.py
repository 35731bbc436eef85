"""What belongs to the article and leaves only when nothing but the body is wanted (`body_only=True`): bylines, datelines,
captions, speech heads, addresses of web pages. By default all of it stays and is only read into the metadata.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import Check

# By default these stay, so before and after are the same.
RULES = tuple(
    Rule(f"furniture-{name}", f"{about}; only where nothing but the body is wanted", example, example)
    for name, about, example in (
        ("byline", "who wrote, reported or took the pictures", "□ 张君明\n会议通过了三项决定。\n"),
        ("dateline", "agency, place and day before the first sentence", "春耕会议召开\n新华社北京3月4日电 会议通过了三项决定，会期一天。\n会议强调，要抓好落实。\n"),
        ("caption", "what a picture shows", "会议通过了三项决定。\n图为会议现场。（张君明 摄）\n"),
        ("speech-head", "day and speaker under the title of a speech", "在会议上的讲话\n（2024年5月20日）\n各位代表：\n"),
        ("url", "addresses of web pages", "会议通过了三项决定，详见https://www.example.com。\n"),
    )
)
CHECKS: tuple[Check, ...] = ()
