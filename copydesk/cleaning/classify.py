"""Labels every block of a page and names what decided: a rule that is certain, or the line model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.article_lines import find_article, may_be_furniture
from copydesk.cleaning.captions import find_caption_lines, looks_like_caption
from copydesk.cleaning.comment_section import find_comments
from copydesk.cleaning.crossheads import PARAGRAPH_ENDS, ends_like_sentence, find_crossheads, is_paragraph
from copydesk.cleaning.datelines import find_dateline_alone
from copydesk.cleaning.families import likely_families
from copydesk.cleaning.headline import find_title
from copydesk.cleaning.headline_wording import repeats_of_title
from copydesk.cleaning.line_scores import line_scores
from copydesk.cleaning.verdict import CERTAIN, GUESS, LIKELY, Verdict, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.article_lines import ArticleLines
    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_model import LineScores

MAX_LINES_AT_TOP = 3
MIN_TITLE_PROBABILITY_BELOW_TOP = 0.3
MODEL = "line_model"
# No probability is so high that nothing could be surer, nor is a decision ever worse than a coin's.
_MAX_MODEL_CONFIDENCE = 0.99
_COIN = 0.5
_LINE_OF_CLEAN_TEXT = Verdict(SegmentLabel.BODY, "line_of_clean_text", GUESS)
MIN_SUBTITLE_FUNCTION_WORDS = 2
MIN_BYLINE_SCORE = 0.05


@dataclass(frozen=True, slots=True)
class _Page:
    """A page while its lines get their labels.

    Attributes:
        candidates: Its lines.
        scores: What the model makes of them.
        article: Which of them are its article.
        title: The position of the title.
        body: The positions of the paragraphs without it, in order.
        families: What each line is if it is junk that no rule knows.
    """

    candidates: Sequence[Candidate]
    scores: LineScores
    article: ArticleLines
    title: int | None
    body: tuple[int, ...]
    families: Sequence[JunkFamily]

    @property
    def first(self) -> int:
        """The position of the first paragraph; the number of lines where there is none."""
        return self.body[0] if self.body else len(self.candidates)

    @property
    def last(self) -> int:
        """The position of the last paragraph, -1 where there is none."""
        return self.body[-1] if self.body else -1


def classify_lines(candidates: Sequence[Candidate], supplied_title: str | None = None) -> tuple[Verdict, ...]:
    """Classify every line.

    Args:
        candidates: The lines of one record in order, as the rules judge them.
        supplied_title: The title as the input gives it, known before the page is read.

    Returns:
        One verdict a line; none of them is body when no article was found.
    """
    if not candidates:
        return ()
    scores = line_scores(candidates)
    article = find_article(candidates, scores.body)
    title = _find_title(candidates, scores, article, supplied_title)
    page = _Page(
        candidates,
        scores,
        article,
        title,
        _without_title(article, title),
        likely_families(scores.looks),
    )
    labelled = _with_title(_verdicts(page), page, supplied_title)
    labelled = _with_crossheads(_with_comments(labelled, page), page)
    return _with_byline_scores(labelled, scores)


def holds_alone(candidates: Sequence[Candidate], confidences: Sequence[float]) -> bool:
    """Whether paragraphs would all be body again if they came alone, whatever the model made of them.

    A text without furniture keeps every line that no rule knows, but for what the model has a say in: its
    title, which stands at the top and is no sentence, and short lines. `confidences` are those of what the
    paragraphs were taken for among their neighbours: what was more than a guess there is possible alone.
    """
    texts = [candidate.text for candidate in candidates]
    may_fall = (
        candidate.verdict is not None
        or may_be_title_of_clean_text(no, texts[no])
        or (confidences[no] <= GUESS and may_be_furniture(candidate))
        for no, candidate in enumerate(candidates)
    )
    is_article = any(confidence >= LIKELY for confidence in confidences)
    return (
        is_article and not any(may_fall) and not find_crossheads(texts) and not find_caption_lines(candidates)
    )


def _with_byline_scores(verdicts: Sequence[Verdict], scores: LineScores) -> tuple[Verdict, ...]:
    """The verdicts, with what the model says of those lines that may be the byline."""
    chosen = list(verdicts)
    for no in (scores.byline > MIN_BYLINE_SCORE).nonzero()[0].tolist():
        chosen[no] = replace(chosen[no], byline_score=round(float(scores.byline[no]), 3))
    return tuple(chosen)


def _find_title(
    candidates: Sequence[Candidate], scores: LineScores, article: ArticleLines, supplied_title: str | None
) -> int | None:
    """The headline's position: the likeliest line, the first of a clean text, or that above a dateline."""
    title = None
    if article.body:
        title = find_title(candidates, scores, article.body, article.captions, supplied_title)
    if article.is_clean and not _may_head_clean_text(candidates, scores, article, title):
        title = _title_of_clean_text(candidates)
    if title is None and article.above_dateline and _may_be_headline(candidates, article.above_dateline[0]):
        title = article.above_dateline[0]
    return title


