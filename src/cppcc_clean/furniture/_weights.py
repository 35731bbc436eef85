"""What a line is judged by: every weight in one table, each with its reason."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Says(IntEnum):
    """How surely the wording of a line is page furniture."""

    CERTAIN = 4  # nothing but furniture is worded like this: leaves wherever it stands
    STRONG = 3  # furniture unless the article is about it: one thing more must speak for it
    FAIR = 2  # articles have such lines too: only at the very edge, or between furniture
    WEAK = 1  # says nothing by itself (`117`, `图片说明`): edge and neighbour together
    NOTHING = 0  # any short line: only at the edge and with furniture on both sides


class Place(StrEnum):
    """Where on the page a kind of furniture stands."""

    HEAD = "head"
    TAIL = "tail"
    TOP = "above everything"
    EDGE = "head or tail"
    ANYWHERE = "anywhere"


# A line leaves when its weights come to this.
THRESHOLD = 4

# Places are counted in lines of the article, so that a verdict does not move when furniture is gone.
NEAR = 4  # title, second title line, byline, speech head may stand between a meta line and the edge; the same below
FAR = 12  # NOISE A1: "only in the first ~12 lines"

NEAR_EDGE = 2  # at the edge of the article
FAR_EDGE = 1  # a short way in
NEIGHBOUR = 1  # for each of the two neighbours that leaves too: furniture comes in groups
LIST = -2  # beside `key：value` lines that no page prints (`地点：`, `品种：`): the article's own list
BARE = -1  # nothing sure on the whole page: it is probably no page but a text
AMID = -1  # between two sentences of what is probably no page: an essay may show the foot of a paper
ANNOUNCED = -4  # below a line that ends with a colon and above the next sentence: the text cites what a page has
SIGNED = -3  # between the last paragraph and the date that signs it: a notice says there whom to ask
FORM = -3  # a field of a form whose last field is the text: a letter, an answer
KNOWN = 3  # one sure line, or so many others, and the text is known to be a page
HEADLINE = -2  # right above the line of date and source, as long as a headline: whatever it speaks of
BOARD = 1  # a board of posts has its buttons under every post
SENTENCE = -2  # ends like a sentence and is not of a kind that does: the article speaks

REASONS = {
    "near": (NEAR_EDGE, f"at most {NEAR} lines of the article between it and its edge"),
    "far": (FAR_EDGE, f"at most {FAR} lines of the article between it and its edge"),
    "field": (NEIGHBOUR, "beside another field of the page"),
    "neighbour": (NEIGHBOUR, "next to a line that leaves"),
    "list": (LIST, "beside other facts that the article lists"),
    "headline": (HEADLINE, "stands where the headline stands"),
    "bare": (BARE, "nothing on the page is surely furniture"),
    "amid": (AMID, "between sentences of a text that is probably no page"),
    "board": (BOARD, "a button on a board of posts"),
    "form": (FORM, "a field of a form whose last field is the text"),
    "announced": (ANNOUNCED, "the text announces it with a colon and goes on below"),
    "signed": (SIGNED, "above the date that the article is signed with"),
    "sentence": (SENTENCE, "ends like a sentence"),
}
