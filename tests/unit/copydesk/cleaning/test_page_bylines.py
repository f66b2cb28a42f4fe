"""The authors a page names."""

from __future__ import annotations

import pytest

from copydesk.cleaning.assemble import Part
from copydesk.cleaning.blocks import Block
from copydesk.cleaning.page_bylines import best_byline, with_byline
from copydesk.cleaning.page_outline import Outline
from copydesk.cleaning.verdict import Verdict, body, junk
from copydesk.records import RawLine
from copydesk.spans import Span
from schemas.vocabulary import JunkFamily, SegmentLabel

BODY = ("The dam above the valley burst on Monday.", "Nobody was hurt, the mayor said.")


def _names(outline: Outline) -> tuple[str, ...]:
    byline = best_byline(outline)
    return () if byline is None else byline.names


def _byline(*between: str, below: tuple[str, ...] = ()) -> tuple[str, ...]:
    lines = ("Dam bursts above the valley", *between, *BODY, *below)
    first = 1 + len(between)
    labels = (SegmentLabel.JUNK,) * len(lines)
    return _names(Outline(lines, labels, (0,), first, first + 1, len(lines)))


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("By Jane Roe and John Doe",), ("Jane Roe", "John Doe")),
        (("Posted by Jane Roe on 3 May 2012",), ("Jane Roe",)),
        (("3 May 2012 by Jane Roe",), ("Jane Roe",)),
        (("Jane Roe | 3 May 2012",), ("Jane Roe",)),
        (("Jane Roe", "3 May 2012"), ("Jane Roe",)),
        (("Jane Roe, Staff Writer",), ("Jane Roe",)),
        (("Jane Roe Political Correspondent",), ("Jane Roe",)),
        (("By", "Jane Roe", "and", "John Doe"), ("Jane Roe", "John Doe")),
        (("Author:", "JANE ROE"), ("Jane Roe",)),
        (("By The Associated Press",), ("The Associated Press",)),
        (("Jane RoeUpdated: 3 May 2012",), ("Jane Roe",)),
        (("Jane Roe@janeroe",), ("Jane Roe",)),
        (("Northdesk May 3, 2012",), ("Northdesk",)),
    ],
)
def test_author_between_title_and_article_is_found(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert _byline(*lines) == names


@pytest.mark.parametrize(
    "lines",
    [
        ("Photo by Jane Roe",),
        ("Latest News", "3 May 2012"),
        ("By a staff correspondent",),
        ("Get Started", "Please get well started before you go on here."),
        ("Monday", "3 May 2012"),
        ("Posted May 3, 2012",),
        ("Monday May 3, 2012",),
    ],
)
def test_line_that_names_no_author_is_not_taken(lines: tuple[str, ...]) -> None:
    assert _byline(*lines) == ()


def test_author_box_below_the_article_is_read() -> None:
    assert _byline(below=("About the author", "Jane Roe", "Jane Roe is a reporter in Oslo.")) == ("Jane Roe",)


def test_byline_above_the_article_wins_over_a_box_below() -> None:
    assert _byline("By Jane Roe", below=("John Doe is an editor of this page.",)) == ("Jane Roe",)


def test_comment_below_the_article_names_no_author() -> None:
    lines = ("Dam bursts above the valley", *BODY, "By John Doe")
    outline = Outline(lines, (SegmentLabel.JUNK,) * 4, (0,), 1, 2, 3)
    assert _names(outline) == ()


def test_name_far_from_title_counts_where_the_line_model_is_sure() -> None:
    lines = ("Dam bursts above the valley", *["x"] * 11, "Jane Roe", "3 May 2012", *["x"] * 40, *BODY)
    labels = (SegmentLabel.JUNK,) * len(lines)

    def found(score: float) -> tuple[str, ...]:
        scores = tuple(score if line == "Jane Roe" else 0.0 for line in lines)
        return _names(Outline(lines, labels, (0,), 54, 55, len(lines), scores))

    assert found(0.9) == ("Jane Roe",)
    assert found(0.0) == ()


@pytest.mark.parametrize(
    ("given", "called"),
    [
        (junk(JunkFamily.NAVIGATION, "line_model", 0.9), SegmentLabel.BYLINE),
        (body("line_model", 0.9), SegmentLabel.BODY),
        (Verdict(SegmentLabel.CREDIT, "credit_line", 1.0), SegmentLabel.CREDIT),
    ],
)
def test_line_that_names_the_authors_is_called_byline_where_it_was_junk(
    given: Verdict, called: SegmentLabel
) -> None:
    line = Block((RawLine(Span(0, 8), "Jane Roe"),), "Jane Roe", follows_blank=True)
    parts = (Part(line, Span(0, 8), given),) * 2
    assert [part.verdict.label for part in with_byline(parts, 1)] == [given.label, called]


def test_long_line_with_the_authors_in_it_stays_what_it_was() -> None:
    text = "Jane Roe writes for the Desk. " * 10
    part = Part(
        Block((RawLine(Span(0, len(text)), text),), text, follows_blank=True),
        Span(0, len(text)),
        junk(JunkFamily.AUTHOR_BOX, "line_model", 0.9),
    )
    assert with_byline((part,), 0) == (part,)
