"""Who "he" and "she" are."""

import pytest

from copydesk.entities.mentions import find_mentions
from schemas.vocabulary import MentionForm
from tests.factories import make_document, make_sentences


def pronouns(text: str) -> list[tuple[str, str | None]]:
    mentions = find_mentions(make_document(text), make_sentences(text))
    return [
        (mention.span.of(text), mention.name) for mention in mentions if mention.form is MentionForm.PRONOUN
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karl Lindqvist met Frank Miller. He was tired.", [("He", "Karl Lindqvist")]),
        ("Karl Lindqvist met Helen Ward. She was tired.", [("She", "Helen Ward")]),
        ("Helen Ward said she and Karl Lindqvist had talked.", [("she", "Helen Ward")]),
        ("In his speech, Karl Lindqvist thanked the voters.", [("his", "Karl Lindqvist")]),
        ("Karl Lindqvist praised Frank Miller and thanked him.", [("him", "Frank Miller")]),
    ],
)
def test_the_nearest_fitting_person_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert pronouns(text) == expected


def test_the_speaker_is_not_the_one_spoken_of() -> None:
    text = "Karl Lindqvist spoke in Oslo. The plan of Frank Miller was dead, he said."
    assert pronouns(text) == [("he", "Karl Lindqvist")]


def test_mrs_tells_the_gender() -> None:
    text = "Mrs Tarn met Mr Vole. She was tired."
    assert pronouns(text) == [("She", "Tarn")]


def test_a_pronoun_that_fits_nobody_is_left_out() -> None:
    assert pronouns("Karl Lindqvist left the room. She was tired.") == []


def test_a_pronoun_without_anybody_before_is_left_out() -> None:
    assert pronouns("He was tired. The room was empty.") == []


def test_nothing_is_resolved_inside_a_quotation() -> None:
    assert pronouns('Karl Lindqvist laughed. "He is a clown," a voter shouted.') == []


def test_people_far_back_are_forgotten() -> None:
    text = "Karl Lindqvist left.\n\nIt rained.\n\nThe harvest was poor.\n\nFarmers waited.\n\nHe was tired."
    assert pronouns(text) == []


def test_who_speaks_is_rather_who_spoke_before() -> None:
    text = "Karl Lindqvist said Frank Miller was late. He added that nobody had called."
    assert pronouns(text) == [("He", "Karl Lindqvist")]


def test_somebody_without_a_name_may_be_meant() -> None:
    text = "Karl Lindqvist met the voters. My father often laughed. He was tired."
    assert pronouns(text) == []


def test_a_given_name_alone_tells_the_gender() -> None:
    text = "Melanie met Kevin. He was tired. She was not."
    assert pronouns(text) == [("He", "Kevin"), ("She", "Melanie")]
