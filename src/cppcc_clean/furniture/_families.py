"""The families of page furniture, all on one screen. They have no order: what any of them claims is weighed together."""

from __future__ import annotations

from cppcc_clean._step import Rule
from cppcc_clean.furniture import (
    body,
    breadcrumb,
    controls,
    debris,
    disclaimer,
    editor_credit,
    epaper,
    footer,
    forum,
    index_table,
    keyword_spam,
    link_list,
    meta_line,
    numbers,
    page_number,
    paywall,
    prev_next,
    related,
    repeats,
    share,
    slogan,
    watermark,
)
from cppcc_clean.furniture._margins import RULE
from cppcc_clean.furniture._rules import Check

FAMILIES = (
    body, breadcrumb, controls, debris, disclaimer, editor_credit, epaper, footer, forum, index_table, keyword_spam,
    link_list, meta_line, numbers, page_number, paywall, prev_next, related, repeats, share, slogan, watermark,
)  # fmt: skip

CHECKS: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)
RULES: tuple[Rule, ...] = (*tuple(rule for family in FAMILIES for rule in family.RULES), RULE)
