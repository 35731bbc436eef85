"""The one decoder: what was seen → the bytes it may have been → the characters that read best.

A *table* says which bytes each observed character stands for; a :class:`Hole` stands for several byte strings. A
*reading* says how bytes become characters. Where nothing is in doubt ``decode`` reads bytes in bulk; where something is it
follows all readings until they meet again, and notes what they say in between. At the end the character model judges all
that is in doubt at once, each place by its neighbours. It knows no damage by name: the families beside this file do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain, groupby, islice, repeat
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean.language.bigram import END, START, model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cppcc_clean.language.bigram import Bits, Ids

# Characters that are decoded in one go where nothing is in doubt; few at first, and where a reading broke, for most
# readings of good text end soon.
FIRST, BULK = 6, 64

# Where a reading breaks so many cells around are read one by one.
NEXT = 3

# Of more readings the commonest are followed: a character that is lost but for its first byte may be one of hundreds.
MANY = 256

# Readings that have not met again after so many characters will not: the likeliest is taken.
APART = 8

# How many alternatives are looked at closely: of a place between certain ones, of one beside another in doubt, for which
# pairs tell less; and so many readings of such neighbours are kept from one to the next. Twice as many repair no more.
SHORT, NEARBY, KEPT = 8, 16, 8

# So many places are ranked at a time, so that memory does not grow with the text.
BATCH = 1024

# Where more neighbours than this are all in doubt each is judged by itself.
TOGETHER = 10

# What pairs of characters find so many bits less likely than the best is given up.
BEHIND = 9.0

# Big5 that was read as GBK loses up to four bytes in a row, the others two; more of the signs that stand for one are
# beyond repair.
HOLES, SIGNS = 4, "\ufffd?"

# Of so many characters that are seen one stands, at most, next to what was lost without a trace; two at once may be.
RARELY = 5

# Two losses in a row, which are dear to try, are thought of in a reading that has gone on for so many characters.
SETTLED = 12

# What stands for a character that is known to be lost, and the character that it is taken for when a text is judged: a
# digit, as most of what is eaten is.
LOST = "\ufffd"
LOST_AS = "1"

# A character this dear by itself is never put where a byte was lost (the rarest thousand that the model knows).
RARE = 22.0

# The first bytes of punctuation, full-width marks and Han in UTF-8.
_LEADS = frozenset(b"\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef")

# A byte that is not known: no code page uses 0xFF.
SOME = b"\xff"


class Hole:
    """An observed character that may stand for any of several byte strings.

    ``options(following)`` lists them; ``following`` is the byte that comes next, ``b""`` at the end of the text, ``SOME``
    if it is not known. ``anywhere``: as what was lost without a trace it may have stood inside what one character stands for.
    """

    __slots__ = ("anywhere", "options")

    def __init__(self, options: Callable[[bytes], Iterable[bytes]], anywhere: bool = False) -> None:
        self.options = options
        self.anywhere = anywhere


Cell = bytes | Hole
Table = Mapping[str, Cell]

# What a reading still waits for: the bytes of an unfinished character, for each codec in the chain.
Pending = tuple[bytes, ...]


class Reading:
    """How bytes become characters: a codec, and perhaps a table and a reading for the characters it gives."""

    __slots__ = ("codec", "nothing", "table", "then")

    def __init__(self, codec: str, table: Callable[[], Table] | None = None, then: Reading | None = None) -> None:
        self.codec = codec
        self.table = table
        self.then = then
        self.nothing: Pending = (b"", *then.nothing) if then else (b"",)


# What some bytes add to a reading: characters, and what is left pending.
Move = tuple[str, Pending]


class Run(NamedTuple):
    """A piece of text that could be read: where it ends, what it says, and whether the reading broke there."""

    end: int
    text: str
    broken: bool


# ------------------------------------------------------------------------------------------------ bytes → characters

_UNFINISHED = {"unexpected end of data", "incomplete multibyte sequence"}


def _read(codec: str, data: bytes) -> tuple[str, bytes] | None:
    """The characters of ``data`` and the bytes of an unfinished one at its end; ``None`` if it cannot be."""
    try:
        return data.decode(codec), b""
    except UnicodeDecodeError as error:
        if error.reason not in _UNFINISHED:
            return None
        return data[: error.start].decode(codec), data[error.start :]


def _moves(reading: Reading, pending: Pending, data: bytes) -> list[Move]:
    """Every way in which ``data`` continues a reading."""
    got = _read(reading.codec, pending[0] + data)
    if got is None:
        return []
    chars, rest = got
    if reading.then is None or reading.table is None:
        return [(chars, (rest,))]
    inner: list[Move] = [("", pending[1:])]
    for char in chars:
        cell = reading.table().get(char)
        options = cell.options(b"") if isinstance(cell, Hole) else () if cell is None else (cell,)
        inner = [
            (done + more, left)
            for done, waiting in inner
            for option in options
            for more, left in _moves(reading.then, waiting, option)
        ]
    return [(more, (rest, *left)) for more, left in inner]


@lru_cache(maxsize=1 << 16)
def _cell_moves(cell: bytes, reading: Reading, pending: Pending) -> list[Move]:
    """Every way in which one cell continues a reading; there is more than one where an inner layer has a hole."""
    moves = _moves(reading, pending, cell)
    return moves if len(moves) == 1 else [move for move in moves if _guessable().keys() >= set(move[0])]


@lru_cache(maxsize=1 << 16)
def _hole_moves(hole: Hole, reading: Reading, pending: Pending, following: bytes) -> list[Move]:
    """Every way in which a hole continues a reading; what Chinese text hardly ever has is not guessed."""
    moves = (move for option in hole.options(following) for move in _moves(reading, pending, option))
    return [move for move in moves if _begins_chinese(reading, move[1][0]) and _guessable().keys() >= set(move[0])]


def _first_byte(cell: Cell | None) -> bytes:
    """The byte that comes next, ``b""`` at an end, ``SOME`` if it is not known."""
    if cell is None:
        return b""
    return SOME if isinstance(cell, Hole) else cell[:1]


def _begins_chinese(reading: Reading, pending: bytes) -> bool:
    return reading.codec != "utf-8" or reading.then is not None or not pending or pending[0] in _LEADS


@cache
def _guessable() -> dict[str, float]:
    """The characters that may be put where a byte was lost, and what they cost by themselves."""
    known = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000))))
    bits = model().pair(model().ids(LOST), model().ids(known)).tolist()
    return {char: -bit for char, bit in zip(known, bits, strict=True) if bit > -RARE} | {LOST: RARE}


def _only_move(reading: Reading, pending: Pending, data: bytes) -> tuple[str, Pending] | None:
    """The one way in which ``data`` continues a reading; ``None`` if there is none, or more than one."""
    got = _read(reading.codec, pending[0] + data)
    if got is None:
        return None
    chars, rest = got
    if reading.then is None or reading.table is None:
        return chars, (rest,)
    cells = _fixed(chars, reading.table())
    if len(cells) < len(chars):
        return None
    inner = _only_move(reading.then, pending[1:], b"".join(cells))
    return inner and (inner[0], (rest, *inner[1]))


# ----------------------------------------------------------------------------------------------------- several at once

# A piece of what was read: certain, or one of several.
Piece = str | tuple[str, ...]

# The readings that are followed: what each has said that the others have not, and what it waits for.
Moves = tuple[Move, ...]

# What is told when cells are read, and the readings from there on; none if there is no way on.
Told = tuple[tuple[Piece, ...], Moves]


@lru_cache(maxsize=1 << 14)
def _step(reading: Reading, moves: Moves, cell: Cell, following: bytes) -> Told:
    """All readings, continued by one cell."""
    grown: dict[Move, None] = {}
    for said, waiting in moves:
        onward = (
            _hole_moves(cell, reading, waiting, following)
            if isinstance(cell, Hole)
            else _cell_moves(cell, reading, waiting)
        )
        grown.update(dict.fromkeys((said + more, left) for more, left in onward))
    return _told(grown)


def _put_back(reading: Reading, moves: Moves, lost: Hole, count: int, cells: tuple[Cell, ...]) -> Told:
    """All readings, with what was lost put back ``count`` times, and continued by some cells."""
    told: tuple[Piece, ...] = ()
    for _ in range(count):
        pieces, moves = _filled(reading, moves, lost)
        told += pieces
    for cell in cells:
        pieces, moves = _step(reading, moves, cell, SOME)
        told += pieces
    return told, moves


@lru_cache(maxsize=1 << 12)
def _filled(reading: Reading, moves: Moves, lost: Hole) -> Told:
    """All readings, with what was lost put back."""
    return _told(dict.fromkeys(move for said, waiting in moves for move in _opened(reading, said, waiting, lost)))


def _opened(reading: Reading, said: str, waiting: Pending, lost: Hole) -> Iterator[Move]:
    """A reading with what was lost put after, or between, the bytes that it waits with."""
    outer, inner = waiting[0], waiting[1:]
    for at in range(0 if lost.anywhere else len(outer), len(outer) + 1):
        for chars, left in _hole_moves(lost, reading, (outer[:at], *inner), SOME):
            for more, then in _cell_moves(outer[at:], reading, left):
                yield said + chars + more, then


def _told(grown: Mapping[Move, None]) -> Told:
    """What all readings say at the same place is told: it is certain, or in doubt whatever comes next."""
    moves = tuple(grown)
    if len(moves) > MANY:
        moves = tuple(sorted(grown, key=_rarity)[:MANY])
    told: list[Piece] = []
    while moves and all(said for said, _ in moves):
        onward: dict[str, dict[Move, None]] = {}
        for said, waiting in moves:
            onward.setdefault(said[0], {})[said[1:], waiting] = None
        first, *others = onward.values()
        if any(other.keys() != first.keys() for other in others):
            break
        told.append(next(iter(onward)) if len(onward) == 1 else tuple(onward))
        moves = tuple(first)
    if moves and all(said for said, _ in moves) and len({waiting for _, waiting in moves}) == 1:
        told.append(tuple(dict.fromkeys(said for said, _ in moves)))
        return tuple(told), _only(moves[0][1])
    return tuple(told), moves


def _only(waiting: Pending) -> Moves:
    """The one reading that is left."""
    return (("", waiting),)


def _rarity(move: Move) -> float:
    """What the characters of a reading cost, each by itself."""
    return sum(_guessable().get(char, RARE) for char in move[0])


# ---------------------------------------------------------------------------------------------------------- the walk


def decode(text: str, start: int, table: Table, reading: Reading, lost: Hole | None = None) -> Run:
    """Read ``text`` from ``start`` on, as far as the table and the reading go. Linear.

    ``lost`` stands for what may have vanished without a trace: it is tried where the reading would break.

    >>> table = {"Ö": b"\\xd6", "Ð": b"\\xd0", "¹": b"\\xb9", "ú": b"\\xfa"}
    >>> decode("ÖÐ¹ú.", 0, table, Reading("gbk"))
    Run(end=4, text='中国', broken=False)
    """
    return _Walk(text, start, table, reading, lost).run()


class _Walk:
    """One pass over a text: in bulk where all is certain, else cell by cell, with all readings followed at once."""

    def __init__(self, text: str, start: int, table: Table, reading: Reading, lost: Hole | None) -> None:
        self.text = text
        self.at = self.start = start
        self.table = table
        self.reading = reading
        self.lost = lost
        self.nothing = _only(reading.nothing)
        self.moves = self.nothing
        self.pieces: list[Piece] = []
        self.whole = (start, 0)  # where, and after how many pieces, the reading last stood between two characters
        # The readings a cell ago, how many pieces there were, and what was whole.
        self.before: tuple[Moves, int, tuple[int, int]] | None = None
        self.losses = self.holes = 0
        self.size = FIRST  # of what is tried in bulk
        self.careful = start  # before this, bulk is known to fail
        self.hasty = False  # whether something was read in bulk since the reading last stood between two characters

    def run(self) -> Run:
        while self.at < len(self.text) and self.text[self.at] in self.table:
            if not (self._in_bulk() or self._by_cell() or self._again()):
                at, pieces = self.whole
                return Run(at, _resolved(self.pieces[:pieces]), broken=True)
        return Run(self.at, _resolved(self.pieces + self._ends()), broken=False)

    def _arrive(self, at: int, moves: Moves, pieces: Iterable[Piece]) -> None:
        self.at, self.moves = at, moves
        self.pieces += pieces
        if moves == self.nothing:
            self.whole = (at, len(self.pieces))
            self.hasty = False

    def _in_bulk(self) -> bool:
        """Read what has one meaning; less, if the reading breaks."""
        if self.at < self.careful or len(self.moves) > 1 or type(self.table[self.text[self.at]]) is not bytes:
            return False
        cells = _fixed(self.text[self.at : self.at + self.size], self.table)
        pending = self.moves[0][1]
        while (move := _only_move(self.reading, pending, b"".join(cells))) is None:
            sound = _sound(self.reading.codec, pending[0], cells)
            self.careful = self.at + min(len(sound) + NEXT, len(cells))
            if len(sound) < NEXT:
                return False
            cells = sound
        self.size = BULK
        self.hasty = True
        self.before = None
        self.holes = 0
        self._arrive(self.at + len(cells), _only(move[1]), (move[0],))
        return True

    def _by_cell(self) -> bool:
        """Read one cell, in every way in which it can be read."""
        cell = self.table[self.text[self.at]]
        self.holes = self.holes + 1 if self.text[self.at] in SIGNS else 0
        if self.holes > HOLES:
            return False
        before = self.moves, len(self.pieces), self.whole
        known = type(cell) is bytes
        following = b"" if known else _first_byte(self.table.get(self.text[self.at + 1 : self.at + 2]))
        pieces, moves = _step(self.reading, self.moves, cell, following)
        if not moves and self.lost is not None and self._may_have_lost():
            pieces, moves = self._with_loss(self.lost, cell)
        if not moves:
            return False
        self._arrive(self.at + 1, moves, pieces)
        self.before = before
        if len(moves[0][0]) > APART:
            self._choose()
        return True

    def _again(self) -> bool:
        """Before giving up, go cell by cell through what was read in bulk, to see how far it was whole."""
        at, pieces = self.whole
        if not self.hasty or self.at - at > 2 * BULK:
            return False
        self.hasty = False
        self.careful = max(self.careful, self.at + 1)
        del self.pieces[pieces:]
        self.at, self.moves, self.before, self.holes = at, self.nothing, None, 0
        return True

    def _may_have_lost(self) -> bool:
        """Count what was lost; where something is missing everywhere another reading is the right one."""
        self.losses += 1
        return self.losses <= 2 + (self.at - self.start) // RARELY

    def _with_loss(self, lost: Hole, cell: Cell) -> Told:
        """What was lost put back where the reading breaks: before this cell, before the one before, twice."""
        told = _put_back(self.reading, self.moves, lost, 1, (cell,))
        if not told[1] and self.before is not None:
            moves, pieces, whole = self.before
            told = _put_back(self.reading, moves, lost, 1, (self.table[self.text[self.at - 1]], cell))
            if told[1]:
                del self.pieces[pieces:]
                self.whole = whole
        if not told[1] and self.at - self.start > SETTLED:
            told = _put_back(self.reading, self.moves, lost, 2, (cell,))
        return told

    def _choose(self) -> None:
        """Of readings that go on apart take those that end like the likeliest."""
        said = [START + START + chars for chars, _ in self.moves]
        likeliest = max(zip(in_context(said), self.moves, strict=True))[1][1]
        kept = (chars for chars, waiting in self.moves if waiting == likeliest)
        self._arrive(self.at, _only(likeliest), (self._one_of(kept, ""),))

    def _ends(self) -> list[Piece]:
        """What is left to say where the text ends; whole characters, if there is a reading that has no others."""
        whole = [chars for chars, waiting in self.moves if waiting == self.reading.nothing]
        return [self._one_of(whole or [chars + LOST for chars, _ in self.moves], END + END)]

    def _one_of(self, said: Iterable[str], after: str) -> Piece:
        """What may be said here; where that may be nothing, which has no place to be ranked later, the likeliest at once."""
        found = tuple(dict.fromkeys(said))
        if len(found) > 1 and "" in found:
            last = self.pieces[-1] if self.pieces else ""
            before = (START + START + last)[-2:] if isinstance(last, str) else LOST + LOST
            return max(zip(in_context([before + chars + after for chars in found]), found, strict=True))[1]
        return found if len(found) > 1 else found[0]


def _fixed(text: str, table: Table) -> list[bytes]:
    """The cells of ``text`` up to the first that does not stand for one byte string."""
    cells = []
    for char in text:
        cell = table.get(char)
        if type(cell) is not bytes:
            break
        cells.append(cell)
    return cells


def _sound(codec: str, pending: bytes, cells: list[bytes]) -> list[bytes]:
    """The cells up to the one before that at which the codec breaks; a third of them, where an inner one does."""
    try:
        (pending + b"".join(cells)).decode(codec)
    except UnicodeDecodeError as error:
        if error.reason not in _UNFINISHED:
            ends = accumulate(map(len, cells), initial=len(pending))
            return cells[: max(0, sum(end <= error.start for end in ends) - 2)]
    return cells[: len(cells) // 3]


# ---------------------------------------------------------------------------------------------------------- the model


def _resolved(pieces: Iterable[Piece]) -> str:
    """The pieces joined, of the alternatives those that their neighbours make likeliest."""
    certain, slots = _parted([START + START, *pieces, END + END])
    if slots:
        short = _shortlists(certain, slots)
        certain, slots = _parted([certain[0], *chain.from_iterable(zip(short, certain[1:], strict=True))])
    out = [certain[0]]
    clusters = _clusters(certain)
    for cluster, said in zip(clusters, _judged(clusters, certain, slots), strict=True):
        out += said, certain[cluster[-1] + 1]
    return "".join(out)[2:-2]


def _parted(pieces: Iterable[Piece]) -> tuple[list[str], list[tuple[str, ...]]]:
    """What is certain, before, between and after what is in doubt; and what is in doubt."""
    certain, slots = list[str](), list[tuple[str, ...]]()
    for kind, run in groupby(pieces, key=type):
        if kind is tuple:
            slots += [piece for piece in run if isinstance(piece, tuple)]
            certain += [""] * (len(slots) - len(certain))
        else:
            certain.append("".join([piece for piece in run if isinstance(piece, str)]))
    return certain, slots


def _clusters(certain: list[str]) -> list[list[int]]:
    """The places in doubt, those together that are judged by each other."""
    clusters: list[list[int]] = []
    for i, between in enumerate(certain[:-1]):
        if i and len(between) < 2:
            clusters[-1].append(i)
        else:
            clusters.append([i])
    return clusters


def _shortlists(certain: list[str], slots: list[tuple[str, ...]]) -> list[Piece]:
    """Of every place the alternatives that pairs of characters find likeliest."""
    batches = range(0, len(slots), BATCH)
    ranked = chain.from_iterable(_ranked(certain[i : i + BATCH + 1], slots[i : i + BATCH]) for i in batches)
    return [_cut(found, count) for found, count in zip(ranked, _lengths(certain), strict=True)]


def _ranked(certain: list[str], slots: list[tuple[str, ...]]) -> list[list[str]]:
    """Of every place the alternatives that pairs of characters do not give up, the likeliest first."""
    import numpy as np

    sizes = [len(slot) for slot in slots]
    before = model().ids("".join([text[-1:] or LOST for text in certain[:-1]]))
    after = model().ids("".join([text[:1] or LOST for text in certain[1:]]))
    first, last, inner = (np.concatenate(part) for part in zip(*map(_shape, slots), strict=True))
    left, right = np.repeat(before, sizes), np.repeat(after, sizes)
    bits = model().pair(np.concatenate([left, last]), np.concatenate([first, right])).reshape(2, -1).sum(0) + inner
    starts = [0, *accumulate(sizes[:-1])]
    near = np.flatnonzero(bits > np.repeat(np.maximum.reduceat(bits, starts), sizes) - BEHIND)
    group = np.repeat(np.arange(len(slots)), sizes)[near]
    order = np.lexsort((-bits[near], group))
    lists: list[list[str]] = [[] for _ in slots]
    for which, i in zip(group[order].tolist(), near[order].tolist(), strict=True):
        lists[which].append(slots[which][i - starts[which]])
    return lists


def _cut(found: list[str], count: int) -> Piece:
    return tuple(found[:count]) if count > 1 < len(found) else found[0]


def _lengths(certain: list[str]) -> Iterator[int]:
    """How many alternatives are left at every place in doubt."""
    for cluster in _clusters(certain):
        count = SHORT if len(cluster) == 1 else NEARBY if len(cluster) <= TOGETHER else 1
        yield from repeat(count, len(cluster))


@lru_cache(maxsize=1 << 14)
def _shape(slot: tuple[str, ...]) -> tuple[Ids, Ids, NDArray[np.float64]]:
    """The first and the last characters of some alternatives, and what the pairs inside them cost."""
    judge = model()
    first, last = judge.ids("".join([text[0] for text in slot])), judge.ids("".join([text[-1] for text in slot]))
    ids = judge.ids("".join(slot))
    return first, last, _sums(judge.pair(ids[:-1], ids[1:]), slot, 1)


def _judged(clusters: list[list[int]], certain: list[str], slots: list[tuple[str, ...]]) -> Iterator[str]:
    """What the places in doubt say, from the first to the last of each cluster; all are judged in one go."""
    found = [[certain[cluster[0]][-2:]] for cluster in clusters]
    for turn in range(max(map(len, clusters), default=0)):
        for which, cluster in enumerate(clusters):
            if turn < len(cluster):
                after = certain[cluster[turn] + 1][:2]
                found[which] = [before + choice + after for before in found[which] for choice in slots[cluster[turn]]]
        found = _likeliest(found, [KEPT if turn + 1 < len(cluster) else 1 for cluster in clusters])
    for (best,) in found:
        yield best[2:-2]


def _likeliest(groups: list[list[str]], counts: list[int]) -> list[list[str]]:
    """Of each group the likeliest, at most so many; all are judged in one go."""
    crowded = [len(group) > count for group, count in zip(groups, counts, strict=True)]
    bits = iter(in_context([piece for group, judged in zip(groups, crowded, strict=True) if judged for piece in group]))
    best = []
    for group, count, judged in zip(groups, counts, crowded, strict=True):
        if judged:
            ranked = sorted(zip(islice(bits, len(group)), group, strict=True), reverse=True)
            group = [piece for _, piece in ranked[:count]]
        best.append(group)
    return best


def in_context(pieces: list[str]) -> list[float]:
    """For each piece, log2 p of its characters after the second, each after the two before it; all in one go."""
    if not pieces:
        return []
    ids = _forms(pieces)
    sums: list[float] = _sums(model().triple(ids[:-2], ids[1:-1], ids[2:]), pieces, 2).tolist()
    return sums


def by_pairs(pieces: list[str]) -> list[float]:
    """For each piece, log2 p of its characters after the first, each after the one before it; twice as fast."""
    ids = _forms(pieces)
    sums: list[float] = _sums(model().pair(ids[:-1], ids[1:]), pieces, 1).tolist()
    return sums


def _forms(pieces: list[str]) -> Ids:
    return model().ids("".join(pieces).replace(LOST, LOST_AS))


def _sums(bits: Bits, pieces: Sequence[str], context: int) -> NDArray[np.float64]:
    """The sums over each piece of the bits of the characters after its first ``context`` ones."""
    import numpy as np

    sizes = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    ends = sizes.cumsum()
    until = np.append(np.float64(0), bits.cumsum(dtype=np.float64))
    sums: NDArray[np.float64] = until[ends - context] - until[ends - sizes]
    return sums
