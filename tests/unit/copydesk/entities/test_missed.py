"""Names found again."""

from copydesk.entities.missed import with_missed_names
from copydesk.entities.names import Name
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel
from tests.factories import make_sentences


def found(text: str, *known: tuple[str, MentionLabel]) -> list[str]:
    names = tuple(
        Name(Span(start, start + len(surface)), 0, surface, label, 0.8)
        for surface, label in known
        for start in [text.index(surface)]
    )
    return [name.text for name in with_missed_names(text, make_sentences(text), names)]


def test_surname_is_found_again() -> None:
    text = "Pyotr Orlov arrived. Reporters surrounded Orlov."
    assert found(text, ("Pyotr Orlov", MentionLabel.PERSON)) == ["Pyotr Orlov", "Orlov"]


def test_known_countries_and_bodies_are_found() -> None:
    assert found("Talks between Norway and Nato began.") == ["Norway", "Nato"]


def test_both_names_of_a_pair_are_found() -> None:
    assert found("They discussed U.S.-Russia relations.") == ["U.S.", "Russia"]


def test_the_longest_name_is_found() -> None:
    assert found("He lives in New Zealand.") == ["New Zealand"]


def test_the_name_after_mrs_is_found() -> None:
    assert found("Then Mrs Tarn smiled.") == ["Tarn"]


def test_small_letters_are_no_names() -> None:
    assert found("She gave us a turkey.") == []


def test_possessive_ending_stays_outside() -> None:
    assert found("They read Iran's answer.") == ["Iran"]


def test_the_name_within_a_name_is_not_found_again() -> None:
    text = "He works for Deutsche Bank of Norway."
    assert found(text, ("Deutsche Bank of Norway", MentionLabel.ORG)) == ["Deutsche Bank of Norway"]


def test_mr_president_is_nobodys_name() -> None:
    assert found("They asked Mr. President to sing.") == []


def test_a_credit_behind_a_name_is_no_surname() -> None:
    text = "Then Belle Image sang. Image: nobody."
    assert found(text, ("Belle Image", MentionLabel.PERSON)) == ["Belle Image"]
