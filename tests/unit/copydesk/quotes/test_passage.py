"""A paragraph as the quote rules see it."""

from __future__ import annotations

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.passage import Passage, read_passages
from tests.factories import make_document, make_sentences

TEXT = 'The bridge is old. "It is safe," the mayor said.\n\nEngineers agree that it is.'


def passages_of(text: str) -> tuple[Passage, ...]:
    return read_passages(make_document(text), make_sentences(text), index_speakers(text, ()))


def test_each_paragraph_has_its_own_sentences_and_quotations() -> None:
    passages = passages_of(TEXT)
    found = [(passage.span.of(TEXT), len(passage.quotations), len(passage.voices)) for passage in passages]
    assert found == [
        ('The bridge is old. "It is safe," the mayor said.', 1, 1),
        ("Engineers agree that it is.", 0, 1),
    ]


def test_sentence_starts_behind_a_full_stop() -> None:
    (passage, _) = passages_of(TEXT)
    assert passage.sentence_start(TEXT.index('"It')) == 19


def test_sentence_does_not_start_behind_a_comma() -> None:
    text = 'The mayor said, "It is safe."'
    (passage,) = passages_of(text)
    assert passage.sentence_start(text.index('"')) == 0


def test_voices_are_found_by_their_cue() -> None:
    (passage, _) = passages_of(TEXT)
    assert [voice.cue.lemma for voice in passage.voices_within(20, 60)] == ["say"]
    assert passage.voices_within(0, 20) == []
