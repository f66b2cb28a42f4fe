"""Reported speech by the parse."""

from __future__ import annotations

import pytest

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.indirect import find_indirect
from copydesk.quotes.passage import read_passages
from copydesk.spans import joined
from tests.factories import make_document, make_sentences


def reported(text: str) -> list[tuple[str | None, str]]:
    speakers = index_speakers(text, ())
    (passage,) = read_passages(make_document(text), make_sentences(text), speakers)
    return [
        (None if finding.speaker is None else finding.speaker.span.of(text), joined(text, finding.content))
        for finding in find_indirect(passage)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the bridge was safe.",
        "The mayor said the bridge was safe.",
        "The mayor said in a statement on Friday that the bridge was safe.",
        "The mayor believes that the bridge was safe.",
        "The mayor was quoted as saying that the bridge was safe.",
    ],
)
def test_clause_behind_the_cue_is_the_content(text: str) -> None:
    assert reported(text) == [("The mayor", "the bridge was safe")]


def test_clause_before_the_cue_is_the_content() -> None:
    assert reported("The bridge is safe, engineers say.") == [("engineers", "The bridge is safe")]


def test_clause_around_the_cue_is_the_content() -> None:
    text = "The bridge, she said, was very old and would be closed."
    assert reported(text) == [("she", "The bridge ... was very old and would be closed")]


def test_according_to_reports_its_clause() -> None:
    assert reported("The bridge is safe, according to the mayor.") == [("the mayor", "The bridge is safe")]


def test_promise_is_reported_with_its_infinitive() -> None:
    assert reported("The mayor promised to repair the bridge.") == [("The mayor", "to repair the bridge")]


def test_claim_is_reported_with_its_clause() -> None:
    text = "The book deals with the mayor's claim that the bridge was safe."
    assert reported(text) == [("the mayor", "the bridge was safe")]


def test_two_cues_of_one_sentence_share_no_content() -> None:
    text = "The bridge is safe, engineers say, noting that it was repaired."
    assert reported(text) == [("engineers", "The bridge is safe"), ("engineers", "it was repaired")]


def test_quoted_words_keep_their_marks_in_a_reported_clause() -> None:
    text = 'The mayor said the bridge was "very old" and "quite narrow."'
    assert reported(text) == [("The mayor", 'the bridge was "very old" and "quite narrow."')]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the bridge.",
        "The mayor said nothing.",
        "It rained on the bridge all day.",
        "The mayor told the engineers a story.",
    ],
)
def test_sentence_without_a_proposition_reports_nothing(text: str) -> None:
    assert reported(text) == []


def test_what_somebody_is_asked_to_do_has_its_subject() -> None:
    assert reported("The mayor urged the council to close the bridge.") == [
        ("The mayor", "the council to close the bridge")
    ]


def test_somebody_called_on_is_the_subject_of_the_request() -> None:
    assert reported("The mayor called on the council to close the bridge.") == [
        ("The mayor", "the council to close the bridge")
    ]


def test_what_is_promised_may_be_a_noun() -> None:
    assert reported("The mayor promised better roads on Friday.") == [("The mayor", "better roads")]


def test_promise_as_a_noun_is_reported_with_its_infinitive() -> None:
    assert reported("Her promise to repair the bridge was kept.") == [("Her", "to repair the bridge")]


def test_request_that_only_points_back_reports_nothing() -> None:
    assert reported("The mayor asked him to do so.") == []
