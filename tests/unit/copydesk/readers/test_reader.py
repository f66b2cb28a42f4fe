"""A text file or a page is one record."""

from __future__ import annotations

from io import BytesIO

import pytest

from copydesk.errors import UnusableRecord
from copydesk.readers.reader import (
    EXCERPT_BYTES,
    MAX_RECORD_BYTES,
    BrokenSlice,
    RecordSlice,
    refuse_unless_readable,
    split_whole,
)
from schemas.vocabulary import RejectReason


def test_a_whole_file_is_one_record() -> None:
    assert list(split_whole(BytesIO(b"one\n\ntwo\n"))) == [RecordSlice(0, 0, b"one\n\ntwo\n")]


def test_an_empty_file_is_a_record_that_cannot_be_read() -> None:
    assert list(split_whole(BytesIO(b""))) == [RecordSlice(0, 0, b"")]
    with pytest.raises(UnusableRecord, match=r"^empty: "):
        refuse_unless_readable(b"")


def test_a_file_at_the_limit_is_read() -> None:
    raw = b"x" * MAX_RECORD_BYTES
    assert list(split_whole(BytesIO(raw))) == [RecordSlice(0, 0, raw)]


def test_a_file_above_the_limit_is_not_loaded_whole() -> None:
    stream = BytesIO(b"x" * (2 * MAX_RECORD_BYTES))
    [broken] = split_whole(stream)
    assert isinstance(broken, BrokenSlice)
    assert broken.error.reason is RejectReason.TOO_LARGE
    assert broken.excerpt == b"x" * EXCERPT_BYTES
    assert stream.tell() == MAX_RECORD_BYTES + 1


def test_a_record_above_the_limit_is_refused_by_whoever_reads_it() -> None:
    with pytest.raises(UnusableRecord, match=r"^too_large: .* 4,000,000 bytes"):
        refuse_unless_readable(b"x" * (MAX_RECORD_BYTES + 1))
