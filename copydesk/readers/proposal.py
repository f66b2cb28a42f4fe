"""Which lines of a web page trafilatura takes for the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.records import RawLine

_WORD = re.compile(r"\w+")
SHINGLE_WORDS = 4
# No article is this long, and trafilatura would take minutes over a page of a million elements.
MAX_PAGE_LINES = 20_000
# A line counts as proposed from this share of its shingles on: trafilatura leaves out links and
# footnote signs here and there, and a line of the page can hold a little more than its paragraph.
MIN_SHARED_SHINGLES = 0.5


def with_proposals(source: str, lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """The lines, each with whether trafilatura proposes it; None for all where it finds no article."""
    extracted = _extracted(source) if len(lines) <= MAX_PAGE_LINES else None
    if not extracted:
        return lines
    paragraphs = [_words(paragraph) for paragraph in extracted.splitlines()]
    whole = {words for words in paragraphs if words}
    shingles = {shingle for words in paragraphs for shingle in _shingles(words)}
    return tuple(replace(line, proposed=_is_proposed(_words(line.text), whole, shingles)) for line in lines)


def _extracted(source: str) -> str | None:
    import trafilatura
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # lxml has no types

    try:
        return trafilatura.extract(source, include_comments=False)
    except (LxmlError, ValueError):
        # ValueError: characters that XML does not allow. Pages this broken have no proposal.
        return None


def _is_proposed(words: tuple[str, ...], whole: set[tuple[str, ...]], shingles: set[tuple[str, ...]]) -> bool:
    if words in whole:
        return True
    own = _shingles(words)
    return bool(own) and sum(shingle in shingles for shingle in own) >= MIN_SHARED_SHINGLES * len(own)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _shingles(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[i : i + SHINGLE_WORDS] for i in range(len(words) - SHINGLE_WORDS + 1)]
