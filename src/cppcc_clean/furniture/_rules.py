"""What a family is made of: a few kinds of check, each of which claims lines or pieces of lines as page furniture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from cppcc_clean.furniture._weights import Place, Says

if TYPE_CHECKING:
    from cppcc_clean.furniture._page import Page


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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Whole:
    """A check that looks at the page as a whole."""

    find: Callable[[Page], Iterable[tuple[int, Claim] | Cut]]


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


def whole(find: Callable[[Page], Iterable[tuple[int, Claim] | Cut]]) -> Whole:
    """A check of the whole page."""
    return Whole(find)


@cache
def any_of(cues: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the cues."""
    return re.compile("|".join(map(re.escape, sorted(set(cues)))))
