"""One label a name."""

from copydesk.entities.labels import follows_courtesy, with_one_label
from copydesk.entities.names import Name
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel


def labels(text: str, *tagged: tuple[str, MentionLabel]) -> list[MentionLabel]:
    """The labels after correction of names that follow each other in the text."""
    names, end = [], 0
    for surface, label in tagged:
        start = text.index(surface, end)
        end = start + len(surface)
        names.append(Name(Span(start, end), 0, surface, label, 0.8))
    return [name.label for name in with_one_label(text, names)]


def test_the_majority_decides() -> None:
    text = "Tarn voted. Tarn lost. Tarn left."
    tagged = [("Tarn", MentionLabel.GPE), ("Tarn", MentionLabel.ORG), ("Tarn", MentionLabel.GPE)]
    assert labels(text, *tagged) == [MentionLabel.GPE] * 3


def test_capitals_are_the_same_name() -> None:
    text = "MUNICH -- In Munich and near Munich"
    tagged = [("MUNICH", MentionLabel.ORG), ("Munich", MentionLabel.GPE), ("Munich", MentionLabel.GPE)]
    assert labels(text, *tagged) == [MentionLabel.GPE] * 3


def test_the_full_name_decides_for_the_surname() -> None:
    text = "Pyotr Orlov spoke. Orlov left."
    assert (
        labels(text, ("Pyotr Orlov", MentionLabel.PERSON), ("Orlov", MentionLabel.GPE))
        == [MentionLabel.PERSON] * 2
    )


def test_mister_makes_a_person() -> None:
    assert labels("Mr Tarn left.", ("Tarn", MentionLabel.GPE)) == [MentionLabel.PERSON]


def test_a_known_country_is_a_country() -> None:
    assert labels("Norway voted.", ("Norway", MentionLabel.ORG)) == [MentionLabel.GPE]


def test_a_capital_that_is_somebodys_surname_is_a_person() -> None:
    text = "Jack London wrote. London travelled."
    tagged = [("Jack London", MentionLabel.PERSON), ("London", MentionLabel.GPE)]
    assert labels(text, *tagged) == [MentionLabel.PERSON] * 2


def test_the_last_word_makes_an_organisation() -> None:
    assert labels("the Harvest Party", ("Harvest Party", MentionLabel.PERSON)) == [MentionLabel.ORG]


def test_a_state_called_union_stays_a_state() -> None:
    assert labels("the Soviet Union", ("Soviet Union", MentionLabel.GPE)) == [MentionLabel.GPE]


def test_other_words_before_a_name_are_no_courtesy() -> None:
    assert [follows_courtesy(text, len(text)) for text in ("Mrs ", "Then ", "")] == [True, False, False]


def test_a_weapon_is_no_person() -> None:
    text = "They fired Tornado missiles. Tornado is new."
    tagged = [("Tornado", MentionLabel.PERSON), ("Tornado", MentionLabel.PERSON)]
    assert labels(text, *tagged) == [MentionLabel.PRODUCT] * 2


def test_somebodys_surname_stays_beside_missiles() -> None:
    text = "Pyotr Orlov spoke. Orlov missiles, a joke went."
    tagged = [("Pyotr Orlov", MentionLabel.PERSON), ("Orlov", MentionLabel.PERSON)]
    assert labels(text, *tagged) == [MentionLabel.PERSON] * 2


def test_a_list_of_places_has_places() -> None:
    text = "They met in Bern and Brodek."
    tagged = [("Bern", MentionLabel.GPE), ("Brodek", MentionLabel.PERSON)]
    assert labels(text, *tagged) == [MentionLabel.GPE] * 2


def test_capitals_with_a_given_name_are_a_person() -> None:
    assert labels("ANNA TARN has left.", ("ANNA TARN", MentionLabel.ORG)) == [MentionLabel.PERSON]


def test_a_land_is_no_people() -> None:
    assert labels("He left Tarnavia.", ("Tarnavia", MentionLabel.NORP)) == [MentionLabel.GPE]


def test_well_known_bodies_are_organisations() -> None:
    assert (
        labels("NASA and Wikinews said so.", ("NASA", MentionLabel.WORK), ("Wikinews", MentionLabel.PERSON))
        == [MentionLabel.ORG] * 2
    )


def test_names_of_bodies_that_are_words_as_well_stay_what_they_are() -> None:
    tagged = [("Amazon", MentionLabel.LOC), ("Stanford", MentionLabel.PERSON)]
    assert labels("The Amazon rose. Stanford sang.", *tagged) == [MentionLabel.LOC, MentionLabel.PERSON]


def test_nobody_is_called_by_a_few_capitals() -> None:
    tagged = [("UAAR", MentionLabel.PERSON), ("MNSBC", MentionLabel.PERSON)]
    assert labels("The UAAR and MNSBC met.", *tagged) == [MentionLabel.ORG] * 2


def test_a_surname_in_capitals_is_a_person() -> None:
    tagged = [("Eva Lind", MentionLabel.PERSON), ("LIND", MentionLabel.PERSON)]
    assert labels("Eva Lind: LIND IS BACK", *tagged) == [MentionLabel.PERSON] * 2


def test_a_party_is_an_organisation_whatever_else_it_looks_like() -> None:
    assert labels("The Apple Party met.", ("Apple Party", MentionLabel.WORK)) == [MentionLabel.ORG]


def test_a_state_is_a_place_and_its_university_is_not() -> None:
    tagged = [("New Mexico", MentionLabel.ORG), ("New Mexico University", MentionLabel.ORG)]
    assert labels("The New Mexico governor left New Mexico University.", *tagged) == [
        MentionLabel.GPE,
        MentionLabel.ORG,
    ]
