"""From links between pairs to groups: the part of the corpus stage that is plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Pair = tuple[int, int]
Link = tuple[int, int, float]
"""Two items, the smaller number first, and how alike they are."""

FORBIDDEN = float("-inf")
"""The likeness of two items that must never share a group."""


def connected_components(n_items: int, pairs: Iterable[Pair]) -> list[int]:
    """Name every item's component by the smallest number in it.

    >>> connected_components(5, [(1, 2), (2, 4)])
    [0, 1, 1, 3, 1]
    """
    parent = list(range(n_items))
    for left, right in pairs:
        low, high = sorted((_root(parent, left), _root(parent, right)))
        parent[high] = low
    return [_root(parent, item) for item in range(n_items)]


def average_link_groups(n_items: int, links: Iterable[Link], min_mean: float, n_counted: int) -> list[int]:
    """Name every item's group by the smallest number in it, joining the most alike first.

    Two groups join only while the mean likeness of all pairs between them is at least `min_mean`; a
    pair without a link counts as 0. A hub that resembles many things unlike each other therefore
    stays with the one it resembles most, where connected components would chain them all.

    >>> average_link_groups(3, [(0, 1, 0.9), (1, 2, 0.8)], min_mean=0.5, n_counted=10)
    [0, 0, 2]

    Args:
        n_items: The items are the numbers below this.
        links: How alike two items are, each pair at most once.
        min_mean: The least mean likeness that joins two groups.
        n_counted: How many members of a group count at most: as many as an item was compared with, or
            groups could not outgrow the number of comparisons.
    """
    parent = list(range(n_items))
    sizes = [1] * n_items
    ranked = sorted(links, key=lambda link: (-link[2], link[0], link[1]))
    sums: list[dict[int, float]] = [{} for _ in range(n_items)]
    for left, right, likeness in ranked:
        sums[left][right] = sums[right][left] = likeness
    for left, right, _ in ranked:
        low, high = sorted((_root(parent, left), _root(parent, right)))
        n_pairs = min(sizes[low], n_counted) * min(sizes[high], n_counted)
        if low == high or sums[low][high] < min_mean * n_pairs:
            continue
        parent[high] = low
        sizes[low] += sizes[high]
        _move_sums(sums, high, low)
    return [_root(parent, item) for item in range(n_items)]


def _move_sums(sums: list[dict[int, float]], gone: int, kept: int) -> None:
    """Hand the links of the group `gone` over to the group `kept` that swallowed it."""
    for other, likeness in sums[gone].items():
        del sums[other][gone]
        if other != kept:
            sums[kept][other] = sums[other][kept] = sums[kept].get(other, 0.0) + likeness
    sums[gone] = {}


def _root(parent: list[int], item: int) -> int:
    while parent[item] != item:
        parent[item] = parent[parent[item]]
        item = parent[item]
    return item
