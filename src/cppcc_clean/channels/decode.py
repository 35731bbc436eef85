"""The one decoder: what was seen → the bytes it may have been → every way in which they can be read.

A *table* says which bytes each observed character stands for; a :class:`Hole` stands for several byte strings. A
*reading* says how bytes become characters. The decoder follows all readings at once, until they meet again, and notes what
they say in between; `choose` tells afterwards which of it reads best. It knows no damage by name: the families beside this
file do.

Where the readings stand is a *state*. Text is made of few words, so states come again and again: each notes where every
character leads from it when that is first asked (an automaton, grown as it is used), and most of a text is read by a
look-up a character.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from cppcc_clean.channels.choose import LOST, RARE, Piece, guessable, likeliest
from cppcc_clean.language.bigram import END

# Of more readings the commonest are followed: a character that is lost but for its first byte may be one of hundreds.
MANY = 256

# Readings that have not met again after so many characters will not: the likeliest is taken.
APART = 8

# Big5 that was read as GBK loses up to eight bytes in a row, the others two; more of the signs that stand for one are
# beyond repair.
HOLES, SIGNS = 8, "\ufffd?"

# Of so many characters that are seen one stands, at most, next to what was lost without a trace; two at once may be.
RARELY = 5

# An automaton that has noted so many steps and readings begins anew (at about 60 MB), so that a process that runs for weeks
# does not grow.
NOTED = 1 << 19

#: The first bytes of punctuation, full-width marks and Han in UTF-8.
LEADS = frozenset(b"\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xef")

# A byte that is not known: no code page uses 0xFF.
SOME = b"\xff"


class Hole:
    """An observed character that may stand for any of several byte strings.

    ``find(following)`` lists them; ``following`` is the byte that comes next, ``b""`` at the end of the text, ``SOME`` if it
    is not known. ``anywhere``: as what was lost without a trace it may have stood inside what one character stands for.
    """

    __slots__ = ("_after", "_same", "anywhere", "find")

    def __init__(self, find: Callable[[bytes], Iterable[bytes]], anywhere: bool = False) -> None:
        self.find = find
        self.anywhere = anywhere
        self._after: dict[bytes, Options] = {}
        self._same: dict[Options, Options] = {}

    def options(self, following: bytes) -> Options:
        """What it may stand for; the very same object for all bytes after which that is the same."""
        options = self._after.get(following)
        if options is None:
            options = tuple(self.find(following))
            options = self._after[following] = self._same.setdefault(options, options)
        return options


Options = tuple[bytes, ...]
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



# ------------------------------------------------------------------------------------------------ bytes → characters

def _read(codec: str, data: bytes) -> tuple[str, bytes] | None:
    """The characters of ``data`` and the bytes of an unfinished one at its end; ``None`` if it cannot be."""
    try:
        if codec == "utf-8":
            chars, used = codecs.utf_8_decode(data, "strict", False)
            return chars, data[used:]
        reader = _reader(codec)
        reader.reset()
        return reader.decode(data), reader.getstate()[0]
    except UnicodeDecodeError:
        return None


@cache
def _reader(codec: str) -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder(codec)()


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


def _guessed_moves(cell: bytes, reading: Reading, pending: Pending) -> list[Move]:
    """Every way in which some bytes continue a reading; of several, where an inner layer has a hole, the usual ones."""
    moves = _moves(reading, pending, cell)
    return moves if len(moves) == 1 else [move for move in moves if guessable().keys() >= set(move[0])]


@lru_cache(maxsize=1 << 16)
def _byte_moves(byte: int, reading: Reading, pending: Pending) -> list[Move]:
    return _guessed_moves(bytes((byte,)), reading, pending)


def _cell_moves(cell: bytes, reading: Reading, pending: Pending) -> list[Move]:
    """Every way in which some bytes continue a reading."""
    moves = _byte_moves(cell[0], reading, pending) if cell else [("", pending)]
    for byte in cell[1:]:
        moves = [(said + more, left) for said, waiting in moves for more, left in _byte_moves(byte, reading, waiting)]
    return moves


@lru_cache(maxsize=1 << 12)
def _hole_moves(options: Options, reading: Reading, pending: Pending) -> list[Move]:
    """Every way in which a hole continues a reading; what Chinese text hardly ever has is not guessed."""
    moves = (move for option in options for move in _cell_moves(option, reading, pending))
    return [move for move in moves if _begins_chinese(reading, move[1][0]) and guessable().keys() >= set(move[0])]


def _opened(lost: Hole, reading: Reading, waiting: Pending) -> Iterator[Move]:
    """A reading with what was lost put after, or between, the bytes that it waits with."""
    outer, inner = waiting[0], waiting[1:]
    for at in range(0 if lost.anywhere else len(outer), len(outer) + 1):
        for chars, left in _hole_moves(lost.options(SOME), reading, (outer[:at], *inner)):
            for more, then in _cell_moves(outer[at:], reading, left):
                yield chars + more, then


def _first_byte(cell: Cell | None) -> bytes:
    """The byte that comes next, ``b""`` at an end, ``SOME`` if it is not known."""
    if cell is None:
        return b""
    return SOME if isinstance(cell, Hole) else cell[:1]


def _begins_chinese(reading: Reading, pending: bytes) -> bool:
    return reading.codec != "utf-8" or reading.then is not None or not pending or pending[0] in LEADS


# ------------------------------------------------------------------------------------------------- several at once

# The readings that are followed: what each has said that the others have not, and what it waits for.
Moves = tuple[Move, ...]

# What is told when something is read, and the readings from there on; none if there is no way on.
Told = tuple[tuple[Piece, ...], Moves]


def _told(grown: Mapping[Move, None]) -> Told:
    """What all readings say at the same place is told: it is certain, or in doubt whatever comes next."""
    moves = tuple(grown)
    if len(moves) == 1:
        said, waiting = moves[0]
        return (said,) if said else (), _only(waiting)
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
        moves = _only(moves[0][1])
    elif moves and len(moves[0][0]) > APART:
        piece, waiting = _settled(moves)
        told.append(piece)
        moves = _only(waiting)
    return tuple(told), moves


def _only(waiting: Pending) -> Moves:
    """The one reading that is left."""
    return (("", waiting),)


def _settled(moves: Moves) -> tuple[Piece, Pending]:
    """Of readings that go on apart those that end like the likeliest."""
    likely = likeliest([chars for chars, _ in moves])
    waiting = next(waiting for chars, waiting in moves if chars == likely)
    return _one_of([chars for chars, left in moves if left == waiting]), waiting


def _one_of(said: list[str], before: str = "", after: str = "") -> Piece:
    """What may be said here; where that may be nothing, which has no place to be ranked later, the likeliest at once."""
    found = tuple(dict.fromkeys(said))
    if len(found) > 1 and "" in found:
        return likeliest(found, before, after)
    return found if len(found) > 1 else found[0]


def _rarity(move: Move) -> float:
    """What the characters of a reading cost, each by itself."""
    bits = guessable()
    return sum([bits.get(char, RARE) for char in move[0]])


# ------------------------------------------------------------------------------------------------------ the automaton


class _State:
    """Where the readings stand, and where what was met here led; ``None`` if there was no way on."""

    __slots__ = ("chars", "filled", "holes", "known", "moves")

    def __init__(self, moves: Moves) -> None:
        self.moves = moves
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.chars: dict[str, _Step] = {}  # what is seen, where it stands for bytes that are known
        self.known: dict[bytes, _Step] = {}
        self.holes: dict[int, _Step] = {}
        self.filled: _Step | None = None  # something that was lost put back


# What is told, and the state from there on.
_Step = tuple[tuple[Piece, ...], _State | None]
_NO_WAY: _Step = ((), None)


class Run(NamedTuple):
    """A piece of text that could be read: where it ends, what it says, and whether the reading broke there."""

    end: int
    pieces: list[Piece]
    broken: bool


class Decoder:
    """Reads text by a table and a reading; ``lost`` stands for what may have vanished without a trace.

    >>> table = {"Ö": b"\\xd6", "Ð": b"\\xd0", "¹": b"\\xb9", "ú": b"\\xfa"}
    >>> Decoder(table, Reading("gbk")).read("ÖÐ¹ú.", 0)
    Run(end=4, pieces=['中', '国'], broken=False)
    """

    def __init__(self, table: Table, reading: Reading, lost: Hole | None = None) -> None:
        self.table = table
        self.reading = reading
        self.lost = lost
        self.nothing = _State(_only(reading.nothing))
        self._states: dict[Moves, _State] = {}
        self._noted = 0

    def read(self, text: str, start: int) -> Run:
        """Read ``text`` from ``start`` on, as far as the table and the reading go. Linear.

        Where a reading breaks it ends with its last whole character, unless something lost can be put back there.
        """
        return _Walk(self, text, start).run()

    def step(self, state: _State, text: str, at: int) -> _Step:
        """Where ``text[at]``, which the table knows, leads from a state that has not met it, or from which a hole leads."""
        cell = self.table[text[at]]
        if isinstance(cell, bytes):
            step = state.chars[text[at]] = self._known(state, cell)
            return step
        row = text[max(at - HOLES, 0) : at + 1]
        if len(row) > HOLES and not row.strip(SIGNS):
            return _NO_WAY
        return self._hole(state, cell.options(_first_byte(self.table.get(text[at + 1 : at + 2]))))

    def with_loss(self, state: _State, lost: Hole, count: int, seen: str) -> _Step:
        """Where something lost, so many times, and what is seen behind it lead."""
        told: tuple[Piece, ...] = ()
        onward: _State | None = state
        for cell in (*repeat(lost, count), *map(self.table.__getitem__, seen)):
            if onward is None:
                return _NO_WAY
            if cell is lost:
                more, onward = self._filled(onward, lost)
            elif isinstance(cell, bytes):
                more, onward = self._known(onward, cell)
            else:
                more, onward = self._hole(onward, cell.options(SOME))
            told += more
        return told, onward

    def through(self, state: _State, text: str, start: int, end: int) -> _Step:
        """Where ``text[start:end]``, which the table knows, leads."""
        told: tuple[Piece, ...] = ()
        onward: _State | None = state
        for at in range(start, end):
            if onward is None:
                return _NO_WAY
            more, onward = onward.chars.get(text[at]) or self.step(onward, text, at)
            told += more
        return told, onward

    def whole(self, state: _State) -> list[str]:
        """What the readings say that end with a whole character."""
        return [chars for chars, waiting in state.moves if waiting == self.reading.nothing]

    def ends(self, state: _State, last: Piece) -> Piece:
        """What is left to say where the text ends; whole characters, if there is a reading that has no others."""
        if state is self.nothing:
            return ""
        whole = self.whole(state)
        before = last if isinstance(last, str) else LOST + LOST
        return _one_of(whole or [chars + LOST for chars, _ in state.moves], before, END + END)

    def _known(self, state: _State, cell: bytes) -> _Step:
        step = state.known.get(cell)
        if step is None:
            # Many readings have bytes in common, and those of one are hardly met again.
            follow = _cell_moves if len(state.moves) > 1 else _guessed_moves
            onward = [(said, follow(cell, self.reading, waiting)) for said, waiting in state.moves]
            step = state.known[cell] = self._note(onward)
        return step

    def _hole(self, state: _State, options: Options) -> _Step:
        # Holes live as long as their tables, so the identity of their options stands for them.
        step = state.holes.get(id(options))
        if step is None:
            onward = [(said, _hole_moves(options, self.reading, waiting)) for said, waiting in state.moves]
            step = state.holes[id(options)] = self._note(onward)
        return step

    def _filled(self, state: _State, lost: Hole) -> _Step:
        if state.filled is None:
            state.filled = self._note((said, _opened(lost, self.reading, waiting)) for said, waiting in state.moves)
        return state.filled

    def _note(self, onward: Iterable[tuple[str, Iterable[Move]]]) -> _Step:
        """A step that was not met before; when there are too many of them all are forgotten."""
        told, moves = _told(dict.fromkeys((said + more, left) for said, found in onward for more, left in found))
        self._noted += 1 + len(moves)
        if self._noted > NOTED:
            self._noted, self._states = 0, {}
            self.nothing.forget()
        if not moves:
            return told, None
        if moves == self.nothing.moves:
            return told, self.nothing
        return told, self._states.get(moves) or self._states.setdefault(moves, _State(moves))


# The states some characters ago, if the way from there was straight, and what was told since.
_Ways = tuple[tuple[_State | None, tuple[Piece, ...]], ...]


class _Walk:
    """One pass over a text: what has been told, and how far it was whole."""

    def __init__(self, decoder: Decoder, text: str, start: int) -> None:
        self.decoder = decoder
        self.text = text
        self.start = start
        self.pieces: list[Piece] = []
        self.losses = 0

    def run(self) -> Run:
        """Go as far as there is a way."""
        decoder, text, pieces = self.decoder, self.text, self.pieces
        nothing = state = decoder.nothing
        # The states before the last character and the one before it, and what was told since; none across what was put back.
        before: _State | None = None
        prior: _State | None = None
        told: tuple[Piece, ...] = ()
        said: tuple[Piece, ...] = ()
        # Where, and after how many pieces, the reading last stood between two characters, and where before.
        whole = earlier = self.start, 0
        for at in range(self.start, len(text)):
            step = state.chars.get(text[at])
            if step is None:
                if text[at] not in decoder.table:
                    break
                step = decoder.step(state, text, at)
            prior, before, said = before, state, told
            if step[1] is None:
                step = self._mended(at, state, prior, told)
                prior = before = None
                if len(pieces) < whole[1]:
                    whole = earlier
            told, onward = step
            if onward is None:
                end, count = whole
                return Run(end, pieces[:count], broken=True)
            state = onward
            pieces += told
            if state is nothing:
                earlier, whole = whole, (at + 1, len(pieces))
        else:
            at = len(text)
        return self._ended(at, state, ((prior, (*said, *told)), (before, told)))

    def _ended(self, at: int, state: _State, ways: _Ways) -> Run:
        if not self.decoder.whole(state):
            state = self._mended_end(at, ways) or state
        left = self.decoder.ends(state, self.pieces[-1] if self.pieces else "")
        return Run(at, [*self.pieces, left] if left else self.pieces, broken=False)

    def _mended_end(self, at: int, ways: _Ways) -> _State | None:
        """The end, whole with something lost put back before the last two signs or the last; ``。`` may end as two.

        ``ways``: the states there, and what was told since.
        """
        decoder, lost = self.decoder, self.decoder.lost
        for count, (before, told) in zip((2, 1), ways, strict=True):
            if lost is None or before is None:
                continue
            more, filled = decoder.with_loss(before, lost, 1, "")
            rest, end = decoder.through(filled, self.text, at - count, at) if filled else _NO_WAY
            if end and decoder.whole(end):
                self.pieces[len(self.pieces) - len(told) :] = *more, *rest
                return end
        return None

    def _mended(self, at: int, state: _State, before: _State | None, told: tuple[Piece, ...]) -> _Step:
        """Where the reading breaks something lost is put back: before this character, the one before, or twice.

        ``told`` is what was told on the way from the state ``before`` to this one.
        """
        decoder, lost = self.decoder, self.decoder.lost
        # Where something is missing everywhere another reading is the right one.
        if lost is None or self.losses >= 2 + (at - self.start) // RARELY:
            return _NO_WAY
        self.losses += 1
        seen = self.text[at]
        step = decoder.with_loss(state, lost, 1, seen)
        if step[1] is None and before:
            step = decoder.with_loss(before, lost, 1, self.text[at - 1] + seen)
            if step[1] is not None:
                del self.pieces[len(self.pieces) - len(told) :]
        if step[1] is None and at > self.start:
            step = decoder.with_loss(state, lost, 2, seen)
        return step
