r"""Pages in Markdown, as some crawlers leave them: what a reader sees of each line, without the markup.

The signs are those of CommonMark 0.31 (https://spec.commonmark.org/0.31.2/) that web pages turned into
Markdown have: headings, items, quotations, links, pictures, emphasis and escapes.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

from schemas.vocabulary import MediaType

if TYPE_CHECKING:
    from copydesk.records import RawLine, RawRecord

# A plain text may have one by chance, or as an example.
MIN_LINKS = 3
# Longer lines are left as they are: no paragraph is so long, and each character costs an offset.
MAX_LINE_CHARACTERS = 20_000
_LINK = re.compile(r"\]\((?:https?:|mailto:|tel:|javascript:|/|#|\.\.?/)")
_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
_START = re.compile(r"(?:#{1,6}|>|[*+-])\s+|\[[ x]\]\s+")
# Each keeps its group; what has none is not seen. Pictures come first: they stand inside links.
_MARKUP = (
    re.compile(rf"!\[[^\[\]]*\]{_TARGET}"),
    re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]{_TARGET}"),
    re.compile(r"\*\*([^*]+)\*\*"),
    re.compile(r"(?<![\w_])__([^_]+)__(?![\w_])"),
    re.compile(r"(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])"),
    re.compile(r"(?<![\w_])_([^\s_](?:[^_]*[^\s_])?)_(?![\w_])"),
    re.compile(r"\\([!-/:-@\[-`{-~])"),
)


def is_markdown(text: str) -> bool:
    """Whether a text is a page in Markdown, as its links show.

    >>> is_markdown("[Home](/) [News](/news) [Sport](/sport)"), is_markdown("Home [1] (2)")
    (True, False)
    """
    if "](" not in text:
        return False
    links = _LINK.finditer(text)
    return sum(1 for _, _ in zip(range(MIN_LINKS), links, strict=False)) == MIN_LINKS


def without_markup(record: RawRecord) -> RawRecord:
    """The record of a text as a reader would see it: of a page in Markdown without the markup.

    Lines that are all markup are left out then, and a plain text is said to be Markdown.
    """
    if not is_markdown(record.text):
        return record
    lines = tuple(line for line in map(_seen, record.lines) if line.text)
    provenance = record.provenance
    if provenance.media_type is MediaType.TEXT:
        provenance = replace(provenance, media_type=MediaType.MARKDOWN)
    return replace(record, provenance=provenance, lines=lines)


def _seen(line: RawLine) -> RawLine:
    """The line as it is seen, each character with its offset in the record."""
    if len(line.text) > MAX_LINE_CHARACTERS:
        return line
    text, offsets = line.text, array("q", range(line.span.start, line.span.end))
    while start := _START.match(text):
        text, offsets = text[start.end() :], offsets[start.end() :]
    for pattern in _MARKUP:
        text, offsets = _kept(pattern, text, offsets)
    if len(text) == len(line.text):
        return line
    n_before = len(text) - len(text.lstrip())
    text = text.strip()
    return replace(line, text=text, offsets=tuple(offsets[n_before : n_before + len(text)]))


def _kept(pattern: re.Pattern[str], text: str, offsets: array[int]) -> tuple[str, array[int]]:
    """The text with each match replaced by its group, or by nothing, and the offsets that are left."""
    pieces: list[str] = []
    kept = array("q")
    end = 0
    for match in pattern.finditer(text):
        start, stop = match.span(1) if pattern.groups else (match.start(), match.start())
        pieces += (text[end : match.start()], text[start:stop])
        kept.extend(offsets[end : match.start()])
        kept.extend(offsets[start:stop])
        end = match.end()
    if not pieces:
        return text, offsets
    kept.extend(offsets[end:])
    return "".join((*pieces, text[end:])), kept
