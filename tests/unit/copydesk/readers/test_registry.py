"""A file's name tells its reader."""

from __future__ import annotations

import pytest

from copydesk.readers import READERS, reader_for


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.txt.gz", "b/a.Txt.ZST"])
def test_case_and_compression_do_not_matter(name: str) -> None:
    assert reader_for(name) is READERS[".txt"]


def test_both_suffixes_of_web_pages_have_one_reader() -> None:
    assert reader_for("a.htm") is reader_for("a.html")


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.gz", ".txt.bak", "txt"])
def test_other_files_have_no_reader(name: str) -> None:
    assert reader_for(name) is None


@pytest.mark.parametrize("name", ["CC-MAIN-2024.warc.wet.gz", "a.wet", "a.WARC", "a.warc.gz"])
def test_web_archives_have_one_reader(name: str) -> None:
    assert reader_for(name) is READERS[".warc"]


def test_a_file_in_an_archive_is_read_by_its_own_name() -> None:
    assert reader_for("wire.tar.gz/2009/a.jsonl") is READERS[".jsonl"]
