"""Every rule does what its own example says, and says so under its own name."""

from __future__ import annotations

import pytest

from cppcc_clean._step import Bound, Rule, Step
from cppcc_clean.steps import STEPS


@pytest.mark.parametrize(
    ("step", "rule"), [pytest.param(step, rule, id=rule.name) for step in STEPS for rule in step.rules]
)
def test_example(step: Step, rule: Rule) -> None:
    assert rule.about
    assert step(rule.before) == rule.after
    assert rule.name in {edit.rule for edit in Bound(step, {}).edits(rule.before)} or rule.before == rule.after
