"""Names by the tagger that ships: what one sees in sentences that leave no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.entities import name_tagger
from copydesk.entities.mentions import find_mentions
from copydesk.entities.names import recognised_names
from copydesk.entities.tagged_names import tagged_names
from flows.notices import missing_tagger
from schemas.vocabulary import MentionForm, MentionLabel
from tests.factories import make_document, make_sentences

if TYPE_CHECKING:
    from pathlib import Path

PERSON, ORG, GPE, NORP = MentionLabel.PERSON, MentionLabel.ORG, MentionLabel.GPE, MentionLabel.NORP


def names(text: str) -> list[tuple[str, MentionLabel]]:
    return [(name.text, name.label) for name in tagged_names(make_document(text), make_sentences(text))]


def test_people_organisations_and_places_are_told_apart() -> None:
    text = "Anna Berg of the Baltic Research Institute flew from Helsinki to Oslo."
    assert names(text) == [
        ("Anna Berg", PERSON),
        ("Baltic Research Institute", ORG),
        ("Helsinki", GPE),
        ("Oslo", GPE),
    ]


@pytest.mark.parametrize("word", ["Lightning", "Floods", "Farmers"])
def test_a_noun_at_the_start_of_its_sentence_is_no_name(word: str) -> None:
    assert names(f"{word} killed two cows in Kenya.") == [("Kenya", GPE)]


def test_titles_articles_and_possessives_stay_outside() -> None:
    assert names("President Karl Lindqvist's speech annoyed the United States.") == [
        ("Karl Lindqvist", PERSON),
        ("United States", GPE),
    ]


def test_peoples_come_from_the_language_model() -> None:
    assert ("Norwegian", NORP) in names("The Norwegian minister left Oslo.")


def test_one_name_is_one_thing_in_an_article() -> None:
    text = "Nordwind shares fell. The company Nordwind, founded in Bergen, builds ships. Nordwind said so."
    labels = {label for name, label in names(text) if name == "Nordwind"}
    assert len(labels) == 1


def test_small_letters_and_weekdays_are_no_names() -> None:
    assert names("On Monday the minister said that nobody would come.") == []


@pytest.mark.parametrize("text", ["'s", "— ()", "U.S.-", "Mr", "the ", "😀 \u0301", "“", "-", "A"])
def test_odd_text_is_no_accident(text: str) -> None:
    assert names(text) is not None


def test_without_its_file_names_are_the_language_models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_tagger, "MODELS", tmp_path)
    text = "Anna Berg flew from Helsinki to Oslo."
    document, sentences = make_document(text), make_sentences(text)
    expected = [name.text for name in recognised_names(text, sentences[0])]
    found = [one for one in find_mentions(document, sentences) if one.form is MentionForm.NAME]
    assert [mention.span.of(text) for mention in found] == expected
    assert "no name tagger" in str(missing_tagger())
