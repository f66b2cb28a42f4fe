"""Records to frames: the rows of every table that one article fills.

Columns that depend on other articles (entities, groups, stories, duplicates) are null here; the
corpus stage fills them. The tables of `DOCUMENT_TABLES` are built here, `entities` by the corpus stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.ids import row_id
from copydesk.spans import Span, joined
from schemas import TABLES
from schemas.codebook import EVENT_TYPES
from schemas.vocabulary import ActorRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import polars as pl

    from copydesk.records import Document, Event, Extraction, Mention, Quote

Row = dict[str, object]

DOCUMENT_TABLES = ("documents", "segments", "sentences", "mentions", "quotes", "events", "event_actors")


def build_frames(extractions: Iterable[Extraction]) -> dict[str, pl.DataFrame]:
    """Build one frame a table from extracted articles, in their order.

    Returns:
        The tables of `DOCUMENT_TABLES` by name.
    """
    rows: dict[str, list[Row]] = {name: [] for name in DOCUMENT_TABLES}
    for extraction in extractions:
        for name, table_rows in extraction_rows(extraction).items():
            rows[name].extend(table_rows)
    return {name: TABLES[name].frame(rows[name]) for name in DOCUMENT_TABLES}


def extraction_rows(extraction: Extraction) -> dict[str, list[Row]]:
    """The rows of one article by table, in the order of the text."""
    document = extraction.document
    numbered = list(enumerate(extraction.events))
    return {
        "documents": [_document_row(extraction)],
        "segments": list(_segment_rows(document)),
        "sentences": list(_sentence_rows(extraction)),
        "mentions": [_mention_row(document, no, mention) for no, mention in enumerate(extraction.mentions)],
        "quotes": [_quote_row(document, no, quote) for no, quote in enumerate(extraction.quotes)],
        "events": [_event_row(document, no, event) for no, event in numbered],
        "event_actors": [row for no, event in numbered for row in _actor_rows(document, no, event)],
    }


def _document_row(extraction: Extraction) -> Row:
    document, metadata = extraction.document, extraction.document.metadata
    return {
        "doc_id": document.provenance.doc_id,
        "source_path": document.provenance.source_path,
        "source_record": document.provenance.source_record,
        "source_sha256": document.provenance.source_sha256,
        "media_type": document.provenance.media_type,
        "url": metadata.url,
        "title": metadata.title,
        "subtitle": metadata.subtitle,
        "byline": list(metadata.byline),
        "agency": metadata.agency,
        "publisher": metadata.publisher,
        "dateline_place": metadata.dateline_place,
        "published_at": metadata.published_at,
        "published_on": metadata.published_on,
        "published_from": metadata.published_from,
        "language": document.language,
        "text": document.text,
        "n_paragraphs": len(document.paragraphs),
        "n_sentences": len(extraction.sentences),
        "n_tokens": sum(len(sentence.tokens) for sentence in extraction.sentences),
        "kept_share": document.kept_share,
        "duplicate_of": None,
        "story_id": None,
    }


def _segment_rows(document: Document) -> Iterator[Row]:
    for segment_no, segment in enumerate(document.segments):
        yield {
            "doc_id": document.provenance.doc_id,
            "segment_no": segment_no,
            "raw_start": segment.raw.start,
            "raw_end": segment.raw.end,
            "raw_text": segment.raw_text,
            "label": segment.label,
            "junk_family": segment.junk_family,
            "rule": segment.rule,
            "confidence": segment.confidence,
            "text_start": segment.text_span.start if segment.text_span else None,
            "text_end": segment.text_span.end if segment.text_span else None,
        }


def _sentence_rows(extraction: Extraction) -> Iterator[Row]:
    document = extraction.document
    for sentence in extraction.sentences:
        yield {
            "doc_id": document.provenance.doc_id,
            "sentence_no": sentence.sentence_no,
            "paragraph_no": sentence.paragraph_no,
            "start": sentence.span.start,
            "end": sentence.span.end,
            "text": sentence.span.of(document.text),
        }


def _mention_row(document: Document, ordinal: int, mention: Mention) -> Row:
    return {
        "mention_id": row_id(document.provenance.doc_id, "m", ordinal),
        "doc_id": document.provenance.doc_id,
        "sentence_no": mention.sentence_no,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(document.text),
        "label": mention.label,
        "form": mention.form,
        "cluster_no": mention.cluster_no,
        "entity_id": None,
        "country": mention.country,
        "role": mention.role,
        "resolved_date": mention.resolved_date,
        "date_precision": mention.date_precision,
        "confidence": mention.confidence,
    }


def _quote_row(document: Document, ordinal: int, quote: Quote) -> Row:
    doc_id, text = document.provenance.doc_id, document.text
    return {
        "quote_id": row_id(doc_id, "q", ordinal),
        "doc_id": doc_id,
        "sentence_no": quote.sentence_no,
        "kind": quote.kind,
        "content": joined(text, quote.content),
        "content_spans": _span_list(quote.content),
        "cue": joined(text, quote.cue) or None,
        "cue_lemma": quote.cue_lemma,
        "cue_spans": _span_list(quote.cue),
        "speaker": joined(text, quote.speaker) or None,
        "speaker_spans": _span_list(quote.speaker),
        "speaker_name": quote.speaker_name,
        "speaker_mention_id": _reference(doc_id, "m", quote.speaker_mention),
        "speaker_entity_id": None,
        "via": quote.via,
        "said_on": quote.said_on,
        "confidence": quote.confidence,
        "quote_group_id": None,
    }


def _event_row(document: Document, ordinal: int, event: Event) -> Row:
    doc_id, text = document.provenance.doc_id, document.text
    declared = EVENT_TYPES[event.event_type]
    return {
        "event_id": row_id(doc_id, "e", ordinal),
        "doc_id": doc_id,
        "sentence_no": event.sentence_no,
        "event_type": event.event_type,
        "mode": event.mode,
        "quad_class": declared.quad_class,
        "intensity": declared.intensity,
        "trigger": joined(text, event.trigger),
        "trigger_spans": _span_list(event.trigger),
        "evidence": event.evidence.of(text),
        "evidence_start": event.evidence.start,
        "evidence_end": event.evidence.end,
        "occurred_on": event.occurred_on,
        "date_precision": event.date_precision,
        "place": event.place,
        "place_country": event.place_country,
        "status": event.status,
        "attributed_to": _reference(doc_id, "q", event.attributed_to),
        "fatalities": event.fatalities,
        "injuries": event.injuries,
        "confidence": event.confidence,
        "event_group_id": None,
    }


def _actor_rows(document: Document, event_ordinal: int, event: Event) -> Iterator[Row]:
    doc_id = document.provenance.doc_id
    for role in ActorRole:
        for ordinal, actor in enumerate(actor for actor in event.actors if actor.role == role):
            yield {
                "event_id": row_id(doc_id, "e", event_ordinal),
                "doc_id": doc_id,
                "role": role,
                "ordinal": ordinal,
                "mention_id": _reference(doc_id, "m", actor.mention),
                "text": actor.span.of(document.text),
                "entity_id": None,
                "name": actor.name,
                "country": actor.country,
                "sector": actor.sector,
            }


def _span_list(spans: tuple[Span, ...]) -> list[dict[str, int]]:
    """The only place where spans become what Polars stores."""
    return [{"start": span.start, "end": span.end} for span in spans]


def _reference(doc_id: str, letter: str, ordinal: int | None) -> str | None:
    return None if ordinal is None else row_id(doc_id, letter, ordinal)
