"""Whatever the bytes are, readers keep their offsets honest or say why they cannot."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.errors import UnusableRecord
from copydesk.readers import READERS, Reader, RecordSlice
from copydesk.records import Provenance, RawRecord
from schemas.vocabulary import MediaType

ORIGIN = Provenance("0a", "a", 0, "0a1b", MediaType.TEXT)

PIECES = st.sampled_from([
    "<p>", "</p>", "<a ", 'b="', "'", ">", "<", "<!--", "-->", "<script>", "</script>", "<pre>", "<br>",
    "<svg>", "<html>", "<title>", "<h1>", "</h1>", "&amp;", "&copy2009", "&nbsp", "&#0;", "&#1;", "&#x1F600",
    "&NotEqualTilde;", "&", " ", "\n", "\u2028", "\x85", "\x00", "\ud800", "“reset”", "word", "â€œ", "🙂",
])  # fmt: skip
MARKUP = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20), st.lists
)
OBJECTS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("raw", "text", "title"), MARKUP | ANYTHING),
        **dict.fromkeys(("url", "date", "byline", "publisher"), ANYTHING),
    },
)
RAW = (
    st.binary(max_size=300)
    | MARKUP.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | MARKUP.map(lambda text: text.encode("utf-16", "surrogatepass"))
    | MARKUP.map(lambda text: text.encode("cp1252", "ignore"))
    | OBJECTS.map(lambda values: json.dumps(values).encode())
)

readers = pytest.mark.parametrize("reader", READERS.values(), ids=list(READERS))
quietly = settings(max_examples=30)


def record_of(reader: Reader, raw: bytes) -> RawRecord | None:
    try:
        return reader.read(raw, ORIGIN)
    except UnusableRecord:
        return None


@readers
@given(raw=RAW)
@example(raw=b"<p>&nbspa&copy2009&NotEqualTilde;")
@quietly
def test_every_line_can_be_followed_back_to_the_record(reader: Reader, raw: bytes) -> None:
    record = record_of(reader, raw)
    for line in record.lines if record else ():
        assert line.text == line.text.strip() != ""
        if line.offsets:
            assert len(line.offsets) == len(line.text)
            assert all(one < next_one for one, next_one in pairwise(line.offsets))
            assert (line.span.start, line.offsets[-1] < line.span.end) == (line.offsets[0], True)
        else:
            assert record is not None
            assert line.text == line.span.of(record.text)


@readers
@given(raw=RAW)
@quietly
def test_lines_follow_each_other(reader: Reader, raw: bytes) -> None:
    record = record_of(reader, raw)
    if record:
        assert all(one.span.end <= next_one.span.start for one, next_one in pairwise(record.lines))
        assert record.lines[-1].span.end <= len(record.text)


@readers
@given(raw=RAW)
@quietly
def test_verbatim_text_can_be_stored_and_is_what_was_decoded(reader: Reader, raw: bytes) -> None:
    try:
        record = reader.read_verbatim(raw, ORIGIN)
    except UnusableRecord:
        return
    assert record.text.encode("utf-8").decode("utf-8") == record.text
    assert all(line.text == line.span.of(record.text) for line in record.lines)


@readers
@given(raw=RAW)
@quietly
def test_every_piece_of_a_file_has_a_number_of_its_own(reader: Reader, raw: bytes) -> None:
    numbers = [piece.record_no for piece in reader.split(BytesIO(raw))]
    assert numbers == sorted(set(numbers))


@readers
@given(raw=RAW)
@quietly
def test_slices_stand_where_they_say(reader: Reader, raw: bytes) -> None:
    for piece in reader.split(BytesIO(raw)):
        if isinstance(piece, RecordSlice) and piece.offset is not None:
            assert piece.raw == raw[piece.offset : piece.offset + len(piece.raw)]


@given(text=st.text())
@quietly
def test_clean_utf8_is_unchanged_to_the_character(text: str) -> None:
    storable = text.encode("utf-8", "ignore").decode().replace("\x00", "").removeprefix("\ufeff")
    try:
        record = READERS[".txt"].read_verbatim(storable.encode(), ORIGIN)
    except UnusableRecord:
        return
    assert record.text == storable
