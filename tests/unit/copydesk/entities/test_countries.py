"""Names that stand for countries, and names that do not."""

import pytest

from copydesk.entities.countries import country_of, known_place
from copydesk.lexicons import lexicon
from schemas.vocabulary import MentionLabel


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russia", "RUS"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("UK", "GBR"),
        ("Swedes", "SWE"),
        ("Danish", "DNK"),
        ("Moscow", "RUS"),
        ("Washington", "USA"),
        ("the Kremlin", "RUS"),
        ("White House", "USA"),
        ("Georgia", "GEO"),
        ("Nato", "IGO"),
        ("U.N.", "IGO"),
        ("European Union", "IGO"),
    ],
)
def test_names_of_countries_capitals_seats_and_bodies_have_a_code(text: str, country: str) -> None:
    assert country_of(text) == country


@pytest.mark.parametrize(
    "text", ["us", "turkey", "Congo", "Korea", "Soviet", "Munich", "who", "", "'s", "the"]
)
def test_other_words_and_ambiguous_names_have_no_country(text: str) -> None:
    assert country_of(text) is None


def test_possessive_ending_does_not_matter() -> None:
    assert country_of("Iran’s") == "IRN"


def test_headline_capitals_do_not_matter() -> None:
    assert country_of("FINNISH") == "FIN"


def test_names_of_one_country_share_a_key() -> None:
    assert {place.key for name in ("U.S.", "America", "United States") if (place := known_place(name))} == {
        "USA country"
    }


def test_a_people_is_not_the_same_thing_as_its_country() -> None:
    assert known_place("Poles") != known_place("Poland")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Norway", MentionLabel.GPE),
        ("Norwegian", MentionLabel.NORP),
        ("Oslo", MentionLabel.GPE),
        ("Pentagon", MentionLabel.ORG),
        ("IMF", MentionLabel.ORG),
    ],
)
def test_the_kind_of_name_decides_the_label(text: str, label: MentionLabel) -> None:
    place = known_place(text)
    assert place is not None
    assert place.label == label


def test_every_member_of_the_united_nations_is_known() -> None:
    members_and_observers = 193 + 2
    others = {"TWN", "XKX", "HKG", "MAC", "GRL", "PRI"}
    assert len(lexicon("countries").keys() - others) == members_and_observers


def test_no_name_stands_for_two_countries() -> None:
    lists = [
        (name, country)
        for country, kinds in lexicon("countries").items()
        for kind, names in kinds.items()
        if kind in ("names", "demonyms")
        for name in names
    ]
    assert len({name for name, _ in lists}) == len(set(lists))