def _may_head_clean_text(
    candidates: Sequence[Candidate], scores: LineScores, article: ArticleLines, title: int | None
) -> bool:
    """Whether a line can be the title of a text without furniture: at its top, or likely and above it all."""
    if title is None:
        return False
    if may_be_title_of_clean_text(title, candidates[title].text):
        return True
    is_likely = scores.title[title] >= MIN_TITLE_PROBABILITY_BELOW_TOP
    return is_likely and not any(article.is_likely[:title]) and not ends_like_sentence(candidates[title].text)


def _without_title(article: ArticleLines, title: int | None) -> tuple[int, ...]:
    """The body without the title, and without what stands above it that the model takes for no text."""
    if title is None:
        return article.body
    return tuple(no for no in article.body if no > title or (no < title and article.is_likely[no]))


def _title_of_clean_text(candidates: Sequence[Candidate]) -> int | None:
    """The first line of a text without furniture, dates aside, if it is no sentence and one follows."""
    first = next((no for no, candidate in enumerate(candidates) if candidate.verdict is None), None)
    if first is None or first + 1 >= len(candidates):
        return None
    is_title = _may_be_headline(candidates, first) and is_paragraph(candidates[first + 1].text)
    return first if is_title else None


def _may_be_headline(candidates: Sequence[Candidate], place: int) -> bool:
    candidate = candidates[place]
    return may_be_title_of_clean_text(place, candidate.text) and candidate.shape.is_headline_like


def may_be_title_of_clean_text(place: int, text: str) -> bool:
    """Whether a line of a text without furniture can be its title: at the top, and no sentence."""
    return place < MAX_LINES_AT_TOP and not ends_like_sentence(text)


def _confidences(page: _Page) -> list[float]:
    """How sure the model is of each line, one way or the other."""
    likely = page.scores.body
    surer = np.where(page.article.is_likely, np.maximum(likely, _COIN), 1 - likely).astype(np.float64)
    confidences: list[float] = np.minimum(surer, _MAX_MODEL_CONFIDENCE).round(2).tolist()
    return confidences


def _verdicts(page: _Page) -> list[Verdict]:
    """The verdicts on lines by themselves and their place; titles, comments and crossheads come after."""
    confidences = _confidences(page)
    verdicts = [
        candidate.verdict or _dropped(family, confidence)
        for candidate, family, confidence in zip(page.candidates, page.families, confidences, strict=True)
    ]
    for no in page.body:
        verdicts[no] = _kept(confidences[no]) if page.article.is_likely[no] else _LINE_OF_CLEAN_TEXT
    for no in page.article.below:
        verdicts[no] = junk(page.families[no], "below_article", GUESS)
    for no in _unknown(page, range(page.first + 1, page.last)):
        if _may_be_caption(page, no):
            verdicts[no] = Verdict(SegmentLabel.CAPTION, MODEL, confidences[no])
    for no in _unknown(page, _beside_title(page)):
        verdicts[no] = _beside_title_verdict(page, no) or verdicts[no]
    return verdicts


