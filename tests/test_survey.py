"""The survey: good text shows nothing, each family of damage shows itself, mirrors are told from honest pages."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from opencc import OpenCC

from cppcc_clean._survey import _SIGNATURES, survey
from cppcc_clean.steps import RULES
from tests.simulate import FAMILIES, TRADITIONAL
from tests.strategies import GOOD_TEXTS, any_text, damaged

SPEECH = GOOD_TEXTS["speech"] + GOOD_TEXTS["law"]

# Which signature shows which damage of `simulate`; what is not listed leaves too little to see.
SHOWN = {
    "mojibake-utf8-as-gbk": ["utf8_as_gb18030", "utf8_as_gbk", "utf8_as_gbk_question", "utf8_as_cp936", "utf8_as_cp936_private_lost"],
    "mojibake-utf8-as-gbk-again": ["utf8_as_gb18030_twice", "utf8_as_gb18030_thrice", "utf8_as_gbk_twice"],
    "mojibake-double": ["gbk_as_latin1_as_gbk"],
    "mojibake-gbk-as-big5": ["gbk_as_big5", "gbk_as_big5_pairs"],
    "mojibake-big5-as-gbk": ["big5_as_gb18030", "big5_as_gbk"],
    "mojibake-utf8-as-latin1": ["utf8_as_latin1", "utf8_as_cp1252", "utf8_as_latin1_cut"],
    "mojibake-utf8-as-page": ["utf8_as_cp1251", "utf8_as_koi8_r", "utf8_as_cp866", "utf8_as_mac_cyrillic", "utf8_as_cp437", "utf8_as_cp850", "utf8_as_mac_roman"],
    "mojibake-utf8-as-latin1-again": ["utf8_as_latin1_twice"],
    "mojibake-gbk-as-latin1": ["gbk_as_latin1", "gbk_as_cp1252", "gbk_as_cp1254", "gbk_as_cp1252_lost"],
    "mojibake-big5-as-latin1": ["big5_as_cp1252", "big5_as_cp1252_lost"],
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD_TEXTS)
def test_good_text_shows_nothing(name: str) -> None:
    seen = survey(GOOD_TEXTS[name])
    assert (seen.script, seen.mirror, seen.signals, seen.damage) == ("simplified", False, {}, {})
    assert seen.han > 0.4


OTHER = ["Où était-il né ? ¡Adiós! Ça, c'était l'été.", "ひらがなとカタカナ", "Ærø, naïve café", "", "𝄞\ud800"]


@pytest.mark.parametrize("text", OTHER, ids=ascii)
def test_other_languages_show_nothing(text: str) -> None:
    seen = survey(text)
    assert (seen.han, seen.mirror, seen.signals) == (0.0, False, {})
    assert not any(rule.startswith("mojibake") for rule in seen.damage)


@pytest.mark.parametrize(("family", "damage"), [(rule, name) for rule, names in SHOWN.items() for name in names])
def test_damage_is_seen(family: str, damage: str) -> None:
    text = OpenCC("s2t").convert(SPEECH) if damage in TRADITIONAL else SPEECH
    seen = survey(FAMILIES[damage](text)).damage
    assert max((rule for rule in seen if rule.startswith("mojibake")), key=seen.__getitem__) == family


def test_every_signature_is_tried_and_named_after_a_rule() -> None:
    assert set(SHOWN) == {family for family in _SIGNATURES if family.startswith("mojibake")}
    assert set(_SIGNATURES) <= set(RULES)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("县政协开会", "simplified"),
        ("縣政協開會", "traditional"),
        ("縣政協開會，县政协开会", "mixed"),
        ("人民日报社 2024年", "simplified"),
        ("中山大人", "none"),
        ("abc", "none"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert survey(text).script == script


def test_a_quoted_character_does_not_make_a_text_mixed() -> None:
    text = "“發”和“髮”两个字都简化成“发”。"
    assert survey(text).script == "mixed"
    assert survey(text + "写图书说明时要当心，别让读者误会，以为写错了，来信责问编辑们。").script == "simplified"


class TestMirror:
    def test_pinyin_decides(self) -> None:
        seen = survey("觀瀾縣政協(xié)召開協(xié)商會(huì)，縣領(lǐng)導(dǎo)出席會(huì)議。")
        assert seen.mirror
        assert seen.signals == {"pinyin": 6}

    def test_a_spam_line_decides(self) -> None:
        assert survey("国产精品_中文字幕_无码_久久\n县政协召开会议。").signals == {"spam-line": 1}

    def test_random_ids_decide(self) -> None:
        assert survey('<p><span id="42hbk"></span>县政协<delect id="9k2xa"></delect></p>').mirror

    def test_scars_of_a_byte_shift_decide(self) -> None:
        assert survey("在上?；鶎狱h建工作會上").signals == {"byte-shift": 1}
        assert survey("今天的日?qǐng)?bào)網").signals == {"byte-shift": 2}

    def test_commas_and_conversion_decide_together(self) -> None:
        commas = "觀瀾縣委,、縣政協召開會議,,部署工作,。"
        converted = "干部聯系群眾，發揮示范作用。"
        assert not survey(commas).mirror
        assert not survey(converted).mirror
        assert survey(commas + converted).signals == {"inserted-comma": 3, "converted-by-character": 3}
        assert survey(commas + converted).mirror

    @pytest.mark.parametrize(
        "text",
        [
            "幹部聯繫群眾，發揮示範作用，徵求意見，採取措施。",  # well converted
            "县直机关_街道_社区_网格\n四级联动，干部联系群众。",  # a headline in parts
            "“噱（xué）头”念xué，不念jué。",  # a gloss
            "会议结束，。大家散去。",  # a slip
            "真的？！他说不是。从哪来？，到哪去？",
            '<a id="main1" href="#">首页</a><p id="part2"></p>',
        ],
    )
    def test_honest_pages(self, text: str) -> None:
        assert not survey(text).mirror


@given(text=any_text() | damaged())
def test_any_text(text: str) -> None:
    seen = survey(text)
    assert 0 <= seen.han <= 1
    assert all(count > 0 for count in [*seen.damage.values(), *seen.signals.values()])
    assert json.loads(json.dumps(seen.to_dict())) == seen.to_dict()


def test_anything_else_is_named() -> None:
    with pytest.raises(TypeError, match="expected a str, got NoneType"):
        survey(None)  # type: ignore[arg-type]


def test_cheap() -> None:
    text = "\n".join(GOOD_TEXTS.values())
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        survey(text)
        best = min(best, time.process_time() - start)
    # Good for 20 MB/s and more; the bound leaves room for a busy machine.
    assert len(text.encode()) / best > 5e6
