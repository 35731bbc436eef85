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
from typing import NamedTuple

from cppcc_clean.language.bigram import END, START, model

# A reading that is this many bits behind the best is given up, and never more than so many are followed at once. A lost
# byte leaves up to 64 readings, and the neighbours that decide between them come one or two characters later.
BEHIND = 16.0
WIDTH = 32

# Characters that are decoded in one go where nothing is in doubt; few at first, for most readings of good text end soon.
FIRST, BULK = 6, 64

# No channel loses more bytes in a row; more holes than that are beyond repair.
HOLES = 2

# Steps that are remembered, to go back to the last whole character when a reading breaks.
PAST = 32

# What stands for a character that is known to be lost, and the bits it costs: as many as a character that stands alone.
LOST = "\ufffd"
LOST_BITS = 12.0

# A character this dear by itself is never put where a byte was lost (the rarest thousand that the model knows).
RARE = 22.0

# The first bytes of punctuation, full-width marks and Han in UTF-8.
_LEADS = frozenset(b"\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef")

# A byte that is not known: no code page uses 0xFF.
SOME = b"\xff"


class Hole:
    """An observed character that may stand for several byte strings.

    ``options(following)`` lists ``(bytes, cost in bits)``; ``following`` is the byte that comes next, ``b""`` at the end of
    the text, ``SOME`` if it is not known.
    """

    __slots__ = ("options",)

    def __init__(self, options: Callable[[bytes], Iterable[tuple[bytes, float]]]) -> None:
        self.options = options


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


# What some bytes add to a reading: characters, what is left pending, and the bits it costs.
Move = tuple[str, Pending, float]


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


def _moves(reading: Reading, pending: Pending, data: bytes, cost: float = 0.0) -> list[Move]:
    """Every way in which ``data`` continues a reading."""
    got = _read(reading.codec, pending[0] + data)
    if got is None:
        return []
    chars, rest = got
    if reading.then is None or reading.table is None:
        return [(chars, (rest,), cost)]
    inner: list[Move] = [("", pending[1:], cost)]
    for char in chars:
        cell = reading.table().get(char)
        options = cell.options(b"") if isinstance(cell, Hole) else ((cell, 0.0),) if cell is not None else ()
        inner = [
            (done + more, left, total)
            for done, waiting, so_far in inner
            for option, extra in options
            for more, left, total in _moves(reading.then, waiting, option, so_far + extra)
        ]
    return [(more, (rest, *left), total) for more, left, total in inner]


@lru_cache(maxsize=1 << 16)
def _cell_moves(cell: bytes, reading: Reading, pending: Pending) -> list[Move]:
    """Every way in which one cell continues a reading."""
    return _moves(reading, pending, cell)


@lru_cache(maxsize=1 << 16)
def _hole_moves(hole: Hole, reading: Reading, pending: Pending, following: bytes) -> list[Move]:
    """Every way in which a hole continues a reading; what Chinese text hardly ever has is not guessed."""
    moves = (move for option, cost in hole.options(following) for move in _moves(reading, pending, option, cost))
    return [move for move in moves if _begins_chinese(reading, move[1][0]) and _guessable().issuperset(move[0])]


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


# --------------------------------------------------------------------------------------------------------- the beam

Trail = tuple["Trail", str] | None  # the pieces of a reading, last first
Beam = dict[tuple[Pending, str], tuple[float, Trail]]  # (pending, last character) -> (bits, pieces)
Step = tuple[int, Beam, Cell]


def decode(text: str, start: int, table: Table, reading: Reading, lost: Hole | None = None) -> Run:
    """Read ``text`` from ``start`` on, as far as the table and the reading go. Linear.

    ``lost`` stands for what may have vanished without a trace: it is tried where the reading would break.

    >>> table = {"Ö": b"\\xd6", "Ð": b"\\xd0", "¹": b"\\xb9", "ú": b"\\xfa"}
    >>> decode("ÖÐ¹ú.", 0, table, Reading("gbk"))
    Run(end=4, text='中国', broken=False)
    """
    beam: Beam = {(reading.nothing, START): (0.0, None)}
    past: deque[Step] = deque(maxlen=PAST)
    at = careful = start
    holes = 0
    while at < len(text) and (cell := table.get(text[at])) is not None:
        past.append((at, beam, cell))
        if len(beam) == 1 and at >= careful:
            cells = _fixed(text[at : at + (BULK if at > start else FIRST)], table)
            if cells and (grown := _in_bulk(beam, b"".join(cells), reading)):
                beam, at, holes = grown, at + len(cells), 0
                continue
            careful = at + len(cells)
        holes = holes + 1 if isinstance(cell, Hole) else 0
        grown = _grow(beam, cell, reading, _following(table, text, at + 1)) if holes <= HOLES else {}
        if not grown and lost is not None and holes <= HOLES:
            grown = _put_back(lost, reading, past)
        if not grown:
            return _last_whole(past, reading, start)
        beam, at = _prune(grown), at + 1
    return _finish(beam, reading, at)


def _fixed(text: str, table: Table) -> list[bytes]:
    """The cells of ``text`` up to the first that does not stand for one byte string."""
    cells = []
    for char in text:
        cell = table.get(char)
        if type(cell) is not bytes:
            break
        cells.append(cell)
    return cells


