"""Byte shift undone on simulated mirror pages, and what must not be touched by it."""

from __future__ import annotations

import re
import time
from itertools import count, pairwise

import pytest
from benchmarks.mirror_quality import FLOORS, distance, measure, pages
from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean._edits import Edit, apply
from cppcc_clean.steps import byte_shift
from cppcc_clean.steps.byte_shift import repair_byte_shift
from tests.corpora import held_out_news
from tests.simulate_mirror import mirror, to_traditional
from tests.strategies import GOOD_TEXTS, any_text, damaged

# --- quality ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FLOORS)
def test_floor(kind: str) -> None:
    made = pages()[kind]
    if not made:
        pytest.skip("the news is not installed")
    figures = measure(made)
    assert figures.restored >= FLOORS[kind]
    assert figures.worse == 0
    assert figures.left < figures.errors / 4


def test_distance() -> None:
    assert distance("上?；鶎狱h", "上海基層黨") == 5
    assert distance("", "縣") == distance("縣", "") == 1


# --- what stays ------------------------------------------------------------------------------------------------------

# What people who ask loudly, type badly or write code put behind a sentence.
LOUD = ("?!", "？！", "!?", "?", "??", "？？", "？！？", "?!?", "?,", "?，", "?。", "？。", "?;", "?：", "???")


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_good_text_stays(name: str) -> None:
    for text in (GOOD_TEXTS[name], to_traditional(GOOD_TEXTS[name])):
        assert repair_byte_shift(text) is text


@pytest.mark.parametrize("loud", LOUD)
def test_questions_stay(loud: str) -> None:
    """Some of the sentences are made questions, some of the commas: none is taken for damage."""
    for text in (*GOOD_TEXTS.values(), "\n".join(held_out_news()[:60])):
        asked = _every_third("[。！]", loud, text)
        assert repair_byte_shift(asked) is asked
        asked = _every_third("，", loud, to_traditional(text))
        assert repair_byte_shift(asked) is asked


def _every_third(pattern: str, new: str, text: str) -> str:
    """More of them, and the text would be passed over."""
    turn = count()
    return re.sub(pattern, lambda found: found[0] if next(turn) % 3 else new, text)


def test_on_a_mirror_questions_stay_too() -> None:
    page = mirror("县里来人了,问:桥修好了?!没有人回答。怎么回事？！他把碗一放。" * 3, chance=0).text
    commas = "近年來,，全縣,、全鎮都在修橋,。"
    assert repair_byte_shift(commas + page) == commas + page


# --- thresholds, on both sides ---------------------------------------------------------------------------------------

SHORT = "栖霞镇修好了水渠。县水利局派人验收。"
COMMAS = "近年來,，全縣,、全鎮都在修橋,。"


def test_short_scar_needs_a_mirror() -> None:
    torn = "棲霞鎮修好了水渠?？h水利局派人驗收。"
    assert repair_byte_shift(torn) == torn
    assert repair_byte_shift(COMMAS + torn) == COMMAS + to_traditional(SHORT)


def test_two_commas_or_one_kind_are_no_mirror() -> None:
    torn = "棲霞鎮修好了水渠?？h水利局派人驗收。"
    for text in ("近年來,，全縣,、全鎮都在修橋。" + torn, "近年來,，全縣,，全鎮,，都在修橋。" + torn):
        assert repair_byte_shift(text) is text


def test_dense_text_is_something_else() -> None:
    sentence = "觀瀾縣政協組織委員走訪老黨員，看望留在村里的老鄉?；剜l創業的人"
    rest = "，大家都說水渠修通以后田里的收成一年比一年好。"
    sparse, dense = (sentence + rest) * 9, sentence[2:] * 9
    assert repair_byte_shift(sparse).count("。回鄉創業") == 9
    assert repair_byte_shift(dense) is dense
    assert repair_byte_shift(sentence[2:] * 8).count("。回鄉創業") == 8


def test_confidence_falls_with_rivals() -> None:
    (sure,) = byte_shift.find("觀瀾縣政協組織委員走訪老黨員?；剜l創業的青年也來了。")
    (guess,) = byte_shift.find(COMMAS + "調研組到了上??、廣東。")
    assert guess.confidence < sure.confidence == 0.85


# --- laws ------------------------------------------------------------------------------------------------------------

SHIFTED = "?？!！;；:：,，。、()（）“”《》 \n\u3000€hD_/p>xié1海縣薄敖靶顒晌厥袈讱狱鶎槊娣榈鳛橐环佟弊協為因日的政协\ue4c6\ue000\ud800"


@given(st.one_of(any_text(), damaged(), st.text(alphabet=SHIFTED, max_size=40)))
def test_total_and_idempotent(text: str) -> None:
    once = repair_byte_shift(text)
    assert repair_byte_shift(once) == once
    if once == text:
        assert once is text


@given(st.text(alphabet=SHIFTED, max_size=40))
def test_edits_are_a_layer(text: str) -> None:
    edits = byte_shift.find(text)
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert all(0 <= edit.confidence <= 1 and edit.rule in {rule.name for rule in byte_shift.RULES} for edit in edits)
    assert apply(text, edits) == text or edits


def seconds(text: str) -> float:
    start = time.process_time()
    byte_shift.find(text)
    return time.process_time() - start


@pytest.mark.parametrize("fragment", ["?！", "?；顒", "?", "？", "?！?", "日?qǐng)", "?，", "。?"])
def test_a_megabyte_of_one_mark(fragment: str) -> None:
    assert min(seconds(fragment * (1_000_000 // len(fragment.encode()))) for _ in range(2)) < 2


def test_linear_where_there_is_damage() -> None:
    page = "觀瀾縣政協組織委員走訪老黨員?；剜l創業的青年也來了,，大家都說水渠修通以後田里的收成一年比一年好,。"
    seconds(page)
    few, many = (min(seconds(page * n) for _ in range(5)) for n in (50, 200))
    assert many / 4 / few < 1.5
    # 0.3 MB/s is promised on pages (`make quality`); here every line is damaged, and the machine may be busy.
    assert many < 10 * len(page.encode()) * 200 / 300_000


def test_no_edit_without_a_scar() -> None:
    assert byte_shift.find("觀瀾縣?") == byte_shift.find("?") == byte_shift.find("") == list[Edit]()
