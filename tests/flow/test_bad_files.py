"""Files that cannot be used end in `rejects`, one by one, and the rest of the batch is published."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from flows.tables import read_tables
from schemas.vocabulary import RejectReason
from tests.flow.articles import BRUSSELS, MOSCOW

if TYPE_CHECKING:
    from tests.flow.conftest import Publish

_HUGE = 50_000_000
_MOJIBAKE = MOSCOW.replace("Lavrov", "Lavróv").encode().decode("cp1252")


def _jsonl(*texts: str) -> bytes:
    return b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)


def _write_unusable_files(raw: Path) -> None:
    (raw / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "blank.txt").write_text(" \n\t\n")
    (raw / "gone.txt").symlink_to(raw / "nowhere.txt")
    (raw / "huge.txt").write_bytes(b"word " * (_HUGE // 5))
    (raw / "menu.txt").write_text("Home\nNews\nSport\nSign in\nShare this page\n")
    Path(os.fsdecode(bytes(raw) + b"/caf\xe9.txt")).write_text(BRUSSELS + "Four.")
    (raw / "linked").symlink_to(raw / "folder", target_is_directory=True)
    (raw / "folder").mkdir()
    (raw / "folder" / "deep.txt").write_text(BRUSSELS + "Five.")
    os.mkfifo(raw / "pipe.txt")
    (raw / "table.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (raw / "twin.txt").write_text(MOSCOW)
    lines = [
        _jsonl(BRUSSELS + "One."),
        b'{"text": "half a li\n',
        b'{"title": "no text"}\n',
        _jsonl(BRUSSELS + "Two."),
    ]
    (raw / "mixed.jsonl").write_bytes(b"".join(lines))
    huge_line = b'{"text": "' + b"a" * _HUGE + b'"}\n'
    (raw / "huge.jsonl").write_bytes(huge_line + _jsonl(BRUSSELS + "Three."))
    whole = gzip.compress(_jsonl(*(f"{BRUSSELS}{number}" for number in range(400))), mtime=0)
    (raw / "truncated.jsonl.gz").write_bytes(whole[: len(whole) // 2])


def _write_odd_but_usable_files(raw: Path) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    (raw / "bom.txt").write_bytes(b"\xef\xbb\xbf" + _different(1).encode())
    (raw / "cp1252.txt").write_bytes(_different(2).replace('"', "”").encode("cp1252"))
    (raw / "crlf.txt").write_bytes(_different(3).replace("\n", "\r\n").encode())
    (raw / "mojibake.txt").write_text(_MOJIBAKE)
    (raw / "nul.txt").write_bytes(_different(4).replace("treaty", "trea\0ty").encode())
    (raw / "utf16.txt").write_bytes(_different(5).encode("utf-16"))
    (raw / "utf16le.txt").write_bytes(_different(6).encode("utf-16-le"))


def _different(number: int) -> str:
    return MOSCOW.replace("arms talks", f"arms talks, round {number}")


@pytest.fixture(scope="module")
def tables(server_url: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    """The published tables of a folder with every kind of bad file in it."""
    from flows.publish import publish_dataset
    from flows.settings import Settings

    assert server_url
    folder = tmp_path_factory.mktemp("bad")
    raw = folder / "raw"
    raw.mkdir()
    _write_odd_but_usable_files(raw)
    _write_unusable_files(raw)
    publish_dataset(Settings(raw=raw, out=folder / "out", workers=2))
    return read_tables(folder / "out" / "latest")


def _reasons(tables: dict[str, pl.DataFrame], path: str) -> list[tuple[int | None, str]]:
    rows = tables["rejects"].filter(pl.col("source_path") == path)
    return rows.sort("source_record").select("source_record", "reason").rows()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("binary.txt", RejectReason.BINARY),
        ("empty.txt", RejectReason.EMPTY),
        ("blank.txt", RejectReason.EMPTY),
        ("huge.txt", RejectReason.TOO_LARGE),
        ("menu.txt", RejectReason.NO_ARTICLE),
        ("twin.txt", RejectReason.IDENTICAL_RECORD),
    ],
)
def test_an_unusable_file_is_rejected_with_its_reason(
    tables: dict[str, pl.DataFrame], path: str, reason: RejectReason
) -> None:
    assert _reasons(tables, path) == [(0, reason)]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone.txt", RejectReason.UNREADABLE_FILE),
        ("pipe.txt", RejectReason.UNREADABLE_FILE),
        ("table.xls", RejectReason.UNSUPPORTED_FORMAT),
    ],
)
def test_a_file_that_cannot_be_opened_is_rejected_as_a_whole(
    tables: dict[str, pl.DataFrame], path: str, reason: RejectReason
) -> None:
    assert _reasons(tables, path) == [(None, reason)]


def test_bad_lines_of_a_jsonl_file_are_rejected_and_the_others_kept(tables: dict[str, pl.DataFrame]) -> None:
    assert _reasons(tables, "mixed.jsonl") == [(1, RejectReason.INVALID_JSON), (2, RejectReason.NO_TEXT)]
    kept = tables["documents"].filter(pl.col("source_path") == "mixed.jsonl")
    assert sorted(kept["source_record"]) == [0, 3]


def test_a_line_of_fifty_megabytes_does_not_hide_the_next_one(tables: dict[str, pl.DataFrame]) -> None:
    assert _reasons(tables, "huge.jsonl") == [(0, RejectReason.TOO_LARGE)]
    kept = tables["documents"].filter(pl.col("source_path") == "huge.jsonl")
    assert kept["source_record"].to_list() == [1]


def test_a_truncated_file_keeps_what_stands_before_the_break(tables: dict[str, pl.DataFrame]) -> None:
    kept = tables["documents"].filter(pl.col("source_path") == "truncated.jsonl.gz")
    (broken_at, reason), *others = _reasons(tables, "truncated.jsonl.gz")
    assert (reason, others) == (RejectReason.TRUNCATED_FILE, [])
    assert sorted(kept["source_record"]) == list(range(broken_at or 0))
    assert kept.height > 1


@pytest.mark.parametrize(
    "path", ["bom.txt", "cp1252.txt", "crlf.txt", "mojibake.txt", "utf16.txt", "utf16le.txt"]
)
def test_every_encoding_yields_the_same_words(tables: dict[str, pl.DataFrame], path: str) -> None:
    text = _text(tables, path).replace("”", '"').replace("Lavróv", "Lavrov")
    assert text == _text(tables, "a.txt")


def test_nul_bytes_cost_no_more_than_themselves(tables: dict[str, pl.DataFrame]) -> None:
    assert _text(tables, "nul.txt").replace("\ufffd", "") == _text(tables, "a.txt")


def _text(tables: dict[str, pl.DataFrame], path: str) -> str:
    text = tables["documents"].filter(pl.col("source_path") == path)["text"].item()
    assert isinstance(text, str)
    return text


def test_a_file_name_that_is_no_text_is_written_with_escapes(tables: dict[str, pl.DataFrame]) -> None:
    assert "caf\\xe9.txt" in tables["documents"]["source_path"].to_list()


def test_a_linked_folder_is_read_once(tables: dict[str, pl.DataFrame]) -> None:
    paths = pl.col("source_path").str.ends_with("deep.txt")
    assert tables["documents"].filter(paths)["source_path"].to_list() == ["folder/deep.txt"]
    assert tables["rejects"].filter(paths).is_empty()


def test_every_reject_says_what_and_why(tables: dict[str, pl.DataFrame]) -> None:
    assert tables["rejects"]["detail"].str.len_chars().min() >= 30  # type: ignore[operator]  # a number here


def test_the_same_text_twice_is_one_document_and_one_duplicate(
    publish: Publish, raw: Path, tmp_path: Path
) -> None:
    (raw / "a.txt").write_text(MOSCOW)
    (raw / "b.txt").write_text(MOSCOW + "\n")
    assert publish().n_duplicates == 1
    documents = read_tables(tmp_path / "out" / "latest")["documents"]
    assert documents["duplicate_of"].drop_nulls().is_in(documents["doc_id"].to_list()).to_list() == [True]
