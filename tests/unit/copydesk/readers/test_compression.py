"""Compressed files are read like plain ones, and say so when they break off."""

from __future__ import annotations

import gzip
import random
from typing import TYPE_CHECKING

import pyarrow
import pytest

from copydesk.errors import UnusableRecord
from copydesk.readers import READERS, BrokenSlice, RecordSlice, open_decompressed
from schemas.vocabulary import RejectReason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def zstd(raw: bytes) -> bytes:
    compressed: bytes = pyarrow.compress(raw, codec="zstd", asbytes=True)
    return compressed


COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".zst": zstd}
both = pytest.mark.parametrize("suffix", [".gz", ".zst"])


LINE_BYTES = len(b'{"text": ""}\n') + 80


def json_lines(n_lines: int) -> bytes:
    words = random.Random(7)
    return b"".join(b'{"text": "%s"}\n' % words.randbytes(40).hex().encode() for _ in range(n_lines))


def slices(path: Path) -> list[RecordSlice | BrokenSlice]:
    with open_decompressed(path) as stream:
        return list(READERS[".jsonl"].split(stream))


@both
def test_a_compressed_file_holds_what_was_compressed(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(COMPRESSORS[suffix](json_lines(5000)))
    with open_decompressed(path) as stream:
        assert stream.read() == json_lines(5000)


@both
def test_compressed_pieces_behind_each_other_are_one_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.txt{suffix.upper()}"
    path.write_bytes(COMPRESSORS[suffix](b"one ") + COMPRESSORS[suffix](b"two"))
    with open_decompressed(path) as stream:
        assert stream.read() == b"one two"


@both
def test_records_before_the_break_are_read_and_the_break_is_reported(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    whole = json_lines(5000)
    compressed = COMPRESSORS[suffix](whole)
    path.write_bytes(compressed[:-1000])
    *records, last = slices(path)
    assert isinstance(last, BrokenSlice)
    assert last.error.reason is RejectReason.TRUNCATED_FILE
    assert f"after byte {len(compressed) - 1000:,}, " in last.error.detail
    assert (last.record_no, last.offset) == (len(records), LINE_BYTES * len(records))
    assert (
        b"".join(record.raw + b"\n" for record in records if isinstance(record, RecordSlice))
        == (whole[: last.offset])
    )


@both
def test_most_records_of_a_broken_file_are_saved(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(COMPRESSORS[suffix](json_lines(5000))[:-1000])
    assert len(slices(path)) > 5000 * 0.7


def test_a_broken_text_file_is_one_broken_record_with_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(json_lines(5000))[:-1000])
    with open_decompressed(path) as stream:
        [broken] = READERS[".txt"].split(stream)
    assert isinstance(broken, BrokenSlice)
    assert (broken.error.reason, broken.excerpt) == (RejectReason.TRUNCATED_FILE, json_lines(5000)[:200])


@both
def test_a_file_that_only_claims_to_be_compressed_is_unreadable(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(b"plain text")
    [broken] = slices(path)
    assert isinstance(broken, BrokenSlice)
    assert broken.error.reason is RejectReason.UNREADABLE_FILE


@both
def test_an_empty_compressed_file_is_empty(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{suffix}"
    path.write_bytes(b"")
    [broken] = slices(path)
    assert isinstance(broken, BrokenSlice)
    assert broken.error.reason is RejectReason.EMPTY


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnusableRecord, match=r"^unreadable_file: the file cannot be opened"):
        open_decompressed(tmp_path / "nowhere.txt")
