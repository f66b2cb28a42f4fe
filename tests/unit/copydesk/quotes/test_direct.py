"""Direct speech by its place."""

from __future__ import annotations

import pytest

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.direct import find_direct
from copydesk.quotes.passage import read_passages
from copydesk.spans import joined
from tests.factories import make_document, make_sentences


def direct_of(text: str) -> list[tuple[str | None, str]]:
    speakers = index_speakers(text, ())
    findings = find_direct(read_passages(make_document(text), make_sentences(text), speakers), speakers)
    return [
        (None if finding.speaker is None else finding.speaker.span.of(text), joined(text, finding.content))
        for finding in findings
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We will wait," the mayor said.', "the mayor"),
        ('"We will wait," said the mayor.', "the mayor"),
        ('The mayor said: "We will wait,"', "The mayor"),
        ('The mayor said, "We will wait,"', "The mayor"),
        ("'We will wait,' the mayor said.", "the mayor"),
        ("“We will wait,” the mayor told reporters in Bergen.", "the mayor"),
    ],
)
def test_cue_beside_the_marks_gives_the_speaker(text: str, speaker: str) -> None:
    ((found, content),) = direct_of(text)
    assert (found, content[1:-1]) == (speaker, "We will wait,")


def test_question_before_a_cue_is_a_quote() -> None:
    assert direct_of('"Why should we wait?" asked the mayor.') == [("the mayor", '"Why should we wait?"')]


def test_quotation_around_its_attribution_is_one_quote() -> None:
    text = '"We will wait," the mayor said, "until the water falls."'
    assert direct_of(text) == [("the mayor", '"We will wait," ... "until the water falls."')]


def test_quotation_goes_on_behind_its_attribution() -> None:
    text = '"We will wait," the mayor said. "The water is falling."'
    assert direct_of(text) == [("the mayor", '"We will wait," ... "The water is falling."')]


def test_two_speakers_are_two_quotes() -> None:
    text = '"We will wait," the mayor said. "We will not," the engineer replied.'
    assert direct_of(text) == [("the mayor", '"We will wait,"'), ("the engineer", '"We will not,"')]


def test_paragraph_left_open_is_joined_to_the_next() -> None:
    text = '"We will wait," the mayor said. "The water is falling.\n\n"It takes days."'
    assert direct_of(text) == [
        ("the mayor", '"We will wait," ... "The water is falling. ... "It takes days."')
    ]


def test_sentence_behind_a_closed_quotation_is_no_attribution() -> None:
    text = 'The mayor said: "We will wait." The engineer said nothing.'
    assert direct_of(text) == [("The mayor", '"We will wait."')]


def test_fragment_inside_a_clause_is_left_to_the_parse() -> None:
    assert direct_of('The talks were "very practical" and short, she said.') == []


def test_quoted_cue_reports_nothing() -> None:
    assert direct_of('The sign "he said no" was gone.') == []
