"""Cutting HTML source into tags and text with their places; never fails, in time linear in the source.

The standard library's parser knows places too, but needs quadratic time for some broken pages.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class TokenKind(Enum):
    """What a stretch of HTML source is."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    HIDDEN = auto()  # the content of an element that no reader of the page sees


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of HTML source; `name` is the element's, in lower case, "" for text."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


_MARKUP = re.compile(
    r"""
    <!--(?:-?>|.*?(?:--!?>|\Z))          # a comment; one left open hides the rest, as in browsers
    | <[!?][^>]*(?:>|\Z)                 # document type, processing instruction, CDATA
    | <(?P<slash>/?)
      (?P<name>[A-Za-z][^\s/>]*)
      (?:[^>=]|=\s*(?:"[^"]*"|'[^']*')?)*+  # attributes; only after "=" can a quoted value hide a ">"
      (?:>|\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""
    (?P<name>[^\s=/>"']+)
    (?:\s*=\s*
      (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\s>"']+) )
    )?
    """,
    re.VERBOSE,
)

# Elements whose content is no markup or is not shown, to be skipped up to their closing tag.
_HIDDEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "noframes")
_HIDDEN_END = {name: re.compile(rf"</{name}(?=[\s/>]|\Z)", re.IGNORECASE) for name in _HIDDEN}
# Left open, these hide the rest of the page in browsers too; of the others that would lose articles.
_HIDES_REST = frozenset({"script", "style"})


def tokens(source: str) -> Iterator[Token]:
    """Yield the tags, the text and the hidden content of HTML source in order, comments left out."""
    position = 0
    never_closed: set[str] = set()
    while match := _MARKUP.search(source, position):
        if match.start() > position:
            yield Token(TokenKind.TEXT, position, match.start())
        position = match.end()
        name = (match["name"] or "").lower()
        if not name:
            continue
        yield Token(TokenKind.CLOSE if match["slash"] else TokenKind.OPEN, match.start(), position, name)
        if match["slash"] or name not in _HIDDEN_END or name in never_closed or source[position - 2] == "/":
            continue
        end = _hidden_end(source, position, name)
        if end is None:
            never_closed.add(name)
        elif end > position:
            yield Token(TokenKind.HIDDEN, position, end, name)
            position = end
    if position < len(source):
        yield Token(TokenKind.TEXT, position, len(source))


def attributes(source: str, token: Token) -> dict[str, str]:
    """The attributes of an opening tag, names in lower case, values decoded; the first of a name counts.

    >>> source = '<meta name="author" content="Ann &amp; Bob">'
    >>> attributes(source, next(tokens(source)))
    {'name': 'author', 'content': 'Ann & Bob'}
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), token.end):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), unescaped(value))
    return found


# html.unescape fails on numbers with thousands of digits, which no character has.
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}")


def unescaped(value: str) -> str:
    """The value with its character references decoded."""
    return html.unescape(_LONG_NUMBER.sub("", value)) if "&" in value else value


def _hidden_end(source: str, position: int, name: str) -> int | None:
    match = _HIDDEN_END[name].search(source, position)
    if match:
        return match.start()
    return len(source) if name in _HIDES_REST else None
