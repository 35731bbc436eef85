"""The judgement: what the families claim, weighed with shape, place and neighbours until nothing more leaves.

Removing a line can only speak for the removal of others (its neighbours, the next line that comes to an edge), so the
order does not matter and the end is the same whatever is looked at first; each line is looked at a bounded number of
times.
"""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from cppcc_clean._edits import Edit, tidy
from cppcc_clean._patterns import pattern
from cppcc_clean.furniture import _weights as weights
from cppcc_clean.furniture._article import parts
from cppcc_clean.furniture._board import nickname
from cppcc_clean.furniture._bylines import Part, byline
from cppcc_clean.furniture._chains import (
    AFFILIATION,
    credit_tail,
    is_button,
    is_credit,
    is_field,
    read_pair,
    read_piece,
)
from cppcc_clean.furniture._claims import ONE_A_LINE, is_judged, line_claims
from cppcc_clean.furniture._ending import INLINE, is_role_label
from cppcc_clean.furniture._fields import ASKED, GUESSED, URL, Found, without_urls
from cppcc_clean.furniture._first_look import JUMPS, TAILS, Look, tail_checks, whole_checks
from cppcc_clean.furniture._headline import TITLE_LINES, is_account, is_outlet, may_be_title, stamp_below
from cppcc_clean.furniture._margins import board, margins
from cppcc_clean.furniture._names import GROUP, are_names, is_full_name
from cppcc_clean.furniture._page import Page, Row
from cppcc_clean.furniture._readings import DATED, account, as_author, masthead, posted, row_findings
from cppcc_clean.furniture._rules import Claim, Cut, any_of
from cppcc_clean.furniture._shapes import BULLETS
from cppcc_clean.furniture._weights import Place, Says
from cppcc_clean.furniture._words import words_of
from cppcc_clean.furniture.disclaimer import says as disclaims
from cppcc_clean.furniture.forum import answers_begin, readers
from cppcc_clean.furniture.index_table import bare_key, pairs
from cppcc_clean.furniture.meta_line import is_owner, split_date
from cppcc_clean.furniture.repeats import squash
from cppcc_clean.metadata import Reading


class Signal(NamedTuple):
    """One thing that was weighed."""

    name: str
    weight: int
    why: str


class Verdict(NamedTuple):
    """A line that some family claimed, and what came of it."""

    start: int
    end: int
    text: str
    rule: str
    leaves: bool
    total: int
    signals: tuple[Signal, ...]


class _Edge:
    """How far the first ``reach`` lines of the article reach from one edge of the page."""

    def __init__(self, size: int, reach: int) -> None:
        self.size = size
        self.limit = min(reach, size - 1)

    def advance(self, gone: list[bool], at: int, mirrored: bool) -> range:
        """A line inside is gone: take in the next that stays. The lines that came in."""
        if at > self.limit:
            return range(0)
        before = self.limit
        self.limit += 1
        while self.limit < self.size and gone[self.size - 1 - self.limit if mirrored else self.limit]:
            self.limit += 1
        self.limit = min(self.limit, self.size - 1) if self.size else 0
        return range(before + 1, min(self.limit, self.size - 1) + 1)


