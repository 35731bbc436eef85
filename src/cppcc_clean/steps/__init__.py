"""The steps, in the order in which they run. Order is correctness: each line says why it stands where it does."""

from __future__ import annotations

from cppcc_clean._step import Rule, Step
from cppcc_clean.steps import (
    byte_shift,
    characters,
    encoding,
    entities,
    furniture,
    inserted_marks,
    lines,
    pinyin,
    punctuation,
    script,
    spaces,
)
from cppcc_clean.steps.byte_shift import repair_byte_shift
from cppcc_clean.steps.characters import normalise_characters
from cppcc_clean.steps.encoding import repair_encoding
from cppcc_clean.steps.entities import decode_entities
from cppcc_clean.steps.furniture import remove_furniture
from cppcc_clean.steps.inserted_marks import drop_inserted_marks
from cppcc_clean.steps.lines import join_lines
from cppcc_clean.steps.pinyin import strip_pinyin
from cppcc_clean.steps.punctuation import normalise_punctuation
from cppcc_clean.steps.script import convert_script
from cppcc_clean.steps.spaces import normalise_spaces

__all__ = [
    "FURNITURE",
    "RULES",
    "STEPS",
    "convert_script",
    "decode_entities",
    "drop_inserted_marks",
    "join_lines",
    "normalise_characters",
    "normalise_punctuation",
    "normalise_spaces",
    "remove_furniture",
    "repair_byte_shift",
    "repair_encoding",
    "strip_pinyin",
]

STEPS: tuple[Step, ...] = (
    entities.STEP,  # first: `&Atilde;` may be half of a damaged character
    encoding.STEP,  # before characters: C1 controls and U+00AD are data in damaged text; before script: so is 崗
    characters.STEP,  # before everything that looks at characters
    pinyin.STEP,  # before script: 干坤 comes of 乾(qián)坤; before inserted marks: `領(lǐng),、`
    byte_shift.STEP,  # before script: the bytes of what is seen tell what was there
    inserted_marks.STEP,  # before punctuation: the inserted mark is an ASCII comma
    script.STEP,  # before furniture, whose rules are written once
    punctuation.STEP,  # before furniture, likewise
    furniture.STEP,  # before lines: a wrapped sentence may go on behind a share button
    lines.STEP,  # before spaces: a rejoined word must not keep a blank
    spaces.STEP,  # last: nothing else leaves blanks behind
)

FURNITURE = furniture.STEP

RULES: dict[str, Rule] = {rule.name: rule for step in STEPS for rule in step.rules}
