"""Speed of ``clean``, of each step and of the peers, on the same texts: ``make bench``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.conftest import BETWEEN, GOOD, TEXTS, articles
from cppcc_clean import clean, explain
from cppcc_clean._step import Step
from cppcc_clean.steps import STEPS, furniture


def measure(benchmark: BenchmarkFixture, function: Callable[[str], Any], text: str) -> None:
    function(text)
    benchmark.pedantic(function, (text,), rounds=5)  # type: ignore[no-untyped-call]  # the plugin leaves it untyped
    if benchmark.stats is not None:
        median = benchmark.stats.stats.median
        benchmark.extra_info["MB/s"] = round(len(text.encode("utf-8", "surrogatepass")) / median / 1e6, 1)


@pytest.mark.benchmark(group="clean")
@pytest.mark.parametrize("name", TEXTS)
def test_clean(benchmark: BenchmarkFixture, name: str) -> None:
    measure(benchmark, clean, TEXTS[name])


@pytest.mark.benchmark(group="explain against clean")
@pytest.mark.parametrize("function", [clean, explain])
@pytest.mark.parametrize("name", ["good", "mirror"])
def test_explain(benchmark: BenchmarkFixture, name: str, function: Callable[[str], Any]) -> None:
    measure(benchmark, function, TEXTS[name])


@pytest.mark.benchmark(group="furniture against clean, on articles of twelve lines")
@pytest.mark.parametrize("function", [clean, furniture.STEP], ids=["clean", "furniture"])
def test_articles(benchmark: BenchmarkFixture, function: Callable[[str], str]) -> None:
    measure(benchmark, lambda text: [function(article) for article in text.split(BETWEEN)], articles())


@pytest.mark.benchmark(group="steps on good prose")
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_step(benchmark: BenchmarkFixture, step: Step) -> None:
    measure(benchmark, step, GOOD)


def peers() -> dict[str, Callable[[str], str]]:
    """The peers' own ways to do a part of the work, and the chain of them that users build."""
    import ftfy
    from opencc import OpenCC

    converter = OpenCC("t2s")
    settings = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False)
    return {
        "ftfy": lambda text: ftfy.fix_text(text, settings),
        "opencc-python-reimplemented": converter.convert,
        "ftfy + opencc": lambda text: converter.convert(ftfy.fix_text(text, settings)),
    }


@pytest.mark.benchmark(group="peers")
@pytest.mark.parametrize("text", ["good", "mirror"])
@pytest.mark.parametrize("peer", peers())
def test_peer(benchmark: BenchmarkFixture, peer: str, text: str) -> None:
    measure(benchmark, peers()[peer], TEXTS[text])
