"""Byte shift: what mirror software tore apart is put together again (SPEC 2.1, NOISE §3.4).

A scar is a ``?`` before a mark with Chinese behind it (``?；厥讱v史`` = 。回首歷史), or before a reading that lost its
bracket (``日?qǐng)?bào)網`` = 日報網). What it may have been is searched for in ``channels/byte_shift.py``; it is taken
only where it reads much better than what is seen. ``怎么回事?!`` ``?”`` ``从哪来?到哪去?`` and regular expressions read
well as they are, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit, narrow
from cppcc_clean._step import Rule, Step
from cppcc_clean.channels.byte_shift import MARKS, READING, Page, Restored, restore

# One ``?``, for who asks loudly prints two; behind the mark something that can be half a character.
_SCAR = re.compile(
    rf"[?？](?<![?？][?？])(?![?？]{{2}})(?:(?=[{''.join(MARKS)}][^\s”’」』）)》〉】\]|\"'])|(?={READING.pattern}))"
)

# On simulated pages there is a scar in 300 to 500 characters; text with one in 32 is something else, and not worth the
# time. A short quotation from a page may have more.
_DENSE, _FEW = 32, 8

# Mirrors put a comma before marks of every kind; a slip of the hand comes alone.
_INSERTED = re.compile(r"(?<=[\u3400-\u9fff”》）)]),([，、。；：！,;:!])(?![,，])")
_HITS, _KINDS = 3, 2

class Demand(NamedTuple):
    """How much better than what is seen a reading must be."""

    margin: float  # bits per character seen
    gain: float  # bits
    seen: int  # characters


# On simulated pages 98 % of what is restored rightly from four characters or more has 8.3 bits and 33; in 35,000 questions
# set in good text to look like scars no wrong reading had more than 6.9 and 32.2. Three characters (`?！?`) may as well be
# somebody who asks loudly. Where a page is known to be a mirror 98 % of such questions stay below 2 bits and 7.
_CLEAR = Demand(8.0, 33.0, 4)
_LIKELY = Demand(5.0, 18.0, 2)
# … and how well it must read of itself, in bits per character. 95 % of what is restored rightly has less than 10.5; what
# passes for Chinese in other damage (`鏀归潻?，`) has more. A reading that fits leaves less to chance.
_READABLE = {"byte-shift-mark": 10.5, "byte-shift-pinyin": 15.0}

RULES = (
    Rule("byte-shift-mark", "characters torn by an inserted mark", "建設新農村。?；厥讱v史", ""),
    Rule("byte-shift-pinyin", "characters torn by an inserted reading", "是因?yàn)槊娣e", ""),
)


class Scar(NamedTuple):
    """Damage at ``start`` and what it may have been."""

    start: int
    restored: Restored
    rule: str

    def meets(self, demand: Demand) -> bool:
        """Whether it reads well, and enough better than what is seen."""
        _, text, bits, gain, _ = self.restored
        seen = self.restored.end - self.start
        enough = gain >= max(demand.gain, demand.margin * seen) and seen >= demand.seen
        return enough and -bits <= _READABLE[self.rule] * (len(text) + 1)

    @property
    def confidence(self) -> float:
        """On simulated pages 85 % of what has next to no rival is right to the last character, and a half of the rest."""
        return round(0.85 * self.restored.share, 2)


def find(text: str) -> list[Edit]:
    """The edits of this step; see `repair_byte_shift`."""
    starts = [scar.start() for scar in _SCAR.finditer(text)]
    if not starts or len(starts) > max(_FEW, len(text) // _DENSE):
        return []
    scars = list(_scars(text, starts))
    mirror = _has_inserted_commas(text) or any(scar.meets(_CLEAR) for scar in scars)
    if not mirror:
        return []
    edits = (narrow(text, s.start, s.restored.end, s.restored.text, s.rule, s.confidence) for s in scars)
    return [edit for edit in edits if edit]


def _scars(text: str, starts: list[int]) -> Iterator[Scar]:
    """Damage that is likely to be read rightly, from left to right."""
    page, end, left = Page(text), 0, ""
    for start in starts:
        if start < end:
            continue
        restored = restore(text, start, page, left if start == end else text[start - 1 : start])
        if restored:
            rule = "byte-shift-pinyin" if READING.match(text, start + 1) else "byte-shift-mark"
            scar = Scar(start, restored, rule)
            if scar.meets(_LIKELY):
                yield scar
                end, left = restored.end, restored.text[-1]


def _has_inserted_commas(text: str) -> bool:
    kinds = _INSERTED.findall(text)
    return len(kinds) >= _HITS and len(set(kinds)) >= _KINDS


STEP = Step("byte_shift", wakes=(CharClass.QUESTION, CharClass.HAN), find=find, rules=RULES)


def repair_byte_shift(text: str) -> str:
    """Put characters together that mirror software tore apart.

    >>> repair_byte_shift("走進新農村?；厥讱v史")
    '走進新農村。回首歷史'

    For text from which readings behind characters are removed (`strip_pinyin`). Linear; where there is damage some
    milliseconds for each place. From NOISE §3.4; what was lost is guessed with the character model, and what does not
    read well stays as it is. Raises ``TypeError`` for anything but a ``str``.
    """
    return STEP(text)
