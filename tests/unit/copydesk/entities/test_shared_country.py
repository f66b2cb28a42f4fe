"""Colleagues named together."""

from copydesk.entities.mentions import find_mentions
from schemas.vocabulary import MentionLabel
from tests.factories import make_document, make_sentences


def countries(text: str) -> dict[str | None, str | None]:
    mentions = find_mentions(make_document(text), make_sentences(text))
    return {mention.name: mention.country for mention in mentions if mention.label is MentionLabel.PERSON}


def test_colleagues_serve_one_country() -> None:
    text = "Swedish Foreign Minister Karl Lindqvist and Defence Minister Eva Lind arrived."
    assert countries(text) == {"Karl Lindqvist": "SWE", "Eva Lind": "SWE"}


def test_two_foreign_ministers_are_of_two_countries() -> None:
    text = "Swedish Foreign Minister Karl Lindqvist and Foreign Minister Eva Lind arrived."
    assert countries(text) == {"Karl Lindqvist": "SWE", "Eva Lind": None}


def test_offices_of_different_kinds_may_be_of_two_countries() -> None:
    text = "Swedish Foreign Minister Karl Lindqvist and Secretary of State Helen Ward arrived."
    assert countries(text) == {"Karl Lindqvist": "SWE", "Helen Ward": None}


def test_a_country_of_ones_own_stays() -> None:
    text = "Swedish Foreign Minister Karl Lindqvist and Polish Defence Minister Adam Nowak arrived."
    assert countries(text) == {"Karl Lindqvist": "SWE", "Adam Nowak": "POL"}
