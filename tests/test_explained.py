"""The report as data: what it says, that it goes through JSON unharmed, and that it refuses what is no report."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given

from cppcc_clean import STANDARD, clean, explain
from cppcc_clean.explained import FORMAT, Explained
from cppcc_clean.steps import RULES
from tests.strategies import GOOD_TEXTS, any_text, damaged, realistic

PAGE = """首页 > 政协要闻 > 正文
發布時間：2024-05-20 08:30  來源：觀瀾日報  作者：林清河
觀瀾縣政協(xié)召開協(xié)商會,,部署工作。
會議由X市政協(xié)領導主持，完善制度 and 辦法。
上一篇：沒有了
"""


def test_good_text_has_nothing_to_tell() -> None:
    explained = explain(GOOD_TEXTS["speech"])
    assert explained.text is explained.source
    assert (explained.changes, explained.warnings, explained.layers) == ((), (), ())
    assert explained.diff() == ""


def test_what_it_says() -> None:
    explained = explain(PAGE)
    assert explained.text == "观澜县政协召开协商会，部署工作。\n会议由X市政协领导主持，完善制度 and 办法。\n"
    assert dict(explained.metadata) == {
        "published": "2024-05-20T08:30", "source": "观澜日报", "author": ("林清河",),
    }  # fmt: skip
    assert [notice.kind for notice in explained.warnings] == ["mask", "stray-and"]
    assert explained.survey.mirror
    assert repr(explained).startswith(f"<Explained: {len(PAGE)} -> {len(explained.text)} characters, ")


def test_changes_name_steps_and_rules_and_stand_in_order() -> None:
    changes = explain(PAGE).changes
    assert [(change.start, change.end) for change in changes] == sorted(
        (change.start, change.end) for change in changes
    )
    assert {change.rule for change in changes} <= set(RULES)
    pinyin = [change for change in changes if change.rule == "pinyin-annotation"]
    assert [(PAGE[change.start : change.end], change.after) for change in pinyin] == [("(xié)", "")] * 3


def test_spans_of_metadata_and_warnings_are_of_the_source() -> None:
    explained = explain(PAGE)
    [(start, end)] = explained.metadata.spans["source"]
    assert PAGE[start:end] == "觀瀾日報"
    assert [PAGE[notice.start : notice.end] for notice in explained.warnings] == ["X", " and "]


def test_metadata_is_read_even_where_furniture_stays() -> None:
    explained = explain(PAGE, STANDARD.replace(furniture=False))
    assert "首页 > 政协要闻" in explained.text
    assert explained.metadata["author"] == ("林清河",)


def test_positions_out_of_range_are_an_error() -> None:
    explained = explain("縣政協")
    for position in (-1, 4):
        with pytest.raises(IndexError, match="expected 0 to 3, the length of the source"):
            explained.to_result(position)
        with pytest.raises(IndexError, match="the length of the result"):
            explained.to_source(position)
    with pytest.raises(ValueError, match="expected start <= end"):
        explained.map_span(2, 1)


class TestJson:
    @given(text=damaged() | realistic())
    def test_layers_hold_plain_numbers(self, text: str) -> None:
        """A step that reads positions off an array must not hand its numbers on: JSON and pickle would carry them."""
        for layer in explain(text).layers:
            for edit in layer.edits:
                assert (type(edit.start), type(edit.end)) == (int, int), (layer.step, edit.rule)

    @given(text=any_text() | damaged() | realistic())
    def test_round_trip(self, text: str) -> None:
        explained = explain(text)
        again = Explained.from_dict(json.loads(explained.to_json()))
        assert again.source == text
        assert again.text == explained.text
        assert again.changes == explained.changes
        assert again.layers == explained.layers
        assert dict(again.metadata) == dict(explained.metadata)
        assert again.warnings == explained.warnings
        assert again.to_json() == explained.to_json()

    def test_holds_all_that_a_reader_wants(self) -> None:
        data = json.loads(explain(PAGE).to_json())
        assert data["format"] == FORMAT
        assert data["metadata"]["source"] == {"value": "观澜日报", "spans": [[41, 45]]}
        assert data["warnings"][0]["kind"] == "mask"
        assert data["survey"]["script"] == "mixed"

    def test_a_report_of_today_is_read_for_ever(self) -> None:
        """Written by format 1: whoever changes the format keeps reading this."""
        stored = (
            '{"format": 1, "text": "县政协，", "layers": [{"step": "pinyin", "edits": [[3, 8, "", "(xié)", '
            '"pinyin-annotation", 1.0]]}, {"step": "script", "edits": [[0, 1, "县", "縣", "script-character", 1.0], '
            '[2, 3, "协", "協", "script-character", 1.0]]}, {"step": "punctuation", "edits": '
            '[[3, 4, "，", ",", "punctuation-full-width", 1.0]]}], "page_at": 3}'
        )
        assert Explained.from_dict(json.loads(stored)).restore() == "縣政協(xié),"

    @pytest.mark.parametrize(
        "data",
        [
            {},
            {"format": FORMAT + 1},
            {"format": FORMAT},
            {"format": FORMAT, "text": "", "layers": [[]], "page_at": 0},
            {"format": FORMAT, "text": "", "layers": [{"step": "x", "edits": [[1]]}], "page_at": 0},
        ],
        ids=str,
    )
    def test_what_is_no_report_is_refused(self, data: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="report"):
            Explained.from_dict(data)


class TestViews:
    def test_summary(self) -> None:
        lines = explain(PAGE).summary().split("\n")
        assert lines[0].endswith("changes")
        assert "metadata: published, source, author" in lines
        assert "warnings: mask 1, stray-and 1" in lines

    def test_diff(self) -> None:
        diff = explain("縣政協\n开会\n").diff("page.txt")
        assert diff.split("\n")[:2] == ["--- page.txt", "+++ page.txt (cleaned)"]
        assert "\x1b" not in diff
        assert "\x1b" in explain("縣政協\n").diff(colour=True)

    def test_html(self) -> None:
        assert explain(PAGE).html("page.txt").startswith("<!doctype html>")


def best_of(times: int, function: Any, argument: str) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        function(argument)
        best = min(best, time.perf_counter() - start)
    return best


def test_explaining_good_text_costs_hardly_more_than_cleaning_it() -> None:
    text = "\n".join(GOOD_TEXTS.values())
    ratios = (best_of(3, explain, text) / best_of(3, clean, text) for _ in range(5))
    assert min(ratios) <= 1.2


def test_explaining_damaged_text_costs_a_few_times_as_much() -> None:
    text = PAGE * 40

    def in_full(text: str) -> None:
        explained = explain(text)
        _ = explained.changes, explained.metadata, explained.warnings, explained.survey

    ratios = (best_of(3, in_full, text) / best_of(3, clean, text) for _ in range(5))
    assert min(ratios) <= 5
