"""Turn Chinese text as it comes off the web into text a person would have typed."""

from cppcc_clean.config import GENTLE, NOTHING, STANDARD, THOROUGH, Config
from cppcc_clean.explained import Explained
from cppcc_clean.metadata import Metadata
from cppcc_clean.pipeline import Cleaner, clean, explain
from cppcc_clean.survey import Survey, survey

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