def _following(table: Table, text: str, at: int) -> bytes:
    """The byte that comes next, ``b""`` at an end, ``SOME`` if it is not known."""
    cell = table.get(text[at]) if at < len(text) else None
    if cell is None:
        return b""
    return cell[:1] if type(cell) is bytes else SOME


def _in_bulk(beam: Beam, data: bytes, reading: Reading) -> Beam:
    """The only reading there is, continued by bytes that say one thing: what that costs does not matter."""
    (((pending, prev), (score, trail)),) = beam.items()
    move = _only_move(reading, pending, data)
    if move is None:
        return {}
    chars, rest = move
    return {(rest, chars[-1:] or prev): (score, (trail, chars) if chars else trail)}


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
        steps += [(prev + chars, score - cost, trail, chars, rest) for chars, rest, cost in moves]
    grown: Beam = {}
    for bits, (piece, score, trail, chars, rest) in zip(_likelihoods([step[0] for step in steps]), steps, strict=True):
        _keep_better(grown, (rest, piece[-1]), score + bits, (trail, chars) if chars else trail)
    return grown


def _keep_better(beam: Beam, end: tuple[Pending, str], score: float, trail: Trail) -> None:
    if end not in beam or beam[end][0] < score:
        beam[end] = (score, trail)


# What pieces of text cost that were asked for before; emptied when full (about 40 MB).
_MEMO: dict[str, float] = {}
_MEMO_SIZE = 1 << 18


def _likelihoods(pieces: list[str]) -> list[float]:
    """For each piece, log2 p of its characters after the first; the model is asked for all that is new at once."""
    try:
        return [_MEMO[piece] for piece in pieces]
    except KeyError:
        if len(_MEMO) > _MEMO_SIZE:
            _MEMO.clear()
        _remember([piece for piece in set(pieces) if piece not in _MEMO])
        return _likelihoods(pieces)


def _remember(pieces: list[str]) -> None:
    pairs = [piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1)]
    judge = model()
    # After a lost character anything may come: what follows costs what it costs after a comma.
    ids = judge.ids("".join(pairs).replace(LOST, "，"))
    bits = iter(judge.pair(ids[::2], ids[1::2]).tolist())
    costs = [-LOST_BITS if pair[1] == LOST else bit for pair, bit in zip(pairs, bits, strict=True)]
    at = 0
    for piece in pieces:
        _MEMO[piece] = sum(costs[at : at + len(piece) - 1])
        at += len(piece) - 1


def _put_back(lost: Hole, reading: Reading, past: Sequence[Step]) -> Beam:
    """What was lost, put back where a reading breaks: before the cell at which it breaks, or before the one before it."""
    (at, beam, cell), earlier = past[-1], past[-2] if len(past) > 1 else None
    grown = _fill(lost, reading, beam, cell)
    if not grown and earlier is not None and earlier[0] == at - 1:
        grown = _fill(lost, reading, earlier[1], earlier[2], cell)
    return grown


def _fill(lost: Hole, reading: Reading, beam: Beam, *cells: Cell) -> Beam:
    """The beam with what was lost put back, before any of the bytes that are still pending, and these cells read."""
    grown: Beam = {}
    for (pending, prev), found in beam.items():
        for at in range(len(pending[0]) + 1):
            opened = {((pending[0][:at], *pending[1:]), prev): found}
            filled = _grow(opened, lost, reading, SOME)
            if at < len(pending[0]):
                filled = _grow(filled, pending[0][at:], reading, SOME)
            for end, reached in filled.items():
                _keep_better(grown, end, *reached)
    for cell in cells:
        grown = _grow(_prune(grown), cell, reading, SOME)
    return grown


def _prune(beam: Beam) -> Beam:
    if len(beam) <= 1:
        return beam
    least = max(score for score, _ in beam.values()) - BEHIND
    kept = [item for item in beam.items() if item[1][0] >= least]
    if len(kept) > WIDTH:
        kept = sorted(kept, key=lambda item: item[1][0], reverse=True)[:WIDTH]
    return dict(kept)


def _last_whole(past: Iterable[Step], reading: Reading, start: int) -> Run:
    """How far a reading that broke came between two characters."""
    for at, beam, _ in reversed(list(past)):
        whole = [found for (pending, _), found in beam.items() if pending == reading.nothing]
        if whole:
            return Run(at, _joined(max(whole, key=lambda found: found[0])[1]), broken=True)
    return Run(start, "", broken=True)


def _finish(beam: Beam, reading: Reading, at: int) -> Run:
    """The best reading of the beam, the end of the line counted; what it still waits for was cut off."""
    ends = _likelihoods([last + END for _, last in beam])
    found = [(pending == reading.nothing, score + end) for end, ((pending, _), (score, _)) in zip(ends, beam.items())]
    best = max(range(len(found)), key=found.__getitem__)
    whole, trail = found[best][0], list(beam.values())[best][1]
    return Run(at, _joined(trail) + ("" if whole else LOST), broken=False)


def _joined(trail: Trail) -> str:
    pieces = []
    while trail is not None:
        trail, piece = trail
        pieces.append(piece)
    return "".join(reversed(pieces))