def _beside_title(page: _Page) -> list[int]:
    """The line right above the title and those from there to the article; without a title all above this."""
    if page.title is None:
        return list(range(page.first))
    return [*range(max(page.title - 1, 0), page.title), *range(page.title + 1, page.first)]


# Confidences are hundredths: there are few such verdicts, which many lines share.
@cache
def _kept(confidence: float) -> Verdict:
    return Verdict(SegmentLabel.BODY, MODEL, confidence)


@cache
def _dropped(family: JunkFamily, confidence: float) -> Verdict:
    return junk(family, MODEL, confidence)


def _unknown(page: _Page, positions: Sequence[int]) -> list[int]:
    """Those lines that no rule knows and that are no paragraphs."""
    body = frozenset(page.body)
    return [no for no in positions if page.candidates[no].verdict is None and no not in body]


def _may_be_caption(page: _Page, no: int) -> bool:
    return no in page.article.captions or looks_like_caption(page.candidates[no].text)


def _beside_title_verdict(page: _Page, no: int) -> Verdict | None:
    """The verdict on a line between title and article, or right above the title."""
    text = page.candidates[no].text
    if find_dateline_alone(text) is not None:
        return Verdict(SegmentLabel.DATELINE, "place_and_date_above_body", LIKELY)
    if page.title is not None and no < page.title:
        return None
    if no in page.article.above_dateline and text.endswith(PARAGRAPH_ENDS):
        clings = not page.candidates[no + 1].block.follows_blank
        label = SegmentLabel.CAPTION if clings else SegmentLabel.SUBTITLE
        return Verdict(label, "sentence_above_dateline", LIKELY)
    if page.title is None:
        return None
    if _may_be_caption(page, no):
        return Verdict(SegmentLabel.CAPTION, "picture_line_above_body", GUESS)
    if no == page.title + 1 and page.candidates[no].shape.n_function_words >= MIN_SUBTITLE_FUNCTION_WORDS:
        return Verdict(SegmentLabel.SUBTITLE, "line_below_title", GUESS)
    return None


def _with_title(verdicts: Sequence[Verdict], page: _Page, supplied_title: str | None) -> tuple[Verdict, ...]:
    """The verdicts with the title's, and with those of the lines that repeat it outside the article."""
    text = supplied_title if page.title is None else page.candidates[page.title].text
    if text is None:
        return tuple(verdicts)
    changed = list(verdicts)
    repeat = junk(JunkFamily.REPEATED_TITLE, "repeated_title", CERTAIN)
    body = frozenset(page.body)
    for no in repeats_of_title(text, [candidate.text for candidate in page.candidates]):
        if no not in body:
            changed[no] = repeat
    if page.title is not None:
        likely = min(float(page.scores.title[page.title]), _MAX_MODEL_CONFIDENCE)
        changed[page.title] = Verdict(
            SegmentLabel.TITLE, MODEL, CERTAIN if supplied_title else max(round(likely, 2), GUESS)
        )
    return tuple(changed)


def _with_comments(verdicts: Sequence[Verdict], page: _Page) -> tuple[Verdict, ...]:
    """The verdicts, with the family of what readers wrote below the article put right."""
    changed = list(verdicts)
    for no in find_comments(page.candidates, page.last):
        if verdicts[no].rule == MODEL and verdicts[no].label is SegmentLabel.JUNK:
            changed[no] = replace(verdicts[no], junk_family=JunkFamily.COMMENTS)
    return tuple(changed)


def _with_crossheads(verdicts: Sequence[Verdict], page: _Page) -> tuple[Verdict, ...]:
    """The verdicts, with short lines that stand alone between paragraphs taken out of the text."""
    changed = list(verdicts)
    for place in find_crossheads([page.candidates[no].text for no in page.body]):
        changed[page.body[place]] = Verdict(SegmentLabel.CROSSHEAD, "short_line_between_paragraphs", LIKELY)
    return tuple(changed)
