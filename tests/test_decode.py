"""The decoder of damaged text: what stands together is judged together, and its limits, from both sides."""

from __future__ import annotations

import pytest

from cppcc_clean.channels import choose as judge
from cppcc_clean.channels import decode as decoder
from cppcc_clean.channels.channel import Attempt
from cppcc_clean.channels.choose import LOST, TELLING, TOGETHER, choose
from cppcc_clean.channels.decode import HOLES, Decoder, Hole, Reading, Table
from cppcc_clean.channels.observed import PRIVATE, gb18030_with_holes, gbk_with_holes
from cppcc_clean.language.bigram import model
from cppcc_clean.steps import encoding
from cppcc_clean.steps.encoding import BEFORE, FIRST, PATIENCE, repair_encoding
from tests.simulate import FAMILIES
from tests.strategies import GOOD_TEXTS

_UTF8 = Reading("utf-8")

# One cell for each character, and holes that may be any of a few.
_TABLE = {"a": b"a", "政": "政".encode(), "协": "协".encode(), "员": "员".encode(), "，": "，".encode()}


def read(text: str, options: list[str]) -> str:
    table: Table = {**_TABLE, LOST: Hole(lambda _: [option.encode() for option in options])}
    return decoded(text, table)


def decoded(text: str, table: Table, lost: Hole | None = None) -> str:
    return choose([Decoder(table, _UTF8, lost).read(text, 0).pieces])[0]


def test_a_lone_hole_reads_as_its_neighbours_ask() -> None:
    assert read(f"政{LOST}", ["协", "胁", "挟"]) == "政协"


def test_neighbouring_holes_are_judged_together() -> None:
    """A pair of neighbours alone does not tell them: 员 makes 委 likely, and that 协."""
    assert read(f"政{LOST}{LOST}员", ["协", "委", "的", "党"]) == "政协委员"


def test_alternatives_may_be_of_several_characters() -> None:
    assert read(f"政{LOST}，", ["协委员", "胁季贝"]) == "政协委员，"


@pytest.mark.parametrize(
    ("line", "expected"),
    [("谁说这，他用", "圖"), ("「谁」「说」「这」他用", "圖"), ("谁说这问，他用", "围"), ("誰說這問，他用", "圖")],
)
def test_a_line_is_in_one_script(line: str, expected: str) -> None:
    """What is in doubt is not taken from the other script where four more characters of one stand; marks do not count."""
    assert (model().leaning(line) <= -TELLING) == (expected == "围")
    assert choose([[line, ("围", "圖"), "片和文字"]]) == [f"{line}{expected}片和文字"]


@pytest.mark.parametrize(("options", "expected"), [(["府", ""], "政府"), (["垮", ""], "政")])
def test_an_alternative_at_the_end_may_say_nothing(options: list[str], expected: str) -> None:
    assert read(f"政{LOST}", options) == expected


def test_an_alternative_that_says_nothing_behind_characters_read_twice() -> None:
    """Found by Hypothesis: three readings of the last bytes, and one of them says nothing."""
    repaired = repair_encoding("鐎瑰嫯娉涘畷锟犲籍閵夈儳澧� / 闁革妇澧楅弻锟� / 闁搞垹顦辩紒锟�")
    assert repaired.startswith("島南日報 / 地方 / 嘉")
    assert repair_encoding(repaired) == repaired


@pytest.mark.parametrize(("count", "end"), [(HOLES, HOLES + 1), (HOLES + 1, 1)])
def test_more_losses_in_a_row_are_beyond_repair(count: int, end: int) -> None:
    table: Table = {**_TABLE, LOST: Hole(lambda _: ["协".encode()])}
    run = Decoder(table, _UTF8).read("政" + LOST * count, 0)
    assert (run.end, run.broken) == ((end, False) if count <= HOLES else (HOLES + 1, True))


def test_so_many_in_doubt_are_judged_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is given back has one character for each hole either way, and time does not explode."""
    monkeypatch.setattr(decoder, "HOLES", 1000)
    for count in (TOGETHER, TOGETHER + 1, 500):
        assert len(read("政" + LOST * count, ["协", "委", "的", "员"])) == count + 1


def test_what_is_not_judged_would_not_have_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that was damaged twice reads as text that was damaged once, which is odd whatever is chosen where it is in doubt."""
    truth = "会议强调，要坚持问题导向，把调查研究贯穿工作全过程，不断提高履职能力和水平。"
    damaged = [FAMILIES[family](truth) for family in ("utf8_as_gbk", "utf8_as_gbk_twice", "big5_as_gbk", "gbk_as_big5_pairs")]
    repaired = [repair_encoding(line) for line in damaged]
    may_pass, judged = encoding._may_pass, list[bool]()

    def always(attempts: list[Attempt]) -> list[bool]:
        judged.extend(may_pass(attempts))
        return [True] * len(attempts)

    monkeypatch.setattr(encoding, "_may_pass", always)
    assert [repair_encoding(line) for line in damaged] == repaired
    assert {*judged} == {True, False}


