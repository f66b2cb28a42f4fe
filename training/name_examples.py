"""Texts as examples for the name tagger: what the encoder and the language model make of them, and tags.

The names of GUM and CrossNER are people's; those of news are a larger language model's, and called silver.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.quality_gold import gold_folder
from copydesk.annotate import annotate
from copydesk.cleaning.page import body_as_given
from copydesk.document import record_of_text
from copydesk.entities.known_words import KnownKind
from copydesk.entities.name_tagger import FINE_LABELS, GROUPS
from copydesk.entities.names import MODEL_LABELS
from copydesk.entities.word_features import known_column, label_columns, word_features
from copydesk.quotes.reading import read_article
from copydesk.quotes.subwords import range_of
from copydesk.quotes.tags import OUTSIDE, Stretch, tags_of
from copydesk.spans import Span
from training.quote_examples import IGNORED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from spacy.language import Language

    from copydesk.quotes.subwords import Ids, Subwords
    from copydesk.records import Document
    from schemas.vocabulary import MentionLabel


_GOLD_GROUPS = {"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3}


class Source(Enum):
    """Whose names a text has."""

    GUM = auto()
    CROSSNER = auto()
    SILVER = auto()


FILES = {
    Source.GUM: "entities/gum_other_genres_train.jsonl.gz",
    Source.CROSSNER: "entities/crossner_politics_train.jsonl.gz",
    # Its articles are news; their names are marked by the language model.
    Source.SILVER: "quotes/train.jsonl.gz",
}


@dataclass(frozen=True, slots=True)
class NameExample:
    """One text.

    Attributes:
        source: Whose names it has.
        subwords: It as the encoder reads it.
        states: What the encoder makes of it half-way up, subwords x width.
        features: What is known of its words, subwords x features.
        tags: The tag of each word at its first subword, IGNORED at the others.
        labels: The fine label of each word of a name, likewise, else IGNORED.
    """

    source: Source
    subwords: Subwords
    states: NDArray[np.float16]
    features: NDArray[np.bool_]
    tags: Ids
    labels: Ids


def read_name_examples(source: Source, silver: Language) -> Iterator[NameExample]:
    """Read the texts of one source.

    Args:
        source: Which.
        silver: The language model that gives fine labels, and the names of news.

    Raises:
        MissingGold: The gold is not there.
    """
    with gzip.open(gold_folder() / FILES[source], "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            document = body_as_given(record_of_text(row["text"]))
            if document.text == row["text"]:
                given = [
                    (Span(entity["start"], entity["end"]), _GOLD_GROUPS[entity["label"]])
                    for entity in row.get("entities", ())
                ]
                yield _example(source, document, given, _silver_names(document, silver))


def _silver_names(document: Document, silver: Language) -> list[tuple[Span, MentionLabel]]:
    """The names that a language model sees, its labels as ours."""
    pieces = [(paragraph.of(document.text), paragraph.start) for paragraph in document.paragraphs]
    return [
        (Span(found.start_char + start, found.end_char + start), MODEL_LABELS[found.label_])
        for parsed, start in silver.pipe(pieces, as_tuples=True)
        for found in parsed.ents
        if found.label_ in MODEL_LABELS
    ]


def _example(
    source: Source, document: Document, given: list[tuple[Span, int]], silver: list[tuple[Span, MentionLabel]]
) -> NameExample:
    reading = read_article(document.text, document.paragraphs)
    subwords = reading.subwords
    tokens = [token for sentence in annotate(document) for token in sentence.tokens]
    features = word_features(document.text, subwords, tokens).astype(np.bool_)
    group_of = {label: number for number, labels in enumerate(GROUPS) for label in labels}
    if source is Source.SILVER:
        given = [(span, group_of[label]) for span, label in silver]
    tags = _tags(subwords, given)
    if source is Source.GUM:
        # GUM marks no adjectives of nationality, which are names elsewhere.
        tags[(tags == OUTSIDE) & _is_people(features)] = IGNORED
    labels = np.full(len(subwords.ids), IGNORED, np.int64)
    for span, label in silver:
        start, end = range_of(subwords, span)
        agrees = (tags[start:end] > OUTSIDE) & ((tags[start:end] - 1) // 4 == group_of[label])
        labels[start:end][agrees] = FINE_LABELS.index(label)
    # The marks between windows are in none of them.
    states = np.zeros((len(subwords.ids), reading.windows[0].states.shape[1]), np.float16)
    for window in reading.windows:
        states[window.start : window.end] = window.states[1:-1]
    return NameExample(source, subwords, states, features, tags, labels)


def _tags(subwords: Subwords, names: Iterable[tuple[Span, int]]) -> Ids:
    """The tags of words; a word is in a name as a whole, and the first of overlapping names wins."""
    word_of = np.cumsum(subwords.begins_word) - 1
    stretches: list[Stretch] = []
    for span, group in sorted(names):
        start, end = range_of(subwords, span)
        if start < end and (not stretches or word_of[start] >= stretches[-1].end):
            stretches.append(Stretch(int(word_of[start]), int(word_of[end - 1]) + 1, group))
    tags = np.full(len(subwords.ids), IGNORED, np.int64)
    tags[subwords.begins_word] = tags_of(int(subwords.begins_word.sum()), stretches)
    return tags


def _is_people(features: NDArray[np.bool_]) -> NDArray[np.bool_]:
    columns = [*label_columns("NORP"), known_column(KnownKind.PEOPLE)]
    return np.asarray(features[:, columns].any(1), np.bool_)
