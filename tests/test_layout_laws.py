"""Laws of the four steps that see to characters and layout, on alphabets of what they look at."""

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean._edits import apply, invert
from cppcc_clean._step import Step
from cppcc_clean.steps import characters, entities, lines, spaces

ALPHABETS = {
    "entities": [
        *"&;#xX<>/\\%uU=\"'`!-_ \n“”ab39甲乙",
        "amp;", "&amp;", "&lt;", "&#38;", "#97;", "&#9", "nbsp", "http://", "title",
        "<p>", "<b", "</b>", "<!--", "-->", "<script>", "</script>", "&#55357;", "&#56832;",
        "\\u4e2d", "\\ud83d", "%E4%B8%AD%E5%9B%BD", "%D5%FE", "\ud800",
    ],
    "characters": [
        *"甲1Ａ１％－＋⼈⺠⻓⒈\r\n\v\x85\u2028\xa0\u3000\u200b\u200c\u200d\xad\ufeff\ufe0e\ufe0f",
        *"\U000e0100\U000e0067\U000e007f👨👩🏴🏽❤#\u20e3\u0645\u1160\u115f\u180b豈\U0002f800",
        *"\ue5e5\ue815\uf123\ufffd\ufdd0\uffff\U0001fffe\ud800\udc00? 。",
    ],
    "lines": [
        *"甲乙\n\n\n \t\u3000\xa0a1，、。：“”《》（）)", "\n\n", "第一条", "一、", "《古井", "保护》", "\ud800",
        "观澜县的古井由看井员每日巡看，", "记录水位。", "观澜县三座老桥恢复通车", "开春以后照原样装回去。",
    ],
    "spaces": [
        *"王哲李小明黄河通知摘要关键词年月日甲   \u3000\xa0\t\n，。：（）《》“”—…、丨a1/",
        "——", "记者 ", "第一章 ", "姓 名", "张 三 ", "\ud800",
    ],
}  # fmt: skip
STEPS = {step.name: step for step in (entities.STEP, characters.STEP, lines.STEP, spaces.STEP)}
CASES = Path(__file__).parent / "cases" / "steps"


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@given(data=st.data())
def test_settled_and_reversible(step: Step, data: st.DataObject) -> None:
    text = data.draw(st.lists(st.sampled_from(ALPHABETS[step.name]), max_size=40).map("".join) | st.text())
    edits = step.find(text)
    once = apply(text, edits)
    assert apply(once, invert(text, edits)) == text
    settled = step(text)
    assert step(settled) is settled


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@given(data=st.data())
def test_edits_are_a_layer_of_named_rules(step: Step, data: st.DataObject) -> None:
    text = data.draw(st.lists(st.sampled_from(ALPHABETS[step.name]), max_size=40).map("".join))
    edits = step.find(text)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert {edit.rule for edit in edits} <= {rule.name for rule in step.rules}
    assert all(text[edit.start : edit.end] != edit.new for edit in edits)


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_rules_do_what_they_say(step: Step) -> None:
    for rule in step.rules:
        assert step(rule.before) == rule.after, rule.name


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_every_rule_has_a_case(step: Step) -> None:
    cases = (CASES / f"{step.name}.toml").read_text(encoding="utf-8")
    fired: set[str] = set()
    for case in tomllib.loads(cases)["case"]:
        fired |= {edit.rule for edit in step.find(case["text"], **case.get("options", {}))}
    assert fired == {rule.name for rule in step.rules}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_megabyte_of_each_mark_takes_seconds(step: Step) -> None:
    for piece in ALPHABETS[step.name]:
        text = piece * (100_000 // len(piece.encode("utf-8", "surrogatepass")))
        start = time.perf_counter()
        step(text)
        # Quadratic time would be many times this; the slowest piece takes about half a second.
        assert time.perf_counter() - start < 4, piece


def test_characters_can_be_encoded() -> None:
    everything = "".join(map(chr, range(0x110000)))
    result = characters.normalise_characters(everything)
    result.encode("utf-8")
    assert not set(map(chr, (*range(9), *range(11, 32), *range(127, 160), 0xFEFF, 0xFFFF))) & set(result)
