"""Archives: the files in a ZIP or tar file, one after the other, without unpacking them to disk."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from copydesk.errors import UnusableRecord
from copydesk.readers.compression import CheckedBytes, decompressed, open_decompressed, refuse_bomb
from schemas.vocabulary import RejectReason, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ARCHIVE_SUFFIXES = (".zip", ".tar", ".tgz", ".tar.gz", ".tar.zst")
_MEMBER_BUFFER_BYTES = 65_536
_ENCRYPTED = 0x1
_ABSOLUTE = re.compile(r"/|[A-Za-z]:")
# What macOS adds to every archive; other hidden files begin with a dot.
_HIDDEN_FOLDER = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, and its content as it is stored, or why that cannot be had."""

    path: str
    content: BinaryIO | UnusableRecord


def is_archive(name: str) -> bool:
    """Whether a file of this name holds other files.

    >>> is_archive("March.TAR.gz"), is_archive("articles.jsonl.gz")
    (True, False)
    """
    return name.lower().endswith(ARCHIVE_SUFFIXES)


def open_members(path: Path) -> Iterator[Member]:
    """Open the files in an archive in turn; each can be read only until the next one is asked for.

    Folders and hidden files are left out, as they are in the raw folder.

    Raises:
        UnusableRecord: The archive cannot be opened, or from here on it cannot be read.
    """
    found = _zip_members(path) if path.name.lower().endswith(".zip") else _tar_members(path)
    for member in found:
        parts = [part for part in member.path.split("/") if part not in {"", "."}]
        if any(part == _HIDDEN_FOLDER or (part.startswith(".") and part != "..") for part in parts):
            continue
        if _ABSOLUTE.match(member.path) or ".." in parts:
            yield Member(member.path, _refused("its path leads out of the archive"))
        elif is_archive(member.path):
            yield Member("/".join(parts), _refused("it is an archive within an archive; unpack it first"))
        else:
            yield Member("/".join(parts), member.content)


def _refused(why: str, reason: RejectReason = RejectReason.UNSUPPORTED_FORMAT) -> UnusableRecord:
    return UnusableRecord(Stage.READ, reason, f"this file of the archive is not read: {why}")


def _unreadable(error: Exception) -> UnusableRecord:
    detail = f"the archive is damaged or none: {error}; what follows in it is lost, fetch it again"
    return UnusableRecord(Stage.READ, RejectReason.UNREADABLE_FILE, detail)


def _zip_members(path: Path) -> Iterator[Member]:
    with open_decompressed(path) as file:
        try:
            archive = zipfile.ZipFile(file)
        # A name that is no text in the encoding that it claims is a ValueError.
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise _unreadable(error) from error
        for info in archive.infolist():
            if not info.is_dir():
                # Archives made on Windows may have its separators.
                yield Member(info.filename.replace("\\", "/"), _zip_content(archive, info, file))


def _zip_content(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: BinaryIO
) -> BinaryIO | UnusableRecord:
    if info.flag_bits & _ENCRYPTED:
        return _refused("it is encrypted; unpack it with its password", RejectReason.UNREADABLE_FILE)
    try:
        refuse_bomb(info.compress_size, info.file_size)
        content = cast("io.BufferedReader", archive.open(info))
    except UnusableRecord as error:
        return error
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        return _refused(str(error), RejectReason.UNREADABLE_FILE)
    return _checked(content, file.tell)


def _tar_members(path: Path) -> Iterator[Member]:
    with open_decompressed(path) as file:
        stream = decompressed(file, ".gz") if path.name.lower().endswith(".tgz") else file
        try:
            archive = tarfile.open(fileobj=stream, mode="r|")  # noqa: SIM115 - it holds nothing but the stream
            while info := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # or it remembers all files of a large archive
                if not info.isdir():
                    yield Member(info.name, _tar_content(archive, info, stream))
        except (tarfile.TarError, OSError, ValueError, OverflowError) as error:
            raise _unreadable(error) from error


def _tar_content(
    archive: tarfile.TarFile, info: tarfile.TarInfo, stream: BinaryIO
) -> BinaryIO | UnusableRecord:
    content = archive.extractfile(info) if info.isreg() and not info.issparse() else None
    if content is None:
        return _refused("it is a link, a device, or a file with holes", RejectReason.UNREADABLE_FILE)
    return _checked(cast("io.BufferedReader", content), stream.tell)


def _checked(content: io.BufferedReader, position: Callable[[], int]) -> BinaryIO:
    checked = CheckedBytes(content, content.read1, position, "this file of the archive")
    return io.BufferedReader(checked, _MEMBER_BUFFER_BYTES)
