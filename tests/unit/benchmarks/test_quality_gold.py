"""Reading gold and choosing samples of it."""

from __future__ import annotations

import gzip
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from benchmarks.quality_gold import (
    GoldDocument,
    MissingGold,
    gold_folder,
    read_documents,
    sample_of,
    site_fold,
)

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = [GoldDocument(f"article-{number:02d}", "Talks.", None, "{}") for number in range(30)]


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    folder = tmp_path / "gold"
    folder.mkdir()
    return folder


def test_a_compressed_set_is_read_with_its_dates(gold: Path) -> None:
    lines = [
        json.dumps({"doc": "a", "text": "Talks.", "date": "2009-03-06"}),
        json.dumps({"doc": "b", "text": ""}),
    ]
    with gzip.open(gold / "dev.jsonl.gz", "wt") as file:
        file.write("\n".join(lines))
    assert read_documents("dev.jsonl.gz", "text") == [
        GoldDocument("a", "Talks.", date(2009, 3, 6), lines[0]),
        GoldDocument("b", "", None, lines[1]),
    ]


def test_a_missing_folder_is_told_with_the_variable_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_GOLD", str(tmp_path))
    with pytest.raises(MissingGold, match="set COPYDESK_GOLD"):
        gold_folder()


def test_a_missing_set_is_told_by_its_path(gold: Path) -> None:
    with pytest.raises(MissingGold, match=r"gold/quotes/dev\.jsonl\.gz is missing"):
        read_documents("quotes/dev.jsonl.gz", "text")


def test_without_a_number_the_sample_is_the_whole_set() -> None:
    assert sample_of(DOCUMENTS, None) == DOCUMENTS


def test_a_sample_keeps_the_order_of_the_set() -> None:
    sample = sample_of(DOCUMENTS, 7)
    assert sample == [document for document in DOCUMENTS if document in sample]


def test_a_smaller_sample_is_part_of_a_larger_one() -> None:
    larger = sample_of(DOCUMENTS, 12)
    assert [document for document in sample_of(DOCUMENTS, 5) if document not in larger] == []


def test_a_sample_has_as_many_documents_as_were_asked_for() -> None:
    assert len(sample_of(DOCUMENTS, 5)) == 5


def test_every_site_has_one_fold_of_those_there_are() -> None:
    folds = [site_fold(f"daily-{number}.example", 5) for number in range(200)]
    assert (set(folds), folds) == (
        set(range(5)),
        [site_fold(f"daily-{number}.example", 5) for number in range(200)],
    )


def test_fold_of_a_site_is_the_same_in_every_run() -> None:
    assert [site_fold(site, 5) for site in ("desk.example", "wire.example")] == [0, 1]


def test_the_site_of_a_page_is_read(gold: Path) -> None:
    line = json.dumps({"doc": "a", "raw": "Talks.", "domain": "desk.example"})
    (gold / "dev.jsonl").write_text(f"{line}\n")
    assert [document.site for document in read_documents("dev.jsonl", "raw")] == ["desk.example"]
