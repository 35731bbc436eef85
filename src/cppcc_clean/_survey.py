"""The cheap first look at a document: which script, how much Chinese, which damage, and is it a mirror's copy?

Nothing is repaired. The steps that know damage by its own marks are asked what they see in the text as it is; of text
in the wrong encoding the signatures of NOISE §3.2 are counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cppcc_clean._chars import scan
from cppcc_clean._patterns import pattern
from cppcc_clean._step import Bound, require_text
from cppcc_clean.channels.byte_shift import READING
from cppcc_clean.language.script import evidence
from cppcc_clean.notices import torn
from cppcc_clean.steps import characters, entities, inserted_marks, pinyin

Script = Literal["simplified", "traditional", "mixed", "none"]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first look at a text shows.

    ``script``: "none" where no character tells. ``han``: the share of Han among all characters that are not blank.
    ``mirror``: whether this is a copy from a mirror site, and ``signals`` how often each sign of one was seen.
    ``damage``: how often each family of damage was seen, by the name of the rule that would repair it.
    """

    script: Script
    han: float
    mirror: bool
    signals: Mapping[str, int]
    damage: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """The survey as plain data, fit for JSON."""
        return {
            "script": self.script,
            "han": self.han,
            "mirror": self.mirror,
            "signals": dict(self.signals),
            "damage": dict(self.damage),
        }


def survey(text: str) -> Survey:
    """Look at ``text`` without cleaning it.

    >>> seen = survey("觀瀾縣政協(xié)召開會議,,聽取報告,、討論提案,。")
    >>> seen.script, seen.mirror, seen.damage
    ('traditional', True, {'pinyin-annotation': 1, 'inserted-comma': 3})

    Fit as a filter of a corpus: keep what is Chinese, and not from a mirror.

    >>> pages = ["县政协召开会议。", "No Chinese here.", "觀瀾縣政協(xié)會議,,聽取報告,。"]
    >>> [page for page in pages if survey(page).han > 0.5 and not survey(page).mirror]
    ['县政协召开会议。']

    Counts are of what is seen at first: below one layer of damage there may be another. Linear; good text goes through
    at 30 MB/s of UTF-8 and more. Knows NOISE §0 and §3. Raises ``TypeError`` for anything but a ``str``.
    """
    require_text(text)
    present = scan(text)
    damage = _damage(text, present)
    traditional, simplified = evidence(text)
    script = _script(traditional, simplified)
    signals = _signals(text, script, damage)
    return Survey(script, _share_of_han(text), _is_mirror(signals), signals, damage)


# In simplified text a name or a quoted word may be traditional, and mirrors put a simplified line over traditional
# text: from one telling character in ten on, both scripts are at home.
_MIXED = 10


def _script(traditional: int, simplified: int) -> Script:
    if not traditional and not simplified:
        return "none"
    if min(traditional, simplified) * _MIXED >= traditional + simplified:
        return "mixed"
    return "traditional" if traditional > simplified else "simplified"


def _share_of_han(text: str) -> float:
    blank = sum(map(text.count, " \n\t\u3000"))
    return round(_count_han(text) / (len(text) - blank), 4) if len(text) > blank else 0.0


def _count_han(text: str) -> int:
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    in_plane = (codes - 0x4E00 < 0x5200) | (codes - 0x3400 < 0x19C0) | (codes - 0x20000 < 0x20000)
    return int(np.count_nonzero(in_plane))


# --------------------------------------------------------------------------------------------------------- damage

# Their finders leave good text alone, and need no other step before them.
_LOOKS = tuple(Bound(step, {}) for step in (entities.STEP, characters.STEP, pinyin.STEP, inserted_marks.STEP))

