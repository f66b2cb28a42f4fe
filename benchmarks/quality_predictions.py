"""Predictions of copydesk for gold documents, in the formats of the scorers.

Every function takes one gold document and gives one JSON object; they run in worker processes.
Articles that the gold gives clean are taken as they are, to the character.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.quality_gold import site_fold
from copydesk.cleaning import line_model
from copydesk.cleaning.decode import repair
from copydesk.cleaning.page import body_as_given, clean_record
from copydesk.corpus.link import link_corpus
from copydesk.document import clean_text, extract_document
from copydesk.errors import UnusableRecord
from copydesk.frames import build_frames
from copydesk.ids import doc_id, record_sha256
from copydesk.readers.html import page_record
from copydesk.readers.text import text_record
from copydesk.records import Provenance
from schemas.vocabulary import (
    ActorRole,
    EventStatus,
    MediaType,
    MentionForm,
    MentionLabel,
    PublishedFrom,
)

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.quality_gold import GoldDocument
    from copydesk.records import Document, Event, Extraction, Metadata
    from copydesk.spans import Span

Prediction = dict[str, object]

GOLD_LABELS = {
    MentionLabel.PERSON: "PER",
    MentionLabel.ORG: "ORG",
    MentionLabel.GPE: "LOC",
    MentionLabel.LOC: "LOC",
    MentionLabel.FAC: "LOC",
}
"""The labels of the entity gold; every other name is MISC there."""
GOLD_STATUSES = frozenset({EventStatus.ACTUAL, EventStatus.PLANNED, EventStatus.BACKGROUND})
"""The gold marks no status: it has what is told as fact or as due, and not what is denied or imagined."""

_YIELDED = {"type": "RETREAT", "mode": None}

_fold_models: Path | None = None


def use_models(folder: Path) -> None:
    """Clean with the line models of cross-validation from now on, one folder a fold, named by its number."""
    global _fold_models
    _fold_models = folder


def _choose_model(document: GoldDocument) -> None:
    """Clean with the model that has not seen the document's site."""
    if _fold_models is not None and document.site is not None:
        n_folds = len(list(_fold_models.iterdir()))
        line_model.MODELS = _fold_models / str(site_fold(document.site, n_folds))


def predict_page(document: GoldDocument) -> Prediction:
    """Clean the text of a page."""
    _choose_model(document)
    try:
        return _cleaned(document.name, clean_text(document.text))
    except UnusableRecord:
        return {"doc": document.name, "text": ""}


def predict_html(document: GoldDocument) -> Prediction:
    """Clean the source of a web page."""
    _choose_model(document)
    try:
        record = page_record(repair(document.text), _provenance(document, MediaType.HTML))
        return _cleaned(document.name, clean_record(record))
    except UnusableRecord:
        return {"doc": document.name, "text": ""}


def predict_quotes(document: GoldDocument) -> Prediction:
    """Find the quotes of an article."""
    return {
        "doc": document.name,
        "quotes": [
            {"source": _pairs(quote.speaker), "cue": _pairs(quote.cue), "content": _pairs(quote.content)}
            for quote in extraction_of(document).quotes
        ],
    }


def predict_entities(document: GoldDocument) -> Prediction:
    """Find the names of an article, which of them name the same, and what they are linked to."""
    extraction = extraction_of(document)
    titles = _titles(extraction)
    return {
        "doc": document.name,
        "entities": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "label": GOLD_LABELS.get(mention.label, "MISC"),
                "cluster": mention.cluster_no,
                "wiki": titles.get(mention.span.start),
            }
            for mention in extraction.mentions
            if mention.form is MentionForm.NAME and mention.label is not MentionLabel.DATE
        ],
    }


def _titles(extraction: Extraction) -> dict[int, str]:
    """The Wikipedia titles that the corpus stage gives to names, by where these begin."""
    frames = link_corpus(build_frames([extraction]))
    linked = frames["mentions"].join(frames["entities"].drop_nulls("wikipedia_title"), on="entity_id")
    return dict(linked.filter(form=MentionForm.NAME).select("start", "wikipedia_title").rows())


def predict_events(document: GoldDocument) -> Prediction:
    """Find the events of an article."""
    return {"doc": document.name, "events": _events(document)}


def predict_yielding(document: GoldDocument) -> Prediction:
    """Find the events of an article in the terms of PLV, in which CONCEDE and RETREAT are one type."""
    events = [event | _YIELDED if event["type"] == "CONCEDE" else event for event in _events(document)]
    return {"doc": document.name, "events": events}


def _events(document: GoldDocument) -> list[Prediction]:
    extraction = extraction_of(document)
    return [_event(extraction, event) for event in extraction.events if event.status in GOLD_STATUSES]


def extraction_of(document: GoldDocument) -> Extraction:
    """Extract an article whose text the gold gives clean."""
    record = text_record(document.text, _provenance(document, MediaType.TEXT))
    return extract_document(body_as_given(replace(record, supplied=_dated(record.supplied, document))))


def _cleaned(name: str, document: Document) -> Prediction:
    metadata = document.metadata
    return {
        "doc": name,
        "text": document.text,
        "title": metadata.title,
        "published": metadata.published_on.isoformat() if metadata.published_on else None,
        "byline": ", ".join(metadata.byline) or None,
        "publisher": metadata.publisher,
    }


def _dated(supplied: Metadata, document: GoldDocument) -> Metadata:
    if document.published_on is None:
        return supplied
    return replace(supplied, published_on=document.published_on, published_from=PublishedFrom.METADATA)


def _event(extraction: Extraction, event: Event) -> Prediction:
    return {
        "type": _gold_type(event),
        "mode": event.mode,
        "source": _actors(extraction, event, ActorRole.SOURCE),
        "target": _actors(extraction, event, ActorRole.TARGET),
        "location": event.place,
        "dead": event.fatalities,
        "injured": event.injuries,
    }


def _gold_type(event: Event) -> str:
    """The type in PLOVER's terms, in which a meeting still to come is the agreement to meet."""
    is_planned_meeting = event.event_type == "CONSULT" and event.status is EventStatus.PLANNED
    return "AGREE" if is_planned_meeting else event.event_type


def _actors(extraction: Extraction, event: Event, role: ActorRole) -> list[Prediction]:
    text = extraction.document.text
    return [
        {"text": actor.span.of(text), "code": actor.country} for actor in event.actors if actor.role is role
    ]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _provenance(document: GoldDocument, media_type: MediaType) -> Provenance:
    sha256 = record_sha256(document.name.encode())
    return Provenance(doc_id(sha256), document.name, 0, sha256, media_type)
