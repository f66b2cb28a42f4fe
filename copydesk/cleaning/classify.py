"""Labels every block of a page and names what decided: a rule that is certain, or the line model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copydesk.cleaning.candidate import Candidate, judge_lines
from copydesk.cleaning.captions import is_in_caption, looks_like_caption
from copydesk.cleaning.comment_section import find_comments
from copydesk.cleaning.datelines import find_dateline, find_dateline_alone
from copydesk.cleaning.headline import find_title, repeats_of_title
from copydesk.cleaning.line_scores import line_scores
from copydesk.cleaning.verdict import CERTAIN, GUESS, LIKELY, Verdict, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.blocks import Block
    from copydesk.cleaning.line_model import LineScores

# Longer headings are nearly sentences; numbered ones are entries of a list.
MAX_CROSSHEAD_WORDS = 4
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
_QUOTE_ENDS = ('"', "”", "'", "’")
_ENDS = (".", "!", "?", ":", ";", ",", "…", "»", ")", "。", "！", "？")


@dataclass(frozen=True, slots=True)
class _Page:
    """A page while its lines get their labels: `body` are positions of paragraphs, in order."""

    candidates: tuple[Candidate, ...]
    scores: LineScores
    title: int | None
    body: tuple[int, ...]

    @property
    def first(self) -> int:
        """The position of the first paragraph; the number of lines where there is none."""
        return self.body[0] if self.body else len(self.candidates)

    @property
    def last(self) -> int:
        """The position of the last paragraph, -1 where there is none."""
        return self.body[-1] if self.body else -1


def classify_blocks(blocks: Sequence[Block], supplied_title: str | None = None) -> tuple[Verdict, ...]:
    """Classify every block.

    Args:
        blocks: The blocks of one record in order.
        supplied_title: The title as the input gives it, known before the page is read.

    Returns:
        One verdict a block; none of them is body when no article was found.
    """
    if not blocks:
        return ()
    candidates = judge_lines(blocks)
    scores = line_scores(candidates)
    is_clean = _is_clean(candidates) and bool((scores.body > MIN_PROBABILITY).any())
    body = [
        no
        for no, candidate in enumerate(candidates)
        if _may_be_body(candidate, float(scores.body[no]), is_clean=is_clean)
        and not is_in_caption(candidates, no)
    ]
    above_dateline = body[: _n_above_dateline(candidates, body)]
    body = _without_head(candidates, body[len(above_dateline) :])
    title = find_title(candidates, scores, body, supplied_title) if body else None
    if is_clean and (title is None or not may_be_title_of_clean_text(title, candidates[title].text)):
        title = _title_of_clean_text(candidates)
    if title is None and above_dateline and _may_head_dateline(candidates, above_dateline[0]):
        title = above_dateline[0]
    page = _Page(candidates, scores, title, tuple(no for no in body if no != title))
    is_body = frozenset(page.body)
    verdicts = [_verdict(page, no, is_body=no in is_body) for no in range(len(candidates))]
    labelled = _with_crossheads(_with_comments(_with_title(verdicts, page, supplied_title), page), page)
    return _with_byline_scores(labelled, scores)


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
    return place < MAX_LINES_AT_TOP and not text.endswith(_ENDS)


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


def _confidence(probability: float) -> float:
    return round(min(max(probability, 1 - probability), _MAX_MODEL_CONFIDENCE), 2)


def _verdict(page: _Page, no: int, *, is_body: bool) -> Verdict:
    """The verdict on a line by itself and its place; titles, comments and crossheads come after."""
    candidate, confidence = page.candidates[no], _confidence(float(page.scores.body[no]))
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
    is_caption = looks_like_caption(candidate.text) or is_in_caption(page.candidates, no)
    if page.first < no < page.last and is_caption:
        return Verdict(SegmentLabel.CAPTION, MODEL, confidence)
    return junk(_family(candidate), MODEL, confidence)


def _beside_title_verdict(page: _Page, no: int) -> Verdict | None:
    """The verdict on a line between title and article, or right above the title."""
    text = page.candidates[no].text
    # No date without a digit: most lines need not be read.
    if any(map(str.isdigit, text)) and find_dateline_alone(text) is not None:
        return Verdict(SegmentLabel.DATELINE, "place_and_date_above_body", LIKELY)
    if page.title is None or no < page.title:
        return None
    if no < page.first and page.scores.body[no] > 0.5 and text.endswith(_ENDS + _QUOTE_ENDS):
        clings = not page.candidates[no + 1].block.follows_blank
        label = SegmentLabel.CAPTION if clings else SegmentLabel.SUBTITLE
        return Verdict(label, "sentence_above_dateline", LIKELY)
    if looks_like_caption(text) or is_in_caption(page.candidates, no):
        return Verdict(SegmentLabel.CAPTION, "picture_line_above_body", GUESS)
    if no == page.title + 1 and page.candidates[no].shape.n_function_words >= MIN_SUBTITLE_FUNCTION_WORDS:
        return Verdict(SegmentLabel.SUBTITLE, "line_below_title", GUESS)
    return None


def _family(candidate: Candidate) -> JunkFamily:
    """The family of a line that the model drops, by its looks."""
    shape = candidate.shape
    if shape.is_prose:
        return JunkFamily.TEASER
    if shape.is_menu or not shape.is_headline_like:
        return JunkFamily.NAVIGATION
    return JunkFamily.RELATED_LINK


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
    texts = [page.candidates[no].text for no in page.body]
    changed = list(verdicts)
    for place in range(1, len(texts) - 1):
        if is_heading(texts[place]) and _is_paragraph(texts[place - 1]) and _is_paragraph(texts[place + 1]):
            no = page.body[place]
            changed[no] = Verdict(SegmentLabel.CROSSHEAD, "short_line_between_paragraphs", LIKELY)
    return tuple(changed)


def is_heading(text: str) -> bool:
    """Whether a line can be a crosshead: short, no sentence, no number."""
    is_short = len(text.split()) <= MAX_CROSSHEAD_WORDS
    is_sentence = text.rstrip("".join(_QUOTE_ENDS)).endswith(_ENDS)
    return is_short and not is_sentence and not any(map(str.isdigit, text))


def _is_paragraph(text: str) -> bool:
    return len(text.split()) >= MIN_PARAGRAPH_WORDS and text.endswith(_ENDS + _QUOTE_ENDS)
