"""A step: one kind of repair, told once and read in two ways.

``find`` proposes edits; applied, they are the step's result, kept, they are its explanation. Where speed asks for it a
step may bring ``run``, a shorter way to the same text; a law holds the two equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cppcc_clean._chars import scan
from cppcc_clean._edits import Edit, apply

Options = dict[str, Any]
Find = Callable[..., Sequence[Edit]]
Run = Callable[..., str]
Wakes = tuple[int, ...]

# A step's own repair may uncover the next (`、，。`); every pass shortens the chain, and real text needs two.
# The bound keeps time linear on input made to need more.
MAX_PASSES = 8


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as reports, `--select` and the documentation call it."""

    name: str
    about: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the pipeline.

    ``wakes`` lists character classes: the step is called only when the text holds, for each entry, at least one
    character of that entry; it may be a function of the options. ``find(text, **options)`` returns a layer of edits.
    ``rules`` are all the rules it may name.
    """

    name: str
    wakes: Wakes | Callable[..., Wakes]
    find: Find
    rules: tuple[Rule, ...]
    run: Run | None = None

    def __call__(self, text: str, **options: Any) -> str:
        """The step alone, repeated until nothing changes; what the public function of each step returns."""
        return settle((Bound(self, options),), text)


@dataclass(frozen=True, slots=True)
class Bound:
    """A step with its options and the rules that are switched off."""

    step: Step
    options: Options
    silenced: frozenset[str] = frozenset()

    _wakes: Wakes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        wakes = self.step.wakes
        object.__setattr__(self, "_wakes", wakes(**self.options) if callable(wakes) else wakes)

    def woken_by(self, present: int) -> bool:
        """Whether a text with these classes can need this step."""
        for kind in self._wakes:  # noqa: SIM110  # `all` costs more than the rest
            if not kind & present:
                return False
        return True

    def edits(self, text: str) -> Sequence[Edit]:
        """The layer of edits this step asks for."""
        found = self.step.find(text, **self.options)
        if self.silenced:
            return [edit for edit in found if edit.rule not in self.silenced]
        return found

    def run(self, text: str) -> str:
        """The text after this step; the very same object when there is nothing to do."""
        if self.step.run is None or self.silenced:
            return apply(text, self.edits(text))
        return self.step.run(text, **self.options)


def settle(plan: Iterable[Bound], text: str, take: Callable[[Bound, str], str] = Bound.run) -> str:
    """Run the steps in order, again and again, until a pass changes nothing.

    ``take`` gives a step its turn; who wants to know what each step does, passes a function that writes it down.
    Raises ``TypeError`` for anything but a ``str``.
    """
    require_text(text)
    if not text:
        return text
    steps = tuple(plan)
    for _ in range(MAX_PASSES):
        before = text
        present = scan(text)
        for bound in steps:
            if bound.woken_by(present):
                after = take(bound, text)
                if after is not text:
                    text = after
                    present = scan(text)
        if text is before:
            break
    return text


def require_text(text: object) -> None:
    """Refuse what is not a ``str``, saying what was given and what to do."""
    if not isinstance(text, str):
        raise TypeError(f"expected a str, got {type(text).__name__}: {_ADVICE.get(type(text), 'pass the text itself')}")


_ADVICE: dict[type, str] = {
    bytes: "decode it first, or give the file to the command `cppcc-clean`, which finds the encoding",
    bytearray: "decode it first, or give the file to the command `cppcc-clean`, which finds the encoding",
    type(None): "leave missing text out, or use `Cleaner`, which passes None through",
    float: "leave missing text out, or use `Cleaner`, which passes NaN through",
    list: "use `Cleaner(config).clean_many(texts)`",
}
