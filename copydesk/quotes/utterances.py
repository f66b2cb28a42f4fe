"""Which quotations are somebody's speech, by their own words and by the text around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.quotes.cues import Way

if TYPE_CHECKING:
    from copydesk.quotes.marks import Quotation
    from copydesk.quotes.passage import Passage

# Shorter stretches without a cue are names and scare quotes.
MIN_WORDS_OF_UTTERANCE = 5
MIN_WORDS_OF_FREE_SPEECH = 8
MIN_LETTERS_OF_LONG_WORD = 4
MIN_CAPITALISED_SHARE_OF_TITLE = 0.8

_WORD = re.compile(r"\w+")
_ENDS_SENTENCE = re.compile(r"[.?!…]$")
_LEADS_TO_SPEECH = (":", ",", "–", "—")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def gap_before(passage: Passage, number: int) -> tuple[int, int]:
    """Where the text of the same sentence between a quotation and the one before begins and ends."""
    quotation = passage.quotations[number]
    start = passage.sentence_start(quotation.span.start)
    if number > 0:
        start = max(start, passage.quotations[number - 1].span.end)
    return start, quotation.span.start


def end_of_attribution(passage: Passage, number: int) -> int:
    """Where the sentence that a quotation stands in ends, or the next quotation begins."""
    start = passage.quotations[number].span.end
    is_last = number + 1 == len(passage.quotations)
    end = passage.span.end if is_last else passage.quotations[number + 1].span.start
    for sentence in passage.sentences_within(start, end):
        begin = sentence.span.start
        if start < begin and passage.is_sentence_start(begin) and _WORD.search(passage.text, start, begin):
            return begin
    return end


def is_embedded(passage: Passage, number: int) -> bool:
    """Whether a quotation stands in the middle of a clause: 'were "very practical"'."""
    quotation = passage.quotations[number]
    start = passage.sentence_start(quotation.span.start)
    lead = passage.text[start : quotation.span.start].rstrip()
    return _WORD.search(lead) is not None and not lead.endswith(_LEADS_TO_SPEECH)


def is_free_speech(passage: Passage, number: int) -> bool:
    """Whether an embedded quotation goes on speaking without a cue: 'It would be hard, "but we can ..."'."""
    quotation = passage.quotations[number]
    inside = quotation.inside.of(passage.text)
    if len(_WORD.findall(inside)) < MIN_WORDS_OF_FREE_SPEECH or not ends_sentence(passage, quotation):
        return False
    start = passage.sentence_start(quotation.span.start)
    voices = passage.voices_within(start, end_of_attribution(passage, number))
    return not any(voice.cue.ways & {Way.STATEMENT, Way.JUDGEMENT} for voice in voices)


def is_utterance(passage: Passage, quotation: Quotation) -> bool:
    """Whether the words between the marks are long enough, and sentence-like, to be somebody's speech."""
    words = _WORD.findall(quotation.inside.of(passage.text))
    if len(words) < MIN_WORDS_OF_UTTERANCE or looks_like_title(quotation.inside.of(passage.text)):
        return False
    verbs = _FINITE | {"VB"} if ends_sentence(passage, quotation) else _FINITE
    return any(
        token.tag in verbs
        for sentence in passage.sentences_within(quotation.inside.start, quotation.inside.end)
        for token in sentence.tokens
        if quotation.inside.contains(token.span)
    )


def ends_sentence(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation's words end with the sign of a sentence's end."""
    return _ENDS_SENTENCE.search(quotation.inside.of(passage.text)) is not None


def looks_like_title(quoted: str) -> bool:
    """Whether the long words are capitalised, as in the name of a book or song.

    >>> looks_like_title("The Long Way Home to Bergen"), looks_like_title("We will go to Bergen")
    (True, False)
    """
    long_words = [word for word in _WORD.findall(quoted) if len(word) >= MIN_LETTERS_OF_LONG_WORD]
    n_capitalised = sum(word[0].isupper() for word in long_words)
    return bool(long_words) and n_capitalised >= MIN_CAPITALISED_SHARE_OF_TITLE * len(long_words)
