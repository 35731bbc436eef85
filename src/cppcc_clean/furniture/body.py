"""What belongs to the article and leaves only when nothing but the body is wanted (`body_only=True`): bylines, datelines,
captions, speech heads, addresses of web pages. By default all of it stays and is only read into the metadata.
"""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture._rules import Check

RULES: tuple[Rule, ...] = ()
CHECKS: tuple[Check, ...] = ()
