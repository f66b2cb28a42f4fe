"""The names under which JSON files and tables hold an article and what is known about it.

They come from the formats that news corpora are shared in: our own, news-please, fundus, trafilatura,
schema.org, and the column names of published tables.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from copydesk.readers.supplied import MAX_LINE_CHARACTERS, line_of, names_of, publication_time, url_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

HTML_KEYS = ("html", "raw_html", "html_content", "page_html")
RAW_KEYS = ("raw", *HTML_KEYS)
"""Keys of what a scraper took, junk and all."""

TEXT_KEYS = (
    "text", "maintext", "main_text", "plaintext", "plain_text", "article_text", "articletext", "full_text",
    "fulltext", "body_text", "bodytext", "article_body", "articlebody", "body", "content", "article", "story",
    "raw_text", "paragraphs",
)  # fmt: skip
"""Keys of the article alone, the plainest name first."""

# A date of download, of change or of the file is none of publication, and a web domain no name of an outlet.
_SUPPLIED_KEYS = {
    "title": ("title", "headline", "article_title"),
    "url": ("url", "article_url", "link", "canonical_url", "canonical_link", "permalink", "web_url"),
    "date": (
        "date", "date_publish", "publishing_date", "publication_date", "published_date", "publish_date",
        "date_published", "datepublished", "published_at", "published_on", "published", "publishedat",
        "pub_date", "pubdate", "publication_time", "published_time", "article_date",
    ),
    "byline": ("byline", "authors", "author", "author_name", "bylines", "writer", "creator"),
    "publisher": (
        "publisher", "publication", "outlet", "newspaper", "news_outlet", "source_name", "site_name",
        "sitename", "publisher_name", "media_name",
    ),
}  # fmt: skip

_BETWEEN_WORDS = re.compile(r"[\s\-]+")
_PARAGRAPH_BREAK = "\n\n"

_ACCEPTED: dict[str, Callable[[object], object]] = {
    "title": line_of,
    "url": url_of,
    "date": lambda value: publication_time(value)[1],
    "byline": names_of,
    "publisher": line_of,
}


def plain_key(key: str) -> str:
    """A key as it is compared: in lower case, its words joined by underscores.

    >>> plain_key(" Publication Date"), plain_key("raw-text")
    ('publication_date', 'raw_text')
    """
    return _BETWEEN_WORDS.sub("_", key.strip().removeprefix("\ufeff").lower())


def used_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """Those of the keys that are read at all, each name once."""
    known = {*RAW_KEYS, *TEXT_KEYS, *(name for names in _SUPPLIED_KEYS.values() for name in names)}
    return tuple(dict.fromkeys(key for key in keys if plain_key(key) in known))


def is_text_key(key: str) -> bool:
    """Whether an article may stand under the key."""
    return plain_key(key) in {*RAW_KEYS, *TEXT_KEYS}


def with_plain_keys(values: Mapping[str, object]) -> dict[str, object]:
    """The values under their plain keys; of two with the same, the first."""
    plain: dict[str, object] = {}
    for key, value in values.items():
        plain.setdefault(plain_key(key), value)
    return plain


def supplied_values(plain: Mapping[str, object]) -> dict[str, object]:
    """The values for `supplied_metadata`: under the first key of each kind that has a usable one.

    >>> supplied_values({"headline": "Talks end", "date_publish": "None", "pub_date": "2009-03-06"})
    {'title': 'Talks end', 'date': '2009-03-06'}
    """
    found: dict[str, object] = {}
    for field, keys in _SUPPLIED_KEYS.items():
        values = (_as_given(field, plain[key]) for key in keys if key in plain)
        usable = next((value for value in values if _ACCEPTED[field](value)), None)
        if usable is not None:
            found[field] = usable
    return found


def text_of(value: object) -> str | None:
    r"""The text in a value: a string, a list of paragraphs, or the body of a fundus article.

    >>> text_of({"summary": ["In short."], "sections": [{"headline": ["Then"], "paragraphs": ["It", "is."]}]})
    'In short.\n\nThen\n\nIt\n\nis.'
    """
    if isinstance(value, str):
        text = value
    elif isinstance(value, dict):
        text = _PARAGRAPH_BREAK.join(_sections(value))
    else:
        text = _PARAGRAPH_BREAK.join(_strings(value))
    return text if text.strip() else None


def _sections(body: Mapping[str, object]) -> list[str]:
    paragraphs = _strings(body.get("summary"))
    sections = body.get("sections")
    for section in sections if isinstance(sections, list) else []:
        if isinstance(section, dict):
            paragraphs += [*_strings(section.get("headline")), *_strings(section.get("paragraphs"))]
    return paragraphs


def _strings(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _as_given(field: str, value: object) -> object:
    """The value of a field; a name out of an object, and names out of a list that was written as a string."""
    if field == "publisher" and isinstance(value, dict):
        return value.get("name")
    if field == "byline" and isinstance(value, str):
        return _listed(value)
    return value


def _listed(value: str) -> object:
    """The list that a string shows, as tables have it where a column held lists; else the string."""
    shown = value.strip()
    if not (shown.startswith("[") and shown.endswith("]")) or len(shown) > MAX_LINE_CHARACTERS:
        return value
    try:
        return ast.literal_eval(shown)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return value
