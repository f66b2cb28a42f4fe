"""Speakers of utterances without a cue."""

from __future__ import annotations

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.rules import find_quotes_by_rules
from copydesk.records import Mention
from copydesk.spans import Span, joined
from schemas.vocabulary import MentionForm, MentionLabel
from tests.factories import make_document, make_sentences


def speakers_of(text: str, *names: str) -> list[tuple[str, str | None, float]]:
    mentions = tuple(
        Mention(
            Span(text.index(name), text.index(name) + len(name)),
            sentence_no=0,
            label=MentionLabel.PERSON,
            form=MentionForm.NAME,
            confidence=0.9,
            name=name,
        )
        for name in names
    )
    quotes = find_quotes_by_rules(make_document(text), make_sentences(text), index_speakers(text, mentions))
    return [
        (joined(text, quote.content), joined(text, quote.speaker) or None, quote.confidence)
        for quote in quotes
    ]


def test_person_of_the_sentence_before_speaks_less_surely() -> None:
    text = 'Anna Berg visited the old bridge. "We will build a new one here."'
    assert speakers_of(text, "Anna Berg") == [('"We will build a new one here."', "Anna Berg", 0.55)]


def test_speaker_of_the_paragraph_before_goes_on() -> None:
    text = 'Anna Berg said: "We will wait."\n\n"The water is falling every day now."'
    assert speakers_of(text, "Anna Berg")[1:] == [('"The water is falling every day now."', "Anna Berg", 0.5)]


def test_name_behind_a_dash_speaks() -> None:
    text = '"We will build a new one here." — Anna Berg'
    assert speakers_of(text, "Anna Berg") == [('"We will build a new one here."', "Anna Berg", 0.8)]


def test_utterance_without_anybody_has_no_speaker() -> None:
    text = '"We will build a new one here."'
    assert speakers_of(text) == [('"We will build a new one here."', None, 0.3)]


def test_short_or_capitalised_stretch_is_no_utterance() -> None:
    assert speakers_of('"So be it."') == []
    assert speakers_of('"When Rivers Have Become Wide Seas."') == []
