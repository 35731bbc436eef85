"""Encoding damage undone: text that was read with the wrong code page (NOISE §3.1, §3.2).

Suspected places are found by the share of odd characters, each channel reads what stands there, and the reading is taken
when it beats what is seen by a margin. Lines, and runs inside a line, are judged by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cppcc_clean._chars import CharClass
from cppcc_clean._edits import Edit, narrow
from cppcc_clean._step import Rule, Step
from cppcc_clean.channels import CHANNELS, beyond_repair, debris, other_pages
from cppcc_clean.channels.channel import Channel, Repair
from cppcc_clean.channels.decode import LOST, LOST_AS, by_pairs
from cppcc_clean.channels.suspects import dense, odd_characters, suspects
from cppcc_clean.language.bigram import END, START, model

RULES: tuple[Rule, ...] = (
    *{channel.rule.name: channel.rule for channel in CHANNELS}.values(),
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


def _gain(text: str, repair: Repair) -> float:
    """The bits that a repair saves, or 0 when it does not pass."""
    given = [char for char in repair.new if char > "\x7f"]
    seen = text[repair.start : repair.end]
    if not given or len(seen) < SEEN or sum(char in odd_characters() for char in given) > STILL_ODD * len(given):
        return 0.0
    if len(given) < SHORT and model().rate(repair.new.replace(LOST, LOST_AS)) > READABLE:
        return 0.0
    after, before = by_pairs([START + line + END for line in (repair.new, seen)])
    gain = after - before
    return gain if gain >= EVIDENCE and gain >= MARGIN * len(given) else 0.0


def _repair_at(text: str, first: int, spot: int, channels: Iterable[Channel]) -> tuple[Repair | None, int]:
    """The best repair of what stands at ``spot``, and how far the text has been looked at."""
    best, most, seen = None, 0.0, spot + 1
    abound = dense(text, spot)
    for channel in channels:
        repair = channel.repair(text, first, spot) if channel.plain or abound else None
        if repair is None:
            continue
        seen = max(seen, repair.end)
        gain = _gain(text, repair)
        if gain > most:
            best, most = repair, gain
            if not repair.broken and (channel.telling or gain >= BEYOND_DOUBT * len(repair.new)):
                break
    return best, seen


def find(text: str, *, exact_only: bool = False) -> list[Edit]:
    """The repairs, one edit for each damaged run; small debris only when no run is left."""
    return (
        list(_runs(text, exact_only)) or list(debris.find(text)) or ([] if exact_only else list(other_pages.find(text)))
    )


def _runs(text: str, exact_only: bool) -> Iterator[Edit]:
    at = tried = 0
    for spot in suspects(text):
        if spot < at:
            continue
        tried = tried + 1 if text.find("\n", at, spot) < 0 else 0
        if silent := beyond_repair.SILENT.match(text, spot):
            at = silent.end()
            continue
        channels = [
            channel for channel in CHANNELS if channel.exact is exact_only and (tried < PATIENCE or channel.plain)
        ]
        # A line is judged by itself: the `……` that ends the one before may be read as damage, too.
        first = max(at, spot - BEFORE, text.rfind("\n", max(spot - BEFORE, 0), spot + 1) + 1)
        repair, at = _repair_at(text, first, spot, channels)
        if repair is None and tried >= PATIENCE:
            at = max(at, spot + BEFORE)
        if repair is not None:
            tried, at = 0, repair.end
            yield from filter(None, [_edit(text, repair)])


def _edit(text: str, repair: Repair) -> Edit | None:
    """A repair as an edit; a byte order mark that comes to light at its start stays out."""
    start, end, new, _, channel = repair
    sure = 1.0 - WRONG_GUESSES * min(1.0, channel.guesses(text[start:end]) / len(new))
    return narrow(text, start, end, new.removeprefix("\ufeff"), channel.rule.name, round(sure, 3))


STEP = Step("encoding", wakes=(CharClass.HAN | CharClass.LATIN,), find=find, rules=RULES)


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
