"""The lines that trafilatura takes for the article are marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copydesk.readers.blocks import visible_lines
from copydesk.readers.markup import tokens
from copydesk.readers.proposal import MAX_PAGE_LINES, with_proposals

PARAGRAPHS = (
    "The two ministers met in Geneva on Friday and spoke for two hours about arms control.",
    "Both sides said that the talks had gone better than anybody had expected a year before.",
    "A treaty could be ready by December, officials of the two foreign ministries suggested.",
)
PAGE = (
    "<html><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World news from all over</a></li></ul></nav>"
    f"<article><h1>Ministers meet</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article>"
    "<footer><p>Copyright 2009 Harbour Post</p></footer></body></html>"
)
LINES = tuple(shown.line for shown in visible_lines(PAGE, tokens(PAGE)))


def test_paragraphs_are_proposed_and_the_furniture_is_not() -> None:
    proposed = with_proposals(PAGE, LINES)
    furniture = ("Home", "World news from all over", "Copyright 2009 Harbour Post")
    assert [line.text for line in proposed if line.proposed and line.text in PARAGRAPHS] == list(PARAGRAPHS)
    assert [line.text for line in proposed if not line.proposed and line.text in furniture] == list(furniture)


def test_a_page_without_an_article_has_no_proposals() -> None:
    page = "<html><body></body></html>"
    assert with_proposals(page, LINES) == LINES


def test_a_page_of_countless_lines_is_not_examined() -> None:
    lines = LINES[:1] * (MAX_PAGE_LINES + 1)
    assert with_proposals(PAGE, lines) == lines


def test_nothing_but_the_proposal_is_added() -> None:
    assert tuple(replace(line, proposed=None) for line in with_proposals(PAGE, LINES)) == LINES


def test_the_body_in_json_ld_marks_its_lines() -> None:
    body = " ".join(f"<p>{text}</p>" for text in PARAGRAPHS) * 3
    marked = with_proposals(PAGE, LINES, article_body=body)
    assert [line.text for line in marked if line.markup and line.markup.in_article_body] == list(PARAGRAPHS)


@pytest.mark.parametrize("article_body", [None, 7, ["x"], "", PARAGRAPHS[0]])
def test_a_teaser_or_no_text_in_json_ld_marks_nothing(article_body: object) -> None:
    marked = with_proposals(PAGE, LINES, article_body=article_body)
    assert [line.markup for line in marked] == [None] * len(LINES)
