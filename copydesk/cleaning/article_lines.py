"""Which lines of a page are its article, by what the line model makes of them and by where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from copydesk.cleaning.captions import find_caption_lines
from copydesk.cleaning.comment_section import is_comment
from copydesk.cleaning.datelines import find_dateline_alone, opens_report
from copydesk.cleaning.shape import MAX_HEADLINE_WORDS
from schemas.vocabulary import SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_features import Numbers

# F1 is best where the threshold is half of the F1 that can be had, so under a half (Lipton, Elkan and
# Naryanaswamy, "Optimal Thresholding of Classifiers to Maximize F1 Measure", ECML PKDD 2014).
MIN_PROBABILITY = 0.4
# Only a picture line or a standfirst may stand above a dateline.
MAX_SENTENCES_ABOVE_DATELINE = 2
# More lines of other things than this between two paragraphs, and they are no neighbours.
MAX_LINES_BETWEEN = 3
# Of less than this share of the article's words, what stands below it by itself is no part of it: most
# such words in the cleaning gold were a teaser's, a comment's or the author's portrait.
MIN_SHARE_OF_ISLAND = 0.1
# Headings of what comes after an article. What stands below one and is little beside what stands above is
# no part of the article where the model is not sure of it.
_HEADINGS_BELOW = frozenset({"comments_heading", "related_heading"})
MIN_SHARE_BELOW_HEADING = 1 / 3
SURE = 0.8
# In a text without furniture a line is kept unless the model is as sure as this that it is none of it, and
# it is no sentence: a style sheet's line, a row of a menu that no rule knows.
MAX_PROBABILITY_OF_JUNK = 0.02
# A page whose line breaks are lost is one line, menus and all, which the model rarely takes for text. With so
# many words and sentences in it there is an article; only as much is read as tells.
MIN_WORDS_OF_LONE_LINE = 100
MIN_SENTENCES_OF_LONE_LINE = 3
_LONE_LINE_CHARACTERS = 10_000
_SENTENCE_END = re.compile(r"""\w[.!?]["”’)]?\s""")


@dataclass(frozen=True, slots=True)
class ArticleLines:
    """Positions of lines of a page, by what they have to do with its article.

    Attributes:
        is_likely: Whether each line of the page is likely text.
        is_clean: Whether the page has no furniture: then nearly every line that no rule knows is text.
        captions: Lines known by their place for the two lines of a caption.
        above_dateline: The lines taken for text above the dateline, which opens the report.
        below: The lines that the model takes for text but their place below the article for something else.
        body: The paragraphs, in order; the headline may be among them.
    """

    is_likely: Sequence[bool]
    is_clean: bool
    captions: frozenset[int]
    above_dateline: tuple[int, ...]
    below: frozenset[int]
    body: tuple[int, ...]


def find_article(candidates: Sequence[Candidate], probabilities: Numbers) -> ArticleLines:
    """Find the lines of the article.

    Args:
        candidates: The lines of the page, at least one.
        probabilities: How likely each is text, as the line model has it.
    """
    is_likely: list[bool] = (probabilities > MIN_PROBABILITY).tolist()
    if len(candidates) == 1 and _is_whole_page(candidates[0]):
        is_likely = [True]
    is_clean = _is_clean(candidates) and any(is_likely)
    captions = find_caption_lines(candidates)
    body = [
        no
        for no, candidate in enumerate(candidates)
        if (is_likely[no] or (is_clean and not _is_surely_junk(candidate, float(probabilities[no]))))
        and no not in captions
        and _may_be_body(candidate, is_likely=is_likely[no])
        and not is_comment(candidates, no)
    ]
    below: set[int] = set()
    if not is_clean:
        below.update(_below_heading(candidates, body, probabilities))
        below.update(_islands(candidates, [no for no in body if no not in below]))
    body = [no for no in body if no not in below]
    n_above = _n_above_dateline(candidates, body)
    return ArticleLines(
        is_likely,
        is_clean,
        captions,
        tuple(body[:n_above]),
        frozenset(below),
        tuple(_without_head(candidates, body[n_above:])),
    )


def _is_whole_page(candidate: Candidate) -> bool:
    """Whether the only line of a page has so much text that it is an article with whatever was around it."""
    text = candidate.text[:_LONE_LINE_CHARACTERS]
    n_sentences = sum(1 for _ in _SENTENCE_END.finditer(text))
    return n_sentences >= MIN_SENTENCES_OF_LONE_LINE and len(text.split()) >= MIN_WORDS_OF_LONE_LINE


def _is_clean(candidates: Sequence[Candidate]) -> bool:
    """Whether no line is certain to be a page's furniture: then the text was cleaned before."""
    return not any(
        candidate.is_certain and candidate.verdict.label is SegmentLabel.JUNK and candidate.text
        for candidate in candidates
        if candidate.verdict is not None
    )


def _may_be_body(candidate: Candidate, *, is_likely: bool) -> bool:
    """Whether a line can be text; what the model does not take for it, only if nothing knows it."""
    if candidate.is_certain or not any(map(str.isalnum, candidate.text)):
        return False
    return (is_likely or candidate.verdict is None) and find_dateline_alone(candidate.text) is None


def _is_surely_junk(candidate: Candidate, probability: float) -> bool:
    return probability < MAX_PROBABILITY_OF_JUNK and may_be_furniture(candidate)


def may_be_furniture(candidate: Candidate) -> bool:
    """Whether a line that no rule knows is short and no sentence, as furniture is."""
    return not candidate.shape.ends_sentence and candidate.shape.n_words <= MAX_HEADLINE_WORDS


def _below_heading(candidates: Sequence[Candidate], body: Sequence[int], probabilities: Numbers) -> list[int]:
    """The unsure paragraphs below the first heading of other things that has little text below it."""
    above = [0, *accumulate(len(candidates[no].text) for no in body)]
    for heading, candidate in enumerate(candidates):
        if candidate.verdict is not None and candidate.verdict.rule in _HEADINGS_BELOW:
            place = bisect_left(body, heading)
            if above[-1] - above[place] < MIN_SHARE_BELOW_HEADING * above[place]:
                return [no for no in body[place:] if probabilities[no] < SURE]
    return []


def _islands(candidates: Sequence[Candidate], body: Sequence[int]) -> Iterator[int]:
    """The paragraphs that stand by themselves below the longest run of them, and are little beside it."""
    runs: list[list[int]] = []
    for no in body:
        if runs and no - runs[-1][-1] <= MAX_LINES_BETWEEN + 1:
            runs[-1].append(no)
        else:
            runs.append([no])
    lengths = [sum(len(candidates[no].text) for no in run) for run in runs]
    longest = max(lengths, default=0)
    below = lengths.index(longest) + 1 if runs else 0
    for run, length in zip(runs[below:], lengths[below:], strict=True):
        if length < MIN_SHARE_OF_ISLAND * longest:
            yield from run


def _n_above_dateline(candidates: Sequence[Candidate], body: Sequence[int]) -> int:
    """How many lines taken for paragraphs stand above the dateline, which opens the report."""
    first = body[: MAX_SENTENCES_ABOVE_DATELINE + 1]
    return next((place for place, no in enumerate(first) if opens_report(candidates[no].text)), 0)


def _without_head(candidates: Sequence[Candidate], body: Sequence[int]) -> Sequence[int]:
    """The body from its first line on that no rule knows for a date, a caption or a button."""
    first = next((place for place, no in enumerate(body) if candidates[no].verdict is None), len(body))
    return body[first:]
