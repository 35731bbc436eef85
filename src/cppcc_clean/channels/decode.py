"""The one decoder: what was seen → the bytes it may have been → the characters that read best.

A *table* says which bytes each observed character stands for; a :class:`Hole` stands for several byte strings. A
*reading* says how bytes become characters. ``decode`` follows all of it at once: a beam over bytes, judged by the
character model, so that where nothing is in doubt bytes are decoded in bulk, and where a byte was lost its neighbours
decide. It knows no damage by name: the families beside this file do.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import add, itemgetter
from typing import NamedTuple

from cppcc_clean.language.bigram import END, START, model

# A reading that is this many bits behind the best is given up, and never more than so many are followed at once. A lost
# byte leaves up to 64 readings, and the neighbours that decide between them come one or two characters later.
BEHIND = 16.0
WIDTH = 32

# Characters that are decoded in one go where nothing is in doubt; few at first, for most readings of good text end soon.
FIRST, BULK = 6, 64

# Cells from a hole on within which its alternatives end: a character of UTF-8 has three bytes, and two may have holes.
REACH = 5

# With more alternatives than this a beam, which can give some up on the way, is the cheaper way.
FEW = 128

# No channel loses more bytes in a row; more holes than that are beyond repair.
HOLES = 2

# Of so many characters that are seen one stands, at most, next to what was lost without a trace; two at once may be.
RARELY = 5

# Two losses in a row, which are dear to try, are thought of in a reading that has gone on for so many characters.
SETTLED = 12

# Steps that are remembered, to go back to the last whole character when a reading breaks.
PAST = 32

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
    return moves if len(moves) == 1 else [move for move in moves if _guessable().issuperset(move[0])]


@lru_cache(maxsize=1 << 16)
def _hole_moves(hole: Hole, reading: Reading, pending: Pending, following: bytes) -> list[Move]:
    """Every way in which a hole continues a reading; what Chinese text hardly ever has is not guessed."""
    moves = (move for option in hole.options(following) for move in _moves(reading, pending, option))
    return [move for move in moves if _begins_chinese(reading, move[1][0]) and _guessable().issuperset(move[0])]


@lru_cache(maxsize=1 << 16)
def _alternatives(
    reading: Reading, pending: Pending, cells: tuple[Cell, ...], following: bytes
) -> tuple[tuple[str, ...], Pending] | None:
    """What some cells say, if all their readings are whole characters again at the same byte, and are few."""
    moves: list[Move] = [("", pending)]
    for cell, after in zip(cells, (*map(_first_byte, cells[1:]), following), strict=True):
        moves = [
            (done + more, left)
            for done, waiting in moves
            for more, left in (
                _hole_moves(cell, reading, waiting, after)
                if isinstance(cell, Hole)
                else _cell_moves(cell, reading, waiting)
            )
        ]
        if len(moves) > FEW:
            return None
    ends = {left for _, left in moves}
    if len(ends) != 1 or not all(chars for chars, _ in moves):
        return None
    return tuple(dict.fromkeys(chars for chars, _ in moves)), ends.pop()


def _first_byte(cell: Cell | None) -> bytes:
    """The byte that comes next, ``b""`` at an end, ``SOME`` if it is not known."""
    if cell is None:
        return b""
    return SOME if isinstance(cell, Hole) else cell[:1]


def _begins_chinese(reading: Reading, pending: bytes) -> bool:
    return reading.codec != "utf-8" or reading.then is not None or not pending or pending[0] in _LEADS


@cache
def _guessable() -> frozenset[str]:
    """The characters that may be put where a byte was lost."""
    known = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000))))
    bits = model().pair(model().ids(LOST), model().ids(known)).tolist()
    return frozenset(char for char, bit in zip(known, bits, strict=True) if bit > -RARE) | {LOST}


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


# ---------------------------------------------------------------------------------------------------------- the walk

# A piece of what was read: certain, or one of several, with certain pieces on both sides.
Piece = str | tuple[str, ...]


def decode(text: str, start: int, table: Table, reading: Reading, lost: Hole | None = None) -> Run:
    """Read ``text`` from ``start`` on, as far as the table and the reading go. Linear.

    ``lost`` stands for what may have vanished without a trace: it is tried where the reading would break.

    >>> table = {"Ö": b"\\xd6", "Ð": b"\\xd0", "¹": b"\\xb9", "ú": b"\\xfa"}
    >>> decode("ÖÐ¹ú.", 0, table, Reading("gbk"))
    Run(end=4, text='中国', broken=False)
    """
    return _Walk(text, start, table, reading, lost).run()


class _Walk:
    """One pass over a text: in bulk where all is certain, past a lone hole with its alternatives noted, else a beam."""

    def __init__(self, text: str, start: int, table: Table, reading: Reading, lost: Hole | None) -> None:
        self.text = text
        self.at = self.start = start
        self.table = table
        self.reading = reading
        self.lost = lost
        self.pending = reading.nothing
        self.pieces: list[Piece] = []
        self.whole = (start, 0)  # where, and after how many pieces, the reading last stood between two characters
        self.losses = 0
        self.careful = start  # before this, bulk is known to fail

    def run(self) -> Run:
        while self.at < len(self.text) and self.text[self.at] in self.table:
            if not (self._in_bulk() or self._past_a_hole() or self._by_beam()):
                at, pieces = self.whole
                return Run(at, _resolved(self.pieces[:pieces]), broken=True)
        cut = LOST if self.pending != self.reading.nothing else ""
        return Run(self.at, _resolved(self.pieces) + cut, broken=False)

    def _arrive(self, at: int, pending: Pending, *pieces: Piece) -> None:
        self.at, self.pending = at, pending
        self.pieces += filter(None, pieces)
        if pending == self.reading.nothing:
            self.whole = (at, len(self.pieces))

    def _in_bulk(self) -> bool:
        """Read what has one meaning."""
        if self.at < self.careful:
            return False
        size = BULK if self.at > self.start else FIRST
        cells = _fixed(self.text[self.at : self.at + size], self.table)
        move = _only_move(self.reading, self.pending, b"".join(cells)) if cells else None
        if move is None:
            self.careful = self.at + len(cells)
            return False
        self._arrive(self.at + len(cells), move[1], move[0])
        return True

    def _past_a_hole(self) -> bool:
        """Note what a hole may stand for, if it is all that is in doubt up to a certain character behind it."""
        if not isinstance(self.table[self.text[self.at]], Hole) or (self.pieces and isinstance(self.pieces[-1], tuple)):
            return False
        near = [self.table.get(char) for char in self.text[self.at : self.at + REACH + 1]]
        for size in range(1, REACH + 1):
            cells = tuple(near[:size])
            if len(cells) < size or None in cells:
                return False
            found = _alternatives(self.reading, self.pending, cells, _first_byte(near[size] if size < len(near) else None))
            if found is not None and self._go_on(found, self.at + size):
                return True
        return False

    def _go_on(self, found: tuple[tuple[str, ...], Pending], at: int) -> bool:
        """Go on behind some alternatives, if what comes next is a certain character or the end."""
        alternatives, pending = found
        cells = _fixed(self.text[at : at + BULK], self.table)
        after = _only_move(self.reading, pending, b"".join(cells))
        ends = at == len(self.text) or self.text[at] not in self.table
        if after is None or not (after[0] or (ends and pending == self.reading.nothing)):
            return False
        self._arrive(at + len(cells), after[1], alternatives, after[0])
        return True

    def _by_beam(self) -> bool:
        """Follow all readings until one is left."""
        last = self.pieces[-1] if self.pieces else START
        beam: Beam = {(self.pending, last[-1]): (0.0, None)}
        past: deque[Step] = deque(maxlen=PAST)
        holes = 0
        while self.at < len(self.text) and (cell := self.table.get(self.text[self.at])) is not None:
            past.append((self.at, beam, cell))
            holes = holes + 1 if isinstance(cell, Hole) else 0
            following = _first_byte(self.table.get(self.text[self.at + 1 : self.at + 2]))
            grown = _grow(beam, cell, self.reading, following) if holes <= HOLES else {}
            if not grown and self.lost is not None and holes <= HOLES and self._may_have_lost():
                grown = _put_back(self.lost, self.reading, past, twice=self.at - self.start > SETTLED)
            if not grown:
                self._go_back(past)
                return False
            beam = _prune(grown)
            self.at += 1
            if len(beam) == 1 and self.at >= self.careful and not holes:
                break
        (pending, _), (_, trail) = _best(beam, self.reading) if len(beam) > 1 else next(iter(beam.items()))
        self._arrive(self.at, pending, _joined(trail))
        return True

    def _may_have_lost(self) -> bool:
        """Count what was lost; where something is missing everywhere another reading is the right one."""
        self.losses += 1
        return self.losses <= 2 + (self.at - self.start) // RARELY

    def _go_back(self, past: Iterable[Step]) -> None:
        """To the last place where a reading stood between two characters, if that is in the past of the beam."""
        for at, beam, _ in reversed(list(past)):
            whole = [found for (pending, _), found in beam.items() if pending == self.reading.nothing]
            if whole and at > self.whole[0]:
                self._arrive(at, self.reading.nothing, _joined(max(whole, key=_score)[1]))
                return


def _fixed(text: str, table: Table) -> list[bytes]:
    """The cells of ``text`` up to the first that does not stand for one byte string."""
    cells = []
    for char in text:
        cell = table.get(char)
        if type(cell) is not bytes:
            break
        cells.append(cell)
    return cells


def _resolved(pieces: list[Piece]) -> str:
    """The pieces joined, of the alternatives those that their neighbours make likeliest."""
    certain = [START + START, *(piece if isinstance(piece, str) else "" for piece in pieces), END + END]
    choices = [
        [(START + certain[i])[-2:] + alternative + (certain[i + 2] + END)[:2] for alternative in piece]
        for i, piece in enumerate(pieces)
        if isinstance(piece, tuple)
    ]
    bits = iter(in_context([choice for alternatives in choices for choice in alternatives]))
    likeliest = iter([max(zip(alternatives, bits, strict=False), key=_second)[0][2:-2] for alternatives in choices])
    return "".join(piece if isinstance(piece, str) else next(likeliest) for piece in pieces)


def in_context(pieces: list[str]) -> list[float]:
    """For each piece, log2 p of its characters after the second, each after the two before it; all in one go."""
    if not pieces:
        return []
    ids = model().ids("".join(pieces).replace(LOST, LOST_AS))
    bits = model().triple(ids[:-2], ids[1:-1], ids[2:]).tolist()
    sums, at = [], 0
    for piece in pieces:
        sums.append(sum(bits[at : at + len(piece) - 2]))
        at += len(piece)
    return sums


# ---------------------------------------------------------------------------------------------------------- the beam

Trail = tuple["Trail", str] | None  # the pieces of a reading, last first
Scored = tuple[float, Trail]
Beam = dict[tuple[Pending, str], Scored]  # (pending, last character) -> (bits, pieces)
Step = tuple[int, Beam, Cell]


def _grow(beam: Beam, cell: Cell, reading: Reading, following: bytes) -> Beam:
    """Every reading of the beam, continued by one cell; of those that end alike the likelier is kept."""
    steps = []
    known: dict[Pending, list[Move]] = {}
    for (pending, prev), (score, trail) in beam.items():
        if (moves := known.get(pending)) is None:
            if isinstance(cell, Hole):
                moves = _hole_moves(cell, reading, pending, following)
            else:
                moves = _cell_moves(cell, reading, pending)
            known[pending] = moves
        steps += [(prev + chars, score, trail, chars, rest) for chars, rest in moves]
    grown: Beam = {}
    for bits, (piece, score, trail, chars, rest) in zip(_likelihoods([step[0] for step in steps]), steps, strict=True):
        _keep_better(grown, (rest, piece[-1]), (score + bits, (trail, chars) if chars else trail))
    return grown


def _keep_better(beam: Beam, end: tuple[Pending, str], scored: Scored) -> None:
    if end not in beam or beam[end][0] < scored[0]:
        beam[end] = scored


_second = itemgetter(1)


def _score(scored: Scored) -> float:
    return scored[0]


def _prune(beam: Beam) -> Beam:
    if len(beam) <= 1:
        return beam
    least = max(map(_score, beam.values())) - BEHIND
    kept = [item for item in beam.items() if item[1][0] >= least]
    if len(kept) > WIDTH:
        kept = sorted(kept, key=lambda item: item[1][0], reverse=True)[:WIDTH]
    return dict(kept)


def _best(beam: Beam, reading: Reading) -> tuple[tuple[Pending, str], Scored]:
    """The reading that is likeliest if the line ends here; one that ends with a whole character, if there is one."""
    bits = _likelihoods([last + END for _, last in beam])
    ends = [(end[0] == reading.nothing, beam[end][0] + more, end) for more, end in zip(bits, beam, strict=True)]
    best = max(ends)[2]
    return best, beam[best]


def _put_back(lost: Hole, reading: Reading, past: Sequence[Step], *, twice: bool) -> Beam:
    """What was lost, put back where a reading breaks: before the cell at which it breaks, before the one before, twice."""
    _, beam, cell = past[-1]
    grown = _fill(lost, reading, beam, cell)
    if not grown and len(past) > 1:
        _, earlier, before = past[-2]
        grown = _fill(lost, reading, earlier, before, cell)
    return grown or (_fill(lost, reading, _prune(_fill(lost, reading, beam)), cell) if twice else {})


def _fill(lost: Hole, reading: Reading, beam: Beam, *cells: Cell) -> Beam:
    """The beam with what was lost put back, after or between the bytes that are pending, and these cells read."""
    grown: Beam = {}
    for waiting in dict.fromkeys(pending for pending, _ in beam):
        for at in range(0 if lost.anywhere else len(waiting[0]), len(waiting[0]) + 1):
            opened = {
                ((waiting[0][:at], *waiting[1:]), prev): found
                for (pending, prev), found in beam.items()
                if pending == waiting
            }
            filled = _grow(opened, lost, reading, SOME)
            if at < len(waiting[0]):
                filled = _grow(filled, waiting[0][at:], reading, SOME)
            for end, reached in filled.items():
                _keep_better(grown, end, reached)
    for cell in cells:
        grown = _grow(_prune(grown), cell, reading, SOME)
    return grown


def _joined(trail: Trail) -> str:
    pieces = []
    while trail is not None:
        trail, piece = trail
        pieces.append(piece)
    return "".join(reversed(pieces))


# --------------------------------------------------------------------------------------------------------- the model

# What pairs of characters cost that were asked for before; emptied when full (about 40 MB).
_MEMO: dict[str, float] = {}
_MEMO_SIZE = 1 << 18


def _likelihoods(pieces: list[str]) -> list[float]:
    """For each piece, log2 p of its characters after the first; the model is asked for all that is new at once."""
    try:
        return [sum(map(_MEMO.__getitem__, map(add, piece, piece[1:]))) for piece in pieces]
    except KeyError:
        if len(_MEMO) > _MEMO_SIZE:
            _MEMO.clear()
        _remember({pair for piece in pieces for pair in map(add, piece, piece[1:]) if pair not in _MEMO})
        return _likelihoods(pieces)


def _remember(pairs: Iterable[str]) -> None:
    text = "".join(pairs)
    ids = model().ids(text.replace(LOST, LOST_AS))
    _MEMO.update(zip(map(add, text[::2], text[1::2]), model().pair(ids[::2], ids[1::2]).tolist(), strict=True))
