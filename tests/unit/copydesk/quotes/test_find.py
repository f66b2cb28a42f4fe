"""Which way quotes are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.quotes import reading
from copydesk.quotes.attribute import index_speakers
from copydesk.quotes.find import find_quotes
from copydesk.quotes.rules import find_quotes_by_rules
from copydesk.quotes.tagged import find_quotes_by_tagger
from flows.notices import missing_tagger
from tests.factories import make_document, make_sentences

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = 'Mayor Berg said that the bridge was safe. "We checked it twice," she added.'


def test_the_tagger_finds_quotes_where_its_files_are() -> None:
    document, sentences = make_document(TEXT), make_sentences(TEXT)
    by_tagger = find_quotes_by_tagger(document, sentences, index_speakers(TEXT, ()))
    assert find_quotes(document, sentences, ()) == by_tagger
    assert missing_tagger() is None


def test_rules_find_quotes_where_they_are_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MODELS", tmp_path)
    document, sentences = make_document(TEXT), make_sentences(TEXT)
    by_rules = find_quotes_by_rules(document, sentences, index_speakers(TEXT, ()))
    assert (len(by_rules), find_quotes(document, sentences, ())) == (2, by_rules)


def test_missing_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MODELS", tmp_path)
    assert "quotes and names are found by rules" in str(missing_tagger())
