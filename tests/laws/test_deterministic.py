"""Deterministic: the same text and config give the same result in any process, order, batch or thread."""

from __future__ import annotations

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean import STANDARD, Cleaner, clean
from tests.strategies import GOOD_LINES, damaged

TEXTS = [f"{line}\n責任編輯：張三\n會議,,決定。。" for line in GOOD_LINES[:60]]


@given(texts=st.lists(damaged(), max_size=5))
def test_batch_and_order(texts: list[str]) -> None:
    alone = [clean(text) for text in texts]
    assert list(Cleaner().clean_many(texts)) == alone
    assert list(Cleaner().clean_many(texts[::-1])) == alone[::-1]


def test_threads() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(clean, TEXTS * 3)) == [clean(text) for text in TEXTS] * 3


def test_another_process_with_another_hash_seed() -> None:
    program = "import pickle,sys; c, t = pickle.load(sys.stdin.buffer); sys.stdout.buffer.write(pickle.dumps([*map(c, t)]))"
    given_ = pickle.dumps((Cleaner(STANDARD), TEXTS))
    results = {
        subprocess.run(
            [sys.executable, "-c", program], input=given_, env={"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert [pickle.loads(result) for result in results] == [[clean(text) for text in TEXTS]]
