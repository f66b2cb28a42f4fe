"""What a web page says about itself in meta tags, links and JSON-LD."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.readers.author_elements import marked_authors
from copydesk.readers.markup import Token, TokenKind, attributes
from copydesk.readers.supplied import line_of, names_of, publication_time, supplied_metadata, url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from copydesk.records import Metadata, RawLine

# Names under which pages give a value, the most reliable first. `ld:` are keys of the JSON-LD article,
# `link:` relations of link elements, the rest names, properties or itemprops of meta elements.
_SOURCES = {
    "title": ("ld:headline", "og:title", "headline", "twitter:title", "dc.title"),
    "url": ("link:canonical", "og:url", "ld:url", "ld:mainEntityOfPage"),
    "publisher": ("og:site_name", "ld:publisher", "dc.publisher"),
    "byline": (
        "ld:author", "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author",
    ),
    "date": (
        "ld:datePublished", "article:published_time", "datepublished", "originalpublicationdate",
        "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate", "dc.date.issued",
        "dcterms.created", "dc.date", "date",
    ),
}  # fmt: skip

_ACCEPTED: dict[str, Callable[[object], object]] = {
    "title": line_of,
    "url": url_of,
    "publisher": line_of,
    "byline": names_of,
    "date": lambda value: publication_time(value)[1],
}


# One or two words in the largest heading are the name of the site or of a section.
MIN_HEADLINE_WORDS = 3
_SITE_SUFFIX = re.compile(r"(?P<headline>.+)\s(?:[|·»–—-]|::)\s(?P<site>.+)")
_NO_LETTER = re.compile(r"[\W_]+|\bthe\b|\.com\b", re.IGNORECASE)


def page_metadata(
    source: str, tokens: Sequence[Token], lines: Sequence[RawLine], described: Mapping[str, object]
) -> Metadata:
    """The metadata that a page supplies: from every place in turn until one has a usable value.

    The headline is the page's only `<h1>`, if it has one: what the tags give is often shortened for
    search engines.
    """
    found = _found_values(source, tokens, described)
    values: dict[str, object] = {}
    for field, names in _SOURCES.items():
        usable = (found[name] for name in names if name in found and _ACCEPTED[field](found[name]))
        values[field] = next(usable, None)
    metadata = supplied_metadata(values)
    if not metadata.byline:
        metadata = replace(metadata, byline=marked_authors(source, tokens))
    headline = _headline(tokens, lines)
    if headline and _letters(headline) != _letters(metadata.publisher or ""):
        return replace(metadata, title=headline)
    return replace(metadata, title=_without_site(metadata))


def _headline(tokens: Sequence[Token], lines: Sequence[RawLine]) -> str | None:
    """The words of the only `<h1>` that shows enough of them; None if there are several."""
    starts = [token.end for token in tokens if token.name == "h1" and token.kind is TokenKind.OPEN]
    ends = [token.start for token in tokens if token.name == "h1" and token.kind is TokenKind.CLOSE]
    if len(starts) != 1 or len(ends) != 1:
        return None
    headline = " ".join(
        line.text for line in lines if starts[0] <= line.span.start and line.span.end <= ends[0]
    )
    return line_of(headline) if len(headline.split()) >= MIN_HEADLINE_WORDS else None


def _without_site(metadata: Metadata) -> str | None:
    """The title without the name of the publisher that many pages append to it."""
    match = _SITE_SUFFIX.fullmatch(metadata.title or "")
    if match and metadata.publisher and _letters(metadata.publisher) in _letters(match["site"]):
        return match["headline"]
    return metadata.title


def _letters(name: str) -> str:
    return _NO_LETTER.sub("", name).casefold()


def _found_values(source: str, tokens: Iterable[Token], described: Mapping[str, object]) -> dict[str, object]:
    found: dict[str, object] = {f"ld:{key}": _plain(key, value) for key, value in described.items()}
    for token in tokens:
        if token.kind is TokenKind.OPEN and token.name in {"meta", "link"}:
            for key, value in _tag_values(token.name, attributes(source, token)):
                found.setdefault(key, value)
    return found


def _tag_values(name: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    if name == "link" and given.get("href"):
        yield f"link:{given.get('rel', '').lower()}", given["href"]
    elif name == "meta" and given.get("content"):
        for attribute in ("property", "name", "itemprop"):
            if attribute in given:
                yield given[attribute].lower(), given["content"]


def _plain(key: str, value: object) -> object:
    """The name of an organisation, the address of a page: what JSON-LD gives as an object or as a string."""
    if key == "author":
        return value
    if isinstance(value, list):
        value = value[0] if value else None
    return (value.get("name") or value.get("@id")) if isinstance(value, dict) else value
