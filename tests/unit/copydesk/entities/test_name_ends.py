"""Where tagged names begin and end."""

from __future__ import annotations

import pytest

from copydesk.entities.name_ends import with_right_ends
from copydesk.entities.name_tagger import TaggedName
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel

PERSON, ORG, GPE, LAW = MentionLabel.PERSON, MentionLabel.ORG, MentionLabel.GPE, MentionLabel.LAW


def ends(text: str, *tagged: tuple[str, MentionLabel]) -> list[tuple[str, MentionLabel]]:
    names = [
        TaggedName(Span(text.index(written), text.index(written) + len(written)), label, 0.9)
        for written, label in tagged
    ]
    return [(name.span.of(text), name.label) for name in with_right_ends(text, names)]


@pytest.mark.parametrize(
    ("text", "written", "label"),
    [
        ("It left Washington D.C. on Friday.", "Washington D.C", GPE),
        ("They met Karl Lind Jr. in Bergen.", "Karl Lind Jr", PERSON),
        ("They met Eva T. at home.", "Eva T", PERSON),
        ("A shop in Everett, Wash., burned.", "Wash", GPE),
    ],
)
def test_the_full_stop_of_an_abbreviation_is_part_of_the_name(
    text: str, written: str, label: MentionLabel
) -> None:
    assert ends(text, (written, label)) == [(f"{written}.", label)]


def test_the_full_stop_of_a_sentence_is_not() -> None:
    assert ends("They went to Bergen.", ("Bergen", GPE)) == [("Bergen", GPE)]


def test_halves_of_a_persons_name_are_joined() -> None:
    text = "Reporters met Swen Kirkeby and Jean-Guy Moulin."
    halves = ("Swen", PERSON), ("Kirkeby", PERSON), ("Jean", PERSON), ("Guy Moulin", PERSON)
    assert ends(text, *halves) == [("Swen Kirkeby", PERSON), ("Jean-Guy Moulin", PERSON)]


def test_two_people_in_a_row_are_two() -> None:
    text = "Lind, Berg and Orlov met."
    names = ("Lind", PERSON), ("Berg", PERSON), ("Orlov", PERSON)
    assert ends(text, *names) == list(names)


def test_a_person_behind_a_firm_is_not_joined_to_it() -> None:
    text = "At Nordbank Eva Lind resigned."
    assert ends(text, ("Nordbank", ORG), ("Eva Lind", PERSON)) == [("Nordbank", ORG), ("Eva Lind", PERSON)]


def test_the_land_of_a_party_is_part_of_its_name() -> None:
    text = "She led the Farmers' Party of Norway."
    assert ends(text, ("Farmers' Party", ORG), ("Norway", GPE)) == [("Farmers' Party of Norway", ORG)]


def test_the_land_of_a_university_is_not() -> None:
    text = "She left Bergen University of Norway."
    names = ("Bergen University", ORG), ("Norway", GPE)
    assert ends(text, *names) == list(names)


@pytest.mark.parametrize("before", ["Maine", "Norway", "Republican"])
def test_a_state_or_party_before_a_given_name_is_no_part_of_it(before: str) -> None:
    text = f"The governor of {before} Susan Lind smiled."
    assert ends(text, (f"{before} Susan Lind", PERSON)) == [("Susan Lind", PERSON)]


@pytest.mark.parametrize("name", ["Paris Eva Lind", "Maine Lind", "Eva Maria Lind"])
def test_a_name_that_only_looks_so_stays_whole(name: str) -> None:
    assert ends(f"Then {name} smiled.", (name, PERSON)) == [(name, PERSON)]


def test_an_acronym_in_brackets_is_what_it_stands_for() -> None:
    text = "The Northern Fishing League (NFL) and the Berg Act (BA) were old."
    found = ends(text, ("Northern Fishing League", ORG), ("NFL", PERSON), ("Berg Act", LAW))
    assert found == [("Northern Fishing League", ORG), ("NFL", ORG), ("Berg Act", LAW), ("BA", LAW)]


def test_brackets_with_something_else_are_no_acronym() -> None:
    for text in (
        "The Northern League (now Oslo) met.",
        "The Northern League (1999) met.",
        "Anna Berg (NOR) won.",
    ):
        label = PERSON if text.startswith("Anna") else ORG
        written = text.partition(" (")[0].removeprefix("The ")
        assert ends(text, (written, label)) == [(written, label)]
