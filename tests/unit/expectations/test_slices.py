"""Slicing documents by offsets, many rows at once."""

from __future__ import annotations

import polars as pl
from polars.testing import assert_frame_equal

from expectations.slices import pieces, slice_of_document, with_document, with_pieces

_SPANS = pl.List(pl.Struct({"start": pl.Int32, "end": pl.Int32}))


def _documents(*texts: str) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "doc_id": [f"d{no}" for no in range(len(texts))],
            "text": texts,
            "n_paragraphs": [1] * len(texts),
            "media_type": ["text/plain"] * len(texts),
            "published_on": [None] * len(texts),
        }
    )


def _rows(*rows: tuple[str, list[tuple[int, int]]]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "doc_id": [doc_id for doc_id, _ in rows],
            "x": [[{"start": start, "end": end} for start, end in spans] for _, spans in rows],
        },
        schema={"doc_id": pl.String, "x": _SPANS},
    )


def test_offsets_count_code_points_and_not_bytes() -> None:
    rows = pl.DataFrame({"doc_id": ["d0"], "start": [5], "end": [9]})
    found = with_document(rows, _documents("Žižka 🇨🇿 won")).select(slice_of_document("start", "end"))
    assert found.item() == " 🇨🇿 "


def test_slice_outside_the_document_is_null() -> None:
    rows = pl.DataFrame({"doc_id": ["d0", "d0", "d1"], "start": [-2, 0, 0], "end": [2, 99, 1]})
    found = with_document(rows, _documents("short")).select(slice_of_document("start", "end"))
    assert found.to_series().to_list() == [None, None, None]


def test_document_that_is_there_twice_does_not_multiply_rows() -> None:
    rows = pl.DataFrame({"doc_id": ["d0"]})
    documents = pl.concat([_documents("one"), _documents("two")])
    assert with_document(rows, documents)["document_text"].to_list() == ["one"]


def test_pieces_are_one_row_a_span() -> None:
    rows = with_document(
        _rows(("d0", [(0, 1), (2, 3)]), ("d0", []), ("d1", [(1, 2)])), _documents("abc", "def")
    )
    assert pieces(rows, "x").select("row", "start", "end").rows() == [(0, 0, 1), (0, 2, 3), (2, 1, 2)]


def test_facts_of_span_lists_stay_beside_their_rows() -> None:
    rows = with_document(
        _rows(("d1", [(0, 1), (2, 3)]), ("d0", []), ("d0", [(2, 3), (0, 1)])), _documents("abc", "def")
    )
    found = with_pieces(rows, "x").select("x_joined", "x_within", "x_in_order", "x_start", "x_end")
    expected = pl.DataFrame(
        {
            "x_joined": ["d ... f", None, "c ... a"],
            "x_within": [True, None, True],
            "x_in_order": [True, None, False],
            "x_start": [0, None, 0],
            "x_end": [3, None, 3],
        }
    )
    assert_frame_equal(found, expected, check_dtypes=False)


def test_empty_span_is_not_in_order() -> None:
    rows = with_document(_rows(("d0", [(1, 1)])), _documents("abc"))
    assert with_pieces(rows, "x")["x_in_order"].to_list() == [False]


def test_no_rows_at_all_have_the_facts_too() -> None:
    found = with_pieces(with_document(_rows(), _documents("abc")), "x")
    assert found.height == 0
    assert found.columns[-5:] == ["x_joined", "x_within", "x_in_order", "x_start", "x_end"]
