"""What a family is made of: a few kinds of check, each of which claims lines or pieces of lines as page furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean._patterns import pattern
from cppcc_clean.furniture._weights import Place, Says

if TYPE_CHECKING:
    from cppcc_clean.furniture._page import Page, Row


class Claim(NamedTuple):
    """A whole line said to be furniture; the place decides together with it."""

    rule: str
    says: int
    place: Place
    sentence: bool = False  # a kind that may end like a sentence


class Cut(NamedTuple):
    """A piece of a line that leaves while the rest stays."""

    line: int
    start: int  # in the line's folded text
    end: int
    rule: str


@dataclass(frozen=True, eq=False)
class Line:
    """Whole lines by their wording. ``cues`` are pieces of which one must occur: a cheap look before the pattern."""

    name: str
    says: Says
    place: Place
    pattern: str
    cues: tuple[str, ...]
    sentence: bool = False

    @cached_property
    def match(self) -> Callable[[str], re.Match[str] | None]:
        """The pattern against a whole folded line."""
        return re.compile(self.pattern).fullmatch


@dataclass(frozen=True)
class Words:
    """A closed list: a line made of nothing but such words is furniture."""

    name: str
    says: Says
    words: frozenset[str]
    place: Place = Place.EDGE


@dataclass(frozen=True)
class Tail:
    """A piece glued to the end of a sentence; ``pattern`` ends at the line's end."""

    name: str
    pattern: str
    cues: tuple[str, ...]

    @cached_property
    def search(self) -> Callable[[str, int], re.Match[str] | None]:
        """The pattern, searched from some place in the folded line on."""
        return re.compile(rf"(?:{self.pattern})\Z").search


# Looks at some rows of a page.
Find = Callable[["Page", Sequence["Row"]], Iterable[tuple[int, Claim] | Cut]]


@dataclass(frozen=True, eq=False)
class Whole:
    """A check that looks at the page as a whole: at all its rows, or if not ``in_prose`` at those that end like no paragraph.

    ``cues`` are pieces of which one must occur in what it looks for where that may leave first: a cheap look before.
    ``begins`` tells whether it ever does.
    """

    find: Find
    in_prose: bool = False
    cues: tuple[str, ...] = ()
    begins: bool = True


Check = Line | Words | Tail | Whole


def line(name: str, says: Says, place: Place, cues: str, pattern: str, sentence: bool = False) -> Line:
    """Whole lines that match ``pattern``; line breaks in it, with the indents after them, do not count."""
    return Line(name, says, place, re.sub(r"\n *", "", pattern), tuple(cues.split()), sentence)


def words(name: str, says: Says, listed: str, place: Place = Place.EDGE) -> Words:
    """Lines made only of listed words, which are written without blanks."""
    return Words(name, says, frozenset(listed.split()), place)


def tail(name: str, cues: str, pattern: str) -> Tail:
    """A piece at the end of a line."""
    return Tail(name, pattern, tuple(cues.split()))


def whole(find: Find, in_prose: bool = False, cues: str | Iterable[str] = (), begins: bool = True) -> Whole:
    """A check of the whole page; ``in_prose`` if it may find something in lines that end with a full stop.

    Where nothing else is furniture it is asked only about the rows in which one of the ``cues`` occurs, if there are any;
    without cues about all; not at all if nothing that it says ``begins``, being too weak alone.
    """
    return Whole(find, in_prose, tuple(cues.split() if isinstance(cues, str) else cues), begins)


def spread(names: Iterable[str]) -> Iterator[str]:
    """Cues for names that may be printed with blanks between their characters: how each begins."""
    for name in names:
        yield from (name, f"{name[0]} ", f"{name[:2]} ")


@cache
def any_of(cues: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds the next of the cues, the longest where several begin.

    Cues with the same first character are one branch: most characters of a text begin none and are passed over at once.
    """
    by_first: dict[str, list[str]] = {}
    for cue in sorted(set(cues), key=len, reverse=True):
        by_first.setdefault(cue[0], []).append(re.escape(cue[1:]))
    branches = (re.escape(first) + f"(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return pattern(f"(?=[{re.escape(''.join(by_first))}])(?:{'|'.join(branches)})")


class Cued:
    """Line checks by their cues: finds those of which a cue occurs in a line."""

    def __init__(self, checks: Iterable[Line]) -> None:
        self.checks = tuple(checks)
        by_cue: dict[str, set[int]] = {}
        for number, check in enumerate(self.checks):
            for cue in check.cues:
                by_cue.setdefault(cue, set()).add(number)
        self.cues = frozenset(by_cue)
        self._search = any_of(self.cues).search
        # Where a cue stands, those that it begins with stand too.
        self._by_cue = {
            cue: frozenset[int]().union(*(by_cue.get(cue[:size], ()) for size in range(1, len(cue) + 1))) for cue in by_cue
        }

    def of(self, line: str) -> Iterable[Line]:
        """The checks that a line must be matched against, in their order."""
        match = self._search(line)
        if match is None:
            return ()
        found: set[int] = set()
        while match:
            found |= self._by_cue[match[0]]
            match = self._search(line, match.start() + 1)
        return [self.checks[number] for number in sorted(found)]
