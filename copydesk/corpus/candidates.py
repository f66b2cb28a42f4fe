"""Which pairs are worth a closer look: those that share a block, such as a rare word.

Comparing everything with everything is quadratic, and so is a block that everything is in. Items are
therefore numbered so that likely matches stand near each other (by date, as a rule), and within a
block an item meets only its next few neighbours: linear in the number of rows, whatever the blocks.
In a group of many, the links between neighbours are enough to hold it together.
"""

from __future__ import annotations

import polars as pl


def neighbour_pairs(blocks: pl.DataFrame, n_neighbours: int) -> pl.DataFrame:
    """Pair every item with its next `n_neighbours` in each of its blocks.

    Args:
        blocks: One row for an item in a block; `item` is its number, all other columns name the block.
        n_neighbours: How many of the following members of a block an item meets.

    Returns:
        `left` < `right` and `n_shared`, the number of blocks in which the two met; sorted.
    """
    keys = [name for name in blocks.columns if name != "item"]
    members = (
        blocks.unique()
        .filter(pl.len().over(keys) > 1)
        .sort(*keys, "item")
        .select("item", block=pl.struct(keys).rle_id())
    )
    steps = [_pairs_at(members, distance) for distance in range(1, n_neighbours + 1)]
    return pl.concat(steps).group_by("left", "right").agg(n_shared=pl.len()).sort("left", "right")


def _pairs_at(members: pl.DataFrame, distance: int) -> pl.DataFrame:
    """The members of one block that stand `distance` rows apart."""
    return (
        members.select(
            left="item",
            right=pl.col("item").shift(-distance),
            same_block=pl.col("block") == pl.col("block").shift(-distance),
        )
        .filter(pl.col("same_block"))
        .select("left", "right")
    )


def with_both(pairs: pl.DataFrame, features: pl.DataFrame) -> pl.DataFrame:
    """Put the features of both items beside each pair, as `<feature>` and `<feature>_right`.

    Args:
        pairs: Has the item numbers `left` and `right`.
        features: One row for each `item`.
    """
    return pairs.join(features, left_on="left", right_on="item", maintain_order="left").join(
        features, left_on="right", right_on="item", maintain_order="left", suffix="_right"
    )


def same(column: str) -> pl.Expr:
    """Whether both items of a pair have the value; unknown is not the same as unknown."""
    return (pl.col(column) == pl.col(f"{column}_right")).fill_null(value=False)
