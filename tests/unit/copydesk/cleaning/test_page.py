"""The whole way from a raw record to a document."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from copydesk.cleaning.page import body_as_given, clean_record
from copydesk.cleaning.segment import split_lines
from copydesk.errors import UnusableRecord
from copydesk.records import Document, Metadata, Provenance, RawRecord
from copydesk.spans import Span
from schemas.vocabulary import JunkFamily, MediaType, PublishedFrom, RejectReason, SegmentLabel

FIRST = "The ministers of both states met in Geneva on Monday to talk about the future of the treaty."
SECOND = '"We have agreed on most of it," the envoy told reporters after the meeting in the old palace.'
THIRD = "The next round of the talks is to be held in June, a spokesman for the ministry said."
PAGE = f"""Accessibility links

Posted at 9:30 GMT, Monday, 8 June 2009

Ministers hail 'progress' on treaty

Jane Roe shook hands with John Doe in the palace

{FIRST}

{SECOND}

Open questions

{THIRD} READ MORE

Share this page

Ten of the best bridges in the world

Copyright © 2017 BBC. Read more."""


def _record(text: str, supplied: Metadata | None = None) -> RawRecord:
    provenance = Provenance("d", "a.txt", 0, "s", MediaType.TEXT)
    return RawRecord(provenance, text, split_lines(text), supplied or Metadata())


def _clean(text: str, supplied: Metadata | None = None) -> Document:
    return clean_record(_record(text, supplied))


def _labels(document: Document) -> list[tuple[SegmentLabel, str]]:
    return [(segment.label, segment.raw_text) for segment in document.segments if segment.label != "body"]


def test_text_is_the_body_paragraphs_joined_by_a_blank_line() -> None:
    assert _clean(PAGE).text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_metadata_comes_from_the_page() -> None:
    assert _clean(PAGE).metadata == Metadata(
        title="Ministers hail 'progress' on treaty",
        publisher="BBC",
        published_at=datetime(2009, 6, 8, 9, 30, tzinfo=UTC),
        published_on=date(2009, 6, 8),
        published_from=PublishedFrom.PAGE,
    )


def test_every_line_that_is_not_body_is_labelled() -> None:
    assert _labels(_clean(PAGE)) == [
        (SegmentLabel.JUNK, "Accessibility links"),
        (SegmentLabel.JUNK, "Posted at 9:30 GMT, Monday, 8 June 2009"),
        (SegmentLabel.TITLE, "Ministers hail 'progress' on treaty"),
        (SegmentLabel.CAPTION, "Jane Roe shook hands with John Doe in the palace"),
        (SegmentLabel.CROSSHEAD, "Open questions"),
        (SegmentLabel.JUNK, "READ MORE"),
        (SegmentLabel.JUNK, "Share this page"),
        (SegmentLabel.JUNK, "Ten of the best bridges in the world"),
        (SegmentLabel.JUNK, "Copyright © 2017 BBC. Read more."),
    ]


def test_dateline_gives_place_and_agency_and_is_no_body() -> None:
    document = _clean(f"GENEVA, June 8 (Reuters) - {FIRST}\n{SECOND}")
    assert (document.text, document.metadata) == (
        f"{FIRST}\n\n{SECOND}",
        Metadata(agency="Reuters", dateline_place="Geneva"),
    )


def test_sentence_clinging_to_the_dateline_paragraph_is_a_caption() -> None:
    document = _clean(
        f"The envoys leave the old palace by the back door.\nGENEVA (AP) -- {FIRST}\n\n{SECOND}"
    )
    assert _labels(document)[0] == (SegmentLabel.CAPTION, "The envoys leave the old palace by the back door.")


def test_closing_credit_gives_the_date() -> None:
    metadata = _clean(f"{FIRST}\n{SECOND}\n(Xinhua News Agency June 9, 2009)").metadata
    assert metadata == Metadata(
        agency="Xinhua", published_on=date(2009, 6, 9), published_from=PublishedFrom.CREDIT
    )


def test_unknown_agency_in_the_credit_is_taken_as_written() -> None:
    metadata = _clean(f"{FIRST}\n{SECOND}\n(Lakeland News Agency June 9, 2009)").metadata
    assert metadata == Metadata(
        agency="Lakeland News Agency",
        published_on=date(2009, 6, 9),
        published_from=PublishedFrom.CREDIT,
    )


def test_place_and_date_above_the_body_give_both() -> None:
    metadata = _clean(f"Wien, 9. Juni 2009\n\n{FIRST}\n\n{SECOND}").metadata
    assert metadata == Metadata(
        dateline_place="Wien", published_on=date(2009, 6, 9), published_from=PublishedFrom.DATELINE
    )


def test_dateline_below_the_first_sentence_says_nothing_of_the_article() -> None:
    above = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n"
    document = _clean(f"{above}RIGA, June 8 (AP) - The harbour was closed on Monday after a storm.")
    assert (document.text, document.metadata) == (
        f"{above}The harbour was closed on Monday after a storm.",
        Metadata(),
    )


def test_standfirst_repeated_behind_the_dateline_is_no_body() -> None:
    assert _clean(f"{FIRST}\n\nGENEVA (AP) -- {FIRST}\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"


def test_year_of_the_copyright_is_no_date() -> None:
    assert _clean(f"{FIRST}\n\n{SECOND}\n\n© 8 June 2009 The Desk").metadata.published_on is None


def test_what_the_input_supplies_wins() -> None:
    supplied = Metadata(
        title="Given",
        published_on=date(2009, 6, 1),
        published_from=PublishedFrom.METADATA,
        byline=("Jane Roe",),
    )
    assert _clean(PAGE, supplied).metadata == Metadata(
        title="Given",
        byline=("Jane Roe",),
        publisher="BBC",
        published_on=date(2009, 6, 1),
        published_from=PublishedFrom.METADATA,
    )


def test_clean_article_with_short_replies_loses_nothing() -> None:
    text = f'{FIRST}\n\n"No," he said.\n\nMore.\n\n{SECOND}\n\nHe left.'
    assert _clean(text).text == text


def test_cleaning_its_own_text_changes_nothing() -> None:
    once = _clean(PAGE).text
    assert _clean(once).text == once


def test_odd_spaces_become_plain_and_keep_their_place() -> None:
    document = _clean(FIRST.replace(" ", "\xa0"))
    assert (document.text, document.segments[0].text_span, document.segments[0].raw) == (
        FIRST,
        Span(0, len(FIRST)),
        Span(0, len(FIRST)),
    )


def test_invisible_characters_at_the_edge_are_segments_of_their_own() -> None:
    document = _clean("\ufeff" + FIRST)
    assert [(segment.junk_family, segment.raw) for segment in document.segments] == [
        (JunkFamily.SEPARATOR, Span(0, 1)),
        (None, Span(1, len(FIRST) + 1)),
    ]


@pytest.mark.parametrize("text", ["Home\nNews\nSport", "Asia Africa Europe", "***", "Talks resume in Geneva"])
def test_page_without_a_sentence_is_unusable(text: str) -> None:
    with pytest.raises(UnusableRecord) as caught:
        _clean(text)
    assert caught.value.reason is RejectReason.NO_ARTICLE


def test_body_as_given_keeps_the_text_to_the_character() -> None:
    text = f"  {FIRST}\t\n\n\n Home \n{SECOND}\n"
    document = body_as_given(_record(text))
    assert (document.text, [span.of(text) for span in document.paragraphs]) == (text, [FIRST, "Home", SECOND])


def test_body_as_given_takes_no_metadata_from_the_text() -> None:
    assert body_as_given(_record(f"GENEVA (AP) -- {FIRST}")).metadata == Metadata()
