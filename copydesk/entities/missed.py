"""Names that the model passed over: known places, and what the article names elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.entities.countries import known_place, longest_place_words
from copydesk.entities.labels import follows_courtesy, known_organizations
from copydesk.entities.names import KNOWN_NAME_CONFIDENCE, Name, is_name, joined_parts
from copydesk.spans import Span
from schemas.vocabulary import MentionLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.records import Sentence, Token

FOUND_AGAIN_CONFIDENCE = 0.7
MIN_SURNAME_LETTERS = 3
_NAME_POS = frozenset({"PROPN", "ADJ", "NOUN", "X"})
_POSSESSIVES = ("'s", "’s", "'", "’")
_JOINT = re.compile(r"[-–—/]")
# These labels are worth finding again; an event or a work is rarely called by the same words twice.
_REPEATED = frozenset(
    {MentionLabel.PERSON, MentionLabel.ORG, MentionLabel.GPE, MentionLabel.LOC, MentionLabel.NORP}
)


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    can_begin_name: bool


def with_missed_names(
    text: str, sentences: tuple[Sentence, ...], names: tuple[Name, ...]
) -> tuple[Name, ...]:
    """Add the names that the model missed, in the order of the text; one after "Mr" is a person's.

    Args:
        text: The article.
        sentences: All its sentences.
        names: What is named in it so far, each name with one label.
    """
    known = _known_in_article(names)
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence_no, []).append(name)
    found = list(names)
    for sentence in sentences:
        found.extend(_missed(text, sentence, by_sentence.get(sentence.sentence_no, []), known))
    return tuple(sorted(found, key=lambda name: name.span))


def _known_in_article(names: tuple[Name, ...]) -> dict[str, MentionLabel]:
    """Surfaces to look for: well-known ones, every name, and the surnames of people named in full."""
    known = dict.fromkeys(known_organizations(), MentionLabel.ORG)
    for name in names:
        if name.label is MentionLabel.PERSON and " " in name.text:
            surname = name.text.split()[-1]
            if len(surname) >= MIN_SURNAME_LETTERS and is_name(surname):
                known[surname] = name.label
    for name in names:
        if name.label in _REPEATED:
            known.setdefault(name.text, name.label)
    return known


def _missed(
    text: str, sentence: Sentence, present: list[Name], known: dict[str, MentionLabel]
) -> Iterator[Name]:
    taken = {offset for name in present for offset in range(name.span.start, name.span.end)}
    words = [word for token in sentence.tokens for word in _words(text, token)]
    free_from = 0
    for position, word in enumerate(words):
        if word.span.start < free_from or not word.can_begin_name:
            continue
        window = [following.span for following in words[position : position + longest_place_words()]]
        name = _longest(text, sentence.sentence_no, window, known)
        # "Mr. President" is nobody's name.
        if name is None and is_name(word.span.of(text)) and follows_courtesy(text, word.span.start):
            name = Name(
                word.span,
                sentence.sentence_no,
                word.span.of(text),
                MentionLabel.PERSON,
                FOUND_AGAIN_CONFIDENCE,
            )
        if name is not None and not taken.intersection(range(name.span.start, name.span.end)):
            free_from = name.span.end
            yield name


def _words(text: str, token: Token) -> list[_Word]:
    """The words of a token that can begin or continue a name; "U.S.-Russia" is two."""
    is_joint = len(token.text) > 1 and _JOINT.search(token.text)
    spans = joined_parts(text, token.start, token.end) if is_joint else [token.span]
    is_name_like = token.pos in _NAME_POS or len(spans) > 1
    return [_Word(span, is_name_like and text[span.start].isupper()) for span in spans]


def _longest(text: str, sentence_no: int, words: list[Span], known: dict[str, MentionLabel]) -> Name | None:
    for last in reversed(words):
        span = Span(words[0].start, last.end)
        surface = span.of(text)
        if label := known.get(surface):
            confidence = KNOWN_NAME_CONFIDENCE if known_place(surface) else FOUND_AGAIN_CONFIDENCE
            return Name(span, sentence_no, surface, label, confidence)
        place = known_place(surface)
        # known_place forgives articles and possessive endings, which do not belong into the span.
        if place and not surface.startswith(("The ", "THE ")) and not surface.endswith(_POSSESSIVES):
            return Name(span, sentence_no, surface, place.label, KNOWN_NAME_CONFIDENCE)
    return None
