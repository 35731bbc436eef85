"""Nothing lost: ``explain(text).restore() == text``, also after the report went through a file."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean import explain
from cppcc_clean.config import Config
from cppcc_clean.explained import Explained
from cppcc_clean.files import NotTextError, decode
from cppcc_clean.report import saved
from tests.laws.test_one_telling import CONFIGS
from tests.strategies import any_text, damaged, realistic


def hold(text: str, config: Config) -> None:
    explained = explain(text, config)
    assert explained.restore() == text
    again = Explained.from_dict(json.loads(explained.to_json()))
    assert (again.restore(), again.source, again.text) == (text, text, explained.text)


@given(text=any_text() | damaged(), config=st.sampled_from(CONFIGS))
def test_hostile_text(text: str, config: Config) -> None:
    hold(text, config)


@given(text=realistic(), config=st.sampled_from(CONFIGS))
def test_realistic_text(text: str, config: Config) -> None:
    hold(text, config)


@given(
    data=st.binary(max_size=60)
    | st.builds(
        lambda text, encoding, noise: text.encode(encoding, "replace") + noise,
        realistic(),
        st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]),
        st.sampled_from([b"", b"\xff", b"\r\n", b"\r"]),
    )
)
def test_every_byte_of_a_file(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotTextError:
        assert b"\0" in data
        return
    explained, given_back = saved.read(saved.to_json(explain(decoded.text), decoded, data))
    assert given_back == data
    assert explained.source == decoded.text