def test_batches_do_not_change_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = FAMILIES["utf8_as_gbk"]("会议强调，要坚持问题导向，把调查研究贯穿工作全过程，不断提高履职能力和水平。")
    whole = decoded(damaged, gbk_with_holes())
    monkeypatch.setattr(judge, "BATCH", 1)
    monkeypatch.setattr(judge, "ROUND", 1)
    assert decoded(damaged, gbk_with_holes()) == whole


def test_what_was_noted_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """An automaton that is full begins anew in the middle of a text."""
    damaged = FAMILIES["utf8_as_gbk"]("会议强调，要坚持问题导向，把调查研究贯穿工作全过程，不断提高履职能力和水平。")
    whole = decoded(damaged, gbk_with_holes())
    monkeypatch.setattr(decoder, "NOTED", 3)
    assert decoded(damaged, gbk_with_holes()) == whole


@pytest.mark.parametrize("text", ["会议研究了有关问题", "政协委员围绕乡村振兴建言献策"])
def test_what_was_dropped_is_put_back(text: str) -> None:
    damaged = FAMILIES["utf8_as_gb18030_private_dropped"](text)
    assert decoded(damaged, gb18030_with_holes(), PRIVATE).startswith(text)


@pytest.mark.parametrize(
    "text",
    [
        "第四十二条规定依法保护。",  # one loss behind the first byte that is seen
        "本报讯记者施明慎报道：全县春灌全面展开。",  # three before the sixth character
        "据介绍，全县春灌全面展开。",
        "代表团对我县进行正式友好访问。",  # `。` ends as two signs, and what stands before it was dropped
        "不久他访问美国。",  # `要问` is likelier until `美` is known
    ],
)
def test_what_was_dropped_near_an_end_or_beside_other_losses_is_put_back(text: str) -> None:
    assert repair_encoding(FAMILIES["utf8_as_gb18030_private_dropped"](text)) == text


@pytest.mark.parametrize("cut", [1, 2])
@pytest.mark.parametrize("text", ["会议作了说明并进行了协商", "开展了访问。", "提出了建议。"])
def test_a_cut_end_is_not_taken_for_a_loss(text: str, cut: int) -> None:
    """Nothing put back makes these ends whole, so they say that a character is missing."""
    damaged = text.encode()[:-cut].decode("gb18030", "replace")
    assert decoded(damaged, gb18030_with_holes(), PRIVATE) == text[:-1] + LOST


def test_places_side_by_side_are_judged_by_the_best_way_through_them() -> None:
    """Each sign by itself is likelier beside another of its kind; as a number they are likelier all together."""
    assert choose([["突破１", *[("！", "－", "０")] * 2, "０万人次"]]) == ["突破１０００万人次"]


def test_what_a_reading_says_does_not_depend_on_how_many_are_ranked_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = FAMILIES["utf8_as_cp1253_lost"]("会议强调，要坚持问题导向，把调查研究贯穿工作全过程，不断提高履职能力和水平。")
    whole = repair_encoding(damaged)
    monkeypatch.setattr(judge, "PAIRS", 1)
    assert repair_encoding(damaged) == whole


def test_a_reading_that_breaks_ends_at_its_last_whole_character() -> None:
    damaged = "会议强调，要坚持问题导向，把调查研究贯穿工作全过".encode().decode("gb18030")
    run = Decoder(gbk_with_holes(), _UTF8).read(damaged + "鏀鏀", 0)
    assert run.broken
    assert run.end >= len(damaged) - 1


@pytest.mark.parametrize("failures", [PATIENCE // 2, 3 * PATIENCE])
def test_hopeless_places_do_not_hide_a_long_run(failures: int) -> None:
    """Where patience is lost places are looked at in strides that a run can begin within."""
    text = "政协围绕乡村振兴、基层治理和优化营商环境，深入开展专题调查研究"
    hopeless = "鐨勶" * failures
    assert text[BEFORE:] in repair_encoding(hopeless + "。" + text.encode().decode("gb18030", "replace"))


@pytest.mark.parametrize(("lines", "expected"), [(FIRST - 1, "值班室不休息，什么时候来都有取�"), (FIRST, "值班室不休息，什么时候来都有人。")])
def test_what_repaired_the_first_lines_is_asked_first(lines: int, expected: str) -> None:
    """Alone the line reads better in another way: two signs that stand for one pair each are taken for one byte."""
    damage = FAMILIES["gbk_as_big5_pairs"]
    above = [line for line in GOOD_TEXTS["law"].split("\n") if len(line) > BEFORE][:1] * lines
    page = "\n".join(map(damage, [*above, "值班室不休息，什么时候来都有人。"]))
    assert repair_encoding(page).split("\n")[-1] == expected