class Judgement:
    """What of a text is page furniture, what it says, and why."""

    def __init__(self, text: str, body_only: bool = False) -> None:
        self.page = Page(text)
        self._body_only = body_only
        size = len(self.page)
        self.gone = [False] * size
        self._rule = [""] * size
        self._looked: set[int] = set()
        self._is_page = False
        self._evidence = 0
        self._look = Look(self.page)
        self._found = list(self._look.found())
        if not self.page.verse and self._look.may_begin(self._found):
            self._weigh_all()

    @cached_property
    def _head(self) -> dict[int, _Edge]:
        return {reach: _Edge(len(self.page), reach) for reach in (0, weights.NEAR, weights.FAR)}

    @cached_property
    def _tail(self) -> dict[int, _Edge]:
        return {reach: _Edge(len(self.page), reach) for reach in (weights.NEAR, weights.FAR)}

    # -- what the families claim ------------------------------------------------------------------------------------

    @cached_property
    def _claims(self) -> dict[int, list[Claim]]:
        """The claims on each row."""
        claims: dict[int, list[Claim]] = {}
        for row in self.page.rows:
            if is_judged(row.number, row.raw, len(self.page)) and (said := list(line_claims(row))):
                claims[row.number] = said
        _drop_timelines(self.page, claims)
        for check in whole_checks():
            for found in check.find(self.page, self.page.rows if check.in_prose else self.page.unclosed):
                if not isinstance(found, Cut):
                    claims.setdefault(found[0], []).append(found[1])
        return claims

    def _claims_of(self, at: int) -> list[Claim]:
        """The claims on a row; what may be a disclaimer is only looked at when it comes to an edge."""
        if at not in self._looked:
            self._looked.add(at)
            claims = list(disclaims(self.page.rows[at].line)) if len(self.page.rows[at].raw) >= 4 else []
            if claims:
                self._claims.setdefault(at, []).extend(claims)
        return self._claims.get(at, [])

    # -- weighing ---------------------------------------------------------------------------------------------------

    def _weigh_all(self) -> None:
        size = len(self.page)
        reach = weights.FAR + 1
        queue = deque(sorted({*self._claims, *range(min(reach, size)), *range(max(0, size - reach), size)}))
        while True:
            while self._weigh(queue):
                queue.extend(self._claims)
            again = self._repeated_headline()
            if again is not None:
                self._remove(again, "furniture-repeated-headline", queue)
            elif not self._claim_margins(queue):
                break

    def _weigh(self, queue: deque[int]) -> bool:
        """Weigh what waits; whether anything left."""
        left = False
        while queue:
            at = queue.popleft()
            if not self.gone[at] and (claim := self._verdict(at)):
                left = True
                self._remove(at, self._rule_of(at, claim), queue)
                self._evidence += max(map(self._worth, self._claims_of(at)), default=0)
                if self._evidence >= weights.KNOWN and not self._is_page:
                    self._is_page = True
                    queue.extend(self._claims)
        return left

    def _worth(self, claim: Claim) -> int:
        """How much a line that left says for the text being a page."""
        if claim.rule in INLINE and (claim.rule != "furniture-forum" or not self.page.forum):
            return 0
        return weights.KNOWN if claim.says == Says.CERTAIN else 1

    def _verdict(self, at: int) -> Claim | None:
        """The claim that makes this row leave, if any does."""
        for claim in self._claims_of(at):
            if claim.says <= Says.FAIR and self._is_post(at) and self.page.rows[at].line not in _NO_POSTS:
                continue
            if sum(signal.weight for signal in self._signals(at, claim)) >= weights.THRESHOLD:
                return claim
        return None

    def _rule_of(self, at: int, claim: Claim) -> str:
        """The rule by which a row leaves: above the text a dated line is that of date and source, whatever else stands in it.

        The day of the visit is told in words and has no field beside it.
        """
        row = self.page.rows[at]
        dated = at < self._prose and claim.rule in _UNDATED and any(date.typed or date.clock or row.chain.keys for date in row.chain.dates)
        return "furniture-meta-line" if dated else claim.rule

    def _signals(self, at: int, claim: Claim) -> Iterator[Signal]:
        yield Signal("says", int(claim.says), _said(claim.rule, claim.says))
        place = self._place(at, claim)
        if place:
            yield Signal("place", place, weights.REASONS["near" if place == weights.NEAR_EDGE else "far"][1])
        yield from self._against(at, claim)
        if self.page.forum and self._is_page and claim.rule in _BUTTONS:
            yield Signal("board", weights.BOARD, weights.REASONS["board"][1])
        if self._beside_field(at, claim):
            yield Signal("neighbour", weights.NEIGHBOUR, weights.REASONS["field"][1])
        for other in (at - 1, at + 1):
            edge = other == len(self.gone) and claim.says == Says.NOTHING
            inline = claim.says == Says.NOTHING and 0 <= other < self._last_prose and self._rule[other] in INLINE
            if edge or (0 <= other < len(self.gone) and self.gone[other] and not inline):
                yield Signal("neighbour", weights.NEIGHBOUR, weights.REASONS["neighbour"][1])

    def _against(self, at: int, claim: Claim) -> Iterator[Signal]:
        """What speaks for the article."""
        if not claim.sentence and self.page.rows[at].sentence:
            yield Signal("sentence", weights.SENTENCE, weights.REASONS["sentence"][1])
        # What a post lists ends at its buttons.
        if not (claim.says >= Says.STRONG and self.page.forum) and self._is_announced(at):
            yield Signal("announced", weights.ANNOUNCED, weights.REASONS["announced"][1])
        if claim.says < Says.CERTAIN:
            yield from self._doubts(at, claim)
        elif claim.place is not Place.ANYWHERE and at in self._text:
            yield from self._bare(amid=True)  # `关闭窗口` may be a line of a poem that a notice prints

    def _doubts(self, at: int, claim: Claim) -> Iterator[Signal]:
        """What speaks for the article where the wording is not certain."""
        if claim.rule in _WORDED and self._is_headline(at):
            yield Signal("headline", weights.HEADLINE, weights.REASONS["headline"][1])
        yield from self._bare(amid=claim.rule in _FOOT_RULES and at in self._text)
        if claim.rule in _FIELD_RULES and (self._in_list(at, claim) or self._ends_notice(at, claim)):
            yield Signal("list", weights.LIST, weights.REASONS["list"][1])
        if claim.rule in _FIELD_RULES and self._is_of_form(at):
            yield Signal("form", weights.FORM, weights.REASONS["form"][1])
        if self._continues(at):
            yield Signal("list", weights.LIST, weights.REASONS["list"][1])
        if at in self.page.signed:
            yield Signal("signed", weights.SIGNED, weights.REASONS["signed"][1])

    def _bare(self, amid: bool) -> Iterator[Signal]:
        """What speaks for the article where the text is probably no page."""
        if not self._is_page:
            yield Signal("bare", weights.BARE, weights.REASONS["bare"][1])
            if amid:
                yield Signal("amid", weights.AMID, weights.REASONS["amid"][1])

    def _is_announced(self, at: int) -> bool:
        """Whether the row is one of a few short ones between a line with a colon at its end and a sentence, both of which stay."""
        rows = self.page.rows
        above = next((other for other in range(at - 1, max(at - 1 - _MOST_CITED, -1), -1) if rows[other].sentence or rows[other].line[-1] == "："), None)
        below = next((other for other in range(at + 1, min(at + 1 + _MOST_CITED, len(rows))) if rows[other].sentence), None)
        return (
            above is not None and below is not None and rows[above].line[-1] == "：" and min(len(rows[above].raw), len(rows[below].raw)) >= _LEAST_ANNOUNCING
            and not rows[at].sentence and not self.gone[above] and not self.gone[below] and below not in self._claims
        )

    def _continues(self, at: int) -> bool:
        """Whether the row is the next item of a list: numbered one higher than the row above, which stays, or marked as that is."""
        if not at or self.gone[at - 1]:
            return False
        lines = [self.page.rows[other].line for other in (at - 1, at)]
        if lines[0][0] == lines[1][0] and lines[0][0] in BULLETS:
            return True
        above, here = map(_COUNTED.match, lines)
        return above is not None and here is not None and int(here[1]) == int(above[1]) + 1

    def _is_headline(self, at: int) -> bool:
        """Whether the row stands right above a sure line of date and source, or no other can be the headline."""
        row = self.page.rows[at]
        if at + 1 < len(self.page) and _DEED.fullmatch(self.page.rows[at + 1].line.replace(" ", "")):
            return True  # a court or an office, above what it issues
        if len(row.raw) < _HEADLINE or "|" in row.line or _GREETS.match(row.line):
            return False
        below = self._claims.get(at + 1, ())
        if any(claim.rule == "furniture-meta-line" and (claim.says >= Says.STRONG or self.page.rows[at + 1].chain.dates) for claim in below):
            return True
        return at < TITLE_LINES and self._prose > at and not any(
            not self.gone[other] and other != at and may_be_title(self.page.rows[other])
            for other in range(min(self._prose, TITLE_LINES))
        )

    @cached_property
    def _last_prose(self) -> int:
        """The last paragraph; 0 if there is none."""
        return next((row.number for row in reversed(self.page.rows) if row.prose), 0)

    @cached_property
    def _text(self) -> range:
        """From the first paragraph to the last row that ends like a sentence."""
        sentences = (row.number for row in reversed(self.page.rows) if row.sentence)
        return range(self._prose + 1, next(sentences, 0))

    @cached_property
    def _prose(self) -> int:
        """The first paragraph; 0 if there is none."""
        return next((row.number for row in self.page.rows if row.prose), 0)

    @cached_property
    def _answers(self) -> int:
        """The line below which a question has its answers; the number of lines if there is none."""
        return answers_begin(self.page, self.page.rows)

    def _is_post(self, at: int) -> bool:
        """A forum's post may be one word (`支持`, `顶`): what stands right under the line with its author and date."""
        return (
            at > 0 and not self.page.rows[at].raw.isdecimal() and not is_field(self.page.rows[at]) and self.gone[at - 1] and self._rule[at - 1] in ("furniture-forum", "furniture-meta-line")
            and bool(self.page.rows[at - 1].chain.dates) and self.page.forum
        )

    def _beside_field(self, at: int, claim: Claim) -> bool:
        """Whether a field or a button stands beside another that has not left: one a line (NOISE A2)."""
        kind = next((kind for kind in ONE_A_LINE if claim.rule in kind), None)
        if kind is None or (self._is_field(at, claim) and self._is_in_text(at)):
            return False
        rows = self.page.rows
        return any(
            0 <= other < len(rows) and not self.gone[other] and rows[other].line != rows[at].line
            and (rows[other].chain.names != rows[at].chain.names or not rows[at].chain.names)
            and any(beside.rule in kind for beside in self._claims.get(other, ()))
            for other in (at - 1, at + 1)
        )

    def _in_list(self, at: int, claim: Claim) -> bool:
        """Whether a `key：value` line stands beside others that the article made: a form, a list of facts."""
        names = self.page.rows[at].chain.names
        if names and AFFILIATION.issuperset(names) and at and not self.gone[at - 1] and are_names(self.page.rows[at - 1].line):
            return True  # it stays with the authors
        if names and any(not row.long and row.chain.names == names for row in self._beside(at)):
            return True
        if claim.says > Says.FAIR:
            return len(names) == 1 and self._is_amid_facts(at)
        # Above a bare date stands the headline, which may have a colon.
        bare = _FACT.match(without_urls(self.page.rows[at].line)) is None
        beside = (row for row in self._beside(at) if not bare or row.number > at)
        return any(self._is_fact(row) and not (claim.rule == "furniture-editor-credit" and is_credit(row.chain)) for row in beside)

    def _is_amid_facts(self, at: int) -> bool:
        """Whether two facts of the article stand above the row and one below: a page prints its fields together.

        One above may be a headline with a colon.
        """
        rows = self.page.rows
        return 1 < at < len(rows) - 1 and not any(self.gone[at - 2 : at + 2]) and all(_is_listed(rows[other]) for other in (at - 2, at - 1, at + 1))

    def _is_of_form(self, at: int) -> bool:
        """Whether the row is a field of a form whose last field is the text: `来信人：…`, `来信时间：…` above `来信内容：`."""
        form = list(itertools.takewhile(lambda row: _FACT.match(row.line) is not None, self.page.rows[at : at + _MOST_OF_FORM]))
        last = self.page.rows[at + len(form)] if form and at + len(form) < len(self.page) else None
        if last is None or not _OPENS_TEXT.fullmatch(last.line):
            return False
        answers = any(_OPENS_TEXT.fullmatch(row.line) for row in self.page.rows[:at])
        return answers or any(row.line[:_STEM] == last.line[:_STEM] for row in form)

    def _ends_notice(self, at: int, claim: Claim) -> bool:
        """Whether a single fact such as footers have stands below the text with nothing of the page between: a notice says where and whom to ask."""
        names = self.page.rows[at].chain.names
        # An address right below such a fact.
        told = claim.says == Says.FAIR and any(other.says <= Says.WEAK and self._ends_notice(at - 1, other) for other in self._claims.get(at - 1, ()))
        if claim.rule != "furniture-footer" or not (told or (claim.says <= Says.WEAK and names)) or len(names) > 1 or "QQ" in "".join(names):
            return False
        above = next((other for other in range(at - 1, -1, -1) if self.gone[other] or self.page.rows[other].prose), -1)
        return above >= 0 and not self.gone[above]

    def _beside(self, at: int) -> Iterator[Row]:
        """The rows above and below that stay."""
        return (self.page.rows[other] for other in (at - 1, at + 1) if 0 <= other < len(self.page) and not self.gone[other])

    def _is_fact(self, row: Row) -> bool:
        """Whether a row is a fact such as articles list: a short key that no page prints, and no byline."""
        return row.number not in self._claims and _is_listed(row) and not self._is_headline(row.number) and not byline(row)

    def _place(self, at: int, claim: Claim) -> int:
        place = claim.place
        below = len(self.page) - 1 - at
        if place is Place.TOP:
            return weights.NEAR_EDGE if at <= self._head[0].limit else 0
        if place is Place.ANYWHERE:
            return weights.FAR_EDGE if self._is_page else 0
        levels = []
        if place is not Place.TAIL and not (self._is_field(at, claim) and self._is_in_text(at)):
            levels.append(self._level(self._head, at))
        # Above the whole article is no tail, however short it is.
        if place is not Place.HEAD and not (place is Place.TAIL and claim.says <= Says.WEAK and at <= self._head[0].limit):
            levels.append(self._level(self._tail, below))
        return max(levels, default=0)

    def _is_field(self, at: int, claim: Claim) -> bool:
        """Whether a claim goes by a field; a button may have the name of one: `点赞：26万`."""
        return claim.rule in _FIELD_RULES or claim.rule == "furniture-epaper" or (claim.says <= Says.FAIR and bool(self.page.rows[at].chain.keys))

    def _is_in_text(self, at: int) -> bool:
        """Whether a field stands below the first paragraph, among lines that stay: the head of the page ends there.

        It must be a date or a key with a value: a record of a paper (`【分类号】`) stands below its abstract, a label of tags below the text.
        """
        line = self.page.rows[at].line
        field = bool(self.page.rows[at].chain.dates) or (_FACT.match(line) is not None and line[-1] != "：")
        return field and 0 < self._prose < at and not self.gone[self._prose] and not any(self.gone[self._prose : at])

    @staticmethod
    def _level(edges: dict[int, _Edge], at: int) -> int:
        if at <= edges[weights.NEAR].limit:
            return weights.NEAR_EDGE
        return weights.FAR_EDGE if at <= edges[weights.FAR].limit else 0

    def _remove(self, at: int, rule: str, queue: deque[int]) -> None:
        self.gone[at] = True
        self._rule[at] = rule
        size = len(self.page)
        for other in (at - 1, at + 1):
            if 0 <= other < size:
                queue.append(other)
        for edge in self._head.values():
            queue.extend(edge.advance(self.gone, at, mirrored=False))
        for edge in self._tail.values():
            queue.extend(size - 1 - below for below in edge.advance(self.gone, size - 1 - at, mirrored=True))

    def _repeated_headline(self) -> int | None:
        """A headline printed again with only furniture between, or right above furniture: one of the two."""
        limit = self._head[weights.NEAR].limit
        kept = [at for at in range(limit + 1) if not self.gone[at]]
        below_subtitle = ((first, third) for first, second, third in zip(kept, kept[1:], kept[2:], strict=False) if third > second + 1 and self.page.rows[second].line.startswith("—"))
        for first, second in itertools.chain(itertools.pairwise(kept), below_subtitle):
            if second > first + 1 or (second + 1 < len(self.gone) and self.gone[second + 1]):
                rows = self.page.rows
                one, two = squash(rows[first].line), squash(rows[second].line)
                if one == two and len(one) >= 6 and not rows[first].prose and first <= self._head[0].limit + 2:
                    # What stands right above the text, or above its second line, is the headline.
                    listed = self.gone[first + 1] and second + 1 < len(self.gone) and not self.gone[second + 1]
                    return first if listed else second
        return None

    def _claim_margins(self, queue: deque[int]) -> bool:
        """Claims on nameless lines in the margins of the page, which are known once furniture has been found there."""
        if not self._is_page:
            return False
        claimed = False
        for at, claim in margins(self.page, self.gone, self._rule):
            if claim not in self._claims.get(at, ()):
                self._claims.setdefault(at, []).append(claim)
                queue.append(at)
                claimed = True
        return claimed

    # -- pieces of lines --------------------------------------------------------------------------------------------

    @cached_property
    def cuts(self) -> list[Cut]:
        """The pieces that leave from lines that stay."""
        cuts = [cut for cut in self._found if isinstance(cut, Cut) and not self.gone[cut.line]]
        taken: dict[int, int] = {}
        for cut in cuts:
            if cut.end == len(self.page.rows[cut.line].raw):
                taken[cut.line] = min(cut.start, taken.get(cut.line, cut.start))
        for number, (signs, raw, gone) in enumerate(zip(self._look.signs, self.page.raws, self.gone, strict=True)):
            if gone:
                continue
            if (signs & TAILS and raw[-1] not in _MARKS_AT_END) or number in taken:
                cuts.extend(itertools.takewhile(self._may_leave, _tails(self.page.rows[number], taken.get(number, len(raw)))))
            if signs & JUMPS:
                cuts.extend(_jumps(self.page.rows[number]))
        if self._body_only:
            cuts.extend(self._body_cuts())
        return cuts

    def _may_leave(self, cut: Cut) -> bool:
        """Whether a piece stands where such a piece belongs to the page."""
        return cut.rule not in _ONLY_LAST or len(self.page) - 1 - cut.line <= self._tail[weights.NEAR].limit

    def _body_cuts(self) -> Iterator[Cut]:
        for part in self.parts:
            if part.kind != "title" and part.end > part.start:
                yield Cut(part.row, part.start, part.end, f"furniture-{part.kind}")
        for row in self.page.rows:
            if not self.gone[row.number] and ("http" in row.raw or "www." in row.raw):
                for match in URL.finditer(row.line):
                    yield Cut(row.number, match.start(), match.end(), "furniture-url")

    @cached_property
    def parts(self) -> list[Part]:
        """What the article says of itself."""
        return list(parts(self.page, self.gone, self._rule))

    # -- results ----------------------------------------------------------------------------------------------------

    @property
    def edits(self) -> list[Edit]:
        """The layer of edits that removes it."""
        page = self.page
        edits = []
        for at, gone in enumerate(self.gone):
            if gone:
                start, end = page.span(at)
                edits.append(Edit(start, end, "", self._rule[at]))
        for cut in self.cuts:
            row = page.rows[cut.line]
            edits.append(_cut_edit(page, row, cut))
        edits = tidy(edits)
        return _without_last_line_end(page.text, edits)

    @property
    def lines(self) -> list[Verdict]:
        """Every line that some family claimed, with all that was weighed."""
        verdicts = []
        for at, row in enumerate(self.page.rows):
            best = max(
                ((claim, tuple(self._signals(at, claim))) for claim in self._claims_of(at)),
                key=lambda pair: sum(signal.weight for signal in pair[1]),
                default=None,
            )
            if best:
                claim, signals = best
                total = sum(signal.weight for signal in signals)
                verdicts.append(Verdict(row.start, row.end, row.raw, self._rule[at] or claim.rule, self.gone[at], total, signals))
        return verdicts

    @property
    def readings(self) -> list[Reading]:
        """What the page states about the article, the surest first."""
        return [Reading(found.field, found.value, start, end) for found, start, end in self._sorted_findings()]

    def _sorted_findings(self) -> list[tuple[Found, int, int]]:
        placed = []
        for number, found in self._findings():
            row = self.page.rows[number]
            placed.append((found, row.start + found.start, row.start + found.end))
        placed.sort(key=lambda item: (item[0].rank, item[1]))
        best = {item[0].field: item[0].rank for item in reversed(placed)}
        reported = best.get("reporter", GUESSED) < GUESSED
        return [item for item in placed if item[0].rank < GUESSED or (item[0].rank == best[item[0].field] and not reported)]

    def _findings(self) -> Iterator[tuple[int, Found]]:
        rows = list(self._row_findings())
        yield from rows
        poster = board(self.page, self.gone, self._rule).poster() if self.page.forum else None
        if poster and poster.number < self._answers:
            name = nickname(poster)
            yield poster.number, Found("author", (name,), 0, len(name), GUESSED - 1)
        yield from self._table_findings()
        if (split := split_date(self.page, self.page.rows)) and self.gone[split[0][0].number]:
            dated, date = split
            yield dated[0].number, Found("published", date.iso, 0, dated[-1].end - dated[0].start)
        if (read := readers(self.page)) and self.gone[read[0].number]:
            yield read[0].number, Found("clicks", read[1], 0, len(read[0].raw), 1)
        for cut in self.cuts:
            if cut.rule in ("furniture-editor-credit", "furniture-source-tail"):
                yield from ((cut.line, found) for found in read_piece(self.page.rows[cut.line], cut.start, cut.end))
        authored = any(found.field == "author" and found.rank < GUESSED and at <= self._prose for at, found in rows)
        for part in self.parts:
            for found in part.found:
                # Who told the story, or wrote it down, counts where the head of the page names no author.
                told = authored and found.field == "author" and part.row > self._prose
                yield part.row, found._replace(rank=max(found.rank, GUESSED)) if told else found

    def _row_findings(self) -> Iterator[tuple[int, Found]]:
        """What the rows that leave say, but for later posts and comments: each has its author and its date."""
        named = dated = False
        headline = next((part.row for part in self.parts if part.kind == "title"), 0)
        for row in (row for row in self.page.rows if self.gone[row.number]):
            findings = [*row_findings(row, self._rule[row.number]), *self._owner(row)]
            below, stamped = row.number > self._prose, bool(row.chain.dates)
            answer = row.number > self._answers
            post = answer or (below and self.page.forum)
            for found in findings:
                later = post or (below and found.rank == ASKED) or (stamped and named) if found.field == "author" else found.field == "published" and (answer or (post and dated))
                if not later:
                    # A date above the headline may be the day of the visit: one below it is likelier that of the article.
                    above = found.field == "published" and not row.chain.keys and row.number < headline
                    yield row.number, found._replace(rank=found.rank + above)
            dated |= stamped and not below
            named |= stamped and self._rule[row.number] in DATED and any(found.field == "author" for found in findings)

    def _owner(self, row: Row) -> Iterator[Found]:
        """Whose page it is: the name alone above everything, or above the time of posting."""
        at = row.number
        if at >= next(iter(self.page.paragraphs(self.gone)), len(self.page)):
            return
        dated = self._rule[at] == "furniture-meta-line"
        if self.page.forum:
            yield from map(as_author, posted(row)) if dated else ()
        elif dated:
            yield from self._owner_beside_date(row)
        elif self._rule[at] in _NAMES_OWNER:
            yield from self._owner_alone(row)

    def _owner_beside_date(self, row: Row) -> Iterator[Found]:
        """Whose page it is, in the line of date and source or in lines of their own around it."""
        at = row.number
        original = not row.chain.dates and any(above.line == "原创" for above in self.page.rows[max(at - _MOST_ORIGINAL, 0) : at])
        if original and is_full_name(row.line):
            yield Found("author", (row.raw,), 0, len(row.raw), GUESSED - 1)
        elif original or is_owner(self.page, row):
            yield from account(row, row)
        else:
            for found in posted(row):
                if not self._is_section(at, str(found.value)):
                    yield as_author(found) if GROUP.fullmatch(str(found.value)) else found

    def _owner_alone(self, row: Row) -> Iterator[Found]:
        """Whose page it is, on a line above everything or above the time of posting."""
        at = row.number
        papers = tuple(masthead(row))
        yield from papers
        below_headline = at > 0 and (not self.gone[at - 1] or self.page.rows[at - 1].line in (row.line, "原创"))
        outlet = is_outlet(row)
        stamp = stamp_below(self.page, row, self.gone)
        if stamp and not papers and (below_headline or outlet) and ((outlet and below_headline) or is_account(self.page, row, self.gone)):
            yield from account(row, stamp)

    def _is_section(self, at: int, name: str) -> bool:
        """Whether a path above a row has a section of this name."""
        return any(self._rule[row.number] == "furniture-breadcrumb" and name in row.line for row in self.page.rows[:at])

    def _table_findings(self) -> Iterator[tuple[int, Found]]:
        """Values that stand on the line below their label."""
        for label, value in itertools.pairwise(self.page.rows):
            credited = self._rule[label.number] == self._rule[value.number] == "furniture-editor-credit" and is_role_label(label)
            labelled = self.gone[label.number] and self.gone[value.number] and label.line[-1] == "：" and bare_key(label) and not value.chain.keys
            if credited or labelled:
                yield from ((value.number, found) for found in read_pair(label, value))
        if not any(rule == "furniture-index-table" for rule in self._rule):
            return
        for label, below in pairs(self.page):
            if below is not None and self.gone[label.number] and self.gone[below.number]:
                yield from ((below.number, found) for found in read_pair(label, below))


