"""How likely is this text, as Chinese? A character model: pairs of characters, and the triples that pairs get wrong.

The model knows *symbols*. A symbol is a character or a class of characters (digits, Latin letters, kana, Han it has
never seen …). Every character is a *form* of one symbol: ``国`` and ``國`` are two forms of one, ``７`` is a form of
"digit". So one table serves both scripts::

    p(char | before) = p(symbol of char | symbols before) * p(form | symbol, script that the last character suggests)

The first factor is a table of frequent pairs and of the triples that tell more than their pairs (参政议 against 参政行).
What is not listed costs the back-off of its context plus what it costs in the shorter context, at last alone; and no
symbol costs more than a floor: a name with a rare character is unlikely, not impossible. The second factor makes 協会
less likely than 协会 or 協會. Costs are kept in bits, quantised; ``scripts/build_bigrams.py`` makes the table and tells
where the counts come from.
"""

from __future__ import annotations

import zlib
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from cppcc_clean._data import FOLDER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.integer[Any]]
    Bits = NDArray[np.float32]

START = END = "\n"

TABLE = FOLDER / "bigrams.bin"

# A cost of n in the table stands for n / SCALE bits.
SCALE = 10

# Classes of characters: (the one that stands for the class in the table, ranges). Later rows override earlier ones; what
# the table names overrides them all.
CLASSES: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = (
    ("\ufffd", ((0x00, 0x10FFFF),)),  # controls, private use, surrogates, noncharacters, holes: damage
    ("☆", ((0x2010, 0x2E7F), (0x3000, 0x303F), (0x3200, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF))),  # signs
    ("é", ((0xA1, 0x24F), (0x1E00, 0x1EFF))),  # accented letters and signs of the single-byte code pages
    ("α", ((0x370, 0x3FF),)),
    ("я", ((0x400, 0x52F),)),
    ("ع", ((0x530, 0x10FF), (0x1200, 0x1DFF), (0xA000, 0xABFF), (0xFB00, 0xFDCF))),  # every other script
    ("の", ((0x3041, 0x30FF), (0xFF66, 0xFF9F))),
    ("ㄅ", ((0x3105, 0x312F),)),
    ("가", ((0x1100, 0x11FF), (0x3131, 0x318E), (0xAC00, 0xD7A3))),
    ("☺", ((0x1F000, 0x1FFFF), (0x2600, 0x27BF))),
    ("㐀", ((0x3400, 0x4DBF), (0x20000, 0x3FFFF))),  # Han that GBK and Big5 do not have
    ("丂", ((0x4E00, 0x9FFF), (0xF900, 0xFAFF))),  # Han that no source has
    (".", ((0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E))),  # ASCII marks
    (" ", ((0x20, 0x20), (0x09, 0x09), (0xA0, 0xA0), (0x2000, 0x200A), (0x3000, 0x3000))),
    ("0", ((0x30, 0x39),)),
    ("a", ((0x41, 0x5A), (0x61, 0x7A))),
    ("\n", ((0x0A, 0x0A), (0x0D, 0x0D))),
)

# How the table is laid out: (name, type, which of the sizes in its header is its length). Rows of a context list what
# follows it as differences.
LAYOUT: tuple[tuple[str, str, str], ...] = (
    ("symbols", "<u2", "symbols"),  # code points, the frequent ones first
    ("unigram", "u1", "symbols"),
    ("variants", "<u2", "variants"),  # code points of characters that are another form of a symbol
    ("variant_of", "<u2", "variants"),
    ("hans", "u1", "forms"),  # what the form costs in simplified text: first the symbols, then the variants
    ("hant", "u1", "forms"),
    ("pair_back", "u1", "symbols"),
    ("pair_followers", "<u2", "symbols"),
    ("pair_low", "u1", "pairs"),
    ("pair_high", "u1", "pairs"),
    ("pair_bits", "u1", "pairs"),
    ("contexts", "<u2", "contexts"),  # the pairs after which triples are listed: their places, as differences
    ("triple_back", "u1", "contexts"),
    ("triple_followers", "<u2", "contexts"),
    ("triple_low", "u1", "triples"),
    ("triple_high", "u1", "triples"),
    ("triple_bits", "u1", "triples"),
)

