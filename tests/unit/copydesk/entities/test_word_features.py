"""What the name tagger is told of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from copydesk.entities.known_words import KnownKind
from copydesk.entities.word_features import (
    N_FEATURES,
    hideable_columns,
    known_column,
    label_columns,
    word_features,
)
from copydesk.quotes.reading import read_article
from tests.factories import make_document, make_sentences

if TYPE_CHECKING:
    from copydesk.entities.word_features import Features


def features_of(text: str) -> tuple[Features, list[str]]:
    document = make_document(text)
    subwords = read_article(text, document.paragraphs).subwords
    tokens = [token for sentence in make_sentences(text) for token in sentence.tokens]
    words = [text[start:end] for start, end in zip(subwords.starts, subwords.ends, strict=True)]
    return word_features(text, subwords, tokens), words


def test_every_subword_has_a_row_of_noughts_and_ones() -> None:
    features, words = features_of("Ministers left Oslo.\n\nThey flew to Bergen.")
    assert features.shape == (len(words), N_FEATURES)
    assert set(np.unique(features)) == {0.0, 1.0}


def test_paragraph_marks_have_nothing() -> None:
    features, words = features_of("Ministers left Oslo.\n\nThey flew to Bergen.")
    assert not features[words.index("")].any()


def test_the_language_models_label_and_the_lists_are_told() -> None:
    features, words = features_of("Ministers flew to Norway.")
    norway = features[words.index("Norway")]
    assert norway[label_columns("GPE")[0]] == 1
    assert norway[known_column(KnownKind.COUNTRY)] == 1


def test_columns_that_may_be_hidden_are_labels_votes_and_lists() -> None:
    of_model, of_lists = hideable_columns()
    assert set(label_columns("ORG")) <= set(of_model)
    assert known_column(KnownKind.CITY) in of_lists
    assert not set(of_model) & set(of_lists)


def test_text_without_words_has_no_rows() -> None:
    assert features_of("…")[0].shape == (1, N_FEATURES)
    assert features_of("")[0].shape == (0, N_FEATURES)
    assert features_of("\x00\u202e")[0].shape == (0, N_FEATURES)
