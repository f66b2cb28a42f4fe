"""Tests of `copydesk.corpus.candidates`."""

import polars as pl

from copydesk.corpus.candidates import neighbour_pairs, with_both


def _blocks(*rows: tuple[int, str]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={"item": pl.UInt32, "word": pl.String}, orient="row")


def test_items_meet_in_every_block_they_share() -> None:
    blocks = _blocks((0, "button"), (1, "button"), (0, "gift"), (1, "gift"), (2, "gift"))
    assert neighbour_pairs(blocks, 5).rows() == [(0, 1, 2), (0, 2, 1), (1, 2, 1)]


def test_an_item_meets_only_its_next_neighbours() -> None:
    blocks = _blocks(*[(item, "button") for item in range(4)])
    assert neighbour_pairs(blocks, 1).rows() == [(0, 1, 1), (1, 2, 1), (2, 3, 1)]


def test_a_block_named_twice_by_an_item_counts_once() -> None:
    assert neighbour_pairs(_blocks((0, "gift"), (0, "gift"), (1, "gift")), 5).rows() == [(0, 1, 1)]


def test_nobody_meets_in_blocks_of_one() -> None:
    assert neighbour_pairs(_blocks((0, "button"), (1, "gift")), 5).rows() == []


def test_features_stand_beside_both_items() -> None:
    pairs = pl.DataFrame({"left": [0], "right": [1]}, schema={"left": pl.UInt32, "right": pl.UInt32})
    features = pl.DataFrame({"item": [0, 1], "name": ["a", "b"]}, schema_overrides={"item": pl.UInt32})
    assert with_both(pairs, features).to_dicts() == [{"left": 0, "right": 1, "name": "a", "name_right": "b"}]
