"""Tagged cues and speakers in the parse."""

from __future__ import annotations

import pytest

from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.voices import cue_in, speaker_in, without_signs
from copydesk.records import Mention
from copydesk.spans import Span
from schemas.vocabulary import MentionForm, MentionLabel
from tests.factories import make_sentences


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def lemma_of(text: str, words: str) -> str | None:
    cue = cue_in(make_sentences(text)[0], span_of(text, words))
    return cue.lemma if cue else None


def name_of(text: str, words: str, named: str) -> str | None:
    mention = Mention(span_of(text, named), 0, MentionLabel.PERSON, MentionForm.NAME, 0.9, name=named.upper())
    speakers = index_speakers(text, (mention,))
    return speaker_in(make_sentences(text)[0], span_of(text, words), speakers).name


@pytest.mark.parametrize(
    ("words", "lemma"),
    [("has repeatedly said", "say"), ("told reporters", "tell"), ("According to", "according to")],
)
def test_cue_has_the_dictionary_form_of_its_reporting_word(words: str, lemma: str) -> None:
    texts = {
        "has repeatedly said": "Berg has repeatedly said that it was over.",
        "told reporters": "Berg told reporters that it was over.",
        "According to": "According to Berg it was over.",
    }
    assert lemma_of(texts[words], words) == lemma


def test_cue_that_no_lexicon_has_is_its_main_word() -> None:
    assert lemma_of("Berg tweeted wildly that it was over.", "tweeted wildly") == "tweet"


def test_sign_is_no_word_that_reports() -> None:
    assert lemma_of("Berg: it was over.", ":") is None


def test_speaker_is_the_mention_at_the_head() -> None:
    assert name_of("Berg, the mayor of Bergen, said so.", "Berg, the mayor of Bergen", "Berg") == "BERG"


def test_who_is_the_person_that_the_clause_is_about() -> None:
    assert name_of("It was Berg, who said that it was over.", "who", "Berg") == "BERG"


def test_place_beside_a_speaker_is_not_the_speaker() -> None:
    assert name_of("The mayor of Bergen said so.", "The mayor of Bergen", "Bergen") is None


@pytest.mark.parametrize(
    ("found", "kept"), [("Berg,", "Berg"), ("Berg Jr.", "Berg Jr."), ("\u201cBerg", "Berg"), (":", None)]
)
def test_signs_at_the_ends_are_left_out(found: str, kept: str | None) -> None:
    text = f"{found} went on"
    left = without_signs(text, Span(0, len(found)))
    assert (left and left.of(text)) == kept
