r"""Entities, escapes and tags: what a page's source code left in its text (SPEC 2.1).

``&ldquo;``, ``&amp;nbsp;``, ``\u4e2d\u56fd``, ``%E4%B8%AD%E5%9B%BD``, ``<br>``. Text that talks about them, shows code
or gives an address keeps them: ``“&nbsp;”表示空格``, ``“<br>”标签``, `` `<p>` ``, ``https://example.com/?a=1&lt=2``,
and every page that speaks of HTML by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from html.entities import name2codepoint
from itertools import chain

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit, tidy
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule, Step

_SUSPECT = pattern(r"&[#A-Za-z]|<[/!?A-Za-z]|\\[uU\\][0-9a-fA-FuU\\]|%[0-9a-fA-FuU][0-9a-fA-F]")

# --- what must be left alone -----------------------------------------------------------------------------------------

# Code in back-quotes, and addresses. An address ends where an entity begins that none holds: `http://a.cn/&nbsp;下一页`.
_QUIET = pattern(
    r"`[^`\n]*+`"
    r"|(?:https?://|ftp://|www\.)(?:[!-%'-;=?-~]|&(?!(?:nbsp|lt|gt|quot|#\d+);))*+"
)
# Pages that talk about markup, or about encodings. `.html` is an address, `<html` and `charset="utf-8"` are markup.
_ABOUT_MARKUP = pattern(
    r"(?<![A-Za-z0-9_./<?:!-])(?<!DOCTYPE )(?:x?html5?|xml)(?![A-Za-z0-9_./:-])"
    r"|转义|字符实体|实体(?:名称|编号|字符)|标记语言|```",
    re.IGNORECASE,
)
_ABOUT_ESCAPES = pattern(
    r"(?<![A-Za-z0-9_./=\"'-])(?:unicode|utf-?8|gbk)(?![A-Za-z0-9_./])|转义|url ?编码|百分号编码", re.IGNORECASE
)
_OPENING = frozenset("“‘「『\"'＂")
_CLOSING = frozenset("”’」』\"'＂")
_CHINESE_OPENING = frozenset("“‘「『")
# What may follow within the same sentence: `&#20013;是“中”的字符引用`.
_MEANING_WITHIN = 20

# --- entities --------------------------------------------------------------------------------------------------------

# Every layer of escaping is one more `amp;`, so that one match undoes them all.
_ENTITY = pattern(
    r"&(?P<layers>(?:(?:amp|AMP|#0{0,5}38|#[xX]0{0,5}26);)*+)"
    r"(?:#(?P<decimal>\d{1,7}+);?|#[xX](?P<hex>[0-9a-fA-F]{1,6});|(?P<name>[A-Za-z][A-Za-z0-9]{1,30}+);?)?"
)
_NAMES = {**{name: chr(code) for name, code in name2codepoint.items()}, "apos": "'"}
# Entities of typed text. They may be in capitals, and need no `;` where no letter, digit or `=` follows.
_TYPED = pattern("nbsp|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|quot|lt|gt")
# Two code points in a row: the page's words were written so, and then one alone between quotes is a word, too.
_WRITTEN = pattern("&(?:amp;)*+#[0-9xX][0-9a-fA-F]{2,5};&(?:amp;)*+#[0-9xX]")
# After these, the others may be an address in a program: `p = &num;`, `scan(&int)`.
_OPERATORS = frozenset("=(*,")
_EXPLAINED = pattern(
    r" ?(?:表示|代表|就?是)"
    r"(?:(?:一个|不换行|的|“)*+(?:空格|小于|大于|引号|和号|符号|与号|版权|[&<>\"”])"
    r"|“[^”\n]{1,8}”的\w{0,4}(?:引用|实体|写法|编码|代码))"
)

# --- escapes ---------------------------------------------------------------------------------------------------------

_UNICODE = pattern(r"(?:(?:\\{1,4}|%)(?:U000[0-9a-fA-F]{5}|[uU][0-9a-fA-F]{4}))++")
_UNIT = pattern("[uU]([0-9a-fA-F]+)")
_PERCENT = pattern("(?:%[0-9a-fA-F]{2})++")
_HAN_RANGE = "\u3400-\u9fff\U00020000-\U0003ffff"
_HAN = pattern(f"[{_HAN_RANGE}]")
_CHINESE = pattern("[\xa0·—‘’“”…\u3000-\u301f\u3400-\u9fff\uff01-\uff5e\U00020000-\U0003ffff]")
# Before an escape: a string in a program, the other end of a range in a pattern, a part of an address without its host.
_IN_PROGRAM = pattern(r"[=(] ?[A-Za-z]?[\"']\Z|[uU][0-9a-fA-F]{4}-\Z|[A-Za-z0-9.]/\Z|[?&A-Za-z_]=\Z|[?&]\Z")
_RANGE = pattern(r"-[\\%]")

# --- tags ------------------------------------------------------------------------------------------------------------

_SILENT = pattern(
    r"<!--(?:(?!<!--|-->).)*+-->"
    r"|<(?P<silent>script|style)\b[^<>]*+>[^<]*+(?:<(?!/?(?:script|style)\b)[^<]*+)*+</(?P=silent)\s*>"
    r"|<!(?:doctype\b|\[(?:if|endif)\b)[^<>]{0,300}+>|<\?xml\b[^<>]{0,300}+>",
    re.IGNORECASE | re.DOTALL,
)
# A full stop is never part of a tag: `<p` that lost its `>` must not swallow text.
_TAG = pattern(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+(?::[A-Za-z0-9]+)?)(?P<rest>[\s/][^<>。]{0,2000}+)?>")
_ATTRIBUTE = pattern(r"\s*[A-Za-z_:][\w:.-]*+(?:\s*=\s*(?P<value>[^\s=])|(?<=nowrap|shaded))")
_UNFINISHED_TAG = pattern(r"<(?:/?[A-Za-z0-9:]*+(?:[\s/][^<>。]*+)?|!-?|!--.*|[!?][a-zA-Z\[]*+)\Z", re.DOTALL)
# What talk of a tag says after it; `标签：` heads a list of tags of another kind.
_TAG_WORD = pattern("(?:标签|标记|元素|属性)(?![:：])")
# Tags side by side are words in a list: `<h1>到<h6>`, `<ul>、<ol>`. Text that is marked up has end tags between.
_LISTED_BEFORE = pattern(r"<[A-Za-z][A-Za-z0-9]*+/?> ?[、和或与及到] ?\Z")
_LISTED_AFTER = pattern(" ?[、和或与及到] ?<[A-Za-z]")
# A tag without attribute and partner may be a word, too: where a preposition or verb wants its object, where words say
# what it means, and before a mark, for no line begins with one. `罗晚舟<br>表示，` is no meaning.
_WANTS_OBJECT = pattern(f"(?:(?<![{_HAN_RANGE}])[把将用在]|标签|元素|改[成为]|换[成为]|写[成作]|加上|插入|输入) ?\\Z")
_SAYS_MEANING = pattern(
    " ?(?:[，。；：、！？）]|改[成为]|换[成为行]|表示(?![，,：:<])"
    "|(?:代表|用于|用来|就?是)(?:一个|一行)?(?:换行|分[行段隔割]|段落|标题|表格|列表|图片|链接|[加粗斜]体|空行)"
    "|(?:等|就?是)[^，。；<\\n]{0,12}(?:标签|标记|元素))"
)
_TALK_WITHIN = 16

_BLOCK = pattern(
    "address|article|aside|blockquote|body|br|center|d[dlt]|div|figcaption|figure|footer|form|h[1-6]|head|header|hr|html"
    "|li|main|nav|[ou]l|p|pre|section|table|tbody|tfoot|thead|title|tr"
)
_CELL = pattern("t[dh]")
_INLINE = pattern(
    "a|abbr|b|base|big|button|caption|cite|code|col|colgroup|del|em|embed|font|i|iframe|img|input|ins|label|link|map"
    "|mark|meta|nobr|noscript|object|param|q|s|select|small|source|span|strike|strong|su[bp]|u|video|wbr"
)
# Tags that are neither words nor variables prove themselves. `<title>` may be a placeholder, `a<b>c` a comparison:
# the others must have an attribute, or be closed somewhere.
_UNMISTAKABLE = pattern("blockquote|br|div|em|h[1-6]|hr|li|nobr|[ou]l|p|span|strong|tbody|t[dhr]|thead")
_OFFICE = pattern(r"(?:[ovwmx]|st\d|u\d):", re.IGNORECASE)

RULES = (
    Rule("entity-reference", "an HTML entity becomes its character", "&amp;ldquo;政协&rdquo;&#20013;", "“政协”中"),
    Rule("escape-unicode", r"\uXXXX and %uXXXX become Han", r"\u653f\u534f", "政协"),
    Rule("escape-percent", "%XX that spell Han in UTF-8 or GBK are decoded", "%E6%94%BF%E5%8D%8F", "政协"),
    Rule("tag-block", "a tag that parts lines becomes a line end, one that parts cells a tab", "甲<br>乙", "甲\n乙"),
    Rule("tag-inline", "a tag that parts nothing goes", '<span id="a1">政</span>协', "政协"),
    Rule("tag-silent", "comments, scripts and styles go", "甲<!-- 正文 --><script>f()</script>乙", "甲乙"),
)


def find(text: str) -> list[Edit]:
    """The edits of this step; see `decode_entities`."""
    if not _SUSPECT.search(text):
        return []
    # A copy of the same length in which the quiet parts are blotted out: what is found in it is found in the text.
    visible = _QUIET.sub(lambda match: "\0" * len(match[0]), text)
    return _without_last_line_end(
        text,
        tidy(
            chain(
                _unless(_ABOUT_MARKUP, visible, (_entities, _silent, _tags)),
                _unless(_ABOUT_ESCAPES, visible, (_unicode_escapes, _percent_escapes)),
            )
        ),
    )


def _unless(about: re.Pattern[str], text: str, finders: Iterable[Callable[[str], Iterable[Edit]]]) -> list[Edit]:
    """What the finders propose, unless the page talks about such things."""
    edits = list(chain.from_iterable(finder(text) for finder in finders))
    return [] if edits and about.search(text) else edits


def _without_last_line_end(text: str, edits: list[Edit]) -> list[Edit]:
    """Blocks at the end of the text part nothing: their line ends go."""
    end, kept = len(text), len(edits)
    while kept and not text[edits[kept - 1].end : end].strip() and not edits[kept - 1].new.strip():
        kept -= 1
        end = edits[kept].start
    last = (edit._replace(new="", rule="tag-inline") if edit.new == "\n" else edit for edit in edits[kept:])
    return [*edits[:kept], *last]


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether this stands alone between quotes: then it is talked about."""
    return text[max(start - 1, 0) : start] in _OPENING and text[end : end + 1] in _CLOSING


