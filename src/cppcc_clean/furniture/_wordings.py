"""Many wordings in one pattern, and fast: grouped by their first character, for most characters begin none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cppcc_clean._patterns import pattern

_TOKEN = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def any_wording(wordings: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds a place where one of the wordings stands.

    >>> any_wording(["(?:版权|著作权)归", "[Cc]opyright"]).pattern
    '(?=[版著Cc])(?:版(?:权归)|著(?:作权归)|[Cc](?:opyright))'
    """
    by_first: dict[str, list[str]] = {}
    firsts: list[str] = []
    others: list[str] = []
    for form in (form for wording in wordings for form in _spelt_out(wording)):
        if first := _FIRST.match(form):
            head = form if first["many"] else first["one"]
            firsts.append(first["one"].removeprefix("[").removesuffix("]"))
            by_first.setdefault(head, []).append(form[len(head) :])
        else:
            others.append(form)
    branches = "|".join(f"{head}(?:{'|'.join(rests)})" for head, rests in by_first.items())
    grouped = [f"(?=[{''.join(dict.fromkeys(firsts))}])(?:{branches})"] if by_first else []
    return pattern("|".join([*grouped, *others]))


# A character or a class of characters that a wording must begin with, and whether there may be more of it.
_FIRST = re.compile(r"(?P<one>[\w/]|\\d|\[(?!\^)(?:\\.|[^\]\\])+\])(?P<many>\+|\{[1-9])?(?![?*{])")


def _spelt_out(wording: str) -> Iterator[str]:
    """The wording once for each alternative that it may begin with."""
    for form in _alternatives(wording):
        if not form.startswith("(?:"):
            yield form
            continue
        end = _end_of_group(form)
        rest = form[end:]
        if rest[:1] in tuple("*+{"):
            yield form
            continue
        if rest[:1] == "?":
            rest = rest[1:]
            yield from _spelt_out(rest)
        for beginning in _alternatives(form[3 : end - 1]):
            yield from _spelt_out(beginning + rest)


def _alternatives(source: str) -> list[str]:
    """What stands between the bars that are in no group."""
    bars = [at for at, depth, token in _walk(source) if token == "|" and not depth]
    return [source[start:stop] for start, stop in zip([0, *(bar + 1 for bar in bars)], [*bars, len(source)], strict=True)]


def _end_of_group(source: str) -> int:
    """Behind the group that ``source`` begins with."""
    return next(at + 1 for at, depth, token in _walk(source) if token == ")" and not depth)


def _walk(source: str) -> Iterator[tuple[int, int, str]]:
    """Each token of a pattern, where it stands and how many groups are open behind it."""
    depth = 0
    for token in _TOKEN.finditer(source):
        depth += (token[0] == "(") - (token[0] == ")")
        yield token.start(), depth, token[0]
