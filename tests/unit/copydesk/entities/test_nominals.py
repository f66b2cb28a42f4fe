"""Descriptions that mean somebody named before."""

from copydesk.entities.mentions import find_mentions
from schemas.vocabulary import MentionForm
from tests.factories import make_document, make_sentences


def nominals(text: str) -> list[tuple[str, str | None]]:
    mentions = find_mentions(make_document(text), make_sentences(text))
    return [
        (mention.span.of(text), mention.name) for mention in mentions if mention.form is MentionForm.NOMINAL
    ]


def test_a_repeated_role_means_its_holder() -> None:
    text = "Foreign Minister Karl Lindqvist flew home. The minister was tired."
    assert nominals(text) == [("The minister", "Karl Lindqvist")]


def test_a_fitting_country_means_its_minister() -> None:
    text = (
        "Swedish Foreign Minister Karl Lindqvist met Polish Foreign Minister Adam Nowak. "
        "The Swedish minister was tired."
    )
    assert nominals(text) == [("The Swedish minister", "Karl Lindqvist")]


def test_another_country_means_somebody_else() -> None:
    assert nominals("Swedish Foreign Minister Karl Lindqvist flew home. The Danish minister was tired.") == []


def test_the_president_is_not_the_vice_president() -> None:
    assert nominals("Vice President Frank Miller flew home. The president was tired.") == []


def test_a_description_of_its_own_means_somebody_else() -> None:
    assert nominals("President Frank Miller flew home. The president of the club was tired.") == []


def test_any_minister_is_nobody() -> None:
    assert nominals("Foreign Minister Karl Lindqvist flew home. A minister was tired.") == []


def test_nothing_is_resolved_inside_a_quotation() -> None:
    assert nominals('President Frank Miller left. "I know the president well," a friend said.') == []
