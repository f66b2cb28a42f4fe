"""The lines of a web page as its reader sees them, every character with its place in the source."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from copydesk.readers.markup import Token, TokenKind
from copydesk.records import RawLine
from copydesk.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

# Elements that browsers set on lines of their own, and the controls and cells that look as if.
_BLOCKS = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "br", "button", "caption", "center",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "label", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "picture", "pre",
    "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "title", "tr", "ul", "video",
})  # fmt: skip

_PIECE = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<reference>&(?:\#[0-9]{1,8} | \#[xX][0-9a-fA-F]{1,8} | [A-Za-z][A-Za-z0-9]{1,40});?)
    | [^\s&]+ | &
    """,
    re.VERBOSE,
)


def visible_lines(source: str, tokens: Iterable[Token]) -> tuple[RawLine, ...]:
    """Find what the page shows, a line for every block element and after every line break.

    White space is collapsed, character references are decoded; text between lines is markup.

    >>> from copydesk.readers.markup import tokens
    >>> page = "<h1>Talks</h1><p>Clinton &amp; <b>Lavrov</b>"
    >>> [line.text for line in visible_lines(page, tokens(page))]
    ['Talks', 'Clinton & Lavrov']
    """
    builder = _LineBuilder(source)
    for token in tokens:
        if token.kind is TokenKind.TEXT:
            builder.add(token.start, token.end)
        elif token.name in _BLOCKS:
            builder.end_line()
            if token.name == "pre":
                builder.keeps_line_breaks = token.kind is TokenKind.OPEN
    builder.end_line()
    return tuple(builder.lines)


class _LineBuilder:
    """Collects the characters of a line until it ends."""

    def __init__(self, source: str) -> None:
        self.lines: list[RawLine] = []
        self.keeps_line_breaks = False
        self._source = source
        self._start_line()

    def add(self, start: int, end: int) -> None:
        """Add a stretch of text of the source."""
        for match in _PIECE.finditer(self._source, start, end):
            if match["space"]:
                self._add_space(match[0], match.start())
            elif match["reference"]:
                self._add_reference(match[0], match.start())
            else:
                self._add_characters(match[0], range(match.start(), match.end()), match.end())

    def end_line(self) -> None:
        """Close the line, if there is anything in it."""
        if self._offsets:
            span = Span(self._offsets[0], self._end)
            text = "".join(self._pieces)
            as_it_stands = len(span) == len(text) and span.of(self._source) == text
            self.lines.append(RawLine(span, text, () if as_it_stands else tuple(self._offsets)))
        self._start_line()

    def _start_line(self) -> None:
        self._pieces: list[str] = []
        self._offsets: list[int] = []
        self._end = 0
        self._space_at: int | None = None

    def _add_space(self, space: str, start: int) -> None:
        if self.keeps_line_breaks and "\n" in space:
            self.end_line()
        elif self._offsets and self._space_at is None:
            self._space_at = start

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
