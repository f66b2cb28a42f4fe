"""Labels every block of a page and names what decided: a rule that is certain, or the line model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from copydesk.cleaning.captions import find_caption_lines, looks_like_caption
from copydesk.cleaning.comment_section import find_comments
from copydesk.cleaning.datelines import find_dateline, find_dateline_alone
from copydesk.cleaning.families import likely_families
from copydesk.cleaning.headline import find_title, repeats_of_title
from copydesk.cleaning.line_scores import line_scores
from copydesk.cleaning.verdict import CERTAIN, GUESS, LIKELY, Verdict, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.candidate import Candidate
    from copydesk.cleaning.line_model import LineScores

# Longer headings are nearly sentences; numbered ones are entries of a list.
MAX_CROSSHEAD_WORDS = 4
# More of them are the headings of a guide's or a list's sections, which are its text.
MAX_CROSSHEADS = 3
MAX_LINES_AT_TOP = 3
MIN_PARAGRAPH_WORDS = 8
# Only a picture line or a standfirst may stand above a dateline.
MAX_SENTENCES_ABOVE_DATELINE = 2
MODEL = "line_model"
MIN_PROBABILITY = 0.5
# No probability is so high that nothing could be surer, nor is a decision ever worse than a coin's.
_MAX_MODEL_CONFIDENCE = 0.99
MIN_SUBTITLE_FUNCTION_WORDS = 2
MIN_BYLINE_SCORE = 0.05
# How a paragraph ends; a heading may end in a quotation mark, but in none of the others.
_QUOTE_MARKS = "\"”'’"
_ENDS = (".", "!", "?", ":", ";", ",", "…", "»", ")", "。", "！", "？")
_PARAGRAPH_ENDS = (*_ENDS, *_QUOTE_MARKS)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page while its lines get their labels.

    Attributes:
        candidates: Its lines.
        scores: What the model makes of them.
        title: The position of the title.
        body: The positions of the paragraphs, in order.
        captions: Those of lines known by their place for the two lines of a caption.
        families: What each line is if it is junk that no rule knows.
    """

    candidates: tuple[Candidate, ...]
    scores: LineScores
    title: int | None
    body: tuple[int, ...]
    captions: frozenset[int]
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
    is_clean = _is_clean(candidates) and bool((scores.body > MIN_PROBABILITY).any())
    captions = find_caption_lines(candidates)
    body = [
        no
        for no, (candidate, probability) in enumerate(zip(candidates, scores.body.tolist(), strict=True))
        if _may_be_body(candidate, probability, is_clean=is_clean) and no not in captions
    ]
    above_dateline = body[: _n_above_dateline(candidates, body)]
    body = _without_head(candidates, body[len(above_dateline) :])
    title = find_title(candidates, scores, body, captions, supplied_title) if body else None
    if is_clean and (title is None or not may_be_title_of_clean_text(title, candidates[title].text)):
        title = _title_of_clean_text(candidates)
    if title is None and above_dateline and _may_head_dateline(candidates, above_dateline[0]):
        title = above_dateline[0]
    page = _Page(
        candidates,
        scores,
        title,
        tuple(no for no in body if no != title),
        captions,
        likely_families(scores.looks),
    )
    is_body = frozenset(page.body)
    verdicts = [
        _verdict(page, no, confidence, is_body=no in is_body)
        for no, confidence in enumerate(_confidences(scores))
    ]
    labelled = _with_crossheads(_with_comments(_with_title(verdicts, page, supplied_title), page), page)
    return _with_byline_scores(labelled, scores)


def holds_alone(candidates: Sequence[Candidate]) -> bool:
    """Whether paragraphs would all be body again if they came alone, whatever the model made of them.

    A text without furniture keeps every line that no rule knows. The model has a say in its title only,
    which stands at the top and is no sentence.
    """
    texts = [candidate.text for candidate in candidates]
    may_fall = (
        candidate.verdict is not None or may_be_title_of_clean_text(no, texts[no])
        for no, candidate in enumerate(candidates)
    )
    return not any(may_fall) and not _crossheads(texts) and not find_caption_lines(candidates)


def _with_byline_scores(verdicts: Sequence[Verdict], scores: LineScores) -> tuple[Verdict, ...]:
    """The verdicts, with what the model says of those lines that may be the byline."""
    chosen = list(verdicts)
    for no in (scores.byline > MIN_BYLINE_SCORE).nonzero()[0].tolist():
        chosen[no] = replace(chosen[no], byline_score=round(float(scores.byline[no]), 3))
    return tuple(chosen)


def _without_head(candidates: Sequence[Candidate], body: Sequence[int]) -> list[int]:
    """The body from its first line on that no rule knows for a date, a caption or a button."""
    first = next((place for place, no in enumerate(body) if candidates[no].verdict is None), len(body))
    return list(body[first:])


def _title_of_clean_text(candidates: Sequence[Candidate]) -> int | None:
    """The first line of a text without furniture, dates aside, if it is no sentence and one follows."""
    first = next((no for no, candidate in enumerate(candidates) if candidate.verdict is None), None)
    if first is None or first + 1 >= len(candidates):
        return None
    text = candidates[first].text
    is_title = may_be_title_of_clean_text(first, text) and candidates[first].shape.is_headline_like
    return first if is_title and _is_paragraph(candidates[first + 1].text) else None


def _may_head_dateline(candidates: Sequence[Candidate], place: int) -> bool:
    return place < MAX_LINES_AT_TOP and candidates[place].shape.is_headline_like


def may_be_title_of_clean_text(place: int, text: str) -> bool:
    """Whether a line of a text without furniture can be its title: at the top, and no sentence."""
    return place < MAX_LINES_AT_TOP and not text.rstrip(_QUOTE_MARKS).endswith(_ENDS)


