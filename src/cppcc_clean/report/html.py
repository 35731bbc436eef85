"""The report as one page for the browser: everything inside, nothing loaded, any text shown as text.

The page is ``template.html`` with ``style.css`` and ``script.js`` put in. Each document waits in a ``<template>`` until
it is opened, so that hundreds of them cost nothing. A content security policy with the hashes of style and script keeps
what a text may hold from being more than text.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

from cppcc_clean.explained import Change, Explained
from cppcc_clean.notices import Notice
from cppcc_clean.report.colours import STEP, rank
from cppcc_clean.report.markup import markup, table
from cppcc_clean.report.terminal import about, first_look, number_of, plain
from cppcc_clean.report.visible import code, visible

_FOLDER = Path(__file__).parent

# Steps whose hue is another's, or looks like it to some, are striped in the charts; in the text they have another line.
_STRIPED = ("furniture", "characters", "byte_shift", "spaces")

# A note shows so much of what was before and after; the text itself shows all.
_LONGEST = 120


def html(reports: Sequence[tuple[str, Explained]]) -> str:
    """One self-contained page about all of ``reports``, each a name and what ``explain`` gave.

    >>> from cppcc_clean import explain
    >>> page = html([("a.txt", explain("縣政協(xié)會議。"))])
    >>> page.startswith("<!doctype html>"), "://" in page
    (True, False)

    Source and result stand side by side, every change is marked, and named where one points at it. The result can be
    encoded as UTF-8 whatever the texts hold. Linear.
    """
    style, script = (_read(part) for part in ("style.css", "script.js"))
    rules = _Rules(reports)
    changes = sum(rules.counts.values())
    warnings = sum(len(explained.warnings) for _, explained in reports)
    totals = [number_of(len(reports), "document"), number_of(changes, "change"), number_of(warnings, "warning")]
    return Template(_read("template.html")).substitute(
        title="Cleaning report",
        totals=" · ".join(totals),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        patterns="".join(map(_pattern, _STRIPED)),
        steps="".join(_step_items(rules)),
        documents="".join(_document_items(reports)),
        templates="\n".join(_document(number, report, rules) for number, (_, report) in enumerate(reports)),
        rules=_json([{"name": rule, "about": about(rule)} for rule in rules.number]),
        version=escape(version("cppcc_clean")),
    )


def _read(file: str) -> str:
    return (_FOLDER / file).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _json(data: Any) -> str:
    """JSON that can stand inside a ``<script>``: no text in it can end the element."""
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")


class _Rules:
    """The rules of all reports: how often each was used, its step, its number in the page's table."""

    def __init__(self, reports: Sequence[tuple[str, Explained]]) -> None:
        used = Counter((change.step, change.rule) for _, report in reports for change in report.changes)
        in_order = sorted(used.items(), key=lambda item: (rank(item[0][0]), -item[1], item[0][1]))
        self.counts = dict(in_order)
        self.number = {rule: number for number, (_, rule) in enumerate(self.counts)}
        self.by_step = {
            step: [(rule, count) for (_, rule), count in group]
            for step, group in groupby(in_order, key=lambda item: item[0][0])
        }


# --------------------------------------------------------------------------------------------------------- charts


def _fill(step: str) -> str:
    return f"url(#stripes-{step})" if step in _STRIPED else f"var(--{step if step in STEP else 'furniture'})"


def _pattern(step: str) -> str:
    attributes = 'width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    return (
        f'<pattern id="stripes-{step}" {attributes}><rect width="6" height="6" fill="var(--{step})" opacity=".3"/>'
        f'<rect width="3.4" height="6" fill="var(--{step})"/></pattern>'
    )


def _bar(parts: Iterable[tuple[str, int]], most: int) -> str:
    """A stacked bar: each step's count as a share of ``most``."""
    at, rects = 0.0, []
    for step, count in parts:
        width = 100 * count / most
        label = f"<title>{escape(step)}: {count:,}</title>"
        rects.append(f'<rect x="{at:.3f}%" width="{width:.3f}%" height="100%" fill="{_fill(step)}">{label}</rect>')
        at += width
    return f'<svg class="chart" aria-hidden="true">{"".join(rects)}</svg>'


def _step_items(rules: _Rules) -> Iterator[str]:
    """For each step a bar, and folded below it a box for each of its rules."""
    totals = {step: sum(count for _, count in used) for step, used in rules.by_step.items()}
    most = max(totals.values(), default=1)
    for step, used in rules.by_step.items():
        yield (
            f'<li><details><summary><span class="step s-{escape(step)}">{escape(step.replace("_", " "))}</span>'
            f'{_bar([(step, totals[step])], most)}<span class="number">{totals[step]:,}</span></summary>'
            f'<div class="rules">{"".join(_rule_box(rule, count) for rule, count in used)}</div></details></li>'
        )
    if not rules.by_step:
        yield '<li class="empty">Nothing was changed.</li>'


