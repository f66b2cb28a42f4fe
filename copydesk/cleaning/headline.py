"""Which line is the headline, and which repeat it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from math import log
from typing import TYPE_CHECKING

from copydesk.cleaning.datelines import find_dateline_alone
from copydesk.cleaning.shape import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_model import LineScores

# Below this probability no line is looked at as a title, and below this score none is believed to be it.
MIN_TITLE_PROBABILITY = 0.005
MIN_TITLE_SCORE = -4.0
MAX_HEADLINE_CHARACTERS = 250
# What speaks for a line besides the model, in log odds; weighed on the cleaning gold.
IN_PAGE_TITLE_WEIGHT = 1.6
REPEATED_WEIGHT = 0.4
SHARED_WORDS_WEIGHT = 2.5
SENTENCE_WEIGHT = -1.0
BELOW_FIRST_PARAGRAPH_WEIGHT = -4.0
CAPTION_WEIGHT = -10.0
LONG_MENU_WEIGHT = -3.0
# The line right above may be the title of a standfirst that looks more like one.
MIN_UPPER_PROBABILITY = 0.05
MIN_UPPER_SHARE = 0.5
MIN_HEADLINE_WORDS = 3
# The title of the whole page stands among its first lines.
_PAGE_TITLE_LINES = 3
MIN_PARAGRAPH_WORDS = 12
MIN_MENU_WORDS = 7
# As much of the article as tells what it is about.
_SUBJECT_CHARACTERS = 5_000
# Words are compared by their beginnings: "warns" in the headline, "warned" in the article.
_STEM_CHARACTERS = 5
_SIGNS = re.compile(r"[\W_]+")
_SITE_JOINT = re.compile(r"\s+[|»–—:-]+\s+|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class _Headline:
    """A line that may be the title, and how much speaks for it."""

    position: int
    probability: float
    shared: float
    is_in_page_title: bool
    score: float


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
    headlines = _headlines(candidates, scores, body, captions)
    if not headlines:
        return None
    best = max(headlines.values(), key=lambda headline: headline.score)
    if best.score <= MIN_TITLE_SCORE:
        return None
    upper = headlines.get(best.position - 1)
    if upper is not None and not best.is_in_page_title and _may_be_above_standfirst(candidates, upper):
        return upper.position
    return best.position


def _headlines(
    candidates: Sequence[Candidate], scores: LineScores, body: Sequence[int], captions: frozenset[int]
) -> dict[int, _Headline]:
    possible = (no for no in range(body[-1] + 1) if _may_be_title(candidates[no]))
    top = list(islice(possible, _PAGE_TITLE_LINES))
    page_titles = {
        headline_key(piece)
        for no in top
        for piece in (candidates[no].text, *_SITE_JOINT.split(candidates[no].text))
    }
    likely = [
        no
        for no in (scores.title[: body[-1] + 1] >= MIN_TITLE_PROBABILITY).nonzero()[0].tolist()
        if _may_be_title(candidates[no])
    ]
    keys = {no: headline_key(candidates[no].text) for no in likely}
    n_same = Counter(keys.values())
    subject = _stems(" ".join(candidates[no].text for no in body)[:_SUBJECT_CHARACTERS])
    first_paragraph = next(
        (no for no in body if len(candidates[no].text.split()) >= MIN_PARAGRAPH_WORDS), body[0]
    )
    found: dict[int, _Headline] = {}
    for no in likely:
        text, key = candidates[no].text, keys[no]
        is_long = len(key.split()) >= MIN_HEADLINE_WORDS
        is_in_page_title = is_long and no != top[0] and key in page_titles
        shared = _shared(text, subject)
        probability = min(max(float(scores.title[no]), 1e-4), 1 - 1e-4)
        score = (
            log(probability / (1 - probability))
            + IN_PAGE_TITLE_WEIGHT * is_in_page_title
            + REPEATED_WEIGHT * (is_long and n_same[key] > 1)
            + (0 if shared is None else SHARED_WORDS_WEIGHT * (shared - 0.5))
            + SENTENCE_WEIGHT * text.endswith((".", "…", "!"))
            + BELOW_FIRST_PARAGRAPH_WEIGHT * (no > first_paragraph)
            + CAPTION_WEIGHT * (no in captions)
            + LONG_MENU_WEIGHT * _is_long_menu(candidates[no])
        )
        found[no] = _Headline(no, probability, shared or 0.0, is_in_page_title, score)
    return found


def _may_be_title(candidate: Candidate) -> bool:
    # A long headline can be a line that the page has twice; what other rules know is no headline.
    is_open = candidate.verdict is None or candidate.verdict.rule == "repeated_paragraph"
    is_short = 0 < len(candidate.text) <= MAX_HEADLINE_CHARACTERS
    return (
        is_open and is_short and not _is_long_menu(candidate) and find_dateline_alone(candidate.text) is None
    )


def _is_long_menu(candidate: Candidate) -> bool:
    """Whether the line is a row of names: headlines can be without a small word, but not so long."""
    return candidate.shape.is_menu and candidate.shape.n_words >= MIN_MENU_WORDS


def _may_be_above_standfirst(candidates: Sequence[Candidate], upper: _Headline) -> bool:
    text = candidates[upper.position].text
    is_likely = upper.probability >= MIN_UPPER_PROBABILITY and upper.shared >= MIN_UPPER_SHARE
    return is_likely and len(text.split()) >= MIN_HEADLINE_WORDS and not text.endswith((".", "…", "!"))


def _shared(line: str, subject: frozenset[str]) -> float | None:
    """The share of a line's content words that the article has; None for too few to tell."""
    stems = _stems(without_site(line))
    return len(stems & subject) / len(stems) if len(stems) >= 2 else None


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM_CHARACTERS] for word in content_words(text))


def repeats_of_title(title: str, lines: Sequence[str]) -> Iterator[int]:
    """The positions of the lines that say the title, perhaps with the name of the site.

    >>> list(repeats_of_title("Talks resume in Geneva", ["BBC News - Talks resume in Geneva", "Talks"]))
    [0]
    """
    wanted = headline_key(title)
    # Most lines lack its longest word, and need not be looked at closely.
    word = max(wanted.split(), key=len, default="")
    for no, line in enumerate(lines):
        is_as_long = len(wanted) <= len(line) <= MAX_HEADLINE_CHARACTERS
        if is_as_long and word in line.casefold() and _says(line, wanted):
            yield no


def _says(line: str, wanted: str) -> bool:
    key = headline_key(line)
    return key == wanted or (wanted in key and wanted in map(headline_key, _SITE_JOINT.split(line)))


def headline_key(line: str) -> str:
    """The line with its letters and digits alone, in small letters: the same for the same headline."""
    return _SIGNS.sub(" ", line).strip().casefold()


def without_site(title: str) -> str:
    """The headline without the name of the site that page titles add after a bar.

    >>> without_site("Talks resume in Geneva | The Daily Desk")
    'Talks resume in Geneva'
    """
    head, bar, site = title.rpartition(" | ")
    return head.strip() if bar and len(site.split()) < len(head.split()) else title
