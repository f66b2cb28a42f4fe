"""Which line is the headline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import inf, log
from typing import TYPE_CHECKING

from copydesk.cleaning.datelines import find_dateline_alone, opens_report
from copydesk.cleaning.headline_wording import (
    MAX_HEADLINE_CHARACTERS,
    Wording,
    headline_key,
    without_site,
)
from copydesk.cleaning.shape import content_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_features import Numbers
    from copydesk.cleaning.line_model import LineScores

# Below this probability no line is looked at as a title, and below this score none is believed to be it.
MIN_TITLE_PROBABILITY = 0.005
MIN_TITLE_SCORE = -4.5
# What is taken for a paragraph is no title unless the model thinks so: an article without a headline on its
# page must keep its first sentence. One or two words are the name of a section or a button, and many without
# a small one a menu.
MIN_TITLE_PROBABILITY_OF_PARAGRAPH = 0.2
MIN_TITLE_PROBABILITY_OF_SENTENCE = 0.5
MIN_TITLE_PROBABILITY_OF_LABEL = 0.5
# What speaks for a line besides the model, in log odds; weighed on the cleaning gold.
IN_PAGE_TITLE_WEIGHT = 4.0
SHARED_WORDS_WEIGHT = 4.5
SENTENCE_WEIGHT = -1.0
BELOW_FIRST_PARAGRAPH_WEIGHT = -4.0
CAPTION_WEIGHT = -10.0
# So much a line can win on another when the words of both are compared with page and article.
MAX_LEAD_BY_WORDS = IN_PAGE_TITLE_WEIGHT + SHARED_WORDS_WEIGHT
# The line above may be the title of a standfirst or a picture line that looks more like one: the line right
# above, or where dates and buttons stand between, one of the next few that the model believes in more.
MIN_UPPER_PROBABILITY = 0.05
MIN_UPPER_PROBABILITY_ACROSS = 0.4
MIN_UPPER_SHARE = 0.5
_MAX_LINES_ACROSS = 5
MIN_HEADLINE_WORDS = 3
# The title of the whole page stands among its first lines.
_PAGE_TITLE_LINES = 3
MIN_PARAGRAPH_WORDS = 12
MIN_MENU_WORDS = 7
# As much of the article as tells what it is about.
_SUBJECT_CHARACTERS = 5_000
# Words are compared by their beginnings: "warns" in the headline, "warned" in the article.
_STEM_CHARACTERS = 5
_SENTENCE_ENDS = (".", "…", "!")


@dataclass(frozen=True)
class _Page:
    """A page whose headline is looked for; what only a close race asks for is read then.

    Attributes:
        candidates: Its lines.
        likely: The lines that the model believes in a little, with their probabilities.
        body: The positions of the paragraphs, at least one.
    """

    candidates: Sequence[Candidate]
    likely: Mapping[int, float]
    body: Sequence[int]

    @cached_property
    def subject(self) -> frozenset[str]:
        """The beginnings of the words that tell what the article is about."""
        return _stems(" ".join([self.candidates[no].text for no in self.body])[:_SUBJECT_CHARACTERS])

    @cached_property
    def top(self) -> tuple[int, ...]:
        """The first lines that may be the title of the page."""
        possible = (no for no in range(self.body[-1] + 1) if _may_be_title(self.candidates[no]))
        return tuple(islice(possible, _PAGE_TITLE_LINES))


def find_title(
    candidates: Sequence[Candidate],
    scores: LineScores,
    body: Sequence[int],
    captions: frozenset[int],
    supplied_title: str | None,
) -> int | None:
    """Find the headline: the line above the end of the article that the model and the article speak for.

    Args:
        candidates: The lines of the page.
        scores: What the model makes of them.
        body: The positions of the paragraphs, at least one.
        captions: Those of lines known for captions by their place.
        supplied_title: The title as the input gives it; then only a line that says the same is it.

    Returns:
        Its position, or None when no line qualifies.
    """
    if supplied_title is not None:
        wanted = headline_key(supplied_title)
        return next(
            (no for no in range(body[0], -1, -1) if headline_key(candidates[no].text) == wanted), None
        )
    page = _Page(candidates, _likely(candidates, scores.title, body), body)
    best = _likeliest(page, captions)
    above = None if best is None else _headline_above(page, best)
    return best if above is None else above


def _likely(candidates: Sequence[Candidate], probabilities: Numbers, body: Sequence[int]) -> dict[int, float]:
    """The lines down to the last paragraph that the model believes in enough for what they look like."""
    possible = probabilities[: body[-1] + 1]
    chosen = (possible >= MIN_TITLE_PROBABILITY).nonzero()[0]
    paragraphs = frozenset(body)
    return {
        no: probability
        for no, probability in zip(chosen.tolist(), possible[chosen].tolist(), strict=True)
        if probability >= _least_probability(candidates[no], is_paragraph=no in paragraphs)
    }


def _least_probability(candidate: Candidate, *, is_paragraph: bool) -> float:
    """How likely a line must be the title to be looked at as one."""
    text = candidate.text
    if len(text.split(None, MIN_HEADLINE_WORDS)) < MIN_HEADLINE_WORDS or _is_long_menu(candidate):
        return MIN_TITLE_PROBABILITY_OF_LABEL
    if not is_paragraph:
        return MIN_TITLE_PROBABILITY
    is_sentence = text.endswith(_SENTENCE_ENDS)
    return MIN_TITLE_PROBABILITY_OF_SENTENCE if is_sentence else MIN_TITLE_PROBABILITY_OF_PARAGRAPH


def _likeliest(page: _Page, captions: frozenset[int]) -> int | None:
    """The line that most speaks for, if enough does; words are compared only where they can decide."""
    weights = _leaders(page, _own_weights(page, captions))
    if not _is_decided(weights):
        weights = {
            no: weight + IN_PAGE_TITLE_WEIGHT * _is_in_page_title(page, no) for no, weight in weights.items()
        }
        least = max(weights.values(), default=0.0) - SHARED_WORDS_WEIGHT
        weights = {no: weight for no, weight in weights.items() if weight >= least}
    if not _is_decided(weights):
        weights = {no: weight + _shared_weight(page, no) for no, weight in weights.items()}
    best = max(sorted(weights), key=weights.__getitem__, default=None)
    return None if best is None or weights[best] <= MIN_TITLE_SCORE else best


def _own_weights(page: _Page, captions: frozenset[int]) -> dict[int, float]:
    """What the model, a line's end and its place speak for each line."""
    long = (no for no in page.body if len(page.candidates[no].text.split()) >= MIN_PARAGRAPH_WORDS)
    first_paragraph = next(long, page.body[0])
    weights: dict[int, float] = {}
    for no, likely in page.likely.items():
        probability = min(max(likely, 1e-4), 1 - 1e-4)
        weights[no] = (
            log(probability / (1 - probability))
            + SENTENCE_WEIGHT * page.candidates[no].text.endswith(_SENTENCE_ENDS)
            + BELOW_FIRST_PARAGRAPH_WEIGHT * (no > first_paragraph)
            + CAPTION_WEIGHT * (no in captions)
        )
    return weights


