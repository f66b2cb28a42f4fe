"""Sentences with their mentions."""

from __future__ import annotations

from copydesk.events.scene import make_scenes
from copydesk.records import Mention
from copydesk.spans import Span
from schemas.vocabulary import MentionForm, MentionLabel
from tests.factories import make_sentences

TEXT = "Ann Lee left Oslo on Friday."


def _mention(start: int, end: int, label: MentionLabel, role: str | None = None) -> Mention:
    cluster = None if label is MentionLabel.DATE else start
    return Mention(Span(start, end), 0, label, MentionForm.NAME, 1.0, cluster_no=cluster, role=role)


def test_mentions_are_laid_over_their_tokens() -> None:
    person = _mention(0, 7, MentionLabel.PERSON, role="mayor")
    place, day = _mention(13, 17, MentionLabel.GPE), _mention(21, 27, MentionLabel.DATE)
    (scene,) = make_scenes(TEXT, make_sentences(TEXT), (person, place, day))
    assert (scene.actor_at, scene.place_at, scene.date_at, scene.roles) == (
        {0: 0, 1: 0, 3: 1},
        {3: 1},
        {5: 2},
        {0: "mayor"},
    )


def test_sentence_without_mentions_is_a_scene_too() -> None:
    (scene,) = make_scenes(TEXT, make_sentences(TEXT), ())
    assert (scene.actor_at, scene.place_at, scene.date_at) == ({}, {}, {})
