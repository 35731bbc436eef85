"""Laws of the steps that strip pinyin and mend marks, on strings made of what they look at."""

from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean._step import Step
from cppcc_clean.steps import inserted_marks, pinyin, punctuation
from cppcc_clean.steps.punctuation import normalise_punctuation
from tests.strategies import GOOD_TEXTS, any_text

MARKS = (
    *",.;:?!()\"'-—―－…`[]{}<>&/\\=|%_，。；：？！、（）“”‘’「」『』《》【】﹔｡｢〞＂",
    *" \n\u3000\t\x00\ud800\udfff012aAbé会议政协國吗の克马",
    *("政协会议，强调", "...", "。。。", "--", "— —", "don't", "5'10\"", "90s", "http://a.cn/", "a@b.cn", "[J]"),
    *("&nbsp;", "一.", "\n\n"),
)
COMMAS = (*",，、。；;！!：:？?…\"'()（）[]”“》 \n1aA%中文会议\ud800", ",,", "，。", "会议,,精神,。", "张三,,男,1990\n")
ANNOTATED = (
    *"()（） \néèāxzhongü\u0261政協会国國發展的年中工作乾調\ud800",
    *("協(xié)", "會(huì )", "發（fā）展", "中(zhong)(zhong)共", "社會(hui) 變", "十年(nian)來", "我用(yòng)工(gōng)"),
    *("若(ruò) 非(fēi)", "繁体写作", "調(tiáo)", "重庆(Chóngqìng)"),
)

STEPS: dict[str, tuple[Step, tuple[str, ...], dict[str, str]]] = {
    "pinyin": (pinyin.STEP, ANNOTATED, {}),
    "inserted_marks": (inserted_marks.STEP, COMMAS, {}),
    **{f"punctuation {style}": (punctuation.STEP, MARKS, {"quotes": style}) for style in ("curly", "corner", "keep")},
}


every_step = pytest.mark.parametrize("name", STEPS)


@every_step
@given(data=st.data())
def test_settles(name: str, data: st.DataObject) -> None:
    step, pieces, options = STEPS[name]
    text = data.draw(st.one_of(st.lists(st.sampled_from(pieces), max_size=30).map("".join), any_text()))
    once = step(text, **options)
    assert step(once, **options) is once


@every_step
@given(data=st.data())
def test_layers_do_not_overlap(name: str, data: st.DataObject) -> None:
    step, pieces, options = STEPS[name]
    text = data.draw(st.lists(st.sampled_from(pieces), max_size=30).map("".join))
    edits = list(step.find(text, **options))
    assert all(a.end <= b.start and a.start < b.start for a, b in pairwise(edits))
    assert all(text[edit.start : edit.end] != edit.new for edit in edits)


@given(text=st.lists(st.sampled_from(ANNOTATED), max_size=30).map("".join))
def test_annotations_go_and_nothing_else(text: str) -> None:
    left = iter(pinyin.strip_pinyin(text))
    source = iter(text)
    assert all(char in source for char in left)
    assert [char for char in text if "\u4e00" <= char <= "\u9fff"] == [
        char for char in pinyin.strip_pinyin(text) if "\u4e00" <= char <= "\u9fff"
    ]


@pytest.mark.parametrize("name", GOOD_TEXTS)
@pytest.mark.parametrize("options", [{"quotes": "curly"}, {"quotes": "keep"}], ids=repr)
def test_good_text_stays(name: str, options: dict[str, str]) -> None:
    text = GOOD_TEXTS[name]
    assert pinyin.STEP(text) is text
    assert inserted_marks.STEP(text) is text
    assert punctuation.STEP(text, **options) is text


# What a converter to half width does, as the samples have it (NOISE, head).
HALF_WIDTH = str.maketrans("，！？；：（）“”", ',!?;:()""')


@pytest.mark.parametrize("name", sorted(GOOD_TEXTS.keys() - {"english", "glossary", "table", "academic"}))
def test_half_width_marks_come_back(name: str) -> None:
    """In prose all do; the four left out hold code, verse with pinyin, index tables and figures in brackets."""
    text = GOOD_TEXTS[name]
    given = [at for at, char in enumerate(text) if char in "，！？；：（）“”"]
    mended = normalise_punctuation(text.translate(HALF_WIDTH))
    assert len(mended) == len(text)
    assert sum(mended[at] != text[at] for at in given) <= 1 + len(given) // 1000


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_corners_and_back(name: str) -> None:
    text = GOOD_TEXTS[name]
    corners = normalise_punctuation(text, quotes="corner")
    assert normalise_punctuation(corners) == text


@pytest.mark.parametrize("quotes", ["Curly", "", None, True])
def test_unknown_style(quotes: object) -> None:
    with pytest.raises(ValueError, match="expected one of 'curly', 'corner', 'keep'"):
        normalise_punctuation("政协", quotes=quotes)  # type: ignore[arg-type]


HOSTILE = [
    "(", "()", "(中", ",", "中,", '"', '中"', '"中\n', "“", "”中“\n", "?！", "-", "--", "— ", ".", "中.", "...", "'",
    "「", "`", "`中,", "[1] ", "((中))", "中,,", "，。", "協(xié)", "(xié)", "中(zhong)",
]  # fmt: skip


@pytest.mark.parametrize("fragment", HOSTILE, ids=ascii)
def test_linear(fragment: str) -> None:
    def seconds(size: int) -> float:
        text = fragment * (size // len(fragment))
        gc.disable()  # its work grows with all that the other tests have left in this process
        start = time.process_time()
        for step in (pinyin.STEP, inserted_marks.STEP, punctuation.STEP):
            step.find(text)
        taken = time.process_time() - start
        gc.enable()
        return taken

    seconds(1000)
    # A quadratic rule would need 16 times as long for four times the text.
    assert min(seconds(160_000) / max(seconds(40_000), 1e-4) for _ in range(3)) < 8