_NAMES_OWNER = frozenset({"furniture-margin", "furniture-slogan", "furniture-forum", "furniture-epaper", "furniture-controls", "furniture-site-menu"})
# Words of a board that nobody posts.
_NO_POSTS = frozenset({"楼主", "电梯直达", "引用", "回复", "举报", "收藏"})
_MOST_ORIGINAL = 2  # below `原创` stand who wrote it and whose it is
_COUNTED = pattern(r"（?(\d{1,2})[.、）](?!\d)")
_HEADLINE = 10
# What an office issues, on the line below its name.
_DEED = pattern(r"(?!(?:通知|公示|政策)(?:公告|文件))(?:[\u4e00-\u9fff]{0,6}(?:判决书|裁定书|决定书|通知书|意见书|建议书|文件|公告|通告|纪要|简报)|关于[^。]{2,60}(?:公告|通告|通知|决定|决议|意见|办法|公报))")
# The lines cited, and the sentences around them: the label of a list of links is shorter.
_MOST_CITED, _LEAST_ANNOUNCING = 6, 12
_GREETS = pattern(r"(?:[您你]好[，！]\s?)?欢迎(?:[您你])?(?:访问|光临|来到|浏览)")  # and the day of the visit stands below
# What is told by its place, or by whom to ask.
_UNDATED = frozenset({"furniture-margin", "furniture-footer"})
_BUTTONS = frozenset({"furniture-forum", "furniture-share", "furniture-controls", "furniture-paywall"})
# Families that go by what a line speaks of.
_WORDED = frozenset({
    "furniture-share", "furniture-paywall", "furniture-related", "furniture-disclaimer", "furniture-compiler", "furniture-slogan",
    "furniture-keyword-spam", "furniture-site-menu", "furniture-margin",
})  # fmt: skip
_FOOT_RULES = frozenset({"furniture-editor-credit", "furniture-footer"})
_MOST_DATES = 2
# An entry of a chronicle or of a plan: `10月　图书室开放`, `主席会议　1月10日`.
_MONTH = pattern(r"\d{1,2}月(?:\d{1,2}日)?\s|[\u4e00-\u9fff]{2,12}\s\d{1,2}月\d{1,2}日")


