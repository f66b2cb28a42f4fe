"""Cutting out noun phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.quotes.phrases import noun_phrase, phrase_beside, spans_of_words, widened_to_punctuation
from copydesk.spans import Span
from tests.factories import make_sentences

if TYPE_CHECKING:
    from copydesk.records import Sentence


def position_of(sentence: Sentence, word: str) -> int:
    return [token.text for token in sentence.tokens].index(word)


def phrase_of(text: str, head: str) -> str | None:
    (sentence,) = make_sentences(text)
    span = noun_phrase(sentence, position_of(sentence, head), ())
    return None if span is None else span.of(text)


def test_apposition_belongs_to_the_phrase() -> None:
    text = "Anna Berg, the mayor of Bergen, said the bridge was safe."
    assert phrase_of(text, "Berg") == "Anna Berg, the mayor of Bergen"


def test_relative_clause_does_not_belong_to_the_phrase() -> None:
    assert phrase_of("The engineer, who had seen the bridge, left.", "engineer") == "The engineer"


def test_hyphenated_office_stays_whole() -> None:
    text = "It was Swedish vice-president Anna Berg who said the bridge was safe."
    assert phrase_of(text, "Berg") == "Swedish vice-president Anna Berg"


def test_possessive_sign_is_left_out() -> None:
    assert phrase_of("Berg's claim surprised everybody.", "Berg") == "Berg"


def test_quoted_word_is_no_phrase() -> None:
    text = '"Peace now," she said.'
    (sentence,) = make_sentences(text)
    assert noun_phrase(sentence, position_of(sentence, "Peace"), [Span(0, 12)]) is None


def test_phrase_grows_to_the_sign_before_it() -> None:
    text = "The bridge was safe, news agency Tidning reported."
    (sentence,) = make_sentences(text)
    start = text.index("Tidning")
    assert widened_to_punctuation(sentence, Span(start, start + 7)).of(text) == "news agency Tidning"


def test_phrase_without_sign_before_it_does_not_grow() -> None:
    text = "In a statement Berg praised the engineers."
    (sentence,) = make_sentences(text)
    start = text.index("Berg")
    assert widened_to_punctuation(sentence, Span(start, start + 4)).of(text) == "Berg"


def test_words_beside_a_verb_are_a_phrase_if_a_sign_ends_them() -> None:
    text = '"The bridge is safe," said Anna Berg, smiling.'
    (sentence,) = make_sentences(text)
    span = phrase_beside(sentence, position_of(sentence, "said"), [Span(0, 21)])
    assert span == Span(27, 36)


def test_neighbouring_words_are_one_span() -> None:
    (sentence,) = make_sentences("He was quoted as saying so.")
    assert spans_of_words(sentence, (2, 3, 5)) == (Span(7, 16), Span(24, 26))


def test_dateline_does_not_belong_to_the_phrase() -> None:
    assert phrase_of("OSLO, Norway — President Eva Lind spoke.", "Lind") == "President Eva Lind"
