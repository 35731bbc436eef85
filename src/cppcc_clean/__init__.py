"""Turn Chinese text as it comes off the web into text a person would have typed."""

from cppcc_clean.config import GENTLE, NOTHING, STANDARD, THOROUGH, Config
from cppcc_clean.pipeline import Cleaner, clean

__all__ = [
    "GENTLE",
    "NOTHING",
    "STANDARD",
    "THOROUGH",
    "Cleaner",
    "Config",
    "clean",
]