def _drop_timelines(page: Page, claims: dict[int, list[Claim]]) -> None:
    """A page has one date, or one above and one below; more dates on lines of their own are a diary or a chronicle."""
    dated = [at for at in claims if not page.rows[at].chain.keys and len(page.rows[at].chain.dates) == 1 and not page.rows[at].chain.dates[0].clock]
    beside = {at for at in dated if not {at - 1, at + 1}.isdisjoint(dated)}
    months = {at for at in claims if _MONTH.match(page.rows[at].line)}
    for at in months:
        if any(0 <= other < len(page) and _MONTH.match(page.rows[other].line) for other in (at - 1, at + 1)):
            claims[at] = [claim for claim in claims[at] if claim.rule not in _FIELD_RULES]
    if len(dated) > _MOST_DATES or beside:
        for at in dated if len(dated) > _MOST_DATES else beside:
            claims[at] = [claim for claim in claims[at] if claim.rule != "furniture-meta-line"]


_FIELD_RULES = frozenset({"furniture-meta-line", "furniture-editor-credit", "furniture-page-label", "furniture-index-table", "furniture-footer", "furniture-document-card"})
_LONGEST_FACT = 40


def _is_listed(row: Row) -> bool:
    """Whether a row has the form of a fact: a short key that no page prints."""
    return len(row.raw) <= _LONGEST_FACT and _FACT.match(row.line) is not None and not any(key.group == "meta" for key in row.chain.keys)


