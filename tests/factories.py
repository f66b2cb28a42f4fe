"""Valid records for tests: each test overrides only what it is about."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, TypedDict

from copydesk.annotate import annotate
from copydesk.records import Document, Metadata, Provenance
from copydesk.spans import Span
from schemas.vocabulary import MediaType, PublishedFrom

if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import Unpack

    from copydesk.records import Sentence


class MetadataFields(TypedDict, total=False):
    """The fields of `Metadata`, all optional."""

    url: str | None
    title: str | None
    subtitle: str | None
    byline: tuple[str, ...]
    agency: str | None
    publisher: str | None
    dateline_place: str | None
    published_at: datetime | None
    published_on: date | None
    published_from: PublishedFrom | None


def make_provenance(raw: bytes) -> Provenance:
    """Provenance of a text file with these bytes."""
    sha256 = hashlib.sha256(raw).hexdigest()
    return Provenance(sha256[:16], "article.txt", 0, sha256, MediaType.TEXT)


def make_document(text: str, **metadata: Unpack[MetadataFields]) -> Document:
    """An English article with this body, its paragraphs split at blank lines.

    Args:
        text: The body; `Document.text` is exactly this.
        **metadata: Fields of `Metadata`, such as `published_on`.
    """
    return Document(
        provenance=make_provenance(text.encode()),
        metadata=Metadata(**metadata),
        language="en",
        text=text,
        paragraphs=tuple(Span(*match.span()) for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)),
        segments=(),
        kept_share=1.0,
    )


def make_sentences(text: str) -> tuple[Sentence, ...]:
    """The parsed sentences of `text`, as of `make_document(text)`."""
    return annotate(make_document(text))
