"""Lines of a page → lines with the evidence of the markup around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.line_markup import BlockKind, Hint, LineMarkup, Region

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from copydesk.readers.blocks import PageLine
    from copydesk.readers.elements import Element
    from copydesk.records import RawLine

# Running text: lines this long with no more of it in links.
MIN_RUNNING_CHARACTERS = 60
MAX_RUNNING_LINK_SHARE = 0.5
# Paragraphs share a parent; text that stands in a division directly shares the division.
_LEAVES = frozenset({
    BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CELL, BlockKind.CAPTION,
    BlockKind.QUOTE,
})  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def with_markup(page_lines: Sequence[PageLine]) -> tuple[RawLine, ...]:
    """The lines, each with the markup around it and the company it keeps."""
    containers = [_container(shown.element.block).no for shown in page_lines]
    peers = [_peer_group(shown.element.block) for shown in page_lines]
    running = [
        len(shown.line.text)
        if len(shown.line.text) >= MIN_RUNNING_CHARACTERS and shown.link_share <= MAX_RUNNING_LINK_SHARE
        else 0
        for shown in page_lines
    ]
    container_shares = _shares(containers, running)
    peer_shares = _shares(peers, running)
    return tuple(
        replace(shown.line, markup=_markup(shown, in_container, among_peers))
        for shown, in_container, among_peers in zip(page_lines, container_shares, peer_shares, strict=True)
    )


def _markup(shown: PageLine, container_share: float, peer_share: float) -> LineMarkup:
    element = shown.element
    block = element.block
    return LineMarkup(
        block=block.kind,
        heading_level=_HEADINGS.index(block.name) + 1 if block.name in _HEADINGS else 0,
        regions=Region(element.surroundings.regions),
        hints=Hint(element.surroundings.hints),
        near_hints=Hint(element.near_hints),
        depth=block.depth,
        link_share=shown.link_share,
        emphasis_share=shown.emphasis_share,
        container_share=container_share,
        peer_share=peer_share,
    )


def _container(block: Element) -> Element:
    return block.parent if block.kind in _LEAVES and block.parent is not None else block


def _peer_group(block: Element) -> tuple[str, ...]:
    parent = block.parent
    above = (parent.name, parent.names) if parent is not None else ()
    return block.name, block.names, *above


def _shares(groups: Sequence[Hashable], amounts: Sequence[int]) -> list[float]:
    """For each member the share of the whole amount that its group has."""
    sums: Counter[Hashable] = Counter()
    for group, amount in zip(groups, amounts, strict=True):
        sums[group] += amount
    total = sum(amounts)
    return [sums[group] / total if total else 0.0 for group in groups]
