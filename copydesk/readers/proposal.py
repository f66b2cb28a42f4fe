"""Which lines of a web page trafilatura takes for the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.line_markup import LineMarkup
from copydesk.readers.markup import unescaped

if TYPE_CHECKING:
    from copydesk.records import RawLine

_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")
SHINGLE_WORDS = 4
# No article is this long, and trafilatura would take minutes over a page of a million elements.
MAX_PAGE_LINES = 20_000
# A line counts as proposed from this share of its shingles on: trafilatura leaves out links and
# footnote signs here and there, and a line of the page can hold a little more than its paragraph.
MIN_SHARED_SHINGLES = 0.5


# A body that the page gives in JSON-LD is often the beginning of it only; less than this is a teaser.
MIN_ARTICLE_BODY_CHARACTERS = 500


def with_proposals(
    source: str, lines: tuple[RawLine, ...], *, article_body: object = None
) -> tuple[RawLine, ...]:
    """The lines, each with whether trafilatura, and the page itself, take it for the article.

    Args:
        source: The page.
        lines: Its lines.
        article_body: What the page's JSON-LD gives as the body, whatever it is.
    """
    words = [_words(line.text) for line in lines]
    extracted = _extracted(source) if len(lines) <= MAX_PAGE_LINES else None
    if extracted:
        lines = tuple(
            replace(line, proposed=proposed)
            for line, proposed in zip(lines, _proposed(words, extracted), strict=True)
        )
    if isinstance(article_body, str) and len(article_body) >= MIN_ARTICLE_BODY_CHARACTERS:
        given = _proposed(words, _TAG.sub("\n", unescaped(article_body)))
        lines = tuple(
            replace(line, markup=replace(line.markup or LineMarkup(), in_article_body=in_body))
            for line, in_body in zip(lines, given, strict=True)
        )
    return lines


def _proposed(lines: list[tuple[str, ...]], text: str) -> list[bool]:
    """Which lines, given as their words, stand in a text."""
    paragraphs = [_words(paragraph) for paragraph in text.splitlines()]
    whole = {words for words in paragraphs if words}
    shingles = {shingle for words in paragraphs for shingle in _shingles(words)}
    return [_is_proposed(words, whole, shingles) for words in lines]


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
