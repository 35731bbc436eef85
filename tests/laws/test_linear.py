"""Linear: time grows linearly with length, on adversarial input too."""

from __future__ import annotations

import time

import pytest

from cppcc_clean import clean
from tests.strategies import GOOD_TEXTS

FRAGMENTS = [
    "(", ")", "（", ",", "，", "、", "。", "¡", "?！", "?；顒", "\n", " \n", "\n\n ", "锟斤拷", "�", "????", '"', "“", "”", "「", "'",
    "-", "—", ".", "…", " ", "\u3000", "\t", "&amp;", "&lt;", "&#", "<", "<p", "<a ", "%E4", "%", "\\u4e2d", "\\", "http://",
    "a", "1", "1.", "1,", "协", "協(xié)", "會(huì )", "(xié)", "黄 河 ", "著", "發", "乾", "鏀垮崗", "鐨勶", "æ”¿å", "ÕþÐ", "笢弊", "い瓣",
    "脰脨鹿煤", "闂傚倸", "来源：", "作者:", "责任编辑：张三 ", "首页 > ", "|", "_", "2024-03-05 ", "上一篇：", "ICP备", "①", "\u200b",
    "\ue5e5", "\ud800", "👨\u200d", "⼈", "－", "１", "是是。", "第一条 ", "一、\n", "“政协\n\n", "《", "记者 张三 ", "  张 三", "A b.", "；。",
    "X", " and ", "记者 李 澜 ", "编辑：李 澜 ", "（记者 李 澜 ",
]  # fmt: skip


def seconds(text: str) -> float:
    """The better of two: the machine may be busy."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        clean(text)
        best = min(best, time.process_time() - start)
    return best


def is_linear(text: str) -> bool:
    """Whether time per character stays within 1.5 times at four times the length, in one undisturbed look of a dozen.

    A quadratic step would show 4 in every look; other work on the machine disturbs some.
    """
    quadruple = text * 4
    return any(seconds(quadruple) < 1.5 * 4 * seconds(text) for _ in range(12))


# Below this a clock and a busy machine cannot be told from the text; above 60 kB nothing new is learnt.
_LONG_ENOUGH = 0.03
_LARGEST = 60_000


def repeated(fragment: str) -> str:
    """The fragment, so often that cleaning it takes a time worth measuring."""
    unit = len(fragment.encode("utf-8", "surrogatepass"))
    size = 1_000
    while size < _LARGEST and seconds(fragment * (size // unit)) < _LONG_ENOUGH:
        size *= 4
    return fragment * (min(size, _LARGEST) // unit)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=ascii)
def test_one_mark_repeated(fragment: str) -> None:
    assert is_linear(repeated(fragment))


def test_good_text() -> None:
    assert is_linear("\n".join(GOOD_TEXTS.values()))


@pytest.mark.parametrize("fragment", ["(", ",", "¡", "?！", "\n", "锟斤拷", "协", "協"], ids=ascii)
def test_a_megabyte_takes_seconds_not_minutes(fragment: str) -> None:
    assert seconds(fragment * (1_000_000 // len(fragment.encode()))) < 20
