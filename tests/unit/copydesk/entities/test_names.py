"""Names as the model sees them, trimmed."""

import pytest

from copydesk.entities.names import joined_parts, recognised_names, trimmed
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel
from tests.factories import make_sentences


def cut(text: str, label: MentionLabel) -> str | None:
    span = trimmed(text, 0, len(text), label)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("the Czech Republic", MentionLabel.GPE, "Czech Republic"),
        ("Robert Lind's", MentionLabel.PERSON, "Robert Lind"),
        ("Lindgrens’", MentionLabel.PERSON, "Lindgrens"),
        ("Mr Orlov", MentionLabel.PERSON, "Orlov"),
        ("Foreign Minister Pyotr Orlov", MentionLabel.PERSON, "Pyotr Orlov"),
        ("Orlov's van", MentionLabel.PERSON, "Orlov"),
        ("“The Oslo Herald”", MentionLabel.ORG, "Oslo Herald"),
        ("Bush-era", MentionLabel.PERSON, "Bush"),
        ("post-Cold War", MentionLabel.EVENT, "Cold War"),
        ("Trade Union Congress (TUC", MentionLabel.ORG, "Trade Union Congress"),
        ("US Secretary", MentionLabel.ORG, "US"),
        ("U.S.", MentionLabel.GPE, "U.S."),
        ("Geneva.", MentionLabel.GPE, "Geneva"),
        ("Oslo\nBergen", MentionLabel.GPE, "Oslo"),
        ("Ban Ki-moon", MentionLabel.PERSON, "Ban Ki-moon"),
        ("between January 1", MentionLabel.DATE, "January 1"),
    ],
)
def test_only_the_name_proper_is_left(text: str, label: MentionLabel, name: str) -> None:
    assert cut(text, label) == name


def test_nothing_is_left_of_signs() -> None:
    assert cut("“...”", MentionLabel.ORG) is None


def test_pairs_of_known_names_are_cut() -> None:
    assert joined_parts("Russian-U.S.", 0, 12) == [Span(0, 7), Span(8, 12)]


@pytest.mark.parametrize("text", ["Jean-Claude", "Guinea-Bissau", "US-led", "Oslo"])
def test_other_hyphens_stay(text: str) -> None:
    assert joined_parts(text, 0, len(text)) == [Span(0, len(text))]


def test_names_are_found_with_their_labels() -> None:
    text = "Swedish Foreign Minister Karl Lindqvist flew to Japan."
    (sentence,) = make_sentences(text)
    assert [(name.text, name.label) for name in recognised_names(text, sentence)] == [
        ("Swedish", MentionLabel.NORP),
        ("Karl Lindqvist", MentionLabel.PERSON),
        ("Japan", MentionLabel.GPE),
    ]


def test_numbers_and_dates_are_no_names() -> None:
    text = "On Friday they paid 12 million dollars."
    (sentence,) = make_sentences(text)
    assert recognised_names(text, sentence) == []


def test_a_word_put_right_in_brackets_is_no_name() -> None:
    assert [name.text for name in recognised_names("W]e", make_sentences("W]e")[0])] == []


def test_a_given_name_outside_the_models_span_is_part_of_the_name() -> None:
    text = "Nato secretary general Anders Fogh Rasmussen spoke in Brussels."
    names = [name.text for name in recognised_names(text, make_sentences(text)[0])]
    assert "Anders Fogh Rasmussen" in names
