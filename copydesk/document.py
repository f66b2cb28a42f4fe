"""One article, the whole way: raw record in, everything found in it out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.annotate import annotate
from copydesk.cleaning.decode import repair
from copydesk.cleaning.markdown import without_markup
from copydesk.cleaning.page import clean_record
from copydesk.cleaning.segment import split_lines
from copydesk.entities.mentions import find_mentions
from copydesk.events.find import find_events
from copydesk.ids import doc_id, record_sha256
from copydesk.quotes.find import find_quotes
from copydesk.records import Document, Extraction, Metadata, Provenance, RawRecord
from schemas.vocabulary import MediaType, PublishedFrom

if TYPE_CHECKING:
    from datetime import date

# Too little text to tell the language is taken for English, the only language extracted for now.
EXTRACTED_LANGUAGES = ("en", None)


def extract_document(document: Document) -> Extraction:
    """Find the sentences, mentions, quotes and events of a cleaned article.

    An article in another language than English comes back with nothing but itself.
    """
    if document.language not in EXTRACTED_LANGUAGES:
        return Extraction(document)
    sentences = annotate(document)
    mentions = find_mentions(document, sentences)
    quotes = find_quotes(document, sentences, mentions)
    events = find_events(document, sentences, mentions, quotes)
    return Extraction(document, sentences, mentions, quotes, events)


def record_of_text(text: str, published_on: date | None = None) -> RawRecord:
    """Make a raw record of text that comes from no file.

    Args:
        text: A page or an article as a string; mojibake in it is repaired.
        published_on: The date of publication, where the caller knows it.
    """
    sha256 = record_sha256(text.encode("utf-8", "surrogatepass"))
    provenance = Provenance(doc_id(sha256), "-", 0, sha256, MediaType.TEXT)
    supplied = Metadata()
    if published_on is not None:
        supplied = replace(supplied, published_on=published_on, published_from=PublishedFrom.METADATA)
    repaired = repair(text)
    return without_markup(RawRecord(provenance, repaired, split_lines(repaired), supplied))


def clean_text(text: str, published_on: date | None = None) -> Document:
    """Find the article in the text of a page.

    Raises:
        UnusableRecord: There is no article in it.
    """
    return clean_record(record_of_text(text, published_on))
