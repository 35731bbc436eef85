"""The simulated mirror does what mirrors in the wild do, character for character (NOISE §3.4)."""

from __future__ import annotations

import re

import pytest

from tests.simulate import windows
from tests.simulate_mirror import ANNOTATED, Bytes, in_gbk, mirror, to_traditional, units
from tests.strategies import GOOD_TEXTS

# What stood there, what is seen; raw, as the decoder prints it.
BY_MARK = [
    ("。”他", "?！彼"),
    ("。“十", "?！笆"),
    ("。《中", "?！吨"),
    ("。”　", "?！薄"),
    ("。”\n", "?！?"),
    ("。”<", "?！?"),
    ("。“小官”作為一種", "?！靶」佟弊鳛橐环N"),
    ("。回首歷史", "?；厥讱v史"),
    ("。活動", "?；顒"),
    ("。縣政府", "?？h政府"),
    ("。現在", "?，F在"),
    ("　（1982年", "?。?982年"),
    ("上海基層黨建", "上?；鶎狱h建"),
    ("海南 海口 571158", "海南 ?？?571158"),
    ("”。　\n本報通訊員", "”?！?本報通訊員"),
]

BY_READING = [
    ("日報網", "日?qǐng)?bào)網"),
    ("我們為黨的", "我們?yōu)辄h的"),
    ("要創新", "要?jiǎng)?chuàng)新"),
    ("因為面積", "因?yàn)槊娣e"),
]
# The fragments come from several sites, each with its own table: none of these four annotates 黨, 網 or 為.
READINGS = dict(re.findall(r"(\w)(\w+)", "報bào 請qǐng 優yōu 創chuàng 獎jiǎng 驗yàn"))


@pytest.mark.parametrize(("original", "seen"), BY_MARK)
def test_marks(original: str, seen: str) -> None:
    # The last byte of a fragment is read with whatever follows; a full stop behind it keeps it whole or shows it torn.
    page = mirror(original, hant=False, chance=1, marks="！；？：，。")
    assert page.text.startswith(seen)
    assert page.spots[0].original in original


def test_mark_and_reading() -> None:
    assert mirror("。現在", hant=True, chance=1, annotated={"現": "xiàn"}).text == "?，F(xiàn)在"


def test_half_width() -> None:
    assert mirror("。縣政府", hant=False, chance=1, folded=True).text == "??h政府"
    assert mirror("海南 海口 571158", hant=False, chance=1, folded=True).text == "海南 ???571158"
    assert mirror("”。　\n本報通訊員", hant=False, chance=1, folded=True).text == "”?!?本報通訊員"


@pytest.mark.parametrize(("original", "seen"), BY_READING)
def test_readings(original: str, seen: str) -> None:
    assert mirror(original, annotated=READINGS, marks="").text == seen


def test_script() -> None:
    assert to_traditional("干部联系于范围，答复准许汇报，出台") == "干部聯系于范圍，答復準許匯報，出臺"
    assert to_traditional("为众启说峰群党确") == "為眾啟說峰群黨確"


def test_annotation_is_all_or_nothing() -> None:
    text = mirror("委员学习提案，学者也学习提案", marks="").text
    assert text == "委員學(xué)習(xí)提案，學(xué)者也學(xué)習(xí)提案"


def test_commas_are_put_before_two_marks_in_three() -> None:
    page = mirror("村里的路修好了，桥也通了。" * 300, seed=5, hant=False)
    assert 0.6 < page.text.count(",") / 600 < 0.73
    assert re.search("了，", page.text)


def test_truth_is_what_was_there() -> None:
    """With the spots set right, and without what was put in, the page is the original again."""
    for name, good in GOOD_TEXTS.items():
        text = "\n".join(line for line in good.split("\n") if in_gbk(line) and not re.search(r"[?,()]", line))
        page = mirror(text, seed=7)
        whole, end = "", 0
        for spot in page.spots:
            whole += page.text[end : spot.start] + spot.original
            end = spot.end
        whole += page.text[end:]
        for char, reading in ANNOTATED.items():
            whole = whole.replace(f"{char}({reading})", char)
        assert whole.replace(",", "") == to_traditional(text), name


def test_tags() -> None:
    page = mirror("他说：“水通了。”\n村民鼓掌。", hant=False, chance=1, markup=True)
    assert page.text.replace(",", "") == "他说：“水通了?！?/p>\n村民鼓掌。\n"
    assert [spot.original for spot in page.spots] == ["。”"]


def test_seed_decides() -> None:
    text = GOOD_TEXTS["speech"]
    line = "\n".join(line for line in text.split("\n") if in_gbk(line))
    assert mirror(line, 1) == mirror(line, 1)
    assert mirror(line, 1) != mirror(line, 2)


def test_decoder_is_that_of_the_other_simulator() -> None:
    data = "。”他，上海基層\n".encode("gbk")[1:]
    assert "".join(unit.char for unit in units(Bytes(data, [0] * len(data)))) == windows(data)
