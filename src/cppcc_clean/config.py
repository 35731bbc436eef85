"""What to do: a frozen, hashable configuration with one field per step, and the four presets."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Literal

Script = Literal["hans", "hant", "tw", "hk", "keep"]

# What each field may be, in the order of the steps; the first value of each is its "off".
_ALLOWED: dict[str, tuple[object, ...]] = {
    "entities": (False, True),
    "encoding": (False, True, "exact"),
    "characters": (False, True, "drop-holes"),
    "pinyin": (False, True),
    "byte_shift": (False, True),
    "inserted_marks": (False, True),
    "script": ("keep", "hans", "hant", "tw", "hk"),
    "punctuation": (False, True),
    "furniture": (False, True, "body"),
    "lines": (False, True),
    "spaces": (False, True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Which steps run, and how. The defaults are the preset ``STANDARD``.

    ``encoding="exact"`` undoes only damage with an exact inverse; ``characters="drop-holes"`` also removes characters
    that stand for nothing any more (U+FFFD, unknown private-use characters); ``furniture="body"`` also removes bylines,
    datelines, captions, speech heads and URLs. ``select`` names the only rules to apply (empty: all of them), ``ignore``
    the rules to leave out; `cppcc-clean rules` lists the names.

    >>> Config(script="hant").replace(furniture=False)
    Config(script='hant', furniture=False)
    >>> Config(scrpt="hant")
    Traceback (most recent call last):
    ...
    TypeError: Config.__init__() got an unexpected keyword argument 'scrpt'
    >>> Config(script="zh")
    Traceback (most recent call last):
    ...
    ValueError: script='zh': expected one of 'keep', 'hans', 'hant', 'tw', 'hk'
    """

    entities: bool = True
    encoding: bool | Literal["exact"] = True
    characters: bool | Literal["drop-holes"] = True
    pinyin: bool = True
    byte_shift: bool = True
    inserted_marks: bool = True
    script: Script = "hans"
    punctuation: bool = True
    furniture: bool | Literal["body"] = True
    lines: bool = True
    spaces: bool = True
    select: frozenset[str] = field(default=frozenset())
    ignore: frozenset[str] = field(default=frozenset())

    def __post_init__(self) -> None:
        for name, allowed in _ALLOWED.items():
            _require(name, getattr(self, name), allowed)
        for name in ("select", "ignore"):
            object.__setattr__(self, name, _rule_names(name, getattr(self, name)))

    def replace(self, **changes: Any) -> Config:
        """A copy with some fields changed; a misspelt field or a bad value is an error at once."""
        return dataclasses.replace(self, **changes)

    def __repr__(self) -> str:
        """Only what differs from ``STANDARD``, so that a config can be read at a glance and pasted back."""
        changed = [f for f in dataclasses.fields(self) if getattr(self, f.name) != f.default]
        return f"Config({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in changed)})"


def require_config(config: object) -> None:
    """Refuse what is not a ``Config``, saying what was given and what to do."""
    if not isinstance(config, Config):
        raise TypeError(
            f"config={config!r}: expected a Config, got {type(config).__name__}; "
            "pass STANDARD or another preset from cppcc_clean, or one of your own: STANDARD.replace(script='keep')"
        )


def _require(name: str, value: object, allowed: tuple[object, ...]) -> None:
    # True == 1: compare types too, so that 1 is not taken for True.
    if not any(type(value) is type(choice) and value == choice for choice in allowed):
        raise ValueError(f"{name}={value!r}: expected one of {', '.join(map(repr, allowed))}")


def _rule_names(option: str, names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise TypeError(f"{option}={names!r}: expected a collection of rule names, such as {{{names!r}}}")
    chosen = frozenset(names)
    if chosen:
        from cppcc_clean.steps import RULES

        for name in sorted(chosen - RULES.keys()):
            near = get_close_matches(name, RULES, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "`cppcc-clean rules` lists the names"
            raise ValueError(f"{option}: there is no rule {name!r}; {hint}")
    return chosen


STANDARD = Config()
THOROUGH = Config(characters="drop-holes", furniture="body")
NOTHING = Config(**{name: allowed[0] for name, allowed in _ALLOWED.items()})  # type: ignore[arg-type]  # checked above
GENTLE = NOTHING.replace(entities=True, encoding="exact", characters=True)

PRESETS: dict[str, Config] = {"nothing": NOTHING, "gentle": GENTLE, "standard": STANDARD, "thorough": THOROUGH}