def _is_explained(text: str, end: int, meaning: str) -> bool:
    """Whether what it stands for follows between quotes: `“\\u4e2d\\u56fd”解码后是“中国”`."""
    following = text[end : end + _MEANING_WITHIN + len(meaning)]
    return f"“{meaning}”" in following or f"「{meaning}」" in following


# --- entities --------------------------------------------------------------------------------------------------------


def _entities(text: str) -> Iterator[Edit]:
    half: Edit | None = None  # the first half of a surrogate pair
    written = _WRITTEN.search(text)
    for match in _ENTITY.finditer(text):
        start, end = match.span()
        new = _decode(text, match)
        if new and _is_entity_talk(text, match, new, words=bool(written) and "#" in match[0]):
            new = None
        if half and new and half.end == start and "\udc00" <= new <= "\udfff":
            half = Edit(half.start, end, _join_surrogates(half.new + new), half.rule)
            new = None
        if half:
            yield half
            half = None
        if new is not None:
            half = Edit(start, end, new, "entity-reference")
    if half:
        yield half


def _is_entity_talk(text: str, entity: re.Match[str], meaning: str, *, words: bool) -> bool:
    """Whether it stands alone between quotes, if it is not one of the page's words, or its meaning follows."""
    start, end = entity.span()
    if _EXPLAINED.match(text, end) or _is_explained(text, end, meaning):
        return True
    return not words and _is_quoted(text, start, end)


