"""Names of people: where one ends and the next begins, also when they are padded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cppcc_clean._patterns import pattern
from cppcc_clean.language.bigram import model
from cppcc_clean.language.names import surname_of, surnames

HAN = r"[㐀-䶿一-鿿〇]"
NAME = pattern(rf"(?:{HAN}{{2,4}}|{HAN}{{1,8}}(?:·{HAN}{{1,8}})+)")
LATIN = pattern(r"[A-Z][A-Za-z'.\-]*(?: [A-Z][A-Za-z'.\-]*)*")
_SPLIT = pattern(r"[、，,;；/|丨｜／&]|\s+(?:和|与)\s+")


# Authors of a paper with the numbers of their offices: `张三1，李四1,2*`.
_REFERENCE = pattern(r"\s?\d(?:[,，]\d)*\*?(?=[、，,;；\s]|$)")
REFERRED = pattern(rf"{HAN}{{2,4}}{_REFERENCE.pattern}(?:[、，,;；\s]+{HAN}{{2,4}}{_REFERENCE.pattern})*")


# Who and where from: `八（3）班 张三丰`.
_OF_UNIT = pattern(rf"[\u4e00-\u9fff（）\d]{{2,16}}(?:班|级|系|院|校|部|局|委|办|会|政协|中心|乡|镇|村|社区|公司|馆|站|所|社|队|室|处|科|厅|组|厂)\s+(?P<name>{HAN}{{2,4}}|{HAN}\s{{1,4}}{HAN})")


def of_unit(line: str) -> re.Match[str] | None:
    """A line that holds a unit and the full name of one who belongs to it; ``name`` is that name."""
    found = _OF_UNIT.fullmatch(line)
    return found if found and is_full_name("".join(found["name"].split())) else None


# A body that wrote something.
GROUP = pattern(r"[\u4e00-\u9fff]{2,20}(?:课题组|调研组|编写组|调查组|写作组|编辑部|评论员|观察员|编委会|专题组)")


def is_name(token: str) -> bool:
    """Whether a folded token has the form of a person's name and begins with a surname."""
    if not NAME.fullmatch(token):
        return False
    if "·" in token:
        return True
    single = surnames("common", "rare")
    double = len(token) == 4 and token[0] in single and token[1] in single  # of a married woman: `范徐丽泰`
    return surname_of(token) != "" or double


def is_full_name(token: str) -> bool:
    """Whether a word alone is likelier a name than anything else: of four characters only one with a double surname.

    >>> is_full_name("欧阳望舒"), is_full_name("相关政策")
    (True, False)
    """
    return is_name(token) and (len(token) < _LONG or "·" in token or token[:2] in surnames("compound"))


_LONG = 4


def is_person(token: str) -> bool:
    """Whether a token, padded or not, is likelier a name than anything else."""
    name = "".join(token.split())
    return is_full_name(name) if len(name) != _SHORT or name != token else is_short_name(name)


def is_short_name(token: str) -> bool:
    """Whether two characters are likelier a name than a word: a surname and what the language does not join to it.

    >>> is_short_name("易闻"), is_short_name("竺青"), is_short_name("文化"), is_short_name("金融")
    (True, True, False, False)
    """
    return len(token) == _SHORT and is_name(token) and token not in _SECTIONS and model().affinity(*token) < _CHANCE


_SHORT = 2
# Two thirds of 114 names of two characters lie below, and 16 of 153 words that begin with a surname; most of those:
_CHANCE = -0.5
_SECTIONS = frozenset(["时政", "时评", "车市", "车展", "乐评", "方志", "成语", "易学", "谷雨", "白露", "解说", "段子", "史话", "原创", "原文", "全文", "简报", "纪要"])


def are_persons(names: Sequence[str]) -> bool:
    """Whether these are surely people: beside one whose surname is known another may have a Latin name; alone it may be an agency's."""
    return all(is_name(name) or LATIN.fullmatch(name) for name in names) and any(map(is_name, names))


def are_names(line: str) -> bool:
    """Whether a folded line is nothing but names."""
    names = split_names(line)
    return bool(names) and all(map(NAME.fullmatch, names)) and any(map(is_name, names))


def split_names(text: str) -> tuple[str, ...]:
    """The names in a text that holds nothing else, padded ones closed.

    >>> split_names("黄 河 陈海洋"), split_names("阎 白 露"), split_names("张三、李四"), split_names("欧阳 靖")
    (('黄河', '陈海洋'), ('阎白露',), ('张三', '李四'), ('欧阳靖',))
    >>> split_names("Vivian Kwok、郭咏雯")
    ('Vivian Kwok', '郭咏雯')
    """
    names: list[str] = []
    text = _REFERENCE.sub(" ", text) if REFERRED.fullmatch(text) else text
    for part in _SPLIT.split(_ASIDE.sub(" ", text)):
        names.extend(_close(part.split()))
    return tuple(dict.fromkeys(name for name in names if not _CODE.fullmatch(name)))


# `荆望舒（县政协办公室）`, `韩知行 CN037`: an office or an editor's number is no name.
_ASIDE = pattern(r"_[A-Z]{1,4}\d{2,6}|[（(【\[][^（()）【】\[\]]{1,30}[）)】\]]")
_CODE = pattern(r"[A-Za-z]{1,4}\d{2,6}|\d+")
_OFFICE = pattern(r"(?:科|部|办|处|室|院|系|局|中心|社|组|委|会|办公室)$")
_MASKED = pattern(r"某+|.*[*＊×].*")
_NOBODY = frozenset({"受访者", "资料图", "资料图片", "网络", "本人", "记者", "通讯员", "作者", "编辑", "本报", "本网", "图片", "文字", "人", "次", "全文完", "完", "未完待续"})


def people(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without words that name nobody, and without the offices that stand beside names."""
    named = tuple(name for name in names if name not in _NOBODY)
    named = tuple(name for name in named if not _MASKED.fullmatch(name))
    persons = tuple(name for name in named if not _OFFICE.search(name))
    return persons or named


def _close(tokens: list[str]) -> list[str]:
    """Join the single characters of padded names: two or three make one name, four make two."""
    names: list[str] = []
    loose: list[str] = []
    for token in tokens:
        if len(token) == 1 and not token.isascii():
            loose.append(token)
            continue
        if len(loose) == 1 and len(token) == _SHORT and loose[0] != "文" and loose[0] in surnames("common", "rare"):
            token = loose.pop() + token  # `周 芷兰`
        names += _group(loose)
        loose = []
        if names and LATIN.fullmatch(token) and LATIN.fullmatch(names[-1]):
            token = f"{names.pop()} {token}"
        if names and names[-1] in surnames("compound"):
            token = names.pop() + token
        names.append(token)
    if len(loose) == 1 and names and names[-1] in surnames("compound"):
        return [*names[:-1], names[-1] + loose[0]]
    return names + _group(loose)


def _group(loose: list[str]) -> list[str]:
    """Single characters as names: twos where their number is even, threes where it is three, else a three at the end."""
    if len(loose) < 2:
        return list(loose)
    if len(loose) % 2 == 0:
        return ["".join(loose[at : at + 2]) for at in range(0, len(loose), 2)]
    return ["".join(loose[at : at + 2]) for at in range(0, len(loose) - 3, 2)] + ["".join(loose[-3:])]
