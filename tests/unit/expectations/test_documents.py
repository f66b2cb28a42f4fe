"""Every claim about documents, broken once."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]

TEXT_WITH_MORE = (
    "Hillary Clinton met Sergei Lavrov in Geneva on Friday.\n\n"
    '"We want to begin again," Clinton told reporters, "and we will." And more.'
)
COPY = hashlib.sha256(b"another copy").hexdigest()[:16]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("source_path_has_its_form", {"source_path": "/home/wire/1.txt"}),
        ("language_has_its_form", {"language": "eng"}),
        ("published_from_goes_with_date", {"published_from": None}),
        ("published_at_agrees_with_date", {"published_at": datetime(2009, 3, 8, 1, tzinfo=UTC)}),
        ("text_is_covered_by_segments", {"text": TEXT_WITH_MORE}),
        ("n_paragraphs_fits_text", {"n_paragraphs": 3}),
        ("n_paragraphs_fits_text", {"n_paragraphs": 1}),
        ("n_sentences_is_right", {"n_sentences": 1}),
        ("kept_share_is_not_tiny", {"kept_share": 0.019}),
        ("duplicate_of_an_original", {"duplicate_of": COPY}),
    ],
)
def test_broken_document_fails(broken: Callable[..., set[str]], name: str, values: Row) -> None:
    assert broken("documents", 1, **values) == {f"documents.{name}"}


def test_date_before_newspapers_were_online_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("documents", 1, published_on=date(209, 3, 6), published_at=None) == {
        "documents.published_on_is_plausible"
    }


def test_date_without_its_origin_and_neither_are_told_apart(broken: Callable[..., set[str]]) -> None:
    assert broken("documents", 1, published_on=None, published_at=None, published_from=None) == set()


def test_id_that_is_not_from_the_hash_fails(broken: Callable[..., set[str]]) -> None:
    assert broken("documents", 1, source_sha256="0" * 64) == {"documents.doc_id_is_made_from_sha256"}


def test_hash_in_capitals_fails(rows: dict[str, list[Row]], judged: Callable[[], set[str]]) -> None:
    copy = rows["documents"][1]
    copy["source_sha256"] = f"{copy['doc_id']}{'A' * 48}"
    assert judged() == {"documents.source_sha256_has_its_form"}


@pytest.mark.parametrize("share", [0.0, 1.01])
def test_kept_share_outside_its_range_fails(broken: Callable[..., set[str]], share: float) -> None:
    assert "documents.kept_share_is_a_share" in broken("documents", 1, kept_share=share)


def test_same_record_twice_fails(rows: dict[str, list[Row]], judged: Callable[[], set[str]]) -> None:
    rows["documents"][1]["source_path"] = rows["documents"][0]["source_path"]
    assert judged() == {"documents.source_path_source_record_is_unique"}


def test_document_without_body_fails(rows: dict[str, list[Row]], judged: Callable[[], set[str]]) -> None:
    rows["segments"] = [row for row in rows["segments"] if row["doc_id"] != COPY]
    rows["runs"][0]["n_segments"] = 3
    assert judged() == {"documents.document_has_body"}


def test_blank_text_fails(broken: Callable[..., set[str]]) -> None:
    assert "documents.text_is_not_blank" in broken("documents", 1, text=" \n ")


def test_no_documents_at_all_fails(rows: dict[str, list[Row]], judged: Callable[[], set[str]]) -> None:
    for table in rows:
        rows[table] = []
    assert judged() == {"documents.has_rows"}