def _rule_box(rule: str, count: int) -> str:
    return (
        f'<label><input type="checkbox" checked value="{escape(rule)}"><span>{escape(rule)}</span>'
        f'<span class="number">{count:,}</span><small>{escape(about(rule))}</small></label>'
    )


def _document_items(reports: Sequence[tuple[str, Explained]]) -> Iterator[str]:
    most = max((len(report.changes) for _, report in reports), default=0) or 1
    for number, (document, report) in enumerate(reports):
        steps = Counter(change.step for change in report.changes)
        parts = sorted(steps.items(), key=lambda item: rank(item[0]))
        yield (
            f'<li><a href="#d{number}" title="{escape(visible(document))}"><span>{markup(document)}</span>'
            f'{_bar(parts, most)}<span class="number">{len(report.changes):,}</span></a></li>'
        )


# ------------------------------------------------------------------------------------------------------- document


def _document(number: int, report: Explained, rules: _Rules) -> str:
    """The template of one document: what is known about it, its text, and what the notes say."""
    data = {
        "changes": [_note(change, rules) for change in report.changes],
        "notices": [[notice.kind, notice.advice] for notice in report.warnings],
        "fields": list(report.metadata),
    }
    cards = "".join((_facts(report), _metadata(report), _warnings(report)))
    return (
        f'<template id="t{number}"><div class="about">{cards}</div><div class="text">{"".join(table(report))}</div>'
        f'<script type="application/json">{_json(data)}</script></template>'
    )


def _note(change: Change, rules: _Rules) -> list[Any]:
    return [rules.number[change.rule], _short(change.before), _short(change.after), change.confidence]


def _short(text: str) -> str:
    """What a note shows of a piece of text."""
    half = _LONGEST // 2
    cut = text if len(text) <= _LONGEST else f"{text[:half]}…{text[-half:]}"
    shown = visible(cut).replace("\n", "↵")
    return "".join("␣" if char == " " else f"<{code(char)}>" for char in cut) if not shown.strip() and cut else shown


def _card(title: str, body: str) -> str:
    return f'<section class="card"><header><h2>{title}</h2></header><div class="scroll">{body}</div></section>'


def _button(goal: str, label: str) -> str:
    """What leads to a mark in the text."""
    return f'<button type="button" class="go" data-go="{goal}">{label}</button>'


def _facts(report: Explained) -> str:
    sizes = f"{len(report.source):,} → {len(report.text):,} characters"
    facts = {"size": sizes, "changes": f"{len(report.changes):,}", "first look": first_look(report)}
    facts |= {"damage seen": ", ".join(f"{rule} {count}" for rule, count in report.survey.damage.items())}
    items = (f"<dt>{key}</dt><dd>{escape(value)}</dd>" for key, value in facts.items() if value)
    return _card("Document", f"<dl>{''.join(items)}</dl>")


def _metadata(report: Explained) -> str:
    if not report.metadata:
        return ""
    items = (
        f"<dt>{escape(field)}</dt><dd>{_button(f'm{number}', markup(plain(value)))}</dd>"
        for number, (field, value) in enumerate(report.metadata.items())
    )
    return _card("Metadata", f"<dl>{''.join(items)}</dl>")


def _warnings(report: Explained) -> str:
    if not report.warnings:
        return ""
    numbered = sorted(enumerate(report.warnings), key=lambda item: item[1].kind)
    parts = []
    for kind, group in groupby(numbered, key=lambda item: item[1].kind):
        notices = list(group)
        excerpts = (f"<li>{_button(f'n{number}', _excerpt(report, notice))}</li>" for number, notice in notices)
        head = f"{escape(kind)} · {len(notices)}<small>{escape(notices[0][1].advice)}</small>"
        parts.append(f'<div class="kind">{head}</div><ul class="notices">{"".join(excerpts)}</ul>')
    return _card(f"Warnings · {len(report.warnings)}", "".join(parts))


def _excerpt(report: Explained, notice: Notice) -> str:
    """The excerpt, with the spot in it marked."""
    start, end = report.map_span(notice.start, notice.end)
    spot = report.text[start:end]
    at = notice.excerpt.find(spot)
    while at > 0 and not report.text.endswith(notice.excerpt[:at], 0, start):
        at = notice.excerpt.find(spot, at + 1)
    if at < 0:
        return markup(notice.excerpt)
    head, tail = notice.excerpt[:at], notice.excerpt[at + len(spot) :]
    return f"{markup(head)}<mark>{markup(spot)}</mark>{markup(tail)}"
