"""The character model: what its table is, that it tells Chinese from what is not, and that it takes any text."""

from __future__ import annotations

import math
import random
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from importlib.metadata import version
from itertools import pairwise
from statistics import mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean.language.bigram import COMMON, END, START, TABLE, Model, model
from tests.corpora import builder, held_out_news, needs_news

HEADER, _, BODY = TABLE.read_bytes().partition(b"\n\n")
ANY_CHARACTER = st.characters(exclude_categories=[])
ANY = st.text(ANY_CHARACTER, max_size=40)

SIMPLIFIED = (
    "观澜县政协召开专题协商会议，围绕乡村振兴建言献策。",
    "栖霞镇的老人们坐在桥头，说起三十年前修水渠的事。",
    "会议指出，要坚持问题导向，把调查研究贯穿工作全过程。",
    "他推开窗子，雨已经停了，山那边露出一点亮光。",
    "第十二条 承办单位应当自收到提案之日起三个月内答复。",
)
TRADITIONAL = (
    "觀瀾縣政協召開專題協商會議，圍繞鄉村振興建言獻策。",
    "棲霞鎮的老人們坐在橋頭，說起三十年前修水渠的事。",
    "會議指出，要堅持問題導向，把調查研究貫穿工作全過程。",
    "他推開窗子，雨已經停了，山那邊露出一點亮光。",
    "第十二條 承辦單位應當自收到提案之日起三個月內答覆。",
)


# ------------------------------------------------------------------------------------------------------ the table


def test_header_tells_what_it_is() -> None:
    lines = HEADER.decode().split("\n")
    assert all(line.startswith("# ") for line in lines)
    assert "character model of Chinese" in lines[0]
    assert "scripts/build_bigrams.py" in HEADER.decode()
    for package, licence in builder()["PACKAGES"].items():
        assert package in HEADER.decode()
        assert f"({licence})" in HEADER.decode()


def test_small() -> None:
    assert len(HEADER) + len(BODY) < 1_000_000


def test_quick_to_load() -> None:
    """About 12 ms; five times that on a busy machine. The import of numpy is not counted."""
    table = TABLE.read_bytes()
    assert min(seconds(lambda: Model(table)) for _ in range(5)) < 0.06


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def test_read_once() -> None:
    assert model() is model()


def test_numpy_and_the_table_wait_until_asked() -> None:
    ask = "import sys, cppcc_clean.language.bigram; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0


def test_made_by_the_script() -> None:
    made = builder()
    if made["missing"]():
        pytest.skip(f"sources not installed: {', '.join(made['missing']())}")
    if others := [name for name in made["PACKAGES"] if f"{name} {version(name)} " not in HEADER.decode()]:
        pytest.skip(f"the table was made from other versions of {', '.join(others)}")
    header, _, body = made["build"]().partition(b"\n\n")
    assert header == HEADER
    assert zlib.decompress(body) == zlib.decompress(BODY)  # the same zlib stream is not promised by every zlib


# ------------------------------------------------------------------------------------------------------- judgement


def shuffled(text: str, seed: int) -> str:
    return "".join(random.Random(seed).sample(text, len(text)))


@pytest.mark.parametrize("text", SIMPLIFIED + TRADITIONAL)
def test_text_beats_its_characters_shuffled(text: str) -> None:
    assert all(model().score(text) > model().score(shuffled(text, seed)) + 20 for seed in range(20))


@pytest.mark.parametrize(("simplified", "traditional"), list(zip(SIMPLIFIED, TRADITIONAL, strict=True)))
def test_both_scripts_read_alike(simplified: str, traditional: str) -> None:
    assert abs(model().rate(simplified) - model().rate(traditional)) < 1.0


def test_three_characters_tell_more_than_two() -> None:
    judge = model()
    assert judge.logp("政", "议") < judge.logp("政", "行")
    assert judge.logp("参政", "议") > judge.logp("参政", "行") + 5


def test_one_script_is_likelier_than_two() -> None:
    for mixed in ("協会", "协會"):
        assert max(map(model().score, ("协会", "協會"))) > model().score(mixed) + 3


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("政协工作", "鏀垮崗宸ヤ綔"),
        ("政协工作", "ÕþÐ\xad¹¤×÷"),
        ("政协工作", "æ”¿å\x8d\x8få·¥ä½œ"),
        ("中国", "笢弊"),
        ("基层党建", "基層?；建"),
        ("参政议政", "参政行政"),
        ("高质量发展", "高质量发反"),
        ("互联网", "互联冈"),
        ("疫情防控", "疫情防空"),
        ("政协委员", "政协学员"),
        ("调研视察", "调研警察"),
        ("參政議政", "參政行政"),
    ],
)
def test_the_likelier_reading(good: str, bad: str) -> None:
    assert model().score(good) > model().score(bad) + 2


