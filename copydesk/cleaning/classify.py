"""Labels every block of a page and names the rule that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cleaning.candidate import Candidate, decided, judge_lines
from copydesk.cleaning.captions import looks_like_caption, reads_like_sentence
from copydesk.cleaning.comment_section import find_comments
from copydesk.cleaning.datelines import find_dateline, find_dateline_alone
from copydesk.cleaning.headline import find_title, headline_key, is_stamp, repeats_title
from copydesk.cleaning.neighbours import Stretch, find_stretch
from copydesk.cleaning.verdict import CERTAIN, GUESS, LIKELY, Verdict, body, junk
from schemas.vocabulary import JunkFamily, SegmentLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.cleaning.blocks import Block

# A dateline opens the report: only a picture line or a standfirst may stand above it.
MAX_SENTENCES_ABOVE_DATELINE = 2
MAX_CROSSHEAD_WORDS = 10
MIN_SENTENCE_WORDS = 5
# An unpunctuated line in the body is text from this length on; shorter, it is somebody's link.
MIN_OPEN_BODY_WORDS = 15
MIN_OPEN_BODY_FUNCTION_WORDS = 3


def classify_blocks(blocks: Sequence[Block], supplied_title: str | None = None) -> tuple[Verdict, ...]:
    """Classify every block.

    Args:
        blocks: The blocks of one record in order.
        supplied_title: The title as the input gives it, known before the page is read.

    Returns:
        One verdict a block; none of them is body when no article was found.
    """
    candidates = judge_lines(blocks)
    stretch = find_stretch(candidates)
    if stretch is None:
        return tuple(candidate.verdict or _outside_verdict(candidate) for candidate in candidates)
    stretch = _from_dateline(candidates, stretch)
    title = _title_position(candidates, stretch, supplied_title)
    candidates = _with_title(candidates, title, supplied_title)
    candidates = _with_comments(candidates, stretch)
    return tuple(
        candidate.verdict
        or (
            _inside_verdict(candidates, position)
            if stretch.holds(position)
            else _around_verdict(candidates, position, title, stretch)
        )
        for position, candidate in enumerate(candidates)
    )


def _from_dateline(candidates: Sequence[Candidate], stretch: Stretch) -> Stretch:
    """The stretch from the dateline on, if one stands among its first sentences."""
    sentences = [
        position
        for position in range(stretch.first, stretch.last + 1)
        if candidates[position].is_open_prose or candidates[position].is_open_sentence
    ]
    for position in sentences[: MAX_SENTENCES_ABOVE_DATELINE + 1]:
        if _has_certain_dateline(candidates[position]):
            return Stretch(position, stretch.last)
    return stretch


def _has_certain_dateline(candidate: Candidate) -> bool:
    dateline = find_dateline(candidate.text)
    return dateline is not None and dateline.is_certain


def _title_position(
    candidates: Sequence[Candidate], stretch: Stretch, supplied_title: str | None
) -> int | None:
    if supplied_title is None:
        return find_title(candidates, stretch)
    supplied = [
        position
        for position in range(stretch.first)
        if headline_key(candidates[position].text) == headline_key(supplied_title)
    ]
    return supplied[-1] if supplied else None


def _with_title(
    candidates: Sequence[Candidate], title: int | None, supplied_title: str | None
) -> tuple[Candidate, ...]:
    """The candidates with the title labelled, and every line that repeats it."""
    text = supplied_title if title is None else candidates[title].text
    if text is None:
        return tuple(candidates)
    chosen = Verdict(SegmentLabel.TITLE, "headline_above_body", LIKELY if supplied_title is None else CERTAIN)
    repeat = junk(JunkFamily.REPEATED_TITLE, "repeated_title", CERTAIN)
    return tuple(
        decided(candidate, chosen)
        if position == title
        else decided(candidate, repeat)
        if repeats_title(candidate.text, text)
        else candidate
        for position, candidate in enumerate(candidates)
    )


def _with_comments(candidates: Sequence[Candidate], stretch: Stretch) -> tuple[Candidate, ...]:
    """The candidates with the readers' comments below the article labelled."""
    comments = find_comments(candidates, stretch)
    verdict = junk(JunkFamily.COMMENTS, "below_comments_heading", LIKELY)
    return tuple(
        decided(candidate, verdict) if position in comments else candidate
        for position, candidate in enumerate(candidates)
    )


def _inside_verdict(candidates: Sequence[Candidate], position: int) -> Verdict:
    """The verdict on an undecided block between the first and the last sentence of the article."""
    candidate = candidates[position]
    if candidate.block.proposed is False:
        return junk(JunkFamily.OTHER, "not_proposed", LIKELY)
    if candidate.is_open_prose:
        return body("prose", LIKELY)
    if candidate.shape.ends_sentence:
        return body("short_sentence_in_body", LIKELY if candidate.is_open_sentence else GUESS)
    if candidate.shape.is_bullet or candidate.shape.ends_open:
        return body("list_in_body", GUESS)
    return _unpunctuated_verdict(candidates, position)


