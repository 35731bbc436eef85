"""Which of what may have been written reads best: the judge of the decoder.

A text that was read again is a list of *pieces*: what is certain, and tuples of what may be said at places in doubt. Places
next to each other are judged together, the others each by its neighbours. Many texts are judged in one go, for asking the
character model costs more than its answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean.language.bigram import END, START, model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cppcc_clean.language.bigram import Bits, Ids

# A piece of what was read: certain, or one of several, none of which is empty.
Piece = str | tuple[str, ...]

# So many alternatives of a place are looked at closely, and so many readings of places side by side are kept from one to the
# next. Four times as many repair no more.
SHORT = 8

# So many places, with so many pairs from one to the next, are ranked at a time, and so many groups of them judged, so that
# memory does not grow with the text.
BATCH, PAIRS, ROUND = 1024, 1 << 20, 256

# Where more neighbours than this are all in doubt each is judged by itself, so that the work stays linear.
TOGETHER = 40

# What pairs of characters find so many bits less likely than the best is given up.
BEHIND = 6.0

# What stands for a character that is known to be lost, and the character that it is taken for when a text is judged: a
# digit, as most of what is eaten is.
LOST = "\ufffd"
LOST_AS = "1"

# A character this dear by itself is never put where a byte was lost (the rarest thousand that the model knows).
RARE = 22.0


@cache
def guessable() -> dict[str, float]:
    """The characters that may be put where a byte was lost, and what they cost by themselves."""
    known = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000))))
    bits = model().pair(model().ids(LOST), model().ids(known)).tolist()
    return {char: -bit for char, bit in zip(known, bits, strict=True) if bit > -RARE} | {LOST: RARE}


def choose(texts: Iterable[Iterable[Piece]]) -> list[str]:
    """What each text says, of the alternatives those that their neighbours make likeliest.

    >>> choose([["人民政", ("协", "垮")], [("好", "号")]])
    ['人民政协', '好']
    """
    parted = _shortened([_in_one_script(_parted([START + START, *pieces, END + END])) for pieces in texts])
    said = iter(_judged([cluster for text in parted for cluster in _clusters(text)]))
    return [_joined(text, said)[2:-2] for text in parted]


class _Parted(NamedTuple):
    """A text by its places in doubt: ``certain`` stands before, between and after them."""

    certain: list[str]
    slots: list[tuple[str, ...]]


class _Cluster(NamedTuple):
    """Places in doubt that are judged by each other: the two characters before, and each place with what is after it."""

    lead: str
    places: list[tuple[tuple[str, ...], str]]


def _parted(pieces: Iterable[Piece]) -> _Parted:
    certain, slots, run = list[str](), list[tuple[str, ...]](), list[str]()
    for piece in pieces:
        if isinstance(piece, str):
            run.append(piece)
        else:
            certain.append("".join(run))
            slots.append(piece)
            run.clear()
    return _Parted([*certain, "".join(run)], slots)


def _clusters(text: _Parted) -> Iterator[_Cluster]:
    """The places in doubt; those with less than two certain characters between them stand together."""
    cluster = _Cluster(text.certain[0][-2:], [])
    for slot, between in zip(text.slots, text.certain[1:], strict=True):
        cluster.places.append((slot, between[:2]))
        if len(between) >= 2:
            yield cluster
            cluster = _Cluster(between[-2:], [])


# A line is simplified or traditional when so many more of its certain characters are written in one way only.
TELLING = 4


def _in_one_script(text: _Parted) -> _Parted:
    """The text without alternatives in the script that it is not written in."""
    if not text.slots:
        return text
    leaning = model().leaning("".join(text.certain))
    script = (leaning > 0) - (leaning < 0) if abs(leaning) >= TELLING else 0
    return text._replace(slots=[_at_home(slot, script) for slot in text.slots])


@lru_cache(maxsize=1 << 14)
def _at_home(slot: tuple[str, ...], script: int) -> tuple[str, ...]:
    """The alternatives that are not of the other script, one of those that the model cannot tell apart."""
    judge = model()
    fitting = tuple(text for text in slot if judge.leaning(text) * script >= 0) or slot
    return tuple({judge.ids(text).tobytes(): text for text in fitting}.values())


def _joined(text: _Parted, said: Iterator[str]) -> str:
    """The text with what its clusters say, one after the other."""
    out = [text.certain[0]]
    for between in text.certain[1:]:
        if len(between) >= 2:
            out += next(said), between
    return "".join(out)


def likeliest(said: Sequence[str], before: str = "", after: str = "") -> str:
    """Of what may be said between two texts the likeliest."""
    before = (START + START + before)[-2:]
    return max(zip(in_context([before + chars + after for chars in said]), said, strict=True))[1]


# -------------------------------------------------------------------------------------------------------- shortlists


def _shortened(texts: list[_Parted]) -> list[_Parted]:
    """The texts with only the alternatives that pairs of characters find likeliest."""
    slots = [slot for text in texts for slot in text.slots]
    before = "".join([between[-1:] or LOST for text in texts for between in text.certain[:-1]])
    after = "".join([between[:1] or LOST for text in texts for between in text.certain[1:]])
    counts = [count for text in texts for cluster in _clusters(text) for count in _counts(len(cluster.places))]
    nothing_between = (at > 0 and not between for text in texts for at, between in enumerate(text.certain[:-1]))
    beside = [near and count > 1 for near, count in zip(nothing_between, counts, strict=True)]
    ranked = (
        _ranked(slots[batch], before[batch], after[batch], counts[batch], beside[batch]) for batch in _batches(slots, beside)
    )
    lists = chain.from_iterable(ranked)
    return [_cut(text, list(islice(lists, len(text.slots)))) for text in texts]


def _counts(places: int) -> list[int]:
    """How many alternatives are looked at closely at each of so many places that stand together."""
    return [SHORT if places <= TOGETHER else 1] * places


def _batches(slots: list[tuple[str, ...]], beside: list[bool]) -> Iterator[slice]:
    """So many places at a time that it pays to ask the model, and no more than memory is to hold; none beside its neighbour."""
    start = pairs = 0
    for at, (one, other) in enumerate(pairwise(slots), 1):
        pairs += len(one) * len(other)
        if (at - start >= BATCH or pairs > PAIRS) and not beside[at]:
            yield slice(start, at)
            start, pairs = at, 0
    if slots:
        yield slice(start, len(slots))


def _ranked(
    slots: list[tuple[str, ...]], before: str, after: str, counts: list[int], beside: list[bool]
) -> list[list[str]]:
    """Of every place so many alternatives that pairs of characters do not give up.

    Places ``beside`` the one before are judged by the best way through all of them (Viterbi's algorithm, both ways).
    """
    import numpy as np

    judge = model()
    sizes = np.fromiter(map(len, slots), dtype=np.int64, count=len(slots))
    starts = sizes.cumsum() - sizes
    first, last, inner = (np.concatenate(part) for part in zip(*map(_shape, slots), strict=True))
    left, right = np.repeat(judge.ids(before), sizes), np.repeat(judge.ids(after), sizes)
    from_left, to_right = judge.pair(left, first), judge.pair(last, right)
    links = list(_links(first, last, starts, sizes, [at for at, near in enumerate(beside) if near]))
    for here, there, bits in links:
        from_left[there] = (bits + (from_left[here] + inner[here])[:, None]).max(axis=0)
    for here, there, bits in reversed(links):
        to_right[here] = (bits + (to_right[there] + inner[there])).max(axis=1)
    bits = from_left + to_right + inner
    near = np.flatnonzero(bits > np.repeat(np.maximum.reduceat(bits, starts), sizes) - BEHIND)
    group = np.repeat(np.arange(len(slots)), sizes)[near]
    best = near[_best_of_each(group, bits[near], np.array(counts))]
    lists: list[list[str]] = [[] for _ in slots]
    group = starts.searchsorted(best, side="right") - 1
    for which, i in zip(group.tolist(), (best - starts[group]).tolist(), strict=True):
        lists[which].append(slots[which][i])
    return lists


def _cut(text: _Parted, ranked: list[list[str]]) -> _Parted:
    """The text with the alternatives that are left of each place; where there is one it is certain."""
    pieces: list[Piece] = [text.certain[0]]
    for found, between in zip(ranked, text.certain[1:], strict=True):
        pieces += tuple(found) if len(found) > 1 else found[0], between
    return _parted(pieces)


def _links(
    first: Ids, last: Ids, starts: NDArray[np.int64], sizes: NDArray[np.int64], joined: list[int]
) -> Iterator[tuple[slice, slice, Bits]]:
    """Of each place that is joined to the one before the alternatives of that (rows) and its own, and what each pair costs."""
    import numpy as np

    at = np.array(joined, dtype=np.int64)
    rows, columns = sizes[at - 1], sizes[at]
    before, own = _crossed(starts[at - 1], rows, starts[at], columns)
    bits = model().pair(last.take(before), first.take(own))
    ends = (rows * columns).cumsum()
    parts = zip(starts[at].tolist(), rows.tolist(), columns.tolist(), np.split(bits, ends[:-1]), strict=False)
    for start, height, width, part in parts:
        yield slice(start - height, start), slice(start, start + width), part.reshape(height, width)


def _crossed(
    starts: NDArray[np.int64], sizes: NDArray[np.int64], other_starts: NDArray[np.int64], other_sizes: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Of each group every member with every one of the other group of the same place, those of the first slowest."""
    import numpy as np

    width = np.repeat(other_sizes, sizes)
    return np.repeat(_each(starts, sizes), width), _each(np.repeat(other_starts, sizes), width)


def _each(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """So many numbers from each start on."""
    import numpy as np

    ends = counts.cumsum()
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - counts), counts)


