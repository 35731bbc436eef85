"""A report in the terminal: what was done, by rule; what the page says about itself; what deserves a look."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from cppcc_clean.explained import Change, Explained
from cppcc_clean.metadata import Value
from cppcc_clean.notices import Notice
from cppcc_clean.report.colours import STEP, paint, paint_change, rank
from cppcc_clean.report.rules import Entry
from cppcc_clean.report.visible import code, visible
from cppcc_clean.steps import RULES

# Of the different things a rule did the commonest are shown.
_SHOWN = 8

# Longer pieces are cut in the middle.
_LONGEST = 48


def summary(explained: Explained) -> str:
    """A few lines: sizes, changes by rule, fields found, warnings by kind, and the first look at the source.

    >>> from cppcc_clean import explain
    >>> print(summary(explain("縣政協(xié)召開會議。")))
    13 -> 8 characters, 6 changes
    script: script-character 5
    pinyin: pinyin-annotation 1
    survey: traditional, 54% Han, mirror (pinyin 1)
    """
    by_step: dict[str, Counter[str]] = {}
    for change in explained.changes:
        by_step.setdefault(change.step, Counter())[change.rule] += 1
    size = f"{len(explained.source):,} -> {len(explained.text):,} characters"
    lines = [f"{size}, {number_of(len(explained.changes), 'change')}"]
    lines += [f"{step}: {_counts(rules)}" for step, rules in sorted(by_step.items(), key=lambda item: -item[1].total())]
    if explained.metadata:
        lines.append(f"metadata: {', '.join(explained.metadata)}")
    if explained.warnings:
        lines.append(f"warnings: {_counts(Counter(notice.kind for notice in explained.warnings))}")
    return "\n".join([*lines, f"survey: {first_look(explained)}"])


def first_look(explained: Explained) -> str:
    """The survey in one line."""
    seen = explained.survey
    mirror = [f"mirror ({_counts(Counter(seen.signals))})"] if seen.mirror else []
    return ", ".join([seen.script, f"{seen.han:.0%} Han", *mirror])


def listing(explained: Explained) -> Iterator[str]:
    """The whole report in coloured lines: changes by rule, metadata, warnings."""
    places = Places(explained.source)
    parts = (_changes(explained, places), _metadata(explained, places), _warnings(explained, places))
    yield from chain.from_iterable(parts)
    yield f"{paint('Survey', bold=True)}  {first_look(explained)}"


class Places:
    """Line and column, both from one, of positions of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def line(self, position: int) -> int:
        """The line that holds the character at ``position``."""
        return bisect_right(self._starts, position)

    def __call__(self, position: int) -> str:
        line = self.line(position)
        return f"{line}:{position - self._starts[line - 1] + 1}"


def _changes(explained: Explained, places: Places) -> Iterator[str]:
    by_rule: dict[str, list[Change]] = {}
    for change in explained.changes:
        by_rule.setdefault(change.rule, []).append(change)
    for rule, changes in sorted(by_rule.items(), key=lambda item: rank(item[1][0].step)):
        step = changes[0].step
        yield f"{paint(rule, STEP.get(step), bold=True)}{_times(len(changes))}  {paint(about(rule), 'bright_black')}"
        yield from _distinct(changes, step, places)
    if by_rule:
        yield ""


def _distinct(changes: Sequence[Change], step: str, places: Places) -> Iterator[str]:
    """What the changes of one rule put in the place of what, the commonest first, each with its first place."""
    first = {(change.before, change.after): change for change in reversed(changes)}
    counts = Counter((change.before, change.after) for change in changes)
    for (before, after), count in counts.most_common(_SHOWN):
        where = paint(f"{places(first[before, after].start):>8}", "bright_black")
        became = paint_change(_short(after), step) if after else paint("(nothing)", "bright_black")
        yield f"{where}  {paint_change(_short(before), step)} → {became}{_times(count)}"
    if len(counts) > _SHOWN:
        yield f"{'':>8}  … and {len(counts) - _SHOWN} more of this kind"


def _metadata(explained: Explained, places: Places) -> Iterator[str]:
    if not explained.metadata:
        return
    yield paint("Metadata", bold=True)
    for field, value in explained.metadata.items():
        where = paint(f"{places(explained.metadata.spans[field][0][0]):>8}", "bright_black")
        yield f"{where}  {field}: {visible(plain(value))}"
    yield ""


def _warnings(explained: Explained, places: Places) -> Iterator[str]:
    by_kind: dict[str, list[Notice]] = {}
    for notice in explained.warnings:
        by_kind.setdefault(notice.kind, []).append(notice)
    for kind, notices in by_kind.items():
        yield f"{paint(kind, 'yellow', bold=True)}{_times(len(notices))}  {paint(notices[0].advice, 'bright_black')}"
        for notice in notices:
            yield f"{paint(f'{places(notice.start):>8}', 'bright_black')}  {visible(notice.excerpt)}"
    if by_kind:
        yield ""


def judged(page: str) -> Iterator[str]:
    """How each line was judged that some family of page furniture claims: what was weighed, and what came of it."""
    from cppcc_clean.furniture._judge import judge

    line_of = Places(page).line
    for verdict in judge(page).lines:
        became = paint("leaves", "red", bold=True) if verdict.leaves else paint("stays", "green", bold=True)
        total = f"{became} {verdict.total:+d}  {paint(verdict.rule, STEP['furniture'])}"
        yield f"{paint(f'{line_of(verdict.start):>5}', 'bright_black')}  {_short(verdict.text)}"
        yield f"       {total}"
        yield from (f"       {signal.weight:+d}  {signal.name}: {signal.why}" for signal in verdict.signals)


def rule_list(entries: Iterable[Entry]) -> Iterator[str]:
    """All rules, step by step."""
    for step, group in groupby(entries, key=lambda entry: entry.step):
        yield paint(step, STEP.get(step), bold=True)
        for entry in group:
            yield f"  {entry.rule.name}  {paint(f'[{_presets(entry)}]', 'bright_black')}"
            yield f"      {entry.rule.about}"
            yield f"      {_short(entry.rule.before)} → {_short(entry.rule.after)}"
        yield ""


def rule_in_full(entry: Entry) -> Iterator[str]:
    """All about one rule."""
    rule = entry.rule
    yield f"{paint(rule.name, STEP.get(entry.step), bold=True)}  (step {entry.step})"
    yield rule.about
    yield ""
    for label, text in (("before", rule.before), ("after", rule.after)):
        margin = paint(f"{label:>6}", "bright_black")
        for line in text.split("\n"):
            yield f"{margin}  {visible(line)}"
            margin = " " * 6
    yield ""
    yield f"presets: {_presets(entry)}"


def _presets(entry: Entry) -> str:
    return ", ".join(entry.presets) or "none"


def about(rule: str) -> str:
    """What a rule says of itself; a report may come from a version with other rules."""
    return RULES[rule].about if rule in RULES else ""


def plain(value: Value) -> str:
    """A value of the metadata as one reads it."""
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _short(text: str) -> str:
    shown = visible(text).replace("\n", "↵")
    if not shown.strip():
        return "".join("␣" if char == " " else f"<{code(char)}>" for char in text)
    half = _LONGEST // 2
    return shown if len(shown) <= _LONGEST else f"{shown[:half]}…{shown[-half:]}"


def _times(count: int) -> str:
    return f" ×{count}" if count > 1 else ""


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counter.most_common())


def number_of(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)}"
