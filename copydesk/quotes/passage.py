"""A paragraph with everything the quote rules look at: sentences, quotations, and who speaks where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copydesk.quotes.attribute import attribute_cue
from copydesk.quotes.cues import find_cues
from copydesk.quotes.marks import find_quotations, quotations_over

if TYPE_CHECKING:
    from copydesk.quotes.attribute import Speakers, Voice
    from copydesk.quotes.marks import Quotation
    from copydesk.records import Document, Sentence
    from copydesk.spans import Span

# The parser may cut one sentence into a few, not into more than this.
MAX_SENTENCES_BACK = 20
# A sentence's last sign, closing marks and brackets, and white space.
_LOOK_BACK_CHARACTERS = 8
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
        before = self.text[max(self.span.start, offset - _LOOK_BACK_CHARACTERS) : offset]
        return not before.strip() or _SENTENCE_END.search(before) is not None

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around `offset` begins, by parse and by punctuation."""
        if self.is_sentence_start(offset):
            return offset
        after = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start)
        nearby = self.sentences[max(after - MAX_SENTENCES_BACK, 0) : after]
        for sentence in reversed(nearby):
            if self.is_sentence_start(sentence.span.start):
                return sentence.span.start
        return nearby[0].span.start if nearby else self.span.start

    def sentences_within(self, start: int, end: int) -> tuple[Sentence, ...]:
        """The sentences that have a character between two offsets."""
        first = bisect_right(self.sentences, start, key=lambda sentence: sentence.span.end)
        last = bisect_left(self.sentences, end, key=lambda sentence: sentence.span.start)
        return self.sentences[first:last]

    def voices_within(self, start: int, end: int) -> list[Voice]:
        """The voices whose reporting word lies between two offsets."""
        first = bisect_left(self.voices, start, key=lambda voice: voice.cue.token.start)
        last = bisect_left(self.voices, end, key=lambda voice: voice.cue.token.start)
        return list(self.voices[first:last])


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
    voices: list[Voice] = []
    for sentence in sentences:
        nearby = quotations_over(quotations, sentence.span.start, sentence.span.end)
        for cue in find_cues(sentence):
            if not any(quotation.span.overlaps(cue.token.span) for quotation in nearby):
                voices.append(attribute_cue(cue, nearby, speakers))
    return tuple(voices)
