"""The five sample documents, item by item as SPEC §5 lists them. Skipped where the samples are absent."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from cppcc_clean import clean

FOLDER = Path(__file__).parent.parent.parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the sample documents are not beside this checkout")

PINYIN = re.compile(r"(?<=[\u3400-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)")
HAN = re.compile(r"[\u3400-\u9fff]")


@cache
def seed(number: str) -> str:
    [path] = FOLDER.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def han(text: str) -> str:
    """The Han of a text in simplified form; 著 and 着 are one here, for only context tells them apart."""
    from opencc import OpenCC

    simplified: str = OpenCC("t2s").convert("".join(HAN.findall(PINYIN.sub("", text))))
    return simplified.replace("著", "着")


NUMBERS = ("000", "001", "002", "003", "004")


@pytest.mark.parametrize("number", NUMBERS)
def test_settled(number: str) -> None:
    once = clean(seed(number))
    assert clean(once) == once


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_that_looks_like_damage_is_left(number: str) -> None:
    result = clean(seed(number))
    assert not PINYIN.search(result)
    assert not re.search(r"[,，][,，、。；]|、[,，]|。。", result)
    assert not re.search(r"[\u3400-\u9fff”》][,:;?!()]|[,:;?!()][\u3400-\u9fff“《]", result)
    assert not re.search(r'"', result)
    assert not re.search(r"[ \u3000](?=[，。；：、])|\n{3,}|[ \u3000]$|^[ \u3000]", result, re.MULTILINE)




def leaves(number: str, line: str) -> bool:
    """Whether SPEC §5 lets this line of the source go."""
    plain = PINYIN.sub("", line)
    return {
        "000": plain.startswith("- "),
        "001": False,
        "002": False,
        "003": plain.startswith(("2025-12-22", "編輯", "以上文章")),
        "004": plain.startswith(("文似观山", "admin", "221381", "领取福利", "微信扫码")),
    }[number]


@pytest.mark.parametrize("number", NUMBERS)
def test_no_han_is_lost_or_invented(number: str) -> None:
    stays = "\n".join(line for line in seed(number).split("\n") if not leaves(number, line))
    assert han(clean(seed(number))) == han(stays)


def test_000() -> None:
    assert len(PINYIN.findall(seed("000"))) == 215
    lines = clean(seed("000")).split("\n")
    assert lines[:2] == ["做“实功” 砺“真功” 炼“硬功”", "——河池市政协推动机关工作提质增效"]
    assert lines[-2:] == [lines[-2], "本报通讯员 黄河 陈海洋"]
    assert lines[-2].endswith("荣获“广西壮族自治区卫生先进单位（2022—2024年）”。")
    assert "市政协着力推动机关工作规范化、制度化、常态化发展，不断提升" in "\n".join(lines)


def test_001() -> None:
    text = clean(seed("001"))
    for joined in (
        "《区政协党组向区委请示报告制度》", "同时扎实做好《西固政协四十年》编撰工作", "围绕“问题要解决、我干什么”",
        "《政协委员履职评价办法》", "深入实地调研、组织讨论研究", "村集体经济运行等16个课题",
    ):  # fmt: skip
        assert joined in text
    lines = text.split("\n")
    for whole in (
        "“三抓三促”行动进行时·抓学习促提升", "观点启示", "党建引领", "全面贯彻党的二十大精神",
        "系统推进人民政协事业高质量发展", "□ 张君明", "（作者系西固区政协党组书记、主席）",
        "以“四强化”为抓手 坚持党建引领提升履职实效", "□ 黎辉", "（作者系临洮县政协党组书记、主席）", "实践探索",
        "□ 寇伟家", "（作者系民乐县政协党组书记、副主席）", "调查研究", "□ 刘增梅", "细化流程规范调研活动",
        "深度研讨凝聚广泛力量", "转变作风提升调研质效", "（作者系肃北县政协办公室干部）",
    ):  # fmt: skip
        assert whole in lines
    assert "制定专门委员会工作制度 and 机关日常管理制度" in text
    assert "执行要要" in text


def test_002() -> None:
    assert len(PINYIN.findall(seed("002"))) == 338
    text = clean(seed("002"))
    assert text.count("\n") == seed("002").rstrip("\n").count("\n") + seed("002").endswith("\n")
    assert text.startswith("突出“四个建设” 全力打造加强和改进新时代人民政协工作的实践高地——政协大洼区委员会2023年度工作综述\n")
    assert "提案办理由“答复型”向“落实型”转变" in text


def test_003() -> None:
    assert len(PINYIN.findall(seed("003"))) == 237
    lines = clean(seed("003")).rstrip("\n").split("\n")
    assert lines[0] == "□ 郭安贵"
    assert lines[-1] == "（作者系中共丹凤县委书记）"
    assert "“事事有着落”" in "\n".join(lines)
    assert "着力解决“两个薄弱”问题" in "\n".join(lines)


def test_004() -> None:
    lines = [line for line in clean(seed("004")).rstrip("\n").split("\n") if line]
    assert lines[0] == "充分发挥人民政协在推进市域治理现代化中的重要作用"
    assert lines[1] == "研讨发言：充分发挥人民政协在推进市域治理现代化中的重要作用"
    assert lines[-1].startswith("五是着力提升")
    text = "\n".join(lines)
    assert "从增强“四个意识”、坚定“四个自信”、做到“两个维护”的政治高度" in text
    assert "新安江——千岛湖生态补偿" in text
    assert text.count("X") == seed("004").count("X")
