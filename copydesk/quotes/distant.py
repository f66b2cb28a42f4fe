"""Speakers of utterances without a cue: named behind a dash, in the sentence or the paragraph before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.quotes.attribute import speaker_at, subject_of_sentence
from copydesk.quotes.utterances import ends_sentence, gap_before, is_embedded, is_free_speech, is_utterance
from copydesk.spans import Span

if TYPE_CHECKING:
    from copydesk.quotes.attribute import Speaker, Speakers, Voice
    from copydesk.quotes.marks import Quotation
    from copydesk.quotes.passage import Passage

CONFIDENCE_OF_SIGNATURE = 0.8
CONFIDENCE_OF_LONE_COLON = 0.6
CONFIDENCE_OF_SENTENCE_BEFORE = 0.55
CONFIDENCE_OF_PARAGRAPH_BEFORE = 0.5
CONFIDENCE_OF_UNKNOWN_SPEAKER = 0.3
CONTINUED_FACTOR = 0.8
MAX_WORDS_OF_SIGNATURE = 10

_WORD = re.compile(r"\w+")
_SIGNATURE = re.compile(r"\s*[―—–]\s*([A-Z][^\n\"“”.:;]+?)[.\s]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Turn:
    """A direct quote in the making: its quotations so far and who speaks."""

    quotations: tuple[Quotation, ...]
    voice: Voice | None
    speaker: Speaker | None
    confidence: float

    @property
    def last(self) -> Quotation:
        """The quotation it ends with."""
        return self.quotations[-1]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around a quotation: the last turn, the paragraph before, the mentions of the article."""

    last: Turn | None
    before: Passage | None
    speakers: Speakers


def turn_without_cue(passage: Passage, number: int, around: Surroundings) -> Turn | None:
    """Open the turn of an utterance whose speaker has to be looked for further away, if it is one."""
    quotation = passage.quotations[number]
    if not is_utterance(passage, quotation):
        return None
    embedded = is_embedded(passage, number)
    if embedded and not is_free_speech(passage, number):
        return None
    speaker, confidence = _speaker_in_paragraph(passage, number, around)
    start, _ = gap_before(passage, number)
    if speaker is None and number == 0 and start <= passage.span.start:
        speaker, confidence = _speaker_before_paragraph(around), CONFIDENCE_OF_PARAGRAPH_BEFORE
    if speaker is None:
        is_whole = ends_sentence(passage, quotation) and not embedded
        return Turn((quotation,), None, None, CONFIDENCE_OF_UNKNOWN_SPEAKER) if is_whole else None
    return Turn((quotation,), None, speaker, confidence)


def _speaker_in_paragraph(
    passage: Passage, number: int, around: Surroundings
) -> tuple[Speaker | None, float]:
    start, end = gap_before(passage, number)
    lead = passage.text[start:end].rstrip()
    signed = _signature(passage, passage.quotations[number], around.speakers)
    last = around.last
    if signed is not None:
        return signed, CONFIDENCE_OF_SIGNATURE
    if lead.endswith(":"):
        return _subject_before(passage, end, around.speakers), CONFIDENCE_OF_LONE_COLON
    if last is not None and number > 0 and passage.quotations[number - 1] == last.last:
        return last.speaker, last.confidence * CONTINUED_FACTOR
    if start > passage.span.start or _WORD.search(lead) is not None:
        before = passage.sentence_start(end)
        return _speaker_up_to(passage, before, around.speakers), CONFIDENCE_OF_SENTENCE_BEFORE
    return None, CONFIDENCE_OF_UNKNOWN_SPEAKER


def _signature(passage: Passage, quotation: Quotation, speakers: Speakers) -> Speaker | None:
    """The name behind a dash after the quotation: '"We will not go." — Sergei Ivanov'."""
    signed = _SIGNATURE.match(passage.text, quotation.span.end, passage.span.end)
    if signed is None or len(_WORD.findall(signed.group(1))) > MAX_WORDS_OF_SIGNATURE:
        return None
    span = Span(*signed.span(1))
    return speaker_at(span, passage.sentences_within(span.start, span.end), speakers)


def _speaker_up_to(passage: Passage, offset: int, speakers: Speakers) -> Speaker | None:
    """Who spoke last before `offset` in the paragraph, else who its sentence there is about."""
    for voice in reversed(passage.voices_within(passage.span.start, offset)):
        if voice.speaker is not None:
            return voice.speaker
    return _subject_before(passage, offset, speakers)


def _subject_before(passage: Passage, offset: int, speakers: Speakers) -> Speaker | None:
    """The person that the last sentence to begin before `offset` is about."""
    sentences = passage.sentences_within(passage.span.start, offset)
    return subject_of_sentence(sentences[-1], passage.quotations, speakers) if sentences else None


def _speaker_before_paragraph(around: Surroundings) -> Speaker | None:
    """Who spoke last in the paragraph before."""
    last, before = around.last, around.before
    if before is None:
        return None
    if last is not None and last.last in before.quotations and last.speaker is not None:
        return last.speaker
    return _speaker_up_to(before, before.span.end, around.speakers)