# The labels of one form begin alike.
_STEM, _MOST_OF_FORM = 2, 6
_OPENS_TEXT = pattern(r"[\u4e00-\u9fff]{2,4}(?:内容|正文|详情)：")
_FACT = pattern(r"[^：。，！？“”（【\s][^：。，！？“”\s]{0,9}：(?=[^“])")


@cache
def _said(rule: str, says: int) -> str:
    """What a family claims, in words."""
    return f"{rule}: {Says(says).name.lower()}"


# The helpers below look at one row.


_MARKS_AT_END = "。！？…；：，、”’"
_WINDOW = 120
# A cheap look: every tail holds one of these.
_TAIL_LOOK = any_of((*"编责源审校据题纠】①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳网", "本文", "版权", "转载", "原标", "监制", "更多"))


# Inside an article a source in brackets belongs to a picture or a table, a number behind a stop to a note.
_ONLY_LAST = frozenset({"furniture-source-tail", "furniture-layout-code"})


def _tails(row: Row, end: int) -> Iterator[Cut]:
    """Pieces glued to the end of a line, the last first, as long as something stays."""
    raw = row.raw
    if end == len(raw) and not (raw[-1] in "）)】]" or _TAIL_LOOK.search(row.line, max(0, end - _WINDOW)) or _BEHIND_STOP.search(raw, max(0, end - _WINDOW))):
        return
    line = row.line
    while True:
        end = len(line[:end].rstrip())
        cut = credit_tail(row, end) or _pattern_tail(row, end) or _button_tail(row, end)
        if cut is None or not line[: cut.start].strip():
            return
        yield cut
        end = cut.start


