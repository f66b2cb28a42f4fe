"""Labels by place on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.classify import classify_lines
from schemas.vocabulary import JunkFamily, SegmentLabel
from tests.unit.copydesk.cleaning.pages import (
    ABOVE,
    BELOW,
    BYLINE,
    DATE,
    HEAD,
    PARAGRAPHS,
    TITLE,
    page_of,
    record_of,
)

if TYPE_CHECKING:
    from copydesk.cleaning.verdict import Verdict

CAPTION = "Jane Roe shook hands with John Doe on the quay"


def _verdicts(*groups: tuple[str, ...]) -> dict[str, Verdict]:
    """The verdicts by line."""
    lines = judge_lines(find_blocks(record_of(page_of(*groups))))
    return {line.text: verdict for line, verdict in zip(lines, classify_lines(lines), strict=True)}


def _label(line: str, *groups: tuple[str, ...]) -> SegmentLabel:
    return _verdicts(*groups)[line].label


def _paragraph_labels(*groups: tuple[str, ...]) -> set[SegmentLabel]:
    verdicts = _verdicts(*groups)
    return {verdicts[paragraph].label for paragraph in PARAGRAPHS}


def test_no_lines_have_no_verdicts() -> None:
    assert classify_lines(()) == ()


def test_every_paragraph_of_an_article_is_body() -> None:
    assert _paragraph_labels(ABOVE, HEAD, PARAGRAPHS, BELOW) == {SegmentLabel.BODY}


@pytest.mark.parametrize("line", [*ABOVE, *BELOW])
def test_menu_other_story_or_footer_is_junk_of_a_family(line: str) -> None:
    verdict = _verdicts(ABOVE, HEAD, PARAGRAPHS, BELOW)[line]
    assert (verdict.label, verdict.junk_family is None) == (SegmentLabel.JUNK, False)


@pytest.mark.parametrize(
    ("line", "label"),
    [(TITLE, SegmentLabel.TITLE), (BYLINE, SegmentLabel.BYLINE), (DATE, SegmentLabel.JUNK)],
)
def test_what_stands_above_the_article_is_known(line: str, label: SegmentLabel) -> None:
    assert _label(line, ABOVE, HEAD, PARAGRAPHS, BELOW) is label


def test_page_without_an_article_has_no_body_and_no_title() -> None:
    labels = {verdict.label for verdict in _verdicts(ABOVE, BELOW).values()}
    assert labels.isdisjoint({SegmentLabel.BODY, SegmentLabel.TITLE})


def test_confidence_is_a_probability_that_leaves_room_for_doubt_of_the_model() -> None:
    verdicts = _verdicts(ABOVE, HEAD, PARAGRAPHS, BELOW).values()
    assert all(0.5 <= verdict.confidence < 1 for verdict in verdicts if verdict.rule == "line_model")


@pytest.mark.parametrize("place", ["Wien, 4. Mai 2009", "Oslo, 4 May 2009"])
def test_place_and_date_above_the_body_are_a_dateline(place: str) -> None:
    assert _label(place, ABOVE, (TITLE, place), PARAGRAPHS, BELOW) is SegmentLabel.DATELINE


def test_desk_and_date_above_the_title_are_no_dateline() -> None:
    line = "Island desk, updated 4 May 2009"
    assert _label(line, ABOVE, (line, TITLE), PARAGRAPHS, BELOW) is SegmentLabel.JUNK


def test_line_about_who_is_in_the_picture_is_a_caption_above_the_article() -> None:
    assert _label(CAPTION, ABOVE, HEAD, (CAPTION,), PARAGRAPHS, BELOW) is SegmentLabel.CAPTION


def test_label_above_the_article_is_no_caption() -> None:
    assert _label("Latest video", ABOVE, HEAD, ("Latest video",), PARAGRAPHS, BELOW) is SegmentLabel.JUNK


def test_picture_credit_marks_a_caption_between_paragraphs() -> None:
    line = "Jane Roe on the quay. Photo: John Doe"
    assert _label(line, ABOVE, HEAD, PARAGRAPHS[:2], (line,), PARAGRAPHS[2:], BELOW) is SegmentLabel.CAPTION


def test_short_line_between_paragraphs_is_a_crosshead() -> None:
    page = (ABOVE, HEAD, PARAGRAPHS[:3], ("A long wait",), PARAGRAPHS[3:], BELOW)
    assert _label("A long wait", *page) is SegmentLabel.CROSSHEAD


def test_headings_of_a_guide_are_its_text() -> None:
    headings = ("A long wait", "What it costs", "How to get there", "When to go")
    sections = [(heading, paragraph) for heading, paragraph in zip(headings, PARAGRAPHS[1:], strict=False)]
    verdicts = _verdicts(ABOVE, HEAD, PARAGRAPHS[:1], *sections, BELOW)
    assert [verdicts[heading].label for heading in headings] == [SegmentLabel.BODY] * 4


def test_short_sentence_between_paragraphs_is_no_crosshead() -> None:
    page = (ABOVE, HEAD, PARAGRAPHS[:3], ("He did not.",), PARAGRAPHS[3:], BELOW)
    assert _label("He did not.", *page) is SegmentLabel.BODY


def test_other_stories_between_paragraphs_are_neither_body_nor_crossheads() -> None:
    stories = (
        "READ MORE",
        "Bakery on the market square changes hands",
        "Winter swimmers meet for the last time",
    )
    verdicts = _verdicts(ABOVE, HEAD, PARAGRAPHS[:3], stories, PARAGRAPHS[3:], BELOW)
    assert [verdicts[story].label for story in stories] == [SegmentLabel.JUNK] * 3


def test_what_readers_wrote_is_comments() -> None:
    written = "They promised the same to us ten years ago, and nothing came of it."
    comments = ("2 comments:", "Anonymous said...", written)
    verdict = _verdicts(ABOVE, HEAD, PARAGRAPHS, comments, BELOW)[written]
    assert (verdict.label, verdict.junk_family) == (SegmentLabel.JUNK, JunkFamily.COMMENTS)


@pytest.mark.parametrize(
    "between", ["READ MORE", "Advertisement", "Share this page", "A long wait", CAPTION, '"No," he said.']
)
def test_paragraphs_around_another_line_stay_body(between: str) -> None:
    page = (ABOVE, HEAD, PARAGRAPHS[:3], (between,), PARAGRAPHS[3:], BELOW)
    assert _paragraph_labels(*page) == {SegmentLabel.BODY}
