"""The algebra of edits, on texts of two letters: applied, inverted, mapped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cppcc_clean._edits import Edit, OffsetMap, apply, invert, narrow, tidy


@st.composite
def layers(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A text and some layers of edits, each in the coordinates of the one before."""
    source = text = draw(st.text("ab", max_size=12))
    made = []
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
        proposals = [Edit(a, b, draw(st.text("XY", max_size=3)), "r") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        edits = tidy(proposals)
        made.append(edits)
        text = apply(text, edits)
    return source, made


@given(given_=layers())
def test_inverse(given_: tuple[str, list[list[Edit]]]) -> None:
    source, made = given_
    text, undo = source, []
    for edits in made:
        undo.append(invert(text, edits))
        text = apply(text, edits)
    for edits in reversed(undo):
        text = apply(text, edits)
    assert text == source


@given(given_=layers())
def test_offsets(given_: tuple[str, list[list[Edit]]]) -> None:
    source, made = given_
    result = source
    for edits in made:
        result = apply(result, edits)
    there = OffsetMap(made)
    positions = [there(i) for i in range(len(source) + 1)]
    assert positions == sorted(positions)
    assert all(0 <= position <= len(result) for position in positions)
    assert there(len(source)) == len(result) or made
    for start in range(len(source)):
        for end in range(start, len(source) + 1):
            first, last = there.span(start, end)
            assert 0 <= first <= last <= len(result)


@given(given_=layers())
def test_untouched_characters_map_to_themselves(given_: tuple[str, list[list[Edit]]]) -> None:
    source, made = given_
    for edits in made[:1]:
        there, result = OffsetMap([edits]), apply(source, edits)
        touched = {i for edit in edits for i in range(edit.start, edit.end)}
        for i in set(range(len(source))) - touched:
            assert result[there(i)] == source[i]


@given(text=st.text("ab", max_size=8), new=st.text("ab", max_size=8))
def test_narrow(text: str, new: str) -> None:
    edit = narrow(text, 0, len(text), new, "r")
    assert apply(text, [edit] if edit else []) == new
    assert (edit is None) == (text == new)


def test_same_object_without_edits() -> None:
    text = "政协" * 10
    assert apply(text, []) is text