@lru_cache(maxsize=1 << 14)
def _shape(slot: tuple[str, ...]) -> tuple[Ids, Ids, NDArray[np.float64]]:
    """The first and the last characters of some alternatives, and what the pairs inside them cost."""
    ids = _forms(slot)
    inner = sums(model().pair(ids[:-1], ids[1:]), slot, 1)
    return _forms([text[0] for text in slot]), _forms([text[-1] for text in slot]), inner


# ------------------------------------------------------------------------------------------------------- the verdict


def _judged(clusters: list[_Cluster]) -> list[str]:
    """What the places in doubt say, from the first to the last of each cluster; many are judged in one go."""
    order = sorted(range(len(clusters)), key=lambda which: -len(clusters[which].places))
    rounds = (order[first : first + ROUND] for first in range(0, len(order), ROUND))
    said = chain.from_iterable(_judged_together([clusters[which] for which in some]) for some in rounds)
    return [text for _, text in sorted(zip(order, said, strict=True))]


def _judged_together(clusters: list[_Cluster]) -> list[str]:
    """What the clusters say, those with most places first: place by place the best beginnings are kept and continued."""
    import numpy as np

    found = _Found([cluster.lead for cluster in clusters], np.zeros(len(clusters)), np.ones(len(clusters), dtype=np.int64))
    verdicts = list[str]()
    for turn in range(len(clusters[0].places)):
        places = [cluster.places[turn] for cluster in clusters if len(cluster.places) > turn]
        verdicts[:0] = found.said[found.sizes[: len(places)].sum() :]
        keep = [SHORT if len(cluster.places) > turn + 1 else 1 for cluster in clusters[: len(places)]]
        found = _continued(found, places, np.array(keep))
    return [text[2:-2] for text in (*found.said, *verdicts)]


