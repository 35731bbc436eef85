"""The simulator itself: it makes the damage that is seen in the wild, character for character (NOISE §3.1)."""

from __future__ import annotations

import pytest

from tests.simulate import FAMILIES, TRADITIONAL, big5_pairs, browser, windows

WILD = [
    ("utf8_as_gb18030", "的", "鐨\ufffd"),
    ("utf8_as_gb18030", "政协工作", "鏀垮崗宸ヤ綔"),
    ("utf8_as_gb18030", "中国", "涓\ue15e浗"),
    ("utf8_as_gb18030_private_dropped", "中国", "涓浗"),
    ("utf8_as_gbk", "中国", "涓\ufffd鍥\ufffd"),
    ("utf8_as_gbk", "（一）", "锛堜竴锛\ufffd"),
    ("utf8_as_cp936", "实践者\n", "瀹炶返鑰?"),
    ("utf8_as_cp936", "“", "鈥?"),
    ("utf8_as_cp936", "放寒假', ", "鏀惧瘨鍋?, "),
    ("utf8_as_cp936", "一次", "涓€娆?"),
    ("utf8_as_gbk_question", "28个县的65%，", "28涓?鍘跨殑65%锛?"),
    ("utf8_as_latin1", "全", "å\x85¨"),
    ("utf8_as_cp1252_dropped", "的，", "çš„ï¼Œ"),
    ("utf8_as_cp1252_dropped", "政协", "æ”¿å"),
    ("gbk_as_latin1", "政协工作的，。", "ÕþÐ\xad¹¤×÷µÄ£¬¡£"),
    ("gbk_as_cp1254", "政协", "ÕşĞ\xad"),
    ("gbk_as_latin1_as_gbk", "中国", "脰脨鹿煤"),
    ("gbk_as_big5", "中国", "笢弊"),
    ("gbk_as_big5", "政协的，。", "淉衪腔ㄛ﹝"),
    ("big5_as_gb18030", "中國", "い瓣"),
    ("bom_as_gbk", "import", "锘縤mport"),
]


@pytest.mark.parametrize(("family", "text", "seen"), WILD)
def test_wild_examples(family: str, text: str, seen: str) -> None:
    assert FAMILIES[family](text) == seen


def test_three_decoders_of_one_lone_byte() -> None:
    data = "年1月".encode()  # three bytes, of which the third meets a digit
    assert data.decode("gbk", "replace").count("\ufffd") == 2
    assert browser(data) == "骞\ufffd1鏈\ufffd"
    assert windows(data) == "骞?鏈?"


def test_big5_by_pairs() -> None:
    assert big5_pairs("全人".encode("gbk")) == "\ufffd\ufffd"


def test_every_family_damages_chinese() -> None:
    text = "觀瀾縣政協召開會議，聽取報告。"
    assert TRADITIONAL.keys() <= FAMILIES.keys()
    for family, damage in FAMILIES.items():
        assert damage(text) != text, family


@pytest.mark.parametrize("family", FAMILIES)
def test_any_text_can_be_damaged(family: str) -> None:
    FAMILIES[family]("\ud800\x00a政\U0001f600\ue5e5")
