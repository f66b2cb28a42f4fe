"""Which names are one person."""

from copydesk.entities.persons import SURE, Appearance, Identity, identify_persons, name_words
from copydesk.entities.titles import Gender


def persons(*names: str) -> list[int]:
    return [identity.person for identity in identify_persons([Appearance(name, None) for name in names])]


def test_surname_is_the_person_named_in_full() -> None:
    assert persons("Pyotr Orlov", "Eva Lind", "Orlov", "Lind") == [0, 1, 0, 1]


def test_surname_before_the_full_name_is_the_person_to_come() -> None:
    assert persons("Orlov", "Pyotr Orlov") == [0, 0]


def test_middle_initial_does_not_make_another_person() -> None:
    assert persons("George W. Bush", "George Bush", "George W Bush") == [0, 0, 0]


def test_other_middle_initials_make_another_person() -> None:
    assert len(set(persons("George W. Bush", "George H. W. Bush"))) == len(["father", "son"])


def test_two_people_of_one_surname_stay_two() -> None:
    assert len(set(persons("Karl Lind", "Eva Lind"))) == len(["Karl", "Eva"])


def test_bare_surname_of_two_people_is_the_latest_with_less_confidence() -> None:
    identities = identify_persons([Appearance(name, None) for name in ("Karl Lind", "Eva Lind", "Lind")])
    assert (identities[2].person == identities[1].person, identities[2].factor < SURE) == (True, True)


def test_form_of_address_tells_which_of_two_is_meant() -> None:
    names = [Appearance("Karl Lind", None), Appearance("Eva Lind", None), Appearance("Lind", Gender.MALE)]
    identities = identify_persons(names)
    assert identities[2] == Identity(identities[0].person, SURE)


def test_given_name_alone_is_the_person() -> None:
    assert persons("Eva Lind", "Eva") == [0, 0]


def test_end_of_a_surname_of_several_words_is_the_person() -> None:
    assert persons("Anna von der Heide", "von der Heide", "Heide") == [0, 0, 0]


def test_strangers_of_one_word_are_persons_of_their_own() -> None:
    assert persons("Tarn", "Vole", "Tarn") == [0, 1, 0]


def test_accents_and_dots_do_not_matter() -> None:
    assert name_words("É. Dupré") == ("e", "dupre")


def test_a_name_of_signs_keeps_its_signs() -> None:
    assert name_words("...") == ("...",)


def test_a_bare_surname_goes_on_meaning_whom_it_meant() -> None:
    names = ["Karl Lind", "Lind", "Eva Lind", "Lind"]
    identities = identify_persons([Appearance(name, None) for name in names])
    assert [identity.person for identity in identities] == [0, 0, 1, 0]


def test_a_bare_surname_is_the_person_named_most_so_far() -> None:
    names = ["Karl Lind", "Karl Lind", "Eva Lind", "Lind"]
    identities = identify_persons([Appearance(name, None) for name in names])
    assert [identity.person for identity in identities] == [0, 0, 1, 0]


def test_husband_and_wife_are_two() -> None:
    clintons = persons("Bill Clinton", "Hillary Clinton", "Chelsea Clinton")
    assert len(set(clintons)) == len(clintons)