def _decode(text: str, entity: re.Match[str]) -> str | None:
    """What an entity stands for, or ``None`` to leave it."""
    known = None
    if entity["name"]:
        known = _named(text, entity)
    elif entity["decimal"]:
        known = _numeric(int(entity["decimal"]), closed=entity[0].endswith(";"))
    elif entity["hex"]:
        known = _numeric(int(entity["hex"], 16), closed=True)
    if known is None and entity["layers"]:
        return "&" + text[entity.end("layers") : entity.end()]  # `AT&amp;T`: the layers alone are one
    return known


def _named(text: str, entity: re.Match[str]) -> str | None:
    name = entity["name"]
    if name.isupper() and _TYPED.fullmatch(name.lower()):
        name = name.lower()
    closed = entity[0].endswith(";")
    if _TYPED.fullmatch(name):
        safe = closed or text[entity.end() : entity.end() + 1] not in ("=", "_", "-")
    else:
        safe = closed and text[max(entity.start() - 2, 0) : entity.start()].strip()[-1:] not in _OPERATORS
    return _NAMES.get(name) if safe else None


def _numeric(code: int, *, closed: bool) -> str | None:
    if not 0 < code <= 0x10FFFF or (code < 0xA0 and not closed):
        return None
    # `unescape` knows that &#150; means cp1252, but not that two entities may be halves of one character.
    return chr(code) if 0xD800 <= code <= 0xDFFF else unescape(f"&#{code};")


