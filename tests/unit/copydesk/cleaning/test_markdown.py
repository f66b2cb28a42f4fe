"""Lines of pages in Markdown as a reader sees them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk.cleaning.markdown import MAX_LINE_CHARACTERS, is_markdown
from copydesk.cleaning.segment import split_lines
from copydesk.document import clean_text, record_of_text
from copydesk.errors import UnusableRecord
from schemas.vocabulary import MediaType, SegmentLabel
from tests.unit.copydesk.cleaning.pages import BODY, BYLINE, PARAGRAPHS, TITLE

if TYPE_CHECKING:
    from copydesk.records import RawLine

SITE = "https://harbourpost.example"
MENU = f"* [Home]({SITE}/)\n* [News]({SITE}/news)\n* [Sport](/sport)"


def text_lines(text: str) -> tuple[RawLine, ...]:
    """The lines of a page as a reader sees them."""
    return record_of_text(text).lines


def _seen(line: str) -> list[str]:
    return [found.text for found in text_lines(f"{MENU}\n{line}")[3:]]


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("## What it costs", "What it costs"),
        ("> Talks resume.", "Talks resume."),
        ("1. Talks resume.", "1. Talks resume."),
        ("Fares *may* rise, **he** said, __she__ did _not_.", "Fares may rise, he said, she did not."),
        (f"The [ferries]({SITE}/a_(b) 'All of them') sail.", "The ferries sail."),
        (f"So it was.[[1]]({SITE}/#cite)", "So it was.[1]"),
        (f"[![A ferry]({SITE}/a.jpg) Ferries]({SITE}/)", "Ferries"),
        (r"It ends in 2010\. 2 \* 3", "It ends in 2010. 2 * 3"),
        (
            "A file_name_here, 2 * 3 * 4, [no link] (at all)",
            "A file_name_here, 2 * 3 * 4, [no link] (at all)",
        ),
        ("- He did not. -", "He did not. -"),
    ],
)
def test_markup_is_not_seen(line: str, seen: str) -> None:
    assert _seen(line) == [seen]


@pytest.mark.parametrize("line", [f"![A ferry]({SITE}/ferry.jpg)", f"[![]({SITE}/a.png)]({SITE}/)"])
def test_line_of_markup_alone_is_none(line: str) -> None:
    assert _seen(line) == []


def test_every_character_knows_its_place() -> None:
    text = f"{MENU}\n  # The **old** [ferries]({SITE}/) of *the* fjord\n\n{PARAGRAPHS[0]}"
    for line in text_lines(text):
        assert [line.raw_span(no, no + 1).of(text) for no in range(len(line.text))] == list(line.text)


def test_text_with_a_link_or_two_is_left_as_it_is() -> None:
    text = f"# No heading\n[One]({SITE}) and [two]({SITE})"
    assert not is_markdown(text)
    assert text_lines(text) == split_lines(text)


def test_line_beyond_all_paragraphs_is_left_as_it_is() -> None:
    assert _seen("**a** " * MAX_LINE_CHARACTERS)[0].startswith("**a**")


def test_page_in_markdown_is_cleaned_like_any_other() -> None:
    name = BYLINE.removeprefix("By ")
    first = PARAGRAPHS[0].replace("cabinet", f"[cabinet]({SITE}/cabinet)", 1)
    head = f"# {TITLE}\n\nBy [{name}]({SITE}/staff)\n\n![Ferry]({SITE}/a.jpg)"
    page = "\n\n".join((MENU, head, first, *PARAGRAPHS[1:], f"[Read more: Ferries of old]({SITE}/old)"))
    document = clean_text(page)
    assert (document.text, document.metadata.title, document.metadata.byline) == (BODY, TITLE, (name,))
    covered = "".join(segment.raw_text for segment in document.segments)
    assert "".join(covered.split()) == "".join(page.split())
    body = [segment for segment in document.segments if segment.label is SegmentLabel.BODY]
    assert body[0].raw_text == first


def test_page_of_pictures_alone_has_no_article() -> None:
    with pytest.raises(UnusableRecord):
        clean_text(f"![a]({SITE}/a.jpg)\n" * 4)


def test_record_says_that_it_is_markdown() -> None:
    assert record_of_text(MENU).provenance.media_type is MediaType.MARKDOWN


@pytest.mark.parametrize("sign", ["[", "](", "![", "**", "_a", "*a", "[a](", "[[a]", "\\", "(("])
def test_lines_of_signs_are_read_in_no_time(sign: str) -> None:
    text = f"{MENU}\n{sign * (MAX_LINE_CHARACTERS // len(sign))}"
    before = time.process_time()
    text_lines(text)
    assert time.process_time() - before < 2
