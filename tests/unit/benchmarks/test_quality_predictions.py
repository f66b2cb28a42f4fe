"""What is handed to the scorers."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from benchmarks import quality_predictions
from benchmarks.quality_gold import GoldDocument, site_fold
from benchmarks.quality_predictions import (
    extraction_of,
    predict_entities,
    predict_events,
    predict_html,
    predict_page,
    predict_quotes,
    use_models,
)
from copydesk.cleaning import line_model

if TYPE_CHECKING:
    from pathlib import Path

N_FOLDS = 3


@pytest.fixture
def fold_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of models as cross-validation writes them; the models that ship are back afterwards."""
    for fold in range(N_FOLDS):
        shutil.copytree(line_model.MODELS, tmp_path / str(fold))
    monkeypatch.setattr(line_model, "MODELS", line_model.MODELS)
    monkeypatch.setattr(quality_predictions, "_fold_models", None)
    return tmp_path


def gold_document(text: str, published_on: date | None = None) -> GoldDocument:
    return GoldDocument("a", text, published_on, "{}")


def test_an_article_is_taken_to_the_character() -> None:
    text = "  The ministers met in Geneva.\r\n\n\tThey talked about arms\u00a0control. "
    assert extraction_of(gold_document(text)).document.text == text


def test_an_article_gets_the_date_of_the_gold() -> None:
    document = extraction_of(gold_document("The ministers met on Friday.", date(2009, 3, 8))).document
    assert document.metadata.published_on == date(2009, 3, 8)


def test_a_quote_is_three_lists_of_pairs() -> None:
    assert predict_quotes(gold_document("The minister said that the talks had failed.")) == {
        "doc": "a",
        "quotes": [{"source": [[0, 12]], "cue": [[13, 17]], "content": [[18, 43]]}],
    }


def test_names_get_the_labels_of_the_gold_their_clusters_and_links() -> None:
    text = "Angela Merkel flew to Paris on Monday. Merkel left Paris again the next day."
    assert predict_entities(gold_document(text)) == {
        "doc": "a",
        "entities": [
            {"start": 0, "end": 13, "label": "PER", "cluster": 0, "wiki": "Angela Merkel"},
            {"start": 22, "end": 27, "label": "LOC", "cluster": 1, "wiki": "Paris"},
            {"start": 39, "end": 45, "label": "PER", "cluster": 0, "wiki": "Angela Merkel"},
            {"start": 51, "end": 56, "label": "LOC", "cluster": 1, "wiki": "Paris"},
        ],
    }


def test_a_denied_event_is_left_out() -> None:
    document = gold_document("Germany did not send troops to Iraq.")
    assert predict_events(document) == {"doc": "a", "events": []}


def test_a_meeting_still_to_come_is_an_agreement_in_the_gold() -> None:
    document = gold_document("Russia and the United States will hold talks in London next week.")
    events = predict_events(document)["events"]
    assert isinstance(events, list)
    assert [event["type"] for event in events] == ["AGREE"]


def test_a_page_without_an_article_has_an_empty_body() -> None:
    assert predict_page(gold_document("Home\nNews\nSport")) == {"doc": "a", "text": ""}


def test_a_web_page_that_shows_nothing_has_an_empty_body() -> None:
    assert predict_html(gold_document("<html><script>load()</script></html>")) == {"doc": "a", "text": ""}


@pytest.mark.parametrize("site", ["desk.example", "wire.example", "post.example"])
def test_a_page_is_judged_by_the_model_that_has_not_seen_its_site(site: str, fold_models: Path) -> None:
    use_models(fold_models)
    predict_page(replace(gold_document("The ministers met in Geneva on Monday."), site=site))
    assert fold_models / str(site_fold(site, N_FOLDS)) == line_model.MODELS


def test_without_models_of_cross_validation_those_that_ship_judge(fold_models: Path) -> None:
    shipped = line_model.MODELS
    predict_page(replace(gold_document("The ministers met in Geneva on Monday."), site="desk.example"))
    assert (shipped, fold_models in shipped.parents) == (line_model.MODELS, False)
