"""Dates as pages print them, read as ISO 8601 with the precision they have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Date(NamedTuple):
    """A date found in a line."""

    iso: str
    start: int
    end: int
    clock: bool  # with a time of day
    typed: bool  # `2024-03-05`, `2024/3/5`: written by a machine, not `2024年3月5日`


_DIGITS = {ch: n for n, ch in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0, "o": 0} | {str(n): n for n in range(10)}
_MONTHS = {name: n for n, name in enumerate(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1)}
_HAN_DIGIT = "零〇○Oo0一二三四五六七八九"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![\d.])
        (?: (?P<y>(?:19|20)\d\d) \s?+
            (?: (?P<sep>[-/.、])(?P<m>\d{{1,2}}) (?P=sep) (?P<d>\d{{1,2}})
              | 年 \s?+ (?P<m2>\d{{1,2}}) \s?+ 月 (?: \s?+ (?P<d2>\d{{1,2}}) \s?+ [日号] )?
              | - (?P<m5>\d\d)/(?P<d5>\d\d)
              | (?P<y_m>-) (?P<m4>\d\d) (?![-/\d]) )
          | (?P<en>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}})\.?\s(?P<ed>\d{{1,2}})，?\s(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s)?(?P<ey>(?:19|20)\d\d)
          | (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s(?P<cm>[A-Z][a-z]{{2}})\s{{1,2}}(?P<cd>\d{{1,2}})\s(?P<cc>\d\d：\d\d(?:：\d\d)?)\s(?P<cy>(?:19|20)\d\d)
          | (?P<xy>(?:19|20)\d\d) \s (?P<xm>\d\d)/(?P<xd>\d\d) (?= \s\d\d： )
          | (?P<hy>[{_HAN_DIGIT}二]{{4}}) 年 (?: (?P<hm>[一二三四五六七八九十]{{1,3}}) 月 (?: (?P<hd>[一二三四五六七八九十]{{1,3}}) [日号] )? )?
        )
        (?: [ ，]{{0,4}} (?: 【?(?:星期|周|礼拜)[一二三四五六日天]】? | （\s?(?:星期|周)[一二三四五六日天]\s?） ) )?
        (?: [ T]{{0,4}} (?:上午|下午|晚上|凌晨|AM|PM)?
            (?: (?P<h>\d{{1,2}}) \s?： \s?(?P<min>\d\d) (?: \s?： \s?(?P<s>\d\d) (?:\.\d{{1,6}})? )?
              | (?P<h2>\d{{1,2}}) [时点] (?P<min2>\d\d) 分 (?: (?P<s2>\d\d) 秒 )? )
            (?! [：\d] )
        )?
        (?! \d )
        """,
        re.VERBOSE,
    )


def date_signs() -> Iterator[str]:
    """What every date holds one of: its century and decade, its month, or a digit in words before the year."""
    yield from (century + decade for century in ("19", "20") for decade in "0123456789")
    yield from (*_MONTHS, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    yield from (f"{digit}年" for digit in _HAN_DIGIT)


def find_date(line: str, start: int = 0) -> Date | None:
    """The first date at or behind ``start`` of a folded line.

    >>> from cppcc_clean.furniture._fold import fold
    >>> find_date(fold("发布时间:2023-04-1808:54:50作者:")[0]).iso
    '2023-04-18T08:54:50'
    >>> find_date("二〇二四年三月").iso
    '2024-03'
    """
    for match in _pattern().finditer(line, start):
        date = _read(match)
        if date:
            return date
    return None


def date_at(line: str, start: int) -> Date | None:
    """The date that begins exactly at ``start``."""
    match = _pattern().match(line, start)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Date | None:
    """The date of a match, or ``None`` if there is no such day or hour."""
    group = match.groupdict()
    digits = group["y"] or group["xy"] or group["ey"] or group["cy"]
    year = int(digits) if digits else _number(group["hy"])
    month = _value(group["m"] or group["xm"] or group["m2"] or group["m4"] or group["m5"] or group["hm"])
    day = _value(group["d"] or group["xd"] or group["d2"] or group["d5"] or group["hd"])
    if name := group["en"] or group["cm"]:
        month, day = _MONTHS.get(name[:3], 0), _value(group["ed"] or group["cd"])
    hour, minute, second = _value(group["h"] or group["h2"]), _value(group["min"] or group["min2"]), _value(group["s"] or group["s2"])
    if group["cc"]:  # as `ctime` of C writes it: `Fri Jun  8 23:51:07 2007`
        hour, minute, second = (*map(_value, group["cc"].split("：")), None)[:3]
    if not 1900 <= year < 2100 or (month or 1) > 12 or month == 0 or day == 0 or (day or 1) > _length(year, month):
        return None
    if (hour or 0) > 23 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    iso = f"{year:04d}" + "".join(f"-{part:02d}" for part in (month, day) if part is not None)
    if hour is not None:
        if day is None:
            return None
        afternoon = ("下午" in match[0] or "晚上" in match[0] or "PM" in match[0]) and hour < 12
        iso += f"T{hour + 12 * afternoon:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
    return Date(iso, match.start(), match.end(), hour is not None, (group["sep"] or group["y_m"] or "") in ("-", "/") or bool(group["xy"] or group["m5"] or group["en"] or group["cm"]))


def _length(year: int, month: int | None) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _number(digits: str) -> int:
    return int("".join(str(_DIGITS[ch]) for ch in digits))


def _value(digits: str | None) -> int | None:
    """`8`, `08`, `八`, `十八`, `二十八` as a number."""
    if digits is None:
        return None
    if digits.isascii():
        return int(digits)
    tens, ten, units = digits.rpartition("十")
    if not ten:
        return _DIGITS[digits] if len(digits) == 1 else 99
    return (_DIGITS.get(tens, 99) if tens else 1) * 10 + (_DIGITS.get(units, 99) if units else 0)