class _Found(NamedTuple):
    """The best beginnings of what some clusters say, and their bits; so many of the first, so many of the second …"""

    said: list[str]
    bits: NDArray[np.float64]
    sizes: NDArray[np.int64]


def _continued(found: _Found, places: list[tuple[tuple[str, ...], str]], keep: NDArray[np.int64]) -> _Found:
    """Every beginning with every choice of the next place of its cluster: of each cluster the best."""
    import numpy as np

    judge = model()
    tails = [choice + after for choices, after in places for choice in choices]
    choices = np.fromiter((len(choices) for choices, _ in places), dtype=np.int64, count=len(places))
    sizes = found.sizes[: len(places)]
    # Every one of the beginnings (rows) with every one of the tails (columns) of the same cluster.
    pairs = sizes * choices
    group = np.repeat(np.arange(len(places)), pairs)
    row, column = _crossed(sizes.cumsum() - sizes, sizes, choices.cumsum() - choices, choices)
    # A beginning matters to the first two characters of a tail only.
    before = _forms([text[-2:] for text in found.said])
    ids = _forms([*tails, END + END])
    inner = sums(judge.triple(ids[:-2], ids[1:-1], ids[2:]), [*tails, END + END], 2)
    lengths = np.fromiter(map(len, tails), dtype=np.int64, count=len(tails))
    start = lengths.cumsum() - lengths
    bits = found.bits[row] + inner[column] + judge.triple(before[::2][row], before[1::2][row], ids[start][column])
    long = np.flatnonzero(lengths[column] > 1)
    row_, at = row[long], start[column[long]]
    bits[long] += judge.triple(before[1::2][row_], ids[at], ids[at + 1])
    best = _best_of_each(group, bits, keep)
    said = [found.said[i] + tails[j] for i, j in zip(row[best].tolist(), column[best].tolist(), strict=True)]
    return _Found(said, bits[best], np.minimum(pairs, keep))


def _best_of_each(group: NDArray[np.int64], bits: NDArray[np.float64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of each group, which rise, the places of so many with the most bits, of the same bits the last; in their order."""
    import numpy as np

    order = np.lexsort((bits, group))
    left = group.searchsorted(group, side="right") - np.arange(len(group))
    return np.sort(order[left <= counts[group]])


def in_context(pieces: list[str]) -> list[float]:
    """For each piece, log2 p of its characters after the second, each after the two before it; all in one go."""
    if not pieces:
        return []
    ids = _forms(pieces)
    bits: list[float] = sums(model().triple(ids[:-2], ids[1:-1], ids[2:]), pieces, 2).tolist()
    return bits


def by_pairs(pieces: list[str]) -> list[float]:
    """For each piece, log2 p of its characters after the first, each after the one before it; twice as fast."""
    ids = _forms(pieces)
    bits: list[float] = sums(model().pair(ids[:-1], ids[1:]), pieces, 1).tolist()
    return bits


def _forms(pieces: Iterable[str]) -> Ids:
    return model().ids("".join(pieces).replace(LOST, LOST_AS))


def sums(bits: Bits, pieces: Sequence[str], context: int) -> NDArray[np.float64]:
    """The sums over each piece of the bits of the characters after its first ``context`` ones."""
    import numpy as np

    sizes = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    ends = sizes.cumsum()
    until = np.zeros(len(bits) + 1)
    bits.cumsum(out=until[1:])
    total: NDArray[np.float64] = until[ends - np.minimum(sizes, context)] - until[ends - sizes]
    return total
