"""The lines of a web page as its reader sees them, every character with its place in the source."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.readers.elements import BLOCKS, Element, OpenElements
from copydesk.readers.markup import Token, TokenKind
from copydesk.records import RawLine
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_PIECE = re.compile(
    r"""
    (?P<words>[^\s&]+ (?:[ ][^\s&]+)*+)   # words and the single blanks between them
    | (?P<space>\s+)
    | (?P<reference>&(?:\#[0-9]{1,8} | \#[xX][0-9a-fA-F]{1,8} | [A-Za-z][A-Za-z0-9]{1,40});?)
    | &
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line, the element that holds most of its text, and how much of it is link and emphasis."""

    line: RawLine
    element: Element
    link_share: float
    emphasis_share: float


def visible_lines(source: str, tokens: Iterable[Token]) -> tuple[PageLine, ...]:
    """Find what the page shows, a line for every block element and after every line break.

    White space is collapsed, character references are decoded; text between lines is markup.
    Text that the page's own attributes hide is not shown.

    >>> from copydesk.readers.markup import tokens
    >>> page = "<h1>Talks</h1><p>Clinton &amp; <b>Lavrov</b><p hidden>Next"
    >>> [shown.line.text for shown in visible_lines(page, tokens(page))]
    ['Talks', 'Clinton & Lavrov']
    """
    builder = _LineBuilder(source)
    open_elements = OpenElements(source)
    closed_link = False
    for token in tokens:
        if token.kind is TokenKind.TEXT:
            if not open_elements.innermost.surroundings.is_hidden:
                builder.add(token.start, token.end, open_elements.innermost)
        elif token.name in BLOCKS:
            builder.end_line()
            if token.name == "pre":
                builder.keeps_line_breaks = token.kind is TokenKind.OPEN
        elif closed_link and _opens_link(token):
            # Links side by side are set apart by styles, if not by a blank.
            builder.add_space(token.start)
        closed_link = token.name == "a" and token.kind is TokenKind.CLOSE
        if token.kind is not TokenKind.TEXT:
            open_elements.follow(token)
    builder.end_line()
    return tuple(builder.lines)


def _opens_link(token: Token) -> bool:
    return token.name == "a" and token.kind is TokenKind.OPEN


class _LineBuilder:
    """Collects the characters of a line until it ends."""

    def __init__(self, source: str) -> None:
        self.lines: list[PageLine] = []
        self.keeps_line_breaks = False
        self._source = source
        self._space_at: int | None = None
        self._start_line()

    def add(self, start: int, end: int, element: Element) -> None:
        """Add a stretch of text of the source that stands in an element."""
        self._element = element
        for match in _PIECE.finditer(self._source, start, end):
            if match["space"]:
                self._add_space(match[0], match.start())
            elif match["reference"]:
                self._add_reference(match[0], match.start())
            else:
                self._add_characters(match[0], range(match.start(), match.end()), match.end())

    def add_space(self, position: int) -> None:
        """Add a blank where the source has none, before what begins at the position."""
        if self._offsets and self._space_at is None:
            self._space_at = position

    def end_line(self) -> None:
        """Close the line, if there is anything in it."""
        if self._offsets:
            span = Span(self._offsets[0], self._end)
            text = "".join(self._pieces)
            as_it_stands = len(span) == len(text) and span.of(self._source) == text
            line = RawLine(span, text, () if as_it_stands else tuple(self._offsets))
            self.lines.append(
                PageLine(
                    line,
                    element=max(self._n_shown, key=self._n_shown.__getitem__),
                    link_share=self._share(self._n_in_links),
                    emphasis_share=self._share(self._n_emphasised),
                )
            )
        self._start_line()

    def _start_line(self) -> None:
        self._pieces: list[str] = []
        self._offsets: list[int] = []
        self._end = 0
        self._space_at = None
        self._n_shown: dict[Element, int] = {}
        self._n_in_links = 0
        self._n_emphasised = 0

    def _share(self, n_characters: int) -> float:
        return n_characters / sum(self._n_shown.values())

    def _add_space(self, space: str, start: int) -> None:
        if self.keeps_line_breaks and "\n" in space:
            self.end_line()
        else:
            self.add_space(start)

    def _add_reference(self, reference: str, start: int) -> None:
        characters = html.unescape(reference)
        # "&copy2009" has no semicolon, and all but its first character stands in the source as it is.
        n_plain = len(characters[1:]) if reference.endswith(characters[1:]) else 0
        end = start + len(reference)
        plain_start = end - n_plain
        decoded = characters[: len(characters) - n_plain]
        if decoded.isspace():
            self._add_space(decoded, start)
        elif decoded:
            self._add_characters(decoded, range(start, start + len(decoded)), plain_start)
        if plain_start < end:
            self._add_characters(characters[-n_plain:], range(plain_start, end), end)

    def _add_characters(self, characters: str, offsets: Iterable[int], end: int) -> None:
        if self._space_at is not None:
            self._pieces.append(" ")
            self._offsets.append(self._space_at)
            self._space_at = None
        self._pieces.append(characters)
        self._offsets.extend(offsets)
        self._end = end
        n_characters = len(characters)
        self._n_shown[self._element] = self._n_shown.get(self._element, 0) + n_characters
        surroundings = self._element.surroundings
        self._n_in_links += n_characters * surroundings.in_link
        self._n_emphasised += n_characters * surroundings.in_emphasis