# Each size, and an array that has it.
SIZES = {
    "symbols": "symbols",
    "variants": "variants",
    "forms": "hans",
    "pairs": "pair_bits",
    "contexts": "contexts",
    "triples": "triple_bits",
}

# How likely the next character is traditional: after one that only simplified text uses, any, only traditional.
_TRADITIONAL = (0.02, 0.4, 0.98)

# A form this much dearer (in bits) in one script than in the other belongs to the other.
_TELLING = 3.0

# The first of the Han.
_HAN = 0x3400

# So many symbols, which are 99.9 % of text, are looked up in a square of all their pairs (16 MB, made on first use), five
# times as fast as by a search. There the few costs of more than 25.5 bits are cut off.
COMMON = 4096

# So many marks, a megabyte, tell whether a key may be listed: of those that are not a few in a hundred are looked for in vain.
_MARKS = 1 << 20

# The memo of single pairs is emptied at this size (about 40 MB), so that a process that runs for weeks does not grow.
_MEMO = 1 << 18


class _Keys:
    """Sorted keys, the last of which matches nothing. Most of what is asked for is not there: a small table of marks tells."""

    def __init__(self, keys: Ids) -> None:
        import numpy as np

        self._keys = keys
        self._marks = np.zeros(_MARKS, dtype=bool)
        self._marks[keys & (_MARKS - 1)] = True

    def find(self, asked: Ids) -> tuple[Ids, Ids]:
        """Where in ``asked`` keys stand that are there, and their places among the keys."""
        import numpy as np

        maybe = np.flatnonzero(self._marks.take(asked & (_MARKS - 1)))
        wanted = asked.take(maybe)
        at = np.searchsorted(self._keys, wanted)
        there = np.flatnonzero(self._keys.take(at) == wanted)
        return maybe.take(there), at.take(there)


class _Rows:
    """Contexts, each with the symbols that are listed after it, their costs, and the back-off to what is not listed."""

    def __init__(self, keys: Ids, costs: Ids, back: Bits, size: np.uint32) -> None:
        self._keys = _Keys(keys)  # context * size + symbol
        self._bits = _in_bits(costs)
        self._back = back
        self._size = size

    def cost(self, context: Ids, symbol: Ids, without: Bits) -> Bits:
        """The bits of a symbol after a context: what is listed, or the back-off and what it costs without the context."""
        cost: Bits = self._back.take(context) + without
        listed, at = self._keys.find(context * self._size + symbol)
        cost[listed] = self._bits.take(at)
        return cost


