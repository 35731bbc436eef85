"""Turn Chinese text as it comes off the web into text a person would have typed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cppcc_clean._survey import Survey, survey
    from cppcc_clean.config import GENTLE, NOTHING, STANDARD, THOROUGH, Config
    from cppcc_clean.explained import Explained
    from cppcc_clean.metadata import Metadata
    from cppcc_clean.pipeline import Cleaner, clean, explain

__all__ = [
    "GENTLE",
    "NOTHING",
    "STANDARD",
    "THOROUGH",
    "Cleaner",
    "Config",
    "Explained",
    "Metadata",
    "Survey",
    "clean",
    "explain",
    "survey",
]

# Where each name lives; a room is entered when its name is first asked for, so that importing the package costs nothing.
_ROOMS = {
    "GENTLE": "config", "NOTHING": "config", "STANDARD": "config", "THOROUGH": "config", "Config": "config",
    "Cleaner": "pipeline", "clean": "pipeline", "explain": "pipeline",
    "Explained": "explained", "Metadata": "metadata", "Survey": "_survey", "survey": "_survey",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
