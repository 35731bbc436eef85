"""The colour of each step in the terminal; the page for the browser has its own in ``style.css``."""

from __future__ import annotations

from collections.abc import Iterable

import click

from cppcc_clean.explained import Change

# Steps that repair the same kind of thing have related colours. Of several steps that touched the same characters the
# first in this list gives its colour: a line that was removed is a removed line, whatever had been repaired in it.
STEP = {
    "furniture": "bright_black",
    "entities": "bright_blue",
    "encoding": "blue",
    "characters": "cyan",
    "pinyin": "red",
    "byte_shift": "bright_red",
    "inserted_marks": "yellow",
    "script": "magenta",
    "punctuation": "green",
    "lines": "bright_cyan",
    "spaces": "bright_yellow",
}
_RANK = {step: rank for rank, step in enumerate(STEP)}


def rank(step: str) -> int:
    """The place of a step in ``STEP``; steps of other versions come last."""
    return _RANK.get(step, len(_RANK))


def foremost(changes: Iterable[Change]) -> str:
    """The step that gives the colour to what all these changes touched."""
    return min((change.step for change in changes), key=rank)


def paint(text: str, colour: str | None = None, *, wanted: bool = True, bold: bool | None = None) -> str:
    """``text`` in a colour, if colours are wanted."""
    return click.style(text, fg=colour, bold=bold) if wanted and text else text


def paint_change(text: str, step: str) -> str:
    """What a step touched, underlined; blanks, which have no colour, by their ground."""
    colour = STEP.get(step)
    return click.style(text, fg=colour, underline=True) if text.strip() else click.style(text, bg=colour)
