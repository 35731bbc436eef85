"""The byte shift of mirror sites: what the torn characters may have been (NOISE §3.4).

Mirror software edits GBK bytes and does not mind where characters begin. It finds a mark, or a character it annotates, in
the second byte of one character and the first of the next, and puts bytes in between. The first character loses its half
(`?`), and everything behind is read one byte off, until an ASCII byte sets it right::

    。縣政府   A1A3 BF68 D5FE        a comma is put before A3BF, the mark ？
    ?？h政府   A1,  A3BF 68 D5FE     。 is torn, 縣 is read as half a mark and an h

Read backwards: every character seen in the run gives the second byte of one character and the first of the next. What
cannot be seen is chosen by the character model: the first half of the torn character, the last byte before a `?`, and the
pairs in GBK's user zones, which were dropped without a trace. One search (Viterbi, pruned) follows all of it at once.

The beam of `decode` follows a few possibilities at few places; here there are two thousand between any two characters,
so this search has its own, over arrays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean import _data
from cppcc_clean._patterns import pattern
from cppcc_clean.channels.choose import sums
from cppcc_clean.language.bigram import START, model
from cppcc_clean.language.readings import PINYIN_LETTERS, reading
from cppcc_clean.language.script import evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]  # characters of GBK as numbers: first byte * 256 + second
    Ids = NDArray[np.uint16]  # characters as the model knows them
    Bits = NDArray[np.float32]

# The marks that are searched for, full-width and folded, and the bytes that are found.
MARKS = {mark: mark.encode("gbk") for mark in "！；？：，。"}
MARKS |= {folded: MARKS[mark] for folded, mark in zip("!;?:,", MARKS, strict=False)}

# A reading that lost its bracket: `日?qǐng)?bào)網`.
READING = pattern(rf"([{PINYIN_LETTERS}]{{1,6}}) ?[)）]")

# In traditional text the shift ends after 4.5 characters on average, in simplified text at the next ASCII character: 2 to
# 30 characters on (NOISE §3.4).
LONGEST = 64

# How many readings are followed at once, and how many of them into a dropped pair; twice as many restore no more.
_WIDTH, _DROPS = 24, 12

# How many bits a reading may be behind one that has ended, and behind what is seen, before it is given up.
_BEHIND_BEST, _BEHIND_SEEN = 20.0, 60.0

# What these cost beside the model's bits; on simulated pages half and twice as much do as well.
_UNUSUAL = 6.0  # a character that the mirrors' one-to-one table does not write
_UNPAIRED = 6.0  # a bracket or quotation mark without its partner, a mark printed twice
_BLANK = 10.0  # U+3000 at the end of a line, where people put “ or ” (all are A1xx)
_BEFORE_DIGIT = 3.0  # a line end before a digit, where a digit may have been: with 4 most true line ends are lost
_NEVER = 1e9

# The weight of the page's own pairs of characters against the model's: names and terms come again.
_OWN = 0.15

_MARK = pattern("[、" + "".join(MARKS) + "]")
_WHOLE_READING = pattern(rf"[(（]{READING.pattern}")

# What may be shifted, roughly.
_SHIFTED = pattern(rf"[?？](?:[{''.join(MARKS)}]|{READING.pattern})[^\n@-~?]{{0,{LONGEST}}}")

# What is left of a tag that lost its `<`; who talks about tags puts them in quotation marks.
_TAG = pattern(r"/?(?:(?P<block>p|br|div|li|td|tr|h[1-6])|strong|span|b|font|a)\s?/?>(?![”’」』\"'])")


class Restored(NamedTuple):
    """What stood at ``text[start:end]``."""

    end: int
    text: str
    bits: float  # log2 of its probability between its neighbours
    gain: float  # how many bits more than what is seen
    share: float  # its probability among the readings that end in the same way


def restore(text: str, start: int, page: Page, left: str) -> Restored | None:
    """The likeliest original of the damage that begins with the ``?`` at ``start``, ``left`` being the character before.

    >>> text = "上?；鶎狱h建工作"
    >>> restore(text, 1, Page(text), "上").text
    '海基層黨'
    """
    return _Walk(text, start, page, left or START).run()


# ------------------------------------------------------------------------------------------------ what a page can say


class _Grid(NamedTuple):
    """The characters of GBK that running text of one script may hold, by their two bytes."""

    chars: list[str]
    ids: Ids
    cost: Bits  # _NEVER for those that it does not hold
    with_lead: list[Codes]  # by first byte
    with_trail: list[Codes]  # by second byte
    before_zone: list[Codes]  # by first byte, those whose second byte begins pairs of a user zone
    signs: Codes
    in_zone: NDArray[np.bool_]  # by first and second byte: a pair of a user zone?


# Signs that stand in running text; of the other signs in GBK none is a candidate.
_SIGNS = "\u3000、。·—…‘’“”〈〉《》「」『』【】〔〕！（），：；？％"

# Simplified characters that the mirrors' table leaves, for they are traditional ones as well, and what it writes where
# OpenCC's standard has another form (NOISE §7).
_LEFT = "干系于范并采征托扎里云斗愿余周柜布回游核后"
_WRITTEN = dict(zip("为众群启", "為眾群啟", strict=True))


class _Form(NamedTuple):
    """A row of the script tables for one character."""

    to: str  # the script of the form
    use: str  # who uses the character itself: see the table
    char: str
    form: str


@cache
def _forms() -> tuple[_Form, ...]:
    rows = _data.rows("script_characters.tsv")
    return tuple(_Form(to, use, *both) for to, use, *sides in rows for both in zip(*sides, strict=True))


@cache
def _simplified() -> dict[int, str]:
    """Traditional → simplified and full-width → ASCII: the model judges words, not the way they are written."""
    wide = {code: chr(code - 0xFEE0) for first in (0xFF10, 0xFF21, 0xFF41) for code in range(first, first + 26)}
    return wide | {ord(row.char): row.form for row in _forms() if row.to == "hans"}


def _costs(traditional: bool) -> dict[str, float]:
    """What characters cost that one script never or seldom uses."""
    home = "hant" if traditional else "hans"
    foreign = {row.char: _NEVER for row in _forms() if row.to == home and row.use in ("own", "split")}
    if not traditional:
        return foreign
    written = {row.char: row.form for row in _forms() if row.to == "hant"} | _WRITTEN
    seldom = {char for char, form in written.items() if char != form and char not in _LEFT}
    seldom |= {row.char for row in _forms() if row.to == "hans" and written.get(row.form, row.char) != row.char}
    return dict.fromkeys(seldom, _UNUSUAL) | foreign


@cache
def _grid(traditional: bool) -> _Grid:
    import numpy as np

    codes = np.array([lead << 8 | trail for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF) if trail != 0x7F])
    read = codes.astype(">u2").tobytes().decode("gb18030")
    chars = dict(zip(codes.tolist(), read, strict=True))
    ids, cost, in_zone = np.zeros(0x10000, np.uint16), np.full(0x10000, _NEVER, np.float32), np.zeros(0x10000, bool)
    ids[codes] = _ids(read)
    costs = _costs(traditional)
    cost[codes] = [costs.get(char, 0.0) if _is_usual(char) else _NEVER for char in read]
    cost[ids == _ids("丂")[0]] = _NEVER  # Han that the model has never seen
    in_zone[codes] = ["\ue000" <= char <= "\uf8ff" for char in read]
    usual = np.flatnonzero(cost < _NEVER).astype(np.uint16)
    begins = in_zone.reshape(0x100, 0x100).max(axis=1)
    with_lead = [usual[usual >> 8 == byte] for byte in range(0x100)]
    return _Grid(
        [chars.get(code, "") for code in range(0x10000)],
        ids,
        cost,
        with_lead,
        with_trail=[usual[usual & 0xFF == byte] for byte in range(0x100)],
        before_zone=[found[begins[found & 0xFF]] for found in with_lead],
        signs=np.concatenate([with_lead[0xA1], with_lead[0xA3]]),
        in_zone=in_zone.reshape(0x100, 0x100),
    )


def _is_usual(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char in _SIGNS


def _ids(text: str) -> Ids:
    return model().ids(text.translate(_simplified()))


class Page:
    """How a page writes: its script, and which characters follow which on it."""

    __slots__ = ("_follow", "_share", "grid")

    def __init__(self, text: str) -> None:
        import numpy as np

        whole = _SHIFTED.sub("\n", text)
        traditional, simplified = evidence(whole)
        # A page that says nothing of its script is taken for a mirror that has changed it, as nearly all do.
        self.grid = _grid(traditional >= simplified)
        ids = _ids(whole or "\n").astype(np.uint32)
        self._follow, counts = np.unique(ids[:-1] << 16 | ids[1:], return_counts=True)
        totals = np.bincount(ids)
        share = np.log2(_OWN * counts / totals[self._follow >> 16])
        self._follow = np.append(self._follow, np.uint32(0xFFFFFFFF))
        self._share = np.append(share, -np.inf).astype(np.float32)

    def pair(self, prev: Ids, following: Ids) -> Bits:
        """log2 p(following | prev), on this page."""
        import numpy as np

        likely = model().pair(prev, following)
        key = prev.astype(np.uint32) << 16 | following
        at = np.searchsorted(self._follow, key)
        own = self._follow[at] == key
        return np.where(own, np.logaddexp2(likely, self._share[at]), likely) if own.any() else likely

    def onward(self, texts: Sequence[str]) -> list[float]:
        """For each text, log2 p of its characters after the first, on this page."""
        ids = _ids("".join(texts))
        bits: list[float] = sums(self.pair(ids[:-1], ids[1:]), texts, 1).tolist()
        return bits


# ------------------------------------------------------------------------------------------------------- the search


class _Front(NamedTuple):
    """Readings so far: the last character of each as the model knows it, its bits and its text."""

    ids: Ids
    bits: Bits
    texts: Sequence[str]


# The readings that wait for the second byte of a character, by its first.
_Fronts = dict[int, _Front]


class _Walk:
    """One walk through the damage, from the ``?`` at its beginning to where the bytes are in step again."""

    def __init__(self, text: str, start: int, page: Page, left: str) -> None:
        self.text, self.start, self.page, self.grid = text, start, page, page.grid
        self.origin = _Front(_ids(left), _floats([0.0]), [""])
        self.seen = _running_bits(left + text[start : start + LONGEST + 24] + START)
        self.best: Restored | None = None

    def run(self) -> Restored | None:
        self._torn_twice()
        at, fronts = self._torn()
        last = min(len(self.text), self.start + LONGEST)
        while fronts and at < last and not self._hopeless(at, fronts):
            at = self._skipped(at)
            self._ends(at, fronts)
            fronts, at = self._next(at, fronts), at + 1
        return self.best

    def _hopeless(self, at: int, fronts: _Fronts) -> bool:
        """Whether what goes on is far behind what has ended, or behind what is seen."""
        gain = max(front.bits[0] for front in fronts.values()) - self.seen[at - self.start]
        return bool(gain < (self.best.gain - _BEHIND_BEST if self.best else -_BEHIND_SEEN))

    # --- how it begins

    def _torn(self) -> tuple[int, _Fronts]:
        """Where the characters that are seen begin, and what may have stood before them."""
        found = READING.match(self.text, self.start + 1)
        if found:
            return found.end(), self._torn_by_reading(found[1])
        mark = MARKS.get(self.text[self.start + 1 : self.start + 2])
        if mark:
            return self.start + 2, _waiting(mark[1], self._grow(self.origin, self.grid.with_trail[mark[0]]))
        return self.start + 1, {}

    def _torn_by_reading(self, syllable: str) -> _Fronts:
        """The annotated character is the last byte of the character before it and the first of the one behind it."""
        shared = _pair(self.text[self.start - 1 : self.start])[1:]
        pairs = [char.encode("gb18030") for char in "".join(reading(syllable))]
        return {pair[1]: self.origin for pair in pairs if pair[:1] == shared}

    def _torn_twice(self) -> None:
        """Before a mark that is whole both halves may be lost: `海、`, torn by the mark in A3 A1 and then before 、."""
        mark = self.text[self.start + 2 : self.start + 3]
        if self.text.startswith("?", self.start + 1) and mark not in "?？" and _MARK.match(mark):
            second = 0xA1 if _pair(mark)[0] == 0xA3 else 0xA3
            self._offer(self._grow(self.origin, self.grid.with_trail[second]), self.start + 2)

    # --- how it goes on

    def _skipped(self, at: int) -> int:
        """What was put in between two characters that are seen: a comma, a reading."""
        found = _WHOLE_READING.match(self.text, at)
        if found and found.end() < len(self.text) and self.text[at - 1] in "".join(reading(found[1])):
            return found.end()
        return at + _is_inserted(self.text, at)

    def _next(self, at: int, fronts: _Fronts) -> _Fronts:
        """Readings in which the character that is seen is made of two halves."""
        pair = _pair(self.text[at])
        return _waiting(pair[1], self._through(fronts, pair[0])) if pair else {}

    def _through(self, fronts: _Fronts, trail: int) -> _Front:
        """Readings in which the next byte that is seen is ``trail``, with or without a pair dropped before it."""
        parts = []
        for lead, front in fronts.items():
            code = lead << 8 | trail
            if self.grid.cost[code] < _NEVER:
                parts.append(self._grow(front, _codes([code])))
            parts.append(self._grow_dropped(front, lead, self.grid.with_trail[trail]))
        return _likeliest(parts)

    def _grow(self, front: _Front, codes: Codes) -> _Front:
        """Every reading followed by every character."""
        return self._kept(front, codes, self._scores(front, codes), _WIDTH)[0]

    def _grow_dropped(self, front: _Front, lead: int, seconds: Codes) -> _Front:
        """Readings followed by two characters; the second byte of the one and the first of the other were dropped."""
        import numpy as np

        firsts = self.grid.before_zone[lead]
        dropped, firsts = self._kept(front, firsts, self._scores(front, firsts), _DROPS)
        fits = self.grid.in_zone[(firsts & 0xFF)[:, None], seconds >> 8]
        scores = np.where(fits, self._scores(dropped, seconds), np.float32(-_NEVER))
        return self._kept(dropped, seconds, scores, _WIDTH)[0]

    def _scores(self, front: _Front, codes: Codes) -> Bits:
        pairs = self.page.pair(front.ids[:, None], self.grid.ids[codes][None, :])
        return front.bits[:, None] + pairs - self.grid.cost[codes]

    def _kept(self, front: _Front, codes: Codes, scores: Bits, width: int) -> tuple[_Front, Codes]:
        """For each character its likeliest beginning, and of them the likeliest."""
        if not scores.size:
            return _nothing(), codes[:0]
        before, top = scores.argmax(axis=0), scores.max(axis=0)
        kept = (-top).argsort()[:width]
        kept = kept[top[kept] > -_NEVER]
        codes = codes[kept]
        ends = zip(before[kept].tolist(), codes.tolist(), strict=True)
        return _Front(self.grid.ids[codes], top[kept], [front.texts[i] + self.grid.chars[code] for i, code in ends]), codes

    # --- how it ends

    def _ends(self, at: int, fronts: _Fronts) -> None:
        """Offer the readings that are in step again behind the character at ``at``."""
        char = self.text[at]
        if "@" <= char <= "~":  # the second byte of a character
            self._offer(self._through(fronts, ord(char)), at + 1)
        elif char == "€":
            self._offer(self._through(fronts, 0x80), at + 1)
        elif char in "?？" and (found := READING.match(self.text, at + 1)):
            self._offer(self._annotated(fronts, "".join(reading(found[1]))), found.end())
        elif char == "?":
            self._offer_eaten(self._lost(fronts), at + 1)
            if 0xA1 in fronts:  # A1A1 is a blank, which nobody misses before a line end
                self._offer(fronts[0xA1], at + 1, "\n", cost=_BLANK)
        elif (pair := _pair(char)) and pair[1] < 0x80:  # a second byte and the ASCII character behind it
            self._offer(self._through(fronts, pair[0]), at + 1, chr(pair[1]))

    def _annotated(self, fronts: _Fronts, chars: str) -> _Front:
        """The last byte ate the bracket of a reading."""
        codes = _codes(int.from_bytes(char.encode("gb18030")) for char in chars)
        codes = codes[self.grid.cost[codes] < _NEVER]
        parts = []
        for lead, front in fronts.items():
            parts.append(self._grow(front, codes[codes >> 8 == lead]))
            parts.append(self._grow_dropped(front, lead, codes))
        return _likeliest(parts)

    def _lost(self, fronts: _Fronts) -> _Front:
        """The last byte is lost; where a pair was dropped before it, only a mark can be guessed."""
        parts = []
        for lead, front in fronts.items():
            codes = self.grid.with_lead[lead]
            parts.append(self._grow(front, codes[codes & 0x80 > 0]))
            parts.append(self._grow_dropped(front, lead, self.grid.signs))
        return _likeliest(parts)

    def _offer_eaten(self, front: _Front, end: int) -> None:
        """The lost byte ate an ASCII byte: an inserted comma before a mark, the `<` of a tag, most often a line end.

        A digit or letter cannot be known: its ``?`` stays.
        """
        following = self.text[end : end + 1]
        tag = _TAG.match(self.text, end)
        if tag:
            self._offer(front, tag.end(), "\n" if tag["block"] and not self.text.startswith("\n", tag.end()) else "")
        elif following in ("", "\n") or _MARK.match(following):
            self._offer(front, end)
        else:
            self._offer(front, end, "\n", cost=_BEFORE_DIGIT * following.isdigit())
            self._offer(front, end, " ")
            if following.isascii() and following.isalnum():
                self._offer(front, end, "?", meant="0" if following.isdigit() else "a")

    def _offer(self, front: _Front, end: int, more: str = "", meant: str = "", cost: float = 0.0) -> None:
        """Take the likeliest of the readings that end here, if it gains more than what was offered before.

        ``more`` follows them, ``meant`` is what to take it for, ``cost`` the bits that it costs.
        """
        front, end = self._with_reading(front, end)
        if not front.texts:
            return
        right = _right(self.text, end)
        texts = front.texts[:_DROPS]
        onward = self.page.onward([text[-1:] + (meant or more) + right for text in texts])
        scores = [
            float(bits) + after - _UNPAIRED * self._oddities(text + more, end) - cost
            for text, bits, after in zip(texts, front.bits, onward, strict=False)
        ]
        bits = max(scores)
        gain = bits - float(self.seen[end - self.start + (right != "")])
        if self.best is None or gain > self.best.gain:
            share = 1 / sum(2 ** (score - bits) for score in scores)
            self.best = Restored(end, front.texts[scores.index(bits)] + more, bits, gain, share)

    def _with_reading(self, front: _Front, end: int) -> tuple[_Front, int]:
        """`F(xiàn)在`: a reading behind is that of the last character, and was put in like the rest."""
        found = _WHOLE_READING.match(self.text, end)
        if not found:
            return front, end
        readable = "".join(reading(found[1]))
        kept = [i for i, text in enumerate(front.texts) if text[-1:] in readable]
        return _Front(front.ids[kept], front.bits[kept], [front.texts[i] for i in kept]), found.end()

    def _oddities(self, new: str, end: int) -> int:
        """What no one would print: marks without their partner on the line, marks printed twice."""
        before = self.text[max(0, self.start - _NEAR) : self.start]
        after = self.text[end : end + _NEAR]
        return _unpaired(before.rpartition("\n")[2] + new + after.partition("\n")[0]) + len(_TWICE.findall(new))


def _running_bits(text: str) -> Bits:
    """log2 p of the first 0, 1, 2 … characters behind the first one."""
    ids = _ids(text)
    return _floats([0.0, *model().pair(ids[:-1], ids[1:]).cumsum()])


def _pair(char: str) -> bytes:
    """The two bytes that a character stands for; an ASCII one stands for its full-width twin, which was folded."""
    if char == " ":
        return b"\xa1\xa1"
    if "!" <= char <= "~":
        return bytes((0xA3, ord(char) + 0x80))
    pair = char.encode("gb18030", "ignore")
    return pair if len(pair) == 2 else b""


def _is_inserted(text: str, at: int) -> bool:
    """Whether a comma stands there that was put before a mark."""
    return text.startswith(",", at) and bool(_MARK.match(text, at + 1))


def _right(text: str, end: int) -> str:
    """The neighbour on the right; nothing if it is damage itself."""
    at = end + _is_inserted(text, end)
    char = text[at : at + 1] or START
    return "" if char in "?？" else char


# Marks that come in pairs: how far their partners are looked for, and by opening mark the closing one.
_NEAR = 200
_CLOSING = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": "）", "【": "】", "「": "」", "『": "』"}
_PAIRED = pattern("[" + re.escape("".join({*_CLOSING, *_CLOSING.values(), ")", "?", "\n"})) + "]")
_TWICE = pattern(r"([。，、：；])\1")


def _unpaired(line: str) -> int:
    """How many quotation marks and brackets lack their partner, as far as one can tell where a ``?`` may have been one.

    >>> _unpaired("他说：“好。\\n”"), _unpaired("他说?好。”")
    (2, 0)
    """
    is_open: dict[str, bool | None] = dict.fromkeys(_CLOSING.values(), False)
    count = 0
    for mark in (*_PAIRED.findall(line), "\n"):
        mark = "）" if mark == ")" else mark
        if mark in _CLOSING:
            count += is_open[_CLOSING[mark]] is True
            is_open[_CLOSING[mark]] = True
        elif mark in is_open:
            count += is_open[mark] is False
            is_open[mark] = False
        else:
            count += sum(state is True for state in is_open.values()) if mark == "\n" else 0
            is_open = dict.fromkeys(is_open, None if mark == "?" else False)
    return count


def _waiting(lead: int, front: _Front) -> _Fronts:
    return {lead: front} if front.texts else {}


def _likeliest(parts: Sequence[_Front]) -> _Front:
    """The likeliest readings of several fronts."""
    import numpy as np

    parts = [part for part in parts if part.texts]
    if len(parts) < 2:
        return parts[0] if parts else _nothing()
    bits = np.concatenate([part.bits for part in parts])
    kept = (-bits).argsort()[:_WIDTH]
    texts = [text for part in parts for text in part.texts]
    return _Front(np.concatenate([part.ids for part in parts])[kept], bits[kept], [texts[k] for k in kept])


def _codes(codes: Iterable[int]) -> Codes:
    import numpy as np

    return np.array([*codes], dtype=np.uint16)


def _floats(values: Sequence[float]) -> Bits:
    import numpy as np

    return np.array(values, dtype=np.float32)


@cache
def _nothing() -> _Front:
    return _Front(_codes([]), _floats([]), ())