def _leaders(page: _Page, weights: Mapping[int, float]) -> dict[int, float]:
    """The lines that may be a title and that others cannot leave behind by their words."""
    leaders: dict[int, float] = {}
    least = -inf
    for no in sorted(weights, key=weights.__getitem__, reverse=True):
        if weights[no] < least:
            break
        if _may_be_title(page.candidates[no]):
            leaders[no] = weights[no]
            least = max(least, weights[no] - MAX_LEAD_BY_WORDS)
    return leaders


def _is_decided(weights: Mapping[int, float]) -> bool:
    """Whether one line is left, and enough speaks for it whatever its words."""
    return len(weights) == 1 and max(weights.values()) > MIN_TITLE_SCORE + SHARED_WORDS_WEIGHT / 2


def _is_in_page_title(page: _Page, no: int) -> bool:
    """Whether another of the page's first lines says the same, with or without the name of the site."""
    wanted = Wording.of(page.candidates[no].text)
    if wanted.key.count(" ") < MIN_HEADLINE_WORDS - 1 or no == page.top[0]:
        return False
    return any(wanted.is_said_in(page.candidates[other].text) for other in page.top if other != no)


def _shared_weight(page: _Page, no: int) -> float:
    shared = _shared(page, no)
    return 0.0 if shared is None else SHARED_WORDS_WEIGHT * (shared - 0.5)


def _shared(page: _Page, no: int) -> float | None:
    """The share of a line's content words that the article has; None for too few to tell."""
    stems = _stems(without_site(page.candidates[no].text))
    return len(stems & page.subject) / len(stems) if len(stems) >= 2 else None


def _stems(text: str) -> frozenset[str]:
    return frozenset([word[:_STEM_CHARACTERS] for word in content_words(text)])


def _may_be_title(candidate: Candidate) -> bool:
    is_short = 0 < len(candidate.text) <= MAX_HEADLINE_CHARACTERS
    return (
        _is_open(candidate)
        and is_short
        and find_dateline_alone(candidate.text) is None
        and not opens_report(candidate.text)
    )


def _is_open(candidate: Candidate) -> bool:
    # A long headline can be a line that the page has twice; what other rules know is no headline.
    return candidate.verdict is None or candidate.verdict.rule == "repeated_paragraph"


def _is_long_menu(candidate: Candidate) -> bool:
    """Whether the line is a row of names: headlines can be without a small word, but not so long."""
    shape = candidate.shape
    return shape.n_words >= MIN_MENU_WORDS and shape.is_menu


def _headline_above(page: _Page, best: int) -> int | None:
    """The headline above a line that looks most like one, where that is its standfirst or a picture line."""
    nearest = range(best - 1, max(best - 2 - _MAX_LINES_ACROSS, -1), -1)
    upper = next((no for no in nearest if _is_open(page.candidates[no])), None)
    if upper is None or not _may_be_title(page.candidates[upper]):
        return None
    least = MIN_UPPER_PROBABILITY if upper == best - 1 else MIN_UPPER_PROBABILITY_ACROSS
    text = page.candidates[upper].text
    is_headline = len(text.split()) >= MIN_HEADLINE_WORDS and not text.endswith(_SENTENCE_ENDS)
    # A line of the path to the page ends with its headline.
    is_same = headline_key(text).endswith(headline_key(page.candidates[best].text))
    if page.likely.get(upper, 0.0) < least or not is_headline or is_same or _is_in_page_title(page, best):
        return None
    return upper if (_shared(page, upper) or 0.0) >= MIN_UPPER_SHARE else None
