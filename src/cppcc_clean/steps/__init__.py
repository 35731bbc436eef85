"""The steps, in the order in which they run. Order is correctness: each line says why it stands where it does."""

from __future__ import annotations

from importlib import import_module

from cppcc_clean._step import Rule, Step

# TEMPORARY while the rooms are being built: only those that exist. The lead replaces this by plain imports.
_NAMES = (
    "entities encoding characters pinyin byte_shift inserted_marks script punctuation furniture lines spaces".split()
)


def _load() -> tuple[Step, ...]:
    found = []
    for name in _NAMES:
        try:
            found.append(import_module(f"cppcc_clean.steps.{name}").STEP)
        except (ImportError, AttributeError, SyntaxError, NameError):
            continue
    return tuple(found)


STEPS: tuple[Step, ...] = _load()
RULES: dict[str, Rule] = {rule.name: rule for step in STEPS for rule in step.rules}
