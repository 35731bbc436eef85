"""The byte shift of mirror sites: what the torn characters may have been (NOISE §3.4).

Mirror software edits GBK bytes and does not mind where characters begin. It finds a mark, or a character it annotates, in
the second byte of one character and the first of the next, and puts bytes in between. The first character loses its half
(`?`), and everything behind is read one byte off, until an ASCII byte sets it right::

    。縣政府   A1A3 BF68 D5FE        a comma is put before A3BF, the mark ？
    ?？h政府   A1,  A3BF 68 D5FE     。 is torn, 縣 is read as half a mark and an h

Read backwards: every character seen in the run gives the second byte of one character and the first of the next. What
cannot be seen is chosen by the character model: the first half of the torn character, the last byte before a `?`, and the
pairs in GBK's user zones, which were dropped without a trace. One search (Viterbi, pruned) follows all of it at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean import _data
from cppcc_clean.language.bigram import model
from cppcc_clean.language.readings import PINYIN_LETTERS, reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]
    Bits = NDArray[np.float32]

# The marks that are searched for, full-width and folded, and the bytes that are found.
MARKS = {mark: mark.encode("gbk") for mark in "！；？：，。"}
MARKS |= {folded: MARKS[mark] for folded, mark in zip("!;?:,", MARKS, strict=False)}

# In traditional text the shift ends after 4.5 characters on average, in simplified text at the next ASCII character: 2 to
# 30 characters on (NOISE §3.4).
LONGEST = 48

_MARK = re.compile("[、" + "".join(MARKS) + "]")
READING = re.compile(rf"([{PINYIN_LETTERS}]{{1,6}}) ?[)）]")
_WHOLE_READING = re.compile(rf"[(（]({READING.pattern})")
_TAG_REST = re.compile(r"/?(?:(?P<block>p|br|div|li|td|tr|h[1-6])|strong|span|b|font|a)\s?/?>")

# Signs that stand in running text; of the other signs in GBK none is a candidate.
_SIGNS = "\u3000、。·—…‘’“”〈〉《》「」『』【】〔〕！（），：；？％"

# Readings that are followed at once, and of those with a pair dropped. One that is so many bits behind is given up.
_WIDTH = 24
_DROPS = 8
_BEHIND = 20.0
SECOND = 6.0
UNBALANCED = 6.0
DOUBLE = True
DROP = 0.0


class Restored(NamedTuple):
    """What stood in ``text[start:end]``, and how likely it is between its neighbours, in bits."""

    end: int
    text: str
    bits: float


class _Front(NamedTuple):
    """Readings so far: the last character of each, as the model knows it, its bits and its text."""

    ids: NDArray[np.uint16]
    bits: Bits
    texts: Sequence[str]


# The readings that wait for the second byte of a character, by its first.
_Fronts = dict[int, _Front]


class _Grid(NamedTuple):
    """GBK, by both bytes of a character as one number."""

    chars: list[str]
    ids: NDArray[np.uint16]
    usual: dict[bool, NDArray[np.bool_]]  # by script (is it traditional?): what running text holds
    private: NDArray[np.bool_]
    form: dict[bool, Bits]


# ------------------------------------------------------------------------------------------------------------- tables


@cache
def _simplified() -> dict[int, str]:
    """Traditional → simplified, character by character: the model reads one script alone, so that forms do not count."""
    return {ord(row[0]): row[2] for row in _data.rows("script_characters.tsv") if row[1] == "hans" and len(row[2]) == 1}


@cache
def _grid() -> _Grid:
    import numpy as np

    codes = [lead << 8 | trail for lead in range(0x81, 0xFF) for trail in (*range(0x40, 0x7F), *range(0x80, 0xFF))]
    read = b"".join(code.to_bytes(2, "big") for code in codes).decode("gb18030")
    chars = [""] * 0x10000
    ids = np.zeros(0x10000, dtype=np.uint16)
    ids[codes] = model().ids(read.translate(_simplified()))
    rare = int(model().ids("丂")[0])
    own = {to: {row[0] for row in _data.rows("script_characters.tsv") if row[1] == to and row[3] in ("own", "split")} for to in ("hans", "hant")}
    usual = {hant: np.zeros(0x10000, dtype=bool) for hant in (True, False)}
    private = np.zeros(0x10000, dtype=bool)
    for code, char in zip(codes, read, strict=True):
        chars[code] = char
        private[code] = "\ue000" <= char <= "\uf8ff"
        known = char in _SIGNS or "\u4e00" <= char <= "\u9fff" and ids[code] != rare
        usual[True][code] = known and char not in own["hant"]
        usual[False][code] = known and char not in own["hans"]
    second = np.zeros(0x10000, dtype=np.float32)
    to_hant = {row[0]: row[2] for row in _data.rows("script_characters.tsv") if row[1] == "hant"} | dict(zip("为众群启", "為眾群啟"))
    to_hans = _simplified()
    for code, char in zip(codes, read, strict=True):
        plain = to_hans.get(ord(char), char)
        if plain != char and to_hant.get(plain, plain) != char:
            second[code] = SECOND
        if plain == char and to_hant.get(plain, plain) != char and plain not in "干系于范并采征托扎里云斗愿余周柜布回游核后":
            second[code] = SECOND
    return _Grid(chars, ids, usual, private, {True: second, False: np.zeros(0x10000, dtype=np.float32)})


def bits(text: str) -> float:
    """log2 p of all but the first character, in either script; ``\\n`` stands for the edges of a line."""
    ids = model().ids(text.translate(_simplified()))
    return float(model().pair(ids[:-1], ids[1:]).sum(dtype="f8"))


def _ids(text: str) -> NDArray[np.uint16]:
    return model().ids(text.translate(_simplified()))


def _pair(char: str) -> bytes | None:
    """The two bytes an observed character stands for; ASCII may be a full-width twin that was folded."""
    if " " < char < "\x7f":
        return bytes((0xA3, ord(char) + 0x80))
    if char == " ":
        return b"\xa1\xa1"
    pair = char.encode("gb18030", "ignore")
    return pair if len(pair) == 2 else None


# ------------------------------------------------------------------------------------------------------------- search


class Search:
    """One run of damage."""

    def __init__(self, text: str, start: int, left: str, hant: bool) -> None:
        self.text, self.start, self.left = text, start, left
        self.usual = _grid().usual[hant]
        self.form = _grid().form[hant]
        self.balance = _Balance(text, start)
        self.best: Restored | None = None

    def run(self) -> Restored | None:
        """The likeliest reading of the damage that begins with the `?` at ``start``."""
        self._torn_twice()
        at, fronts = self._torn()
        while fronts and at < len(self.text) and at - self.start < LONGEST:
            at = self._skip(at)
            self._end(at, fronts)
            fronts, at = self._next(at, fronts), at + 1
            self._pass(at, fronts)
        return self.best

    # ------------------------------------------------------------------------------------------------ how it begins

    def _torn(self) -> tuple[int, _Fronts]:
        text, at = self.text, self.start + 1
        found = READING.match(text, at)
        if found:
            return found.end(), self._torn_by_reading(found[1])
        if at < len(text) and text[at] in MARKS:
            return at + 1, self._torn_by_mark(MARKS[text[at]])
        return at, {}

    def _torn_twice(self) -> None:
        """Both halves of the first character are lost where a comma stands also before a mark that is whole."""
        mark = MARKS.get(self.text[self.start + 2 : self.start + 3]) or (b"\xa1\xa2" if self.text[self.start + 2 : self.start + 3] == "、" else None)
        if mark is None or self.text[self.start + 1] != "?" or self.text[self.start + 2] in "?？":
            return
        first = {0xA1: b"\xa3", 0xA3: b"\xa1"}[mark[0]]
        codes = self._codes(range(0x81, 0xFF), first)
        start = _Front(_ids(self.left), _zeros(1), [""])
        self._close(self._grow(start, codes), self.start + 2)

    def _torn_by_mark(self, mark: bytes) -> _Fronts:
        codes = self._codes(range(0x81, 0xFF), mark[:1])
        start = _Front(_ids(self.left), _zeros(1), [""])
        return {mark[1]: self._grow(start, codes)}

    def _torn_by_reading(self, syllable: str) -> _Fronts:
        """The annotated character is made of the last byte of the one before it and the first of the one behind it."""
        pair = _pair(self.left)
        if pair is None:
            return {}
        found = (char.encode("gb18030") for char in _readable(syllable))
        start = _Front(_ids(self.left), _zeros(1), [""])
        return {code[1]: start for code in found if code[0] == pair[1]}

    # ------------------------------------------------------------------------------------------------ how it goes on

    def _skip(self, at: int) -> int:
        """What was put in between two characters that are seen: a comma, a reading."""
        if self.text[at] == "," and _MARK.match(self.text, at + 1):
            return at + 1
        found = _WHOLE_READING.match(self.text, at)
        return found.end() if found and found.end() < len(self.text) else at

    def _next(self, at: int, fronts: _Fronts) -> _Fronts:
        """Readings in which the character that is seen is made of two halves."""
        pair = _pair(self.text[at])
        if pair is None:
            return {}
        front = self._through(fronts, pair[0])
        return {pair[1]: front} if len(front.texts) else {}

    def _through(self, fronts: _Fronts, trail: int) -> _Front:
        """Readings in which the next byte that is seen is ``trail``, with or without a pair dropped before it."""
        parts = []
        for lead, front in fronts.items():
            parts.append(self._grow(front, self._codes([lead], [trail])))
            parts.append(self._grow_dropped(front, lead, trail))
        return _merge(parts)

    def _grow(self, front: _Front, codes: Codes) -> _Front:
        if not len(codes):
            return _NOTHING()
        ids = _grid().ids[codes]
        score = front.bits[:, None] + model().pair(front.ids[:, None], ids[None, :]) - self.form[codes]
        return self._best(front, codes, ids, score, _WIDTH)

    def _best(self, front: _Front, codes: Codes, ids: Codes, score: Bits, width: int) -> _Front:
        """For each code its likeliest beginning, and of those the likeliest."""
        before = score.argmax(axis=0)
        top = score.max(axis=0)
        keep = (-top).argsort()[:width]
        keep = keep[top[keep] > -1e9]
        chars = _grid().chars
        texts = [front.texts[before[k]] + chars[codes[k]] for k in keep]
        return _Front(ids[keep], top[keep], texts)

    def _grow_dropped(self, front: _Front, lead: int, trail: int) -> _Front:
        import numpy as np

        grid = _grid()
        firsts = self._codes([lead], _zone_leads())
        seconds = self._codes(range(0x81, 0xFF), [trail])
        if not len(firsts) or not len(seconds):
            return _NOTHING()
        dropped, firsts = self._some(front, firsts, None)
        once = self._last(dropped, firsts, seconds)
        middles = self._codes(np.unique(np.concatenate([_zone_trails(int(f) & 0xFF) for f in firsts])), _zone_leads())
        if not DOUBLE or not len(middles):
            return once
        twice, middles = self._some(dropped, middles, firsts)
        return _merge([once, self._last(twice, middles, seconds)])

    def _grow_dropped_end(self, front: _Front, lead: int) -> _Front:
        firsts = self._codes([lead], _zone_leads())
        seconds = self._codes((0xA1, 0xA3), range(0x80, 0xFF))
        if not len(firsts) or not len(seconds):
            return _NOTHING()
        dropped, firsts = self._some(front, firsts, None)
        return self._last(dropped, firsts, seconds)

    def _some(self, front: _Front, codes: Codes, previous: Codes | None) -> tuple[_Front, Codes]:
        import numpy as np

        grid = _grid()
        ids = grid.ids[codes]
        score = front.bits[:, None] + model().pair(front.ids[:, None], ids[None, :]) - self.form[codes]
        if previous is not None:
            score = np.where(grid.private[((previous & 0xFF) << 8)[:, None] | (codes >> 8)[None, :]], score, np.float32(-1e10))
        before, top = score.argmax(axis=0), score.max(axis=0)
        keep = (-top).argsort()[:_DROPS]
        texts = [front.texts[before[k]] + grid.chars[codes[k]] for k in keep]
        return _Front(ids[keep], top[keep] - DROP, texts), codes[keep]

    def _last(self, dropped: _Front, firsts: Codes, seconds: Codes) -> _Front:
        import numpy as np

        grid = _grid()
        pairs = ((firsts & 0xFF) << 8)[:, None] | (seconds >> 8)[None, :]
        ids = grid.ids[seconds]
        score = dropped.bits[:, None] + model().pair(dropped.ids[:, None], ids[None, :]) - self.form[seconds]
        score = np.where(grid.private[pairs], score, np.float32(-1e10))
        return self._best(dropped, seconds, ids, score, _WIDTH)

    def _codes(self, leads: Iterable[int], trails: Iterable[int]) -> Codes:
        import numpy as np

        codes = (np.array([*leads], dtype=np.uint16) << 8)[:, None] | np.array([*trails], dtype=np.uint16)[None, :]
        codes = codes.ravel()
        return codes[self.usual[codes]]

    # ------------------------------------------------------------------------------------------------ how it ends

    def _end(self, at: int, fronts: _Fronts) -> None:
        """Readings that are whole after the character at ``at``."""
        char = self.text[at]
        pair = _pair(char)
        if pair is not None and not char.isascii() and pair[1] < 0x80:
            front = self._through(fronts, pair[0])
            self._close(front, at + 1, chr(pair[1]))
        if "@" <= char < "\x7f" or char == "€":
            front = self._through(fronts, 0x80 if char == "€" else ord(char))
            end = at + 1
            found = _WHOLE_READING.match(self.text, end)
            self._close(front, found.end() if found and "@" <= char < "\x7f" else end)
        elif char in "?？":
            found = READING.match(self.text, at + 1)
            if found:
                readable = _readable(found[1])
                chars = _grid().chars
                parts = [
                    self._grow(front, codes)
                    for lead, front in fronts.items()
                    if len(codes := _array(c for c in self._codes([lead], range(0x40, 0xFF)) if chars[c] in readable))
                ]
                self._close(_merge(parts), found.end())
            elif char == "?":
                parts = [self._grow(front, self._codes([lead], range(0x80, 0xFF))) for lead, front in fronts.items()]
                parts += [self._grow_dropped_end(front, lead) for lead, front in fronts.items()]
                self._eaten(_merge(parts), at + 1)

    def _eaten(self, front: _Front, end: int) -> None:
        """The lone byte at the end ate an ASCII byte."""
        following = self.text[end : end + 1]
        rest = _TAG_REST.match(self.text, end)
        if rest:
            end = rest.end()
            self._close(front, end, "\n" if rest["block"] and self.text[end : end + 1] != "\n" else "")
        elif not following or following in "\n\r" or _MARK.match(following):
            self._close(front, end)
        elif following.isascii() and following.isalnum():
            self._close(front, end, "\n", final=True)
            self._close(front, end, "?")
        else:
            self._close(front, end, "\n")
            self._close(front, end, " ")

    def _close(self, front: _Front, end: int, eaten: str = "", final: bool = False) -> None:
        """Take the likeliest of whole readings, if there is none better yet."""
        if not len(front.texts):
            return
        after = eaten + self._right(end)
        ids = _ids(after)
        score = front.bits
        if len(ids):
            score = score + model().pair(front.ids, ids[0])
        score = score - _array_f([self.balance.cost(text + eaten, end) + 1000 * (final and text[-1] not in "。！？”；：") for text in front.texts])
        top = int(score.argmax())
        total = float(score[top]) + (bits(after) if len(after) > 1 else 0.0)
        if self.best is None or total > self.best.bits:
            self.best = Restored(end, front.texts[top] + eaten, total)

    def _right(self, end: int) -> str:
        """The neighbour on the right; nothing if it is damage itself."""
        if self.text[end : end + 1] == "," and _MARK.match(self.text, end + 1):
            end += 1
        char = self.text[end : end + 1] or "\n"
        return "" if char in "?？" else char

    def _pass(self, at: int, fronts: _Fronts) -> None:
        """Give the search up where what goes on is far behind what has ended."""
        if self.best is None or not fronts:
            return
        passed = self.best.bits + (bits(self.text[self.best.end : at]) if at > self.best.end else 0.0)
        if max(front.bits.max() for front in fronts.values()) < passed - _BEHIND:
            fronts.clear()


def _array(codes: Iterable[int]) -> Codes:
    import numpy as np

    return np.array([*codes], dtype=np.uint16)


def _array_f(values: Iterable[float]) -> Bits:
    import numpy as np

    return np.array([*values], dtype=np.float32)


_PAIRS = ("“”", "《》", "（）", "‘’")
_LEFT = {o + c: re.compile(f"[{o}{c}?？\n]") for o, c in _PAIRS}


class _Balance:
    """Whether quotation marks and brackets match those on the line."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.line = text[max(0, start - 200, text.rfind("\n", 0, start) + 1) : start].replace("(", "（").replace(")", "）")

    def cost(self, new: str, end: int) -> float:
        total = 0.0
        right = self.text[end : end + 200].replace("(", "（").replace(")", "）")
        for o, c in _PAIRS:
            before = max(self.line.rfind(o), self.line.rfind(c), self.line.rfind("?"))
            is_open = None if before >= 0 and self.line[before] == "?" else before >= 0 and self.line[before] == o
            for char in new:
                if char == o:
                    total += UNBALANCED * (is_open is True)
                    is_open = True
                elif char == c:
                    total += UNBALANCED * (is_open is False)
                    is_open = False
                elif char == "\n":
                    total += UNBALANCED * (is_open is True)
                    is_open = False
            found = re.search(f"[{o}{c}?\n]", right)
            if is_open is not None and not (found and found[0] == "?"):
                total += UNBALANCED * (is_open != bool(found and found[0] == c))
        return total


@cache
def _zone_trails(lead: int) -> Codes:
    import numpy as np

    return np.flatnonzero(_grid().private[lead << 8 : (lead + 1) << 8]).astype(np.uint16)


def _zeros(n: int) -> Bits:
    import numpy as np

    return np.zeros(n, dtype=np.float32)


@cache
def _NOTHING() -> _Front:
    return _Front(_array([]), _zeros(0), [])


@cache
def _zone_leads() -> list[int]:
    return [lead for lead in range(0x81, 0xFF) if _grid().private[lead << 8 : (lead + 1) << 8].any()]


def _readable(syllable: str) -> str:
    known = reading(syllable)
    return "".join(known)


def _merge(parts: Sequence[_Front]) -> _Front:
    import numpy as np

    parts = [part for part in parts if len(part.texts)]
    if not parts:
        return _NOTHING()
    if len(parts) == 1:
        return parts[0]
    bits = np.concatenate([part.bits for part in parts])
    ids = np.concatenate([part.ids for part in parts])
    texts = [text for part in parts for text in part.texts]
    keep = (-bits).argsort()[:_WIDTH]
    return _Front(ids[keep], bits[keep], [texts[k] for k in keep])