@pytest.mark.parametrize(
    "text", ["こんにちは、ありがとう", "Россия и Китай", "Ελληνικά και", "안녕하세요", "Hello, world"]
)
def test_other_scripts_are_not_damage(text: str) -> None:
    assert model().rate(text) < 12
    assert model().rate("鏀垮崗宸ヤ綔鎶ュ憡") > 15


@pytest.mark.parametrize("rare", ["翯", "彧", "堃", "㐱", "𠮷", "\U0002b6ad"])
def test_a_rare_character_has_its_price_and_no_more(rare: str) -> None:
    """Between the price of 锋, which names often have, and 30 bits dearer (the character, and what comes after it)."""
    common = model().score("委员李锋发言。")
    assert common - 30 < model().score(f"委员李{rare}发言。") < common


def test_rarer_is_dearer() -> None:
    alone = [model().logp("丂", char) for char in "的会饕翯㐱"]
    assert alone == sorted(alone, reverse=True)


def test_the_edges_of_a_line_count() -> None:
    judge = model()
    assert judge.logp("。", END) > judge.logp("，", END) + 5
    assert judge.logp(START, "本") > judge.logp(START, "，") + 5


@needs_news
def test_news_it_has_not_seen() -> None:
    """6.3 bits a character when the table was made."""
    lines = held_out_news()
    assert len(lines) > 500
    assert mean(map(model().rate, lines)) < 6.5
    assert all(model().score(line) > model().score(shuffled(line, 0)) for line in lines)


# -------------------------------------------------------------------------------------------------------- the ways in


@given(ANY)
def test_any_text(text: str) -> None:
    judge = model()
    assert len(judge.ids(text)) == len(text)
    assert math.isfinite(judge.score(text))
    assert judge.score(text) <= 0
    assert 0 <= judge.rate(text) <= 60


@given(ANY)
def test_the_score_is_the_sum_of_the_steps(text: str) -> None:
    judge, line = model(), START + START + text + END
    singly = sum(judge.logp(line[i - 2 : i], line[i]) for i in range(2, len(line)))
    assert judge.score(text) == pytest.approx(singly, abs=1e-3)


@given(st.text(ANY_CHARACTER, min_size=1, max_size=40))
def test_one_by_one_and_all_at_once(text: str) -> None:
    judge, ids = model(), model().ids(text)
    assert judge.pair(ids[:-1], ids[1:]).tolist() == [judge.logp(a, b) for a, b in pairwise(text)]
    triples = [judge.logp(text[i : i + 2], text[i + 2]) for i in range(len(text) - 2)]
    assert judge.triple(ids[:-2], ids[1:-1], ids[2:]).tolist() == triples


@given(ANY, ANY)
def test_no_more_than_two_characters_are_looked_back(prev: str, char: str) -> None:
    assert math.isfinite(model().logp(prev, char))
    assert model().logp("前面的话" + prev, "很") == model().logp(("前面的话" + prev)[-2:], "很")


def test_the_square_of_frequent_pairs_tells_what_a_search_would(monkeypatch: pytest.MonkeyPatch) -> None:
    """But for what is dearer than a byte can tell; at its edge, on both sides, too."""
    judge = model()
    ids = np.array([0, 1, 2, 500, COMMON - 1, COMMON, COMMON + 1, len(judge._unigram) - 1], dtype=np.uint16)
    known = judge._after(ids[:, None], ids[None, :])
    monkeypatch.setattr("cppcc_clean.language.bigram.COMMON", 1)
    searched = Model(TABLE.read_bytes())
    assert np.allclose(np.minimum(known, 25.5), np.minimum(searched._after(ids[:, None], ids[None, :]), 25.5))


def test_arrays_broadcast() -> None:
    judge = model()
    first, second = judge.ids("政协")[:, None], judge.ids("协会府")[None, :]
    assert judge.pair(first, second)[0, 2] == np.float32(judge.logp("政", "府"))
    assert judge.triple(judge.ids("省"), first, second)[0, 2] == np.float32(judge.logp("省政", "府"))
    assert judge.triple(judge.ids("省"), first, second).shape == (2, 3)


def test_deterministic_across_processes() -> None:
    ask = "from cppcc_clean.language.bigram import model; print(repr(model().score('政協工作，2024年。')))"
    told = {
        subprocess.run(
            [sys.executable, "-c", ask], capture_output=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{model().score('政協工作，2024年。')!r}\n".encode()}


def test_the_memo_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cppcc_clean.language.bigram._MEMO", 10)
    judge = Model(TABLE.read_bytes())
    before = [judge.logp("政", chr(code)) for code in range(0x4E00, 0x4E40)]
    assert len(judge._memo) <= 10
    assert before == [judge.logp("政", chr(code)) for code in range(0x4E00, 0x4E40)]