# Text in the wrong encoding, or torn apart: its commonest pairs of characters, of which good text has none (NOISE §3.2;
# the pairs of families that it does not list were counted in text damaged on purpose). The names are those of the rules
# that repair.
_CONTINUED = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}"
_SIGNATURES: dict[str, re.Pattern[str]] = {
    family: re.compile(pattern)
    for family, pattern in {
        "mojibake-utf8-as-gbk": "锛[屼屾岀岃]|銆[佸傝傚傛]|鐨勫|鐨勬|鈥[滃濓]|垮崗|斂鍗|宸ヤ|敮鎸",
        "mojibake-utf8-as-gbk-again": "閿涘|閳ユ|敍灞|娑撳|绱濋|惃鍕|閵嗗|閻ㄥ|娴滃|闁告|濞戞|闁哄|闁挎|缁辨|槐婵",
        "mojibake-double": "拢卢|隆拢|碌脛|脪禄|隆垄|隆卤|隆掳|脮镁|脨颅|虏禄",
        "mojibake-gbk-as-big5": "馱釬|淉衪|羶衄|巹埜|腔ㄛ|ㄛ珨|珨跺|ㄩ※|ㄛ祥|笢弊",
        "mojibake-big5-as-gbk": "い瓣|現[┎\ue7d6]|⊿Τ|ぐ或|穦某|秨甶|辅龟|糹戮",
        "mojibake-utf8-as-latin1": f"[ãäåæçèéï]{_CONTINUED}[ãäåæçèéï]{_CONTINUED}",
        "mojibake-utf8-as-page": "пјЊ|зљ„|Г\xa0└|Ц─┌|чЪД|цФ┐|ф╝Ъ|зЪД|жФњ|дЉЪ|∩╝î|τÜä|πÇé|þÜä|ÒÇé|Ôºå|ÁöÑ|„ÄÇ",
        "mojibake-utf8-as-latin1-again": "Ã[¤-©¯]Â.",
        "mojibake-gbk-as-latin1": "£¬|¡£|¡¢|µÄ|¡°|¡±",
        "mojibake-big5-as-latin1": "ªº|¤@|¬O|¤F|¤H|¦³|¤£|§@",
        "byte-shift-pinyin": rf"[?？]{READING.pattern}",
    }.items()
}

# One pair may be an accident, or a word that is talked about.
_DISTINCT = 2


def _damage(text: str, present: int) -> dict[str, int]:
    found = Counter(edit.rule for look in _LOOKS if look.woken_by(present) for edit in look.edits(text))
    for family, signature in _SIGNATURES.items():
        hits = signature.findall(text)
        if len(set(hits)) >= _DISTINCT:
            found[family] = len(hits)
    scars = sum(1 for _ in torn(text))
    return dict(found + Counter({"byte-shift-mark": scars}))


# -------------------------------------------------------------------------------------------------------- mirrors

# Signs of a mirror (NOISE §0) and what each weighs: those that were seen on mirrors alone decide by themselves; commas
# are also typed twice, and people also convert text with bad tables.
_WEIGHTS = {
    "pinyin": 2,
    "byte-shift": 2,
    "spam-line": 2,
    "random-tag-id": 2,
    "inserted-comma": 1,
    "converted-by-character": 1,
}
_VERDICT = 2

# So many commas before other marks are no slips any more (NOISE §5).
_COMMAS = 3

# The mirrors' converter goes character by character and leaves what is a character of traditional text by itself:
# a writer of traditional text has 關係 聯繫 幹部 規範 示範 奮鬥 戰鬥 採取 採納 徵求 徵集 委託 here (NOISE §7).
_BY_CHARACTER = pattern("關系|聯系|干部|規范|示范|奮斗|戰斗|采取|采納|征求|征集|委托")

# Ids of five letters and digits on tags of every name; an author's id does not begin with a digit.
_RANDOM_ID = pattern('<[a-z]++ id="([0-9](?=[0-9]*+[a-z])[a-z0-9]{4})"')

# The first line: what the owner sells, in simplified text.
_SPAM_WORD = pattern(r"无码|[一二三]区|精品|久久|国产|日韩|\bav\b|中文字幕|彩票|博彩|棋牌|直播|下载|官网|体育", re.I)
_PART = pattern("[^_|,，]++")
_SPAM_PARTS, _SPAM_WORDS = 4, 3
_FIRST_LINE = pattern(r"\s*+([^\n]{1,200})")


def _signals(text: str, script: Script, damage: Mapping[str, int]) -> dict[str, int]:
    """How often each sign of a mirror was seen; without those that were not."""
    leftovers = _BY_CHARACTER.findall(text) if script in ("traditional", "mixed") else []
    ids = _RANDOM_ID.findall(text)
    commas = damage.get("inserted-comma", 0)
    seen = {
        "pinyin": sum(count for rule, count in damage.items() if rule.startswith("pinyin-")),
        "byte-shift": sum(count for rule, count in damage.items() if rule.startswith("byte-shift")),
        "spam-line": int(_begins_with_spam(text)),
        "random-tag-id": len(ids) if len(set(ids)) >= _DISTINCT else 0,
        "inserted-comma": commas if commas >= _COMMAS else 0,
        "converted-by-character": len(leftovers) if len(set(leftovers)) >= _DISTINCT else 0,
    }
    return {sign: count for sign, count in seen.items() if count}


def _begins_with_spam(text: str) -> bool:
    """NOISE §1, S1: many parts, most of them wares, and no sentence."""
    first = _FIRST_LINE.match(text)
    if first is None or "。" in first[1]:
        return False
    parts = _PART.findall(first[1])
    return len(parts) >= _SPAM_PARTS and len(set(_SPAM_WORD.findall(first[1]))) >= _SPAM_WORDS


def _is_mirror(signals: Mapping[str, int]) -> bool:
    return sum(_WEIGHTS[sign] for sign in signals) >= _VERDICT