class Model:
    """The loaded table. Make none yourself: ``model()`` gives the one of this process."""

    def __init__(self, table: bytes) -> None:
        import numpy as np

        part = _read(table)
        size = len(part["symbols"])
        self._symbol = np.concatenate([np.arange(size, dtype=np.uint32), part["variant_of"].astype(np.uint32)])
        self._size = np.uint32(size)
        self._unigram = _in_bits(part["unigram"])
        pairs, back = _keys(part, "pair", size), _in_bits(part["pair_back"])
        context, symbol = np.divmod(pairs, self._size)
        rare = (context >= COMMON) | (symbol >= COMMON)
        self._rare = _Rows(pairs[rare], part["pair_bits"][rare[:-1]], back, self._size)
        # What the square is made of.
        self._common = context[~rare], symbol[~rare], part["pair_bits"][~rare[:-1]], part["unigram"], part["pair_back"]
        # The pairs after which triples are listed.
        self._contexts = _Keys(pairs[np.cumsum(part["contexts"], dtype=np.int64)])
        self._triples = _Rows(_keys(part, "triple", size), part["triple_bits"], _in_bits(part["triple_back"]), self._size)
        hans, hant = _in_bits(part["hans"]), _in_bits(part["hant"])
        self._script = (1 + (hant + _TELLING <= hans) - (hans + _TELLING <= hant)).astype(np.uint8)
        rows = [-np.log2(p * 2**-hant + (1 - p) * 2**-hans) for p in _TRADITIONAL]
        self._form = np.concatenate(rows).astype(np.float32)
        self._form_row = self._script * np.uint32(len(hans))
        named = np.concatenate([part["symbols"], part["variants"]])
        self._ids = slots(named)
        # Quotation marks go with a script too, but simplified text has 「」 now and then.
        self._leaning = np.where(named >= _HAN, self._script, 1).astype(np.int64) - 1
        self._memo: dict[str, float] = {}

    def ids(self, text: str) -> NDArray[np.uint16]:
        """The form of every character of ``text``, as ``pair`` and ``triple`` want it. Any ``str`` will do."""
        return self._ids[code_points(text)]

    def leaning(self, text: str) -> int:
        """How many more of the Han are traditional only than simplified only.

        >>> model().leaning("會議"), model().leaning("会议"), model().leaning("政府")
        (2, -2, 0)
        """
        return int(self._leaning[self.ids(text)].sum())

    def pair(self, prev: Ids, following: Ids) -> Bits:
        """log2 p(following | prev) for arrays of ids, broadcast against each other; about 50 million a second."""
        return -(self._after(self._symbol.take(prev), self._symbol.take(following)) + self._form_after(prev, following))

    def triple(self, before: Ids, prev: Ids, following: Ids) -> Bits:
        """log2 p(following | before, prev), with one more character to go by; 8 million a second."""
        import numpy as np

        shape = np.broadcast_shapes(before.shape, prev.shape, following.shape)
        before, prev, following = (np.broadcast_to(ids, shape).ravel() for ids in (before, prev, following))
        first, second = self._symbol.take(prev), self._symbol.take(following)
        cost = self._after(first, second)
        known, context = self._contexts.find(self._symbol.take(before) * self._size + first)
        cost[known] = self._triples.cost(context.astype(np.uint32), second.take(known), cost.take(known))
        return -(cost + self._form_after(prev, following)).reshape(shape)

    def _form_after(self, prev: Ids, following: Ids) -> Bits:
        """The bits of a form in the script that the character before suggests."""
        return self._form.take(self._form_row.take(prev) + following)

    def _after(self, first: Ids, second: Ids) -> Bits:
        """The bits of a symbol after another: from the square of the frequent ones, or searched for."""
        import numpy as np

        # Indices are far faster than masks here, and most of what is asked when damage is read is rare.
        cost = _in_bits(self._square.take(first * np.uint32(COMMON) + second, mode="wrap"))
        rare = np.flatnonzero((first >= COMMON) | (second >= COMMON))
        if len(rare):
            first, second = (np.broadcast_to(ids, cost.shape).take(rare) for ids in (first, second))
            cost.reshape(-1)[rare] = self._rare.cost(first, second, self._unigram.take(second))
        return cost

    @cached_property
    def _square(self) -> NDArray[np.uint8]:
        """What the frequent symbols cost after each other."""
        import numpy as np

        context, symbol, costs, alone, back = self._common
        alone, back = alone[:COMMON], back[:COMMON, None]
        square = (np.minimum(alone, 255 - back) + back).astype(np.uint8)
        square[context, symbol] = costs
        return square.ravel()

    def logp(self, prev: str, char: str) -> float:
        """log2 p(char | prev); ``START`` and ``END`` stand for the edges of a line.

        ``prev`` is the character before, or the two characters before: with two it tells better. Answers are
        remembered: about 5 million calls a second, some 50,000 where the question is new.

        >>> model().logp("政", "协") > model().logp("政", "垮")
        True
        >>> model().logp("参政", "议") > model().logp("政", "议")
        True
        """
        run = prev + char if len(prev) < 3 else prev[-2:] + char
        known = self._memo.get(run)
        return self._remember(run) if known is None else known

    def _remember(self, run: str) -> float:
        if len(self._memo) >= _MEMO:
            self._memo.clear()
        ids = self.ids(START + START + run)  # what is not there is an edge
        value = self.triple(ids[-3:-2], ids[-2:-1], ids[-1:]) if len(run) > 2 else self.pair(ids[-2:-1], ids[-1:])
        self._memo[run] = float(value[0])
        return self._memo[run]

    def affinity(self, first: str, second: str) -> float:
        """How many bits likelier ``second`` is behind ``first`` than anywhere: words are far above 0, chance is below.

        >>> model().affinity("文", "化") > 5, model().affinity("竺", "青") < 0
        (True, True)
        """
        symbol = self._symbol[self.ids(second)]
        return self.logp(first, second) + float(self._unigram[symbol][0])

    def score(self, text: str) -> float:
        """log2 of the probability of a line, its start and its end counted.

        >>> model().score("人民政协") > model().score("民协人政")
        True
        """
        ids = self.ids(START + START + text + END)
        return float(self.triple(ids[:-2], ids[1:-1], ids[2:]).sum(dtype="f8"))

    def rate(self, text: str) -> float:
        """Bits per character, the end of the line counted as one.

        About 6 for news and 10 for lists of names; 15 and more for what is not Chinese, as damage is not.
        """
        return -self.score(text) / (len(text) + 1)


