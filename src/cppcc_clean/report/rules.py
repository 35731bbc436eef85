"""All the rules: what each does, an example, and which presets have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cppcc_clean._step import Bound, Rule, settle
from cppcc_clean.config import PRESETS, Config
from cppcc_clean.pipeline import plan
from cppcc_clean.report.visible import code, visible
from cppcc_clean.steps import STEPS


class Entry(NamedTuple):
    """A rule, the step it belongs to, and the names of the presets that apply it to its own example."""

    step: str
    rule: Rule
    presets: tuple[str, ...]


def entries() -> Iterator[Entry]:
    """Every rule, in the order of the steps."""
    for step in STEPS:
        for rule in step.rules:
            presets = tuple(name for name, config in PRESETS.items() if _applies(rule, step.name, config))
            yield Entry(step.name, rule, presets)


def _applies(rule: Rule, step: str, config: Config) -> bool:
    """Whether the rule is at work when the step of this config meets the rule's example."""
    met: set[str] = set()

    def take(bound: Bound, text: str) -> str:
        met.update(edit.rule for edit in bound.edits(text))
        return bound.run(text)

    settle((bound for bound in plan(config) if bound.step.name == step), rule.before, take)
    return rule.name in met


def example(text: str) -> str:
    """One side of an example in one line, with what cannot be seen written out."""
    shown = visible(text).replace("\n", "↵").replace("\t", "⇥")
    return "".join(f"<{code(char)}>" if char in "\xa0\u2002\u2003\u3000" else char for char in shown)
