"""``clean``, ``explain`` and ``Cleaner``: all the steps in order, as one config asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from numbers import Real
from typing import ClassVar, overload

from cppcc_clean._edits import apply
from cppcc_clean._step import Bound, Options, settle
from cppcc_clean.config import STANDARD, Config, require_config
from cppcc_clean.explained import Explained, Layer
from cppcc_clean.steps import FURNITURE, RULES, STEPS

# The quotation marks each script is typed with: GB/T 15834 on the mainland, 「」 where traditional characters are used.
_QUOTES = {"hans": "curly", "hant": "corner", "tw": "corner", "hk": "corner", "keep": "keep"}

# What a config field says to its step; a step that is not listed has no options.
_OPTIONS: dict[str, Callable[[Config], Options]] = {
    "encoding": lambda config: {"exact_only": config.encoding == "exact"},
    "characters": lambda config: {"drop_holes": config.characters == "drop-holes"},
    "script": lambda config: {"to": config.script},
    "punctuation": lambda config: {"quotes": _QUOTES[config.script]},
    "furniture": lambda config: {"body_only": config.furniture == "body"},
}


@lru_cache(maxsize=256)
def plan(config: Config) -> tuple[Bound, ...]:
    """The steps that ``config`` asks for, each with its options; resolved once per config."""
    silenced = config.ignore | (frozenset(RULES) - config.select if config.select else frozenset())
    return tuple(
        Bound(step, _options(step.name, config), silenced & {rule.name for rule in step.rules})
        for step in STEPS
        if getattr(config, step.name) not in (False, "keep")
    )


def _options(name: str, config: Config) -> Options:
    return _OPTIONS[name](config) if name in _OPTIONS else {}


def clean(text: str, config: Config = STANDARD) -> str:
    """Turn Chinese text as it comes off the web into text a person would have typed.

    >>> clean("市政協(xié)召開會議,,部署“雙聯”工作.")
    '市政协召开会议，部署“双联”工作。'

    Good text comes back as the very same object, and cleaning twice is cleaning once. ``config`` is one of the presets
    ``NOTHING``, ``GENTLE``, ``STANDARD``, ``THOROUGH`` or your own: ``STANDARD.replace(script="keep")``.

    Raises ``TypeError`` for anything but a ``str`` and a ``Config``, and nothing else. Time is linear in the length of the text.
    """
    require_config(config)
    return settle(plan(config), text)


def explain(text: str, config: Config = STANDARD) -> Explained:
    """Clean ``text`` and tell every change, what the page says about itself, and what deserves a look.

    >>> explained = explain("縣政協(xié)召開會議,,部署工作。")
    >>> explained.text, explained.restore() == explained.source
    ('县政协召开会议，部署工作。', True)
    >>> explained.changes[2].rule, explained.changes[2].before
    ('pinyin-annotation', '(xié)')

    The same steps run as in ``clean``, and ``explain(text, config).text == clean(text, config)`` always holds.
    Metadata, warnings and survey are worked out when first asked for.

    Raises ``TypeError`` for anything but a ``str`` and a ``Config``. Time is linear in the length of the text.
    """
    require_config(config)
    layers: list[Layer] = []
    pages: list[tuple[str, int]] = []

    def take(bound: Bound, before: str) -> str:
        if bound.step is FURNITURE and not pages:
            pages.append((before, len(layers)))
        edits = tuple(bound.edits(before))
        if edits:
            layers.append(Layer(bound.step.name, edits, tuple(before[edit.start : edit.end] for edit in edits)))
        return apply(before, edits)

    result = settle(plan(config), text, take)
    page, page_at = pages[0] if pages else (result, len(layers))
    return Explained(text, result, tuple(layers), page, page_at)


@dataclass(frozen=True, slots=True)
class Cleaner:
    """``clean`` with its config bound: a callable to hand to ``map``, a data frame or a pool of processes.

    It holds its config and nothing else, so it pickles, hashes and compares; tables live in each process.

    >>> cleaner = Cleaner(STANDARD.replace(script="keep"))
    >>> cleaner("政協會議.")
    '政協會議。'
    >>> list(cleaner.clean_many(["１９９８年", None]))
    ['1998年', None]
    """

    config: Config = STANDARD

    # NeMo Curator and others ask a callable for its name.
    __name__: ClassVar[str] = "cppcc_clean"

    def __post_init__(self) -> None:
        require_config(self.config)

    @overload
    def __call__(self, text: str) -> str: ...
    @overload
    def __call__(self, text: None) -> None: ...
    def __call__(self, text: str | None) -> str | None:
        """Clean one text; ``None`` or NaN, as tables have it for a missing text, passes through."""
        return text if text is None or _is_nan(text) else clean(text, self.config)

    def clean_many(self, texts: Iterable[str | None]) -> Iterator[str | None]:
        """Clean one text after the other, lazily: any number of them, in constant memory."""
        return map(self, texts)


def _is_nan(value: object) -> bool:
    return isinstance(value, Real) and value != value