@cache
def model() -> Model:
    """The model of this process, read on first use."""
    return Model(TABLE.read_bytes())


def _read(table: bytes) -> dict[str, Ids]:
    """The arrays of ``LAYOUT`` by name: a header of ``#`` lines, a blank line, a zlib stream."""
    import numpy as np

    header, _, packed = table.partition(b"\n\n")
    sizes = {name: int(n) for name, n in (item.split("=") for item in header.decode().rsplit(": ", 1)[1].split())}
    body, part, at = zlib.decompress(packed), {}, 0
    for name, kind, size in LAYOUT:
        part[name] = np.frombuffer(body, dtype=kind, count=sizes[size], offset=at)
        at += part[name].nbytes
    return part


def _keys(part: dict[str, Ids], name: str, size: int) -> Ids:
    """Context * size + symbol of everything that is listed, rising; the last one matches nothing."""
    import numpy as np

    followers = part[f"{name}_followers"]
    steps = part[f"{name}_low"] + np.left_shift(part[f"{name}_high"], 8, dtype=np.uint32)
    run = np.append(np.uint32(0), np.cumsum(steps, dtype=np.uint32))
    starts = np.cumsum(followers, dtype=np.int64) - followers
    rows = np.arange(len(followers), dtype=np.uint32) * np.uint32(size) - run[starts]
    return np.append(run[1:] + np.repeat(rows, followers), np.uint32(0xFFFFFFFF))


def _in_bits(costs: Ids) -> Bits:
    """Costs as the table has them, in bits."""
    import numpy as np

    return costs.astype(np.float32) / np.float32(SCALE)


def code_points(text: str) -> Ids:
    """The code points of a text; beyond the BMP one number stands for a whole plane."""
    import numpy as np

    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    if len(units) == len(text):
        return units
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.where(codes < 0x10000, codes, 0xFFFF + (codes >> 16))


def slots(named: Ids) -> NDArray[np.uint16]:
    """``code_points`` -> ids: the place in ``named``, or the place there of what stands for the class."""
    import numpy as np

    table = np.zeros(_slot(0x10FFFF) + 1, dtype=np.uint16)
    place = {int(code): i for i, code in enumerate(named)}
    for stand_in, ranges in CLASSES:
        for first, last in ranges:
            table[_slot(first) : _slot(last) + 1] = place[ord(stand_in)]
    table[named] = np.arange(len(named))
    return table


def _slot(code: int) -> int:
    return code if code < 0x10000 else 0xFFFF + (code >> 16)
