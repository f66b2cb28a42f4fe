"""A paragraph with everything the quote rules look at: sentences, quotations, and who speaks where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.quotes.attribute import attribute_cue
from copydesk.quotes.cues import find_cues
from copydesk.quotes.marks import find_quotations

if TYPE_CHECKING:
    from copydesk.quotes.attribute import Speakers, Voice
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Document, Sentence
    from copydesk.spans import Span

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph.

    Attributes:
        text: The whole article; all offsets index it.
        span: Where the paragraph stands in it.
        sentences: Its sentences.
        quotations: Its stretches between quotation marks.
        voices: Its cues outside them with their speakers, in the order of the text.
    """

    text: str
    span: Span
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    voices: tuple[Voice, ...]

    def is_sentence_start(self, offset: int) -> bool:
        """Whether a sentence may begin at `offset`: the text before has ended one."""
        before = self.text[self.span.start : offset]
        return not before.strip() or _SENTENCE_END.search(before[-8:]) is not None

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around `offset` begins, by parse and by punctuation."""
        if self.is_sentence_start(offset):
            return offset
        starts = [sentence.span.start for sentence in self.sentences if sentence.span.start <= offset]
        for start in reversed(starts):
            if self.is_sentence_start(start):
                return start
        return self.span.start

    def voices_within(self, start: int, end: int) -> list[Voice]:
        """The voices whose reporting word lies between two offsets."""
        return [voice for voice in self.voices if start <= voice.cue.token.start < end]


def read_passages(
    document: Document, sentences: tuple[Sentence, ...], speakers: Speakers
) -> tuple[Passage, ...]:
    """Sort the sentences, quotations and cues of an article by paragraph."""
    sentences_of: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        sentences_of.setdefault(sentence.paragraph_no, []).append(sentence)
    quotations_of: dict[int, list[Quotation]] = {}
    for quotation in find_quotations(document):
        quotations_of.setdefault(quotation.paragraph_no, []).append(quotation)
    passages: list[Passage] = []
    for paragraph_no, paragraph in enumerate(document.paragraphs):
        own = tuple(sentences_of.get(paragraph_no, ()))
        quotations = tuple(quotations_of.get(paragraph_no, ()))
        voices = _voices(own, quotations, speakers)
        passages.append(Passage(document.text, paragraph, own, quotations, voices))
    return tuple(passages)


def _voices(
    sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], speakers: Speakers
) -> tuple[Voice, ...]:
    cues = [cue for sentence in sentences for cue in find_cues(sentence)]
    outside = [
        cue for cue in cues if not any(quotation.span.overlaps(cue.token.span) for quotation in quotations)
    ]
    return tuple(attribute_cue(cue, quotations, speakers) for cue in outside)
