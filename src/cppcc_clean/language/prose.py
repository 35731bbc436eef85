"""Which lines of a text are Chinese prose, so that its marks should be Chinese marks.

Not Chinese prose are lines of Latin, Japanese or Korean text, code and data, and entries of a bibliography (GB/T 7714
sets them with ASCII marks).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from cppcc_clean._edits import Edit
from cppcc_clean._patterns import pattern

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# Han, and the marks that only Chinese and Japanese have.
CHINESE_RUN = pattern(f"[{HAN}、-】！（），：；？…]+")
_KANA_RUN = pattern("[\u3041-\u30fa\u30fd-\u30ff\uac00-\ud7a3]+")
_LATIN_RUN = pattern("[!-~\xc0-\u024f]+")
_LETTERS = pattern("[A-Za-z\xc0-\u024f]+")

# A Chinese word is worth two characters, a Latin one five or six letters: two letters for each Han is half and half.
_LETTERS_PER_HAN = 2
# Chinese quotes a kana now and then (の); in Japanese half of the characters are kana.
_HAN_PER_KANA = 4

_QUOTED_CODE = pattern("`[^`\n]*+`")

# A line that opens or closes a block of code (Markdown).
_FENCE = pattern("^[ \t]*+(```++)([^`\n]*+)$", re.MULTILINE)

_CODE = pattern(
    r"""
    [{}]                                    # JSON, style sheets, most programming languages, TeX
    | \[\s?["'] | ["']\s?\]                 # lists of strings
    | [A-Za-z_]\(["']                       # a call
    | =\ ?["']                              # an assignment, an attribute of a tag
    | [A-Za-z_]\([^()]{0,80}\);
    | [=!]=[\s=] | && | \|\|
    | \(\?[:=!<] | \[\^                     # regular expressions
    | ^\s*+(?:[#]!|//|/\*|\#include\b|(?:import|from|def|class|return|elif|else)\ \w|SELECT\ )
    | ^\s*+"[^"]*+"\s*+:\s*+(?:["\[\d-]|true|false|null)
    | ^\s*+"[^"]*+"(?:,"[^"]*+")++,?\s*$    # a row of quoted fields
    | ^\s*+[a-z][\w.-]*+(?=[ -~]*["'])(?:\ (?:[#-&(-~]++|"[^"]*+"|'[^']*+'))++\s*$  # a command and its arguments
    """,
    re.VERBOSE,
)

# Rows of a table as programs print it have the same number of commas as a neighbour, no blank behind them, and short
# cells without other marks. Verse and slogans may look like that, too; but no clause is a bare number, a Latin word or
# nothing. (`云,雷,风` may be verse.)
_CELL = "(?:[^,，。、；：！？“”…;:!?\n]|(?<=[0-9]):)"
_ROW = pattern(rf"{_CELL}{{0,16}}+(?:,(?! ){_CELL}{{0,16}}+)++")
_VALUE = pattern(r"(?:^|,)[0-9A-Za-z.%/: +-]++(?=,|$)|,,")

# `[J].` and its like say what kind of document an entry names (GB/T 7714, table B.1).
_DOCUMENT_TYPE = pattern(r"\[[A-Z]{1,2}(?:/[A-Z]{2})?\](?=\s*(?:[.,，。/(（]|$))")
_ENTRY_NUMBER = pattern(r"\s*+[\[［]\d{1,3}[\]］]")
_CLOSING = frozenset("”》）)")

_YEAR = pattern(r", ?(?:1[6-9]|20)\d\d[,:(.]")


class Lines:
    """The lines of a text and whether they are Chinese prose; cheap when asked about one place after the other."""

    __slots__ = ("_ascii_stops", "_chinese", "_end", "_start", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._start, self._end = 0, -1
        # By the start of the line: where quoted code begins and ends, by turns, in a Chinese one; None for others.
        self._chinese: dict[int, list[int] | None] = {}
        self._ascii_stops: dict[int, bool] = {}

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the line that holds position ``at`` begins and ends; the line end belongs to the line before it."""
        if not self._start <= at <= self._end:
            self._start, self._end = _bounds(self._text, at)
        return self._start, self._end

    def is_chinese(self, at: int) -> bool:
        """Whether position ``at`` is in Chinese prose: in such a line, and not in `code` that it quotes."""
        start, end = self.bounds(at)
        if start not in self._chinese:
            line = self._text[start:end]
            code = [edge for match in _QUOTED_CODE.finditer(line) for edge in match.span()]
            self._chinese[start] = code if is_chinese(line) and not self._is_row(start, end) else None
        quoted = self._chinese[start]
        return quoted is not None and (not quoted or bisect_right(quoted, at - start) % 2 == 0)

    def _is_row(self, start: int, end: int) -> bool:
        """Whether this line and a neighbour are rows of a table."""
        text = self._text
        line = text[start:end]
        if not _ROW.fullmatch(line):
            return False
        neighbours = (_bounds(text, at) for at in (start - 1, end + 1) if 0 <= at <= len(text))
        return any(_are_rows(line, text[slice(*bounds)]) for bounds in neighbours)

    def ends_in_ascii_stop(self, at: int) -> bool:
        """Whether the line that holds ``at`` ends its sentences with ``.``: the last one, and none with ``。``."""
        start, end = self.bounds(at)
        verdict = self._ascii_stops.get(start)
        if verdict is None:
            line = self._text[start:end]
            last, stop = line.rstrip()[-2:-1], line.rstrip()[-1:]
            verdict = stop == "." and "。" not in line and (is_han(last) or last in _CLOSING)
            self._ascii_stops[start] = verdict
        return verdict


def outside_code(text: str, edits: Iterable[Edit]) -> Iterable[Edit]:
    """The edits that leave blocks of code between two fences as they are."""
    edges = _fenced(text) if "```" in text else []
    if not edges:
        return edits
    return [edit for edit in edits if _is_outside(edges, edit)]


def _is_outside(edges: list[int], edit: Edit) -> bool:
    before = bisect_right(edges, edit.start)
    return before % 2 == 0 and before == bisect_left(edges, edit.end, before)


def _fenced(text: str) -> list[int]:
    """Where blocks of code begin and end, by turns; one without its second fence is none."""
    edges: list[int] = []
    for fence in _FENCE.finditer(text):
        if len(edges) % 2 == 0:
            edges.append(fence.start(1))
        elif not fence[2].strip():
            edges.append(fence.end(1))
    return edges[: len(edges) & ~1]


def _bounds(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def is_han(char: str) -> bool:
    """Whether this is one ideograph."""
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff" or "\uf900" <= char <= "\ufaff"


def is_chinese(line: str) -> bool:
    """Whether this line is Chinese prose.

    >>> is_chinese("观澜县GDP同比增长5%"), is_chinese('{"名称": "观澜"}'), is_chinese("the word 政协 means")
    (True, False, False)
    """
    line = _QUOTED_CODE.sub("", line)
    han = _count(CHINESE_RUN, line)
    if not han or _HAN_PER_KANA * _count(_KANA_RUN, line) > han:
        return False
    if _LETTERS_PER_HAN * han < _count(_LETTERS, line) and _LETTERS_PER_HAN * han < _words(line):
        return False
    return not _CODE.search(line) and not _is_reference(line)


def _are_rows(line: str, other: str) -> bool:
    """Whether two lines that follow each other have the same columns; ``line`` has the form of a row."""
    if line.count(",") != other.count(",") or not _ROW.fullmatch(other):
        return False
    return bool(_VALUE.search(line) or _VALUE.search(other))


def _count(pattern: re.Pattern[str], line: str) -> int:
    return sum(map(len, pattern.findall(line)))


def _words(line: str) -> int:
    """How many letters there are outside addresses."""
    runs = (run for run in _LATIN_RUN.findall(line) if not ("://" in run or "@" in run or run.startswith("www.")))
    return _count(_LETTERS, " ".join(runs))


def _is_reference(line: str) -> bool:
    if _DOCUMENT_TYPE.search(line):
        return True
    return ". " in line and bool(_ENTRY_NUMBER.match(line) or _YEAR.search(line))
