"""A JSON object is an article, whoever named its keys."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from copydesk.errors import UnusableRecord
from copydesk.readers.json_record import read, read_verbatim
from copydesk.records import Metadata, Provenance, RawRecord
from schemas.vocabulary import MediaType, PublishedFrom, RejectReason

ORIGIN = Provenance("0a", "feed/a.jsonl", 3, "0a1b", MediaType.JSONL)


def line(**values: object) -> bytes:
    return json.dumps(values).encode()


def reason(raw: bytes) -> RejectReason:
    with pytest.raises(UnusableRecord) as caught:
        read(raw, ORIGIN)
    return caught.value.reason


def test_keys_become_supplied_metadata() -> None:
    raw = line(
        text="It is over.",
        title="Talks",
        url="https://harbour.example/1",
        date="2009-03-06",
        byline="Jane Roe and John Doe",
        publisher="Harbour Post",
    )
    assert read(raw, ORIGIN).supplied == Metadata(
        url="https://harbour.example/1",
        title="Talks",
        byline=("Jane Roe", "John Doe"),
        publisher="Harbour Post",
        published_on=date(2009, 3, 6),
        published_from=PublishedFrom.METADATA,
    )


def test_raw_is_read_and_text_is_taken_for_clean() -> None:
    raw = line(raw="Menu\nIt is over.", text="It is over.")
    assert (read(raw, ORIGIN).text, read_verbatim(raw, ORIGIN).text) == ("Menu\nIt is over.", "It is over.")


@pytest.mark.parametrize("key", ["raw", "text"])
def test_one_of_the_two_is_enough(key: str) -> None:
    raw = line(**{key: "Itâ€™s over. "})
    assert (read(raw, ORIGIN).text, read_verbatim(raw, ORIGIN).text) == ("It’s over. ", "Itâ€™s over. ")


def test_a_value_of_the_wrong_type_is_as_good_as_absent() -> None:
    assert read(line(raw=7, text="It is over.", title=7), ORIGIN).text == "It is over."


def test_half_a_surrogate_pair_is_replaced_in_clean_text_too() -> None:
    assert read_verbatim(b'{"text": "a\\ud83d\\u0000b"}', ORIGIN).text == "a\ufffd\ufffdb"


def test_a_page_in_a_line_is_read_as_a_page() -> None:
    page = (
        '<html><meta property="og:site_name" content="Harbour Post"><h1>Page title of it</h1><p>a<b>b</b></p>'
    )
    record = read(line(raw=page, title="Given"), ORIGIN)
    assert [found.text for found in record.lines] == ["Page title of it", "ab"]
    assert record.supplied == Metadata(title="Given", publisher="Harbour Post")


def test_a_page_taken_for_clean_is_its_source() -> None:
    record: RawRecord = read_verbatim(line(raw="<html><p>a"), ORIGIN)
    assert [found.text for found in record.lines] == ["<html><p>a"]


@pytest.mark.parametrize(
    "raw", [b"{", b"[]", b'"text"', b"7", b"[" * 100_000, b'{"text": ' + b"9" * 5000 + b"}"]
)
def test_a_line_that_is_no_object_is_invalid(raw: bytes) -> None:
    assert reason(raw) is RejectReason.INVALID_JSON


@pytest.mark.parametrize("values", [{}, {"summary": "a"}, {"text": 7}, {"text": None, "raw": " "}])
def test_an_object_without_an_article_has_no_text(values: dict[str, object]) -> None:
    assert reason(line(**values)) is RejectReason.NO_TEXT


def test_the_keys_found_are_named() -> None:
    with pytest.raises(UnusableRecord, match=r"found `summary` \(str\), `id` \(int\)"):
        read(line(summary="a", id=7), ORIGIN)


def test_a_news_please_article_is_read_without_its_dates_of_download_and_change() -> None:
    raw = line(
        authors=["Jane Roe"],
        date_download="2020-05-05 10:00:00",
        date_modify="2019-04-04 10:00:00",
        date_publish="2009-03-06 12:30:00",
        maintext="It is over.",
        source_domain="harbour.example",
        title="Talks",
        url="https://harbour.example/1",
    )
    record = read(raw, ORIGIN)
    assert record.text == "It is over."
    assert record.supplied == Metadata(
        url="https://harbour.example/1",
        title="Talks",
        byline=("Jane Roe",),
        published_on=date(2009, 3, 6),
        published_from=PublishedFrom.METADATA,
    )


def test_a_date_of_download_is_none_of_publication() -> None:
    raw = line(maintext="It is over.", date_publish="None", date_download="2020-05-05 10:00:00")
    assert read(raw, ORIGIN).supplied == Metadata()


def test_a_fundus_article_is_read() -> None:
    raw = line(
        title="Talks",
        authors=["Jane Roe", "John Doe"],
        publisher="Harbour Post",
        publishing_date="2009-03-06 12:30:00+01:00",
        body={"summary": ["In short."], "sections": [{"headline": ["Then"], "paragraphs": ["It is over."]}]},
    )
    record = read(raw, ORIGIN)
    assert [found.text for found in record.lines] == ["In short.", "Then", "It is over."]
    assert record.supplied == Metadata(
        title="Talks",
        byline=("Jane Roe", "John Doe"),
        publisher="Harbour Post",
        published_at=datetime(2009, 3, 6, 11, 30, tzinfo=UTC),
        published_on=date(2009, 3, 6),
        published_from=PublishedFrom.METADATA,
    )


@pytest.mark.parametrize(
    "values",
    [{"html": "<p>It is <b>over</b>.</p>"}, {"content": "\n<div class=a><p>It is <b>over</b>.</p></div>"}],
)
def test_a_piece_of_a_page_is_read_as_one(values: dict[str, object]) -> None:
    assert [found.text for found in read(line(**values), ORIGIN).lines] == ["It is over."]


@pytest.mark.parametrize("text", ["The <p> tag is over.", "<p> is a tag", "a < b > c", "<i>Talks</i> end"])
def test_a_text_that_speaks_of_tags_is_a_text(text: str) -> None:
    assert read(line(content=text), ORIGIN).text == text


def test_mojibake_in_any_key_is_repaired() -> None:
    raw = line(maintext="The â€œresetâ€\x9d button", headline="SÃ£o Paulo")
    record = read(raw, ORIGIN)
    assert (record.text, record.supplied.title) == ("The “reset” button", "São Paulo")


@pytest.mark.parametrize("body", [7, ["", " "], {"sections": "x"}, {"sections": [7, {"headline": 7}]}, [{}]])
def test_a_body_of_another_shape_has_no_text(body: object) -> None:
    assert reason(line(body=body)) is RejectReason.NO_TEXT