def _unpunctuated_verdict(candidates: Sequence[Candidate], position: int) -> Verdict:
    candidate = candidates[position]
    stands_alone = not _has_label_beside(candidates, position)
    if stands_alone and candidate.shape.n_words <= MAX_CROSSHEAD_WORDS and not candidate.shape.is_menu:
        return Verdict(SegmentLabel.CROSSHEAD, "short_line_between_paragraphs", LIKELY)
    if candidate.block.proposed:
        return body("proposed_by_reader", GUESS)
    if stands_alone and _is_long_open_line(candidate):
        return body("long_line_in_body", GUESS)
    if candidate.shape.is_menu:
        return junk(JunkFamily.NAVIGATION, "menu_in_body", GUESS)
    family = JunkFamily.RELATED_LINK if candidate.shape.is_headline_like else JunkFamily.OTHER
    return junk(family, "unpunctuated_run_in_body", GUESS)


def _has_label_beside(candidates: Sequence[Candidate], position: int) -> bool:
    """Whether the next line above or below, junk aside, is undecided and unpunctuated, too.

    Junk goes, and what stood apart from each other then stands together: cleaning the cleaned text
    must find the same.
    """
    above = (candidates[no] for no in range(position - 1, -1, -1))
    below = (candidates[no] for no in range(position + 1, len(candidates)))
    neighbours = (next((line for line in side if line.verdict is None), None) for side in (above, below))
    return any(
        line is not None and not line.shape.ends_sentence and not line.shape.is_prose for line in neighbours
    )


def _is_long_open_line(candidate: Candidate) -> bool:
    shape = candidate.shape
    return shape.n_words >= MIN_OPEN_BODY_WORDS and shape.n_function_words >= MIN_OPEN_BODY_FUNCTION_WORDS


def _is_sentence(candidate: Candidate) -> bool:
    return candidate.shape.ends_sentence and candidate.shape.n_words >= MIN_SENTENCE_WORDS


def _around_verdict(
    candidates: Sequence[Candidate], position: int, title: int | None, stretch: Stretch
) -> Verdict:
    """The verdict on an undecided block above or below the article."""
    candidate = candidates[position]
    is_between = (0 if title is None else title + 1) <= position < stretch.first
    may_be_stamp = is_between or (title is not None and position == title - 1)
    if may_be_stamp and find_dateline_alone(candidate.text) is not None:
        return Verdict(SegmentLabel.DATELINE, "place_and_date_above_body", LIKELY)
    if may_be_stamp and is_stamp(candidate):
        return junk(JunkFamily.TIMESTAMP, "date_above_body", GUESS)
    if is_between and _is_sentence(candidate) and _has_certain_dateline(candidates[stretch.first]):
        return _above_dateline_verdict(candidates, position)
    if is_between and title is not None and candidate.block.proposed is not False:
        if looks_like_caption(candidate.text) or _ends_caption(candidates, position, title, stretch):
            return Verdict(SegmentLabel.CAPTION, "picture_line_above_body", GUESS)
        if position == title + 1 and candidate.shape.n_function_words >= 2:
            return Verdict(SegmentLabel.SUBTITLE, "line_below_title", GUESS)
    return _outside_verdict(candidate)


def _ends_caption(candidates: Sequence[Candidate], position: int, title: int, stretch: Stretch) -> bool:
    """Whether the line is the second of a caption: nothing else is open between it and the body."""
    above, candidate = candidates[position - 1], candidates[position]
    if position - 1 <= title or not reads_like_sentence(candidate.text):
        return False
    if any(candidates[below].verdict is None for below in range(position + 1, stretch.first)):
        return False
    is_caption_above = (
        looks_like_caption(above.text)
        if above.verdict is None
        else above.verdict.label is SegmentLabel.CAPTION
    )
    return is_caption_above and above.shape.ends_sentence == candidate.shape.ends_sentence


def _above_dateline_verdict(candidates: Sequence[Candidate], position: int) -> Verdict:
    """A sentence above the dateline: a caption if it clings to what follows, else a standfirst."""
    if position + 1 < len(candidates) and not candidates[position + 1].block.follows_blank:
        return Verdict(SegmentLabel.CAPTION, "sentence_above_dateline", LIKELY)
    return Verdict(SegmentLabel.SUBTITLE, "sentence_above_dateline", GUESS)


def _outside_verdict(candidate: Candidate) -> Verdict:
    """The verdict on an undecided block that has nothing to do with the article."""
    if candidate.shape.is_prose:
        return junk(JunkFamily.TEASER, "prose_outside_body", GUESS)
    if candidate.shape.is_menu:
        return junk(JunkFamily.NAVIGATION, "menu_outside_body", LIKELY)
    if candidate.shape.is_headline_like:
        return junk(JunkFamily.RELATED_LINK, "headline_outside_body", GUESS)
    return junk(JunkFamily.NAVIGATION, "label_outside_body", GUESS)
