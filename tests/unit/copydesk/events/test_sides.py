"""Who stands on which side of an event."""

from __future__ import annotations

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.events.scene import make_scenes
from copydesk.events.sides import Sides, find_sides, is_political
from copydesk.events.triggers import find_triggers
from tests.factories import make_document, make_sentences

Named = tuple[list[str], list[str]]


def _sides(text: str) -> Named:
    """The texts of the sources and the targets of the first event of a one-sentence text."""
    document, sentences = make_document(text), make_sentences(text)
    (scene,) = make_scenes(text, sentences, find_mentions(document, sentences))
    sides = find_sides(scene, find_triggers(scene.sentence)[0])
    return (
        [actor.span.of(text) for actor in sides.doing],
        [actor.span.of(text) for actor in sides.suffering],
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kenya condemned Uganda.", (["Kenya"], ["Uganda"])),
        ("Uganda was condemned by Kenya and Rwanda.", (["Kenya", "Rwanda"], ["Uganda"])),
        ("Kenya sent food to Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya sent Uganda food.", (["Kenya"], ["Uganda"])),
        ("Kenya refused to meet Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya demanded that Uganda pay.", (["Kenya"], ["Uganda"])),
        ("Kenya opposed Uganda's plans for a dam.", (["Kenya"], ["Uganda"])),
        ("Kenya rejected a proposal by Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya condemned Sudan's war with Uganda.", (["Kenya"], ["Sudan"])),
        ("Kenya signed a treaty with Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya said it will support Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya expelled Ugandan soldiers from their Rwandan base.", (["Kenya"], ["Ugandan soldiers"])),
        ("Kenya agreed to lend Uganda a ship.", (["Kenya"], ["Uganda"])),
        ("Kenya had the chance to cooperate with Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya discussed Sudan with Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya and Uganda discussed Sudan.", (["Kenya", "Uganda"], [])),
    ],
)
def test_verb_names_source_and_target(text: str, named: Named) -> None:
    assert _sides(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kenya's visit to Uganda ended.", (["Kenya"], ["Uganda"])),
        ("Talks between Kenya and Uganda ended.", (["Kenya"], ["Uganda"])),
        ("Kenya launched an attack on Uganda.", (["Kenya"], ["Uganda"])),
        ("The withdrawal of Kenyan troops from Uganda ended.", (["Kenyan troops"], ["Uganda"])),
        ("Support from Kenya for Uganda ended.", (["Kenya"], ["Uganda"])),
    ],
)
def test_noun_names_source_and_target(text: str, named: Named) -> None:
    assert _sides(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kenya called on other states to follow Uganda's lead.", (["Kenya"], [])),
        ("Kenya promised that Uganda would win.", (["Kenya"], [])),
        ("Kenya deployed Ugandan tanks along the coast.", (["Kenya"], [])),
        ("Police in Kenya arrested forty men at a Ugandan hotel.", (["Police in Kenya"], [])),
        ("Kenya's president declared Kenya's readiness to talk.", (["Kenya's president"], [])),
        ("Kenya said that they will support Uganda.", ([], ["Uganda"])),
    ],
)
def test_name_deeper_in_the_sentence_is_no_side(text: str, named: Named) -> None:
    assert _sides(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kenya's envoy described Uganda's letter demanding an answer.", (["Uganda"], [])),
        ("Kenya issued a statement demanding an answer from Uganda.", (["Kenya"], ["Uganda"])),
        ("Kenya described a letter demanding an answer.", ([], [])),
    ],
)
def test_what_a_text_demands_is_demanded_by_its_author(text: str, named: Named) -> None:
    assert _sides(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Kenya spoke after a meeting with Uganda.", (["Kenya"], ["Uganda"])),
        ("Prices rose after a meeting with Uganda.", ([], ["Uganda"])),
    ],
)
def test_meeting_in_passing_is_that_of_the_subject(text: str, named: Named) -> None:
    assert _sides(text) == named


def test_offer_is_made_to_those_who_react() -> None:
    assert _sides("Kenya studied an offer by Uganda.") == (["Uganda"], ["Kenya"])


def test_those_who_meet_without_an_object_are_both_sources() -> None:
    assert _sides("Kenya and Uganda met.") == (["Kenya", "Uganda"], [])


def test_sector_word_stands_in_where_no_name_is() -> None:
    assert _sides("Kenya arrested forty protesters.") == (["Kenya"], ["protesters"])


def test_aid_in_general_is_no_actor() -> None:
    assert _sides("Kenya promised military exercises.") == (["Kenya"], [])


def test_private_person_makes_no_political_event() -> None:
    text = "Ada Brown praised Ben Carter."
    document, sentences = make_document(text), make_sentences(text)
    (scene,) = make_scenes(text, sentences, find_mentions(document, sentences))
    sides = find_sides(scene, find_triggers(scene.sentence)[0])
    assert is_political(scene, sides) is False


def test_nobody_makes_no_two_sides() -> None:
    assert Sides((), ()).has_two is False
