"""Our converter against OpenCC, character for character, on every word of OpenCC's own dictionaries.

The words are read as lines of the other script. Where SPEC 2.5 asks for better, ``cases/script_exceptions.toml`` lists
the word and says why; an exception that no longer differs is an error too.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import opencc
import pytest

from cppcc_clean.language.script import convert

DICTIONARIES = Path(opencc.__file__).parent / "dictionary"
EXCEPTIONS = tomllib.loads((Path(__file__).parent / "cases" / "script_exceptions.toml").read_text(encoding="utf-8"))[
    "exception"
]


def dictionary(name: str) -> dict[str, str]:
    pairs = (line.split("\t") for line in (DICTIONARIES / f"{name}.txt").read_text(encoding="utf-8").splitlines())
    return {word: forms.split(" ")[0] for word, forms in pairs}


@cache
def words(script: str) -> list[str]:
    """All words of OpenCC's dictionaries in one script."""
    simplified, traditional = dictionary("STPhrases"), dictionary("TSPhrases")
    if script == "hant":
        return sorted({*simplified.values(), *traditional})
    return sorted({*simplified, *traditional.values()})


def differing(to: str, config: str) -> set[str]:
    """The words that become something else than with OpenCC."""
    given = words("hant" if to == "hans" else "hans")
    assert len(given) > 40_000
    theirs = opencc.OpenCC(config)
    ours = convert("\n".join(given), to, everywhere=True).text().split("\n")
    return {word for word, form in zip(given, ours, strict=True) if form != theirs.convert(word)}


def exceptions(to: str) -> set[str]:
    listed = [word for group in EXCEPTIONS if group["to"] == to for word in group["words"].split()]
    assert len(listed) == len(set(listed))
    return set(listed)


def test_to_simplified() -> None:
    assert differing("hans", "t2s") == exceptions("hans")


@pytest.mark.parametrize(("to", "config"), [("hant", "s2t"), ("tw", "s2tw"), ("hk", "s2hk")])
def test_to_traditional(to: str, config: str) -> None:
    assert differing(to, config) == exceptions("hant")


def test_every_exception_has_a_reason() -> None:
    assert all(group["reason"] for group in EXCEPTIONS)