def _n_above_dateline(candidates: Sequence[Candidate], body: Sequence[int]) -> int:
    """How many lines taken for paragraphs stand above the dateline, which opens the report."""
    for place, no in enumerate(body[: MAX_SENTENCES_ABOVE_DATELINE + 1]):
        dateline = find_dateline(candidates[no].text)
        if dateline is not None and dateline.is_certain:
            return place
    return 0


def _is_clean(candidates: Sequence[Candidate]) -> bool:
    """Whether no line is certain to be a page's furniture: then the text was cleaned before."""
    return not any(
        candidate.is_certain and candidate.verdict.label is SegmentLabel.JUNK and candidate.text
        for candidate in candidates
        if candidate.verdict is not None
    )


def _may_be_body(candidate: Candidate, probability: float, *, is_clean: bool) -> bool:
    """Whether a line is taken for text: of a clean text every line that no rule knows for anything else."""
    if candidate.is_certain or not any(map(str.isalnum, candidate.text)):
        return False
    if probability > MIN_PROBABILITY:
        return True
    return is_clean and candidate.verdict is None and find_dateline_alone(candidate.text) is None


def _confidences(scores: LineScores) -> list[float]:
    """How sure the model is of each line, one way or the other."""
    surer = np.maximum(scores.body, 1 - scores.body).astype(np.float64)
    confidences: list[float] = np.minimum(surer, _MAX_MODEL_CONFIDENCE).round(2).tolist()
    return confidences


def _verdict(page: _Page, no: int, confidence: float, *, is_body: bool) -> Verdict:
    """The verdict on a line by itself and its place; titles, comments and crossheads come after."""
    candidate = page.candidates[no]
    if is_body:
        if page.scores.body[no] <= MIN_PROBABILITY:
            return Verdict(SegmentLabel.BODY, "line_of_clean_text", GUESS)
        return Verdict(SegmentLabel.BODY, MODEL, confidence)
    if candidate.verdict is not None:
        return candidate.verdict
    start = 0 if page.title is None else page.title + 1
    if start <= no < page.first or (page.title is not None and no == page.title - 1):
        beside = _beside_title_verdict(page, no)
        if beside is not None:
            return beside
    if page.first < no < page.last and (no in page.captions or looks_like_caption(candidate.text)):
        return Verdict(SegmentLabel.CAPTION, MODEL, confidence)
    return junk(page.families[no], MODEL, confidence)


def _beside_title_verdict(page: _Page, no: int) -> Verdict | None:
    """The verdict on a line between title and article, or right above the title."""
    text = page.candidates[no].text
    # No date without a digit: most lines need not be read.
    if any(map(str.isdigit, text)) and find_dateline_alone(text) is not None:
        return Verdict(SegmentLabel.DATELINE, "place_and_date_above_body", LIKELY)
    if page.title is None or no < page.title:
        return None
    if no < page.first and page.scores.body[no] > 0.5 and text.endswith(_PARAGRAPH_ENDS):
        clings = not page.candidates[no + 1].block.follows_blank
        label = SegmentLabel.CAPTION if clings else SegmentLabel.SUBTITLE
        return Verdict(label, "sentence_above_dateline", LIKELY)
    if no in page.captions or looks_like_caption(text):
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
    for no in repeats_of_title(text, [candidate.text for candidate in page.candidates]):
        if no not in page.body:
            changed[no] = repeat
    if page.title is not None:
        likely = min(float(page.scores.title[page.title]), _MAX_MODEL_CONFIDENCE)
        changed[page.title] = Verdict(
            SegmentLabel.TITLE, MODEL, CERTAIN if supplied_title else max(round(likely, 2), GUESS)
        )
    return tuple(changed)


def _with_comments(verdicts: Sequence[Verdict], page: _Page) -> tuple[Verdict, ...]:
    """The verdicts, with the family of what readers wrote below the article put right."""
    comments = find_comments(page.candidates, page.last)
    return tuple(
        replace(verdict, junk_family=JunkFamily.COMMENTS)
        if no in comments and verdict.rule == MODEL and verdict.label is SegmentLabel.JUNK
        else verdict
        for no, verdict in enumerate(verdicts)
    )


def _with_crossheads(verdicts: Sequence[Verdict], page: _Page) -> tuple[Verdict, ...]:
    """The verdicts, with short lines that stand alone between paragraphs taken out of the text."""
    changed = list(verdicts)
    for place in _crossheads([page.candidates[no].text for no in page.body]):
        changed[page.body[place]] = Verdict(SegmentLabel.CROSSHEAD, "short_line_between_paragraphs", LIKELY)
    return tuple(changed)


def _crossheads(texts: Sequence[str]) -> list[int]:
    """Which of the paragraphs are headings between two others; none where there are more than of a report."""
    places = [place for place in range(len(texts)) if _is_crosshead(texts, place)]
    return places if len(places) <= MAX_CROSSHEADS else []


def _is_crosshead(texts: Sequence[str], place: int) -> bool:
    """Whether a paragraph's text is a heading between two others."""
    if not 0 < place < len(texts) - 1 or not _is_heading(texts[place]):
        return False
    return _is_paragraph(texts[place - 1]) and _is_paragraph(texts[place + 1])


def _is_heading(text: str) -> bool:
    """Whether a line can be a crosshead: short, no sentence, no number."""
    is_short = len(text.split()) <= MAX_CROSSHEAD_WORDS
    is_sentence = text.rstrip(_QUOTE_MARKS).endswith(_ENDS)
    return is_short and not is_sentence and not any(map(str.isdigit, text))


def _is_paragraph(text: str) -> bool:
    return len(text.split()) >= MIN_PARAGRAPH_WORDS and text.endswith(_PARAGRAPH_ENDS)
