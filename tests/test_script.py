"""The script step: laws, and the verdict on a line from both sides."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean import _data
from cppcc_clean._chars import CharClass, scan
from cppcc_clean._edits import apply, invert
from cppcc_clean._step import Bound
from cppcc_clean.language.script import convert, evidence
from cppcc_clean.steps.script import STEP, convert_script, find, run

TARGETS = ("hans", "hant", "tw", "hk")
CHARACTERS = _data.rows("script_characters.tsv")
# Characters with two forms, words that decide, marks that matter, and everything else the tables speak of.
TRICKY = (
    "著着乾干於于麼么後后藉借瞭了徵征覆复復裏里發髮发鍾钟國国們们會会祇只鍊畫"
    + '“”「」"（）()、/→=　 \n，。《》某王a1のアн가\ud800\U0002052d'
)
WORDS = sorted({head + rest for head, plain, _ in _data.rows("script_words_hans.tsv") for rest in plain.split()})
LISTED = "".join(row[2] + row[3] for row in CHARACTERS)
texts = st.one_of(
    st.text(),
    st.text(alphabet=st.sampled_from(TRICKY), max_size=40),
    st.text(alphabet=st.one_of(st.sampled_from(LISTED), st.sampled_from(TRICKY)), max_size=60),
    st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(TRICKY), st.sampled_from(LISTED)), max_size=20).map(
        "".join
    ),
)


@pytest.mark.parametrize("to", TARGETS)
@given(text=texts)
def test_idempotent_in_one_pass(to: str, text: str) -> None:
    once = run(text, to=to)
    assert run(once, to=to) is once
    assert len(once) == len(text)


@pytest.mark.parametrize("to", TARGETS)
@given(text=texts)
def test_one_telling(to: str, text: str) -> None:
    edits = find(text, to=to)
    assert apply(text, edits) == run(text, to=to)
    assert apply(apply(text, edits), invert(text, edits)) == text
    assert all(edit.end == edit.start + 1 and edit.new != text[edit.start] for edit in edits)
    assert {edit.rule for edit in edits} <= {rule.name for rule in STEP.rules}


@pytest.mark.parametrize("to", TARGETS)
@given(text=texts)
def test_asleep_means_nothing_to_do(to: str, text: str) -> None:
    if not Bound(STEP, {"to": to}).woken_by(scan(text)):
        assert not find(text, to=to)
        assert run(text, to=to) is text


@given(text=texts)
def test_keep(text: str) -> None:
    assert convert_script(text, to="keep") is text
    assert find(text, to="keep") == []


@given(text=st.text(alphabet=st.sampled_from("".join(row[2] for row in CHARACTERS if row[0] == "hans") + "，\n")))
def test_converted_everywhere_nothing_traditional_is_left(text: str) -> None:
    assert evidence(convert(text, "hans", everywhere=True).text())[0] == 0


def test_simplified_text_does_not_wake_the_step() -> None:
    assert not scan("著名作家于某的著作：乾隆、瞭望、慰藉、覆盖、於是、什么、皇后里") & CharClass.TRADITIONAL
    assert not scan("皇后住在後宮裡，台灣的里長，几杯，丑角，干戈") & CharClass.SIMPLIFIED


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("著國", "着国"),  # one against none: traditional
        ("著國国", "著国国"),  # one against one: simplified, only the lone character changes
        ("著國會们", "着国会们"),  # two against one
        ("著\n國會\n著\n国们\n著", "着\n国会\n著\n国们\n著"),  # between lines that disagree it stays
        ("著\n\n國會\n\n著", "着\n\n国会\n\n着"),
        ("發\n国们", "發\n国们"),  # evidence that stands alone yields to simplified neighbours …
        ("發", "发"),  # … and to nothing else
        ("發\n國會", "发\n国会"),
        ("「發」", "「發」"),  # somebody may be talking about it
        ("「發」\n國會", "「发」\n国会"),
    ],
)
def test_verdict(text: str, result: str) -> None:
    assert convert_script(text) == result


@pytest.mark.parametrize("han", [19, 20])
def test_kana_on_both_sides_of_the_threshold(han: int) -> None:
    line = "カナ" + "國" * han
    assert convert_script(line) == (line if han < 20 else "カナ" + "国" * han)


def seconds(text: str) -> float:
    start = time.process_time()
    find(text)
    run(text, to="tw")
    return time.process_time() - start


def growth(mark: str) -> float:
    """Time at ten times the length, against time now; what a busy machine adds is shorter than the floor, or one look."""
    small, large = ("國" + mark * (size // len(mark)) for size in (20_000, 200_000))
    return min(seconds(large) / max(seconds(small), 0.005) for _ in range(5))


MARKS = "“發” 「 著 王某著， 商量著， 由 》，顏等著 a著《 發（ 發/髮、 國 覆 的 乾隆 𠀀 ( の 字 字体 写作"


@pytest.mark.parametrize("mark", [*MARKS.split(), "\n", "發\n", "字\n"])
def test_linear(mark: str) -> None:
    seconds(mark)  # what is read and compiled once
    # Linear time shows 10, quadratic time 100.
    assert growth(mark) < 30


def test_random_mixes_settle() -> None:
    chance = random.Random(7)
    for _ in range(300):
        lines = ["".join(chance.choices(LISTED + TRICKY, k=chance.randrange(12))) for _ in range(chance.randrange(8))]
        for to in TARGETS:
            once = convert_script("\n".join(lines), to=to)
            assert convert_script(once, to=to) is once
