"""What the markup around a line of a web page says about it: evidence for the line model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, IntEnum


class BlockKind(IntEnum):
    """The element that sets a line apart from its neighbours."""

    OTHER = 0
    PARAGRAPH = 1
    HEADING = 2
    LIST_ITEM = 3
    CELL = 4
    CAPTION = 5
    QUOTE = 6
    DIVISION = 7
    CONTROL = 8
    PAGE_TITLE = 9


class Region(Flag):
    """Elements with a meaning that a line stands in, however deep."""

    ARTICLE = 1
    MAIN = 2
    NAVIGATION = 4
    ASIDE = 8
    HEADER = 16
    FOOTER = 32
    FIGURE = 64
    TABLE = 128
    FORM = 256
    LIST = 512
    QUOTE = 1024


class Hint(Flag):
    """What the names that authors of pages give to elements (class, id, role, itemprop) hint at."""

    BODY = 1
    HEADLINE = 2
    SUBTITLE = 4
    BYLINE = 8
    TIME = 16
    CAPTION = 32
    RELATED = 64
    SHARE = 128
    COMMENT = 256
    NAVIGATION = 512
    SIDEBAR = 1024
    FOOTER = 2048
    PROMOTION = 4096
    SUBSCRIPTION = 8192
    TOPIC = 16384
    QUOTE = 32768


NO_REGION = Region(0)
NO_HINT = Hint(0)


@dataclass(frozen=True, slots=True)
class LineMarkup:
    """The markup of one line, taken at its longest stretch of text.

    Attributes:
        block: The element that sets the line apart.
        heading_level: 1 to 6 inside a heading, else 0.
        regions: The meaningful elements around it.
        hints: What the names of all elements around it hint at, those of the whole page left out.
        near_hints: The same for its own and the two next elements only.
        depth: How many elements it is nested in.
        link_share: The share of its characters inside links.
        emphasis_share: The share of its characters in bold or italics.
        container_share: The share of the page's running text that stands in the same parent element.
        peer_share: The share of the page's running text in elements of the same kind and names.
        in_article_body: Whether the page's JSON-LD gives the line as body; None where it gives no body.
    """

    block: BlockKind = BlockKind.OTHER
    heading_level: int = 0
    regions: Region = NO_REGION
    hints: Hint = NO_HINT
    near_hints: Hint = NO_HINT
    depth: int = 0
    link_share: float = 0.0
    emphasis_share: float = 0.0
    container_share: float = 0.0
    peer_share: float = 0.0
    in_article_body: bool | None = None