def _pattern_tail(row: Row, end: int) -> Cut | None:
    line = row.line[:end]
    start = max(0, end - _WINDOW)
    if not _tail_cues().search(line, start):
        return None
    window = line[start:]
    for check in tail_checks():
        if any(cue in window for cue in check.cues) and (match := check.search(line, start)):
            return Cut(row.number, match.start(), match.end(), check.name)
    return None


@cache
def _tail_cues() -> re.Pattern[str]:
    """What some check of the end of a line is asked for."""
    return any_of(frozenset(cue for check in tail_checks() for cue in check.cues))


# Behind the last stop of a paragraph.
_BEHIND_STOP = pattern(r"(?<=[。！？”…])[^。！？”…（）()【】]{2,24}$")
_BRACKETED = pattern(r"(?<=[。！？”…）])\s?[（【][^（）【】]{3,20}[）】]$")


def _button_tail(row: Row, end: int) -> Cut | None:
    """Words of the page behind the last stop: `…不外送。”展开全文`."""
    form = _BRACKETED if row.line[end - 1] in "）】" else _BEHIND_STOP
    match = form.search(row.line[:end], max(0, end - _WINDOW))
    if match is None:
        return None
    inner = match[0].strip(" （）【】")
    if not is_button(inner) and not (match[0].endswith("】") and words_of(inner)):
        return None
    return Cut(row.number, match.start(), end, "furniture-button-tail")


