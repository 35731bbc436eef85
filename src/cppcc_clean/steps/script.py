"""Script: traditional lines become simplified (or the other way round), simplified text stays as it is.

What must stay: simplified text with every character that it shares with traditional text (著作 于 乾隆 瞭望 慰藉 么),
lines of Japanese or Korean, and characters that are being talked about (“發”和“髮”, 发（發）, 國字的旧体). Regional words stay
(軟體 → 软体): this step knows characters. No character becomes one outside the Basic Multilingual Plane, which few
fonts can show.
Standard: 通用规范汉字表 (2013), through the dictionaries of OpenCC; NOISE.md §7.
"""

from __future__ import annotations

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit
from cppcc_clean._step import Rule, Step
from cppcc_clean.language.script import REASONS, convert

RULES = (
    Rule("script-character", "A line in the other script takes the forms of this one", "協商會議", "协商会议"),
    Rule("script-context", "The word decides which form it is, not the character", "不瞭解計畫", "不了解计划"),
    Rule("script-variant", "An old or regional form becomes the standard form", "鎗砲與衞生", "枪炮与卫生"),
    Rule("script-lone", "A lone character of the other script in a line of this one", "国立圖书馆", "国立图书馆"),
)
_RULE_NAMES = [f"script-{reason}" for reason in REASONS]


def find(text: str, *, to: str = "hans") -> list[Edit]:
    """One edit for each character that changes."""
    if to == "keep" or not text:
        return []
    conversion = convert(text, to)
    places = conversion.changed()
    after = conversion.text() if places else text
    reasons = conversion.reason[places].tolist()
    return [
        Edit(place, place + 1, after[place], _RULE_NAMES[reason]) for place, reason in zip(places, reasons, strict=True)
    ]


def run(text: str, *, to: str = "hans") -> str:
    """The same result without a list of edits."""
    if to == "keep" or not text:
        return text
    conversion = convert(text, to)
    return conversion.text() if (conversion.old != conversion.new).any() else text


def wakes(*, to: str = "hans") -> tuple[int, ...]:
    """Only what the wanted script never uses gives this step anything to do."""
    if to == "keep":
        return (0,)
    return (CharClass.TRADITIONAL if to == "hans" else CharClass.SIMPLIFIED,)


STEP = Step("script", wakes=wakes, find=find, rules=RULES, run=run)


def convert_script(text: str, *, to: str = "hans") -> str:
    """Chinese in one script: simplified (``to="hans"``) or traditional ("hant", "tw", "hk"); "keep" changes nothing.

    >>> convert_script("著力解決群眾的聯繫問題，答覆有著落；乾隆年間的著作")
    '着力解决群众的联系问题，答复有着落；乾隆年间的著作'
    >>> convert_script("为什么他是著名作家？乾隆、瞭望、慰藉")
    '为什么他是著名作家？乾隆、瞭望、慰藉'
    >>> convert_script("皇后在后宫里", to="tw")
    '皇后在後宮裡'

    Lines are judged one by one: text that is in the wanted script already stays the very same. In a line of the wanted
    script only characters that it never uses and that have one form change, and none that is being talked about.
    A line that says nothing (`著`) follows the lines around it. Of a text that says nothing at all nothing changes.
    Raises ``TypeError`` for anything but a ``str``. Linear.
    """
    return STEP(text, to=to)
