"""Sentences of news that tell no political event, or one denied, imagined or long past."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from copydesk.cleaning.page import body_as_given
from copydesk.document import extract_document, record_of_text
from schemas.vocabulary import EventStatus

MAX_FALSE_ALARMS_SHARE = 0.05
MIN_SENTENCES = 150
PUBLISHED_ON = date(2019, 5, 15)
SENTENCES = [
    line
    for path in sorted((Path(__file__).parent / "without_events").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
]


def _tells_a_deed(sentence: str) -> bool:
    extraction = extract_document(body_as_given(record_of_text(sentence, PUBLISHED_ON)))
    return any(event.status is EventStatus.ACTUAL for event in extraction.events)


def test_nearly_no_sentence_without_an_event_yields_one() -> None:
    false_alarms = [sentence for sentence in SENTENCES if _tells_a_deed(sentence)]
    assert len(SENTENCES) >= MIN_SENTENCES
    assert false_alarms[int(MAX_FALSE_ALARMS_SHARE * len(SENTENCES)) :] == []
