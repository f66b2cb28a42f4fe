"""A small valid dataset, made by hand, and what fails when one thing in it is changed."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from expectations.suites import build_suites
from schemas import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import polars as pl

    Row = dict[str, object]
    Rows = dict[str, list[Row]]

TEXT = (
    "Hillary Clinton met Sergei Lavrov in Geneva on Friday.\n\n"
    '"We want to begin again," Clinton told reporters, "and we will."'
)
MEETING, STATEMENT = TEXT.split("\n\n")
JUNK = "Print this page"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
COPY_SHA256 = hashlib.sha256(b"another copy").hexdigest()
DOC_ID, COPY_ID = SHA256[:16], COPY_SHA256[:16]
RUN_ID = "20260131T120000Z-1a2b"
ENTITY_IDS = {
    "Hillary Clinton": "person-00000000000a",
    "Sergei Lavrov": "person-00000000000b",
    "Geneva": "gpe-00000000000c",
}
COUNTRIES = {"Hillary Clinton": "USA", "Sergei Lavrov": "RUS", "Geneva": "CHE"}


def _spans(*parts: str) -> list[dict[str, int]]:
    return [{"start": TEXT.index(part), "end": TEXT.index(part) + len(part)} for part in parts]


def _document(sha256: str, **values: object) -> Row:
    row: Row = dict.fromkeys(TABLES["documents"].column_names)
    row |= {
        "doc_id": sha256[:16],
        "source_path": f"wire/{sha256[:4]}.txt",
        "source_record": 0,
        "source_sha256": sha256,
        "media_type": "text/plain",
        "byline": [],
        "published_at": datetime(2009, 3, 6, 18, 30, tzinfo=UTC),
        "published_on": date(2009, 3, 6),
        "published_from": "dateline",
        "language": "en",
        "text": TEXT,
        "n_paragraphs": 2,
        "n_sentences": 0,
        "n_tokens": 0,
        "kept_share": 0.75,
        "story_id": DOC_ID,
    }
    return row | values


def _segments(doc_id: str) -> list[Row]:
    lines = ((JUNK, "junk"), (MEETING, "body"), (STATEMENT, "body"))
    rows: list[Row] = []
    raw_start = 0
    for segment_no, (line, label) in enumerate(lines):
        body = label == "body"
        rows.append(
            {
                "doc_id": doc_id,
                "segment_no": segment_no,
                "raw_start": raw_start,
                "raw_end": raw_start + len(line),
                "raw_text": line,
                "label": label,
                "junk_family": None if body else "share_tools",
                "rule": "by_hand",
                "confidence": 1.0,
                "text_start": TEXT.index(line) if body else None,
                "text_end": TEXT.index(line) + len(line) if body else None,
            }
        )
        raw_start += len(line) + 1
    return rows


def _sentence(sentence_no: int, text: str) -> Row:
    span = _spans(text)[0]
    return {"doc_id": DOC_ID, "sentence_no": sentence_no, "paragraph_no": sentence_no, "text": text, **span}


def _mention(ordinal: int, text: str, label: str) -> Row:
    return {
        "mention_id": f"{DOC_ID}-m{ordinal:04d}",
        "doc_id": DOC_ID,
        "sentence_no": 0,
        **_spans(text)[0],
        "text": text,
        "label": label,
        "form": "name",
        "cluster_no": None if label == "DATE" else ordinal,
        "entity_id": ENTITY_IDS.get(text),
        "country": COUNTRIES.get(text),
        "role": None,
        "resolved_date": date(2009, 3, 6) if label == "DATE" else None,
        "date_precision": "day" if label == "DATE" else None,
        "confidence": 0.9,
    }


def _entity(name: str, label: str) -> Row:
    return {
        "entity_id": ENTITY_IDS[name],
        "name": name,
        "label": label,
        "country": COUNTRIES[name],
        "wikidata_id": "Q6294",
        "wikipedia_title": None,
        "aliases": [],
        "roles": [],
        "n_mentions": 1,
        "n_documents": 1,
        "first_published": date(2009, 3, 6),
        "last_published": date(2009, 3, 6),
    }


def _quote() -> Row:
    return {
        "quote_id": f"{DOC_ID}-q0000",
        "doc_id": DOC_ID,
        "sentence_no": 1,
        "kind": "direct",
        "content": "We want to begin again ... and we will",
        "content_spans": _spans("We want to begin again", "and we will"),
        "cue": "told reporters",
        "cue_lemma": "tell",
        "cue_spans": _spans("told reporters"),
        "speaker": "Clinton",
        "speaker_spans": [{"start": TEXT.rindex("Clinton"), "end": TEXT.rindex("Clinton") + 7}],
        "speaker_name": "Hillary Clinton",
        "speaker_mention_id": f"{DOC_ID}-m0000",
        "speaker_entity_id": ENTITY_IDS["Hillary Clinton"],
        "via": None,
        "said_on": date(2009, 3, 6),
        "confidence": 0.8,
        "quote_group_id": f"{DOC_ID}-q0000",
    }


def _event() -> Row:
    return {
        "event_id": f"{DOC_ID}-e0000",
        "doc_id": DOC_ID,
        "sentence_no": 0,
        "event_type": "CONSULT",
        "mode": None,
        "quad_class": "verbal_cooperation",
        "intensity": 1.0,
        "trigger": "met",
        "trigger_spans": _spans("met"),
        "evidence": MEETING,
        "evidence_start": 0,
        "evidence_end": len(MEETING),
        "occurred_on": date(2009, 3, 6),
        "date_precision": "day",
        "place": "Geneva",
        "place_country": "CHE",
        "status": "actual",
        "attributed_to": None,
        "fatalities": None,
        "injuries": None,
        "confidence": 0.7,
        "event_group_id": f"{DOC_ID}-e0000",
    }


def _actor(name: str, role: str, ordinal: int) -> Row:
    return {
        "event_id": f"{DOC_ID}-e0000",
        "doc_id": DOC_ID,
        "role": role,
        "ordinal": 0,
        "mention_id": f"{DOC_ID}-m{ordinal:04d}",
        "text": name,
        "entity_id": ENTITY_IDS[name],
        "name": name,
        "country": COUNTRIES[name],
        "sector": "GOV",
    }


def _reject() -> Row:
    return {
        "run_id": RUN_ID,
        "source_path": "wire/empty.txt",
        "source_record": 0,
        "table": "documents",
        "row_id": None,
        "stage": "read",
        "reason": "empty",
        "detail": "the file has no bytes; expected an article",
        "raw_excerpt": None,
    }


def _run(rows: Rows) -> Row:
    return {
        "run_id": RUN_ID,
        "started_at": datetime(2026, 1, 31, 12, tzinfo=UTC),
        "finished_at": datetime(2026, 1, 31, 12, 1, tzinfo=UTC),
        "version": "0.1.0",
        "settings_sha256": SHA256,
        "n_records": 3,
        "n_reused": 0,
        "validation": "passed",
        **{f"n_{name}": len(rows[name]) for name in TABLES if name != "runs"},
    }


@pytest.fixture
def rows() -> Rows:
    """The rows of a dataset that meets every expectation: an article, a copy of it, an unusable record."""
    rows: Rows = {
        "documents": [
            _document(SHA256, n_sentences=2, n_tokens=24),
            _document(COPY_SHA256, duplicate_of=DOC_ID),
        ],
        "segments": [*_segments(DOC_ID), *_segments(COPY_ID)],
        "sentences": [_sentence(0, MEETING), _sentence(1, STATEMENT)],
        "entities": [
            _entity("Hillary Clinton", "PERSON"),
            _entity("Sergei Lavrov", "PERSON"),
            _entity("Geneva", "GPE"),
        ],
        "mentions": [
            _mention(0, "Hillary Clinton", "PERSON"),
            _mention(1, "Sergei Lavrov", "PERSON"),
            _mention(2, "Geneva", "GPE"),
            _mention(3, "Friday", "DATE"),
        ],
        "quotes": [_quote()],
        "events": [_event()],
        "event_actors": [_actor("Hillary Clinton", "source", 0), _actor("Sergei Lavrov", "target", 1)],
        "rejects": [_reject()],
    }
    return rows | {"runs": [_run(rows)]}


@pytest.fixture
def built() -> Callable[[Mapping[str, list[Row]]], dict[str, pl.DataFrame]]:
    """Makes frames of rows."""
    return lambda rows: {name: table.frame(rows[name]) for name, table in TABLES.items()}


@pytest.fixture
def judged(
    rows: Rows, built: Callable[[Mapping[str, list[Row]]], dict[str, pl.DataFrame]]
) -> Callable[[], set[str]]:
    """Names what fails, as `table.expectation`, in `rows` as the test left them."""
    return lambda: {
        f"{suite.table}.{expectation.name}"
        for suite in build_suites(built(rows))
        for expectation in suite.failing_expectations()
    }


@pytest.fixture
def broken(rows: Rows, judged: Callable[[], set[str]]) -> Callable[..., set[str]]:
    """Names what fails when the given columns of one row have other values."""

    def change(table: str, row_no: int, /, **values: object) -> set[str]:
        rows[table][row_no] |= values
        return judged()

    return change
