"""Page numbers of documents (NOISE §6): `第1页 / 共4页`, `- 2 -`, `3/16`, on their own lines or glued into the text.

Must stay: `账本第1页记着…`, fractions, dates. A number without the total needs a rising sequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cppcc_clean._patterns import pattern
from cppcc_clean._step import Rule
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._rules import Claim, Cut, tail, whole
from cppcc_clean.furniture._weights import Place, Says

RULES = (
    Rule(
        "furniture-page-number",
        "page numbers between and inside paragraphs",
        "书屋全年接待五千人次。\n第2页 / 共4页\n二、丰富活动内容\n",
        "书屋全年接待五千人次。\n二、丰富活动内容\n",
    ),
)

_TOTAL = pattern(r"[\-—–【（\s]*第\s?(?P<n>\d{1,4})\s?页\s?[，/|、\s（]*(?:总)?共\s?\d{1,4}\s?页[）\-—–】\s]*|Page\s?(?P<m>\d{1,4})\s?(?:of|/)\s?\d{1,4}")
_PLAIN = pattern(r"(?P<a>[\-—–~·]{1,2})\s?(?P<n>\d{1,4})\s?[\-—–~·]{1,2}|第\s?(?P<p>\d{1,4})\s?页|(?P<f>\d{1,4})\s?/\s?(?P<t>\d{1,4})|[Pp](?:age)?\.?\s?(?P<q>\d{1,4})|(?P<c>\d{1,4})\s?页")
_INLINE = pattern(r"第(?P<n>\d{1,4})页\s?[/，]?\s?共(?P<t>\d{1,4})页|(?<![\d/.\-])(?P<f>\d{1,4})/(?P<u>\d{1,4})(?![\d/.\-])")
_MARKS = "-—–~·"
_CUES = ("页", "/", "Page", *(f"P{behind}" for behind in ". 0123456789"), *(mark + behind for mark in _MARKS for behind in " 0123456789"))
_LOOK = pattern(r"第\s?\d+\s?页|\d/\d")
_DIGIT = pattern(r"\d")
_RISING = 3  # of the same total, each one more than the one before: no run of fractions does that
_LEAST_TOTAL = 8


def _rows(page: Page, rows: Sequence[Row]) -> Iterator[tuple[int, Claim]]:
    plain: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        if len(row.raw) > 24 or not _DIGIT.search(row.raw):
            continue
        if _TOTAL.fullmatch(row.line):
            yield row.number, Claim("furniture-page-number", Says.CERTAIN, Place.ANYWHERE)
        elif match := _PLAIN.fullmatch(row.line):
            group = match.groupdict()
            form = next(name for name in "npfqc" if group[name])
            plain.setdefault(form + (group["t"] or ""), []).append((int(group[form]), row.number))
    for seen in plain.values():
        says = Says.CERTAIN if any(_interrupts(page, place) for _, place in seen) else Says.STRONG
        for row_number in sorted(_rising(seen)):
            yield row_number, Claim("furniture-page-number", says, Place.ANYWHERE)


def _interrupts(page: Page, row: int) -> bool:
    """Whether the number stands in the middle of a sentence; between sections it may be the author's own."""
    above = page.rows[row - 1] if row else None
    return above is not None and len(above.raw) >= 12 and not above.sentence


def _rising(seen: list[tuple[int, int]]) -> set[int]:
    """The rows of numbers with the one before, which is one less, or the one behind, which is one more."""
    pairs = ((a, b) for a, b in pairwise(seen) if b[0] == a[0] + 1 and b[1] - a[1] > 1)
    return {row for pair in pairs for _, row in pair}


def _inline(_page: Page, rows: Sequence[Row]) -> Iterator[Cut]:
    runs: dict[tuple[str, str], list[tuple[int, int, int, int]]] = {}
    for row in rows:
        if not (("页" in row.line or "/" in row.line) and _LOOK.search(row.line)):
            continue
        for match in _INLINE.finditer(row.line):
            form, n, total = ("n", match["n"], match["t"]) if match["n"] else ("f", match["f"], match["u"])
            if len(match[0]) < len(row.raw) and int(total) >= int(n) and (form == "n" or int(total) >= _LEAST_TOTAL):
                runs.setdefault((form, total), []).append((int(n), row.number, match.start(), match.end()))
    for (form, _), seen in runs.items():
        steps = sum(b[0] == a[0] + 1 and b[1] > a[1] for a, b in pairwise(seen))  # `1/9、2/9` in one line are dates
        if len(seen) >= (2 if form == "n" else _RISING) and steps == len(seen) - 1:
            for _, number, start, end in seen:
                yield Cut(number, start, end, "furniture-page-number")


CHECKS = (
    tail("furniture-page-number", "页", r"(?<=[。！？；”）…])\s*第\s?\d{1,4}\s?页\s?[/，]?\s?共\s?\d{1,4}\s?页"),
    whole(_rows, cues=_CUES),
    whole(_inline, in_prose=True, cues="页 /"),
)
