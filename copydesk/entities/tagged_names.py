"""The names of an article by the tagger, and what the language model knows besides: peoples above all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from copydesk.entities.countries import known_place
from copydesk.entities.labels import known_organizations
from copydesk.entities.name_ends import with_right_ends
from copydesk.entities.name_tagger import tag_names
from copydesk.entities.names import (
    KNOWN_NAME_CONFIDENCE,
    Name,
    is_name,
    joined_parts,
    recognised_names,
    trimmed,
)
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.entities.name_tagger import TaggedName
    from copydesk.records import Document, Sentence
    from copydesk.spans import Span

CONFIDENCE_DIGITS = 2
# Below this a noun that opens its sentence is no name: "Lightning killed two cows."
MIN_OPENING_NOUN_PROBABILITY = 0.5
_NOUN_TAGS = ("NN", "NNS")
# Of these the tagger has learned less than the language model knows.
_KEPT_OF_MODEL = frozenset(
    {MentionLabel.NORP, MentionLabel.EVENT, MentionLabel.WORK, MentionLabel.LAW, MentionLabel.PRODUCT}
)


def tagged_names(document: Document, sentences: Sequence[Sentence]) -> list[Name]:
    """Find the names of an article, in the order of the text, none inside another.

    The tagger has the word on people, organisations and places; peoples, events and works that only the
    language model sees are added.

    Args:
        document: A cleaned article.
        sentences: Its sentences as `annotate` gives them.
    """
    tagged = [
        name
        for found in with_right_ends(document.text, tag_names(document.text, document.paragraphs, sentences))
        for name in _names(document.text, sentences, found)
    ]
    recognised = [
        name
        for sentence in sentences
        for name in recognised_names(document.text, sentence)
        if name.label in _KEPT_OF_MODEL
    ]
    peoples = {name.span for name in recognised if name.label is MentionLabel.NORP}
    added = [name for name in recognised if not _overlaps_any(name.span, tagged)]
    return sorted([*(_as_people(name, peoples) for name in tagged), *added], key=lambda name: name.span)


def _as_people(name: Name, peoples: set[Span]) -> Name:
    """Take one word for a people ("Christians") where the language model does and the tagger does not."""
    is_people = name.label is MentionLabel.PERSON and name.span in peoples and " " not in name.text
    return replace(name, label=MentionLabel.NORP) if is_people else name


def _names(text: str, sentences: Sequence[Sentence], found: TaggedName) -> Iterator[Name]:
    number = bisect_right(sentences, found.span.start, key=lambda sentence: sentence.span.start) - 1
    if number < 0:
        return
    # Where the language model ends a sentence inside a name, the name ends there, too.
    end = min(found.span.end, sentences[number].span.end)
    whole = trimmed(text, found.span.start, end, found.label)
    if whole is None:
        return
    confidence = min(round(found.probability, CONFIDENCE_DIGITS), KNOWN_NAME_CONFIDENCE)
    for part in joined_parts(text, whole.start, whole.end):
        surface = part.of(text)
        place = known_place(surface)
        if place is not None and (found.label is not MentionLabel.PERSON or part != whole):
            yield Name(part, number, surface, place.label, KNOWN_NAME_CONFIDENCE)
        elif is_name(surface) and not (
            confidence < MIN_OPENING_NOUN_PROBABILITY and _is_opening_noun(part, sentences[number])
        ):
            is_known = found.label is MentionLabel.ORG and surface in known_organizations()
            yield Name(part, number, surface, found.label, KNOWN_NAME_CONFIDENCE if is_known else confidence)


def _is_opening_noun(span: Span, sentence: Sentence) -> bool:
    """Whether a span is the first word of its sentence, which has a capital anyway, and a common noun."""
    first = sentence.tokens[0]
    return (first.start, first.end) == (span.start, span.end) and first.tag in _NOUN_TAGS


def _overlaps_any(span: Span, names: Sequence[Name]) -> bool:
    """Whether a span overlaps one of some names that are in order and disjoint."""
    position = bisect_left(names, span.end, key=lambda name: name.span.start)
    return position > 0 and names[position - 1].span.end > span.start
