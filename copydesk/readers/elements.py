"""Which elements of a page are open at a place, as far as a line of text needs to know.

Close to what browsers do with missing and misplaced tags, without building a tree; linear in the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.line_markup import BlockKind, Region
from copydesk.readers.hints import hints_of
from copydesk.readers.markup import TokenKind, attributes

if TYPE_CHECKING:
    from copydesk.readers.markup import Token

# Browsers, too, nest no deeper than about this.
MAX_DEPTH = 500
NEAR_LEVELS = 3

# Elements that browsers set on lines of their own, and the controls and cells that look as if.
BLOCKS = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "br", "button", "caption", "center",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "label", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "picture", "pre",
    "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "title", "tr", "ul", "video",
})  # fmt: skip
# Elements that have no content.
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
_KINDS = {
    "p": BlockKind.PARAGRAPH, "li": BlockKind.LIST_ITEM, "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM, "td": BlockKind.CELL, "th": BlockKind.CELL, "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION, "blockquote": BlockKind.QUOTE, "div": BlockKind.DIVISION,
    "section": BlockKind.DIVISION, "article": BlockKind.DIVISION, "button": BlockKind.CONTROL,
    "option": BlockKind.CONTROL, "label": BlockKind.CONTROL, "textarea": BlockKind.CONTROL,
    "legend": BlockKind.CONTROL, "title": BlockKind.PAGE_TITLE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}  # fmt: skip
_REGION_ELEMENTS = {
    "article": Region.ARTICLE, "main": Region.MAIN, "nav": Region.NAVIGATION, "aside": Region.ASIDE,
    "header": Region.HEADER, "footer": Region.FOOTER, "figure": Region.FIGURE, "table": Region.TABLE,
    "form": Region.FORM, "button": Region.FORM, "select": Region.FORM, "textarea": Region.FORM,
    "label": Region.FORM, "ul": Region.LIST, "ol": Region.LIST, "dl": Region.LIST, "menu": Region.LIST,
    "blockquote": Region.QUOTE,
}  # fmt: skip
# As numbers: a page has thousands of elements, and adding flags is slow.
_REGIONS = {name: region.value for name, region in _REGION_ELEMENTS.items()}
_EMPHASIS = frozenset({"b", "strong", "em", "i"})
_CELLS = frozenset({"td", "th"})
_WHOLE_PAGE = frozenset({"html", "body"})
_CHANGES_SURROUNDINGS = frozenset({*_REGIONS, *_EMPHASIS, *_CELLS, "a", "tr"})
# An opening tag that closes an open element of the second set, unless one of the third stands between.
_CELL_SCOPE = frozenset({"table"})
_LIST_SCOPE = frozenset({"ul", "ol", "menu", "dir", "td", "th", "table"})
_ENDS = {
    "li": (frozenset({"li"}), _LIST_SCOPE),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr"}), _CELL_SCOPE),
    "tbody": (frozenset({"thead", "tbody", "tfoot"}), _CELL_SCOPE),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "a": (frozenset({"a"}), BLOCKS),
    "body": (frozenset({"head"}), frozenset({"body"})),
}
_P = frozenset({"p"})
# Inside these a closing tag does not reach what was opened outside.
_SCOPE = frozenset({"td", "th", "caption", "table", "button"})
_NOT_ENDING_P = frozenset({"br", "label", "button", "select", "option", "optgroup", "textarea", "audio",
                           "video", "picture", "td", "th", "tr", "tbody", "thead", "tfoot",
                           "title"})  # fmt: skip

_NAMING = ("class", "id", "role", "itemprop")
_INVISIBLE = re.compile(r"\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*hidden\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an element hands on to all within it.

    Attributes:
        hints: What the names of the elements around hint at, a value of Hint.
        regions: The meaningful elements around, a value of Region.
        row: The number of the innermost table row, 0 outside tables.
        cell: The same for the cell.
    """

    hints: int = 0
    regions: int = 0
    is_hidden: bool = False
    in_link: bool = False
    in_emphasis: bool = False
    row: int = 0
    cell: int = 0


# Two elements are the same only if they are one, whatever they look like.
@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An open element.

    Attributes:
        no: Its number in the page.
        names: Its class, id, role and itemprop.
        own_hints: What its own names hint at, a value of Hint.
    """

    name: str
    no: int
    depth: int
    parent: Element | None
    surroundings: Surroundings
    names: str = ""
    own_hints: int = 0

    @property
    def block(self) -> Element:
        """The innermost element around it, or itself, that sets lines apart."""
        element = self
        while element.name not in BLOCKS and element.parent is not None:
            element = element.parent
        return element

    @property
    def kind(self) -> BlockKind:
        """What it is, if it is a block."""
        return _KINDS.get(self.name, BlockKind.OTHER)

    @property
    def near_hints(self) -> int:
        """What its own names and those of the next elements around it hint at, a value of Hint."""
        found = 0
        element: Element | None = self
        for _ in range(NEAR_LEVELS):
            if element is None:
                break
            found |= element.own_hints
            element = element.parent
        return found


class OpenElements:
    """The stack of open elements while walking over the tags of a page."""

    def __init__(self, source: str) -> None:
        """Begin above the first element."""
        self.innermost = Element("", 0, 0, None, Surroundings())
        self._source = source
        self._n_elements = 0

    def follow(self, token: Token) -> None:
        """Take an opening or closing tag into account."""
        name = token.name
        if token.kind is TokenKind.CLOSE:
            self._close(frozenset({name}), _SCOPE - {name} if name in BLOCKS else BLOCKS)
        elif token.kind is TokenKind.OPEN:
            if name in BLOCKS and name not in _NOT_ENDING_P:
                self._close(_P, _SCOPE)
            if name in _ENDS:
                self._close(*_ENDS[name])
            if name not in _VOID and self.innermost.depth < MAX_DEPTH:
                self.innermost = self._opened(token)

    def _close(self, names: frozenset[str], barriers: frozenset[str]) -> None:
        element: Element | None = self.innermost
        while element is not None and element.parent is not None:
            if element.name in names:
                self.innermost = element.parent
                return
            if element.name in barriers:
                return
            element = element.parent

    def _opened(self, token: Token) -> Element:
        parent, name = self.innermost, token.name
        names, is_hidden = self._telling(token)
        # The names of <html> and <body> speak of the page as a whole.
        own_hints = hints_of(names) if names and name not in _WHOLE_PAGE else 0
        self._n_elements += 1
        surroundings = parent.surroundings
        if own_hints or is_hidden or name in _CHANGES_SURROUNDINGS:
            surroundings = Surroundings(
                hints=surroundings.hints | own_hints,
                regions=surroundings.regions | _REGIONS.get(name, 0),
                is_hidden=surroundings.is_hidden or is_hidden,
                in_link=surroundings.in_link or name == "a",
                in_emphasis=surroundings.in_emphasis or name in _EMPHASIS,
                row=self._n_elements if name == "tr" else 0 if name == "table" else surroundings.row,
                cell=self._n_elements if name in _CELLS else 0 if name == "table" else surroundings.cell,
            )
        return Element(name, self._n_elements, parent.depth + 1, parent, surroundings, names, own_hints)

    def _telling(self, token: Token) -> tuple[str, bool]:
        """The names of an element, and whether its attributes hide it."""
        if token.end - token.start <= len(token.name) + 2:
            return "", False
        given = attributes(self._source, token)
        is_hidden = (
            given.get("hidden", "until-found") != "until-found"
            or _INVISIBLE.search(given.get("style", "")) is not None
        )
        return " ".join(given[key] for key in _NAMING if key in given), is_hidden
