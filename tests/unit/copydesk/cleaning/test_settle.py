"""Cleaning twice is cleaning once."""

from __future__ import annotations

import pytest

from copydesk.cleaning.assemble import assemble
from copydesk.cleaning.blocks import find_blocks
from copydesk.cleaning.candidate import judge_lines
from copydesk.cleaning.classify import classify_lines
from copydesk.cleaning.settle import settle
from copydesk.cleaning.verdict import CERTAIN, body
from tests.unit.copydesk.cleaning.pages import (
    ABOVE,
    BELOW,
    BODY,
    HEAD,
    PARAGRAPHS,
    TITLE,
    cleaned,
    page_of,
    record_of,
)

CAPTION = "Jane Roe shook hands with John Doe on the quay"
HEADLINES = ("Ten of the best bridges in the world", "Bakery changes hands again")
PAGES = {
    "whole page": page_of(ABOVE, HEAD, PARAGRAPHS, BELOW),
    "no blank lines": page_of(ABOVE, HEAD, PARAGRAPHS, BELOW, gap="\n"),
    "article alone": BODY,
    "title and article": page_of((TITLE,), PARAGRAPHS),
    "captions": page_of(
        ABOVE, HEAD, (CAPTION,), PARAGRAPHS[:3], (f"Photo: {CAPTION}",), PARAGRAPHS[3:], BELOW
    ),
    "crosshead": page_of(HEAD, PARAGRAPHS[:3], ("A long wait",), PARAGRAPHS[3:]),
    "stories between": page_of(HEAD, PARAGRAPHS[:2], ("READ MORE",), HEADLINES, PARAGRAPHS[2:], BELOW),
    "two paragraphs": page_of(ABOVE, HEAD, PARAGRAPHS[:2], BELOW),
    "one paragraph": page_of(ABOVE, HEAD, PARAGRAPHS[:1], BELOW),
    "dateline": page_of((TITLE, f"OSLO, June 8 (Western Wire) - {PARAGRAPHS[0]}"), PARAGRAPHS[1:], BELOW),
    "replies": page_of(PARAGRAPHS[:3], ('"No," he said.', "More.", "He left."), PARAGRAPHS[3:]),
    "links glued on": page_of(HEAD, tuple(f"{paragraph} READ MORE" for paragraph in PARAGRAPHS), BELOW),
    "two articles": page_of(HEAD, PARAGRAPHS[:3], BELOW, HEAD, PARAGRAPHS[3:], BELOW),
    "list": page_of(HEAD, PARAGRAPHS[:3], ("- Oslo", "- Bergen", "- Tromsø"), PARAGRAPHS[3:]),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_cleaning_the_article_again_changes_nothing(page: str) -> None:
    once = cleaned(page).text
    assert cleaned(once).text == once


def test_paragraph_that_does_not_hold_alone_falls_out_at_once() -> None:
    record = record_of(page_of(PARAGRAPHS, ("Terms of use",)))
    lines = judge_lines(find_blocks(record))
    parts = settle(record, lines, [body("test", CERTAIN) for _ in lines])
    assert (assemble(record, parts).text, parts[-1].verdict.is_body) == (BODY, False)


def test_article_that_holds_loses_nothing() -> None:
    record = record_of(BODY)
    lines = judge_lines(find_blocks(record))
    parts = settle(record, lines, classify_lines(lines))
    assert assemble(record, parts).text == BODY


def test_text_of_junk_alone_settles_on_nothing() -> None:
    record = record_of(page_of(BELOW))
    lines = judge_lines(find_blocks(record))
    parts = settle(record, lines, classify_lines(lines))
    assert assemble(record, parts).paragraphs == ()
