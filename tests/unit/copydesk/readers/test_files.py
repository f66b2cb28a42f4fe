"""What there is in a file or an archive is read piece by piece, and what cannot be is said."""

from __future__ import annotations

import gzip
import io
import random
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pyarrow
import pytest

from copydesk.readers import Piece, read_pieces
from schemas.vocabulary import RejectReason

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {
    "wire/a.txt": b"It is over.",
    "feed.jsonl": b'{"text": "One."}\n{"text": "Two."}\n',
    "packed.jsonl.gz": gzip.compress(b'{"text": "Three."}\n'),
    "table.csv": b"text\nFour.\n",
}
CONTENT: list[tuple[str, int, bytes | RejectReason]] = [
    ("wire/a.txt", 0, b"It is over."),
    ("feed.jsonl", 0, b'{"text": "One."}'),
    ("feed.jsonl", 1, b'{"text": "Two."}'),
    ("packed.jsonl.gz", 0, b'{"text": "Three."}'),
    ("table.csv", 0, b'{"text": "Four."}'),
]


def zip_bytes(*files: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            with archive.open(zipfile.ZipInfo(name), "w") as member:
                member.write(content)
    return file.getvalue()


def tar_bytes(*files: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in files:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


ARCHIVERS: dict[str, Callable[..., bytes]] = {
    "a.zip": zip_bytes,
    "a.tar": tar_bytes,
    "a.tgz": lambda *files: gzip.compress(tar_bytes(*files)),
    "a.TAR.GZ": lambda *files: gzip.compress(tar_bytes(*files)),
    "a.tar.zst": lambda *files: pyarrow.compress(tar_bytes(*files), codec="zstd", asbytes=True),
}
every_kind = pytest.mark.parametrize("name", ARCHIVERS)


def content(path: Path, raw: bytes) -> list[tuple[str, int | None, bytes | RejectReason]]:
    path.write_bytes(raw)
    return [
        (piece.member, piece.record.record_no, piece.record.raw)
        if isinstance(piece, Piece)
        else (piece.member, piece.record_no, piece.error.reason)
        for piece in read_pieces(path)
    ]


@every_kind
def test_every_file_of_an_archive_is_read(name: str, tmp_path: Path) -> None:
    assert content(tmp_path / name, ARCHIVERS[name](*FILES.items())) == CONTENT


@every_kind
def test_paths_out_of_the_archive_and_archives_in_it_are_refused_one_by_one(
    name: str, tmp_path: Path
) -> None:
    files = [("../a.txt", b"a"), ("/b.txt", b"b"), ("in.zip", b"c"), ("d.png", b"d"), ("./e.txt", b"e")]
    refused = RejectReason.UNSUPPORTED_FORMAT
    assert content(tmp_path / name, ARCHIVERS[name](*files)) == [
        ("../a.txt", 0, refused),
        ("/b.txt", 0, refused),
        ("in.zip", 0, refused),
        ("d.png", 0, refused),
        ("e.txt", 0, b"e"),
    ]


@every_kind
def test_hidden_files_are_left_out(name: str, tmp_path: Path) -> None:
    files = [("__MACOSX/._a.txt", b"a"), (".git/b.txt", b"b"), ("c/.DS_Store", b"c"), ("d.txt", b"d")]
    assert content(tmp_path / name, ARCHIVERS[name](*files)) == [("d.txt", 0, b"d")]


@every_kind
def test_a_second_file_of_one_name_continues_the_first(name: str, tmp_path: Path) -> None:
    files = [("a.jsonl", b"{}\n{}\n"), ("./a.jsonl", b'{"b": 1}')]
    pieces = content(tmp_path / name, ARCHIVERS[name](*files))
    assert pieces[2:] == [("a.jsonl", 2, b'{"b": 1}')]


@every_kind
def test_an_archive_without_files_is_empty(name: str, tmp_path: Path) -> None:
    assert content(tmp_path / name, ARCHIVERS[name]()) == [("", None, RejectReason.EMPTY)]


@every_kind
@pytest.mark.parametrize("raw", [b"", b"junk" * 400])
def test_other_files_under_this_name_are_unreadable(name: str, raw: bytes, tmp_path: Path) -> None:
    assert content(tmp_path / name, raw) == [("", None, RejectReason.UNREADABLE_FILE)]


@pytest.mark.parametrize("name", ["a.tar", "a.tgz"])
def test_files_before_the_break_are_read(name: str, tmp_path: Path) -> None:
    noise = random.Random(7)
    files = [(f"{number}.txt", noise.randbytes(20_000)) for number in range(9)]
    raw = ARCHIVERS[name](*files)
    first, *_, last = content(tmp_path / name, raw[: len(raw) // 2])
    assert first == ("0.txt", 0, files[0][1])
    assert last[:2] == ("", None)
    assert last[2] in {RejectReason.TRUNCATED_FILE, RejectReason.UNREADABLE_FILE}


def test_an_encrypted_file_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    raw = bytearray(zip_bytes(("a.txt", b"a"), ("b.txt", b"b")))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # the flag in the directory
    assert content(tmp_path / "a.zip", bytes(raw)) == [
        ("a.txt", 0, RejectReason.UNREADABLE_FILE),
        ("b.txt", 0, b"b"),
    ]


def test_a_bomb_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    raw = zip_bytes(("bomb.jsonl", bytes(120_000_000)), ("b.txt", b"b"))
    assert content(tmp_path / "a.zip", raw) == [("bomb.jsonl", 0, RejectReason.TOO_LARGE), ("b.txt", 0, b"b")]


def test_a_bomb_in_a_compressed_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    raw = gzip.compress(b"{}\n" + bytes(120_000_000), 1)
    assert content(tmp_path / "a.jsonl.gz", raw)[1:] == [
        ("", record_no, RejectReason.TOO_LARGE) for record_no in (1, 2)
    ]


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert content(tmp_path / "a.tar", file.getvalue()) == [("link.txt", 0, RejectReason.UNREADABLE_FILE)]


def test_records_of_a_plain_file_stand_where_they_say(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "One."}\n{"text": "Two."}\n')
    assert [piece.record.offset for piece in read_pieces(path) if isinstance(piece, Piece)] == [0, 17]


def test_a_file_of_another_kind_is_refused_as_a_whole(tmp_path: Path) -> None:
    assert content(tmp_path / "a.xls", b"a") == [("", None, RejectReason.UNSUPPORTED_FORMAT)]