def _join_surrogates(text: str) -> str:
    """Halves of a pair, each decoded on its own, are one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


# --- escapes ---------------------------------------------------------------------------------------------------------


def _unicode_escapes(text: str) -> list[Edit]:
    return _spell_han(text, _UNICODE, "escape-unicode", _read_units)


def _percent_escapes(text: str) -> list[Edit]:
    return _spell_han(text, _PERCENT, "escape-percent", _read_bytes)


def _spell_han(text: str, pattern: re.Pattern[str], rule: str, read: Callable[[str], str]) -> list[Edit]:
    """Two Han in a row are a proof; then a lone Han or Chinese mark of the page is one more piece: `2024\\u5e74`."""
    runs = (run for run in pattern.finditer(text) if not _is_program(text, run))
    edits = [Edit(run.start(), run.end(), read(run[0]), rule) for run in runs]
    edits = [edit for edit in edits if not _is_escape_talk(text, edit)]
    proven = any(len(_HAN.findall(edit.new)) >= 2 for edit in edits)
    return [edit for edit in edits if _CHINESE.search(edit.new)] if proven else []


def _is_escape_talk(text: str, edit: Edit) -> bool:
    """Whether it stands alone between Chinese quotes, which would be escaped as well, or its meaning follows."""
    quoted = _is_quoted(text, edit.start, edit.end) and text[edit.start - 1] in _CHINESE_OPENING
    return quoted or _is_explained(text, edit.end, edit.new)


def _is_program(text: str, run: re.Match[str]) -> bool:
    before = text[max(run.start() - 8, 0) : run.start()]
    return bool(_IN_PROGRAM.search(before) or _RANGE.match(text, run.end()))


def _read_units(run: str) -> str:
    return _join_surrogates("".join(chr(int(digits, 16)) for digits in _UNIT.findall(run)))


def _read_bytes(run: str) -> str:
    data = bytes.fromhex(run.replace("%", ""))
    for codec in ("utf-8", "gbk"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return ""


# --- tags ------------------------------------------------------------------------------------------------------------


def _silent(text: str) -> Iterator[Edit]:
    at = 0
    for match in _SILENT.finditer(text):
        start, end = match.span()
        if not _is_quoted(text, start, end) and not _is_inside_tag(text[at:start]):
            yield Edit(start, end, "", "tag-silent")
        at = end


def _tags(text: str) -> Iterator[Edit]:
    closed = {match["name"].lower() for match in _TAG.finditer(text) if match["end"]}
    bare = {match["name"].lower() for match in _TAG.finditer(text) if not match["end"] and not match["rest"]}
    at = 0  # end of the last tag
    parted = True  # whether a line end, or nothing, comes before
    for match in _TAG.finditer(text):
        start, end = match.span()
        between = text[at:start]
        parted = between.endswith("\n") or (parted and not between.strip())
        new = _stand_in(match, parted or text[end : end + 1] in ("", "\r", "\n"))
        if _is_talk(text, match, closed) or _is_inside_tag(between) or not _is_tag(match, closed, bare):
            parted = False
        else:
            parted = parted or new == "\n"
            yield Edit(start, end, new, "tag-block" if new else "tag-inline")
        at = end


def _stand_in(tag: re.Match[str], parted: bool) -> str:
    """A block begins a line where none begins; a cell ends with a tab."""
    name = tag["name"].lower()
    if parted:
        return ""
    return "\n" if _BLOCK.fullmatch(name) else "\t" if tag["end"] and _CELL.fullmatch(name) else ""


def _is_talk(text: str, tag: re.Match[str], closed: set[str]) -> bool:
    """Whether the tag is a word in its sentence."""
    start, end = tag.span()
    if _is_quoted(text, start, end) or _TAG_WORD.match(text, end):
        return True
    if tag["end"] or tag["rest"]:
        return False
    before = text[max(start - _TALK_WITHIN, 0) : start]
    if _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(text, end):
        return True
    paired = tag["name"].lower() in closed
    return not paired and bool(_WANTS_OBJECT.search(before) or _SAYS_MEANING.match(text, end))


def _is_inside_tag(before: str) -> bool:
    """Whether without this tag another would come about: ``<b<i>>``. Those stay, or removal would have no end."""
    return "<" in before and bool(_UNFINISHED_TAG.match(before, before.rindex("<")))


def _is_tag(tag: re.Match[str], closed: set[str], bare: set[str]) -> bool:
    """Whether this is markup, and not code, a comparison or a placeholder.

    Mirrors print tags of their own, ``<delect id="x3">``; those of data, ``<price>35</price>``, stay, both or neither.
    """
    name, attribute = tag["name"], _ATTRIBUTE.match(tag["rest"] or "")
    if _OFFICE.match(name):
        return True
    if not (name.islower() or name.isupper()):
        return False
    name = name.lower()
    if not any(kind.fullmatch(name) for kind in (_BLOCK, _CELL, _INLINE)):
        if name in bare:
            return False
        return bool(attribute and attribute["value"] in ('"', "'")) or bool(tag["end"] and len(name) > 1)
    if attribute or tag["end"]:
        return True
    return not (tag["rest"] or "").strip("/ \t\r\n") and (bool(_UNMISTAKABLE.fullmatch(name)) or name in closed)


STEP = Step("entities", wakes=(CharClass.MARKUP,), find=find, rules=RULES)


def decode_entities(text: str) -> str:
    r"""Decode what the page's source code left in its text, and drop its tags.

    >>> decode_entities("<p>&amp;ldquo;四个意识&amp;rdquo;&nbsp;R&amp;D</p>")
    '“四个意识”\xa0R&D'
    >>> decode_entities(r"\u653f\u534f2024\u5e74")
    '政协2024年'
    >>> decode_entities("“&nbsp;”表示空格，“<br>”标签表示换行；a<b，AT&T，<正>")
    '“&nbsp;”表示空格，“<br>”标签表示换行；a<b，AT&T，<正>'

    Entities (named, decimal, hexadecimal, escaped any number of times), runs of ``\uXXXX``, ``%uXXXX`` and ``%XX`` that
    spell Han, and HTML tags: block tags become line ends, ends of cells tabs, the others go. Addresses, code in
    back-quotes, and pages that speak of HTML or of encodings stay. Linear. From HTML's entities as Python's
    ``html.entities`` has them, and NOISE 3.3. Raises ``TypeError`` for anything but a ``str``.
    """
    return STEP(text)
