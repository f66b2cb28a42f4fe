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


def test_an_office_is_known_by_its_abbreviation() -> None:
    assert nominals("Sen. Frank Miller flew home. The senator was tired.") == [
        ("The senator", "Frank Miller")
    ]


def test_where_the_only_senator_comes_from_does_not_matter() -> None:
    text = "Sen. Frank Miller flew home. The Vermont senator was tired."
    assert nominals(text) == [("The Vermont senator", "Frank Miller")]


def test_the_nominee_of_a_party_is_the_one_described_with_it() -> None:
    text = "Republican Frank Miller met Democrat Helen Ward. The Republican nominee was tired."
    assert nominals(text) == [("The Republican nominee", "Frank Miller")]


def test_one_of_two_of_a_party_is_nobody() -> None:
    text = "Republican Frank Miller met Republican Karl Lindqvist. The Republican nominee was tired."
    assert nominals(text) == []


def test_the_candidate_for_the_second_office_is_another() -> None:
    text = "Republican Frank Miller flew home. The Republican vice nominee was tired."
    assert nominals(text) == []


def test_of_two_holders_the_one_mentioned_last_is_meant() -> None:
    text = (
        "Foreign Minister Karl Lindqvist met Finance Minister Adam Nowak. Lindqvist then left. "
        "The minister was tired."
    )
    assert nominals(text) == [("The minister", "Karl Lindqvist")]


def test_our_correspondent_is_who_writes_for_the_outlet() -> None:
    text = "The BBC's Frank Miller reports from Oslo. The talks went on, our correspondent says."
    assert nominals(text) == [("our correspondent", "Frank Miller")]


def test_our_correspondent_is_nobody_where_nobody_writes() -> None:
    assert nominals("Norway's Frank Miller left Oslo. The talks went on, our correspondent says.") == []
