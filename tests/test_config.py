"""A config is frozen, hashable, replaceable; what is misspelt or impossible is an error at once."""

from __future__ import annotations

import dataclasses
import pickle
from typing import Any

import pytest

from cppcc_clean import GENTLE, NOTHING, STANDARD, THOROUGH, Cleaner, Config, clean, explain
from cppcc_clean.config import PRESETS
from cppcc_clean.steps import STEPS


def test_one_field_for_each_step() -> None:
    assert [field.name for field in dataclasses.fields(Config)] == [*(step.name for step in STEPS), "select", "ignore"]


@pytest.mark.parametrize("config", PRESETS.values(), ids=PRESETS)
def test_frozen_hashable_picklable_readable(config: Config) -> None:
    assert pickle.loads(pickle.dumps(config)) == config == eval(repr(config))
    assert hash(config) == hash(config.replace())
    with pytest.raises(dataclasses.FrozenInstanceError):
        config.pinyin = False  # type: ignore[misc]


@pytest.mark.parametrize(
    "options",
    [{"script": "zh"}, {"pinyin": 1}, {"pinyin": None}, {"encoding": "loose"}, {"furniture": "all"}, {"lines": "yes"}],
    ids=repr,
)
def test_bad_values(options: dict[str, Any]) -> None:
    [(name, value)] = options.items()
    with pytest.raises(ValueError, match=rf"{name}={value!r}: expected one of"):
        Config(**options)


def test_misspelt() -> None:
    with pytest.raises(TypeError, match="scrpt"):
        STANDARD.replace(scrpt="hant")
    with pytest.raises(ValueError, match="did you mean 'pinyin-annotation'"):
        Config(ignore=frozenset({"pinyin-anotation"}))
    with pytest.raises(TypeError, match="expected a collection"):
        Config(ignore="pinyin-annotation")  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["standard", None, {"script": "hant"}, Config], ids=repr)
@pytest.mark.parametrize("door", [lambda c: clean("x", c), lambda c: explain("x", c), Cleaner], ids=["clean", "explain", "Cleaner"])
def test_what_is_no_config(door: Any, given: Any) -> None:
    with pytest.raises(TypeError) as raised:
        door(given)
    assert str(raised.value).startswith(f"config={given!r}: expected a Config, got {type(given).__name__}; pass STANDARD")


def test_presets_do_more_and_more() -> None:
    text = "政協(xié)工作，\u200b著力１２項。\n（責任編輯：張三）"
    results = [clean(text, config) for config in (NOTHING, GENTLE, STANDARD, THOROUGH)]
    assert results[0] == text
    assert results[1] == "政協(xié)工作，著力12項。\n（責任編輯：張三）"
    assert results[2] == "政协工作，着力12项。"


def test_cleaner() -> None:
    cleaner = Cleaner(GENTLE)
    assert pickle.loads(pickle.dumps(cleaner)) == cleaner
    assert hash(cleaner) == hash(Cleaner(GENTLE))
    assert cleaner.__name__ == "cppcc_clean"
    assert len(pickle.dumps(cleaner)) < 1000


def test_rules_one_by_one() -> None:
    text = "縣政協,會議"
    assert clean(text, Config(ignore=frozenset({"script-character"}))) == "縣政協，會議"
    assert clean(text, Config(select=frozenset({"script-character"}))) == "县政协,会议"
