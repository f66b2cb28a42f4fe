"""Which actors a phrase stands for."""

from __future__ import annotations

import pytest

from copydesk.entities.mentions import find_mentions
from copydesk.events.actors import actors_in_phrases
from copydesk.events.scene import make_scenes
from schemas.vocabulary import ActorRole, Sector
from tests.factories import make_document, make_sentences

Coded = tuple[str, str | None, Sector | None]


def _subject_actors(text: str) -> list[Coded]:
    """Text, country and sector of the actors in the subject of a one-sentence text."""
    document, sentences = make_document(text), make_sentences(text)
    (scene,) = make_scenes(text, sentences, find_mentions(document, sentences))
    heads = [i for i, token in enumerate(scene.sentence.tokens) if token.dep == "nsubj"]
    actors = actors_in_phrases(scene, heads[:1], ActorRole.SOURCE)
    return [(actor.span.of(text), actor.country, actor.sector) for actor in actors]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Finland sleeps.", [("Finland", "FIN", None)]),
        ("Finnish troops sleep.", [("Finnish troops", "FIN", Sector.MIL)]),
        ("Many rebels in Finland left the valley.", [("rebels in Finland", "FIN", Sector.REB)]),
        (
            "Tens of thousands of students from Finland left the valley.",
            [("students from Finland", "FIN", Sector.EDU)],
        ),
        (
            "Finnish and Swedish officials sleep.",
            [("Finnish", "FIN", Sector.GOV), ("Swedish", "SWE", Sector.GOV)],
        ),
        ("Finland's plans sleep.", [("Finland", "FIN", None)]),
        ("Finland's minister, Aino Laine, spoke.", [("Aino Laine", "FIN", Sector.GOV)]),
        ("The recognition of Kosovo by Finland failed.", [("Finland", "FIN", None)]),
        ("The president of Finland, Aino Laine, spoke.", [("Aino Laine", "FIN", Sector.GOV)]),
    ],
)
def test_phrase_is_coded_by_its_name_and_its_noun(text: str, actors: list[Coded]) -> None:
    assert _subject_actors(text) == actors


def test_office_gives_the_sector_of_a_person() -> None:
    actors = _subject_actors("Finnish President Tarja Virtanen sleeps in Oslo.")
    assert actors == [("Tarja Virtanen", "FIN", Sector.GOV)]


@pytest.mark.parametrize("text", ["The table in Finland sleeps.", "Its decision about Finland sleeps."])
def test_things_are_no_actors(text: str) -> None:
    assert _subject_actors(text) == []
