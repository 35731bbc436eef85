"""Encoding damage undone: text that was read with the wrong code page (NOISE §3.1, §3.2).

Suspected places are found by the share of odd characters, each channel reads what stands there, and the reading is taken
when it beats what is seen by a margin. Lines, and runs inside a line, are judged by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat
from typing import NamedTuple

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit, narrow
from cppcc_clean._step import Rule, Step
from cppcc_clean.channels import CHANNELS, beyond_repair, debris, other_pages
from cppcc_clean.channels.channel import Attempt, Channel, Rivals
from cppcc_clean.channels.choose import LOST, LOST_AS, by_pairs, choose
from cppcc_clean.channels.suspects import FAR, counted, dense, in_words, suspects
from cppcc_clean.language.bigram import END, START, model

RULES: tuple[Rule, ...] = (
    *{rule.name: rule for channel in CHANNELS for rule in channel.rules}.values(),
    other_pages.RULE,
    debris.BOM,
    debris.HOLE,
)

# A repair must save this many bits for each character it gives (ASCII, which no channel changes, not counted). Damage
# measured 15 to 30, good text that some channel could read -5 to 2.
MARGIN = 6.0

# With so many nothing else is tried.
BEYOND_DOUBT = 12.0

# And so many in all, over so many characters that are seen: of 350,000 words of a dictionary, each a line, the unluckiest
# would save 29 bits and be two characters long; a damaged word of two characters saves 34 and more.
EVIDENCE = 32.0
SEEN = 3

# And what comes out must not be odd itself: of good text 1-8 % is, of damage 60-95 %, and of text that is still damaged
# underneath as much.
STILL_ODD = 1 / 3

# A short run must also read as Chinese: news costs 6 to 10 bits a character, lists of names up to 14, chance 16 and more.
SHORT = 8
READABLE = 14.0

# How far before a suspected place its run may begin; damage is odd enough to be suspected within a few characters.
BEFORE = 16

# A line with so many suspected places, none of which can be repaired, is only tried for the commonest damage from then on,
# and at places that stand as far apart as a run may begin before one.
PATIENCE = 64

# Of the characters put where something was lost this share is wrong (1.8 % measured on news, more where less is left).
WRONG_GUESSES = 0.03


# So many damaged lines are read together, for the model is asked once for all of them; the first few tell in which way the
# page is damaged.
FIRST, BLOCK = 16, 256


class Repair(NamedTuple):
    """What ``text[start:end]`` says when it is read again, the bits that this saves, and the channel, perhaps one of rivals."""

    start: int
    end: int
    new: str
    gain: float
    channel: Channel
    tried: Channel | Rivals


class _Line:
    """A line with suspected places: the one that is looked at, and the best that was made of it so far."""

    __slots__ = ("at", "best", "dense", "end", "first", "seen", "settled", "spot", "spots", "tried")

    def __init__(self, start: int, end: int, spots: Iterable[int]) -> None:
        self.at = start
        self.end = end
        self.spots = iter(spots)
        self.tried = -1
        self.best: Repair | None = None

    def advance(self, text: str) -> bool:
        """Go on to the next place; False if there is none."""
        self.best, self.settled = None, False
        skipped = self.at
        for spot in self.spots:
            if spot < skipped:
                continue
            if in_words(text, spot, min(spot + FAR, self.end)):
                skipped = spot + FAR
                continue
            self.tried += 1
            if silent := beyond_repair.SILENT.match(text, spot):
                skipped = self.at = silent.end()
                continue
            # A line is judged by itself: the `……` that ends the one before may be read as damage, too.
            self.spot, self.first, self.seen = spot, max(self.at, spot - BEFORE), spot + 1
            self.dense = dense(text, spot)
            return True
        return False

    def asks(self, plain: bool) -> bool:
        """Whether a channel, a plain one or not, is to be tried at this place."""
        return not self.settled and (plain or (self.dense and self.tried < PATIENCE))

    def take(self, repair: Repair, broken: bool, rivalled: bool) -> None:
        """Take what a channel makes of this place, if it is better than what others made of it."""
        if repair.gain > (self.best.gain if self.best else 0.0):
            self.best = repair
        # What begins behind the place may have lost its beginning, which another channel can put back.
        if repair.gain and repair.start <= self.spot and not broken and not rivalled:
            self.settled = repair.channel.telling or repair.gain >= BEYOND_DOUBT * len(repair.new)

    def leave(self) -> Repair | None:
        """Be done with this place: what was made of it."""
        if self.best:
            self.tried, self.at = 0, self.best.end
        else:
            self.at = self.seen if self.tried < PATIENCE else max(self.seen, self.spot + BEFORE)
        return self.best


def find(text: str, *, exact_only: bool = False) -> list[Edit]:
    """The repairs, one edit for each damaged run; small debris only when no run is left."""
    return (
        sorted(_runs(text, exact_only)) or sorted(debris.find(text)) or ([] if exact_only else list(other_pages.find(text)))
    )


def _runs(text: str, exact_only: bool) -> Iterator[Edit]:
    channels = [channel for channel in CHANNELS if channel.exact is exact_only]
    repaired = Counter[Channel | Rivals]()
    lines, sizes = _lines(text), chain([FIRST], repeat(BLOCK))
    while block := list(islice(lines, next(sizes))):
        while block := [line for line in block if line.advance(text)]:
            usual = max(channels, key=repaired.__getitem__) if repaired else None
            # A page is damaged in one way.
            for channel in sorted(channels, key=repaired.__getitem__, reverse=True):
                plain = channel.plain
                if asking := [line for line in block if line.asks(plain)]:
                    _try(text, channel, asking, usual)
            repairs = [repair for line in block if (repair := line.leave())]
            repaired.update(repair.tried for repair in repairs)
            yield from (edit for repair in repairs if (edit := _edit(text, repair)))


def _lines(text: str) -> Iterator[_Line]:
    """The lines in which something is suspected; a place may begin with the line end before it."""
    start, end, spots = 0, -1, list[int]()
    for spot in suspects(text):
        if spot >= end:
            if spots:
                yield _Line(start, end, spots)
            start, spots = text.rfind("\n", 0, spot + 1) + 1, []
            end = text.find("\n", spot + 1) % (len(text) + 1)
        spots.append(spot)
    if spots:
        yield _Line(start, end, spots)


def _try(text: str, channel: Channel | Rivals, lines: list[_Line], usual: Channel | Rivals | None) -> None:
    """Read what stands at the places of some lines as damaged by one channel; the usual one of the page has no rival."""
    tries = [(line, attempt) for line in lines if (attempt := channel.attempt(text, line.first, line.spot, line.end))]
    if not tries:
        return
    for line, attempt in tries:
        line.seen = max(line.seen, attempt.end)
    if channel is not usual:
        likely = _may_pass([attempt for _, attempt in tries])
        tries = [tried for tried, may_pass in zip(tries, likely, strict=True) if may_pass]
    if not tries:
        return
    attempts = [attempt for _, attempt in tries]
    said = choose([attempt.pieces for attempt in attempts])
    for (line, attempt), new, gain in zip(tries, said, _gains(text, attempts, said), strict=True):
        repair = Repair(attempt.start, attempt.end, new, gain, attempt.channel, channel)
        line.take(repair, attempt.broken, attempt.channel.rivalled and channel is not usual)


def _gains(text: str, attempts: list[Attempt], said: list[str]) -> list[float]:
    """The bits that each repair saves, or 0 where it does not pass."""
    pairs = [(new, text[attempt.start : attempt.end]) for attempt, new in zip(attempts, said, strict=True)]
    given = [_given(new, seen, *count) for (new, seen), *count in zip(pairs, *counted(said), strict=True)]
    likely = [pair for pair, count in zip(pairs, given, strict=True) if count]
    bits = iter(by_pairs([START + line + END for pair in likely for line in pair]) if likely else ())
    gains = (_worth(next(bits) - next(bits), count) if count else 0.0 for count in given)
    return [gain if gain and _is_damage(text, attempt) else 0.0 for gain, attempt in zip(gains, attempts, strict=True)]


def _is_damage(text: str, attempt: Attempt) -> bool:
    """Whether what was read is no text of another language: GBK and Big5 read that, too, and so does who guesses bytes."""
    return attempt.channel.plain or not in_words(text, attempt.start, attempt.end)


def _may_pass(attempts: list[Attempt]) -> list[bool]:
    """Whether repairs may come of them, whatever is chosen; the choice is dear, and most of what is tried in vain is not near."""
    certain = ["".join([piece for piece in attempt.pieces if isinstance(piece, str)]) for attempt in attempts]
    doubtful = (sum([len(max(piece, key=len)) for piece in attempt.pieces if not isinstance(piece, str)]) for attempt in attempts)
    rows = zip(attempts, doubtful, *counted(certain), strict=True)
    return [end - start >= SEEN and odd <= STILL_ODD * (given + more) for (start, end, *_), more, given, odd in rows]


def _given(new: str, seen: str, given: int, odd: int) -> int:
    """How many characters a repair gives, so many of them odd; none where it cannot be one."""
    if len(seen) < SEEN or odd > STILL_ODD * given:
        return 0
    if given < SHORT and model().rate(new.replace(LOST, LOST_AS)) > READABLE:
        return 0
    return given


def _worth(gain: float, given: int) -> float:
    return gain if gain >= EVIDENCE and gain >= MARGIN * given else 0.0


def _edit(text: str, repair: Repair) -> Edit | None:
    """A repair as an edit; a byte order mark that comes to light at its start stays out."""
    start, end, new, _, channel, _ = repair
    sure = 1.0 - WRONG_GUESSES * min(1.0, channel.guesses(text[start:end]) / len(new))
    return narrow(text, start, end, new.removeprefix("\ufeff"), channel.rule.name, round(sure, 3))


STEP = Step("encoding", wakes=(CharClass.HAN | CharClass.LATIN | CharClass.OTHER,), find=find, rules=RULES)


def repair_encoding(text: str, *, exact_only: bool = False) -> str:
    """Undo encoding damage wherever reading the repair is clearly more likely than reading the damage.

    >>> repair_encoding("标题：鏀垮崗宸ヤ綔鎶ュ憡")
    '标题：政协工作报告'
    >>> repair_encoding("µÄ¹¤×÷£¬È¡µÃÁË³É¼¨¡£")
    '的工作，取得了成绩。'

    What was lost on the way (U+FFFD, ``?``, dropped private-use characters) is put back as its neighbours make likeliest;
    ``exact_only=True`` undoes only what has an exact inverse. What cannot be known stays: ``锟斤拷``, runs of U+FFFD.
    Linear: good text passes at more than 200 MB/s. Known from NOISE §3.1-3.2 and from what CPython, Windows and the WHATWG
    Encoding Standard do with bytes.
    """
    return STEP(text, exact_only=exact_only)