_JUMP = pattern(r"\s?[（【▶►▲◀◄]+\s?(?:下转|上接|紧接|转接)(?:第?\s?[A-Z]?\d{0,3}[零〇一二三四五六七八九十]{0,3}\s?[版页]|[\u4e00-\u9fff]{1,8}版)[^（）。]{0,20}[）】▶►▲◀◄]+\s?")
_BARE_JUMP = pattern(r"(?<=[。！？”…])\s?下转第?\s?[A-Z]?[\d零〇一二三四五六七八九十]{1,3}\s?版\s?$|^上接第?\s?[A-Z]?[\d零〇一二三四五六七八九十]{1,3}\s?版\s+")


def _jumps(row: Row) -> Iterator[Cut]:
    line = row.line
    for form in (_JUMP, _BARE_JUMP):
        for match in form.finditer(line):
            # In quotes a text speaks of such a note.
            if len(match[0]) < len(line) and line[match.start() - 1 : match.start()] not in ("“", "‘", "「"):
                yield Cut(row.number, match.start(), match.end(), "furniture-page-jump")


def _cut_edit(page: Page, row: Row, cut: Cut) -> Edit:
    start, end = row.start + cut.start, row.start + cut.end
    if cut.start == 0 and cut.end == len(row.raw):
        start, end = page.span(row.number)
    elif cut.end == len(row.raw):
        while page.text[start - 1].isspace():
            start -= 1
    elif cut.start == 0:
        while end < row.end and page.text[end].isspace():
            end += 1
    return Edit(start, end, "", cut.rule)


def _without_last_line_end(text: str, edits: list[Edit]) -> list[Edit]:
    """When the last line leaves and had no line end, the line end before it leaves too: none is added to a text."""
    if not edits or text.endswith("\n") or edits[-1].end != len(text):
        return edits
    at = len(edits) - 1
    while at and not text[edits[at - 1].end : edits[at].start].strip() and text[edits[at].start - 1 : edits[at].start] == "\n":
        at -= 1
    first = edits[at]
    if first.start and text[first.start - 1] == "\n":
        edits[at] = first._replace(start=first.start - 1)
    return edits


def judge(text: str, body_only: bool = False) -> Judgement:
    """Judge a text as a page."""
    return Judgement(text, body_only)
